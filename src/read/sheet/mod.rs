//! What readers of spreadsheets share: from cells to the tables, titles and notes that a person sees on a sheet.
//!
//! A sheet is a heading with its name, and below it what stands on it from top to bottom. Blank rows part its tables.
//! A line of one cell above a table is a title or a paragraph; so is a sentence between rows or below them.

pub mod numbers;

use std::collections::BTreeSet;

use super::flow::{Flow, Mark};
use super::heads::{Look, heads, is_name, is_sentence};
use crate::document::{Block, Kind, letters};

/// Most cells with text of a workbook. A long price schedule has some thousand.
pub const MAX_CELLS: usize = 120_000;
/// Most sheets of a workbook.
pub const MAX_SHEETS: usize = 500;
/// Most columns of a sheet, as in Excel and `LibreOffice`.
pub const MAX_COLUMNS: u16 = 16_384;
/// Rows that are looked at to tell the head of a table.
const LOOKED_AT: usize = 40;

/// A sheet as its reader found it.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Rows with something in them, from above.
    pub rows: Vec<Row>,
    /// The texts of boxes that float over it.
    pub boxes: Vec<String>,
}

/// A row of a sheet.
#[derive(Debug, Default)]
pub struct Row {
    /// Its number, counted from 0.
    pub number: u32,
    /// Cells with text or a note, from the left.
    pub cells: Vec<Cell>,
    /// Whether it is printed on each page as a head.
    pub head: bool,
}

/// A cell with text or a note.
#[derive(Debug, Default, Clone)]
pub struct Cell {
    /// Its column, counted from 0.
    pub column: u16,
    /// Columns and rows that it takes.
    pub span: (u16, u32),
    /// What it shows; line feeds part its paragraphs.
    pub text: String,
    /// Whether its letters are bold.
    pub bold: bool,
    /// Whether its ground is coloured.
    pub shaded: bool,
    /// The texts of its notes.
    pub notes: Vec<String>,
}

/// The name of a cell: `B4`.
pub fn name(column: u16, row: u32) -> String {
    format!("{}{}", letters(column), row.saturating_add(1))
}

/// Column and row of a cell's name, counted from 0.
pub fn place(name: &str) -> Option<(u16, u32)> {
    let name = name.trim_start_matches('$');
    let end = name.find(|c: char| !c.is_ascii_alphabetic())?;
    let column = name[..end].bytes().take(4).fold(0_u32, |n, b| n * 26 + u32::from(b.to_ascii_uppercase() - b'A' + 1));
    let column = u16::try_from(column.checked_sub(1)?).ok().filter(|&column| column < MAX_COLUMNS)?;
    Some((column, name[end..].trim_start_matches('$').parse::<u32>().ok()?.checked_sub(1)?))
}

/// A place on a sheet: column and row.
pub type Place = (u16, u32);

impl Sheet {
    /// Puts rows and cells in order; what a broken file gives twice is one row, and the first cell counts.
    pub fn settle(&mut self) {
        if self.rows.windows(2).any(|pair| pair[0].number >= pair[1].number) {
            self.rows.sort_by_key(|row| row.number);
            self.rows.dedup_by(|later, row| {
                let same = later.number == row.number;
                if same {
                    row.cells.append(&mut later.cells);
                }
                same
            });
        }
        for row in &mut self.rows {
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
    }

    fn cell(&mut self, (column, row): Place) -> Option<&mut Cell> {
        let row = self.rows.binary_search_by_key(&row, |row| row.number).ok()?;
        let cells = &mut self.rows[row].cells;
        let at = cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&mut cells[at])
    }

    /// Merges areas, given by their corners; only their first cells show.
    pub fn merge(&mut self, areas: &[(Place, Place)]) {
        for &((left, top), (right, bottom)) in areas {
            if let Some(cell) = self.cell((left, top)) {
                cell.span = (right.saturating_sub(left) + 1, bottom.saturating_sub(top).saturating_add(1));
            }
        }
    }

    /// Puts notes to their cells.
    pub fn note(&mut self, notes: Vec<(Place, String)>) {
        for (place, text) in notes {
            if let Some(cell) = self.cell(place) {
                cell.notes.push(text);
                continue;
            }
            let (column, number) = place;
            let row = self.rows.binary_search_by_key(&number, |row| row.number).unwrap_or_else(|at| {
                self.rows.insert(at, Row { number, ..Row::default() });
                at
            });
            let cells = &mut self.rows[row].cells;
            let at = cells.partition_point(|cell| cell.column < column);
            cells.insert(at, Cell { column, span: (1, 1), notes: vec![text], ..Cell::default() });
        }
    }
}

