//! Styles: only which of them are headings. What else a style sets, a paragraph repeats.

use std::collections::HashMap;

/// Most styles of a file.
const MAX_STYLES: usize = 20_000;
/// Most styles in a chain of styles based on each other. Word allows eleven.
const MAX_CHAIN: usize = 32;
/// Most characters of a style's name.
const MAX_NAME: usize = 64;

/// The styles of a file.
#[derive(Debug, Default)]
pub struct Styles(HashMap<i32, Style>);

/// A style.
#[derive(Debug, Default, Clone)]
pub struct Style {
    /// Its number; none for styles of characters, tables and sections.
    pub number: Option<i32>,
    /// The style that it is based on.
    pub based_on: Option<i32>,
    /// Its outline level from 0; 9 is body text.
    pub outline: Option<u8>,
    name: String,
}

impl Style {
    /// A style of paragraphs that says nothing of itself.
    pub fn new() -> Self {
        Self { number: Some(0), ..Self::default() }
    }

    /// A letter of its name.
    pub fn name(&mut self, c: char) {
        if self.name.len() < MAX_NAME && c != ';' {
            self.name.push(c);
        }
    }

    /// Its outline level by what it says itself or by its built-in name.
    fn level(&self) -> Option<u8> {
        let name = self.name.trim().to_ascii_lowercase();
        let named = || name.strip_prefix("heading ")?.parse::<u8>().ok()?.checked_sub(1).filter(|level| *level < 9);
        self.outline.or_else(|| if name == "title" { Some(0) } else { named() })
    }
}

impl Styles {
    /// Adds a style.
    pub fn add(&mut self, style: Style) {
        if let Some(number) = style.number.filter(|_| self.0.len() < MAX_STYLES) {
            self.0.insert(number, style);
        }
    }

    /// The outline level of a style, from 0.
    pub fn outline(&self, number: i32) -> Option<u8> {
        let mut style = self.0.get(&number);
        for _ in 0..MAX_CHAIN {
            if let Some(level) = style?.level() {
                return Some(level);
            }
            style = style?.based_on.and_then(|base| self.0.get(&base));
        }
        None
    }
}
