//! Tables of a page that tags name or ruling lines frame; those that nothing frames are in [`super::free`].
//!
//! A wrong table is worse than none: what is not plainly one stays paragraphs.

use std::collections::HashMap;

use super::geometry::{Rect, sorted};
use super::layout::Sheet;
use super::lines::{Line, lines};
use super::ruling::{Grid, grids};
use super::tags::{self, PageTags};

/// Most frames on a page that are looked into.
const MAX_GRIDS: usize = 200;

/// A table, or the part of it that stands on one page.
#[derive(Debug)]
pub struct Table {
    pub rect: Rect,
    /// Where it stands in the order of drawing: its first word.
    pub first: u32,
    pub rows: Vec<Row>,
    /// Number in the tree of tags.
    pub tag: Option<u32>,
    /// Where its columns begin, and where the last ends; empty for a table known from tags.
    pub edges: Vec<f32>,
}

#[derive(Debug)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// Number within its table, where tags tell: a row may go on overleaf.
    pub number: Option<u32>,
    /// Whether tags say that it heads columns.
    pub head: bool,
    /// Columns at which a cell goes on from a row above.
    pub merged: Vec<u16>,
}

#[derive(Debug)]
pub struct Cell {
    pub column: u16,
    pub lines: Vec<Line>,
    /// Where its text could reach.
    pub right: f32,
}

impl Row {
    /// Whether its first cell has text.
    pub fn is_named(&self) -> bool {
        self.cells.iter().any(|cell| cell.column == 0 && !cell.lines.is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.lines.is_empty())
    }
}

/// Tables that tags name. Their words are marked in `taken`.
pub fn tagged(sheet: &Sheet, tags: &PageTags<'_>, taken: &mut [bool]) -> Vec<Table> {
    let mut found: Vec<(tags::Cell, Vec<u32>)> = vec![];
    let mut known: HashMap<(u32, u32, u16), usize> = HashMap::new();
    for (index, word) in (0..).zip(&sheet.words) {
        let Some(cell) = tags.cell(sheet, word) else { continue };
        let at = *known.entry((cell.table, cell.row, cell.column)).or_insert_with(|| {
            found.push((cell, vec![]));
            found.len() - 1
        });
        found[at].1.push(index);
        taken[index as usize] = true;
    }
    found = sorted(found, |(cell, _)| (cell.table as f32, cell.row as f32));
    let mut tables: Vec<Table> = vec![];
    for (tags::Cell { table, row, column, head }, words) in found {
        if tables.last().is_none_or(|last| last.tag != Some(table)) {
            tables.push(Table { rect: Rect::NONE, first: words[0], rows: vec![], tag: Some(table), edges: vec![] });
        }
        let Some(last) = tables.last_mut() else { continue };
        if last.rows.last().is_none_or(|last| last.number != Some(row)) {
            let starts = tags.starts(table, row);
            let cells = starts.iter().map(|start| Cell { column: start.column, lines: vec![], right: 0.0 }).collect();
            let merged = starts.iter().filter(|start| start.goes_on).map(|start| start.column).collect();
            last.rows.push(Row { cells, number: Some(row), head, merged });
        }
        last.first = last.first.min(words[0]);
        let lines = lines(sheet, &words, |index| tags.element(sheet, &sheet.words[index as usize]));
        for line in &lines {
            last.rect.join(&line.rect);
        }
        let Some(row) = last.rows.last_mut() else { continue };
        row.head &= head;
        if let Some(cell) = row.cells.iter_mut().find(|cell| cell.column == column) {
            cell.right = lines.iter().map(|line| line.rect.x1).fold(f32::NEG_INFINITY, f32::max);
            cell.lines = lines;
        }
    }
    tables
}

/// Tables framed by ruling lines. Their words are marked in `taken`.
pub fn ruled(sheet: &Sheet, tags: Option<&PageTags<'_>>, taken: &mut [bool]) -> Vec<Table> {
    let mut tables = vec![];
    let grids = grids(&sheet.rules).into_iter().filter(|grid| grid.columns() > 1);
    for grid in grids.take(MAX_GRIDS) {
        let mut words: Vec<Vec<u32>> = vec![vec![]; grid.cells.len()];
        let mut inside = vec![];
        let mut across = 0;
        for (index, word) in (0..).zip(&sheet.words) {
            let (x, y) = (f32::midpoint(word.x0, word.x1), word.y - 0.3 * word.size);
            if taken[index as usize] || !grid.rect.holds(x, y) {
                continue;
            }
            if let Some(cell) = grid.cell_at(x, y) {
                let rect = grid.rect_of(grid.cells[cell]);
                across += usize::from(word.x1 > rect.x1 + word.size || word.x0 < rect.x0 - word.size);
                words[cell].push(index);
                inside.push(index);
            }
        }
        // A drawing has letters anywhere; a table has words in at least two columns.
        let mut columns: Vec<u16> =
            grid.cells.iter().zip(&words).filter(|(_, words)| !words.is_empty()).map(|(cell, _)| cell.column).collect();
        columns.sort_unstable();
        columns.dedup();
        if columns.len() < 2 || across * 10 > inside.len() {
            continue;
        }
        for &index in &inside {
            taken[index as usize] = true;
        }
        tables.push(framed(sheet, tags, &grid, &words, inside[0]));
    }
    tables
}

fn framed(sheet: &Sheet, tags: Option<&PageTags<'_>>, grid: &Grid, words: &[Vec<u32>], first: u32) -> Table {
    let mut rows: Vec<Row> =
        (0..grid.rows()).map(|_| Row { cells: vec![], number: None, head: false, merged: vec![] }).collect();
    for (cell, words) in grid.cells.iter().zip(words) {
        let rect = grid.rect_of(*cell);
        let element = |index: u32| tags.and_then(|tags| tags.element(sheet, &sheet.words[index as usize]));
        let mut lines = lines(sheet, words, element);
        if lines.windows(2).any(|pair| pair[1].y < pair[0].y - 0.5 * pair[0].size) {
            lines = sorted(lines, |line| (line.y, line.rect.x0));
        }
        let left = lines.iter().map(|line| line.rect.x0).fold(f32::INFINITY, f32::min);
        let padding = (left - rect.x0).clamp(0.0, 12.0);
        // A cell over several rows is there in each of them, with its text in the first.
        for row in cell.row + 1..cell.row + cell.rows {
            let row = &mut rows[usize::from(row)];
            row.cells.push(Cell { column: cell.column, lines: vec![], right: 0.0 });
            row.merged.push(cell.column);
        }
        rows[usize::from(cell.row)].cells.push(Cell { column: cell.column, lines, right: rect.x1 - padding });
    }
    for row in &mut rows {
        row.cells = sorted(std::mem::take(&mut row.cells), |cell| (f32::from(cell.column), 0.0));
    }
    rows.retain(|row| !row.is_empty());
    Table { rect: grid.rect, first, rows, tag: None, edges: grid.xs.clone() }
}
