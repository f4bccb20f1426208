//! What the walk over a story gives: paragraphs and tables as they stand, before numbers and kinds are told.
//!
//! A story is Word's name for a text of its own: the main text, a header, a footer, a footnote.

use std::collections::HashMap;

use super::indent::Indent;

/// A story's contents and what was met on the way.
#[derive(Debug, Default)]
pub struct Story {
    /// Paragraphs and tables in order.
    pub items: Vec<Item>,
    /// Notes by their id, in a part that holds notes.
    pub notes: HashMap<String, Vec<Item>>,
    /// Sections of the main text, in order.
    pub sections: Vec<Section>,
    /// Whether there are pictures.
    pub pictures: bool,
    /// Files inside the file: the ids of their relationships, and what they are by their own account.
    pub embedded: Vec<(String, String)>,
    /// Breaks between pages.
    pub breaks: Breaks,
    /// Whether the XML broke off or does not pair its tags.
    pub damaged: bool,
    /// Whether a limit was passed, so that the rest was not read.
    pub cut: bool,
}

/// Breaks between pages that were met.
#[derive(Debug, Default, Clone, Copy)]
pub struct Breaks {
    /// Where Word found a page full when it last laid the text out.
    pub rendered: u32,
    /// Where the author asked for a new page.
    pub hard: u32,
}

/// A paragraph, a table or a diagram.
#[derive(Debug)]
pub enum Item {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A diagram whose text is in a part of its own: the id of the relationship.
    Diagram(String),
}

impl Item {
    /// The paragraph that it is.
    pub fn paragraph(&self) -> Option<&Paragraph> {
        if let Self::Paragraph(paragraph) = self { Some(paragraph) } else { None }
    }
}

/// A paragraph with the text that shows.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// Its text; runs of blanks are one.
    pub text: String,
    /// Its style's place.
    pub style: Option<usize>,
    /// Numbering set on it; `0` takes away its style's.
    pub number: Option<String>,
    /// Level of numbering set on it.
    pub level: Option<u8>,
    /// Outline level set on it, from 0; 9 is body text.
    pub outline: Option<u8>,
    /// Indent set on it.
    pub indent: Indent,
    /// Page on which its text begins, from 1, as far as breaks tell.
    pub page: u32,
    /// Whether all its text is bold.
    pub bold: bool,
    /// Whether the paragraph mark is hidden, so that an empty paragraph is not there at all.
    pub hidden: bool,
    /// Notes that it refers to.
    pub notes: Vec<Note>,
    /// Contents of the text boxes that are anchored in it.
    pub boxes: Vec<Item>,
    /// Where its text stands in the part, if that was asked for.
    pub spots: Vec<Spot>,
}

/// Letters of a text with their place in the part that they come from: equally many bytes in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Where they begin in the text, in bytes.
    pub text: usize,
    /// Where they begin in the part, in bytes.
    pub part: usize,
    /// How many bytes they are.
    pub length: usize,
}

impl Spot {
    /// Spots of a text, as those of a longer one in which it begins at `at` without its first `skipped` bytes.
    pub fn moved(spots: Vec<Self>, skipped: usize, at: usize) -> impl Iterator<Item = Self> {
        spots.into_iter().filter_map(move |spot| {
            let cut = skipped.saturating_sub(spot.text);
            let length = spot.length.checked_sub(cut).filter(|length| *length > 0)?;
            Some(Self { text: spot.text + cut - skipped + at, part: spot.part + cut, length })
        })
    }
}

/// A reference to a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Whether it is an endnote.
    pub end: bool,
    /// Its id.
    pub id: String,
    /// Whether the author wrote a mark of its own in place of a number.
    pub marked: bool,
}

/// A table.
#[derive(Debug, Default)]
pub struct Table {
    /// Its style's place.
    pub style: Option<usize>,
    /// Whether its style's look for a first row is switched on.
    pub head_look: bool,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Default)]
pub struct Row {
    /// Columns left out in front of the first cell.
    pub before: u16,
    /// Whether it repeats as a head on each page.
    pub head: bool,
    /// Whether it is struck out by a tracked change, or hidden.
    pub gone: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Default)]
pub struct Cell {
    /// Columns that it takes, at least 1.
    pub span: u16,
    /// How it is merged with the cells above and below.
    pub merge: Merge,
    /// Whether it continues the cell to its left, as older files write merged cells.
    pub joined: bool,
    /// Whether it is struck out by a tracked change.
    pub gone: bool,
    /// Whether its ground is coloured.
    pub shaded: bool,
    /// What is in it.
    pub items: Vec<Item>,
}

/// How a cell is merged with those above and below it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Merge {
    /// Not at all.
    #[default]
    None,
    /// It begins here.
    Begins,
    /// It goes on from the cell above, whose contents show in its place.
    GoesOn,
}

/// A section's running heads and feet.
#[derive(Debug, Default)]
pub struct Section {
    /// Whether its first page has its own.
    pub title_page: bool,
    /// Those it names: relationship id, whether it is a footer, and on which pages it stands.
    pub running: Vec<(String, bool, Pages)>,
}

/// Pages on which a running head stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// All, or all that have no other.
    Default,
    /// The first of the section.
    First,
    /// Even ones.
    Even,
}
