//! Fonts: they say what bytes mean.

use std::collections::HashMap;

use mail_parser::decoders::charsets::map::charset_decoder;

use crate::read::symbols::{is_private, symbol};
use crate::read::text::windows_1252;

/// Most fonts of a file; Word writes some hundred.
const MAX_FONTS: usize = 10_000;
/// Most characters of a font's name.
const MAX_NAME: usize = 64;

/// How bytes become characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bytes {
    /// By a code page: its number in Windows.
    Page(u16),
    /// By the font's own pictures.
    Symbols,
}

/// A font of the file's table.
#[derive(Debug)]
struct Font {
    name: String,
    /// None where the font goes by the code page of the file.
    bytes: Option<Bytes>,
}

/// The fonts of a file.
#[derive(Debug)]
pub struct Fonts {
    /// The code page of the file.
    pub page: u16,
    numbers: HashMap<i32, usize>,
    all: Vec<Font>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self { page: 1252, numbers: HashMap::new(), all: vec![] }
    }
}

impl Fonts {
    /// Begins the entry of a font.
    pub fn begin(&mut self, number: i32) {
        if self.all.len() < MAX_FONTS {
            self.numbers.insert(number, self.all.len());
            self.all.push(Font { name: String::new(), bytes: None });
        }
    }

    /// What the entry says of the character set.
    pub fn charset(&mut self, charset: i32) {
        let bytes = match charset {
            0 => Some(Bytes::Page(1252)),
            2 => Some(Bytes::Symbols),
            77 => Some(Bytes::Page(10_000)),
            128 => Some(Bytes::Page(932)),
            129 | 130 => Some(Bytes::Page(949)),
            134 => Some(Bytes::Page(936)),
            136 => Some(Bytes::Page(950)),
            161 => Some(Bytes::Page(1253)),
            162 => Some(Bytes::Page(1254)),
            163 => Some(Bytes::Page(1258)),
            177 => Some(Bytes::Page(1255)),
            178 => Some(Bytes::Page(1256)),
            186 => Some(Bytes::Page(1257)),
            204 => Some(Bytes::Page(1251)),
            222 => Some(Bytes::Page(874)),
            238 => Some(Bytes::Page(1250)),
            254 => Some(Bytes::Page(437)),
            255 => Some(Bytes::Page(850)),
            _ => None,
        };
        self.set(bytes);
    }

    /// What the entry says of the code page.
    pub fn set(&mut self, bytes: Option<Bytes>) {
        if let Some(font) = self.all.last_mut() {
            font.bytes = bytes;
        }
    }

    /// A letter of the entry's name.
    pub fn name(&mut self, c: char) {
        if let Some(font) = self.all.last_mut().filter(|font| font.name.len() < MAX_NAME) {
            font.name.push(c);
        }
    }

    /// The place of a font in the list, to be kept instead of its number.
    pub fn find(&self, number: i32) -> Option<usize> {
        self.numbers.get(&number).copied()
    }

    /// The character of a byte in a font; none where its letters cannot be told.
    pub fn character(&self, font: Option<usize>, byte: u8) -> Option<char> {
        let font = font.and_then(|at| self.all.get(at));
        match font.and_then(|font| font.bytes).unwrap_or(Bytes::Page(self.page)) {
            Bytes::Symbols if byte > b' ' => Some(symbol(font.map_or("", |font| &font.name), byte.into())),
            _ if byte < 0x80 => Some(byte.into()),
            Bytes::Page(page) => in_page(page, byte),
            Bytes::Symbols => Some('•'),
        }
    }

    /// Whether bytes in a font are ASCII where they are below 128.
    pub fn is_plain(&self, font: Option<usize>) -> bool {
        font.and_then(|at| self.all.get(at)).is_none_or(|font| font.bytes != Some(Bytes::Symbols))
    }

    /// A character as it looks in a font.
    pub fn shown(&self, font: Option<usize>, c: char) -> char {
        let name = || font.and_then(|at| self.all.get(at)).map_or("", |font| font.name.as_str());
        if is_private(c) { symbol(name(), c.into()) } else { c }
    }
}

/// A byte of a code page. Those of East Asia, of two bytes a character, are not known: Word writes their letters in
/// Unicode, and these bytes only for programs that have none.
fn in_page(page: u16, byte: u8) -> Option<char> {
    let label: &[u8] = match page {
        932 | 936 | 949 | 950 | 1361 | 65_001 => return None,
        // Letters of 437 that matter are where 850 has them.
        437 | 850 | 858 => b"ibm850",
        874 => b"tis-620",
        1250 => b"windows-1250",
        1251 => b"windows-1251",
        1253 => b"windows-1253",
        1254 => b"windows-1254",
        1255 => b"windows-1255",
        1256 => b"windows-1256",
        1257 => b"windows-1257",
        1258 => b"windows-1258",
        10_000 => b"macintosh",
        _ => return Some(windows_1252(byte)),
    };
    let decoded = charset_decoder(label)?(&[byte]);
    decoded.chars().next().filter(|&c| c != char::REPLACEMENT_CHARACTER)
}
