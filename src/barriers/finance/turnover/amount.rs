//! Minimum amounts of turnover.

use std::ops::Range;

use super::words::{LESS, MARKS, NOT_LESS, OTHER, named_around, nouns, told};
use crate::barriers::finance::around::{self, FAIL, IF, LOT, buyers_own, demand};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, Hit};
use crate::language::money::Per;
use crate::language::passage::Passage;
use crate::language::quantity::{Quantity, Spotted};
use crate::language::stance::MUST;
use crate::language::token::TokenKind;
use crate::list::Listed;

/// Insurance, whose levels are no turnover.
const COVER: Cue = Cue::named("insurance.general");
/// Amounts below this are no turnover; above the second nobody asks for it.
const LEAST: f64 = 1_000.0;
const MOST: f64 = 1e11;
/// A number without a currency is a turnover only from here on.
const LEAST_BARE: f64 = 10_000.0;
/// Tokens that an amount may stand behind its noun: "turnover, in the area of …, for the last three years, of".
const REACH: usize = 40;

/// An amount that may be a turnover.
struct Amount {
    value: f64,
    currency: &'static str,
    at: Range<usize>,
    /// Whether it says itself that it is money.
    said: bool,
}

fn candidates(passage: &Passage) -> Vec<Amount> {
    let amount = |q: &Spotted| match q.what {
        Quantity::Money(m) => {
            let yearly = matches!(m.per, None | Some(Per::Year));
            let fits = yearly && m.upper.is_none() && (LEAST..=MOST).contains(&m.amount);
            fits.then(|| Amount { value: m.amount, currency: m.currency, at: q.range(), said: m.said })
        }
        Quantity::Number(n) if (LEAST_BARE..=MOST).contains(&n) => {
            Some(Amount { value: n, currency: "GBP", at: q.range(), said: false })
        }
        _ => None,
    };
    passage.quantities().filter_map(amount).listed()
}

/// Reads minimum amounts.
pub fn read(passage: &Passage, nouns: &[Range<usize>], facts: &mut Facts) {
    let all = candidates(passage);
    if all.is_empty() || passage.has(MARKS) && passage.in_row() && !passage.has(FAIL) {
        return;
    }
    let around = if nouns.is_empty() { named_around(passage) } else { None };
    for (index, amount) in all.iter().enumerate() {
        let (asked, at) = if let Some(noun) = noun_of(passage, nouns, &all, index) {
            if conditional(passage, &noun) {
                continue;
            }
            let at = noun.start.min(amount.at.start)..noun.end.max(amount.at.end);
            (passage.clone(), at)
        } else if let Some(source) =
            head_of(passage, amount).or_else(|| around.clone().filter(|_| stray(passage, &all, index)))
        {
            (source, amount.at.clone())
        } else {
            continue;
        };
        let most = at_most(passage, &amount.at);
        if most && !passage.has(FAIL) || buyers_own(passage, &at) {
            continue;
        }
        let own = asked.block == passage.block && asked.range == passage.range;
        let stance = demand(passage, &amount.at, &[OTHER]).or_else(|| {
            let noun = super::words::nouns(&asked).into_iter().next()?;
            if own { None } else { demand(&asked, &noun, &[OTHER]) }
        });
        let Some(stance) = stance.filter(|s| *s != Stance::RuledOut) else { continue };
        facts.add(
            Fact::new("finance.turnover_minimum", passage.place(&[&at]))
                .amount(amount.value, amount.currency)
                .stance(stance)
                .lot(lot_of(passage, &amount.at))
                .conditions(around::conditions(passage)),
        );
    }
}

/// The noun in the same passage that an amount belongs to.
fn noun_of(passage: &Passage, nouns: &[Range<usize>], all: &[Amount], index: usize) -> Option<Range<usize>> {
    let at = &all[index].at;
    let tokens = passage.tokens();
    // "£500,000 of annual turnover", "£1m or more in turnover"
    let link = "of|in|or|more|annual|yearly|per|annum|a|year|minimum|general|above|average";
    let behind = nouns.iter().find(|n| {
        n.start >= at.end
            && n.start - at.end <= 6
            && (at.end..n.start).all(|i| tokens.is(i, link) && tokens.same_cell(i))
    });
    let own_cell = |r: &Range<usize>| (r.start + 1..=at.start).all(|i| tokens.same_cell(i));
    let before = nouns.iter().rev().find(|n| n.end <= at.start);
    if let Some(noun) = behind {
        let nearer = before.is_some_and(|b| belongs(passage, b, all, index));
        return if nearer { before.cloned() } else { Some(noun.clone()) };
    }
    let before = before?;
    if !own_cell(before) {
        // In a row, the head of the amount's column has the last word.
        if passage.head_at(at.start).is_some_and(|head| head.has(OTHER) && super::words::nouns(&head).is_empty()) {
            return None;
        }
    }
    belongs(passage, before, all, index).then(|| before.clone())
}

