//! The words of an assessment.

use crate::fact::{Fact, Value};
use crate::language::date::from_iso;
use crate::report::Place;
use crate::words::{Args, Words, day, grouped, pounds};

/// A message of the bidder's desk; the name itself where there is none.
pub fn say(message: &str, args: &Args) -> String {
    say_of(message, None, args).unwrap_or_else(|| message.to_owned())
}

/// A message or one of its attributes, where there is one.
pub fn say_of(message: &str, attribute: Option<&str>, args: &Args) -> Option<String> {
    Words::spoken().say("bid", message, attribute, args)
}

/// What a kind of fact asks for, in a few words.
pub fn title(kind: &str) -> String {
    let plain = || kind.rsplit('.').next().unwrap_or(kind).replace('_', " ");
    say_of(&format!("demand-{}", kind.replace('.', "-")), None, &[]).unwrap_or_else(plain)
}

/// An amount in a unit of the vocabulary: "£250,000", "3 references".
pub fn amount(number: f64, unit: &str) -> String {
    if unit == "GBP" {
        return pounds(number);
    }
    let args = [("count", grouped(number)), ("unit", unit.to_owned())];
    say_of(&format!("unit-{unit}"), None, &args).unwrap_or_else(|| say("unit", &args))
}

/// An amount without pence.
pub fn whole(amount: f64) -> String {
    pounds(amount.round())
}

/// What a fact asks for.
pub fn asked(fact: &Fact) -> String {
    match &fact.value {
        Some(Value::Number(number)) => amount(*number, fact.unit.as_deref().unwrap_or_default()),
        Some(Value::Text(text)) => {
            let known = |text: &str| say_of(&format!("value-{text}"), None, &[]);
            known(text).unwrap_or_else(|| from_iso(text).map_or_else(|| text.clone(), day))
        }
        Some(Value::Flag(_)) | None => say("asked", &[]),
    }
}

/// A day as people write it; what is no day as it is.
pub fn date(iso: &str) -> String {
    from_iso(iso).map_or_else(|| iso.to_owned(), day)
}

/// Where something stands: "clause 5.1 of Invitation to tender.docx".
pub fn place(names: &[crate::report::DocumentSummary], place: &Place) -> String {
    let document = names.get(place.document).map_or("", |d| d.name.as_str());
    let section = place.section.last().map(String::as_str).unwrap_or_default();
    let args = [
        ("document", document.to_owned()),
        ("clause", place.number().unwrap_or_default().to_owned()),
        ("section", section.to_owned()),
        ("page", place.page.map_or_else(String::new, |page| page.to_string())),
    ];
    let which = match (place.number(), section.is_empty(), place.page) {
        (Some(_), true, _) => "clause",
        (Some(_), false, _) => "clause-section",
        (None, false, _) => "section",
        (None, true, Some(_)) => "page",
        (None, true, None) => "document",
    };
    say_of("place", Some(which), &args).unwrap_or_default()
}
