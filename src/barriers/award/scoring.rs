//! How bids are scored: what an answer must reach, how marks are given, what rates may not pass.

use std::ops::Range;

use crate::document::Kind;
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::money::Per;
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::token::TokenKind;
use crate::words::grouped;

const THRESHOLD: Cue = Cue::named("award.threshold");
const SCORE: Cue = Cue::named("award.score");
const ANSWER: Cue = Cue::aside("award.answer");
const NOT_AWARD: Cue = Cue::aside("award.not-award");
const SCALE: Cue = Cue::named("award.scale");
const FORMULA: Cue = Cue::named("award.formula");
const GRADE: Cue = Cue::named("award.grade");
const RATE: Cue = Cue::aside("award.rate");
const CAP: Cue = Cue::named("award.cap");

/// The cues of this file.
pub const CUES: &CueList = &[
    (
        THRESHOLD,
        &[
            "minimum ~3 score|scores|mark|marks|threshold|standard ~2 of|is|for|required?",
            "quality|pass threshold|mark",
            "score|scores|scored|scoring|achieve|achieves|achieving|obtain|obtains|attain|reach|reaches ~4 less|below|under|lower|fewer|minimum",
            "score|scores|achieve|achieves|obtain|obtains|attain|reach|reaches ~4 at least",
            "not|cannot score|achieve|reach|obtain|attain",
            "fail|fails|failing to score|achieve|reach|obtain|attain",
            "falls|fall|fell below",
            "must score|achieve|reach|obtain|attain",
        ],
    ),
    (SCORE, &["score|scores|scored|scoring|mark|marks|threshold|points"]),
    (
        ANSWER,
        &[
            "question|questions|answer|answers|response|responses|criterion|criteria|quality|technical|submission|submissions|evaluation|tender|tenders|bid|bids|bidder|bidders|tenderer|tenderers",
            "method statement|statements",
        ],
    ),
    (
        NOT_AWARD,
        &[
            "credit|experian|creditsafe|financial|failure|delphi|bradstreet|risk|hygiene|survey|satisfaction|rating|inspection|ofsted|audit|kpi|kpis|indicator|indicators|turnover",
            "d ~1 b",
        ],
    ),
    (
        SCALE,
        &[
            "scored|marked|assessed|evaluated|graded ~6 out of #",
            "scored|marked|assessed|evaluated|graded ~6 from|between|of #",
            "score|scores|mark|marks|points of|from|between|out #",
            "score|mark|marks|scores of? between? 0|nought|zero",
            "maximum score|mark|marks of|is|available?",
            "marks available",
            "scoring scale|matrix|scheme|guide|guidance|key|table|methodology|system|criteria|principles",
            "marking scale|scheme|matrix|guide",
            "scale of|from #",
            "max|maximum points|score|marks",
        ],
    ),
    (
        FORMULA,
        &[
            "lowest ~4 price|cost|bid|tender|rate|total|sum|quote|quotation ~8 divided|maximum|full|100|highest",
            "lowest ~4 price|cost|bid|tender|rate|total|sum|quote|quotation ~8 marks|points|score|pro",
            "lowest ~3 price|bid|cost|tender ~1 tendered|submitted|bidders|tenderers|your|bid|evaluated",
            "pro rata ~6 price|lowest|score|marks|points",
            "pro rata basis",
            "scored|score ~3 pro rata",
            "marks|points ~4 to the? lowest",
            "percentage|percent ~4 lowest ~2 price|bid|tender",
            "proportion|relation|relative to the? lowest ~2 price|bid|tender|cost",
            "difference ~4 lowest ~2 price|bid|tender",
        ],
    ),
    (
        GRADE,
        &[
            "excellent|outstanding|good|satisfactory|acceptable|adequate|fair|poor|weak|unacceptable|unsatisfactory|inadequate|deficient",
            "no answer|response|evidence|submission",
            "fully|partially|exceeds ~3 meets|requirement|requirements",
            "meets the requirement|requirements|standard",
            "serious|major|minor concerns|reservations",
        ],
    ),
    (RATE, &["hourly|unit|day|daily|visit? rate|rates|price|prices|fee|fees|charge|charges"]),
    (
        CAP,
        &[
            "ceiling|capped|cap",
            "maximum ~2 rate|rates|hourly|price|prices|fee|unit",
            "above|over|exceeding|exceed|exceeds|higher|greater",
            "no more than",
        ],
    ),
];

/// The highest end of a scale by which answers are scored.
const LARGEST_SCALE: f64 = 100.0;
/// A cap on a rate stands so near its amount, in tokens.
const NEAR: usize = 10;

/// The score that an answer must reach; whether there is one.
pub fn threshold(passage: &Passage, facts: &mut Facts) -> bool {
    let Some(named) = passage.first(THRESHOLD) else { return false };
    let about = passage.concerns(ANSWER);
    if !about || !passage.has(SCORE) || passage.concerns(NOT_AWARD) {
        return false;
    }
    for spotted in passage.quantities() {
        let at = spotted.range();
        let near = at.start >= named.start && at.start.saturating_sub(named.end) <= NEAR;
        let said = match spotted.what {
            _ if !near => None,
            Quantity::Percent(p) if p.share <= 100.0 => Some((format!("{}%", grouped(p.share)), at.clone())),
            Quantity::Number(n) if n <= LARGEST_SCALE => Some(out_of(passage, n, &at)),
            _ => None,
        };
        if let Some((value, place)) = said {
            let fact = Fact::new("award.quality_threshold", passage.place(&[&named, &place]));
            facts.add(fact.named(value).stance(Stance::Required).lot(passage.lot(at.start)));
            return true;
        }
    }
    false
}

