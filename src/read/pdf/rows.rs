//! Tables as text, put together over page breaks.

use super::geometry::Rect;
use super::lines::Line;
use super::paragraphs::{CELL, Flow, Paragraph, Setting};
use super::tables::{self, Table};

/// A table in the making: it may go on overleaf.
#[derive(Debug)]
pub struct Rows {
    tag: Option<u32>,
    edges: Vec<f32>,
    pub all: Vec<Row>,
    /// The page of its last lines, and whether lines without the rest of their row are read there.
    page: usize,
    tail: bool,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Columns and paragraphs of the cells.
    cells: Vec<(u16, Vec<Paragraph>)>,
    /// Number within its table, where tags tell.
    number: Option<u32>,
    /// Whether it is known to head columns.
    pub head: bool,
    /// Whether all its letters are bold.
    pub bold: bool,
    pub page: usize,
    /// The box around its lines on this page.
    pub rect: Rect,
    /// Columns at which a cell goes on from a row above.
    pub merged: Vec<u16>,
}

impl Rows {
    pub fn new(setting: &Setting<'_>, table: Table, page: usize) -> Self {
        let all = table.rows.into_iter().map(|row| Row::new(setting, row, page)).collect();
        Self { tag: table.tag, edges: table.edges, all, page, tail: false }
    }

    /// Whether a table overleaf is the rest of this one.
    pub fn takes(&self, table: &Table) -> bool {
        /// Columns may stand this much elsewhere, in points.
        const MOVED: f32 = 4.0;
        let near = |(a, b): (&f32, &f32)| (a - b).abs() < MOVED;
        match (self.tag, table.tag) {
            (None, None) => self.edges.len() == table.edges.len() && self.edges.iter().zip(&table.edges).all(near),
            (before, after) => before == after,
        }
    }

    /// Adds the rows overleaf, without a head that is repeated there.
    pub fn append(&mut self, setting: &Setting<'_>, table: Table, page: usize) {
        (self.page, self.tail) = (page, false);
        // Where nearly every row has a first cell, one without it is the rest of a row.
        let named = self.all.iter().filter(|row| row.is_named()).count();
        let named = self.tag.is_none() && named > 1 && named * 10 >= self.all.len() * 9;
        let mut at_top = true;
        for row in table.rows {
            if at_top
                && let Some(last) = self.all.last_mut()
                && (last.goes_on(setting, &row, page) || named && !row.is_named())
            {
                row.cells.into_iter().for_each(|cell| last.add(setting, cell, page));
                at_top = false;
                continue;
            }
            let row = Row::new(setting, row, page);
            let head = self.all.first_mut().filter(|first| at_top && first.texts() == row.texts());
            if let Some(head) = head {
                head.head = true;
            } else {
                self.all.push(row);
                at_top = false;
            }
        }
    }

    /// Takes a line at the top of the next page that stands in one of the later columns: the rest of a cell of the
    /// last row, beside which nothing else was left. Gives the line back where it is none.
    pub fn take_tail(&mut self, setting: &Setting<'_>, line: Line, flow: Flow) -> Option<Line> {
        /// Columns that begin nearer to the table's left edge may be indents, in points.
        const DEEP: f32 = 60.0;
        let at_top = flow.0 == self.page + 1 || self.tail && flow.0 == self.page;
        let column = self.edges.partition_point(|&edge| edge <= line.rect.x0 + 3.0).saturating_sub(1);
        let inside = self.tag.is_none() && column > 0 && column + 1 < self.edges.len();
        if !at_top || !inside || self.edges[column] - self.edges[0] < DEEP {
            return Some(line);
        }
        let Some(last) = self.all.last_mut() else { return Some(line) };
        (self.page, self.tail) = (flow.0, true);
        let right = self.edges[column + 1];
        last.add(setting, tables::Cell { column: column as u16, lines: vec![line], right }, flow.0);
        None
    }
}

impl Row {
    fn new(setting: &Setting<'_>, row: tables::Row, page: usize) -> Self {
        let bold = row.cells.iter().flat_map(|cell| &cell.lines).all(|line| line.bold);
        let rect = Rect::NONE;
        let mut merged = row.merged;
        merged.sort_unstable();
        let mut new = Self { cells: vec![], number: row.number, head: row.head, bold, page, rect, merged };
        row.cells.into_iter().for_each(|cell| new.add(setting, cell, page));
        new
    }

    /// Adds the lines of a cell.
    fn add(&mut self, setting: &Setting<'_>, cell: tables::Cell, page: usize) {
        let at = self.cells.partition_point(|before| before.0 < cell.column);
        if self.cells.get(at).is_none_or(|before| before.0 != cell.column) {
            self.cells.insert(at, (cell.column, vec![]));
        }
        let paragraphs = &mut self.cells[at].1;
        for line in cell.lines {
            if page == self.page {
                self.rect.join(&line.rect);
            }
            let new = setting.add(paragraphs.last_mut(), line, cell.right, (page, CELL));
            paragraphs.extend(new);
        }
    }

    /// Whether its first cell has text.
    fn is_named(&self) -> bool {
        self.cells.iter().any(|(column, paragraphs)| *column == 0 && !paragraphs.is_empty())
    }

    /// Columns and texts of the cells: their paragraphs, parted by line feeds.
    pub fn texts(&self) -> Vec<(u16, String)> {
        let text = |paragraphs: &[Paragraph]| {
            let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
            texts.join("\n").replace('\t', " ")
        };
        self.cells.iter().map(|(column, paragraphs)| (*column, text(paragraphs))).collect()
    }

    /// Whether a row at the top of the next page is the rest of this one: as tags number it, or because each of its
    /// cells goes on in the middle of a sentence.
    fn goes_on(&self, setting: &Setting<'_>, next: &tables::Row, page: usize) -> bool {
        if self.number.is_some() || next.number.is_some() {
            return self.number == next.number;
        }
        let goes_on = |cell: &tables::Cell| {
            let before = self.cells.iter().find(|before| before.0 == cell.column).and_then(|before| before.1.last());
            // What names a row is short: its line may be full by chance.
            let small = || cell.lines[0].text(&setting.sheets[page]).starts_with(char::is_lowercase);
            before.is_some_and(|before| {
                (cell.column > 0 || small() || is_open(&before.text))
                    && setting.goes_on(before, &cell.lines[0], (page, CELL))
            })
        };
        let mut filled = next.cells.iter().filter(|cell| !cell.lines.is_empty()).peekable();
        filled.peek().is_some() && filled.all(goes_on)
    }
}

/// Whether a quotation or a bracket that begins in a text does not end in it.
fn is_open(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('"') % 2 == 1 || count('“') > count('”') || count('(') > count(')')
}
