//! Tables as they are written, and the rows that are made of them.

use super::{Flow, MAX_BLOCKS, MAX_NESTING, MAX_SPAN};
use crate::document::{Block, Kind};
use crate::read::heads::{Look, heads, is_name};
use crate::read::shape::shape;

/// A table that is open.
#[derive(Default)]
pub(super) struct Table {
    number: u32,
    rows: Vec<Row>,
    row: Option<Row>,
    /// Cells that go on in the next rows: column, columns, rows that are left.
    carried: Vec<(u16, u16, u16)>,
    /// Whether rows that begin now are known to name the columns.
    head: bool,
    /// Whether a table that holds headings or other tables only lays out a page.
    loose: bool,
}

#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    next: u16,
    head: bool,
    open: bool,
}

#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "four things that are said of a cell")]
struct Cell {
    column: u16,
    span: u16,
    rows: u16,
    blocks: Vec<Block>,
    head: bool,
    light: bool,
    shaded: bool,
    goes_on: bool,
}

impl Flow {
    /// Begins a table; `loose` where such tables often only lay out the page.
    pub fn table(&mut self, loose: bool) {
        if self.tables.len() == MAX_NESTING || self.ignored > 0 {
            self.ignored += 1;
            return;
        }
        // A table that stands between rows, as in broken files, is put into a cell.
        if self.tables.last().is_some_and(|table| table.row.as_ref().is_none_or(|row| !row.open)) {
            self.cell(1, 1, false);
        }
        let number = self.next_table;
        self.next_table += 1;
        self.tables.push(Table { number, loose, ..Table::default() });
    }

    /// Says whether rows that begin now name the columns.
    pub fn head_rows(&mut self, head: bool) {
        if let Some(table) = self.tables.last_mut() {
            table.head = head;
        }
    }

    /// Begins a row, and ends the one before.
    pub fn row(&mut self) {
        self.end_row();
        if let Some(table) = self.tables.last_mut().filter(|_| self.ignored == 0) {
            table.row = Some(Row { head: table.head, ..Row::default() });
        }
    }

    /// Begins a cell over so many columns and rows, and ends the one before.
    pub fn cell(&mut self, columns: u16, rows: u16, head: bool) {
        if self.ignored > 0 || self.tables.is_empty() {
            return;
        }
        self.end_cell();
        let Some(table) = self.tables.last_mut() else { return };
        let row = table.row.get_or_insert_with(|| Row { head: table.head, ..Row::default() });
        self.count += 1 + table.carried.len();
        self.full |= self.count > MAX_BLOCKS;
        row.pass(&table.carried, true);
        if row.next >= MAX_SPAN || self.count > MAX_BLOCKS {
            // The words of further cells go into the last one.
            if let Some(cell) = row.cells.iter_mut().rfind(|cell| !cell.goes_on) {
                self.holders.push(std::mem::take(&mut cell.blocks));
                row.open = true;
            }
            return;
        }
        let span = columns.clamp(1, MAX_SPAN);
        row.cells.push(Cell { column: row.next, span, rows: rows.clamp(1, MAX_SPAN), head, ..Cell::default() });
        row.next = row.next.saturating_add(span);
        row.open = true;
        // Most cells hold one block, and large sheets have many cells.
        self.holders.push(Vec::with_capacity(1));
    }

    /// Leaves out columns in front of the next cell of the row.
    pub fn skip(&mut self, columns: u16) {
        if let Some(row) = self.tables.last_mut().and_then(|table| table.row.as_mut()).filter(|_| self.ignored == 0) {
            row.next = row.next.saturating_add(columns);
        }
    }

    /// Says that the open cell has a coloured ground.
    pub fn shade(&mut self) {
        let row = self.tables.last_mut().filter(|_| self.ignored == 0).and_then(|table| table.row.as_mut());
        if let Some(cell) = row.and_then(|row| row.cells.last_mut()) {
            cell.shaded = true;
        }
    }

    /// Says that not all of the open cell is bold.
    pub(super) fn lighten(&mut self) {
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.row.as_mut()?.cells.last_mut()) {
            cell.light = true;
        }
    }

    /// Says that the next cell stands in this column; what is passed over is no cell.
    pub fn at(&mut self, column: u16) {
        self.end_cell();
        let Some(table) = self.tables.last_mut().filter(|_| self.ignored == 0) else { return };
        let Some(row) = &mut table.row else { return };
        let before = table.carried.iter().filter(|carried| carried.0 < column).copied().collect::<Vec<_>>();
        row.pass(&before, false);
        row.next = row.next.max(column);
    }

    /// Ends the cell that is open. Its last paragraph must have been ended.
    pub fn end_cell(&mut self) {
        if self.ignored > 0 {
            return;
        }
        let Some(row) = self.tables.last_mut().and_then(|table| table.row.as_mut()).filter(|row| row.open) else {
            return;
        };
        row.open = false;
        // In a broken file a cell may begin in a note between rows, which took with it what it held.
        if self.holders.len() == 1 {
            return;
        }
        if let (Some(blocks), Some(cell)) = (self.holders.pop(), row.cells.iter_mut().rfind(|cell| !cell.goes_on)) {
            cell.blocks = blocks;
        }
    }

    /// Ends the row that is open.
    pub fn end_row(&mut self) {
        if self.ignored > 0 {
            return;
        }
        self.end_cell();
        let Some(table) = self.tables.last_mut() else { return };
        let Some(mut row) = table.row.take() else { return };
        row.pass(&table.carried, false);
        table.carried.retain_mut(|(_, _, left)| {
            *left -= 1;
            *left > 0
        });
        let begun = row.cells.iter().filter(|cell| cell.rows > 1 && !cell.goes_on);
        table.carried.extend(begun.map(|cell| (cell.column, cell.span, cell.rows - 1)));
        table.carried.sort_unstable();
        row.head |= row.cells.iter().all(|cell| cell.head || cell.goes_on);
        if row.cells.iter().any(|cell| !cell.blocks.is_empty()) {
            table.rows.push(row);
        }
    }

    /// Ends the table that is open.
    pub fn end_table(&mut self) {
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        self.end_row();
        let Some(table) = self.tables.pop() else { return };
        let mut blocks = table.blocks();
        if self.tables.is_empty() {
            // What stood in a table that only lays out the page is told by its words after all.
            for block in blocks.iter_mut().filter(|block| block.kind == Kind::Paragraph && block.label.is_none()) {
                let cell = block.cell.take();
                *block = Block { page: block.page, cell, ..shape(&block.text, None, None, false) };
            }
        }
        if let Some(holder) = self.holders.last_mut() {
            holder.extend(blocks);
        }
    }
}

