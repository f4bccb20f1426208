//! A document as the grammar sees it: each block with its tokens, cues, quantities and sentences.

use std::ops::Range;

use super::blank::blanks;
use super::cue::{Hit, Marks};
use super::lexicon::{Lexicon, Signs};
use super::number::Tokens;
use super::passage::{MOST_HEAD_ROWS, MOST_LEAD_INS, NEAR_HEADINGS, Passage};
use super::quantity::{Quantity, Spotted, add_quantities};
use super::sentence;
use super::token::{Gap, Token, TokenKind, add_tokens};
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
    found: Found,
    /// The place that was counted last: its block, and in that its start in bytes and in UTF-16 code units. The next one is
    /// near, while the block may be a whole book in one line.
    counted: std::cell::Cell<(usize, usize, usize)>,
}

/// What was found, block after block. It lies together, since most blocks have little of it.
#[derive(Default)]
struct Found {
    tokens: Vec<Token>,
    hits: Vec<Hit>,
    quantities: Vec<Spotted>,
    passages: Vec<Range<u32>>,
    cells: Vec<(u16, Range<usize>)>,
    blanks: Vec<Range<usize>>,
}

/// Where in [`Found`] what is of a block begins; it ends where that of the next block begins.
#[derive(Clone, Copy, Default)]
struct Starts {
    tokens: usize,
    hits: usize,
    quantities: usize,
    passages: usize,
    cells: usize,
    blanks: usize,
}

impl Found {
    /// Where what is found next begins.
    fn end(&self) -> Starts {
        Starts {
            tokens: self.tokens.len(),
            hits: self.hits.len(),
            quantities: self.quantities.len(),
            passages: self.passages.len(),
            cells: self.cells.len(),
            blanks: self.blanks.len(),
        }
    }
}

/// One block.
struct BlockReading {
    starts: Starts,
    /// Where it starts in the document's text, in UTF-16 code units.
    start: usize,
    marks: Marks,
    /// The families that have a cue in it, one bit each.
    families: u32,
    /// The cues in it and around it.
    near: Marks,
    /// The families that have a cue in it or around it.
    families_near: u32,
}

impl<'d> Reading<'d> {
    /// Reads a document with a lexicon. `index` is the document's number in the pack.
    pub fn new(document: &'d Document, index: usize, lexicon: &Lexicon) -> Self {
        let outline = document.outline();
        let blocks = Vec::with_capacity(document.blocks.len() + 1);
        let mut reading = Self { document, outline, index, blocks, found: Found::default(), counted: <_>::default() };
        let (mut start, mut signs) = (0, Signs::default());
        for (i, block) in document.blocks.iter().enumerate() {
            reading.read(block, start, lexicon, &mut signs);
            if let Some(head) = reading.outline.heads(i) {
                reading.units_from_head(head);
            }
            start += utf16_length(&block.text) + 1;
        }
        // One more, at which the last one ends.
        let (starts, marks) = (reading.found.end(), Marks::default());
        reading.blocks.push(BlockReading { starts, start, marks, families: 0, near: marks, families_near: 0 });
        reading.look_around();
        reading
    }

    fn read(&mut self, block: &Block, start: usize, lexicon: &Lexicon, signs: &mut Signs) {
        let found = &mut self.found;
        let starts = found.end();
        add_tokens(&block.text, lexicon.vocabulary(), &mut found.tokens);
        let tokens = &found.tokens[starts.tokens..];
        lexicon.add_hits(tokens, signs, &mut found.hits);
        let hits = &found.hits[starts.hits..];
        add_quantities(Tokens { text: &block.text, all: tokens }, hits, &mut found.quantities);
        if !hits.is_empty() || found.quantities.len() > starts.quantities {
            add_passages(block, tokens, &mut found.passages);
        }
        add_cells(block, tokens, &mut found.cells);
        if may_have_blanks(&block.text, tokens) {
            found.blanks.extend(blanks(&block.text).into_iter().map(|at| covering(tokens, &at)));
        }
        let (marks, families) = (Marks::of(hits), hits.iter().fold(0, |all, h| all | h.families));
        self.blocks.push(BlockReading { starts, start, marks, families, near: marks, families_near: families });
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

    fn starts(&self, block: usize) -> (&Starts, &Starts) {
        (&self.blocks[block].starts, &self.blocks[block + 1].starts)
    }

    #[inline]
    pub(super) fn tokens(&self, block: usize) -> &[Token] {
        let (from, to) = self.starts(block);
        &self.found.tokens[from.tokens..to.tokens]
    }

    #[inline]
    pub(super) fn hits(&self, block: usize) -> &[Hit] {
        let (from, to) = self.starts(block);
        &self.found.hits[from.hits..to.hits]
    }

    pub(super) fn quantities(&self, block: usize) -> &[Spotted] {
        let (from, to) = self.starts(block);
        &self.found.quantities[from.quantities..to.quantities]
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

    /// All passages with a cue or a quantity, in reading order: sentences, short rows, headings.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        (0..self.document.blocks.len()).flat_map(move |block| {
            self.passages_of(block).iter().map(move |r| Passage::new(self, block, r.start as usize..r.end as usize))
        })
    }

    /// The place of a range of tokens of a block; its quote is the text from the first token to the last.
    pub fn place(&self, block: usize, tokens: Range<usize>) -> Place {
        let text = &self.document.blocks[block].text;
        let all = self.tokens(block);
        let from = all.get(tokens.start).map_or(text.len(), |t| t.start as usize);
        let to = tokens.end.checked_sub(1).and_then(|last| all.get(last)).map_or(from, |t| t.end as usize).max(from);
        let quote = &text[from..to];
        let (known, at, units) = self.counted.get();
        let (at, units) = if known == block { (at, units) } else { (0, 0) };
        let between = utf16_length(&text[at.min(from)..at.max(from)]);
        let units = if at > from { units - between } else { units + between };
        self.counted.set((block, from, units));
        let start = self.blocks[block].start + units;
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
            cell: self.document.blocks[block].cell_at(from),
            section: self.outline.section(block).iter().map(shown).collect(),
            clause: self.document.blocks[block].label.clone(),
            start,
            end: start + utf16_length(quote),
            quote: quote.to_owned(),
        }
    }
}

