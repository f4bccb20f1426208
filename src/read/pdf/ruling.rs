//! Ruling lines to grids: the frames of tables.

use super::geometry::{Rect, sorted};
use super::layout::Rule;

/// Lines nearer to each other than this, in points, are one line; ends nearer than this meet.
const NEAR: f32 = 3.0;
/// Shorter lines, in points, are no border of a cell.
const SHORT: f32 = 6.0;
/// Most columns and rows of a grid, and most pairs of lines that are compared; a drawing has more.
const MAX_COLUMNS: usize = 100;
const MAX_ROWS: usize = 2_000;
const MAX_PAIRS: usize = 4_000_000;

/// A frame of crossing lines, with its cells.
#[derive(Debug)]
pub struct Grid {
    pub rect: Rect,
    /// Left edges of the columns and the right edge of the last.
    pub xs: Vec<f32>,
    /// Top edges of the rows and the bottom edge of the last.
    pub ys: Vec<f32>,
    pub cells: Vec<Cell>,
    /// Which cell covers each field, row by row.
    fields: Vec<u32>,
}

/// One cell, which may span columns and rows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    pub column: u16,
    pub row: u16,
    pub columns: u16,
    pub rows: u16,
}

impl Grid {
    pub fn columns(&self) -> usize {
        self.xs.len() - 1
    }

    pub fn rows(&self) -> usize {
        self.ys.len() - 1
    }

    /// Index of the cell at a place.
    pub fn cell_at(&self, x: f32, y: f32) -> Option<usize> {
        let column = self.xs.partition_point(|&edge| edge <= x).checked_sub(1).filter(|&c| c < self.columns())?;
        let row = self.ys.partition_point(|&edge| edge <= y).checked_sub(1).filter(|&r| r < self.rows())?;
        Some(self.fields[row * self.columns() + column] as usize)
    }

    /// The place that a cell takes.
    pub fn rect_of(&self, cell: Cell) -> Rect {
        Rect {
            x0: self.xs[usize::from(cell.column)],
            y0: self.ys[usize::from(cell.row)],
            x1: self.xs[usize::from(cell.column + cell.columns)],
            y1: self.ys[usize::from(cell.row + cell.rows)],
        }
    }

    /// From the lines of one frame; `None` where they make no cells.
    fn new(levels: &[Rule], uprights: &[Rule]) -> Option<Self> {
        let mut xs = positions(uprights);
        let mut ys = positions(levels);
        // Tables without outer borders: their lines run on past the last line that crosses them.
        widen(&mut xs, levels);
        widen(&mut ys, uprights);
        if xs.len() < 2 || ys.len() < 2 || xs.len() > MAX_COLUMNS || ys.len() > MAX_ROWS {
            return None;
        }
        let (columns, rows) = (xs.len() - 1, ys.len() - 1);
        let parted = |rules: &[Rule], edges: &[f32], across: &[f32]| -> Vec<bool> {
            let mut covered = vec![0.0; edges.len() * across.len()];
            for rule in rules {
                for (edge, _) in edges.iter().enumerate().filter(|(_, at)| (rule.at - **at).abs() <= NEAR) {
                    for (span, ends) in across.windows(2).enumerate() {
                        covered[edge * across.len() + span] += (rule.to.min(ends[1]) - rule.from.max(ends[0])).max(0.0);
                    }
                }
            }
            let long = |at: usize| across.get(at + 1).map_or(f32::INFINITY, |to| to - across[at]);
            (0..covered.len()).map(|at| covered[at] >= 0.5 * long(at % across.len())).collect()
        };
        // Whether a line is drawn on each edge, between each two edges across it.
        let (upright, level) = (parted(uprights, &xs, &ys), parted(levels, &ys, &xs));
        // Fields that no line parts belong to one cell.
        let mut group: Vec<u32> = (0..(columns * rows) as u32).collect();
        for row in 0..rows {
            for column in 0..columns {
                let at = (row * columns + column) as u32;
                if column + 1 < columns && !upright[(column + 1) * ys.len() + row] {
                    join(&mut group, at, at + 1);
                }
                if row + 1 < rows && !level[(row + 1) * xs.len() + column] {
                    join(&mut group, at, at + columns as u32);
                }
            }
        }
        let mut cells: Vec<Cell> = vec![];
        let mut fields = vec![u32::MAX; columns * rows];
        for at in 0..columns * rows {
            let root = find(&mut group, at as u32) as usize;
            let (column, row) = ((at % columns) as u16, (at / columns) as u16);
            if fields[root] == u32::MAX {
                fields[root] = cells.len() as u32;
                cells.push(Cell { column, row, columns: 1, rows: 1 });
            }
            fields[at] = fields[root];
            let cell = &mut cells[fields[root] as usize];
            let (right, bottom) = (cell.column + cell.columns, cell.row + cell.rows);
            cell.column = cell.column.min(column);
            cell.columns = right.max(column + 1) - cell.column;
            cell.rows = bottom.max(row + 1) - cell.row;
        }
        let rect = Rect { x0: xs[0], y0: ys[0], x1: xs[columns], y1: ys[rows] };
        Some(Self { rect, xs, ys, cells, fields })
    }
}

