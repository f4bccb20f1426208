//! Judging the time that bidders have.

use jiff::civil::Date;

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::language::date::from_iso;
use crate::law::calendar::{self, LIMITS, Limit};
use crate::report::{Nation, Severity};
use crate::words::{day, grouped};

use Severity::{High, Low, Medium};

/// The time from the invitation to the deadline.
struct Window {
    days: f64,
    working: f64,
    /// First and last day, where they are stated.
    dates: Option<(Date, Date)>,
    facts: Vec<usize>,
}

fn dates<'c>(case: &'c Case, kind: &'c str) -> impl Iterator<Item = (usize, Date)> + 'c {
    case.of(kind).filter_map(|(i, f)| Some((i, from_iso(f.text()?)?)))
}

fn nation(case: &Case) -> Nation {
    case.circumstances.nation.value.unwrap_or(Nation::England)
}

/// By the dates; deadlines are put off and notices published anew, so the first publication and the last deadline count.
fn window(case: &Case) -> Option<Window> {
    let published = dates(case, "timetable.published").min_by_key(|d| d.1);
    let deadline = dates(case, "timetable.deadline").max_by_key(|d| d.1);
    if let (Some((p, from)), Some((d, to))) = (published, deadline) {
        let days = (calendar::number(to) - calendar::number(from)) as f64;
        if days < 1.0 {
            return None;
        }
        let working = calendar::working_days(nation(case), from, to);
        return Some(Window { days, working, dates: Some((from, to)), facts: vec![p, d] });
    }
    let (index, days) = case.of("timetable.period").find_map(|(i, f)| Some((i, f.number()?)))?;
    Some(Window { days, working: (days / 7.0 * 5.0).round(), dates: None, facts: vec![index] })
}

/// The legal limit, where the regime and the kind of contract are known and it holds for them.
fn limit(case: &Case) -> Option<&'static Limit> {
    let regime = case.circumstances.regime.value?;
    let limit = LIMITS.iter().find(|l| l.regime == regime)?;
    // Services to people are under the light touch rules, which have no limit: what is bought has to be known.
    let known = case.nature().is_some();
    let exempt = ["call_off", "two_stages"].iter().any(|name| exception(case, name));
    (case.law_binds(limit.source) && known && !exempt).then_some(limit)
}

fn exception(case: &Case, name: &str) -> bool {
    case.of("timetable.exception").any(|(_, f)| f.text() == Some(name))
}

/// TIM-1; whether the time is short.
pub fn short(case: &Case, findings: &mut Findings) -> bool {
    let rule = "timetable.short";
    // A direct award has no time to bid.
    let Some(window) = window(case).filter(|_| !exception(case, "direct")) else { return false };
    let bound = |name: &str| case.threshold(rule, name);
    let legal = limit(case).map(|l| {
        let eased = ["urgency", "planned_notice", "dynamic_market"].iter().any(|name| exception(case, name));
        let paper = case.asked("process.hard_copy").next().is_some();
        if eased {
            l.least
        } else if paper {
            l.paper
        } else {
            l.days
        }
    });
    // Who is on a framework or a list of members has shown most of what a bid asks for.
    let members = ["call_off", "dynamic_market"].iter().any(|name| exception(case, name));
    let by_thumb = if window.working < bound("high_working_days") {
        Some(if members { Medium } else { High })
    } else if window.working < bound("medium_working_days") {
        Some(if members { Low } else { Medium })
    } else {
        (window.working < bound("low_working_days") && !members).then_some(Low)
    };
    let law = legal.filter(|least| window.days < *least);
    let long = window.days >= bound("long_days");
    let near = legal.is_some_and(|least| window.days <= least + bound("near_days") && !long);
    let severity = match law {
        Some(_) => Some(High),
        None => by_thumb.or(near.then_some(Low)),
    };
    let Some(severity) = severity else {
        let quiet =
            window.dates.is_some_and(|(from, to)| share(from, to) > case.threshold("timetable.holiday", "share"));
        if long && !quiet {
            let draft = Draft::enabler("enabler.long-window").arg("days", grouped(window.days));
            findings.add(draft.facts(window.facts));
        }
        return false;
    };
    let mut draft = Draft::barrier(rule, severity)
        .arg("days", grouped(window.days))
        .arg("working", grouped(window.working))
        .figure("demand", window.days, "days")
        .figure("working_days", window.working, "days");
    if let Some(least) = law {
        draft = draft.variant("law").arg("least", grouped(least)).figure("limit", least, "days");
    }
    if let Some((from, to)) = window.dates {
        draft = draft.arg("from", day(from)).arg("to", day(to)).test("test");
    }
    findings.add(draft.facts(window.facts));
    true
}

/// How much of a time lies in quiet weeks.
fn share(from: Date, to: Date) -> f64 {
    let quiet = calendar::days(from, to).filter(|&d| calendar::quiet(d)).count() as f64;
    quiet / (calendar::number(to) - calendar::number(from)).max(1) as f64
}

/// TIM-2.
pub fn holiday(case: &Case, findings: &mut Findings, short: bool) {
    let rule = "timetable.holiday";
    let Some((index, deadline)) = dates(case, "timetable.deadline").max_by_key(|d| d.1) else { return };
    let severity = if short { Medium } else { Low };
    let draft = Draft::barrier(rule, severity).arg("to", day(deadline));
    let opened = dates(case, "timetable.published").min_by_key(|d| d.1);
    let within = opened.map(|(i, from)| (i, share(from, deadline))).filter(|(_, s)| *s > case.threshold(rule, "share"));
    let holiday = |day: Date| calendar::bank_holiday(nation(case), day);
    // Back over the weekend: a Tuesday after a Monday's holiday, a Monday after a Friday's.
    let mut before = deadline.yesterday().unwrap_or(deadline);
    while before.weekday().to_monday_one_offset() > 5 {
        before = before.yesterday().unwrap_or(deadline);
    }
    if let Some((published, share)) = within {
        let percent = (share * 100.0).round();
        let draft = draft.variant("share").arg("share", grouped(percent)).figure("demand", percent, "percent");
        findings.add(draft.facts([published, index]));
    } else if calendar::quiet(deadline) {
        findings.add(draft.variant("deadline").fact(index));
    } else if holiday(deadline) || holiday(before) {
        findings.add(draft.variant("bank").fact(index));
    }
}

/// TIM-3.
pub fn clarification(case: &Case, findings: &mut Findings) {
    let rule = "timetable.clarification";
    let Some((q, questions)) = dates(case, "timetable.clarification_deadline").max_by_key(|d| d.1) else { return };
    let Some((p, published)) = dates(case, "timetable.published").min_by_key(|d| d.1) else { return };
    if questions < published {
        return;
    }
    let working = calendar::working_days(nation(case), published, questions);
    let time = (calendar::number(questions) - calendar::number(published)) as f64;
    let deadline = dates(case, "timetable.deadline").max_by_key(|d| d.1);
    let whole = deadline.map(|(_, to)| (calendar::number(to) - calendar::number(published)) as f64);
    let mut facts = vec![p, q];
    let severity = if working < case.threshold(rule, "high_working_days") {
        High
    } else if whole.is_some_and(|whole| time < whole * case.threshold(rule, "share")) {
        facts.extend(deadline.map(|d| d.0));
        Medium
    } else {
        return;
    };
    let draft = Draft::barrier(rule, severity)
        .arg("days", grouped(time))
        .arg("working", grouped(working))
        .arg("to", day(questions))
        .figure("demand", time, "days");
    findings.add(draft.facts(facts));
}
