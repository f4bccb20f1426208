//! The shapes of a report: what they show of one report that was made by hand, and that no document can break them.

use std::collections::HashSet;

use anstream::adapter::strip_str;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use tender_check::document::Kind;
use tender_check::read::read;
use tender_check::report::compare::{self, compare};
use tender_check::report::{Finding, Report, csv, html, json, markdown, text};

const SMALL: &str = include_str!("reports/small.json");

fn small() -> Report {
    serde_json::from_str(SMALL).expect("the report that was made by hand fits the types")
}

#[test]
fn json_is_read_and_written_without_loss() {
    assert_eq!(json::write(&small()), SMALL);
}

#[test]
fn text_for_a_terminal() {
    insta::assert_snapshot!(strip_str(&text::write(&small(), 80)).to_string());
}

#[test]
fn a_page() {
    let page = html::write(&small());
    // The style is a file of its own and only noise here.
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    let lines = format!("{before}<style>…</style>{after}").replace("><", ">\n<");
    insta::assert_snapshot!(lines);
    assert_well_formed(&page);
}

#[test]
fn markdown_for_wikis() {
    insta::assert_snapshot!(markdown::write(&small()));
}

#[test]
fn a_table_for_spreadsheets() {
    insta::assert_snapshot!(csv::write(&small()));
}

#[test]
fn two_reports_are_compared() {
    let earlier = small();
    let mut later = small();
    assert!(compare(&earlier, &later).mended.is_empty() && compare(&earlier, &later).new.is_empty());
    let counted = earlier.findings.iter().filter(|f| f.set_aside.is_none()).count();
    assert_eq!(compare(&earlier, &later).unchanged.len(), counted);

    // One is gone, one says other words, one is set aside, one is new.
    let gone = later.findings.remove(0);
    later.findings[0].key.push('0');
    later.findings[2].set_aside = earlier.findings.iter().find_map(|f| f.set_aside.clone());
    later.findings.push(Finding { rule: "payment.retention".into(), key: "payment.retention:1".into(), ..gone });
    let found = compare(&earlier, &later);
    assert_eq!(found.mended, [0]);
    assert_eq!(found.changed, [(1, 0)]);
    assert_eq!(found.set_aside, [(3, 2)]);
    assert_eq!(found.new, [later.findings.len() - 1]);
    assert_eq!(found.unchanged.len(), counted - 3);
    insta::assert_snapshot!(compare::text(&earlier, &later));
}

#[test]
fn text_keeps_to_its_width_but_for_words_that_are_longer() {
    for width in [0, 40, 61, 100, 5000] {
        let text = strip_str(&text::write(&small(), width)).to_string();
        let widest = text.lines().filter(|l| l.trim().contains(' ')).map(|l| l.chars().count()).max();
        assert!(widest <= Some(width.clamp(40, 100)), "{width}: {widest:?}");
    }
}

