//! Judging turnover: against the yearly value, and against the total where the law sets a limit.

use crate::barriers::case::{Case, Demand, Measure};
use crate::barriers::finance::around::softer;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Stance};
use crate::language::condition::Condition;
use crate::list::Listed;
use crate::report::{Nature, Severity};
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

const RULE: &str = "finance.turnover";
/// Figures this close are the same, rounded: twice £149,990 is £300,000.
const ROUNDING: f64 = 0.02;

/// FIN-1.
pub fn judge(case: &Case, findings: &mut Findings) {
    let pounds_only = |d: &Demand| d.facts.iter().all(|&f| case.facts[f].unit.as_deref() == Some("GBP"));
    let mut demands: Vec<Demand> = case.demands("finance.turnover_minimum").into_iter().filter(pounds_only).listed();
    for (index, fact) in case.asked("finance.turnover_multiple") {
        let Some(times) = fact.number() else { continue };
        // Amounts that only work out the multiple are part of it.
        let same = |d: &mut Demand| {
            let measure = if fact.basis.as_deref() == Some("annual") { d.annual } else { d.total };
            measure.is_none_or(|m| (d.amount - times * m.amount).abs() <= ROUNDING * d.amount)
        };
        let amounts: Vec<usize> = demands.extract_if(.., same).flat_map(|d| d.facts).listed();
        multiple(case, findings, index, fact, times, &amounts);
    }
    for demand in demands {
        amount(case, findings, &demand);
    }
    let mut open = case.of("finance.turnover_minimum");
    if open.all(|(_, f)| !f.asked()) && case.asked("finance.turnover_multiple").next().is_none() {
        let ruled_out = case.of("finance.turnover_minimum").filter(|(_, f)| f.stance == Stance::RuledOut);
        let facts: Vec<usize> = ruled_out.map(|(i, _)| i).listed();
        if !facts.is_empty() {
            findings.add(Draft::enabler("enabler.no-turnover-test").facts(facts));
        }
    }
}

/// Whether the law limits turnover to twice the total value here. It does not for social and other special services,
/// which have rules of their own.
fn law_limits(case: &Case) -> bool {
    let binds = case.law_binds("pcr15-58-9") || case.law_binds("pcsr15-59-9");
    binds && case.nature().is_some_and(|n| n != Nature::PeopleServices)
}

/// How grave a turnover of so many times the yearly value is.
fn gravity(case: &Case, times: f64) -> Option<Severity> {
    let above = |name: &str| times > case.threshold(RULE, name) * (1.0 + 1e-9);
    if above("high") {
        Some(High)
    } else if above("medium") {
        Some(Medium)
    } else {
        above("low").then_some(Low)
    }
}

/// Softer where bidders may show otherwise that they can carry the contract, or where it is only desired.
fn weighed(severity: Severity, facts: &[&Fact]) -> Severity {
    let soft = |f: &&Fact| f.stance == Stance::Preferred || f.has(Condition::OtherEvidence);
    if !facts.is_empty() && facts.iter().all(soft) { softer(severity) } else { severity }
}

fn amount(case: &Case, findings: &mut Findings, demand: &Demand) {
    let facts: Vec<&Fact> = demand.facts.iter().map(|&f| &case.facts[f]).listed();
    let ratio = |m: Option<Measure>| m.filter(|m| m.amount > 0.0).map(|m| demand.amount / m.amount);
    let (yearly, total) = (ratio(demand.annual), ratio(demand.total));
    let beyond = total.is_some_and(|t| t > case.threshold(RULE, "legal_limit")) && law_limits(case);
    // A contract's yearly value is never more than its total, so the total alone can prove a demand too high.
    let severity = yearly.or(total).and_then(|times| gravity(case, times)).map(|s| weighed(s, &facts));
    let severity = if beyond { Some(High) } else { severity };
    let base = |draft: Draft| {
        draft
            .arg("turnover", pounds(demand.amount))
            .arg("share", share_shut_out(case, demand.amount))
            .arg("yearly", yearly_words(demand.annual))
            .lot(demand.lot.as_deref())
            .facts(demand.facts.iter().copied())
    };
    let Some(severity) = severity else {
        if yearly.is_none() {
            findings.add(base(Draft::query(RULE).variant("query")));
            findings.undecided(RULE, "undecided");
        }
        return;
    };
    let mut draft = base(Draft::barrier(RULE, severity)).figure("demand", demand.amount, "GBP");
    for (measure, ratio, name, times, figure, unit) in [
        (demand.annual, yearly, "annual", "times", "annual_value", "ratio"),
        (demand.total, total, "total", "times_total", "total_value", "ratio_total"),
    ] {
        let (Some(measure), Some(ratio)) = (measure, ratio) else { continue };
        draft = draft.arg(name, pounds(measure.amount.round())).arg(times, said(ratio));
        draft = draft.figure(figure, measure.amount, "GBP").figure(unit, ratio, "times");
    }
    let (variant, test) = match (beyond, yearly, total) {
        (true, Some(_), _) => (Some("law"), "test-both"),
        (true, None, _) => (Some("law"), "test-total"),
        (false, Some(_), Some(_)) => (None, "test-both"),
        (false, Some(_), None) => (None, "test"),
        (false, None, _) => (Some("total"), "test-total"),
    };
    draft = draft.test(test);
    findings.add(if let Some(variant) = variant { draft.variant(variant) } else { draft });
}

