//! An organisation's own settings and findings set aside: what they change in a report, and what is said of wrong ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tender_check::barriers::rule::RULES;
use tender_check::document::Document;
use tender_check::read::read;
use tender_check::report::{Finding, Report, Severity};
use tender_check::settings::{LONGEST_TEXT, MOST_SET_ASIDE, SetAside, Settings};
use tender_check::{Given, Pack};

const TENDER: &str = "# Insurance

Public liability insurance of £10m must be held. Professional indemnity insurance of £5m must be held.

# Payment

Invoices are paid within 60 days of receipt.
";

fn settings(file: &Value) -> Settings {
    Settings::read(&file.to_string()).expect("settings without a fault")
}

fn given(settings: Option<Settings>, set_aside: Vec<SetAside>) -> Given {
    Given { value: Some(60_000.0), months: Some(12.0), settings, set_aside, ..Given::default() }
}

fn judge(text: &str, given: &Given) -> Report {
    Pack::understand(vec![read("tender.md", text.as_bytes())]).judge(given)
}

fn with(file: &Value) -> Report {
    judge(TENDER, &given(Some(settings(file)), vec![]))
}

fn of<'r>(report: &'r Report, rule: &str) -> Vec<&'r Finding> {
    report.findings.iter().filter(|f| f.rule == rule).collect()
}

const RULE: &str = "insurance.public-liability";

#[test]
fn without_settings_a_report_says_nothing_of_them() {
    let report = judge(TENDER, &given(None, vec![]));
    assert_eq!(of(&report, RULE)[0].severity, Some(Severity::High));
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!((json.get("settings"), json["coverage"].get("gone")), (None, None));
    assert!(
        json["findings"].as_array().unwrap().iter().all(|f| f.get("own").is_none() && f.get("set_aside").is_none())
    );
}

#[test]
fn a_rule_that_is_turned_off_finds_nothing_and_is_not_among_those_looked_for() {
    let report = with(&json!({ "rules": { RULE: { "off": true, "reason": "Our insurer decides." } } }));
    assert!(of(&report, RULE).is_empty());
    assert!(!report.coverage.rules.iter().any(|r| r == RULE));
    assert!(!of(&report, "insurance.professional-indemnity").is_empty());
    let shown = serde_json::to_value(report.settings).unwrap();
    assert_eq!(shown, json!({ "rules": [{ "rule": RULE, "off": true, "reason": "Our insurer decides." }] }));
    let undecided = judge(
        "Public liability insurance of £10m must be held.",
        &Given { settings: Some(settings(&json!({ "rules": { RULE: { "off": true } } }))), ..Given::default() },
    );
    assert!(!undecided.coverage.undecided.iter().any(|u| u.rule == RULE));
}

#[test]
fn severities_thresholds_and_words_are_those_that_are_set() {
    let low = with(&json!({ "rules": { RULE: { "severity": "low" } } }));
    assert_eq!(of(&low, RULE)[0].severity, Some(Severity::Low));
    let free = with(&json!({ "rules": { RULE: { "thresholds": { "free": 10_000_000 } } } }));
    assert!(of(&free, RULE).is_empty());
    let set = &free.settings.as_ref().unwrap().rules[0].thresholds[0];
    assert_eq!((set.name.as_str(), set.value, set.usual), ("free", 10_000_000.0, 2_000_000.0));
    let own = with(&json!({ "rules": { RULE: { "why": " Ours. ", "suggestion": "Schedule 4." } } }));
    let own = of(&own, RULE)[0].own.clone().unwrap();
    assert_eq!((own.why.as_deref(), own.suggestion.as_deref()), (Some("Ours."), Some("Schedule 4.")));
}

#[test]
fn every_rule_can_be_turned_off_and_every_threshold_set() {
    let rule = |id: &str| RULES.iter().find(|r| r.id == id).unwrap();
    let entry = |id: &str| {
        let thresholds: BTreeMap<&str, f64> = rule(id).thresholds.iter().copied().collect();
        (id.to_owned(), json!({ "off": true, "thresholds": thresholds }))
    };
    let rules: BTreeMap<String, Value> = RULES.iter().map(|r| entry(r.id)).collect();
    let report = with(&json!({ "rules": rules }));
    assert_eq!(report.findings, []);
    assert_eq!((report.coverage.rules.len(), report.coverage.undecided.len()), (0, 0));
}

