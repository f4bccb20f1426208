//! What the contract, or one lot of it, is worth.

use std::ops::Range;

use super::EXTENSION;
use crate::fact::{Fact, Facts};
use crate::language::cue::Cue;
use crate::language::money::{Money, Per};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::MUST;
use crate::language::token::TokenKind;
use crate::language::whose::BUYER;
use crate::words::mentions;

/// The value of the contract.
pub const VALUE: Cue = Cue::named("contract.value");
/// Its value a year.
pub const ANNUAL: Cue = Cue::named("contract.annual");
/// In the head of a column: "A year (£)".
pub const PER_YEAR: Cue = Cue::named("contract.per-year");
/// In the head of a column the word alone is enough.
pub const BARE_VALUE: Cue = Cue::named("contract.bare-value");
/// Amounts that are something else.
pub const NOT_THIS: Cue = Cue::aside("contract.not-the-value");

/// Lots of a list beyond these are not read for their values.
const MOST_LOTS: usize = 40;

/// No contract that is tendered is worth less.
const LEAST: f64 = 500.0;

/// Reads values.
pub fn read(passage: &Passage, facts: &mut Facts) {
    if passage.money().next().is_none() {
        return;
    }
    // "0 to £25,000, £25,001 to £50,000 …" are bands, as is a range at the head of a row.
    let bands = passage.money().filter(|(m, _)| m.upper.is_some()).count() > 1;
    let first = passage.first_cell().filter(|cell| cell.range.end < passage.range.end);
    let heads = first.is_some_and(|cell| cell.money().any(|(m, at)| m.upper.is_some() && at == cell.range));
    if bands || heads {
        return;
    }
    for (money, at) in passage.money() {
        if !money.said
            || money.upper.unwrap_or(money.amount) < LEAST
            || matches!(money.per, Some(Per::Unit | Per::Week))
            // One value beside several lots is theirs together: it is read in the row in which it stands.
            || passage.place(&[&at]).block != passage.block
        {
            continue;
        }
        // "£85,000 excluding VAT, £102,000 including VAT": that without VAT counts.
        if twice(passage, &money, &at) {
            continue;
        }
        let Some(named) = name_of(passage, &at) else { continue };
        if is_something_else(passage, &named, &at) {
            continue;
        }
        let annual = money.per == Some(Per::Year) || !in_all(passage, &at) && is_annual(passage, &named, &at);
        add(passage, &money, &named, &at, annual, facts);
    }
}

/// "£90,000 a year, £270,000 in total", "£270,000 over the whole term"
fn in_all(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let end = at.end + usize::from(tokens.is(at.end, "in"));
    tokens.is(end, "total|all|overall|altogether|over")
}

/// "£300,000 for the initial term"
fn of_initial(passage: &Passage, at: &Range<usize>) -> bool {
    passage.tokens().says(at.end..at.end + 4, "initial")
}

/// "£500,000 including extensions"
fn with_extensions(passage: &Passage, named: &Named, at: &Range<usize>) -> bool {
    let from = if let Named::Here(h) = named { h.start.min(at.start) } else { at.start };
    let with = |h: &Range<usize>| {
        (from..at.end + 6).contains(&h.start) && passage.says_before(h.start, 3, "including|inclusive|includes|incl")
    };
    !of_initial(passage, at) && passage.each(EXTENSION).any(|h| with(&h))
}

/// What names an amount as a value.
enum Named {
    /// Words of the passage itself.
    Here(Range<usize>),
    /// The head of the column, or the name of the field.
    Around { annual: bool },
}

