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
use self::releases::Release;
use crate::document::{Block, Document, Format, Unread, Why};
use crate::read::text;

/// Largest file that is read, in bytes. A notice has some tens of kilobytes, a day's notices some megabytes.
pub const LARGEST: usize = 16 << 20;
/// Most blocks of a document; further notices of a bulk file are not read.
pub const MAX_BLOCKS: usize = 50_000;
/// Most letters of a title that a document is called by.
const MAX_TITLE: usize = 80;

/// Reads a release, a release package, a record package, a list of these, or one of these on each line, as one document.
///
/// JSON that is no notice is [`Why::UnknownType`]; of a file that breaks off the whole notices before the break are read.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    if bytes.len() > LARGEST {
        return Document::unread(name, Format::Ocds, Why::TooLarge, None);
    }
    document(name, Notices::of(bytes))
}

/// The same of a release, record or package that was parsed already.
#[cfg(feature = "cli")]
pub fn read_value(name: &str, value: Value) -> Document {
    let (releases, cut) = releases::releases(vec![value]);
    document(name, Notices { releases, cut, unread: vec![] })
}

fn document(name: &str, Notices { releases, mut cut, mut unread }: Notices) -> Document {
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
        unread.push(limit());
    }
    if unread.is_empty() {
        unread.extend(empty(&blocks));
    }
    Document { name: name.to_owned(), format: Format::Ocds, pages: None, blocks, unread }
}

/// Reads a bulk file: the notices of several processes, each a document of its own, named by its title and number below
/// `name`. At most `most` processes are read; the number tells how many there are. None where a file is no bulk file.
///
/// What of the file could not be read is told with the first of them.
pub fn open(name: &str, bytes: &[u8], most: usize) -> Option<(Vec<Document>, usize)> {
    const NUMBER: &[u8] = b"\"ocid\"";
    // Most notices come alone, and are not taken apart twice.
    if bytes.len() > LARGEST || bytes.windows(NUMBER.len()).filter(|w| *w == NUMBER).take(2).count() < 2 {
        return None;
    }
    let Notices { releases, cut, unread } = Notices::of(bytes);
    if releases.len() < 2 || most == 0 {
        return None;
    }
    let mut left = MAX_BLOCKS;
    let mut documents = vec![];
    for release in releases.iter().take(most) {
        let (blocks, whole) = Notice::new(&release.path, left).read(&release.value);
        left -= blocks.len();
        let unread = if whole { empty(&blocks).into_iter().collect() } else { vec![limit()] };
        let name = format!("{name}/{}", title(release, &blocks, documents.len() + 1));
        documents.push(Document { name, format: Format::Ocds, pages: None, blocks, unread });
        if !whole {
            break;
        }
    }
    let first = &mut documents[0].unread;
    first.extend(unread);
    if cut && first.is_empty() {
        first.push(limit());
    }
    Some((documents, releases.len()))
}

/// What a process is called among those of a file: its title with its number, so that no two are called the same.
fn title(release: &Release, blocks: &[Block], number: usize) -> String {
    let ocid = release.value.get("ocid").and_then(Value::as_str).map_or_else(|| number.to_string(), str::to_owned);
    let title = blocks.first().map_or("", |block| block.text.as_str());
    let end = title.char_indices().nth(MAX_TITLE).map_or(title.len(), |(at, _)| at);
    // A stroke would part it from its folder.
    format!("{} ({ocid})", &title[..end]).replace(['/', '\\'], "-")
}

/// Tells of a notice that says nothing.
fn empty(blocks: &[Block]) -> Option<Unread> {
    let nothing = blocks.iter().all(|block| block.text == names::UNTITLED);
    nothing.then(|| Unread { why: Why::Empty, pages: vec![], detail: None })
}

fn limit() -> Unread {
    Unread { why: Why::TooLarge, pages: vec![], detail: Some("notices".to_owned()) }
}

/// What a file holds.
struct Notices {
    releases: Vec<Release>,
    /// Whether some was left out.
    cut: bool,
    unread: Vec<Unread>,
}

impl Notices {
    fn of(bytes: &[u8]) -> Self {
        let text = text::decode(bytes);
        let (mut values, mut unread) = (vec![], vec![]);
        for value in serde_json::Deserializer::from_str(&text).into_iter::<Value>() {
            match value {
                Ok(value) => values.push(value),
                // Where the text stands is of use to whoever made the file; its words are the library's own.
                Err(error) => {
                    unread.push(Unread { why: Why::Damaged, pages: vec![], detail: Some(error.to_string()) });
                }
            }
        }
        let (releases, cut) = releases::releases(values);
        Self { releases, cut, unread }
    }
}
