//! Partnership: bidding together, and passing work on.

use std::ops::Range;

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::{MAY, MAY_NOT, MUST};
use crate::language::whose::{BIDDER, BUYER};
use crate::packed;
use crate::report::{Place, Severity};

/// The family.
pub struct Partnership;

/// Bidding together.
const CONSORTIUM: Cue = Cue::named("partnership.consortium");
/// Said of bids and bidders.
const BIDDING: Cue = Cue::aside("partnership.bidding");
/// Welcomed or foreseen.
const WELCOME: Cue = Cue::aside("partnership.welcome");
/// Not taken.
const REFUSED: Cue = Cue::named("partnership.refused");
/// Said of what bidders may do.
const ALLOWED: Cue = Cue::named("partnership.allowed");
/// Each member by itself.
const EACH: Cue = Cue::named("partnership.each");
/// Each for all.
const JOINT: Cue = Cue::named("partnership.joint");
/// A company to be formed before the award.
const VEHICLE: Cue = Cue::named("partnership.vehicle");
/// Passing work on.
const SUBCONTRACTING: Cue = Cue::named("partnership.subcontracting");
/// With leave only.
const CONSENT: Cue = Cue::named("partnership.consent");

/// A question ends within so many tokens behind its noun.
const ANSWER_REACH: usize = 12;

const CUES: &CueList = &[
    (
        CONSORTIUM,
        &[
            "consortium|consortia|consortiums ~1 bid|bids|tender|tenders|member|members|partner|partners?",
            "joint bid|bids|tender|tenders|venture|ventures|submission|submissions",
            "partnership|collaborative|joint applications|application|proposals|bids",
            "alone|individually|singly or ~2 collaboration|partnership",
            "group bid|bids",
            "bidding|tendering|applying ~1 as|behalf ~2 group",
            "group|groups of economic? suppliers|organisations|providers|operators|bidders|bodies|charities",
            "tender|bid|apply together|jointly",
            "bids|tenders|applications|proposals? from ~1 partnerships",
        ],
    ),
    (
        BIDDING,
        &[
            "bid|bids|bidder|bidders|bidding|tender|tenders|tenderer|tenderers|tendering|apply|application|applications|submission|submissions|proposals|expressions|supplier|suppliers|contract|opportunity",
        ],
    ),
    (
        WELCOME,
        &[
            "welcome|welcomes|welcomed|encourage|encouraged|encourages|permitted|permits|allowed|invited|accepted|acceptable|considered|suitable|eligible|happy",
            "may|can ~4 bid|tender|apply|form|be|submit|include",
            "may|can ~1 rely|use|come",
            "as part of a|the",
            "open to|for",
            "accept ~2 bids|tenders|applications from",
            "consortium|consortia bids|bid|tenders should|must|may|shall|will ~2 provide|name|include|complete|submit",
            "alone|individually|singly or",
            "submitted|made by|from a|any? consortium|consortia",
            "rely|relying on ~3 capacity|capacities|experience of",
            "form|forming ~2 consortium|consortia",
            "if|where you|bidders|tenderers|suppliers are? ~4 consortium|consortia|group",
            "lead member|partner|bidder|organisation",
            "lead|prime provider|providers|contractor|contractors|supplier ~1 using|with",
            "or consortium|consortia",
        ],
    ),
    (
        REFUSED,
        &[
            "will|shall be rejected|excluded|refused|disregarded|disqualified",
            "is|are excluded|refused|rejected",
            "unable|unwilling to accept|consider|allow|support",
        ],
    ),
    (ALLOWED, &["is|are|be ~1 allowed|permitted|possible|acceptable|welcome"]),
    (
        EACH,
        &[
            "each|every|all consortium|group? member|members|partner|partners ~5 must|shall|required|needs|need ~6 meet|satisfy|pass|hold|complete|fulfil|demonstrate|have",
            "each|every|all member|members|partner of ~3 consortium|group ~4 must|shall|required|have ~5 meet|satisfy|pass|hold|fulfil|demonstrate|have",
            "individually meet|satisfy|pass",
            "must|shall ~2 individually ~2 meet|satisfy|pass",
            "no reliance on",
        ],
    ),
    (JOINT, &["jointly and|or severally liable|responsible?", "joint and|or several liability|responsibility?"]),
    (
        VEHICLE,
        &[
            "form|forming|formed|create|establish|set ~4 special purpose vehicle|company",
            "form|forming|formed|create|establish|assume|take ~4 legal entity|form",
            "incorporate|incorporated ~3 before|prior",
        ],
    ),
    (
        SUBCONTRACTING,
        &[
            "sub contracting|contract|contractor|contractors|contracted|let|letting",
            "subcontracting|subcontract|subcontracts|subcontractor|subcontractors|subcontracted|sublet|subletting",
        ],
    ),
    (
        CONSENT,
        &[
            "without|with|prior|written|subject ~4 consent|approval|permission|agreement",
            "consent|approval|permission of",
        ],
    ),
];

