//! A cell that is merged over several rows is context for each of them, and its words are words of the document once.

use tender_check::report::Report;
use tender_check::{Given, Pack, read};

const HTML: &str = "<html><body><h1>Insurance</h1><p>The supplier must hold these covers:</p><table>\
    <tr><th>Cover</th><th>Basis</th><th>Least level</th></tr>\
    <tr><td rowspan=2>Public liability</td><td>each and every claim</td><td>£5,000,000</td></tr>\
    <tr><td>in the aggregate</td><td>£10,000,000</td></tr>\
    <tr><td>Employers’ liability</td><td>each and every claim</td><td>£7,000,000</td></tr></table></body></html>";

const RTF: &str = "{\\rtf1\\ansi The supplier must hold these covers:\\par\
    \\trowd\\cellx3000\\cellx6000\\cellx9000\\pard\\intbl\\b Cover\\cell Basis\\cell Least level\\cell\\b0\\row\
    \\trowd\\clvmgf\\cellx3000\\cellx6000\\cellx9000\\pard\\intbl Public liability\\cell each and every claim\\cell \\'a35,000,000\\cell\\row\
    \\trowd\\clvmrg\\cellx3000\\cellx6000\\cellx9000\\pard\\intbl \\cell in the aggregate\\cell \\'a310,000,000\\cell\\row\
    \\trowd\\cellx3000\\cellx6000\\cellx9000\\pard\\intbl Employers\\'92 liability\\cell each and every claim\\cell \\'a37,000,000\\cell\\row}";

fn checked(name: &str, bytes: impl AsRef<[u8]>) -> Report {
    Pack::understand(vec![read::read(name, bytes.as_ref())]).judge(&Given { with_text: true, ..Given::default() })
}

/// Kinds and amounts of cover.
fn cover(report: &Report) -> Vec<(String, f64)> {
    let facts = report.facts.iter().filter(|fact| fact.kind.starts_with("insurance."));
    facts.filter_map(|fact| Some((fact.kind.to_string(), fact.number()?))).collect()
}

#[test]
fn what_a_merged_cell_names_is_named_in_each_of_its_rows() {
    for (name, text) in [("terms.html", HTML), ("terms.rtf", RTF)] {
        let report = checked(name, text);
        let found = cover(&report);
        for amount in [5e6, 10e6] {
            assert!(found.contains(&("insurance.public_liability".to_owned(), amount)), "{name}: {found:?}");
        }
        assert!(found.contains(&("insurance.employers_liability".to_owned(), 7e6)), "{name}: {found:?}");
        assert_eq!(found.len(), 3, "{name}: {found:?}");
        let text = report.documents[0].text.as_deref().unwrap_or_default();
        assert_eq!(text.matches("Public liability").count(), 1, "{name}: {text}");
    }
}

#[test]
fn a_blank_first_cell_names_nothing() {
    let blank =
        HTML.replace("<td rowspan=2>", "<td>").replace("<tr><td>in the aggregate", "<tr><td></td><td>in the aggregate");
    let found = cover(&checked("terms.html", &blank));
    assert!(!found.contains(&("insurance.public_liability".to_owned(), 10e6)), "{found:?}");
}

#[test]
fn an_amount_that_is_merged_over_rows_is_that_of_each_of_them() {
    for form in ["docx", "odt", "rtf", "pdf", "html", "xlsx", "ods"] {
        let name = format!("covers.{form}");
        let report = checked(&name, std::fs::read(format!("tests/merged/{name}")).expect("a file that make.mjs made"));
        let mut found = cover(&report);
        found.sort_by(|a, b| a.partial_cmp(b).expect("amounts"));
        let expected = [
            ("insurance.employers_liability", 5e6),
            ("insurance.product_liability", 5e6),
            ("insurance.professional_indemnity", 2e6),
            ("insurance.professional_indemnity", 4e6),
            ("insurance.public_liability", 5e6),
        ];
        assert_eq!(found, expected.map(|(kind, amount)| (kind.to_owned(), amount)), "{form}");
        let text = report.documents[0].text.as_deref().unwrap_or_default();
        assert_eq!((text.matches("£5,000,000").count(), report.documents[0].words), (1, 45), "{form}: {text}");
        for place in report.facts.iter().flat_map(|fact| &fact.places) {
            let units: Vec<u16> = text.encode_utf16().collect();
            assert_eq!(String::from_utf16_lossy(&units[place.start..place.end]), place.quote, "{form}");
        }
        // A weight is shared by its rows, not given to each.
        let weights = report.facts.iter().filter(|fact| fact.kind.starts_with("award.") && fact.number() == Some(60.0));
        assert!(weights.count() <= 1, "{form}");
    }
}

#[test]
fn a_value_that_is_merged_over_lots_is_read_once() {
    let table = "<table><tr><th>Lot</th><th>Service</th><th>Estimated value</th></tr>\
        <tr><td>Lot 1</td><td>Grounds</td><td rowspan=2>£300,000</td></tr><tr><td>Lot 2</td><td>Trees</td></tr></table>";
    let report = checked("lots.html", format!("<html><body>{table}</body></html>"));
    let values = report.facts.iter().filter(|fact| fact.kind == "contract.value");
    assert_eq!(values.map(|fact| fact.lot.as_deref()).collect::<Vec<_>>(), [Some("Lot 1")]);
}
