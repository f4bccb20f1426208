//! What holds in a group: formatting of text and paragraphs, and the words that change it.

use super::{Closing, Destination, Walk};
use crate::read::rtf::lists::numerals;
use crate::read::rtf::story::{Cell, Merge};

/// Twentieths of a point that count as one character; letters of 11 and 12 points are about half as wide as high.
const CHARACTER: i32 = 120;
/// Twentieths of a point beyond which no indent is believed: a metre.
const FARTHEST: i32 = 56_700;

/// A colour of the table: red, green, blue; below nought where it is whatever the program takes.
pub(super) type Colour = [i32; 3];
/// The colour that an entry without one stands for.
pub(super) const AUTOMATIC: Colour = [-1; 3];
const WHITE: Colour = [255; 3];

/// What holds in a group.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each is a word of its own")]
pub(super) struct Group {
    pub(super) destination: Destination,
    pub(super) closing: Closing,
    pub(super) font: Option<usize>,
    pub(super) bold: bool,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    pub(super) capitals: bool,
    /// How many characters stand behind one in Unicode for programs that have none.
    pub(super) alternative: u32,
    pub(super) paragraph: Properties,
}

/// Properties of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Properties {
    pub(super) style: i32,
    pub(super) outline: Option<u8>,
    pub(super) list: i32,
    pub(super) level: u8,
    left: i32,
    first: i32,
    in_table: bool,
    depth: Option<u16>,
    pub(super) page_before: bool,
}

impl Default for Group {
    fn default() -> Self {
        Self {
            destination: Destination::Text,
            closing: Closing::Nothing,
            font: None,
            bold: false,
            hidden: false,
            deleted: false,
            capitals: false,
            alternative: 1,
            paragraph: Properties::default(),
        }
    }
}

impl Properties {
    /// Where the first line begins, in characters.
    pub(super) fn indent(&self) -> usize {
        let twentieths = self.left.clamp(-FARTHEST, FARTHEST) + self.first.clamp(-FARTHEST, FARTHEST);
        usize::try_from((twentieths + CHARACTER / 2) / CHARACTER).unwrap_or(0)
    }

    /// In how many tables it stands.
    pub(super) fn depth(&self) -> usize {
        let depth = self.depth.map_or(usize::from(self.in_table), usize::from);
        depth.max(usize::from(self.in_table)).min(super::MAX_TABLES)
    }
}

impl Walk {
    /// A word that changes formatting; false if it is none.
    pub(super) fn format(&mut self, word: &str, number: Option<i32>) -> bool {
        let on = number != Some(0);
        let value = number.unwrap_or(0);
        let default_font = self.fonts.find(self.default_font);
        let font = self.fonts.find(value);
        let group = self.group();
        let paragraph = &mut group.paragraph;
        match word {
            "b" => group.bold = on,
            "v" => group.hidden = on,
            "deleted" | "mvf" => group.deleted = on,
            "caps" => group.capitals = on,
            "f" => group.font = font,
            "uc" => group.alternative = value.clamp(0, 100) as u32,
            "plain" => {
                (group.bold, group.hidden, group.deleted, group.capitals) = (false, false, false, false);
                group.font = default_font;
            }
            "pard" => *paragraph = Properties::default(),
            "s" => paragraph.style = value,
            "outlinelevel" => paragraph.outline = Some(value.clamp(0, 9) as u8),
            "ls" => paragraph.list = value,
            "ilvl" => paragraph.level = value.clamp(0, 8) as u8,
            "li" | "lin" => paragraph.left = value,
            "fi" => paragraph.first = value,
            "intbl" => paragraph.in_table = on,
            "itap" => paragraph.depth = Some(value.clamp(0, i32::from(u16::MAX)) as u16),
            "pagebb" => paragraph.page_before = on,
            _ => return false,
        }
        true
    }

