//! `tender-check bid` as people use it: what it takes and writes, and what it says of a wrong profile.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const TENDER: &str = "# Tender

The estimated value of the contract is £120,000 over the initial term of two years. The contract starts on 1 April 2027.

Tenders must be returned by 12 noon on 5 February 2027.

Bidders must have a minimum annual turnover of £250,000.

Invoices are paid within 60 days of receipt.
";
const PROFILE: &str = "name = \"Meadow <Works>\"\ncash = 1000\nturnover = { 2025 = 90000, 2026 = 95000 }\n";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::write(folder.path().join("tender.md"), TENDER).unwrap();
    fs::write(folder.path().join("tender-check.profile.toml"), PROFILE).unwrap();
    folder
}

fn bid(folder: &TempDir, more: &[&str]) -> Command {
    let mut command = Command::cargo_bin("tender-check").expect("the program is built with its tests");
    command.current_dir(folder.path()).args(["bid", ".", "--today", "2027-01-10"]).args(more);
    command.args(["--profile", "tender-check.profile.toml"]);
    command
}

fn said(command: &mut Command) -> String {
    String::from_utf8(command.assert().success().get_output().stdout.clone()).expect("UTF-8")
}

#[test]
fn it_says_what_the_tender_means_for_the_organisation() {
    let text = said(&mut bid(&folder(), &[]));
    assert!(text.starts_with("Hard to bid"), "{text}");
    assert!(text.contains("Not met: Yearly turnover: £250,000") && text.contains("Paid in 30 days"), "{text}");
}

#[test]
fn the_profile_beside_the_documents_is_none_of_them() {
    let json: Value = serde_json::from_str(&said(&mut bid(&folder(), &["--format", "json"]))).expect("JSON");
    assert_eq!(json["schema"], "tender-check/assessment/1");
    assert_eq!(json["organisation"], "Meadow <Works>");
    assert!(!json.to_string().contains("profile.toml"));
}

#[test]
fn questions_calendar_and_page_are_written_where_they_are_asked_for() {
    let folder = folder();
    let out = tempfile::tempdir().expect("a folder for what is written");
    let path = |name: &str| out.path().join(name).display().to_string();
    let (text, word, days, page) = (path("ask.txt"), path("ask.docx"), path("dates.ics"), path("bid.html"));
    said(&mut bid(&folder, &["--questions", &text, "--calendar", &days, "--output", &page]));
    said(&mut bid(&folder, &["--questions", &word]));
    let read = |path: &str| fs::read_to_string(path).expect("a file that was written");
    assert!(read(&text).starts_with("Clarification questions: tender\n\n") && read(&text).contains("1. "));
    assert!(read(&days).contains("DTSTART;TZID=Europe/London:20270205T120000"));
    let letter = tender_check::read::read("ask.docx", &fs::read(&word).unwrap());
    assert!(letter.text().starts_with("Clarification questions: tender") && letter.unread.is_empty());
    let page = read(&page);
    assert!(page.contains("Meadow &lt;Works&gt;") && page.contains("default-src 'none'") && page.contains("<table"));
    assert!(!page.contains("<script"));
}

#[test]
fn a_wrong_profile_is_told_with_what_may_be_meant() {
    let folder = folder();
    fs::write(folder.path().join("tender-check.profile.toml"), "turn_over = { 2025 = 1 }\nstaff = \"nine\"\n").unwrap();
    let output = bid(&folder, &[]).assert().code(2).get_output().stderr.clone();
    let text = String::from_utf8(output).unwrap();
    assert!(text.contains("Did you mean “turnover”?") && text.contains("“staff” is to be a number"), "{text}");
}

#[test]
fn a_lot_that_is_not_there_is_told() {
    let output = bid(&folder(), &["--lot", "Lot 9"]).assert().code(2).get_output().stderr.clone();
    assert!(String::from_utf8(output).unwrap().contains("no lots were found"));
}

#[test]
fn a_profile_is_not_needed() {
    let folder = folder();
    let mut command = Command::cargo_bin("tender-check").expect("the program is built with its tests");
    let text = said(command.current_dir(folder.path()).arg("bid").arg(PathBuf::from("tender.md")));
    assert!(text.contains("For you to judge: Yearly turnover"), "{text}");
}