#[test]
fn no_law_is_said_to_be_broken_where_only_the_settings_ask_for_more() {
    let promise = settings(&json!({ "rules": { "payment.slow": { "thresholds": { "days": 14 } } } }));
    let act = |days: u32| {
        let given = Given {
            regime: Some(tender_check::report::Regime::ProcurementAct2023),
            buyer: Some(tender_check::report::Buyer::Local),
            ..given(Some(promise.clone()), vec![])
        };
        let report = judge(&format!("Invoices are paid within {days} days of receipt."), &given);
        let found = of(&report, "payment.slow");
        (found[0].severity, found[0].message.contains("without effect"))
    };
    assert_eq!(act(28), (Some(Severity::Medium), false));
    assert_eq!(act(45), (Some(Severity::High), true));
    let fixed = faults(&json!({ "rules": { "payment.slow": { "thresholds": { "by_law": 1 } } } }));
    assert!(fixed[0].contains("has no threshold “by_law”"), "{fixed:?}");
}

/// TOML makes tables in tables of a name that is not in quotation marks.
#[test]
fn names_of_rules_may_be_written_in_both_ways() {
    let flat = settings(&json!({ "rules": { RULE: { "off": true } } }));
    assert_eq!(settings(&json!({ "rules": { "insurance": { "public-liability": { "off": true } } } })), flat);
}

fn faults(file: &Value) -> Vec<String> {
    Settings::read(&file.to_string()).expect_err("a fault")
}

#[test]
fn what_is_not_known_is_a_fault_that_names_what_may_be_meant() {
    let of_rule = |own: Value| faults(&json!({ "rules": { RULE: own } })).join("\n");
    let cases = [
        (
            faults(&json!({ "rules": { "insurance.public-liabilty": {} } })).join("\n"),
            "There is no rule “insurance.public-liabilty”. Did you mean insurance.public-liability",
        ),
        (
            faults(&json!({ "rules": { "insurance": { "pubic-liability": {} } } })).join("\n"),
            "There is no rule “insurance.pubic-liability”. Did you mean insurance.public-liability",
        ),
        (faults(&json!({ "rules": { "zzz": {} } })).join("\n"), "There is no rule “zzz”."),
        (faults(&json!({ "rule": {} })).join("\n"), "There is no setting “rule”. Did you mean “rules”?"),
        (faults(&json!({ "xyz": {} })).join("\n"), "There is no setting “xyz”. There are about, file, rules."),
        (of_rule(json!({ "sevrity": "low" })), "There is no setting “sevrity”. Did you mean “severity”?"),
        (of_rule(json!({ "severity": "hgih" })), "“hgih” is no severity. There are high, medium and low."),
        (of_rule(json!({ "thresholds": { "fre": 1 } })), "has no threshold “fre”. Did you mean “free”?"),
        (of_rule(json!({ "thresholds": { "zzz": 1 } })), "has no threshold “zzz”. It has free, high_times"),
        (of_rule(json!({ "thresholds": { "free": "2m" } })), "is to be a number of 0 or more"),
        (of_rule(json!({ "thresholds": { "free": -1 } })), "is to be a number of 0 or more"),
        (of_rule(json!({ "off": "yes" })), "“insurance.public-liability.off” is to be true or false."),
        (of_rule(json!({ "why": 3 })), "“insurance.public-liability.why” is to be text in quotation marks."),
        (of_rule(json!({ "why": "x".repeat(LONGEST_TEXT + 1) })), "is longer than 2000 characters."),
        (of_rule(json!("off")), "“insurance.public-liability” is to be a table."),
        (
            faults(&json!({ "rules": { "enabler.small-lots": { "severity": "low" } } })).join("\n"),
            "enabler.small-lots finds no barriers",
        ),
        (
            faults(&json!({ "rules": { "insurance.at-tender": { "thresholds": { "x": 1 } } } })).join("\n"),
            "insurance.at-tender has no thresholds.",
        ),
        (
            faults(&json!({ "rules": { RULE: {}, "insurance": { "public-liability": {} } } })).join("\n"),
            "“insurance.public-liability” is set twice.",
        ),
        (faults(&json!([])).join("\n"), "not the JSON of a table"),
    ];
    for (said, wanted) in cases {
        assert!(said.contains(wanted), "{said}\n  instead of {wanted}");
    }
    let all = faults(&json!({ "x": 1, "rules": { "y": {}, RULE: { "off": 1, "severity": "z" } } }));
    assert_eq!(all.len(), 4, "every fault is told: {all:?}");
}

