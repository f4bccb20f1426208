//! Lines to blocks: paragraphs over line, column and page breaks, headings, list items, rows, notes.

use std::collections::HashMap;

use super::geometry::sorted;
use super::layout::Sheet;
use super::lines::Line;
use super::order::{Arranged, Item};
use super::prose::Vocabulary;
use super::running::Running;
use super::tables::{self, Table};
use super::tags::{Role, Tags};
use crate::document::{Block, Kind};
use crate::read::heads::{Look, heads};
use crate::read::outline::Outline;
use crate::read::structure;
use crate::read::text::lists::Lists;

/// What all pages together tell about how the document is set.
#[derive(Debug)]
pub struct Style {
    /// Size of most letters, in points.
    pub body: f32,
    /// Whether most letters are bold, so that bold says nothing.
    bold: bool,
    /// Distance of baselines inside paragraphs, as a multiple of the size: of all, and by size in half points.
    pitch: f32,
    pitches: HashMap<u32, f32>,
    /// Sizes of headings, the largest first.
    headings: Vec<u32>,
    /// Whether sizes are measured on a scan, where they say little.
    recognised: bool,
}

/// A size in half points.
fn half_points(size: f32) -> u32 {
    (size * 2.0).round() as u32
}

impl Style {
    pub fn of(sheets: &[Sheet], pages: &[Arranged]) -> Self {
        let mut letters: HashMap<u32, usize> = HashMap::new();
        let (mut bold, mut all, mut invisible, mut glyphs) = (0, 0, 0, 0);
        for sheet in sheets {
            (invisible, glyphs) = (invisible + u64::from(sheet.invisible), glyphs + u64::from(sheet.glyphs));
            for word in &sheet.words {
                let count = (word.end - word.start) as usize;
                *letters.entry(half_points(word.size)).or_default() += count;
                all += count;
                bold += if word.bold { count } else { 0 };
            }
        }
        let body =
            letters.iter().max_by_key(|&(&size, &count)| (count, size)).map_or(10.0, |(&size, _)| size as f32 / 2.0);
        let (pitch, pitches) = pitches(pages);
        let larger = letters.into_keys().filter(|&size| size as f32 / 2.0 >= 1.12 * body).collect();
        let headings = sorted(larger, |&size| (-(size as f32), 0.0));
        Self { body, bold: bold * 2 > all, pitch, pitches, headings, recognised: invisible * 2 > glyphs }
    }

    fn pitch(&self, size: f32) -> f32 {
        self.pitches.get(&half_points(size)).copied().unwrap_or(self.pitch)
    }
}

/// The usual distance of lines, of all and by size.
fn pitches(pages: &[Arranged]) -> (f32, HashMap<u32, f32>) {
    /// Distances are counted in twentieths of the size.
    const STEPS: f32 = 20.0;
    let mut counts: HashMap<u32, HashMap<u32, u32>> = HashMap::new();
    let mut all: HashMap<u32, u32> = HashMap::new();
    for arranged in pages {
        for pair in arranged.items.windows(2) {
            let (Item::Line(a), Item::Line(b)) = (&pair[0].item, &pair[1].item) else { continue };
            let ratio = (b.y - a.y) / a.size;
            if pair[0].flow == pair[1].flow && (a.size - b.size).abs() < 0.3 && (0.8..2.5).contains(&ratio) {
                let step = (ratio * STEPS).round() as u32;
                *counts.entry(half_points(a.size)).or_default().entry(step).or_default() += 1;
                *all.entry(step).or_default() += 1;
            }
        }
    }
    // The nearest distance that is common: wider ones are those between paragraphs.
    let usual = |counts: &HashMap<u32, u32>| {
        let most = counts.values().copied().max()?;
        let common = counts.iter().filter(|&(_, &count)| count * 4 >= most).map(|(&step, _)| step).min()?;
        (counts.values().sum::<u32>() >= 4).then_some(common as f32 / STEPS)
    };
    let overall = usual(&all).unwrap_or(1.2).min(1.7);
    (overall, counts.iter().filter_map(|(&size, counts)| Some((size, usual(counts)?))).collect())
}

