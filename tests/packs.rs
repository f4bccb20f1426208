//! Whole documents in, whole reports out: the example tenders of `tests/packs`.

#[path = "support/shown.rs"]
mod shown;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tender_check::document::Document;
use tender_check::read::read;
use tender_check::report::{Place, Report};
use tender_check::{Given, Pack};

const PACKS: [&str; 3] = ["parish", "county", "scottish"];
const FORMS: [&str; 6] = ["docx", "odt", "pdf", "text", "html", "rtf"];

/// The files of a pack in a folder, in order of their names.
fn files(pack: &str, folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(pack).join(folder);
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the pack is there").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// The report on a pack in one of its forms.
fn report(pack: &str, form: &str) -> Report {
    report_on(&files(pack, form))
}

/// The report on some files, judged on a fixed day.
fn report_on(paths: &[PathBuf]) -> Report {
    let document = |path: &PathBuf| {
        let name = path.file_name().expect("a file").to_string_lossy();
        read(&name, &fs::read(path).expect("the file can be read"))
    };
    let given = Given { as_of: Some("2026-04-01".into()), with_text: true, ..Given::default() };
    Pack::understand(paths.iter().map(document).collect()).judge(&given)
}

#[test]
fn a_pack_gives_the_report_that_was_read_and_approved() {
    for pack in PACKS {
        insta::assert_snapshot!(pack, shown::report(&report(pack, "docx")));
    }
}

/// The lines of a file such as `expected.txt` that a report does not meet; a line with `never` in front must not be met.
fn unmet(pack: &str, form: &str, expected: &str, report: &Report) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(pack).join(expected);
    let expected = fs::read_to_string(path).expect("the pack says what is expected");
    let gist = gist(report);
    // Whole words only: a demand of 10 is not met by one of 100.
    let met = |line: &str| {
        gist.iter().any(|g| g.strip_prefix(line).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':'])))
    };
    let lines = expected.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let kept = |line: &&str| line.strip_prefix("never ").map_or_else(|| met(line), |line| !met(line));
    lines.filter(|line| !kept(line)).map(|line| format!("{pack}/{form}: {line}")).collect()
}

#[test]
fn what_a_careful_reader_finds_is_found() {
    let cases = PACKS.iter().flat_map(|pack| FORMS.map(|form| (pack, form)));
    let unmet: Vec<String> =
        cases.flat_map(|(pack, form)| unmet(pack, form, "expected.txt", &report(pack, form))).collect();
    assert!(unmet.is_empty(), "not found:\n{}", unmet.join("\n"));
}

/// Facts and findings without where they stand.
fn gist(report: &Report) -> BTreeSet<String> {
    let facts = report.facts.iter().map(|f| format!("fact {}", shown::fact(f)));
    let findings = report.findings.iter().map(|f| format!("finding {}", shown::finding(f)));
    facts.chain(findings).collect()
}

