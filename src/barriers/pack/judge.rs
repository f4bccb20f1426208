//! Showing changes, and contradictions between documents.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Stance, Value};
use crate::language::condition::Condition;
use crate::language::date::from_iso;
use crate::list::Listed;
use crate::words::{day, grouped, pounds};

const RULE: &str = "pack.inconsistent";

/// Kinds of which a pack should state one value, with the name by which the messages call them, and whether two values
/// in one document are a contradiction as well.
const THINGS: [(&str, &str, bool); 18] = [
    ("contract.value", "value", false),
    ("contract.annual_value", "annual-value", false),
    ("contract.term", "term", false),
    ("timetable.deadline", "deadline", true),
    ("timetable.clarification_deadline", "questions", false),
    ("award.price_weight", "price", false),
    ("award.quality_weight", "quality", false),
    ("award.social_value_weight", "social-value", false),
    ("payment.days", "payment", false),
    ("finance.turnover_minimum", "turnover", false),
    ("finance.bond", "bond", false),
    ("insurance.public_liability", "public-liability", false),
    ("insurance.employers_liability", "employers-liability", false),
    ("insurance.professional_indemnity", "professional-indemnity", false),
    ("insurance.product_liability", "product-liability", false),
    ("insurance.medical_malpractice", "medical-malpractice", false),
    ("insurance.cyber", "cyber", false),
    ("insurance.abuse", "abuse", false),
];

/// Facts of a kind that are compared with each other: more than any pack has, so that the work stays in proportion.
const MOST_COMPARED: usize = 200;

/// The value of a fact as people write it.
pub fn said(fact: &Fact) -> String {
    match (&fact.value, fact.unit.as_deref()) {
        (Some(Value::Number(n)), Some("GBP")) => pounds(*n),
        (Some(Value::Number(n)), Some("percent")) => format!("{}%", grouped(*n)),
        (Some(Value::Number(n)), Some(unit)) => format!("{} {unit}", grouped(*n)),
        (Some(Value::Number(n)), None) => grouped(*n),
        (Some(Value::Text(text)), _) => from_iso(text).map_or_else(|| text.clone(), day),
        (Some(Value::Flag(flag)), _) => flag.to_string(),
        (None, _) => "none".to_owned(),
    }
}

/// What a later document changed.
pub fn changes(case: &Case, findings: &mut Findings) {
    for (index, fact) in case.facts.iter().enumerate() {
        let Some(before) = fact.details.get("replaces") else { continue };
        let thing = THINGS.iter().find(|t| t.0 == fact.kind).map_or("other", |t| t.1);
        let old = case.facts.iter().enumerate().filter(|(_, f)| {
            f.kind == fact.kind && f.lot == fact.lot && f.details.get("replaced_by") == Some(&said(fact))
        });
        let draft = Draft::query(RULE).variant("changed").arg("thing", thing).arg("first", before);
        findings.add(draft.arg("second", said(fact)).fact(index).facts(old.map(|(i, _)| i)).lot(fact.lot.as_deref()));
    }
}

/// What two documents say differently.
pub fn contradictions(case: &Case, findings: &mut Findings) {
    for (kind, thing, within) in THINGS {
        let stated: Vec<(usize, &Fact)> = case
            .of(kind)
            .filter(|(_, f)| (f.value.is_some() || ruled_out(f)) && counts(f))
            .take(MOST_COMPARED)
            .listed();
        let pair = stated.iter().enumerate().find_map(|(n, (i, one))| {
            let other = stated[n + 1..].iter().find(|(_, other)| contradict(case, one, other, within))?;
            Some((*i, *one, other.0, other.1))
        });
        let Some((i, one, j, other)) = pair else { continue };
        let draft = Draft::query(RULE).arg("thing", thing).arg("first", said(one)).arg("second", said(other));
        findings.add(draft.facts([i, j]).lot(one.lot.as_deref()));
    }
}

/// "No minimum turnover applies": where another asks for one, both cannot hold.
fn ruled_out(fact: &Fact) -> bool {
    fact.stance == Stance::RuledOut
}

fn counts(fact: &Fact) -> bool {
    let soft = [Condition::IfApplicable, Condition::OtherEvidence, Condition::OrEquivalent];
    matches!(fact.stance, Stance::Required | Stance::Stated | Stance::RuledOut) && !soft.iter().any(|&c| fact.has(c))
}

fn contradict(case: &Case, one: &Fact, other: &Fact, within: bool) -> bool {
    let same = one.lot == other.lot
        && (ruled_out(one) != ruled_out(other) || one.unit == other.unit && one.stance == other.stance)
        && (one.basis == other.basis || one.basis.is_none() || other.basis.is_none())
        && one.details.get("from") == other.details.get("from");
    if !same || one.value == other.value {
        return false;
    }
    // A document that states both values means two things.
    let shared = one.places.iter().any(|p| other.places.iter().any(|q| q.document == p.document));
    if shared && !within {
        return false;
    }
    match (one.number(), other.number()) {
        (Some(a), Some(b)) => !near(a, b) && !explained(case, &one.kind, a.min(b), a.max(b)),
        // Those who pass a first stage have a deadline of their own.
        _ => !case.of("timetable.exception").any(|(_, f)| f.text() == Some("two_stages")),
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.005 * a.abs().max(b.abs())
}

/// Terms and extensions by which a figure may be explained.
const MOST_FACTORS: usize = 20;

/// Whether value added tax, an option to extend, the years, the lots or a range make one of two figures of the other.
fn explained(case: &Case, kind: &str, low: f64, high: f64) -> bool {
    let numbers = |kind: &'static str| case.of(kind).filter_map(|(_, f)| f.number()).take(MOST_FACTORS);
    let terms = || numbers("contract.term");
    let longer = || terms().flat_map(|t| numbers("contract.extension").map(move |more| (t, t + more)));
    if kind == "contract.term" {
        return longer().any(|(term, all)| near(all, high) || near(all - term, low) || near(all - term, high));
    }
    if !matches!(kind, "contract.value" | "contract.annual_value") {
        return false;
    }
    let years = terms().chain(longer().map(|l| l.1)).map(|months| months / 12.0);
    let factors = longer().map(|(term, all)| all / term).chain(years).chain([1.0]);
    let by_factor = factors.flat_map(|f| [f, f * 1.2]).any(|f| f > 1.0 && near(low * f, high));
    let of_lot = case.of(kind).any(|(_, f)| f.lot.is_some() && f.number().is_some_and(|n| near(n, low)));
    by_factor || of_lot
}
