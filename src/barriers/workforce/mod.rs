//! The workforce: staff who transfer, their pensions, what they are paid.

mod read;

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::list::Listed;
use crate::packed;
use crate::report::{Place, Severity};

use Severity::{High, Medium};

/// The family.
pub struct Workforce;

impl Family for Workforce {
    fn name(&self) -> &'static str {
        "workforce"
    }

    fn cues(&self) -> Packed {
        packed!(read::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        if !passage.is_blank() && !passage.defines() {
            read::transfer(passage, facts);
            read::data(passage, facts);
            read::indemnity(passage, facts);
            read::pension(passage, facts);
            read::living_wage(passage, facts);
        }
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        transfer(case, findings);
        pension(case, findings);
        let paid: Vec<usize> = case.of("workforce.living_wage").that(&|f| f.asked() || f.stance == Stance::Offered);
        if !paid.is_empty() {
            findings.add(Draft::enabler("enabler.living-wage").facts(paid));
        }
    }
}

/// Whether a fact says that staff transfer, or that they may.
pub fn transfers(fact: &Fact) -> bool {
    fact.kind == "workforce.tupe" && fact.text() != Some("does_not_apply")
}

/// RSK-9: staff who transfer.
fn transfer(case: &Case, findings: &mut Findings) {
    let rule = "workforce.tupe";
    let transfer: Vec<usize> = case.of("workforce.tupe").that(&transfers);
    let given = case.with("workforce.tupe_data", Stance::Offered);
    let kept = case.with("workforce.tupe_data", Stance::RuledOut);
    if !given.is_empty() {
        findings.add(Draft::enabler("enabler.tupe-data").facts(given));
    } else if !kept.is_empty() {
        findings.add(Draft::barrier(rule, High).facts(kept).facts(transfer));
    } else if !transfer.is_empty() {
        findings.add(Draft::query(rule).variant("query").facts(transfer));
    }
    let indemnity = case.with("workforce.tupe_indemnity", Stance::Required);
    if !indemnity.is_empty() {
        findings.add(Draft::barrier(rule, High).variant("indemnity").facts(indemnity));
    }
}

/// RSK-9: pensions.
fn pension(case: &Case, findings: &mut Findings) {
    let rule = "workforce.pension";
    let of = |value: &str, asked: bool| -> Vec<usize> {
        let right = |f: &Fact| f.text() == Some(value) && if asked { f.asked() } else { f.stance == Stance::Offered };
        case.of("workforce.pension").that(&right)
    };
    let pass_through = of("pass_through", false);
    let admission = if pass_through.is_empty() { of("admission", true) } else { vec![] };
    // What a deficit or a bond says of a place need not be said again of becoming a member.
    let graver: Vec<usize> = ["deficit", "bond"].iter().flat_map(|v| of(v, true)).listed();
    let over = |p: &Place, q: &Place| p.document == q.document && p.start < q.end && q.start < p.end;
    let same = |a: &Fact, b: &Fact| a.places.iter().all(|p| b.places.iter().any(|q| over(p, q)));
    let mut admission = admission;
    admission.retain(|&i| !graver.iter().any(|&g| same(&case.facts[i], &case.facts[g])));
    for (variant, severity, facts) in
        [("deficit", High, of("deficit", true)), ("bond", High, of("bond", true)), ("admission", Medium, admission)]
    {
        if !facts.is_empty() {
            findings.add(Draft::barrier(rule, severity).variant(variant).facts(facts));
        }
    }
    if !pass_through.is_empty() {
        findings.add(Draft::enabler("enabler.pension-pass-through").facts(pass_through));
    }
}
