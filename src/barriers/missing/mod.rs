//! What a pack should say and does not.

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;
use crate::report::Nature;

/// The family.
pub struct Missing;

/// What each rule looks for: facts of these kinds, any of which is enough.
const RULES: [(&str, &[&str]); 7] = [
    ("missing.value", &["contract.value", "contract.annual_value"]),
    ("missing.term", &["contract.term"]),
    (
        "missing.payment-terms",
        &["payment.days", "payment.arrears", "payment.advance", "payment.results", "funding.grant"],
    ),
    (
        "missing.award-weights",
        &["award.price_weight", "award.quality_weight", "award.social_value_weight", "award.price_only"],
    ),
    ("missing.deadline", &["timetable.deadline"]),
    ("missing.contract-terms", &[]),
    ("missing.clarification-route", &["timetable.clarification_deadline", "timetable.clarification_route"]),
];

impl Family for Missing {
    fn name(&self) -> &'static str {
        "missing"
    }

    fn cues(&self) -> Packed {
        packed!(&[])
    }

    fn read(&self, _passage: &Passage, _facts: &mut Facts) {}

    fn judge(&self, case: &Case, findings: &mut Findings) {
        for (rule, kinds) in RULES {
            let stated = case.facts.iter().any(|f| kinds.contains(&&*f.kind));
            if !stated && expected(rule, case) {
                let unread = if case.papers.unread() { "yes" } else { "no" };
                findings.add(Draft::missing(rule).arg("unread", unread));
            }
        }
    }
}

/// Whether the papers of the pack are such that it should stand in them.
///
/// A notice alone tells value, term and deadline; the rest belongs to the papers that it points to.
fn expected(rule: &str, case: &Case) -> bool {
    let papers = case.papers;
    let tender = papers.notice() || papers.invitation();
    // Who applies for a grant needs to know by when; the rest is the applicant's to say.
    if case.of("funding.grant").next().is_some() && rule != "missing.deadline" {
        return false;
    }
    match rule {
        "missing.value" => tender && case.circumstances.value.value.is_none(),
        // Things are bought once, and works end when they are done.
        "missing.term" => {
            let once = matches!(case.nature(), Some(Nature::Goods | Nature::Works));
            tender && !once && case.months().is_none()
        }
        "missing.deadline" => tender,
        "missing.payment-terms" => papers.whole_terms() || papers.invitation(),
        "missing.contract-terms" => papers.invitation() && !papers.terms(),
        _ => papers.invitation(),
    }
}
