//! The summary as one page that needs nothing else: no script, no font, no connection.

use maud::{Markup, html};

use super::notice::Kind;
use super::summary::{Group, LEAST, Summary, Tally, interval};
use crate::barriers::rule::RULES;
use crate::report::html::page;
use crate::report::line;
use crate::words::{Args, Words, grouped};

/// What this page has besides the style of reports.
const OWN_STYLE: &str = include_str!("page.css");

/// The size of the chart, in its own units.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 160.0;

/// Writes the page. Every word that comes from a notice is escaped.
pub fn write(summary: &Summary) -> String {
    let title = say("title", &[("notices", number(summary.all.notices))]);
    let body = html! {
        header {
            h1 { (title) }
            p { (say("lead", &[("rows", number(summary.rows)), ("notices", number(summary.all.notices))])) }
        }
        main {
            @if summary.all.notices == 0 {
                p { (word("nothing")) }
            } @else {
                (overview(summary))
                (barriers(&summary.all))
                (months(&summary.months))
                (groups("regions", "column-region", &summary.regions, region))
                (groups("cpv", "column-cpv", &summary.cpv, cpv))
                (groups("buyers", "column-buyer", &summary.buyers, line))
            }
        }
        footer {
            p { (not_counted(summary)) }
            p { (say("made-by", &[("version", summary.version.to_owned())])) }
        }
    };
    page(&title, OWN_STYLE, &body)
}

fn say(message: &str, args: &Args) -> String {
    Words::spoken().say("screen", message, None, args).unwrap_or_else(|| message.to_owned())
}

fn word(message: &str) -> String {
    say(message, &[])
}

fn number(count: u64) -> String {
    grouped(count as f64)
}

fn share(count: u64, of: u64) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn range(count: u64, of: u64) -> String {
    let [low, high] = interval(count, of);
    format!("{:.0}–{:.0} %", low * 100.0, high * 100.0)
}

fn not_counted(summary: &Summary) -> String {
    let of = |kind| number(summary.kinds.get(&kind).copied().unwrap_or(0));
    let args = [
        ("awards", of(Kind::Award)),
        ("planning", of(Kind::Planning)),
        ("other", of(Kind::Other)),
        ("repeated", number(summary.repeated)),
        ("unread", number(summary.unread)),
    ];
    say("not-counted", &args)
}

fn overview(summary: &Summary) -> Markup {
    let Tally { notices, barrier, high, .. } = summary.all;
    html! {
        dl.figures {
            div { dt { (word("share-any")) } dd { (percent(share(barrier, notices))) } }
            div { dt { (word("share-high")) } dd { (percent(share(high, notices))) } }
        }
        p { (word("caution")) }
        p { (say("few", &[("least", LEAST.to_string())])) }
    }
}

/// A bar with a mark for the range of the share.
fn bar(count: u64, of: u64) -> Markup {
    let [low, high] = interval(count, of);
    let at = |share: f64| format!("{:.1}", share * 100.0);
    html! {
        svg.bar viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" {
            rect.all width="100" height="8" {}
            rect.share width=(at(share(count, of))) height="8" {}
            rect.range x=(at(low)) y="3" width=(at(high - low)) height="2" {}
        }
    }
}

fn shares(count: u64, of: u64) -> Markup {
    html! {
        td.number { (percent(share(count, of))) }
        td.chart { (bar(count, of)) }
        td.number { (range(count, of)) }
    }
}

fn barriers(all: &Tally) -> Markup {
    let mut rules: Vec<(&String, u64)> = all.rules.iter().map(|(rule, count)| (rule, *count)).collect();
    rules.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let title = |id: &str| {
        RULES.iter().find(|rule| rule.id == id).map_or_else(|| id.to_owned(), |rule| rule.title().to_owned())
    };
    html! {
        h2 id="barriers" { (word("heading-barriers")) }
        div.wide tabindex="0" role="region" aria-labelledby="barriers" {
            table {
                thead { tr {
                    th scope="col" { (word("column-barrier")) }
                    th.number scope="col" { (word("column-notices")) }
                    th.number scope="col" { (word("column-share")) }
                    td {}
                    th.number scope="col" { (word("column-range")) }
                } }
                tbody {
                    @for (rule, count) in rules {
                        tr {
                            th scope="row" { (title(rule)) " " code { (rule) } }
                            td.number { (number(count)) }
                            (shares(count, all.notices))
                        }
                    }
                }
            }
        }
    }
}

fn months(months: &[Group]) -> Markup {
    let shown: Vec<&Group> =
        months.iter().filter(|month| month.tally.notices >= LEAST && !month.name.is_empty()).collect();
    html! {
        h2 id="months" { (word("heading-months")) }
        @if let [first, .., last] = shown.as_slice() {
            @let label = say("chart-months", &[("first", first.name.clone()), ("last", last.name.clone())]);
            figure.line {
                svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(label) {
                    @for at in [0.25, 0.5, 0.75] {
                        line.grid x1="0" x2=(WIDTH) y1=(HEIGHT * at) y2=(HEIGHT * at) {}
                    }
                    polyline.any points=(points(&shown, |tally| tally.barrier)) {}
                    polyline.high points=(points(&shown, |tally| tally.high)) {}
                }
                figcaption { (label) }
            }
        }
        (table("months", "column-month", months, &|name| name.to_owned()))
    }
}

