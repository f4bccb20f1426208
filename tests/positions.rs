//! Every place of a report is where it says: `text.slice(start, end) === quote` in UTF-16 code units.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tender_check::document::Document;
use tender_check::report::{Place, Report};
use tender_check::{Given, Pack, read};

fn places(report: &Report) -> Vec<&Place> {
    let circumstances = &report.circumstances;
    let mut all: Vec<&Place> = vec![];
    all.extend(report.facts.iter().flat_map(|f| &f.places));
    all.extend(report.findings.iter().flat_map(|f| &f.places));
    all.extend(&circumstances.value.places);
    all.extend(&circumstances.annual_value.places);
    all.extend(&circumstances.term.places);
    all.extend(&circumstances.nation.places);
    all.extend(&circumstances.regime.places);
    all.extend(&circumstances.buyer.places);
    all.extend(&circumstances.nature.places);
    all.extend(&circumstances.as_of.places);
    all
}

/// Checks every place against the text as JavaScript would cut it, and gives how many there are.
fn check(documents: Vec<Document>) -> usize {
    let pack = Pack::understand(documents);
    let report = pack.judge(&Given { with_text: true, ..Given::default() });
    let texts: Vec<Vec<u16>> =
        report.documents.iter().map(|d| d.text.as_deref().unwrap_or("").encode_utf16().collect()).collect();
    let places = places(&report);
    for place in &places {
        let cut = texts[place.document].get(place.start..place.end);
        let quote: Vec<u16> = place.quote.encode_utf16().collect();
        assert_eq!(cut, Some(&quote[..]), "{place:?}");
        assert!(!place.quote.trim().is_empty(), "an empty quote: {place:?}");
        let block = &pack.documents()[place.document].blocks[place.block];
        assert_eq!(place.page, block.page, "{place:?}");
        assert!(block.text.contains(place.quote.lines().next().unwrap()), "in another block: {place:?}");
    }
    places.len()
}

/// Demands of all families, with the letters that have two lengths.
const DEMANDS: &[&str] = &[
    "Public liability insurance of £10\u{a0}million is required.",
    "Employers’ liability: £5\u{202f}000\u{202f}000",
    "Bidders must have a yearly turnover of at least “£2m” 🏗️.",
    "| Cover | Level |\n|---|---|\n| Public liability 🏛️ | £5m |\n| Employers’ liability | £10m |",
    "Invoices are paid within 45 days of the end of the month – not 30.",
    "The contract’s value is £120,000 for three years.",
    "The contract is not divided into lots; bids for a part of it are not considered.",
    "Cafe\u{301} services: professional indemnity cover of £1m 👩‍👩‍👧 must be held for 6 years after the end.",
    "Published on 2\u{a0}February\u{a0}2026, tenders by 1 March 2026 in Scotland.",
];

#[test]
fn places_stand_where_they_say_beside_letters_of_two_units() {
    let text = DEMANDS.join("\n\n");
    let found = check(vec![read::read("🦊.md", text.as_bytes()), read::read("b.md", text.as_bytes())]);
    assert!(found > 10, "only {found} places were found, so little was checked");
}

#[test]
fn places_stand_where_they_say_in_every_example_tender() {
    fn files(folder: &Path, out: &mut Vec<std::path::PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, out);
            } else if ["docx", "pdf", "txt"].iter().any(|e| path.extension().is_some_and(|p| p == *e)) {
                out.push(path);
            }
        }
    }
    let mut paths = vec![];
    files(Path::new("tests/packs"), &mut paths);
    paths.sort();
    assert!(paths.len() > 10);
    let documents = paths.iter().map(|p| read::read(&p.to_string_lossy(), &fs::read(p).unwrap())).collect();
    assert!(check(documents) > 50);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn places_stand_where_they_say_whatever_stands_around(
        parts in prop::collection::vec((".{0,40}", prop::sample::select(DEMANDS), "\\PC{0,40}"), 1..6),
        glue in prop::sample::select(&["", " ", "\n", "\n\n", "\t", "\r\n", "\u{2028}", "\u{feff}"][..]),
    ) {
        let parts = parts.iter().map(|(before, demand, after)| [before, *demand, after].join(glue));
        let text = parts.collect::<Vec<_>>().join("\n\n");
        check(vec![read::read("x.md", text.as_bytes()), read::read("x.txt", text.as_bytes())]);
    }
}
