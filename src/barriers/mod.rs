//! The families of barriers: one folder each, with what it reads, how it judges, its rules' pages and its words.

use crate::fact::Facts;
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::language::reading::Reading;

pub mod accreditation;
pub mod award;
pub mod case;
pub mod contract;
pub mod coverage;
pub mod document;
pub mod experience;
pub mod finance;
pub mod findings;
pub mod insurance;
pub mod liability;
pub mod lots;
pub mod missing;
pub mod organisation;
pub mod pack;
pub mod partnership;
pub mod payment;
pub mod process;
pub mod readability;
pub mod reporting;
pub mod reserved;
pub mod rule;
pub mod social_value;
pub mod specification;
pub mod statement;
pub mod timetable;
pub mod workforce;

use case::Case;
use findings::Findings;

/// A family of barriers: insurance, finance, payment.
pub trait Family: Sync {
    /// Its name: that of its folder, and the first part of its rules' names.
    fn name(&self) -> &'static str;

    /// The words and phrases at which it has something to read.
    fn cues(&self) -> Packed;

    /// Reads one passage. It is called for passages in which a cue stands that wakes it, and for passages with a quantity
    /// around which one stands: in the lead-in, the head of the column, the heading. What wakes it, a cue's name says
    /// ([`Cue`](crate::language::cue::Cue)).
    fn read(&self, passage: &Passage, facts: &mut Facts);

    /// Reads a document as a whole, besides its passages.
    fn read_document(&self, _reading: &Reading, _facts: &mut Facts) {}

    /// Adds what only the whole pack tells, once all passages are read.
    fn complete(&self, _facts: &mut Facts) {}

    /// Judges the facts of the whole pack.
    fn judge(&self, case: &Case, findings: &mut Findings);

    /// Judges what all families found, once they have.
    fn conclude(&self, _case: &Case, _findings: &mut Findings) {}
}

/// All families, in the order in which a report shows them.
pub static FAMILIES: &[&dyn Family] = &[
    &contract::Contract,
    &insurance::Insurance,
    &finance::Finance,
    &payment::Payment,
    &lots::Lots,
    &contract::Terms,
    &liability::Liability,
    &workforce::Workforce,
    &reporting::Reporting,
    &partnership::Partnership,
    &organisation::Organisation,
    &coverage::Coverage,
    &award::Award,
    &social_value::SocialValue,
    &timetable::Timetable,
    &experience::Experience,
    &accreditation::Accreditation,
    &specification::Specification,
    &reserved::Reserved,
    &process::Process,
    &readability::Readability,
    &missing::Missing,
    &document::Document,
    &pack::WholePack,
];
