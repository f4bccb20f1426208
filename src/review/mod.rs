//! Remarks back into the Word file that they are about, as Word's own review does it: comments beside the passages and,
//! where it is asked for, better wording as tracked changes that can be accepted or turned down one by one.
//!
//! | file | does |
//! |---|---|
//! | `runs` | finds the runs of the main part and the text in them |
//! | `edits` | what is put between letters, so that nothing else of the part changes |
//! | `comments` | the part that holds the comments, and how the package knows of it |
//! | `archive` | writes the parts that changed and copies all others as they are packed |
//!
//! No text of the document is lost or moved: without the comments and changes the file says what it said.

mod archive;
mod comments;
mod edits;
mod runs;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use self::comments::Comments;
use self::edits::Edits;
use self::runs::Runs;
use crate::document::Why;
use crate::read::docx::{self, Spot, Spotted};
use crate::read::xml;
use crate::remark::{Lines, MAX_REMARKS, byte_at};
pub use crate::remark::{Remark, Reviewer};

/// A Word file with remarks in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of remarks beside their passages.
    pub beside: usize,
    /// Number of remarks at the head of the document: about the whole of it, or about a passage that Word lets
    /// nobody comment on, as in a header, a footnote or a text box.
    pub at_head: usize,
    /// Number of passages for which better wording is proposed as a tracked change.
    pub changes: usize,
}

/// Why remarks cannot be put into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is no Word file since 2007.
    NotWord,
    /// It is broken, locked or too large, and would not be whole afterwards.
    NotWhole,
    /// It has no text that could be commented on.
    NoText,
}

/// Puts remarks into a Word file; with `changes` the better wording too, as tracked changes.
///
/// The file is read again, so the remarks' passages must be those of this very file.
pub fn review(bytes: &[u8], remarks: &[Remark], by: &Reviewer, changes: bool) -> Result<Reviewed, Refused> {
    let mut spotted = docx::read_spotted(bytes).ok_or(Refused::NotWord)?;
    let main = spotted.package.main.clone();
    let broken = |why| matches!(why, Why::Damaged | Why::TooLarge | Why::Locked);
    let damaged = spotted.document.unread.iter().any(|u| broken(u.why) && u.detail.as_ref() == Some(&main));
    if spotted.package.archive.damaged || damaged || !xml::is_unicode(&spotted.text) {
        return Err(Refused::NotWhole);
    }
    let runs = Runs::of(&spotted.text).ok_or(Refused::NotWhole)?;
    let head = runs.first().ok_or(Refused::NoText)?;

    let mut comments = Comments::open(&mut spotted.package, &runs).ok_or(Refused::NotWhole)?;
    let mut edits = Edits::new(&spotted.text, &runs, by);
    let mut reviewed = Reviewed { bytes: vec![], beside: 0, at_head: 0, changes: 0 };
    for (remark, place) in remarks.iter().zip(places(&spotted, &runs, remarks)).take(MAX_REMARKS) {
        let beside = place.is_some();
        *if beside { &mut reviewed.beside } else { &mut reviewed.at_head } += 1;
        let place = place.unwrap_or_else(|| Place { letters: head.clone(), sentence: false, after: None });
        let words = remark.wording.as_deref().filter(|words| changes && beside && !words.trim().is_empty());
        let changed = words.is_some_and(|words| {
            let replaced = place.sentence && edits.replace(&place.letters, words);
            replaced || place.after.is_some_and(|at| edits.insert(at, words))
        });
        reviewed.changes += usize::from(changed);
        edits.comment(&place.letters, comments.add(&remark.lines, by));
    }

    let mut parts = BTreeMap::from([(main, edits.apply())]);
    comments.finish(&mut parts);
    reviewed.bytes = archive::write(bytes, &parts).ok_or(Refused::NotWhole)?;
    Ok(reviewed)
}

/// Where a passage stands in the main part.
struct Place {
    /// From its first letter to its last.
    letters: Range<usize>,
    /// Whether it is a whole sentence, or several, so that another can stand in its place.
    sentence: bool,
    /// Where the sentence ends that it is in.
    after: Option<usize>,
}

/// Where the passage of each remark stands; none where it is not in the main part, or where Word has no comments.
fn places(spotted: &Spotted, runs: &Runs, remarks: &[Remark]) -> Vec<Option<Place>> {
    let lines = Lines::of(spotted.document.blocks.iter().map(|block| block.text.as_str()));
    let place = |&(start, end): &(usize, usize)| {
        let (block, from) = lines.find(start)?;
        let (last, upto) = lines.find(end)?;
        let spots = spotted.spots.get(block)?;
        let text = spotted.document.blocks[block].text.as_str();
        let from = byte_at(text, from);
        let upto = if last == block { byte_at(text, upto) } else { text.len() };
        let letters = first_letter(spots, from)?..last_letter(spots, upto)?;
        let commentable = runs.commentable(letters.start) && runs.commentable(letters.end);
        let after = sentence_end(text, upto);
        let sentence = after == upto && text[..upto].ends_with('.') && is_start(&text[..from]);
        let place = Place { sentence, after: last_letter(spots, after), letters };
        (commentable && !place.letters.is_empty()).then_some(place)
    };
    remarks.iter().map(|remark| remark.passage.as_ref().and_then(place)).collect()
}

/// Whether a sentence begins behind this text of a block.
fn is_start(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    before.is_empty() || before.ends_with(['.', '?', '!', ':', ';', '\t', '\n'])
}

/// Where the sentence ends, at a place of a block or behind it: with a stop in front of a capital, or with the cell.
fn sentence_end(text: &str, at: usize) -> usize {
    let cell = text[at..].find(['\t', '\n']).map_or(text.len(), |end| at + end);
    let ends = |end: &usize| {
        let stopped = text[..*end].ends_with(['.', '?', '!']);
        let next = text[*end..cell].strip_prefix(' ').and_then(|rest| rest.chars().next());
        stopped && next.is_some_and(|next| !next.is_lowercase())
    };
    (at..cell).filter(|end| text.is_char_boundary(*end)).find(ends).unwrap_or(cell)
}

/// Where the letter at a position of a block stands. What has no place of its own, as `&amp;`, begins where the letters
/// before it end.
fn first_letter(spots: &[Spot], at: usize) -> Option<usize> {
    let next = spots.partition_point(|spot| spot.text + spot.length <= at);
    match spots.get(next) {
        Some(spot) if spot.text <= at => Some(spot.part + at - spot.text),
        spot => match next.checked_sub(1) {
            Some(before) => Some(spots[before].part + spots[before].length),
            None => spot.map(|spot| spot.part),
        },
    }
}

/// Where the letter before a position of a block ends.
fn last_letter(spots: &[Spot], at: usize) -> Option<usize> {
    let next = spots.partition_point(|spot| spot.text + spot.length < at);
    match spots.get(next) {
        Some(spot) if spot.text < at => Some(spot.part + at - spot.text),
        Some(spot) => Some(spot.part),
        None => spots.last().map(|spot| spot.part + spot.length),
    }
}
