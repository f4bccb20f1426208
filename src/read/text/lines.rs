//! A text as lines, and what they tell about its layout: indents, pages, the margin, running heads.

use super::notice::Part;
use super::push_words;
use crate::eight::{HIGH, continued, eight, equal, marks};
use crate::order;
use crate::read::structure;

/// A line with anything on it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The line without white space around it.
    pub text: &'a str,
    /// The number or bullet in front, and the rest.
    pub label: Option<(&'a str, &'a str)>,
    /// Columns before the text.
    pub indent: usize,
    /// Tabs before the text.
    pub tabs: usize,
    /// Characters of the text.
    pub width: usize,
    /// Whether a blank line or a page's end comes before.
    pub gap: bool,
    /// Whether a page's end or a running head comes before.
    pub broken: bool,
    /// Whether it ends with two blanks or a backslash, Markdown's sign that the break is meant.
    pub hard: bool,
    /// What stands in it beside words.
    pub signs: Signs,
    /// The page, counted from 1.
    pub page: u32,
    /// Characters between the margins where the line stands, if a margin broke the lines there.
    pub margin: Option<usize>,
    /// A head or foot that runs through all pages, or a page's number.
    pub running: Option<Running>,
    /// What it is in a notice's form.
    pub part: Option<Part>,
}

/// Where on the page a running line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Running {
    Head,
    Foot,
}

/// What stands in a text beside words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    pub tab: bool,
    /// Two blanks side by side.
    pub double: bool,
    /// Perhaps a mark of Markdown.
    pub mark: bool,
}

impl Signs {
    /// Whether more than one blank may part its words.
    pub fn part(self) -> bool {
        self.tab || self.double
    }
}

/// What stands in a text, and how many characters it has.
pub fn signs(text: &str) -> (Signs, usize) {
    let bytes = text.as_bytes();
    let (mut tabs, mut doubles, mut marked, mut width, mut before) = (0, 0, 0, bytes.len(), 0);
    for at in (0..bytes.len()).step_by(8) {
        let eight = eight(bytes, at);
        let blanks = equal(eight, b' ');
        tabs |= equal(eight, b'\t');
        // Whether the byte before each is a blank too; of the first that is the last of the eight before.
        doubles |= blanks & (blanks << 8 | before >> 56);
        marked |= marks(eight);
        if eight & HIGH != 0 {
            width -= continued(eight) as usize;
        }
        before = blanks;
    }
    (Signs { tab: tabs != 0, double: doubles != 0, mark: marked != 0 }, width)
}

/// Columns that a tab goes to.
const TAB: usize = 4;

impl<'a> Line<'a> {
    fn new(whole: &'a str, page: u32, gap: bool, broken: bool) -> Option<Self> {
        let hard = whole.ends_with("  ") || whole.ends_with('\\');
        let whole = whole.trim_end();
        let text = whole.trim_start();
        if text.is_empty() {
            return None;
        }
        let indent = whole[..whole.len() - text.len()].chars().fold(0, |column, c| match c {
            '\t' => (column / TAB + 1) * TAB,
            _ => column + 1,
        });
        let tabs = if indent == 0 { 0 } else { whole[..whole.len() - text.len()].matches('\t').count() };
        let (signs, width) = signs(text);
        let label = structure::label(text);
        Some(Self {
            text,
            label,
            indent,
            tabs,
            width,
            gap,
            broken,
            hard,
            signs,
            page,
            margin: None,
            running: None,
            part: None,
        })
    }

    /// The line as it stands inside a quote, where anything does.
    pub fn with_text(&self, text: &'a str) -> Option<Self> {
        Some(Self { hard: self.hard, ..Self::new(text, self.page, self.gap, self.broken)? })
    }

    /// Adds its words, or some of them, to a text, with one blank wherever blanks or tabs part them.
    pub fn push(&self, text: &mut String, words: &str) {
        if self.signs.part() { push_words(text, words) } else { text.push_str(words) }
    }

    /// Whether its last sign ends a statement or opens a list.
    pub fn ends(&self) -> bool {
        self.text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*']).ends_with(['.', '!', '?', ';', ':'])
    }

