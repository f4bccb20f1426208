//! Plain text and Markdown.
//!
//! Plain text marks nothing, so its structure is told from how lines stand and begin: numbers and bullets, columns,
//! blank lines, and where a margin broke the lines. Every word of the text is in the document's blocks or labels.

mod blocks;
mod decode;
mod lines;
mod lists;
mod table;
#[cfg(test)]
mod tests;

pub use decode::is_text;

use crate::document::{Document, Format, Why};

/// Largest text that is read, in bytes.
pub const LARGEST: usize = 50 << 20;

/// Reads plain text.
///
/// Form feeds are the ends of pages. Lines that a margin broke are joined by a blank; a text longer than
/// [`LARGEST`] is not read.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    if bytes.len() > LARGEST {
        return Document::unread(name, Format::Text, Why::TooLarge, None);
    }
    let text = decode::decode(bytes);
    let (mut lines, pages) = lines::lines(&text);
    if lines.is_empty() {
        return Document::unread(name, Format::Text, Why::Empty, None);
    }
    lines::find_margins(&mut lines);
    lines::mark_running(&mut lines, pages);
    let blocks = blocks::blocks(&lines, pages.is_some());
    Document { name: name.to_owned(), format: Format::Text, pages, blocks, unread: vec![] }
}

/// Reads Markdown.
pub fn read_markdown(name: &str, bytes: &[u8]) -> Document {
    read(name, bytes)
}

/// Adds words to a text, with one blank wherever blanks or tabs part them.
fn push_words(text: &mut String, words: &str) {
    if !words.contains('\t') && !words.contains("  ") {
        text.push_str(words);
        return;
    }
    for (i, word) in words.split([' ', '\t']).filter(|word| !word.is_empty()).enumerate() {
        if i > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
}
