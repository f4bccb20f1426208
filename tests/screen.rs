//! Screening, as people run it: files of notices in, rows and shares out.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use assert_cmd::Command;
use serde_json::{Value, json};

fn tender_check() -> Command {
    Command::cargo_bin("tender-check").expect("the program is built")
}

/// A notice of our own; every third asks for far too much cover.
fn notice(number: usize) -> Value {
    let cover = if number.is_multiple_of(3) { 10 } else { 1 };
    json!({
        "ocid": format!("ocds-example-{number}"),
        "id": format!("{number}-1"),
        "date": format!("2026-{:02}-05T09:00:00Z", 1 + number % 9),
        "tag": [if number.is_multiple_of(10) { "award" } else { "tender" }],
        "buyer": { "name": if number.is_multiple_of(2) { "Brook Council" } else { "Hill Health Board" } },
        "parties": [],
        "tender": {
            "title": format!("Lunch club {number}"),
            "value": { "amount": 40_000, "currency": "GBP" },
            "classification": { "scheme": "CPV", "id": "85312100" },
            "items": [{ "id": "1", "deliveryAddresses": [{ "region": "UKL12" }] }],
            "contractPeriod": { "startDate": "2026-11-01T00:00:00Z", "endDate": "2027-10-31T23:59:59Z" },
            "otherRequirements": {},
            "description": format!(
                "A lunch club for older people, twice a week. The supplier must hold public liability insurance of \
                 £{cover} million for any one event."
            ),
        },
    })
}

fn package(numbers: impl Iterator<Item = usize>) -> String {
    json!({ "uri": "https://example.org/1", "releases": numbers.map(notice).collect::<Vec<_>>() }).to_string()
}

fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a row is JSON")).collect()
}

fn said(output: &[u8]) -> String {
    String::from_utf8_lossy(output).into_owned()
}

#[test]
fn each_notice_is_a_row_with_what_was_found() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), package(1..5)).unwrap();
    let lines = (5..8).fold(String::new(), |mut text, number| {
        let _ = writeln!(text, "{}", notice(number));
        text
    });
    let mut packed = flate2::write::GzEncoder::new(vec![], flate2::Compression::default());
    packed.write_all((lines + "no notice\n").as_bytes()).unwrap();
    fs::write(folder.path().join("b.jsonl.gz"), packed.finish().unwrap()).unwrap();
    fs::write(folder.path().join("read me.txt"), "no notices").unwrap();

    let done = tender_check().args(["screen", "--quiet"]).arg(folder.path()).assert().success();
    let rows = rows(&said(&done.get_output().stdout));
    assert_eq!(rows.len(), 8);
    let third = &rows[2];
    assert_eq!(third["ocid"], "ocds-example-3");
    assert_eq!(third["buyer"], "Hill Health Board");
    assert_eq!(
        (&third["region"], &third["cpv"], &third["kind"]),
        (&json!("UKL"), &json!("85312100"), &json!("tender"))
    );
    assert_eq!((&third["value"], &third["published"]), (&json!(40_000.0), &json!("2026-04-05")));
    let barriers = |row: &Value| [&row["high"], &row["medium"]].map(Value::to_string).concat();
    assert!(barriers(third).contains("insurance.public-liability"), "{third}");
    assert!(!barriers(&rows[1]).contains("insurance.public-liability"), "{}", rows[1]);
    assert_eq!((&rows[7]["unread"], &rows[7]["number"]), (&json!(true), &json!(4)));
    assert!(rows[4]["source"].as_str().unwrap().ends_with("b.jsonl.gz"));
}

