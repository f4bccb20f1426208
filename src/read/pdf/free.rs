//! Tables that nothing frames: words that stand in columns.

use super::geometry::Rect;
use super::layout::{Rule, Sheet};
use super::lines::Line;
use super::ruling::lone_levels;
use super::tables::{Cell, Row, Table};
use crate::read::structure;

/// Most columns of a table that is not framed.
const MAX_FREE_COLUMNS: usize = 12;
/// Most strips of a page that are fitted to the columns above them: each may move all that come after it.
const MAX_FITTED: usize = 3_000;
/// Most lone ruling lines of a page that may be those of tables.
const MAX_LONE_LINES: usize = 500;

/// Lines that stand above each other in one column of one row.
struct Chunk {
    rect: Rect,
    lines: Vec<Line>,
}

impl Chunk {
    fn text(&self, sheet: &Sheet) -> String {
        self.lines.iter().map(|line| line.text(sheet)).collect::<Vec<_>>().join(" ")
    }

    /// Whether it is the number or bullet of an item.
    fn is_label(&self, sheet: &Sheet) -> bool {
        let short = self.lines.len() == 1 && self.lines[0].words.len() < 4;
        short && structure::label(&self.text(sheet)).is_some_and(|(_, rest)| rest.is_empty())
    }

    fn is_in(&self, column: (f32, f32)) -> bool {
        column.0 <= self.rect.x0 && self.rect.x1 <= column.1
    }
}

/// Chunks whose first lines stand on one baseline.
struct Strip {
    chunks: Vec<Chunk>,
    /// Baseline of the first line.
    y: f32,
    size: f32,
    /// Which of the lines given it is made of.
    from: usize,
    to: usize,
}

impl Strip {
    /// Whether a line stands below the last chunk and nothing else, however wide the blanks in it are stretched.
    fn goes_on(&self, sheet: &Sheet, line: &Line) -> bool {
        let [.., before, last] = &self.chunks[..] else { return false };
        let Some(above) = last.lines.last() else { return false };
        let em = line.size.max(self.size);
        let indent = line.rect.x0 - last.rect.x0;
        let near = (0.3..2.2).contains(&((line.y - above.y) / em));
        let under = indent > -0.6 * em && line.rect.x0 > before.rect.x1 && line.rect.x0 < last.rect.x1;
        near && under && !(self.chunks.len() == 2 && before.is_label(sheet))
    }
}

/// Tables that nothing frames: lines cut by wide gaps that lie in columns over several rows.
///
/// Takes the lines of such tables out of `lines` and gives the tables. Columns of running text that are drawn line
/// by line across the page are put one after the other.
pub fn free(sheet: &Sheet, lines: &mut Vec<Line>) -> Vec<Table> {
    let mut strips = strips(sheet, lines);
    let mut levels = lone_levels(&sheet.rules);
    if levels.len() > MAX_LONE_LINES {
        levels.clear();
    }
    let mut tables = vec![];
    // Ranges of lines, and the lines that take their place.
    let mut changes: Vec<(usize, usize, Vec<Line>)> = vec![];
    let mut start = 0;
    while start < strips.len() {
        if strips[start].chunks.len() < 2 {
            start += 1;
            continue;
        }
        let mut columns: Vec<(f32, f32)> = vec![];
        let mut end = start;
        while end < strips.len() {
            if end > start + 1 && strips.len() <= MAX_FITTED {
                fit(sheet, &mut strips, end, &columns);
            }
            if !follows(&strips, start, end, &mut columns) {
                break;
            }
            end += 1;
        }
        if end > start && is_prose(sheet, &strips[start..end], &columns) {
            // The longer column goes on alone.
            while end < strips.len() && goes_on_alone(&strips[end - 1], &strips[end], &columns) {
                end += 1;
            }
            let chunks = || strips[start..end].iter().flat_map(|strip| &strip.chunks);
            let of = |column: &(f32, f32)| {
                let column = *column;
                chunks().filter(move |chunk| column.0 <= chunk.rect.x0 && chunk.rect.x0 < column.1)
            };
            let lines = columns.iter().flat_map(of).flat_map(|chunk| chunk.lines.clone()).collect();
            changes.push((strips[start].from, strips[end - 1].to, lines));
        } else if end > start && is_table(sheet, &strips[start..end], &columns, &levels) {
            let head = start.checked_sub(1).and_then(|above| recut(sheet, &strips[above], &columns));
            let head =
                head.filter(|head| strips[start].y - head.y < 3.0 * head.size && columns.len() == head.chunks.len());
            for (column, chunk) in columns.iter_mut().zip(head.iter().flat_map(|head| &head.chunks)) {
                *column = (column.0.min(chunk.rect.x0), column.1.max(chunk.rect.x1));
            }
            let rows: Vec<&Strip> = head.iter().chain(&strips[start..end]).collect();
            changes.push((rows[0].from, strips[end - 1].to, vec![]));
            tables.push(from_strips(&rows, &columns));
        }
        start = end.max(start + 1);
    }
    for (from, to, with) in changes.into_iter().rev() {
        lines.splice(from..to, with);
    }
    tables
}

