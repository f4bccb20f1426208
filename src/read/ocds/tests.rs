use proptest::prelude::*;

use super::{read, show};
use crate::document::{Document, Format, Kind, Why};

fn lines(document: &Document) -> Vec<String> {
    let line = |block: &crate::document::Block| match &block.kind {
        Kind::Heading { level } => format!("h{level} {}", block.text),
        _ => block.text.clone(),
    };
    document.blocks.iter().map(line).collect()
}

fn notice(tender: &str) -> Document {
    read("notice.json", format!(r#"{{"ocid":"ocds-h6vhtk-1","tag":["tender"],"tender":{tender}}}"#).as_bytes())
}

#[test]
fn a_notice_has_the_fields_of_its_page_and_their_paths() {
    let document = notice(
        r#"{"title":"Grounds","value":{"amount":182500,"amountGross":219000,"currency":"GBP"},
        "tenderPeriod":{"endDate":"2026-10-02T12:00:00+01:00"},"suitability":{"sme":true,"vcse":false},
        "contractPeriod":{"startDate":"2026-11-04T00:00:00Z","endDate":"2028-11-03T23:59:59Z"}}"#,
    );
    assert_eq!(
        lines(&document),
        [
            "h1 Grounds",
            "Notice type: Tender notice",
            "Published on: Find a Tender",
            "Total value (estimated): £182,500 excluding VAT, £219,000 including VAT",
            "Contract dates (estimated): 4 November 2026 to 3 November 2028",
            "Duration of the contract: 24 months",
            "Contract is suitable for SMEs: Yes",
            "Contract is suitable for VCSEs: No",
            "Tender submission deadline: 2 October 2026, 12:00",
        ]
    );
    assert_eq!(document.blocks[3].label.as_deref(), Some("tender/value"));
    assert_eq!(document.blocks[3].kind, Kind::Field { name: "Total value (estimated)".into() });
    assert_eq!(document.format, Format::Ocds);
}

#[test]
fn lots_have_headings_and_criteria_their_weights() {
    let document = notice(
        r#"{"title":"Support","lots":[
        {"id":"1","title":"North","value":{"amount":50000,"currency":"GBP"},"contractPeriod":{"durationInDays":1080},
         "awardCriteria":{"criteria":[{"type":"quality","name":"Method","numbers":[{"number":70,"weight":"percentageExact"}]},
                                      {"type":"price","description":"30"}]}},
        {"id":"2","title":"Lot 2 South","hasRenewal":true,"renewal":{"description":"Two years"}}]}"#,
    );
    assert_eq!(
        lines(&document)[3..],
        [
            "This contract is divided into lots: Yes",
            "h2 Lot 1: North",
            "Lot value (estimated): £50,000",
            "Duration of the contract: 36 months",
            "Quality criterion: Method / Weighting: 70%",
            "Price criterion: Price / Weighting: 30",
            "h2 Lot 2 South",
            "This contract is subject to renewal: Yes",
            "Description of renewals: Two years",
        ]
    );
    assert_eq!(document.blocks[5].label.as_deref(), Some("tender/lots/0/value"));
}

#[test]
fn selection_criteria_keep_their_lines_and_reserved_contracts_their_groups() {
    let document = notice(
        r#"{"title":"Support","otherRequirements":{"reservedParticipation":["shelteredWorkshop"]},
        "selectionCriteria":{"criteria":[{"type":"economic","description":"See the SPD.",
        "minimum":"4B.1.1 Turnover of £1m\r\n(a) Public liability of £5m\r\n(b) Employers' liability of £10m"}]}}"#,
    );
    assert_eq!(
        lines(&document)[3..],
        [
            "Reserved participation: sheltered workshops and organisations for the social and professional integration of disabled or disadvantaged persons",
            "Economic and financial standing: See the SPD.",
            "Economic and financial standing, minimum level of standards required: 4B.1.1 Turnover of £1m",
            "Public liability of £5m",
            "Employers' liability of £10m",
        ]
    );
    assert_eq!(document.blocks[6].label.as_deref(), Some("(a)"));
}