/// Every string of a report, one after the other, replaced by this.
fn with_every_text(report: &Report, hostile: &str) -> Report {
    const NAMES: [&str; 9] = ["format", "origin", "stance", "bucket", "severity", "kind", "read", "why", "value"];
    fn replace(value: &mut serde_json::Value, name: &str, hostile: &str) {
        match value {
            serde_json::Value::Object(fields) => fields.iter_mut().for_each(|(name, v)| replace(v, name, hostile)),
            serde_json::Value::Array(items) => items.iter_mut().for_each(|v| replace(v, name, hostile)),
            // These are words of the program, not of a document.
            serde_json::Value::String(_) if NAMES.contains(&name) => {}
            serde_json::Value::String(text) => hostile.clone_into(text),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(report).unwrap();
    replace(&mut value, "", hostile);
    // A finding's "why" is a text, that of a file is a name.
    for finding in value["findings"].as_array_mut().unwrap() {
        finding["why"] = hostile.into();
        if let Some(own) = finding.get_mut("own") {
            own["why"] = hostile.into();
        }
    }
    serde_json::from_value(value).expect("still a report")
}

#[test]
fn nothing_in_a_document_becomes_part_of_the_page() {
    let hostile = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' &amp;";
    let page = html::write(&with_every_text(&small(), hostile));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_well_formed(&page);
    assert_well_formed(&html::write(&with_every_text(&small(), "javascript:alert(1)")));
}

#[test]
fn nothing_in_a_document_becomes_a_mark_of_markdown() {
    let read = |text: &str| {
        let text = markdown::write(&with_every_text(&small(), text));
        let kinds = read("a.md", text.as_bytes()).blocks.into_iter().map(|block| block.kind);
        let marked = kinds.filter(|kind| !matches!(kind, Kind::Paragraph | Kind::Field { .. }));
        (marked.map(|kind| std::mem::discriminant(&kind)).collect::<Vec<_>>(), text)
    };
    let calm = read("words");
    for hostile in
        ["# Heading", "- item", "1. item", "| a | b |", "> quote", "===", "***", "\n\n# Heading\n", "```\ncode"]
    {
        assert_eq!(read(hostile).0, calm.0, "{hostile}");
    }
    let (_, text) = read("<script>alert(1)</script> [a](javascript:alert(1)) ![a](https://example.org/a.png)");
    let text = text.replace(r"\<", "").replace(r"\]", "");
    assert!(
        !text.contains("<script") && !text.contains("](javascript") && !text.contains("](https://example.org/a.png")
    );
}

#[test]
fn nothing_in_a_document_is_a_formula_of_a_table() {
    for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\",=1"] {
        let table = csv::write(&with_every_text(&small(), hostile));
        let mut rows = table.trim_start_matches('\u{feff}').split("\r\n").skip(1).filter(|row| !row.is_empty());
        assert!(rows.all(|row| cells(row).all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']))), "{table}");
    }
}

/// The cells of a row of a table, as a spreadsheet reads them.
fn cells(row: &str) -> impl Iterator<Item = String> {
    let mut inner = row;
    std::iter::from_fn(move || {
        let mut rest = inner.strip_prefix(',').unwrap_or(inner).strip_prefix('"')?;
        let mut cell = String::new();
        loop {
            let (before, after) = rest.split_once('"').expect("a cell that is closed");
            cell.push_str(before);
            rest = after;
            match rest.strip_prefix('"') {
                Some(more) => rest = more,
                None => break,
            }
            cell.push('"');
        }
        inner = rest;
        Some(cell)
    })
}

#[test]
fn nothing_in_a_document_steers_a_terminal() {
    let hostile = "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\r\u{8}\u{202e}end";
    let text = text::write(&with_every_text(&small(), hostile), 80);
    let bare = strip_str(&text).to_string();
    let steers = bare.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
    assert_eq!(steers, None, "{bare:?}");
    assert!(bare.contains("end"));
}

/// Nothing runs and nothing is loaded, every element is closed, ids are there once and what refers to them finds them, headings do not skip a level.
fn assert_well_formed(page: &str) {
    const VOID: [&str; 4] = ["br", "img", "link", "meta"];
    let attribute = |e: &BytesStart, name: &str| {
        let found = e.try_get_attribute(name).expect("attributes parse");
        found.map(|a| a.value.into_owned())
    };
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let (mut open, mut ids, mut wanted, mut level) = (vec![], HashSet::new(), vec![], 0);
    loop {
        match reader.read_event().expect("a page that parses") {
            Event::Start(element) => {
                let name = element.name().as_ref().to_owned();
                assert!(!["script", "img"].contains(&name.as_str()), "{name}");
                for attribute in element.attributes() {
                    let attribute = attribute.expect("attributes parse");
                    let (name, value) = (attribute.key.as_ref(), &attribute.value);
                    assert!(!name.starts_with("on"), "{name}={value}");
                    assert!(name != "href" || value.starts_with('#') || value.starts_with("https://"), "{value}");
                }
                if let Some(id) = attribute(&element, "id") {
                    assert!(ids.insert(id.clone()), "the id {id} is there twice");
                }
                wanted.extend(attribute(&element, "aria-labelledby"));
                wanted.extend(attribute(&element, "href").and_then(|h| Some(h.strip_prefix('#')?.to_owned())));
                if let Some(next) = name.strip_prefix('h').and_then(|n| n.parse::<u8>().ok()) {
                    assert!(next <= level + 1, "h{next} after h{level}");
                    level = next;
                }
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Event::End(element) => {
                assert_eq!(open.pop().as_deref(), Some(element.name().as_ref()));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "not closed: {open:?}");
    for id in wanted {
        assert!(ids.contains(&id), "nothing has the id {id}");
    }
    assert!(page.contains("<html lang=\"en-GB\">"));
}
