//! Answers of forms: "Contract is suitable for SMEs? Yes", a heading with "No" below it, a column of ticks.

use std::ops::Range;

use super::passage::Passage;
use super::token::{Gap, TokenKind};
use crate::document::Kind;
use crate::letter::is_capital;
use crate::list::Listed;
use crate::report::Place;

/// An answer stands within so many tokens behind its question.
const REACH: usize = 4;
/// What stands below a question is its answer only where it is this short, in tokens.
const SHORT: usize = 12;

impl Passage<'_> {
    /// Where a row holds questions that another of its cells answers otherwise than with "yes": what they speak of is
    /// asked about, not asked for. "Would £5m be accepted?" is a wish, whatever the answer.
    pub fn questions(&self) -> Vec<Place> {
        if !self.reading.asks(self.block) || !self.in_row() {
            return vec![];
        }
        let cells: Vec<_> = self.cells().listed();
        let asks = Self::asks;
        let wish = |cell: &Self| cell.says("would|could|can|may|might");
        let others = |at: usize| cells[at + 1..].iter().map(|(_, cell)| cell.text().trim().to_ascii_lowercase());
        let answered = |at: usize| {
            others(at)
                .next()
                .is_some_and(|text| text.len() > 3 && !text.as_bytes().contains(&b'/') || text.starts_with("no"))
        };
        let yes = |at: usize| others(at).next().is_some_and(|text| text.starts_with("yes"));
        let asked = cells.iter().enumerate().filter(|(i, (_, c))| asks(c) && answered(*i) && (wish(c) || !yes(*i)));
        asked.map(|(_, (_, cell))| cell.whole_place()).listed()
    }

    /// The answers to the question or label that ends at a token, yes or no, each with where it stands: behind it, in
    /// the next cell, in the sentence or block after it, or in the rows below where it is the head of a column.
    ///
    /// "Yes / No" with neither of them ticked is a form that nobody has filled in, and no answer.
    pub fn answers(&self, after: usize) -> Vec<(bool, Self)> {
        let own = self.part(after..self.range.end);
        if let Some(yes) = yes_or_no(&own, false) {
            return vec![(yes, own)];
        }
        if let Some(next) = self.after() {
            return yes_or_no(&next, true).map(|yes| (yes, next)).into_iter().listed();
        }
        if let Kind::Row { table, .. } = self.kind() {
            return self.answers_below(*table, after);
        }
        let last = self.range.end == self.tokens().all.len();
        let next = self.block + 1;
        if !last || next >= self.reading.document.blocks.len() {
            return vec![];
        }
        let next = self.reading.whole(next);
        let short = next.range.len() <= SHORT && !next.is_heading();
        yes_or_no(&next, true).filter(|_| short).map(|yes| (yes, next)).into_iter().listed()
    }

    fn answers_below(&self, table: u32, label: usize) -> Vec<(bool, Self)> {
        let Some((column, _)) = self.cell_at(label.saturating_sub(1)) else { return vec![] };
        let rows = (self.block + 1..self.reading.document.blocks.len()).map(|b| self.reading.whole(b));
        let same = |row: &Self| matches!(row.kind(), Kind::Row { table: t, .. } if *t == table);
        let cell = |row: Self| row.cells().find(|(c, _)| *c == column).map(|(_, cell)| cell);
        rows.take_while(same).filter_map(cell).map_while(|cell| Some((yes_or_no(&cell, true)?, cell))).listed()
    }
}

/// Yes or no at the beginning of a passage; `alone` where it must be an answer by itself, not the start of a sentence.
fn yes_or_no(passage: &Passage, alone: bool) -> Option<bool> {
    let Range { start, end } = passage.range;
    let tokens = passage.tokens();
    let word = |i: usize| -> Option<bool> {
        if tokens.is(i, "yes|true|y") {
            Some(true)
        } else if tokens.is(i, "no|false|n") {
            Some(false)
        } else {
            None
        }
    };
    let ticked = |i: usize| i >= start && i < end && matches!(tokens.word(i), "☒" | "☑" | "✓" | "✔" | "x" | "X");
    let boxed = (start..end).any(|i| matches!(tokens.word(i), "☐" | "□" | "☒" | "☑"));
    let (at, first) = (start..end.min(start + REACH)).find_map(|i| Some((i, word(i)?)))?;
    // The next line, which Markdown joins to this one, is another question where it does not begin with the other answer.
    let begins = |i: usize| {
        tokens.kind(i) == Some(TokenKind::Word)
            && (tokens.all[i].gap >= Gap::Line || tokens.word(i).starts_with(is_capital))
    };
    let end = (at + 1..end).find(|&i| begins(i)).filter(|&i| word(i).is_none()).unwrap_or(end);
    let other = (at + 1..end.min(at + 5)).find(|&i| word(i) == Some(!first));
    if let Some(other) = other {
        let side = |i: usize| {
            if boxed { ticked(i.wrapping_sub(1)) } else { ticked(i.wrapping_sub(1)) || ticked(i + 1) }
        };
        return match (side(at), side(other)) {
            (true, false) => Some(first),
            (false, true) => Some(!first),
            _ => None,
        };
    }
    // "No minimum turnover is set" answers nothing; neither does "suitable for no more than".
    let goes_on = tokens.kind(at + 1) == Some(TokenKind::Word) && at + 1 < end && tokens.same_cell(at + 1);
    // "A: No"
    let label = |i: usize| tokens.is(i, "a|answer|response|reply");
    let first_word = (start..at).all(|i| tokens.kind(i) != Some(TokenKind::Word) || label(i));
    (first_word && (!goes_on || !alone && end - at <= 3)).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::language::lexicon::Lexicon;
    use crate::language::reading::Reading;
    use crate::read::read;

    /// The answers to whatever stands first in a text of one question.
    fn answers(text: &str, tokens: usize) -> Vec<bool> {
        let document = read("form.md", text.as_bytes());
        let lexicon = Lexicon::new(&[crate::packed!(crate::language::stance::CUES)], []);
        let reading = Reading::new(&document, 0, &lexicon);
        let passage = reading.whole(0);
        passage.answers(tokens).into_iter().map(|a| a.0).collect()
    }

    #[test]
    fn answers_stand_behind_beside_and_below() {
        assert_eq!(answers("Required: yes", 1), [true]);
        assert_eq!(answers("# Required?\n\nNo", 2), [false]);
        assert_eq!(answers("| Lot | Required |\n|---|---|\n| 1 | Yes |\n| 2 | No |", 2), [true, false]);
        assert_eq!(answers("Required? Yes Optional? No", 2), [true]);
        assert_eq!(answers("Required? A: No.", 2), [false]);
    }

    #[test]
    fn forms_that_nobody_filled_in_answer_nothing() {
        assert_eq!(answers("Required? Yes / No", 2), [false; 0]);
        assert_eq!(answers("# Required?\n\nNo minimum is set.", 2), [false; 0]);
        assert_eq!(answers("Required? ☐ Yes ☒ No", 2), [false]);
    }
}
