//! Selection: stages before the tender, compulsory meetings, and what puts a bid out.

use std::ops::Range;

use super::{BID, TENDERER, denied, none};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::date::to_iso;
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::list::Listed;
use crate::report::{Buyer, Nature, Severity};
use crate::words::pounds;

use Severity::{High, Low, Medium};

/// A stage before the tender, by its name.
const STAGE: Cue = Cue::named("process.stage");
/// Choosing a few; of bidders for a tender, or for an interview.
const SHORTLIST: Cue = Cue::named("process.shortlist");
/// A stage that may be one of a single-stage tender.
const SELECTION: Cue = Cue::named("process.selection");
/// Being let through to the next.
const NEXT: Cue = Cue::named("process.next");
/// Talks with those on a list.
const TALK: Cue = Cue::aside("process.talk");
/// A standard that has "pre-qualification" in its name.
const PAS: Cue = Cue::named("process.pas");
/// All at once.
const SINGLE: Cue = Cue::named("process.single-stage");
/// A visit or a meeting.
const VISIT: Cue = Cue::named("process.visit");
/// That has to be attended.
const ATTEND: Cue = Cue::aside("process.attend");
/// From afar.
const REMOTE: Cue = Cue::aside("process.remote");
/// One day and no other.
const ONE_DAY: Cue = Cue::aside("process.one-day");
/// A slip in the papers.
const SLIP: Cue = Cue::named("process.slip");
/// Out.
const REJECTED: Cue = Cue::aside("process.rejected");
/// Perhaps.
const PERHAPS: Cue = Cue::aside("process.perhaps");
/// What is rejected later, goods and invoices, and for other reasons than a slip.
const LATER: Cue = Cue::aside("process.later");

/// The theme's cues.
pub const CUES: &CueList = &[
    (
        STAGE,
        &[
            "pre qualification|qualifying|qualify|qualified? questionnaire|questionnaires|stage|exercise|process|phase|document|criteria",
            "prequalification|prequalify",
            "pqq|pqqs",
            "two|2 stage|staged|stages|phase|step procurement|process|procedure|tender|tendering|competition|competitive|restricted|exercise|selection|approach",
            "procurement|process|tender|competition has|in|of two|2 stages|phases|steps",
            "restricted procedure|process|tender|tendering",
            "envisaged|maximum|minimum|limited number of candidates",
            "candidates|suppliers|bidders|applicants|organisations ~3 selected|chosen ~3 receive|submit|tender|bid|itt",
            "down|long listed|listing|selected|selection ~4 bidders|suppliers|applicants|candidates|tender",
            "select|selected bidders|bidder|suppliers|supplier|applicants|candidates? list|lists",
            "selected bidders|suppliers|applicants|candidates ~3 invited",
            "highest|top ~3 bidders|suppliers|applicants|candidates|organisations|contractors ~3 invited|issued|sent ~3 tender|bid|itt",
        ],
    ),
    (SHORTLIST, &["shortlist|shortlisted|shortlisting|shortlists", "short listed|listing|list|lists"]),
    (
        SELECTION,
        &[
            "selection|qualification|sq|espd|spd|screening|first|suitability stage|phase",
            "stage|phase one|1|first",
            "selection|specific questionnaire|questionnaires",
            "expression|expressions of interest stage|phase|questionnaire",
        ],
    ),
    (
        NEXT,
        &[
            "only|those|highest|top|successful|passing|qualifying|best|will|be|are ~8 invited|progress|proceed|taken|selected|go ~4 tender|itt|stage|next|second|bid",
            "sent|issued|receive ~3 invitation to tender|itt",
            "invited|proceed|progress|through|forward to ~3 stage|tender|itt",
            "stage|phase two|2",
        ],
    ),
    (TALK, &["interview|interviews|presentation|presentations|demonstration|demonstrations|clarification"]),
    (PAS, &["pas"]),
    (SINGLE, &["single|one stage|staged|step"]),
    (
        VISIT,
        &[
            "site walk round|around|about|through",
            "site|sites visit|visits|meeting|meetings|inspection|inspections|tour|viewing|walkround|walkaround",
            "visit|visits|visiting|visited|inspect|view|viewed ~4 site|sites|premises|property|properties|building|buildings|grounds|location",
            "bidder|bidders|supplier|suppliers|tenderer|tenderers|tender|pretender|bid|provider|providers briefing|briefings|day|conference|event|meeting|session|visit|workshop",
            "pre tender|bid|submission meeting|briefing|visit|conference|event",
            "interview|interviews|presentation|presentations|demonstration|demonstrations|pitch|pitches",
            "briefing|open session|event|day",
        ],
    ),
    (
        ATTEND,
        &[
            "must|shall|required|requires|require|obliged|need|needs|have|has|expected to? ~3 attend|visit|inspect|view|participate|give|undertake|take|deliver|make|pitch",
            "mandatory|compulsory|obligatory",
            "failure|fail|fails|failing to attend|visit|participate",
            "not|without attended|attending|attend|visited|visiting",
            "only ~5 who|that|which ~1 attend|attended|visit|visited",
            "only ~6 from ~2 who|that|which ~1 attend|attended|visit|visited",
            "condition of|for ~6 attend|attends|attending|attended|visit|visits|visiting|visited",
            "attendance ~4 required|essential|condition",
            "visit|visits|meeting|interview|presentation is|are essential|required",
        ],
    ),
    (REMOTE, &["online|virtual|virtually|remote|remotely|teams|zoom|webinar|recorded|recording|video"]),
    (ONE_DAY, &["only", "no other|alternative|further|additional|more date|dates|time|times|visit|visits|opportunity"]),
    (
        SLIP,
        &[
            "omission|omissions|omit|omits|omitted|omitting|incomplete|incompletely|unsigned|unanswered|uncompleted",
            "not ~4 complete|completed|signed|filled|answered|enclosed",
            "fail|fails|failure|failing|failed to ~4 complete|return|sign|submit|provide|enclose|upload|answer|attach|include|respond|select|supply|initial|furnish|follow|use|fill|give|declare",
            "fail|fails|failure|failing|not to? ~3 comply|adhere|conform|follow|followed|submitted ~6 instructions|instruction|format|formatting|guidance|document|documents|requirements|conditions",
            "leaving|leave|leaves|left ~6 out|blank|empty",
            "amend|amended|amends|amending|alter|altered|alters|altering|alteration|alterations|amendment|amendments|deletion|deletions|defaced",
            "missing ~4 document|documents|information|signature|signatures|answer|answers|page|pages|attachment|attachments|certificate|declaration",
            "any ~3 deviation|departure|error|errors|mistake|mistakes",
            "without|lacking ~4 signature|signatures|declaration|documents|attachments|enclosures",
            "non compliance with ~5 instructions|format|requirements",
            "containing|contains|contain ~3 qualification|qualifications|caveat|caveats|conditions|assumptions",
            "qualified|conditional tender|tenders|bid|bids",
        ],
    ),
    (
        REJECTED,
        &[
            "rejected|rejection|disqualified|disqualification|disqualify|reject|invalid|invalidated|invalidate|eliminated|elimination|void|ineligible|discarded",
            "excluded|exclusion",
            "not ~2 considered|evaluated|assessed|scored|accepted|opened",
            "set aside",
            "non compliant",
            "disregarded|discounted",
            "thrown out",
        ],
    ),
    (
        PERHAPS,
        &[
            "may|might|could|can|reserve|reserves|right|rights|discretion|entitled|liable|option|risk|seek|clarification|clarify",
        ],
    ),
    (
        LATER,
        &[
            "goods|invoice|invoices|payment|payments|claim|claims|deliveries|products|materials|workmanship|referral|referrals|delivery",
            "exclusion|mandatory|discretionary grounds|ground",
            "self cleansing|cleaning",
            "minimum|acceptable|satisfactory standard|standards|answer|response|level",
        ],
    ),
];

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    stage(passage, facts);
    visit(passage, facts);
    rejection(passage, facts);
}

