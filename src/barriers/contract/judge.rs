//! Judging the shape of the contract: no promise of work, a short term, a hurried start.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::barriers::workforce::transfers;
use crate::fact::{Fact, Stance};
use crate::language::date::from_iso;
use crate::list::Listed;
use crate::report::{Nature, Severity};
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// SIZ-4.
pub fn no_volume(case: &Case, findings: &mut Findings) {
    let none: Vec<usize> = case.with("contract.volume", Stance::RuledOut);
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
    let facts: Vec<usize> = case.of("contract.term").that(&|f| f.number() == Some(months));
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

/// How grave a fact is, and the variant of the words for it.
type Weigh = fn(&Fact) -> Option<(Severity, Option<&'static str>)>;

/// RSK-3 to RSK-8 and RSK-10.
pub fn terms(case: &Case, findings: &mut Findings) {
    termination(case, findings);
    not_negotiable(case, findings);
    let plain: [(&str, &str, Weigh); 4] = [
        ("contract.intellectual-property", "contract.intellectual_property", |f| match f.text() {
            Some("background_assigned") => Some((High, Some("background"))),
            Some("assigned") => Some((Medium, None)),
            _ => None,
        }),
        ("contract.exclusivity", "contract.exclusivity", |_| Some((High, None))),
        ("contract.gagging", "contract.publicity", |f| match f.details.get("what") {
            Some("speaking_out") => Some((Medium, Some("speaking-out"))),
            _ => Some((Low, None)),
        }),
        ("contract.exit", "contract.exit", |_| Some((Low, None))),
    ];
    for (rule, kind, judge) in plain {
        let judged = case.of(kind).filter(|(_, f)| f.stance != Stance::RuledOut);
        let judged: Vec<_> = judged.filter_map(|(i, f)| Some((i, judge(f)?))).listed();
        // The gravest of them speaks for all.
        let Some((_, (severity, variant))) = judged.iter().copied().max_by_key(|j| j.1.0) else { continue };
        let draft = Draft::barrier(rule, severity).facts(judged.iter().map(|j| j.0));
        findings.add(if let Some(variant) = variant { draft.variant(variant) } else { draft });
    }
    clawback(case, findings);
}

/// RSK-3.
fn termination(case: &Case, findings: &mut Findings) {
    let rule = "contract.termination";
    let shortest = case.of("contract.termination").min_by(|a, b| {
        let days = |f: &Fact| f.number().unwrap_or(f64::INFINITY);
        days(a.1).total_cmp(&days(b.1))
    });
    let Some((index, fact)) = shortest else { return };
    let one_way = fact.details.get("by") == Some("buyer");
    let Some(days) = fact.number() else {
        findings.add(Draft::query(rule).variant("query").fact(index));
        return;
    };
    let severity = if days < case.threshold(rule, "high_days") {
        High
    } else if days < case.threshold(rule, "medium_days") {
        Medium
    } else if one_way {
        Low
    } else {
        return;
    };
    let said = fact.details.get("said").map_or_else(|| format!("{} days", grouped(days)), str::to_owned);
    let said = crate::words::owner(&said).to_ascii_lowercase();
    let draft = Draft::barrier(rule, severity).arg("said", said).figure("demand", days, "days").fact(index);
    findings.add(if one_way { draft } else { draft.variant("either") });
}

/// RSK-4.
fn not_negotiable(case: &Case, findings: &mut Findings) {
    let fixed = case.with("contract.variation", Stance::RuledOut);
    if fixed.is_empty() || case.has("contract.variation", Stance::Offered) {
        return;
    }
    // Terms that nobody may talk about weigh more where they can ruin.
    let ruinous =
        case.of("liability.unlimited").any(|(_, f)| !f.details.has("for") && f.details.get("by") != Some("indemnity"));
    findings.add(Draft::barrier("contract.not-negotiable", if ruinous { High } else { Medium }).facts(fixed));
}

/// RSK-8.
fn clawback(case: &Case, findings: &mut Findings) {
    let rule = "contract.clawback";
    // What is left of a grant goes back by its nature.
    if case.of("funding.grant").next().is_some() {
        return;
    }
    let (all, some): (Vec<_>, Vec<_>) = case
        .of("contract.clawback")
        .filter(|(_, f)| f.stance != Stance::RuledOut)
        .partition(|(_, f)| f.details.has("of"));
    if !all.is_empty() {
        findings.add(Draft::barrier(rule, High).variant("surplus").facts(all.iter().map(|f| f.0)));
    } else if !some.is_empty() {
        findings.add(Draft::barrier(rule, Medium).facts(some.iter().map(|f| f.0)));
    }
    let open: Vec<usize> = case.of("contract.open_book").indexes();
    let small = case.annual(None).filter(|a| a.amount < case.threshold(rule, "small_contract"));
    if let (Some(annual), false) = (small, open.is_empty()) {
        let draft = Draft::barrier(rule, Medium).variant("open-book").arg("annual", pounds(annual.amount.round()));
        findings.add(draft.figure("annual_value", annual.amount, "GBP").facts(open));
    }
}
