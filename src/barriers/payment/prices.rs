//! What prices do over the term, and what late payment costs the payer.

use std::ops::Range;

use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::Cue;
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::MAY_NOT;

/// Fixed prices.
pub const FIXED: Cue = Cue::named("payment.fixed");
pub(super) const FIXED_WORDS: &[&str] = &[
    "fixed|firm price|prices|rate|rates|fee|fees|cost|costs",
    "price|prices|rate|rates|fees|charges|costs|sum ~5 fixed|firm|held|unchanged",
    "price|prices|rate|rates|fees|charges ~4 remain|stay|be ~2 fixed|firm|unchanged|same",
    "hold|held|keep ~3 price|prices|rates for",
    "no price|inflationary|annual|inflation increase|increases|uplift|uplifts|review|reviews|adjustment",
    "no|any ~3 increase|increases|uplift|adjustment|variation in|to|of ~3 price|prices|rates|charges|fees",
    "no uplift|uplifts|indexation|inflation",
    "not be? subject to ~4 increase|increases|uplift|indexation|variation|inflation|review|adjustment",
];
/// Prices.
pub const PRICES: Cue = Cue::aside("payment.prices");
pub(super) const PRICE_WORDS: &[&str] =
    &["price|prices|pricing|rate|rates|fee|fees|charge|charges|tariff|tariffs|cost|costs", "contract sum"];
/// An index that prices follow.
pub const INDEX: Cue = Cue::named("payment.index");
pub(super) const INDEX_WORDS: &[&str] = &[
    "cpi|cpih|rpi|rpix|bcis|awe",
    "consumer|retail price|prices index|indices",
    "indexation|indexed|index linked",
    "inflation|inflationary|annual uplift|increase|adjustment|rise",
    "line|accordance with ~2 inflation",
    "uplift|uplifted|increase|increased|rise ~6 national|real living wage",
    "average earnings index|weekly?",
];
/// The statutory rate.
pub const STATUTORY: Cue = Cue::named("payment.statutory-interest");
pub(super) const STATUTORY_WORDS: &[&str] =
    &["late payment of commercial debts", "statutory interest|rate", "late payment act|legislation"];
/// Interest.
pub const INTEREST: Cue = Cue::named("payment.interest");
pub(super) const INTEREST_WORDS: &[&str] = &["interest"];
/// Over the base rate.
pub const OVER_BASE: Cue = Cue::named("payment.over-base");
pub(super) const OVER_BASE_WORDS: &[&str] =
    &["above|over ~5 base", "base rate|lending", "late|overdue|unpaid", "per annum"];

/// Prices that are held for fewer months are those of a bid.
const LEAST_HELD: f64 = 7.0;

/// Prices that stay the same.
pub fn fixed(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(FIXED) else { return };
    // "fixed price" names a kind of contract; only what says that it stays so over time is a promise.
    let held = passage.says("remain|held|hold|duration|throughout|term|life|lifetime|period|increase|increases|uplift|uplifts|indexation|inflation|unchanged|review");
    let period = passage.periods().find(|(_, p)| p.start >= at.start && p.start <= at.end + 14);
    if !held && period.is_none() {
        return;
    }
    // "Prices are fixed for the first year and then follow CPI" is no price fixed for the term.
    if passage.has(INDEX) && !no_index(passage) || passage.after().is_some_and(|a| a.has(INDEX) && !no_index(&a)) {
        return;
    }
    if (at.start.saturating_sub(2)..at.end)
        .any(|i| passage.tokens().is(i, "not") && !passage.tokens().is(i + 1, "be|subject"))
        || passage.says("validity|valid|disaster|relief|back|closing")
    {
        return;
    }
    // "Prices must be held for 90 days from the date of the tender" is how long a bid stands.
    if passage.says("tender|tenders|bid|quotation") && period.as_ref().is_some_and(|(p, _)| p.months() < LEAST_HELD) {
        return;
    }
    let place = passage.place(&[&at, &period.clone().map_or(at.clone(), |p| p.1)]);
    let fact = Fact::new("payment.price_fixed", place).lot(passage.lot(at.start));
    facts.add(match period.map(|p| p.0.months()).filter(|m| *m >= 3.0) {
        Some(months) => fact.amount(months, "months"),
        None => fact,
    });
}

