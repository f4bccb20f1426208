//! Process: how bids are asked for, and what has to be sent with them.
//!
//! One file a theme, each with what it reads and how it judges.

mod buyer;
mod evidence;
mod policies;
mod selection;
mod submission;
mod words;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::packed;
use std::ops::Range;

/// The family.
pub struct Process;

/// What bidders send in, and the whole of which it is a part.
const BID: Cue = Cue::aside("process.bid");
/// Those who send it in; suppliers and contractors have these duties too, but later.
const TENDERER: Cue = Cue::aside("process.tenderer");
/// Words that take back what they stand by.
const REFUSED: Cue = Cue::aside("process.refused");

const CUES: &CueList = &[
    (
        BID,
        &[
            "tender|tenders|tendering|bid|bids|bidding|quotation|quotations|quote|quotes|submission|submissions|proposal|proposals|itt|espd|spd",
            "response|responses|offer|offers|application|applications|procurement|competition|rfq|pqq|pqqs",
        ],
    ),
    (
        TENDERER,
        &[
            "bidder|bidders|tenderer|tenderers|applicant|applicants|candidate|candidates|offeror|quoter|you|your|organisations|participants",
            "economic|potential|interested|prospective operator|operators|supplier|suppliers|provider|providers|contractor|contractors|participant|participants",
            "tendering|bidding organisation|organisations|supplier|suppliers|contractor|contractors",
        ],
    ),
    (
        REFUSED,
        &[
            "not ~2 accepted|acceptable|permitted|considered|required|needed|necessary|compulsory|mandatory|sent|submitted|obligatory|requested",
            "not|cannot|never accept|consider|require|need|send|submit|provide|offer|give",
            "unable to ~1 accept|consider|provide|offer|give",
            "cannot be",
        ],
    ),
];

impl Family for Process {
    fn name(&self) -> &'static str {
        "process"
    }

    fn cues(&self) -> Packed {
        packed!(CUES, selection::CUES, submission::CUES, words::CUES, policies::CUES, evidence::CUES, buyer::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        selection::read(passage, facts);
        submission::read(passage, facts);
        words::read(passage, facts);
        policies::read(passage, facts);
        evidence::read(passage, facts);
        buyer::read(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        selection::judge(case, findings);
        submission::judge(case, findings);
        words::judge(case, findings);
        policies::judge(case, findings);
        evidence::judge(case, findings);
        buyer::judge(case, findings);
    }
}

/// Whether the words close by say that there is none of it: "no pre-qualification stage", "paper bids are not accepted".
fn denied(passage: &Passage, at: &Range<usize>) -> bool {
    none(passage, at) || passage.in_clause(REFUSED, at, 8)
}

/// Whether a word of negation governs it: "no site visit", "is not compulsory".
fn none(passage: &Passage, at: &Range<usize>) -> bool {
    const NONE: &str = "no|not|without|neither|nor|never";
    let from = at.start.saturating_sub(4).max(passage.range.start);
    let before = (from..at.start).any(|i| passage.tokens().is(i, NONE) && !passage.clause_breaks(i..at.start));
    before || passage.negated(at)
}
