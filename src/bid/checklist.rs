//! What has to be sent in with a bid, or done before.

use super::words::{amount, asked, say_of};
use super::{Case, Task};
use crate::fact::{Fact, Stance};
use crate::report::Place;

/// Kinds of facts that mean work for a bid; each has a message `task-KIND`.
const KINDS: [&str; 19] = [
    "process.site_visit",
    "process.hard_copy",
    "process.word_limit",
    "process.policies",
    "process.carbon_plan",
    "process.modern_slavery",
    "process.payment_performance",
    "process.prequalification",
    "process.fee",
    "experience.references",
    "finance.accounts_years",
    "finance.audited_accounts",
    "finance.bond",
    "finance.parent_guarantee",
    "insurance.timing",
    "accreditation.scheme",
    "social_value.community_benefit",
    "social_value.portal",
    "process.validity",
];

/// All that was found, the same thing once.
pub(super) fn checklist(case: &Case) -> Vec<Task> {
    let later = case.says("process.winner_only_evidence", Stance::Offered)
        || case.says("process.winner_only_evidence", Stance::Stated);
    let mut out: Vec<Task> = vec![];
    for kind in KINDS {
        let wanted = |(_, fact): &(usize, &Fact)| {
            let asked = matches!(fact.stance, Stance::Required) && case.counts(fact);
            asked && !(later && matches!(kind, "accreditation.scheme" | "insurance.timing"))
        };
        for (_, fact) in case.of(kind).filter(wanted) {
            let Some(text) = text(kind, fact) else { continue };
            add(&mut out, text, &fact.places);
        }
    }
    out
}

fn add(out: &mut Vec<Task>, text: String, places: &[Place]) {
    let at = out.iter().position(|task| task.text == text).unwrap_or_else(|| {
        out.push(Task { text, places: vec![] });
        out.len() - 1
    });
    for place in places {
        if !out[at].places.contains(place) {
            out[at].places.push(place.clone());
        }
    }
}

fn text(kind: &str, fact: &Fact) -> Option<String> {
    // What is only wanted later is no part of a bid.
    let at_tender = fact.timing.as_deref() == Some("at_tender") || fact.text() == Some("at_tender");
    let skip = match kind {
        "insurance.timing" => !at_tender,
        "accreditation.scheme" => fact.timing.is_some() && !at_tender,
        "finance.bond" => fact.details.get("type") != Some("bid"),
        "finance.audited_accounts" => fact.details.get("when") == Some("during_contract"),
        "finance.parent_guarantee" => fact.text() == Some("optional"),
        _ => false,
    };
    if skip {
        return None;
    }
    let number = fact.number().map(|number| amount(number, fact.unit.as_deref().unwrap_or_default()));
    let args = [
        ("asked", number.clone().unwrap_or_else(|| if fact.text().is_some() { asked(fact) } else { String::new() })),
        ("known", if fact.value.is_some() { "yes" } else { "no" }.to_owned()),
        ("of", fact.details.get("of").unwrap_or_default().to_owned()),
    ];
    say_of(&format!("task-{}", kind.replace('.', "-")), None, &args)
}
