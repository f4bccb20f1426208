//! What is to be said beside a passage of a document.

use serde::{Deserialize, Serialize};

/// Most remarks that are put into a file. More are not read by anybody.
pub const MAX_REMARKS: usize = 2_000;

/// Something that is said beside a passage, or of the document as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remark {
    /// Start and end of the passage in the document's text, in UTF-16 code units; none where it is about the whole.
    pub passage: Option<(usize, usize)>,
    /// What is said: a title, then paragraphs.
    pub lines: Vec<String>,
    /// Better wording for what the passage asks.
    pub wording: Option<String>,
}

/// Who makes the remarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewer {
    /// Name that programs show beside them.
    pub name: String,
    /// When, ISO 8601 with `Z`: `2027-01-31T09:00:00Z`.
    pub date: String,
}

/// Where the blocks begin in a document's text, in UTF-16 code units.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    /// Takes the texts of the blocks.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let starts = texts.scan(0, |start, text| {
            let own = *start;
            *start += text.encode_utf16().count() + 1;
            Some(own)
        });
        Self(starts.collect())
    }

    /// The block in which a position stands, and how far behind its beginning.
    pub fn find(&self, position: usize) -> Option<(usize, usize)> {
        let block = self.0.partition_point(|start| *start <= position).checked_sub(1)?;
        Some((block, position - self.0[block]))
    }
}

/// Where in a text so many UTF-16 code units end, in bytes.
pub(crate) fn byte_at(text: &str, units: usize) -> usize {
    let mut left = units;
    let letter = text.char_indices().find(|(_, c)| {
        let here = left == 0;
        left = left.saturating_sub(c.len_utf16());
        here
    });
    letter.map_or(text.len(), |(at, _)| at)
}
