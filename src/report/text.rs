//! The report as text for a terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSplitter, wrap};

use super::shown::{Shown, calm, line};
use super::{Bucket, Finding, Place, ReadState, Report};

/// Quotes longer than this many characters are cut: a terminal is for reading over.
const LONGEST_QUOTE: usize = 400;
/// A finding shows at most this many places, and says how many more there are.
const MOST_PLACES: usize = 3;
/// Narrower than this, wrapped text is harder to read than text that runs over the edge.
const NARROWEST: usize = 40;
/// Longer lines are hard to follow.
const WIDEST: usize = 100;

/// The report as text, wrapped to a width in columns, with ANSI styles that the caller may strip.
///
/// Words that come from documents are freed of all that steers a terminal.
pub fn write(report: &Report, width: usize) -> String {
    let shown = Shown::new(report);
    let mut out = Text::new(width);
    out.styled(0, Style::new().bold(), &shown.result());
    out.plain(0, &shown.counts());
    if let Some(settings) = shown.settings() {
        out.plain(0, &line(&settings));
    }
    out.read(&shown);
    out.circumstances(&shown);
    out.findings(&shown);
    out.list(&shown, "heading-missing", Bucket::Missing);
    out.list(&shown, "heading-enablers", Bucket::Enabler);
    out.set_aside(&shown);
    out.undecided(&shown);
    out.settings(&shown);
    out.heading(&shown.word("heading-rules"));
    out.plain(2, &shown.rules_text());
    out.blank();
    out.plain(0, &shown.word("not-advice"));
    out.into_string()
}

/// Text for a terminal, line by line.
pub(crate) struct Text {
    out: String,
    width: usize,
}

impl Text {
    /// Text of a width in columns.
    pub(crate) fn new(width: usize) -> Self {
        Self { out: String::new(), width: width.clamp(NARROWEST, WIDEST) }
    }

    /// All that was written.
    pub(crate) fn into_string(self) -> String {
        self.out
    }

    fn read(&mut self, shown: &Shown) {
        self.heading(&shown.word("heading-read"));
        for file in shown.files() {
            self.plain(2, &format!("{}: {}, {}", line(file.name), file.state_word, file.about));
            let style = if file.state == ReadState::None { AnsiColor::Red } else { AnsiColor::Yellow };
            for problem in file.problems {
                self.styled(4, style.on_default(), &problem.message);
            }
        }
    }

    fn circumstances(&mut self, shown: &Shown) {
        self.heading(&shown.word("heading-circumstances"));
        let all = shown.circumstances();
        let names = all.iter().map(|c| c.name.chars().count()).max().unwrap_or(0);
        for circumstance in all {
            let name = format!("{:names$}", circumstance.name);
            let text = match &circumstance.value {
                Some(value) => format!("{name}  {value} ({})", circumstance.origin),
                None => format!("{name}  {}", shown.word("not-known")),
            };
            self.hanging(2, names + 4, Style::new(), &text);
            if let Some(place) = circumstance.places.first() {
                self.dim(names + 4, &shown.place(place));
            }
        }
    }

    fn findings(&mut self, shown: &Shown) {
        let themes = shown.themes();
        if themes.is_empty() {
            self.heading(&shown.word("heading-findings"));
            self.plain(2, &shown.word("nothing-found"));
        }
        for theme in themes {
            self.heading(&theme.name);
            for (i, finding) in theme.findings.into_iter().enumerate() {
                self.separate(i);
                self.finding(shown, finding);
            }
        }
    }

    fn list(&mut self, shown: &Shown, heading: &str, bucket: Bucket) {
        for (i, finding) in shown.of(bucket).enumerate() {
            if i == 0 {
                self.heading(&shown.word(heading));
            }
            self.separate(i);
            self.finding(shown, finding);
        }
    }