#[test]
fn what_is_given_comes_back_as_it_was_checked() {
    let file = json!({ "about": "Anytown", "rules": {
        RULE: { "severity": "low", "thresholds": { "free": 1 }, "why": "Why.", "reason": "Agreed." },
        "payment.slow": { "off": true, "suggestion": "Better." },
    } });
    let given = Given { months: Some(12.0), ..given(Some(settings(&file)), vec![aside("a:1")]) };
    assert_eq!(serde_json::from_value::<Given>(serde_json::to_value(&given).unwrap()).unwrap(), given);
}

#[test]
fn what_is_given_without_a_check_stays_within_bounds() {
    let error = |given: Value| serde_json::from_value::<Given>(given).unwrap_err().to_string();
    let rule = |own: Value| error(json!({ "settings": { "rules": [own] } }));
    let long = "x".repeat(LONGEST_TEXT + 1);
    let threshold =
        |value: Value| rule(json!({ "rule": RULE, "thresholds": [{ "name": "free", "value": value, "usual": 1 }] }));
    let asides: Vec<_> = (0..=MOST_SET_ASIDE).map(|i| json!({ "key": i.to_string(), "reason": "x" })).collect();
    let rules = vec![json!({ "rule": RULE }); MOST_SET_ASIDE + 1];
    let cases = [
        (error(json!({ "settings": { "rules": { RULE: {} } } })), "`rules` is not of its type"),
        (error(json!({ "settings": { "rules": rules } })), "`rules` is not of its type"),
        (error(json!({ "settings": { "about": long } })), "`about` is not of its type"),
        (rule(json!({})), "missing field `rule`"),
        (rule(json!({ "rule": RULE, "severity": "hgih" })), "`hgih` is no `severity`"),
        (rule(json!({ "rule": RULE, "own": { "why": long } })), "`why` is not of its type"),
        (threshold(json!(-1)), "`value` is not of its type"),
        (threshold(json!("1")), "`value` is not of its type"),
        (error(json!({ "set_aside": [{ "key": "a" }] })), "missing field `reason`"),
        (error(json!({ "set_aside": [{ "key": "a", "reason": "" }] })), "missing field `reason`"),
        (error(json!({ "set_aside": [{ "key": "a", "reason": long }] })), "`reason` is not of its type"),
        (error(json!({ "set_aside": asides })), "`set_aside` is not of its type"),
    ];
    for (said, wanted) in cases {
        assert!(said.starts_with(wanted), "{said}\n  instead of {wanted}");
    }
}

fn aside(key: &str) -> SetAside {
    SetAside { key: key.to_owned(), reason: "Agreed with the insurer.".to_owned(), ..SetAside::default() }
}

#[test]
fn a_finding_set_aside_stays_in_the_report_and_does_not_count() {
    let before = judge(TENDER, &given(None, vec![]));
    let finding = of(&before, RULE)[0];
    let after = judge(TENDER, &given(None, vec![aside("payment.slow:0"), aside(&finding.key)]));
    let same = of(&after, RULE)[0];
    assert_eq!((&same.message, &same.places, &same.key), (&finding.message, &finding.places, &finding.key));
    assert_eq!(same.set_aside, Some(aside(&finding.key)));
    assert_eq!(after.counted().count(), before.findings.len() - 1);
    assert_eq!(after.findings.len(), before.findings.len());
    assert_eq!(after.coverage.gone, [aside("payment.slow:0")], "what matches no finding is told");
    let json: Report = serde_json::from_value(serde_json::to_value(&after).unwrap()).unwrap();
    assert_eq!(json, after);
}

