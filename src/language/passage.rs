//! The unit in which tenders are read: a sentence, a short table row or a heading, with all that stands around it.
//!
//! In tenders the noun and its number often stand apart: the noun in a heading, in the sentence that introduces a list
//! or at the head of a column, the number in the item or the cell. A passage knows them all.

mod around;
mod lots;

use std::ops::Range;

use super::cue::{Cue, CueList, Hit, Marks};
use super::money::Money;
use super::number::Tokens;
use super::period::Period;
use super::quantity::{Quantity, Spotted};
use super::reading::Reading;
use super::span::Span;
use super::token::{Gap, TokenKind};
use crate::document::Kind;
use crate::report::Place;
use crate::words::mentions;

/// The word "lot" in front of a number or letter.
const LOT: Cue = Cue::named("language.lot");
/// The verb of a definition.
const MEANS: Cue = Cue::named("language.means");
/// What a template's user is told to do.
const INSERT: Cue = Cue::named("language.insert");

/// The cues of passages.
pub const CUES: &CueList = &[(LOT, &["lot|lots"]), (MEANS, &["means|mean"]), (INSERT, &["insert"])];

/// Lead-ins and headings further out than this say little about a passage.
pub(super) const NEAR_HEADINGS: usize = 3;

/// Heads of tables of more rows than this are not looked through.
pub(super) const MOST_HEAD_ROWS: usize = 3;
/// Lead-ins further out are not looked at.
pub(super) const MOST_LEAD_INS: usize = 9;
/// A value that a heading names is no longer than this, in tokens, and no further below it, in blocks.
const SHORT_VALUE: usize = 12;
const NEAR_LABEL: usize = 3;
/// A passage of more tokens than this is too long to be quoted whole.
const QUOTABLE: usize = 40;

/// A definition is looked for in so many blocks, and among so many that say what something means: more than any list of
/// definitions has, and few enough for a text of nothing else.
const MOST_SEARCHED: usize = 10_000;
const MOST_MEANINGS: usize = 600;
/// Tokens in which a definition says that it is one.
const DEFINING: usize = 12;
/// What a template's blanks begin with, in small letters: a bracket or dots.
const BLANKS: [&str; 9] = ["[insert", "[not applicable", "[ ]", "[]", "…", "....", "[delete", "[if ", "[tbc"];

/// A range of a block's tokens, with access to what stands around.
#[derive(Clone)]
pub struct Passage<'r> {
    /// The document it is in.
    pub reading: &'r Reading<'r>,
    /// Index of its block.
    pub block: usize,
    /// Its tokens, as indexes into the block's.
    pub range: Range<usize>,
    /// The cues that begin in it: asked for so often that they are looked up once.
    hits: &'r [Hit],
    marks: Marks,
    /// The quantities that begin in it, which every family asks for.
    quantities: &'r [Spotted],
}

/// The cues of a passage, all or one.
///
/// Its `next` is not inlined, nor is that of `Picked`: families walk so in hundreds of places, and it is half of what
/// each of them weighs in wasm.
#[derive(Clone)]
pub struct Hits<'r> {
    rest: &'r [Hit],
    end: usize,
    cue: Option<Cue>,
}

impl<'r> Iterator for Hits<'r> {
    type Item = &'r Hit;

    #[inline(never)]
    fn next(&mut self) -> Option<&'r Hit> {
        while let Some((hit, rest)) = self.rest.split_first() {
            self.rest = rest;
            if self.cue.is_none_or(|cue| hit.cue == cue) && hit.end as usize <= self.end {
                return Some(hit);
            }
        }
        None
    }
}

/// The quantities of a passage that are of one kind.
struct Picked<'r, T> {
    quantities: std::slice::Iter<'r, Spotted>,
    pick: fn(&'r Spotted) -> Option<T>,
}

impl<T> Iterator for Picked<'_, T> {
    type Item = T;

    #[inline(never)]
    fn next(&mut self) -> Option<T> {
        self.quantities.find_map(self.pick)
    }
}

/// Those of a block's hits or quantities that begin in a range of tokens.
fn within<'r, T>(all: &'r [T], range: &Range<usize>, first: fn(&T) -> u32) -> &'r [T] {
    let from = all.partition_point(|one| (first(one) as usize) < range.start);
    let to = from + all[from..].partition_point(|one| (first(one) as usize) < range.end);
    &all[from..to]
}

