//! Lots and frameworks: how the work is divided, and who gets a place.

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
pub struct Lots;

impl Family for Lots {
    fn name(&self) -> &'static str {
        "lots"
    }

    fn cues(&self) -> Packed {
        packed!(read::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        read::form(passage, facts);
        read::division(passage, facts);
        read::limits(passage, facts);
        read::framework(passage, facts);
    }

    fn complete(&self, facts: &mut Facts) {
        read::count_named(facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::none(case, findings);
        judge::size(case, findings);
        judge::all_required(case, findings);
        judge::framework(case, findings);
        judge::enablers(case, findings);
    }
}
