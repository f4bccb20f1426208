//! PDF: text with its order, headings, lists and tables put together again from glyphs and ruling lines.
//!
//! ```text
//! content ──glyphs, rules──▶ layout ──words──▶ lines, tables ──▶ order ──▶ running, blocks
//! (fonts: codes to letters)                    (ruling, tags)              (prose: lines to text)
//! ```

#![allow(clippy::many_single_char_names, reason = "the six numbers of a matrix and the places they give")]

mod annotations;
mod attached;
mod blocks;
mod content;
mod encodings;
mod fonts;
mod free;
mod geometry;
mod guard;
mod layout;
mod lines;
pub mod maps;
mod notes;
mod objects;
mod opening;
mod optional;
mod order;
mod paragraphs;
mod path;
mod program;
mod prose;
mod rows;
mod ruling;
mod running;
mod style;
mod tables;
mod tags;
#[cfg(test)]
pub(crate) mod tests;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf, PdfData};

use super::Tell;
use crate::document::{Document, Format, PASSWORD, Unread, Why};
pub use annotations::OWN_NOTE;
use content::Interpreter;
use guard::Budget;
use layout::Sheet;
use tags::Tags;

/// Reads a PDF file.
///
/// Text is read in reading order, from form fields and annotations too; paragraphs are put together over line,
/// column and page breaks. Pages that are pictures, fonts without a map to characters, a password, damage and
/// passed limits (see the constants of the guard) are listed in [`Document::unread`]; the rest is still read.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    read_telling(name, bytes, &[], &mut |_, _| {})
}

/// As [`read`], telling which page is about to be read. Where the file asks for a password to open it these are tried in turn;
/// where none fits, [`PASSWORD`] is the detail of what was not read.
pub fn read_telling(name: &str, bytes: &[u8], passwords: &[String], tell: Tell) -> Document {
    read_within(name, bytes, passwords, Budget::default(), tell)
}

fn read_within(name: &str, bytes: &[u8], passwords: &[String], budget: Budget, tell: Tell) -> Document {
    let pdf = match open(bytes, passwords) {
        Ok(pdf) => pdf,
        Err(NotOpened { why, detail }) => return Document::unread(name, Format::Pdf, why, detail),
    };
    let mut reading = Reading::default();
    reading.pages(&pdf, budget, tell);
    let embedded = |name: String| Unread { why: Why::Embedded, pages: vec![], detail: Some(name) };
    reading.unread.extend(attached::names(pdf.xref()).into_iter().map(embedded));
    let tags = Tags::read(&pdf);
    let blocks = reading.blocks(tags);
    if blocks.is_empty() && reading.unread.is_empty() {
        reading.unread.push(Unread { why: Why::Empty, pages: vec![], detail: None });
    }
    let pages = Some(pdf.pages().len() as u32);
    Document { name: name.to_owned(), format: Format::Pdf, pages, blocks, unread: reading.unread }
}

/// What a file is that asks for a password, or for another one.
const LOCKED: LoadPdfError = LoadPdfError::Decryption(DecryptionError::PasswordProtected);

/// Why a file was not opened.
pub(crate) struct NotOpened {
    why: Why,
    detail: Option<String>,
}

#[cfg(feature = "mark")]
impl NotOpened {
    /// Whether it asks for a password.
    pub fn is_locked(&self) -> bool {
        self.why == Why::Locked
    }
}

/// Opens a file, if that is within the limits. Where it asks for a password these are tried in turn.
pub(crate) fn open(bytes: &[u8], passwords: &[String]) -> Result<Pdf, NotOpened> {
    let refuse = |why: Why, detail: &str| Err(NotOpened { why, detail: Some(detail.to_owned()) });
    if bytes.len() > guard::MAX_FILE {
        return refuse(Why::TooLarge, "bytes");
    }
    if !opening::closes(bytes) {
        return refuse(Why::Damaged, "brackets");
    }
    if !opening::streams_fit(bytes, guard::MAX_UNPACKED) {
        return refuse(Why::TooLarge, "unpacked bytes");
    }
    let data = PdfData::from(bytes.to_vec());
    let mut opened = Pdf::new(data.clone());
    for password in passwords {
        if !matches!(opened, Err(LOCKED)) {
            break;
        }
        opened = Pdf::new_with_password(data.clone(), password);
    }
    opened.or_else(|error| match error {
        LOCKED => Err(NotOpened { why: Why::Locked, detail: (!passwords.is_empty()).then(|| PASSWORD.to_owned()) }),
        error => refuse(Why::Damaged, &format!("{error:?}")),
    })
}

