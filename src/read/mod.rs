//! Bytes to [`Document`]. One file or folder a format; the type is told from the bytes, not from the name.

use serde::Serialize;

use crate::document::{Document, Format, Unread, Why};

#[cfg(feature = "office")]
mod compound;
#[cfg(feature = "office")]
pub mod docx;
#[cfg(any(feature = "office", feature = "text"))]
// Not every reader uses all of it.
#[cfg_attr(not(all(feature = "office", feature = "text")), allow(dead_code))]
mod flow;
#[cfg(any(feature = "office", feature = "pdf", feature = "text"))]
// Not every reader uses all of it.
#[cfg_attr(not(all(feature = "office", feature = "pdf", feature = "text")), allow(dead_code))]
mod heads;
#[cfg(feature = "text")]
pub mod html;
#[cfg(feature = "text")]
pub mod mail;
#[cfg(any(feature = "pdf", feature = "schema"))]
pub mod maps;
#[cfg(feature = "office")]
pub mod msg;
#[cfg(any(feature = "office", feature = "text"))]
#[cfg_attr(not(feature = "office"), allow(dead_code))]
mod numerals;
#[cfg(feature = "text")]
pub mod ocds;
#[cfg(feature = "office")]
pub mod ods;
#[cfg(feature = "office")]
pub mod odt;
#[cfg(feature = "office")]
mod ole;
#[cfg(any(feature = "office", feature = "pdf", feature = "text"))]
mod outline;
#[cfg(any(feature = "office", feature = "text"))]
pub mod pack;
#[cfg(feature = "office")]
pub(crate) mod package;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "office")]
pub mod rtf;
#[cfg(any(feature = "office", feature = "text"))]
mod shape;
#[cfg(feature = "office")]
mod sheet;
pub mod structure;
#[cfg(any(feature = "office", feature = "text"))]
#[cfg_attr(not(feature = "office"), allow(dead_code))]
mod symbols;
#[cfg(any(feature = "office", feature = "pdf", feature = "text"))]
pub mod text;
#[cfg(feature = "office")]
pub mod xlsx;
#[cfg(feature = "office")]
pub(crate) mod xml;
#[cfg(feature = "office")]
pub mod zip;

/// The readers, as they are parted: each is a feature of this package and a wasm module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Reader {
    /// Of what is written as text: plain text, Markdown, HTML, e-mail, JSON.
    Text,
    /// Of office files and packs: zip archives, compound files and RTF.
    Office,
    /// Of PDF files.
    Pdf,
}

/// How many of a file's first bytes tell its reader.
pub const HEAD: usize = 1024;

/// Most bytes of text of a document, and of a pack: four thousand pages. Understanding takes some twenty times as much memory;
/// what is behind is not read.
pub const MAX_TEXT: usize = 12 << 20;

/// First bytes of zip archives, one of them empty.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
/// First bytes of compound files.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Tells from the first bytes of a file who reads it. What nobody knows goes to the readers of text, who say so.
pub fn reader(bytes: &[u8]) -> Reader {
    if is_zip(bytes) || bytes.starts_with(OLE) || is_flat(bytes) || is_rtf(bytes) {
        Reader::Office
    } else if is_pdf(bytes) {
        Reader::Pdf
    } else {
        Reader::Text
    }
}

/// Whether a file's first bytes are those of PDF.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(HEAD)].windows(5).any(|w| w == b"%PDF-")
}

fn is_zip(bytes: &[u8]) -> bool {
    ZIP.iter().any(|signature| bytes.starts_with(signature))
}

/// Whether bytes are an `OpenDocument` file that is no archive but one file of XML.
fn is_flat(bytes: &[u8]) -> bool {
    const ROOT: &[u8] = b"<office:document";
    let head = &bytes[..bytes.len().min(HEAD)];
    head.trim_ascii_start().starts_with(b"<?xml") && head.windows(ROOT.len()).any(|tag| tag == ROOT)
}

/// Reads one file. Whatever the bytes, a document comes back: what could not be read is listed in it.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    read_telling(name, bytes, &[], &mut |_, _| {})
}

/// Takes the number of a page that is about to be read, and how many there are.
pub type Tell<'t> = &'t mut dyn FnMut(u32, u32);

/// Reads one file, and tells how far it is where it has pages. Where it asks for a password these are tried.
pub fn read_telling(name: &str, bytes: &[u8], passwords: &[String], tell: Tell) -> Document {
    let mut document = read_by_kind(name, bytes, passwords, tell);
    limit_text(&mut document, &mut { MAX_TEXT });
    document
}

/// Cuts a document where its text passes what is left of a limit, and says so in it; takes what it has from what is left.
pub fn limit_text(document: &mut Document, left: &mut usize) {
    let mut fits = |block: &crate::document::Block| match left.checked_sub(block.text.len()) {
        Some(rest) => {
            *left = rest;
            true
        }
        None => false,
    };
    let kept = document.blocks.iter().take_while(|block| fits(block)).count();
    if kept < document.blocks.len() {
        document.blocks.truncate(kept);
        document.unread.push(Unread { why: Why::TooLarge, pages: vec![], detail: Some("text".to_owned()) });
    }
}

