//! What readers share about the heads of tables: which rows name the columns for those below.

use std::ops::Range;

use super::structure::is_figure;

/// Most characters and words of a column's name.
const LONGEST_NAME: (usize, usize) = (80, 12);

/// A row of a table as it looks.
#[derive(Debug, Clone)]
pub struct Look<'t> {
    /// The text of each cell, paragraphs parted by line feeds; empty where a cell goes on from the row above.
    pub cells: Vec<&'t str>,
    /// Whether all its letters are bold.
    pub bold: bool,
    /// Whether the ground of all its cells is coloured.
    pub shaded: bool,
    /// Whether it is known to head columns, as when it is repeated on each page.
    pub known: bool,
}

/// The rows that name the columns: those in front that are known to, or else the first where it plainly is a head,
/// with a short title above it that spans all columns.
///
/// A head has at least two cells with text, all of them short, none a figure or a sentence; and it differs from
/// what is below by bold letters, by a coloured ground, by capitals, or by what stands in the columns: nothing but
/// figures in one of them, or figures and sentences in all.
pub fn heads(rows: &[Look<'_>]) -> Range<usize> {
    let known = rows.iter().take_while(|row| row.known).count();
    if (1..rows.len()).contains(&known) {
        return 0..known;
    }
    let Some(first) = rows.first() else { return 0..0 };
    let title = first.cells.len() == 1 && !first.cells[0].is_empty();
    let [row, rest @ ..] = &rows[usize::from(title)..] else { return 0..0 };
    let rest: Vec<&Look<'_>> = rest.iter().filter(|below| below.cells.len() == row.cells.len()).collect();
    let Some(below) = rest.first() else { return 0..0 };
    let names = row.texts().all(|text| is_name(text.split('\n'))) && row.texts().nth(1).is_some();
    let capitals = |row: &Look<'_>| row.texts().all(|text| !text.contains(char::is_lowercase));
    let looks = row.bold && !below.bold || row.shaded && !below.shaded || capitals(row) && !capitals(below);
    if !names || !looks && !named_by_contents(row.cells.len(), &rest) {
        return 0..0;
    }
    let from = usize::from(title && !is_name(first.cells[0].split('\n')));
    from..usize::from(title) + 1
}

impl Look<'_> {
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().copied().filter(|text| !text.is_empty())
    }
}

/// Whether the rows below hold what a row of names over them would lead to expect.
fn named_by_contents(width: usize, below: &[&Look<'_>]) -> bool {
    if below.len() < 2 {
        return false;
    }
    let column = |i: usize, fits: fn(&str) -> bool| {
        below.iter().all(|row| !row.cells[i].is_empty() && row.cells[i].split('\n').all(fits))
    };
    (1..width).any(|i| column(i, is_figure)) || (0..width).all(|i| column(i, is_figure) || column(i, is_sentence))
}

/// Whether the paragraphs of a cell may be the name of a column: short, no figure, no sentence.
pub fn is_name<'t>(paragraphs: impl Iterator<Item = &'t str>) -> bool {
    let (mut length, mut words) = (0, 0);
    for text in paragraphs {
        length += text.len();
        words += text.split_whitespace().count();
        if text.ends_with(['.', ';']) || is_figure(text) {
            return false;
        }
    }
    length <= LONGEST_NAME.0 && words <= LONGEST_NAME.1
}

/// Whether a text is a sentence or part of one.
pub fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', ';']) || text.split_whitespace().nth(LONGEST_NAME.1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table<'t>(rows: &[(&'t str, bool)]) -> Vec<Look<'t>> {
        rows.iter()
            .map(|&(row, bold)| Look { cells: row.split('|').collect(), bold, shaded: false, known: false })
            .collect()
    }

    #[test]
    fn a_head_differs_from_the_rows_below() {
        let plain = [("Insurance|Cover", false), ("Public liability|£5 million", false), ("Cyber|£1m", false)];
        assert_eq!(heads(&table(&plain)), 0..1);
        assert_eq!(heads(&table(&[("Name|Answer", true), ("Trading name|", false)])), 0..1);
        assert_eq!(heads(&table(&[("Name|Answer", false), ("Trading name|", false)])), 0..0);
        assert_eq!(heads(&table(&[("Lot|£5m", true), ("1|£2m", false)])), 0..0);
        let title = [("Cover", true), ("Insurance|Level", true), ("Public liability|£5 million", false)];
        assert_eq!(heads(&table(&title)), 0..2);
        let mut repeated = table(&[("Lot|£5m", false), ("1|£2m", false)]);
        repeated[0].known = true;
        assert_eq!(heads(&repeated), 0..1);
    }

    #[test]
    fn figures_are_told_from_names() {
        for text in ["£5 million", "£10,000", "10 days", "1A", "5%"] {
            assert!(is_figure(text) && !is_name([text].into_iter()), "{text}");
        }
        for text in ["2026/27", "Lot 1", "Type of insurance", "Year 1"] {
            assert!(!is_figure(text) && is_name([text].into_iter()), "{text}");
        }
        assert!(is_sentence("Cover is needed."));
        assert!(!is_name(["Cover is needed."].into_iter()));
    }
}
