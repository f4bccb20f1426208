//! The timetable: publication, questions, deadline, award.

use std::ops::Range;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::{Fact, Facts};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::date::to_iso;
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::packed;

/// The family.
pub struct Timetable;

/// What a date may be, with the cue that says so. Of two that are equally near the earlier in the list counts.
const DATES: [(&str, Cue); 4] = [
    ("timetable.clarification_deadline", Cue::named("timetable.clarification")),
    ("timetable.deadline", Cue::named("timetable.deadline")),
    ("timetable.published", Cue::named("timetable.published")),
    ("timetable.award", Cue::named("timetable.award")),
];
/// The word alone: an event only where it names a row of dates.
const AWARD: Cue = Cue::named("timetable.award-alone");
/// Events whose dates are none of these.
const OTHER: Cue = Cue::named("timetable.other");

const CUES: &CueList = &[
    (
        DATES[0].1,
        &[
            "clarification|clarifications questions|question|requests|request|queries|deadline|period|closes|end|ends?",
            "deadline|closing|last|final|latest date? ~2 for|to? ~3 clarification|clarifications|questions|queries|enquiries",
            "questions|queries|enquiries ~6 by|before|until|than",
        ],
    ),
    (
        DATES[1].1,
        &[
            "time limit for|to ~2 receipt|submission",
            "closing date|time",
            "closes|closing on|at",
            "tender|tenders|bid|bids|submission|submissions|quotation|quotations|response|responses|application|applications|itt|quote|quotes|proposals|offers return|submission|closing|closes|receipt? deadline|date|on|by|at",
            "tender|bid|submission|return|response|application|quotation|itt|final deadline",
            "deadline for|of|to ~4 receipt|submission|return|tenders|bids|responses|applications|quotations|submit|tender",
            "date ~3 receipt|return|submission of ~2 tenders|bids|responses|quotations|applications|tender|bid",
            "tenders|bids|quotations|responses|submissions|applications|offers|proposals|tender|bid ~6 received|returned|submitted|uploaded|in|lodged ~5 by|before|than|at",
            "submit|return|upload ~8 by|before|than",
            "return date",
            "latest date",
            "deadline date",
            "tenders|bids|quotations|responses|submissions|applications|proposals due",
        ],
    ),
    (
        DATES[2].1,
        &[
            "notice|date|advert|tender|itt|opportunity published|publication|issued|issue|advertised",
            "published|publication|issue|issued date|on",
            "date of publication|dispatch|issue|notice|despatch",
            "published",
            "invitation ~3 issued|published",
        ],
    ),
    (
        DATES[3].1,
        &[
            "award date|decision",
            "contract|notification|notice of? award|awarded",
            "award of ~2 contract|contracts",
            "award|intention to award letter|letters|notice|notices?",
        ],
    ),
    (AWARD, &["award"]),
    (
        OTHER,
        &[
            "start|commencement|commence|commences|begin|end|expiry|expire|expires|interview|interviews|presentation|presentations|visit|visits|mobilisation|standstill|evaluation|meeting|event|opening",
            "last edited|updated|modified",
            "financial year",
        ],
    ),
];

impl Family for Timetable {
    fn name(&self) -> &'static str {
        "timetable"
    }

    fn cues(&self) -> Packed {
        packed!(CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        for spotted in passage.quantities() {
            let Quantity::Date(date) = spotted.what else { continue };
            let at = spotted.range();
            if let Some((kind, named)) = event(passage, &at) {
                facts.add(Fact::new(kind, passage.place(&[&named, &at])).named(to_iso(date)));
            } else if let Some(kind) = passage.label().and_then(|label| named_by(&label)) {
                facts.add(Fact::new(kind, passage.place(&[&at])).named(to_iso(date)));
            }
        }
    }

    fn judge(&self, _case: &Case, _findings: &mut Findings) {}
}

/// The event that a heading or the first cell of a row names for the date beside it.
fn named_by(label: &Passage) -> Option<&'static str> {
    if label.has(OTHER) {
        return None;
    }
    let named = DATES.iter().find(|(_, cue)| label.has(*cue)).map(|d| d.0);
    let award = || label.range.len() <= 2 && label.has(AWARD);
    named.or_else(|| award().then_some("timetable.award"))
}

/// What a date is the date of: the event named last before it, or directly behind it.
fn event(passage: &Passage, at: &Range<usize>) -> Option<(&'static str, Range<usize>)> {
    let mut best: Option<(usize, Option<&'static str>, Range<usize>)> = None;
    let known = DATES.iter().map(|(kind, cue)| (Some(*kind), *cue)).chain([(None, OTHER)]);
    for (kind, cue) in known {
        for hit in passage.each(cue) {
            // In a table of dates the event stands before or behind its date, in the next cell.
            let distance =
                if hit.end <= at.start { at.start - hit.end } else { 2 * hit.start.saturating_sub(at.end) + 3 };
            let between = hit.between(at);
            let other_date = passage.quantities().any(|q| {
                matches!(q.what, Quantity::Date(_)) && q.range() != *at && between.contains(&(q.first as usize))
            });
            if distance <= 16 && !other_date && best.as_ref().is_none_or(|b| distance < b.0) {
                best = Some((distance, kind, hit));
            }
        }
    }
    let (_, kind, hit) = best?;
    kind.map(|k| (k, hit))
}