    /// Whether it begins with a small letter, as the middle of a sentence does.
    pub fn begins_small(&self) -> bool {
        self.text.trim_start_matches(['(', '[', '"', '“', '‘', '\'']).starts_with(char::is_lowercase)
    }

    fn first_word(&self) -> usize {
        self.text.split(char::is_whitespace).next().map_or(0, |word| word.chars().count())
    }
}

/// The lines of a text that have anything on them, and the number of pages where form feeds part them.
pub fn lines(text: &str) -> (Vec<Line<'_>>, Option<u32>) {
    let mut lines = Vec::with_capacity(text.len() / 40);
    let (mut page, mut gap, mut broken) = (1, false, false);
    for part in text.split('\u{c}') {
        for line in part.split('\n') {
            let Some(line) = Line::new(line, page, gap || broken, broken) else {
                gap = true;
                continue;
            };
            lines.push(line);
            (gap, broken) = (false, false);
        }
        page += 1;
        (gap, broken) = (false, true);
    }
    let parts = page - 1;
    // Programs end each page with a form feed, the last one too.
    let last = lines.last().is_some_and(|line| line.page == parts);
    (lines, (parts > 1).then_some(parts - u32::from(!last)))
}

/// Longest line that can come from a margin.
const WIDEST: usize = 200;

/// Lines of one paragraph that are enough to tell its own margin.
const ENOUGH: usize = 4;

/// Finds the margins that broke the lines: those of the whole text, narrower ones in columns and indented clauses.
pub fn find_margins(lines: &mut [Line]) {
    let whole = margin(lines);
    for paragraph in lines.chunk_by_mut(|_, next| !next.gap) {
        let Some(widest) = whole.or_else(|| margin(paragraph).filter(|_| paragraph.len() >= ENOUGH)) else { continue };
        let alone = sentence(paragraph);
        let stops: Vec<_> = (0..paragraph.len()).map(|i| stop(&paragraph[i..])).collect();
        for (i, line) in paragraph.iter_mut().enumerate() {
            // A table's cell and the clause below it may stand without a blank line between.
            let near = stops[i.saturating_sub(NEAR)..].iter().take(2 * NEAR + 1).flatten().copied().max();
            line.margin = Some(near.or(alone).map_or(widest, |near| near.min(widest)));
        }
    }
}

/// Lines before and after that show the margin of a line.
const NEAR: usize = 2;

/// The width of the first line, if it stops in the middle of a sentence.
fn stop(lines: &[Line]) -> Option<usize> {
    let [line, next, ..] = lines else { return None };
    let width = line.indent + line.width;
    let stops = !next.gap && !line.ends() && next.begins_small() && next.label.is_none();
    (stops && width <= WIDEST).then_some(width)
}

/// Narrowest column that text is set in.
const NARROWEST: usize = 40;

/// The widest line of a paragraph whose last line alone ends a sentence.
fn sentence(paragraph: &[Line]) -> Option<usize> {
    let (last, inner) = paragraph.split_last()?;
    let one = inner.len() > 1 && last.ends() && !inner.iter().any(Line::ends);
    let widest = paragraph.iter().map(|line| line.indent + line.width).max()?;
    (one && paragraph[1..].iter().all(|line| line.label.is_none()) && widest >= NARROWEST).then_some(widest)
}