impl<'r> Passage<'r> {
    #[inline(never)]
    pub(super) fn new(reading: &'r Reading<'r>, block: usize, range: Range<usize>) -> Self {
        if range.end - range.start == reading.tokens(block).len() {
            return Self::whole(reading, block);
        }
        Self::in_block(reading, block, range).marked()
    }

    /// A part of a block, with the block's marks: before anybody is asked to read it.
    pub(super) fn in_block(reading: &'r Reading<'r>, block: usize, range: Range<usize>) -> Self {
        let hits = within(reading.hits(block), &range, |hit| hit.first);
        let quantities = within(reading.quantities(block), &range, |quantity| quantity.first);
        Self { reading, block, range, hits, marks: reading.marks(block), quantities }
    }

    /// The same with marks of its own cues only.
    #[must_use]
    pub fn marked(self) -> Self {
        Self { marks: Marks::of(self.hits), ..self }
    }

    /// A block as one passage.
    pub(super) fn whole(reading: &'r Reading<'r>, block: usize) -> Self {
        let range = 0..reading.tokens(block).len();
        let (hits, quantities) = (reading.hits(block), reading.quantities(block));
        Self { reading, block, range, hits, marks: reading.marks(block), quantities }
    }

    /// Whether it stands in a row of a table.
    #[inline(never)]
    pub fn in_row(&self) -> bool {
        matches!(self.kind(), Kind::Row { .. })
    }

    /// Whether it is a heading.
    #[inline(never)]
    pub fn is_heading(&self) -> bool {
        matches!(self.kind(), Kind::Heading { .. })
    }

    /// Whether it ends with the mark of a question.
    #[inline(never)]
    pub fn asks(&self) -> bool {
        self.text().as_bytes().last() == Some(&b'?')
    }