#[test]
fn line_breaks_that_an_export_has_lost_are_mended() {
    let document = notice(
        r#"{"title":"T","selectionCriteria":{"criteria":[{"type":"economic","minimum":
        "4B.1.1 Turnover of £1m.rn 4B.5.1 Cover:rnrn Public liability of £5m. Southern Intern Modern rn."}]}}"#,
    );
    assert_eq!(
        lines(&document)[3..],
        [
            "Economic and financial standing, minimum level of standards required: 4B.1.1 Turnover of £1m.",
            "Cover:",
            "Public liability of £5m. Southern Intern Modern rn.",
        ]
    );
}

#[test]
fn numbers_that_mean_no_limit_are_left_out_and_others_named_by_their_keys() {
    let document = notice(
        r#"{"title":"T","lotDetails":{"maximumLotsBidPerSupplier":2147483647},
        "techniques":{"frameworkAgreement":{"maximumParticipants":7.922816251426434e+28}},
        "riskDetails":"None known","submissionTerms":{"bidValidityPeriod":{"durationInDays":90}}}"#,
    );
    assert_eq!(lines(&document)[3..], ["Tender must be valid for: 3 months", "Risk details: None known"]);
}

#[test]
fn packages_records_lists_and_lines_hold_releases() {
    let release = |id: &str| format!(r#"{{"ocid":"{id}","tender":{{"title":"{id}"}}}}"#);
    let (a, b) = (release("a"), release("b"));
    let titles = |text: &str| {
        let document = read("x", text.as_bytes());
        assert_eq!(document.unread, [], "{text}");
        lines(&document).into_iter().filter(|line| line.starts_with("h1")).collect::<Vec<_>>()
    };
    assert_eq!(titles(&a), ["h1 a"]);
    assert_eq!(titles(&format!(r#"{{"version":"1.1","releases":[{a},{b}]}}"#)), ["h1 a", "h1 b"]);
    assert_eq!(
        titles(&format!(r#"{{"records":[{{"ocid":"a","compiledRelease":{a}}},{{"releases":[{b}]}}]}}"#)),
        ["h1 a", "h1 b"]
    );
    assert_eq!(titles(&format!("{a}\n{b}\n")), ["h1 a", "h1 b"]);
    assert_eq!(titles(&format!("\u{feff}[{b},{a}]")), ["h1 a", "h1 b"]);
}

#[test]
fn releases_of_one_process_are_merged_to_what_holds_now() {
    let document = read(
        "x",
        br#"{"releases":[
        {"ocid":"a","date":"2026-02-01T00:00:00Z","tender":{"value":{"amount":2000,"currency":"GBP"},
         "lots":[{"id":"1","title":"North, changed"},{"id":"3","title":"West"}]}},
        {"ocid":"a","date":"2026-01-01T00:00:00Z","tender":{"title":"T","description":"Old","value":{"amount":1000,"currency":"GBP"},
         "lots":[{"id":"1","title":"North"},{"id":"2","title":"South"}]}}]}"#,
    );
    let headings: Vec<_> = lines(&document).into_iter().filter(|line| line.starts_with('h')).collect();
    assert_eq!(headings, ["h1 T", "h2 Lot 1: North, changed", "h2 Lot 2: South", "h2 Lot 3: West"]);
    assert!(document.text().contains("£2,000") && !document.text().contains("£1,000"));
    assert!(document.text().contains("Description: Old"));
}

#[test]
fn a_bulk_file_is_a_document_for_each_process() {
    let process = |ocid: &str, date: &str, title: &str| {
        format!(r#"{{"ocid":"{ocid}","date":"{date}","tender":{{"title":"{title}","value":{{"amount":1000}}}}}}"#)
    };
    let bulk = |most: usize| {
        let releases = [process("a", "1", "Old"), process("b", "1", "Care/support"), process("a", "2", "Grounds")];
        let text = format!(r#"{{"releases":[{}]}} {{"#, releases.join(","));
        super::open("bulk.json", text.as_bytes(), most).unwrap()
    };
    let (documents, all) = bulk(10);
    let names: Vec<_> = documents.iter().map(|document| document.name.as_str()).collect();
    assert_eq!((names, all), (vec!["bulk.json/Grounds (a)", "bulk.json/Care-support (b)"], 2));
    assert_eq!(documents[1].blocks.last().unwrap().label.as_deref(), Some("releases/1/tender/value"));
    assert_eq!(documents[0].unread[0].why, Why::Damaged, "the file breaks off");
    assert!(documents[1].unread.is_empty());
    let (documents, all) = bulk(1);
    assert_eq!((documents.len(), all), (1, 2));
    for alone in [process("a", "1", "Old"), format!("[{},{}]", process("a", "1", "Old"), process("a", "2", "New"))] {
        assert!(super::open("notice.json", alone.as_bytes(), 10).is_none());
    }
}

#[test]
fn what_is_no_notice_or_breaks_off_is_said() {
    let why = |text: &str| read("x", text.as_bytes()).unread.iter().map(|unread| unread.why).collect::<Vec<_>>();
    assert_eq!(why(r#"{"name":"x"}"#), [Why::UnknownType]);
    assert_eq!(why(r#"{"$schema":"x","properties":{"tender":{}},"tender":{}}"#), [Why::UnknownType]);
    assert_eq!(why(r#"{"ocid":"a","tender":{"title":"T"#), [Why::Damaged]);
    assert_eq!(why(r#"{"ocid":"a","tender":{"title":"T"}} {"#), [Why::Damaged]);
    assert_eq!(why(r#"{"ocid":"a"}"#), [Why::Empty]);
    assert_eq!(why(&format!(r#"{{"ocid":"a","tender":{}"#, "[".repeat(100_000))), [Why::Damaged]);
}

#[test]
fn what_passes_a_limit_is_cut_and_said() {
    let releases: Vec<_> = (0..4_000)
        .map(|i| {
            format!(
                r#"{{"ocid":"a","date":"{i}","tender":{{"title":"T","items":[{{"id":"{i}","description":"x"}}]}}}}"#
            )
        })
        .collect();
    let many = format!("[{}]", releases.join(","));
    let long = format!(r#"{{"ocid":"a","tender":{{"title":"T","x":[{}]}}}}"#, vec![r#"{"a":1}"#; 60_000].join(","));
    for text in [many, long] {
        let document = read("x", text.as_bytes());
        assert_eq!(document.unread.iter().map(|unread| unread.why).collect::<Vec<_>>(), [Why::TooLarge]);
        assert_eq!(document.blocks[0].text, "T");
    }
}

#[test]
fn the_length_of_a_contract_is_worked_out() {
    for (start, end, length) in [
        ("2026-10-01", "2030-09-30", "48 months"),
        ("2026-04-01T00:00:00Z", "2027-04-01T00:00:00Z", "12 months"),
        ("2024-02-01", "2024-02-29", "1 months"),
        ("2024-02-01", "2024-03-10", "39 days"),
        ("2023-02-01", "2023-03-10", "38 days"),
        ("2025-12-15", "2026-12-14", "12 months"),
    ] {
        assert_eq!(show::length(start, end).as_deref(), Some(length), "{start} {end}");
    }
    assert_eq!(show::length("2026-10-01", "2025-10-01"), None);
}

#[test]
fn dates_amounts_and_codes_are_shown_as_notices_show_them() {
    assert_eq!(show::date("2026-10-02T23:59:00+01:00").as_deref(), Some("2 October 2026, 23:59"));
    assert_eq!(show::date("2026-10-02T00:00:00Z").as_deref(), Some("2 October 2026"));
    assert_eq!(show::date("2026-10-02").as_deref(), Some("2 October 2026"));
    assert_eq!(show::date("2026-13-02"), None);
    assert_eq!(
        [show::grouped(1_234_567.0), show::grouped(999.5), show::grouped(-1000.0)],
        ["1,234,567", "999.50", "-1,000"]
    );
    assert_eq!([show::days(1095.0), show::days(45.0), show::days(30.0)], ["36 months", "45 days", "30 days"]);
    assert_eq!(show::words("procurementMethodRationale"), "procurement method rationale");
    assert_eq!(show::words("REGIONAL_AUTHORITY"), "regional authority");
}

proptest! {
    #[test]
    fn whatever_stands_in_a_field_a_document_comes_back(value in "[\\[{\"a-z:0-9,. \\]}]{0,60}", date in "\\PC{0,20}") {
        let text = format!(r#"{{"ocid":"a","tender":{{"title":"T","value":{value},"tenderPeriod":{{"endDate":"2026"}}}}}}"#);
        let document = read("x", text.as_bytes());
        prop_assert!(document.words() > 0 || !document.unread.is_empty());
        let _ = show::date(&date);
    }
}
