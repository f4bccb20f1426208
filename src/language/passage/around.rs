//! What stands around a passage: cells, heads of columns, labels, lead-ins, headings, the sentences beside it.

use super::{MOST_HEAD_ROWS, MOST_LEAD_INS, NEAR_HEADINGS, NEAR_LABEL, Passage, SHORT_VALUE};
use crate::document::Kind;
use crate::language::cue::Cue;
use crate::language::reading::Reading;

/// The blocks that introduce a passage, the nearest first.
#[derive(Clone)]
pub struct LeadIns<'r> {
    reading: &'r Reading<'r>,
    at: usize,
    left: usize,
}

impl<'r> Iterator for LeadIns<'r> {
    type Item = Passage<'r>;

    #[inline(never)]
    fn next(&mut self) -> Option<Passage<'r>> {
        self.left = self.left.checked_sub(1)?;
        self.at = self.reading.outline.lead_in(self.at)?;
        Some(self.reading.whole(self.at))
    }
}

impl<'r> Passage<'r> {
    /// The cells of a row as passages with the column of each; nothing for any other block.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = (u16, Self)> + ExactSizeIterator + use<'_, 'r> {
        self.reading.cells(self.block).iter().map(|(column, range)| (*column, self.part(range.clone())))
    }

    /// The first cell of a row.
    #[inline(never)]
    pub fn first_cell(&self) -> Option<Self> {
        self.cells().next().map(|(_, cell)| cell)
    }

    /// The cell of a row that holds a token.
    #[inline(never)]
    pub fn cell_at(&self, token: usize) -> Option<(u16, Self)> {
        let cell = self.reading.cells(self.block).iter().find(|(_, cell)| cell.contains(&token));
        cell.map(|(column, cell)| (*column, self.part(cell.clone())))
    }

    /// The heads of the column in which a token of a row stands, the nearest first: heads may have several rows.
    #[inline(never)]
    pub fn heads_at(&self, token: usize) -> Vec<Self> {
        let Some((column, _)) = self.cell_at(token) else { return vec![] };
        let mut out = vec![];
        let mut row = self.reading.outline.heads(self.block);
        while let Some(head) = row.filter(|_| out.len() < MOST_HEAD_ROWS) {
            let cell = self.reading.cells(head).iter().rev().find(|(c, _)| *c <= column);
            out.extend(cell.map(|(_, cell)| Self::new(self.reading, head, cell.clone())));
            row = self.reading.outline.heads(head);
        }
        out
    }

    /// The nearest head of the column in which a token of a row stands.
    pub fn head_at(&self, token: usize) -> Option<Self> {
        self.heads_at(token).into_iter().next()
    }

    /// Whether a cue stands in that head.
    #[inline(never)]
    pub fn head_has(&self, token: usize, cue: Cue) -> bool {
        self.head_at(token).is_some_and(|head| head.has(cue))
    }

    /// What names a short value that stands by itself: the first cell of its row, or the heading right above it.
    ///
    /// Notices are written so: "Total value (estimated)" as a heading, "£120,000" below.
    #[inline(never)]
    pub fn label(&self) -> Option<Self> {
        if self.in_row() {
            return self.first_cell().filter(|label| label.range.end < self.range.end);
        }
        let heading = *self.reading.outline.section(self.block).last()?;
        let short = self.range.len() <= SHORT_VALUE && matches!(self.kind(), Kind::Paragraph | Kind::Field { .. });
        (short && self.block - heading <= NEAR_LABEL).then(|| self.reading.whole(heading))
    }

    /// What names it, as [`label`](Self::label) says; for the item of a list too, the short line or heading right above
    /// the list.
    pub fn label_or_title(&self) -> Option<Self> {
        if !matches!(self.kind(), Kind::ListItem { .. }) || self.range.len() > SHORT_VALUE {
            return self.label();
        }
        let near = |p: &Self| self.block - p.block <= NEAR_LABEL && p.range.len() <= SHORT_VALUE;
        self.lead_ins().next().filter(near)
    }

    /// The first cell of a row, where this passage is not it: what the row is about.
    #[inline(never)]
    pub fn row_label(&self) -> Option<Self> {
        let (_, first) = self.reading.cells(self.block).first()?;
        (first.end <= self.range.start).then(|| self.part(first.clone()))
    }

    /// The head row of its table.
    #[inline(never)]
    pub fn head_row(&self) -> Option<Self> {
        self.reading.outline.heads(self.block).map(|head| self.reading.whole(head))
    }

    /// Whether a cue stands in the head row of its table.
    #[inline(never)]
    pub fn head_row_has(&self, cue: Cue) -> bool {
        self.head_row().is_some_and(|head| head.has(cue))
    }

    /// The blocks that introduce it, the nearest first: the list's lead-in, the outer item, its lead-in.
    pub fn lead_ins(&self) -> LeadIns<'r> {
        LeadIns { reading: self.reading, at: self.block, left: MOST_LEAD_INS }
    }

    /// Whether a cue stands in what introduces it.
    #[inline(never)]
    pub fn lead_in_has(&self, cue: Cue) -> bool {
        self.may_concern(&[cue]) && self.lead_ins().any(|lead| lead.has(cue))
    }

    /// Whether one of these cues may stand in it or around it: in its block or the one before, the heads of its column,
    /// what introduces it, the headings above. Certain only where it is not so.
    #[inline(never)]
    pub fn may_concern(&self, cues: &[Cue]) -> bool {
        let near = self.reading.near(self.block);
        cues.iter().any(|cue| near.may_have(*cue))
    }

    /// The headings above it, the innermost first, at most three.
    pub fn headings(&self) -> impl Iterator<Item = Self> + '_ {
        self.reading.outline.section(self.block).iter().rev().take(NEAR_HEADINGS).map(|&h| self.reading.whole(h))
    }

    /// The passage before it: the sentence before, or the block before in the same section.
    #[inline(never)]
    pub fn before(&self) -> Option<Self> {
        let passages = self.reading.passages_of(self.block);
        let earlier = passages.partition_point(|r| r.end as usize <= self.range.start);
        if let Some(before) = passages[..earlier].last() {
            return Some(self.part(before.start as usize..before.end as usize));
        }
        let earlier = self.block.checked_sub(1)?;
        let same = self.reading.outline.section(earlier) == self.reading.outline.section(self.block);
        same.then(|| {
            let last = self.reading.passages_of(earlier).last().cloned();
            let whole = self.reading.whole(earlier);
            last.map_or(whole.clone(), |r| whole.part(r.start as usize..r.end as usize))
        })
    }

    /// Whether a cue stands in the passage before it.
    #[inline(never)]
    pub fn before_has(&self, cue: Cue) -> bool {
        self.before().is_some_and(|before| before.has(cue))
    }

    /// The sentence after it in the same block.
    #[inline(never)]
    pub fn after(&self) -> Option<Self> {
        let passages = self.reading.passages_of(self.block);
        let next = passages.get(passages.partition_point(|r| (r.start as usize) < self.range.end))?;
        Some(self.part(next.start as usize..next.end as usize))
    }

    /// What stands around it, the nearest first: row label, column heads, lead-ins, headings.
    pub fn context(&self) -> impl Iterator<Item = Self> + '_ {
        self.row_label().into_iter().chain(self.head_row()).chain(self.lead_ins()).chain(self.headings())
    }

    /// Whether a cue stands around it.
    #[inline(never)]
    pub fn context_has(&self, cue: Cue) -> bool {
        self.may_concern(&[cue]) && self.context().any(|p| p.has(cue))
    }

    /// Whether a cue stands in it or around it.
    #[inline(never)]
    pub fn concerns(&self, cue: Cue) -> bool {
        self.has(cue) || self.context_has(cue)
    }

    /// Whether a cue stands in one of so many blocks before this one, in the same section.
    #[inline(never)]
    pub fn lately(&self, cue: Cue, blocks: usize) -> bool {
        let section = self.reading.outline.section(self.block);
        let earlier = (self.block.saturating_sub(blocks)..self.block).rev();
        earlier.take_while(|&b| self.reading.outline.section(b) == section).any(|b| self.reading.whole(b).has(cue))
    }
}