/// All frames of a page, the smallest first, so that a table inside a cell comes before the one around it.
pub fn grids(rules: &[Rule]) -> Vec<Grid> {
    let levels = merge(rules.iter().filter(|rule| rule.level).copied().collect());
    let uprights = merge(rules.iter().filter(|rule| !rule.level).copied().collect());
    if levels.len().saturating_mul(uprights.len()) > MAX_PAIRS {
        return vec![];
    }
    // Lines that cross or touch are of one frame.
    let mut group: Vec<u32> = (0..(levels.len() + uprights.len()) as u32).collect();
    for (i, level) in levels.iter().enumerate() {
        for (j, upright) in uprights.iter().enumerate() {
            let meets = level.from - NEAR <= upright.at
                && upright.at <= level.to + NEAR
                && upright.from - NEAR <= level.at
                && level.at <= upright.to + NEAR;
            if meets {
                join(&mut group, i as u32, (levels.len() + j) as u32);
            }
        }
    }
    let mut frames: Vec<(Vec<Rule>, Vec<Rule>)> = vec![];
    let mut known = vec![usize::MAX; group.len()];
    for (i, rule) in levels.iter().chain(&uprights).enumerate() {
        let root = find(&mut group, i as u32) as usize;
        if known[root] == usize::MAX {
            known[root] = frames.len();
            frames.push((vec![], vec![]));
        }
        let frame = &mut frames[known[root]];
        if rule.level { frame.0.push(*rule) } else { frame.1.push(*rule) }
    }
    let grids = frames.iter().filter(|f| !f.0.is_empty() && !f.1.is_empty()).filter_map(|f| Grid::new(&f.0, &f.1));
    let grids: Vec<Grid> = grids.collect();
    sorted(grids, |grid| (grid.rect.width() * grid.rect.height(), 0.0))
}

/// Level lines that no upright line touches, merged, from top to bottom: those of tables ruled in one way only.
pub fn lone_levels(rules: &[Rule]) -> Vec<Rule> {
    let uprights = merge(rules.iter().filter(|rule| !rule.level).copied().collect());
    let mut levels = merge(rules.iter().filter(|rule| rule.level).copied().collect());
    levels.retain(|level| {
        !uprights.iter().any(|upright| {
            level.from - NEAR <= upright.at
                && upright.at <= level.to + NEAR
                && upright.from - NEAR <= level.at
                && level.at <= upright.to + NEAR
        })
    });
    levels
}

/// Joins the pieces of lines and drops what is too short to be one.
fn merge(rules: Vec<Rule>) -> Vec<Rule> {
    let rules = sorted(rules, |rule| (rule.at, 0.0));
    let mut merged: Vec<Rule> = vec![];
    let mut start = 0;
    while start < rules.len() {
        let end = start + rules[start..].iter().take_while(|rule| rule.at - rules[start].at <= NEAR).count();
        let first = merged.len();
        for rule in sorted(rules[start..end].to_vec(), |rule| (rule.from, 0.0)) {
            match merged[first..].last_mut() {
                Some(last) if rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
                _ => merged.push(rule),
            }
        }
        start = end;
    }
    merged.retain(|rule| rule.to - rule.from >= SHORT);
    merged
}

/// Distinct places of lines, sorted.
fn positions(rules: &[Rule]) -> Vec<f32> {
    let mut places = sorted(rules.iter().map(|rule| rule.at).collect(), |&at| (at, 0.0));
    places.dedup_by(|a, b| (*a - *b).abs() <= NEAR);
    places
}

