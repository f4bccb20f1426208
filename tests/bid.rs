//! Whole documents and a profile in, a whole assessment out.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tender_check::bid::{Assessment, Choice, Profile, State, Verdict, assess};
use tender_check::read::read;
use tender_check::report::Report;
use tender_check::{Given, Pack};

const PAGE: &str = include_str!("../docs/bidding.md");
const PACKS: [&str; 3] = ["parish", "county", "scottish"];
const PROFILES: [&str; 3] = ["meadow-works", "first-steps", "riverside"];

fn pack(name: &str) -> Report {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(name).join("docx");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the pack is there").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    let document = |path: &std::path::PathBuf| {
        read(&path.file_name().expect("a file").to_string_lossy(), &fs::read(path).expect("the file can be read"))
    };
    judged(&paths.iter().map(document).collect::<Vec<_>>())
}

fn judged(documents: &[tender_check::document::Document]) -> Report {
    Pack::understand(documents.to_vec()).judge(&Given { as_of: Some("2026-04-01".into()), ..Given::default() })
}

fn tender(text: &str) -> Report {
    judged(&[read("tender.md", text.as_bytes())])
}

fn profile(toml: &str) -> Profile {
    let table: toml::Value = toml::from_str(toml).expect("TOML");
    let mut json = serde_json::to_value(table).expect("JSON");
    // Days come as an object of their own.
    if let Some(all) = json.get_mut("in_progress").and_then(|v| v.as_object_mut()) {
        for day in all.values_mut() {
            *day = day["$__toml_private_datetime"].take();
        }
    }
    Profile::read(&json.to_string()).expect("a profile")
}

/// What stands between backquotes in the page on bidding.
fn documented() -> BTreeSet<&'static str> {
    PAGE.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// The names of all fields of a schema's own types, and all names that they may have as their value.
fn names(schema: &Value, out: &mut BTreeSet<String>) {
    let Value::Object(fields) = schema else { return };
    if let Some(Value::Object(properties)) = fields.get("properties") {
        out.extend(properties.keys().cloned());
    }
    let all = fields.get("enum").and_then(Value::as_array).into_iter().flatten().chain(fields.get("const"));
    out.extend(all.filter_map(Value::as_str).map(str::to_owned));
    let variants = fields.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    variants.for_each(|variant| names(variant, out));
}

#[test]
fn every_field_of_an_assessment_is_explained() {
    let schema: Value = serde_json::from_str(include_str!("../pkg/assessment.schema.json")).unwrap();
    let mut wanted = BTreeSet::new();
    names(&schema, &mut wanted);
    let of_report = ["Place", "Severity", "Source", "SourceKind"];
    let own = schema["$defs"].as_object().unwrap().iter().filter(|(name, _)| !of_report.contains(&name.as_str()));
    own.for_each(|(_, definition)| names(definition, &mut wanted));
    assert!(wanted.len() > 50, "the schema was not understood");
    let lacking: Vec<_> = wanted.iter().filter(|name| !documented().contains(name.as_str())).collect();
    assert!(lacking.is_empty(), "docs/bidding.md does not explain {lacking:?}");
}

#[test]
fn every_key_of_a_profile_is_explained() {
    let fault = Profile::read(r#"{"wholly-unknown": 1}"#).unwrap_err().remove(0);
    let (_, known) = fault.split_once("It has ").expect("a list of keys");
    let keys: Vec<&str> = known.trim_end_matches('.').split(", ").collect();
    assert!(keys.len() > 20);
    let lacking: Vec<_> = keys.iter().filter(|key| !documented().contains(*key)).collect();
    assert!(lacking.is_empty(), "docs/bidding.md does not explain {lacking:?}");
}

#[test]
fn the_page_shows_what_the_program_says() {
    let block = |kind: &str| {
        let (_, from) = PAGE.split_once(&format!("```{kind}\n")).expect("an example");
        from.split_once("\n```").expect("an end").0
    };
    let report = tender(block("markdown"));
    let assessment = assess(&report, &profile(block("toml")), &today("2026-10-01"));
    let shown = tender_check::bid::text::write(&assessment, &report, 100);
    let plain = anstream::adapter::strip_str(&shown).to_string();
    for part in block("console").lines().skip(1).filter(|line| *line != "…") {
        assert!(plain.lines().any(|line| line == part), "not said: {part}\n{plain}");
    }
}

fn known(name: &str) -> Profile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bid").join(format!("{name}.toml"));
    profile(&fs::read_to_string(path).expect("the profile is there"))
}

fn today(day: &str) -> Choice {
    Choice { today: Some(day.to_owned()), ..Choice::default() }
}

