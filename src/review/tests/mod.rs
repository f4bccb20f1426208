//! Small Word files with remarks put into them, and what is read of them then.

use proptest::prelude::*;

use super::{Refused, Remark, Reviewed, Reviewer, review};
use crate::document::Document;
use crate::read::docx::tests::{bold, file, main_part, p, para, part, run};
use crate::read::zip::Archive;

fn by() -> Reviewer {
    Reviewer { name: "Tender Check".into(), date: "2027-01-31T09:00:00Z".into() }
}

fn read(bytes: &[u8]) -> Document {
    crate::read::read("tender.docx", bytes)
}

fn xml(bytes: &[u8], name: &str) -> String {
    String::from_utf8(Archive::open(bytes).unwrap().read(name).unwrap().bytes).unwrap()
}

/// A remark beside the first place of these words.
fn beside(document: &Document, words: &str, wording: Option<&str>) -> Remark {
    let text = document.text();
    let start = text[..text.find(words).unwrap()].encode_utf16().count();
    let passage = Some((start, start + words.encode_utf16().count()));
    Remark { passage, lines: vec!["A title".into(), "Why & what < else.".into()], wording: wording.map(str::to_owned) }
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>"#;

/// A file with this body, and remarks beside these words.
fn reviewed(body: &str, words: &[(&str, Option<&str>)]) -> (Vec<u8>, Reviewed) {
    let original = file(&[("word/document.xml", &main_part(body)), ("[Content_Types].xml", TYPES)]);
    let document = read(&original);
    let remarks: Vec<Remark> = words.iter().map(|(words, wording)| beside(&document, words, *wording)).collect();
    let reviewed = review(&original, &remarks, &by(), true).unwrap();
    (original, reviewed)
}

/// The words between the marks of each comment of a part, as they are written.
fn commented(part: &str) -> Vec<String> {
    let texts = |xml: &str| {
        let pieces = xml.split("<w:t").skip(1).filter(|piece| piece.starts_with(['>', ' ']));
        let piece = |piece: &str| piece.split_once('>').unwrap().1.split("</w:t>").next().unwrap().to_owned();
        pieces.map(piece).collect::<String>()
    };
    (0..)
        .map_while(|id| {
            let from = part.find(&format!("<w:commentRangeStart w:id=\"{id}\"/>"))?;
            let upto = part.find(&format!("<w:commentRangeEnd w:id=\"{id}\"/>"))?;
            Some(texts(&part[from..upto]))
        })
        .collect()
}

#[test]
fn a_comment_stands_around_its_words() {
    let body = p("Bidders must hold cover of £5m. They may buy it later.") + &p("The next paragraph.");
    let (original, reviewed) = reviewed(&body, &[("cover of £5m", None), ("The next paragraph.", None)]);
    assert_eq!((reviewed.beside, reviewed.at_head, reviewed.changes), (2, 0, 0));
    let main = xml(&reviewed.bytes, "word/document.xml");
    assert_eq!(commented(&main), ["cover of £5m", "The next paragraph."]);
    assert_eq!(read(&reviewed.bytes).blocks, read(&original).blocks);
    let comments = xml(&reviewed.bytes, "word/comments.xml");
    assert_eq!(comments.matches("<w:comment ").count(), 2);
    assert!(comments.contains("Why &amp; what &lt; else."));
    assert!(xml(&reviewed.bytes, "[Content_Types].xml").contains("PartName=\"/word/comments.xml\""));
    assert!(xml(&reviewed.bytes, "word/_rels/document.xml.rels").contains("Target=\"/word/comments.xml\""));
}

#[test]
fn words_in_several_runs_keep_their_looks() {
    let body = para("", &(run("Cover of ") + &bold("£5") + &run("m &amp; more is asked for.")));
    let (original, reviewed) = reviewed(&body, &[("of £5m & more", None), ("£5", None)]);
    let main = xml(&reviewed.bytes, "word/document.xml");
    assert_eq!(commented(&main), ["of £5m &amp; more", "£5"]);
    assert_eq!(read(&reviewed.bytes).blocks, read(&original).blocks);
    assert_eq!(main.matches("<w:b/>").count(), 1);
}

#[test]
fn a_sentence_is_replaced_as_a_tracked_change() {
    let body = para("", &(run("Read this. Cover of ") + &bold("£5m") + &run(" is asked for. It is kept.")));
    let better = "Cover of £1m is enough.";
    let (_, reviewed) = reviewed(&body, &[("Cover of £5m is asked for.", Some(better))]);
    assert_eq!(reviewed.changes, 1);
    // What is read is what stands once the changes are accepted.
    assert_eq!(read(&reviewed.bytes).text(), "Read this. Cover of £1m is enough. It is kept.");
    let main = xml(&reviewed.bytes, "word/document.xml");
    let struck: String =
        main.split("<w:delText xml:space=\"preserve\">").skip(1).map(|t| t.split('<').next().unwrap()).collect();
    assert_eq!(struck, "Cover of £5m is asked for.");
    assert_eq!(main.matches("<w:del ").count(), 3);
}

#[test]
fn whole_runs_and_runs_with_tabs_are_replaced_too() {
    let tabbed = r"<w:r><w:t>So:</w:t><w:tab/><w:t>Cover is £5m.</w:t><w:tab/><w:t>End</w:t></w:r>";
    for body in [p("Cover is £5m."), para("", tabbed), para("", &(run("Cover is") + &run(" £5m.")))] {
        let (original, reviewed) = reviewed(&body, &[("Cover is £5m.", Some("Cover is £1m."))]);
        assert_eq!(reviewed.changes, 1, "{body}");
        let before = read(&original).text();
        assert_eq!(read(&reviewed.bytes).text(), before.replace("£5m", "£1m"), "{body}");
    }
}

#[test]
fn of_two_changes_to_one_passage_the_first_is_made() {
    let body = p("Cover of £5m and £10m is asked for.");
    let whole = "Cover of £5m and £10m is asked for.";
    let (_, reviewed) = reviewed(&body, &[(whole, Some("First.")), (whole, Some("Second.")), ("£10m", None)]);
    assert_eq!((reviewed.beside, reviewed.changes), (3, 2));
    assert_eq!(read(&reviewed.bytes).text(), "First. Second.");
    let main = xml(&reviewed.bytes, "word/document.xml");
    assert_eq!(main.matches("<w:commentRangeStart").count(), 3);
}

#[test]
fn wording_for_a_part_of_a_sentence_comes_behind_the_sentence() {
    let table = "<w:tbl><w:tr><w:tc>X</w:tc><w:tc>Y</w:tc></w:tr></w:tbl>";
    let table = table.replace('X', &p("Cover")).replace('Y', &p("£5m"));
    let body = p("Cover of £5m is asked for, e.g. by post. It is kept.") + &table;
    let (_, reviewed) = reviewed(&body, &[("£5m", Some("Or £1m.")), ("Cover\t£5m", Some("£1m is enough."))]);
    assert_eq!(reviewed.changes, 2);
    let text = "Cover of £5m is asked for, e.g. by post. Or £1m. It is kept.\nCover\t£5m £1m is enough.";
    assert_eq!(read(&reviewed.bytes).text(), text);
}

#[test]
fn a_passage_with_a_link_or_a_note_in_it_is_only_commented_on() {
    let link = format!("<w:hyperlink>{}</w:hyperlink>", run("the terms"));
    let note = r#"<w:r><w:footnoteReference w:id="1"/></w:r>"#;
    for middle in [link.as_str(), note] {
        let body = para("", &(run("Read ") + middle + &run(" now.")));
        let words = if middle == note { "Read now." } else { "Read the terms now." };
        let (_, reviewed) = reviewed(&body, &[(words, Some("Do not."))]);
        // What stands in it is not struck out; the wording comes behind it.
        assert_eq!((reviewed.beside, reviewed.changes), (1, 1));
        assert!(read(&reviewed.bytes).text().starts_with("Read"), "{}", read(&reviewed.bytes).text());
        assert!(read(&reviewed.bytes).text().ends_with("now. Do not."));
    }
}

#[test]
fn cells_lists_and_typed_numbers_are_found() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|c| cell(c)).collect::<String>());
    let table = format!("<w:tbl>{}{}</w:tbl>", row(&["Cover", "Amount"]), row(&["Public liability", "£5m"]));
    let body = p("4.2 Cover is to be held from the start.") + &table + &p("After.");
    let (original, reviewed) =
        reviewed(&body, &[("£5m", None), ("Cover is to be held", None), ("Public liability\t£5m", None)]);
    assert_eq!(read(&reviewed.bytes).blocks, read(&original).blocks);
    let main = xml(&reviewed.bytes, "word/document.xml");
    assert_eq!(commented(&main), ["£5m", "Cover is to be held", "Public liability£5m"]);
}