/// Blocks of a workbook that are being made.
#[derive(Debug, Default)]
pub struct Book {
    /// The blocks so far.
    pub blocks: Vec<Block>,
    tables: u32,
    /// Whether a limit was passed, so that something is missing.
    pub cut: bool,
}

impl Book {
    /// Adds a sheet, if there is anything on it.
    pub fn add(&mut self, sheet: Sheet) {
        if sheet.rows.is_empty() && sheet.boxes.is_empty() {
            return;
        }
        let mut flow = Flow::new();
        let mut rows = sheet.rows.as_slice();
        let mut open = Open::default();
        while !rows.is_empty() {
            let length =
                rows.windows(2).take_while(|pair| pair[1].number <= pair[0].bottom().saturating_add(1)).count();
            let (region, rest) = rows.split_at(length + 1);
            rows = rest;
            self::region(&mut flow, region, &mut open);
        }
        open.close(&mut flow);
        for text in &sheet.boxes {
            flow.write(text, false);
            flow.paragraph(&Mark::default());
        }
        self.cut |= flow.full;
        self.blocks.push(Block::new(Kind::Heading { level: 1 }, sheet.name));
        let mut tables = 0;
        for mut block in flow.finish() {
            match &mut block.kind {
                // The sheet's own name stands above all.
                Kind::Heading { level } => *level = (*level + 1).min(9),
                Kind::Row { table, .. } => {
                    tables = tables.max(*table + 1);
                    *table += self.tables;
                }
                _ => {}
            }
            self.blocks.push(block);
        }
        self.tables += tables;
    }
}

impl Row {
    fn texts(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.text.is_empty())
    }

    /// The only cell with text, if there is one.
    fn only(&self) -> Option<&Cell> {
        let mut texts = self.texts();
        texts.next().filter(|_| texts.next().is_none())
    }

    /// The last row that one of its cells reaches.
    fn bottom(&self) -> u32 {
        let rows = self.cells.iter().map(|cell| cell.span.1).max().unwrap_or(1);
        self.number.saturating_add(rows.saturating_sub(1))
    }
}

/// The table before, as long as rows below a blank one may belong to it.
#[derive(Default)]
struct Open {
    is: bool,
    /// The columns that its head names; none if it has no head.
    columns: BTreeSet<u16>,
    /// The row below its last.
    end: u32,
}

impl Open {
    fn close(&mut self, flow: &mut Flow) {
        if std::mem::take(&mut self.is) {
            flow.end_table();
        }
    }

    /// Whether rows that begin here belong to it: one blank row parts them, and most of their columns are its own.
    fn goes_on(&self, at: u32, used: &BTreeSet<u16>) -> bool {
        let shared = self.columns.intersection(used).count();
        self.is && at == self.end.saturating_add(1) && 2 * shared >= used.len() && shared > 0
    }
}

/// Adds rows that no blank row parts: titles, a table, what is said below it.
fn region(flow: &mut Flow, mut rows: &[Row], open: &mut Open) {
    let used: BTreeSet<u16> = rows.iter().flat_map(Row::texts).map(|cell| cell.column).collect();
    let Some(&left) = used.first() else {
        // Nothing but notes.
        open.close(flow);
        for row in rows {
            row.cells.iter().for_each(|cell| notes(flow, cell, row.number));
        }
        return;
    };
    let is_sentence = |row: &Row| row.only().is_some_and(|cell| is_sentence(&cell.text));
    let is_title =
        |row: &Row| row.only().is_some_and(|cell| cell.column == left || cell.span.0 > 1) || is_sentence(row);
    // Names with nothing beside them are rows to be filled in, where a head stands above.
    let to_fill = open.goes_on(rows[0].number, &used) && rows.len() > 1 && !rows.iter().any(is_sentence);
    if !(to_fill && rows.iter().all(is_title)) {
        let mut bold = false;
        while let Some((row, rest)) = rows.split_first().filter(|(row, _)| is_title(row)) {
            open.close(flow);
            // Names below each other are no headings, bold or not.
            let next = rest.first().is_some_and(|next| next.only().is_some_and(|cell| cell.bold));
            row.cells.iter().for_each(|cell| line(flow, cell, row.number, !next && !bold));
            bold = row.cells.iter().all(|cell| cell.bold);
            rows = rest;
        }
    }
    if rows.is_empty() {
        return;
    }
    let below = rows.iter().rev().take_while(|row| is_sentence(row)).count();
    let (rows, below) = rows.split_at(rows.len() - below);
    table(flow, rows, open);
    if !below.is_empty() {
        open.close(flow);
    }
    for row in below {
        row.cells.iter().for_each(|cell| line(flow, cell, row.number, false));
    }
}

