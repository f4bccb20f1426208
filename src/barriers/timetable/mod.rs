//! The timetable: publication, questions, deadline, award, and whether they leave enough time.

mod judge;

use std::ops::Range;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use super::statement::{self, Statement};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::date::to_iso;
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::language::token::TokenKind;
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
const AWARD: Cue = Cue::of_quantity("timetable.award-alone");
/// Words that name the deadline only right beside a date: "Tender return: 11 June 2027".
const RETURN: Cue = Cue::named("timetable.return");
/// Words that name the publication right beside a date.
const OPENS: Cue = Cue::named("timetable.opens");
/// Words that are events only right before a date, and then which.
const BESIDE: [(&str, Cue); 3] =
    [("timetable.deadline", RETURN), ("timetable.published", OPENS), ("timetable.award", AWARD)];
/// How long bidders have.
const PERIOD: Cue = Cue::named("timetable.period");
/// Periods that are something else.
const NOT_PERIOD: Cue = Cue::aside("timetable.not-the-period");
/// What allows shorter times.
const URGENT: Cue = Cue::named("timetable.urgent");
const PLANNED: Cue = Cue::named("timetable.planned-notice");
const MARKET: Cue = Cue::named("timetable.dynamic-market");
const CALL_OFF: Cue = Cue::named("timetable.call-off");
const TWO_STAGES: Cue = Cue::named("timetable.two-stages");
const DIRECT: Cue = Cue::named("timetable.direct");
/// The name of a field that notices of one stage have too.
const EITHER: Cue = Cue::named("timetable.either-stage");
/// Asking questions, and where to.
const QUESTIONS: Cue = Cue::named("timetable.questions");
const ROUTE: Cue = Cue::aside("timetable.route");
/// Asking them up to some day.
const UNTIL: Cue = Cue::named("timetable.questions-until");

const STATEMENTS: &[Statement] = &[
    Statement::new("timetable.exception", URGENT).value("urgency").stance(Stance::Stated),
    Statement::new("timetable.exception", PLANNED).value("planned_notice").stance(Stance::Stated),
    Statement::new("timetable.exception", MARKET).value("dynamic_market").stance(Stance::Stated),
    Statement::new("timetable.exception", CALL_OFF).value("call_off").stance(Stance::Stated),
    Statement::new("timetable.exception", DIRECT).value("direct").stance(Stance::Stated),
    Statement::new("timetable.exception", TWO_STAGES).value("two_stages").stance(Stance::Stated).without(&[EITHER]),
    Statement::new("timetable.clarification_route", QUESTIONS).stance(Stance::Offered).with(&[ROUTE]),
    Statement::new("timetable.clarification_route", UNTIL).stance(Stance::Offered),
];

/// Events whose dates are none of these.
const OTHER: Cue = Cue::aside("timetable.other");

