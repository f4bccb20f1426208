//! What the shapes for people have in common: the words, the order, and how places and amounts are written.

use std::cmp::Reverse;

use serde::Serialize;

use super::{Bucket, FileCoverage, Finding, Known, Place, Problem, ReadState, Report, Severity, Source, remarks};
use crate::document::Format;
use crate::settings::{RuleSettings, SetAside};
use crate::words::{Args, Words, grouped, pounds};

/// A report with the words to show it.
pub(super) struct Shown<'r> {
    pub report: &'r Report,
    words: &'static Words,
}

/// One circumstance.
pub(super) struct Circumstance<'r> {
    pub name: String,
    /// None where it is not known.
    pub value: Option<String>,
    pub origin: String,
    pub places: &'r [Place],
}

/// One file.
pub(super) struct File<'r> {
    pub name: &'r str,
    pub state: ReadState,
    pub state_word: String,
    /// Type, pages, words, tables.
    pub about: String,
    pub problems: &'r [Problem],
}

/// Findings that belong together.
pub(super) struct Theme<'r> {
    pub name: String,
    pub findings: Vec<&'r Finding>,
}

impl<'r> Shown<'r> {
    pub fn new(report: &'r Report) -> Self {
        Self { report, words: Words::spoken() }
    }

    /// A message without gaps; its own name where there is no such message, so that nothing is silently left out.
    pub fn word(&self, message: &str) -> String {
        self.say(message, &[])
    }

    /// A message with its gaps filled.
    pub fn say(&self, message: &str, args: &Args) -> String {
        self.words.say("shapes", message, None, args).unwrap_or_else(|| message.to_owned())
    }

    /// A message on who an amount shuts out.
    pub fn share(&self, message: &str, args: &Args) -> String {
        self.words.say("shares", &format!("shares-{message}"), None, args).unwrap_or_default()
    }

    /// How many barriers there are; where there are none, whether anything was not read is told with it.
    pub fn result(&self) -> String {
        let barriers = self.of(Bucket::Barrier).count();
        let unread = self.report.coverage.files.iter().filter(|file| file.read != ReadState::Whole).count();
        if barriers == 0 && unread > 0 {
            return self.say("result-unread", &[("files", unread.to_string())]);
        }
        self.say("result", &[("barriers", barriers.to_string())])
    }

    pub fn counts(&self) -> String {
        let severity = |s| self.of(Bucket::Barrier).filter(|f| f.severity == Some(s)).count().to_string();
        let bucket = |b| self.of(b).count().to_string();
        let args = [
            ("high", severity(Severity::High)),
            ("medium", severity(Severity::Medium)),
            ("low", severity(Severity::Low)),
            ("queries", bucket(Bucket::Query)),
            ("missing", bucket(Bucket::Missing)),
            ("enablers", bucket(Bucket::Enabler)),
        ];
        self.say("counts", &args)
    }

    pub fn made_by(&self) -> String {
        self.say("made-by", &[("version", self.report.version.clone())])
    }

    pub fn rules_text(&self) -> String {
        self.say("rules-text", &[("count", self.report.coverage.rules.len().to_string())])
    }

    #[cfg(feature = "cli")]
    pub fn places_more(&self, count: usize) -> String {
        self.say("places-more", &[("count", count.to_string())])
    }

