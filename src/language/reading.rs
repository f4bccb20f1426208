//! A document as the grammar sees it: each block with its tokens, cues, quantities and sentences.

use std::ops::Range;

use super::blank::blanks;
use super::cue::{Hit, Marks};
use super::lexicon::Lexicon;
use super::number::Tokens;
use super::passage::Passage;
use super::quantity::{Quantity, Spotted, quantities};
use super::sentence;
use super::token::{Gap, Token, TokenKind, tokens};
use crate::document::{Block, Document, Kind, Outline};
use crate::report::Place;

/// A row of more tokens than this is read cell by cell.
const LONG_ROW: usize = 70;

/// A line of no more tokens may be a value whose name stands in the line above.
const SHORT_LINE: usize = 12;

/// A document with everything that the grammar found in it.
pub struct Reading<'d> {
    /// The document.
    pub document: &'d Document,
    /// How its blocks hang together.
    pub outline: Outline,
    /// Its number in the pack.
    index: usize,
    blocks: Vec<BlockReading>,
    /// For each block, where it starts in the document's text, in UTF-16 code units.
    starts: Vec<usize>,
}

/// One block with what was found in it.
pub(super) struct BlockReading {
    pub(super) tokens: Vec<Token>,
    pub(super) hits: Vec<Hit>,
    pub(super) marks: Marks,
    pub(super) quantities: Vec<Spotted>,
    /// Ranges of tokens: sentences, or whole short rows.
    pub(super) passages: Vec<Range<u32>>,
    /// The cells of a row with the column at which each starts, as ranges of tokens; empty cells are left out.
    pub(super) cells: Vec<(u16, Range<usize>)>,
    /// The blanks in it, as ranges of tokens.
    pub(super) blanks: Vec<Range<usize>>,
    /// The families that have a cue in it, one bit each.
    families: u32,
}

impl<'d> Reading<'d> {
    /// Reads a document with a lexicon. `index` is the document's number in the pack.
    pub fn new(document: &'d Document, index: usize, lexicon: &Lexicon) -> Self {
        let outline = document.outline();
        let mut starts = Vec::with_capacity(document.blocks.len());
        let mut start = 0;
        let mut blocks: Vec<BlockReading> = Vec::with_capacity(document.blocks.len());
        for (i, block) in document.blocks.iter().enumerate() {
            starts.push(start);
            start += utf16_length(&block.text) + 1;
            let mut reading = BlockReading::new(block, lexicon);
            if let Some(head) = outline.heads(i) {
                units_from_head(&mut reading, &document.blocks[head], &blocks[head]);
            }
            blocks.push(reading);
        }
        Self { document, outline, index, blocks, starts }
    }

    pub(super) fn block(&self, block: usize) -> &BlockReading {
        &self.blocks[block]
    }

    /// The families that have a cue in a block or in what stands around it, one bit each.
    pub(super) fn families_around(&self, block: usize) -> u32 {
        let own = |b: usize| self.blocks[b].families;
        let mut all = own(block);
        // A short line may be the value of the name above it.
        if let Some(above) = block.checked_sub(1).filter(|_| self.blocks[block].tokens.len() <= SHORT_LINE) {
            all |= own(above);
        }
        let mut at = block;
        for _ in 0..8 {
            let Some(lead) = self.outline.lead_in(at) else { break };
            all |= own(lead);
            at = lead;
        }
        all |= self.outline.heads(block).map_or(0, own);
        self.outline.section(block).iter().rev().take(super::passage::NEAR_HEADINGS).fold(all, |all, &h| all | own(h))
    }

    /// A block as one passage.
    pub fn whole(&self, block: usize) -> Passage<'_> {
        Passage::whole(self, block)
    }

    /// The places of the blanks of a block.
    pub fn blanks(&self, block: usize) -> impl Iterator<Item = Place> {
        self.blocks[block].blanks.iter().map(move |tokens| self.place(block, tokens.clone()))
    }

    /// All passages with a cue or a quantity, in reading order: sentences, short rows, headings.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        self.blocks.iter().enumerate().flat_map(move |(block, reading)| {
            reading.passages.iter().map(move |r| Passage::new(self, block, r.start as usize..r.end as usize))
        })
    }

    /// The place of a range of tokens of a block; its quote is the text from the first token to the last.
    pub fn place(&self, block: usize, tokens: Range<usize>) -> Place {
        let text = &self.document.blocks[block].text;
        let all = &self.blocks[block].tokens;
        let from = all.get(tokens.start).map_or(text.len(), |t| t.start as usize);
        let to = tokens.end.checked_sub(1).and_then(|last| all.get(last)).map_or(from, |t| t.end as usize).max(from);
        let quote = &text[from..to];
        let start = self.starts[block] + utf16_length(&text[..from]);
        let shown = |&i: &usize| {
            let heading = &self.document.blocks[i];
            match &heading.label {
                Some(label) => format!("{label} {}", heading.text),
                None => heading.text.clone(),
            }
        };
        Place {
            document: self.index,
            block,
            page: self.document.blocks[block].page,
            section: self.outline.section(block).iter().map(shown).collect(),
            clause: self.document.blocks[block].label.clone(),
            start,
            end: start + utf16_length(quote),
            quote: quote.to_owned(),
        }
    }
}

