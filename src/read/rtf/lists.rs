//! Numbers of lists, counted by the file's tables where the numbers themselves were not written.

use std::collections::HashMap;

use crate::read::numerals::Numerals;

/// Levels of a list.
const LEVELS: usize = 9;
/// Most characters of a label; the longest real ones are about thirty.
pub const MAX_LABEL: usize = 80;
/// Most lists and uses of lists. Word allows 2,000.
const MAX_LISTS: usize = 20_000;

/// The lists of a file, and how far each has counted.
#[derive(Debug, Default)]
pub struct Lists {
    all: Vec<List>,
    ids: HashMap<i32, usize>,
    uses: HashMap<i32, Use>,
    /// The use that is being read.
    open: Use,
}

#[derive(Debug, Default)]
struct List {
    levels: Vec<Level>,
    counts: [Option<u32>; LEVELS],
}

/// A level of a list.
#[derive(Debug, Default, Clone)]
pub struct Level {
    /// How it writes its numbers.
    pub numerals: Numerals,
    /// Its first number.
    pub start: u32,
    /// What it shows: characters below 9 stand for the numbers of the levels, the first one is the length.
    pub text: String,
    /// Whether all numbers in it are decimal.
    pub legal: bool,
    /// Whether it goes on counting below a new item above.
    pub goes_on: bool,
}

#[derive(Debug, Default, Clone)]
struct Use {
    id: i32,
    list: Option<usize>,
    starts: [Option<u32>; LEVELS],
    /// Levels whose new start is begun.
    begun: [bool; LEVELS],
    /// The next level whose start is replaced.
    level: usize,
}

/// How a list writes numbers, by the number that stands for it.
pub fn numerals(nfc: i32) -> Numerals {
    match nfc {
        1 => Numerals::UpperRoman,
        2 => Numerals::LowerRoman,
        3 => Numerals::UpperLetter,
        4 => Numerals::LowerLetter,
        5 => Numerals::Ordinal,
        6 => Numerals::CardinalWord,
        7 => Numerals::OrdinalWord,
        22 => Numerals::Padded(2),
        23 => Numerals::Bullet,
        255 => Numerals::Nothing,
        _ => Numerals::Decimal,
    }
}

impl Lists {
    /// Begins a list.
    pub fn begin(&mut self) {
        if self.all.len() < MAX_LISTS {
            self.all.push(List::default());
        }
    }

    /// Adds a level to the list that was begun.
    pub fn level(&mut self, level: Level) {
        if let Some(list) = self.all.last_mut().filter(|list| list.levels.len() < LEVELS) {
            list.levels.push(level);
        }
    }

    /// Names the list that was begun.
    pub fn name(&mut self, id: i32) {
        if !self.all.is_empty() {
            self.ids.insert(id, self.all.len() - 1);
        }
    }

    /// Begins a use of a list.
    pub fn begin_use(&mut self) {
        self.open = Use::default();
    }

    /// Says of which list it is a use.
    pub fn use_of(&mut self, id: i32) {
        self.open.list = self.ids.get(&id).copied();
    }

    /// The number by which paragraphs name the use.
    pub fn use_named(&mut self, id: i32) {
        self.open.id = id;
    }

    /// Says that the next level of the use begins anew at this number.
    pub fn start_at(&mut self, start: i32) {
        if self.open.level < LEVELS {
            self.open.starts[self.open.level] = u32::try_from(start).ok();
        }
    }

    /// Passes to the next level of the use.
    pub fn next_level(&mut self) {
        self.open.level += 1;
    }

    /// Ends the use.
    pub fn end_use(&mut self) {
        if self.uses.len() < MAX_LISTS {
            self.uses.insert(self.open.id, std::mem::take(&mut self.open));
        }
    }

    /// Counts one more paragraph of a use; none where there is no such list or it shows nothing.
    pub fn count(&mut self, id: i32, level: usize) -> Option<String> {
        let used = self.uses.get_mut(&id)?;
        let list = self.all.get_mut(used.list?)?;
        let at = level.min(list.levels.len().checked_sub(1)?);
        let start = |i: usize| used.starts[i].unwrap_or(list.levels[i].start);
        for above in 0..at {
            list.counts[above].get_or_insert(start(above));
        }
        let restarts = !used.begun[at] && used.starts[at].is_some();
        let next = list.counts[at].filter(|_| !restarts).map_or_else(|| start(at), |count| count.saturating_add(1));
        list.counts[at] = Some(next);
        used.begun[at] = true;
        for deeper in at + 1..list.levels.len() {
            if !list.levels[deeper].goes_on {
                list.counts[deeper] = None;
            }
        }
        let shown = &list.levels[at];
        let mut label = String::new();
        for c in shown.text.chars().skip(1) {
            match usize::try_from(u32::from(c)) {
                Ok(i) if i < list.levels.len() && shown.numerals != Numerals::Bullet => {
                    let numerals = if shown.legal { Numerals::Decimal } else { list.levels[i].numerals };
                    numerals.write(list.counts[i].unwrap_or(0), &mut label);
                }
                _ if !c.is_control() => label.push(c),
                _ => {}
            }
            if label.len() > MAX_LABEL {
                break;
            }
        }
        let label = label.trim();
        (!label.is_empty()).then(|| label.to_owned())
    }
}
