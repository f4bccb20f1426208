//! `OpenDocument` spreadsheets (`.ods`, `.ots`, flat `.fods`).
//!
//! Cells keep what they show beside their values, so no format has to be worked out. Hidden sheets, rows and columns are
//! read, too, and are told, as in Excel's workbooks.

use std::collections::HashSet;

use super::odt::Manifest;
use super::package::Package;
use super::sheet::{Book, Cell, MAX_CELLS, MAX_COLUMNS, MAX_SHEETS, Row, Sheet};
use super::xml::{self, MAX_DEFINITIONS, Visit};
use crate::document::{Document, Format, Unread, Why};

/// Most times that a row or a cell with something in it is repeated; what is repeated more often is shown so often.
pub const MAX_REPEATED: u32 = 1_000;
/// Most bytes of text that repeating may add to a workbook: one cell may hold as much as a page, and be repeated.
const MAX_ADDED: usize = 1 << 20;

/// Reads a spreadsheet in its archive. Whatever the bytes, a document comes back; what is broken, too large, locked or
/// hidden is listed in it.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(why) => return Document::unread(name, Format::Ods, why, Some("zip archive".to_owned())),
    };
    if Manifest::read(&mut package).locked {
        return Document::unread(name, Format::Ods, Why::Locked, None);
    }
    let text = package.wanted("content.xml").unwrap_or_default();
    document(name, &text, package.unread)
}

/// Reads a flat spreadsheet, which is one file of XML.
pub fn read_flat(name: &str, text: &str) -> Document {
    document(name, text, vec![])
}

fn document(name: &str, text: &str, mut unread: Vec<Unread>) -> Document {
    let Walked { book, hidden, whole, cut } = walk(text);
    let mut fault = |why, detail: &str| unread.push(Unread { why, pages: vec![], detail: Some(detail.to_owned()) });
    if !whole {
        fault(Why::Damaged, "content.xml");
    }
    if cut || book.cut {
        fault(Why::TooLarge, "sheets");
    }
    for what in &hidden {
        fault(Why::Hidden, what);
    }
    if book.blocks.is_empty() && unread.is_empty() {
        unread.push(Unread { why: Why::Empty, pages: vec![], detail: Some("content.xml".to_owned()) });
    }
    Document { name: name.to_owned(), format: Format::Ods, pages: None, blocks: book.blocks, unread }
}

struct Walked {
    book: Book,
    hidden: Vec<String>,
    whole: bool,
    cut: bool,
}

/// Names of styles that say something of what has them.
#[derive(Default)]
struct Styles {
    bold: HashSet<String>,
    shaded: HashSet<String>,
    /// Of sheets that do not show.
    hidden: HashSet<String>,
    name: String,
}

impl Styles {
    /// Takes what an element of a style says; false where there are too many.
    fn take(&mut self, name: &str, get: &dyn Fn(&str) -> Option<String>) -> bool {
        let is = |name: &str, fits: fn(&str) -> bool| get(name).is_some_and(|value| fits(&value));
        let of = match name {
            "style" => {
                self.name = get("name").unwrap_or_default();
                return true;
            }
            "text-properties" if is("font-weight", super::odt::styles::is_bold) => &mut self.bold,
            "table-cell-properties" if is("background-color", |colour| colour != "transparent") => &mut self.shaded,
            "table-properties" if is("display", |display| display == "false") => &mut self.hidden,
            _ => return true,
        };
        of.insert(self.name.clone());
        of.len() < MAX_DEFINITIONS
    }
}

