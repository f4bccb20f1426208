//! What the grammar finds in the blocks of a document, each block for itself.

use std::ops::Range;

use super::blank::blanks;
use super::cue::{Hit, Marks};
use super::lexicon::{Lexicon, Signs};
use super::number::Tokens;
use super::quantity::{Spotted, add_quantities};
use super::reading::utf16_length;
use super::sentence;
use super::stance::{MAY, MONTH};
use super::token::{Gap, Token, TokenKind, add_tokens};
use crate::document::{Block, Kind};

/// A row of more tokens than this is read cell by cell.
const LONG_ROW: usize = 70;

/// A sentence of more tokens than this is read piece by piece: what is looked at for each thing in it would grow with the
/// square of a text that never ends a sentence. Sentences of tenders are a tenth as long.
const LONGEST: u32 = 1000;

/// So many bytes for a token, or more: room for the tokens is asked for once.
const LETTERS: usize = 5;

/// Bytes from one count of UTF-16 code units to the next.
pub(super) const STEP: usize = 1 << 10;

/// Blocks that follow each other, read; one that is empty stands at their end.
#[derive(Default)]
pub(super) struct Part {
    pub blocks: Vec<BlockReading>,
    pub found: Found,
}

/// What was found, block after block. It lies together, since most blocks have little of it.
#[derive(Default)]
pub(super) struct Found {
    pub tokens: Vec<Token>,
    pub hits: Vec<Hit>,
    pub quantities: Vec<Spotted>,
    /// Sentences, or whole short rows.
    pub passages: Vec<Range<u32>>,
    pub cells: Vec<(u16, Range<usize>)>,
    pub blanks: Vec<Range<usize>>,
    /// For each [`STEP`] of a block with other letters than English ones, its UTF-16 code units up to there: a block may be
    /// a whole book in one line.
    pub units: Vec<usize>,
}

/// Where in [`Found`] what is of a block begins; it ends where that of the next block begins.
#[derive(Clone, Copy, Default)]
pub(super) struct Starts {
    pub tokens: usize,
    pub hits: usize,
    pub quantities: usize,
    pub passages: usize,
    pub cells: usize,
    pub blanks: usize,
    pub units: usize,
}

/// One block.
#[derive(Default)]
pub(super) struct BlockReading {
    pub starts: Starts,
    /// Where it starts in the document's text, in UTF-16 code units.
    pub start: usize,
    pub marks: Marks,
    /// The families that a cue in it wakes, one bit each.
    pub families: u32,
    /// Whether a sign is in it that marks a template's blank, or the words around one.
    pub bracketed: bool,
    /// Whether a question mark is in it.
    pub asks: bool,
    /// The cues in it and around it.
    pub near: Marks,
    /// The families that a cue in it or around it wakes.
    pub families_near: u32,
}

impl Part {
    /// Reads blocks as if no others stood before them.
    pub fn read(blocks: &[Block], lexicon: &Lexicon) -> Self {
        let mut part = Self { blocks: Vec::with_capacity(blocks.len() + 1), found: Found::default() };
        part.found.tokens.reserve(blocks.iter().map(|block| block.text.len()).sum::<usize>() / LETTERS);
        let (mut start, mut signs) = (0, Signs::default());
        for block in blocks {
            let read = part.found.read(block, start, lexicon, &mut signs);
            part.blocks.push(read);
            start += utf16_length(&block.text) + 1;
        }
        part.blocks.push(BlockReading { starts: part.found.end(), start, ..BlockReading::default() });
        part
    }

    /// Puts parts together that follow each other.
    pub fn join(parts: Vec<Self>) -> Self {
        let mut parts = parts.into_iter();
        let mut whole = parts.next().unwrap_or_default();
        for Self { blocks, found } in parts {
            let end = whole.blocks.pop().unwrap_or_default();
            whole.blocks.extend(blocks.into_iter().map(|block| block.behind(&end)));
            whole.found.append(found);
        }
        whole
    }
}

impl BlockReading {
    /// The same behind other blocks that end there.
    fn behind(mut self, end: &Self) -> Self {
        self.start += end.start;
        self.starts = self.starts.behind(&end.starts);
        self
    }
}

