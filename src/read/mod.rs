//! Bytes to [`Document`]. One file or folder a format; the type is told from the bytes, not from the name.

use crate::document::{Document, Format, Why};

#[cfg(feature = "office")]
pub mod docx;
#[cfg(feature = "office")]
mod flow;
#[cfg(any(feature = "office", feature = "pdf"))]
// Not every reader uses all of it.
#[cfg_attr(not(all(feature = "office", feature = "pdf")), allow(dead_code))]
mod heads;
#[cfg(feature = "office")]
pub mod html;
#[cfg(feature = "office")]
mod numerals;
#[cfg(feature = "office")]
pub mod ocds;
mod ole;
#[cfg(any(feature = "office", feature = "pdf"))]
mod outline;
#[cfg(feature = "office")]
pub mod pack;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "office")]
mod shape;
pub mod structure;
#[cfg(feature = "office")]
mod symbols;
pub mod text;
#[cfg(feature = "office")]
pub mod zip;

/// Tells what a file is from its first bytes.
///
/// Any zip archive is [`Format::Zip`]; its reader looks inside. Markdown is told from plain text by its name or its marks.
pub fn format(name: &str, bytes: &[u8]) -> Format {
    let head = &bytes[..bytes.len().min(1024)];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Format::Zip
    } else if bytes.starts_with(ole::SIGNATURE) {
        Format::Unknown
    } else if head.windows(5).any(|w| w == b"%PDF-") {
        Format::Pdf
    } else if is_json(bytes) {
        Format::Ocds
    } else if is_html(head) {
        Format::Html
    } else if text::is_text(bytes) {
        let markdown =
            name.rsplit('.').next().is_some_and(|e| ["md", "markdown"].iter().any(|m| e.eq_ignore_ascii_case(m)));
        if markdown || text::is_markdown(bytes) { Format::Markdown } else { Format::Text }
    } else {
        Format::Unknown
    }
}

/// Whether a file's first bytes begin a page: with one of the tags that stand first in one.
fn is_html(head: &[u8]) -> bool {
    const FIRST: [&[u8]; 6] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<!-- saved from"];
    // UTF-16 has a zero byte for every other one.
    let head: Vec<u8> = head.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let start =
        head.strip_prefix(b"\xef\xbb\xbf").or(head.strip_prefix(b"\xff\xfe")).unwrap_or(&head).trim_ascii_start();
    let begins = FIRST.iter().any(|tag| start.starts_with(tag));
    begins || start.starts_with(b"<?xml") && start.windows(5).any(|tag| tag == b"<html")
}

/// Whether bytes are JSON: an object or a list of objects.
fn is_json(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let behind = |first: u8| start.strip_prefix(&[first]).and_then(|rest| rest.trim_ascii_start().first().copied());
    behind(b'{') == Some(b'"') || behind(b'[') == Some(b'{')
}

/// Reads one file. Whatever the bytes, a document comes back: what could not be read is listed in it.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    match format(name, bytes) {
        #[cfg(feature = "office")]
        Format::Zip => zip::read(name, bytes),
        #[cfg(feature = "office")]
        Format::Html => html::read(name, bytes),
        #[cfg(feature = "office")]
        Format::Ocds => ocds::read(name, bytes),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(name, bytes),
        // The browser's modules for Word and PDF leave text to the core.
        #[cfg(feature = "check")]
        Format::Text => text::read(name, bytes),
        #[cfg(feature = "check")]
        Format::Markdown => text::read_markdown(name, bytes),
        Format::Unknown if bytes.starts_with(ole::SIGNATURE) => {
            let (why, what) = ole::fault(bytes);
            Document::unread(name, Format::Unknown, why, what.to_owned())
        }
        format => Document::unread(name, format, Why::UnknownType, None),
    }
}
