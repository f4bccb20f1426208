//! The pack as a whole: what one document changes in another, and where two contradict each other.

mod judge;
mod replace;

pub use replace::settle;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::{Fact, Facts};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::packed;

/// The family.
pub struct WholePack;

/// Says that something is now otherwise.
const CHANGED: Cue = Cue::named("pack.changed");
/// Changes of something else than what bidders were told: prices, the law, terms as they stand.
const NOT_A_CHANGE: Cue = Cue::named("pack.not-a-change");

const CUES: &CueList = &[
    (
        CHANGED,
        &[
            "is|are|been|hereby|be replaced|superseded by|with",
            "replaces|replacing|supersedes|superseding the|all|any|section|paragraph|clause|those|previous|earlier|that",
            "amended|changed|revised|corrected|reduced|increased|lowered|raised|updated|moved to|from|as",
            "deadline|closing|submission|return|receipt|date|time ~8 extended|postponed|moved",
            "should ~1 read",
            "instead of|and not",
            "in place of",
            "is|are|will now",
            "is|are no longer required|needed",
        ],
    ),
    (
        NOT_A_CHANGE,
        &[
            "this agreement|contract|deed ~6 supersedes|replaces",
            "regulations|act|legislation|directive ~6 amended|replaced|superseded",
            "prices|rates|price|charges ~6 increased|reduced|revised|changed",
            "as amended from time",
        ],
    ),
];

impl Family for WholePack {
    fn name(&self) -> &'static str {
        "pack"
    }

    fn cues(&self) -> Packed {
        packed!(CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        // What may be changed, or is if something happens, has not been.
        let tokens = passage.tokens();
        // In small letters: May is a month too.
        let may = |i| tokens.word(i) == "may" || tokens.is(i, "if|where|unless|would|could|can");
        // "Would £5m be enough? | Yes."
        let asked = passage.range.clone().rfind(|&i| tokens.word(i) == "?");
        let open = || (asked.unwrap_or(passage.range.start)..passage.range.end).any(may);
        if passage.has(CHANGED) && !passage.has(NOT_A_CHANGE) && !open() {
            facts.add(Fact::new("pack.change", passage.whole_place()));
        }
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::changes(case, findings);
        judge::contradictions(case, findings);
    }
}