const CUES: &CueList = &[
    (
        DATES[0].1,
        &[
            "clarification|clarifications questions|question|requests|request|queries|deadline|period|closes|end|ends?",
            "deadline|closing|last|final|latest date? ~2 for|to? ~3 clarification|clarifications|questions|queries|enquiries",
            "questions|queries|enquiries ~24 by|before|until|than",
            "enquiry|clarification|question period|window ~2 ends|ending|concludes|concluding|closes|closing|expires",
            "question|questions|query|queries|enquiry|enquiries deadline|closing|close|closes|end|cut",
        ],
    ),
    (
        DATES[1].1,
        &[
            "time limit for|to ~2 receipt|submission",
            "closing date|time",
            "closes|closing on|at",
            "tender|tenders|bid|bids|submission|submissions|quotation|quotations|response|responses|application|applications|itt|quote|quotes|proposals|offers return|submission|closing|closes|receipt? deadline|date|on|by|at",
            "tender|bid|submission|return|response|application|quotation|itt|final|interest deadline|deadlines",
            "deadline for|of|to ~4 expressions|expression|expressing|receipt|submission|submissions|return|tenders|bids|quotes|proposals|offers|responses|applications|quotations|submit|tender|bid|quote|quotation|proposal|response|application",
            "date ~3 receipt|return|submission of ~2 tenders|bids|responses|quotations|applications|tender|bid",
            "tenders|bids|quotations|quotes|responses|submissions|applications|offers|proposals|tender|bid|quotation|quote|participate|interest ~6 received|required|completed|returned|submitted|uploaded|in|lodged|emailed|sent|delivered|posted|reach|arrive ~8 by|before|than|at|after",
            "submit|return|upload|send|email ~24 by|before|than",
            "copy|copies ~6 returned|submitted|sent|delivered ~24 by|before|than",
            "sent|emailed|returned to ~12 by|before|than",
            "reach ~10 by|before|than",
            "return|latest|deadline date",
            "reply|replies|respond by|before|date",
            "receive|received|arrive|arriving|submitted after",
            "be with us|me by|before|no",
            "get|send|let|have ~8 to? us ~6 by|before|no",
            "bid|bids|tender|tenders|quote|quotes|quotation|quotations ~1 to us by|before",
            "express|register ~2 interest ~12 by|before|than",
            "have|has until ~10 to submit|bid|tender|quote",
            "tender|tendering|bidding|bid period|window ends|closes|concludes|concluded",
            "deadline ~3 moved|extended|changed|put",
            "tenders|bids|quotations|quotes|responses|submissions|applications|proposals is|are? due",
        ],
    ),
    (
        DATES[2].1,
        &[
            "notice|date|advert|tender|itt|opportunity published|publication|issued|issue|advertised",
            "published|publication|issue|issued date|on",
            "date of publication|dispatch|issue|notice|despatch",
            "published",
            "notice|advert|tender|itt|opportunity|competition ~1 live",
            "invitation ~3 issued|published",
            "documents|pack|itt available from|on",
            "documents|pack ~2 be|made available from|on",
            "publish|issue|release ~2 notice|tender|tenders|itt|invitation|documents",
        ],
    ),
    (
        DATES[3].1,
        &[
            "award date|decision",
            "contract|notification|notice of? award|awarded",
            "award of|the ~2 contract|contracts",
            "award|intention to award letter|letters|notice|notices?",
            "will be awarded",
        ],
    ),
    (AWARD, &["award|decision|outcome|appointment"]),
    (OPENS, &["opens|opened|opening|live|launch|launched"]),
    (
        RETURN,
        &[
            "tender|tenders|bid|bids|quotation|quotations|quote|quotes|proposal|proposals|response|responses return|returns|returned|submission|submissions|submitted|due|back|in|by",
            "closes|closing|deadline",
            "return|submission|receipt of ~2 tenders|bids|quotations|quotes|responses|proposals",
        ],
    ),
    (
        PERIOD,
        &[
            "tender|tendering|bidding|bid|quotation|submission|procurement period|window ~3 is|of|lasts|will|runs",
            "have|has|given|allow|allowed|allows ~6 days|weeks ~8 bid|tender|submit|respond|prepare|quote|return",
            "days|weeks ~2 to prepare|submit|return|respond ~5 tender|tenders|bid|bids|quotation|quote|response|proposal",
        ],
    ),
    (
        NOT_PERIOD,
        &[
            "open|valid|validity|remain|acceptance|standstill|complaint|complaints|invoice|invoices|appeal|freedom|foi|notice|certificate|certificates|documents|evidence",
            "supplier|contractor|provider shall|must|will",
        ],
    ),
    (
        URGENT,
        &[
            "accelerated ~3 procedure|timescale|timescales|timetable|process|procurement|tender",
            "state of urgency",
            "urgency ~6 period|procedure|procurement|tender|time|timescales",
            "because|reasons|account|grounds of ~2 urgency",
        ],
    ),
    (
        PLANNED,
        &[
            "planned procurement notice",
            "prior information notice ~8 published|reduce|reduced|shortened|used|call",
            "reduced ~6 prior information",
        ],
    ),
    (MARKET, &["dynamic market|purchasing ~6 competition|call|mini|under|invited|members|suppliers"]),
    (
        CALL_OFF,
        &[
            "this ~4 further|mini competition",
            "call off further? competition",
            "further|mini competition under|within|through",
            "this is a call off",
        ],
    ),
    (EITHER, &["tenders or requests"]),
    (DIRECT, &["procedure type ~1 direct", "procedure ~1 direct award"]),
    (
        TWO_STAGES,
        &[
            "restricted|negotiated|competitive procedure",
            "competitive flexible|dialogue",
            "requests to participate",
            "two stage|stages procedure|process|procurement|tender",
            "prequalification|pqq",
            "innovation partnership",
        ],
    ),
    (
        QUESTIONS,
        &[
            "clarification|clarifications|queries|query|enquiries|enquiry",
            "questions ~5 about|regarding|concerning|on|relating|through|via|to|should|must|may",
            "ask ~3 question|questions",
            "any questions|question",
        ],
    ),
    (
        UNTIL,
        &[
            "questions|queries|clarifications|enquiries until|till|by|before|welcome",
            "questions|queries|clarifications|enquiries to ~8 by|before|until",
            "questions|queries|enquiries ~1 ring|call|phone|telephone|email",
        ],
    ),
    (
        ROUTE,
        &[
            "ask|asked|raise|raised|directed|emailed|email|contact|message|messages|messaging|send|sent|addressed|portal",
            "submit|submitted|made|put|sought|answered|published|log|reply|through|via",
        ],
    ),
    (
        OTHER,
        &[
            "start|commencement|commence|commences|begin|end|expiry|expire|expires|interview|interviews|presentation|presentations|visit|visits|mobilisation|standstill|evaluation|meeting|event",
            "last edited|updated|modified",
            "log|answers",
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
            } else if let Some(kind) = line_above(passage).into_iter().chain(passage.label()).find_map(|l| named_by(&l))
            {
                facts.add(Fact::new(kind, passage.place(&[&at])).named(to_iso(date)));
            }
        }
        period(passage, facts);
        statement::read(STATEMENTS, passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let short = judge::short(case, findings);
        judge::holiday(case, findings, short);
        judge::clarification(case, findings);
    }
}