/// A paragraph in the making.
struct Paragraph {
    page: usize,
    text: String,
    /// The last line.
    last: Line,
    right: f32,
    flow: Flow,
    /// Left edge of the first line, and of those after it.
    first_x: f32,
    rest_x: Option<f32>,
    bold: bool,
    size: f32,
    element: Option<u32>,
    /// Its first words, which tags call its number or bullet.
    label: Option<String>,
    /// Whether its first word is a raised number, as in front of a footnote.
    raised: bool,
}

/// Page, and column or cell on it.
type Flow = (usize, u32);

/// The flow of cells, which are no column of the page.
const CELL: u32 = u32::MAX;

/// A table in the making: it may go on overleaf.
struct Rows {
    tag: Option<u32>,
    edges: Vec<f32>,
    rows: Vec<Row>,
}

/// A row of a table as text.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Columns and texts of the cells.
    cells: Vec<(u16, String)>,
    number: Option<u32>,
    head: bool,
    /// Whether all its letters are bold.
    bold: bool,
    page: usize,
}

enum Draft {
    Paragraph(Paragraph),
    Rows(Rows),
    Done(Block),
}

/// Builds the blocks of a document.
pub struct Builder<'s> {
    sheets: &'s [Sheet],
    style: Style,
    tags: Option<&'s Tags>,
    vocabulary: Vocabulary<'s>,
    drafts: Vec<Draft>,
    /// The paragraph or table that may go on.
    open: Option<usize>,
}

impl<'s> Builder<'s> {
    pub fn new(sheets: &'s [Sheet], pages: &[Arranged], tags: Option<&'s Tags>) -> Self {
        let style = Style::of(sheets, pages);
        Self { sheets, style, tags, vocabulary: Vocabulary::new(sheets), drafts: vec![], open: None }
    }

    /// The blocks of all pages. `numbers` are the pages' numbers, counted from 1.
    pub fn build(mut self, pages: Vec<Arranged>, running: Vec<Running>, numbers: &[u32]) -> Vec<Block> {
        let mut running = running.into_iter().peekable();
        for (page, arranged) in pages.into_iter().enumerate() {
            let mut feet = vec![];
            while let Some(line) = running.next_if(|line| line.page == page) {
                let kind = if line.foot { Kind::Footer } else { Kind::Header };
                let block = Block { page: Some(numbers[page]), ..Block::new(kind, line.text) };
                if line.foot {
                    feet.push(Draft::Done(block));
                } else {
                    self.drafts.push(Draft::Done(block));
                }
            }
            for placed in arranged.items {
                match placed.item {
                    Item::Line(line) => self.line(line, placed.right, (page, placed.flow)),
                    Item::Table(table) => self.table(table, page),
                }
            }
            self.drafts.append(&mut feet);
        }
        finish(self.drafts, &self.style, self.tags, numbers)
    }

    fn line(&mut self, line: Line, right: f32, flow: Flow) {
        let open = match self.open.and_then(|at| self.drafts.get_mut(at)) {
            Some(Draft::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        };
        let setting =
            Setting { sheets: self.sheets, style: &self.style, tags: self.tags, vocabulary: &self.vocabulary };
        if let Some(paragraph) = setting.add(open, line, right, flow) {
            self.open = Some(self.drafts.len());
            self.drafts.push(Draft::Paragraph(paragraph));
        }
    }

    fn table(&mut self, table: Table, page: usize) {
        let setting =
            Setting { sheets: self.sheets, style: &self.style, tags: self.tags, vocabulary: &self.vocabulary };
        let rows: Vec<Row> = table.rows.into_iter().map(|row| setting.row(row, page)).collect();
        if let Some(Draft::Rows(before)) = self.open.and_then(|at| self.drafts.get_mut(at))
            && before.takes(table.tag, &table.edges)
        {
            before.append(rows);
            return;
        }
        self.open = Some(self.drafts.len());
        self.drafts.push(Draft::Rows(Rows { tag: table.tag, edges: table.edges, rows }));
    }
}

/// What the putting together of lines needs to know.
struct Setting<'b> {
    sheets: &'b [Sheet],
    style: &'b Style,
    tags: Option<&'b Tags>,
    vocabulary: &'b Vocabulary<'b>,
}

