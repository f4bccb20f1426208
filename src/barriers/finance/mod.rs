//! Finance: the turnover, accounts, scores and ratios that bidders must show, and the security that they must give.
//!
//! One file a theme, each with what it reads and how it judges.

mod accounts;
mod around;
mod credit;
mod ratios;
mod security;
#[cfg(test)]
mod tests;
mod turnover;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::packed;

/// The family.
pub struct Finance;

impl Family for Finance {
    fn name(&self) -> &'static str {
        "finance"
    }

    fn cues(&self) -> Packed {
        packed!(around::CUES, turnover::CUES, accounts::CUES, credit::CUES, ratios::CUES, security::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        turnover::read(passage, facts);
        accounts::read(passage, facts);
        credit::read(passage, facts);
        ratios::read(passage, facts);
        security::read(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        turnover::judge(case, findings);
        credit::judge(case, findings);
        ratios::judge(case, findings);
        accounts::judge(case, findings);
        security::judge(case, findings);
    }
}
