//! Judging insurance: levels against the yearly value, timing against the law.

use crate::barriers::case::{Case, Demand};
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Stance};
use crate::list::Listed;
use crate::report::{Nature, Severity};
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// INS-0.
pub fn timing(case: &Case, findings: &mut Findings) {
    let rule = "insurance.at-tender";
    let before_award = |f: &Fact| f.details.has("stage");
    let early = |f: &Fact| (f.text() == Some("at_tender") || before_award(f)) && f.asked();
    let early: Vec<_> = case.of("insurance.timing").filter(|(_, f)| early(f)).listed();
    let offered: Vec<_> = case.with("insurance.timing", Stance::Offered);
    let (papers, cover): (Vec<_>, Vec<_>) = early.into_iter().partition(|(_, f)| f.details.has("evidence"));
    if !cover.is_empty() {
        // Below the threshold what a bidder holds may not decide who can submit a tender.
        let law = case.law_binds_either("pa23-22-3-b", "pa23-85");
        let draft = Draft::barrier(rule, if law { High } else { Medium }).facts(cover.iter().map(|c| c.0));
        let award = cover.iter().all(|(_, f)| before_award(f));
        let variant = if law {
            "law"
        } else if award {
            "award"
        } else {
            "bid"
        };
        findings.add(draft.variant(variant));
    }
    // Who may promise the cover only has to send what they have.
    if !papers.is_empty() && offered.is_empty() {
        findings.add(Draft::barrier(rule, Medium).variant("papers").facts(papers.iter().map(|p| p.0)));
    }
    if !offered.is_empty() {
        findings.add(Draft::enabler("enabler.insurance-by-start").facts(offered));
    }
}

/// INS-1. The law's minimum and what insurers usually give are fixed sums, so the value of the contract does not matter.
pub fn employers_liability(case: &Case, findings: &mut Findings) {
    let rule = "insurance.employers-liability";
    let Some(demand) = case.demands("insurance.employers_liability").into_iter().next() else { return };
    let severity = if demand.amount > case.threshold(rule, "usual_policy") {
        Medium
    } else if demand.amount > case.threshold(rule, "statutory") {
        Low
    } else {
        return;
    };
    let draft = Draft::barrier(rule, severity)
        .arg("cover", pounds(demand.amount))
        .arg("statutory", pounds(case.threshold(rule, "statutory")))
        .test("test")
        .figure("demand", demand.amount, "GBP")
        .figure("limit", case.threshold(rule, "statutory"), "GBP");
    findings.add(draft.lot(demand.lot.as_deref()).facts(demand.facts));
}

/// INS-2.
pub fn public_liability(case: &Case, findings: &mut Findings) {
    let rule = "insurance.public-liability";
    for demand in case.demands("insurance.public_liability") {
        let limit = |name: &str| case.threshold(rule, name);
        let works = case.nature() == Some(Nature::Works);
        let free = limit(if works { "works_free" } else { "free" });
        let level = |annual: f64| {
            let small = annual < limit("small_contract");
            if demand.amount <= free || demand.amount <= annual * limit("proportionate_times") {
                None
            } else if works {
                Some(if demand.amount > limit("large") { Medium } else { Low })
            } else if demand.amount >= limit("large") {
                let beyond = demand.amount > limit("large") && demand.amount > annual * limit("high_times");
                Some(if small || beyond { High } else { Medium })
            } else {
                Some(if demand.amount > limit("middle") { Medium } else { Low })
            }
        };
        against_annual(rule, case, findings, &demand, demand.amount > free, level);
    }
}

/// INS-3.
pub fn professional_indemnity(case: &Case, findings: &mut Findings) {
    let rule = "insurance.professional-indemnity";
    let limit = |name: &str| case.threshold(rule, name);
    for demand in case.demands("insurance.professional_indemnity") {
        let level = |annual: f64| {
            let total = demand.total.map_or(annual, |t| t.amount);
            let beyond_total = demand.amount > total * limit("high_total_times");
            if demand.amount <= limit("free") || demand.amount <= annual * limit("proportionate_times") {
                None
            } else if beyond_total || demand.amount >= limit("large") && demand.amount > annual * limit("high_times") {
                Some(High)
            } else {
                Some(if demand.amount > limit("middle") { Medium } else { Low })
            }
        };
        against_annual(rule, case, findings, &demand, demand.amount > limit("free"), level);
    }
}

/// INS-4.
pub fn product_liability(case: &Case, findings: &mut Findings) {
    let rule = "insurance.product-liability";
    let limit = |name: &str| case.threshold(rule, name);
    for demand in case.demands("insurance.product_liability") {
        let services = matches!(case.nature(), Some(Nature::PeopleServices));
        let level = |annual: f64| {
            if demand.amount <= limit("free") || demand.amount <= annual * limit("proportionate_times") {
                None
            } else if services {
                Some(Medium)
            } else if demand.amount >= limit("large") {
                Some(if annual < limit("small_contract") { High } else { Medium })
            } else {
                Some(Low)
            }
        };
        against_annual(rule, case, findings, &demand, demand.amount > limit("free"), level);
    }
}

/// INS-5.
pub fn cyber(case: &Case, findings: &mut Findings) {
    let rule = "insurance.cyber";
    let limit = |name: &str| case.threshold(rule, name);
    for demand in case.demands("insurance.cyber") {
        let level = |annual: f64| {
            let small = annual < limit("small_contract");
            if demand.amount <= annual * limit("proportionate_times") && !small {
                None
            } else if small {
                Some(if demand.amount >= limit("large") { High } else { Medium })
            } else {
                Some(Low)
            }
        };
        against_annual(rule, case, findings, &demand, true, level);
    }
}

