//! Judging payment: days against the law's thirty, arrears against what a small organisation can carry.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Stance};
use crate::list::Listed;
use crate::report::{Buyer, Nature, Severity};
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// PAY-1.
pub fn slow(case: &Case, findings: &mut Findings) {
    let rule = "payment.slow";
    let limit = case.threshold(rule, "days");
    // The implied terms do not hold for schools.
    let school = case.circumstances.buyer.value == Some(Buyer::School);
    let law = !school && case.law_binds_either("pa23-68", "pa23-88");
    for (index, fact) in case.of("payment.days").filter(|(_, f)| f.stance != Stance::Preferred) {
        let Some(days) = fact.number() else { continue };
        let from = fact.details.get("from");
        // Thirty days from the end of the month can be sixty from the invoice.
        let longest = if from == Some("month_end") { days + 30.0 } else { days };
        if longest > limit {
            // An organisation that promises less than the law's days breaks a promise, not the law.
            let law = law && longest > case.threshold(rule, "by_law");
            let severity = if law || longest > case.threshold(rule, "very_slow") { High } else { Medium };
            let mut draft = Draft::barrier(rule, severity)
                .arg("days", grouped(longest))
                .arg("said", grouped(days))
                .arg("limit", grouped(limit))
                .test("test")
                .figure("demand", longest, "days")
                .figure("limit", limit, "days");
            if from == Some("month_end") {
                draft = draft.variant("month-end");
            } else if law {
                draft = draft.variant("law");
            }
            findings.add(draft.lot(fact.lot.as_deref()).fact(index));
        } else if from == Some("approval") || from == Some("receipt_of_goods") {
            let draft =
                Draft::barrier(rule, Medium).variant("approval").arg("days", grouped(days)).arg("said", grouped(days));
            findings.add(draft.lot(fact.lot.as_deref()).fact(index));
        }
    }
    for (index, fact) in case.of("payment.subcontractor_days") {
        let Some(days) = fact.number().filter(|d| *d > limit) else { continue };
        let law = case.law_binds_either("pa23-73", "pa23-88") && days > case.threshold(rule, "by_law");
        findings.add(
            Draft::barrier(rule, if law { High } else { Medium })
                .variant("chain")
                .arg("days", grouped(days))
                .arg("said", grouped(days))
                .fact(index),
        );
    }
}

/// Months between two payments.
fn months_behind(fact: &Fact, case: &Case) -> Option<f64> {
    Some(match fact.text()? {
        "weekly" => 0.25,
        "monthly" => 1.0,
        "quarterly" => 3.0,
        "six_monthly" => 6.0,
        "annually" => 12.0,
        // Paid at the end of a short piece of work is paid soon.
        "on_completion" => case.months().unwrap_or(12.0),
        _ => return None,
    })
}

/// PAY-2.
pub fn arrears(case: &Case, findings: &mut Findings) {
    let rule = "payment.arrears";
    let limit = |name: &str| case.threshold(rule, name);
    for (index, fact) in case.of("payment.arrears").filter(|(_, f)| f.stance != Stance::RuledOut) {
        let Some(months) = months_behind(fact, case) else { continue };
        let severity = if months >= limit("high_months") {
            High
        } else if months >= limit("medium_months") {
            Medium
        } else if months >= limit("low_months") {
            Low
        } else {
            continue;
        };
        let days = case.of("payment.days").filter_map(|(_, f)| f.number()).fold(30.0, f64::max);
        let carried = months + days / 30.0;
        let mut draft = Draft::barrier(rule, severity).variant(match fact.text() {
            Some("quarterly") => "quarterly",
            Some("six_monthly") => "six-monthly",
            Some("annually") => "annually",
            Some("on_completion") => "on-completion",
            _ => "monthly",
        });
        if let Some(annual) = case.annual(fact.lot.as_deref()) {
            let sum = annual.amount / 12.0 * carried;
            draft = draft
                .arg("annual", pounds(annual.amount.round()))
                .arg("months", grouped(carried))
                .arg("sum", pounds(sum.round()))
                .test("test")
                .figure("annual_value", annual.amount, "GBP")
                .figure("months", carried, "months")
                .figure("demand", sum.round(), "GBP");
        }
        findings.add(draft.lot(fact.lot.as_deref()).fact(index));
    }
}

/// PAY-3.
pub fn results(case: &Case, findings: &mut Findings) {
    let rule = "payment.by-results";
    for (index, fact) in case.of("payment.results") {
        let lot = fact.lot.as_deref();
        let Some(share) = fact.number() else {
            if !case.of("payment.results").any(|(_, f)| f.number().is_some()) {
                findings.add(Draft::query(rule).variant("query").lot(lot).fact(index));
                findings.undecided(rule, "undecided");
            }
            continue;
        };
        let severity = if share > case.threshold(rule, "high_share") {
            High
        } else if share > case.threshold(rule, "medium_share") {
            Medium
        } else {
            Low
        };
        let draft = Draft::barrier(rule, severity).arg("share", grouped(share)).figure("demand", share, "percent");
        findings.add(draft.lot(lot).fact(index));
    }
}

