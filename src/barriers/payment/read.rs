//! When and how often money comes, and what may be kept back.

use std::ops::Range;

use super::cues::{
    ADMIN, ADVANCE, AIM, APPROVAL, ARREARS, BILLED_BEHIND, GOODS, HOW_OFTEN, INVOICE, MILESTONE, MONTH_END,
    NOT_DAYS_TO_PAY, PAY, PAY_WHEN_PAID, RESULTS, RETENTION, SET_OFF, SUBCONTRACTORS, TERMS,
};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::Cue;
use crate::language::passage::Passage;
use crate::language::period::{Period, Unit};
use crate::language::span::Span;
use crate::words::mentions;

/// Tokens that may stand between the paying and its days.
const REACH: usize = 24;

/// Days to pay suppliers and subcontractors.
pub fn days(passage: &Passage, facts: &mut Facts) {
    // "How many invoices did you pay in 60 days?" asks how somebody paid.
    if passage.asks() {
        return;
    }
    for (period, at) in passage.periods() {
        let days = in_days(&period);
        if !(1.0..=180.0).contains(&days) || matches!(period.unit, Unit::Hours | Unit::Years) {
            continue;
        }
        let Some(paying) = paying(passage, &at) else { continue };
        if something_else(passage, &paying, &at) || passage.law_says(&at) {
            continue;
        }
        let below = passage.has(SUBCONTRACTORS);
        let kind = if below { "payment.subcontractor_days" } else { "payment.days" };
        let mut fact = Fact::new(kind, passage.place(&[&paying, &at])).amount(days, "days").lot(passage.lot(at.start));
        fact = fact.detail("from", from(passage, &at));
        if period.unit == Unit::WorkingDays {
            fact = fact.detail("said", passage.slice(&at));
        }
        facts.add(fact);
        aim(passage, kind, facts);
    }
}

/// "within 30 days, and aims at ten": a number of days that is hoped for.
fn aim(passage: &Passage, kind: &'static str, facts: &mut Facts) {
    let Some(aim) = passage.first(AIM) else { return };
    let days = passage.numbers().find(|(n, at)| at.behind(&aim, 3) && (1.0..=60.0).contains(n));
    if let Some((days, at)) = days {
        let fact = Fact::new(kind, passage.place(&[&aim, &at])).amount(days, "days").stance(Stance::Preferred);
        facts.add(fact.detail("from", "invoice"));
    }
}

/// In days as an invoice counts them: a month as 30.
fn in_days(period: &Period) -> f64 {
    Period { amount: period.upper.unwrap_or(period.amount), ..*period }.days().round()
}

/// The words that make a period one of paying.
fn paying(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    let tokens = passage.tokens();
    let near = |h: &Range<usize>| h.before(at, REACH) || h.behind(at, 10);
    let pay = passage.each(PAY).filter(near).min_by_key(|h| h.start.abs_diff(at.start));
    let terms = passage.each(TERMS).find(near);
    let billed = passage.has(INVOICE) || passage.has(GOODS) || passage.has(MONTH_END);
    // "paid within 30 days": the law's own figure needs no invoice beside it.
    let within = at.start > 0 && tokens.is(at.start - 1, "within|in|net|of|than|days");
    if let Some(pay) = pay.filter(|_| billed || terms.is_some()) {
        return Some(pay);
    }
    if let Some(terms) = terms {
        return Some(terms);
    }
    // "Payment | 45 days" in a table, "Payment: 30 days" in a field or under that heading.
    let label = passage.row_label().is_some_and(|l| l.range.len() <= 4 && l.has_any(&[PAY, TERMS]));
    let headed =
        passage.range.len() <= 12 && passage.headings().next().is_some_and(|h| h.has(PAY) && h.range.len() <= 5);
    if (label || headed) && within_or_bare(passage, at) {
        return Some(at.clone());
    }
    // "The Supplier pays its subcontractors within 30 days", "We pay in 14 days"
    let told = |h: &Range<usize>| {
        h.before(at, REACH) && passage.has(SUBCONTRACTORS)
            || h.before(at, 5) && passage.says_before(h.start, 3, "we|council|authority|trust|university|board|buyer")
    };
    let told = |h: &Range<usize>| told(h) || passage.context_has(INVOICE);
    passage.each(PAY).find(|h| within && near(h) && !passage.has(NOT_DAYS_TO_PAY) && told(h))
}

