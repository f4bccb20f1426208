//! The assessment as text for a terminal.

use anstyle::{AnsiColor, Style};

use super::words::{amount, date, place, say, whole};
use super::{Assessment, Demand, State, Verdict};
use crate::report::text::Text;
use crate::report::{Place, Report, line};

/// The assessment as text, wrapped to a width in columns, with ANSI styles that the caller may strip.
///
/// Words that come from documents are freed of all that steers a terminal.
pub fn write(assessment: &Assessment, report: &Report, width: usize) -> String {
    let mut out = Text::new(width);
    let colour = match assessment.outcome.result {
        Verdict::Bid => AnsiColor::Green,
        Verdict::AskFirst => AnsiColor::Yellow,
        Verdict::HardToBid => AnsiColor::Red,
    };
    out.styled(0, colour.on_default().bold(), &line(&assessment.outcome.text));
    for reason in &assessment.outcome.reasons {
        out.hanging(2, 4, Style::new(), &format!("- {}", line(&reason.text)));
    }
    lots(&mut out, assessment);
    out.heading(&say("heading-demands", &[]));
    if assessment.demands.is_empty() {
        out.plain(2, &say("demands-none", &[]));
    }
    for demand in &assessment.demands {
        show(&mut out, report, demand);
    }
    questions(&mut out, assessment);
    cash(&mut out, assessment);
    out.heading(&say("heading-dates", &[]));
    if assessment.dates.is_empty() {
        out.plain(2, &say("dates-none", &[]));
    }
    for day in &assessment.dates {
        out.hanging(2, 4, Style::new(), &format!("{}: {}", when(day), line(&day.title)));
        where_it_is(&mut out, report, &day.places);
    }
    out.heading(&say("heading-checklist", &[]));
    if assessment.checklist.is_empty() {
        out.plain(2, &say("checklist-none", &[]));
    }
    for task in &assessment.checklist {
        out.hanging(2, 6, Style::new(), &format!("[ ] {}", line(&task.text)));
        where_it_is(&mut out, report, &task.places);
    }
    out.blank();
    out.plain(0, &assessment.outcome.note);
    out.into_string()
}

/// A day with its time, where one is known.
pub(super) fn when(day: &super::Day) -> String {
    let date = date(&day.day);
    match &day.time {
        Some(time) => say("at-time", &[("day", date), ("time", time.clone())]),
        None => date,
    }
}

/// The title of a demand, with its lot.
pub(super) fn title(demand: &Demand) -> String {
    match &demand.lot {
        Some(lot) => say("for-lot", &[("title", demand.title.clone()), ("lot", line(lot))]),
        None => demand.title.clone(),
    }
}

/// The state of a demand in words.
pub(super) fn state(state: State) -> String {
    say(&format!("state-{}", super::profile::name_of(&state)), &[])
}

fn where_it_is(out: &mut Text, report: &Report, places: &[Place]) {
    if let Some(found) = places.first() {
        out.dim(6, &line(&place(&report.documents, found)));
    }
}

fn lots(out: &mut Text, assessment: &Assessment) {
    if assessment.lots.is_empty() {
        return;
    }
    out.heading(&say("heading-lots", &[]));
    for lot in &assessment.lots {
        let value = lot.value.map(|value| format!(", {}", amount(value, "GBP"))).unwrap_or_default();
        out.hanging(2, 4, Style::new(), &format!("{}{value}: {}", line(&lot.name), line(&lot.text)));
    }
}

fn show(out: &mut Text, report: &Report, demand: &Demand) {
    let style = match demand.state {
        State::Met => AnsiColor::Green.on_default(),
        State::NotMet => AnsiColor::Red.on_default().bold(),
        State::ByStart | State::Open => Style::new(),
        State::Ask => AnsiColor::Yellow.on_default(),
    };
    let text = format!("{}: {}: {}", state(demand.state), title(demand), line(&demand.asked));
    out.hanging(2, 4, style, &text);
    out.plain(4, &line(&demand.reason));
    where_it_is(out, report, &demand.places);
}

fn questions(out: &mut Text, assessment: &Assessment) {
    let questions = &assessment.questions;
    out.heading(&say("heading-questions", &[]));
    if questions.list.is_empty() {
        out.plain(2, &say("questions-none", &[]));
    }
    if let Some(day) = &questions.deadline {
        let message = if questions.late { "questions-late" } else { "questions-by" };
        out.plain(2, &say(message, &[("day", date(day))]));
    }
    for (at, question) in questions.list.iter().enumerate() {
        if at > 0 && questions.list[at - 1].first && !question.first {
            out.blank();
            out.plain(2, &say("heading-questions-more", &[]));
        }
        out.hanging(2, 5, Style::new(), &format!("{}. {}", at + 1, line(&question.text)));
    }
}

fn cash(out: &mut Text, assessment: &Assessment) {
    out.heading(&say("heading-cash", &[]));
    let Some(cash) = &assessment.cash else {
        out.plain(2, &say("cash-unknown", &[]));
        return;
    };
    out.plain(2, &cash.text);
    out.plain(2, &cash.terms);
    for variant in &cash.variants {
        out.hanging(2, 4, Style::new(), &format!("- {}", variant.text));
    }
    if let Some(investment) = &cash.investment {
        out.plain(2, investment);
    }
    let columns =
        ["column-month", "column-in", "column-out", "column-vat", "column-balance"].map(|name| say(name, &[]));
    out.plain(2, &row(&columns));
    for month in &cash.months {
        let figures = [month.received, month.wages + month.costs, month.vat, month.balance].map(whole);
        let [income, spent, vat, balance] = figures;
        out.plain(2, &row(&[month.month.clone(), income, spent, vat, balance]));
    }
    for text in &cash.assumptions {
        out.hanging(2, 4, Style::new().dimmed(), &format!("- {text}"));
    }
}

fn row(cells: &[String; 5]) -> String {
    let [month, rest @ ..] = cells;
    rest.iter().fold(format!("{month:8}"), |row, cell| row + &format!("{cell:>14}"))
}
