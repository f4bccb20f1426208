//! What the contract, or one lot of it, is worth.

use std::ops::Range;

use super::EXTENSION;
use crate::fact::{Fact, Facts};
use crate::language::cue::Cue;
use crate::language::money::{Money, Per};
use crate::language::passage::Passage;

/// The value of the contract.
pub const VALUE: Cue = Cue::named("contract.value");
/// Its value a year.
pub const ANNUAL: Cue = Cue::named("contract.annual");
/// Amounts that are something else.
pub const NOT_THIS: Cue = Cue::named("contract.not-the-value");

/// No contract that is tendered is worth less.
const LEAST: f64 = 500.0;

/// Reads values.
pub fn read(passage: &Passage, facts: &mut Facts) {
    for (money, at) in passage.money() {
        if !money.said
            || money.upper.unwrap_or(money.amount) < LEAST
            || matches!(money.per, Some(Per::Unit | Per::Week))
        {
            continue;
        }
        let Some(named) = name_of(passage, &at) else { continue };
        if is_something_else(passage, &named, &at) {
            continue;
        }
        let annual = money.per == Some(Per::Year) || is_annual(passage, &named, &at);
        add(passage, &money, &named, &at, annual, facts);
    }
}

/// What names an amount as a value.
enum Named {
    /// Words of the passage itself.
    Here(Range<usize>),
    /// The head of the column, or the name of the field.
    Around { annual: bool },
}

fn name_of(passage: &Passage, at: &Range<usize>) -> Option<Named> {
    let before = passage
        .hits(VALUE)
        .chain(passage.hits(ANNUAL))
        .map(|h| h.range())
        .filter(|h| h.end <= at.start)
        .max_by_key(|h| (h.end, h.len()));
    // Another amount in between has taken the name.
    let taken = |h: &Range<usize>| {
        passage
            .money()
            .any(|(_, m)| m.start >= h.end && m.end <= at.start && !passage.tokens().is(m.end, &["or", "to"]))
    };
    if let Some(h) =
        before.filter(|h| at.start - h.end <= 14 && !passage.clause_breaks_hard(h.end..at.start) && !taken(h))
    {
        return value_word(passage, &h).then_some(Named::Here(h));
    }
    let after = passage.hits(VALUE).map(|h| h.range()).find(|h| h.start >= at.end && h.start - at.end <= 3);
    if let Some(h) = after {
        return Some(Named::Here(h));
    }
    if let Some(name) = passage.field() {
        let plain = name.trim().eq_ignore_ascii_case("value") || name.trim().eq_ignore_ascii_case("budget");
        return plain.then_some(Named::Around { annual: false });
    }
    let head = passage.head_at(at.start)?;
    let annual = head.has(ANNUAL);
    (annual || head.has(VALUE)).then_some(Named::Around { annual })
}

/// "annual" alone says nothing of what is counted: "annual turnover", "annual report".
fn value_word(passage: &Passage, hit: &Range<usize>) -> bool {
    hit.len() > 1 || passage.hits(VALUE).any(|v| v.range() == *hit)
}

fn is_something_else(passage: &Passage, named: &Named, at: &Range<usize>) -> bool {
    let from = match named {
        Named::Here(h) => h.start.min(at.start).saturating_sub(4),
        Named::Around { .. } => at.start,
    };
    let near = |cue: Cue, from: usize| passage.hits(cue).any(|h| h.range().end > from && h.range().start < at.end);
    let extension = passage.hits(EXTENSION).any(|h| {
        let inclusive = passage
            .tokens()
            .is(h.range().start.wrapping_sub(1), &["any", "all", "including", "inclusive", "of", "with"]);
        h.range().start >= from && h.range().end <= at.start && !inclusive
    });
    near(NOT_THIS, from) || extension
}

fn is_annual(passage: &Passage, named: &Named, at: &Range<usize>) -> bool {
    match named {
        Named::Around { annual } => *annual,
        Named::Here(h) => {
            let span = h.start.min(at.start).saturating_sub(2)..at.end.max(h.end) + 3;
            passage.hits(ANNUAL).any(|a| span.contains(&a.range().start))
        }
    }
}

fn add(passage: &Passage, money: &Money, named: &Named, at: &Range<usize>, annual: bool, facts: &mut Facts) {
    let place = match named {
        Named::Here(h) => passage.place(&[h, at]),
        Named::Around { .. } => passage.place(&[at]),
    };
    let kind = if annual { "contract.annual_value" } else { "contract.value" };
    // Of a range the buyer may spend the upper end.
    let mut fact =
        Fact::new(kind, place).amount(money.upper.unwrap_or(money.amount), money.currency).lot(lot(passage, at.start));
    if money.upper.is_some() {
        fact = fact.detail("from", crate::words::pounds(money.amount));
    }
    facts.add(fact);
}

/// The lot of a value; a row of totals belongs to none.
fn lot(passage: &Passage, at: usize) -> Option<String> {
    let label = passage.row_label().or_else(|| passage.cells().into_iter().next().map(|c| c.1));
    let total = label.is_some_and(|l| l.text().to_lowercase().contains("total"));
    if total { None } else { passage.lot(at) }
}