#[derive(Default)]
struct Reading {
    sheets: Vec<Sheet>,
    /// Number of each sheet's page, counted from 1.
    numbers: Vec<u32>,
    unread: Vec<Unread>,
}

impl Reading {
    /// Reads all pages, as far as the limits allow, and notes what could not be read.
    fn pages(&mut self, pdf: &Pdf, budget: Budget, tell: Tell) {
        let mut interpreter = Interpreter::new(pdf.xref(), budget);
        let (mut pictures, mut unmapped, mut damaged) = (vec![], vec![], vec![]);
        for (number, page) in (1..).zip(pdf.pages().iter().take(guard::MAX_PAGES)) {
            tell(number, pdf.pages().len() as u32);
            let sheet = interpreter.page(page);
            if let Some(mut sheet) = sheet {
                if is_picture(&sheet) {
                    pictures.push(number);
                }
                if sheet.unknown >= 10 && sheet.unknown * 2 > sheet.glyphs {
                    unmapped.push(number);
                }
                for name in sheet.attached.drain(..).take(attached::MAX_ATTACHED) {
                    self.unread.push(Unread { why: Why::Embedded, pages: vec![number], detail: Some(name) });
                }
                sheet.straighten();
                self.sheets.push(sheet);
                self.numbers.push(number);
            } else if interpreter.budget.passed.is_none() {
                damaged.push(number);
            }
            if interpreter.budget.passed.is_some() {
                break;
            }
        }
        let passed = interpreter.budget.passed.or((pdf.pages().len() > guard::MAX_PAGES).then_some("pages"));
        for (why, pages) in [(Why::NoTextLayer, pictures), (Why::Unmapped, unmapped), (Why::Damaged, damaged)] {
            if !pages.is_empty() {
                self.unread.push(Unread { why, pages, detail: None });
            }
        }
        if let Some(limit) = passed {
            let read = self.numbers.last().copied().unwrap_or(0);
            let pages = (read.max(1)..=pdf.pages().len() as u32).collect();
            self.unread.push(Unread { why: Why::TooLarge, pages, detail: Some(limit.to_owned()) });
        }
    }

    fn blocks(&self, mut tags: Option<Tags>) -> Vec<crate::document::Block> {
        let mut pages = self.arrange(tags.as_ref());
        if tags.is_some() && blocks::tears(&pages, &self.sheets) {
            tags = None;
            pages = self.arrange(None);
        }
        let running = running::take(&self.sheets, &mut pages);
        blocks::Builder::new(&self.sheets, &pages, tags.as_ref()).build(pages, running, &self.numbers)
    }

    fn arrange(&self, tags: Option<&Tags>) -> Vec<order::Arranged> {
        let pages = self.sheets.iter().zip(&self.numbers);
        pages
            .map(|(sheet, &number)| {
                order::arrange(sheet, tags.and_then(|tags| tags.page(number as usize - 1)).as_ref())
            })
            .collect()
    }
}

/// Whether a page shows its text as a picture, or as shapes drawn letter by letter.
fn is_picture(sheet: &Sheet) -> bool {
    /// A scan with a stamp or a page number has some letters.
    const FEW_LETTERS: u32 = 40;
    const MOST_OF_PAGE: f32 = 0.5;
    const MANY_CURVES: u32 = 1_500;
    let letters = sheet.glyphs;
    letters < FEW_LETTERS && sheet.pictures > MOST_OF_PAGE || letters == 0 && sheet.curves > MANY_CURVES
}