/// Adds the outer ends of crossing lines to the edges where they run on well past the last edge.
fn widen(edges: &mut Vec<f32>, crossing: &[Rule]) {
    /// How far past, in points: wider than any thickness of lines, narrower than any column.
    const PAST: f32 = 8.0;
    let from = crossing.iter().map(|rule| rule.from).fold(f32::INFINITY, f32::min);
    let to = crossing.iter().map(|rule| rule.to).fold(f32::NEG_INFINITY, f32::max);
    if edges.first().is_some_and(|&first| from < first - PAST) {
        edges.insert(0, from);
    }
    if edges.last().is_some_and(|&last| to > last + PAST) {
        edges.push(to);
    }
}

fn find(group: &mut [u32], mut at: u32) -> u32 {
    while group[at as usize] != at {
        group[at as usize] = group[group[at as usize] as usize];
        at = group[at as usize];
    }
    at
}

fn join(group: &mut [u32], a: u32, b: u32) {
    let (a, b) = (find(group, a), find(group, b));
    group[a.max(b) as usize] = a.min(b);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(at: f32, from: f32, to: f32) -> Rule {
        Rule { level: true, at, from, to }
    }

    fn upright(at: f32, from: f32, to: f32) -> Rule {
        Rule { level: false, at, from, to }
    }

    #[test]
    fn a_full_frame_has_its_cells() {
        let mut rules: Vec<Rule> = [10.0, 30.0, 50.0].map(|y| level(y, 0.0, 200.0)).to_vec();
        rules.extend([0.0, 120.0, 200.0].map(|x| upright(x, 10.0, 50.0)));
        let grids = grids(&rules);
        assert_eq!(grids.len(), 1);
        assert_eq!((grids[0].columns(), grids[0].rows(), grids[0].cells.len()), (2, 2, 4));
        assert_eq!(grids[0].cell_at(150.0, 40.0), Some(3));
        assert_eq!(grids[0].cell_at(150.0, 60.0), None);
    }

    #[test]
    fn a_missing_line_makes_a_cell_that_spans() {
        let mut rules: Vec<Rule> = [10.0, 30.0, 50.0].map(|y| level(y, 0.0, 200.0)).to_vec();
        rules.extend([upright(0.0, 10.0, 50.0), upright(120.0, 30.0, 50.0), upright(200.0, 10.0, 50.0)]);
        let grids = grids(&rules);
        assert_eq!(grids[0].cells[0], Cell { column: 0, row: 0, columns: 2, rows: 1 });
        assert_eq!(grids[0].cell_at(150.0, 20.0), grids[0].cell_at(20.0, 20.0));
        assert_eq!(grids[0].cells.len(), 3);
    }

    #[test]
    fn borders_drawn_cell_by_cell_are_one_line() {
        let mut rules = vec![];
        for row in 0..3 {
            for column in 0..2 {
                let (x, y) = (100.0 * column as f32, 20.0 * row as f32);
                rules.extend([level(y, x + 0.5, x + 99.5), upright(x, y + 0.5, y + 19.5)]);
                rules.push(upright(200.0, y, y + 20.0));
            }
        }
        rules.push(level(60.0, 0.0, 200.0));
        let grids = grids(&rules);
        assert_eq!(grids.len(), 1);
        assert_eq!((grids[0].columns(), grids[0].rows()), (2, 3));
    }

    #[test]
    fn a_table_without_outer_borders_has_its_outer_columns() {
        let mut rules: Vec<Rule> = [10.0, 30.0, 50.0].map(|y| level(y, 0.0, 200.0)).to_vec();
        rules.push(upright(120.0, 10.0, 50.0));
        let grids = grids(&rules);
        assert_eq!((grids[0].columns(), grids[0].rows()), (2, 2));
        assert_eq!(grids[0].cells.len(), 4);
    }

    #[test]
    fn a_table_in_a_cell_comes_first() {
        let frame = |x: f32, y: f32, size: f32| {
            [
                level(y, x, x + size),
                level(y + size, x, x + size),
                upright(x, y, y + size),
                upright(x + size, y, y + size),
            ]
        };
        let rules: Vec<Rule> = [frame(0.0, 0.0, 300.0), frame(50.0, 50.0, 100.0)].concat();
        let grids = grids(&rules);
        assert_eq!(grids.len(), 2);
        assert!(grids[0].rect.width() < grids[1].rect.width());
    }

    #[test]
    fn underlines_make_no_grid() {
        assert!(grids(&[level(10.0, 0.0, 50.0), level(40.0, 0.0, 80.0)]).is_empty());
        assert_eq!(lone_levels(&[level(40.0, 0.0, 80.0), level(10.0, 0.0, 50.0)]).len(), 2);
    }
}
