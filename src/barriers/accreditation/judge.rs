//! Judging accreditations: EXP-3, EXP-4, EXP-5, EXP-9.

use super::schemes::{Group, SCHEMES};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Stance};
use crate::list::Listed;
use crate::report::Severity;
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// A scheme that is required.
struct Required<'f> {
    index: usize,
    fact: &'f Fact,
    name: &'f str,
    group: Group,
}

/// All rules of the family.
pub fn all(case: &Case, findings: &mut Findings) {
    let required = case.of("accreditation.scheme").filter(|(_, f)| f.stance == Stance::Required);
    let required: Vec<Required> = required
        .filter_map(|(index, fact)| {
            let name = fact.text()?;
            let group = SCHEMES.iter().find(|s| s.name == name).map_or(Group::Certificate, |s| s.group);
            Some(Required { index, fact, name, group })
        })
        .listed();
    no_equivalent(case, &required, findings);
    at_tender(&required, findings);
    many(case, &required, findings);
    let badges: Vec<&Required> = required.iter().filter(|r| r.group == Group::Equality).listed();
    if !badges.is_empty() {
        findings.add(named(Draft::barrier("accreditation.equality", Medium), &badges));
    }
    let winner = case.with("process.winner_only_evidence", Stance::Offered);
    if !winner.is_empty() {
        findings.add(Draft::enabler("enabler.winner-only-evidence").facts(winner));
    }
}

/// Nothing else is accepted; and where something else is, for all of them, the enabler.
fn no_equivalent(case: &Case, required: &[Required], findings: &mut Findings) {
    let everywhere = case.with("accreditation.equivalents", Stance::Offered);
    // Of one scheme asked for twice, the softer words count.
    let open = |r: &Required| required.iter().any(|o| o.name == r.name && o.fact.equivalent == Some(true));
    let certificates: Vec<&Required> = required.iter().filter(|r| r.group == Group::Certificate).listed();
    let closed: Vec<&Required> = certificates.iter().copied().filter(|r| !open(r)).listed();
    if certificates.is_empty() {
        return;
    }
    if closed.is_empty() || !everywhere.is_empty() {
        findings.add(named(Draft::enabler("enabler.equivalents"), &certificates).facts(everywhere));
        return;
    }
    let rule = "accreditation.no-equivalent";
    let (later, now): (Vec<&Required>, Vec<&Required>) =
        closed.into_iter().partition(|r| r.fact.timing.as_deref() == Some("before_start"));
    if !now.is_empty() {
        let law = case.law_binds("pa23-22-4-c");
        let draft = named(Draft::barrier(rule, if law { High } else { Medium }), &now);
        findings.add(if law { draft.variant("law") } else { draft });
    }
    if !later.is_empty() {
        findings.add(named(Draft::barrier(rule, Low), &later).variant("later"));
    }
}

fn at_tender(required: &[Required], findings: &mut Findings) {
    let rule = "accreditation.at-tender";
    let early: Vec<&Required> = required
        .iter()
        .filter(|r| r.group != Group::Equality && r.fact.timing.as_deref() == Some("at_tender"))
        .listed();
    if !early.is_empty() {
        findings.add(named(Draft::barrier(rule, Medium), &early));
    }
    let rated: Vec<&Required> = required.iter().filter(|r| r.fact.details.has("rating")).listed();
    if !rated.is_empty() {
        findings.add(named(Draft::barrier(rule, Medium), &rated).variant("rating"));
    }
}

/// How many for how much a year. Of several of which one is enough, one counts.
fn many(case: &Case, required: &[Required], findings: &mut Findings) {
    let rule = "accreditation.many";
    // Where a policy of one's own will do, there is nothing to buy.
    let free = |r: &Required| required.iter().any(|o| o.name == r.name && o.fact.details.has("instead"));
    let asked: Vec<&Required> = required.iter().filter(|r| r.group == Group::Certificate && !free(r)).listed();
    let count = groups(&asked).len() as f64;
    if count < case.threshold(rule, "many") {
        return;
    }
    let Some(annual) = case.annual(None) else {
        findings.add(named(Draft::query(rule).variant("query").arg("count", grouped(count)), &asked));
        findings.undecided(rule, "undecided");
        return;
    };
    if annual.amount < case.threshold(rule, "small_contract") {
        let draft = Draft::barrier(rule, High)
            .arg("count", grouped(count))
            .arg("annual", pounds(annual.amount.round()))
            .test("test")
            .figure("demand", count, "schemes")
            .figure("annual_value", annual.amount, "GBP");
        findings.add(named(draft, &asked));
    }
}

/// Names the schemes and rests on their facts. Those of which one is enough are named as such: "SELECT or NICEIC".
fn named(draft: Draft, required: &[&Required]) -> Draft {
    draft.arg("names", listed(&groups(required))).facts(required.iter().map(|r| r.index))
}

/// The schemes in groups of which one is enough, each scheme once.
fn groups<'a>(required: &[&Required<'a>]) -> Vec<Vec<&'a str>> {
    let mut out: Vec<Vec<&str>> = vec![];
    for r in required {
        let names: Vec<&str> = r
            .fact
            .details
            .get("one_of")
            .map_or_else(|| vec![r.name], |all| all.split(',').map(str::trim_start).listed());
        let Some(known) = out.iter_mut().find(|group| group.iter().any(|n| names.contains(n))) else {
            out.push(names);
            continue;
        };
        for name in names {
            if !known.contains(&name) {
                known.push(name);
            }
        }
    }
    out
}

/// "A, B and C"; "A or B; C"
fn listed(groups: &[Vec<&str>]) -> String {
    let names: Vec<String> = groups.iter().map(|group| crate::words::joined(group, " or ")).listed();
    match &names[..] {
        [_, _, ..] if groups.iter().any(|g| g.len() > 1) => crate::words::joined(&names, "; "),
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", crate::words::joined(others, ", ")),
        _ => crate::words::joined(&names, ""),
    }
}
