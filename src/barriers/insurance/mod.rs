//! Insurance: how much of which cover is asked for, and when it must be there.

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::CueList;
use crate::language::passage::Passage;

/// The family.
pub struct Insurance;

impl Family for Insurance {
    fn name(&self) -> &'static str {
        "insurance"
    }

    fn cues(&self) -> &'static CueList {
        &[]
    }

    fn read(&self, _passage: &Passage, _facts: &mut Facts) {}

    fn judge(&self, _case: &Case, _findings: &mut Findings) {}
}