/// Whether an amount belongs to the noun before it.
fn belongs(passage: &Passage, noun: &Range<usize>, all: &[Amount], index: usize) -> bool {
    let amount = &all[index];
    let between = noun.end..amount.at.start;
    let tokens = passage.tokens();
    let labelled = |range: Range<usize>| {
        let lot = passage.hits(LOT).any(|h| range.contains(&h.range().start));
        let year = |q: &Quantity| matches!(q, Quantity::Reference | Quantity::Date(_));
        lot || passage.quantities().any(|q| year(&q.what) && range.contains(&(q.first as usize)))
    };
    let first = all[..index].iter().rev().find(|a| a.at.start >= noun.end);
    // A second amount for one noun needs a label of its own: a lot, a year.
    let fresh = first.map_or(noun.end, |f| f.at.end);
    if first.is_some()
        && !labelled(fresh..amount.at.start)
        && !lot_behind(passage, &amount.at)
        && !told(passage, fresh..amount.at.start)
    {
        return false;
    }
    // Within a sentence, points are those of abbreviations.
    let row = passage.in_row();
    let ends =
        |i: usize| tokens.kind(i) == Some(TokenKind::Semicolon) || row && tokens.kind(i) == Some(TokenKind::Stop);
    if between.clone().any(ends) && !labelled(fresh..amount.at.start) {
        return false;
    }
    let bare_far = !amount.said && between.len() > 8;
    if between.len() > REACH * (1 + all.len().min(4)) || bare_far {
        return false;
    }
    let other = passage.hits(OTHER).map(Hit::range).filter(|h| h.start >= noun.end && h.end <= amount.at.start).last();
    let other = other.filter(|o| o.start >= fresh);
    other.is_none_or(|other| told(passage, other.end..amount.at.start))
}

/// The head of an amount's column, where it names turnover.
fn head_of<'r>(passage: &Passage<'r>, amount: &Amount) -> Option<Passage<'r>> {
    let head = passage.head_at(amount.at.start)?;
    (!nouns(&head).is_empty()).then_some(head)
}

/// Whether an amount belongs to no other thing in its passage.
fn stray(passage: &Passage, all: &[Amount], index: usize) -> bool {
    let amount = &all[index];
    // "Public liability insurance = £5m" below a line about turnover is a cover.
    if passage.has(COVER) {
        return false;
    }
    let from = all[..index].last().map_or(passage.range.start, |a| a.at.end);
    let other = passage.hits(OTHER).map(Hit::range).filter(|h| h.start >= from && h.end <= amount.at.start).last();
    let after = passage.hits(OTHER).any(|h| h.range().start >= amount.at.end && h.range().start - amount.at.end <= 2);
    let head_other = passage.head_has(amount.at.start, OTHER);
    let free = other.is_none_or(|o| told(passage, o.end..amount.at.start));
    free && !after && !head_other && amount.said
}

/// Whether the noun stands in a condition: "organisations with a turnover of £36m or more must publish …".
fn conditional(passage: &Passage, noun: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let led = |i: usize| tokens.is(i, "with|having|whose");
    let with = (noun.start.saturating_sub(6)..noun.start).filter(|i| passage.range.contains(i)).any(led);
    let case = passage.hits(IF).map(Hit::range).filter(|h| h.end <= noun.start).last();
    let case = case.filter(|h| !passage.clause_breaks(h.end..noun.start) && noun.start - h.end <= 14);
    if !with && case.is_none() {
        return false;
    }
    let start = case.map_or(noun.start.saturating_sub(8), |h| h.end);
    // "must be an organisation with a turnover of …", "only bidders with …", "we are looking for bidders with …"
    let strict = |cue: Cue| {
        passage
            .hits(cue)
            .any(|h| h.range().end <= start.max(passage.range.start) || with && h.range().end <= noun.start)
    };
    let asked = strict(MUST) || strict(around::ASK) || tokens.is(passage.range.start, "only");
    // "Where a bidder does not have a turnover of …, it will be excluded."
    let not = tokens.says(start..noun.start, "not|cannot|unable|no|fails|without|less");
    let excluded = passage.has(FAIL) && (not || passage.has(LESS));
    !asked && !excluded
}

/// Whether an amount is an upper end.
fn at_most(passage: &Passage, at: &Range<usize>) -> bool {
    let beside = |h: &Hit| {
        let h = h.range();
        h.end <= at.start && at.start - h.end <= 2 || h.start >= at.end && h.start - at.end <= 1
    };
    let lower =
        |h: &Hit| passage.hits(NOT_LESS).any(|n| n.range().start <= h.range().start && n.range().end >= h.range().end);
    passage.hits(LESS).any(|h| beside(h) && !lower(h))
}

/// The lot behind an amount: "£250,000 for Lot 2".
fn lot_behind(passage: &Passage, at: &Range<usize>) -> bool {
    passage.hits(LOT).any(|h| h.range().start >= at.end && h.range().start - at.end <= 2)
}

/// The lot that an amount is for.
fn lot_of(passage: &Passage, at: &Range<usize>) -> Option<String> {
    let tokens = passage.tokens();
    let behind = passage.hits(LOT).map(Hit::range).find(|h| h.start >= at.end);
    let linked = |h: &Range<usize>| {
        (at.end..h.start).all(|i| {
            tokens.is(i, "for|in|on|each|year|a|is|are|required|needed|applies")
                || tokens.kind(i) == Some(TokenKind::Open)
        })
    };
    match behind.filter(|h| h.start - at.end <= 4 && h.start > at.end && linked(h)) {
        Some(lot) => passage.part(lot.start..passage.range.end.min(lot.end + 2)).lot(lot.end + 2),
        None => around::lot(passage, at.start),
    }
}
