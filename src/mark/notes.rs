//! What is said where.

use serde::Deserialize;

use crate::document::{Block, Bounds};
use crate::remark::{Lines, Remark, byte_at};

/// Most letters of a passage that are quoted in its note.
const MOST_QUOTED: usize = 400;

/// What is needed of a block: a part of [`Block`], and read from its JSON.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Spot {
    text: String,
    #[serde(default)]
    page: Option<u32>,
    #[serde(default, rename = "box")]
    bounds: Option<Bounds>,
}

impl From<&Block> for Spot {
    fn from(block: &Block) -> Self {
        Self { text: block.text.clone(), page: block.page, bounds: block.bounds }
    }
}

/// Where a note stands: boxes on a page, which is counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub page: u32,
    pub boxes: Vec<Bounds>,
}

/// The words of one note, and of how many remarks they are.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub text: String,
    pub remarks: usize,
}

impl Note {
    /// Adds what another says.
    pub fn take(&mut self, other: &Self) {
        if self.remarks > 0 {
            self.text.push_str("\n\n* * *\n\n");
        }
        self.text.push_str(&other.text);
        self.remarks += other.remarks;
    }
}

/// The notes at their places, and that on the document as a whole. What is said of one place is one note: of highlights over
/// each other only the uppermost can be opened.
pub fn sorted(blocks: &[Spot], remarks: &[Remark]) -> (Vec<(Place, Note)>, Note) {
    let lines = Lines::of(blocks.iter().map(|block| block.text.as_str()));
    let mut placed: Vec<(Place, Note)> = vec![];
    let mut head = Note::default();
    for remark in remarks {
        let passage = remark.passage.and_then(|passage| Passage::of(blocks, &lines, passage));
        let note = Note { text: words(remark, passage.as_ref()), remarks: 1 };
        let Some(place) = passage.and_then(|passage| passage.place()) else {
            head.take(&note);
            continue;
        };
        match placed.iter_mut().find(|(known, _)| *known == place) {
            Some((_, known)) => known.take(&note),
            None => placed.push((place, note)),
        }
    }
    (placed, head)
}

/// What a remark is about.
struct Passage<'b> {
    blocks: &'b [Spot],
    /// Its words, where they are not all that the blocks say.
    quoted: Option<&'b str>,
}

impl<'b> Passage<'b> {
    fn of(blocks: &'b [Spot], lines: &Lines, (start, end): (usize, usize)) -> Option<Self> {
        let (first, from) = lines.find(start)?;
        let (last, upto) = lines.find(end)?;
        let text = blocks[first].text.as_str();
        let (from, upto) = (byte_at(text, from), if last == first { byte_at(text, upto) } else { text.len() });
        let quoted = text.get(from..upto).filter(|words| *words != text || last > first);
        Some(Self { blocks: blocks.get(first..=last)?, quoted })
    }

    /// The boxes of the blocks that stand on the page of the first.
    fn place(&self) -> Option<Place> {
        let first = self.blocks.first()?;
        let page = first.page.filter(|page| *page > 0)?;
        first.bounds?;
        let here = self.blocks.iter().filter(|block| block.page == first.page);
        Some(Place { page, boxes: here.filter_map(|block| block.bounds).collect() })
    }
}

/// The paragraphs of a note: the title, the passage, the rest.
fn words(remark: &Remark, passage: Option<&Passage<'_>>) -> String {
    let quoted = passage.and_then(|passage| passage.quoted).map(|words| {
        let cut = words.char_indices().nth(MOST_QUOTED).map_or(words.len(), |(at, _)| at);
        let more = if cut < words.len() { "…" } else { "" };
        format!("“{}{more}”", words[..cut].replace(['\t', '\n'], " "))
    });
    let (title, rest) = remark.lines.split_at(remark.lines.len().min(1));
    let lines: Vec<&str> = title.iter().chain(&quoted).chain(rest).map(|line| line.trim_end()).collect();
    lines.join("\n\n")
}
