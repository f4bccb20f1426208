//! Bytes to characters.

use std::borrow::Cow;

use crate::eight::{eight, plain};

/// How many of the first bytes tell whether a file is text.
const SAMPLE: usize = 64 << 10;

/// Whether bytes are text: few or none of them are control characters, or they are UTF-16.
///
/// RTF and HTML are written in letters but are not text to a reader.
pub fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(SAMPLE)];
    if utf16(head).is_some() {
        return true;
    }
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |tag: &[u8]| start.len() >= tag.len() && start[..tag.len()].eq_ignore_ascii_case(tag);
    if begins(b"{\\rtf") || begins(b"<!doctype html") || begins(b"<html") || begins(b"<?xml") {
        return false;
    }
    let control = head.iter().filter(|&&b| is_control(b) || b == 0x7f).count();
    control * 50 <= head.len()
}

fn is_control(b: u8) -> bool {
    b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b)
}

/// The text of a file: UTF-8, UTF-16 with a mark or plainly so, and where bytes are neither, Windows-1252.
///
/// Characters that take no room (zero bytes and other control characters, byte order marks, soft hyphens,
/// zero-width blanks) are left out; every sign that ends a line but the form feed becomes a line feed.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let text = match utf16(&bytes[..bytes.len().min(SAMPLE)]) {
        Some(big) => Cow::Owned(from_utf16(bytes, big)),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(mixed(bytes)),
        },
    };
    let mut clean = String::new();
    let (mut from, mut at) = (0, 0);
    while let Some(next) = suspect(text.as_bytes(), at) {
        at = next;
        // The bytes of other characters that are told by their first are passed over too.
        let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|&c| !is_kept(c)) else {
            at += 1;
            continue;
        };
        clean.push_str(&text[from..at]);
        at += sign.len_utf8();
        if sign == '\r' && text[at..].starts_with('\n') {
            at += 1;
        }
        if matches!(sign, '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            clean.push('\n');
        }
        from = at;
    }
    if from == 0 {
        return text;
    }
    clean.push_str(&text[from..]);
    Cow::Owned(clean)
}

/// The next byte from an index on that may begin a character that is not kept.
fn suspect(bytes: &[u8], mut at: usize) -> Option<usize> {
    while at < bytes.len() {
        let end = bytes.len().min(at + 8);
        // Zeros behind the end of the text are not plain.
        if !plain(eight(bytes, at)) {
            let found = (at..end).find(|&at| SUSPECT[usize::from(bytes[at])]);
            if found.is_some() {
                return found;
            }
        }
        at = end;
    }
    None
}

/// Bytes that may begin a character that is not kept.
const SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut b = 0;
    while b < 256 {
        suspect[b] = matches!(b, 0..=8 | 0x0b | 0x0d..=0x1f | 0x7f | 0xc2 | 0xe2 | 0xef);
        b += 1;
    }
    suspect
};

fn is_kept(c: char) -> bool {
    match c {
        '\t' | '\n' | '\u{c}' | ' '..='~' => true,
        '\0'..='\u{1f}' | '\u{7f}' | '\u{85}' | '\u{ad}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => false,
        _ => true,
    }
}

/// Whether bytes are UTF-16, and if so whether the high byte comes first.
fn utf16(head: &[u8]) -> Option<bool> {
    match head {
        [0xff, 0xfe, ..] => return Some(false),
        [0xfe, 0xff, ..] => return Some(true),
        _ => {}
    }
    if !head.contains(&0) {
        return None;
    }
    // Without a mark: in English every other byte is zero, and zeros stand nowhere else.
    let pairs = head.len() / 2;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even * 10 >= pairs * 7, odd * 10 >= pairs * 7) {
        (true, false) if pairs > 1 && odd * 50 <= pairs => Some(true),
        (false, true) if pairs > 1 && even * 50 <= pairs => Some(false),
        _ => None,
    }
}

fn from_utf16(bytes: &[u8], big: bool) -> String {
    let unit = |pair: &[u8]| {
        let pair = [pair[0], pair[1]];
        if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    };
    char::decode_utf16(bytes.chunks_exact(2).map(unit)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Reads what is UTF-8 as such and every other byte as Windows-1252.
fn mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|&b| windows_1252(b)));
    }
    text
}

/// A byte of Windows-1252; the five that it leaves open are read as Latin-1.
pub fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    if (0x80..0xa0).contains(&byte) { HIGH[usize::from(byte - 0x80)] } else { char::from(byte) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Public liability “£5m” – per claim\n";

    fn units(big: bool) -> impl Iterator<Item = u8> {
        TEXT.replace('\n', "\r\n")
            .encode_utf16()
            .collect::<Vec<_>>()
            .into_iter()
            .flat_map(move |u| if big { u.to_be_bytes() } else { u.to_le_bytes() })
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        let windows = b"Public liability \x93\xa35m\x94 \x96 per claim\r\n".to_vec();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", TEXT.as_bytes().to_vec()),
            marked(b"\xff\xfe", units(false).collect()),
            marked(b"\xfe\xff", units(true).collect()),
            units(false).collect(),
            units(true).collect(),
            windows,
        ] {
            assert!(is_text(&bytes));
            assert_eq!(decode(&bytes), TEXT);
        }
    }

    #[test]
    fn every_line_end_becomes_a_line_feed() {
        assert_eq!(decode("a\r\nb\rc\nd\u{2028}e\u{b}f\u{c}g\r\r\nh".as_bytes()), "a\nb\nc\nd\ne\nf\u{c}g\n\nh");
    }

    #[test]
    fn one_wrong_byte_spoils_no_other_letter() {
        assert_eq!(decode(b"caf\xc3\xa9 and caf\xe9, \xc2\xa35m"), "café and café, £5m");
    }

    #[test]
    fn what_takes_no_room_is_left_out() {
        let text = "insur\u{ad}ance\0 of\u{200b} £5m\u{feff}";
        assert!(is_text(&[text.as_bytes(), &[b' '; 60]].concat()));
        assert_eq!(decode(text.as_bytes()), "insurance of £5m");
    }

    #[test]
    fn pictures_programs_and_mark_up_are_not_text() {
        assert!(!is_text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0"));
        assert!(!is_text(&(0..=255).collect::<Vec<u8>>()));
        assert!(!is_text(b"{\\rtf1\\ansi Tender}"));
        assert!(!is_text(b"\n<!DOCTYPE html><p>Tender"));
        assert!(!is_text(&[0; 100]));
        assert!(is_text(b""));
    }
}
