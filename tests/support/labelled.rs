//! The labelled set of the project: passages with the facts that they state, and traps that state none.
//!
//! `tests/labelled/FAMILY.toml` holds the facts whose kinds begin with the name of the file. A passage lists all facts of
//! its family: what is read beside them is false. A trap names kinds, or first parts of kinds, that must not be read.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use tender_check::fact::{Fact, Stance, Value};
use tender_check::{Given, Pack, read};

/// Least share of the facts read that must be right, in each family.
pub const PRECISION: f64 = 0.95;

/// Least share of the labelled facts that must be found, in each family.
pub const RECALL: f64 = 0.90;

/// Where the kinds of facts are listed.
const VOCABULARY: &str = include_str!("../../docs/report.md");

/// A file of the labelled set.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    /// First parts of kinds that belong to the family beside the name of the file.
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    passage: Vec<Passage>,
    #[serde(default)]
    trap: Vec<Trap>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    /// Markdown, where it is not plain.
    text: String,
    /// Read as plain text, such as is pasted.
    #[serde(default)]
    plain: bool,
    /// All facts of the family in the text; none where it is there for what must not be read beside.
    #[serde(default)]
    facts: Vec<Label>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    kind: String,
    value: Option<Value>,
    stance: Option<Stance>,
    equivalent: Option<bool>,
    timing: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trap {
    /// Markdown.
    text: String,
    never: Vec<String>,
}

/// What was counted in a family.
pub struct Tally {
    pub family: String,
    pub passages: usize,
    pub labels: usize,
    pub traps: usize,
    /// Labelled facts that were not read.
    pub missed: Vec<Fault>,
    /// Facts that were read and are not labelled.
    pub wrong: Vec<Fault>,
    /// Facts that a trap forbids, the first of each.
    pub bites: Vec<Fault>,
}

/// A fact that is missed or false.
#[derive(Clone)]
pub struct Fault {
    /// The fact in short: kind, value, stance.
    pub what: String,
    text: String,
}