fn within_or_bare(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    at.start == passage.range.start
        || tokens.all.get(at.start).is_some_and(|t| t.gap == crate::language::token::Gap::Cell)
        || tokens.is(at.start - 1, "within|in|net")
}

fn something_else(passage: &Passage, paying: &Range<usize>, at: &Range<usize>) -> bool {
    let span = paying.start.min(at.start).saturating_sub(4)..paying.end.max(at.end) + 4;
    let other = passage.each(NOT_DAYS_TO_PAY).any(|h| {
        // "in any event within 30 days of a disputed …" speaks of disputes only behind; what counts is what governs the period.
        span.contains(&h.start) && !(h.start < at.start && passage.tokens().is(h.start, "undisputed"))
    });
    // "95% of invoices within 60 days" is a record of paying, not a term.
    let record =
        passage.percents().any(|(_, p)| p.start.abs_diff(at.start) <= 16 && !passage.clause_breaks_hard(p.between(at)));
    let ruled_out = passage.negated(at) || record;
    let recovers = passage.says("deposit|premium|tax|pension|contributions|wages|salary|staff|employees|fine");
    other || ruled_out || recovers
}

/// When the clock starts.
fn from(passage: &Passage, at: &Range<usize>) -> &'static str {
    let behind = at.end..at.end + 14;
    let says = |cue: Cue| {
        passage.each(cue).any(|h| behind.contains(&h.start) || h.end + 1 >= at.start && h.start < at.end + 14)
    };
    if says(MONTH_END) {
        "month_end"
    } else if says(APPROVAL) {
        "approval"
    } else if passage.has(GOODS) && !passage.has(INVOICE) {
        "receipt_of_goods"
    } else {
        "invoice"
    }
}

