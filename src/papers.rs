//! What kind of paper each document of a pack is, so that nothing is missed in a paper that need not hold it.

use crate::document::{Document, Kind, Why};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::list::Listed;
use crate::pack::OF_PAPERS;
use crate::words::mentions;

const NOTICE: Cue = Cue::named("papers.notice");
const NOTICE_FIELD: Cue = Cue::named("papers.notice-field");
const AWARDED: Cue = Cue::named("papers.awarded");
const PLANNED: Cue = Cue::named("papers.planned");
const INVITATION: Cue = Cue::named("papers.invitation");
const TERMS: Cue = Cue::named("papers.terms");
const PART: Cue = Cue::named("papers.part");
const CLAUSE: Cue = Cue::named("papers.clause");
const PLAIN_CLAUSE: Cue = Cue::named("papers.plain-clause");
const CHANGE: Cue = Cue::named("papers.change");

/// The words that tell of the kind of a paper.
pub const CUES: &CueList = &[
    (NOTICE, &["contract|tender|opportunity notice", "notice of contract"]),
    (
        NOTICE_FIELD,
        &[
            "contract|tender notice",
            "notice identifier|type|reference|stage|number|published",
            "cpv code|codes|classification|classifications",
            "nuts code|codes",
            "main procurement category",
            "time limit for receipt",
            "type of procedure|contract",
            "procedure type|procedure?",
            "closing|published date",
            "contract is? suitable for smes|vcses|sme|vcse",
            "name and addresses",
        ],
    ),
    (
        AWARDED,
        &[
            "award|awarded notice",
            "contract details notice",
            "awarded contract|supplier|suppliers",
            "stage ~1 award|awarded",
        ],
    ),
    (
        PLANNED,
        &[
            "prior information notice",
            "planned procurement notice",
            "preliminary|early|soft market engagement|testing|consultation",
            "pipeline|engagement notice",
            "market engagement notice|event|questionnaire",
        ],
    ),
    (
        INVITATION,
        &[
            "invitation to tender|quote|bid|participate|submit",
            "request for quotation|quotations|quote|quotes|proposal|proposals|tender|tenders",
            "instructions|guidance|information to|for tenderers|bidders|suppliers|applicants",
            "bid|tender|quotation|bidder pack",
            "how to bid|tender|quote|respond",
            "tender|bidder|bidding|quotation instructions",
            "conditions of tender|tendering",
            "tender|bid|quotation submission|evaluation",
            "tender specification",
            "evaluation of tenders|bids|quotations",
        ],
    ),
    (
        TERMS,
        &[
            "terms and conditions",
            "conditions|terms of contract|agreement|appointment|purchase|engagement|service|supply",
            "definitions and interpretation",
            "form of contract|agreement",
            "general|special|standard conditions|terms",
            "core terms",
            "contract conditions|terms",
            "call off contract|schedule|terms|agreement",
            "services agreement|contract",
        ],
    ),
    (PART, &["schedule|schedules|annex|appendix|attachment|exhibit #?", "joint|call|framework off? schedule"]),
    (
        CLAUSE,
        &[
            "supplier|contractor|provider|consultant|council|authority|customer|client|buyer|purchaser|parties|party shall",
        ],
    ),
    (
        PLAIN_CLAUSE,
        &[
            "supplier|contractor|provider|consultant|council|authority|customer|client|buyer|purchaser|party|we|you must|will|may|pays",
        ],
    ),
    (
        CHANGE,
        &[
            "addendum|corrigendum|erratum|amendment|amendments",
            "tender|notice update|bulletin",
            "change|modification notice",
            "clarification|clarifications|questions log|register|responses|answers",
            "questions and answers|responses",
        ],
    ),
];

/// A paper's title stands in its first blocks.
const TITLE_BLOCKS: usize = 5;
/// So many fields of a notice make one.
const NOTICE_FIELDS: usize = 3;
/// So many clauses make terms: with a heading that says so, and without.
const CLAUSES: [usize; 2] = [3, 12];

/// What was seen of one document.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    title: [bool; 5],
    invitation: usize,
    terms: usize,
    /// Whether the title or the name of the file says that it is terms.
    named_terms: bool,
    part: bool,
    fields: usize,
    clauses: usize,
    plain_clauses: usize,
}

/// The cues that count in a title.
const TITLES: [Cue; 5] = [NOTICE, AWARDED, PLANNED, INVITATION, CHANGE];

/// The kinds of the papers of a pack.
#[derive(Debug, Default)]
pub struct Papers {
    seen: Vec<Seen>,
    unread: bool,
}