#[test]
fn what_is_wrong_with_a_file_of_set_asides_is_told() {
    let faults =
        |list: Value| SetAside::read(&json!({ "set-aside": list }).to_string()).expect_err("a fault").join(" ");
    assert!(faults(json!([{ "reason": "x" }])).contains("has no “key”"));
    assert!(faults(json!([{ "key": "a:1", "reason": " " }])).contains("“a:1” is set aside without a reason."));
    assert!(faults(json!([{ "key": "a", "reason": "b", "because": "c" }])).contains("There is no setting “because”"));
    assert!(
        faults(json!([{ "key": "a", "reason": "b" }, { "key": "a", "reason": "c" }])).contains("“a” is set twice.")
    );
    assert!(faults(json!("a")).contains("“set-aside” is to be a list of tables."));
    let many: Vec<_> = (0..=MOST_SET_ASIDE).map(|i| json!({ "key": i.to_string(), "reason": "x" })).collect();
    assert!(faults(json!(many)).contains("More than 5000"));
    let misspelt = SetAside::read(r#"{ "set_aside": [] }"#).expect_err("a fault").join(" ");
    assert!(misspelt.contains("Did you mean “set-aside”?"), "{misspelt}");
    assert_eq!(SetAside::read("{}"), Ok(vec![]));
}

/// Keys with the words of the finding's first place.
fn keys(documents: Vec<Document>) -> BTreeMap<String, String> {
    let report = Pack::understand(documents).judge(&Given::default());
    let quote = |f: &Finding| f.places.first().map(|p| p.quote.clone()).unwrap_or_default();
    report.findings.iter().map(|f| (f.key.clone(), quote(f))).collect()
}

const FORMS: [&str; 2] = ["text", "docx"];

fn pack(name: &str, form: &str) -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(name).join(form);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|p| read(&p.file_name().unwrap().to_string_lossy(), &fs::read(p).unwrap())).collect()
}

