//! Turnover as a multiple of the contract's value.

use std::ops::Range;

use super::words::{ANNUAL, EQUAL_VALUE, FRACTION, NOT_MORE, OTHER, TURNOVER, VALUE, named_around, nouns};
use crate::barriers::finance::around::{self, buyers_own, demand};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::Hit;
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;

/// Reads multiples of the contract's value.
pub fn read(passage: &Passage, nouns: &[Range<usize>], facts: &mut Facts) {
    let own = nouns.first().cloned();
    if own.is_none() && named_around(passage).is_none() && !in_row(passage) {
        return;
    }
    let reversed = inverse(passage, nouns);
    // The limit of the one way round is the demand of the other.
    let limit = reversed.is_some().then_some(Stance::Required);
    let Some((times, at, value)) = reversed.or_else(|| direct(passage)) else { return };
    let at = own.map_or(at.clone(), |n| n.start.min(at.start)..n.end.max(at.end));
    if buyers_own(passage, &at) {
        return;
    }
    let Some(stance) = demand(passage, &at, &[OTHER]).filter(|s| *s != Stance::RuledOut).or(limit) else { return };
    let year = passage.hits(ANNUAL).any(|h| {
        let h = h.range();
        // "Twice the value, in each year" is about the turnover.
        let of_turnover = h.start > value.end && passage.tokens().is(h.start - 1, "in");
        let near = h.start >= value.start && h.end <= value.end + 4 && !passage.clause_breaks(value.start..h.start);
        near && !of_turnover
    });
    let fact = Fact::new("finance.turnover_multiple", passage.place(&[&at]))
        .amount(times, "times")
        .stance(stance)
        .basis(Some(if year { "annual" } else { "total" }))
        .lot(around::lot(passage, at.start))
        .conditions(around::conditions(passage));
    facts.add(fact);
}

/// Whether the passage's row is about turnover by one of its heads.
fn in_row(passage: &Passage) -> bool {
    passage.head_row().is_some_and(|head| !nouns(&head).is_empty())
}

/// "At least twice the annual contract value": the multiple, its place from the multiple to the value, and the words
/// between, in which a year may be named.
fn direct(passage: &Passage) -> Option<(f64, Range<usize>, Range<usize>)> {
    let value_behind = |at: &Range<usize>| {
        let value = passage.hits(VALUE).map(Hit::range).find(|h| h.start >= at.end)?;
        let near = value.start - at.end <= 9 && !passage.clause_breaks(at.end..value.start);
        let money = passage.money().any(|(_, m)| m.start >= at.end && m.start < value.start);
        (near && !money).then_some(value)
    };
    // "must exceed 1.5 times the value" is a lower end, "must not exceed" an upper one.
    let lower = |h: &Range<usize>| {
        passage.tokens().is(h.start, "more|greater|exceed|exceeds") && !passage.says_before(h.start, 2, "not|no|never")
    };
    let capped = |at: &Range<usize>| {
        passage.hits(NOT_MORE).map(Hit::range).any(|h| h.end <= at.start && at.start - h.end <= 1 && !lower(&h))
    };
    for spotted in passage.quantities() {
        let times = match spotted.what {
            Quantity::Times(n) if (0.25..=20.0).contains(&n) => n,
            Quantity::Percent(p) if p.share >= 20.0 && p.share <= 2000.0 => p.share / 100.0,
            _ => continue,
        };
        let at = spotted.range();
        if let Some(value) = value_behind(&at) {
            // "No more than twice the value" is a limit that the buyer keeps to. A turnover behind it is the other way round.
            let reversed = passage.hits(TURNOVER).any(|t| t.range().start >= at.end && t.range().start < value.start);
            return (!capped(&at) && !reversed).then_some((times, at.start..value.end, at.end..value.end));
        }
    }
    let equal = passage.hits(EQUAL_VALUE).map(Hit::range).find(|h| {
        let filled = passage.quantities().any(|q| h.contains(&(q.first as usize)));
        let after_noun = nouns(passage).iter().any(|n| n.end <= h.start && h.start - n.end <= 12);
        !filled && after_noun && !passage.tokens().says(h.clone(), "turnover")
    })?;
    Some((1.0, equal.clone(), equal))
}

/// "The contract's value must not exceed 25% of your turnover".
fn inverse(passage: &Passage, nouns: &[Range<usize>]) -> Option<(f64, Range<usize>, Range<usize>)> {
    let share = passage.quantities().filter_map(|q| match q.what {
        Quantity::Percent(p) if p.share >= 5.0 && p.share <= 100.0 => Some((p.share, q.range())),
        _ => None,
    });
    let word = passage.hits(FRACTION).map(|h| {
        let share = [("half", 50.0), ("third", 100.0 / 3.0), ("quarter", 25.0), ("fifth", 20.0)];
        let named = share.iter().find(|(word, _)| passage.tokens().is(h.first as usize, word));
        (named.map_or(100.0, |n| n.1), h.range())
    });
    for (share, at) in share.chain(word) {
        let Some(noun) = nouns.iter().find(|n| n.start >= at.end && n.start - at.end <= 8) else { continue };
        let value = passage.last(VALUE, at.start);
        // "The contract must not be more than 25% of your turnover."
        let contract =
            || passage.range.clone().rfind(|&i| i < at.start && passage.tokens().is(i, "contract|contracts"));
        let value = value.or_else(|| contract().map(|i| i..i + 1));
        let Some(value) = value.filter(|v| at.start - v.end <= 20) else { continue };
        if passage.hits(NOT_MORE).any(|h| h.range().start >= value.end && h.range().end <= at.start) {
            let start = value.start.saturating_sub(4).max(passage.range.start);
            return Some((100.0 / share, value.start..noun.end, start..value.end));
        }
    }
    None
}