impl Setting<'_> {
    /// Adds a line to a paragraph, or gives the paragraph that it begins.
    fn add(&self, open: Option<&mut Paragraph>, line: Line, right: f32, flow: Flow) -> Option<Paragraph> {
        let sheet = &self.sheets[flow.0];
        let text = line.text(sheet);
        if text.is_empty() {
            return None;
        }
        if let Some(paragraph) = open
            && goes_on(self.style, paragraph, &line, &text, flow)
        {
            self.vocabulary.append(&mut paragraph.text, &text);
            paragraph.rest_x.get_or_insert(line.rect.x0);
            paragraph.bold &= line.bold;
            (paragraph.right, paragraph.flow) = (right, flow);
            paragraph.last = line;
            return None;
        }
        let first = &sheet.words[line.words[0] as usize];
        let raised = line.is_raised(first) && sheet.word_text(first).bytes().all(|b| b.is_ascii_digit());
        let labels = self.tags.and_then(|tags| tags.page(flow.0)).map_or(0, |tags| {
            line.words.iter().take_while(|&&word| tags.is_label(sheet, &sheet.words[word as usize])).count()
        });
        Some(Paragraph {
            page: flow.0,
            text,
            right,
            flow,
            first_x: line.rect.x0,
            rest_x: None,
            bold: line.bold,
            size: line.size,
            element: line.element,
            label: Line::of(sheet, &line.words[..labels], None).map(|label| label.text(sheet)),
            raised,
            last: line,
        })
    }

    /// The texts of a row's cells: their paragraphs, parted by line feeds.
    fn row(&self, row: tables::Row, page: usize) -> Row {
        let bold = row.cells.iter().flat_map(|cell| &cell.lines).all(|line| line.bold);
        let mut cells = vec![];
        for cell in row.cells {
            let mut paragraphs: Vec<Paragraph> = vec![];
            for line in cell.lines {
                let new = self.add(paragraphs.last_mut(), line, cell.right, (page, CELL));
                paragraphs.extend(new);
            }
            let texts: Vec<String> = paragraphs.into_iter().map(|paragraph| paragraph.text).collect();
            cells.push((cell.column, texts.join("\n").replace('\t', " ")));
        }
        Row { cells, number: row.number, head: row.head, bold, page }
    }
}

/// Whether a line belongs to the paragraph before it.
fn goes_on(style: &Style, paragraph: &Paragraph, line: &Line, text: &str, flow: Flow) -> bool {
    let last = &paragraph.last;
    let tagged = paragraph.element.is_some() || line.element.is_some();
    // Word ends an element at the foot of the page even where its paragraph goes on.
    if tagged && (paragraph.element == line.element || paragraph.flow.0 == flow.0) {
        return paragraph.element == line.element;
    }
    let full = is_full(paragraph, line);
    let small = text.starts_with(char::is_lowercase);
    let ended = paragraph.text.ends_with(['.', ':', ';', '!', '?'])
        || paragraph.text.ends_with(['”', '"', ')', '’'])
            && paragraph.text.trim_end_matches(['”', '"', ')', '’']).ends_with('.');
    let unlike = (line.size - last.size).abs() > 0.12 * last.size;
    if (unlike || last.bold != line.bold) && (ended || !small || unlike && !full) {
        return false;
    }
    let label = structure::label(text);
    if paragraph.flow != flow {
        // Over a column or page break nothing but the words themselves tells.
        return !ended && label.is_none() && (small || full && !paragraph.text.ends_with(char::is_numeric));
    }
    let down = (line.y - last.y) / line.size;
    if down < 0.3 || down > style.pitch(line.size) + 0.25 {
        return false;
    }
    let em = line.size;
    // A short line in a font of its own is a heading run in above its text.
    if !full && matches!((last.font, line.font), (Some(a), Some(b)) if a != b) && paragraph.rest_x.is_none() {
        return false;
    }
    if let Some((label, _)) = label {
        let bullet = !label.starts_with(char::is_alphanumeric) && !label.starts_with('(');
        let listed = [" and", " or", ","].iter().any(|end| paragraph.text.ends_with(end));
        let hangs = match paragraph.rest_x {
            Some(rest) => line.rect.x0 < rest - 0.5 * em,
            None if structure::label(&paragraph.text).is_some() => line.rect.x0 < paragraph.first_x + 0.5 * em,
            None => false,
        };
        if !full || bullet || hangs || ended || listed {
            return false;
        }
    }
    if let Some(rest) = paragraph.rest_x {
        // The first line of a paragraph is set in, or that of a list item set out.
        let moved = line.rect.x0 - rest;
        let centred =
            (f32::midpoint(line.rect.x0, line.rect.x1) - f32::midpoint(last.rect.x0, last.rect.x1)).abs() < em;
        if moved.abs() > 0.9 * em && !centred && (ended || !small) {
            return false;
        }
    } else if (line.rect.x0 - paragraph.first_x).abs() > 12.0 * em && !small {
        return false;
    }
    full || small && !ended || hangs_on(&paragraph.text)
}