fn name_of(passage: &Passage, at: &Range<usize>) -> Option<Named> {
    let tokens = passage.tokens();
    // "Value: between £18,000 and £24,000"
    let colon = |h: &Range<usize>| tokens.kind(h.end) == Some(TokenKind::Colon) && at.start - h.end <= 2;
    let bare = passage.first(BARE_VALUE).filter(|h| h.start == passage.range.start && h.end <= at.start && colon(h));
    // "The Council has £9,500 a year for …"
    let has = at.start.checked_sub(1).filter(|&i| tokens.is(i, "has|have") && tokens.is(at.end, "a|per|each|for"));
    let budget = has.and_then(|i| passage.each(BUYER).find(|b| b.end == i));
    if let Some(h) = bare.or(budget) {
        return Some(Named::Here(h));
    }
    let before =
        passage.each(VALUE).chain(passage.each(ANNUAL)).filter(|h| h.end <= at.start).max_by_key(|h| (h.end, h.len()));
    // "Lot 1: £45,000, Lot 2: £60,000" have one name together.
    let own = passage.lot(at.start);
    let of_other = |m: &Range<usize>| passage.lot(m.start) != own;
    // Another amount in between has taken the name, unless it says the same for another time: "a year, or … in all".
    let taken = |h: &Range<usize>| {
        let or = |m: &Range<usize>| {
            let tokens = passage.tokens();
            tokens.says(m.end..at.start, "or|to|that|equating|vat") && !tokens.says(m.end..at.start, "least")
        };
        // "£360,000 (£120,000 per annum)"
        let yearly = passage.tokens().kind(at.start.wrapping_sub(1)) == Some(TokenKind::Open)
            && passage.each(ANNUAL).chain(passage.each(PER_YEAR)).any(|h| h.start < at.end + 2 && h.end > at.start);
        !in_all(passage, at)
            && !of_initial(passage, at)
            && !yearly
            && passage.money().any(|(_, m)| {
                m.start >= h.end && m.end <= at.start && !or(&m) && !of_other(&m) && !of_initial(passage, &m)
            })
    };
    let near = |h: &Range<usize>| {
        let last = passage.money().filter(|(_, m)| m.start >= h.end && m.end <= at.start && of_other(m)).last();
        let apart = at.start - last.as_ref().map_or(h.end, |(_, m)| m.end);
        apart <= 8 || last.is_none() && apart <= 14 && !passage.clause_breaks_hard(h.end..at.start)
    };
    if let Some(h) = before.filter(|h| near(h) && !taken(h)) {
        return value_word(passage, &h).then_some(Named::Here(h));
    }
    let after = passage.each(VALUE).find(|h| h.behind(at, 3));
    if let Some(h) = after {
        return Some(Named::Here(h));
    }
    if of_lot(passage, at) {
        return Some(Named::Around { annual: false });
    }
    if let Some(name) = passage.field() {
        let plain = name.trim().eq_ignore_ascii_case("value") || name.trim().eq_ignore_ascii_case("budget");
        return plain.then_some(Named::Around { annual: false });
    }
    let heads = passage.heads_at(at.start);
    let named =
        |head: &Passage| head.has(VALUE) || head.has(BARE_VALUE) || head.hits(ANNUAL).any(|h| h.range().len() > 1);
    // "Estimated spend" is of the time to come.
    let past =
        |head: &Passage| head.each(NOT_THIS).any(|n| !head.each(VALUE).any(|v| v.start <= n.start && n.end <= v.end));
    if heads.iter().any(named) && !heads.iter().any(past) {
        return Some(Named::Around { annual: heads.iter().any(|head| head.has(ANNUAL) || head.has(PER_YEAR)) });
    }
    let worth = |label: &Passage| label.has(VALUE) || label.range.len() <= 2 && label.has(BARE_VALUE);
    let label = passage.label_or_title().filter(|label| worth(label) && !label.has(NOT_THIS))?;
    // The first amount is the value; the same with VAT follows.
    let first = passage.money().next().is_some_and(|(_, m)| m == *at);
    (first && !with_vat(passage)).then_some(Named::Around { annual: label.has(ANNUAL) })
}

/// "Lot 1 – Gardens: £40,000" in the lines below one that speaks of lots, and of nothing that an amount might be beside.
fn of_lot(passage: &Passage, at: &Range<usize>) -> bool {
    let begins = |p: &Passage| p.lots().first().is_some_and(|(_, lot)| lot.start == p.range.start);
    if passage.money().nth(1).is_some() || passage.range.end > at.end + 1 || !begins(passage) {
        return false;
    }
    let above = (passage.block.saturating_sub(MOST_LOTS)..passage.block).rev().map(|b| passage.reading.whole(b));
    let Some(intro) = { above }.find(|block| !begins(block)) else { return false };
    intro.says("lots") && !intro.has_any(&[NOT_THIS, MUST]) && intro.money().next().is_none()
}