#[test]
fn a_row_is_what_the_check_of_the_notice_alone_finds() {
    let folder = tempfile::tempdir().unwrap();
    for number in [2, 3, 4] {
        let file = folder.path().join("one.json");
        fs::write(&file, notice(number).to_string()).unwrap();
        let row = tender_check().args(["screen", "--quiet"]).arg(&file).assert().success();
        let row = rows(&said(&row.get_output().stdout)).remove(0);
        let report = tender_check().arg("check").arg(&file).args(["--format", "json"]).assert().success();
        let report: tender_check::report::Report = serde_json::from_slice(&report.get_output().stdout).unwrap();
        let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for finding in &report.findings {
            let name = match finding.severity {
                Some(severity) => serde_json::to_value(severity).unwrap(),
                None => serde_json::to_value(finding.bucket).unwrap(),
            };
            found.entry(name.as_str().unwrap().to_owned()).or_default().push(&finding.rule);
        }
        for name in ["high", "medium", "low", "query", "missing", "enabler"] {
            let mut rules = found.remove(name).unwrap_or_default();
            rules.sort_unstable();
            rules.dedup();
            assert_eq!(row[name], json!(rules), "{number} {name}");
        }
    }
}

#[test]
fn rows_are_the_same_on_one_core_and_on_two_and_after_an_interruption() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("archive.json");
    fs::write(&file, package(0..400)).unwrap();
    let screen = |cores: &str, output: &Path| {
        tender_check()
            .args(["screen", "--quiet", "--cores", cores])
            .arg(&file)
            .arg("--output")
            .arg(output)
            .arg("--summary")
            .arg(output.with_extension("shares.json"))
            .assert()
            .success();
        let shares = fs::read_to_string(output.with_extension("shares.json")).unwrap();
        (fs::read_to_string(output).unwrap(), shares)
    };
    let one = screen("1", &folder.path().join("one.jsonl"));
    assert_eq!(one, screen("2", &folder.path().join("two.jsonl")));
    assert_eq!(one.0.lines().count(), 400);

    // What an interrupted run leaves: the rows so far, the last of them cut.
    let output = folder.path().join("three.jsonl");
    let part = folder.path().join("three.jsonl.part");
    let about = fs::metadata(&file).unwrap();
    let changed = about.modified().unwrap().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let given = serde_json::to_string(&tender_check::Given::default()).unwrap();
    let begun = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "files": [[file.display().to_string(), about.len(), changed]],
        "given": given,
    });
    let first: String = one.0.split_inclusive('\n').take(150).collect();
    fs::write(&part, format!("{begun}\n{first}{}", &one.0[first.len()..first.len() + 40])).unwrap();
    assert_eq!(one, screen("2", &output));
    assert!(!part.exists());

    // Rows of something else are not mixed in.
    fs::write(&part, format!("{}\n{first}", json!({ "version": "0", "files": [], "given": "" }))).unwrap();
    let refused = tender_check().args(["screen", "--quiet"]).arg(&file).arg("--output").arg(&output).assert().code(2);
    assert!(said(&refused.get_output().stderr).contains("--restart"));
    tender_check().args(["screen", "--quiet", "--restart"]).arg(&file).arg("--output").arg(&output).assert().success();
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("archive.json");
    fs::write(&file, package(0..3000)).unwrap();
    let output = folder.path().join("rows.jsonl");
    let part = folder.path().join("rows.jsonl.part");
    let program = tender_check().get_program().to_owned();
    let mut run = std::process::Command::new(program);
    let mut child = run.args(["screen", "--quiet"]).arg(&file).arg("--output").arg(&output).spawn().unwrap();
    // Killed as soon as some rows are kept.
    while fs::metadata(&part).map_or(0, |about| about.len()) < 2_000 && child.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let _ = child.kill();
    let _ = child.wait();
    tender_check().args(["screen", "--quiet"]).arg(&file).arg("--output").arg(&output).assert().success();
    let rows = rows(&fs::read_to_string(&output).unwrap());
    let numbers: Vec<u64> = rows.iter().map(|row| row["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=3000).collect::<Vec<_>>());
}

#[test]
fn shares_count_each_procurement_that_asks_for_bids_once() {
    let folder = tempfile::tempdir().unwrap();
    let (file, rows) = (folder.path().join("a.json"), folder.path().join("rows.jsonl"));
    let (shares, page) = (folder.path().join("shares.json"), folder.path().join("shares.html"));
    // The first thirty twice.
    fs::write(&file, package((0..90).chain(0..30))).unwrap();
    let done = tender_check()
        .arg("screen")
        .arg(&file)
        .arg("--output")
        .arg(&rows)
        .arg("--summary")
        .arg(&shares)
        .arg("--page")
        .arg(&page)
        .assert()
        .success();
    assert!(said(&done.get_output().stderr).contains("120 notices were read, of which 81 ask for bids"));
    let summary: Value = serde_json::from_str(&fs::read_to_string(&shares).unwrap()).unwrap();
    assert_eq!(
        (&summary["rows"], &summary["all"]["notices"], &summary["repeated"]),
        (&json!(120), &json!(81), &json!(27))
    );
    assert_eq!(summary["kinds"], json!({ "tender": 108, "award": 12 }));
    // Of 0 to 89 those that three divides and ten does not.
    assert_eq!(summary["all"]["rules"]["insurance.public-liability"], 27);
    let names: Vec<&str> = summary["buyers"].as_array().unwrap().iter().map(|b| b["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Brook Council", "Hill Health Board"]);
    assert_eq!((&summary["regions"][0]["name"], &summary["cpv"][0]["name"]), (&json!("UKL"), &json!("85")));
    let page = fs::read_to_string(&page).unwrap();
    assert!(page.contains("Wales") && page.contains("Brook Council") && !page.contains("<script"));

    // The same from the rows alone, as a second step on another machine has them.
    let again = tender_check().arg("summarise").arg(&rows).assert().success();
    let again: Value = serde_json::from_slice(&again.get_output().stdout).unwrap();
    assert_eq!(again, summary);
}

#[test]
fn tables_are_written_by_the_ending_of_their_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.json");
    fs::write(&file, package(1..4)).unwrap();
    for (name, starts) in
        [("rows.csv", &b"\"source\",\"number\""[..]), ("rows.parquet", b"PAR1"), ("rows.jsonl", b"{\"source\"")]
    {
        let output = folder.path().join(name);
        tender_check().args(["screen", "--quiet"]).arg(&file).arg("--output").arg(&output).assert().success();
        assert!(fs::read(&output).unwrap().starts_with(starts), "{name}");
    }
}