/// INS-6.
pub fn medical_malpractice(case: &Case, findings: &mut Findings) {
    let rule = "insurance.medical-malpractice";
    let asked: Vec<usize> = case.asked("insurance.medical_malpractice").indexes();
    if asked.is_empty() {
        return;
    }
    match case.nature() {
        Some(Nature::Works | Nature::Goods) => {
            findings.add(Draft::barrier(rule, High).variant("unrelated").facts(asked));
        }
        Some(Nature::PeopleServices) => {
            for demand in case.demands("insurance.medical_malpractice") {
                let high = demand.amount >= case.threshold(rule, "large");
                let level = |annual: f64| {
                    (high && demand.amount > annual * case.threshold(rule, "proportionate_times")).then_some(Medium)
                };
                against_annual(rule, case, findings, &demand, high, level);
            }
        }
        // Whether the work is clinical is for a person to say.
        _ => findings.add(Draft::query(rule).variant("need").facts(asked)),
    }
}

/// INS-7.
pub fn abuse(case: &Case, findings: &mut Findings) {
    let rule = "insurance.abuse";
    let limit = |name: &str| case.threshold(rule, name);
    let whole = case.of("insurance.term").find(|(_, f)| f.text() == Some("no_inner_limit")).map(|(i, _)| i);
    let asked: Vec<usize> = case.asked("insurance.abuse").indexes();
    if let (Some(term), false) = (whole, asked.is_empty()) {
        findings.add(Draft::barrier(rule, High).variant("no-inner-limit").fact(term).facts(asked));
        return;
    }
    let Some(demand) = case.demands("insurance.abuse").into_iter().next() else { return };
    if demand.amount >= limit("middle") {
        let severity = if demand.amount >= limit("large") { High } else { Medium };
        findings.add(Draft::barrier(rule, severity).arg("cover", pounds(demand.amount)).facts(demand.facts));
    }
}

/// INS-8.
pub fn many_types(case: &Case, findings: &mut Findings) {
    let rule = "insurance.many-types";
    let mut kinds: Vec<&str> = vec![];
    let mut facts: Vec<usize> = vec![];
    for (index, fact) in case.facts.iter().enumerate().filter(|(_, f)| f.asked() && f.kind.starts_with("insurance.")) {
        if !matches!(&*fact.kind, "insurance.timing" | "insurance.run_off" | "insurance.term") {
            if !kinds.contains(&&*fact.kind) {
                kinds.push(&fact.kind);
            }
            facts.push(index);
        }
    }
    let most = case.threshold(rule, "most_types");
    let count = kinds.len() as f64;
    if count <= most {
        return;
    }
    match case.annual(None) {
        None => findings.add(Draft::query(rule).arg("count", grouped(count)).facts(facts)),
        Some(annual) if annual.amount < case.threshold(rule, "small_contract") => {
            let draft = Draft::barrier(rule, Medium).arg("count", grouped(count)).arg("annual", pounds(annual.amount));
            let draft =
                draft.test("test").figure("demand", count, "covers").figure("annual_value", annual.amount, "GBP");
            findings.add(draft.facts(facts));
        }
        Some(_) => {}
    }
}

/// INS-9.
pub fn onerous_terms(case: &Case, findings: &mut Findings) {
    let rule = "insurance.onerous-terms";
    for (index, fact) in case.of("insurance.run_off") {
        let years = fact.number().unwrap_or(0.0);
        let severity = if years >= case.threshold(rule, "very_long_run_off") {
            Medium
        } else if years >= case.threshold(rule, "long_run_off") {
            Low
        } else {
            continue;
        };
        findings.add(Draft::barrier(rule, severity).variant("run-off").arg("years", grouped(years)).fact(index));
    }
    let terms = [
        ("waiver_of_subrogation", "waiver", Medium),
        ("rated_insurer", "rated", Low),
        ("joint_names", "joint-names", Low),
        ("indemnity_to_principals", "principals", Low),
    ];
    for (name, variant, severity) in terms {
        let facts: Vec<usize> = case.of("insurance.term").that(&|f| f.text() == Some(name));
        if !facts.is_empty() {
            findings.add(Draft::barrier(rule, severity).variant(variant).facts(facts));
        }
    }
}

/// A level against the yearly value: a barrier of the severity that `level` gives for it, or a query where the value
/// is not known and the level is `notable`.
fn against_annual(
    rule: &'static str,
    case: &Case,
    findings: &mut Findings,
    demand: &Demand,
    notable: bool,
    level: impl Fn(f64) -> Option<Severity>,
) {
    let cover = pounds(demand.amount);
    let Some(annual) = demand.annual else {
        if notable {
            let draft = Draft::query(rule).variant("query").arg("cover", cover);
            findings.add(draft.lot(demand.lot.as_deref()).facts(demand.facts.iter().copied()));
            findings.undecided(rule, "undecided");
        }
        return;
    };
    let Some(severity) = level(annual.amount) else { return };
    let times = demand.amount / annual.amount;
    let draft = Draft::barrier(rule, severity)
        .arg("cover", cover)
        .arg("annual", pounds(annual.amount.round()))
        .arg("times", grouped(if times >= 10.0 { times.round() } else { times }))
        .test("test")
        .figure("demand", demand.amount, "GBP")
        .figure("annual_value", annual.amount, "GBP")
        .figure("ratio", times, "times");
    let _ = case;
    findings.add(draft.lot(demand.lot.as_deref()).facts(demand.facts.iter().copied()));
}
