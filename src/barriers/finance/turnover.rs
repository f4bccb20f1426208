//! Turnover: the yearly income that bidders must have, as an amount or as a multiple of the contract's value.

mod amount;
mod judge;
mod multiple;
mod words;

use crate::barriers::finance::around;
use crate::fact::{Fact, Facts, Stance};
use crate::language::passage::Passage;

pub use judge::judge;
pub use words::CUES;

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    if !passage.may_concern(&[words::TURNOVER, words::INCOME]) || passage.has(words::ELSEWHERE) {
        return;
    }
    let nouns = words::nouns(passage);
    if !nouns.is_empty() && words::no_test(passage, &nouns) {
        let place = passage.whole_place();
        facts.add(
            Fact::new("finance.turnover_minimum", place)
                .stance(Stance::RuledOut)
                .lot(around::lot(passage, nouns[0].start)),
        );
        return;
    }
    multiple::read(passage, &nouns, facts);
    amount::read(passage, &nouns, facts);
}