/// Characters between the margins, where a program broke the lines of this text to fit them.
///
/// Lines that stop in the middle of a sentence show it: where a margin broke them, one is nearly as long as the next.
fn margin(lines: &[Line]) -> Option<usize> {
    // How many stops have each width.
    let mut widths = [0; WIDEST + 1];
    let mut all = 0;
    let (mut pairs, mut even, mut several) = (0, 0, 0);
    for paragraph in lines.chunk_by(|_, next| !next.gap) {
        let mut before: Option<usize> = None;
        for width in (0..paragraph.len()).filter_map(|i| stop(&paragraph[i..])) {
            widths[width] += 1;
            all += 1;
            if let Some(before) = before.replace(width) {
                several += 1;
                even += usize::from(before.min(width) * 4 >= before.max(width) * 3);
            }
        }
        pairs += paragraph.len() - 1;
    }
    let reach = |share: usize| {
        let mut seen = 0;
        widths.iter().position(|count| {
            seen += count;
            seen > share
        })
    };
    let widest = reach(all * 9 / 10).filter(|_| all > 0)?;
    if several == 0 {
        (several, even) = (1, usize::from(reach(all / 2)? * 4 >= widest * 3));
    }
    // A few long lines in a text of short ones prove nothing; neither do lines of every length.
    let fits = lines.iter().filter(|line| line.indent + line.width <= widest + widest / 8).count();
    let share = all * 10 >= pairs && fits * 10 >= lines.len() * 7;
    (widest >= NARROWEST && even * 10 >= several * 7 && share).then_some(widest)
}

/// Whether a margin broke a sentence or paragraph between two lines that follow each other.
pub fn wraps(line: &Line, next: &Line, margin: usize) -> bool {
    let small = next.begins_small();
    let share = match (line.text.ends_with([';', ':']), line.ends(), small) {
        (true, _, true) => 19,
        (true, _, false) => 21,
        (_, true, _) => 17,
        (_, _, true) => 12,
        (_, _, false) => 16,
    };
    let filled = line.indent + line.width + 1 + next.first_word();
    filled * 20 > margin * share && (small || line.width <= margin + margin / 2) || hangs(line.text)
}

/// Whether a line stops at a word that cannot be the last of a statement, or in the middle of a compound.
pub fn hangs(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let broken = last.len() > 2 && last.ends_with('-') && last.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    let word = if last.len() > 7 { String::new() } else { last.to_ascii_lowercase() };
    let opens = match last.len() {
        1 => word == "a",
        2 => ["an", "of", "to", "by", "in", "at", "be", "is", "on"].contains(&&*word),
        3 => ["the", "for", "are", "its", "any", "per"].contains(&&*word),
        4 => ["with", "from", "that", "must", "will", "this", "into", "than", "such", "each"].contains(&&*word),
        5 => ["which", "shall", "their", "under", "other", "until"].contains(&&*word),
        6 => ["within", "before"].contains(&&*word),
        7 => ["between"].contains(&&*word),
        _ => false,
    };
    broken || opens && last.len() < line.len()
}

/// Marks the lines that run through all pages.
///
/// With form feeds they stand at the top or foot of a page. Without, as in text copied out of a PDF, they come back
/// in about equal distances and cut sentences in two.
pub fn mark_running(lines: &mut [Line], pages: Option<u32>) {
    match pages {
        Some(pages) if pages > 1 => mark_by_page(lines, pages),
        _ if lines.iter().any(|line| line.margin.is_some()) => mark_by_cuts(lines),
        _ => {}
    }
    let mut broken = false;
    for line in lines {
        if line.running.is_some() {
            broken = true;
        } else {
            line.broken |= broken;
            line.gap |= broken;
            broken = false;
        }
    }
}

/// Longest running line, in bytes.
const RUNNING: usize = 300;
/// Running lines at the top or foot of a page.
const DEEP: usize = 4;

/// What two running lines have in common: all but their digits and blanks.
fn key(text: &str) -> u64 {
    let mut digits = false;
    text.bytes().filter(|b| *b != b' ').fold(0, |key: u64, b| {
        let again = digits && b.is_ascii_digit();
        digits = b.is_ascii_digit();
        let next = if digits { b'0' } else { b };
        if again { key } else { (key.rotate_left(5) ^ u64::from(next)).wrapping_mul(0x517c_c1b7_2722_0a95) }
    })
}

fn is_page_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// How often a line was seen, and how often it came between two halves of a sentence.
struct Seen {
    count: usize,
    cuts: usize,
}

