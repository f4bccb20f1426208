//! What the buyer does for bidders: talks before the tender, feedback after it.

use super::{REFUSED, denied};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;

const FEEDBACK: Cue = Cue::named("process.feedback");
/// The word alone.
const WORD: Cue = Cue::named("process.feedback-word");
/// Those who use a service, and give feedback on it.
const USERS: Cue = Cue::aside("process.users");
const ENGAGEMENT: Cue = Cue::named("process.engagement");
/// It did not happen.
const NEVER: Cue = Cue::aside("process.never");

/// The theme's cues.
pub const CUES: &CueList = &[
    (
        FEEDBACK,
        &[
            "unsuccessful ~12 feedback|debrief|debriefing|debriefed|reasons",
            "feedback|debrief|debriefing|debriefs ~8 unsuccessful|bidder|bidders|tenderer|tenderers|applicant|applicants|candidate|candidates|quotation|quotations|bid|bids|tender|tenders|submission|submissions|application|applications",
            "bidders|tenderers|applicants|candidates|you|everyone ~8 receive|request|given|offered|provided|entitled|ask|sent|get|have ~4 feedback|debrief|debriefing",
            "assessment summary|summaries",
            "debrief|debriefing|debriefs ~3 available|offered|provided|session|sessions|meeting|meetings|interview|letter|letters",
            "we|council|authority|university|trust ~4 provide|offer|give|send ~4 feedback|debrief|debriefing",
            "notify|notifying|inform ~8 bidders|tenderers|applicants|suppliers ~6 feedback",
        ],
    ),
    (WORD, &["feedback|debrief|debriefing|debriefs|debriefed"]),
    (
        USERS,
        &[
            "users|residents|customers|customer|tenants|participants|children|parents|patients|learners|citizens|public|families|carers|stakeholders|staff|visitors|people|user",
            "provider|contractor|supplier|bidders|tenderers must|shall|will|should ~4 provide|give|gather|collect|use|seek|obtain ~4 feedback",
        ],
    ),
    (
        ENGAGEMENT,
        &[
            "market engagement|test|sounding|soundings|consultation|testing|warming|dialogue",
            "pre|early|preliminary|prior market|procurement|tender|commercial ~1 engagement|consultation|testing|dialogue",
            "supplier|suppliers|provider|providers engagement|information event|events|day|days|session|sessions|workshop|workshops|exercise",
            "engagement|dialogue|consultation with ~2 market|suppliers|providers",
            "held|ran|two|three|2|3 engagement events|sessions|workshops|event|session",
            "held|ran ~3 events|sessions|workshops|event|session ~1 with|for ~1 providers|suppliers|organisations|bidders|market",
            "meet the buyer",
            "pme notice",
        ],
    ),
    (
        NEVER,
        &[
            "no|none|not ~6 carried|undertaken|held|place|planned|conducted|engagement|consultation|done|applicable|necessary",
            "none",
        ],
    ),
];

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    feedback(passage, facts);
    if let Some(at) = passage.first(ENGAGEMENT) {
        let stance =
            if passage.has_beside(NEVER, &at, 8) || denied(passage, &at) { Stance::RuledOut } else { Stance::Offered };
        facts.add(Fact::new("process.market_engagement", passage.evidence(&[&at])).stance(stance));
    }
}

fn feedback(passage: &Passage, facts: &mut Facts) {
    let refused = |at: &std::ops::Range<usize>| passage.in_clause(REFUSED, at, 4) || denied(passage, at);
    let word = passage.first(WORD);
    let fact = |at: &std::ops::Range<usize>, stance: Stance| {
        Fact::new("process.feedback", passage.evidence(&[at])).stance(stance)
    };
    if passage.has(USERS) {
        return;
    }
    match passage.first(FEEDBACK) {
        Some(at) => {
            let no = word.as_ref().is_some_and(refused);
            facts.add(fact(&at, if no { Stance::RuledOut } else { Stance::Offered }));
        }
        None => {
            if let Some(at) = word.filter(|at| refused(at) && passage.concerns(super::BID)) {
                facts.add(fact(&at, Stance::RuledOut));
            }
        }
    }
}

/// Both are good practice.
pub fn judge(case: &Case, findings: &mut Findings) {
    for (kind, rule) in
        [("process.feedback", "enabler.feedback"), ("process.market_engagement", "enabler.market-engagement")]
    {
        let facts = case.with(kind, Stance::Offered);
        if !facts.is_empty() {
            findings.add(Draft::enabler(rule).facts(facts));
        }
    }
}
