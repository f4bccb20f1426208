//! Font programs, opened only where a font's dictionary does not tell which characters its codes stand for.

use std::collections::HashMap;

use read_fonts::model::{Font as Program, Kind};
use read_fonts::ps::agl::name_to_chars;

use super::encodings::Encoding;
use super::fonts::Text;

/// A glyph's name as text.
pub fn named(name: &str) -> Text {
    let mut chars = name_to_chars(name);
    match (chars.next(), chars.next()) {
        (None, _) => Text::Unknown,
        (Some(c), None) => Text::Char(c),
        _ => Text::Several(name_to_chars(name).collect::<String>().into_boxed_str()),
    }
}

/// Characters by code, as a font program has them.
pub fn own_encoding(data: Vec<u8>, symbolic: bool) -> Option<Vec<Text>> {
    let font = Program::new(data, 0)?;
    let mut texts = vec![Text::Unknown; 256];
    match font.kind() {
        Kind::Type1(program) => {
            let encoding = program.encoding()?;
            for (code, text) in (0..=255).zip(&mut texts) {
                *text = encoding.glyph_name(code).map_or(Text::Unknown, named);
            }
        }
        Kind::Cff(..) => {
            let reverse = reverse(&font);
            let charmap = font.charmap();
            for encoding in charmap.encodings() {
                for (code, glyph) in charmap.codes(encoding).take(256) {
                    if let (Some(text), Some(&c)) = (texts.get_mut(code as usize), reverse.get(&glyph.to_u32())) {
                        *text = Text::Char(c);
                    }
                }
            }
        }
        Kind::Sfnt(..) => {
            if !symbolic {
                return None;
            }
            let reverse = reverse(&font);
            let charmap = font.charmap();
            for encoding in charmap.encodings() {
                let ids = encoding.sfnt_ids();
                if !matches!(ids, Some((1 | 3, 0))) {
                    continue;
                }
                for (code, glyph) in charmap.codes(encoding).take(1024) {
                    let slot = texts.get_mut((code & 0xff) as usize).filter(|_| code < 0x100 || code >> 12 == 0xf);
                    let named = || font.glyph_name(glyph).map(|name| named(name.as_str()));
                    // A map to its own private codes tells nothing; most such fonts are in Windows' order anyway.
                    let told = reverse.get(&glyph.to_u32()).filter(|c| !('\u{f000}'..='\u{f0ff}').contains(*c));
                    if let Some(text) = slot {
                        *text = told.map(|&c| Text::Char(c)).or_else(named).unwrap_or(Text::Unknown);
                    }
                }
            }
            let windows = Encoding::WinAnsi.table();
            for (text, c) in texts.iter_mut().zip(windows) {
                if *text == Text::Unknown && c.is_ascii() && c != '\u{fffd}' {
                    *text = Text::Char(c);
                }
            }
        }
    }
    texts.iter().any(|text| *text != Text::Unknown).then_some(texts)
}

/// A program's character map read backwards: characters by glyph.
pub fn reverse(font: &Program) -> HashMap<u32, char> {
    let mut chars = HashMap::new();
    for (c, glyph) in font.charmap().unicodes().take(0x1_0000) {
        if let Some(c) = char::from_u32(c) {
            chars.entry(glyph.to_u32()).or_insert(c);
        }
    }
    chars
}