impl Starts {
    fn behind(self, end: &Self) -> Self {
        Self {
            tokens: self.tokens + end.tokens,
            hits: self.hits + end.hits,
            quantities: self.quantities + end.quantities,
            passages: self.passages + end.passages,
            cells: self.cells + end.cells,
            blanks: self.blanks + end.blanks,
            units: self.units + end.units,
        }
    }
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
            units: self.units.len(),
        }
    }

    /// Adds what a later part has; each list of it is given up before the next is added.
    fn append(&mut self, later: Self) {
        self.tokens.extend(later.tokens);
        self.hits.extend(later.hits);
        self.quantities.extend(later.quantities);
        self.passages.extend(later.passages);
        self.cells.extend(later.cells);
        self.blanks.extend(later.blanks);
        self.units.extend(later.units);
    }

    fn read(&mut self, block: &Block, start: usize, lexicon: &Lexicon, signs: &mut Signs) -> BlockReading {
        let starts = self.end();
        add_tokens(&block.text, lexicon.vocabulary(), &mut self.tokens);
        let tokens = &self.tokens[starts.tokens..];
        lexicon.add_hits(tokens, signs, &mut self.hits);
        let words = Tokens { text: &block.text, all: tokens };
        for hit in &mut self.hits[starts.hits..] {
            // "by 3 May", "in May 2027": who reads a permission reads none there.
            if hit.cue == MAY && words.is_month(hit.first as usize) {
                hit.cue = MONTH;
            }
        }
        let hits = &self.hits[starts.hits..];
        add_quantities(words, hits, &mut self.quantities);
        if !hits.is_empty() || self.quantities.len() > starts.quantities {
            add_passages(block, tokens, &mut self.passages);
        }
        add_cells(block, tokens, &mut self.cells);
        let rare = Rare::of(&block.text, tokens);
        if rare.blank {
            self.blanks.extend(blanks(&block.text).into_iter().map(|at| covering(tokens, &at)));
        }
        if block.text.len() >= STEP && !block.text.is_ascii() {
            add_units(&block.text, &mut self.units);
        }
        let (marks, families) = (Marks::of(hits), hits.iter().fold(0, |all, h| all | h.wakes(true)));
        let Rare { bracketed, asks, .. } = rare;
        BlockReading { starts, start, marks, families, bracketed, asks, near: marks, families_near: families }
    }
}

fn add_units(text: &str, out: &mut Vec<usize>) {
    let (mut at, mut units) = (0, 0);
    for step in 1..=text.len() / STEP {
        let next = text.floor_char_boundary(step * STEP);
        units += utf16_length(&text[at..next]);
        out.push(units);
        at = next;
    }
}

/// Signs that few blocks have: they are looked for once.
#[derive(Default)]
struct Rare {
    /// Whether one is there with which a template's blank begins.
    blank: bool,
    /// Whether a square bracket or dots are there.
    bracketed: bool,
    /// Whether a question mark is there.
    asks: bool,
}

impl Rare {
    fn of(text: &str, tokens: &[Token]) -> Self {
        let mut found = Self::default();
        let bytes = text.as_bytes();
        for (at, token) in tokens.iter().enumerate() {
            let first = token.start as usize;
            match token.kind {
                TokenKind::Open if bytes[first] == b'[' => (found.blank, found.bracketed) = (true, true),
                TokenKind::Operator => found.blank |= bytes[first] == b'<',
                TokenKind::Quote => found.blank |= text[first..].starts_with('«'),
                TokenKind::Currency => found.blank |= text[first..].starts_with('£'),
                TokenKind::Word if bytes[first] == b'T' => found.blank |= bytes[first..].starts_with(b"TBC"),
                TokenKind::Stop => found.bracketed |= tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Stop),
                TokenKind::Exclamation => found.asks |= bytes[first] == b'?',
                TokenKind::Other => found.bracketed |= text[first..].starts_with('…'),
                _ => {}
            }
        }
        found
    }
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
    let whole = 0..tokens.len() as u32;
    let known = out.len();
    match (row, long) {
        (true, false) => out.push(whole),
        (true, true) if one_sentence => out.append(&mut cells(tokens)),
        (true, true) => cells(tokens).into_iter().for_each(|cell| add_sentences(&block.text, tokens, &cell, out)),
        _ if one_sentence => out.push(whole),
        _ => add_sentences(&block.text, tokens, &whole, out),
    }
    if out[known..].iter().any(|passage| passage.end - passage.start > LONGEST) {
        for mut passage in out.split_off(known) {
            while passage.end - passage.start > LONGEST {
                let end = passage.start + LONGEST;
                let pause = |at: &u32| matches!(tokens[*at as usize].kind, TokenKind::Semicolon | TokenKind::Comma);
                let end = (end - LONGEST / 4..end).rev().find(pause).map_or(end, |at| at + 1);
                out.push(passage.start..end);
                passage.start = end;
            }
            out.push(passage);
        }
    }
}