/// Whether there is a sign with which a blank begins: few blocks have one.
fn may_have_blanks(text: &str, tokens: &[Token]) -> bool {
    let begins = |token: &Token, signs: &[&str]| signs.iter().any(|sign| token.text(text).starts_with(sign));
    tokens.iter().any(|token| match token.kind {
        TokenKind::Open => begins(token, &["["]),
        TokenKind::Operator => begins(token, &["<"]),
        TokenKind::Quote => begins(token, &["«"]),
        TokenKind::Currency => begins(token, &["£"]),
        TokenKind::Word => {
            token.end - token.start >= 3 && text.as_bytes()[token.start as usize] == b'T' && begins(token, &["TBC"])
        }
        _ => false,
    })
}

/// The tokens that cover a range of bytes.
fn covering(tokens: &[Token], bytes: &Range<usize>) -> Range<usize> {
    let from = tokens.partition_point(|t| (t.end as usize) <= bytes.start);
    from..tokens.partition_point(|t| (t.start as usize) < bytes.end).max(from)
}

/// Cuts a block into passages, as ranges of its tokens.
fn add_passages(block: &Block, tokens: &[Token], out: &mut Vec<Range<u32>>) {
    let row = matches!(block.kind, Kind::Row { .. });
    let long = tokens.len() > LONG_ROW;
    let ends = |byte: u8| matches!(byte, b'.' | b'?' | b'!' | b'\n');
    let one_sentence = matches!(block.kind, Kind::Heading { .. }) || !block.text.bytes().any(ends);
    let mut cells = if row && long { cells(tokens) } else { vec![] };
    if cells.is_empty() {
        cells.push(0..tokens.len() as u32);
    }
    if one_sentence || (row && !long) {
        return out.append(&mut cells);
    }
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

impl Reading<'_> {
    /// Reads bare numbers of the last row as money where the head of their column says so: "Level of cover (£m)" above
    /// "5".
    fn units_from_head(&mut self, head: usize) {
        let (from, to) = (&self.blocks[head].starts, &self.blocks[head + 1].starts);
        let row = &self.blocks[self.blocks.len() - 1].starts;
        let Found { tokens, cells, quantities, .. } = &mut self.found;
        let head_cells = &cells[from.cells..to.cells];
        let tokens = &tokens[from.tokens..to.tokens];
        let tokens = Tokens { text: &self.document.blocks[head].text, all: tokens };
        for (column, cell) in &cells[row.cells..] {
            let mut row = quantities[row.quantities..].iter_mut();
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
        _ => tokens.is(i, &["gbp", "pounds", "sterling"]).then_some("GBP"),
    })?;
    let factor = head.clone().find_map(|i| {
        if tokens.is(i, &["m", "million", "millions", "mn"]) {
            Some(1e6)
        } else if tokens.is(i, &["k", "thousand", "thousands"]) || matches!(tokens.word(i), "000" | "000s") {
            Some(1e3)
        } else {
            None
        }
    });
    let amount = if multiplied { amount } else { amount * factor.unwrap_or(1.0) };
    Some(Quantity::Money(super::money::Money { amount, upper: None, currency, per: None, said: true }))
}

/// Adds the cells of a row with the column at which each starts; empty cells are left out.
fn add_cells(block: &Block, tokens: &[Token], out: &mut Vec<(u16, Range<usize>)>) {
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
}

/// Length in UTF-16 code units.
pub fn utf16_length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}