/// Whether strips are columns of running text: in at least two columns, lines end in the middle of sentences.
fn is_prose(sheet: &Sheet, strips: &[Strip], columns: &[(f32, f32)]) -> bool {
    const FEWEST_LINES: usize = 4;
    let by_line = strips.iter().flat_map(|strip| &strip.chunks).all(|chunk| chunk.lines.len() == 1);
    if strips.len() < FEWEST_LINES || !by_line {
        return false;
    }
    let runs_on = |column: &&(f32, f32)| {
        let cells = strips.iter().filter_map(|strip| strip.chunks.iter().find(|chunk| chunk.is_in(**column)));
        let texts: Vec<String> = cells.map(|chunk| chunk.lines[0].text(sheet)).collect();
        let words: usize = texts.iter().map(|text| text.split(' ').count()).sum();
        let broken = |pair: &&[String]| !pair[0].ends_with(['.', ':', ';']) && pair[1].starts_with(char::is_lowercase);
        texts.len() >= FEWEST_LINES
            && words >= 4 * texts.len()
            && texts.windows(2).filter(broken).count() * 10 >= texts.len() * 4
    };
    columns.iter().filter(runs_on).count() >= 2
}

/// Whether a strip is the next line of one column of text, beside which the others have ended.
fn goes_on_alone(before: &Strip, strip: &Strip, columns: &[(f32, f32)]) -> bool {
    let near = strip.y - before.y > 0.0 && strip.y - before.y < 1.7 * strip.size;
    near && strip.chunks.len() == 1 && columns.iter().any(|&column| strip.chunks[0].is_in(column))
}

/// Puts the lines of a page, in the order of drawing, into strips.
fn strips(sheet: &Sheet, lines: &[Line]) -> Vec<Strip> {
    let mut strips: Vec<Strip> = vec![];
    for (at, line) in lines.iter().enumerate() {
        if let Some(strip) = strips.last_mut()
            && strip.goes_on(sheet, line)
        {
            let last = strip.chunks.len() - 1;
            strip.chunks[last].rect.join(&line.rect);
            strip.chunks[last].lines.push(line.clone());
            strip.to = at + 1;
            continue;
        }
        for segment in cells(sheet, line) {
            let chunk = |segment: Line| Chunk { rect: segment.rect, lines: vec![segment] };
            if let Some(strip) = strips.last_mut() {
                let width = strip.chunks.len();
                let last = &mut strip.chunks[width - 1];
                let near = segment.size.max(strip.size);
                let below = last.lines.last().map_or(0.0, |line| segment.y - line.y);
                let beside = segment.rect.x0 >= last.rect.x1 + 0.3 * near;
                if beside && (segment.y - strip.y).abs() < 0.35 * near && width < MAX_FREE_COLUMNS {
                    strip.chunks.push(chunk(segment));
                    strip.to = at + 1;
                    continue;
                }
                // A row whose first line was taken for the end of what stands above it.
                if beside && width == 1 && below.abs() < 0.35 * near {
                    let line = if last.lines.len() > 1 { last.lines.pop() } else { None };
                    if let Some(line) = line {
                        let split = strip.to - 1;
                        strip.to = split;
                        let (y, size) = (line.y, line.size);
                        let chunks = vec![chunk(line), chunk(segment)];
                        strips.push(Strip { chunks, y, size, from: split, to: at + 1 });
                        continue;
                    }
                }
                let under = segment.rect.overlap_x(&last.rect) > 0.0 && segment.rect.x0 >= last.rect.x0 - 0.6 * near;
                let whole_line = segment.words.len() == line.words.len();
                if under && whole_line && below > 0.0 && below < 1.7 * near {
                    last.rect.join(&segment.rect);
                    last.lines.push(segment);
                    strip.to = at + 1;
                    continue;
                }
            }
            let (y, size) = (segment.y, segment.size);
            strips.push(Strip { chunks: vec![chunk(segment)], y, size, from: at, to: at + 1 });
        }
    }
    strips
}

