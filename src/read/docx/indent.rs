//! How far a paragraph's first line, and so its number, stands from the margin.

use quick_xml::events::BytesStart;

use crate::read::xml;

/// Twentieths of a point that count as one character; letters of 11 and 12 points are about half as wide as high.
const CHARACTER: i32 = 120;
/// Twentieths of a point beyond which no indent is believed: a metre.
const FARTHEST: i32 = 56_700;

/// An indent as far as a paragraph, a style or a level of numbering sets it, in twentieths of a point.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Indent {
    left: Option<i32>,
    first: Option<i32>,
}

impl Indent {
    /// Reads `w:ind`.
    pub fn read(element: &BytesStart) -> Self {
        let get = |name| xml::attribute(element, name)?.parse().ok().map(|n: i32| n.clamp(-FARTHEST, FARTHEST));
        // Strict files and right-to-left text call the left the start.
        Self {
            left: get("left").or_else(|| get("start")),
            first: get("hanging").map(|n| -n).or_else(|| get("firstLine")),
        }
    }

    /// What this one does not set is taken from the other.
    pub fn or(self, other: Self) -> Self {
        Self { left: self.left.or(other.left), first: self.first.or(other.first) }
    }

    /// Where the first line begins, in characters.
    pub fn characters(self) -> usize {
        let twentieths = self.left.unwrap_or(0) + self.first.unwrap_or(0);
        usize::try_from((twentieths + CHARACTER / 2) / CHARACTER).unwrap_or(0)
    }
}
