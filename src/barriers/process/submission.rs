//! Submission: on what, for how long, at what cost.

use std::ops::Range;

use super::{BID, REFUSED, TENDERER, denied};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::report::Severity;
use crate::words::grouped;

use Severity::{High, Low, Medium};

/// Paper, ink and things in the post.
const PAPER: Cue = Cue::named("process.paper");
/// Ways of sending that also serve letters about a contract.
const POST: Cue = Cue::named("process.post");
/// By wire, or as the bidder likes.
const CHOICE: Cue = Cue::aside("process.choice");
/// Letters, reports and bills under a contract, and what the buyer hands out.
const OTHER_PAPER: Cue = Cue::aside("process.other-paper");
/// How long a bid stands.
const VALID: Cue = Cue::named("process.valid");
/// As the form of a notice counts it.
const FROM_RECEIPT: Cue = Cue::named("process.from-receipt");
/// Money to take part.
const FEE: Cue = Cue::named("process.fee");
/// A share of what suppliers earn.
const LEVY: Cue = Cue::named("process.levy");
/// Paying it.
const PAY: Cue = Cue::aside("process.pay");

/// The theme's cues.
pub const CUES: &CueList = &[
    (
        PAPER,
        &[
            "hard|bound|printed copy|copies|format",
            "paper|postal copy|copies|bid|bids|tender|tenders|submission|submissions|version|versions|format|form|quotes|quotations|quotation|response|responses|application|applications|based",
            "wet ink|signature|signatures|signed",
            "usb|memory stick|sticks|drive|drives|key",
            "usb",
            "cd roms?|rom",
            "on ~2 cd|dvd|disc|disk",
            "original signed? copy|copies|document|documents",
            "sealed|plain|unmarked ~3 envelope|envelopes|package|packages|packet|parcel",
            "envelope|envelopes marked|bearing|which|that|endorsed|addressed|supplied|provided",
            "outer|inner|pre addressed? envelope",
            "in triplicate|duplicate",
            "two|three|four|five|six|2|3|4|5|6 ~3 copies of ~4 tender|bid|submission|quotation|proposal|response",
            "company|common seal",
            "notarised|notarized",
        ],
    ),
    (
        POST,
        &[
            "by|via|through ~1 post|hand|courier|mail|fax|facsimile",
            "hand delivered|delivery",
            "posted|faxed to",
            "recorded|special delivery",
            "in person",
        ],
    ),
    (
        CHOICE,
        &[
            "or ~4 email|electronically|electronic|online|portal|upload|uploaded",
            "email|emailed|electronically|electronic|online|portal ~4 or",
            "either|optional|alternatively|prefer|available|obtain|obtained",
        ],
    ),
    (
        OTHER_PAPER,
        &[
            "notice|notices|invoice|invoices|report|reports|leaflet|leaflets|newsletter|publication|publications|manual|manuals",
            "commercial|technical|qualification|electronic envelope|envelopes",
        ],
    ),
    (
        VALID,
        &[
            "tender|tenders|bid|bids|offer|offers|quotation|quotations|quote|quotes|proposal|proposals|submission|submissions|price|prices ~10 valid|validity|open|binding|irrevocable|held|good",
            "tender|tenders|bid|bids|offer|offers|quotation|quotations ~3 validity|hold|firm",
            "validity ~3 period|tender|tenders|bid|bids|offer|quotation|quotations",
            "period of validity",
            "open for ~2 acceptance|consideration",
            "not|no|cannot ~4 withdraw|withdrawn ~2 tender|tenders|bid|bids|offer|quotation",
            "not|no tender|tenders|bid|bids|offer|quotation? ~4 withdrawn",
        ],
    ),
    (FROM_RECEIPT, &["from the date stated for receipt"]),
    (
        FEE,
        &[
            "registration|joining|tender|tendering|bid|bidding|application|subscription|participation|portal|membership|admission|administration|document fee|fees|charge|charges",
            "non refundable|returnable fee|fees|charge|payment|sum",
            "subscription of",
            "fee|charge|cost|payment of ~6 register|join|bid|tender|participate|take",
            "registration|registering|joining|bidding ~6 costs",
            "portal|portals|toms|register|registration ~8 fee|fees|charge",
        ],
    ),
    (LEVY, &["levy|levies|rebate", "management|framework|administration|activity based? income|charge|fee|fees"]),
    (PAY, &["pay|pays|paid|payable|charge|charged|remit|remitted|cost|costs|due|levied|applies|deducted"]),
];

