//! Tables drawn in text: grids, pipes, ruled columns, tabs, and columns held apart by blanks.

use super::lines::Line;
use crate::document::{Block, Kind};
use crate::read::structure::{field, is_figure, label};

/// A table that begins at the first of the lines.
pub struct Table {
    /// How many lines it takes.
    pub lines: usize,
    rows: Vec<Row>,
}

#[derive(Default)]
struct Row {
    /// Column and text of each cell.
    cells: Vec<(u16, String)>,
    head: bool,
    page: u32,
}

impl Row {
    /// Adds a line of a cell.
    fn add(&mut self, column: usize, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let at = self.cells.partition_point(|cell| cell.0 < column);
        match self.cells.get_mut(at) {
            Some(cell) if cell.0 == column => {
                if label(text).is_some() {
                    cell.1.push('\n');
                } else if !cell.1.is_empty() {
                    cell.1.push(' ');
                }
                super::push_words(&mut cell.1, text);
            }
            _ => {
                let mut cell = String::new();
                super::push_words(&mut cell, text);
                self.cells.insert(at, (column, cell));
            }
        }
    }

    /// Whether it may be the head of a table that marks none: short names, no figures.
    fn names(&self) -> bool {
        self.cells.len() > 1
            && self.cells.iter().all(|(_, text)| {
                // "Value excluding VAT[1]" has a footnote.
                let figures = text.bytes().enumerate().any(|(at, b)| b.is_ascii_digit() && !text[..at].ends_with('['));
                // "Value over 36 months" is a name; "Lot 1" and "10 days" are not.
                let figures = figures
                    && (text.split_whitespace().filter(|word| is_word(word)).nth(1).is_none() || is_figure(text));
                text.split_whitespace().nth(6).is_none() && !figures && !text.ends_with(['.', ';', ':'])
            })
    }

    fn tells(&self) -> bool {
        self.cells.iter().any(|(_, text)| {
            text.contains(|c: char| c.is_ascii_digit())
                || text.split_whitespace().nth(6).is_some()
                || text.contains(" / ")
        })
    }
}

impl Table {
    /// The table that begins here, if one does.
    pub fn at(lines: &[Line]) -> Option<Self> {
        Self::drawn(lines).or_else(|| tabbed(lines)).or_else(|| spaced(lines))
    }

    /// The same, for tables with lines of signs between rows or cells alone.
    pub fn drawn(lines: &[Line]) -> Option<Self> {
        let first = lines.first()?.text;
        match first.as_bytes()[0] {
            b'+' => grid(lines),
            b'|' => pipes(lines),
            _ if first.contains('|')
                && lines.get(1).is_some_and(|next| is_pipe_rule(next.text) || alike(first, next)) =>
            {
                pipes(lines)
            }
            _ if first.starts_with(['│', '┃']) => pipes(lines),
            _ => ruled(lines),
        }
    }

    /// Its rows as blocks.
    pub fn blocks(self, table: u32, paged: bool) -> impl Iterator<Item = Block> {
        let marked = self.rows.iter().any(|row| row.head);
        let named = !marked && self.rows.first().is_some_and(Row::names) && self.rows.iter().skip(1).any(Row::tells);
        // A second head row that has nothing below the first column's name.
        let second = |row: &Row| row.names() && row.cells.first().is_some_and(|cell| cell.0 > 0);
        let heads = usize::from(named) + usize::from(named && self.rows.get(1).is_some_and(second));
        self.rows.into_iter().filter(|row| !row.cells.is_empty()).enumerate().map(move |(i, row)| {
            let columns = row.cells.iter().map(|cell| cell.0).collect();
            let text = row.cells.iter().map(|cell| cell.1.as_str()).collect::<Vec<_>>().join("\t");
            let kind = Kind::Row { table, columns, head: row.head || i < heads };
            Block { page: paged.then_some(row.page), ..Block::new(kind, text) }
        })
    }
}

/// Whether it is a word of at least three letters.
fn is_word(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|b| b.is_ascii_alphabetic())
}

fn consists_of(text: &str, signs: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| signs.as_bytes().contains(&b))
}

