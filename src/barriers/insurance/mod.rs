//! Insurance: how much of which cover is asked for, when it must be there, and on what terms.

mod cues;
mod judge;
mod read;
mod timing;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;

/// The family.
pub struct Insurance;

impl Family for Insurance {
    fn name(&self) -> &'static str {
        "insurance"
    }

    fn cues(&self) -> Packed {
        packed!(cues::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        read::cover(passage, facts);
        timing::timing(passage, facts);
        timing::run_off(passage, facts);
        read::terms(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::timing(case, findings);
        judge::employers_liability(case, findings);
        judge::public_liability(case, findings);
        judge::professional_indemnity(case, findings);
        judge::product_liability(case, findings);
        judge::cyber(case, findings);
        judge::medical_malpractice(case, findings);
        judge::abuse(case, findings);
        judge::many_types(case, findings);
        judge::onerous_terms(case, findings);
    }
}
