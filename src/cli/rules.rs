//! The rules, as a list or one by one.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::stdout;
use std::process::ExitCode;

use tender_check::barriers::rule::{RULES, Rule, near};
use tender_check::report::{Source, figure};
use tender_check::words::Words;

use super::{Trouble, print};

/// Prints the list of the rules, or the page of the one that is named by its name or its code.
pub fn show(name: Option<&str>) -> Result<ExitCode, Trouble> {
    let Some(name) = name else { return print(stdout().lock(), &list()).map(|()| ExitCode::SUCCESS) };
    let named = |r: &&Rule| r.id.eq_ignore_ascii_case(name) || r.code.eq_ignore_ascii_case(name);
    let pages: Vec<String> = RULES.iter().filter(named).map(page).collect();
    if pages.is_empty() {
        return Err(Trouble::NoSuchRule(name.to_owned(), near(name)));
    }
    print(stdout().lock(), &pages.join("\n")).map(|()| ExitCode::SUCCESS)
}

/// A rule's page with its name, its code and the sources that its head names.
fn page(rule: &Rule) -> String {
    let text = rule.page.split_once("\n+++\n").map_or("", |p| p.1).trim();
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    let sources = rule.sources().filter(|e| !e.remembered);
    let sources: Vec<String> = sources.map(|e| format!("- {}", source(&e.source()))).collect();
    let sources = if sources.is_empty() { String::new() } else { format!("\n## Sources\n\n{}\n", sources.join("\n")) };
    let thresholds = rule.thresholds.iter().fold(String::new(), |mut list, (name, value)| {
        let _ = writeln!(list, "- `{name}` = {}", figure(*value));
        list
    });
    let heading = Words::spoken().say("cli", "rule-thresholds", None, &[]).unwrap_or_default();
    let thresholds = if thresholds.is_empty() { thresholds } else { format!("\n## {heading}\n\n{thresholds}") };
    format!("{title}\n\n`{}`, {}\n{rest}\n{sources}{thresholds}", rule.id, rule.code)
}

fn source(source: &Source) -> String {
    let part = |before: &str, text: &Option<String>, after: &str| {
        text.as_ref().map(|t| format!("{before}{t}{after}")).unwrap_or_default()
    };
    let (section, says) = (part(", ", &source.section, ""), part(": ", &source.says, ""));
    format!("{}{section}{says}{}", source.title, part(" <", &source.link, ">"))
}

fn list() -> String {
    let names = RULES.iter().map(|r| r.id.len()).max().unwrap_or(0);
    let codes = RULES.iter().map(|r| r.code.len()).max().unwrap_or(0);
    let families: BTreeSet<&str> = RULES.iter().map(|r| r.folder).collect();
    let mut out = String::new();
    for family in families {
        let _ = writeln!(out, "{}{family}", if out.is_empty() { "" } else { "\n" });
        for rule in RULES.iter().filter(|r| r.folder == family) {
            let _ = writeln!(out, "  {:names$}  {:codes$}  {}", rule.id, rule.code, rule.title());
        }
    }
    out
}
