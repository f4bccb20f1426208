//! Whether any work is promised, and how soon after the award it starts.

use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::Cue;
use crate::language::passage::Passage;
use crate::language::period::Unit;
use crate::language::span::Span;

/// A promise, or none.
pub const GUARANTEE: Cue = Cue::named("contract.guarantee");
/// What is promised.
pub const WORK: Cue = Cue::aside("contract.work");
/// Said outright.
pub const NO_VOLUME: Cue = Cue::named("contract.no-volume");
/// A promise of work.
pub const PROMISED: Cue = Cue::named("contract.promised");
/// The time between award and start.
pub const MOBILISATION: Cue = Cue::named("contract.mobilisation");

/// The cues of this file.
pub const CUES: &[(Cue, &[&str])] = &[
    (
        GUARANTEE,
        &[
            "guarantee|guarantees|guaranteed|guaranteeing",
            "warrant|warrants|promise|promised|promises|commitment|assurance|undertaking",
        ],
    ),
    (
        WORK,
        &[
            "work|works|volume|volumes|business|quantity|quantities|spend|value|order|orders|referrals|hours|uptake|usage|packages|placements|demand|purchase|purchases|expenditure",
        ],
    ),
    (
        NO_VOLUME,
        &[
            "no guaranteed|minimum|committed volume|volumes|work|spend|hours|quantity|quantities|order|orders|level|value|business",
            "not ~3 bind|commit|oblige ~4 order|buy|purchase|spend",
            "zero hours contract|agreement|basis",
            "no minimum ~3 volume|volumes|hours|spend|order|orders|work|purchase|referrals ~4 guaranteed|promised|committed?",
            "as and when required",
            "spot purchase|purchasing|purchased",
        ],
    ),
    (
        PROMISED,
        &[
            "guaranteed minimum|volume|volumes|hours|income|payment|spend|level",
            "guarantee|guarantees ~3 minimum|least",
            "minimum ~3 guaranteed",
            "block contract|purchase|payment|payments",
            "undertake|undertakes|commit|commits to ~1 buy|purchase|order ~1 at? least",
        ],
    ),
    (
        MOBILISATION,
        &[
            "mobilisation|mobilise|mobilised|mobilization|implementation|transition period|phase|time?",
            "lead in",
            "start ~6 after ~3 award",
            "between award and ~3 start|commencement",
        ],
    ),
];

/// Whether any volume is promised.
pub fn volume(passage: &Passage, facts: &mut Facts) {
    // A negation of a promise of work: "does not guarantee any volume of work", "no guarantee of business".
    for at in passage.each(GUARANTEE) {
        let work = passage.each(WORK).find(|h| h.behind(&at, 12));
        let behind = passage.each(WORK).filter(|h| h.before(&at, 8)).max_by_key(|h| h.end);
        // "guaranteed to work" is a verb.
        let verb = |h: &std::ops::Range<usize>| passage.tokens().is(h.start.wrapping_sub(1), "to");
        let Some(work) = work.or(behind).filter(|h| !verb(h)) else { continue };
        // "Neither the volume nor the value of work is guaranteed."
        let from = work.start.min(at.start).saturating_sub(6).max(passage.range.start);
        let neither = passage.tokens().says(from..at.start, "neither|nor");
        let denied = neither
            || passage.says_before(
                at.start,
                5,
                "no|not|cannot|nor|doesn't|doesn’t|don't|don’t|can't|can’t|without|never",
            );
        // A guarantee that something works is no promise of orders.
        let other = passage.says("bond|parent|warranty|availability|uptime|quality|security|accuracy|minutes");
        if denied && !other {
            facts.add(
                Fact::new("contract.volume", passage.evidence(&[&at, &work]))
                    .stance(Stance::RuledOut)
                    .lot(passage.lot(at.start)),
            );
            return;
        }
    }
    if let Some(at) = passage.first(NO_VOLUME) {
        let tokens = passage.tokens();
        // "as and when required" is how work is ordered; only with other words does it say that none may be.
        let of_order = tokens.is(at.start, "as");
        let of_turnover = tokens.is(at.start, "no") && tokens.is(at.start + 1, "minimum") && turnover(passage);
        if !of_order && !of_turnover {
            facts.add(
                Fact::new("contract.volume", passage.evidence(&[&at]))
                    .stance(Stance::RuledOut)
                    .lot(passage.lot(at.start)),
            );
            return;
        }
    }
    if let Some(at) = passage.first(PROMISED).filter(|at| !passage.negated(at)) {
        let denied = passage.says_before(at.start, 6, "no|not|cannot|without");
        if !denied {
            facts.add(
                Fact::new("contract.volume", passage.evidence(&[&at]))
                    .stance(Stance::Offered)
                    .lot(passage.lot(at.start)),
            );
        }
    }
}

fn turnover(passage: &Passage) -> bool {
    passage.says("turnover|income|insurance|order")
}

/// Days from award to start, where they are said.
pub fn mobilisation(passage: &Passage, facts: &mut Facts) {
    let Some(named) = passage.first(MOBILISATION) else { return };
    for (period, at) in passage.periods() {
        let days = period.days().round();
        let between = at.end.min(named.end)..at.start.max(named.start);
        let close = between.len() <= 8 && !passage.clause_breaks_hard(between);
        let plausible = (3.0..=400.0).contains(&days) && !matches!(period.unit, Unit::Hours | Unit::Years);
        // "a mobilisation plan within 10 days" is about the plan.
        let plan = passage
            .tokens()
            .says(named.end..named.end + 2, "plan|plans|meeting|report|manager|team|programme|payment|costs");
        if close && plausible && !plan {
            facts.add(Fact::new("contract.mobilisation", passage.evidence(&[&named, &at])).amount(days, "days"));
            return;
        }
    }
}
