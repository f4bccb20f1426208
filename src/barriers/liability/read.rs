//! Reading caps on liability, the lack of one, broad indemnities and damages agreed in advance.

use std::ops::Range;

use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::language::stance::{MAY, MUST};
use crate::language::whose::{BIDDER, BUYER};
use crate::list::Listed;
use crate::words::grouped;

/// Being liable.
const LIABILITY: Cue = Cue::named("liability.liability");
/// Words that set a limit.
const LIMITED: Cue = Cue::named("liability.limited");
/// Said outright to have none.
const UNLIMITED: Cue = Cue::named("liability.unlimited");
/// A clause that keeps some liability out of the limits.
const NOT_LIMITED: Cue = Cue::named("liability.not-limited");
/// What the law itself lets nobody limit.
const BY_LAW: Cue = Cue::aside("liability.by-law");
/// Insurance, which has limits of its own.
const INSURANCE: Cue = Cue::aside("liability.insurance");
/// A limit at what an insurer pays.
const AS_INSURED: Cue = Cue::named("liability.as-insured");
/// A limit at the price, with no percentage.
const THE_PRICE: Cue = Cue::named("liability.the-price");
/// Making good another's loss.
pub const INDEMNIFY: Cue = Cue::named("liability.indemnify");
/// Every loss.
const ALL_LOSSES: Cue = Cue::aside("liability.all-losses");
/// Whoever caused it.
const ANY_CAUSE: Cue = Cue::aside("liability.any-cause");
/// Whoever is at fault.
const REGARDLESS: Cue = Cue::named("liability.regardless");
/// Up to no amount.
const WITHOUT_LIMIT: Cue = Cue::named("liability.without-limit");
/// Only what the supplier itself did wrong.
const OWN_FAULT: Cue = Cue::aside("liability.own-fault");
/// Of several amounts the larger, the smaller.
const GREATER: Cue = Cue::named("liability.greater");
const LESSER: Cue = Cue::named("liability.lesser");
/// A year's.
const YEARLY: Cue = Cue::aside("liability.yearly");
/// Damages agreed in advance.
const DAMAGES: Cue = Cue::named("liability.damages");
/// Words by which they apply.
const APPLY: Cue = Cue::aside("liability.apply");
/// The most of them.
const AT_MOST: Cue = Cue::aside("liability.at-most");
/// What a limit, or the lack of one, is for, by the names of the detail `for`.
const MATTERS: [(&str, Cue); 5] = [
    ("data_protection", Cue::named("liability.for.data")),
    ("staff_transfer", Cue::named("liability.for.staff")),
    ("intellectual_property", Cue::named("liability.for.rights")),
    ("property", Cue::named("liability.for.property")),
    ("indemnities", Cue::named("liability.for.indemnities")),
];

