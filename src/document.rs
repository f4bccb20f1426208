//! The one shape that every reader gives and everything else takes.
//!
//! A [`Document`] is a list of [`Block`]s in reading order. Its text is the texts of its blocks joined by one
//! line feed each, so a place in the document is a range of that text, and no reader has to keep offsets:
//! in JavaScript `document.blocks.map(b => b.text).join("\n")` is the same text.

use serde::{Deserialize, Serialize};

use crate::eight::{HIGH, blanks, eight};

mod flat;
mod outline;

pub use outline::Outline;

/// A tender document as read from one file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Document {
    /// Name of the file, without its folders.
    pub name: String,
    /// What the bytes turned out to be.
    pub format: Format,
    /// Number of pages, where the format knows pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub pages: Option<u32>,
    /// Headings, paragraphs, list items, table rows and so on, in reading order.
    pub blocks: Vec<Block>,
    /// What could not be read, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", ts(as = "Option<Vec<Unread>>", optional))]
    pub unread: Vec<Unread>,
}

/// The kind of a file, told from its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Format {
    /// Plain text, in UTF-8, UTF-16 or Windows-1252.
    Text,
    /// Markdown.
    Markdown,
    /// Word since 2007.
    Docx,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// A spreadsheet of `LibreOffice` and other programs: `OpenDocument`.
    Ods,
    /// A text of `LibreOffice` and other programs: `OpenDocument`.
    Odt,
    /// PDF.
    Pdf,
    /// A page of the web: HTML.
    Html,
    /// RTF, which word processors of all kinds write.
    Rtf,
    /// An e-mail, without the files that are attached to it.
    Email,
    /// A notice as open data: OCDS JSON.
    Ocds,
    /// A zip archive: a pack of documents, or one of the formats that are made of such an archive.
    Zip,
    /// Something that no reader here knows.
    Unknown,
}

/// One heading, paragraph, list item, table row, field or note.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Block {
    /// What it is.
    #[serde(flatten)]
    pub kind: Kind,
    /// Its text as a person reads it, without its number or bullet.
    /// A row's cells are parted by a tab; a line break inside a block is a line feed.
    pub text: String,
    /// The number or bullet in front, as the document shows it: `4.2.1`, `(a)`, `•`. Not part of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub label: Option<String>,
    /// Page on which it begins, counted from 1, where the format knows pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub page: Option<u32>,
    /// Cell of the sheet in which it begins, as spreadsheets name it: `B4`. The sheet's name is the heading above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub cell: Option<String>,
    /// Columns of a row at which a cell goes on that began in a row above: it is there without text, which is in that row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", ts(as = "Option<Vec<u16>>", optional))]
    pub merged: Vec<u16>,
    /// The box around what of it stands on its page, where the format draws its text at places.
    #[cfg(boxes)]
    #[serde(default, rename = "box", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub bounds: Option<Bounds>,
}

/// A box on a page: left, top, right and bottom edge in whole points (1/72 inch), from the top left corner of the page as it
/// is shown, turned as the file says.
#[cfg(boxes)]
pub type Bounds = [u16; 4];

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Kind {
    /// A heading; level 1 is the highest, 9 the lowest.
    Heading {
        /// 1 to 9.
        level: u8,
    },
    /// A paragraph.
    Paragraph,
    /// An item of a list or a numbered clause; level 0 is the outermost.
    ListItem {
        /// 0 to 8.
        level: u8,
    },
    /// A row of a table. Its cells are `text.split('\t')`.
    Row {
        /// Which table of the document, counted from 0; a table inside a table has a number of its own.
        table: u32,
        /// Column at which each cell starts, counted from 0; as many as there are cells.
        columns: Vec<u16>,
        /// Whether it names the columns for the rows below.
        head: bool,
    },
    /// A named field of a notice. `text` holds name and value as they are shown: `Closing date: 4 May 2027`.
    Field {
        /// The field's name, with which the text begins.
        name: String,
    },
    /// A running head.
    Header,
    /// A running foot.
    Footer,
    /// A footnote or endnote, placed after the block that refers to it.
    Footnote,
}

/// Something in a file that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Unread {
    /// Why.
    pub why: Why,
    /// Pages that are affected, counted from 1; none means the file as a whole or a part without a page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", ts(as = "Option<Vec<u32>>", optional))]
    pub pages: Vec<u32>,
    /// A detail for the curious: the name of the part, the reader's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub detail: Option<String>,
}