/// `+---+---+` and `|   |   |`.
fn grid(lines: &[Line]) -> Option<Table> {
    let is_border = |line: &Line| line.text.len() > 2 && line.text.starts_with('+') && consists_of(line.text, "+-=:");
    if !is_border(&lines[0]) {
        return None;
    }
    let count = lines.iter().take_while(|line| line.text.starts_with(['|', '+'])).count();
    let lines = &lines[..count];
    // Where cells begin; a cell over several columns leaves out the borders between.
    let mut corner = vec![];
    for line in lines.iter().filter(|line| is_border(line)) {
        corner.resize(corner.len().max(line.text.len()), false);
        line.text.bytes().zip(&mut corner).for_each(|(b, corner)| *corner |= b == b'+');
    }
    let corners: Vec<usize> = (0..corner.len()).filter(|&at| corner[at]).collect();
    let mut rows: Vec<Row> = vec![];
    let mut row = Row::default();
    for line in lines {
        let border = is_border(line) || line.text.contains("+--") || line.text.contains("+==");
        if border {
            if line.text.contains('=') {
                for row in &mut rows {
                    row.head = true;
                }
                row.head = true;
            }
            if !row.cells.is_empty() {
                rows.push(std::mem::take(&mut row));
            }
            if is_border(line) {
                continue;
            }
        }
        row.page = line.page;
        let mut column = 0;
        let mut start = None;
        for (at, (byte, c)) in line.text.char_indices().enumerate() {
            if (c == '|' || c == '+') && corners.binary_search(&at).is_ok() {
                if let Some(start) = start {
                    add_unruled(&mut row, column, &line.text[start..byte]);
                }
                column = corners.binary_search(&at).unwrap_or(0);
                start = Some(byte + 1);
            }
        }
        // What stands outside, should the borders not meet.
        add_unruled(&mut row, column, line.text[start.unwrap_or(0)..].trim_end_matches(['|', '+']));
    }
    if !row.cells.is_empty() {
        rows.push(row);
    }
    Some(Table { lines: count, rows })
}

fn add_unruled(row: &mut Row, column: usize, text: &str) {
    if !consists_of(text.trim(), "-=+:|") {
        row.add(column, text);
    }
}

fn is_pipe_rule(text: &str) -> bool {
    text.contains("--") && text.contains('|') && consists_of(text, "|-:+= ")
}

/// Whether bars part two lines, one right below the other, into as many cells.
fn alike(first: &str, next: &Line) -> bool {
    let bars = |text: &str| text.matches(" | ").count();
    !next.gap && bars(first) > 0 && bars(first) == bars(next.text)
}

const BARS: [char; 3] = ['|', '│', '┃'];

/// Cells parted by `|`, with the head above a rule.
fn pipes(lines: &[Line]) -> Option<Table> {
    fn inside(text: &str) -> &str {
        let text = text.strip_prefix(BARS).unwrap_or(text);
        text.strip_suffix(BARS).unwrap_or(text)
    }
    let is_rule = |line: &Line| is_pipe_rule(line.text) || line.text.starts_with(['├', '┌', '└', '╞', '─']);
    let parted = |line: &&Line| is_rule(line) || inside(line.text).contains(BARS);
    let count = lines.iter().take(1).chain(lines[1..].iter().take_while(|line| !line.gap)).take_while(parted).count();
    if count < 2 {
        return None;
    }
    let mut rows: Vec<Row> = vec![];
    for line in &lines[..count] {
        if is_rule(line) {
            if let [row] = &mut rows[..] {
                row.head = true;
            }
            continue;
        }
        let mut row = Row { page: line.page, ..Row::default() };
        inside(line.text).split(BARS).enumerate().for_each(|(column, cell)| row.add(column, cell));
        rows.push(row);
    }
    Some(Table { lines: count, rows })
}

/// Most columns of a table that is told by its layout.
const COLUMNS: usize = 40;

/// Where the runs of dashes in a rule begin, if the line is one.
fn runs(line: &Line) -> Option<Vec<usize>> {
    if !line.text.starts_with("--") || !consists_of(line.text, "- ") {
        return None;
    }
    let bytes = line.text.as_bytes();
    let starts = (0..bytes.len()).filter(|&i| bytes[i] == b'-' && (i == 0 || bytes[i - 1] == b' '));
    Some(starts.map(|at| at + line.indent).take(COLUMNS).collect())
}