#[test]
fn what_word_lets_nobody_comment_on_goes_to_the_head() {
    let boxed = format!("<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>", p("In a box."));
    let body = p("First.") + &para("", &(run("Beside a box.") + &boxed));
    let (_, reviewed) = reviewed(&body, &[("In a box.", Some("Out."))]);
    assert_eq!((reviewed.beside, reviewed.at_head, reviewed.changes), (0, 1, 0));
    assert_eq!(commented(&xml(&reviewed.bytes, "word/document.xml")), ["First."]);
}

#[test]
fn comments_that_are_there_stay() {
    let theirs = part("comments", r#"<w:comment w:id="7" w:author="A"><w:p/></w:comment>"#);
    let noted = r#"<w:commentRangeStart w:id="7"/><w:r><w:t>Cover</w:t></w:r><w:commentRangeEnd w:id="7"/>"#;
    let main = main_part(&para("", &(noted.to_owned() + &run(" of £5m."))));
    let original = file(&[
        ("word/document.xml", &main),
        ("word/comments.xml", &theirs),
        ("[Content_Types].xml", &TYPES.replace("></", "><Override PartName=\"/word/comments.xml\"/></")),
    ]);
    let remark = beside(&read(&original), "of £5m", None);
    let reviewed = review(&original, &[remark], &by(), false).unwrap();
    let comments = xml(&reviewed.bytes, "word/comments.xml");
    assert!(comments.contains("w:id=\"7\"") && comments.contains("w:id=\"8\""));
    assert_eq!(xml(&reviewed.bytes, "[Content_Types].xml"), xml(&original, "[Content_Types].xml"));
    let relations = "word/_rels/document.xml.rels";
    assert_eq!(xml(&reviewed.bytes, relations), xml(&original, relations));
}

#[test]
fn other_parts_stay_byte_for_byte() {
    let styles = part("styles", "");
    let original = file(&[
        ("word/document.xml", &main_part(&p("Text."))),
        ("word/styles.xml", &styles),
        ("[Content_Types].xml", TYPES),
    ]);
    let reviewed = review(&original, &[beside(&read(&original), "Text", None)], &by(), true).unwrap();
    for name in ["word/styles.xml", "_rels/.rels"] {
        assert_eq!(xml(&reviewed.bytes, name), xml(&original, name));
    }
}

#[test]
fn files_that_would_not_be_whole_are_refused() {
    assert_eq!(review(b"text", &[], &by(), false).err(), Some(Refused::NotWord));
    let broken = main_part(&p("Text.")).replace("</w:p>", "</w:q>");
    let broken = file(&[("word/document.xml", &broken), ("[Content_Types].xml", TYPES)]);
    assert_eq!(review(&broken, &[], &by(), false).err(), Some(Refused::NotWhole));
    // Written in UTF-8 they would say of themselves what is not true.
    for part in ["word/document.xml", "word/comments.xml"] {
        let text = [("word/document.xml", main_part(&p("Text."))), ("word/comments.xml", "<w:comments/>".to_owned())];
        let declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>";
        let told = |name: &str, text: &str| [if name == part { declared } else { "" }, text].concat();
        let text = text.map(|(name, text)| (name, told(name, &text)));
        let [main, comments] = &text;
        let wide = file(&[(main.0, &main.1), (comments.0, &comments.1), ("[Content_Types].xml", TYPES)]);
        assert_eq!(review(&wide, &[], &by(), false).err(), Some(Refused::NotWhole), "{part}");
    }
    let empty = file(&[("word/document.xml", &main_part("<w:p/>")), ("[Content_Types].xml", TYPES)]);
    assert_eq!(review(&empty, &[], &by(), false).err(), Some(Refused::NoText));
}

/// A paragraph of runs, some bold, with entities and blanks in them.
fn paragraphs() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["cover", " of ", "£5m", "&amp;", "  ", "é", "&#163;1", "A.", "<w:tab/>", "𝟓"]);
    let run = (prop::collection::vec(word, 1..5), any::<bool>()).prop_map(|(words, heavy)| {
        let text: String = words.concat();
        let pieces: Vec<String> =
            text.split("<w:tab/>").map(|piece| format!(r#"<w:t xml:space="preserve">{piece}</w:t>"#)).collect();
        let look = if heavy { "<w:rPr><w:b/></w:rPr>" } else { "" };
        format!("<w:r>{look}{}</w:r>", pieces.join("<w:tab/>"))
    });
    prop::collection::vec(run, 1..5).prop_map(|runs| para("", &runs.concat()))
}

proptest! {
    /// Wherever the remarks stand: the text is as it was, with changes it is what was asked for, and the XML is whole.
    #[test]
    fn text_is_never_lost(
        body in prop::collection::vec(paragraphs(), 1..4),
        cuts in prop::collection::vec((0..200_usize, 1..60_usize, any::<bool>()), 1..6),
    ) {
        let original = file(&[("word/document.xml", &main_part(&body.concat())), ("[Content_Types].xml", TYPES)]);
        let document = read(&original);
        let length = document.text().encode_utf16().count();
        prop_assume!(length > 1);
        let remarks: Vec<Remark> = cuts
            .iter()
            .map(|(start, wide, change)| {
                let start = start % length;
                let passage = Some((start, (start + wide).min(length)));
                Remark { passage, lines: vec!["T".into()], wording: change.then(|| "NEW".to_owned()) }
            })
            .collect();
        match review(&original, &remarks, &by(), false) {
            Err(refused) => prop_assert_eq!(refused, Refused::NoText),
            Ok(plain) => {
                let again = read(&plain.bytes);
                prop_assert_eq!(&again.unread, &document.unread);
                prop_assert_eq!(again.text(), document.text());
                prop_assert_eq!(plain.beside + plain.at_head, remarks.len());
                let changed = review(&original, &remarks, &by(), true).unwrap();
                let again = read(&changed.bytes);
                prop_assert_eq!(&again.unread, &document.unread);
                prop_assert_eq!(again.text().matches("NEW").count(), changed.changes);
                let main = xml(&changed.bytes, "word/document.xml");
                prop_assert_eq!(main.matches("<w:delText").count(), main.matches("</w:delText>").count());
                let opened = main.matches("<w:t>").count() + main.matches("<w:t ").count();
                prop_assert_eq!(opened, main.matches("</w:t>").count());
            }
        }
    }
}