/// Whether the passage says that there is no index.
fn no_index(passage: &Passage) -> bool {
    passage.each(INDEX).all(|h| {
        let barred = |n: Range<usize>| n.before(&h, 8) || n.start <= h.start && h.end <= n.end;
        passage.negated(&h)
            || passage.tokens().is(h.start.wrapping_sub(1), "no|without")
            || passage.each(MAY_NOT).any(barred)
            || passage.each(FIXED).any(|f| barred(f.clone()) && passage.tokens().says(f.clone(), "no|not"))
    })
}

/// Prices that follow an index.
pub fn indexation(passage: &Passage, facts: &mut Facts) {
    // "An annual uplift not above CPI": the index itself, where it is named.
    let names = |h: &Range<usize>| passage.tokens().says(h.clone(), "cpi|cpih|rpi|rpix|bcis|awe|consumer|retail");
    let Some(at) = passage.each(INDEX).find(names).or_else(|| passage.first(INDEX)) else { return };
    // "Our prices went up by CPI" is of the past.
    let past = passage.says("went|rose|were");
    let named = passage.tokens().says(at.clone(), "cpi|cpih|rpi|rpix|consumer|retail")
        && passage.says("uplift|uplifts|uplifted|increase");
    let priced = !past && named || passage.concerns(PRICES) || passage.before_has(PRICES);
    if !priced || past || no_index(passage) {
        return;
    }
    let words = passage.slice(&at);
    let named = [
        ("cpih", "CPIH"),
        ("cpi", "CPI"),
        ("consumer", "CPI"),
        ("rpi", "RPI"),
        ("retail", "RPI"),
        ("awe", "AWE"),
        ("earnings", "AWE"),
        ("living wage", "living wage"),
        ("bcis", "BCIS"),
    ];
    let index = named.iter().find(|(w, _)| crate::words::mentions(words, w)).map(|n| n.1);
    let fact =
        Fact::new("payment.indexation", passage.place(&[&at])).stance(Stance::Offered).lot(passage.lot(at.start));
    facts.add(match index {
        Some(name) => fact.named(name),
        None => fact,
    });
}

/// "interest is not payable", "will not be paid".
fn unpaid(passage: &Passage, at: &std::ops::Range<usize>) -> bool {
    passage.tokens().says(at.end..at.end + 4, "not")
}

/// Interest on late payment, in per cent over the base rate.
pub fn late_interest(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(INTEREST).or_else(|| passage.first(STATUTORY)) else { return };
    let tokens = passage.tokens();
    let late = passage.has(STATUTORY) || passage.has(OVER_BASE);
    let declared =
        passage.says("conflict|conflicts|declaration|expression|expressions|register|public|rent|tenants|loan|loans");
    if declared || !late && !tokens.is(at.start.wrapping_sub(1), "no") {
        return;
    }
    let place = |range| passage.place(&[&at, range]);
    if let Some((share, p)) = passage.percents().find(|(_, p)| p.start.abs_diff(at.start) <= 24) {
        // "The Act would otherwise give 8%" is what the parties put aside.
        if !passage.law_says(&p) {
            facts.add(Fact::new("payment.late_interest", place(&p)).amount(share, "percent"));
        }
    } else if passage.has(STATUTORY)
        && !passage.negated(&at)
        && !passage.has(MAY_NOT)
        // "a substantial remedy for the purposes of the Act" puts another rate in its place.
        && !passage.says("substantial")
    {
        // The statutory rate is 8 % over base: Late Payment of Commercial Debts (Interest) Act 1998.
        facts.add(Fact::new("payment.late_interest", place(&at)).amount(8.0, "percent"));
    } else if (tokens.is(at.start.wrapping_sub(1), "no") || passage.negated(&at) || unpaid(passage, &at))
        && passage.has(OVER_BASE)
    {
        facts.add(Fact::new("payment.late_interest", place(&at)).amount(0.0, "percent"));
    }
}