/// The segments of a line; a number or bullet inside it belongs to the text behind it.
fn cells(sheet: &Sheet, line: &Line) -> Vec<Line> {
    let mut cells: Vec<Line> = vec![];
    for segment in line.segments(sheet) {
        let hangs = |label: &Line| structure::label(&label.text(sheet)).is_some_and(|(_, rest)| rest.is_empty());
        let near = |label: &Line| segment.rect.x0 - label.rect.x1 < 3.0 * segment.size;
        let inside = cells.len() > 1;
        match cells.last_mut() {
            Some(label) if inside && near(label) && hangs(label) => label.merge(sheet, &segment),
            _ => cells.push(segment),
        }
    }
    cells
}

/// Makes a strip below a table fit its columns, where blanks are too narrow or too wide to tell cells by themselves.
fn fit(sheet: &Sheet, strips: &mut Vec<Strip>, at: usize, columns: &[(f32, f32)]) {
    let strip = &mut strips[at];
    if (strip.chunks.len() > 1 || strip.to == strip.from + 1)
        && let Some(cut) = recut(sheet, strip, columns)
    {
        *strip = cut;
        return;
    }
    // A line stretched to the width of its column.
    let last = columns.iter().rposition(|column| strip.chunks.iter().any(|chunk| chunk.is_in(*column)));
    let Some(first) = last.and_then(|last| strip.chunks.iter().position(|chunk| chunk.is_in(columns[last]))) else {
        return;
    };
    if first == 0 || first + 2 > strip.chunks.len() || strip.chunks[first..].iter().any(|chunk| chunk.lines.len() > 1) {
        return;
    }
    let words: Vec<u32> = strip.chunks[first..].iter().flat_map(|chunk| &chunk.lines[0].words).copied().collect();
    let gaps = words.windows(2).map(|pair| sheet.words[pair[1] as usize].x0 - sheet.words[pair[0] as usize].x1);
    let (least, most) = gaps.fold((f32::INFINITY, 0.0f32), |(least, most), gap| (least.min(gap), most.max(gap)));
    let Some(line) = Line::of(sheet, &words, None).filter(|_| most < 1.2 * least && words.len() > 3) else { return };
    strip.chunks.truncate(first);
    strip.chunks.push(Chunk { rect: line.rect, lines: vec![line] });
    // What stands below it could not be told to belong to it.
    while at + 1 < strips.len()
        && strips[at + 1].chunks.len() == 1
        && strips[at].goes_on(sheet, &strips[at + 1].chunks[0].lines[0])
    {
        let below = strips.remove(at + 1);
        strips[at].to = below.to;
        for chunk in below.chunks {
            strips[at].chunks[first].rect.join(&chunk.rect);
            strips[at].chunks[first].lines.extend(chunk.lines);
        }
    }
}

/// A line above or below a table whose words stand under its columns, with too little room between to tell by itself.
fn recut(sheet: &Sheet, strip: &Strip, columns: &[(f32, f32)]) -> Option<Strip> {
    /// How far from the column's edge a cell may begin, in points.
    const ASTRAY: f32 = 2.0;
    let lines: Vec<&Line> = match &strip.chunks[..] {
        [chunk] => chunk.lines.last().into_iter().collect(),
        chunks if chunks.iter().all(|chunk| chunk.lines.len() == 1) => chunks.iter().map(|c| &c.lines[0]).collect(),
        _ => return None,
    };
    let word = |index: u32| &sheet.words[index as usize];
    let begins = |index: u32| columns.iter().any(|column| (column.0 - word(index).x0).abs() < ASTRAY);
    let em = lines.first()?.size;
    // Where the lines of text are stretched to one length, all blanks are wide.
    let (mut least, mut widest) = (f32::INFINITY, 0.25 * em);
    let mut chunks = vec![];
    for line in &lines {
        let mut start = 0;
        for at in 1..line.words.len() {
            let gap = word(line.words[at]).x0 - word(line.words[at - 1]).x1;
            if gap > 0.45 * em && begins(line.words[at]) {
                least = least.min(gap);
                chunks.extend(Line::of(sheet, &line.words[start..at], line.element));
                start = at;
            } else {
                widest = widest.max(gap);
            }
        }
        chunks.extend(Line::of(sheet, &line.words[start..], line.element));
    }
    let whole = begins(lines.first()?.words[0]) && least >= 1.4 * widest;
    let chunk = |line: Line| Chunk { rect: line.rect, lines: vec![line] };
    (chunks.len() > lines.len() && whole).then(|| Strip {
        chunks: chunks.into_iter().map(chunk).collect(),
        y: lines[0].y,
        size: em,
        from: if lines.len() == 1 { strip.to - 1 } else { strip.from },
        to: strip.to,
    })
}

