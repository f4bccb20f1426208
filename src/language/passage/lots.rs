//! The lots that a passage names, and the one that it speaks of.

use std::ops::Range;

use super::{LOT, Passage};
use crate::language::token::TokenKind;
use crate::letter::is_capital;
use crate::words::mentions;

impl Passage<'_> {
    /// The lot that it speaks of: by its own words before `at`, its row, its lead-ins or its headings.
    #[inline(never)]
    pub fn lot(&self, at: usize) -> Option<String> {
        let own = self.lots();
        let before = own.iter().rev().find(|(_, r)| r.end <= at);
        if let Some((name, _)) = before.or(if own.len() == 1 { own.first() } else { None }) {
            return Some(name.clone());
        }
        if let Some(name) = self.lot_of_row() {
            return Some(name);
        }
        let of_column = self.heads_at(at).into_iter().find_map(|head| Some(head.lots().into_iter().next()?.0));
        if of_column.is_some() {
            return of_column;
        }
        // A row of totals is about no single lot, whatever stands above the table.
        if self.row_label().is_some_and(|l| mentions(l.text(), "all lots")) {
            return None;
        }
        self.lead_ins().chain(self.headings()).find_map(|p| {
            let lots = p.lots();
            // "Lots 1 and 2" is about no single one.
            if let [(name, _)] = &lots[..] { Some(name.clone()) } else { None }
        })
    }

    /// The lot of a row whose first column is headed "Lot".
    pub fn lot_of_row(&self) -> Option<String> {
        let label = self.row_label().or_else(|| self.first_cell())?;
        if let [(name, _)] = &label.lots()[..] {
            return Some(name.clone());
        }
        let text = label.text();
        let number = text.len() <= 4 && (text.starts_with(|c: char| c.is_ascii_digit()) || text.len() == 1);
        let headed = || label.heads_at(label.range.start).iter().any(|head| head.has(LOT));
        (number && headed()).then(|| format!("Lot {text}"))
    }

    /// The lots that it names, each with its tokens.
    #[inline(never)]
    pub fn lots(&self) -> Vec<(String, Range<usize>)> {
        let tokens = self.tokens();
        let mut out = vec![];
        for hit in self.hits(LOT) {
            let at = hit.end as usize;
            if !tokens.is(hit.first as usize, "lot") || !tokens.same_cell(at) {
                continue;
            }
            let mut end = at;
            match tokens.kind(at) {
                Some(TokenKind::Number) => {
                    end += 1;
                    // "Lot 1A", "Lot 2.1" is one token; the letter is glued.
                    end += usize::from(
                        tokens.glued(end) && tokens.kind(end) == Some(TokenKind::Word) && tokens.word(end).len() == 1,
                    );
                }
                Some(TokenKind::Word) => {
                    let word = tokens.word(at);
                    let letter = word.len() == 1 && word.chars().all(is_capital);
                    if letter || tokens.number(at, false).is_some() {
                        end += 1;
                    }
                }
                _ => {}
            }
            if end > at {
                out.push((format!("Lot {}", self.slice(&(at..end))), hit.first as usize..end));
            }
        }
        out
    }
}