pub const CUES: &CueList = &[
    (LIABILITY, &["liability", "liable", "liabilities under|arising|to"]),
    (
        LIMITED,
        &[
            "limited|restricted to",
            "capped",
            "not|never|nor|neither ~6 exceed|exceeds|exceeding",
            "no event ~12 exceed",
            "no|not more|greater|higher than",
            "more|excess than|of",
            "be|is up to",
            "cap|limit|ceiling|limitation on|of|to|for|is|at|shall|will",
            "liability cap|limit",
            "maximum|total|overall|aggregate ~3 liability",
            "liability ~4 maximum",
        ],
    ),
    (
        UNLIMITED,
        &[
            "unlimited|uncapped liability|liabilities|indemnity|indemnities",
            "liability|liabilities ~14 unlimited|uncapped",
            "liability|liabilities ~8 not be? limited|capped",
            "liability|liabilities|indemnify|indemnified|indemnifies ~6 without any? limit|cap",
            "no|any|without|accept ~2 limit|cap|limits|ceiling|limitation to|on|of ~5 liability|liabilities",
        ],
    ),
    (
        NOT_LIMITED,
        &[
            "not|nothing|neither|nor ~8 limit|limits|exclude|excludes|cap|caps|restrict|restricts ~6 liability|liabilities|following",
        ],
    ),
    (
        BY_LAW,
        &[
            "death|fraud|fraudulent|fraudulently|bribery",
            "personal injury",
            "cannot|may|can not? be ~3 limited|excluded",
            "limited|excluded ~4 by law",
        ],
    ),
    (
        INSURANCE,
        &["insurance|insurances|insure|insured|insurer|insurers|policy|policies|insures", "limit of indemnity"],
    ),
    (
        AS_INSURED,
        &[
            "limited|capped to|at ~6 insured|insurance|insurances|policy|insurers",
            "not exceed ~6 insured|insurance|insurances|policy",
        ],
    ),
    (
        THE_PRICE,
        &[
            "limited to|at ~4 charges|price|fees|fee|sums|value ~3 paid|payable",
            "limited to|at the? contract price|value|sum",
            "capped at ~4 charges|price|fees|fee|value|sums",
            "not exceed the ~3 charges|price|fees|fee|value|sums",
            "more than the ~3 charges|price|fees|fee|value|sums",
        ],
    ),
    (INDEMNIFY, &["indemnify|indemnifies", "keep|keeps|hold|holds ~4 indemnified", "full|fully|be indemnified"]),
    (
        ALL_LOSSES,
        &[
            "all|any|every ~4 losses|loss|claims|claim|liabilities|liability|damages|costs|actions|action|proceedings|demands|expenses",
        ],
    ),
    (ANY_CAUSE, &["howsoever|however|whatsoever|whatever|whomsoever", "any|every cause|kind|nature"]),
    (REGARDLESS, &["whether or not", "whether ~8 or otherwise"]),
    (WITHOUT_LIMIT, &["without any? limit", "unlimited"]),
    (
        OWN_FAULT,
        &[
            "negligence|negligent|breach|breaches|default|defaults|wilful|fault|failure|wrongful|misconduct|omission|omissions|infringement|infringes",
        ],
    ),
    (GREATER, &["greater|higher|larger of", "whichever is? the? greater|higher|larger"]),
    (LESSER, &["lesser|lower|smaller of", "whichever is? the? lesser|lower|smaller"]),
    (YEARLY, &["annual|yearly|annually|year|years", "twelve|12 months", "per annum"]),
    (
        DAMAGES,
        &[
            "liquidated and? ascertained? damages",
            "delay damages",
            "service credit|credits",
            "performance|payment|financial|default|kpi|service deduction|deductions|credits|penalty|penalties",
            "lads",
        ],
    ),
    (
        APPLY,
        &[
            "apply|applies|applied|deduct|deducts|deducted|make|levy|levied|payable|pay|paid|entitled|entitle|charged|incur|incurs|accrue|accrues|calculated|rate|claim|deduction|become|be",
        ],
    ),
    (AT_MOST, &["maximum|cap|capped|limit|limited|exceed|exceeds", "up to", "more than"]),
    (
        MATTERS[0].1,
        &[
            "data protection|loss|breach|breaches|subject|subjects",
            "personal|confidential data|information",
            "gdpr|confidentiality",
        ],
    ),
    (
        MATTERS[1].1,
        &[
            "tupe",
            "employment regulations|liabilities",
            "staff transfer|transfers",
            "employee|employees liability|liabilities",
            "transferring employees|staff",
        ],
    ),
    (MATTERS[2].1, &["intellectual property", "ipr|iprs|copyright|patent", "third party rights"]),
    (MATTERS[3].1, &["damage to ~3 property", "property damage|default|defaults", "loss of property"]),
    (MATTERS[4].1, &["indemnity|indemnities"]),
];

/// The times whose payment a deduction is a share of, by the names of the detail `of`.
const TIMES: [(&str, &str); 4] =
    [("day", "day|daily"), ("week", "week|weekly"), ("month", "month|monthly"), ("year", "year|annual|yearly|annum")];

/// Smaller sums limit what members of a company owe, or are examples.
const SMALLEST_CAP: f64 = 1_000.0;
/// Tokens between the word that limits and the amount.
const REACH: usize = 18;

/// The name of what a limit is for.
fn matter(passage: &Passage) -> Option<&'static str> {
    MATTERS.iter().find(|m| passage.has(m.1)).map(|m| m.0)
}

/// The first mention of liability that is no name of an insurance.
fn liability(passage: &Passage) -> Option<Range<usize>> {
    const COVERS: [&str; 14] = [
        "public",
        "products",
        "product",
        "employers",
        "employer",
        "compulsory",
        "third",
        "professional",
        "motor",
        "occupiers",
        "civil",
        "cyber",
        "malpractice",
        "contractors",
    ];
    let tokens = passage.tokens();
    let cover = |h: &Range<usize>| {
        (h.start.saturating_sub(3).max(passage.range.start)..h.start).any(|i| {
            let word = tokens.word(i).to_ascii_lowercase();
            COVERS.contains(&crate::words::owner(&word))
        }) || tokens.is(h.end, "insurance|insurances|cover|policy|partnership")
    };
    // What an insurance covers is liability too.
    let insured = passage.first(INSURANCE).map(|i| i.start);
    passage.each(LIABILITY).find(|h| !cover(h) && insured.is_none_or(|i| i > h.start))
}

