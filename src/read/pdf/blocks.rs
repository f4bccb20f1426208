//! Lines to blocks: paragraphs over line, column and page breaks, headings, list items, rows, notes.

use super::layout::Sheet;
use super::lines::Line;
use super::notes;
use super::order::{Arranged, Item};
use super::paragraphs::{Flow, Paragraph, Setting};
use super::prose::Vocabulary;
use super::rows::{Row, Rows};
use super::running::Running;
use super::style::{Style, half_points};
use super::tables::Table;
use super::tags::{Role, Tags};
use crate::document::{Block, Kind};
use crate::read::heads::{Look, heads};
use crate::read::outline::Outline;
use crate::read::structure;
use crate::read::text::lists::Lists;

enum Draft {
    Paragraph(Paragraph),
    Rows(Rows),
    Done(Block),
}

/// Builds the blocks of a document.
pub struct Builder<'s> {
    setting: Setting<'s>,
    drafts: Vec<Draft>,
    /// The paragraph or table that may go on, and the footnote.
    open: Option<usize>,
    note: Option<usize>,
}

impl<'s> Builder<'s> {
    pub fn new(sheets: &'s [Sheet], pages: &[Arranged], tags: Option<&'s Tags>) -> Self {
        let style = Style::of(sheets, pages);
        let setting = Setting { sheets, style, tags, vocabulary: Vocabulary::new(sheets) };
        Self { setting, drafts: vec![], open: None, note: None }
    }

    /// The blocks of all pages. `numbers` are the pages' numbers, counted from 1.
    pub fn build(mut self, pages: Vec<Arranged>, running: Vec<Running>, numbers: &[u32]) -> Vec<Block> {
        let mut running = running.into_iter().peekable();
        for (page, arranged) in pages.into_iter().enumerate() {
            let mut feet = vec![];
            while let Some(line) = running.next_if(|line| line.page == page) {
                let kind = if line.foot { Kind::Footer } else { Kind::Header };
                let (page, bounds) = (Some(numbers[page]), self.setting.sheets[page].bounds(&line.rect));
                let block = Block { page, bounds, ..Block::new(kind, line.text) };
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
            for (text, rect) in &self.setting.sheets[page].comments {
                let (page, bounds) = (Some(numbers[page]), Sheet::edges(rect));
                self.drafts.push(Draft::Done(Block { page, bounds, ..Block::new(Kind::Footnote, text.clone()) }));
            }
            self.drafts.append(&mut feet);
        }
        finish(self.drafts, &self.setting, numbers)
    }

    fn line(&mut self, line: Line, right: f32, flow: Flow) {
        // The lines of a footnote follow each other; after it, what it stood in the way of goes on.
        let goes_on = |draft: &Draft| matches!(draft, Draft::Paragraph(paragraph) if paragraph.flow.0 == flow.0);
        let note = self.note.filter(|&at| goes_on(&self.drafts[at]));
        let mut line = line;
        let open = match note.or(self.open).and_then(|at| self.drafts.get_mut(at)) {
            Some(Draft::Paragraph(paragraph)) => Some(paragraph),
            Some(Draft::Rows(rows)) => match rows.take_tail(&self.setting, line, flow) {
                Some(other) => {
                    line = other;
                    None
                }
                None => return,
            },
            _ => None,
        };
        if let Some(paragraph) = self.setting.add(open, line, right, flow) {
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
        if let Some(Draft::Rows(before)) = self.open.and_then(|at| self.drafts.get_mut(at))
            && before.takes(&table)
        {
            before.append(&self.setting, table, page);
            return;
        }
        self.open = Some(self.drafts.len());
        self.drafts.push(Draft::Rows(Rows::new(&self.setting, table, page)));
    }
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

/// Turns what was gathered into blocks.
fn finish(drafts: Vec<Draft>, setting: &Setting<'_>, numbers: &[u32]) -> Vec<Block> {
    let mut blocks = vec![];
    let mut lists = Lists::default();
    let mut outline = Outline::default();
    let mut table = 0;
    for draft in drafts {
        match draft {
            Draft::Done(block) => blocks.push(block),
            Draft::Rows(rows) => {
                let rows: Vec<(Vec<(u16, String)>, Row)> = rows.all.into_iter().map(|row| (row.texts(), row)).collect();
                let looks: Vec<Look<'_>> = rows
                    .iter()
                    .map(|(texts, row)| Look {
                        cells: texts.iter().map(|cell| cell.1.as_str()).collect(),
                        bold: row.bold,
                        shaded: false,
                        known: row.head,
                    })
                    .collect();
                let heads = heads(&looks);
                for (at, (texts, mut row)) in rows.into_iter().enumerate() {
                    let (columns, texts): (Vec<u16>, Vec<String>) = texts.into_iter().unzip();
                    let kind = Kind::Row { table, columns, head: heads.contains(&at) };
                    let (page, bounds) = (Some(numbers[row.page]), setting.sheets[row.page].bounds(&row.rect));
                    let merged = std::mem::take(&mut row.merged);
                    blocks.push(Block { page, merged, bounds, ..Block::new(kind, texts.join("\t")) });
                }
                table += 1;
            }
            Draft::Paragraph(paragraph) => {
                let page = Some(numbers[paragraph.page]);
                let bounds = setting.sheets[paragraph.page].bounds(&paragraph.rect);
                let (mut kind, label, text) = classify(&paragraph, setting, &mut lists, &blocks);
                if let Kind::Heading { level } = &mut kind {
                    *level = outline.level(*level, label.as_deref());
                }
                let block = Block { label, page, bounds, ..Block::new(kind, without_leaders(text)) };
                if block.kind == Kind::Footnote { notes::place(&mut blocks, block) } else { blocks.push(block) }
            }
        }
    }
    blocks
}

/// A line of a table of contents without the dots that lead to its page.
fn without_leaders(text: String) -> String {
    const FEWEST_DOTS: usize = 4;
    let dots_and_title = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let (title, page) = (dots_and_title.trim_end_matches(['.', '…', ' ']), &text[dots_and_title.len()..]);
    let dots = dots_and_title[title.len()..].matches(['.', '…']).count();
    if dots < FEWEST_DOTS || page.is_empty() || title.is_empty() {
        return text;
    }
    format!("{title} {page}")
}

/// What a paragraph is, with its number or bullet and its text without it.
fn classify(
    paragraph: &Paragraph,
    setting: &Setting<'_>,
    lists: &mut Lists,
    before: &[Block],
) -> (Kind, Option<String>, String) {
    /// A step of the indent that counts, in points, as wide as the blank of large letters.
    const STEP: f32 = 6.0;
    let (role, style) = (setting.role(paragraph.element), &setting.style);
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