/// A multiple is its own sum: only one of the total value needs the term to be compared with a year's.
fn multiple(case: &Case, findings: &mut Findings, index: usize, fact: &Fact, times: f64, amounts: &[usize]) {
    let of_year = fact.basis.as_deref() == Some("annual");
    let years = case.months().map(|months| (months / 12.0).max(1.0));
    let yearly = if of_year { Some(times) } else { years.map(|y| times * y) };
    // Twice a year's value is never more than twice the whole.
    let beyond = !of_year && times > case.threshold(RULE, "legal_limit") && law_limits(case);
    let severity = gravity(case, yearly.unwrap_or(times)).map(|s| weighed(s, &[fact]));
    let severity = if beyond { Some(High) } else { severity };
    // Said of all lots, it is of each one's own value.
    let lots = fact.lot.is_none() && case.of("contract.value").any(|(_, f)| f.lot.is_some());
    let measure = case.annual(fact.lot.as_deref()).filter(|_| !lots);
    let base = |draft: Draft| {
        draft
            .arg("multiple", said(times))
            .arg("share", "none")
            .arg("yearly", yearly_words(measure))
            .lot(fact.lot.as_deref())
            .fact(index)
            .facts(amounts.iter().copied())
    };
    let Some(severity) = severity else {
        if yearly.is_none() {
            findings.add(base(Draft::query(RULE).variant("multiple-query")));
            findings.undecided(RULE, "undecided");
        }
        return;
    };
    let mut draft = base(Draft::barrier(RULE, severity)).figure("demand", times, "times");
    let variant = match (of_year, beyond, yearly) {
        (true, ..) => "multiple-annual",
        (false, true, _) => "multiple-law",
        (false, false, Some(_)) => "multiple-total",
        (false, false, None) => "multiple",
    };
    if let (true, Some(years)) = (of_year, years.filter(|y| *y > 1.0)) {
        let whole = times / years;
        draft = draft.arg("times_total", said(whole)).arg("years", grouped(years));
        draft =
            draft.test("test-multiple-annual").figure("years", years, "years").figure("ratio_total", whole, "times");
    }
    if let (false, Some(yearly), Some(years)) = (of_year, yearly, years) {
        draft = draft.arg("times", said(yearly)).arg("years", grouped(years));
        draft = draft.test("test-multiple").figure("years", years, "years").figure("ratio", yearly, "times");
    }
    findings.add(draft.variant(variant));
}

/// The yearly value for the better wording; a gap to fill where it is not known.
fn yearly_words(annual: Option<Measure>) -> String {
    annual.map_or_else(|| "£[yearly value]".to_owned(), |m| pounds(m.amount.round()))
}

/// How often, as people say it.
fn said(times: f64) -> String {
    grouped(if times >= 10.0 { times.round() } else { times })
}

/// The share of charities with a lower income, in whole per cent rounded down; "none" below the first step known.
fn share_shut_out(case: &Case, turnover: f64) -> String {
    let steps = ["100k", "500k", "1m", "5m"];
    let reached = steps.iter().rev().find(|s| turnover >= case.threshold(RULE, &format!("income_{s}")));
    reached.map_or_else(|| "none".to_owned(), |s| grouped(case.threshold(RULE, &format!("share_{s}")).floor()))
}