/// How often, ahead or behind.
pub fn frequency(passage: &Passage, facts: &mut Facts) {
    let about_pay = passage.has(PAY) || passage.has(INVOICE) || passage.context_has(PAY);
    if !about_pay {
        return;
    }
    let often = |at: &Range<usize>, reach: usize| {
        HOW_OFTEN
            .iter()
            .flat_map(|(name, cue)| passage.each(*cue).map(move |h| (*name, h)))
            .filter(|(_, h)| h.start.abs_diff(at.start) <= reach && !passage.clause_breaks_hard(h.between(at)))
            .min_by_key(|(_, h)| (h.between(at).len(), usize::MAX - h.len()))
    };
    if let Some(at) = passage.first(ARREARS) {
        let tokens = passage.tokens();
        // What the supplier pays its own people is another thing.
        let denied = passage.negated(&at) || passage.says_before(at.start, 6, "no|employees|wages|salaries|volunteers");
        let around = at.start.saturating_sub(2)..at.end + 3;
        let debts = tokens.says(around.clone(), "rent|tax|council|tenants|debt");
        if !denied && !debts {
            let (name, words) = often(&at, 14).unwrap_or(("monthly", at.clone()));
            // "may invoice less often, for example quarterly or annually": the supplier is free to.
            let may = passage.has_before(crate::language::stance::MAY, &words, 10);
            let freely = may && passage.says_before(words.start, 10, "less|or");
            if freely {
                return;
            }
            let known = words != at;
            let fact = Fact::new("payment.arrears", passage.place(&[&words, &at])).lot(passage.lot(at.start));
            facts.add(if known { fact.named(name) } else { fact });
        }
    } else if let Some(at) = passage.first(HOW_OFTEN[5].1).filter(|_| passage.has(PAY)) {
        let pay = passage.each(PAY).any(|h| h.start.abs_diff(at.start) <= 10);
        let milestone = passage.has(MILESTONE) || passage.percents().next().is_some();
        if pay && !milestone && !passage.negated(&at) && !passage.has(RETENTION) && passage.periods().next().is_none() {
            facts.add(
                Fact::new("payment.arrears", passage.place(&[&passage.range, &at]))
                    .named("on_completion")
                    .lot(passage.lot(at.start)),
            );
        }
    }
    // "Invoices are sent at the end of each quarter"
    let billed = passage.first(INVOICE).filter(|_| !passage.has_any(&[ARREARS, ADVANCE]) && passage.has(BILLED_BEHIND));
    if let Some((invoice, end)) = billed.and_then(|i| Some((i, passage.first(BILLED_BEHIND)?)))
        && let Some((name, _)) = often(&end, 3)
        && !passage.negated(&invoice)
    {
        facts.add(
            Fact::new("payment.arrears", passage.place(&[&invoice, &end])).named(name).lot(passage.lot(end.start)),
        );
    }
    if let Some(at) = passage.first(ADVANCE).filter(|at| paid_ahead(passage, at)) {
        // "buyers will not pay for services in advance"
        // "Advance payments only in exceptional circumstances" promises none.
        if passage.says("exceptional|exceptionally") {
            return;
        }
        let not =
            passage.tokens().says(at.start.saturating_sub(6).max(passage.range.start)..at.start, "not|never|no|nor");
        let not = not || passage.says("prohibit|prohibits|prohibited");
        if not || passage.negated(&at) || passage.has(crate::language::stance::MAY_NOT) {
            facts.add(Fact::new("payment.advance", passage.place(&[&at])).stance(Stance::RuledOut));
        } else {
            let month = passage.periods().find(|(p, r)| p.months() == 1.0 && r.between(&at).len() <= 3);
            let month = || month.map(|(_, r)| ("monthly", r));
            let ahead = often(&at, 8).filter(|(name, _)| *name != "on_completion");
            let (name, words) = ahead.or_else(month).unwrap_or(("upfront", at.clone()));
            facts.add(
                Fact::new("payment.advance", passage.place(&[&words, &at]))
                    .named(name)
                    .stance(Stance::Offered)
                    .lot(passage.lot(at.start)),
            );
        }
    } else if let Some(at) =
        passage.first(MILESTONE).filter(|at| !passage.negated(at) && !passage.defines() && !in_definitions(passage))
    {
        facts.add(Fact::new("payment.advance", passage.place(&[&at])).named("milestone").stance(Stance::Offered));
    }
}

/// Below a heading such as "Definitions".
fn in_definitions(passage: &Passage) -> bool {
    passage.headings().next().is_some_and(|h| h.says("definitions|definition|interpretation|glossary"))
}

/// "in advance" is said of notice as often as of money.
fn paid_ahead(passage: &Passage, at: &Range<usize>) -> bool {
    // "How we pay:", and a line "quarterly in advance"
    let near = |cue: Cue| passage.has_beside(cue, at, 7) || passage.range.len() <= 4 && passage.lead_in_has(cue);
    let notice = passage.range.clone().any(|i| {
        passage.tokens().is(i, "notice|notify|notified|approval|bond|well|loan|rent") && i.abs_diff(at.start) <= 6
    });
    // "in advance of the end of the month" is a date to keep, "in advance of each quarter" is not.
    let tokens = passage.tokens();
    let date = tokens.is(at.end, "of") && tokens.says(at.end + 1..at.end + 4, "end|deadline|date|meeting|due|closing");
    let agreed = tokens.is(at.start.wrapping_sub(1), "agreed");
    (near(PAY) || near(INVOICE) || tokens.is(at.end - 1, "payment|payments")) && !notice && !agreed && !date
}

/// The share that depends on outcomes.
pub fn results(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(RESULTS) else { return };
    if passage.negated(&at)
        || without(passage, &at)
        || !passage.has_any(&[PAY, INVOICE, super::prices::PRICES]) && !passage.says("value|funding|sum")
    {
        return;
    }
    let share = passage.percents().find(|(_, p)| p.between(&at).len() <= 14);
    let fact = match share {
        Some((share, p)) => Fact::new("payment.results", passage.place(&[&p, &at])).amount(share, "percent"),
        // Without a share only the name of the thing is sure: "payment by results".
        None if mentions(passage.slice(&at), "result") || mentions(passage.slice(&at), "outcome pay") => {
            Fact::new("payment.results", passage.place(&[&at]))
        }
        None => return,
    };
    facts.add(fact.lot(passage.lot(at.start)));
}