/// Most lines of a head between two rules.
const HEAD: usize = 12;

/// Columns under runs of dashes, with or without a rule above and below.
fn ruled(lines: &[Line]) -> Option<Table> {
    let first = runs(&lines[0]);
    let rule = match &first {
        Some(starts) if starts.len() > 1 => 0,
        Some(_) if lines[0].width >= 10 => (1..lines.len().min(HEAD)).find(|&i| runs(&lines[i]).is_some())?,
        None if lines.get(1).is_some_and(|next| !next.gap) => 1,
        _ => return None,
    };
    let starts = runs(&lines[rule]).filter(|starts| starts.len() > 1)?;
    let body = rule + 1;
    let (end, close) = if first.is_some() {
        let end = body + lines[body..].iter().position(|line| runs(line).is_some())?;
        if rule == 0 && runs(&lines[end])? != starts {
            return None;
        }
        (end, 1)
    } else {
        (body + lines[body..].iter().take_while(|line| !line.gap && runs(line).is_none()).count(), 0)
    };
    let closed = close.max(usize::from(lines.get(end).is_some_and(|line| !line.gap && runs(line).is_some())));
    let multiline = first.is_some() && (rule > 0 || lines[body..end].iter().skip(1).any(|line| line.gap));
    let mut rows = vec![];
    let mut head = Row { head: true, ..Row::default() };
    for line in &lines[usize::from(first.is_some()).min(rule)..rule] {
        cut(&mut head, line, &starts);
    }
    head.page = lines[0].page;
    rows.push(head);
    for (i, line) in lines[body..end].iter().enumerate() {
        if i == 0 || !multiline || line.gap {
            rows.push(Row { page: line.page, ..Row::default() });
        }
        cut(rows.last_mut()?, line, &starts);
    }
    rows.retain(|row| !row.cells.is_empty());
    (!rows.is_empty()).then_some(Table { lines: end + closed, rows })
}

/// Adds the parts of a line to the columns that begin at the given places.
fn cut(row: &mut Row, line: &Line, starts: &[usize]) {
    let mut places = line.text.char_indices().map(|(byte, c)| (byte, c == ' ' || c == '\t'));
    let mut column = starts.iter().rposition(|&start| start <= line.indent).unwrap_or(0);
    let (mut from, mut at) = (0, line.indent);
    let mut blank = false;
    for (byte, is_blank) in places.by_ref() {
        // A word that crosses the border stays whole.
        let due = starts.iter().rposition(|&start| start <= at).unwrap_or(0);
        if due > column && (blank || is_blank) {
            row.add(column, &line.text[from..byte]);
            (column, from) = (due, byte);
        }
        blank = is_blank;
        at += 1;
    }
    row.add(column, &line.text[from..]);
}

/// Lines that hold about the same number of tabs.
fn tabbed(lines: &[Line]) -> Option<Table> {
    let tabs = |line: &Line| {
        let inner = if line.signs.tab { line.text.matches('\t').count() } else { 0 };
        // A label or the name of a field with a tab behind it is no cell.
        let single = inner == 1
            && line.tabs == 0
            && (line.label.is_some_and(|(_, rest)| !rest.contains('\t')) || field(line.text).is_some());
        if single || inner == 0 { 0 } else { line.tabs + inner }
    };
    let first = match tabs(&lines[0]) {
        0 => return None,
        first => first,
    };
    // Empty cells at the end and cells over several columns have no tabs.
    let alike = |line: &&Line| tabs(line) > 0 && tabs(line).abs_diff(first) <= first.min(3).saturating_sub(1);
    let count = lines.iter().take_while(alike).count();
    if count < 2 {
        return None;
    }
    let cells = |line: &Line| line.tabs + line.text.split('\t').count();
    let width = lines[..count].iter().map(cells).max().unwrap_or(0);
    let full = lines[..count].iter().find(|line| cells(line) == width).map(|line| line.text);
    let rows = lines[..count].iter().map(|line| {
        let mut row = Row { page: line.page, ..Row::default() };
        // A first cell over several columns ("All lots") has lost its tabs: figures stand below figures.
        let missing = width - cells(line);
        let shift =
            if missing > 0 && line.tabs == 0 && figures_to_the_right(line.text, full, missing) { missing } else { 0 };
        let column = |i: usize| line.tabs + if i > 0 { i + shift } else { 0 };
        line.text.split('\t').enumerate().for_each(|(i, cell)| row.add(column(i), cell));
        row
    });
    Some(Table { lines: count, rows: rows.collect() })
}