/// "3 out of 5", "3/5"; the number alone where no scale is named behind it.
fn out_of(passage: &Passage, score: f64, at: &Range<usize>) -> (String, Range<usize>) {
    let tokens = passage.tokens();
    let join = if tokens.kind(at.end) == Some(TokenKind::Slash) {
        Some(at.end + 1)
    } else {
        // "3 (Acceptable) out of 5"
        let found = (at.end..(at.end + 6).min(passage.range.end)).find(|&i| tokens.is(i, "out"));
        found.filter(|&i| tokens.is(i + 1, "of")).map(|i| i + 2)
    };
    let whole = join.and_then(|i| tokens.number(i, false)).filter(|n| n.value >= score && n.value <= LARGEST_SCALE);
    match whole {
        Some(whole) => (format!("{}/{}", grouped(score), grouped(whole.value)), at.start..whole.end),
        None => (grouped(score), at.clone()),
    }
}

/// Whether it is explained how marks are given: a scale with its grades, a formula for prices.
pub fn method(passage: &Passage, facts: &mut Facts) {
    if passage.has(NOT_AWARD) {
        return;
    }
    let row = passage.in_row();
    let number = || passage.numbers().next();
    let grade = passage.first(GRADE).filter(|_| {
        let scored = passage.has(SCORE) || passage.context_has(SCALE) || passage.context_has(SCORE);
        let by_row =
            row && passage.range.len() > 1 && number().is_some_and(|(n, r)| n <= LARGEST_SCALE && r.len() == 1);
        let by_item = matches!(passage.kind(), Kind::ListItem { .. }) && number().is_some();
        scored && (by_row || by_item)
    });
    // "5 = excellent, 3 = acceptable, 0 = no answer"
    let graded =
        passage.hits(GRADE).count() >= 3 && passage.numbers().filter(|(n, _)| *n <= LARGEST_SCALE).count() >= 3;
    let grade = grade.or_else(|| passage.first(GRADE).filter(|_| graded));
    let scale = || {
        let at = passage.first(SCALE)?;
        let counted = passage.quantities().any(|q| match q.what {
            Quantity::Number(n) => n <= LARGEST_SCALE && q.first as usize + 6 >= at.start,
            _ => false,
        });
        let answered = passage.concerns(ANSWER);
        let out = passage.has(THRESHOLD) || passage.says("excluded|rejected|fail|failed|disqualified");
        (counted && answered && !out).then_some(at)
    };
    let formula = || {
        let at = passage.first(FORMULA)?;
        passage.has(SCORE).then_some(at).or_else(|| {
            let sum = passage.says("divided|multiplied|rata|x");
            passage.first(FORMULA).filter(|_| sum)
        })
    };
    if let Some(at) = grade.or_else(scale).or_else(formula) {
        facts.add(Fact::new("award.method", passage.evidence(&[&at])));
    }
}

/// A ceiling on what bidders may charge.
pub fn rate_cap(passage: &Passage, facts: &mut Facts) {
    let (Some(rate), Some(cap)) = (passage.first(RATE), passage.first(CAP)) else { return };
    // Who pays staff, mileage or interest is not capping bids.
    let other = "mile|mileage|interest|inflation|uplift|cpi|rpi|increase|increases|liability";
    if passage.says(other) || passage.negated(&cap) && !not_exceed(passage, &cap) {
        return;
    }
    let amount = passage
        .money()
        .filter(|(m, r)| {
            m.said && m.currency == "GBP" && r.start >= cap.start && r.start - cap.end.min(r.start) <= NEAR
        })
        .find(|(m, _)| matches!(m.per, Some(Per::Unit)) || hourly(passage));
    let fact = match amount {
        Some((money, at)) => {
            Fact::new("award.rate_cap", passage.place(&[&rate, &cap, &at])).amount(money.amount, "GBP")
        }
        None if compared(passage) => Fact::new("award.rate_cap", passage.place(&[&rate, &cap])),
        None => return,
    };
    let hour = hourly(passage).then_some("hour");
    facts.add(fact.stance(Stance::Required).basis(hour).lot(passage.lot(rate.start)));
}

fn not_exceed(passage: &Passage, cap: &Range<usize>) -> bool {
    passage.tokens().says(cap.clone(), "exceed|exceeding|exceeds")
}

fn hourly(passage: &Passage) -> bool {
    passage.says("hour|hourly")
}

/// "must not exceed the current contract rates", "the ceiling rates in Schedule 4"
fn compared(passage: &Passage) -> bool {
    let tokens = passage.tokens();
    let bids = passage.says("bids|bid|tendered|tenders|tender|bidders|rejected|submitted|quoted|proposed");
    let limit = passage.range.clone().any(|i| {
        tokens.is(i, "ceiling|cap|capped")
            || (tokens.is(i, "current|existing|present")
                && (i + 1..i + 3).any(|j| tokens.is(j, "rate|rates|price|prices|contract")))
    });
    bids && limit && passage.stance(&passage.range) != Some(Stance::Offered)
}
