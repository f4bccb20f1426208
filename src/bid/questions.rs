//! What is worth asking the buyer, with the clause and the duty behind it.

use super::words::{date, place, say, say_of};
use super::{Case, Day, Demand, Question, Questions, State};
use crate::report::{Finding, Place, Severity, Source, SourceKind};

/// A quotation longer than this many characters is cut: the clause says where to read on.
const LONGEST_QUOTE: usize = 160;

/// The questions of findings and of demands that are not clear, each once, the weightiest first.
pub(super) fn questions(case: &Case, demands: &[Demand], dates: &[Day]) -> Questions {
    let mut list: Vec<(u8, Question)> = vec![];
    let counts = |finding: &&Finding| finding.lot.as_ref().is_none_or(|lot| case.chosen.contains(lot));
    for finding in case.report.counted().filter(counts) {
        let Some(question) = finding.question.as_ref().filter(|q| !q.is_empty()) else { continue };
        let hangs = demands.iter().any(|d| unclear(d) && d.facts.iter().any(|fact| finding.facts.contains(fact)));
        let first = hangs || finding.severity == Some(Severity::High);
        let weight = match (hangs, finding.severity) {
            (true, _) => 0,
            (_, Some(Severity::High)) => 1,
            (_, Some(Severity::Medium)) => 2,
            (_, None) => 3,
            (_, Some(Severity::Low)) => 4,
        };
        let sources = duties(&finding.sources);
        add(
            &mut list,
            weight,
            Question {
                text: String::new(),
                question: question.clone(),
                first,
                severity: finding.severity,
                places: finding.places.clone(),
                sources,
                findings: vec![finding.key.clone()],
            },
        );
    }
    for demand in demands.iter().filter(|d| unclear(d)) {
        let asked =
            |finding: &Finding| finding.question.is_some() && finding.facts.iter().any(|f| demand.facts.contains(f));
        if case.report.counted().any(asked) {
            continue;
        }
        let args = [("what", demand.title.clone()), ("asked", demand.asked.clone())];
        let message = format!("ask-{}", demand.kind.replace('.', "-"));
        let question = say_of(&message, None, &args).unwrap_or_else(|| say("ask", &args));
        add(
            &mut list,
            0,
            Question {
                text: String::new(),
                question,
                first: true,
                severity: None,
                places: demand.places.clone(),
                sources: vec![],
                findings: vec![],
            },
        );
    }
    crate::order::sort_by(&mut list, |a, b| a.0.cmp(&b.0));
    let mut list: Vec<Question> = list.into_iter().map(|(_, question)| question).collect();
    for question in &mut list {
        question.text = text(case, question);
    }
    let deadline = dates.iter().find(|day| day.kind == "timetable.clarification_deadline");
    let (opening, closing) = around(case, deadline);
    let letter = letter(&list, &opening, &closing);
    Questions {
        deadline: deadline.map(|day| day.day.clone()),
        late: deadline.is_some_and(|day| day.passed),
        list,
        opening,
        closing,
        letter,
    }
}

/// Whether a demand wants an answer of the buyer.
fn unclear(demand: &Demand) -> bool {
    matches!(demand.state, State::Ask | State::NotMet)
}

/// Adds a question; where it is there already, what it is about.
fn add(list: &mut Vec<(u8, Question)>, weight: u8, new: Question) {
    let Some((known_weight, known)) = list.iter_mut().find(|(_, known)| known.question == new.question) else {
        list.push((weight, new));
        return;
    };
    *known_weight = (*known_weight).min(weight);
    known.first |= new.first;
    known.severity = known.severity.max(new.severity);
    known.findings.extend(new.findings);
    for place in new.places {
        if !known.places.contains(&place) {
            known.places.push(place);
        }
    }
    for source in new.sources {
        if !known.sources.contains(&source) {
            known.sources.push(source);
        }
    }
}

/// What binds or should bind a buyer: law before policy. Guidance and our own rules of thumb are for the bidder.
fn duties(sources: &[Source]) -> Vec<Source> {
    let of = |kind: SourceKind| sources.iter().filter(move |source| source.kind == kind);
    of(SourceKind::Law).chain(of(SourceKind::Policy)).cloned().collect()
}

fn text(case: &Case, question: &Question) -> String {
    let duty = question.sources.first().map(|source| match &source.section {
        Some(section) => say("duty-section", &[("title", source.title.clone()), ("section", section.clone())]),
        None => source.title.clone(),
    });
    let attribute = match (!question.places.is_empty(), duty.is_some()) {
        (true, true) => "place-duty",
        (true, false) => "place",
        (false, true) => "duty",
        (false, false) => "plain",
    };
    let first = question.places.first();
    let args = [
        ("question", question.question.clone()),
        ("place", first.map(|found| place(&case.report.documents, found)).unwrap_or_default()),
        ("quote", first.map(quote).unwrap_or_default()),
        ("duty", duty.unwrap_or_default()),
    ];
    say_of("question", Some(attribute), &args).unwrap_or_default()
}

/// The words of a passage on one line, not too many of them.
fn quote(place: &Place) -> String {
    let words: Vec<&str> = place.quote.split_whitespace().collect();
    let text = words.join(" ");
    if text.chars().count() <= LONGEST_QUOTE {
        return text;
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", &cut[..end])
}

/// The opening and the closing of a letter.
fn around(case: &Case, deadline: Option<&Day>) -> (String, String) {
    let args = [("tender", case.tender().to_owned()), ("day", deadline.map(|day| date(&day.day)).unwrap_or_default())];
    let open = deadline.filter(|day| !day.passed).map_or("letter-open", |_| "letter-open-by");
    let name = case.profile.name.as_ref().map_or_else(String::new, |name| format!("\n{name}"));
    (format!("{}\n\n{}", say("letter-head", &args), say(open, &args)), say("letter-close", &args) + &name)
}

fn letter(list: &[Question], opening: &str, closing: &str) -> String {
    let first = list.iter().any(|question| question.first);
    let asked: Vec<&Question> = list.iter().filter(|question| question.first == first).collect();
    if asked.is_empty() {
        return String::new();
    }
    let numbered = asked.iter().enumerate().map(|(at, question)| format!("{}. {}", at + 1, question.text));
    let parts = [opening.to_owned()].into_iter().chain(numbered).chain([closing.to_owned()]);
    parts.collect::<Vec<_>>().join("\n\n")
}
