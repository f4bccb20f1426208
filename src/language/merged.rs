//! Cells that are merged over several rows, as whoever reads one of those rows sees them.
//!
//! The words of such a cell are words of the document once, in the row in which it begins. What a row says needs them in
//! each: the cover in the first column, the one amount beside three covers. So where cells are merged the grammar reads a
//! copy in which rows have the words from above, and what it finds is put back to where the words were written.

use std::ops::Range;

use super::reading::utf16_length;
use crate::document::{Block, Document, Kind};
use crate::letter::is_letter;

/// Most bytes of a cell that is read in each of its rows: a name, an amount, a condition. More is a statement, which is
/// made once.
const MAX_CARRIED: usize = 300;
/// Most bytes that all of these cells may add to a document.
const MAX_ADDED: usize = 1 << 20;
/// Most tables inside each other whose cells are known: rows of an inner one stand between those of the outer.
const MAX_TABLES: usize = 16;

/// A document in whose rows the cells from above have their words.
pub struct Filled<'d> {
    /// The document as it was given.
    pub given: &'d Document,
    /// The same blocks, those rows with more text.
    pub document: Document,
    /// Where each block begins in the given text, in UTF-16 code units.
    starts: Vec<usize>,
    /// In the order of their places.
    gaps: Vec<Gap>,
}

/// Words that a row has from above.
struct Gap {
    block: usize,
    /// Where they stand in the row's longer text, in bytes.
    at: Range<usize>,
    from: Written,
}

/// Where words were written: block, byte of its text, and UTF-16 code unit of the document's.
type Written = (usize, usize, usize);

/// A cell of a row, which may go on in the next.
struct Cell<'d> {
    column: u16,
    text: &'d str,
    from: Written,
}

/// The last row of a table, and the table's number.
type Above<'d> = (u32, Vec<Cell<'d>>);

impl<'d> Filled<'d> {
    /// The document with its merged cells in each of their rows; none where there are none.
    pub fn new(given: &'d Document) -> Option<Self> {
        if given.blocks.iter().all(|block| block.merged.is_empty()) {
            return None;
        }
        let mut filled = Self { given, document: given.clone(), starts: vec![], gaps: vec![] };
        let (mut start, mut added) = (0, 0);
        let mut tables: Vec<Above> = vec![];
        for (i, block) in given.blocks.iter().enumerate() {
            filled.starts.push(start);
            start += utf16_length(&block.text) + 1;
            if let Kind::Row { table, .. } = block.kind {
                let known = tables.iter().position(|above| above.0 == table);
                let above = known.map(|at| tables.drain(at..).next().map(|above| above.1).unwrap_or_default());
                let row = filled.row(i, block, &above.unwrap_or_default(), &mut added);
                if tables.len() == MAX_TABLES {
                    tables.remove(0);
                }
                tables.push((table, row));
            }
        }
        Some(filled)
    }

    /// Fills a row, and gives its cells for the next.
    fn row(&mut self, block: usize, row: &'d Block, above: &[Cell<'d>], added: &mut usize) -> Vec<Cell<'d>> {
        let mut text = String::new();
        let (mut cells, mut start, mut unit) = (vec![], 0, self.start(block));
        let before = self.gaps.len();
        for (nth, (column, own)) in row.cells().enumerate() {
            text.push_str(if nth > 0 { "\t" } else { "" });
            let goes_on = own.is_empty() && row.merged.contains(&column);
            let begun = above.binary_search_by(|cell| cell.column.cmp(&column)).ok().filter(|_| goes_on);
            let cell = begun.map_or((own, (block, start, unit)), |at| (above[at].text, above[at].from));
            let (shown, from) = cell;
            let carried = goes_on && shown.len() <= MAX_CARRIED && *added + shown.len() <= MAX_ADDED;
            if carried && !is_shared(shown) {
                self.gaps.push(Gap { block, at: text.len()..text.len() + shown.len(), from });
                text.push_str(shown);
                *added += shown.len();
            } else {
                text.push_str(own);
            }
            cells.push(Cell { column, text: shown, from });
            start += own.len() + 1;
            unit += utf16_length(own) + 1;
        }
        if self.gaps.len() > before {
            self.document.blocks[block].text = text;
        }
        cells
    }

    /// Where some of a block's longer text was written, block, bytes and first unit: from above, where nothing else of the row
    /// is in it. `units` counts the UTF-16 code units of that text before a byte.
    pub fn written(
        &self,
        block: usize,
        bytes: Range<usize>,
        units: &dyn Fn(usize) -> usize,
    ) -> (usize, Range<usize>, usize) {
        let from = self.gaps.partition_point(|gap| gap.block < block);
        let gaps = || self.gaps[from..].iter().take_while(|gap| gap.block == block);
        let within = |gap: &&Gap| !bytes.is_empty() && gap.at.start <= bytes.start && bytes.end <= gap.at.end;
        if let Some(Gap { at, from: (block, byte, unit), .. }) = gaps().find(within) {
            let before = units(bytes.start) - units(at.start);
            return (*block, bytes.start - at.start + byte..bytes.end - at.start + byte, unit + before);
        }
        let own =
            |byte: usize| byte - gaps().map(|gap| byte.clamp(gap.at.start, gap.at.end) - gap.at.start).sum::<usize>();
        let carried = |gap: &Gap| units(bytes.start.clamp(gap.at.start, gap.at.end)) - units(gap.at.start);
        let mut unit = self.start(block) + units(bytes.start) - gaps().map(carried).sum::<usize>();
        let (mut from, mut to) = (own(bytes.start), own(bytes.end));
        // What parts the row's own words from those from above is no part of either.
        let text = self.given.blocks[block].text.as_bytes();
        while from < to && text[from] == b'\t' {
            (from, unit) = (from + 1, unit + 1);
        }
        while from < to && text[to - 1] == b'\t' {
            to -= 1;
        }
        (block, from..to, unit)
    }

    /// Where a block begins in the given text, in UTF-16 code units.
    fn start(&self, block: usize) -> usize {
        self.starts[block]
    }
}