    fn finding(&mut self, shown: &Shown, finding: &Finding) {
        let (weight, word) = shown.weight(finding);
        let style = match weight.as_str() {
            "high" => AnsiColor::Red.on_default().bold(),
            "medium" => AnsiColor::Yellow.on_default().bold(),
            "low" => AnsiColor::Cyan.on_default().bold(),
            "enabler" => AnsiColor::Green.on_default().bold(),
            _ => Style::new().bold(),
        };
        let lot = finding.lot.as_ref().map(|l| format!(" ({})", line(l))).unwrap_or_default();
        // Where the heading says what they are, the findings need not.
        let headed = matches!(finding.bucket, Bucket::Missing | Bucket::Enabler);
        let word = if headed { String::new() } else { format!("{}: ", word.to_uppercase()) };
        self.styled(2, style, &format!("{word}{}{lot}", line(&finding.title)));
        self.plain(4, &finding.message);
        self.places(shown, &finding.places);
        for (name, text) in shown.parts(finding) {
            self.hanging(4, 6, Style::new(), &format!("{name}: {}", line(text)));
        }
        if !finding.sources.is_empty() {
            self.plain(4, &format!("{}:", shown.word("part-sources")));
        }
        for source in &finding.sources {
            self.hanging(6, 8, Style::new(), &format!("- {}", shown.source(source)));
            if let Some(link) = &source.link {
                self.dim(8, link);
            }
        }
        self.dim(4, &format!("{}: {}", shown.word("part-key"), line(&finding.key)));
    }

    fn places(&mut self, shown: &Shown, places: &[Place]) {
        for place in places.iter().take(MOST_PLACES) {
            let quote = line(&place.quote);
            let cut = quote.char_indices().nth(LONGEST_QUOTE).map(|(at, _)| format!("{}…", &quote[..at]));
            self.hanging(4, 5, Style::new().italic(), &format!("“{}”", cut.unwrap_or(quote)));
            self.dim(6, &shown.place(place));
        }
        if places.len() > MOST_PLACES {
            self.dim(6, &shown.places_more(places.len() - MOST_PLACES));
        }
    }

    fn set_aside(&mut self, shown: &Shown) {
        let gone = &shown.report.coverage.gone;
        if gone.is_empty() && shown.set_aside().next().is_none() {
            return;
        }
        self.heading(&shown.word("heading-set-aside"));
        self.plain(2, &shown.word("set-aside-text"));
        for (finding, aside) in shown.set_aside() {
            self.blank();
            self.styled(2, Style::new().bold(), &line(&finding.title));
            self.plain(4, &finding.message);
            self.places(shown, &finding.places);
            self.hanging(4, 6, Style::new(), &format!("{}: {}", shown.word("part-reason"), line(&shown.reason(aside))));
            self.dim(4, &format!("{}: {}", shown.word("part-key"), line(&finding.key)));
        }
        for aside in gone {
            self.hanging(2, 4, Style::new(), &line(&shown.gone(aside)));
        }
    }

    fn settings(&mut self, shown: &Shown) {
        let Some(settings) = shown.report.settings.as_ref().filter(|s| !s.rules.is_empty()) else { return };
        self.heading(&shown.word("heading-settings"));
        for own in &settings.rules {
            self.hanging(2, 4, Style::new(), &format!("{}: {}", line(&own.rule), line(&shown.setting(own))));
        }
    }

    fn undecided(&mut self, shown: &Shown) {
        let undecided = &shown.report.coverage.undecided;
        if undecided.is_empty() {
            return;
        }
        self.heading(&shown.word("heading-undecided"));
        for entry in undecided {
            self.hanging(2, 4, Style::new(), &format!("{}: {}", entry.rule, entry.reason));
        }
    }

    pub(crate) fn heading(&mut self, text: &str) {
        self.blank();
        self.styled(0, Style::new().bold().underline(), text);
    }

    pub(crate) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A blank line between findings, none before the first.
    fn separate(&mut self, index: usize) {
        if index > 0 {
            self.blank();
        }
    }

    pub(crate) fn plain(&mut self, indent: usize, text: &str) {
        self.styled(indent, Style::new(), text);
    }

    pub(crate) fn dim(&mut self, indent: usize, text: &str) {
        self.styled(indent, Style::new().dimmed(), text);
    }

    pub(crate) fn styled(&mut self, indent: usize, style: Style, text: &str) {
        self.hanging(indent, indent, style, text);
    }

    /// Wrapped text without anything that steers a terminal: its first line indented by `first`, the others by `rest`.
    pub(crate) fn hanging(&mut self, first: usize, rest: usize, style: Style, text: &str) {
        let (initial, subsequent) = (" ".repeat(first), " ".repeat(rest));
        // Links and file names stay whole, so that they can be copied.
        let options = Options::new(self.width)
            .initial_indent(&initial)
            .subsequent_indent(&subsequent)
            .word_splitter(WordSplitter::NoHyphenation)
            .break_words(false);
        for row in wrap(&calm(text), options) {
            let words = row.trim_start();
            let indent = &row[..row.len() - words.len()];
            let _ = writeln!(self.out, "{indent}{style}{words}{style:#}");
        }
    }
}