/// Whether the liability at a place is the buyer's: "the Council's liability", "the liability of the Council".
fn of_buyer(passage: &Passage, at: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    let last = |cue: Cue| passage.each(cue).filter(|h| h.before(at, NEAR)).map(|h| h.end).max();
    let next = |cue: Cue| passage.each(cue).filter(|h| h.behind(at, NEAR)).map(|h| h.start).min();
    match (last(BUYER), last(BIDDER)) {
        (None, None) => {
            let of = passage.tokens().is(at.end, "of");
            of && next(BUYER).is_some_and(|b| next(BIDDER).is_none_or(|s| b < s))
        }
        (buyer, bidder) => buyer > bidder,
    }
}

/// An amount that a limit may have.
fn amount(passage: &Passage, from: usize) -> Option<(Box<Fact>, Range<usize>)> {
    let fact = |at: &Range<usize>| Fact::new("liability.cap", passage.place(&[at])).stance(Stance::Stated);
    passage.quantities().filter(|q| q.first as usize >= from).find_map(|q| {
        let at = q.range();
        match q.what {
            Quantity::Money(m) if m.said && m.amount >= SMALLEST_CAP => {
                Some((fact(&at).amount(m.amount, m.currency), at))
            }
            Quantity::Percent(p) if p.share >= 10.0 => Some((fact(&at).amount(p.share, "percent"), at)),
            Quantity::Times(times) if (1.0..=20.0).contains(&times) => {
                Some((fact(&at).amount(times * 100.0, "percent"), at))
            }
            _ => None,
        }
    })
}

/// Caps: "shall not exceed the greater of £1m and 125% of the yearly Charges".
pub fn cap(passage: &Passage, facts: &mut Facts) {
    if passage.is_heading() {
        return;
    }
    let own = liability(passage).filter(|at| passage.has(LIMITED) && !of_buyer(passage, at));
    // "Our insurance covers … The limit of liability is £20m." is that of a policy.
    if !passage.has(BIDDER) && passage.before_has(INSURANCE) {
        return;
    }
    let (from, said) = if let Some(at) = own {
        // "liable … for more than": the limit stands behind; "the maximum liability … is": in front.
        let limit = passage.each(LIMITED).filter(|h| h.end >= at.start || at.start - h.end <= 4).last();
        let Some(limit) = limit else { return };
        (limit.start.min(at.end), at.start.min(limit.start)..at.end.max(limit.end))
    } else {
        // An item of a list, or a short value under its label, says only the amount.
        let says = |p: &Passage| p.has(LIMITED) && liability(p).is_some_and(|at| !of_buyer(p, &at));
        if !passage.may_concern(&[LIMITED]) {
            return;
        }
        let around = || passage.lead_ins().take(2).chain(passage.label());
        let insured = || around().chain(passage.headings()).any(|p| p.has(INSURANCE));
        if !around().any(|p| says(&p)) || passage.has(INSURANCE) || insured() {
            return;
        }
        (passage.range.start, passage.range.clone())
    };
    // A table of insurances has limits of liability too.
    let covers = |p: Passage| p.has(INSURANCE) || crate::words::mentions(p.text(), "indemnity");
    if passage.in_row() && passage.context().any(covers) {
        return;
    }
    let found = amount(passage, from).filter(|(_, at)| at.start.saturating_sub(said.end) <= REACH);
    let (mut fact, at) = match found {
        Some((fact, at)) => (fact, at),
        None if let Some((fact, _)) =
            passage.defined("cap|limit|liability").and_then(|d| amount(&d, d.range.start)) =>
        {
            (fact, said.clone())
        }
        None if passage.has(AS_INSURED) => {
            let fact = Fact::new("liability.cap", passage.evidence(&[&said])).detail("limit", "insurance");
            (fact.stance(Stance::Stated), said.clone())
        }
        None => {
            let Some(price) = passage.first(THE_PRICE).filter(|h| h.end >= said.start) else { return };
            let fact = Fact::new("liability.cap", passage.evidence(&[&said, &price])).stance(Stance::Stated);
            (fact.amount(100.0, "percent"), price)
        }
    };
    fact.places = vec![passage.evidence(&[&said, &at])];
    // "The greater of £5 million and 150% of the charges": the sum, with the share beside it.
    if fact.unit.as_deref() != Some("percent")
        && let Some((share, _)) = passage.percents().find(|(p, r)| *p >= 10.0 && r.start > at.end)
    {
        fact = fact.detail("percent", grouped(share).replace(',', ""));
    }
    if passage.has(GREATER) || passage.lead_in_has(GREATER) {
        fact = fact.detail("which", "greater");
    } else if passage.has(LESSER) || passage.lead_in_has(LESSER) {
        fact = fact.detail("which", "lesser");
    }
    let share = fact.unit.as_deref() == Some("percent") || fact.details.has("percent");
    if share {
        let yearly = passage.each(YEARLY).any(|h| h.start >= at.start);
        fact = fact.basis(Some(if yearly { "annual" } else { "total" }));
    }
    if let Some(name) = matter(passage).filter(|name| *name != "indemnities") {
        fact = fact.detail("for", name);
    }
    facts.add(fact.lot(passage.lot(at.start)));
}

