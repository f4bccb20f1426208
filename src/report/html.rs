//! The report as one page that needs nothing else: no script, no font, no connection.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::shown::{Shown, line};
use super::{Bucket, Finding, Place, ReadState, Report, remarks, shares};
use crate::words::{grouped, pounds};

/// The page's style: for light and dark, for phones, for paper.
const STYLE: &str = include_str!("html.css");
/// A browser that opens the page loads nothing and runs nothing, whatever the documents hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A page that stands alone, with what it has besides the common style.
pub(crate) fn page(title: &str, style: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    page.into_string()
}

/// The report as an HTML page.
///
/// Every word that comes from a document is escaped.
pub fn write(report: &Report) -> String {
    let shown = Shown::new(report);
    let names: Vec<String> = report.documents.iter().map(|d| line(&d.name)).collect();
    let body = html! {
        a.skip href="#findings" { (shown.word("skip")) }
        header {
            p.name { (shown.word("name")) }
            h1 { (shown.result()) }
            p { (shown.counts()) }
            @if let Some(settings) = shown.settings() { p { (line(&settings)) } }
            p { (shown.word("not-advice")) }
        }
        main {
            (read(&shown))
            (circumstances(&shown))
            (findings(&shown))
            (list(&shown, "heading-missing", Bucket::Missing))
            (list(&shown, "heading-enablers", Bucket::Enabler))
            (set_aside(&shown))
            (undecided(&shown))
            (settings(&shown))
        }
        footer {
            p { (shown.rules_text()) }
            p { (shown.made_by()) }
        }
    };
    let title = format!("{} – {} – {}", shown.result(), names.join(", "), shown.word("name"));
    page(&title, "", &body)
}

fn read(shown: &Shown) -> Markup {
    html! {
        section aria-labelledby="read" {
            h2 #read { (shown.word("heading-read")) }
            ul.files {
                @for file in shown.files() {
                    li {
                        strong { (line(file.name)) }
                        " – "
                        @if file.state == ReadState::Whole { (file.state_word) }
                        @else { span.unread { (file.state_word) } }
                        ", " (file.about)
                        @for problem in file.problems { p.problem { (line(&problem.message)) } }
                    }
                }
            }
        }
    }
}

fn circumstances(shown: &Shown) -> Markup {
    html! {
        section aria-labelledby="circumstances" {
            h2 #circumstances { (shown.word("heading-circumstances")) }
            dl.circumstances {
                @for circumstance in shown.circumstances() {
                    div {
                        dt { (circumstance.name) }
                        @if let Some(value) = &circumstance.value {
                            dd {
                                strong { (line(value)) }
                                " (" (circumstance.origin) ")"
                                @if let Some(place) = circumstance.places.first() {
                                    br;
                                    span.place { (line(&shown.place(place))) ": “" (line(&place.quote)) "”" }
                                }
                            }
                        } @else {
                            dd { (shown.word("not-known")) }
                        }
                    }
                }
            }
        }
    }
}

fn findings(shown: &Shown) -> Markup {
    let themes = shown.themes();
    html! {
        section aria-labelledby="findings" {
            h2 #findings tabindex="-1" { (shown.word("heading-findings")) }
            @if themes.is_empty() { p { (shown.word("nothing-found")) } }
            @for theme in &themes {
                h3 { (theme.name) }
                @for finding in &theme.findings { (self::finding(shown, finding, 4)) }
            }
        }
    }
}

fn list(shown: &Shown, heading: &str, bucket: Bucket) -> Markup {
    html! {
        @if shown.of(bucket).next().is_some() {
            section aria-labelledby=(heading) {
                h2 id=(heading) { (shown.word(heading)) }
                @for finding in shown.of(bucket) { (self::finding(shown, finding, 3)) }
            }
        }
    }
}

fn finding(shown: &Shown, finding: &Finding, level: u8) -> Markup {
    let (weight, word) = shown.weight(finding);
    let title = html! {
        // Where the heading says what they are, the findings need not.
        @if level > 3 { span.weight { (word) } " " }
        (line(&finding.title))
        @if let Some(lot) = &finding.lot { " (" (line(lot)) ")" }
    };
    html! {
        article.finding data-weight=(weight) data-rule=(finding.rule) {
            @if level == 3 { h3 { (title) } } @else { h4 { (title) } }
            p { (line(&finding.message)) }
            @for place in &finding.places { (quote(shown, place)) }
            (shut_out(shown, finding))
            dl {
                @for (name, text) in shown.parts(finding) {
                    dt { (name) }
                    dd { (line(text)) }
                }
                @if !finding.sources.is_empty() {
                    dt { (shown.word("part-sources")) }
                    dd { ul { @for source in &finding.sources { li { (self::source(shown, source)) } } } }
                }
                dt { (shown.word("part-key")) }
                dd { code { (finding.key) } }
            }
        }
    }
}