/// A month of a notice's form, in days.
const DAYS_OF_MONTH: f64 = 30.0;
/// A bid stays open for fewer days.
const MOST_DAYS: f64 = 1100.0;

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    paper(passage, facts);
    validity(passage, facts);
    fee(passage, facts);
}

/// Bids on paper.
fn paper(passage: &Passage, facts: &mut Facts) {
    let sealed = |at: &Range<usize>| passage.tokens().is(at.start, "sealed|plain|unmarked");
    let strong = passage.first(PAPER).filter(|at| passage.concerns(BID) || sealed(at));
    // "by e-mail" is no post.
    let wire = |at: &Range<usize>| passage.tokens().says(at.clone(), "e|electronic");
    let posted = || passage.each(POST).find(|at| passage.has(BID) && !wire(at));
    // "Hard copies in duplicate, in the envelope provided": said of nothing but bids.
    let several = || passage.first(PAPER).filter(|_| passage.each(PAPER).count() > 1);
    let Some(at) = strong.or_else(posted).or_else(several) else { return };
    // "Electronic signatures will not be accepted" refuses no paper.
    let wired =
        passage.each(REFUSED).any(|h| passage.says_before(h.start, 4, "electronic|electronically|emailed|email"));
    let denied = denied(passage, &at) && !wired;
    if passage.has(OTHER_PAPER) || passage.has(CHOICE) && !denied {
        return;
    }
    let stance = if denied { Stance::RuledOut } else { passage.stance_or_lead(&at).unwrap_or(Stance::Required) };
    if stance != Stance::Offered {
        facts.add(Fact::new("process.hard_copy", passage.evidence(&[&at])).stance(stance));
    }
}

/// How long bids stay open.
fn validity(passage: &Passage, facts: &mut Facts) {
    // The form of notices: "Duration in months: 4 (from the date stated for receipt of tender)".
    if let Some(at) = passage.first(FROM_RECEIPT)
        && let Some((count, number)) =
            passage.numbers().filter(|(n, r)| r.end <= at.start && (1.0..=MOST_DAYS).contains(n)).last()
    {
        let days = if passage.says("months") { count * DAYS_OF_MONTH } else { count };
        let fact = Fact::new("process.validity", passage.evidence(&[&number, &at])).amount(days, "days");
        facts.add(fact.stance(Stance::Required));
        return;
    }
    let Some(at) = passage.first(VALID) else { return };
    let behind = |r: &Range<usize>| r.start >= at.start && at.between(r).len() <= 20;
    let mut days = passage.periods().filter(|(_, r)| behind(r)).map(|(p, r)| (p.days().round(), r));
    // "valid for (days): 180"
    let bare = || {
        let in_days = passage.tokens().says(at.start..passage.range.end, "days");
        passage.numbers().filter(|(_, r)| in_days && behind(r)).last()
    };
    let Some((amount, place)) = days.next().or_else(bare).filter(|(d, _)| *d >= 1.0) else { return };
    // "Prices are valid for the first 12 months."
    if passage.says_before(place.start, 1, "first|initial") {
        return;
    }
    let fact = Fact::new("process.validity", passage.place(&[&at, &place])).amount(amount, "days");
    facts.add(fact.stance(Stance::Required));
}

