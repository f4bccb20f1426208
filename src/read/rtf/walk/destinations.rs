//! Words: which begin a group of another kind, which are characters, which end something.

use super::{Closing, Destination, Field, Kind, MAX_EMBEDDED, MAX_ENTRIES, MAX_FIELDS, MAX_SINKS, Sink, Walk};
use crate::read::rtf::story::Note;
use crate::read::symbols::symbol;

impl Walk {
    pub(super) fn word(&mut self, word: &str, number: Option<i32>) {
        let starred = std::mem::take(&mut self.starred);
        if word == "pict" {
            self.story.pictures = true;
        }
        if self.skip > 0 && word != "u" {
            self.skip -= 1;
            return;
        }
        let destination = self.group().destination;
        if destination == Destination::Nothing {
            // Of two ways to say the same the one in Unicode is wanted.
            let around = self.groups.len().checked_sub(2).map(|at| self.groups[at].destination);
            if word == "ud" && around == Some(Destination::Either) {
                let outer = self.groups.len().checked_sub(3).map(|at| self.groups[at].destination);
                self.group().destination = outer.unwrap_or_default();
            }
            return;
        }
        if word == "u" {
            return self.unicode(number.unwrap_or(0));
        }
        if self.begins(word, starred) {
            return;
        }
        match destination {
            Destination::Text | Destination::Label => {}
            Destination::InnerRow => {
                if word == "nestrow" {
                    self.end_row(true);
                } else {
                    self.row_property(word, number);
                }
                return;
            }
            Destination::Instruction => return,
            _ => {
                self.definition(word, number);
                if word == "uc" {
                    self.format(word, number);
                }
                return;
            }
        }
        if let Some(c) = character(word) {
            self.character(c);
        } else if !self.format(word, number) && !self.row_property(word, number) && destination == Destination::Text {
            self.act(word, number);
        }
    }

    /// Whether a word begins a group of another kind, or one whose text does not show.
    fn begins(&mut self, word: &str, starred: bool) -> bool {
        use Destination::{
            Class, Colours, Either, Entry, Fonts, Form, Info, InnerRow, Instruction, Label, Lists, Nothing, Shape,
            Styles, Text, Uses,
        };
        let destination = match word {
            "colortbl" => Colours,
            "fonttbl" => Fonts,
            "stylesheet" => Styles,
            "listtable" => Lists,
            "listoverridetable" => Uses,
            "info" => Info,
            "listtext" | "pntext" => {
                self.story.numbered = true;
                self.sink().open.begin_label();
                Label
            }
            "field" => {
                if self.fields.len() < MAX_FIELDS {
                    self.fields.push(Field::default());
                    self.group().closing = Closing::Field;
                }
                return true;
            }
            "fldinst" => Instruction,
            "fldrslt" | "result" | "moMath" | "moMathPara" => Text,
            "formfield" => Form,
            "ffl" => {
                let form = self.fields.last_mut().map(|field| &mut field.form.entries);
                form.filter(|entries| entries.len() < MAX_ENTRIES).into_iter().for_each(|e| e.push(String::new()));
                Entry
            }
            "header" | "headerl" | "headerr" | "headerf" => return self.open_sink(Kind::Head),
            "footer" | "footerl" | "footerr" | "footerf" => return self.open_sink(Kind::Foot),
            "footnote" => return self.open_sink(Kind::Footnote),
            "shptxt" | "dptxbxtext" => return self.open_sink(Kind::Box),
            "shpinst" | "do" => Shape,
            "object" => {
                if self.story.embedded.len() < MAX_EMBEDDED {
                    self.story.embedded.push(String::new());
                }
                return true;
            }
            "objclass" => Class,
            "nesttableprops" => InnerRow,
            "upr" => Either,
            "pict" | "shprslt" | "nonesttables" | "objdata" | "revtbl" | "rsidtbl" | "filetbl" | "xe" | "tc"
            | "rxe" | "txe" | "bkmkstart" | "bkmkend" | "annotation" | "atnid" | "atnauthor" | "private" | "ffname"
            | "ffdeftext" | "ffformat" | "ffhelptext" | "ffstattext" | "ffentrymcr" | "ffexitmcr" | "pn"
            | "datafield" | "sp" | "falt" | "panose" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc"
            | "aftncn" => Nothing,
            // Properties of formulas.
            _ if word.starts_with('m') && word.ends_with("Pr") => Nothing,
            "mmathPict" => Nothing,
            // Styles of characters, of tables and of sections are marked as if they might be passed over.
            "cs" | "ts" | "ds" if self.group().destination == Styles => return false,
            _ if starred => Nothing,
            _ => return false,
        };
        // What a field in an instruction gives is part of the instruction.
        let destination =
            if self.group().destination == Instruction && destination == Text { Nothing } else { destination };
        // A shape's own text is in its boxes.
        if self.group().destination == Shape && matches!(destination, Text | Label) {
            return true;
        }
        self.group().destination = destination;
        true
    }

