//! The assessment as one page that needs nothing else: no script, no font, no connection.

use maud::{Markup, html};

use super::text::{state, title, when};
use super::words::{amount, date, place, say, whole};
use super::{Assessment, profile};
use crate::report::html::page;
use crate::report::{Place, Report, line};

/// The style of its tables.
const TABLES: &str = include_str!("html.css");

/// The assessment as an HTML page.
///
/// Every word that comes from a document or a profile is escaped.
pub fn write(assessment: &Assessment, report: &Report) -> String {
    let word = |name: &str| say(name, &[]);
    let names: Vec<String> = report.documents.iter().map(|d| line(&d.name)).collect();
    let body = html! {
        header {
            p.name { "Tender Check" }
            h1 { (assessment.outcome.text) }
            @if let Some(name) = &assessment.organisation { p { (line(name)) } }
            p { (assessment.outcome.note) }
        }
        main {
            h2 { (word("heading-why")) }
            ul { @for reason in &assessment.outcome.reasons { li { (line(&reason.text)) } } }
            (lots(assessment))
            (demands(assessment, report))
            (questions(assessment))
            (cash(assessment))
            (dates(assessment, report))
            h2 { (word("heading-checklist")) }
            @if assessment.checklist.is_empty() { p { (word("checklist-none")) } }
            ul.tasks {
                @for task in &assessment.checklist { li { (line(&task.text)) (found(report, &task.places)) } }
            }
        }
    };
    let title = format!("{} – {} – Tender Check", assessment.outcome.text, names.join(", "));
    page(&title, TABLES, &body)
}

fn found(report: &Report, places: &[Place]) -> Markup {
    html! { @if let Some(found) = places.first() { p.place { (line(&place(&report.documents, found))) } } }
}

fn lots(assessment: &Assessment) -> Markup {
    html! {
        @if !assessment.lots.is_empty() {
            h2 { (say("heading-lots", &[])) }
            ul {
                @for lot in &assessment.lots {
                    li {
                        strong { (line(&lot.name)) }
                        @if let Some(value) = lot.value { ", " (amount(value, "GBP")) }
                        ": " (lot.text)
                    }
                }
            }
        }
    }
}

fn demands(assessment: &Assessment, report: &Report) -> Markup {
    let columns = ["column-demand", "column-asked", "column-yours", "column-state"];
    html! {
        h2 { (say("heading-demands", &[])) }
        @if assessment.demands.is_empty() { p { (say("demands-none", &[])) } } @else {
            div.scroll { table {
                thead { tr { @for column in columns { th scope="col" { (say(column, &[])) } } } }
                tbody {
                    @for demand in &assessment.demands {
                        tr data-state=(profile::name_of(&demand.state)) {
                            td { strong { (title(demand)) } (found(report, &demand.places)) }
                            td { (line(&demand.asked)) }
                            td { @if let Some(yours) = &demand.yours { (line(yours)) } }
                            td { strong { (state(demand.state)) } p { (line(&demand.reason)) } }
                        }
                    }
                }
            } }
        }
    }
}

fn questions(assessment: &Assessment) -> Markup {
    let questions = &assessment.questions;
    let message = if questions.late { "questions-late" } else { "questions-by" };
    html! {
        h2 { (say("heading-questions", &[])) }
        @if let Some(day) = &questions.deadline { p { (say(message, &[("day", date(day))])) } }
        @if questions.list.is_empty() { p { (say("questions-none", &[])) } }
        ol.questions { @for question in questions.list.iter().filter(|q| q.first) { li { (line(&question.text)) } } }
        @if questions.list.iter().any(|q| !q.first) {
            h3 { (say("heading-questions-more", &[])) }
            ul.questions { @for question in questions.list.iter().filter(|q| !q.first) { li { (line(&question.text)) } } }
        }
    }
}

fn cash(assessment: &Assessment) -> Markup {
    let columns = ["column-month", "column-in", "column-out", "column-vat", "column-balance"];
    html! {
        h2 { (say("heading-cash", &[])) }
        @match &assessment.cash {
            None => p { (say("cash-unknown", &[])) },
            Some(cash) => {
                p { strong { (cash.text) } }
                p { (cash.terms) }
                ul { @for variant in &cash.variants { li { (variant.text) } } }
                @if let Some(investment) = &cash.investment { p { (investment) } }
                div.scroll { table.figures {
                    thead { tr { @for column in columns { th scope="col" { (say(column, &[])) } } } }
                    tbody {
                        @for month in &cash.months {
                            tr {
                                td { (month.month) }
                                @for sum in [month.received, month.wages + month.costs, month.vat, month.balance] {
                                    td { (whole(sum)) }
                                }
                            }
                        }
                    }
                } }
                ul { @for text in &cash.assumptions { li { (text) } } }
            },
        }
    }
}

fn dates(assessment: &Assessment, report: &Report) -> Markup {
    html! {
        h2 { (say("heading-dates", &[])) }
        @if assessment.dates.is_empty() { p { (say("dates-none", &[])) } }
        ul { @for day in &assessment.dates { li { strong { (when(day)) } ": " (day.title) (found(report, &day.places)) } } }
    }
}
