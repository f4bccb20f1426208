//! Judging lots: their size against what voluntary organisations win, their absence against the duty to give reasons.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Stance};
use crate::list::Listed;
use crate::report::{Nature, Severity};
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// Whether the work is bought through a framework, whose value is that of many contracts.
fn framework_like(case: &Case) -> bool {
    case.facts.iter().any(|f| f.kind.starts_with("framework."))
}

/// The number of lots, stated or counted.
fn number_of_lots(case: &Case) -> Option<f64> {
    case.of("lots.count").filter_map(|(_, f)| f.number()).reduce(f64::max)
}

/// SIZ-1, no lots.
pub fn none(case: &Case, findings: &mut Findings) {
    let rule = "lots.none";
    let single: Vec<usize> = case.of("lots.single").indexes();
    if single.is_empty() || case.of("lots.reasons").next().is_some() || number_of_lots(case).is_some() {
        return;
    }
    let limit = |name: &str| case.threshold(rule, name);
    let Some(value) = case.value(None) else {
        findings.add(Draft::query(rule).variant("query").facts(single));
        findings.undecided(rule, "undecided");
        return;
    };
    let severity = if case.law_binds("pa23-18") {
        High
    } else if value.amount > limit("medium_value") {
        Medium
    } else if value.amount > limit("free_value") {
        Low
    } else {
        return;
    };
    let draft = Draft::barrier(rule, severity).arg("value", pounds(value.amount)).figure("value", value.amount, "GBP");
    findings.add(if severity == High { draft.variant("law") } else { draft }.facts(single));
}

/// SIZ-1, size.
pub fn size(case: &Case, findings: &mut Findings) {
    let rule = "lots.size";
    // How an awarded contract was let is past.
    if case.papers.awarded() {
        return;
    }
    let count = number_of_lots(case);
    let valued = |kind: &str, years: f64| -> Vec<(usize, f64)> {
        let lots = case.of(kind).filter(|(_, f)| count.is_some() && f.lot.is_some());
        lots.filter_map(|(i, f)| Some((i, f.number()? * years))).listed()
    };
    let mut lots = valued("contract.value", 1.0);
    // Where only the years of the lots have a value, that of the term follows.
    if let (true, Some(months)) = (lots.is_empty(), case.months()) {
        lots = valued("contract.annual_value", (months / 12.0).max(1.0));
    }
    let contracts = case.of("lots.contracts").next().is_some();
    let spread = framework_like(case) || contracts;
    let band = |value: f64| {
        let limit = |name: &str| case.threshold(rule, name);
        if value > limit("high_value") && !spread {
            Some(High)
        } else if value > limit("medium_value") {
            Some(if spread { Low } else { Medium })
        } else {
            None
        }
    };
    if !lots.is_empty() {
        let large: Vec<_> = lots.iter().filter_map(|(i, value)| Some((*i, *value, band(*value)?))).listed();
        // The larger a lot is, the graver.
        let Some((_, value, severity)) = large.iter().max_by(|a, b| a.1.total_cmp(&b.1)) else { return };
        // A small lot beside the large ones leaves a way in, and so may one whose value is not said.
        let of = count.unwrap_or_default().max(lots.len() as f64);
        let all = large.len() as f64 >= of;
        let severity = if all { *severity } else { Low };
        let draft = Draft::barrier(rule, severity)
            .variant(if all { "lot" } else { "some" })
            .arg("value", pounds(*value))
            .arg("large", grouped(large.len() as f64))
            .arg("lots", grouped(of))
            .test("test")
            .figure("value", *value, "GBP")
            .figure("limit", case.threshold(rule, "medium_value"), "GBP");
        findings.add(draft.facts(large.iter().map(|l| l.0)));
        return;
    }
    let Some(value) = case.value(None) else { return };
    if case.nature() == Some(Nature::Goods) {
        return;
    }
    let Some(severity) = band(value.amount) else { return };
    let facts: Vec<usize> = case.of("contract.value").that(&|f| f.number() == Some(value.amount));
    // A total that comes of the yearly value rests on that.
    let facts = if facts.is_empty() { case.of("contract.annual_value").indexes() } else { facts };
    if let Some(count) = count {
        // How the value is spread over the lots is not said.
        findings.add(
            Draft::query(rule)
                .variant("query")
                .arg("value", pounds(value.amount))
                .arg("lots", grouped(count))
                .facts(facts),
        );
        findings.undecided(rule, "undecided");
        return;
    }
    let draft = Draft::barrier(rule, severity).arg("value", pounds(value.amount)).test("test");
    let draft = match (contracts, spread) {
        (true, _) => draft.variant("contracts"),
        (_, true) => draft.variant("framework"),
        _ => draft,
    };
    findings.add(
        draft
            .figure("value", value.amount, "GBP")
            .figure("limit", case.threshold(rule, "medium_value"), "GBP")
            .facts(facts),
    );
}

