//! Experience: which past work bidders must show, how much of it, how recent and for whom.

mod cues;
mod judge;
mod read;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;

/// The family.
pub struct Experience;

impl Family for Experience {
    fn name(&self) -> &'static str {
        "experience"
    }

    fn cues(&self) -> Packed {
        packed!(cues::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        read::references(passage, facts);
        read::window(passage, facts);
        read::size(passage, facts);
        read::years(passage, facts);
        read::customers(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::references(case, findings);
        judge::value(case, findings);
        judge::customers(case, findings);
    }
}
