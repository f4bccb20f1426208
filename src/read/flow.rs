//! Blocks from a format that marks paragraphs, lists and tables as it goes along: pages, `OpenDocument`, RTF.
//!
//! A reader says what begins and ends, in the order in which it stands in the file; it need not close what it opens.

mod table;

use std::collections::HashMap;

use table::Table;
#[cfg(feature = "office")]
pub use table::lines;

use super::outline::Outline;
use super::shape::shape;
use super::structure;
use super::text::lists::Lists;
use crate::document::{Block, Kind};

/// Most blocks of a document, with the cells of its tables. A hundred pages have about three thousand.
pub const MAX_BLOCKS: usize = 400_000;
/// Most tables inside each other; what is deeper is read as text of the innermost.
pub const MAX_NESTING: usize = 16;
/// Most columns of a table, and most columns or rows of a cell.
pub const MAX_SPAN: u16 = 1_000;

/// What the format says of a paragraph.
#[derive(Debug, Default, Clone)]
pub struct Mark {
    /// Its level, if it is a heading: 1 to 9.
    pub heading: Option<u8>,
    /// The number or bullet in front.
    pub label: Option<String>,
    /// How deep its list is in others, if it is an item: 0 is the outermost. Where the format does not say, the label
    /// and the indent tell.
    pub item: Option<u8>,
    /// How far its first line stands from the margin, in characters.
    pub indent: usize,
    /// The name of the field of which it is the value.
    pub field: Option<String>,
}

/// Blocks that are being made.
#[derive(Default)]
pub struct Flow {
    /// Blocks of the document, of the open cell, of the cell that is open inside that one, and so on.
    holders: Vec<Vec<Block>>,
    tables: Vec<Table>,
    /// Tables that are deeper than is read.
    ignored: usize,
    text: String,
    /// Whether some of the paragraph's text is not bold.
    light: bool,
    /// What paragraphs are that run through the pages.
    running: Option<Kind>,
    outline: Outline,
    lists: Lists,
    next_table: u32,
    count: usize,
    /// Page on which what is written stands, where pages are known.
    page: Option<u32>,
    /// Page on which the open paragraph begins.
    began: Option<u32>,
    /// The cell of a sheet in which what is written stands.
    cell: Option<String>,
    asides: Vec<Aside>,
    /// Whether a limit was passed, so that the rest is missing.
    pub full: bool,
}

/// What was open when a note or a text box began in the middle of it.
struct Aside {
    text: String,
    light: bool,
    began: Option<u32>,
    holders: usize,
    tables: usize,
}

impl Flow {
    /// Begins with nothing.
    pub fn new() -> Self {
        Self { holders: vec![vec![]], ..Self::default() }
    }

