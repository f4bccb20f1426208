//! Which legal forms may bid.

use std::ops::Range;

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::MUST;
use crate::language::whose::BIDDER;
use crate::report::Severity;

/// Forms other than a company: the fact's value with the cue that names them.
const FORMS: [(&str, Cue); 5] = [
    ("sole trader", Cue::named("organisation.sole-trader")),
    ("charity", Cue::named("organisation.charity")),
    ("unincorporated", Cue::named("organisation.unincorporated")),
    ("partnership", Cue::named("organisation.partnership")),
    ("individual", Cue::named("organisation.individual")),
];
/// A company, as a form of organisation.
const COMPANY: Cue = Cue::named("organisation.company");
/// Its number.
const COMPANY_NUMBER: Cue = Cue::named("organisation.company-number");
/// Numbers of other bodies.
const OTHER_NUMBER: Cue = Cue::aside("organisation.other-number");
/// Nobody else.
const ONLY: Cue = Cue::aside("organisation.only");
/// Taking part.
const BID: Cue = Cue::aside("organisation.bid");
/// Those who bid, asked to be something.
const BE: Cue = Cue::aside("organisation.be");
/// Words by which somebody is kept out.
const BARRED: Cue = Cue::aside("organisation.barred");
/// Who is not a company.
const NOT_COMPANY: Cue = Cue::aside("organisation.not-company");

/// The cues of legal forms.
pub const CUES: &CueList = &[
    (FORMS[0].1, &["sole trader|traders|proprietor|proprietors"]),
    (
        FORMS[1].1,
        &[
            "charity|charities|charitable|cic|cics|cio|cios|scio|scios",
            "community interest|benefit company|companies|society|societies",
            "social enterprise|enterprises",
            "industrial and provident",
            "cooperative|cooperatives|mutual|mutuals",
            "co operative|operatives",
            "voluntary organisation|organisations|sector|bodies",
        ],
    ),
    (FORMS[2].1, &["unincorporated", "unconstituted", "constitution"]),
    (FORMS[3].1, &["partnerships", "partnership or|and sole"]),
    (FORMS[4].1, &["individuals", "private|self employed individuals|persons|people", "freelancers"]),
    (
        COMPANY,
        &[
            "limited|incorporated|registered company|companies",
            "company|companies registered|incorporated|limited",
            "ltd|plc company|companies",
            "registration|registered|incorporated ~2 with|at|in|by companies house",
            "registered ~3 companies house",
        ],
    ),
    (COMPANY_NUMBER, &["company|companies house? registration|registered? number|no"]),
    (
        OTHER_NUMBER,
        &[
            "charity|charities|mutual|society|register registration? number|no",
            "if|where applicable",
            "or ~3 number",
            "if ~4 company",
        ],
    ),
    (ONLY, &["only|solely|exclusively", "restricted|limited|confined to"]),
    (
        BID,
        &[
            "bid|bids|bidding|tender|tenders|apply|applications|quote|quotations|contract|submit|framework|opportunity|eligible|eligibility|participate|selection",
        ],
    ),
    (BE, &["must|shall ~2 be|hold|have", "required|need|needs to be|hold|have", "must|shall|to"]),
    (
        BARRED,
        &[
            "excluded|barred|disqualified from",
            "unable to accept|consider|contract|entertain|deal",
            "not able to accept|consider|contract|entertain",
            "not be? accepted|considered|eligible|permitted|allowed|entertained|invited|admitted",
            "cannot be? accepted|considered|accept|consider|permitted|bid|tender|apply|quote|contract|submit|participate",
            "may|can|must|shall|will not be? bid|tender|apply|quote|submit|participate|contract|accept|consider",
        ],
    ),
    (
        NOT_COMPANY,
        &[
            "not registered ~3 companies",
            "where|if ~8 not ~3 registered|company",
            "or ~4 equivalent",
            "if|where ~5 company|companies",
        ],
    ),
];

/// Reads which forms may bid, and which may not.
pub fn read(passage: &Passage, facts: &mut Facts) {
    let others = FORMS.iter().filter(|f| passage.each(f.1).any(|at| !barred(passage, &at))).count();
    let fact =
        |value: &str, at: &Range<usize>| Fact::new("organisation.legal_form", passage.evidence(&[at])).named(value);
    for (value, cue) in FORMS {
        if let Some(at) = passage.each(cue).find(|at| barred(passage, at)) {
            facts.add(fact(value, &at).stance(Stance::RuledOut));
        }
    }
    if let Some(at) = passage.each(FORMS[1].1).find(|at| !passage.has(COMPANY) && only_charity(passage, at)) {
        facts.add(fact("charity", &at).stance(Stance::Required));
    }
    if let Some(at) = passage.first(COMPANY).filter(|at| others == 0 && only_company(passage, at)) {
        let soft = passage.has(NOT_COMPANY)
            || passage.has_condition(Condition::OrEquivalent)
            || passage.after().is_some_and(|a| a.has(NOT_COMPANY) || FORMS.iter().any(|f| a.has(f.1)));
        if !(passage.has(NOT_COMPANY) && passage.first(NOT_COMPANY).is_some_and(|n| n.start <= at.start)) {
            facts.add(fact("limited company", &at).stance(Stance::Required).equivalent(Some(soft)));
        }
    }
    let number = passage.first(COMPANY_NUMBER).filter(|at| passage.has(MUST) && !passage.negated(at));
    if let Some(at) = number.filter(|_| others == 0 && !other_number(passage)) {
        facts.add(fact("company number", &at).stance(Stance::Required));
    }
}