    /// A word that does something to the text.
    fn act(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" => {
                let depth = self.group_depth();
                self.end_paragraph(depth);
            }
            "sect" => {
                self.end_paragraph(0);
                self.section = (true, true);
            }
            "sectd" | "sbkpage" | "sbkeven" | "sbkodd" => self.section.1 = true,
            "sbknone" | "sbkcol" => self.section.1 = false,
            "line" | "lbr" | "column" => self.write("\n"),
            "page" => {
                self.write("\n");
                if self.shows() {
                    self.hard_break();
                }
            }
            "cell" => self.end_cell(false),
            "nestcell" => self.end_cell(true),
            "row" => self.end_row(false),
            "nestrow" => self.end_row(true),
            "mden" => self.write(" / "),
            "chftn" => self.sink().counted = true,
            "ftnalt" if self.sink().kind == Kind::Footnote => self.sink().kind = Kind::Endnote,
            "ansi" => self.fonts.page = 1252,
            "mac" => self.fonts.page = 10_000,
            "pc" => self.fonts.page = 437,
            "pca" => self.fonts.page = 850,
            "ansicpg" => {
                if let Some(page) = number.and_then(|page| u16::try_from(page).ok()).filter(|page| *page > 0) {
                    self.fonts.page = page;
                }
            }
            "deff" => self.default_font = number.unwrap_or(0),
            _ => {}
        }
    }

    /// Begins a sink, unless it would be too deep.
    fn open_sink(&mut self, kind: Kind) -> bool {
        let outer = *self.group();
        // Notes that are deleted or hidden are not there.
        if self.sinks.len() >= MAX_SINKS || kind != Kind::Box && !self.shows() {
            self.story.full |= self.sinks.len() >= MAX_SINKS;
            self.group().destination = Destination::Nothing;
            return true;
        }
        self.sinks.push(Sink { kind, ..Sink::default() });
        let group = self.group();
        *group = super::Group {
            destination: Destination::Text,
            closing: Closing::Sink,
            alternative: outer.alternative,
            font: outer.font,
            ..super::Group::default()
        };
        true
    }

    pub(super) fn close_sink(&mut self) {
        self.end_sink();
        let Some(Sink { kind, events, counted, .. }) = self.sinks.pop() else { return };
        match kind {
            Kind::Story => {}
            Kind::Head | Kind::Foot => self.story.running.push((kind == Kind::Foot, events)),
            Kind::Footnote | Kind::Endnote => {
                let note = self.story.notes.len();
                self.story.notes.push(Note { events, end: kind == Kind::Endnote, counted });
                self.sink().open.notes.push(note);
            }
            Kind::Box => self.sink().boxes.extend(events),
        }
    }

    /// Ends a field: what it shows that has no result in the text.
    pub(super) fn close_field(&mut self) {
        let Some(Field { instruction, form, shows }) = self.fields.pop() else { return };
        let mut words = instruction.split_whitespace();
        let name = words.next().unwrap_or_default().to_ascii_uppercase();
        let chosen = form.result.unwrap_or(form.usual);
        match name.as_str() {
            "FORMCHECKBOX" => self.write(if chosen == 1 { "☒" } else { "☐" }),
            "FORMDROPDOWN" if !shows => {
                let entry = form.entries.into_iter().nth(chosen).unwrap_or_default();
                self.write(&entry);
            }
            "MACROBUTTON" if !shows => {
                let prompt: Vec<_> = words.skip(1).collect();
                self.write(&prompt.join(" "));
            }
            "SYMBOL" if !shows => {
                let code = words.next().and_then(code);
                let font = instruction.split_once("\\f").map(|(_, rest)| rest.trim_matches([' ', '"']));
                let font = font.map_or("", |font| font.split('"').next().unwrap_or_default());
                if let Some(code) = code {
                    self.write(symbol(font, code).encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
        if let Some(around) = self.fields.last_mut() {
            around.shows |= shows;
        }
    }
}

/// The number of a symbol, decimal or hexadecimal.
fn code(word: &str) -> Option<u32> {
    word.strip_prefix("0x").map_or_else(|| word.parse().ok(), |digits| u32::from_str_radix(digits, 16).ok())
}

/// The character that a word stands for.
fn character(word: &str) -> Option<char> {
    Some(match word {
        "tab" | "emspace" | "enspace" | "qmspace" => ' ',
        "emdash" => '—',
        "endash" => '–',
        "bullet" => '•',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        _ => return None,
    })
}