/// A separate stage before the tender.
fn stage(passage: &Passage, facts: &mut Facts) {
    let standard = passage.has(PAS) && !passage.has(NEXT);
    let named = passage.first(STAGE).filter(|_| !standard);
    // A shortlist of streets is none of bidders.
    let of_bidders = || {
        passage.has(TENDERER)
            || passage.concerns(BID)
            || passage.says("supplier|suppliers|provider|providers|contractor|contractors|subcontractors|companies")
    };
    let listed = || passage.first(SHORTLIST).filter(|_| !passage.has(TALK) && of_bidders());
    // "Tenders that pass stage 1 go on to stage 2": both are of their evaluation.
    let tendered = || {
        passage.says("tenders|bids|submissions|tenderers|scored|evaluated|evaluation|compliance")
            && !passage.says("invited|invitation|itt|applicants|candidates|sent|issued")
    };
    let passed = || passage.first(SELECTION).filter(|_| !standard && passage.has(NEXT) && !tendered());
    let Some(at) = named.or_else(listed).or_else(passed) else { return };
    let denied = denied(passage, &at);
    // "will not be shortlisted": who is not tells that others are.
    if denied && passage.tokens().is(at.start, "shortlisted") {
        return;
    }
    let stance = if denied {
        Stance::RuledOut
    } else if passage.has(SINGLE) {
        return;
    } else {
        Stance::Required
    };
    facts.add(Fact::new("process.prequalification", passage.evidence(&[&at])).stance(stance));
}

