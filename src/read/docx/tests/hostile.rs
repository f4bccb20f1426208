//! Files made to harm. Each comes back as a document, in bounded time and memory.

use super::{body, file, lines, main_part, p, para, part, read, run, with};
use crate::document::{Document, Kind, Why};
use crate::read::docx::walk::{MAX_DEPTH, MAX_ITEMS, MAX_NESTING};
use crate::read::xml::MAX_DEFINITIONS;
use crate::read::zip::tests::archive;

fn is_cut(document: &Document) -> bool {
    document.unread.iter().any(|unread| unread.why == Why::TooLarge)
}

#[test]
fn a_main_part_that_swells_is_not_unpacked() {
    let main = main_part(&p(&" ".repeat(8 << 20)));
    let document = read(&file(&[("word/document.xml", &main)]));
    assert!(is_cut(&document) && document.blocks.is_empty());
}

#[test]
fn deep_nesting_is_cut() {
    let deep = "<w:sdt>".repeat(100 * MAX_DEPTH);
    let document = with(&(p("Before.") + &deep), &[]);
    assert!(is_cut(&document));
    assert_eq!(lines(&document), ["p Before."]);
}

#[test]
fn tables_in_tables_are_read_as_text_below_a_depth() {
    let (open, close) =
        ("<w:tbl><w:tr><w:tc>", "</w:tc><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
    let depth = 5 * MAX_NESTING;
    let rows = body(&(open.repeat(depth) + &p("deepest") + &close.repeat(depth)));
    assert!(rows.iter().any(|row| row.contains("deepest")));
    assert!(rows.len() <= MAX_NESTING);
}

#[test]
fn a_document_of_too_many_paragraphs_is_cut() {
    let document = with(&"<w:p/>".repeat(MAX_ITEMS + 2), &[]);
    assert!(is_cut(&document));
}

#[test]
fn entities_are_not_expanded() {
    let main = main_part(&para("", &run("&lol9; £5m &amp; &#xA3;2m &#0; &unknown;")));
    let laughs = r#"<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY lol9 "&lol;&lol;&lol;">]>"#;
    let document = read(&file(&[("word/document.xml", &main.replace("?><", &format!("?>{laughs}<")))]));
    assert_eq!(lines(&document), ["p £5m & £2m"]);
}

#[test]
fn a_note_is_read_once_however_often_it_is_referred_to() {
    let notes = part("footnotes", &format!(r#"<w:footnote w:id="1">{}</w:footnote>"#, p(&"long ".repeat(1_000))));
    let refers = para("", &(run("x") + r#"<w:r><w:footnoteReference w:id="1"/></w:r>"#));
    let document = with(&refers.repeat(1_000), &[("word/footnotes.xml", &notes)]);
    assert_eq!(document.blocks.iter().filter(|block| block.kind == Kind::Footnote).count(), 1);
}

#[test]
fn parts_that_refer_to_themselves_are_read_once() {
    let section = r#"<w:sectPr><w:headerReference w:type="default" r:id="document"/></w:sectPr>"#;
    assert_eq!(lines(&with(&(p("Once.") + section), &[])), ["header Once.", "p Once."]);
}

#[test]
fn more_styles_and_lists_than_any_file_needs_are_cut() {
    let many = |name: &str, element: &str| part(name, &element.repeat(MAX_DEFINITIONS + 10));
    let styles = many("styles", r#"<w:style w:styleId="x"/>"#);
    let numbering = many("numbering", r#"<w:abstractNum w:abstractNumId="0"/>"#);
    let document = with(&p("Text."), &[("word/styles.xml", &styles), ("word/numbering.xml", &numbering)]);
    let faults: Vec<_> = document.unread.iter().map(|unread| (unread.why, unread.detail.as_deref().unwrap())).collect();
    assert_eq!(faults, [(Why::TooLarge, "word/styles.xml"), (Why::TooLarge, "word/numbering.xml")]);
    assert_eq!(lines(&document), ["p Text."]);
}

#[test]
fn long_blanks_and_long_headers_take_no_longer_than_their_length() {
    // Looked through once for each run or each paragraph these would take hours.
    let blanks = run(&"\u{A0}".repeat(400_000)) + &run("x").repeat(60_000);
    let unmarked = para(r#"<w:rPr><w:del w:id="1"/></w:rPr>"#, "").repeat(10_000);
    assert_eq!(body(&(para("", &blanks) + &unmarked)).len(), 1);
    let header = part("hdr", &(0..60_000).map(|i| p(&i.to_string())).collect::<Vec<_>>().concat());
    let section = r#"<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>"#;
    assert_eq!(with(&(p("Text.") + section), &[("word/header1.xml", &header)]).blocks.len(), 60_001);
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

/// A small file with something of everything.
fn sample() -> Vec<(&'static str, String)> {
    let cell = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell(r#"<w:gridSpan w:val="2"/>"#, "a"),
        cell(r#"<w:vMerge w:val="restart"/>"#, "b"),
        cell(r#"<w:gridSpan w:val="2"/>"#, "c"),
        cell("<w:vMerge/>", "d")
    );
    let xml = para(
        r#"<w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>"#,
        &run("Insurance"),
    ) + &para(
        "",
        &(run("£5m &amp; more") + r#"<w:r><w:footnoteReference w:id="1"/><w:tab/><w:br w:type="page"/></w:r>"#),
    ) + &para(
        "",
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>
            </mc:Choice></mc:AlternateContent></w:r>",
    ) + &para(
        r#"<w:rPr><w:del w:id="1"/></w:rPr>"#,
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r>
            <w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>
            </w:r>"#,
    ) + &table
        + r#"<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>"#;
    let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="1"/>
            <w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1">
            <w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>
            </w:num>"#;
    vec![
        ("word/document.xml", main_part(&xml)),
        (
            "word/styles.xml",
            part(
                "styles",
                r#"<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="H"/>
            </w:style>"#,
            ),
        ),
        ("word/numbering.xml", part("numbering", numbering)),
        ("word/footnotes.xml", part("footnotes", &format!(r#"<w:footnote w:id="1">{}</w:footnote>"#, p("note")))),
        ("word/header1.xml", part("hdr", &p("head"))),
    ]
}

fn sample_file() -> Vec<u8> {
    let parts = sample();
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    file(&parts)
}

#[test]
fn the_sample_is_read() {
    let document = read(&sample_file());
    assert_eq!(document.unread, []);
    assert_eq!(
        lines(&document),
        [
            "header head",
            "h1 [0.iii] Insurance",
            "p £5m & more",
            "note [1] note",
            "p box",
            "p 1",
            "t0 0,2 a | b",
            "t0 0,2 c | "
        ]
    );
}

#[test]
fn any_bytes_of_the_archive_may_be_wrong() {
    let whole = sample_file();
    let mut dice = Dice(0x5EED);
    for round in 0..1_000 {
        let mut bytes = whole.clone();
        for _ in 0..=dice.roll(4) {
            let at = dice.roll(bytes.len());
            bytes[at] = dice.roll(256) as u8;
        }
        if round % 5 == 0 {
            bytes.truncate(dice.roll(bytes.len()));
        }
        let document = crate::read::docx::read("a.docx", &bytes);
        assert!(!document.blocks.is_empty() || !document.unread.is_empty(), "round {round}");
    }
}

#[test]
fn any_characters_of_the_xml_may_be_wrong() {
    const SCRAPS: [&str; 14] = [
        "<w:p>",
        "</w:p>",
        "<w:tbl>",
        "</w:tr>",
        "<w:tc>",
        "<w:r>",
        "<w:t>",
        "</w:t>",
        "<w:txbxContent>",
        "&",
        "&#x41;",
        "<!--",
        "<![CDATA[",
        "<w:numPr/>",
    ];
    let mut dice = Dice(0xFEED);
    for round in 0..1_000 {
        let mut parts = sample();
        for _ in 0..=dice.roll(6) {
            let which = dice.roll(parts.len());
            let text = &mut parts[which].1;
            let mut place = || {
                let mut at = dice.roll(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let (from, to) = (place(), place());
            match dice.roll(4) {
                0 => text.insert_str(from, SCRAPS[dice.roll(SCRAPS.len())]),
                1 => text.replace_range(from.min(to)..from.max(to), ""),
                2 => text.truncate(from.max(text.len() / 2)),
                _ => {
                    let copy = text[from.min(to)..from.max(to)].to_owned();
                    text.insert_str(from, &copy);
                }
            }
        }
        let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let document = read(&archive(&parts, false));
        assert!(!document.blocks.is_empty() || !document.unread.is_empty(), "round {round}");
    }
}