/// A sheet that is being read.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is said of another part: row, head, cell, sheet")]
struct Reading {
    sheet: Sheet,
    /// Number of the next row and column.
    next: (u32, u32),
    row: Row,
    /// How often the open row and the open cell stand there.
    repeated: (u32, u32),
    row_hidden: bool,
    in_head: bool,
    /// Whether rows or columns are hidden, and whether the sheet is.
    hides: bool,
    hidden: bool,
    cell: Cell,
    covered: bool,
    /// The number of the next column that is described, and columns that are hidden.
    column: u32,
    hidden_columns: Vec<std::ops::Range<u32>>,
    /// The texts of the cell, of its note, of a box over it.
    texts: [Vec<String>; 3],
    line: String,
    /// Tables that are open inside a cell; their cells are passed over.
    nested: u32,
}

fn walk(text: &str) -> Walked {
    let (mut book, mut hidden, mut cut) = (Book::default(), vec![], false);
    let (mut left, mut sheets) = (Left { cells: MAX_CELLS, bytes: MAX_ADDED }, 0);
    let mut styles = Styles::default();
    let mut on: Option<Reading> = None;
    let whole = xml::visit(text, |visit| match visit {
        Visit::Start(path, name, e) => {
            let get = |name: &str| xml::attribute(e, name).map(std::borrow::Cow::into_owned);
            let number = |name: &str| get(name).and_then(|n| n.trim().parse::<u32>().ok()).unwrap_or(1).max(1);
            let Some(reading) = &mut on else {
                match name {
                    "table" if path.contains(&"spreadsheet") && sheets == MAX_SHEETS => cut = true,
                    "table" if path.contains(&"spreadsheet") => {
                        sheets += 1;
                        let is_hidden = get("style-name").is_some_and(|style| styles.hidden.contains(&style));
                        let sheet = Sheet { name: get("name").unwrap_or_default(), ..Sheet::default() };
                        on = Some(Reading { sheet, hidden: is_hidden, ..Reading::default() });
                    }
                    _ => cut |= !styles.take(name, &get),
                }
                return;
            };
            if name == "table" {
                reading.nested += 1;
            }
            match name {
                _ if reading.nested > 0 => {}
                "table-column" => {
                    let from = reading.column;
                    reading.column = from.saturating_add(number("number-columns-repeated"));
                    if !matches!(get("visibility").as_deref(), None | Some("visible"))
                        && reading.hidden_columns.len() < 1_000
                    {
                        reading.hidden_columns.push(from..reading.column);
                    }
                }
                "table-header-rows" => reading.in_head = true,
                "table-row" => {
                    reading.repeated.0 = number("number-rows-repeated");
                    reading.row_hidden = !matches!(get("visibility").as_deref(), None | Some("visible"));
                    reading.row = Row { number: reading.next.0, head: reading.in_head, ..Row::default() };
                    reading.next.1 = 0;
                }
                "table-cell" | "covered-table-cell" => {
                    reading.repeated.1 = number("number-columns-repeated");
                    reading.covered = name == "covered-table-cell";
                    let style = get("style-name").unwrap_or_default();
                    reading.cell = Cell {
                        column: u16::try_from(reading.next.1).unwrap_or(MAX_COLUMNS),
                        span: (
                            number("number-columns-spanned").min(MAX_COLUMNS.into()) as u16,
                            number("number-rows-spanned"),
                        ),
                        bold: styles.bold.contains(&style),
                        shaded: styles.shaded.contains(&style),
                        ..Cell::default()
                    };
                }
                "s" | "tab" => reading.line.push(' '),
                "line-break" => reading.line.push('\n'),
                _ => {}
            }
        }
        Visit::Text(path, words) => {
            let shown = path.contains(&"p")
                && !path.iter().any(|name| matches!(*name, "change-track-table-cell" | "tracked-changes"));
            if let Some(reading) = on.as_mut().filter(|_| shown) {
                reading.line.push_str(words);
            }
        }
        Visit::End(name) => {
            let Some(reading) = &mut on else { return };
            match name {
                "table" if reading.nested > 0 => reading.nested -= 1,
                _ if reading.nested > 0 && name != "p" => {}
                "p" => {
                    let line = std::mem::take(&mut reading.line);
                    let lines = line.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
                    reading.texts[0].extend(lines.filter(|line| !line.is_empty()));
                }
                // What stood in the element just ended was not the cell's own.
                "annotation" => {
                    let note = reading.texts[0].split_off(0);
                    reading.texts[1].push(note.join("\n"));
                }
                "table-cell" | "covered-table-cell" => reading.end_cell(&mut left, &mut cut),
                "table-header-rows" => reading.in_head = false,
                "table-row" => reading.end_row(&mut left, &mut cut),
                "shapes" => {
                    let boxes = reading.texts[0].split_off(0);
                    reading.sheet.boxes.extend(boxes);
                }
                "table" => {
                    let Some(mut reading) = on.take() else { return };
                    let is_blank = reading.sheet.rows.is_empty() && reading.sheet.boxes.is_empty();
                    let name = &reading.sheet.name;
                    if reading.hidden && !is_blank {
                        hidden.push(format!("sheet “{name}”"));
                    } else if reading.hides {
                        hidden.push(format!("rows or columns of sheet “{name}”"));
                    }
                    reading.sheet.settle();
                    book.add(reading.sheet);
                }
                _ => {}
            }
        }
    });
    // A sheet that breaks off.
    if let Some(mut reading) = on {
        reading.end_cell(&mut left, &mut cut);
        reading.end_row(&mut left, &mut cut);
        reading.sheet.settle();
        book.add(reading.sheet);
    }
    Walked { book, hidden, whole, cut }
}

