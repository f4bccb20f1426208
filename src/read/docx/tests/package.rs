//! Files that are not whole, and files that are not Word's.

use super::{file, lines, main_part, p, para, part, read, with};
use crate::document::{Document, Format, Why};
use crate::read::zip::tests::archive;

fn faults(document: &Document) -> Vec<(Why, &str)> {
    document.unread.iter().map(|unread| (unread.why, unread.detail.as_deref().unwrap_or(""))).collect()
}

#[test]
fn an_archive_that_is_not_words_is_named() {
    let names = [
        ("ppt/presentation.xml", "", "PowerPoint presentation"),
        ("mimetype", "application/vnd.oasis.opendocument.presentation", "OpenDocument file"),
        ("readme.txt", "hello", "zip archive"),
    ];
    for (name, contents, what) in names {
        let document = read(&archive(&[(name, contents.as_bytes())], false));
        assert_eq!(faults(&document), [(Why::UnknownType, what)]);
        assert_ne!(document.format, Format::Docx);
    }
}

#[test]
fn a_file_without_its_main_part_is_damaged() {
    let document = read(&archive(&[("word/styles.xml", b"<w:styles/>".as_slice())], false));
    assert_eq!(faults(&document), [(Why::Damaged, "Word file without its main part")]);
}

#[test]
fn a_file_without_relationships_is_read_by_the_usual_names() {
    let main = main_part(&para(r#"<w:pStyle w:val="H"/>"#, &super::run("Terms")));
    let styles = part("styles", r#"<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 3"/></w:style>"#);
    let entries = [("word/document.xml", main.as_bytes()), ("word/styles.xml", styles.as_bytes())];
    assert_eq!(lines(&read(&archive(&entries, true))), ["h3 Terms"]);
}

#[test]
fn a_part_that_is_missing_or_broken_is_listed_and_the_rest_read() {
    let section = r#"<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>"#;
    let document = with(&(p("Text.") + section), &[("word/header1.xml", "<w:hdr><w:p><w:r><w:t>Council</w:t>")]);
    assert_eq!(lines(&document), ["header Council", "p Text."]);
    assert_eq!(faults(&document), [(Why::Damaged, "word/header1.xml")]);

    let related = r#"<Relationships><Relationship Id="a" Type="x/styles" Target="styles.xml"/></Relationships>"#;
    let main = main_part(&p("Text."));
    let entries = [("word/document.xml", main.as_bytes()), ("word/_rels/document.xml.rels", related.as_bytes())];
    let document = read(&archive(&entries, false));
    assert_eq!(
        (lines(&document), faults(&document)),
        (vec!["p Text.".into()], vec![(Why::Damaged, "word/styles.xml")])
    );
}

#[test]
fn a_main_part_that_breaks_off_is_read_as_far_as_it_goes() {
    let main = main_part(&(p("One.") + &p("Two.")));
    let document = read(&file(&[("word/document.xml", &main[..main.find("Two").unwrap() + 3])]));
    assert_eq!(
        (lines(&document), faults(&document)),
        (vec!["p One.".into(), "p Two".into()], vec![(Why::Damaged, "word/document.xml")])
    );
}

#[test]
fn tags_that_do_not_pair_are_paired_as_well_as_can_be() {
    let main = main_part(&(p("One.") + "<w:p><w:r><w:t>Two.</w:r></w:p></w:tbl>" + &p("Three.")));
    let document = read(&file(&[("word/document.xml", &main)]));
    assert_eq!(lines(&document), ["p One.", "p Two.", "p Three."]);
    assert_eq!(faults(&document), [(Why::Damaged, "word/document.xml")]);
}

#[test]
fn files_inside_the_file_are_listed() {
    let object = |program: &str| {
        para(
            "",
            &format!(r#"<w:r><w:object><o:OLEObject Type="Embed" ProgID="{program}" r:id="sheet1"/></w:object></w:r>"#),
        )
    };
    let xml = p("See the sheet.") + &object("Excel.Sheet.12") + &object("Equation.3");
    let chunk = r#"<w:altChunk r:id="sheet1"/>"#;
    assert_eq!(faults(&with(&(p("Text.") + chunk), &[("word/embeddings/sheet1.xlsx", "PK")]))[0].0, Why::Embedded);
    let document = with(&xml, &[("word/embeddings/sheet1.xlsx", "PK")]);
    assert_eq!(faults(&document), [(Why::Embedded, "word/embeddings/sheet1.xlsx Excel.Sheet.12")]);
}

#[test]
fn pictures_without_text_are_a_scan_and_nothing_is_empty() {
    let picture = para("", r#"<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>"#);
    assert_eq!(with(&picture, &[]).unread[0].why, Why::NoTextLayer);
    assert_eq!(with("<w:p/>", &[]).unread[0].why, Why::Empty);
    assert_eq!(with(&(picture + &p("Text.")), &[]).unread, []);
}

#[test]
fn parts_may_be_in_utf_16() {
    let main = main_part(&p("£5m – “cover”")).replace("UTF-8", "UTF-16");
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(main.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(lines(&read(&archive(&[("word/document.xml", &wide)], true))), ["p £5m – “cover”"]);
}
