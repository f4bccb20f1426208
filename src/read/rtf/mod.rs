//! RTF, which word processors of all kinds write.
//!
//! What a reader sees is what is read: numbers of lists as they were written beside the text, tracked changes as if
//! accepted, no hidden text, no instructions of fields, no comments.
//!
//! | file | holds |
//! |---|---|
//! | `token` | bytes to braces, words and text |
//! | `fonts`, `styles`, `lists` | what numbers in the text stand for |
//! | `walk` | tokens to a `story`: paragraphs, rows and cells as they stand |
//! | `story` | tables: columns told from the edges of cells |
//!
//! **Pages** are known where the author's own page breaks and the program's count of pages agree.

mod fonts;
mod lists;
mod story;
mod styles;
#[cfg(test)]
mod tests;
mod token;
mod walk;

use std::collections::HashSet;

use self::story::{Event, Paragraph, Place, Placed};
use self::walk::Story;
use super::flow::{Flow, Mark};
use super::numerals::Numerals;
use crate::document::{Block, Document, Format, Kind, Unread, Why};

/// Largest file that is read, in bytes. Pictures are in it as text and may be large.
pub const LARGEST: usize = 128 << 20;

/// Reads a file. Whatever the bytes, a document comes back.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    if bytes.len() > LARGEST {
        return Document::unread(name, Format::Rtf, Why::TooLarge, None);
    }
    let mut story = walk::walk(bytes);
    let counted = story.breaks.saturating_add(1);
    let paged = story.pages == Some(counted);
    let mut blocks = Blocks {
        flow: Flow::new(),
        placed: vec![],
        tables: vec![],
        story: Story::default(),
        notes: [0; 2],
        page: None,
    };
    blocks.placed = story.tables.iter().map(story::Table::placed).collect();
    let events = std::mem::take(&mut story.events);
    let running = std::mem::take(&mut story.running);
    blocks.story = story;
    let mut seen = HashSet::new();
    let (feet, heads): (Vec<_>, Vec<_>) = running.into_iter().partition(|(foot, _)| *foot);
    for (_, events) in heads {
        blocks.running(events, &Kind::Header, &mut seen);
    }
    let has_text = events.iter().any(|event| matches!(event, Event::Paragraph(_)));
    blocks.events(events, paged);
    for (_, events) in feet {
        blocks.running(events, &Kind::Footer, &mut seen);
    }

    let Blocks { flow, story, .. } = blocks;
    let mut unread = vec![];
    let mut fault = |why, detail: &str| {
        let detail = (!detail.is_empty()).then(|| detail.to_owned());
        unread.push(Unread { why, pages: vec![], detail });
    };
    if story.full || flow.full {
        fault(Why::TooLarge, "");
    }
    if story.damaged {
        fault(Why::Damaged, "");
    }
    if story.unmapped {
        fault(Why::Unmapped, "");
    }
    if !has_text && !story.full && !story.damaged {
        fault(if story.pictures { Why::NoTextLayer } else { Why::Empty }, "");
    }
    story.embedded.iter().for_each(|class| fault(Why::Embedded, class.trim()));
    let mut blocks = flow.finish();
    if !paged {
        for block in &mut blocks {
            block.page = None;
        }
    }
    Document { name: name.to_owned(), format: Format::Rtf, pages: story.pages, blocks, unread }
}

/// Blocks that are being made of a story.
struct Blocks {
    flow: Flow,
    story: Story,
    placed: Vec<Vec<Placed>>,
    tables: Vec<OpenTable>,
    /// Footnotes and endnotes so far.
    notes: [u32; 2],
    page: Option<u32>,
}

struct OpenTable {
    number: usize,
    /// The row and the cell that are read next.
    row: usize,
    cell: usize,
    /// Whether the cell above shows in place of the one that is open.
    covered: bool,
}