/// What of a pack's keys is lost by an edit.
fn lost(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<String> {
    before.iter().filter(|(key, _)| !after.contains_key(*key)).map(|(key, quote)| format!("{key} “{quote}”")).collect()
}

#[test]
fn keys_stay_when_something_is_written_or_renumbered_elsewhere() {
    use tender_check::document::{Block, Kind};
    for (name, form) in ["parish", "county", "scottish"].into_iter().flat_map(|n| FORMS.map(|f| (n, f))) {
        let documents = pack(name, form);
        let before = keys(documents.clone());
        assert!(before.len() > 10, "hardly anything was found in {name}");

        let mut renamed = documents.clone();
        for document in &mut renamed {
            document.name = format!("Final {}", document.name.replace('.', " v2."));
        }
        assert_eq!(lost(&before, &keys(renamed)), [""; 0], "{name}/{form}: renamed");

        let mut longer = documents.clone();
        for document in &mut longer {
            document.blocks.insert(1, Block::new(Kind::Paragraph, "Thank you for your interest in this work."));
            document.blocks.push(Block::new(Kind::Paragraph, "We look forward to hearing from you."));
        }
        assert_eq!(lost(&before, &keys(longer)), [""; 0], "{name}/{form}: sentences at both ends");

        let mut renumbered = documents.clone();
        for block in renumbered.iter_mut().flat_map(|d| &mut d.blocks) {
            block.label = block.label.as_ref().map(|label| next(label));
            if matches!(block.kind, Kind::Heading { .. }) && !block.text.starts_with("Lot") {
                block.text = next(&block.text);
            }
        }
        assert_eq!(lost(&before, &keys(renumbered)), [""; 0], "{name}/{form}: sections numbered anew");
    }
}

/// A label with its first number one higher, as where a section was put in before.
fn next(label: &str) -> String {
    let start = label.find(|c: char| c.is_ascii_digit()).filter(|&start| start < 8);
    let Some(start) = start else { return label.to_owned() };
    let end = label[start..].find(|c: char| !c.is_ascii_digit()).map_or(label.len(), |i| start + i);
    let number: u64 = label[start..end].parse().unwrap_or(0);
    format!("{}{}{}", &label[..start], number + 1, &label[end..])
}

#[test]
fn keys_do_not_depend_on_what_is_given() {
    let pack = Pack::understand(pack("county", "docx"));
    let keys = |given: &Given| -> BTreeMap<String, BTreeSet<String>> {
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for finding in pack.judge(given).findings {
            let place = finding.places.first().map(|p| (p.document, p.start));
            keys.entry(format!("{} {place:?} {:?}", finding.rule, finding.lot)).or_default().insert(finding.key);
        }
        keys
    };
    let (one, other) = (keys(&Given::default()), keys(&Given { value: Some(2e6), ..Given::default() }));
    let shared: Vec<_> = one.iter().filter_map(|(what, keys)| Some((keys, other.get(what)?))).collect();
    assert!(shared.len() > 10, "{one:?}");
    assert!(shared.iter().all(|(a, b)| a == b), "{shared:?}");
}

#[test]
fn the_same_words_in_two_lots_have_two_keys() {
    let lots = "# Lot 1: North\n\nLot 1 requires public liability insurance of £10m.\n\n\
                # Lot 2: South\n\nLot 2 requires public liability insurance of £5m.\n";
    let report = judge(lots, &given(None, vec![]));
    let keys: BTreeSet<&str> = report.findings.iter().map(|f| f.key.as_str()).collect();
    assert_eq!(keys.len(), report.findings.len());
    assert!(of(&report, RULE).len() > 1, "{:?}", report.findings);
}

const PAGE: &str = include_str!("../docs/settings.md");

/// The blocks of a page in their order: what stands behind the fence, and the text.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let blocks = page.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.split_once('\n')).collect()
}

/// Whether lines stand in a text, in their order; a line `…` stands for any lines.
fn shows(text: &str, wanted: &str) -> Result<(), String> {
    let mut rest = text;
    for part in wanted.trim_end().split("\n…\n") {
        let Some(at) = rest.find(part) else { return Err(format!("{text}\n  lacks, or has elsewhere:\n{part}")) };
        rest = &rest[at + part.len()..];
    }
    Ok(())
}

#[test]
fn the_examples_of_the_page_do_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut runs = 0;
    for (info, text) in blocks(PAGE) {
        match info {
            "toml" => {
                // Each example of settings begins anew.
                let name = text.lines().next().and_then(|l| l.strip_prefix("# ")).expect("the name of the file");
                for old in ["tender-check.toml", "tender-check.set-aside.toml"] {
                    let _ = fs::remove_file(folder.path().join(old));
                }
                fs::write(folder.path().join(name), text).unwrap();
            }
            "markdown" => fs::write(folder.path().join("tender.md"), text).unwrap(),
            "console" => {
                let (command, wanted) = text.split_once('\n').unwrap();
                let arguments = command.strip_prefix("$ tender-check ").expect("a command").split(' ');
                let mut run = assert_cmd::Command::cargo_bin("tender-check").unwrap();
                let output = run.current_dir(folder.path()).args(arguments).output().unwrap();
                let said = [output.stdout, output.stderr].concat();
                shows(&String::from_utf8(said).unwrap(), wanted).unwrap_or_else(|e| panic!("{command}\n{e}"));
                runs += 1;
            }
            "html" | "ts" => {}
            other => panic!("what is a block {other:?}?"),
        }
    }
    assert_eq!(runs, 3);
}

#[test]
fn the_page_names_every_setting() {
    let known = ["about", "off", "severity", "thresholds", "why", "suggestion", "reason", "key", "by", "on", "title"];
    for name in known {
        let named = PAGE.split('`').skip(1).step_by(2).any(|code| code.split(['.', ' ']).any(|word| word == name));
        assert!(named, "{name}");
    }
}