impl BlockReading {
    fn new(block: &Block, lexicon: &Lexicon) -> Self {
        let tokens = tokens(&block.text, lexicon.vocabulary());
        let hits = lexicon.hits(&tokens);
        let quantities = quantities(Tokens { text: &block.text, all: &tokens }, &hits);
        let passages = if hits.is_empty() && quantities.is_empty() { vec![] } else { passages(block, &tokens) };
        let families = hits.iter().fold(0, |all, h| all | h.families);
        let cells = cells_with_columns(block, &tokens);
        let blanks = blanks(&block.text).into_iter().map(|at| covering(&tokens, &at)).collect();
        let marks = Marks::of(&hits);
        Self { tokens, hits, marks, quantities, passages, cells, blanks, families }
    }
}

/// The tokens that cover a range of bytes.
fn covering(tokens: &[Token], bytes: &Range<usize>) -> Range<usize> {
    let from = tokens.partition_point(|t| (t.end as usize) <= bytes.start);
    from..tokens.partition_point(|t| (t.start as usize) < bytes.end).max(from)
}

/// Cuts a block into passages, as ranges of its tokens.
fn passages(block: &Block, tokens: &[Token]) -> Vec<Range<u32>> {
    let count = tokens.len() as u32;
    let row = matches!(block.kind, Kind::Row { .. });
    let long = tokens.len() > LONG_ROW;
    let cells = if row && long { cells(tokens) } else { std::iter::once(0..count).collect() };
    let one_sentence = matches!(block.kind, Kind::Heading { .. }) || !block.text.contains(['.', '?', '!', '\n']);
    if one_sentence || (row && !long) {
        return cells;
    }
    let mut out = vec![];
    for cell in cells {
        let Some(first) = tokens.get(cell.start as usize) else { continue };
        let base = first.start as usize;
        let end = tokens[cell.end as usize - 1].end as usize;
        let mut from = cell.start;
        for sentence_end in sentence::ends(&block.text[base..end]) {
            let upto =
                tokens[from as usize..cell.end as usize].partition_point(|t| (t.start as usize) < base + sentence_end);
            let to = from + upto as u32;
            if to > from {
                out.push(from..to);
            }
            from = to;
        }
    }
    out
}

/// The cells of a row, as ranges of its tokens; empty cells have none.
pub(super) fn cells(tokens: &[Token]) -> Vec<Range<u32>> {
    let mut out: Vec<Range<u32>> = vec![];
    for (i, token) in tokens.iter().enumerate() {
        match out.last_mut() {
            Some(cell) if token.gap != Gap::Cell => cell.end = i as u32 + 1,
            _ => out.push(i as u32..i as u32 + 1),
        }
    }
    out
}

/// Reads bare numbers of a row as money where the head of their column says so: "Level of cover (£m)" above "5".
fn units_from_head(reading: &mut BlockReading, head: &Block, head_reading: &BlockReading) {
    for (column, cell) in &reading.cells {
        let Some(spotted) = reading.quantities.iter_mut().find(|q| q.range() == *cell) else { continue };
        let amount = match spotted.what {
            Quantity::Number(amount) => amount,
            Quantity::Money(money) if !money.said => money.amount,
            _ => continue,
        };
        let multiplied = matches!(spotted.what, Quantity::Money(_));
        let Some((_, head_cell)) = head_reading.cells.iter().find(|h| h.0 == *column) else { continue };
        let tokens = Tokens { text: &head.text, all: &head_reading.tokens };
        let Some(currency) = head_cell.clone().find_map(|i| match tokens.kind(i) {
            Some(TokenKind::Currency) if tokens.word(i) == "€" => Some("EUR"),
            Some(TokenKind::Currency) if tokens.word(i) == "£" => Some("GBP"),
            _ => tokens.is(i, &["gbp", "pounds", "sterling"]).then_some("GBP"),
        }) else {
            continue;
        };
        let factor = head_cell.clone().find_map(|i| {
            if tokens.is(i, &["m", "million", "millions", "mn"]) {
                Some(1e6)
            } else if tokens.is(i, &["k", "thousand", "thousands"]) || matches!(tokens.word(i), "000" | "000s") {
                Some(1e3)
            } else {
                None
            }
        });
        let amount = if multiplied { amount } else { amount * factor.unwrap_or(1.0) };
        spotted.what = Quantity::Money(super::money::Money { amount, upper: None, currency, per: None, said: true });
    }
}

/// The cells of a row with the column at which each starts, as ranges of its tokens; empty cells are left out.
fn cells_with_columns(block: &Block, tokens: &[Token]) -> Vec<(u16, Range<usize>)> {
    let mut out = vec![];
    let mut start = 0;
    let mut from = 0;
    for (column, cell) in block.cells() {
        let end = start + cell.len();
        let to = from + tokens[from..].partition_point(|t| (t.start as usize) < end);
        if to > from {
            out.push((column, from..to));
        }
        from = to;
        start = end + 1;
    }
    out
}

/// Length in UTF-16 code units.
pub fn utf16_length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}