/// What an assessment says, without places and long words.
fn gist(assessment: &Assessment) -> String {
    let mut out = format!("{:?}\n", assessment.outcome.result);
    for lot in &assessment.lots {
        let _ = writeln!(out, "lot {}: {:?}", lot.name, lot.result);
    }
    for demand in &assessment.demands {
        let lot = demand.lot.as_ref().map(|lot| format!(" ({lot})")).unwrap_or_default();
        let curable = if demand.curable { " curable" } else { "" };
        let yours = demand.yours.as_deref().unwrap_or("-");
        let _ = writeln!(out, "{:?}{curable}: {}{lot}: {} / {yours}", demand.state, demand.kind, demand.asked);
    }
    let first = assessment.questions.list.iter().filter(|q| q.first).count();
    let _ = writeln!(out, "questions: {first} of {} first", assessment.questions.list.len());
    if let Some(cash) = &assessment.cash {
        let _ = writeln!(out, "cash: {} on {}, gap {:?}", cash.needed, cash.deepest_day, cash.gap);
    }
    for day in &assessment.dates {
        let _ = writeln!(out, "{} {}: {}", day.day, day.time.as_deref().unwrap_or_default(), day.kind);
    }
    for task in &assessment.checklist {
        let _ = writeln!(out, "[ ] {}", task.text);
    }
    out
}

#[test]
fn packs_and_profiles_give_what_was_read_and_approved() {
    for name in PACKS {
        let report = pack(name);
        for by in PROFILES {
            let assessment = assess(&report, &known(by), &today("2026-02-03"));
            insta::assert_snapshot!(format!("{name}-{by}"), gist(&assessment));
        }
    }
}

#[test]
fn a_report_that_comes_back_as_json_gives_the_same() {
    let report = pack("county");
    let again: Report = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    let by = known("meadow-works");
    assert_eq!(assess(&report, &by, &today("2026-03-10")), assess(&again, &by, &today("2026-03-10")));
}

#[test]
fn without_a_profile_nothing_is_met_or_unmet() {
    for name in PACKS {
        let assessment = assess(&pack(name), &Profile::default(), &Choice::default());
        let wrong = |d: &&tender_check::bid::Demand| matches!(d.state, State::Met | State::NotMet);
        assert_eq!(assessment.demands.iter().find(wrong), None, "{name}");
        assert_eq!(assessment.outcome.result, Verdict::AskFirst, "{name}");
    }
}

fn state(text: &str, by: &str, kind: &str) -> (State, bool) {
    let assessment = assess(&tender(text), &profile(by), &today("2026-03-01"));
    let mut of_kind = assessment.demands.iter().filter(|d| d.kind == kind);
    let demand = of_kind.next().unwrap_or_else(|| panic!("no {kind} in {text}: {:?}", assessment.demands));
    (demand.state, demand.curable)
}

const TURNOVER: &str = "Tenderers must have a minimum annual turnover of £200,000.";

#[test]
fn turnover_is_proven_by_years() {
    let kind = "finance.turnover_minimum";
    assert_eq!(state(TURNOVER, "turnover = { 2024 = 210000, 2025 = 220000 }", kind).0, State::Met);
    assert_eq!(state(TURNOVER, "turnover = { 2024 = 110000, 2025 = 120000 }", kind).0, State::NotMet);
    assert_eq!(state(TURNOVER, "turnover = { 2024 = 110000, 2025 = 220000 }", kind).0, State::Ask);
    assert_eq!(state(TURNOVER, "staff = 3", kind).0, State::Open);
    let together = format!("{TURNOVER}\n\nConsortia are welcome to bid.");
    assert_eq!(state(&together, "turnover = { 2025 = 120000 }", kind).0, State::Ask);
}

#[test]
fn what_is_preferred_is_no_demand() {
    let text = "Public liability insurance of £5m is desirable. Bidders should preferably hold ISO 9001.";
    assert!(!tender(text).facts.is_empty());
    assert_eq!(assess(&tender(text), &Profile::default(), &Choice::default()).demands, []);
}

#[test]
fn cover_can_be_bought_unless_it_is_wanted_with_the_bid() {
    let kind = "insurance.public_liability";
    let by = "cover = { public_liability = 2000000 }";
    let at = |text: &str| {
        state(&format!("The supplier must hold public liability insurance of £5,000,000{text}."), by, kind)
    };
    assert_eq!(at(""), (State::ByStart, false));
    assert_eq!(at(" before the contract starts"), (State::ByStart, false));
    assert_eq!(at(" at the time of tender"), (State::NotMet, true));
    assert_eq!(at(" or commit to obtain it before the contract starts"), (State::ByStart, false));
    let held = "cover = { public_liability = 5000000 }";
    assert_eq!(state("The supplier must hold public liability insurance of £5,000,000.", held, kind).0, State::Met);
}

#[test]
fn certificates_are_known_by_their_names() {
    let kind = "accreditation.scheme";
    let text = "Bidders must hold Cyber Essentials at the time of tender.";
    assert_eq!(state(text, "accreditations = ['cyber essentials plus']", kind).0, State::Met);
    assert_eq!(state(text, "accreditations = []", kind), (State::NotMet, true));
    assert_eq!(state(text, "staff = 1", kind).0, State::Open);
    let iso = "Bidders must be certified to ISO 9001 or equivalent.";
    assert_eq!(state(iso, "accreditations = ['ISO 9001:2015']", kind).0, State::Met);
    assert_eq!(state(iso, "accreditations = []", kind).0, State::Ask);
}