    /// The block's tokens with its text; indexes are those of the whole block.
    #[inline(never)]
    pub fn tokens(&self) -> Tokens<'r> {
        Tokens { text: &self.reading.document.blocks[self.block].text, all: self.reading.tokens(self.block) }
    }

    /// The families that may have something to read here, one bit each: those that a cue in it wakes and, where it has a
    /// quantity, those that a cue around it wakes.
    pub fn families(&self) -> u32 {
        let own = self.hits.iter().filter(|h| h.end as usize <= self.range.end).fold(0, |all, h| all | h.wakes(false));
        if self.quantities.is_empty() { own } else { own | self.reading.families_near(self.block) }
    }

    /// The text of the passage.
    pub fn text(&self) -> &'r str {
        self.slice(&self.range)
    }

    /// The text of a range of the block's tokens.
    #[inline(never)]
    pub fn slice(&self, range: &Range<usize>) -> &'r str {
        let tokens = self.tokens();
        let Some(first) = tokens.all.get(range.start) else { return "" };
        let Some(last) = range.end.checked_sub(1).and_then(|l| tokens.all.get(l)) else { return "" };
        tokens.text.get(first.start as usize..last.end as usize).unwrap_or("")
    }

    /// What kind of block it is in.
    pub fn kind(&self) -> &'r Kind {
        &self.reading.document.blocks[self.block].kind
    }

    /// Whether it is a template's blank and says nothing yet: "[insert amount]", "[Not applicable] or".
    pub fn is_blank(&self) -> bool {
        // Few blocks have a sign of it.
        if !self.has(INSERT) && !self.reading.bracketed(self.block) {
            return false;
        }
        let tokens = self.tokens();
        let sign = |at: usize| match tokens.all[at].kind {
            TokenKind::Open | TokenKind::Other => matches!(tokens.word(at), "[" | "…"),
            TokenKind::Stop => tokens.kind(at + 1) == Some(TokenKind::Stop),
            _ => false,
        };
        let inserts = self.has(INSERT);
        if !inserts && !self.range.clone().any(sign) {
            return false;
        }
        let text = self.text();
        let closed = |text: &str| text.ends_with(']');
        let or = || [" or", " OR", " Or"].iter().any(|or| text.strip_suffix(or).is_some_and(closed));
        let bracketed = text.starts_with('[') && (closed(text) || or());
        let start = |at: usize| tokens.all[at].start as usize;
        let begins = |at: usize| {
            let rest = &text.as_bytes()[start(at) - start(self.range.start)..];
            BLANKS.iter().any(|mark| rest.get(..mark.len()).is_some_and(|r| r.eq_ignore_ascii_case(mark.as_bytes())))
        };
        bracketed
            || self.range.clone().any(|at| sign(at) && begins(at))
            || inserts && mentions(text, "insert not applicable")
    }

    /// Whether it only says what a word means: "“Service Credits” means the sums in Annex B".
    pub fn defines(&self) -> bool {
        let tokens = self.tokens();
        let opened = tokens.kind(self.range.start) == Some(TokenKind::Quote);
        let near = self.each(MEANS).map(|h| h.start).take_while(|at| at - self.range.start < DEFINING);
        { near }.any(|i| {
            let named = opened || i > 0 && tokens.kind(i - 1) == Some(TokenKind::Quote) || !tokens.same_cell(i);
            named && !tokens.is(i + 1, "that|of")
        })
    }

    /// The definition, with one of these words, of a term that it uses, wherever that stands: "“Notice Period” means 14 days".
    pub fn defined(&self, words: &str) -> Option<Self> {
        let blocks = 0..self.reading.document.blocks.len().min(MOST_SEARCHED);
        let means = blocks.filter(|&block| block != self.block && self.reading.marks(block).may_have(MEANS));
        let means = means.map(|block| self.reading.whole(block)).filter(|whole| whole.has(MEANS));
        means.take(MOST_MEANINGS).find(|whole| {
            let tokens = whole.tokens();
            let quote = |i: &usize| tokens.kind(*i) == Some(TokenKind::Quote);
            let mut quotes = whole.range.clone().filter(quote).take(2);
            let (Some(from), Some(to)) = (quotes.next(), quotes.next()) else { return false };
            whole.says(words) && whole.defines() && mentions(self.text(), whole.slice(&(from + 1..to)))
        })
    }

    /// A part of it.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Self {
        Self::new(self.reading, self.block, range)
    }

    /// Where a cue stands in it, in order.
    pub fn hits(&self, cue: Cue) -> Hits<'r> {
        let rest = if self.marks.may_have(cue) { self.hits } else { &[] };
        Hits { rest, end: self.range.end, cue: Some(cue) }
    }

    /// All cues in it, in order.
    pub fn all_hits(&self) -> Hits<'r> {
        Hits { rest: self.hits, end: self.range.end, cue: None }
    }

    /// The places of a cue in it, as ranges of tokens, in order.
    pub fn each(&self, cue: Cue) -> impl Iterator<Item = Range<usize>> + use<'r> {
        self.hits(cue).map(Hit::range)
    }

    /// The first place of a cue in it, as a range of tokens.
    #[inline(never)]
    pub fn first(&self, cue: Cue) -> Option<Range<usize>> {
        self.find(cue).map(Hit::range)
    }

    /// Whether a cue stands in it.
    #[inline(never)]
    pub fn has(&self, cue: Cue) -> bool {
        self.find(cue).is_some()
    }

    /// The last place of a cue that ends at a token or in front of it.
    #[inline(never)]
    pub fn last(&self, cue: Cue, at: usize) -> Option<Range<usize>> {
        self.each(cue).filter(|h| h.end <= at).max_by_key(|h| h.end)
    }

    /// The first hit of a cue. Asked for all the time, so it is a loop by index.
    #[inline(never)]
    fn find(&self, cue: Cue) -> Option<&'r Hit> {
        if !self.marks.may_have(cue) {
            return None;
        }
        let mut at = 0;
        while at < self.hits.len() {
            let hit = &self.hits[at];
            if hit.cue == cue && hit.end as usize <= self.range.end {
                return Some(hit);
            }
            at += 1;
        }
        None
    }

    /// Whether one of these cues stands in it.
    #[inline(never)]
    pub fn has_any(&self, cues: &[Cue]) -> bool {
        cues.iter().any(|cue| self.has(*cue))
    }

    /// Whether one of these words, given as `one|other`, stands in it.
    #[inline(never)]
    pub fn says(&self, words: &str) -> bool {
        self.tokens().says(self.range.clone(), words)
    }

    /// Whether one of these words stands among the last `reach` tokens in front of a token of it.
    #[inline(never)]
    pub fn says_before(&self, at: usize, reach: usize, words: &str) -> bool {
        self.tokens().says(at.saturating_sub(reach).max(self.range.start)..at, words)
    }

    /// Whether a cue ends at most `reach` tokens in front of a range.
    #[inline(never)]
    pub fn has_before(&self, cue: Cue, at: &Range<usize>, reach: usize) -> bool {
        self.each(cue).any(|h| h.before(at, reach))
    }

    /// Whether a cue begins at most `reach` tokens behind a range.
    #[inline(never)]
    pub fn has_behind(&self, cue: Cue, at: &Range<usize>, reach: usize) -> bool {
        self.each(cue).any(|h| h.behind(at, reach))
    }

    /// Whether at most `reach` tokens stand between a cue and a range.
    #[inline(never)]
    pub fn has_beside(&self, cue: Cue, at: &Range<usize>, reach: usize) -> bool {
        self.each(cue).any(|h| h.between(at).len() <= reach)
    }

    /// The quantities in it, in order.
    pub fn quantities(&self) -> impl Iterator<Item = &'r Spotted> + use<'r> {
        self.picked(Some)
    }

    /// The amounts of money in it with their tokens, those without a said currency among them.
    pub fn money(&self) -> impl Iterator<Item = (Money, Range<usize>)> + use<'r> {
        self.picked(|q| if let Quantity::Money(m) = q.what { Some((m, q.range())) } else { None })
    }

    /// The periods in it with their tokens.
    pub fn periods(&self) -> impl Iterator<Item = (Period, Range<usize>)> + use<'r> {
        self.picked(|q| if let Quantity::Period(p) = q.what { Some((p, q.range())) } else { None })
    }

    /// The percentages in it with their tokens; of a range the upper end counts.
    pub fn percents(&self) -> impl Iterator<Item = (f64, Range<usize>)> + use<'r> {
        self.picked(|q| {
            if let Quantity::Percent(p) = q.what { Some((p.upper.unwrap_or(p.share), q.range())) } else { None }
        })
    }

    /// The plain numbers in it with their tokens.
    pub fn numbers(&self) -> impl Iterator<Item = (f64, Range<usize>)> + use<'r> {
        self.picked(|q| if let Quantity::Number(n) = q.what { Some((n, q.range())) } else { None })
    }

    fn picked<T>(&self, pick: fn(&'r Spotted) -> Option<T>) -> Picked<'r, T> {
        Picked { quantities: self.quantities.iter(), pick }
    }

    /// Whether a new line begins at one of these tokens, within a cell.
    pub fn breaks_line(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|i| self.tokens().all.get(i).is_some_and(|t| t.gap == Gap::Line))
    }

    /// The name of the field that it is the value of.
    pub fn field(&self) -> Option<&'r str> {
        if let Kind::Field { name } = self.kind() { Some(name) } else { None }
    }

    /// Whether the name of its field has one of these in it.
    #[inline(never)]
    pub fn field_says(&self, parts: &[&str]) -> bool {
        self.field().is_some_and(|name| parts.iter().any(|part| mentions(name, part)))
    }

    /// The place of some of its tokens, from the first of them to the last.
    #[inline(never)]
    pub fn place(&self, ranges: &[&Range<usize>]) -> Place {
        let start = ranges.iter().map(|r| r.start).min().unwrap_or(self.range.start);
        let end = ranges.iter().map(|r| r.end).max().unwrap_or(self.range.end);
        self.reading.place(self.block, start..end)
    }

    /// The place of the whole passage where it is short enough to be quoted, else that of some of its tokens.
    ///
    /// For facts that a few words name and a sentence says: "consortia" is no evidence, "we welcome consortia" is.
    #[inline(never)]
    pub fn evidence(&self, ranges: &[&Range<usize>]) -> Place {
        if self.range.len() <= QUOTABLE { self.whole_place() } else { self.place(ranges) }
    }

    /// The place of the whole passage.
    #[inline(never)]
    pub fn whole_place(&self) -> Place {
        self.reading.place(self.block, self.range.clone())
    }
}