impl Papers {
    /// Begins with what the names of the files tell.
    pub fn new(documents: &[Document]) -> Self {
        let seen = documents.iter().map(|document| {
            let name = document.name.to_ascii_lowercase().replace(['_', '-', '.'], " ");
            let named = |words: &[&str]| words.iter().any(|w| mentions(&format!(" {name} "), &format!(" {w} ")));
            Seen {
                title: [
                    named(&["notice"]) && !named(&["award"]),
                    named(&["award notice"]),
                    false,
                    false,
                    named(&["addendum", "corrigendum", "amendment", "erratum"]),
                ],
                invitation: if named(&["itt", "itq", "rfq", "rfp", "invitation", "instructions"]) { 2 } else { 0 },
                named_terms: named(&["terms", "conditions", "agreement"]),
                part: named(&["schedule", "annex", "appendix"]),
                ..Seen::default()
            }
        });
        Self { seen: seen.listed(), unread: documents.iter().any(|d| d.unread.iter().any(|u| u.why != Why::Hidden)) }
    }

    /// Reads a passage of a document.
    pub fn read(&mut self, document: usize, passage: &Passage) {
        let Some(seen) = self.seen.get_mut(document) else { return };
        let kind = passage.kind();
        let field = matches!(kind, Kind::Field { .. });
        let heading = matches!(kind, Kind::Heading { .. });
        let title = (heading || passage.block < TITLE_BLOCKS) && passage.range.len() <= 24;
        for hit in passage.all_hits().filter(|h| h.families & OF_PAPERS != 0) {
            let first = hit.first as usize == passage.range.start;
            if let Some(at) = TITLES.iter().position(|&cue| cue == hit.cue) {
                // A notice's field speaks of other papers: "Title: Invitation to tender for …".
                let speaks = !field || !matches!(hit.cue, INVITATION | CHANGE);
                seen.title[at] |= title && speaks && passage.block < TITLE_BLOCKS;
            }
            match hit.cue {
                INVITATION if heading => seen.invitation += 1,
                TERMS if title && !field => {
                    seen.terms += 1;
                    seen.named_terms |= passage.block < TITLE_BLOCKS && first;
                }
                NOTICE_FIELD if heading || field || first => seen.fields += 1,
                PART if title && (first || heading) && passage.block < TITLE_BLOCKS => seen.part = true,
                CLAUSE => seen.clauses += 1,
                PLAIN_CLAUSE => seen.plain_clauses += 1,
                _ => {}
            }
        }
    }

    fn any(&self, is: impl Fn(&Seen) -> bool) -> bool {
        self.seen.iter().any(is)
    }

    /// Whether a notice that invites tenders is in the pack.
    pub fn notice(&self) -> bool {
        self.any(Seen::notice)
    }

    /// Whether a document is a notice, of whatever kind.
    pub fn is_notice(&self, document: usize) -> bool {
        self.seen.get(document).is_some_and(|s| s.title[0] || s.title[1] || s.title[2] || s.fields >= NOTICE_FIELDS)
    }

    /// Whether all papers tell of an award: nobody can bid any more.
    pub fn awarded(&self) -> bool {
        !self.seen.is_empty() && self.seen.iter().all(|s| s.title[1])
    }

    /// Whether the paper that tells bidders what to send is in the pack.
    pub fn invitation(&self) -> bool {
        self.any(Seen::invitation)
    }

    /// Whether the terms of the contract are in the pack.
    pub fn terms(&self) -> bool {
        self.any(Seen::terms)
    }

    /// Whether the terms are in the pack as a whole, not one of their schedules only.
    pub fn whole_terms(&self) -> bool {
        self.any(|s| s.terms() && !s.part)
    }

    /// Whether a part of the pack could not be read.
    pub fn unread(&self) -> bool {
        self.unread
    }

    /// Whether a document changes what others say: an amendment, a corrigendum, answers to questions.
    pub fn changes(&self, document: usize) -> bool {
        self.seen.get(document).is_some_and(|s| s.title[4])
    }
}

impl Seen {
    fn terms(&self) -> bool {
        let plain = self.named_terms && self.clauses + self.plain_clauses >= CLAUSES[0];
        plain || self.clauses >= CLAUSES[usize::from(self.terms == 0)]
    }

    fn invitation(&self) -> bool {
        let [notice, awarded, planned, invitation, _] = self.title;
        let is_notice = notice || self.fields >= NOTICE_FIELDS;
        !awarded && !planned && (invitation || self.invitation >= 2 && !is_notice)
    }

    fn notice(&self) -> bool {
        let [notice, awarded, planned, invitation, _] = self.title;
        !awarded && !planned && !invitation && (notice || self.fields >= NOTICE_FIELDS)
    }
}
