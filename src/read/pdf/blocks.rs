//! Lines to blocks: paragraphs over line, column and page breaks, headings, list items, rows, notes.

use super::layout::Sheet;
use super::lines::Line;
use super::notes;
use super::order::{Arranged, Item};
use super::prose::Vocabulary;
use super::rows::{Row, Rows};
use super::running::Running;
use super::style::{Style, half_points};
use super::tables::{self, Table};
use super::tags::{Role, Tags};
use crate::document::{Block, Kind};
use crate::read::heads::{Look, heads};
use crate::read::outline::Outline;
use crate::read::structure;
use crate::read::text::lists::Lists;

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
    /// Whether it is a footnote, by tags or by the raised number in front.
    note: bool,
}

/// Page, and column or cell on it.
type Flow = (usize, u32);

/// The flow of cells, which are no column of the page.
const CELL: u32 = u32::MAX;

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
    /// The paragraph or table that may go on, and the footnote.
    open: Option<usize>,
    note: Option<usize>,
}

impl<'s> Builder<'s> {
    pub fn new(sheets: &'s [Sheet], pages: &[Arranged], tags: Option<&'s Tags>) -> Self {
        let style = Style::of(sheets, pages);
        Self { sheets, style, tags, vocabulary: Vocabulary::new(sheets), drafts: vec![], open: None, note: None }
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
        // The lines of a footnote follow each other; after it, what it stood in the way of goes on.
        let goes_on = |draft: &Draft| matches!(draft, Draft::Paragraph(paragraph) if paragraph.flow.0 == flow.0);
        let note = self.note.filter(|&at| goes_on(&self.drafts[at]));
        let setting =
            Setting { sheets: self.sheets, style: &self.style, tags: self.tags, vocabulary: &self.vocabulary };
        let open = match note.or(self.open).and_then(|at| self.drafts.get_mut(at)) {
            Some(Draft::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        };
        if let Some(paragraph) = setting.add(open, line, right, flow) {
            let at = Some(self.drafts.len());
            if paragraph.note {
                self.note = at;
            } else {
                (self.note, self.open) = (None, at);
            }
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
    fn role(&self, element: Option<u32>) -> Role {
        let element = element.and_then(|element| self.tags?.elements.get(element as usize));
        element.map_or(Role::Paragraph, |element| element.role)
    }

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
            note: raised || self.role(line.element) == Role::Note,
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
            if a.element == b.element {
                whole += 1;
            } else {
                torn += usize::from(goes_on && (b.size - a.size).abs() < 0.1 && b.y - a.y < 1.5 * a.size);
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
                let (mut kind, label, text) = classify(&paragraph, style, tags, &mut lists, &blocks);
                if let Kind::Heading { level } = &mut kind {
                    *level = outline.level(*level, label.as_deref());
                }
                let block = Block { kind, text, label, page };
                if block.kind == Kind::Footnote { notes::place(&mut blocks, block) } else { blocks.push(block) }
            }
        }
    }
    blocks
}

/// What a paragraph is, with its number or bullet and its text without it.
fn classify(
    paragraph: &Paragraph,
    style: &Style,
    tags: Option<&Tags>,
    lists: &mut Lists,
    before: &[Block],
) -> (Kind, Option<String>, String) {
    /// A step of the indent that counts, in points, as wide as the blank of large letters.
    const STEP: f32 = 6.0;
    let element = paragraph.element.and_then(|element| tags?.elements.get(element as usize));
    let role = element.map_or(Role::Paragraph, |element| element.role);
    let text = paragraph.text.as_str();
    if paragraph.note {
        let (number, rest) = notes::number(text);
        return (Kind::Footnote, Some(number).filter(|number| !number.is_empty()), rest.to_owned());
    }
    let told =
        paragraph.label.as_deref().and_then(|label| Some((label.trim(), text.strip_prefix(label)?.trim_start())));
    let split = told.filter(|(label, rest)| !label.is_empty() && !rest.is_empty());
    let split = split.or_else(|| structure::label(text).filter(|(_, rest)| !rest.is_empty()));
    let (label, rest) = split.unwrap_or(("", text));
    if paragraph.size < 0.92 * style.body && notes::is_referred_to(label, before) {
        return (Kind::Footnote, Some(label.trim_end_matches(['.', ')']).to_owned()), rest.to_owned());
    }
    let level = heading(paragraph, role, style, label, rest);
    let owned = |label: &str| Some(label.to_owned()).filter(|label| !label.is_empty());
    if let Some(level) = level {
        lists.close();
        return (Kind::Heading { level }, owned(label), rest.to_owned());
    }
    if label.is_empty() && role != Role::Item {
        let kind = structure::field(text).map_or(Kind::Paragraph, |(name, _)| Kind::Field { name: name.to_owned() });
        return (kind, None, text.to_owned());
    }
    let shown = if label.is_empty() { "•" } else { label };
    let level = lists.level(shown, (paragraph.first_x.max(0.0) / STEP) as usize);
    (Kind::ListItem { level }, owned(label), rest.to_owned())
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