/// A short line above a short line that begins with a date: a name above its value.
fn line_above<'r>(passage: &Passage<'r>) -> Option<Passage<'r>> {
    let dated = passage.field().is_some_and(|name| name.eq_ignore_ascii_case("date"));
    let first = dated || passage.quantities().next()?.first as usize == passage.range.start;
    let value = first && passage.range.len() <= LONGEST_NAME;
    passage.before().filter(|line| value && line.range.len() <= LONGEST_NAME && line.quantities().next().is_none())
}

/// Longest name of a date, and longest date with its time, in tokens.
const LONGEST_NAME: usize = 18;

/// How long bidders have, in days, where it is said as a period.
fn period(passage: &Passage, facts: &mut Facts) {
    let field =
        || passage.field_says(&["tender period", "bid period"]).then(|| passage.range.start..passage.range.start + 2);
    let Some(named) = passage.first(PERIOD).or_else(field).filter(|_| !passage.has(NOT_PERIOD)) else { return };
    let near = |at: &Range<usize>| named.between(at).len() <= 6 || (named.start <= at.start && at.end <= named.end);
    let found = passage.periods().find(|(p, at)| near(at) && (3.0..=200.0).contains(&p.days()));
    if let Some((period, at)) = found {
        let days = period.days().round();
        facts.add(Fact::new("timetable.period", passage.place(&[&named, &at])).amount(days, "days"));
    }
}

/// The event that a heading or the first cell of a row names for the date beside it.
fn named_by(label: &Passage) -> Option<&'static str> {
    if label.has(OTHER) {
        return None;
    }
    let named = DATES.iter().find(|(_, cue)| label.has(*cue)).map(|d| d.0);
    let returned = || label.has(RETURN).then_some("timetable.deadline");
    let award = || (label.range.len() <= 6 && label.has(AWARD)).then_some("timetable.award");
    named.or_else(returned).or_else(award)
}

/// Most tokens between an event and its date: "the deadline to ask questions about … is 5 pm on".
const MOST_BETWEEN: usize = 24;

/// What a date is the date of: the event named last before it, or directly behind it.
fn event(passage: &Passage, at: &Range<usize>) -> Option<(&'static str, Range<usize>)> {
    let mut best: Option<(usize, Option<&'static str>, Range<usize>)> = None;
    let known = DATES.iter().map(|(kind, cue)| (Some(*kind), *cue));
    let known = known.chain(BESIDE.iter().map(|(kind, cue)| (Some(*kind), *cue))).chain([(None, OTHER)]);
    for (kind, cue) in known {
        for hit in passage.each(cue) {
            // What stands on the next line has a date of its own.
            let behind = hit.start >= at.end;
            let named_anew = passage.tokens().kind(hit.end) == Some(TokenKind::Colon);
            let next_line = behind
                && (named_anew
                    || passage.breaks_line(at.end..hit.start + 1)
                    || passage.clause_breaks_hard(at.end..hit.start));
            let beside = if cue == RETURN { 4 } else { 2 };
            // "The service must be live on 1 June."
            // and "Deadline: 9 July" is the bids', other than "Funding deadline: 9 July".
            let other = hit.start > passage.range.start && passage.tokens().is(hit.start, "deadline") && cue == RETURN;
            let far = other
                || cue == OPENS && passage.says_before(hit.start, 2, "be|go|goes|tenders|bids")
                || BESIDE.iter().any(|b| b.1 == cue) && !hit.before(at, beside);
            // "will be awarded for a year until 31 March"
            let until = matches!(kind, Some("timetable.award" | "timetable.published"))
                && passage.says_before(at.start, 3, "until|till|ending|commencing|starting");
            // "Answers will be published by 4 February."
            let replies = kind == Some("timetable.published")
                && passage.says_before(hit.start, 8, "answers|answer|responses|replies|clarifications|results|outcome");
            // "4 May 2028: approval of the tender by the Council"
            let dated = |i: usize| passage.tokens().is(i, "by|before|than|on|at|after");
            let open = behind && (dated(hit.end - 1) || dated(hit.end));
            if next_line || far || until || replies || open {
                continue;
            }
            // In a table of dates the event stands before or behind its date, in the next cell.
            let distance =
                if hit.end <= at.start { at.start - hit.end } else { 2 * hit.start.saturating_sub(at.end) + 3 };
            let between = hit.between(at);
            let other_date = passage.quantities().any(|q| {
                matches!(q.what, Quantity::Date(_)) && q.range() != *at && between.contains(&(q.first as usize))
            });
            if distance <= MOST_BETWEEN && !other_date && best.as_ref().is_none_or(|b| distance < b.0) {
                best = Some((distance, kind, hit));
            }
        }
    }
    let (_, kind, hit) = best?;
    kind.map(|k| (k, hit))
}
