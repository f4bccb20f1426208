//! Judging experience: EXP-1.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::Stance;
use crate::list::Listed;
use crate::report::Severity;
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// How many, how recent, how long, and whose.
pub fn references(case: &Case, findings: &mut Findings) {
    let rule = "experience.references";
    let limit = |name: &str| case.threshold(rule, name);
    let softer = |stance: Stance, severity| if stance == Stance::Preferred { Low } else { severity };
    let mut say = |variant: &'static str, index: usize, severity: Severity, count: f64, unit: &'static str| {
        let draft = Draft::barrier(rule, severity).variant(variant).arg("count", grouped(count));
        findings.add(draft.figure("demand", count, unit).lot(case.facts[index].lot.as_deref()).fact(index));
    };
    let most = case.asked("experience.references").filter(|(_, f)| !f.details.has("limit"));
    let most = most.filter_map(|(i, f)| Some((i, f.number()?, f.stance))).max_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((index, count, stance)) = most.filter(|m| m.1 > limit("many")) {
        say("number", index, softer(stance, Medium), count, "references");
    }
    let windows = case.asked("experience.window").filter_map(|(i, f)| Some((i, f.number()?, f.stance)));
    let shortest = windows.min_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((index, years, stance)) = shortest.filter(|w| w.1 < limit("window")) {
        say("window", index, softer(stance, Medium), years, "years");
    }
    let years = case.asked("experience.years").filter(|(_, f)| !f.details.has("of"));
    let longest = years.filter_map(|(i, f)| Some((i, f.number()?, f.stance))).max_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((index, years, stance)) = longest.filter(|y| y.1 >= limit("years")) {
        let severity = if years >= limit("many_years") { Medium } else { Low };
        say("years", index, softer(stance, severity), years, "years");
    }
    let alone = case.of("experience.references").filter(|(_, f)| f.details.has("partners")).map(|(i, _)| i);
    let alone: Vec<usize> = alone.listed();
    if !alone.is_empty() {
        let law = case.law_binds("pa23-22-8");
        findings.add(Draft::barrier(rule, if law { High } else { Medium }).variant("partners").facts(alone));
    }
}

/// The size of past contracts against the yearly value of this one.
pub fn value(case: &Case, findings: &mut Findings) {
    let rule = "experience.value";
    for demand in case.demands("experience.contract_value") {
        let past = pounds(demand.amount);
        let Some(annual) = demand.annual else {
            let draft = Draft::query(rule).variant("query").arg("past", past);
            findings.add(draft.lot(demand.lot.as_deref()).facts(demand.facts));
            findings.undecided(rule, "undecided");
            continue;
        };
        let share = demand.amount / annual.amount * 100.0;
        if share < case.threshold(rule, "share") {
            continue;
        }
        let severity = if share > case.threshold(rule, "high_share") { High } else { Medium };
        let draft = Draft::barrier(rule, severity)
            .arg("past", past)
            .arg("annual", pounds(annual.amount.round()))
            .arg("share", grouped(share.round()))
            .test("test")
            .figure("demand", demand.amount, "GBP")
            .figure("annual_value", annual.amount, "GBP")
            .figure("ratio", share, "percent");
        findings.add(draft.lot(demand.lot.as_deref()).facts(demand.facts));
    }
    // An amount says more than "similar".
    let similar: Vec<usize> = case.asked("experience.similar_size").indexes();
    if !similar.is_empty() && case.asked("experience.contract_value").next().is_none() {
        findings.add(Draft::barrier(rule, Low).variant("similar").facts(similar));
    }
}

/// Experience that counts only with some customers.
pub fn customers(case: &Case, findings: &mut Findings) {
    let rule = "experience.public-sector-only";
    let open = case.has("experience.public_sector", Stance::RuledOut);
    for (stance, severity) in [(Stance::Required, Medium), (Stance::Preferred, Low)] {
        let facts = case.with("experience.public_sector", stance);
        if facts.is_empty() || open {
            continue;
        }
        let law = stance == Stance::Required && case.law_binds("pcr15-60-9");
        let draft = Draft::barrier(rule, if law { High } else { severity }).facts(facts);
        findings.add(if stance == Stance::Preferred { draft.variant("preferred") } else { draft });
        break;
    }
    let rule = "experience.named-buyer";
    let asked: Vec<usize> = case.asked("experience.named_buyer").indexes();
    if let Some(name) = asked.first().and_then(|&i| case.facts[i].text()) {
        let must = case.facts[asked[0]].stance == Stance::Required;
        let law = must && case.law_binds("pa23-22-4-a");
        let severity = match (law, must) {
            (true, _) => High,
            (false, true) => Medium,
            (false, false) => Low,
        };
        let draft = Draft::barrier(rule, severity).arg("buyer", name).facts(asked.iter().copied());
        findings.add(if law { draft.variant("law") } else { draft });
    }
}