/// Whether a text ends with a word that needs another after it.
fn hangs_on(text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "of", "the", "to", "and", "or", "a", "an", "for", "with", "by", "in", "at", "from", "than", "is", "are", "be",
        "not", "on", "as", "that", "which", "must", "shall",
    ];
    text.rsplit(' ').next().is_some_and(|last| WORDS.contains(&last))
}

/// Whether the paragraphs that tags name are lines or less, as some programs write them: then they are not believed.
pub fn tears(pages: &[Arranged], sheets: &[Sheet]) -> bool {
    let (mut torn, mut whole) = (0, 0);
    for (arranged, sheet) in pages.iter().zip(sheets) {
        for pair in arranged.items.windows(2) {
            let (Item::Line(a), Item::Line(b)) = (&pair[0].item, &pair[1].item) else { continue };
            if pair[0].flow != pair[1].flow || a.element.is_none() || b.element.is_none() {
                continue;
            }
            let goes_on = b.text(sheet).starts_with(char::is_lowercase) && !a.text(sheet).ends_with(['.', ':', ';']);
            match a.element == b.element {
                true => whole += 1,
                false => torn += usize::from(goes_on && b.size == a.size && b.y - a.y < 1.5 * a.size),
            }
        }
    }
    torn > 5 && torn * 4 > whole
}

/// Whether the last line of a paragraph leaves no room for the first word of the next.
fn is_full(paragraph: &Paragraph, next: &Line) -> bool {
    let word = next.first_end - next.rect.x0;
    let last = &paragraph.last;
    last.rect.x1 + 0.25 * last.size + word > paragraph.right - 0.5 * last.size
}

impl Rows {
    /// Whether a table overleaf is the rest of this one.
    fn takes(&self, tag: Option<u32>, edges: &[f32]) -> bool {
        /// Columns may stand this much elsewhere, in points.
        const MOVED: f32 = 4.0;
        match (self.tag, tag) {
            (None, None) => {
                self.edges.len() == edges.len() && self.edges.iter().zip(edges).all(|(a, b)| (a - b).abs() < MOVED)
            }
            (before, after) => before == after,
        }
    }

