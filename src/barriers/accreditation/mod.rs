//! Accreditation: the schemes and certificates that bidders must hold, and what else will do.

mod judge;
mod read;
mod schemes;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;

/// Whether a scheme is a regulator's registration, which takes months and without which some work may not begin.
#[cfg(feature = "bid")]
pub fn is_regulator(name: &str) -> bool {
    schemes::SCHEMES.iter().any(|scheme| scheme.name == name && scheme.group == schemes::Group::Regulator)
}

/// The family.
pub struct Accreditation;

impl Family for Accreditation {
    fn name(&self) -> &'static str {
        "accreditation"
    }

    fn cues(&self) -> Packed {
        packed!(schemes::CUES, read::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        read::schemes(passage, facts);
        read::equivalents(passage, facts);
        read::winner(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::all(case, findings);
    }
}
