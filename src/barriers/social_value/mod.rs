//! Social value and community benefits: what bidders are asked to give beside the work itself.

mod read;

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Facts, Stance};
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;
use crate::report::Severity;
use crate::words::grouped;

/// The family.
pub struct SocialValue;

/// What makes social value a burden, with the words for it.
const BURDENS: [(&str, &str); 3] = [
    ("social_value.portal", "portal"),
    ("social_value.penalty", "penalty"),
    ("social_value.additional_only", "additional"),
];

impl Family for SocialValue {
    fn name(&self) -> &'static str {
        "social_value"
    }

    fn cues(&self) -> Packed {
        packed!(read::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        read::read(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let rule = "award.social-value-burden";
        let large = case.annual(None).is_some_and(|a| a.amount >= case.threshold(rule, "large_contract"));
        let severity = if large { Severity::Low } else { Severity::Medium };
        let targets = case.with("social_value.target", Stance::Required);
        if !targets.is_empty() {
            let count = grouped(targets.len() as f64);
            findings.add(Draft::barrier(rule, severity).variant("targets").arg("count", count).facts(targets));
        }
        for (kind, variant) in BURDENS {
            let facts = case.with(kind, Stance::Required);
            if !facts.is_empty() {
                findings.add(Draft::barrier(rule, severity).variant(variant).facts(facts));
            }
        }
        let asked: Vec<usize> = case.asked("social_value.community_benefit").indexes();
        if !asked.is_empty() {
            findings.add(Draft::enabler("enabler.community-benefit").facts(asked));
        }
    }
}