impl Blocks {
    fn events(&mut self, events: Vec<Event>, paged: bool) {
        for event in events {
            let covered = self.tables.iter().any(|table| table.covered);
            match event {
                Event::Table(number) => {
                    self.tables.push(OpenTable { number, row: 0, cell: 0, covered: false });
                    if !covered {
                        self.flow.table(false);
                    }
                }
                Event::EndTable => {
                    if let Some(table) = self.tables.pop() {
                        // Each table is placed once; what is read is given back.
                        self.placed[table.number] = vec![];
                    }
                    if !self.tables.iter().any(|table| table.covered) {
                        self.flow.end_table();
                    }
                }
                Event::Row => self.row(),
                Event::Cell => self.cell(),
                Event::Paragraph(_) | Event::Note(_) if covered => {}
                Event::Paragraph(paragraph) => {
                    self.flow.page(paragraph.page);
                    self.page = paged.then_some(paragraph.page);
                    self.paragraph(*paragraph);
                }
                Event::Note(note) => self.note(note),
            }
        }
    }

    fn row(&mut self) {
        let Some((table, around)) = self.tables.split_last_mut() else { return };
        table.covered = false;
        if around.iter().any(|table| table.covered) {
            return;
        }
        if let Some(row) = self.placed[table.number].get(table.row) {
            self.flow.head_rows(row.head);
            self.flow.row();
            self.flow.skip(row.before);
        } else {
            self.flow.row();
        }
        (table.row, table.cell) = (table.row + 1, 0);
    }

    fn cell(&mut self) {
        let Some((table, around)) = self.tables.split_last_mut() else { return };
        if around.iter().any(|table| table.covered) {
            return;
        }
        let row = self.placed[table.number].get(table.row.wrapping_sub(1));
        let place = row.and_then(|row| row.cells.get(table.cell));
        table.cell += 1;
        table.covered = false;
        match place.copied().unwrap_or(Place::Own { span: 1, rows: 1, shaded: false }) {
            Place::Own { span, rows, shaded } => {
                self.flow.cell(span, rows, false);
                if shaded {
                    self.flow.shade();
                }
            }
            Place::Joined => {}
            Place::Covered => table.covered = true,
        }
    }

    fn number(&mut self, paragraph: &mut Paragraph) -> Option<String> {
        let counted = paragraph.list.filter(|_| !self.story.numbered && paragraph.label.is_none());
        let counted = counted.and_then(|(list, level)| self.story.lists.count(list, level.into()));
        paragraph.label.take().or(counted)
    }

    fn paragraph(&mut self, mut paragraph: Paragraph) {
        let label = self.number(&mut paragraph);
        self.write(&paragraph);
        let mark = Mark { heading: paragraph.heading, label, indent: paragraph.indent, ..Mark::default() };
        self.flow.paragraph(&mark);
    }

    fn write(&mut self, paragraph: &Paragraph) {
        for (i, line) in paragraph.text.split('\n').enumerate() {
            if i > 0 {
                self.flow.line_break();
            }
            self.flow.write(line, paragraph.bold);
        }
    }

    /// Places a note: its paragraphs with their numbers in front, one a line.
    fn note(&mut self, note: usize) {
        let Some(note) = self.story.notes.get_mut(note) else { return };
        let (events, end, counted) = (std::mem::take(&mut note.events), note.end, note.counted);
        let label = counted.then(|| {
            let which = &mut self.notes[usize::from(end)];
            *which += 1;
            let mut label = String::new();
            if end { Numerals::LowerRoman } else { Numerals::Decimal }.write(*which, &mut label);
            label
        });
        let mut text = String::new();
        for event in events {
            let Event::Paragraph(mut paragraph) = event else { continue };
            let number = self.number(&mut paragraph);
            self.write(&paragraph);
            let words = self.flow.take();
            if !words.is_empty() {
                text.extend((!text.is_empty()).then_some("\n"));
                text.extend(number.iter().flat_map(|number| [number, " "]));
                text.push_str(&words);
            }
        }
        if !text.is_empty() {
            self.flow.push(Block { label, page: self.page, ..Block::new(Kind::Footnote, text) });
        }
    }

    /// Adds the paragraphs of a running head, those that are not there yet.
    fn running(&mut self, events: Vec<Event>, kind: &Kind, seen: &mut HashSet<(bool, Option<String>, String)>) {
        for event in events {
            let Event::Paragraph(mut paragraph) = event else { continue };
            let label = self.number(&mut paragraph);
            self.write(&paragraph);
            let text = self.flow.take();
            if !text.is_empty() && seen.insert((*kind == Kind::Footer, label.clone(), text.clone())) {
                self.flow.push(Block { label, ..Block::new(kind.clone(), text) });
            }
        }
    }
}