/// Whether the rows share what a cell says, as a weight of 60 % is that of its three criteria together.
fn is_shared(text: &str) -> bool {
    text.as_bytes().contains(&b'%') || !text.contains(|c: char| is_letter(c) || matches!(c, '£' | '€' | '$'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    fn document(rows: &[(&str, &[u16])]) -> Document {
        let block = |(text, merged): &(&str, &[u16])| {
            let columns = (0..text.split('\t').count() as u16).collect();
            Block { merged: merged.to_vec(), ..Block::new(Kind::Row { table: 0, columns, head: false }, *text) }
        };
        let blocks = rows.iter().map(block).collect();
        Document { name: "a".into(), format: Format::Text, pages: None, blocks, unread: vec![] }
    }

    #[test]
    fn a_cell_is_read_in_each_of_its_rows_and_put_back_to_where_it_was_written() {
        let given =
            document(&[("Public\t£5m – each", &[]), ("Employer’s\t", &[1]), ("Product\t", &[1]), ("\tx", &[0])]);
        let filled = Filled::new(&given).expect("merged cells");
        let texts: Vec<_> = filled.document.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["Public\t£5m – each", "Employer’s\t£5m – each", "Product\t£5m – each", "Product\tx"]);
        let shown = |block: usize, part: &str| {
            let at = texts[block].find(part).expect("a part");
            let units = |byte: usize| utf16_length(&texts[block][..byte]);
            let (block, bytes, unit) = filled.written(block, at..at + part.len(), &units);
            let quote = &given.blocks[block].text[bytes];
            let text: Vec<u16> = given.text().encode_utf16().skip(unit).take(utf16_length(quote)).collect();
            assert_eq!(String::from_utf16(&text).expect("whole letters"), quote);
            (block, quote)
        };
        assert_eq!(shown(1, "£5m"), (0, "£5m"));
        assert_eq!(shown(2, "each"), (0, "each"));
        assert_eq!(shown(2, "Product\t£5m"), (2, "Product"));
        assert_eq!(shown(3, "Product"), (2, "Product"));
        assert_eq!(shown(3, "Product\tx"), (3, "x"));
        assert_eq!(shown(3, "x"), (3, "x"));
        assert_eq!(filled.start(2), utf16_length("Public\t£5m – each\nEmployer’s\t\n"));
    }

    #[test]
    fn what_rows_share_and_long_statements_are_read_once() {
        let long = format!("Quality\t{}", "word ".repeat(100));
        for first in ["Method\t60%", "Method\t60", &long] {
            let given = document(&[(first, &[]), ("Team\t", &[1])]);
            assert_eq!(Filled::new(&given).expect("merged cells").document.blocks[1].text, "Team\t");
        }
        assert!(Filled::new(&document(&[("Team\t£1", &[])])).is_none());
    }

    #[test]
    fn the_words_that_are_added_are_bounded() {
        let cell = "x".repeat(MAX_CARRIED);
        let row = format!("{cell}\ta");
        let rows: Vec<(&str, &[u16])> =
            [(row.as_str(), [].as_slice())].into_iter().chain((0..9_000).map(|_| ("\ta", [0].as_slice()))).collect();
        let given = document(&rows);
        let filled = Filled::new(&given).expect("merged cells");
        assert!(filled.document.text().len() <= given.text().len() + MAX_ADDED);
        assert_eq!(filled.document.blocks[9_000].text, "\ta");
    }
}
