//! Plain text and Markdown.
//!
//! Plain text marks nothing, so its structure is told from how lines stand and begin: numbers and bullets, columns,
//! blank lines, and where a margin broke the lines. Every word of the text is in the document's blocks or labels.

mod blocks;
mod decode;
mod inline;
mod lines;
pub(super) mod lists;
mod markdown;
mod notice;
mod pairs;
mod table;
#[cfg(test)]
mod tests;

#[cfg(feature = "text")]
pub(super) use decode::decode;
pub use decode::is_text;
#[cfg(feature = "office")]
pub(super) use decode::windows_1252;

use crate::document::{Block, Document, Format, Why};

/// Largest text that is read, in bytes.
pub const LARGEST: usize = 12 << 20;

/// Whether a text is Markdown, by the ending of its name or by its marks.
pub fn is_markdown(name: &str, bytes: &[u8]) -> bool {
    /// How much of a text is looked at.
    const SAMPLE: usize = 64 << 10;
    let named = name.rsplit('.').next().is_some_and(|e| ["md", "markdown"].iter().any(|m| e.eq_ignore_ascii_case(m)));
    named || markdown::is_markdown(&String::from_utf8_lossy(&bytes[..bytes.len().min(SAMPLE)]))
}

/// Reads plain text.
///
/// Form feeds are the ends of pages. Lines that a margin broke are joined by a blank; a text longer than
/// [`LARGEST`] is not read.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    document(name, Format::Text, bytes, |text| {
        let (mut lines, pages) = lines::lines(text);
        notice::mark(&mut lines);
        lines::find_margins(&mut lines);
        lines::mark_running(&mut lines, pages);
        (blocks::blocks(&lines, pages.is_some()), pages)
    })
}

/// Reads Markdown.
///
/// Links are their words, emphasis and tags are gone; a text longer than [`LARGEST`] is not read.
pub fn read_markdown(name: &str, bytes: &[u8]) -> Document {
    document(name, Format::Markdown, bytes, |text| {
        let text = markdown::without_comments(text);
        (markdown::blocks(lines::lines(&text).0), None)
    })
}

fn document(
    name: &str,
    format: Format,
    bytes: &[u8],
    read: impl FnOnce(&str) -> (Vec<Block>, Option<u32>),
) -> Document {
    if bytes.len() > LARGEST {
        return Document::unread(name, format, Why::TooLarge, None);
    }
    let (blocks, pages) = read(&decode::decode(bytes));
    let blocks = pairs::join(blocks);
    if blocks.is_empty() {
        return Document::unread(name, format, Why::Empty, None);
    }
    Document { name: name.to_owned(), format, pages, blocks, unread: vec![] }
}

/// Adds words to a text, with one blank wherever blanks or tabs part them.
fn push_words(text: &mut String, words: &str) {
    if !lines::signs(words).0.part() {
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
