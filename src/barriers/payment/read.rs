//! When and how often money comes, and what may be kept back.

use std::ops::Range;

use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::period::{Period, Unit};
use crate::language::span::Span;
use crate::words::mentions;

/// Paying.
const PAY: Cue = Cue::named("payment.pay");
/// What is paid.
const INVOICE: Cue = Cue::named("payment.invoice");
/// "Payment terms", "payment period": a heading or a label for the days.
const TERMS: Cue = Cue::named("payment.terms");
/// The clock starts only then.
const APPROVAL: Cue = Cue::aside("payment.approval");
/// The clock starts at the end of the month.
const MONTH_END: Cue = Cue::named("payment.month-end");
/// The clock starts with the goods.
const GOODS: Cue = Cue::named("payment.goods");
/// What the buyer hopes to do.
const AIM: Cue = Cue::named("payment.aim");
/// Those further down the chain.
const SUBCONTRACTORS: Cue = Cue::aside("payment.subcontractors");
/// Periods beside a payment that are something else.
const NOT_DAYS_TO_PAY: Cue = Cue::aside("payment.not-days");
/// Behind the work.
const ARREARS: Cue = Cue::named("payment.arrears");
/// Ahead of it.
const ADVANCE: Cue = Cue::named("payment.advance");
/// Billed at the end of what was worked.
const BILLED_BEHIND: Cue = Cue::named("payment.billed-behind");
/// How often, by the words of the vocabulary.
const HOW_OFTEN: [(&str, Cue); 6] = [
    ("weekly", Cue::named("payment.weekly")),
    ("monthly", Cue::named("payment.monthly")),
    ("quarterly", Cue::named("payment.quarterly")),
    ("six_monthly", Cue::named("payment.six-monthly")),
    ("annually", Cue::named("payment.annually")),
    ("on_completion", Cue::named("payment.on-completion")),
];
/// At stages of the work.
const MILESTONE: Cue = Cue::named("payment.milestone");
/// For outcomes.
const RESULTS: Cue = Cue::named("payment.results");
/// Money kept back.
const RETENTION: Cue = Cue::named("payment.retention");
/// Deducting what is owed elsewhere.
const SET_OFF: Cue = Cue::named("payment.set-off");
/// Paid only when the payer has been.
const PAY_WHEN_PAID: Cue = Cue::named("payment.pay-when-paid");
/// What makes getting paid dear or slow, by the names that `payment.admin` gives.
const ADMIN: [(&str, Cue); 4] = [
    ("early_payment_discount", Cue::named("payment.admin.discount")),
    ("supplier_finance", Cue::named("payment.admin.finance")),
    ("vat_registered", Cue::named("payment.admin.vat")),
    ("portal_fee", Cue::named("payment.admin.fee")),
];