impl Fault {
    /// The passage in one line.
    pub fn passage(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Tally {
    pub fn found(&self) -> usize {
        self.labels - self.missed.len()
    }

    /// Share of the facts read that are labelled.
    pub fn precision(&self) -> f64 {
        self.found() as f64 / (self.found() + self.wrong.len()).max(1) as f64
    }

    /// Share of the labelled facts that are read.
    pub fn recall(&self) -> f64 {
        self.found() as f64 / self.labels.max(1) as f64
    }

    /// All families together.
    pub fn all(tallies: &[Self]) -> Self {
        let sum = |count: fn(&Self) -> usize| tallies.iter().map(count).sum();
        let faults = |list: fn(&Self) -> &Vec<Fault>| tallies.iter().flat_map(list).cloned().collect();
        Self {
            family: "all".to_owned(),
            passages: sum(|t| t.passages),
            labels: sum(|t| t.labels),
            traps: sum(|t| t.traps),
            missed: faults(|t| &t.missed),
            wrong: faults(|t| &t.wrong),
            bites: faults(|t| &t.bites),
        }
    }

    fn read(family: &str, set: &Set) -> Self {
        let first = |kind: &str| kind.split('.').next().unwrap_or_default().to_owned();
        let mut tally = Self {
            family: family.to_owned(),
            passages: set.passage.len(),
            labels: 0,
            traps: set.trap.len(),
            missed: vec![],
            wrong: vec![],
            bites: vec![],
        };
        for Passage { text, plain, facts: labels } in &set.passage {
            let own = |kind: &str| first(kind) == family || set.also.contains(&first(kind));
            for Label { kind, .. } in labels {
                assert!(own(kind) && listed(&format!("`{kind}`")), "{family}.toml labels {kind}, not of it:\n{text}");
            }
            let mut facts: Vec<Fact> = facts(text, *plain).into_iter().filter(|f| own(&f.kind)).collect();
            // The closer ones choose first, so that a label of a kind alone does not take their facts.
            let mut labels: Vec<&Label> = labels.iter().collect();
            labels.sort_by_key(|l| (l.value.is_none(), l.stance.is_none()));
            tally.labels += labels.len();
            for label in labels {
                match facts.iter().position(|fact| label.fits(fact)) {
                    Some(at) => drop(facts.remove(at)),
                    None => tally.missed.push(Fault { what: label.shown(), text: text.clone() }),
                }
            }
            tally.wrong.extend(facts.iter().map(|fact| Fault { what: shown(fact), text: text.clone() }));
        }
        for Trap { text, never } in &set.trap {
            for kind in never {
                let known = [format!("`{kind}`"), format!("`{kind}.")].iter().any(|name| listed(name));
                assert!(known, "{family}.toml forbids {kind}, which nothing is called:\n{text}");
            }
            let forbidden = |f: &&Fact| {
                never
                    .iter()
                    .any(|n| f.kind.strip_prefix(n.as_str()).is_some_and(|r| r.is_empty() || r.starts_with('.')))
            };
            if let Some(fact) = facts(text, false).iter().find(forbidden) {
                tally.bites.push(Fault { what: shown(fact), text: text.clone() });
            }
        }
        tally
    }
}

impl Label {
    fn fits(&self, fact: &Fact) -> bool {
        let value = match (&self.value, &fact.value) {
            (None, _) => true,
            (Some(Value::Number(a)), Some(Value::Number(b))) => (a - b).abs() <= 0.005 * a.abs(),
            (a, b) => a == b,
        };
        self.kind == fact.kind
            && value
            && self.stance.is_none_or(|stance| stance == fact.stance)
            && (self.equivalent.is_none() || self.equivalent == fact.equivalent)
            && (self.timing.is_none() || self.timing.as_deref() == fact.timing.as_deref())
    }

    fn shown(&self) -> String {
        let value = self.value.as_ref().map_or_else(String::new, named);
        let stance = self.stance.map_or_else(String::new, |s| format!(" {s:?}"));
        let equivalent = self.equivalent.map_or_else(String::new, |e| format!(" equivalent={e}"));
        let timing = self.timing.as_ref().map_or_else(String::new, |t| format!(" timing={t}"));
        format!("{}{value}{stance}{equivalent}{timing}", self.kind)
    }
}

fn listed(name: &str) -> bool {
    VOCABULARY.contains(name)
}

fn shown(fact: &Fact) -> String {
    let value = fact.value.as_ref().map_or_else(String::new, named);
    format!("{}{value} {:?}", fact.kind, fact.stance)
}

fn named(value: &Value) -> String {
    match value {
        Value::Flag(flag) => format!(" {flag}"),
        Value::Number(number) => format!(" {number}"),
        Value::Text(text) => format!(" {text}"),
    }
}

fn facts(text: &str, plain: bool) -> Vec<Fact> {
    let document = read::read(if plain { "passage.txt" } else { "passage.md" }, text.as_bytes());
    Pack::understand(vec![document]).judge(&Given::default()).facts.to_vec()
}

/// Reads all sets below a folder and counts, family by family in the order of their names.
pub fn tallies(folder: &Path) -> Vec<Tally> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a folder that can be read").path()).collect();
    paths.sort();
    let tally = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let set: Set = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Tally::read(&path.file_stem().expect("a name").to_string_lossy(), &set)
    };
    paths.iter().filter(|path| path.extension().is_some_and(|e| e == "toml")).map(tally).collect()
}

/// The tallies as a table of Markdown, with a last line for all of them.
pub fn table(tallies: &[Tally]) -> String {
    let head = "| family | passages | labels | found | false | recall | precision | traps | that bite |\n\
                |---|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    let line = |t: &Tally| {
        let Tally { family, passages, labels, traps, wrong, bites, .. } = t;
        let (found, wrong, bites) = (t.found(), wrong.len(), bites.len());
        let (recall, precision) = (t.recall(), t.precision());
        format!(
            "| `{family}` | {passages} | {labels} | {found} | {wrong} | {recall:.2} | {precision:.2} | {traps} | {bites} |\n"
        )
    };
    let body: String = tallies.iter().chain([&Tally::all(tallies)]).map(line).collect();
    format!("{head}{}", body.replace("`all`", "all"))
}