/// Why something was not read. The words that people see for each are in the message files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Why {
    /// Pages that are pictures: nothing but a scan, no text layer.
    NoTextLayer,
    /// Text whose letters cannot be told: fonts without a map to characters.
    Unmapped,
    /// The file asks for a password.
    Locked,
    /// The file, or a part of it, is broken.
    Damaged,
    /// No reader here knows this type.
    UnknownType,
    /// A type that must be saved anew: the older `.doc` and `.xls`, binary workbooks (`.xlsb`).
    OldFormat,
    /// A limit of size, depth or time was passed.
    TooLarge,
    /// The file has nothing in it.
    Empty,
    /// A file inside the file.
    Embedded,
    /// The reader was told to stop before its turn came.
    Stopped,
    /// A sheet, or rows or columns of one, that a person does not see. It was read all the same.
    Hidden,
}

/// What [`Unread::detail`] says where passwords were given and none of them opens the file.
pub const PASSWORD: &str = "password";
/// The limit of time, as [`Unread::detail`] names it.
pub const TIME: &str = "time";
/// The limit of files in a pack.
pub const FILES: &str = "files";
/// The limit of archives inside each other.
pub const NESTING: &str = "nesting";

impl Document {
    /// An empty document with a reason why it was not read.
    pub fn unread(name: &str, format: Format, why: Why, detail: impl Into<Option<String>>) -> Self {
        let unread = vec![Unread { why, pages: vec![], detail: detail.into() }];
        Self { name: name.to_owned(), format, pages: None, blocks: vec![], unread }
    }

    /// The document's text: its blocks' texts joined by line feeds.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.blocks.iter().map(|b| b.text.len() + 1).sum());
        for (i, block) in self.blocks.iter().enumerate() {
            if i > 0 {
                text.push('\n');
            }
            text.push_str(&block.text);
        }
        text
    }

    /// Number of words, as runs of letters and digits between white space.
    pub fn words(&self) -> usize {
        self.blocks.iter().map(|b| words(&b.text)).sum()
    }

    /// Number of tables.
    pub fn tables(&self) -> usize {
        let table = |b: &Block| if let Kind::Row { table, .. } = b.kind { table as usize + 1 } else { 0 };
        self.blocks.iter().map(table).max().unwrap_or(0)
    }
}

impl Block {
    /// A block with neither label nor place.
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            label: None,
            page: None,
            cell: None,
            merged: vec![],
            #[cfg(boxes)]
            bounds: None,
        }
    }

    /// The cell of the sheet in which a place of its text stands; none where it stands on no sheet.
    pub fn cell_at(&self, at: usize) -> Option<String> {
        let first = self.cell.as_deref()?;
        let nth = self.text.get(..at).unwrap_or_default().matches('\t').count();
        let Some((column, _)) = self.cells().nth(nth) else { return Some(first.to_owned()) };
        let row = first.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        Some(letters(column) + row)
    }

    /// The cells of a row with the column at which each starts; for any other block nothing.
    pub fn cells(&self) -> impl Iterator<Item = (u16, &str)> {
        let columns: &[u16] = if let Kind::Row { columns, .. } = &self.kind { columns } else { &[] };
        columns.iter().copied().zip(self.text.split('\t'))
    }
}

/// The letters of a sheet's column, counted from 0: A, B … Z, AA.
pub(crate) fn letters(column: u16) -> String {
    let mut letters = String::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters
}

/// Runs of signs between white space.
fn words(text: &str) -> usize {
    let bytes = text.as_bytes();
    // What follows a blank begins a word; the bit of the byte before stands in the lowest byte.
    let (mut count, mut blank, mut at) = (0, 0x80_u64, 0);
    while at < bytes.len() {
        let eight = eight(bytes, at);
        if at + 8 <= bytes.len() && eight & HIGH == 0 {
            let blanks = blanks(eight);
            count += ((blanks << 8 | blank) & !blanks).count_ones() as usize;
            (blank, at) = (blanks >> 56, at + 8);
            continue;
        }
        let sign = text[at..].chars().next().unwrap_or(' ');
        let next = if sign.is_whitespace() { 0x80 } else { 0 };
        count += usize::from(blank > next);
        (blank, at) = (next, at + sign.len_utf8());
    }
    count
}

#[cfg(all(doctest, feature = "judge"))]
#[doc = include_str!("../docs/document.md")]
struct Page;
