//! `docs/report.md` says all there is to say of the format: held against the schema and against what the program gives.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tender_check::barriers::rule::RULES;
use tender_check::fact::Fact;
use tender_check::{Given, Pack, read};

const PAGE: &str = include_str!("../docs/report.md");
const SCHEMA: &str = include_str!("../pkg/schema.json");

/// What stands between backquotes on the page.
fn documented() -> BTreeSet<&'static str> {
    PAGE.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// The kinds of fact on the page, with the units that each may have.
fn kinds() -> BTreeMap<&'static str, Vec<&'static str>> {
    let (_, list) = PAGE.split_once("### Kinds of fact").expect("a list of kinds");
    let (list, _) = list.split_once("\n## ").expect("an end of the list");
    let rows = list.lines().filter(|l| l.starts_with("| `"));
    rows.flat_map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let unit = cells[1].split_once('(').and_then(|(_, u)| u.split_once(')')).map_or("", |u| u.0);
        let units: Vec<&str> = unit.split(" or ").filter(|u| !u.is_empty()).collect();
        cells[0].split('`').skip(1).step_by(2).map(move |kind| (kind, units.clone()))
    })
    .collect()
}

/// All names of fields, and all names that a field may have as its value.
fn names(schema: &Value, out: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                out.extend(properties.keys().cloned());
            }
            let texts = fields
                .get("const")
                .into_iter()
                .chain(fields.get("enum").and_then(Value::as_array).into_iter().flatten());
            out.extend(texts.filter_map(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| names(field, out));
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, out)),
        _ => {}
    }
}

#[test]
fn every_field_and_every_name_is_explained() {
    let mut wanted = BTreeSet::new();
    names(&serde_json::from_str(SCHEMA).expect("a schema"), &mut wanted);
    assert!(wanted.len() > 60, "the schema was not understood");
    let documented = documented();
    let lacking: Vec<_> = wanted.iter().filter(|name| !documented.contains(name.as_str())).collect();
    assert!(lacking.is_empty(), "docs/report.md does not explain {lacking:?}");
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let inside = entries.flat_map(|p| if p.is_dir() { files(&p, ending) } else { vec![p] });
    inside.filter(|p| p.extension().is_some_and(|e| e == ending)).collect()
}

/// The facts of all examples of the rules' pages and of all example tenders.
fn facts() -> Vec<Fact> {
    let examples = RULES.iter().flat_map(|rule| rule.page.split("\n```").skip(1).step_by(2));
    let examples = examples.map(|example| ("example.md".to_owned(), example.as_bytes().to_vec()));
    let packs = files(Path::new("tests/packs"), "txt").into_iter();
    let packs = packs.map(|p| (p.display().to_string(), fs::read(&p).unwrap()));
    let each = examples.chain(packs);
    each.flat_map(|(name, bytes)| {
        Pack::understand(vec![read::read(&name, &bytes)]).judge(&Given::default()).facts.to_vec()
    })
    .collect()
}

#[test]
fn every_kind_of_fact_that_is_given_is_listed_with_its_unit() {
    let kinds = kinds();
    let mut wrong = BTreeSet::new();
    for fact in facts() {
        let unit = fact.unit.as_deref();
        let foreign = unit.is_some_and(|u| u.len() == 3 && u.bytes().all(|b| b.is_ascii_uppercase()));
        let listed = kinds.get(fact.kind.as_ref()).is_some_and(|units| match unit {
            None => true,
            Some(unit) => units.contains(&unit) || (foreign && units.contains(&"GBP")),
        });
        if !listed {
            wrong.insert(format!("{} ({})", fact.kind, unit.unwrap_or("no unit")));
        }
    }
    assert!(wrong.is_empty(), "docs/report.md does not list {wrong:?}");
}

#[test]
fn every_kind_of_fact_that_is_listed_is_in_the_program() {
    let sources: String = files(Path::new("src"), "rs").iter().map(|p| fs::read_to_string(p).unwrap()).collect();
    let kinds = kinds();
    assert!(kinds.len() > 20, "the list was not understood");
    let gone: Vec<_> = kinds.keys().filter(|kind| !sources.contains(&format!("\"{kind}\""))).collect();
    assert!(gone.is_empty(), "docs/report.md lists {gone:?}, which the program never gives");
}