fn points(months: &[&Group], count: fn(&Tally) -> u64) -> String {
    let step = WIDTH / (months.len() - 1) as f64;
    let point = |(at, month): (usize, &&Group)| {
        let share = share(count(&month.tally), month.tally.notices);
        format!("{:.1},{:.1}", at as f64 * step, HEIGHT * (1.0 - share))
    };
    months.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
}

fn groups(id: &str, column: &str, groups: &[Group], name: impl Fn(&str) -> String) -> Markup {
    html! {
        h2 id=(id) { (word(&format!("heading-{id}"))) }
        (table(id, column, groups, &name))
    }
}

/// The groups that are large enough, in order of their names, and how many are not.
fn table(id: &str, column: &str, groups: &[Group], name: &dyn Fn(&str) -> String) -> Markup {
    let (shown, few): (Vec<&Group>, Vec<&Group>) = groups.iter().partition(|group| group.tally.notices >= LEAST);
    let years = shown.iter().any(|group| !group.years.is_empty());
    let args = [
        ("groups", few.len().to_string()),
        ("least", LEAST.to_string()),
        ("notices", number(few.iter().map(|group| group.tally.notices).sum())),
    ];
    html! {
        @if !shown.is_empty() {
            div.wide tabindex="0" role="region" aria-labelledby=(id) {
                table {
                    thead { tr {
                        th scope="col" { (word(column)) }
                        th.number scope="col" { (word("column-notices")) }
                        th.number scope="col" { (word("column-any")) }
                        th.number scope="col" { (word("column-high")) }
                        td {}
                        th.number scope="col" { (word("column-range")) }
                        @if years { th scope="col" { (word("column-years")) } }
                    } }
                    tbody {
                        @for group in shown {
                            @let Tally { notices, barrier, high, .. } = group.tally;
                            tr {
                                th scope="row" {
                                    @if group.name.is_empty() { (word("not-stated")) } @else { (name(&group.name)) }
                                }
                                td.number { (number(notices)) }
                                td.number { (percent(share(barrier, notices))) }
                                (shares(high, notices))
                                @if years { td { (by_year(group)) } }
                            }
                        }
                    }
                }
            }
        }
        p.place { (say("too-few", &args)) }
    }
}

/// A column a year, as high as its share; a year of few notices has none.
fn by_year(group: &Group) -> Markup {
    let text: Vec<String> = group
        .years
        .iter()
        .map(|(year, [notices, high])| {
            say("year", &[("year", year.clone()), ("high", number(*high)), ("notices", number(*notices))])
        })
        .collect();
    let text = text.join("; ");
    let columns = group.years.values().enumerate().filter(|(_, [notices, _])| *notices >= LEAST);
    html! {
        svg.years viewBox={ "0 0 " (group.years.len() * 10) " 20" } role="img" aria-label=(text) {
            title { (text) }
            @for (at, [notices, high]) in columns {
                @let tall = 20.0 * share(*high, *notices);
                rect.all x=(at * 10) width="8" height="20" {}
                rect.share x=(at * 10) y=(format!("{:.1}", 20.0 - tall)) width="8" height=(format!("{tall:.1}")) {}
            }
        }
    }
}

fn region(code: &str) -> String {
    Words::spoken().say("screen", &format!("region-{code}"), None, &[]).unwrap_or_else(|| line(code))
}

fn cpv(division: &str) -> String {
    match Words::spoken().say("screen", &format!("cpv-{division}"), None, &[]) {
        Some(name) => format!("{division} {name}"),
        None => line(division),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Row;
    use super::super::summary::Counting;
    use super::*;

    fn notice(number: u64, buyer: &str) -> Row {
        Row {
            ocid: format!("ocds-{number}"),
            kind: Kind::Tender,
            buyer: buyer.into(),
            region: "UKM".into(),
            cpv: "85000000".into(),
            published: format!("2026-0{}-02", 1 + number % 3),
            high: if number.is_multiple_of(4) { vec!["insurance.public-liability".into()] } else { vec![] },
            ..Row::default()
        }
    }

    #[test]
    fn groups_of_few_notices_are_not_shown() {
        let mut counting = Counting::default();
        (0..80).for_each(|number| counting.add(&notice(number, "Brook <Council>")));
        (100..119).for_each(|number| counting.add(&notice(number, "Hill Council")));
        let page = write(&counting.finish());
        assert!(page.contains("Brook &lt;Council&gt;") && !page.contains("Hill Council"));
        assert!(page.contains("One more has fewer than 20 notices, 19 in all."));
        assert!(page.contains("Scotland") && page.contains("85 Health and social care"));
        assert!(page.contains("polyline") && page.contains("Public liability <code>insurance.public-liability</code>"));
    }

    #[test]
    fn a_page_of_nothing_says_so() {
        assert!(write(&Counting::default().finish()).contains("no notice that asks for bids was read"));
    }
}