/// No cap: "the Provider's liability is unlimited".
pub fn unlimited(passage: &Passage, facts: &mut Facts) {
    let fact = |at: &Range<usize>| Fact::new("liability.unlimited", passage.evidence(&[at])).stance(Stance::Required);
    if passage.has(BY_LAW) {
        return;
    }
    let insured = |at: &Range<usize>| passage.first(INSURANCE).is_some_and(|i| i.start < at.end);
    let named = |at: &Range<usize>| liability(passage).is_some_and(|l| l.start < at.end + 2) || passage.has(INDEMNIFY);
    // A row may put the noun and its answer into two cells.
    let cells = || {
        let noun = || passage.row_label().or_else(|| passage.label()).is_some_and(|l| liability(&l).is_some());
        let last = passage.cells().next_back().map_or(passage.range.clone(), |c| c.1.range);
        let tokens = passage.tokens();
        let endless = last.len() <= 3 && tokens.is(last.start, "unlimited|uncapped");
        (endless && noun()).then_some(last)
    };
    let denied = |at: &Range<usize>| {
        let tokens = passage.tokens();
        let not = passage
            .each(crate::language::stance::MAY_NOT)
            .any(|h| (h.end <= at.start || h.start >= at.end) && h.between(at).len() <= 3);
        let no = tokens.is(at.start.wrapping_sub(1), "no|not") || tokens.says(at.clone(), "nor");
        // "will not accept any cap on liability" is itself the lack of one.
        let cap = tokens.says(at.clone(), "cap|limit|limits|ceiling|limitation");
        if cap { tokens.is(at.start, "any|accept") && !not } else { not || no }
    };
    let said = passage.each(UNLIMITED).find(|at| named(at) && !insured(at) && !of_buyer(passage, at) && !denied(at));
    if let Some(at) = said.or_else(cells) {
        let name = matter(passage);
        facts.add(if let Some(name) = name { fact(&at).detail("for", name) } else { fact(&at) });
        return;
    }
    // "Nothing limits the Supplier's liability for: breach of data protection law".
    let kept_out = passage.first(NOT_LIMITED).or_else(|| {
        let lead = passage.lead_in_has(NOT_LIMITED);
        lead.then(|| passage.range.clone())
    });
    if let Some(at) = kept_out
        && let Some(name) = matter(passage).filter(|name| *name != "property")
    {
        facts.add(fact(&at).detail("for", name));
    }
}

/// Whether it is the supplier that indemnifies, at the words that say so.
pub fn indemnified_by_supplier(passage: &Passage, at: &Range<usize>) -> bool {
    // "is liable to the Authority for, and shall indemnify": the Authority does neither.
    let acts = |h: &Range<usize>| {
        let article = usize::from(passage.tokens().is(h.start.wrapping_sub(1), "the|a|any|each"));
        !passage.tokens().is(h.start.wrapping_sub(1 + article), "to|of|by|for|with|against")
    };
    let party = |cue: Cue| passage.each(cue).filter(|h| h.end <= at.start && acts(h)).map(|h| h.end).max();
    let by_supplier = party(BIDDER).is_some_and(|b| party(BUYER).is_none_or(|c| c < b));
    // A supplier may have a name of its own: "the Grantee shall hold the Board indemnified".
    let buyer = passage.each(BUYER).find(|h| h.start >= at.start);
    let by_another = party(BIDDER).is_none() && party(BUYER).is_none() && buyer.is_some_and(|h| h.start <= at.end + 2);
    by_supplier || by_another
}