/// "For registered charities and CICs only", "you must be a registered charity".
fn only_charity(passage: &Passage, at: &Range<usize>) -> bool {
    let close =
        |h: &Range<usize>, reach: usize| h.between(at).len() <= reach && !passage.clause_breaks_hard(h.between(at));
    let bidding = passage.has(BID) || passage.says("call|invite|invited|open");
    let only = passage.near(ONLY, at, 8) && bidding;
    let you = passage.each(BIDDER).any(|h| h.end <= at.start);
    let be = passage.each(BE).any(|h| h.end <= at.start && close(&h, 8) && passage.tokens().is(h.end - 1, "be"));
    !passage.negated(at) && !passage.says_before(at.start, 6, "if|where|whether|or") && (only || be && you)
}

/// "Only limited companies may tender", "the bidder must be a registered company".
fn only_company(passage: &Passage, at: &Range<usize>) -> bool {
    if passage.negated(at) || passage.tokens().is(passage.range.start, "if|where") {
        return false;
    }
    if passage.near(ONLY, at, 6) && passage.has(BID) {
        return true;
    }
    let row = passage.in_row();
    let table = row && passage.has(MUST) && passage.head_row_has(BID);
    let be = |p: &Passage, to: usize| p.each(BE).any(|h| h.end <= to && to - h.end <= 8);
    // What the Council's own company must do is said of no bidder.
    let bidder = |p: &Passage, to: usize| p.each(BIDDER).any(|h| h.end <= to);
    let said = be(passage, at.start) && bidder(passage, at.start);
    let lead = |l: &Passage| be(l, l.range.end) && (bidder(l, l.range.end) || l.has(BID));
    let listed = passage.tokens().is(passage.range.start, "be|a|registered|limited")
        && passage.lead_ins().next().is_some_and(|l| lead(&l));
    table || listed || said && !passage.tokens().is(passage.range.start, "the|company") | bidder_first(passage, at)
}

/// Whether the party named first is a bidder and not the thing that a company does.
fn bidder_first(passage: &Passage, at: &Range<usize>) -> bool {
    let quoted = passage.text().starts_with(['"', '“', '‘', '\'']);
    !quoted && passage.each(BIDDER).next().is_some_and(|h| h.start <= passage.range.start + 2 && h.end <= at.start)
}

/// "Sole traders may not tender", "no bids from individuals".
fn barred(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let said = passage.near(BARRED, at, 8) && passage.has_any(&[BID, BIDDER]);
    let no = passage.says_before(at.start, 4, "no") && passage.has(BID);
    let not_eligible =
        passage.range.clone().any(|i| tokens.is(i, "not") && (i + 1..i + 3).any(|k| tokens.is(k, "eligible")));
    let about_pay = tokens.says(passage.range.start..at.start, "pay|contact|discriminate|name|identify");
    let contract = passage.has(BIDDER) && passage.each(BIDDER).any(|h| h.end <= at.start) && !said;
    (said || no || not_eligible) && !about_pay && !contract
}

fn other_number(passage: &Passage) -> bool {
    let last = passage.reading.document.blocks.len();
    let near = passage.block.saturating_sub(4)..(passage.block + 5).min(last);
    near.into_iter().any(|b| {
        let block = passage.reading.whole(b);
        block.has(OTHER_NUMBER) || block.has(FORMS[1].1)
    })
}

/// EXP-10.
pub fn judge(case: &Case, findings: &mut Findings) {
    let rule = "organisation.legal-form";
    let of = |value: &str, stance: Stance| -> Vec<usize> {
        let fits = |f: &Fact| f.text() == Some(value) && f.stance == stance && f.equivalent != Some(true);
        case.of("organisation.legal_form").that(&fits)
    };
    let table = [
        ("limited company", Stance::Required, Severity::High, "company"),
        ("company number", Stance::Required, Severity::Medium, "number"),
        ("charity", Stance::RuledOut, Severity::High, "charity"),
    ];
    for (value, stance, severity, variant) in table {
        let facts = of(value, stance);
        if !facts.is_empty() {
            findings.add(Draft::barrier(rule, severity).variant(variant).facts(facts));
        }
    }
    let bodies = of("unincorporated", Stance::RuledOut);
    let severity = if bodies.is_empty() { Severity::Low } else { Severity::Medium };
    let people = ["sole trader", "partnership", "individual"].map(|form| of(form, Stance::RuledOut)).concat();
    if !(bodies.is_empty() && people.is_empty()) {
        findings.add(Draft::barrier(rule, severity).variant("small").facts(bodies).facts(people));
    }
}
