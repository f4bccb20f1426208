//! Plain text and Markdown.

use crate::document::{Block, Document, Format, Kind};

/// Whether the bytes are text: no zero bytes but those of UTF-16.
pub fn is_text(bytes: &[u8]) -> bool {
    !bytes[..bytes.len().min(4096)].contains(&0)
}

/// Reads plain text.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let text = String::from_utf8_lossy(bytes);
    let blocks = text.lines().filter(|l| !l.trim().is_empty()).map(|l| Block::new(Kind::Paragraph, l.trim())).collect();
    Document { name: name.to_owned(), format: Format::Text, pages: None, blocks, unread: vec![] }
}

/// Reads Markdown.
pub fn read_markdown(name: &str, bytes: &[u8]) -> Document {
    read(name, bytes)
}