/// Indemnities that reach beyond what the supplier did wrong.
pub fn indemnity(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(INDEMNIFY) else { return };
    let Some(losses) = passage.each(ALL_LOSSES).find(|h| h.behind(&at, 20)) else { return };
    let insured = passage.first(INSURANCE).is_some_and(|i| i.start < at.end);
    if !indemnified_by_supplier(passage, &at)
        || insured
        || matter(passage).is_some_and(|m| m != "property" && m != "indemnities")
    {
        return;
    }
    // "including (without limit) legal costs" is a way of listing.
    let listing = |h: &Range<usize>| {
        let before = h.start.saturating_sub(2)..h.start;
        passage.tokens().says(before.clone(), "including|includes|include")
    };
    // Losses "except those caused by the Council's negligence" are all but these.
    let tokens = passage.tokens();
    let but = passage.range.clone().find(|&i| tokens.is(i, "except|save|unless")).unwrap_or(usize::MAX);
    let own_fault = passage.each(OWN_FAULT).any(|h| h.start < but);
    let endless = passage.each(WITHOUT_LIMIT).any(|h| !listing(&h));
    let broad = passage.has(REGARDLESS) || passage.has(ANY_CAUSE) && !own_fault;
    if !endless && !broad && own_fault {
        return;
    }
    let fact = Fact::new("liability.unlimited", passage.evidence(&[&at, &losses])).stance(Stance::Required);
    let by = match (endless, broad) {
        (true, _) => "indemnity_without_limit",
        (false, true) => "indemnity_any_cause",
        (false, false) => "indemnity",
    };
    facts.add(fact.detail("by", by));
}

/// Liquidated damages, service credits, deductions for performance.
pub fn damages(passage: &Passage, facts: &mut Facts) {
    let own = passage.first(DAMAGES);
    let lead = || passage.may_concern(&[DAMAGES]) && passage.lead_ins().chain(passage.label()).any(|p| p.has(DAMAGES));
    let at = match own {
        Some(at) => at,
        None if passage.percents().next().is_some() && lead() => passage.range.clone(),
        None => return,
    };
    if passage.is_heading() || passage.asks() {
        return;
    }
    let tokens = passage.tokens();
    let none = tokens.is(at.start.wrapping_sub(1), "no|without")
        || passage.negated(&at)
        || tokens.says(at.end..(at.end + 4).min(passage.range.end), "not|none|nil");
    let fact =
        |range: &[&Range<usize>]| Fact::new("liability.damages", passage.evidence(range)).lot(passage.lot(at.start));
    if none {
        facts.add(fact(&[&at]).stance(Stance::RuledOut));
        return;
    }
    let near = |r: &Range<usize>| r.between(&at).len() <= 30;
    let shares: Vec<_> = passage.percents().filter(|(p, r)| *p <= 100.0 && near(r) && of_pay(passage, r)).listed();
    let most = shares.iter().find(|(_, r)| passage.has_before(AT_MOST, r, 4));
    let share = most.or_else(|| shares.iter().max_by(|a, b| a.0.total_cmp(&b.0)));
    let money = passage.money().any(|(m, r)| m.said && near(&r));
    let applies = passage.has(APPLY) || passage.has(MUST) || passage.has(MAY);
    let sentence = matches!(passage.text().trim_end().bytes().last(), Some(b'.' | b';' | b':'));
    if share.is_none() && !money && !(applies && (sentence || passage.range.len() > 8)) {
        return;
    }
    let mut fact = fact(&share.map_or(vec![&at], |s| vec![&at, &s.1])).stance(Stance::Required);
    if let Some((share, at)) = share {
        fact = fact.amount(*share, "percent");
        let behind = at.end..(at.end + 10).min(passage.range.end);
        let time = behind.clone().find_map(|i| TIMES.iter().find(|t| tokens.is(i, t.1)));
        if let Some((name, _)) = time {
            fact = fact.detail("of", *name);
        }
        if most.is_some() {
            fact = fact.detail("most", "yes");
        }
    }
    facts.add(fact);
}

/// Whether a percentage is of what is paid: targets of performance stand in the same tables.
fn of_pay(passage: &Passage, at: &Range<usize>) -> bool {
    const PAY: &str =
        "charge|charges|payment|payments|price|fee|fees|invoice|invoices|invoiced|value|sum|cost|deduction";
    let tokens = passage.tokens();
    let behind = (at.end..at.end + 9).take_while(|&i| tokens.same_cell(i)).any(|i| tokens.is(i, PAY));
    let from = at.start.saturating_sub(8).max(passage.range.start);
    let before = (from..at.start).rev().take_while(|&i| tokens.same_cell(i + 1)).any(|i| tokens.is(i, PAY));
    let close = passage.has_before(DAMAGES, at, 4) && tokens.same_cell(at.start);
    behind || before || close
}
