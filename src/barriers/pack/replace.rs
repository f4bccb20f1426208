//! A later document that says what it replaces wins: what it replaces is kept, marked and no longer judged.

use super::judge::said;
use crate::fact::{Fact, Stance, Value};
use crate::list::Listed;
use crate::order;
use crate::papers::Papers;
use crate::report::Place;

/// Facts of changes that are looked through: more than any tender has, so that the work stays in proportion.
const MOST_CHANGES: usize = 1000;

/// Marks facts that a change replaces, and those that replace them, with the details `replaced_by` and `replaces`.
///
/// A change is a passage that says so, or any passage of an amendment. What it says of a thing and nothing else in the
/// pack does is new; what is said of the same thing elsewhere, and perhaps repeated in the change, is old.
pub fn settle(facts: &mut Vec<Fact>, papers: &Papers) {
    let block = |place: &Place| (place.document, place.block);
    let blocks = |facts: &[Fact], is: &dyn Fn(&Fact) -> bool| {
        order::set(facts.iter().filter(|f| is(f)).flat_map(|f| f.places.iter().map(block)))
    };
    let changes = blocks(facts, &|f| f.kind == "pack.change");
    let changed = |place: &Place| papers.changes(place.document) || changes.binary_search(&block(place)).is_ok();
    // A pack that consists of the amendment alone replaces nothing.
    let new = |fact: &Fact| fact.kind != "pack.change" && fact.places.iter().all(changed);
    let mut pairs: Vec<(usize, usize)> = vec![];
    let newer: Vec<(usize, &Fact)> = facts.iter().enumerate().filter(|(_, f)| new(f)).take(MOST_CHANGES).listed();
    for (old, fact) in facts.iter().enumerate().filter(|(_, f)| !new(f) && replaceable(f)) {
        // Of several changes the last counts.
        let newer = newer.iter().filter(|(_, n)| replaces(n, fact));
        let last = newer.max_by_key(|(_, n)| n.places.iter().map(|p| (p.document, p.start)).max());
        pairs.extend(last.map(|(new, _)| (*new, old)));
    }
    for (new, old) in pairs {
        let (newer, older) = (said(&facts[new]), said(&facts[old]));
        facts[old].note("replaced_by", newer);
        facts[new].note("replaces", older);
    }
    // A change of nothing that is judged is no news.
    let told = blocks(facts, &|f| f.details.has("replaces"));
    for fact in facts.iter_mut().filter(|f| f.kind == "pack.change") {
        fact.places.retain(|place| told.binary_search(&block(place)).is_ok());
    }
    facts.retain(|f| !f.places.is_empty());
}

/// Whether a fact is one of which there is only one: a demand or a plain statement with an amount or a day.
fn replaceable(fact: &Fact) -> bool {
    let amount = matches!(fact.value, Some(Value::Number(_))) || fact.kind.starts_with("timetable.");
    let one = fact.kind.starts_with("insurance.")
        || fact.kind.starts_with("timetable.")
        || fact.kind.starts_with("contract.")
        || fact.kind.starts_with("award.")
        || matches!(
            &*fact.kind,
            "finance.turnover_minimum" | "finance.turnover_multiple" | "finance.accounts_years" | "payment.days"
        );
    one && amount && (fact.asked() || fact.stance == Stance::Stated)
}

/// Whether a fact says something else of the same thing.
fn replaces(new: &Fact, old: &Fact) -> bool {
    let gone = new.stance == Stance::RuledOut && new.value.is_none();
    let other = new.value.is_some() && new.value != old.value && new.unit == old.unit && replaceable(new);
    new.kind == old.kind
        && (new.lot == old.lot || new.lot.is_none())
        && (new.basis == old.basis || new.basis.is_none() || old.basis.is_none())
        && new.details.get("from") == old.details.get("from")
        && (gone || other)
}

#[cfg(test)]
mod tests {
    use crate::{Given, Pack, read};

    const INVITATION: &str = "Public liability insurance of £10,000,000 is required.\n\nClosing date: 4 May 2027";
    const ADDENDUM: &str =
        "# Addendum 2\n\nThe public liability requirement is reduced from £10,000,000 to £2,000,000.";