#[cfg_attr(not(feature = "pdf"), allow(unused_variables, reason = "the other formats have no pages"))]
fn read_by_kind(name: &str, bytes: &[u8], passwords: &[String], tell: Tell) -> Document {
    match reader(bytes) {
        #[cfg(feature = "text")]
        Reader::Text => read_text(name, bytes),
        #[cfg(feature = "office")]
        Reader::Office if is_zip(bytes) => zip::read(name, bytes),
        #[cfg(feature = "office")]
        Reader::Office if is_flat(bytes) => odt::read_flat(name, bytes),
        #[cfg(feature = "office")]
        Reader::Office if is_rtf(bytes) => rtf::read(name, bytes),
        #[cfg(feature = "office")]
        Reader::Office => ole::read(name, bytes),
        #[cfg(feature = "pdf")]
        Reader::Pdf => pdf::read_telling(name, bytes, passwords, tell),
        #[allow(unreachable_patterns, reason = "with all features there is a reader for each")]
        _ => Document::unread(name, Format::Unknown, Why::UnknownType, None),
    }
}

/// Reads what is written as text. Markdown is told from plain text by its name or its marks.
#[cfg(feature = "text")]
fn read_text(name: &str, bytes: &[u8]) -> Document {
    if mail::is_mail(bytes) {
        mail::read(name, bytes)
    } else if is_json(bytes) {
        ocds::read(name, bytes)
    } else if is_html(bytes) {
        html::read(name, bytes)
    } else if is_picture(bytes) {
        Document::unread(name, Format::Unknown, Why::UnknownType, Some("picture".to_owned()))
    } else if !text::is_text(bytes) {
        Document::unread(name, Format::Unknown, Why::UnknownType, None)
    } else if text::is_markdown(name, bytes) {
        text::read_markdown(name, bytes)
    } else {
        text::read(name, bytes)
    }
}

/// Whether a file's first bytes begin a page: with one of the tags that stand first in one.
#[cfg(feature = "text")]
fn is_html(bytes: &[u8]) -> bool {
    const FIRST: [&[u8]; 6] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<!-- saved from"];
    // UTF-16 has a zero byte for every other one.
    let head = &bytes[..bytes.len().min(HEAD)];
    let head: Vec<u8> = head.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let start =
        head.strip_prefix(b"\xef\xbb\xbf").or(head.strip_prefix(b"\xff\xfe")).unwrap_or(&head).trim_ascii_start();
    let begins = FIRST.iter().any(|tag| start.starts_with(tag));
    begins || start.starts_with(b"<?xml") && start.windows(5).any(|tag| tag == b"<html")
}

/// Whether a file's first bytes are those of a picture, as scanners and telephones make them.
#[cfg(feature = "text")]
fn is_picture(bytes: &[u8]) -> bool {
    const FIRST: [&[u8]; 6] = [b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*", b"BM"];
    let kind = bytes.get(4..12).unwrap_or_default();
    let heic = kind.starts_with(b"ftyphei") || kind.starts_with(b"ftypmif1");
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    heic || webp || FIRST.iter().any(|first| bytes.starts_with(first)) && !text::is_text(bytes)
}

/// Whether a file's first bytes begin RTF.
fn is_rtf(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start().starts_with(b"{\\rtf")
}

/// Whether bytes are JSON: an object or a list of objects.
#[cfg(feature = "text")]
fn is_json(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let behind = |first: u8| start.strip_prefix(&[first]).and_then(|rest| rest.trim_ascii_start().first().copied());
    behind(b'{') == Some(b'"') || behind(b'[') == Some(b'{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_behind_the_limit_is_cut_and_said() {
        let mut left = 10;
        let mut document = read("a.txt", b"Lot 1\n\nLot 2\n\nLot 3");
        limit_text(&mut document, &mut left);
        assert_eq!((document.text().as_str(), left), ("Lot 1\nLot 2", 0));
        assert_eq!(document.unread[0].why, Why::TooLarge);
        let mut next = read("b.txt", b"Lot 4");
        limit_text(&mut next, &mut left);
        assert_eq!((next.blocks.len(), next.unread[0].why), (0, Why::TooLarge));
    }

    #[test]
    fn pictures_are_told_from_what_nobody_knows() {
        let detail = |first: &[u8]| read("scan", &[first, &[0; 64]].concat()).unread[0].detail.clone();
        for first in [&b"\xff\xd8\xff\xe0"[..], b"\x89PNG\r\n", b"II*\0", b"\0\0\0\x18ftypheic", b"RIFF\x01\0\0\0WEBP"]
        {
            assert_eq!(detail(first).as_deref(), Some("picture"), "{first:?}");
        }
        assert_eq!(detail(b"\x01\x02\x03\x04"), None);
        assert_eq!(read("a.txt", b"BM is short for benchmark.").words(), 5);
    }

    #[test]
    fn the_reader_of_a_file_is_told_from_its_first_bytes() {
        let zip = [b"PK\x03\x04".as_slice(), &[0; 2000]].concat();
        let flat = b"<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"urn:o\">";
        let rtf = b"\xef\xbb\xbf\n{\\rtf1";
        assert_eq!([reader(&zip), reader(OLE), reader(flat), reader(rtf)], [Reader::Office; 4]);
        let late = |blanks: usize| [vec![b' '; blanks].as_slice(), b"%PDF-1.7"].concat();
        assert_eq!([reader(&late(0)), reader(&late(HEAD - 5))], [Reader::Pdf; 2]);
        assert_eq!(reader(&late(HEAD - 4)), Reader::Text);
        for text in ["", "Lots", "<html>", "{\"ocid\": 1}", "\0\u{1}"] {
            assert_eq!(reader(text.as_bytes()), Reader::Text);
        }
    }
}
