//! Tables: rows with their columns, which of them are heads, and which tables are no tables at all.

use std::ops::Range;

use super::blocks::{Blocks, Later};
use super::story::{Cell, Item, Merge, Paragraph, Row, Spot, Table};
use crate::document::{Block, Kind};
use crate::read::heads::{is_name, is_sentence};
use crate::read::structure::is_figure;

impl Blocks<'_> {
    /// Adds a table: a row a block, tables and notes from inside it after the row that holds them.
    ///
    /// A cell that continues the one above is there with its column and no text. Rows without text are left out.
    pub(super) fn table(&mut self, mut table: Table) {
        table.rows.retain(|row| !row.gone);
        if table.is_layout() {
            let cells = table.rows.into_iter().flat_map(|row| row.cells);
            return cells.for_each(|cell| self.items(cell.items));
        }
        let number = self.tables;
        self.tables += 1;
        let styled = table.head_look && self.styles.get(table.style).is_some_and(|style| style.bold_head);
        let heads = table.heads(styled);
        // Columns at which the row above has a cell that is merged downwards.
        let mut merged: Vec<u16> = vec![];
        for (i, row) in table.rows.into_iter().enumerate() {
            let mut later = Later::default();
            let (mut text, mut columns, mut goes_on, mut spots) = (String::new(), vec![], vec![], vec![]);
            let mut column = row.before;
            let above = std::mem::take(&mut merged);
            for cell in row.cells {
                if cell.gone || cell.joined {
                    column = column.saturating_add(cell.span);
                    continue;
                }
                if !columns.is_empty() {
                    text.push('\t');
                }
                columns.push(column);
                if cell.merge != Merge::None {
                    merged.push(column);
                }
                if cell.merge == Merge::GoesOn && above.contains(&column) {
                    goes_on.push(column);
                } else {
                    let cell = self.lines(cell.items, &mut later);
                    spots.extend(Spot::moved(std::mem::take(&mut later.spots), 0, text.len()));
                    text.push_str(&cell);
                }
                column = column.saturating_add(cell.span);
            }
            let page = self.page(later.page);
            if !text.trim().is_empty() {
                let kind = Kind::Row { table: number, columns, head: heads.contains(&i) };
                self.push(Block { page, merged: goes_on, ..Block::new(kind, text) }, spots);
            }
            later.tables.into_iter().for_each(|table| self.table(table));
            self.notes(later.notes, page);
        }
    }
}

impl Table {
    /// Whether it only frames its contents: a single column, or a single cell with something in it.
    pub(super) fn is_layout(&self) -> bool {
        let cells = |row: &Row| row.cells.iter().filter(|cell| !cell.gone && !cell.joined).count();
        let full = self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.has_content());
        self.rows.iter().all(|row| cells(row) <= 1) || full.take(2).count() <= 1
    }

    /// The rows that name the columns: those in front that repeat on each page, or else the first where it plainly
    /// is a head, with a short title above it that spans all columns.
    ///
    /// A head has at least two cells with text, all of them short, none a figure or a sentence; and it differs from
    /// what is below by bold letters, by capitals, by a coloured ground, by the bold that the table's style gives to
    /// it, or by what stands in the columns: nothing but figures in one of them, or figures and sentences in all.
    fn heads(&self, styled: bool) -> Range<usize> {
        let repeated = self.rows.iter().take_while(|row| row.head).count();
        if (1..self.rows.len()).contains(&repeated) {
            return 0..repeated;
        }
        let Some(first) = self.rows.first() else { return 0..0 };
        let title = first.cells.len() == 1 && first.texts().count() == 1;
        let [row, rest @ ..] = &self.rows[usize::from(title)..] else { return 0..0 };
        let names = row.texts().all(|(_, paragraphs)| is_name(texts(&paragraphs))) && row.texts().nth(1).is_some();
        // Rows that span columns are titles inside the table.
        let rest: Vec<&Row> = rest.iter().filter(|below| below.cells.len() == row.cells.len()).collect();
        let Some(below) = rest.first() else { return 0..0 };
        let differs = |look: fn(&Row) -> bool| look(row) && !look(below);
        let looks = styled || differs(Row::all_bold) || differs(Row::all_shaded) || differs(Row::all_capitals);
        if !names || !looks && !named_by_contents(row, &rest) {
            return 0..0;
        }
        let from = if title && first.texts().all(|(_, paragraphs)| is_name(texts(&paragraphs))) {
            0
        } else {
            usize::from(title)
        };
        from..usize::from(title) + 1
    }
}

/// Whether the rows below hold what a row of names over them would lead to expect.
fn named_by_contents(head: &Row, below: &[&Row]) -> bool {
    let width = head.cells.len();
    if below.len() < 2 {
        return false;
    }
    let column = |i: usize, fits: fn(&str) -> bool| {
        below.iter().all(|row| {
            let texts = row.cells[i].paragraphs();
            !texts.is_empty() && texts.iter().all(|paragraph| fits(&paragraph.text))
        })
    };
    (1..width).any(|i| column(i, is_figure)) || (0..width).all(|i| column(i, is_figure) || column(i, is_sentence))
}

impl Row {
    /// Its cells with text, and their paragraphs with text.
    fn texts(&self) -> impl Iterator<Item = (&Cell, Vec<&Paragraph>)> {
        let cells = self.cells.iter().filter(|cell| cell.merge != Merge::GoesOn && !cell.gone);
        cells.map(|cell| (cell, cell.paragraphs())).filter(|(_, paragraphs)| !paragraphs.is_empty())
    }

    fn all_bold(&self) -> bool {
        self.texts().all(|(_, paragraphs)| paragraphs.iter().all(|paragraph| paragraph.bold))
    }

    fn all_capitals(&self) -> bool {
        let mut texts = self.texts().flat_map(|(_, paragraphs)| paragraphs);
        texts.all(|paragraph| !paragraph.text.contains(char::is_lowercase))
    }

    fn all_shaded(&self) -> bool {
        self.texts().all(|(cell, _)| cell.shaded)
    }
}

impl Cell {
    fn has_content(&self) -> bool {
        let full = |item: &Item| match item {
            Item::Paragraph(p) => !p.text.is_empty() || !p.boxes.is_empty() || !p.notes.is_empty(),
            Item::Table(_) | Item::Diagram(_) => true,
        };
        !self.gone && self.items.iter().any(full)
    }

    fn paragraphs(&self) -> Vec<&Paragraph> {
        let paragraphs = self.items.iter().filter_map(Item::paragraph);
        paragraphs.filter(|paragraph| !paragraph.text.is_empty()).collect()
    }
}

fn texts<'p>(paragraphs: &'p [&Paragraph]) -> impl Iterator<Item = &'p str> {
    paragraphs.iter().map(|paragraph| paragraph.text.as_str())
}
