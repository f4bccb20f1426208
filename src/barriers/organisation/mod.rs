//! The bidder as an organisation: how many people it must have, and which legal form.

mod legal_form;

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::packed;
use crate::report::Severity;
use crate::words::{grouped, pounds};

/// The family.
pub struct Organisation;

/// Employing.
const EMPLOY: Cue = Cue::named("organisation.employ");
/// Those employed.
const PEOPLE: Cue = Cue::aside("organisation.people");
/// A lower limit.
const AT_LEAST: Cue = Cue::aside("organisation.at-least");

const CUES: &CueList = &[
    (
        EMPLOY,
        &[
            "employ|employs|employing|workforce|headcount|staffing|manpower",
            "minimum team",
            "bidder|bidders|supplier|suppliers|tenderer|tenderers|organisation|organisations|company|firm ~3 have|has",
            "minimum number of employees|staff",
            "minimum of? # employees",
            "at least # employees",
        ],
    ),
    (
        PEOPLE,
        &[
            "employees|staff|fte|ftes|people|persons|operatives|engineers|consultants|workers|counsellors|advisers|nurses|cleaners|drivers",
            "full time equivalent|equivalents",
        ],
    ),
    (AT_LEAST, &["at least", "minimum team? of?", "not|no fewer|less than"]),
];

impl Family for Organisation {
    fn name(&self) -> &'static str {
        "organisation"
    }

    fn cues(&self) -> Packed {
        packed!(CUES, legal_form::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        legal_form::read(passage, facts);
        for (count, at) in passage.numbers().filter(|(n, _)| (2.0..=10_000.0).contains(n)) {
            let people = passage.each(PEOPLE).find(|h| h.behind(&at, 5));
            let more = passage.tokens().is(at.end, "or") && passage.tokens().is(at.end + 1, "more");
            let limit = passage.each(AT_LEAST).any(|h| h.before(&at, 1)) || more;
            let employ = passage.each(EMPLOY).find(|h| h.start <= at.start && at.start.saturating_sub(h.end) <= 6);
            let (Some(people), true, Some(employ)) = (people, limit, employ) else { continue };
            // "where you employ at least five people" is a condition, not a demand.
            let conditional = passage.says_before(employ.start, 5, "if|where|when|unless");
            // Staff on duty are part of the service.
            let on_duty =
                passage.tokens().says(people.end..people.end + 5, "on|present|duty|shift|available|trained|site");
            if !conditional && !on_duty && !passage.negated(&at) {
                facts.add(
                    Fact::new("workforce.headcount", passage.evidence(&[&employ, &people]))
                        .amount(count, "people")
                        .stance(Stance::Required),
                );
            }
        }
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        legal_form::judge(case, findings);
        let rule = "organisation.headcount";
        for demand in case.demands("workforce.headcount") {
            let small = demand.annual.is_some_and(|a| a.amount < case.threshold(rule, "small_contract"));
            let many = demand.amount >= case.threshold(rule, "many");
            let mut draft = Draft::barrier(rule, if small && many { Severity::High } else { Severity::Medium })
                .arg("count", grouped(demand.amount))
                .figure("demand", demand.amount, "people");
            if let Some(annual) = demand.annual {
                draft = draft.arg("annual", pounds(annual.amount.round())).test("test").figure(
                    "annual_value",
                    annual.amount,
                    "GBP",
                );
            }
            findings.add(draft.lot(demand.lot.as_deref()).facts(demand.facts));
        }
    }
}