impl Family for Partnership {
    fn name(&self) -> &'static str {
        "partnership"
    }

    fn cues(&self) -> Packed {
        packed!(CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        consortium(passage, facts);
        if let Some(at) = passage.first(EACH).filter(|at| !passage.negated(at)) {
            let of_group = passage.concerns(CONSORTIUM) || passage.before_has(CONSORTIUM);
            let reliance = passage.tokens().is(at.start, "no");
            if of_group || reliance {
                facts.add(Fact::new("partnership.each_must_meet", passage.evidence(&[&at])).stance(Stance::Required));
            }
        }
        let owed = |at: &Range<usize>| !passage.negated(at) && !denied(passage, at) && !of_buyers(passage, at);
        if let Some(at) = passage.first(JOINT).filter(owed) {
            facts.add(Fact::new("partnership.joint_liability", passage.evidence(&[&at])).stance(Stance::Required));
        }
        if let Some(at) = passage.first(VEHICLE).filter(|at| passage.has(CONSORTIUM) && !passage.negated(at)) {
            let before = passage.says("before|prior");
            if before && passage.has(MUST) {
                let fact = Fact::new("partnership.joint_liability", passage.evidence(&[&at])).stance(Stance::Required);
                facts.add(fact.detail("kind", "vehicle_before_award"));
            }
        }
        subcontracting(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let barred = case.with("partnership.consortium", Stance::RuledOut);
        let offered = case.with("partnership.consortium", Stance::Offered);
        if !barred.is_empty() {
            findings.add(Draft::barrier("partnership.barred", Severity::High).variant("consortia").facts(barred));
        } else if !offered.is_empty() {
            findings.add(Draft::enabler("enabler.consortium").facts(offered));
        }
        let (consent, not_at_all): (Vec<_>, Vec<_>) = case
            .of("partnership.subcontracting")
            .filter(|(_, f)| f.stance == Stance::RuledOut)
            .partition(|(_, f)| f.details.has("consent"));
        if !not_at_all.is_empty() {
            findings.add(
                Draft::barrier("partnership.barred", Severity::High)
                    .variant("subcontracting")
                    .facts(not_at_all.iter().map(|f| f.0)),
            );
        } else if !consent.is_empty() {
            findings.add(
                Draft::barrier("partnership.barred", Severity::Low)
                    .variant("consent")
                    .facts(consent.iter().map(|f| f.0)),
            );
        }
        let each = case.with("partnership.each_must_meet", Stance::Required);
        if !each.is_empty() {
            findings.add(Draft::barrier("partnership.each-must-meet", Severity::High).facts(each));
        }
        let (vehicle, joint): (Vec<_>, Vec<_>) =
            case.of("partnership.joint_liability").partition(|(_, f)| f.details.has("kind"));
        if !vehicle.is_empty() {
            findings.add(
                Draft::barrier("partnership.joint-liability", Severity::High)
                    .variant("vehicle")
                    .facts(vehicle.iter().map(|f| f.0)),
            );
        }
        if !joint.is_empty() {
            findings
                .add(Draft::barrier("partnership.joint-liability", Severity::Medium).facts(joint.iter().map(|f| f.0)));
        }
    }
}

/// "are not jointly liable"
fn denied(passage: &Passage, at: &Range<usize>) -> bool {
    passage.says_before(at.start, 2, "not|no")
}

/// "the two councils are jointly liable"
fn of_buyers(passage: &Passage, at: &Range<usize>) -> bool {
    let party = |cue: Cue| passage.last(cue, at.start).map(|h| h.end);
    passage.has_before(BUYER, at, 1) && party(BIDDER).is_none()
}

/// Consortia that are welcome, or not. A buyer may be called a consortium, so the word alone says nothing.
fn consortium(passage: &Passage, facts: &mut Facts) {
    let buyer = passage.field_says(&["buyer", "authority", "title"]);
    if buyer {
        return;
    }
    let near = |at: &Range<usize>, cue: Cue, reach: usize| passage.near(cue, at, reach);
    let named = || passage.each(CONSORTIUM);
    let barred = |at: &Range<usize>| {
        let refused = near(at, MAY_NOT, 6) || near(at, REFUSED, 3);
        refused && !passage.has(JOINT) && !passage.has(EACH) || passage.negated(at) && near(at, WELCOME, 6)
    };
    if let Some(at) = passage.first(CONSORTIUM)
        && let Some((yes, place)) = answered(passage, &at)
    {
        let stance = if yes { Stance::Offered } else { Stance::RuledOut };
        facts.add(Fact::new("partnership.consortium", place).stance(stance));
        return;
    }
    let welcome = |at: &Range<usize>| {
        let venture = passage.tokens().says(at.clone(), "venture|ventures") && !passage.has(BIDDING);
        // "State whether you are a company or a consortium" welcomes nobody.
        let asks = passage.says("whether");
        near(at, WELCOME, 8) && !venture && !asks && !passage.tokens().is(at.end, "agreement")
    };
    if let Some(at) = named().find(barred) {
        facts.add(Fact::new("partnership.consortium", passage.evidence(&[&at])).stance(Stance::RuledOut));
    } else if let Some(at) = named().find(welcome) {
        facts.add(Fact::new("partnership.consortium", passage.evidence(&[&at])).stance(Stance::Offered));
    }
}

/// Whether those who do it are named, and not what they do: "sub-contractors".
fn persons(passage: &Passage, at: &Range<usize>) -> bool {
    passage.tokens().is(at.end - 1, "contractor|contractors|subcontractor|subcontractors")
}

/// "may sub-contract", "sub-contracting is welcome"
fn allowed(passage: &Passage, at: &Range<usize>) -> bool {
    let may = passage.has_before(MAY, at, 1);
    let said = passage.each(ALLOWED).any(|h| h.behind(at, 12) && !passage.clause_breaks(at.end..h.start));
    // "Subcontractors may be excluded": what they may do themselves is another thing.
    let own = |h: &Range<usize>| !persons(passage, at) || !passage.tokens().is(h.start, "may|can");
    let near = |h: &Range<usize>| h.start.abs_diff(at.start) <= 5 && (h.start < at.start || own(h));
    may || said || passage.each(WELCOME).any(|h| near(&h))
}

/// The answer to a question whether the thing at `at` is allowed, and where it stands: "Is subcontracting allowed? No".
fn answered(passage: &Passage, at: &Range<usize>) -> Option<(bool, Place)> {
    let tokens = passage.tokens();
    let asked = (at.end..passage.range.end).take(ANSWER_REACH).take_while(|&i| tokens.same_cell(i));
    let mark = asked.into_iter().find(|&i| tokens.word(i) == "?")?;
    let may = |h: Range<usize>| h.start < mark && mark - h.start <= 2 * ANSWER_REACH;
    if !passage.each(MAY).chain(passage.each(ALLOWED)).chain(passage.each(WELCOME)).any(may) {
        return None;
    }
    let (yes, answer) = passage.answers(mark + 1).into_iter().next()?;
    let own = answer.block == passage.block;
    let whole = || passage.part(passage.range.start..answer.range.end.max(passage.range.end));
    Some((yes, if own { whole().whole_place() } else { passage.whole_place() }))
}

fn subcontracting(passage: &Passage, facts: &mut Facts) {
    // "our advisers and subcontractors"
    let Some(at) = passage.first(SUBCONTRACTING).filter(|at| !passage.says_before(at.start, 3, "our")) else { return };
    if let Some((yes, place)) = answered(passage, &at) {
        let stance = if yes { Stance::Offered } else { Stance::RuledOut };
        facts.add(Fact::new("partnership.subcontracting", place).stance(stance));
        return;
    }
    let barred = passage.in_clause(MAY_NOT, &at, 4);
    // "No part of the work may be sub-contracted."
    let none = passage.says_before(at.start, 8, "no|nor|neither");
    let barred = barred || none && passage.has(MAY);
    // "not more than 25% may be subcontracted" bars nobody.
    if barred && !persons(passage, &at) && passage.percents().next().is_none() {
        let fact = Fact::new("partnership.subcontracting", passage.evidence(&[&at])).stance(Stance::RuledOut);
        let consent = passage.has(CONSENT) || passage.says("unless|except|without");
        facts.add(if consent { fact.detail("consent", "needed") } else { fact });
    } else if allowed(passage, &at) && !barred && !passage.negated(&at) {
        facts.add(Fact::new("partnership.subcontracting", passage.evidence(&[&at])).stance(Stance::Offered));
    }
}