fn same_as_word(form: &str) {
    let mut differences = Vec::new();
    for pack in PACKS {
        let (word, other) = (gist(&report(pack, "docx")), gist(&report(pack, form)));
        differences.extend(word.difference(&other).map(|line| format!("{pack}: only in docx: {line}")));
        differences.extend(other.difference(&word).map(|line| format!("{pack}: only in {form}: {line}")));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn a_pdf_gives_the_same_facts_and_findings_as_the_word_file() {
    same_as_word("pdf");
}

#[test]
fn an_open_document_text_gives_the_same_facts_and_findings_as_the_word_file() {
    same_as_word("odt");
}

#[test]
fn a_text_gives_the_same_facts_and_findings_as_the_word_file() {
    same_as_word("text");
}

#[test]
fn a_page_gives_the_same_facts_and_findings_as_the_word_file() {
    same_as_word("html");
}

#[test]
fn an_rtf_gives_the_same_facts_and_findings_as_the_word_file() {
    same_as_word("rtf");
}

/// A pack's price schedule with this ending.
fn schedule(pack: &str, ending: &str) -> PathBuf {
    let ends = |path: &PathBuf| path.extension().is_some_and(|e| e == ending);
    files(pack, "schedule").into_iter().find(ends).expect("the schedule is there")
}

#[test]
fn a_price_schedule_gives_the_same_facts_as_a_workbook_and_as_a_word_file() {
    for pack in PACKS {
        let word = report_on(&[schedule(pack, "docx")]);
        for ending in ["xlsx", "ods"] {
            let workbook = report_on(&[schedule(pack, ending)]);
            assert_eq!(unmet(pack, ending, "schedule/expected.txt", &workbook), Vec::<String>::new());
            assert_eq!(gist(&workbook), gist(&word), "{pack} as {ending}");
            for place in workbook.facts.iter().flat_map(|f| &f.places) {
                assert!(place.cell.is_some(), "no cell: {place:?}");
            }
        }
    }
}

#[test]
fn a_pack_gives_the_same_facts_with_a_price_schedule_of_any_kind() {
    for pack in PACKS {
        let with = |ending| {
            let paths = [files(pack, "docx"), vec![schedule(pack, ending)]].concat();
            gist(&report_on(&paths))
        };
        let word = with("docx");
        assert_eq!(with("xlsx"), word, "{pack}");
        assert_eq!(with("ods"), word, "{pack}");
    }
}

#[test]
fn a_notice_as_open_data_gives_the_facts_of_its_page() {
    for (pack, name) in [("county", "Tender notice"), ("scottish", "Contract notice")] {
        let facts = |form: &str, ending: &str| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/packs/{pack}/{form}/{name}.{ending}"));
            let document = read(name, &fs::read(path).expect("the file can be read"));
            let report = Pack::understand(vec![document]).judge(&Given::default());
            for place in report.facts.iter().filter(|_| form == "ocds").flat_map(|f| &f.places) {
                assert!(place.clause.is_some() || place.quote.starts_with("Lot "), "no path: {place:?}");
            }
            report.facts.iter().map(shown::fact).collect::<BTreeSet<_>>()
        };
        let (page, data) = (facts("text", "txt"), facts("ocds", "json"));
        // What the page says of the contract, such as its dates, the data may say of each of its lots.
        let of_lots =
            |line: &String| data.iter().any(|d| d.strip_prefix(line.as_str()).is_some_and(|l| l.starts_with(" lot=")));
        let missing: Vec<_> = page.difference(&data).filter(|line| !of_lots(line)).collect();
        assert!(missing.is_empty(), "{pack}: not in the data: {missing:#?}, in it: {data:#?}");
    }
}

/// Every place of a report.
fn places(report: &Report) -> Vec<&Place> {
    let value = &report.circumstances;
    let known = [&value.value.places, &value.annual_value.places, &value.term.places, &value.nation.places];
    let known = known.into_iter().chain([&value.regime.places, &value.buyer.places, &value.as_of.places]);
    let facts = report.facts.iter().map(|f| &f.places);
    let findings = report.findings.iter().map(|f| &f.places);
    known.chain(facts).chain(findings).flatten().collect()
}

#[test]
fn every_quote_stands_where_its_place_says() {
    for (pack, form) in PACKS.iter().flat_map(|pack| FORMS.map(|form| (pack, form))) {
        let report = report(pack, form);
        let texts: Vec<Vec<u16>> =
            report.documents.iter().map(|d| d.text.as_ref().expect("asked for").encode_utf16().collect()).collect();
        let places = places(&report);
        assert!(!places.is_empty(), "{pack}/{form} has no place");
        for place in places {
            let slice = texts[place.document].get(place.start..place.end).map(String::from_utf16_lossy);
            assert_eq!(slice.as_ref(), Some(&place.quote), "{pack}/{form}: {place:?}");
            assert!(!place.quote.trim().is_empty(), "{pack}/{form}: an empty quote at {place:?}");
        }
    }
}

#[test]
fn what_is_deleted_in_a_tracked_change_is_not_found() {
    let county = report("county", "docx");
    let cover = county.facts.iter().filter(|f| f.kind == "insurance.professional_indemnity");
    let levels: BTreeSet<_> = cover.filter_map(|f| f.number().map(|n| n as u64)).collect();
    assert_eq!(levels, BTreeSet::from([5_000_000]));
    let text = county.documents.iter().filter_map(|d| d.text.as_deref()).collect::<String>();
    assert!(!text.contains("10,000,000"), "the deleted sum is in the text");
}

#[test]
fn traps_do_not_bite() {
    let traps = [
        ("parish", &["£12,000,000", "£500,000", "£5 million", "£X million"][..]),
        (
            "county",
            &["£50 million", "£40 million", "£2.1 million", "£11.4 million", "£250,000", "above £5 million a year"],
        ),
        ("scottish", &["£250,000", "£50 million", "£4 million"]),
    ];
    let demands = ["insurance.", "finance.", "contract.value", "contract.annual_value"];
    for (pack, sums) in traps {
        let report = report(pack, "docx");
        for fact in report.facts.iter().filter(|f| demands.iter().any(|kind| f.kind.starts_with(kind))) {
            for (place, sum) in fact.places.iter().flat_map(|place| sums.iter().map(move |sum| (place, sum))) {
                assert!(!place.quote.contains(sum), "{pack}: {} read from {:?}", fact.kind, place.quote);
            }
        }
    }
}

#[test]
fn an_e_mail_gives_the_facts_of_what_is_attached_to_it() {
    let facts = |report: &Report| report.facts.iter().map(shown::fact).collect::<BTreeSet<_>>();
    let mut texts = vec![];
    for name in ["mailed.eml", "mailed.msg"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(name);
        let documents = tender_check::read::pack::read_all(name, &fs::read(path).expect("the e-mail is there"));
        let names: Vec<_> = documents.iter().map(|document| document.name.as_str()).collect();
        let attached = ["Conditions of contract.pdf", "Price schedule £.xlsx"].map(|file| format!("{name}/{file}"));
        assert_eq!(names, [name, &attached[0], &attached[1]]);
        assert!(documents[..2].iter().all(|document| document.unread.is_empty()), "{name}");
        texts.push(documents.iter().map(Document::text).collect::<Vec<_>>());
        let mailed = facts(&Pack::understand(documents).judge(&Given::default()));
        for schedule in facts(&report_on(&[schedule("parish", "xlsx")])) {
            assert!(mailed.contains(&schedule), "not in {name}: {schedule}");
        }
    }
    assert_eq!(texts[0], texts[1], "Outlook's message says what the e-mail says");
}

#[test]
fn a_message_in_a_message_is_read_with_what_is_attached_to_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/forwarded.msg");
    let documents = tender_check::read::pack::read_all("forwarded.msg", &fs::read(path).expect("the message is there"));
    let inner = "forwarded.msg/Questions and answers.msg";
    let names: Vec<_> = documents.iter().map(|document| document.name.as_str()).collect();
    assert_eq!(names, ["forwarded.msg", inner, &format!("{inner}/Terms.txt")]);
    let last = |document: &Document| document.blocks.last().map(|block| block.text.clone()).unwrap_or_default();
    let expected = ["Their answer is attached.", "The start date is 1 April 2026.", "Payment is made within 30 days."];
    assert_eq!(documents.iter().map(last).collect::<Vec<_>>(), expected);
}