    fn append(&mut self, rows: Vec<Row>) {
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
    fn look(&self) -> Look<'_> {
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

/// Turns what was gathered into blocks.
fn finish(drafts: Vec<Draft>, style: &Style, tags: Option<&Tags>, numbers: &[u32]) -> Vec<Block> {
    let mut blocks = vec![];
    let mut lists = Lists::default();
    let mut outline = Outline::default();
    let mut table = 0;
    for draft in drafts {
        match draft {
            Draft::Done(block) => blocks.push(block),
            Draft::Rows(rows) => {
                let looks: Vec<Look<'_>> = rows.rows.iter().map(Row::look).collect();
                let heads = heads(&looks);
                for (at, row) in rows.rows.into_iter().enumerate() {
                    let (columns, texts): (Vec<u16>, Vec<String>) = row.cells.into_iter().unzip();
                    let kind = Kind::Row { table, columns, head: heads.contains(&at) };
                    blocks.push(Block { page: Some(numbers[row.page]), ..Block::new(kind, texts.join("\t")) });
                }
                table += 1;
            }
            Draft::Paragraph(paragraph) => {
                let page = Some(numbers[paragraph.page]);
                let (mut kind, label, text) = classify(paragraph, style, tags, &mut lists, &blocks);
                if let Kind::Heading { level } = &mut kind {
                    *level = outline.level(*level, label.as_deref());
                }
                blocks.push(Block { kind, text, label, page });
            }
        }
    }
    blocks
}

/// What a paragraph is, with its number or bullet and its text without it.
fn classify(
    paragraph: Paragraph,
    style: &Style,
    tags: Option<&Tags>,
    lists: &mut Lists,
    before: &[Block],
) -> (Kind, Option<String>, String) {
    let element = paragraph.element.and_then(|element| tags?.elements.get(element as usize));
    let role = element.map_or(Role::Paragraph, |element| element.role);
    let text = paragraph.text.as_str();
    if role == Role::Note || paragraph.raised && paragraph.size < 0.95 * style.body {
        let number = text.trim_start_matches(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c));
        let label: String = text[..text.len() - number.len()].chars().filter_map(plain_digit).collect();
        return (Kind::Footnote, Some(label).filter(|label| !label.is_empty()), number.trim_start().to_owned());
    }
    let told =
        paragraph.label.as_deref().and_then(|label| Some((label.trim(), text.strip_prefix(label)?.trim_start())));
    let split = told.filter(|(label, rest)| !label.is_empty() && !rest.is_empty());
    let split = split.or_else(|| structure::label(text).filter(|(_, rest)| !rest.is_empty()));
    let (label, rest) = split.unwrap_or(("", text));
    if paragraph.size < 0.92 * style.body && is_note(label, before) {
        return (Kind::Footnote, Some(label.to_owned()), rest.to_owned());
    }
    let level = heading(&paragraph, role, style, label, rest);
    let owned = |label: &str| Some(label.to_owned()).filter(|label| !label.is_empty());
    if let Some(level) = level {
        lists.close();
        return (Kind::Heading { level }, owned(label), rest.to_owned());
    }
    if label.is_empty() && role != Role::Item {
        let kind = structure::field(text).map_or(Kind::Paragraph, |(name, _)| Kind::Field { name: name.to_owned() });
        return (kind, None, text.to_owned());
    }
    // A step of the indent that counts, in points, as wide as the blank of large letters.
    const STEP: f32 = 6.0;
    let shown = if label.is_empty() { "•" } else { label };
    let level = lists.level(shown, (paragraph.first_x.max(0.0) / STEP) as usize);
    (Kind::ListItem { level }, owned(label), rest.to_owned())
}

/// Whether a number in front of small letters is that of a footnote: it stands raised in the text of its page.
fn is_note(label: &str, before: &[Block]) -> bool {
    /// Blocks of a page that are looked through.
    const MOST: usize = 200;
    let page = before.last().and_then(|block| block.page);
    let number: Option<String> = label.trim_end_matches(['.', ')']).chars().map(raised_digit).collect();
    number.filter(|number| !number.is_empty()).is_some_and(|number| {
        before.iter().rev().take_while(|block| block.page == page).take(MOST).any(|block| block.text.contains(&number))
    })
}

fn raised_digit(c: char) -> Option<char> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10)? as usize)
}

fn plain_digit(c: char) -> Option<char> {
    let digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == c)?;
    char::from_digit(digit as u32, 10)
}

/// The level of a paragraph that is a heading.
fn heading(paragraph: &Paragraph, role: Role, style: &Style, label: &str, rest: &str) -> Option<u8> {
    /// Headings by size alone stand above those by number and words, which begin at 4.
    const MOST_SIZES: u8 = 3;
    let leaders = rest.contains("....") || rest.contains(". . .");
    let letters = rest.chars().filter(|c| c.is_alphabetic()).count();
    if leaders || letters < 2 || role == Role::Plain || structure::runs_on(rest, !label.is_empty()) {
        return None;
    }
    if let Role::Heading(level) = role {
        return Some(level.max(1));
    }
    let rank = style.headings.iter().position(|&size| size <= half_points(paragraph.size));
    let bullet = !label.is_empty() && !label.starts_with(char::is_alphanumeric);
    match rank {
        Some(rank) if !style.recognised && !bullet && role != Role::Item => Some((rank as u8 + 1).min(MOST_SIZES)),
        _ => {
            let emphatic = paragraph.bold && !style.bold;
            structure::heading(&paragraph.text, structure::Context { alone: false, emphatic })
        }
    }
}