fn mark_by_page(lines: &mut [Line], pages: u32) {
    let mut edges = vec![];
    let mut start = 0;
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        for (i, line) in page.iter().enumerate() {
            let top = i * 2 < page.len();
            let telling = line.text.contains(char::is_alphabetic) && line.label.is_none();
            if i.min(page.len() - 1 - i) < DEEP
                && line.text.len() <= RUNNING
                && (telling || is_page_number(line.text.trim_matches(['-', '–', ' '])))
            {
                // What stands at the top of one page and the foot of another does not run.
                edges.push((start + i, key(line.text) ^ u64::from(top)));
            }
        }
        start += page.len();
    }
    // What is the same stands together, page after page.
    order::sort_by(&mut edges, |a, b| a.1.cmp(&b.1));
    let mut repeats = vec![false; lines.len()];
    for same in edges.chunk_by(|a, b| a.1 == b.1) {
        let count = same.chunk_by(|a, b| lines[a.0].page == lines[b.0].page).count();
        for (i, _) in same {
            repeats[*i] = count >= 2 && count * 5 >= pages as usize * 2;
        }
    }
    // From the edge of the page inwards, up to the first line that does not come back.
    let mut start = 0;
    for page in lines.chunk_by_mut(|a, b| a.page == b.page) {
        let count = page.len();
        for i in (0..count.div_ceil(2)).take_while(|i| repeats[start + i]) {
            page[i].running = Some(Running::Head);
        }
        for i in (count.div_ceil(2)..count).rev().take_while(|i| repeats[start + i]) {
            page[i].running = Some(Running::Foot);
        }
        start += count;
    }
}

fn mark_by_cuts(lines: &mut [Line]) {
    /// Fewest lines of a page, on average.
    const PAGE: usize = 15;

    let letters =
        |line: &Line| line.text.len() <= RUNNING && line.text.contains(char::is_alphabetic) && line.label.is_none();
    let mut keyed: Vec<(u64, usize)> =
        lines.iter().enumerate().filter(|(_, line)| letters(line)).map(|(i, line)| (key(line.text), i)).collect();
    order::sort_by(&mut keyed, |a, b| a.0.cmp(&b.0));
    // For each line which of the repeated ones it is.
    let mut repeated: Vec<Option<usize>> = vec![None; lines.len()];
    let mut seen: Vec<Seen> = vec![];
    for same in keyed.chunk_by(|a, b| a.0 == b.0) {
        let (first, last) = (same[0].1, same[same.len() - 1].1);
        if same.len() >= 3 && last - first >= PAGE * (same.len() - 1) {
            for (_, i) in same {
                repeated[*i] = Some(seen.len());
            }
            seen.push(Seen { count: same.len(), cuts: 0 });
        }
    }
    // A run of such lines and page numbers is one page's end and the next one's start.
    let repeats = |i: usize| repeated[i].is_some();
    let mut runs = vec![];
    let mut i = 0;
    while i < lines.len() {
        let end = i + (i..lines.len()).take_while(|&j| repeats(j) || is_page_number(lines[j].text)).count();
        if (i..end).any(repeats) {
            runs.push(i..end);
        }
        i = end.max(i + 1);
    }
    let mut number = 0;
    for run in &runs {
        let before = run.start.checked_sub(1).map(|at| lines[at]).filter(|line| !line.ends());
        let after = lines.get(run.end).filter(|line| line.begins_small() && line.label.is_none());
        let cut = before.zip(after).is_some_and(|(line, next)| line.margin.is_some_and(|m| wraps(&line, next, m)));
        let numbered = lines[run.clone()].iter().filter(|line| is_page_number(line.text)).any(|line| {
            let before = std::mem::replace(&mut number, line.text.parse().unwrap_or(0));
            before > 0 && number == before + 1
        });
        if cut || numbered {
            run.clone().filter_map(|j| repeated[j]).for_each(|which| seen[which].cuts += 1);
        }
    }
    let running = |i: usize| {
        let seen = repeated[i].map(|which| &seen[which]);
        seen.is_some_and(|seen| seen.cuts > 0 && seen.cuts * 8 >= seen.count)
    };
    for run in runs {
        if run.clone().any(running) {
            for j in run {
                if running(j) || is_page_number(lines[j].text) {
                    lines[j].running = Some(Running::Head);
                }
            }
        }
    }
}
