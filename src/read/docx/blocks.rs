//! From a story's items to blocks: numbers are counted, headings told, notes put where they are referred to.

use std::collections::{HashMap, HashSet};

use super::indent::Indent;
use super::numbering::{Number, Numbering};
use super::story::{Item, Note, Paragraph, Spot};
use super::styles::Styles;
use crate::document::{Block, Kind};
use crate::read::outline::Outline;
use crate::read::shape::shape;
use crate::read::text::lists::Lists;

/// Makes blocks of items, in the order in which they are read.
pub struct Blocks<'s> {
    pub(super) styles: &'s Styles,
    numbering: Numbering,
    /// Footnotes and endnotes that have not been placed yet. Each is placed once.
    notes: [HashMap<String, Vec<Item>>; 2],
    /// Footnotes and endnotes placed so far.
    placed: [u32; 2],
    /// The texts of diagrams, by the id of their relationship.
    diagrams: HashMap<String, Vec<String>>,
    /// Whether pages are known.
    paged: bool,
    pub(super) tables: u32,
    /// Headers and footers so far: whether it is a footer, its number, its text.
    running: HashSet<(bool, Option<String>, String)>,
    /// The lists that are open, and where in the line each list of the numbering was first seen.
    lists: Lists,
    indents: HashMap<(usize, usize), usize>,
    outline: Outline,
    /// The blocks so far.
    pub out: Vec<Block>,
    /// Where the text of each block stands in the main part, if that was asked for; the last blocks may have none.
    pub spots: Vec<Vec<Spot>>,
}

/// What comes after a row because it does not fit into it.
#[derive(Default)]
pub(super) struct Later {
    pub(super) tables: Vec<super::story::Table>,
    pub(super) notes: Vec<Note>,
    /// Page on which the row's first text stands.
    pub(super) page: Option<u32>,
    /// Where the text of the cell stands that was read last.
    pub(super) spots: Vec<Spot>,
}

impl<'s> Blocks<'s> {
    /// Begins with no blocks. `notes` are footnotes, then endnotes.
    pub fn new(
        styles: &'s Styles,
        numbering: Numbering,
        notes: [HashMap<String, Vec<Item>>; 2],
        diagrams: HashMap<String, Vec<String>>,
        paged: bool,
    ) -> Self {
        let placed = [0; 2];
        let (running, lists, indents) = (HashSet::new(), Lists::default(), HashMap::new());
        let (tables, outline, out, spots) = (0, Outline::default(), vec![], vec![]);
        Self { styles, numbering, notes, placed, diagrams, paged, tables, running, lists, indents, outline, out, spots }
    }

    /// Adds the blocks of the main text, or of a part of it.
    pub fn items(&mut self, items: Vec<Item>) {
        for item in items {
            match item {
                Item::Paragraph(paragraph) => self.paragraph(paragraph),
                Item::Table(table) => self.table(table),
                Item::Diagram(id) => {
                    let texts = self.diagrams.remove(&id).unwrap_or_default();
                    self.out.extend(texts.into_iter().map(|text| Block::new(Kind::Paragraph, text)));
                }
            }
        }
    }

