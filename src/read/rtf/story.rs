//! What the walk leaves behind: paragraphs and the begins of rows and cells in one list, and what is known of tables.

use std::collections::HashMap;

use crate::read::flow::MAX_SPAN;

/// Twentieths of a point by which edges of one column may differ.
const TOLERANCE: i32 = 120;

/// Something that stands in the text.
#[derive(Debug)]
pub enum Event {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table begins.
    Table(usize),
    /// A row of the innermost table begins.
    Row,
    /// A cell of the row begins.
    Cell,
    /// The innermost table ends.
    EndTable,
    /// A note that the paragraph before refers to.
    Note(usize),
}

/// A paragraph.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// Its text; line feeds are breaks in it.
    pub text: String,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Its level, if it is a heading: 1 to 9.
    pub heading: Option<u8>,
    /// The number or bullet that was written in front.
    pub label: Option<String>,
    /// The use of a list and the level in it.
    pub list: Option<(i32, u8)>,
    /// Where its first line begins, in characters.
    pub indent: usize,
    /// The page on which it begins.
    pub page: u32,
}

/// A note.
#[derive(Debug)]
pub struct Note {
    /// What is in it.
    pub events: Vec<Event>,
    /// Whether it is an endnote.
    pub end: bool,
    /// Whether its mark is a number that is counted.
    pub counted: bool,
}

/// What is known of a table.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    left: i32,
    head: bool,
    cells: Vec<Cell>,
}

/// What a row says of a cell.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cell {
    /// Its right edge in twentieths of a point.
    pub right: i32,
    /// How it is merged with the cells beside it.
    pub beside: Merge,
    /// How it is merged with the cells above and below.
    pub below: Merge,
    /// Whether its ground is coloured.
    pub shaded: bool,
}

/// How a cell is merged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Merge {
    /// Not at all.
    #[default]
    None,
    /// It begins here.
    Begins,
    /// It goes on from the cell before.
    GoesOn,
}

/// Where a row stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Placed {
    /// Columns that are left out in front.
    pub before: u16,
    /// Whether it repeats as a head on each page.
    pub head: bool,
    /// Its cells.
    pub cells: Vec<Place>,
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It takes so many columns and rows.
    Own {
        /// Columns.
        span: u16,
        /// Rows.
        rows: u16,
        /// Whether its ground is coloured.
        shaded: bool,
    },
    /// It is part of the cell to its left.
    Joined,
    /// The cell above shows in its place.
    Covered,
}

impl Table {
    /// Adds a row that has so many cells; what the row does not say of them is made up.
    pub fn row(&mut self, left: i32, head: bool, cells: &[Cell], count: usize) {
        let mut edge = left;
        let known = cells.iter().copied().chain(std::iter::repeat(Cell { right: i32::MIN, ..Cell::default() }));
        let cells = known.take(count).map(|cell| {
            edge = cell.right.max(edge.saturating_add(TOLERANCE + 1));
            Cell { right: edge, ..cell }
        });
        self.rows.push(Row { left, head, cells: cells.collect() });
    }

    /// Where its rows and cells stand.
    pub fn placed(&self) -> Vec<Placed> {
        let rights = self.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.right));
        let mut edges: Vec<i32> = self.rows.iter().map(|row| row.left).chain(rights).collect();
        edges.sort_unstable();
        edges.dedup_by(|edge, before| edge.saturating_sub(*before) <= TOLERANCE);
        let column = |edge: i32| (edges.partition_point(|first| *first <= edge)).saturating_sub(1);
        let mut placed: Vec<Placed> = vec![];
        // The cells that may go on in the next row: by their column, their row and place in it.
        let mut open: HashMap<usize, (usize, usize)> = HashMap::new();
        for (number, row) in self.rows.iter().enumerate() {
            let mut going = HashMap::new();
            let before = column(row.left);
            let (mut from, mut places) = (before, vec![]);
            for cell in &row.cells {
                let to = column(cell.right).max(from);
                let span = to.saturating_sub(from).clamp(1, MAX_SPAN.into()) as u16;
                let above = open.get(&from).copied().filter(|_| cell.below == Merge::GoesOn);
                if cell.beside == Merge::GoesOn && !places.is_empty() {
                    if let Some(Place::Own { span: wide, .. }) =
                        places.iter_mut().rfind(|place| matches!(place, Place::Own { .. }))
                    {
                        *wide = wide.saturating_add(span).min(MAX_SPAN);
                    }
                    places.push(Place::Joined);
                } else if let Some((row, at)) = above {
                    if let Some(Place::Own { rows, .. }) = placed.get_mut(row).and_then(|row| row.cells.get_mut(at)) {
                        *rows = rows.saturating_add(1).min(MAX_SPAN);
                    }
                    going.insert(from, (row, at));
                    places.push(Place::Covered);
                } else {
                    if cell.below != Merge::None {
                        going.insert(from, (number, places.len()));
                    }
                    places.push(Place::Own { span, rows: 1, shaded: cell.shaded });
                }
                from = to;
            }
            open = going;
            let before = before.min(MAX_SPAN.into()) as u16;
            placed.push(Placed { before, head: row.head, cells: places });
        }
        placed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(right: i32) -> Cell {
        Cell { right, ..Cell::default() }
    }

    fn own(span: u16, rows: u16) -> Place {
        Place::Own { span, rows, shaded: false }
    }

    #[test]
    fn columns_are_told_from_the_edges_of_all_rows() {
        let mut table = Table::default();
        table.row(-100, true, &[cell(3000), cell(9000)], 2);
        table.row(-60, false, &[cell(3050), cell(6000), cell(8990)], 3);
        table.row(3000, false, &[cell(6010), cell(9000)], 2);
        let placed = table.placed();
        assert_eq!(placed[0], Placed { before: 0, head: true, cells: vec![own(1, 1), own(2, 1)] });
        assert_eq!(placed[1].cells, [own(1, 1), own(1, 1), own(1, 1)]);
        assert_eq!((placed[2].before, &placed[2].cells[..]), (1, &[own(1, 1), own(1, 1)][..]));
    }

    #[test]
    fn merged_cells_are_one() {
        let beside = |right, beside| Cell { right, beside, ..Cell::default() };
        let below = |right, below| Cell { right, below, ..Cell::default() };
        let mut table = Table::default();
        table.row(0, false, &[beside(1000, Merge::Begins), beside(2000, Merge::GoesOn), cell(3000)], 3);
        table.row(0, false, &[below(1000, Merge::Begins), cell(2000), cell(3000)], 3);
        table.row(0, false, &[below(1000, Merge::GoesOn), cell(2000), cell(3000)], 3);
        table.row(0, false, &[cell(1000), below(2000, Merge::GoesOn), cell(3000)], 3);
        let placed = table.placed();
        assert_eq!(placed[0].cells, [own(2, 1), Place::Joined, own(1, 1)]);
        assert_eq!(placed[1].cells, [own(1, 2), own(1, 1), own(1, 1)]);
        assert_eq!(placed[2].cells, [Place::Covered, own(1, 1), own(1, 1)]);
        assert_eq!(placed[3].cells, [own(1, 1), own(1, 1), own(1, 1)], "what goes on from nothing is a cell");
    }

    #[test]
    fn a_row_that_says_nothing_of_its_cells_has_them_side_by_side() {
        let mut table = Table::default();
        table.row(0, false, &[], 3);
        table.row(0, false, &[cell(0), cell(-5), cell(i32::MAX)], 3);
        let cells: Vec<_> = table.placed().into_iter().map(|row| row.cells.len()).collect();
        assert_eq!(cells, [3, 3]);
    }
}
