//! Who a contract is for: reservations, the notice's own flags, grants, services designed together.

mod judge;
mod read;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use super::statement;
use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;

/// The family.
pub struct Reserved;

impl Family for Reserved {
    fn name(&self) -> &'static str {
        "reserved"
    }

    fn cues(&self) -> Packed {
        packed!(read::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        read::reserved(passage, facts);
        read::suitability(passage, facts);
        statement::read(read::STATEMENTS, passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::enablers(case, findings);
    }

    fn conclude(&self, case: &Case, findings: &mut Findings) {
        judge::mismatch(case, findings);
    }
}