#[test]
fn a_package_that_breaks_off_is_told_of_and_what_is_whole_is_read() {
    let whole = package(1..9);
    let done = tender_check().args(["screen", "-"]).write_stdin(&whole[..whole.len() - 200]).assert().success();
    assert_eq!(rows(&said(&done.get_output().stdout)).len(), 7);
    assert!(said(&done.get_output().stderr).contains("“standard input” breaks off at line 1"));
    let none = tender_check().args(["screen", "-"]).write_stdin("Dear all").assert().code(2);
    assert!(said(&none.get_output().stdout).is_empty());
    let folder = tempfile::tempdir().unwrap();
    let empty = tender_check().arg("screen").arg(folder.path()).assert().code(2);
    assert!(said(&empty.get_output().stderr).contains("no file of notices"));
}

#[test]
fn the_columns_are_those_that_are_documented() {
    let folder = tempfile::tempdir().unwrap();
    let (file, output) = (folder.path().join("a.json"), folder.path().join("rows.csv"));
    fs::write(&file, package(1..2)).unwrap();
    tender_check().args(["screen", "--quiet"]).arg(&file).arg("--output").arg(&output).assert().success();
    let table = fs::read_to_string(&output).unwrap();
    let columns: Vec<&str> = table.lines().next().unwrap().split(',').map(|name| name.trim_matches('"')).collect();
    let page = fs::read_to_string("docs/screening.md").unwrap();
    let first_cells = page.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('|').nth(1));
    let documented: Vec<&str> = first_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert_eq!(columns, documented);
}