impl Row {
    /// Passes the columns at which cells of earlier rows go on: up to the next free one, or all.
    fn pass(&mut self, carried: &[(u16, u16, u16)], to_free: bool) {
        for &(column, span, _) in carried {
            if column < self.next || to_free && column > self.next {
                continue;
            }
            self.cells.push(Cell { column, span, goes_on: true, ..Cell::default() });
            self.next = column.saturating_add(span);
        }
    }
}

impl Table {
    /// The number of rows in front over which a head is spread: a name over several columns, and beside it names that
    /// go down as far as the names below it.
    fn spread_head(&self) -> usize {
        let Some(first) = self.rows.first() else { return 0 };
        let down = first.cells.iter().map(|cell| cell.rows).max().unwrap_or(0);
        let fits = |cell: &Cell| cell.rows == down || cell.span > 1 && cell.rows == 1;
        let spread = down > 1 && first.cells.iter().any(|cell| cell.span > 1) && first.cells.iter().all(fits);
        let names = |row: &Row| {
            row.cells.iter().all(|cell| {
                let blocks = cell.blocks.iter().filter(|block| !stands_apart(block));
                is_name(blocks.map(|block| block.text.as_str()))
            })
        };
        let rows = &self.rows[..self.rows.len().min(down.into())];
        if spread && rows.iter().all(names) { down.into() } else { 0 }
    }

    fn blocks(self) -> Vec<Block> {
        let own = |row: &Row| row.cells.iter().filter(|cell| !cell.goes_on).count();
        let full = self.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.blocks.is_empty());
        let inner = |cell: &Cell| cell.blocks.iter().any(|b| matches!(b.kind, Kind::Row { .. } | Kind::Heading { .. }));
        let cells = || self.rows.iter().flat_map(|row| &row.cells);
        let lays_out = self.loose && !cells().any(|cell| cell.head) && cells().any(inner);
        if self.rows.iter().all(|row| own(row) <= 1) || full.take(2).count() <= 1 || lays_out {
            return self.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks).collect();
        }
        let texts: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.cells.iter().map(|cell| lines(&cell.blocks)).collect()).collect();
        let all =
            |row: &Row, fits: fn(&Cell) -> bool| row.cells.iter().filter(|cell| !cell.blocks.is_empty()).all(fits);
        // Where every row is marked as a head, the marks say nothing.
        let (spread, marked) = (self.spread_head(), !self.rows.iter().all(|row| row.head));
        let looks: Vec<Look> = (self.rows.iter().zip(&texts).enumerate())
            .map(|(i, (row, texts))| Look {
                cells: texts.iter().map(String::as_str).collect(),
                bold: all(row, |cell| !cell.light),
                shaded: all(row, |cell| cell.shaded),
                known: row.head && marked || i < spread,
            })
            .collect();
        let heads = heads(&looks);
        let mut blocks = vec![];
        for (i, (row, texts)) in self.rows.into_iter().zip(&texts).enumerate() {
            let columns = row.cells.iter().map(|cell| cell.column).collect();
            let merged = row.cells.iter().filter(|cell| cell.goes_on).map(|cell| cell.column).collect();
            let text = texts.join("\t");
            if !text.trim().is_empty() {
                let kind = Kind::Row { table: self.number, columns, head: heads.contains(&i) };
                let first = || row.cells.iter().flat_map(|cell| &cell.blocks);
                let page = first().find_map(|block| block.page);
                let cell = first().find_map(|block| block.cell.clone());
                blocks.push(Block { page, cell, merged, ..Block::new(kind, text) });
            }
            let inner = row.cells.into_iter().flat_map(|cell| cell.blocks);
            blocks.extend(inner.filter(stands_apart));
        }
        blocks
    }
}

/// Whether a block of a cell comes after the row: a table in it, a note to it.
fn stands_apart(block: &Block) -> bool {
    matches!(block.kind, Kind::Row { .. } | Kind::Footnote)
}

/// The text of a cell or a note: its paragraphs with their labels in front, one a line.
pub fn lines(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks.iter().filter(|block| !stands_apart(block)) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.extend(block.label.iter().flat_map(|label| [label, " "]));
        text.push_str(&block.text);
    }
    text
}