/// Money to take part.
fn fee(passage: &Passage, facts: &mut Facts) {
    let bidding = || {
        passage.has(TENDERER)
            || passage.concerns(BID)
            || passage.says("dps|framework")
            || supplier(passage)
            || sales(passage)
    };
    let Some(at) = passage.first(FEE).or_else(|| passage.first(LEVY)).filter(|_| bidding()) else { return };
    if !passage.has(PAY) {
        return;
    }
    let free = denied(passage, &at) || passage.says("free|refunded|reimburse|waived");
    if free {
        return;
    }
    let money = passage.money().filter(|(m, _)| m.said).find(|(_, r)| at.between(r).len() <= 14);
    let share = passage.percents().find(|(_, r)| at.between(r).len() <= 14);
    // Suppliers are paid fees too: what they pay has an amount, or says who pays.
    let levy = passage.has(LEVY);
    let payer = supplier_pays(passage);
    if !levy && money.is_none() && passage.first(PAY).is_none_or(|p| p.between(&at).len() > 6) {
        return;
    }
    if levy && share.is_none() && money.is_none() && !payer {
        return;
    }
    let mut fact = Fact::new("process.fee", passage.evidence(&[&at])).stance(Stance::Required);
    if payer {
        fact = fact.detail("who", "winner");
    }
    if let Some((amount, _)) = &money {
        fact = fact.amount(amount.amount, "GBP");
    }
    facts.add(match share {
        Some((share, _)) if money.is_none() => fact.detail("percent", grouped(share)),
        _ => fact,
    });
}

/// "payable by the winning bidder", "the Contractor pays the portal's fee": asked of nobody in order to bid.
fn supplier_pays(passage: &Passage) -> bool {
    const WINNER: &str = "winning|successful|supplier|suppliers|contractor|contractors|provider|providers";
    let tokens = passage.tokens();
    passage.each(PAY).any(|pay| {
        let behind = tokens.is(pay.end, "by") && tokens.says(pay.end + 1..pay.end + 4, WINNER);
        behind
            || passage.says_before(pay.start, 2, WINNER)
            || passage.says_before(pay.start, 24, "winning|successful|appointed|contractor")
    })
}

/// "a rebate of 1% on all sales through the framework"
fn sales(passage: &Passage) -> bool {
    passage.tokens().says(passage.range.clone(), "levy|rebate") && passage.says("framework|sales|spend|invoiced")
}

/// Those who pay back a share of what they earn.
fn supplier(passage: &Passage) -> bool {
    passage.says("supplier|suppliers|provider|providers|contractor|contractors")
}

/// Judges what was read.
pub fn judge(case: &Case, findings: &mut Findings) {
    let (hard, soft) =
        (case.with("process.hard_copy", Stance::Required), case.with("process.hard_copy", Stance::Preferred));
    if !hard.is_empty() {
        findings.add(Draft::barrier("process.hard-copy", Medium).facts(hard));
    } else if !soft.is_empty() {
        findings.add(Draft::barrier("process.hard-copy", Low).facts(soft));
    }
    for (index, fact) in case.asked("process.fee") {
        let draft = if fact.details.has("percent") || fact.details.has("who") {
            Draft::barrier("process.fee", Medium).variant("levy")
        } else {
            Draft::barrier("process.fee", High)
        };
        findings.add(draft.fact(index));
    }
    let rule = "process.validity";
    for demand in case.demands("process.validity") {
        let over = |name: &str| demand.amount > case.threshold(rule, name);
        // Years are more likely the term of the contract in the wrong field.
        if over("slip") {
            findings.add(Draft::query(rule).variant("query").facts(demand.facts).arg("days", grouped(demand.amount)));
            findings.undecided(rule, "undecided");
            continue;
        }
        let severity = match () {
            () if over("long") => High,
            () if over("medium") => Medium,
            () if over("low") => Low,
            () => continue,
        };
        let draft = Draft::barrier(rule, severity).facts(demand.facts).arg("days", grouped(demand.amount)).test("test");
        let usual = case.threshold(rule, "low");
        findings.add(
            draft.arg("usual", grouped(usual)).figure("demand", demand.amount, "days").figure("limit", usual, "days"),
        );
    }
}