    fn rules(documents: &[(&str, &str)]) -> Vec<String> {
        let documents = documents.iter().map(|(name, text)| read::read(name, text.as_bytes())).collect();
        let given = Given { value: Some(50_000.0), months: Some(12.0), ..Given::default() };
        Pack::understand(documents).judge(&given).findings.into_iter().map(|f| f.rule.into_owned()).collect()
    }

    #[test]
    fn what_is_replaced_is_shown_and_no_longer_judged() {
        let before = rules(&[("invitation.md", INVITATION)]);
        assert!(before.contains(&"insurance.public-liability".to_owned()), "{before:?}");
        let both = [("invitation.md", INVITATION), ("addendum.md", ADDENDUM)];
        // The order in which files are given does not matter.
        for documents in [both, [both[1], both[0]]] {
            let after = rules(&documents);
            assert!(!after.contains(&"insurance.public-liability".to_owned()), "{after:?}");
            assert!(after.contains(&"pack.inconsistent".to_owned()), "{after:?}");
        }
    }

    #[test]
    fn answers_to_questions_win() {
        let log = "# Clarification log\n\nDate: 12 April 2027\n\n| No | Question | Answer |\n|---|---|---|\n\
                   | 1 | Would £2m of public liability be enough? | Yes, public liability cover of £2 million will be accepted. |\n\
                   | 2 | Can we have more time? | The deadline is extended to 18 May 2027. |\n\
                   | 3 | Is ISO 9001 essential? | An equivalent quality system will be accepted. |";
        let invitation = format!("{INVITATION}\n\nISO 9001 certification is mandatory.");
        let documents = [("invitation.md", &*invitation), ("log.md", log)];
        let documents = documents.map(|(name, text)| read::read(name, text.as_bytes()));
        let pack = Pack::understand(documents.into());
        let given = Given { value: Some(50_000.0), months: Some(12.0), ..Given::default() };
        let report = pack.judge(&given);
        let later = |kind: &str| report.facts.iter().filter(|f| f.kind == kind && f.details.has("replaces")).count();
        assert_eq!([later("insurance.public_liability"), later("timetable.deadline")], [1, 1], "{:?}", report.facts);
        // The log's own date closes nothing.
        assert!(report.facts.iter().all(|f| f.kind != "timetable.clarification_deadline"));
        let rules: Vec<&str> = report.findings.iter().map(|f| &*f.rule).collect();
        assert!(
            !rules.contains(&"accreditation.no-equivalent") && !rules.contains(&"insurance.public-liability"),
            "{rules:?}"
        );
    }

    #[test]
    fn what_is_softened_in_another_document_is_softened() {
        let strict = "A parent company guarantee is required.\n\nBidders must provide audited accounts for the last two years.\n\n\
                      Cyber Essentials certification is required.\n\nA performance bond of 10% is required.";
        let soft = "Parent company guarantees are asked for only where a bidder has a parent, if applicable.\n\n\
                    Organisations that the law does not require to be audited may send unaudited accounts.\n\n\
                    Equivalents of all certificates are accepted.\n\nNo performance bond will be required.";
        let documents = [("invitation.md", strict), ("annex.md", soft)];
        let documents = documents.map(|(name, text)| read::read(name, text.as_bytes()));
        let given = Given { value: Some(2_000_000.0), months: Some(12.0), ..Given::default() };
        let report = Pack::understand(documents.into()).judge(&given);
        let of = |rule: &str| report.findings.iter().find(|f| f.rule == rule);
        let severity = |rule: &str| of(rule).and_then(|f| f.severity);
        let low = Some(crate::report::Severity::Low);
        assert_eq!([severity("finance.parent-guarantee"), severity("finance.audited-accounts")], [low, low]);
        assert!(of("accreditation.no-equivalent").is_none() && of("enabler.equivalents").is_some());
        let message = of("pack.inconsistent").map(|f| &*f.message);
        assert!(message.is_some_and(|m| m.contains("The bond is")), "{message:?}");
    }

    #[test]
    fn an_answer_that_refuses_changes_nothing() {
        let log =
            "# Clarification log\n\nQ: Would £2m of public liability be enough?\n\nA: No, £10 million is required.";
        let after = rules(&[("invitation.md", INVITATION), ("log.md", log)]);
        assert!(after.contains(&"insurance.public-liability".to_owned()), "{after:?}");
    }
}
