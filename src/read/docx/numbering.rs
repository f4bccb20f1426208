//! Numbers and bullets of lists, as Word shows them.
//!
//! `numbering.xml` defines lists (`abstractNum`) with nine levels each, and uses of them (`num`), which may restart
//! a level or replace it. Paragraphs name a use and a level. Uses of one list go on counting together.

use std::collections::HashMap;

use super::indent::Indent;
use crate::document::Why;
use crate::read::numerals::Numerals;
use crate::read::structure::INVISIBLE;
use crate::read::symbols::{is_private, symbol};
use crate::read::xml::{self, MAX_DEFINITIONS, Visit};

/// Levels of a list.
pub const LEVELS: usize = 9;
/// Most characters of a label; the longest real ones are about thirty ("Call-Off Schedule 12 (b)").
pub const MAX_LABEL: usize = 80;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    lists: Vec<List>,
    /// Place in `lists` of each list's id.
    ids: HashMap<String, usize>,
    uses: HashMap<String, Use>,
}

/// One `abstractNum`.
#[derive(Debug, Default)]
struct List {
    levels: [Level; LEVELS],
    /// The numbers last shown.
    counts: [Option<u32>; LEVELS],
    /// The numbering style that holds the levels in this list's place.
    style: Option<String>,
}

/// One `num`.
#[derive(Debug, Default)]
struct Use {
    list: usize,
    levels: [Option<Level>; LEVELS],
    starts: [Option<u32>; LEVELS],
    /// Levels that have been shown by this use: a restart counts for the first paragraph alone.
    begun: [bool; LEVELS],
}

#[derive(Debug, Clone, PartialEq)]
struct Level {
    start: u32,
    shape: Numerals,
    /// What is shown, with `%1` to `%9` for the numbers of the levels.
    text: String,
    /// Restarts after a level up to this one, counted from 1; 0 never; none after any higher one.
    restart: Option<u32>,
    /// Whether all numbers in it are decimal, whatever their own level says.
    legal: bool,
    hidden: bool,
    indent: Indent,
    /// The paragraph style whose paragraphs stand on this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        let (text, restart, style, indent) = (String::new(), None, None, Indent::default());
        Self { start: 0, shape: Numerals::Decimal, text, restart, legal: false, hidden: false, indent, style }
    }
}

/// What a paragraph's numbering gives to it.
#[derive(Debug)]
pub struct Number {
    /// What Word shows in front, if anything.
    pub label: Option<String>,
    /// Which list and level of the document it is: the same for all that count together.
    pub place: (usize, usize),
    /// The indent of the level.
    pub indent: Indent,
}

impl Numbering {
    /// Reads `numbering.xml`; also tells what is wrong with it.
    pub fn read(text: &str) -> (Self, Option<Why>) {
        let mut numbering = Self::default();
        let mut list = None;
        let mut at_use: Option<String> = None;
        let mut level = Level::default();
        let mut ilvl = 0;
        let mut font = String::new();
        let mut cut = false;
        let whole = xml::visit(text, |visit| match visit {
            Visit::Start(path, name, e) => match (path.last().copied().unwrap_or_default(), name) {
                (_, "abstractNum" | "num") if numbering.lists.len().max(numbering.uses.len()) >= MAX_DEFINITIONS => {
                    (list, at_use, cut) = (None, None, true);
                }
                (_, "abstractNum") => {
                    list = Some(numbering.lists.len());
                    at_use = None;
                    let id = xml::attribute(e, "abstractNumId").unwrap_or_default().into_owned();
                    numbering.ids.insert(id, numbering.lists.len());
                    numbering.lists.push(List::default());
                }
                ("abstractNum", "numStyleLink") => {
                    if let Some(list) = list {
                        numbering.lists[list].style = xml::value(e).map(Into::into);
                    }
                }
                (_, "num") => {
                    list = None;
                    at_use = xml::attribute(e, "numId").map(Into::into);
                }
                ("num", "abstractNumId") => {
                    let known = xml::value(e).and_then(|id| numbering.ids.get(&*id).copied());
                    if let (Some(id), Some(list)) = (&at_use, known) {
                        numbering.uses.insert(id.clone(), Use { list, ..Use::default() });
                    }
                }
                (_, "lvlOverride") => ilvl = level_of(e),
                ("lvlOverride", "startOverride") => {
                    let used = at_use.as_ref().and_then(|id| numbering.uses.get_mut(id));
                    if let Some(used) = used {
                        used.starts[ilvl] = xml::number(e);
                    }
                }
                (_, "lvl") => {
                    (level, font) = (Level::default(), String::new());
                    ilvl = level_of(e);
                }
                (_, "start") => level.start = xml::number(e).unwrap_or(0),
                ("lvl" | "Choice", "numFmt") => level.shape = shape(e),
                ("lvl", "lvlText") => level.text = xml::value(e).unwrap_or_default().into_owned(),
                (_, "lvlRestart") => level.restart = xml::number(e),
                (_, "isLgl") => level.legal = xml::on(e),
                (_, "pStyle") => level.style = xml::value(e).map(Into::into),
                ("pPr", "ind") => level.indent = Indent::read(e),
                ("rPr", "vanish") => level.hidden = xml::on(e),
                ("rPr", "rFonts") => font = xml::attribute(e, "ascii").unwrap_or_default().into_owned(),
                _ => {}
            },
            Visit::End("lvl") => {
                let level = std::mem::take(&mut level).shown_in(&font);
                if let Some(list) = list {
                    numbering.lists[list].levels[ilvl] = level;
                } else if let Some(used) = at_use.as_ref().and_then(|id| numbering.uses.get_mut(id)) {
                    used.levels[ilvl] = Some(level);
                }
            }
            _ => {}
        });
        (numbering, xml::fault(whole, cut))
    }

