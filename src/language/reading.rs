//! A document as the grammar sees it: each block with its tokens, cues, quantities and sentences.

use std::ops::Range;

use super::cue::{Hit, Marks};
use super::lexicon::Lexicon;
use super::merged::Filled;
use super::number::Tokens;
use super::part::{BlockReading, Found, Part, STEP, Starts};
use super::passage::{MOST_HEAD_ROWS, MOST_LEAD_INS, NEAR_HEADINGS, Passage};
use super::quantity::{Quantity, Spotted};
use super::token::{Token, TokenKind};
use crate::document::{Document, Kind, Outline};
use crate::eight::{HIGH, eight};
use crate::list::Listed;
use crate::parallel;
use crate::report::Place;

/// A line of no more tokens may be a value whose name stands in the line above.
const SHORT_LINE: usize = 12;

/// Longest text whose blocks are read on several cores, in bytes: joining what was found takes memory for half of it again,
/// and the longest texts leave none.
const MOST_JOINED: usize = 512 << 10;

/// A document with everything that the grammar found in it.
pub struct Reading<'d> {
    /// The document; where cells of it are merged, with their words in each of their rows.
    pub document: &'d Document,
    /// How its blocks hang together.
    pub outline: Outline,
    /// Its number in the pack.
    index: usize,
    blocks: Vec<BlockReading>,
    found: Found,
    filled: Option<&'d Filled<'d>>,
}

impl<'d> Reading<'d> {
    /// Reads a document with a lexicon. `index` is the document's number in the pack.
    pub fn new(document: &'d Document, index: usize, lexicon: &Lexicon) -> Self {
        let outline = document.outline();
        let read = |share: Range<usize>| Part::read(&document.blocks[share], lexicon);
        let length: usize = document.blocks.iter().map(|block| block.text.len()).sum();
        let shares = if parallel::ALONE || length > MOST_JOINED { vec![] } else { parallel::shares(document) };
        let Part { blocks, found } = if shares.len() < 2 {
            read(0..document.blocks.len())
        } else {
            Part::join(parallel::on_all_cores(shares.into_iter(), read))
        };
        let mut reading = Self { document, outline, index, blocks, found, filled: None };
        for block in 0..document.blocks.len() {
            if let Some(head) = reading.outline.heads(block) {
                reading.units_from_head(head, block);
            }
        }
        reading.look_around();
        reading
    }

    /// Reads a document whose merged cells have their words in each of their rows; places are those of the given one.
    pub fn filled(filled: &'d Filled, index: usize, lexicon: &Lexicon) -> Self {
        Self { filled: Some(filled), ..Self::new(&filled.document, index, lexicon) }
    }

    /// Says what stands around each block: in the block before, in lead-ins, heads and headings.
    fn look_around(&mut self) {
        for block in 0..self.document.blocks.len() {
            let (mut near, mut families) = (self.blocks[block].marks, self.blocks[block].families);
            let mut add = |other: &BlockReading, of_families: bool| {
                near = near.or(other.marks);
                families |= if of_families { other.families } else { 0 };
            };
            // A short line may be the value of the name above it.
            let short = self.tokens(block).len() <= SHORT_LINE;
            if let Some(above) = block.checked_sub(1) {
                add(&self.blocks[above], short);
            }
            let mut at = block;
            for number in 0..=MOST_LEAD_INS {
                let Some(lead) = self.outline.lead_in(at) else { break };
                add(&self.blocks[lead], number < 8);
                at = lead;
            }
            let mut at = block;
            for number in 0..MOST_HEAD_ROWS {
                let Some(head) = self.outline.heads(at) else { break };
                add(&self.blocks[head], number == 0);
                at = head;
            }
            for &heading in self.outline.section(block).iter().rev().take(NEAR_HEADINGS) {
                add(&self.blocks[heading], true);
            }
            (self.blocks[block].near, self.blocks[block].families_near) = (near, families);
        }
    }

    /// Slices here and below: where the core is compiled for size, each index into a `Vec` is a call.
    #[inline(always)]
    fn starts(&self, block: usize) -> (&Starts, &Starts) {
        let blocks = self.blocks.as_slice();
        (&blocks[block].starts, &blocks[block + 1].starts)
    }