/// SIZ-1, all or none.
pub fn all_required(case: &Case, findings: &mut Findings) {
    let facts: Vec<usize> = case.of("lots.all_required").indexes();
    if !facts.is_empty() {
        findings.add(Draft::barrier("lots.all-required", High).facts(facts));
    }
}

/// SIZ-2.
pub fn framework(case: &Case, findings: &mut Findings) {
    let rule = "framework.closed";
    let limit = |name: &str| case.threshold(rule, name);
    let open = case.has("framework.open", Stance::Offered);
    if open {
        return;
    }
    let closed: Vec<usize> = case.with("framework.open", Stance::RuledOut);
    let few: Vec<(usize, &Fact)> =
        case.of("framework.places").filter(|(_, f)| f.number().is_some_and(|n| n <= limit("few_places"))).listed();
    if let Some((_, fact)) =
        few.iter().min_by(|a, b| a.1.number().partial_cmp(&b.1.number()).unwrap_or(std::cmp::Ordering::Equal))
    {
        let places = fact.number().unwrap_or(0.0);
        let variant = if fact.details.has("of") { "few-each" } else { "few" };
        let draft = Draft::barrier(rule, Medium).variant(variant).arg("places", grouped(places)).figure(
            "demand",
            places,
            "suppliers",
        );
        findings.add(draft.facts(few.iter().map(|f| f.0)));
    } else if !closed.is_empty() {
        findings.add(Draft::barrier(rule, Medium).facts(closed));
    }
    let months = case.months().filter(|m| *m > limit("longest_months"));
    if let Some(months) = months.filter(|_| framework_like(case) && case.law_binds("pa23-47")) {
        let term = case.of("contract.term").filter(|(_, f)| f.number() == Some(months)).map(|(i, _)| i);
        let draft = Draft::barrier(rule, Medium)
            .variant("long")
            .arg("months", grouped(months))
            .figure("demand", months, "months");
        findings.add(draft.facts(term));
    }
}

/// The good side of all these.
pub fn enablers(case: &Case, findings: &mut Findings) {
    if let Some(all) = number_of_lots(case) {
        let facts = case.of("lots.count").map(|(i, _)| i);
        findings.add(Draft::enabler("enabler.lots").arg("lots", grouped(all)).facts(facts));
    }
    let small = case.threshold("enabler.small-lots", "value");
    let lots: Vec<(usize, f64)> = case
        .of("contract.value")
        .filter(|(_, f)| f.lot.is_some())
        .filter_map(|(i, f)| Some((i, f.number()?)))
        .filter(|(_, v)| *v <= small)
        .listed();
    if !lots.is_empty() {
        findings.add(Draft::enabler("enabler.small-lots").arg("value", pounds(small)).facts(lots.iter().map(|l| l.0)));
    }
    let all = number_of_lots(case);
    let limited =
        case.of("lots.award_limit").chain(case.of("lots.bid_limit")).filter(|(_, f)| match f.number().zip(all) {
            Some((limit, all)) => limit < all,
            None => f.kind == "lots.award_limit",
        });
    let limited: Vec<usize> = limited.map(|(i, _)| i).listed();
    if !limited.is_empty() {
        findings.add(Draft::enabler("enabler.lot-limit").facts(limited));
    }
    let open: Vec<usize> = case.with("framework.open", Stance::Offered);
    if !open.is_empty() {
        findings.add(Draft::enabler("enabler.open-framework").facts(open));
    }
}