    /// The findings of a bucket that count, in the report's order.
    pub fn of(&self, bucket: Bucket) -> impl Iterator<Item = &'r Finding> {
        self.report.counted().filter(move |f| f.bucket == bucket)
    }

    /// The findings that were set aside, each with its set-aside.
    pub fn set_aside(&self) -> impl Iterator<Item = (&'r Finding, &'r SetAside)> {
        self.report.findings.iter().filter_map(|f| Some((f, f.set_aside.as_ref()?)))
    }

    /// Why it was set aside, by whom and when, as far as that is said.
    pub fn reason(&self, aside: &SetAside) -> String {
        let who: Vec<String> = aside.by.iter().cloned().chain(aside.on.iter().map(|on| remarks::day(on))).collect();
        let args = [("reason", aside.reason.clone()), ("who", who.join(", "))];
        self.say(if who.is_empty() { "aside-reason" } else { "aside-reason-who" }, &args)
    }

    /// What is said of a set-aside of which nothing is found.
    pub fn gone(&self, aside: &SetAside) -> String {
        let name = aside.title.clone().unwrap_or_else(|| aside.key.clone());
        self.say("aside-gone", &[("name", name), ("reason", self.reason(aside))])
    }

    /// That the report was made with an organisation's own settings, where it was.
    pub fn settings(&self) -> Option<String> {
        let settings = self.report.settings.as_ref()?;
        let off = settings.rules.iter().filter(|r| r.off).count();
        let args = [
            ("file", settings.file.clone().unwrap_or_default()),
            ("about", settings.about.clone().unwrap_or_default()),
            ("off", off.to_string()),
            ("changed", (settings.rules.len() - off).to_string()),
        ];
        let message = match (settings.about.is_some(), settings.file.is_some()) {
            (true, true) => "settings-about-file",
            (true, false) => "settings-about",
            (false, true) => "settings-file",
            (false, false) => "settings-own",
        };
        Some(format!("{} {}", self.say(message, &args), self.say("settings-count", &args)))
    }

    /// What is set for a rule, in a few words.
    pub fn setting(&self, own: &RuleSettings) -> String {
        let mut parts = vec![];
        if own.off {
            parts.push(self.word("setting-off"));
        }
        parts.extend(own.severity.map(|s| self.say("setting-severity", &[("severity", name(&s))])));
        parts.extend(own.thresholds.iter().map(|t| {
            let args = [("name", t.name.clone()), ("value", figure(t.value)), ("usual", figure(t.usual))];
            self.say("setting-threshold", &args)
        }));
        parts.extend(own.own.as_ref().map(|_| self.word("setting-words")));
        parts.extend(own.reason.as_ref().map(|reason| self.say("setting-reason", &[("reason", reason.clone())])));
        parts.join(" ")
    }

    /// The name of a part of a finding; of what an organisation adds, with whose words they are.
    pub fn part(&self, part: &str) -> String {
        let about = self.report.settings.as_ref().and_then(|s| s.about.clone());
        match (part.strip_suffix("-own"), about) {
            (Some(part), Some(about)) => self.say(&format!("{part}-of"), &[("about", line(&about))]),
            _ => self.word(part),
        }
    }

    /// What is said of a finding beside its message and its places, each part with its name.
    pub fn parts(&self, finding: &'r Finding) -> impl Iterator<Item = (String, &'r str)> {
        let why = if finding.bucket == Bucket::Enabler { "part-why-good" } else { "part-why" };
        let own = finding.own.as_ref();
        let parts = [
            ("part-sum", finding.test.as_ref().map(|test| &test.text)),
            (why, Some(&finding.why)),
            ("part-why-own", own.and_then(|own| own.why.as_ref())),
            ("part-suggestion", finding.suggestion.as_ref()),
            ("part-suggestion-own", own.and_then(|own| own.suggestion.as_ref())),
            ("part-question", finding.question.as_ref()),
        ];
        parts.into_iter().filter_map(|(name, text)| Some((self.part(name), text?.as_str())))
    }

    /// Barriers and queries by theme: the theme with the heaviest finding first, in each the heaviest first.
    pub fn themes(&self) -> Vec<Theme<'r>> {
        let mut themes: Vec<Theme> = vec![];
        for finding in self.of(Bucket::Barrier).chain(self.of(Bucket::Query)) {
            let name = self.theme(&finding.rule);
            match themes.iter_mut().find(|t| t.name == name) {
                Some(theme) => theme.findings.push(finding),
                None => themes.push(Theme { name, findings: vec![finding] }),
            }
        }
        for theme in &mut themes {
            theme.findings.sort_by_key(|f| Reverse(f.severity));
        }
        themes.sort_by_key(|t| Reverse(t.findings[0].severity));
        themes
    }

    /// What a rule's findings are grouped under.
    pub fn theme(&self, rule: &str) -> String {
        let first = rule.split('.').next().unwrap_or(rule);
        self.words.say("themes", &format!("theme-{first}"), None, &[]).unwrap_or_else(|| first.to_owned())
    }

    /// How much a finding weighs, as a name for style sheets and as a word.
    pub fn weight(&self, finding: &Finding) -> (String, String) {
        match finding.severity {
            Some(severity) => (name(&severity), self.named("weight", &severity)),
            None => (name(&finding.bucket), self.named("weight", &finding.bucket)),
        }
    }

    /// Where a passage stands: the file, the page, the clause, the heading above.
    pub fn place(&self, place: &Place) -> String {
        let mut parts = vec![self.document(place.document).to_owned()];
        parts.extend(place.page.map(|p| self.say("place-page", &[("page", p.to_string())])));
        let sheet = place.section.first().map_or("", String::as_str);
        let on_sheet = |cell: &String| self.say("place-cell", &[("cell", cell.clone()), ("sheet", line(sheet))]);
        parts.extend(place.cell.as_ref().map(on_sheet));
        parts.extend(place.number().map(|c| self.say("place-clause", &[("clause", c.to_owned())])));
        let below = place.section.last().filter(|_| place.cell.is_none() || place.section.len() > 1);
        parts.extend(below.map(|s| self.say("place-section", &[("section", line(s))])));
        parts.join(", ")
    }

    /// The name of a document of the report.
    pub fn document(&self, index: usize) -> &'r str {
        self.report.documents.get(index).map_or("", |d| &d.name)
    }

    pub fn source(&self, source: &Source) -> String {
        remarks::source(self.words, source)
    }

    pub fn files(&self) -> impl Iterator<Item = File<'r>> {
        self.report.coverage.files.iter().map(|file| self.file(file))
    }

    fn file(&self, file: &'r FileCoverage) -> File<'r> {
        let document = self.report.documents.get(file.document);
        let format = document.map_or(Format::Unknown, |d| d.format);
        let count = |message, n: usize| {
            let args = [("count", n.to_string()), ("shown", grouped(n as f64))];
            (n > 0).then(|| self.say(message, &args))
        };
        let pages = document.and_then(|d| d.pages).and_then(|p| count("pages-read", p as usize));
        let counts = [pages, count("words-read", file.words), count("tables-read", file.tables)];
        let about: Vec<String> =
            std::iter::once(self.named("format", &format)).chain(counts.into_iter().flatten()).collect();
        File {
            name: self.document(file.document),
            state: file.read,
            state_word: self.named("read", &file.read),
            about: about.join(", "),
            problems: &file.problems,
        }
    }

    pub fn circumstances(&self) -> Vec<Circumstance<'r>> {
        let all = &self.report.circumstances;
        let months = |n: &f64| self.say("months", &[("count", grouped(*n))]);
        let threshold = |above: &bool| self.word(if *above { "above-threshold" } else { "below-threshold" });
        vec![
            self.circumstance("value", &all.value, |v| pounds(*v)),
            self.circumstance("annual-value", &all.annual_value, |v| pounds(*v)),
            self.circumstance("term", &all.term, months),
            self.circumstance("nation", &all.nation, |n| self.named("nation", n)),
            self.circumstance("regime", &all.regime, |r| self.named("regime", r)),
            self.circumstance("buyer", &all.buyer, |b| self.named("buyer", b)),
            self.circumstance("nature", &all.nature, |n| self.named("nature", n)),
            self.circumstance("as-of", &all.as_of, |d| remarks::day(d)),
            self.circumstance("above-threshold", &all.above_threshold, threshold),
        ]
    }

    /// The word for one of the names that a type has in reports.
    fn named(&self, group: &str, value: &impl Serialize) -> String {
        self.word(&message(group, value))
    }

    fn circumstance<T>(&self, name: &str, known: &'r Known<T>, show: impl Fn(&T) -> String) -> Circumstance<'r> {
        Circumstance {
            name: self.word(&format!("circumstance-{name}")),
            value: known.value.as_ref().map(show),
            origin: self.named("origin", &known.origin),
            places: &known.places,
        }
    }
}