/// Cuts a range of tokens into sentences.
fn add_sentences(text: &str, tokens: &[Token], range: &Range<u32>, out: &mut Vec<Range<u32>>) {
    let own = &tokens[range.start as usize..range.end as usize];
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return };
    let base = first.start as usize;
    let (mut from, mut to) = (0, 0);
    sentence::each_end(&text[base..last.end as usize], |end| {
        while to < own.len() && (own[to].start as usize) < base + end {
            to += 1;
        }
        if to > from {
            out.push(range.start + from as u32..range.start + to as u32);
        }
        from = to;
    });
}

/// The cells of a row, as ranges of its tokens; empty cells have none.
fn cells(tokens: &[Token]) -> Vec<Range<u32>> {
    let mut out: Vec<Range<u32>> = vec![];
    for (i, token) in tokens.iter().enumerate() {
        match out.last_mut() {
            Some(cell) if token.gap != Gap::Cell => cell.end = i as u32 + 1,
            _ => out.push(i as u32..i as u32 + 1),
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_without_end_is_read_in_pieces() {
        let cut = |text: &str| {
            let block = Block::new(Kind::Paragraph, text);
            let mut tokens = vec![];
            add_tokens(&block.text, crate::lexicon().vocabulary(), &mut tokens);
            let mut out = vec![];
            add_passages(&block, &tokens, &mut out);
            assert!(out.windows(2).all(|two| two[0].end == two[1].start));
            assert_eq!((out[0].start, out[out.len() - 1].end), (0, tokens.len() as u32));
            let after: Vec<_> = out.iter().map(|passage| tokens[passage.end as usize - 1].kind).collect();
            (out.iter().map(|passage| passage.end - passage.start).collect::<Vec<_>>(), after)
        };
        let most = LONGEST as usize;
        assert_eq!(cut(&"must ".repeat(most)).0, [LONGEST]);
        assert_eq!(cut(&"must ".repeat(2 * most + 1)).0, [LONGEST, LONGEST, 1]);
        let (lengths, after) = cut(&"it must insure, ".repeat(most));
        assert!(lengths.len() > 3 && lengths.iter().all(|length| *length <= LONGEST));
        assert!(after.iter().all(|kind| *kind == TokenKind::Comma));
    }

    #[test]
    fn parts_are_joined_to_what_the_whole_is() {
        let texts =
            ["The Council’s budget", "Public liability\t£5m – a year", "", &"“é” at 30 days. ".repeat(200), "[insert]"];
        let blocks: Vec<Block> = texts.iter().map(|text| Block::new(Kind::Paragraph, *text)).collect();
        let shown = |part: Part| {
            let Part { blocks, found } = part;
            let starts: Vec<_> =
                blocks.iter().map(|b| (b.start, b.starts.tokens, b.starts.units, b.families)).collect();
            let Found { tokens, hits, quantities, passages, cells, blanks, units } = found;
            (starts, tokens, hits, quantities, passages, (cells, blanks, units))
        };
        let whole = shown(Part::read(&blocks, crate::lexicon()));
        for cut in 0..=blocks.len() {
            let parts = [&blocks[..cut], &blocks[cut..]].map(|blocks| Part::read(blocks, crate::lexicon()));
            assert_eq!(shown(Part::join(parts.into())), whole);
        }
    }
}
