//! What only shows once all blocks of a text are there: footnotes, and what looks like a heading and is none.

use super::{Builder, UNMARKED};
use crate::document::{Block, Kind};
use crate::order;
use crate::read::structure::first_word;
use crate::read::text::lists::{counts, parts};

/// Most footnotes that are looked for.
const NOTES: usize = 200;

impl Builder<'_> {
    /// Makes `[1] …` a footnote where something before refers to it.
    pub(super) fn find_notes(&mut self) {
        fn note(text: &str) -> Option<&str> {
            let end = text.strip_prefix('[')?.find("] ")? + 2;
            let number = &text[1..end - 1];
            ((1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())).then(|| &text[..end])
        }
        let notes: Vec<usize> = (0..self.blocks.len())
            .filter(|&i| self.blocks[i].kind == Kind::Paragraph && note(&self.blocks[i].text).is_some())
            .take(NOTES)
            .collect();
        // Most blocks refer to nothing.
        let refers = |block: &Block| block.text.as_bytes().contains(&b'[');
        let referring: Vec<usize> = match notes.last() {
            Some(&last) => (0..last).filter(|&i| refers(&self.blocks[i])).collect(),
            None => return,
        };
        for i in notes {
            let Some(mark) = note(&self.blocks[i].text).map(str::to_owned) else { continue };
            let before = referring.iter().take_while(|&&at| at < i).map(|&at| &self.blocks[at].text);
            let referred = before.into_iter().any(|text| text.contains(&mark) && !text.starts_with(&mark));
            if referred {
                let block = &mut self.blocks[i];
                block.text.drain(..=mark.len());
                (block.kind, block.label) = (Kind::Footnote, Some(mark));
            }
        }
    }

    /// Makes headings that follow each other with nothing between paragraphs or list items again: they are a list,
    /// a table of contents or a title page.
    pub(super) fn unhead(&mut self) {
        let mut at = 0;
        while at < self.blocks.len() {
            let Some(own) = level(&self.blocks[at]) else {
                at += 1;
                continue;
            };
            // "Lot 2: Beds" among lines that name other lots and are sentences.
            let names_lot = |at: usize| {
                let block = self.blocks.get(at);
                block.is_some_and(|b| level(b).is_none() && first_word(&b.text).0.eq_ignore_ascii_case("lot"))
            };
            let before = self.tight[at] && names_lot(at.wrapping_sub(1));
            let among = before || self.tight.get(at + 1).is_some_and(|&tight| tight) && names_lot(at + 1);
            if among && first_word(&self.blocks[at].text).0.eq_ignore_ascii_case("lot") {
                self.unhead_one(at);
                at += 1;
                continue;
            }
            let counted = self.blocks[at].label.is_some();
            // A name alone with nothing below is a value: "Type of procedure" and "Open procedure".
            let running = |block: &&Block| matches!(block.kind, Kind::Header | Kind::Footer);
            let below = self.blocks[at + 1..].iter().find(|block| !running(block)).map(level);
            let empty = own == UNMARKED && below.is_none_or(|below| below.is_some_and(|level| level < own));
            if empty || counted && self.is_sandwiched(at) {
                self.unhead_one(at);
                at += 1;
                continue;
            }
            let same = |block: &Block| level(block) == Some(own) && block.label.is_some() == counted;
            let end = at + self.blocks[at..].iter().take_while(|block| same(block)).count();
            let tight = self.tight[at + 1..end].iter().all(|&tight| tight);
            if end - at > 2 || end - at == 2 && (tight || counted) {
                let last = self.blocks[end - 1].label.clone().unwrap_or_default();
                let number = last.trim_end_matches(['.', ')', ':']);
                let next = self.blocks.get(end).and_then(|block| block.label.as_deref());
                // The last may head what follows: "5. Payment" and "5.1".
                let heads = counted && next.is_some_and(|next| next.len() > number.len() && next.starts_with(number));
                (at..end - usize::from(heads)).for_each(|i| self.unhead_one(i));
            }
            at = end;
        }
    }

    /// Raises the headings that do not belong to the last lot, though nothing shows how high they stand: those that
    /// no other lot has.
    pub(super) fn leave_lots(&mut self) {
        let is_lot = |block: &Block| {
            level(block).is_some_and(|level| level < UNMARKED) && first_word(&block.text).0.eq_ignore_ascii_case("lot")
        };
        let Some(last) = self.blocks.iter().rposition(is_lot) else { return };
        let Some(first) = self.blocks[..last].iter().position(is_lot) else { return };
        let height = level(&self.blocks[last]).unwrap_or(UNMARKED);
        let (before, after) = self.blocks.split_at_mut(last);
        let shared = order::set(before[first..].iter().map(|block| block.text.as_str()));
        let mut left = false;
        for block in &mut after[1..] {
            let Some(own) = level(block) else { continue };
            if own <= height {
                return;
            }
            left |= own == UNMARKED && shared.binary_search(&block.text.as_str()).is_err();
            if left && own == UNMARKED {
                block.kind = Kind::Heading { level: height };
            }
        }
    }

    fn unhead_one(&mut self, at: usize) {
        let block = &mut self.blocks[at];
        block.kind = match &block.label {
            Some(label) => Kind::ListItem { level: parts(label).count().saturating_sub(1).min(8) as u8 },
            None => Kind::Paragraph,
        };
    }

    /// Whether a numbered heading stands between items of its own count.
    fn is_sandwiched(&self, at: usize) -> bool {
        let number = |at: usize| {
            let label = self.blocks.get(at)?.label.as_deref().filter(|label| counts(label))?;
            Some((parts(label).count(), parts(label).last()?))
        };
        let item = |at: usize| matches!(self.blocks.get(at), Some(Block { kind: Kind::ListItem { .. }, .. }));
        let Some((depth, own)) = number(at) else { return false };
        at > 0 && item(at - 1) && number(at - 1) == Some((depth, own.wrapping_sub(1)))
            || item(at + 1) && number(at + 1) == Some((depth, own + 1))
    }
}

fn level(block: &Block) -> Option<u8> {
    if let Kind::Heading { level } = block.kind { Some(level) } else { None }
}
