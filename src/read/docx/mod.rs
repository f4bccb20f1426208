//! docx.

use crate::document::{Document, Format, Why};

/// Reads a file of this format.
pub fn read(name: &str, _bytes: &[u8]) -> Document {
    Document::unread(name, Format::Docx, Why::UnknownType, None)
}
