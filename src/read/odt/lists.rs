//! Numbers and bullets of lists, as `LibreOffice` shows them.
//!
//! A list names a style with ten levels; how deep it is nested says which one. Lists that say that they go on count
//! with the list before.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::styles::Indent;
use crate::read::numerals::Numerals;
use crate::read::symbols::{is_private, symbol};
use crate::read::xml;

/// Levels of a list.
pub const LEVELS: usize = 10;
/// Most characters of a label.
pub const MAX_LABEL: usize = 80;

/// The levels of a list.
#[derive(Debug, Clone, Default)]
pub struct ListStyle {
    /// From the outermost.
    pub levels: [Level; LEVELS],
}

/// How the items of a level are marked.
#[derive(Debug, Clone)]
pub struct Level {
    numerals: Numerals,
    /// What stands in front of the number and behind it.
    around: (String, String),
    /// What is shown, with `%1%` for the number of the first level; newer files have it.
    format: Option<String>,
    /// Of how many levels the numbers are shown, this one included.
    shown: usize,
    start: u32,
    /// The bullet, where it is one.
    bullet: Option<String>,
    /// Where its paragraphs begin.
    pub indent: Indent,
    /// Whether its numbers are hidden.
    pub hidden: bool,
}

impl Default for Level {
    fn default() -> Self {
        let (around, indent) = Default::default();
        Self {
            numerals: Numerals::Nothing,
            around,
            format: None,
            shown: 1,
            start: 1,
            bullet: None,
            indent,
            hidden: false,
        }
    }
}

impl Level {
    /// Reads a level from the element that begins it.
    pub fn read(name: &str, element: &BytesStart) -> Self {
        let get = |name: &str| xml::attribute(element, name).map(std::borrow::Cow::into_owned);
        let number = |name: &str| get(name).and_then(|number| number.trim().parse::<u32>().ok());
        let bullet = match name {
            "list-level-style-bullet" => Some(get("bullet-char").unwrap_or_default()),
            "list-level-style-image" => Some("•".to_owned()),
            _ => None,
        };
        let around = |name: &str| get(name).map_or(String::new(), |text| text.chars().take(MAX_LABEL).collect());
        Self {
            numerals: get("num-format").map_or(Numerals::Nothing, |format| numerals(&format)),
            around: (around("num-prefix"), around("num-suffix")),
            format: get("num-list-format").filter(|format| format.contains('%')),
            shown: number("display-levels").unwrap_or(1) as usize,
            start: number("start-value").unwrap_or(1),
            bullet,
            ..Self::default()
        }
    }

    /// Turns a letter of a symbol font into what it looks like there.
    pub fn look_like(&mut self, font: &str) {
        let font = font.trim_matches('\'');
        if let Some(bullet) = &mut self.bullet {
            let pictures = font.eq_ignore_ascii_case("Symbol") || font.to_ascii_lowercase().starts_with("wingdings");
            let look = |c: char| if is_private(c) || pictures && c.is_ascii() { symbol(font, c.into()) } else { c };
            *bullet = bullet.chars().map(look).collect();
        }
    }
}

/// How a format of numbers writes them.
fn numerals(format: &str) -> Numerals {
    match format {
        "" => Numerals::Nothing,
        "a" => Numerals::LowerLetter,
        "A" => Numerals::UpperLetter,
        "i" => Numerals::LowerRoman,
        "I" => Numerals::UpperRoman,
        "1st" => Numerals::Ordinal,
        "One" => Numerals::CardinalWord,
        "First" => Numerals::OrdinalWord,
        // "01, 02, 03, ..." says how many digits there are.
        _ if format.starts_with('0') => {
            Numerals::Padded(format.bytes().take_while(u8::is_ascii_digit).count().clamp(1, 9) as u8)
        }
        _ => Numerals::Decimal,
    }
}

/// How far the lists have counted.
#[derive(Debug, Default)]
pub struct Counters {
    /// The numbers last shown of each list.
    all: Vec<[Option<u32>; LEVELS]>,
    ids: HashMap<String, usize>,
    /// The list that last had a style.
    last: HashMap<String, usize>,
    outline: [Option<u32>; LEVELS],
}

/// A list that is open.
#[derive(Debug, Clone, Default)]
pub struct Root {
    /// Its own name.
    pub id: Option<String>,
    /// The list that it goes on from.
    pub continues: Option<String>,
    /// Whether it goes on from the last one of its style.
    pub goes_on: bool,
    /// Its style.
    pub style: String,
    /// Its place among those that have counted.
    pub counter: Option<usize>,
}

impl Counters {
    /// Counts one more item of a list at a level; gives what is shown in front, if anything.
    pub fn count(&mut self, root: &mut Root, style: &ListStyle, level: usize, start: Option<u32>) -> Option<String> {
        let at = root.counter.unwrap_or_else(|| {
            let before = root.continues.as_ref().and_then(|id| self.ids.get(id));
            let before = before.or_else(|| self.last.get(&root.style).filter(|_| root.goes_on));
            let at = before.copied().unwrap_or_else(|| {
                self.all.push([None; LEVELS]);
                self.all.len() - 1
            });
            root.counter = Some(at);
            if let Some(id) = &root.id {
                self.ids.insert(id.clone(), at);
            }
            self.last.insert(root.style.clone(), at);
            at
        });
        counted(&mut self.all[at], style, level, start)
    }

    /// Counts one more heading that stands in no list.
    pub fn heading(&mut self, style: &ListStyle, level: usize, start: Option<u32>) -> Option<String> {
        counted(&mut self.outline, style, level, start)
    }
}

fn counted(counts: &mut [Option<u32>; LEVELS], style: &ListStyle, level: usize, start: Option<u32>) -> Option<String> {
    let at = level.min(LEVELS - 1);
    for (above, count) in counts[..at].iter_mut().enumerate() {
        count.get_or_insert(style.levels[above].start);
    }
    let next = counts[at].map_or(style.levels[at].start, |count| count.saturating_add(1));
    counts[at] = Some(start.unwrap_or(next));
    counts[at + 1..].fill(None);

    let shown = &style.levels[at];
    if shown.hidden {
        return None;
    }
    if let Some(bullet) = &shown.bullet {
        let bullet = bullet.trim();
        return Some(if bullet.is_empty() { "•" } else { bullet }.to_owned());
    }
    let mut label = String::new();
    let write = |i: usize, label: &mut String| {
        style.levels[i].numerals.write(counts[i].unwrap_or(style.levels[i].start), label);
    };
    if let Some(format) = &shown.format {
        // "%1%.%2%" has the places of numbers at every second sign.
        for (i, piece) in format.split('%').take(4 * LEVELS).enumerate() {
            match piece.parse::<usize>() {
                Ok(level @ 1..=LEVELS) if i % 2 == 1 => write(level - 1, &mut label),
                _ => label.extend(piece.chars().take(MAX_LABEL)),
            }
        }
    } else {
        if shown.numerals == Numerals::Nothing && shown.around.0.is_empty() {
            return None;
        }
        label.push_str(&shown.around.0);
        let from = (at + 1).saturating_sub(shown.shown.max(1));
        let mut first = true;
        for i in (from..=at).filter(|&i| style.levels[i].numerals != Numerals::Nothing) {
            if !std::mem::take(&mut first) {
                label.push('.');
            }
            write(i, &mut label);
        }
        label.push_str(&shown.around.1);
    }
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    (!label.is_empty()).then(|| label.chars().take(MAX_LABEL).collect())
}
