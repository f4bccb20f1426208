//! Liability: how much a supplier may have to pay for what goes wrong.

mod judge;
mod read;

pub use read::{INDEMNIFY, indemnified_by_supplier};

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;

/// The family.
pub struct Liability;

impl Family for Liability {
    fn name(&self) -> &'static str {
        "liability"
    }

    fn cues(&self) -> Packed {
        packed!(read::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        if passage.is_blank() || passage.defines() {
            return;
        }
        read::cap(passage, facts);
        read::unlimited(passage, facts);
        read::indemnity(passage, facts);
        read::damages(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::uncapped(case, findings);
        judge::caps(case, findings);
        judge::damages(case, findings);
    }
}
