//! Runs the examples of the rule pages: a block `found` must give a finding of the page's rule, a block `silent` none.
//!
//! ````text
//! ```found medium value=45000 months=12 nation=england
//! Public liability insurance of £10m is required.
//! ```
//! ````
//!
//! Behind `found` may stand a severity (`high`, `medium`, `low`) or another bucket than barrier (`query`, `missing`,
//! `enabler`), then circumstances by the names of the command line. The text is read as Markdown; a line
//! `=== terms.md` begins another document of the same pack, `=== scan.pdf | no_text_layer 2 3` one of which these pages
//! could not be read.

use tender_check::barriers::rule::{RULES, Rule};
use tender_check::document::{Document, Format, Unread};
use tender_check::report::{Bucket, Finding, Severity};
use tender_check::{Given, Pack, read};

struct Example<'p> {
    found: bool,
    bucket: Bucket,
    severity: Option<Severity>,
    given: Given,
    text: String,
    line: usize,
    rule: &'p Rule,
}

fn examples(rule: &Rule) -> Vec<Example<'_>> {
    let mut out = vec![];
    let mut lines = rule.page.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let text: String =
            lines.by_ref().map(|l| l.1).take_while(|l| !l.starts_with("```")).flat_map(|l| [l, "\n"]).collect();
        let mut words = info.split(' ');
        let found = match words.next() {
            Some("found") => true,
            Some("silent") => false,
            _ => continue,
        };
        let given = Given::default();
        let mut example =
            Example { found, bucket: Bucket::Barrier, severity: None, given, text, line: number + 1, rule };
        words.for_each(|word| example.take(word));
        out.push(example);
    }
    out
}

fn document(head: &str, text: &str) -> Document {
    let Some((name, unread)) = head.split_once(" | ") else { return read::read(head, text.as_bytes()) };
    let mut words = unread.split(' ');
    let why = words.next().expect("a reason");
    let why = serde_json::from_value(why.into()).expect("a reason why something was not read");
    let pages = words.map(|page| page.parse().expect("a page")).collect();
    // Its text is read as Markdown, whatever the name says; none is no text, not an empty file.
    let blocks = if text.is_empty() { vec![] } else { read::read("example.md", text.as_bytes()).blocks };
    Document {
        blocks,
        unread: vec![Unread { why, pages, detail: None }],
        ..Document::unread(name, Format::Pdf, why, None)
    }
}

impl Example<'_> {
    fn take(&mut self, word: &str) {
        let json = |value: &str| serde_json::Value::from(value);
        match word.split_once('=') {
            None => match word {
                "high" => self.severity = Some(Severity::High),
                "medium" => self.severity = Some(Severity::Medium),
                "low" => self.severity = Some(Severity::Low),
                other => self.bucket = serde_json::from_value(json(other)).expect("a bucket or a severity"),
            },
            Some(("value", value)) => self.given.value = Some(value.parse().expect("a number")),
            Some(("months", value)) => self.given.months = Some(value.parse().expect("a number")),
            Some(("nation", value)) => self.given.nation = Some(serde_json::from_value(json(value)).expect("a nation")),
            Some(("regime", value)) => self.given.regime = Some(serde_json::from_value(json(value)).expect("a regime")),
            Some(("buyer", value)) => self.given.buyer = Some(serde_json::from_value(json(value)).expect("a buyer")),
            Some(("nature", value)) => self.given.nature = Some(serde_json::from_value(json(value)).expect("a nature")),
            Some(("as-of", value)) => self.given.as_of = Some(value.to_owned()),
            Some((other, _)) => panic!("{}: no circumstance is called {other}", self.rule.id),
        }
    }

    fn documents(&self) -> Vec<Document> {
        let mut files = vec![("example.md", String::new())];
        for line in self.text.lines() {
            match line.strip_prefix("=== ") {
                Some(head) => files.push((head, String::new())),
                None => files.last_mut().expect("the first").1.extend([line, "\n"]),
            }
        }
        let several = files.len() > 1;
        files.retain(|(head, text)| !several || *head != "example.md" || !text.is_empty());
        files.iter().map(|(head, text)| document(head, text)).collect()
    }

    fn run(&self) -> Result<(), String> {
        let report = Pack::understand(self.documents()).judge(&self.given);
        let own: Vec<&Finding> = report.findings.iter().filter(|f| f.rule == self.rule.id).collect();
        let fits = |f: &&Finding| f.bucket == self.bucket && (self.severity.is_none() || f.severity == self.severity);
        let right = if self.found { own.iter().any(fits) } else { own.is_empty() };
        if right {
            return Ok(());
        }
        let got: Vec<_> = own.iter().map(|f| (f.bucket, f.severity, &f.message)).collect();
        let facts: Vec<_> = report.facts.iter().map(|f| (&f.kind, &f.value, f.stance)).collect();
        let wanted = if self.found { "found" } else { "silent" };
        Err(format!(
            "{} line {}: {wanted}, but got {got:?}\n  facts: {facts:?}\n{}",
            self.rule.id, self.line, self.text
        ))
    }
}

#[test]
fn the_examples_of_every_rule_page_hold() {
    let all: Vec<Example> = RULES.iter().flat_map(examples).collect();
    let wrong: Vec<String> = all.iter().filter_map(|e| e.run().err()).collect();
    assert!(wrong.is_empty(), "{} of {} examples are wrong:\n\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

/// `cargo xtask new-rule` leaves such marks where something is to be written.
#[test]
fn every_rule_page_is_written() {
    let unwritten = |rule: &&Rule| rule.page.contains("… (");
    let unwritten: Vec<_> = RULES.iter().filter(unwritten).map(|rule| rule.id).collect();
    assert!(unwritten.is_empty(), "there is still something to write on the pages of {unwritten:?}");
}

#[test]
fn every_rule_page_has_examples_of_both_kinds() {
    for rule in RULES {
        let examples = examples(rule);
        let found = examples.iter().filter(|e| e.found).count();
        let silent = examples.len() - found;
        assert!(
            found >= 6 && silent >= 6,
            "{} has {found} examples of what it finds, {silent} of what it leaves",
            rule.id
        );
    }
}
