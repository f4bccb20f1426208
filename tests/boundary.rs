//! The browser boundary, in a worker of a real browser.

#![cfg(all(
    target_arch = "wasm32",
    feature = "wasm",
    feature = "bid",
    feature = "check",
    feature = "export",
    feature = "text"
))]

use tender_check::document::{Document, Format};
use tender_check::report::{Origin, Report, SCHEMA};
use tender_check::wasm::{
    Pack, assess, letter, opened, profile, read, reader, set_asides, settings, shaped, speak, version,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// As the worker does at its start.
fn speak_english() {
    speak(tender_check::words::ENGLISH.to_owned());
}

fn document(name: &str, text: &str) -> Vec<u8> {
    read(name, text.as_bytes()).map_err(JsValue::from).expect("every file gives a document")
}

fn pack_of(name: &str, text: &str) -> Pack {
    Pack::new(&[b"[", document(name, text).as_slice(), b"]"].concat()).map_err(JsValue::from).expect("a pack")
}

#[wasm_bindgen_test]
fn modules_have_the_names_of_their_readers() {
    for (head, expected) in [("Lots", "text"), ("PK\u{3}\u{4}", "office"), ("%PDF-1.7", "pdf")] {
        assert_eq!(reader(head.as_bytes()).map_err(JsValue::from).expect("a reader"), expected);
    }
}

#[wasm_bindgen_test]
fn a_report_is_opened_again_and_put_into_shapes() {
    const SMALL: &str = include_str!("reports/small.json");
    let text = |result: Result<String, wasm_bindgen::JsError>| result.map_err(JsValue::from);
    let report: Report = serde_json::from_str(SMALL).expect("a report");
    let again: Report = serde_json::from_str(&text(opened(SMALL)).expect("a report")).expect("a report");
    assert_eq!(again, report);
    for (shape, start) in [("html", "<!DOCTYPE html>"), ("markdown", "# "), ("csv", "\u{feff}\"")] {
        assert!(text(shaped(SMALL, shape)).expect("a shape").starts_with(start), "{shape}");
    }
    assert!(shaped(SMALL, "docx").is_err());
    for wrong in ["", "{}", "[]", r#"{"schema":"tender-check/report/1"}"#, r#"{"schema":"tender-check/report/2"}"#] {
        assert!(opened(wrong).is_err(), "{wrong}");
    }
}

#[wasm_bindgen_test]
fn a_report_is_held_against_a_profile() {
    const SMALL: &str = include_str!("reports/small.json");
    let text = |result: Result<String, wasm_bindgen::JsError>| result.map_err(JsValue::from);
    let assessment = text(assess(SMALL, r#"{"name": "Meadow Works"}"#, r#"{"today": "2026-03-01"}"#));
    let assessment: serde_json::Value = serde_json::from_str(&assessment.expect("an assessment")).expect("JSON");
    assert_eq!(assessment["schema"], tender_check::bid::SCHEMA);
    assert_eq!(assessment["organisation"], "Meadow Works");
    assert_eq!(
        text(profile(r#"{"legal_form": "CIC"}"#)).expect("a profile"),
        r#"{"legal_form":"community_interest_company"}"#
    );
    assert!(profile(r#"{"turn_over": 1}"#).is_err() && assess("{}", "{}", "{}").is_err());
    assert!(assess(SMALL, r#"{"staff": "nine"}"#, "{}").is_err() && assess(SMALL, "{}", r#"{"lot": 1}"#).is_err());
    assert!(letter("Questions").starts_with(b"PK"));
}

#[wasm_bindgen_test]
fn a_file_becomes_a_document() {
    let document: Document = serde_json::from_slice(&document("lots.txt", "Lot 1\n\nLot 2")).expect("a document");
    assert_eq!((document.name.as_str(), document.format), ("lots.txt", Format::Text));
    assert_eq!(document.text(), "Lot 1\nLot 2");
}

#[wasm_bindgen_test]
fn a_pack_is_judged_under_what_is_given() {
    let pack = pack_of("a.txt", "Public liability of £5m");
    speak_english();
    let report = pack.report(r#"{"value": 100000}"#).map_err(JsValue::from).expect("a report");
    let report: Report = serde_json::from_str(&report).expect("the report's type");
    assert_eq!((report.schema.as_str(), report.version), (SCHEMA, version()));
    assert_eq!((report.circumstances.value.value, report.circumstances.value.origin), (Some(1e5), Origin::Given));
    assert!(report.findings.iter().any(|finding| finding.title.contains("Public liability")));
}

#[wasm_bindgen_test]
fn settings_and_set_asides_are_checked() {
    speak_english();
    let off = r#"{"rules": {"insurance": {"public-liability": {"off": true}}}}"#;
    let checked = settings(off).map_err(JsValue::from).expect("settings");
    assert_eq!(checked, r#"{"rules":[{"rule":"insurance.public-liability","off":true}]}"#);
    let list = set_asides(r#"{"set-aside": [{"key": "a:1", "reason": "Agreed."}]}"#).map_err(JsValue::from);
    assert_eq!(list.expect("a list"), r#"[{"key":"a:1","reason":"Agreed."}]"#);
    assert!(settings(r#"{"rules": {"insurance.pubic-liability": {}}}"#).is_err());
    assert!(set_asides("[]").is_err());
    let pack = pack_of("a.txt", "Public liability of £5m");
    let report = pack.report(&format!(r#"{{"settings": {checked}}}"#)).map_err(JsValue::from);
    let report: Report = serde_json::from_str(&report.expect("a report")).expect("the report's type");
    assert!(report.settings.is_some_and(|s| s.rules[0].off));
}

#[wasm_bindgen_test]
fn what_is_not_json_is_an_error() {
    assert!(Pack::new(b"no list").is_err() && Pack::new(b"[\xff]").is_err());
    assert!(Pack::new(b"[]").map_err(JsValue::from).expect("an empty pack").report("{").is_err());
}
