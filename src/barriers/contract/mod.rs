//! The contract itself: what it is worth, how long it lasts, when it starts.

mod extension;
mod judge;
mod term;
mod terms;
mod value;
mod volume;

pub use terms::Terms;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::Facts;
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::packed;

/// Options to go on after the first term.
const EXTENSION: Cue = Cue::named("contract.extension");

/// The family.
pub struct Contract;

impl Family for Contract {
    fn name(&self) -> &'static str {
        "contract"
    }

    fn cues(&self) -> Packed {
        packed!(CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        value::read(passage, facts);
        term::read(passage, facts);
        volume::volume(passage, facts);
        volume::mobilisation(passage, facts);
    }

    fn complete(&self, facts: &mut Facts) {
        term::derive(facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::no_volume(case, findings);
        judge::short_term(case, findings);
        judge::mobilisation(case, findings);
    }
}

const CUES: &CueList = &[
    (
        value::VALUE,
        &[
            "contract|lot|framework|agreement|project|commission|total|estimated|estimate|overall|maximum|approximate|indicative|anticipated|expected|lifetime|procurement value|values|worth",
            "whole life estimated? value|cost",
            "value|values of|across ~3 contract|contracts|lot|lots|framework|agreement|service|services|works|requirement|project|tender|opportunity|dps|purchases|procurement|off",
            "value ex|excluding|excl|exclusive|inclusive|including of? vat",
            "contract|total|maximum|available|overall|project|indicative|estimated budget",
            "budget of|is|for|available",
            "set aside",
            "expect|expects|expected|anticipate|anticipates|intend|intends|plan|plans to ~1 spend",
            "contract|service|framework ~12 worth",
            "contract|framework|agreement|project ~2 valued at",
            "lot # value|budget",
            "maximum|indicative|available funding",
            "total funding available",
            "funding|financial envelope",
            "total|fixed|project|consultancy|overall|indicative|available fee",
            "fee ~3 in the range|region of",
            "fee for this|the work|project|commission|contract|study|brief ~1 is|of",
            "pre tender estimate",
            "guide price|value",
            "the value is",
            "cost|spend|value ~1 in the region of",
            "costing|cost between",
            "expected|estimated|anticipated|likely to cost",
            "estimated cost of the? works|contract|service|services",
            "budget ~1 maximum|max|ceiling|limit",
            "total|overall|contract|project cost|costs|price|fee ~2 not exceed",
            "estimated|expected|anticipated|forecast|indicative|projected annual|yearly? spend|expenditure",
            "contract|project|service|framework|agreement|lot|off is worth",
            "council|authority|commissioner|commissioners|trust|board ~1 pay ~8 sum of",
            "value lower|higher|upper|band|range",
        ],
    ),
    (
        value::ANNUAL,
        &[
            "annual|yearly estimated? contract? value|budget|worth|cost|price|charge|charges",
            "value|budget ~3 per annum|year|annum",
            "value|budget in each year",
            "annual|yearly",
        ],
    ),
    (value::BARE_VALUE, &["value|values|worth|budget"]),
    (value::PER_YEAR, &["a|per|each year", "per annum", "yearly"]),
    (
        value::NOT_THIS,
        &[
            "previous|last|historic|historical|past|existing|current|former|incumbent ~3 contract|spend|expenditure|value|supplier|provider",
            "spent|spend|expenditure",
            "threshold|thresholds|turnover|insurance|indemnity|liability|bond|grant|programme|programmes|invoice|invoices|salary",
            "contracts|contract|orders|order|purchases|projects|works over|above|below|exceeding|under|between|greater|less|up",
            "references|examples|similar|experience",
            "levy|fee|rebate|premium",
            "council|councils|authoritys|trusts overall|total|annual|whole|revenue budget ~1 #|social|adult|children",
        ],
    ),
    (
        EXTENSION,
        &[
            "extension|extensions|extend|extending|extended|extendable|renewal|renew|renewed|renewals|prolong|prolonged",
            "option|options to|of|for",
            "further period|periods|term|year|years|month|months",
        ],
    ),
    (
        term::TERM,
        &[
            "initial|contract|agreement|framework|minimum|fixed term|period|duration|length",
            "term|duration|length|period of ~3 contract|agreement|framework|dps",
            "term of|is|will|shall|years",
            "duration in days|months|years|weeks",
            "duration",
            "how long",
            "base period",
            "for a|an ~3 period|term",
            "contract|agreement|framework|dps|service|contracts|agreements|opportunity ~6 last|lasts|run|runs|awarded|offered|be|is|let for|of",
            "run|runs|last|lasts|spans|spanning for|a",
            "lasting|running|spanning",
            "will|contract|agreement|framework|service last|lasts|span|spans",
            "period of",
        ],
    ),
    (
        term::BARE_TERM,
        &[
            "contract|contracts|agreement|framework|dps|term|arrangement|programme|commission|appointment|service|pilot|life|lifetime|deal|duration|opportunity",
        ],
    ),
    (
        term::NOT_TERM,
        &[
            "office|last|past|previous|preceding|within|notice|every|mobilise|mobilisation|implementation|transition|after|before|prior|experience|trading|accounts|turnover|warranty|defects|payment|invoice|validity|valid|retention|retain|kept",
            "statement|statements|references|old|age|aged",
            "maintain|keep ~2 tender|bid|offer|open",
            "receipt of tender|tenders",
        ],
    ),
    (
        term::START,
        &[
            "start|commencement date",
            "contract|service|services|agreement|framework|work|works|project ~4 start|starts|commence|commences|commencement|begin|begins",
            "go live date?",
            "commencing|starting|commence|start|effective on|from|in",
            "commence|commences|start|begin by|no",
            "commencement of ~2 contract|service|services|agreement|framework",
            "begin|start|commence the? service|services|work|works|contract on",
            "commencing|starting",
            "date of commencement",
            "anticipated|expected|planned|proposed start|commencement",
        ],
    ),
    (
        term::RUNS,
        &[
            "run|runs|running|last|lasts from",
            "contract|agreement|framework|service|services|term|period ~6 from",
            "required|needed|wanted from",
            "contract|agreement|framework|service dates|period|duration|term",
        ],
    ),
    (
        term::FOR_YEARS,
        &[
            "start|end|commencement|expiry|lot",
            "for # year|years|month|months",
            "for two|three|four|five|six|seven|eight|ten year|years",
        ],
    ),
    (
        term::END,
        &[
            "end|expiry|completion date",
            "contract|agreement|framework ~2 end|ends|expire|expires",
            "end|ending|ends|expire|expires|expiring|finish|finishes|terminate|terminates on|in",
            "in force until|till",
            "complete|completed by",
            "ending|expiring",
            "lasting|running|continuing|run|runs|last|lasts|continue|continues ~1 until|till",
            "through to",
        ],
    ),
    volume::CUES[0],
    volume::CUES[1],
    volume::CUES[2],
    volume::CUES[3],
    volume::CUES[4],
];