    #[inline]
    pub(super) fn tokens(&self, block: usize) -> &[Token] {
        let (from, to) = self.starts(block);
        &self.found.tokens.as_slice()[from.tokens..to.tokens]
    }

    #[inline]
    pub(super) fn hits(&self, block: usize) -> &[Hit] {
        let (from, to) = self.starts(block);
        &self.found.hits.as_slice()[from.hits..to.hits]
    }

    pub(super) fn quantities(&self, block: usize) -> &[Spotted] {
        let (from, to) = self.starts(block);
        &self.found.quantities.as_slice()[from.quantities..to.quantities]
    }

    /// The passages of a block, as ranges of its tokens: sentences, or whole short rows.
    pub(super) fn passages_of(&self, block: usize) -> &[Range<u32>] {
        let (from, to) = self.starts(block);
        &self.found.passages[from.passages..to.passages]
    }

    /// The cells of a row with the column at which each starts, as ranges of tokens; empty cells are left out.
    pub(super) fn cells(&self, block: usize) -> &[(u16, Range<usize>)] {
        let (from, to) = self.starts(block);
        &self.found.cells[from.cells..to.cells]
    }

    /// The cues that may stand in a block.
    pub(super) fn marks(&self, block: usize) -> Marks {
        self.blocks[block].marks
    }

    /// Whether a block has a square bracket, or dots where something is left out.
    pub(super) fn bracketed(&self, block: usize) -> bool {
        self.blocks[block].bracketed
    }

    /// Whether a block has a question mark.
    pub(super) fn asks(&self, block: usize) -> bool {
        self.blocks[block].asks
    }

    /// The families that have a cue in a block or in what stands around it, one bit each.
    pub(super) fn families_near(&self, block: usize) -> u32 {
        self.blocks[block].families_near
    }

    /// The cues that may stand in a block, in the block before, in lead-ins, heads of columns or headings.
    pub(super) fn near(&self, block: usize) -> Marks {
        self.blocks[block].near
    }

    /// A block as one passage.
    pub fn whole(&self, block: usize) -> Passage<'_> {
        Passage::whole(self, block)
    }

    /// The places of the blanks of a block.
    pub fn blanks(&self, block: usize) -> impl Iterator<Item = Place> {
        let (from, to) = self.starts(block);
        self.found.blanks[from.blanks..to.blanks].iter().map(move |tokens| self.place(block, tokens.clone()))
    }

    /// All passages of these blocks with a cue or a quantity, in reading order: sentences, short rows, headings. They are
    /// not [`marked`](Passage::marked) yet.
    pub fn passages(&self, blocks: Range<usize>) -> impl Iterator<Item = Passage<'_>> {
        blocks.flat_map(move |block| {
            self.passages_of(block)
                .iter()
                .map(move |r| Passage::in_block(self, block, r.start as usize..r.end as usize))
        })
    }

    /// The UTF-16 code units of a block before one of its bytes.
    fn units_before(&self, block: usize, byte: usize) -> usize {
        let text = &self.document.blocks[block].text;
        if self.blocks[block + 1].start - self.blocks[block].start == text.len() + 1 {
            return byte;
        }
        match byte / STEP {
            0 => utf16_length(&text[..byte]),
            step => {
                let at = text.floor_char_boundary(step * STEP);
                self.found.units[self.blocks[block].starts.units + step - 1] + utf16_length(&text[at..byte])
            }
        }
    }

    /// The place of a range of tokens of a block; its quote is the text from the first token to the last.
    pub fn place(&self, block: usize, tokens: Range<usize>) -> Place {
        let text = &self.document.blocks[block].text;
        let all = self.tokens(block);
        let from = all.get(tokens.start).map_or(text.len(), |t| t.start as usize);
        let to = tokens.end.checked_sub(1).and_then(|last| all.get(last)).map_or(from, |t| t.end as usize).max(from);
        let (document, block, from, to, start) = match self.filled {
            Some(filled) => {
                let (block, bytes, start) = filled.written(block, from..to, &|byte| self.units_before(block, byte));
                (filled.given, block, bytes.start, bytes.end, start)
            }
            None => (self.document, block, from, to, self.blocks[block].start + self.units_before(block, from)),
        };
        let quote = &document.blocks[block].text[from..to];
        let shown = |&i: &usize| {
            let heading = &document.blocks[i];
            match &heading.label {
                Some(label) => format!("{label} {}", heading.text),
                None => heading.text.clone(),
            }
        };
        Place {
            document: self.index,
            block,
            page: document.blocks[block].page,
            cell: document.blocks[block].cell_at(from),
            #[cfg(boxes)]
            bounds: document.blocks[block].bounds,
            section: self.outline.section(block).iter().map(shown).listed(),
            // The sign of a footnote is the number of no clause.
            clause: match document.blocks[block].kind {
                Kind::Footnote => None,
                _ => document.blocks[block].label.clone(),
            },
            start,
            end: start + utf16_length(quote),
            quote: quote.to_owned(),
        }
    }
}