#[test]
fn a_legal_form_is_proof_only_where_it_is_one() {
    let kind = "organisation.legal_form";
    let text = "Only limited companies may bid.";
    assert_eq!(state(text, "legal_form = 'CIC'", kind).0, State::Met);
    assert_eq!(state(text, "legal_form = 'sole trader'", kind).0, State::NotMet);
    assert_eq!(state(text, "legal_form = 'CIO'", kind).0, State::Ask);
    assert_eq!(state(text, "staff = 2", kind).0, State::Open);
}

#[test]
fn lots_that_are_not_chosen_do_not_count() {
    let (report, by) = (pack("scottish"), known("meadow-works"));
    let choice = Choice { lots: Some(vec!["Lot 3".to_owned()]), ..today("2026-01-15") };
    let assessment = assess(&report, &by, &choice);
    let lots: BTreeSet<_> = assessment.demands.iter().filter_map(|d| d.lot.as_deref()).collect();
    assert_eq!(lots, BTreeSet::from(["Lot 3"]));
    assert_eq!(assessment.lots.iter().filter(|lot| lot.chosen).count(), 1);
    assert_eq!(assessment.cash.expect("a value").price, 360_000.0);
}

#[test]
fn the_calendar_follows_its_standard() {
    let report = pack("parish");
    let write = |day: &str| assess(&report, &Profile::default(), &today(day)).calendar;
    let calendar = write("2026-02-03");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    assert!(calendar.contains("DTSTART;TZID=Europe/London:20260220T120000\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260212\r\n"));
    assert_eq!(calendar.matches("BEGIN:VTIMEZONE").count(), 1);
    let identities = |text: &str| text.lines().filter(|l| l.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(identities(&calendar), identities(&write("2026-02-10")));
    assert_eq!(identities(&calendar).iter().collect::<BTreeSet<_>>().len(), calendar.matches("BEGIN:VEVENT").count());
}

#[test]
fn questions_cite_the_clause_and_the_duty_and_come_once() {
    let assessment = assess(&pack("parish"), &known("meadow-works"), &today("2026-02-03"));
    let questions = &assessment.questions;
    assert_eq!((questions.deadline.as_deref(), questions.late), (Some("2026-02-12"), false));
    let texts: BTreeSet<_> = questions.list.iter().map(|q| &q.question).collect();
    assert_eq!(texts.len(), questions.list.len());
    let turnover = questions.list.iter().find(|q| q.text.contains("minimum turnover")).expect("a question on turnover");
    assert!(
        turnover.first && turnover.text.contains("clause (b)") && turnover.text.contains("section 85"),
        "{}",
        turnover.text
    );
    assert!(questions.letter.contains("12 February 2026") && questions.letter.ends_with("Meadow Works CIC"));
    assert!(questions.list.is_sorted_by_key(|q| !q.first));
}

#[test]
fn what_has_passed_is_said() {
    let assessment = assess(&pack("parish"), &known("riverside"), &today("2026-05-01"));
    assert!(assessment.outcome.text.contains("has passed") && assessment.questions.late);
    let passed: Vec<_> = assessment.dates.iter().filter(|d| d.passed).map(|d| d.kind.as_str()).collect();
    assert!(passed.contains(&"timetable.deadline") && passed.contains(&"contract.start"), "{passed:?}");
}

#[test]
fn every_index_is_one() {
    for name in PACKS {
        let report = pack(name);
        for by in PROFILES {
            let assessment = assess(&report, &known(by), &Choice::default());
            assert!(assessment.demands.iter().flat_map(|d| &d.facts).all(|&fact| fact < report.facts.len()));
            let demands = assessment.outcome.reasons.iter().flat_map(|r| &r.demands);
            assert!(demands.into_iter().all(|&demand| demand < assessment.demands.len()));
        }
    }
}

#[test]
fn whom_to_ask_for_a_loan_depends_on_where_the_organisation_is() {
    for (nation, lender) in [("scotland", "Social Investment Scotland"), ("wales", "Social Investment Cymru")] {
        let profile = Profile::read(&json!({ "cash": 0, "nation": nation }).to_string()).unwrap();
        let cash = assess(&pack("county"), &profile, &today("2026-03-10")).cash.unwrap();
        assert!(cash.investment.is_some_and(|text| text.contains(lender) && text.contains("Good Finance")), "{nation}");
    }
    let profile = Profile::read(&json!({ "cash": 0, "nation": "england" }).to_string()).unwrap();
    let cash = assess(&pack("county"), &profile, &today("2026-03-10")).cash.unwrap();
    assert!(cash.investment.is_some_and(|text| !text.contains("Social Investment")));
}
