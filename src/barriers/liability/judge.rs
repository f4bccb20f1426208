//! Judging liability: the most that may be claimed against what the contract pays.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Stance};
use crate::language::number::decimal;
use crate::list::Listed;
use crate::report::{Nature, Severity};
use crate::words::{grouped, pounds};

use Severity::{High, Medium};

/// RSK-1: no cap.
pub fn uncapped(case: &Case, findings: &mut Findings) {
    let capped = case.of("liability.cap").any(|(_, f)| !f.details.has("for"));
    let groups: [(Option<&'static str>, Option<Severity>); 4] = [
        (None, Some(High)),
        (Some("any-cause"), Some(if capped { Medium } else { High })),
        (Some("indemnity"), (!capped).then_some(Medium)),
        (Some("some"), Some(Medium)),
    ];
    let group = |f: &Fact| match (f.details.get("for"), f.details.get("by")) {
        (Some(_), _) => Some("some"),
        (None, Some("indemnity_any_cause")) => Some("any-cause"),
        (None, Some("indemnity")) => Some("indemnity"),
        (None, _) => None,
    };
    for (variant, severity) in groups {
        let of_group = |f: &Fact| f.stance != Stance::RuledOut && group(f) == variant;
        let facts: Vec<usize> = case.of("liability.unlimited").that(&of_group);
        let Some(severity) = severity.filter(|_| !facts.is_empty()) else { continue };
        let draft = Draft::barrier("liability.uncapped", severity).facts(facts);
        findings.add(if let Some(variant) = variant { draft.variant(variant) } else { draft });
    }
}

/// What a cap comes to, as far as the value of the contract tells.
struct Cap {
    amount: Option<f64>,
    /// Its share of a year's charges or of the whole price, in percent, where it is one.
    share: Option<f64>,
    of_year: bool,
}

fn cap(fact: &Fact, annual: Option<f64>, total: Option<f64>) -> Cap {
    let percent = fact.unit.as_deref() == Some("percent");
    let beside = || fact.details.get("percent").and_then(decimal);
    let share = if percent { fact.number() } else { beside() };
    let money = fact.number().filter(|_| !percent);
    let of_year = fact.basis.as_deref() == Some("annual");
    let shared = share.and_then(|s| Some(s / 100.0 * if of_year { annual } else { total }?));
    let amount = match (money, share, fact.details.get("which")) {
        (Some(money), Some(_), Some("lesser")) => Some(shared.map_or(money, |s| s.min(money))),
        (Some(money), Some(_), _) => Some(shared.map_or(money, |s| s.max(money))),
        (Some(money), None, _) => Some(money),
        (None, ..) => shared,
    };
    Cap { amount, share: share.filter(|_| percent), of_year }
}

/// RSK-1: the level of the cap. `enabler.capped-liability` where it is in proportion.
pub fn caps(case: &Case, findings: &mut Findings) {
    let rule = "liability.high-cap";
    let limit = |name: &str| case.threshold(rule, name);
    let open = case.of("liability.unlimited").any(|(_, f)| !f.details.has("for"));
    // A cap above what the insurance pays leaves the supplier to pay the rest.
    let covers = ["insurance.public_liability", "insurance.professional_indemnity"];
    let cover = covers.iter().flat_map(|kind| case.asked(kind)).filter_map(|(_, f)| f.number()).fold(0.0, f64::max);
    let mut fair = vec![];
    let mut unknown = vec![];
    let mut high = false;
    for (index, fact) in case.of("liability.cap").filter(|(_, f)| !f.details.has("for")) {
        let lot = fact.lot.as_deref();
        let annual = case.annual(lot).map(|m| m.amount);
        let total = case.value(lot).map(|m| m.amount);
        let Cap { amount, share, of_year } = cap(fact, annual, total);
        if fact.details.has("limit") {
            fair.push(index);
            continue;
        }
        let Some(amount) = amount else {
            // Shares speak for themselves.
            let most = limit(if of_year { "high_annual_times" } else { "high_total_times" }) * 100.0;
            match share {
                Some(s) if s > most => {
                    let draft = Draft::barrier(rule, High).variant("share").arg("share", grouped(s));
                    findings.add(draft.figure("demand", s, "percent").fact(index));
                }
                Some(s) if s <= limit("fair_percent") => fair.push(index),
                _ => {}
            }
            continue;
        };
        if annual.is_none() && total.is_none() {
            if amount > limit("notable") {
                unknown.push((index, amount));
            }
            continue;
        }
        let beyond_total = total.is_some_and(|t| amount > t * limit("high_total_times"));
        let beyond_year = annual.is_some_and(|a| amount > a * limit("high_annual_times"));
        let small = total.is_some_and(|t| t < limit("small_contract") && amount > limit("large"));
        let within = annual.is_some_and(|a| amount <= a * limit("fair_percent") / 100.0);
        let draft = |severity| {
            let draft = Draft::barrier(rule, severity).arg("cap", pounds(amount)).figure("demand", amount, "GBP");
            let draft = match (total, annual) {
                (Some(value), _) => draft
                    .arg("value", pounds(value.round()))
                    .arg("times", times(amount / value))
                    .test("test")
                    .figure("value", value, "GBP"),
                (None, Some(value)) => draft
                    .variant("year")
                    .arg("value", pounds(value.round()))
                    .arg("times", times(amount / value))
                    .test("test-year")
                    .figure("annual_value", value, "GBP"),
                (None, None) => draft,
            };
            draft.lot(lot).fact(index)
        };
        if within {
            fair.push(index);
        } else if beyond_total || beyond_year || small {
            high = true;
            findings.add(draft(High));
        } else if cover > 0.0 && amount > cover {
            let draft = draft(Medium).variant("insured").arg("cover", pounds(cover));
            findings.add(draft);
        }
    }
    if let Some((_, most)) = unknown.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)) {
        let draft = Draft::query(rule).variant("query").arg("cap", pounds(most));
        findings.add(draft.facts(unknown.iter().map(|u| u.0)));
        findings.undecided(rule, "undecided");
    }
    if !fair.is_empty() && unknown.is_empty() && !open && !high {
        findings.add(Draft::enabler("enabler.capped-liability").facts(fair));
    }
}

fn times(times: f64) -> String {
    grouped(if times >= 10.0 { times.round() } else { (times * 10.0).round() / 10.0 })
}

/// RSK-2.
pub fn damages(case: &Case, findings: &mut Findings) {
    let rule = "liability.damages";
    let facts: Vec<_> = case.asked("liability.damages").listed();
    // "0.5% for each week" is no share of what is at risk before it says for how many.
    let at_risk = |f: &Fact| {
        let each = matches!(f.details.get("of"), Some("day" | "week"));
        f.number().filter(|_| !each || f.details.has("most"))
    };
    let known: Vec<_> = facts.iter().filter_map(|(i, f)| Some((*i, at_risk(f)?))).listed();
    if let Some((_, most)) = known.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)) {
        let severity = match most {
            m if m > case.threshold(rule, "high_percent") => High,
            m if m > case.threshold(rule, "medium_percent") => Medium,
            _ => return,
        };
        let draft = Draft::barrier(rule, severity).arg("share", grouped(most)).figure("demand", most, "percent");
        let above = case.threshold(rule, "medium_percent");
        findings.add(draft.facts(known.iter().filter(|k| k.1 > above).map(|k| k.0)));
    } else if !facts.is_empty() && case.nature() != Some(Nature::Works) {
        findings.add(Draft::query(rule).variant("query").facts(facts.iter().map(|f| f.0)));
    }
}
