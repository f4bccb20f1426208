//! Notes, headers and footers.

use std::fmt::Write;

use super::{lines, p, para, part, run, with};

fn reference(kind: &str, id: u8) -> String {
    format!(r#"<w:r><w:{kind}Reference w:id="{id}"/></w:r>"#)
}

fn notes(kind: &str, inside: &str) -> String {
    let rule = format!(r#"<w:{kind} w:type="separator" w:id="-1">{}</w:{kind}>"#, p("-----"));
    part(&format!("{kind}s"), &(rule + inside))
}

fn note(kind: &str, id: u8, text: &str) -> String {
    format!(r#"<w:{kind} w:id="{id}">{}</w:{kind}>"#, para("", &format!("<w:r><w:{kind}Ref/></w:r>{}", run(text))))
}

#[test]
fn notes_come_after_the_block_that_refers_to_them() {
    let footnotes = notes("footnote", &(note("footnote", 1, " excluding VAT") + &note("footnote", 2, "a year")));
    let endnotes = notes("endnote", &note("endnote", 1, "the Act"));
    let refers = para("", &(run("£5m") + &reference("footnote", 2) + &run(" or more") + &reference("footnote", 1)));
    let xml = refers + &para("", &(run("by law") + &reference("endnote", 1) + &reference("footnote", 2))) + &p("End.");
    let document = with(&xml, &[("word/footnotes.xml", &footnotes), ("word/endnotes.xml", &endnotes)]);
    assert_eq!(document.unread, []);
    let expected =
        ["p £5m or more", "note [1] a year", "note [2] excluding VAT", "p by law", "note [i] the Act", "p End."];
    assert_eq!(lines(&document), expected);
}

#[test]
fn a_note_in_a_table_comes_after_its_row() {
    let cell = |inside: &str| format!("<w:tc>{}</w:tc>", para("", inside));
    let first = cell(&(run("a") + &reference("footnote", 1))) + &cell(&run("b"));
    let xml = format!("<w:tbl><w:tr>{first}</w:tr><w:tr>{}{}</w:tr></w:tbl>", cell(&run("c")), cell(&run("d")));
    let document = with(&xml, &[("word/footnotes.xml", &notes("footnote", &note("footnote", 1, "of all")))]);
    assert_eq!(lines(&document), ["t0 0,1 a | b", "note [1] of all", "t0 0,1 c | d"]);
}

#[test]
fn a_mark_of_the_authors_own_is_text() {
    let own = r#"<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>"#;
    let xml = para("", &(run("a sum") + own)) + &para("", &(run("another") + &reference("footnote", 2)));
    let footnotes = notes("footnote", &(note("footnote", 1, "roughly") + &note("footnote", 2, "exactly")));
    let document = with(&xml, &[("word/footnotes.xml", &footnotes)]);
    assert_eq!(lines(&document), ["p a sum*", "note roughly", "p another", "note [1] exactly"]);
}

/// A section that names these headers and footers.
fn section(names: &[(&str, &str)], more: &str) -> String {
    let mut references = String::new();
    for (pages, id) in names {
        let kind = if id.starts_with('h') { "header" } else { "footer" };
        let _ = write!(references, r#"<w:{kind}Reference w:type="{pages}" r:id="{id}"/>"#);
    }
    format!("<w:sectPr>{references}{more}</w:sectPr>")
}

#[test]
fn each_header_and_footer_is_read_once() {
    let head = part("hdr", &(p("Parish council") + &p("ITT 7")));
    let again = part("hdr", &(p("Parish council") + &p("ITT 8")));
    let foot =
        part("ftr", &format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("Page 1"), p("v2")));
    let xml = para(&section(&[("default", "header1"), ("default", "footer1")], ""), &run("One."))
        + &p("Two.")
        + &section(&[("default", "header2"), ("default", "footer1")], "");
    let parts = [("word/header1.xml", head.as_str()), ("word/header2.xml", &again), ("word/footer1.xml", &foot)];
    let expected =
        ["header Parish council", "header ITT 7", "header ITT 8", "p One.", "p Two.", "footer Page 1", "footer v2"];
    assert_eq!(lines(&with(&xml, &parts)), expected);
}

#[test]
fn headers_for_pages_that_the_file_has_not_are_not_read() {
    let names = [("first", "header1"), ("even", "header2"), ("default", "header3")];
    let (first, even, all) = (part("hdr", &p("first")), part("hdr", &p("even")), part("hdr", &p("all")));
    let read = |more: &str, settings: &str| {
        let settings = part("settings", settings);
        let parts = [
            ("word/header1.xml", first.as_str()),
            ("word/header2.xml", &even),
            ("word/header3.xml", &all),
            ("word/settings.xml", &settings),
        ];
        let mut shown = lines(&with(&(p("Text.") + &section(&names, more)), &parts));
        shown.pop();
        shown
    };
    assert_eq!(read("", ""), ["header all"]);
    assert_eq!(read("<w:titlePg/>", "<w:evenAndOddHeaders/>"), ["header first", "header even", "header all"]);
}