/// Whether the figures of a row that is short of cells stand below those of a full row once moved to the right.
fn figures_to_the_right(row: &str, full: Option<&str>, missing: usize) -> bool {
    let figure = |cell: &str| cell.trim_start_matches('£').starts_with(|c: char| c.is_ascii_digit());
    let full: Vec<bool> = full.unwrap_or_default().split('\t').map(figure).collect();
    let alike = |shift: usize| {
        let cells = row.split('\t').enumerate().skip(1);
        cells.filter(|(i, cell)| full.get(i + shift) == Some(&figure(cell))).count()
    };
    alike(missing) > alike(0)
}

/// Places in a line where at least two blanks part words: first and last column of each.
///
/// Two blanks behind a full stop are how some people type; blanks behind a label belong to it.
fn gaps(line: &Line) -> Vec<(usize, usize)> {
    if !line.signs.double || line.width > 2000 {
        return vec![];
    }
    let from = line.label.map_or(0, |(_, rest)| line.text.len() - rest.len());
    let mut gaps = vec![];
    let (mut at, mut start, mut before) = (line.indent, None, ' ');
    for (byte, c) in line.text.char_indices() {
        match (c, start) {
            (' ', None) => start = Some(at),
            (' ', _) => {}
            (_, Some(first)) => {
                let typed = at - first == 2 && matches!(before, '.' | ':' | '!' | '?' | ')');
                if at - first > 1 && !typed && byte > from {
                    gaps.push((first, at - 1));
                }
                (start, before) = (None, c);
            }
            _ => before = c,
        }
        at += 1;
    }
    gaps.truncate(COLUMNS);
    gaps
}

/// Columns held apart by blanks that stand below each other in several lines.
fn spaced(lines: &[Line]) -> Option<Table> {
    if !lines[0].signs.double || !lines.iter().take(HEAD).skip(1).any(|line| line.signs.double) {
        return None;
    }
    let mut rivers = gaps(&lines[0]);
    if rivers.is_empty() {
        return None;
    }
    let (mut count, mut parted) = (1, 1);
    for line in &lines[1..] {
        let end = line.indent + line.width;
        let own = gaps(line);
        if own.is_empty() && (line.gap || line.indent == lines[0].indent && line.width > 40) {
            break;
        }
        // What is blank in this line too; past its end everything is, and so is the indent.
        let mut blanks = own.clone();
        blanks.push((end, usize::MAX));
        if line.indent > 0 {
            blanks.insert(0, (0, line.indent - 1));
        }
        let narrowed: Vec<_> = rivers
            .iter()
            .filter_map(|&(a, b)| {
                blanks.iter().map(|&(c, d)| (a.max(c), b.min(d))).filter(|(a, b)| a <= b).max_by_key(|(a, b)| b - a)
            })
            .collect();
        if narrowed.is_empty() || parted * 2 + 8 < count {
            break;
        }
        rivers = narrowed;
        parted += usize::from(!own.is_empty());
        count += 1;
    }
    // The last lines with a single part may be the next paragraph.
    while count > 1 && gaps(&lines[count - 1]).is_empty() && lines[count - 1].indent <= rivers[0].0 {
        count -= 1;
    }
    let wide = rivers.iter().any(|(a, b)| b - a >= 2);
    if parted < 2 || parted < 3 && !wide {
        return None;
    }
    let starts: Vec<usize> = std::iter::once(0).chain(rivers.iter().map(|r| r.1 + 1)).collect();
    let mut rows: Vec<Row> = vec![];
    for line in &lines[..count] {
        let under = line.indent > rivers[0].0 || line.begins_small() && !line.gap;
        if rows.is_empty() || !under {
            rows.push(Row { page: line.page, ..Row::default() });
        }
        cut(rows.last_mut()?, line, &starts);
    }
    Some(Table { lines: count, rows })
}