/// PAY-4.
pub fn retention(case: &Case, findings: &mut Findings) {
    let rule = "payment.retention";
    let works = case.nature() == Some(Nature::Works);
    for (index, fact) in case.of("payment.retention") {
        let Some(share) = fact.number().filter(|s| *s > 0.0) else { continue };
        let severity = match works {
            true if share > case.threshold(rule, "works_high") => High,
            true if share <= case.threshold(rule, "works_low") => Low,
            _ => Medium,
        };
        let mut draft = Draft::barrier(rule, severity).arg("share", grouped(share));
        if works {
            draft = draft.variant("works");
        }
        if let Some(annual) = case.annual(fact.lot.as_deref()) {
            let sum = annual.amount * share / 100.0;
            draft = draft
                .arg("annual", pounds(annual.amount.round()))
                .arg("sum", pounds(sum.round()))
                .test("test")
                .figure("annual_value", annual.amount, "GBP")
                .figure("demand", share, "percent");
        }
        findings.add(draft.lot(fact.lot.as_deref()).fact(index));
    }
}

/// PAY-5.
pub fn no_indexation(case: &Case, findings: &mut Findings) {
    let rule = "payment.no-indexation";
    if case.has("payment.indexation", Stance::Offered) {
        return;
    }
    let fixed: Vec<(usize, &Fact)> = case.of("payment.price_fixed").listed();
    let Some(first) = fixed.first() else { return };
    let facts = fixed.iter().map(|f| f.0);
    // A price fixed for a stated time is fixed for that time; else for the whole term.
    let months = fixed.iter().filter_map(|f| f.1.number()).reduce(f64::max).or(case.months());
    let Some(months) = months else {
        findings.add(Draft::query(rule).variant("query").facts(facts));
        findings.undecided(rule, "undecided");
        return;
    };
    let severity = if months >= case.threshold(rule, "high_months") {
        High
    } else if months > case.threshold(rule, "free_months") {
        Medium
    } else {
        return;
    };
    let draft =
        Draft::barrier(rule, severity).arg("months", grouped(months)).test("test").figure("demand", months, "months");
    findings.add(draft.lot(first.1.lot.as_deref()).facts(facts));
}

/// PAY-6.
pub fn late_interest(case: &Case, findings: &mut Findings) {
    let rule = "payment.late-interest";
    let statutory = case.threshold(rule, "statutory");
    for (index, fact) in case.of("payment.late_interest") {
        let Some(rate) = fact.number().filter(|r| *r < statutory) else { continue };
        let draft = if rate == 0.0 { Draft::barrier(rule, High).variant("none") } else { Draft::barrier(rule, Medium) };
        let draft = draft.arg("rate", grouped(rate)).arg("statutory", grouped(statutory));
        findings.add(draft.figure("demand", rate, "percent").figure("limit", statutory, "percent").fact(index));
    }
}

/// PAY-7.
pub fn admin(case: &Case, findings: &mut Findings) {
    let kinds = [
        ("early_payment_discount", "discount", Medium),
        ("supplier_finance", "finance", Low),
        ("vat_registered", "vat", Medium),
        ("portal_fee", "fee", Medium),
    ];
    for (name, variant, severity) in kinds {
        let facts: Vec<usize> = case.asked("payment.admin").that(&|f| f.text() == Some(name));
        if !facts.is_empty() {
            findings.add(Draft::barrier("payment.admin", severity).variant(variant).facts(facts));
        }
    }
}

/// PAY-9.
pub fn set_off(case: &Case, findings: &mut Findings) {
    for (kind, variant, severity) in
        [("pay_when_paid", "pay-when-paid", High), ("set_off", "set-off", Medium), ("any_sum", "any-sum", Low)]
    {
        let facts: Vec<usize> = case.of("payment.set_off").that(&|f| f.details.get("kind").is_some_and(|k| k == kind));
        if !facts.is_empty() {
            findings.add(Draft::barrier("payment.set-off", severity).variant(variant).facts(facts));
        }
    }
}

/// PAY-8 and the good side of the others.
pub fn enablers(case: &Case, findings: &mut Findings) {
    let prompt = case.threshold("enabler.prompt-payment", "days");
    let soon: Vec<usize> = case.of("payment.days").that(&|f| {
        f.number().is_some_and(|d| d <= prompt) && f.details.get("from").is_some_and(|from| from == "invoice")
    });
    if !soon.is_empty() {
        findings.add(Draft::enabler("enabler.prompt-payment").facts(soon));
    }
    let advance: Vec<usize> = case.with("payment.advance", Stance::Offered);
    if !advance.is_empty() {
        findings.add(Draft::enabler("enabler.advance-payment").facts(advance));
    }
    let index: Vec<usize> = case.with("payment.indexation", Stance::Offered);
    if !index.is_empty() {
        findings.add(Draft::enabler("enabler.indexation").facts(index));
    }
}
