//! By when a thing must be there: with the bid, before the award, by the start of the contract.

use super::condition::Condition;
use super::cue::{Cue, CueList};
use super::passage::Passage;

/// With the bid, or at its time.
pub const AT_TENDER: Cue = Cue::named("language.at-tender");
/// Before the award.
pub const BEFORE_AWARD: Cue = Cue::named("language.before-award");
/// By the start.
pub const BEFORE_START: Cue = Cue::named("language.before-start");

/// The cues of timing.
pub const CUES: &CueList = &[
    (
        AT_TENDER,
        &[
            "at the? time of tender|tendering|tenders|bid|bidding|submission|submitting|application|applying|response",
            "with|within|alongside|enclose|attach|attached ~2 your|their|the|its|any tender|bid|submission|response|application|quotation|quote|offer|tenders|bids",
            "at|by the? tender|bid|submission|selection|quotation|application deadline|stage|date|return",
            "at|by the? date|deadline|point ~2 tender|tenders|bid|submission|application",
            "when bidding|tendering|submitting|applying|you|they bid|tender|apply|submit?",
            "prior to|the? submission|submitting|bidding|tendering",
            "before bidding|tendering|submitting|applying|submission",
            "your price|quote|quotation|tender|bid ~1 together|along with",
            "with|as part of ~2 tender|bid|submission|response|application|quotation",
            "with tender|tenders|bid|bids|submission|quotation|application",
            "on the? day|date ~3 tender|tenders|tendering|bid|bids|submit|submits|submission",
            "currently hold|have|held|possess|maintain",
            "already hold|held|have|in place",
            "in order to bid|tender|apply|quote",
            "at the? pqq|sq|itt|rfq|selection|qualification stage",
            "be eligible to bid|tender",
            "please attach|enclose|upload",
        ],
    ),
    (
        BEFORE_AWARD,
        &[
            "prior|before|at|on|upon to? contract? the? award",
            "prior to|before ~3 award|awarded|appointment|signing|signature|signed|contract being",
            "before|prior ~2 contract is awarded|signed|entered",
            "standstill",
        ],
    ),
    (
        BEFORE_START,
        &[
            "prior|before|by|from|at|on to? ~3 commencement|start|starting|starts|commences|begins|mobilisation",
            "before ~4 starts|start|begins|begin|commences|commence",
            "commencement date",
            "day|date ~2 starts|begins|commences",
            "throughout|during the? term|period|contract|duration|life|whole",
            "for the duration",
            "from day one|1",
            "from the first|outset day?",
            "if successful",
        ],
    ),
];

impl Passage<'_> {
    /// By when the thing of this passage must be there, in the words of reports: `at_tender`, `before_award`,
    /// `before_start`; none where it is not said.
    pub fn timing(&self) -> Option<&'static str> {
        let later = [(BEFORE_START, "before_start"), (BEFORE_AWARD, "before_award")];
        let later = || later.iter().find(|(cue, _)| self.has(*cue)).map(|(_, name)| *name);
        if self.has_condition(Condition::OrCommitToObtain) {
            return Some("before_start");
        }
        let early = self.first(AT_TENDER).filter(|at| !self.negated(at));
        if early.is_some() { Some("at_tender") } else { later() }
    }
}