    /// Adds words to the paragraph that is open; white space parts words and is one blank.
    pub fn write(&mut self, words: &str, bold: bool) {
        if self.full {
            return;
        }
        for c in words.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.light |= !bold;
                if self.text.is_empty() {
                    self.began = self.page;
                }
                if !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}') && (!c.is_control()) {
                    self.text.push(c);
                }
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// Breaks the line inside the paragraph.
    pub fn line_break(&mut self) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The words of the paragraph that is open, which is then gone.
    pub fn take(&mut self) -> String {
        self.light = false;
        std::mem::take(&mut self.text).trim().to_owned()
    }

    /// Whether the paragraph that is open has words.
    pub fn has_words(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Says that what follows runs through the pages, or no longer does.
    pub fn run(&mut self, kind: Option<Kind>) {
        self.running = kind;
    }

    /// Ends the paragraph that is open; false if nothing was in it.
    pub fn paragraph(&mut self, mark: &Mark) -> bool {
        let bold = !self.light;
        let text = self.take();
        if text.is_empty() || self.full {
            return false;
        }
        let block = Block { page: self.began, cell: self.cell.clone(), ..self.block(&text, mark, bold) };
        if !bold {
            self.lighten();
        }
        self.push(block);
        true
    }

    /// Says on which page what follows stands.
    pub fn page(&mut self, page: u32) {
        self.page = Some(page);
    }

    /// Says in which cell of a sheet what follows stands.
    pub fn stand(&mut self, cell: String) {
        self.cell = Some(cell);
    }

    /// Begins something that stands apart from the open paragraph: a note, a text box.
    pub fn begin_aside(&mut self) {
        let (holders, tables) = (self.holders.len(), self.tables.len());
        let text = std::mem::take(&mut self.text);
        self.asides.push(Aside { text, light: std::mem::take(&mut self.light), began: self.began, holders, tables });
        self.holders.push(vec![]);
    }

    /// Ends it, and gives what is in it; its last paragraph must have been ended. The paragraph around it goes on.
    pub fn end_aside(&mut self) -> Vec<Block> {
        let Some(aside) = self.asides.pop() else { return vec![] };
        while self.tables.len() > aside.tables {
            self.end_table();
        }
        self.holders.truncate(aside.holders + 1);
        (self.text, self.light, self.began) = (aside.text, aside.light, aside.began);
        self.holders.pop().unwrap_or_default()
    }

    /// Adds a block that is made already.
    pub fn push(&mut self, block: Block) {
        self.count += 1;
        self.full |= self.count > MAX_BLOCKS;
        if let Some(holder) = self.holders.last_mut().filter(|_| self.count <= MAX_BLOCKS) {
            holder.push(block);
        }
    }

    fn block(&mut self, text: &str, mark: &Mark, bold: bool) -> Block {
        if let Some(kind) = &self.running {
            return Block { label: mark.label.clone(), ..Block::new(kind.clone(), text) };
        }
        if let Some(name) = &mark.field {
            return Block::new(Kind::Field { name: name.clone() }, format!("{name}: {text}"));
        }
        if self.in_table() && mark.heading.is_none() {
            // What looks like a heading in a cell is emphasis or the name of a column.
            let kind = mark.item.map_or(Kind::Paragraph, |level| Kind::ListItem { level });
            return Block { label: mark.label.clone(), ..Block::new(kind, text) };
        }
        // A bullet in front of a number that is typed says nothing.
        let bullet = mark.label.as_deref().is_some_and(|label| !label.contains(char::is_alphanumeric));
        let typed = bullet && mark.item.is_some() && structure::label(text).is_some_and(|(_, rest)| !rest.is_empty());
        let label = mark.label.clone().filter(|_| !typed);
        let mut block = shape(text, label, mark.heading, bold);
        match (&mut block.kind, &block.label) {
            (Kind::Heading { level }, label) => {
                *level = self.outline.level(*level, label.as_deref());
                self.lists.close();
            }
            (Kind::ListItem { level }, Some(label)) => {
                *level = mark.item.map_or_else(|| self.lists.level(label, mark.indent), |level| level.min(8));
            }
            _ => {}
        }
        block
    }

    /// How deep a list is that begins here: a list of its own that follows an item with a colon belongs to that item.
    pub fn depth_here(&self) -> u8 {
        match self.holders.last().and_then(|holder| holder.last()) {
            Some(Block { kind: Kind::ListItem { level }, text, .. }) if text.ends_with(':') => level + 1,
            _ => 0,
        }
    }

    /// Whether a table is open.
    pub fn in_table(&self) -> bool {
        !self.tables.is_empty()
    }

    /// All blocks, once the last paragraph is ended.
    pub fn finish(mut self) -> Vec<Block> {
        while !self.tables.is_empty() {
            self.end_table();
        }
        let mut blocks = self.holders.swap_remove(0);
        // Tables that only laid out the page left gaps in the numbers.
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        for block in &mut blocks {
            if let Kind::Row { table, .. } = &mut block.kind {
                let next = numbers.len() as u32;
                *table = *numbers.entry(*table).or_insert(next);
            }
        }
        blocks
    }
}
