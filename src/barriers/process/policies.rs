//! The pile of policies that is to be sent with a bid.

use super::{BID, TENDERER, denied};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::document::Kind;
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::whose::Whose;
use crate::list::Listed;
use crate::report::Severity;
use crate::words::{grouped, pounds};

/// A policy, or several.
const POLICY: Cue = Cue::named("process.policy");
/// Sending something in.
const SEND: Cue = Cue::named("process.send");
/// What policies are about.
const TOPIC: Cue = Cue::aside("process.policy-topic");
/// Policies that are none of these.
const OTHER: Cue = Cue::named("process.other-policy");

/// The theme's cues.
pub const CUES: &CueList = &[
    (POLICY, &["policy|policies"]),
    (
        SEND,
        &[
            "accompany|attach|attached|enclose|enclosed|enclosing|upload|uploaded|uploading|append|appended",
            "send|sent|submit|submitted|supply|provide|provided|include|included|forward ~14 policy|policies|copy|copies|following|these|documents",
            "copy|copies of",
            "policies ~6 submitted|provided|supplied|sent|included|returned",
            "following|these documents|policies ~6 required|submitted|provided|returned",
        ],
    ),
    (
        TOPIC,
        &[
            "health ~1 safety",
            "equality|equal|equalities opportunities|opportunity? and? diversity? and? inclusion?",
            "safeguarding",
            "data protection|security",
            "information governance|security",
            "gdpr|confidentiality|privacy",
            "environmental|environment|sustainability|carbon",
            "quality assurance|management?",
            "business continuity",
            "anti? bribery|corruption|fraud",
            "whistleblowing|whistle",
            "complaint|complaints|grievance|grievances|disciplinary",
            "lone working|worker",
            "recruitment|training|supervision|induction|volunteering|volunteers|volunteer",
            "modern slavery",
            "risk assessment|management",
            "infection control|prevention",
            "medication|behaviour|restraint|bullying|harassment",
            "drugs|drug|alcohol|substance",
            "social media",
            "code of conduct",
            "ethical|procurement|purchasing|wellbeing|accessibility",
        ],
    ),
    (
        OTHER,
        &[
            "insurance|insurances|insurer|liability|indemnity|government|national|local|planning policy|policies",
            "public|foreign|fiscal policy",
        ],
    ),
];

/// Lists of more items than this are cut off.
const MOST_ITEMS: usize = 60;

/// Reads how many policies are asked for.
pub fn read(passage: &Passage, facts: &mut Facts) {
    let listed = || passage.first(SEND).filter(|_| !listed(passage).is_empty());
    let Some(at) = passage.first(POLICY).or_else(listed) else { return };
    if passage.has(OTHER) && !passage.has(TOPIC) || denied(passage, &at) {
        return;
    }
    let sent = passage.has(SEND) || matches!(passage.kind(), Kind::Row { head: true, .. }) && passage.before_has(SEND);
    let asked = passage.concerns(TENDERER) || passage.concerns(BID) || please(passage) || passage.before_has(BID);
    let later = [Condition::OnRequest, Condition::WinnerOnly].into_iter().any(|c| passage.has_condition(c));
    if !sent || !asked || later || passage.whose(&at) == Some(Whose::Buyer) || theirs(passage) {
        return;
    }
    let mut fact =
        Fact::new("process.policies", passage.evidence(&[&at, &passage.first(SEND).unwrap_or_else(|| at.clone())]))
            .stance(Stance::Required);
    let items = if passage.has(POLICY) { below(passage) } else { self::listed(passage) };
    let mut named: Vec<&str> = vec![];
    for topic in passage.each(TOPIC).map(|r| passage.slice(&r)) {
        if !named.iter().any(|known| known.eq_ignore_ascii_case(topic)) {
            named.push(topic);
        }
    }
    let single = passage.each(POLICY).filter(|r| passage.tokens().is(r.start, "policy")).count();
    let count = items.len().max(named.len()).max(single);
    fact.places.extend(items.into_iter().map(|block| passage.reading.whole(block).whole_place()));
    facts.add(if count > 0 { fact.amount(count as f64, "documents") } else { fact });
}

/// "Please enclose": said to those who bid.
fn please(passage: &Passage) -> bool {
    passage.says("please|your|attach|enclose")
}

/// "comply with the Council's policies, copies of which are at Appendix 4"
fn theirs(passage: &Passage) -> bool {
    passage.says("comply|complies|adhere|our|abide")
}

/// The items of the list, or the rows of the table, that a passage introduces.
fn below(passage: &Passage) -> Vec<usize> {
    let (reading, block) = (passage.reading, passage.block);
    let last = reading.document.blocks.len().min(block + 1 + MOST_ITEMS);
    let outline = &reading.outline;
    let own = |&b: &usize| outline.lead_in(b) == Some(block) || outline.heads(b) == Some(block);
    // Only the last sentence of a block introduces what is below it.
    let introduces = passage.after().is_none();
    (block + 1..last).take_while(|_| introduces).filter(own).listed()
}

/// The policies in a list of all that is to be sent; an item that asks for copies itself is read by itself.
fn listed(passage: &Passage) -> Vec<usize> {
    let policy = |&block: &usize| {
        let item = passage.reading.whole(block);
        item.has(POLICY) && !item.has(SEND) && (!item.has(OTHER) || item.has(TOPIC))
    };
    below(passage).into_iter().filter(policy).listed()
}

/// Judges the largest pile.
pub fn judge(case: &Case, findings: &mut Findings) {
    let rule = "process.policies";
    let mut documents: Vec<(f64, Vec<usize>)> = vec![];
    for (index, fact) in case.asked("process.policies") {
        let (Some(count), Some(place)) = (fact.number(), fact.places.first()) else { continue };
        documents.resize(documents.len().max(place.document + 1), (0.0, vec![]));
        let pile = &mut documents[place.document];
        pile.0 += count;
        pile.1.push(index);
    }
    let Some((count, facts)) = documents.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)) else { return };
    if count <= case.threshold(rule, "some") {
        return;
    }
    let annual = case.annual(None).map(|a| a.amount);
    let many = count > case.threshold(rule, "many");
    let small = annual.is_some_and(|a| a < case.threshold(rule, "small_contract"));
    let severity = if many && small { Severity::High } else { Severity::Medium };
    let draft =
        Draft::barrier(rule, severity).arg("count", grouped(count)).facts(facts).figure("demand", count, "documents");
    findings.add(match annual {
        Some(annual) => draft.arg("annual", pounds(annual)).test("test").figure("annual_value", annual, "GBP"),
        None => draft,
    });
}