/// The family's cues.
pub const CUES: &CueList = &[
    (PAY, &["pay|pays|paid|payment|payments|payable|paying|settle|settled|remit|remitted|reimbursed"]),
    (INVOICE, &["invoice|invoices|invoiced|invoicing", "demand for payment", "undisputed sum|sums|amount"]),
    (
        TERMS,
        &[
            "payment terms|term|period|days|timescale|timescales",
            "terms of payment",
            "standard payment",
            "terms are|is ~1 payment",
            "net payment|terms?",
        ],
    ),
    (
        APPROVAL,
        &[
            "from|of|after|following ~3 approval|approved|verification|verified|certification|certified|acceptance|accepted|agreement|authorisation|authorised|matching",
            "approved|certified|accepted|verified invoice",
        ],
    ),
    (
        MONTH_END,
        &[
            "from|of|after|following the? end of the? month|calendar?",
            "end of the? month ~3 in which|of|following",
            "eom",
            "month end",
            "following month",
            "month following",
        ],
    ),
    (GOODS, &["receipt|delivery of the? goods|deliverables|products|supplies", "goods ~4 received|delivered"]),
    (AIM, &["aim|aims|aiming|target|targets|endeavour|endeavours"]),
    (
        SUBCONTRACTORS,
        &[
            "sub contractor|contractors|contract|contracts|supplier|suppliers|consultant|consultants",
            "subcontractor|subcontractors|subcontract|subcontracts",
            "supply chain",
            "sub-contracting|subcontracting",
        ],
    ),
    (
        NOT_DAYS_TO_PAY,
        &[
            "before|prior to? the? first|final? payment|payments|date|start|invoice",
            "fails|failed|notice|notify|notified|notification|dispute|disputed|disputes|query|queries|object|terminate|termination|interest|late|overdue|refund|overpayment|bank",
            "submit|submitted|issue|raise|send ~3 invoice|invoices",
            "invoice|invoices ~4 submitted|issued|raised|sent|rendered within",
            "response|respond|acknowledge|remedy|rectify",
            "payment performance|practices|record|certificate",
            "on average",
            "average|percent|per cent of ~3 invoices|payments",
            "percentage|proportion of ~3 invoices|payments",
        ],
    ),
    (ARREARS, &["in? arrears|arrear", "paid ~2 weeks|week|month|months behind"]),
    (BILLED_BEHIND, &["at|after the end of each|every calendar? month|quarter|week|year"]),
    (
        ADVANCE,
        &[
            "in advance",
            "upfront payment|payments?",
            "up front payment|payments?",
            "advance payment|payments",
            "payment|paid|pay ~3 upfront",
            "payment|paid|pay ~3 up front",
            "mobilisation payment|payments|fee",
            "paid|pay|payable|payment ~6 on|upon signing|signature|appointment|inception",
            "paid|pay|payment|payments ~3 at the start|beginning of each",
        ],
    ),
    (HOW_OFTEN[0].1, &["weekly|fortnightly", "each|every|per week"]),
    (
        HOW_OFTEN[1].1,
        &[
            "monthly",
            "each|every|per calendar? month",
            "calendar month",
            "end of each|the|every month",
            "4|four weekly",
            "every 4|four weeks",
        ],
    ),
    (
        HOW_OFTEN[2].1,
        &["quarterly", "each|every|per quarter", "three monthly", "end of each|the|every quarter", "3 monthly"],
    ),
    (
        HOW_OFTEN[3].1,
        &[
            "six monthly",
            "6 monthly",
            "half yearly",
            "biannually|semiannually",
            "twice a year|yearly",
            "every six|6 months",
        ],
    ),
    (
        HOW_OFTEN[4].1,
        &["annually|yearly", "annual payment|invoice|in|payments|arrears", "end of each|the year", "once a year"],
    ),
    (
        HOW_OFTEN[5].1,
        &[
            "on|upon|after|following ~2 completion|conclusion of? the? contract|services|service|works|work|project?",
            "on|upon|after|at ~2 end of the contract|project|services|works|programme",
            "on|upon|after ~3 final|satisfactory completion|delivery|report",
            "one|single payment ~3 made|paid ~1 when|on|upon|after|at",
        ],
    ),
    (
        MILESTONE,
        &["milestone|milestones|stage|staged payment|payments", "payment|payments|paid ~6 milestones|milestone|stages"],
    ),
    (
        RESULTS,
        &[
            "payment|payments|paid|pay by results|outcomes",
            "outcome|outcomes|results|performance based payment|payments|fee|fees",
            "outcome payment|payments|tariff",
            "payment|payments|paid|payable|fee|charges ~8 outcome|outcomes|results achieved?",
            "pbr",
            "depends|depend|dependent|conditional|contingent|linked|tied on|upon|to ~2 outcome|outcomes|results",
            "sustained outcome|outcomes|employment",
        ],
    ),
    (
        RETENTION,
        &[
            "retention|retentions|retain|retained|retains|retaining|withhold|withheld|withholds|holdback",
            "hold|held|keep|kept back|over",
        ],
    ),
    (
        SET_OFF,
        &[
            "set off",
            "setoff",
            "offset",
            "deduct|deducted|recover|recovered|withhold|withheld|take ~8 any sum|sums|amount|amounts ~14 other|another|any agreement|contract|contracts",
        ],
    ),
    (
        PAY_WHEN_PAID,
        &[
            "pay|paid when|if paid",
            "pay|pays|paid ~2 once|when|after ~6 been paid",
            "only ~3 paid|pay ~4 when|once|if ~6 received|receives|paid",
            "payment ~6 conditional|contingent|dependent on|upon ~6 receipt|receiving|payment|funding",
        ],
    ),
    (
        ADMIN[0].1,
        &[
            "early|prompt payment discount|rebate|discounts|rebates",
            "settlement discount|discounts",
            "discount ~4 for early|prompt|on|timely payment?",
            "rebate ~4 early|prompt|faster payment",
        ],
    ),
    (
        ADMIN[1].1,
        &[
            "supplier|supply chain finance scheme",
            "supplier|suppliers incentive scheme|programme",
            "early payment scheme|programme",
        ],
    ),
    (
        ADMIN[2].1,
        &[
            "must|shall be vat registered",
            "vat registered suppliers|organisations|companies|bidders only",
            "vat registration ~3 required|mandatory|essential",
            "registered for vat",
        ],
    ),
    (
        ADMIN[3].1,
        &[
            "fee|charge|subscription ~10 e? invoicing|invoice|payment portal|platform|system|network",
            "charge|fee ~4 each|per invoice",
        ],
    ),
    (super::prices::FIXED, super::prices::FIXED_WORDS),
    (super::prices::PRICES, super::prices::PRICE_WORDS),
    (super::prices::INDEX, super::prices::INDEX_WORDS),
    (super::prices::STATUTORY, super::prices::STATUTORY_WORDS),
    (super::prices::INTEREST, super::prices::INTEREST_WORDS),
    (super::prices::OVER_BASE, super::prices::OVER_BASE_WORDS),
];

/// Tokens that may stand between the paying and its days.
const REACH: usize = 24;

/// Days to pay suppliers and subcontractors.
pub fn days(passage: &Passage, facts: &mut Facts) {
    // "How many invoices did you pay in 60 days?" asks how somebody paid.
    if passage.text().ends_with('?') {
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
        let denied = passage.negated(&at) || passage.says_before(at.start, 5, "no");
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
    let near = |cue: Cue| passage.has_beside(cue, at, 7);
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
        let stance = passage.stance(&at);
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