/// What a workbook may still hold.
struct Left {
    cells: usize,
    /// Bytes of text that is repeated.
    bytes: usize,
}

impl Left {
    /// Takes so many cells with so much text that is repeated, if there is room for them.
    fn take(&mut self, cells: usize, bytes: usize) -> bool {
        let left = self.cells.checked_sub(cells).zip(self.bytes.checked_sub(bytes));
        left.map(|(cells, bytes)| *self = Self { cells, bytes }).is_some()
    }
}

fn size(cell: &Cell) -> usize {
    cell.text.len() + cell.notes.iter().map(String::len).sum::<usize>()
}

impl Reading {
    fn end_cell(&mut self, left: &mut Left, cut: &mut bool) {
        let [texts, notes, _] = &mut self.texts;
        let (texts, notes) = (std::mem::take(texts), std::mem::take(notes));
        let times = std::mem::take(&mut self.repeated.1);
        let first = self.next.1;
        self.next.1 = first.saturating_add(times);
        if self.covered || times == 0 || texts.is_empty() && notes.is_empty() {
            return;
        }
        let mut cell = std::mem::take(&mut self.cell);
        cell.text = texts.join("\n");
        cell.notes = notes;
        *cut |= times > MAX_REPEATED;
        for column in first..self.next.1.min(first.saturating_add(MAX_REPEATED)) {
            let Ok(column) = u16::try_from(column) else { break };
            let first = u32::from(column) == first;
            if column >= MAX_COLUMNS || !left.take(1, if first { 0 } else { size(&cell) }) {
                *cut = true;
                return;
            }
            self.hides |= self.row_hidden || self.hidden_columns.iter().any(|hidden| hidden.contains(&column.into()));
            self.row.cells.push(Cell { column, ..cell.clone() });
        }
    }

    fn end_row(&mut self, left: &mut Left, cut: &mut bool) {
        let times = std::mem::take(&mut self.repeated.0);
        let first = self.next.0;
        self.next.0 = first.saturating_add(times);
        let row = std::mem::take(&mut self.row);
        if row.cells.is_empty() {
            return;
        }
        *cut |= times > MAX_REPEATED;
        for number in first..self.next.0.min(first.saturating_add(MAX_REPEATED)) {
            if number > first && !left.take(row.cells.len(), row.cells.iter().map(size).sum()) {
                *cut = true;
                return;
            }
            self.sheet.rows.push(Row { number, head: row.head, cells: row.cells.clone() });
        }
    }
}

#[cfg(test)]
mod tests;