/// Whether an amount is that of another with VAT.
fn twice(passage: &Passage, money: &Money, at: &Range<usize>) -> bool {
    let with = passage.tokens().says(at.end..at.end + 4, "including|inclusive|incl|inc|with");
    with && passage.money().any(|(m, _)| (m.amount * VAT - money.amount).abs() < money.amount / 100.0)
}

/// What VAT makes of an amount.
const VAT: f64 = 1.2;

/// "£8,928,000 including VAT"
fn with_vat(passage: &Passage) -> bool {
    let tokens = passage.tokens();
    passage.range.clone().any(|i| tokens.is(i, "including|inclusive|incl|inc|with") && tokens.is(i + 1, "vat|of"))
}

/// "annual" alone says nothing of what is counted: "annual turnover", "annual report".
fn value_word(passage: &Passage, hit: &Range<usize>) -> bool {
    hit.len() > 1 || passage.each(VALUE).any(|v| v == *hit)
}

fn is_something_else(passage: &Passage, named: &Named, at: &Range<usize>) -> bool {
    let from = match named {
        Named::Here(h) => h.start.min(at.start).saturating_sub(4),
        Named::Around { .. } => at.start,
    };
    let tokens = passage.tokens();
    // "expect to spend", "the total fee" are the name itself.
    let name = |h: &Range<usize>| matches!(named, Named::Here(n) if n.start <= h.start && h.end <= n.end);
    let near = |cue: Cue, from: usize| passage.each(cue).any(|h| h.end > from && h.start < at.end && !name(&h));
    let extension = passage.each(EXTENSION).any(|h| {
        // "£6m, with any extension at up to £1m": a second amount is that of the extension.
        let second = passage.money().any(|(_, m)| m.end <= h.start);
        let with = |i: usize| tokens.is(i, "all|including|inclusive") || !second && tokens.is(i, "any|of|with");
        let inclusive = with(h.start.wrapping_sub(1)) || h.start > 1 && with(h.start - 2);
        h.start + 6 >= from && h.end <= at.start && !inclusive
    });
    // "where the contract is worth £4 million or more", "contracts with a value above £30,000": somebody's threshold.
    let condition = tokens.says(from.saturating_sub(4)..at.start, "if|where|when|whenever|unless");
    let limit = (tokens.is(at.end, "or|and") && tokens.is(at.end + 1, "more|above|over"))
        || tokens.is(at.end, "threshold")
        || matches!(named, Named::Here(n) if tokens.is(n.end, "exceeds|exceed"))
        || matches!(named, Named::Here(n) if tokens.is(n.end, "above|over|below|under|exceeding")
            && passage.says_before(n.start, 6, "contracts|purchases|orders"));
    // "the lower of 0.1% of the contract value or £1,000" is a sum that the value decides.
    let beside = matches!(named, Named::Here(h) if passage.percents().any(|(_, p)| p.before(h, 2))
        || h.end + 1 == at.start && tokens.is(h.end, "or"));
    // "1.5 times the contract's annual worth, that is £225,000"
    let of_turnover = passage.says_before(at.start, 16, "turnover");
    of_turnover || near(NOT_THIS, from) || extension || limit || beside || (condition && passage.field().is_none())
}

fn is_annual(passage: &Passage, named: &Named, at: &Range<usize>) -> bool {
    match named {
        Named::Around { annual } => *annual,
        Named::Here(h) => {
            let span = h.start.min(at.start).saturating_sub(2)..at.end.max(h.end) + 3;
            passage.each(ANNUAL).any(|a| span.contains(&a.start))
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
    if with_extensions(passage, named, at) {
        fact = fact.detail("with", "extensions");
    }
    if money.upper.is_some() {
        fact = fact.detail("from", crate::words::pounds(money.amount));
    }
    facts.add(fact);
}

/// The lot of a value; a row of totals belongs to none.
fn lot(passage: &Passage, at: usize) -> Option<String> {
    let label = passage.row_label().or_else(|| passage.first_cell());
    let total = label.is_some_and(|l| mentions(l.text(), "total"));
    if total { None } else { passage.lot(at) }
}