impl Reading<'_> {
    /// Reads bare numbers of a row as money where the head of their column says so: "Level of cover (£m)" above "5".
    fn units_from_head(&mut self, head: usize, row: usize) {
        let (from, to) = (&self.blocks[head].starts, &self.blocks[head + 1].starts);
        let (row, end) = (&self.blocks[row].starts, &self.blocks[row + 1].starts);
        let Found { tokens, cells, quantities, .. } = &mut self.found;
        let head_cells = &cells[from.cells..to.cells];
        let tokens = &tokens[from.tokens..to.tokens];
        let tokens = Tokens { text: &self.document.blocks[head].text, all: tokens };
        for (column, cell) in &cells[row.cells..end.cells] {
            let mut row = quantities[row.quantities..end.quantities].iter_mut();
            let Some(spotted) = row.find(|q| q.range() == *cell) else { continue };
            let Some((_, head_cell)) = head_cells.iter().find(|h| h.0 == *column) else { continue };
            let what = match spotted.what {
                Quantity::Number(amount) => money_below(tokens, head_cell, amount, false),
                Quantity::Money(money) if !money.said => money_below(tokens, head_cell, money.amount, true),
                _ => continue,
            };
            spotted.what = what.unwrap_or(spotted.what);
        }
    }
}

/// What a number is below the head of a column that speaks of money.
fn money_below(tokens: Tokens, head: &Range<usize>, amount: f64, multiplied: bool) -> Option<Quantity> {
    let currency = head.clone().find_map(|i| match tokens.kind(i) {
        Some(TokenKind::Currency) if tokens.word(i) == "€" => Some("EUR"),
        Some(TokenKind::Currency) if tokens.word(i) == "£" => Some("GBP"),
        _ => tokens.is(i, "gbp|pounds|sterling").then_some("GBP"),
    })?;
    let factor = head.clone().find_map(|i| {
        if tokens.is(i, "m|million|millions|mn") {
            Some(1e6)
        } else if tokens.is(i, "k|thousand|thousands") || matches!(tokens.word(i), "000" | "000s") {
            Some(1e3)
        } else {
            None
        }
    });
    let amount = if multiplied { amount } else { amount * factor.unwrap_or(1.0) };
    Some(Quantity::Money(super::money::Money { amount, upper: None, currency, per: None, said: true }))
}

/// Length in UTF-16 code units.
pub fn utf16_length(text: &str) -> usize {
    // Eight bytes together: each character has one that begins it, and those beyond the first plane take two units. The zeros
    // behind the end begin none and are none.
    let (bytes, mut units, mut at) = (text.as_bytes(), text.len(), 0);
    while at < bytes.len() {
        let eight = eight(bytes, at);
        let high = eight & HIGH;
        let behind = high & !(eight << 1);
        let beyond = high & eight << 1 & eight << 2 & eight << 3;
        units = units + beyond.count_ones() as usize - behind.count_ones() as usize;
        at += 8;
    }
    units
}

#[cfg(test)]
mod tests {
    proptest::proptest! {
        #[test]
        fn units_are_those_of_utf_16(text in "[a-z£’中𝒳]{0,30}|\\PC{0,30}") {
            proptest::prop_assert_eq!(super::utf16_length(&text), text.encode_utf16().count());
        }
    }
}