/// Whether the strip at `at` goes on with the table that begins at `start`; widens the columns by it.
fn follows(strips: &[Strip], start: usize, at: usize, columns: &mut Vec<(f32, f32)>) -> bool {
    let strip = &strips[at];
    if strip.chunks.len() < 2 {
        return false;
    }
    if at > start {
        let before = &strips[at - 1];
        let bottom = before.chunks.iter().map(|chunk| chunk.rect.y1).fold(f32::NEG_INFINITY, f32::max);
        let top = strip.chunks.iter().map(|chunk| chunk.rect.y0).fold(f32::INFINITY, f32::min);
        if top < bottom - 0.5 * strip.size || top > bottom + 3.0 * strip.size {
            return false;
        }
    }
    let mut wider = columns.clone();
    for chunk in &strip.chunks {
        let (x0, x1) = (chunk.rect.x0, chunk.rect.x1);
        let mut met = wider.iter().enumerate().filter(|(_, column)| column.0 < x1 && x0 < column.1).map(|(i, _)| i);
        match (met.next(), met.next()) {
            (None, _) => {
                let place = wider.partition_point(|column| column.0 < x0);
                wider.insert(place, (x0, x1));
            }
            (Some(one), None) => wider[one] = (wider[one].0.min(x0), wider[one].1.max(x1)),
            // It reaches over two columns.
            _ => return false,
        }
    }
    // Two chunks of one row in one column: the columns have run together.
    let column_of = |chunk: &Chunk| wider.iter().position(|c| c.0 <= chunk.rect.x0 && chunk.rect.x1 <= c.1);
    let places: Vec<_> = strip.chunks.iter().map(column_of).collect();
    if places.windows(2).any(|pair| pair[0] == pair[1]) || wider.len() > MAX_FREE_COLUMNS {
        return false;
    }
    *columns = wider;
    true
}

fn is_table(sheet: &Sheet, strips: &[Strip], columns: &[(f32, f32)], levels: &[Rule]) -> bool {
    let rect = |strip: &Strip| {
        let mut rect = Rect::NONE;
        strip.chunks.iter().for_each(|chunk| rect.join(&chunk.rect));
        rect
    };
    let mut whole = Rect::NONE;
    for strip in strips {
        whole.join(&rect(strip));
    }
    let lines_through = levels
        .iter()
        .filter(|level| {
            whole.y0 - 8.0 < level.at && level.at < whole.y1 + 8.0 && level.to - level.from > 0.6 * whole.width()
        })
        .count();
    if strips.len() < if lines_through >= 2 { 2 } else { 3 } {
        return false;
    }
    let filled = |column: &(f32, f32)| {
        let in_column = |strip: &&Strip| strip.chunks.iter().any(|c| c.is_in(*column));
        strips.iter().filter(in_column).count()
    };
    if columns.iter().filter(|column| filled(column) * 10 >= strips.len() * 6).count() < 2 {
        return false;
    }
    let share = |test: &dyn Fn(&Strip) -> bool| strips.iter().filter(|strip| test(strip)).count() * 10 / strips.len();
    // Numbers and bullets hang in front of list items as cells do.
    let hanging = |strip: &Strip| strip.chunks.len() == 2 && strip.chunks[0].is_label(sheet);
    // A table of contents: titles with page numbers.
    let contents = |strip: &Strip| {
        let last = strip.chunks.last().map(|chunk| chunk.text(sheet)).unwrap_or_default();
        let title = strip.chunks[strip.chunks.len() - 2].text(sheet);
        let numbered = strip.chunks.len() == 3 && structure::label(&strip.chunks[0].text(sheet)).is_some();
        last.len() <= 4 && last.bytes().all(|b| b.is_ascii_digit()) && (title.contains("..") || numbered)
    };
    // Columns of running text.
    let prose = |strip: &Strip| strip.chunks.iter().filter(|chunk| chunk.lines.len() > 8).count() >= 2;
    share(&hanging) < 5 && share(&contents) < 7 && share(&prose) < 3
}

fn from_strips(strips: &[&Strip], columns: &[(f32, f32)]) -> Table {
    let mut rect = Rect::NONE;
    let mut rows = vec![];
    for strip in strips {
        let mut cells: Vec<Cell> = vec![];
        for (index, column) in columns.iter().enumerate() {
            let chunk = strip.chunks.iter().find(|c| c.is_in(*column));
            if let Some(chunk) = chunk {
                rect.join(&chunk.rect);
            }
            let lines = chunk.map_or(vec![], |chunk| chunk.lines.clone());
            cells.push(Cell { column: index as u16, lines, right: column.1 });
        }
        rows.push(Row { cells, number: None, head: false, merged: vec![] });
    }
    let first = strips[0].chunks[0].lines[0].words[0];
    let mut edges: Vec<f32> = columns.iter().map(|column| column.0).collect();
    edges.extend(columns.last().map(|column| column.1));
    Table { rect, first, rows, tag: None, edges }
}