/// A visit or meeting that bidders have to attend.
fn visit(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(VISIT) else { return };
    let Some(must) = attendance(passage, &at) else { return };
    // Meetings of the contract are no part of the competition.
    let tendering = |p: &Passage| p.has(TENDERER) || p.has(BID);
    let beside = [passage.before(), passage.after()];
    if !tendering(passage) && !beside.into_iter().flatten().chain(passage.context()).any(|p| tendering(&p)) {
        return;
    }
    let optional = none(passage, &must) || none(passage, &at);
    let stance = if optional { Stance::RuledOut } else { Stance::Required };
    let before = passage.before().filter(|b| b.has(VISIT));
    let days = |p: &Passage| -> Vec<String> {
        p.quantities().filter_map(|q| if let Quantity::Date(d) = q.what { Some(to_iso(d)) } else { None }).listed()
    };
    let after = || passage.after().filter(|p| p.says("visit|visits|inspection|meeting|attendance|viewing"));
    let beside = [Some(passage.clone()), before, after()];
    let dates = beside.iter().flatten().map(days).find(|d| !d.is_empty()).unwrap_or_default();
    let mut fact = Fact::new("process.site_visit", passage.evidence(&[&at, &must])).stance(stance);
    let talk = passage.has(TALK);
    if talk {
        fact = fact.detail("what", "presentation");
    }
    if passage.has(REMOTE) {
        fact = fact.detail("how", "remote");
    }
    let no_other = passage.has(ONE_DAY) || passage.after().is_some_and(|p| p.has(ONE_DAY));
    if !talk && dates.len() == 1 && no_other {
        fact = fact.detail("dates", "one");
    }
    facts.add(match dates.into_iter().next() {
        Some(day) => fact.named(day),
        None => fact,
    });
}

/// The words that make a visit compulsory, in the passage or right after it.
fn attendance(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    let own = passage.each(ATTEND).find(|h| h.between(at).len() <= 14);
    own.or_else(|| {
        let after = passage.after().filter(|p| p.has(ATTEND) && !p.has(VISIT))?;
        let must = after.first(ATTEND)?;
        (!none(&after, &must)).then(|| at.clone())
    })
}

/// A slip that puts a bid out.
fn rejection(passage: &Passage, facts: &mut Facts) {
    let Some(out) = passage.first(REJECTED) else { return };
    let apart = |h: &Range<usize>| h.end <= out.start || out.end <= h.start;
    let slips = passage.each(SLIP).filter(|h| apart(h) && h.between(&out).len() <= 40);
    let Some(slip) = slips.min_by_key(|h| h.between(&out).len()) else { return };
    let bidding = passage.has(BID) || passage.has(TENDERER) || passage.context_has(BID);
    // Evidence that the winner sends, and that does not bear out what its bid said, is no slip.
    let proof = passage.says("statements|declarations|declaration") && passage.says("support|evidence|verify");
    if !bidding || proof || passage.has(LATER) || passage.in_clause(PERHAPS, &out, 6) {
        return;
    }
    facts.add(Fact::new("process.rejection", passage.evidence(&[&slip, &out])).stance(Stance::Required));
}

/// Judges what was read.
pub fn judge(case: &Case, findings: &mut Findings) {
    prequalification(case, findings);
    let visits: Vec<_> = case.of("process.site_visit").filter(|(_, f)| f.stance == Stance::Required).listed();
    for (index, fact) in visits {
        let detail = |name: &str, value: &str| fact.details.get(name).is_some_and(|v| v == value);
        let draft = match () {
            () if detail("how", "remote") => Draft::barrier("process.site-visit", Low).variant("remote"),
            () if detail("dates", "one") => Draft::barrier("process.site-visit", High).variant("one"),
            () if detail("what", "presentation") => {
                Draft::barrier("process.site-visit", Medium).variant("presentation")
            }
            () => Draft::barrier("process.site-visit", Medium),
        };
        findings.add(draft.fact(index));
    }
    let slips = case.with("process.rejection", Stance::Required);
    if !slips.is_empty() {
        findings.add(Draft::barrier("process.strict-rejection", Medium).facts(slips));
    }
}

/// A separate selection stage is a matter of the contract's size.
fn prequalification(case: &Case, findings: &mut Findings) {
    let rule = "process.prequalification";
    let stages = case.with("process.prequalification", Stance::Required);
    if stages.is_empty() {
        return;
    }
    let framework = case.of("framework.form").next().is_some();
    let central = matches!(case.circumstances.buyer.value, Some(Buyer::Central | Buyer::Health));
    let floor = case.threshold(rule, if central { "works_floor_central" } else { "works_floor_other" });
    let value = case.value(None).map(|v| v.amount);
    let works = case.nature() == Some(Nature::Works) && value.is_some_and(|v| v >= floor);
    let law = ["pa23-85", "pcr15-111"].iter().any(|id| case.law_binds(id));
    match case.circumstances.above_threshold.value {
        Some(true) => {}
        Some(false) if law && !framework && !works => {
            findings.add(Draft::barrier(rule, High).variant("law").facts(stages));
        }
        Some(false) => {
            let amount = pounds(value.unwrap_or_default());
            findings.add(
                Draft::barrier(rule, if works || framework { Low } else { Medium }).arg("value", amount).facts(stages),
            );
        }
        None => {
            findings.add(Draft::query(rule).variant("query").facts(stages));
            findings.undecided(rule, "undecided");
        }
    }
}