fn table(flow: &mut Flow, rows: &[Row], open: &mut Open) {
    let used: BTreeSet<u16> = rows.iter().flat_map(Row::texts).map(|cell| cell.column).collect();
    let texts: usize = rows.iter().map(|row| row.texts().count()).sum();
    // Cells to be filled in are part of the table; far apart cells are not the corners of a large one.
    let whole = used.len().saturating_mul(rows.len()) <= 2 * texts + 5_000;
    let looks: Vec<Look> = rows.iter().take(LOOKED_AT).map(|row| look(row, &used)).collect();
    let mut head = heads(&looks);
    // A row of names alone, with a blank row below it, names the columns of what follows.
    if let [row] = rows
        && used.len() > 1
        && row.texts().all(|cell| is_name(cell.text.split('\n')))
    {
        head = 0..1;
    }
    if !head.is_empty() || !open.goes_on(rows[0].number, &used) {
        open.close(flow);
        flow.table(false);
        *open = Open { is: true, columns: if head.is_empty() { BTreeSet::new() } else { used.clone() }, end: 0 };
    }
    open.end = rows.iter().map(Row::bottom).max().unwrap_or(0).saturating_add(1);
    // Merged cells that go on downwards: columns, and the row below the last.
    let mut merged: Vec<(std::ops::Range<u16>, u32)> = vec![];
    for (i, row) in rows.iter().enumerate() {
        flow.head_rows(row.head || head.contains(&i));
        flow.row();
        merged.retain(|(_, end)| *end > row.number);
        let covered = |column: u16| merged.iter().any(|(columns, _)| columns.contains(&column));
        let mut next = 0;
        let mut cells = row.cells.iter().peekable();
        let empty = used.iter().copied().filter(|&column| whole && !covered(column));
        let mut empty = empty.peekable();
        while let Some(column) = cells.peek().map(|cell| cell.column).into_iter().chain(empty.peek().copied()).min() {
            empty.next_if_eq(&column);
            let cell = cells.next_if(|cell| cell.column == column);
            if column < next {
                // Another cell's words cover it.
                if let Some(cell) = cell {
                    notes(flow, cell, row.number);
                }
                continue;
            }
            flow.at(column);
            let (columns, down) = cell.map_or((1, 1), |cell| cell.span);
            flow.cell(columns, u16::try_from(down).unwrap_or(u16::MAX), false);
            next = column.saturating_add(columns);
            if let Some(cell) = cell {
                if cell.shaded {
                    flow.shade();
                }
                line(flow, cell, row.number, true);
            }
        }
        let down = row.cells.iter().filter(|cell| cell.span.1 > 1);
        merged
            .extend(down.map(|cell| (cell.column..cell.column.saturating_add(cell.span.0), row.number + cell.span.1)));
        flow.end_row();
    }
}

fn look<'r>(row: &'r Row, used: &BTreeSet<u16>) -> Look<'r> {
    let text = |column: &u16| row.texts().find(|cell| cell.column == *column).map_or("", |cell| cell.text.as_str());
    Look {
        cells: used.iter().take(200).map(text).collect(),
        bold: row.texts().all(|cell| cell.bold),
        shaded: row.texts().all(|cell| cell.shaded),
        known: row.head,
    }
}

/// Adds a cell's text, a paragraph a line, and its notes; bold letters count where they are `emphatic`.
fn line(flow: &mut Flow, cell: &Cell, row: u32, emphatic: bool) {
    flow.stand(name(cell.column, row));
    for text in cell.text.split('\n') {
        flow.write(text, cell.bold && emphatic);
        flow.paragraph(&Mark::default());
    }
    notes(flow, cell, row);
}

fn notes(flow: &mut Flow, cell: &Cell, row: u32) {
    let name = name(cell.column, row);
    for text in cell.notes.iter().filter(|text| !text.is_empty()) {
        flow.push(Block { cell: Some(name.clone()), ..Block::new(Kind::Footnote, text.clone()) });
    }
}