    /// A word that says what a row and its cells are; false if it is none.
    pub(super) fn row_property(&mut self, word: &str, number: Option<i32>) -> bool {
        let inner = self.group().destination == Destination::InnerRow;
        let row = &mut self.rows[usize::from(inner)];
        match word {
            "trowd" => {
                row.cells.clear();
                (row.left, row.head, row.next) = (0, false, Cell::default());
            }
            "trleft" => row.left = number.unwrap_or(0),
            "trhdr" => row.head = true,
            "clmgf" => row.next.beside = Merge::Begins,
            "clmrg" => row.next.beside = Merge::GoesOn,
            "clvmgf" => row.next.below = Merge::Begins,
            "clvmrg" => row.next.below = Merge::GoesOn,
            "clcbpat" => {
                let colour = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                row.next.shaded = self.colours.get(colour).is_some_and(|colour| *colour != WHITE && colour[0] >= 0);
            }
            "cellx" => {
                row.next.right = number.unwrap_or(0);
                let cell = std::mem::take(&mut row.next);
                if row.cells.len() < super::MAX_CELLS {
                    row.cells.push(cell);
                }
            }
            _ => return false,
        }
        true
    }

    /// A word of the tables in front of the text.
    pub(super) fn definition(&mut self, word: &str, number: Option<i32>) {
        let value = number.unwrap_or(0);
        match (self.group().destination, word) {
            (Destination::Colours, "red") => self.colour[0] = value,
            (Destination::Colours, "green") => self.colour[1] = value,
            (Destination::Colours, "blue") => self.colour[2] = value,
            (Destination::Fonts, "f") => self.fonts.begin(value),
            (Destination::Fonts, "fcharset") => self.fonts.charset(value),
            (Destination::Fonts, "cpg") => self.fonts.set(super::page(value)),
            (Destination::Styles, "s") => self.style.number = Some(value),
            (Destination::Styles, "cs" | "ds" | "ts") => self.style.number = None,
            (Destination::Styles, "sbasedon") => self.style.based_on = Some(value),
            (Destination::Styles, "outlinelevel") => self.style.outline = Some(value.clamp(0, 9) as u8),
            (Destination::Lists, "list") => self.story.lists.begin(),
            (Destination::Lists, "listid") => self.story.lists.name(value),
            (Destination::Lists, "listlevel") => self.group().closing = Closing::Level,
            (Destination::Lists, "levelnfc" | "levelnfcn") => self.level.numerals = numerals(value),
            (Destination::Lists, "levelstartat") => self.level.start = u32::try_from(value).unwrap_or(0),
            (Destination::Lists, "levellegal") => self.level.legal = number != Some(0),
            (Destination::Lists, "levelnorestart") => self.level.goes_on = number != Some(0),
            (Destination::Lists, "f") => self.group().font = self.fonts.find(value),
            (Destination::Lists, "leveltext") => self.group().destination = Destination::LevelText,
            (Destination::Lists, "levelnumbers" | "listname" | "listpicture") => {
                self.group().destination = Destination::Nothing;
            }
            (Destination::Uses, "listoverride") => {
                self.story.lists.begin_use();
                self.group().closing = Closing::Use;
            }
            (Destination::Uses, "lfolevel") => self.group().closing = Closing::UseLevel,
            (Destination::Uses, "listid") => self.story.lists.use_of(value),
            (Destination::Uses, "ls") => self.story.lists.use_named(value),
            (Destination::Uses, "levelstartat") => self.story.lists.start_at(value),
            (Destination::Info, "nofpages") => self.story.pages = u32::try_from(value).ok().filter(|pages| *pages > 0),
            (Destination::Form, "fftype") => self.form(|form| form.kind = value),
            // 25 stands for "not answered".
            (Destination::Form, "ffres") if value != 25 => {
                self.form(|form| form.result = usize::try_from(value).ok());
            }
            (Destination::Form, "ffdefres") => self.form(|form| form.usual = usize::try_from(value).unwrap_or(0)),
            _ => {}
        }
    }

    fn form(&mut self, change: impl FnOnce(&mut super::Form)) {
        if let Some(field) = self.fields.last_mut() {
            change(&mut field.form);
        }
    }
}