/// Published shares below the amount of a finding, as bars with a table behind them.
fn shut_out(shown: &Shown, finding: &Finding) -> Markup {
    /// Sizes of the chart, in its own units.
    const LABEL: f64 = 126.0;
    const ROOM: f64 = 134.0;
    const ROW: f64 = 24.0;
    let Some((shares, amount)) = shares::of(finding) else { return html! {} };
    let step_name = |step: &shares::Step| shown.share(step.kind, &[("amount", pounds(step.amount))]);
    let of = |message: &str| format!("{message}-{}", shares.name);
    let args = [("share", grouped(shares.below(amount))), ("year", shares.year.to_owned())];
    let sentence = shown.share(shares.name, &args);
    let height = ROW * shares.steps.len() as f64;
    let rows = shares.steps.iter().scan(0.0, |y, step| {
        *y += ROW;
        Some((step, *y - ROW, step.percent / 100.0 * ROOM))
    });
    html! {
        figure.share {
            p { strong { (shown.share("heading", &[])) ": " } (sentence) }
            svg viewBox=(format!("0 0 300 {height}")) role="img" aria-label=(sentence) {
                @for (step, y, length) in rows {
                    text x="0" y=(y + 16.0) { (step_name(step)) }
                    rect.reached[amount >= step.amount] x=(LABEL) y=(y + 4.0) width=(length) height=(ROW - 8.0);
                    text x=(LABEL + length + 6.0) y=(y + 16.0) { (grouped(step.percent.floor())) "%" }
                }
            }
            figcaption {
                (shown.share(&of("chart"), &[("amount", pounds(amount))])) " " (shown.share("source", &[])) " "
                a href=(shares.link) rel="noreferrer" { (shares.source) } ", " (shares.year) "; "
                (shown.share("read", &[("date", remarks::day(shares.checked))])) "."
            }
            details {
                summary { (shown.share("table", &[])) }
                table {
                    tr { th { (shown.share(&of("column"), &[])) } th { (shown.share("column-share", &[])) } }
                    @for step in shares.steps { tr { td { (step_name(step)) } td { (grouped(step.percent)) "%" } } }
                }
            }
        }
    }
}

fn set_aside(shown: &Shown) -> Markup {
    let gone = &shown.report.coverage.gone;
    html! {
        @if !gone.is_empty() || shown.set_aside().next().is_some() {
            section aria-labelledby="set-aside" {
                h2 #set-aside { (shown.word("heading-set-aside")) }
                p { (shown.word("set-aside-text")) }
                @for (finding, aside) in shown.set_aside() {
                    article.finding data-weight="aside" data-rule=(finding.rule) {
                        h3 { (line(&finding.title)) }
                        p { (line(&finding.message)) }
                        @for place in &finding.places { (quote(shown, place)) }
                        dl {
                            dt { (shown.part("part-reason")) }
                            dd { (line(&shown.reason(aside))) }
                            dt { (shown.word("part-key")) }
                            dd { code { (finding.key) } }
                        }
                    }
                }
                @if !gone.is_empty() {
                    ul { @for aside in gone { li { (line(&shown.gone(aside))) } } }
                }
            }
        }
    }
}

fn settings(shown: &Shown) -> Markup {
    let rules = shown.report.settings.as_ref().map(|s| s.rules.as_slice()).unwrap_or_default();
    html! {
        @if !rules.is_empty() {
            section aria-labelledby="settings" {
                h2 #settings { (shown.word("heading-settings")) }
                ul {
                    @for own in rules { li { code { (own.rule) } ": " (line(&shown.setting(own))) } }
                }
            }
        }
    }
}

fn quote(shown: &Shown, place: &Place) -> Markup {
    html! {
        figure {
            blockquote { p { "“" (line(&place.quote)) "”" } }
            figcaption.place { (line(&shown.place(place))) }
        }
    }
}

fn source(shown: &Shown, source: &super::Source) -> Markup {
    let text = line(&shown.source(source));
    html! {
        @if let Some(link) = source.web() { a href=(link) rel="noreferrer" { (text) } } @else { (text) }
        @if let Some(says) = &source.says { ": " (line(says)) }
    }
}

fn undecided(shown: &Shown) -> Markup {
    let undecided = &shown.report.coverage.undecided;
    html! {
        @if !undecided.is_empty() {
            section aria-labelledby="undecided" {
                h2 #undecided { (shown.word("heading-undecided")) }
                ul {
                    @for entry in undecided { li { code { (entry.rule) } ": " (line(&entry.reason)) } }
                }
            }
        }
    }
}