    /// Adds the blocks of a header or footer: its paragraphs, those that are not yet there.
    pub fn running(&mut self, items: Vec<Item>, kind: &Kind) {
        for item in items {
            match item {
                Item::Paragraph(paragraph) => {
                    let label = self.number(&paragraph).and_then(|number| number.label);
                    let key = (*kind == Kind::Footer, label.clone(), paragraph.text.clone());
                    if !paragraph.text.is_empty() && self.running.insert(key) {
                        self.out.push(Block { label, ..Block::new(kind.clone(), paragraph.text) });
                    }
                    self.running(paragraph.boxes, kind);
                }
                Item::Table(table) => {
                    let cells = table.rows.into_iter().filter(|row| !row.gone).flat_map(|row| row.cells);
                    cells.for_each(|cell| self.running(cell.items, kind));
                }
                Item::Diagram(_) => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) {
        let number = self.number(&paragraph);
        let page = self.page(Some(paragraph.page));
        if !paragraph.text.is_empty() {
            let heading = match paragraph.outline {
                Some(outline) => (outline < 9).then_some(outline + 1),
                None => self.styles.get(paragraph.style).and_then(|style| style.heading),
            };
            let label = number.as_ref().and_then(|number| number.label.clone());
            let mut block = Block { page, ..shape(&paragraph.text, label, heading, paragraph.bold) };
            match (&mut block.kind, &block.label) {
                (Kind::Heading { level }, label) => {
                    *level = self.outline.level(*level, label.as_deref());
                    self.lists.close();
                }
                (Kind::ListItem { level }, Some(label)) => {
                    let indent = self.indent(&paragraph, number.as_ref());
                    *level = self.lists.level(label, indent);
                }
                _ => {}
            }
            // A number that is typed is the block's label and not part of its text.
            let typed = paragraph.text.len() - block.text.len();
            self.push(block, Spot::moved(paragraph.spots, typed, 0).collect());
        }
        self.items(paragraph.boxes);
        self.notes(paragraph.notes, page);
    }

    /// Adds a block with the places of its text.
    pub(super) fn push(&mut self, block: Block, spots: Vec<Spot>) {
        if !spots.is_empty() {
            self.spots.resize_with(self.out.len(), Vec::new);
            self.spots.push(spots);
        }
        self.out.push(block);
    }

    /// Where a paragraph's first line begins, in characters; for items of one list and level where the first of them
    /// does, so that one that is set by hand is no deeper.
    fn indent(&mut self, paragraph: &Paragraph, number: Option<&Number>) -> usize {
        let style = self.styles.get(paragraph.style);
        let (of_style, of_base) = style.map_or_else(Default::default, |style| (style.indent, style.base_indent));
        let of_number = number.map_or_else(Indent::default, |number| number.indent);
        let (first, second) = if paragraph.number.is_some() { (of_number, of_style) } else { (of_style, of_number) };
        let own = paragraph.indent.or(first).or(second).or(of_base).characters();
        number.map_or(own, |number| *self.indents.entry(number.place).or_insert(own))
    }

    /// Counts a paragraph, where it is numbered.
    fn number(&mut self, paragraph: &Paragraph) -> Option<Number> {
        let style = self.styles.get(paragraph.style);
        let id = paragraph.number.as_deref().or_else(|| style?.number.as_deref())?;
        self.numbering.count(id, paragraph.level.or_else(|| style?.level).unwrap_or(0))
    }

    /// Places notes, each once.
    pub(super) fn notes(&mut self, notes: Vec<Note>, page: Option<u32>) {
        for note in notes {
            let which = usize::from(note.end);
            let Some(items) = self.notes[which].remove(&note.id) else { continue };
            let label = (!note.marked).then(|| {
                self.placed[which] += 1;
                super::numbering::note_mark(self.placed[which], note.end)
            });
            let text = self.lines(items, &mut Later::default());
            if !text.is_empty() {
                self.out.push(Block { label, page, ..Block::new(Kind::Footnote, text) });
            }
        }
    }

    /// The text of a cell or a note: its paragraphs with their labels in front, one a line.
    pub(super) fn lines(&mut self, items: Vec<Item>, later: &mut Later) -> String {
        let mut text = String::new();
        later.spots.clear();
        self.add_lines(items, later, &mut text);
        text
    }

    fn add_lines(&mut self, items: Vec<Item>, later: &mut Later, text: &mut String) {
        let line = |text: &mut String, label: Option<String>, words: &str| {
            if !text.is_empty() {
                text.push('\n');
            }
            text.extend(label.iter().flat_map(|label| [label, " "]));
            text.push_str(words);
        };
        for item in items {
            match item {
                Item::Paragraph(paragraph) => {
                    let label = self.number(&paragraph).and_then(|number| number.label);
                    if !paragraph.text.is_empty() {
                        line(text, label, &paragraph.text);
                        later.spots.extend(Spot::moved(paragraph.spots, 0, text.len() - paragraph.text.len()));
                        later.page.get_or_insert(paragraph.page);
                    }
                    later.notes.extend(paragraph.notes);
                    self.add_lines(paragraph.boxes, later, text);
                }
                Item::Table(table) if table.is_layout() => {
                    let cells = table.rows.into_iter().flat_map(|row| row.cells);
                    cells.for_each(|cell| self.add_lines(cell.items, later, text));
                }
                Item::Table(table) => later.tables.push(table),
                Item::Diagram(id) => {
                    self.diagrams.remove(&id).unwrap_or_default().iter().for_each(|words| line(text, None, words));
                }
            }
        }
    }

    /// The page of a block, where pages are known.
    pub(super) fn page(&self, page: Option<u32>) -> Option<u32> {
        page.filter(|_| self.paged)
    }
}
