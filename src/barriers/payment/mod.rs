//! Payment: when, how often and how surely money comes.

mod cues;
mod judge;
mod prices;
mod read;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;

/// The family.
pub struct Payment;

impl Family for Payment {
    fn name(&self) -> &'static str {
        "payment"
    }

    fn cues(&self) -> Packed {
        packed!(cues::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        read::days(passage, facts);
        read::frequency(passage, facts);
        read::results(passage, facts);
        read::retention(passage, facts);
        read::set_off(passage, facts);
        read::admin(passage, facts);
        prices::fixed(passage, facts);
        prices::indexation(passage, facts);
        prices::late_interest(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::slow(case, findings);
        judge::arrears(case, findings);
        judge::results(case, findings);
        judge::retention(case, findings);
        judge::no_indexation(case, findings);
        judge::late_interest(case, findings);
        judge::admin(case, findings);
        judge::set_off(case, findings);
        judge::enablers(case, findings);
    }
}
