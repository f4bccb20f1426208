//! Tables as text, put together over page breaks.

use crate::read::heads::Look;

/// A table in the making: it may go on overleaf.
#[derive(Debug)]
#[allow(clippy::struct_field_names, reason = "the rows of rows over several pages")]
pub struct Rows {
    pub tag: Option<u32>,
    pub edges: Vec<f32>,
    pub rows: Vec<Row>,
}

/// A row of a table as text.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Columns and texts of the cells.
    pub cells: Vec<(u16, String)>,
    /// Number within its table, where tags tell.
    pub number: Option<u32>,
    /// Whether it is known to head columns.
    pub head: bool,
    /// Whether all its letters are bold.
    pub bold: bool,
    pub page: usize,
}

impl Rows {
    /// Whether a table overleaf is the rest of this one.
    pub fn takes(&self, tag: Option<u32>, edges: &[f32]) -> bool {
        /// Columns may stand this much elsewhere, in points.
        const MOVED: f32 = 4.0;
        match (self.tag, tag) {
            (None, None) => {
                self.edges.len() == edges.len() && self.edges.iter().zip(edges).all(|(a, b)| (a - b).abs() < MOVED)
            }
            (before, after) => before == after,
        }
    }

    /// Adds the rows overleaf, without a head that is repeated there.
    pub fn append(&mut self, rows: Vec<Row>) {
        let head = self.rows.first().map(|row| row.cells.clone());
        for (at, row) in rows.into_iter().enumerate() {
            // The head, repeated at the top of the page.
            if at == 0 && head.as_ref().is_some_and(|head| *head == row.cells) {
                if let Some(first) = self.rows.first_mut() {
                    first.head = true;
                }
                continue;
            }
            let Some(last) = self.rows.last_mut().filter(|last| at == 0 && last.goes_on(&row)) else {
                self.rows.push(row);
                continue;
            };
            for (column, text) in row.cells {
                match last.cells.iter_mut().find(|cell| cell.0 == column) {
                    Some((_, before)) if before.is_empty() || text.is_empty() => before.push_str(&text),
                    Some((_, before)) => {
                        before.push(if text.starts_with(char::is_lowercase) { ' ' } else { '\n' });
                        before.push_str(&text);
                    }
                    None => {
                        let at = last.cells.partition_point(|cell| cell.0 < column);
                        last.cells.insert(at, (column, text));
                    }
                }
            }
        }
    }
}

impl Row {
    pub fn look(&self) -> Look<'_> {
        let cells = self.cells.iter().map(|cell| cell.1.as_str()).collect();
        Look { cells, bold: self.bold, known: self.head }
    }

    /// Whether a row at the top of the next page is the rest of this one.
    fn goes_on(&self, next: &Self) -> bool {
        if self.number.is_some() || next.number.is_some() {
            return self.number == next.number;
        }
        // Each cell that has text goes on in the middle of a sentence.
        let goes_on = |(column, text): &(u16, String)| {
            let before = self.cells.iter().find(|cell| cell.0 == *column).map_or("", |cell| &cell.1);
            text.starts_with(char::is_lowercase) && !before.is_empty() && !before.ends_with(['.', ';', ':'])
        };
        let mut texts = next.cells.iter().filter(|cell| !cell.1.is_empty()).peekable();
        texts.peek().is_some() && texts.all(goes_on)
    }
}