    /// Puts the lists of numbering styles in place of those that only name such a style. `number_of` gives the
    /// numbering that a style names.
    pub fn follow_styles<'s>(&mut self, number_of: impl Fn(&str) -> Option<&'s str>) {
        let lists = &self.lists;
        let target = |list: usize| {
            let style = lists[list].style.as_deref()?;
            Some(self.uses.get(number_of(style)?)?.list)
        };
        let targets: Vec<_> = (0..lists.len()).map(|list| target(list).unwrap_or(list)).collect();
        for used in self.uses.values_mut() {
            used.list = targets[used.list];
        }
    }

    /// The level of a numbering that belongs to a paragraph style.
    pub fn level_of_style(&self, number: &str, style: &str) -> Option<u8> {
        let used = self.uses.get(number)?;
        let of = |level: &Level| level.style.as_deref() == Some(style);
        let level = (0..LEVELS).find(|&i| of(used.levels[i].as_ref().unwrap_or(&self.lists[used.list].levels[i])))?;
        Some(level as u8)
    }

    /// Counts one more paragraph of a numbering and level; none where there is no such numbering.
    ///
    /// A level above that has not been shown yet counts as begun: a list that begins on its second level shows
    /// "1.1", and the first level goes on with 2.
    pub fn count(&mut self, number: &str, level: u8) -> Option<Number> {
        let used = self.uses.get_mut(number)?;
        let (which, list) = (used.list, &mut self.lists[used.list]);
        let at = usize::from(level).min(LEVELS - 1);
        let (levels, overrides, starts) = (&list.levels, &used.levels, &used.starts);
        let level = |i: usize| overrides[i].as_ref().unwrap_or(&levels[i]);
        let start = |i: usize| starts[i].unwrap_or(level(i).start);

        for above in 0..at {
            list.counts[above].get_or_insert(start(above));
        }
        let restarts = !used.begun[at] && starts[at].is_some();
        list.counts[at] = match list.counts[at] {
            Some(count) if !restarts => Some(count.saturating_add(1)),
            _ => Some(start(at)),
        };
        used.begun[at] = true;
        for deeper in at + 1..LEVELS {
            if level(deeper).restart.is_none_or(|after| at < after as usize) {
                list.counts[deeper] = None;
            }
        }
        let shown = level(at);
        let mut label = String::new();
        let mut rest = if shown.hidden { "" } else { &shown.text }.chars().peekable();
        while let Some(c) = rest.next() {
            match rest.peek().and_then(|digit| digit.to_digit(10)) {
                Some(digit @ 1..=9) if c == '%' && shown.shape != Numerals::Bullet => {
                    rest.next();
                    let i = digit as usize - 1;
                    let shape = if shown.legal { Numerals::Decimal } else { level(i).shape };
                    shape.write(list.counts[i].unwrap_or_else(|| start(i)), &mut label);
                }
                _ if INVISIBLE.contains(&c) => {}
                _ => label.push(if c.is_whitespace() { ' ' } else { c }),
            }
            if label.len() > MAX_LABEL {
                break;
            }
        }
        let label = label.trim();
        let label = (!label.is_empty()).then(|| label.to_owned());
        Some(Number { label, place: (which, at), indent: shown.indent })
    }
}

/// What Word puts at a note unless told otherwise: 1, 2, 3 for footnotes and i, ii, iii for endnotes.
pub fn note_mark(n: u32, end: bool) -> String {
    let mut mark = String::new();
    if end { Numerals::LowerRoman } else { Numerals::Decimal }.write(n, &mut mark);
    mark
}

fn level_of(element: &quick_xml::events::BytesStart) -> usize {
    let level = xml::attribute(element, "ilvl").and_then(|level| level.parse().ok());
    level.unwrap_or(0).min(LEVELS - 1)
}

impl Level {
    /// The level with the letters of a symbol font turned into what they look like.
    fn shown_in(mut self, font: &str) -> Self {
        if self.shape == Numerals::Bullet {
            let pictures = font.eq_ignore_ascii_case("Symbol") || font.to_ascii_lowercase().starts_with("wingdings");
            let look = |c: char| if is_private(c) || pictures { symbol(font, c.into()) } else { c };
            self.text = self.text.chars().take(MAX_LABEL).map(look).collect();
            // A picture for a bullet has no character.
            if self.text.trim().is_empty() {
                self.text.clear();
                self.text.push('•');
            }
        }
        self
    }
}

/// How a level writes its numbers.
fn shape(element: &quick_xml::events::BytesStart) -> Numerals {
    match xml::value(element).as_deref() {
        Some("decimalZero") => Numerals::Padded(2),
        Some("upperLetter") => Numerals::UpperLetter,
        Some("lowerLetter") => Numerals::LowerLetter,
        Some("upperRoman") => Numerals::UpperRoman,
        Some("lowerRoman") => Numerals::LowerRoman,
        Some("ordinal") => Numerals::Ordinal,
        Some("cardinalText") => Numerals::CardinalWord,
        Some("ordinalText") => Numerals::OrdinalWord,
        Some("bullet") => Numerals::Bullet,
        Some("none") => Numerals::Nothing,
        // "001, 002, 003, ..." and longer ones are the only ones that Word offers.
        Some("custom") => {
            let format = xml::attribute(element, "format").unwrap_or_default();
            Numerals::Padded(format.bytes().take_while(u8::is_ascii_digit).count().clamp(1, 9) as u8)
        }
        _ => Numerals::Decimal,
    }
}