/// The message for a name: `nation-northern-ireland`.
fn message(group: &str, value: &impl Serialize) -> String {
    format!("{group}-{}", name(value).replace(['_', ' '], "-"))
}

/// The name that a value of a type of the report has in JSON.
fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| Some(v.as_str()?.to_owned())).unwrap_or_default()
}

/// A number with all its digits, and commas where it is whole.
pub fn figure(number: f64) -> String {
    if number.fract() == 0.0 { grouped(number) } else { number.to_string() }
}

/// Words of a document on one line, a bar between the cells of a row, without anything that steers a terminal.
pub fn line(text: &str) -> String {
    let text = calm(&text.trim().replace('\t', " | ").replace(char::is_whitespace, " "));
    text.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text without anything that steers a terminal or turns the direction of writing.
pub(super) fn calm(text: &str) -> String {
    let turns =
        |c| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars().filter(|&c| !c.is_control() && !turns(c)).collect()
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;
    use crate::barriers::rule::RULES;

    #[test]
    fn every_theme_has_a_name() {
        let words = Words::spoken();
        for rule in RULES {
            let theme = rule.id.split('.').next().unwrap();
            assert!(words.say("themes", &format!("theme-{theme}"), None, &[]).is_some(), "theme-{theme}");
        }
    }

    #[test]
    fn every_name_of_a_circumstance_has_words() {
        fn check<T: clap::ValueEnum + Serialize>(group: &str) {
            for value in T::value_variants() {
                let message = message(group, value);
                assert!(Words::spoken().say("shapes", &message, None, &[]).is_some(), "{message}");
            }
        }
        check::<crate::report::Nation>("nation");
        check::<crate::report::Regime>("regime");
        check::<crate::report::Buyer>("buyer");
        check::<crate::report::Nature>("nature");
    }

    #[test]
    fn a_line_has_no_breaks_and_steers_no_terminal() {
        assert_eq!(line(" Public\u{a0}liability\t£5m\r\n \u{1b}[31mred\u{202e} "), "Public liability | £5m [31mred");
    }
}
