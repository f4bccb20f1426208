//! Notices as open data: OCDS 1.0 and 1.1, as Find a Tender, Contracts Finder, Public Contracts Scotland and
//! `Sell2Wales` give them.
//!
//! A structured notice becomes what the same notice is on the service's page: headings and named fields, lot by lot.
//! The path of a field in the file (`tender/lots/0/value`) is its label, so that each fact can be looked up. What has
//! no name of its own here is still read: its key is its name.
//!
//! | file | holds |
//! |---|---|
//! | `releases` | which releases a file holds, and how those of one process are merged |
//! | `notice` | the order of a notice |
//! | `names` | the names of its fields, and of codes |
//! | `show` | amounts, dates, periods and codes as a notice shows them |

mod names;
mod notice;
mod releases;
mod show;
#[cfg(test)]
mod tests;

use serde_json::Value;

use self::notice::Notice;
use crate::document::{Document, Format, Unread, Why};
use crate::read::text;

/// Largest file that is read, in bytes. A notice has some tens of kilobytes, a day's notices some megabytes.
pub const LARGEST: usize = 16 << 20;
/// Most blocks of a document; further notices of a bulk file are not read.
pub const MAX_BLOCKS: usize = 50_000;

/// Reads a release, a release package, a record package, a list of these, or one of these on each line.
///
/// JSON that is no notice is [`Why::UnknownType`]; of a file that breaks off the whole notices before the break are read.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    if bytes.len() > LARGEST {
        return Document::unread(name, Format::Ocds, Why::TooLarge, None);
    }
    let text = text::decode(bytes);
    let (mut values, mut unread) = (vec![], vec![]);
    let mut fault = |why, detail: &str| {
        unread.push(Unread { why, pages: vec![], detail: Some(detail.to_owned()) });
    };
    for value in serde_json::Deserializer::from_str(&text).into_iter::<Value>() {
        match value {
            Ok(value) => values.push(value),
            // Where the text stands is of use to whoever made the file; its words are the library's own.
            Err(error) => fault(Why::Damaged, &error.to_string()),
        }
    }
    let (releases, mut cut) = releases::releases(values);
    if releases.is_empty() && unread.is_empty() {
        return Document::unread(name, Format::Unknown, Why::UnknownType, Some("JSON that is no notice".to_owned()));
    }
    let mut blocks = vec![];
    for release in &releases {
        let (notice, whole) = Notice::new(&release.path, MAX_BLOCKS - blocks.len()).read(&release.value);
        blocks.extend(notice);
        cut |= !whole;
        if !whole {
            break;
        }
    }
    if cut {
        unread.push(Unread { why: Why::TooLarge, pages: vec![], detail: Some("notices".to_owned()) });
    }
    if unread.is_empty() && blocks.iter().all(|block| block.text == names::UNTITLED) {
        unread.push(Unread { why: Why::Empty, pages: vec![], detail: None });
    }
    Document { name: name.to_owned(), format: Format::Ocds, pages: None, blocks, unread }
}
