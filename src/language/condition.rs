//! What softens or limits a demand: "where required by law", "if applicable", "or equivalent", "or commit to obtain".

use super::cue::{Cue, CueList};
use super::passage::Passage;

/// A thing that softens or limits a demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// "where required by law", "if you are legally obliged to".
    WhereRequiredByLaw,
    /// "if applicable", "where relevant".
    IfApplicable,
    /// "or equivalent", "or comparable evidence".
    OrEquivalent,
    /// "or commit to obtain", "or will have before the start".
    OrCommitToObtain,
    /// "case by case", "alternative evidence will be considered".
    OtherEvidence,
    /// "only the successful bidder", "on award".
    WinnerOnly,
    /// "on request".
    OnRequest,
    /// "not scored", "for information only".
    ForInformation,
}

impl Condition {
    const ALL: [(Self, Cue, &'static str); 8] = [
        (Self::WhereRequiredByLaw, WHERE_REQUIRED_BY_LAW, "where_required_by_law"),
        (Self::IfApplicable, IF_APPLICABLE, "if_applicable"),
        (Self::OrEquivalent, OR_EQUIVALENT, "or_equivalent"),
        (Self::OrCommitToObtain, OR_COMMIT, "or_commit_to_obtain"),
        (Self::OtherEvidence, OTHER_EVIDENCE, "other_evidence"),
        (Self::WinnerOnly, WINNER_ONLY, "winner_only"),
        (Self::OnRequest, ON_REQUEST, "on_request"),
        (Self::ForInformation, FOR_INFORMATION, "for_information"),
    ];

    /// Its name in the report.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|c| c.0 == self).map_or("", |c| c.2)
    }
}

const WHERE_REQUIRED_BY_LAW: Cue = Cue::named("condition.where-required-by-law");
const IF_APPLICABLE: Cue = Cue::named("condition.if-applicable");
const OR_EQUIVALENT: Cue = Cue::named("condition.or-equivalent");
const OR_COMMIT: Cue = Cue::named("condition.or-commit");
const OTHER_EVIDENCE: Cue = Cue::named("condition.other-evidence");
const WINNER_ONLY: Cue = Cue::named("condition.winner-only");
const ON_REQUEST: Cue = Cue::named("condition.on-request");
const FOR_INFORMATION: Cue = Cue::named("condition.for-information");

/// The cues of conditions.
pub const CUES: &CueList = &[
    (
        WHERE_REQUIRED_BY_LAW,
        &[
            "where|if|when|as|unless ~4 required by law|statute|legislation",
            "where|if|when ~4 law|legislation requires",
            "where|if ~6 legally|statutorily required|obliged",
            "where|if required to do so",
            "where|if ~3 required to ~4 audited",
            "where|if ~4 subject to audit",
            "in whatever form the law",
        ],
    ),
    (
        IF_APPLICABLE,
        &[
            "if|where|when|as applicable|relevant|appropriate|available",
            "if|where you employ|have|use ~3",
            "if any",
            "if|where it|they|this applies|apply",
            "where they have one",
            "if|where ~4 employees|employs|employ",
        ],
    ),
    (
        OR_EQUIVALENT,
        &[
            "or|and an? equivalent|equivalents|comparable|similar",
            "or its|their|an|other|any|of equivalent|equivalents",
            "or ~3 equivalent",
            "or ~2 equal",
            "or another|other|alternative|similar|any ~3 mark|marks|scheme|schemes|standard|standards|accreditation|accreditations|certification|certificate|body",
            "equivalent|equivalents ~5 accepted|acceptable|considered|welcome",
            "equivalent ~4 will|would|may|can be accepted|considered",
        ],
    ),
    (
        OR_COMMIT,
        &[
            "or ~3 commit|commits|undertake|undertakes|agree|agrees|confirm|confirms|willing|undertaking ~3 obtain|have|put|take|secure|arrange|provide",
            "or ~2 can|will|would|could obtain|secure|arrange|put|take|have",
            "have|has|hold|holds or ~2 obtain|obtains|arrange|arranges",
            "or ~2 able|willing to obtain|secure|arrange|put|take|have|increase",
            "commit|committed|commits|commitment|undertake|undertaking ~2 to ~2 obtain|obtaining|have|having|secure|put|increase",
            "or ~4 be obtained|secured|arranged|increased",
            "or ~3 applied|applying|apply for|to",
            "or ~4 before|prior|by|on ~3 start|commencement|award",
            "do|does not need|have to hold|have|held ~6 when|at|before|until",
        ],
    ),
    (
        OTHER_EVIDENCE,
        &[
            "case by case",
            "alternative|other|different evidence|information|assurance|means|safeguard|documents|documentation|security",
            "any other appropriate",
            "will|would|may consider|discuss ~4 lower|different|other|alternative",
        ],
    ),
    (
        WINNER_ONLY,
        &[
            "successful|preferred|winning bidder|tenderer|supplier|contractor|provider|candidate|applicant|organisation",
            "only ~3 winner|winning",
            "upon|on|at|following award",
        ],
    ),
    (ON_REQUEST, &["on|upon|if request|requested", "when asked|requested"]),
    (FOR_INFORMATION, &["for information only|purposes", "not be? scored|evaluated|assessed"]),
];

impl Passage<'_> {
    /// The conditions said in this passage.
    pub fn conditions(&self) -> impl Iterator<Item = Condition> + '_ {
        Condition::ALL.iter().filter(|(_, cue, _)| self.has(*cue)).map(|c| c.0)
    }

    /// Where this condition is said in this passage.
    pub fn condition_at(&self, condition: Condition) -> Option<std::ops::Range<usize>> {
        Condition::ALL.iter().find(|c| c.0 == condition).and_then(|(_, cue, _)| self.first(*cue))
    }

    /// Whether this condition is said in this passage.
    pub fn has_condition(&self, condition: Condition) -> bool {
        self.conditions().any(|c| c == condition)
    }
}
