//! The report as Markdown, for wikis, issues and papers.

use std::fmt::Write as _;

use super::shown::{Shown, line};
use super::{Bucket, Finding, Place, Report};

/// What Markdown, or HTML within it, would take for a mark of its own.
const MARKS: [char; 13] = ['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&', '$'];

/// The report as Markdown (`CommonMark`).
///
/// What comes from a document is escaped: none of it becomes a heading, a link or HTML.
pub fn write(report: &Report) -> String {
    let shown = Shown::new(report);
    let mut out = Markdown(String::new());
    out.heading(1, &shown.result());
    out.paragraph(&shown.counts());
    if let Some(settings) = shown.settings() {
        out.paragraph(&settings);
    }
    out.paragraph(&shown.word("not-advice"));
    out.read(&shown);
    out.circumstances(&shown);
    out.heading(2, &shown.word("heading-findings"));
    let themes = shown.themes();
    if themes.is_empty() {
        out.paragraph(&shown.word("nothing-found"));
    }
    for theme in themes {
        out.heading(3, &theme.name);
        for finding in theme.findings {
            out.finding(&shown, finding, 4);
        }
    }
    out.list(&shown, "heading-missing", Bucket::Missing);
    out.list(&shown, "heading-enablers", Bucket::Enabler);
    out.set_aside(&shown);
    out.rest(&shown);
    out.0
}

struct Markdown(String);

impl Markdown {
    fn read(&mut self, shown: &Shown) {
        self.heading(2, &shown.word("heading-read"));
        for file in shown.files() {
            self.item(&format!("**{}**: {}, {}", plain(file.name), plain(&file.state_word), plain(&file.about)));
            for problem in file.problems {
                let _ = writeln!(self.0, "  - {}", plain(&problem.message));
            }
        }
        self.0.push('\n');
    }

    fn circumstances(&mut self, shown: &Shown) {
        self.heading(2, &shown.word("heading-circumstances"));
        for circumstance in shown.circumstances() {
            let value = match &circumstance.value {
                Some(value) => format!("**{}** ({})", plain(value), plain(&circumstance.origin)),
                None => plain(&shown.word("not-known")),
            };
            let place = circumstance.places.first().map(|p| format!(" – {}", plain(&shown.place(p))));
            self.item(&format!("{}: {value}{}", plain(&circumstance.name), place.unwrap_or_default()));
        }
        self.0.push('\n');
    }

    fn list(&mut self, shown: &Shown, heading: &str, bucket: Bucket) {
        for (i, finding) in shown.of(bucket).enumerate() {
            if i == 0 {
                self.heading(2, &shown.word(heading));
            }
            self.finding(shown, finding, 3);
        }
    }

    fn finding(&mut self, shown: &Shown, finding: &Finding, level: usize) {
        // Where the heading says what they are, the findings need not.
        let weight = if level > 3 { format!("{}: ", shown.weight(finding).1) } else { String::new() };
        let lot = finding.lot.as_ref().map(|lot| format!(" ({lot})")).unwrap_or_default();
        self.heading(level, &format!("{weight}{}{lot}", finding.title));
        self.paragraph(&finding.message);
        self.places(shown, &finding.places);
        for (name, text) in shown.parts(finding) {
            let _ = writeln!(self.0, "**{}**: {}\n", plain(&name), plain(text));
        }
        if !finding.sources.is_empty() {
            let _ = writeln!(self.0, "**{}**:\n", plain(&shown.word("part-sources")));
            for source in &finding.sources {
                let text = plain(&shown.source(source));
                let text = source.web().map_or(text.clone(), |link| format!("[{text}](<{}>)", address(link)));
                let says = source.says.as_ref().map(|says| format!(": {}", plain(says))).unwrap_or_default();
                self.item(&format!("{text}{says}"));
            }
            self.0.push('\n');
        }
        self.key(shown, &finding.key);
    }

    fn places(&mut self, shown: &Shown, places: &[Place]) {
        for place in places {
            let _ = writeln!(self.0, "> “{}”  \n> {}\n", plain(&place.quote), plain(&shown.place(place)));
        }
    }

    fn key(&mut self, shown: &Shown, key: &str) {
        let _ = writeln!(self.0, "{}: {}\n", plain(&shown.word("part-key")), plain(key));
    }

    fn set_aside(&mut self, shown: &Shown) {
        let gone = &shown.report.coverage.gone;
        if gone.is_empty() && shown.set_aside().next().is_none() {
            return;
        }
        self.heading(2, &shown.word("heading-set-aside"));
        self.paragraph(&shown.word("set-aside-text"));
        for (finding, aside) in shown.set_aside() {
            self.heading(3, &finding.title);
            self.paragraph(&finding.message);
            self.places(shown, &finding.places);
            let _ = writeln!(self.0, "**{}**: {}\n", plain(&shown.word("part-reason")), plain(&shown.reason(aside)));
            self.key(shown, &finding.key);
        }
        for aside in gone {
            self.item(&plain(&shown.gone(aside)));
        }
        self.0.push('\n');
    }

    fn rest(&mut self, shown: &Shown) {
        if !shown.report.coverage.undecided.is_empty() {
            self.heading(2, &shown.word("heading-undecided"));
            for entry in &shown.report.coverage.undecided {
                self.item(&format!("{}: {}", plain(&entry.rule), plain(&entry.reason)));
            }
            self.0.push('\n');
        }
        if let Some(settings) = shown.report.settings.as_ref().filter(|s| !s.rules.is_empty()) {
            self.heading(2, &shown.word("heading-settings"));
            for own in &settings.rules {
                self.item(&format!("{}: {}", plain(&own.rule), plain(&shown.setting(own))));
            }
            self.0.push('\n');
        }
        self.heading(2, &shown.word("heading-rules"));
        self.paragraph(&shown.rules_text());
        let _ = writeln!(self.0, "{}", plain(&shown.made_by()));
    }

    fn heading(&mut self, level: usize, text: &str) {
        let _ = writeln!(self.0, "{} {}\n", "#".repeat(level), plain(text));
    }

    fn paragraph(&mut self, text: &str) {
        let _ = writeln!(self.0, "{}\n", plain(text));
    }

    fn item(&mut self, markdown: &str) {
        let _ = writeln!(self.0, "- {markdown}");
    }
}

/// A text on one line in which nothing is a mark of Markdown or HTML.
fn plain(text: &str) -> String {
    let text = line(text);
    let mut out = String::with_capacity(text.len());
    // What would begin a list, a rule or an underlined heading.
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - number.len();
    let listed = digits > 0 && number.starts_with(['.', ')']);
    for (at, c) in text.char_indices() {
        if MARKS.contains(&c) || (at == 0 && matches!(c, '-' | '+' | '=')) || (listed && at == digits) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// An address that ends neither the link nor the line.
fn address(link: &str) -> String {
    let breaks = |c: char| matches!(c, '<' | '>' | '\\') || c.is_whitespace() || c.is_control();
    link.chars().filter(|&c| !breaks(c)).collect()
}