/// Money kept back: only with a share, since staff, records and customers are retained too.
pub fn retention(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(RETENTION) else { return };
    let money = passage.has(PAY)
        || passage.has(INVOICE)
        || passage.context_has(PAY)
        || passage.context_has(RETENTION)
        || passage.says("retention|retentions|sum|sums|price|charges|value|fee|fees");
    let people =
        passage.says("staff|employees|records|data|customer|customers|workforce|tenants|participants|learners|rate");
    for (share, p) in passage.percents().filter(|(s, _)| *s <= 30.0) {
        let close = p.between(&at).len() <= 10;
        if close && money && !people && !passage.negated(&at) {
            facts.add(
                Fact::new("payment.retention", passage.place(&[&at, &p]))
                    .amount(share, "percent")
                    .lot(passage.lot(p.start)),
            );
            return;
        }
    }
    let none = passage.negated(&at) || passage.tokens().is(at.start.wrapping_sub(1), "no");
    if none && passage.tokens().is(at.start, "retention|retentions") && !people {
        facts.add(Fact::new("payment.retention", passage.place(&[&at])).stance(Stance::RuledOut));
    }
}

/// What a contract is called in itself.
const CONTRACTS: &str = "contract|agreement|framework";

/// Deductions over other contracts, and payment only when the payer is paid.
pub fn set_off(passage: &Passage, facts: &mut Facts) {
    if let Some(at) =
        passage.first(PAY_WHEN_PAID).filter(|at| !passage.negated(at) && !passage.has(crate::language::stance::MAY_NOT))
    {
        let exact = passage.slice(&at);
        if mentions(exact, "when paid") || mentions(exact, "if paid") || passage.has(PAY) {
            facts.add(Fact::new("payment.set_off", passage.place(&[&at])).detail("kind", "pay_when_paid"));
            return;
        }
    }
    let Some(at) = passage.first(SET_OFF) else { return };
    let buyer_may = passage.whose(&at) != Some(crate::language::whose::Whose::Bidder)
        || passage.each(crate::language::whose::BUYER).any(|h| h.end <= at.start);
    let tokens = passage.tokens();
    let has = |words: &str| passage.says(words);
    let this_contract = passage.range.clone().any(|i| tokens.is(i, "this") && tokens.is(i + 1, CONTRACTS));
    let other_contract = has("other|another") || has("any") && !this_contract;
    if buyer_may && other_contract && !passage.negated(&at) && !without(passage, &at) {
        let kind = if has("other|another") { "set_off" } else { "any_sum" };
        facts.add(Fact::new("payment.set_off", passage.place(&[&at])).detail("kind", kind));
    }
}

/// "without set-off", "no set-off": the supplier is paid in full, or may not set off itself.
fn without(passage: &Passage, at: &Range<usize>) -> bool {
    passage.says_before(at.start, 4, "without|no|not|free")
}

/// What makes getting paid dear or slow.
pub fn admin(passage: &Passage, facts: &mut Facts) {
    for (name, cue) in ADMIN {
        let Some(at) = passage.first(cue) else { continue };
        let stance = passage.stance_or_lead(&at);
        if passage.negated(&at) || without(passage, &at) {
            continue;
        }
        // "Prompt payment discount" among what an invoice shows: the line may stay empty.
        let line =
            name == "early_payment_discount" && at.len() >= passage.range.len() && passage.lead_ins().next().is_some();
        let asked = !line && (name != "vat_registered" || stance == Some(Stance::Required));
        let conditional =
            passage.range.clone().any(|i| passage.tokens().is(i, "if|where|whether|unless") && i < at.start);
        if stance != Some(Stance::RuledOut) && asked && !(name == "vat_registered" && conditional) {
            facts.add(Fact::new("payment.admin", passage.place(&[&at])).named(name).stance(Stance::Required));
        }
    }
}
