//! Judging whom a contract is for.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Stance, Value};
use crate::list::Listed;
use crate::report::Severity;
use crate::words::grouped;

/// C-GOOD.
pub fn enablers(case: &Case, findings: &mut Findings) {
    let who = |fact: &Fact| fact.text().unwrap_or_default().to_owned();
    let mut seen: Vec<String> = vec![];
    for (_, fact) in case.of("reserved") {
        let name = who(fact);
        if seen.contains(&name) {
            continue;
        }
        let facts = case.of("reserved").filter(|(_, f)| who(f) == name).map(|(i, _)| i);
        let mut draft = Draft::enabler("enabler.reserved").arg("who", name.clone()).facts(facts);
        if name == "mutual" {
            draft = draft.variant("mutual");
        }
        findings.add(draft);
        seen.push(name);
    }
    for (kind, rule) in [("funding.grant", "enabler.grant"), ("design.co_design", "enabler.co-design")] {
        let offered = case.with(kind, Stance::Offered);
        if !offered.is_empty() {
            findings.add(Draft::enabler(rule).facts(offered));
        }
    }
    let welcome = suitable(case);
    if !welcome.is_empty() {
        findings.add(Draft::enabler("enabler.vcse-welcome").facts(welcome));
    }
}

/// The notice calls the contract suitable for social enterprises, and what it asks for would shut most of them out.
pub fn mismatch(case: &Case, findings: &mut Findings) {
    let rule = "notice.vcse-mismatch";
    let suitable: Vec<usize> = suitable(case).into_iter().filter(|&i| case.facts[i].stance == Stance::Stated).listed();
    let high = findings.titles(Severity::High);
    if suitable.is_empty() || high.is_empty() {
        return;
    }
    let draft = Draft::barrier(rule, Severity::Medium)
        .arg("count", grouped(high.len() as f64))
        .arg("titles", crate::words::joined(&high, "; "))
        .figure("high_barriers", high.len() as f64, "findings");
    findings.add(draft.facts(suitable));
}

fn suitable(case: &Case) -> Vec<usize> {
    case.of("suitability.vcse").that(&|f| f.value == Some(Value::Flag(true)))
}
