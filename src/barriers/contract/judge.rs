//! Judging the shape of the contract: no promise of work, a short term, a hurried start.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::barriers::workforce::transfers;
use crate::fact::Stance;
use crate::language::date::from_iso;
use crate::report::{Nature, Severity};
use crate::words::grouped;

use Severity::{High, Low, Medium};

/// SIZ-4.
pub fn no_volume(case: &Case, findings: &mut Findings) {
    let none: Vec<usize> =
        case.of("contract.volume").filter(|(_, f)| f.stance == Stance::RuledOut).map(|(i, _)| i).collect();
    if none.is_empty() || case.has("contract.volume", Stance::Offered) {
        return;
    }
    // Who may join at any time plans with other work too.
    let severity = if case.has("framework.open", Stance::Offered) { Low } else { Medium };
    findings.add(Draft::barrier("contract.no-volume", severity).facts(none));
}

/// SIZ-5. Buying things or one piece of work is short by its nature; services to people are not.
pub fn short_term(case: &Case, findings: &mut Findings) {
    let rule = "contract.short-term";
    let limit = |name: &str| case.threshold(rule, name);
    let Some(months) = case.months() else { return };
    let facts: Vec<usize> =
        case.of("contract.term").filter(|(_, f)| f.number() == Some(months)).map(|(i, _)| i).collect();
    if months >= limit("long_months") {
        if !facts.is_empty() {
            findings.add(Draft::enabler("enabler.long-term").arg("months", grouped(months)).facts(facts));
        }
        return;
    }
    let short = months < limit("short_months");
    let severity = match case.nature() {
        Some(Nature::PeopleServices) if short => High,
        Some(Nature::PeopleServices) if months < limit("middle_months") => Medium,
        Some(Nature::PeopleServices) => Low,
        _ => return,
    };
    let draft = Draft::barrier(rule, severity).arg("months", grouped(months)).figure("demand", months, "months");
    findings.add(draft.facts(facts));
}

/// SIZ-6.
pub fn mobilisation(case: &Case, findings: &mut Findings) {
    let rule = "contract.mobilisation";
    if matches!(case.nature(), Some(Nature::Goods)) {
        return;
    }
    let date =
        |kind: &str| case.of(kind).filter(|(_, f)| f.lot.is_none()).find_map(|(i, f)| Some((i, from_iso(f.text()?)?)));
    let stated = case
        .of("contract.mobilisation")
        .filter_map(|(i, f)| Some((vec![i], f.number()?)))
        .min_by(|a, b| a.1.total_cmp(&b.1));
    let computed = || {
        let ((a, award), (s, start)) = (date("timetable.award")?, date("contract.start")?);
        let days = start.duration_since(award).as_hours() as f64 / 24.0;
        (days > 0.0).then(|| (vec![a, s], days))
    };
    let Some((facts, days)) = stated.or_else(computed) else { return };
    let staff = case.facts.iter().any(transfers);
    let limit = |name: &str| case.threshold(rule, name);
    let severity = if days < limit("high_days") || staff && days < limit("medium_days") {
        High
    } else if days < limit("medium_days") || staff && days < limit("staff_days") {
        Medium
    } else {
        return;
    };
    let draft = Draft::barrier(rule, severity).arg("days", grouped(days)).arg("weeks", grouped((days / 7.0).floor()));
    findings.add(draft.test("test").figure("demand", days, "days").facts(facts));
}
