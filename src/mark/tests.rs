use std::ops::Range;

use super::{Marked, Refused, Spot, mark};
use crate::document::Document;
use crate::read::pdf::read;
use crate::read::pdf::tests::maker::{Draw, Maker, file_of, one_page};
use crate::remark::{Remark, Reviewer};
use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys::{ANNOTS, RECT, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Number, String as PdfString};

fn by() -> Reviewer {
    Reviewer { name: "Tender Check".into(), date: "2027-01-31T09:00:00Z".into() }
}

/// A remark about words of a document; none of them is about the whole.
fn remark(document: &Document, words: &str) -> Remark {
    let text = document.text();
    let place = |range: Range<usize>| {
        let units = |end: usize| text[..end].encode_utf16().count();
        (units(range.start), units(range.end))
    };
    let found = text.find(words).filter(|_| !words.is_empty());
    let passage = found.map(|at| place(at..at + words.len()));
    Remark { passage, lines: vec![format!("About “{words}”"), "Say why.".into()], wording: None }
}

fn marked(file: &[u8], words: &[&str]) -> Result<Marked, Refused> {
    let document = read("a.pdf", file);
    let spots: Vec<Spot> = document.blocks.iter().map(Spot::from).collect();
    let remarks: Vec<Remark> = words.iter().map(|words| remark(&document, words)).collect();
    mark(file, &spots, &remarks, &by())
}

/// The annotations of each page: kind, words, and the box in whole points.
fn annotations(file: &[u8]) -> Vec<Vec<(String, String, [i64; 4])>> {
    let pdf = Pdf::new(file.to_vec()).expect("a file that opens");
    let shown = |annotation: Dict<'_>| {
        let kind = annotation.get::<Name<'_>>(SUBTYPE).map(|name| String::from_utf8_lossy(&name).into_owned());
        let words = annotation.get::<PdfString<'_>>("Contents").map(|text| {
            let bytes = text.as_bytes().strip_prefix(b"\xfe\xff").map(<[u8]>::to_vec);
            let units = bytes.iter().flatten().copied().collect::<Vec<u8>>();
            let units: Vec<u16> = units.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            if units.is_empty() {
                String::from_utf8_lossy(text.as_bytes()).into_owned()
            } else {
                String::from_utf16_lossy(&units)
            }
        });
        let rect: Vec<i64> = annotation
            .get::<Array<'_>>(RECT)
            .map(|rect| rect.iter::<Number>().map(|n| n.as_f64().round() as i64).collect())
            .unwrap_or_default();
        (kind.unwrap_or_default(), words.unwrap_or_default(), rect.try_into().unwrap_or_default())
    };
    let of_page = |page: &hayro_syntax::page::Page<'_>| {
        let annots = page.raw().get::<Array<'_>>(ANNOTS);
        annots.map(|annots| annots.iter::<Dict<'_>>().map(shown).collect()).unwrap_or_default()
    };
    pdf.pages().iter().map(of_page).collect()
}

const COVER: &str = "Public liability of £5m.";

fn two_pages(entries: &str) -> Vec<u8> {
    let mut maker = Maker::default();
    maker.page(&Draw::default().text(60.0, 100.0, "About us.").0, "");
    let mut draw = Draw::default();
    draw.text(60.0, 100.0, COVER).text(60.0, 200.0, "Payment after 90 days.");
    maker.page(&draw.0, entries).file()
}

/// What must hold of every copy.
fn sound(file: &[u8], copy: &Marked) {
    assert!(copy.bytes.starts_with(file));
    let (before, after) = (read("a.pdf", file), read("a.pdf", &copy.bytes));
    assert_eq!((before.blocks, before.unread), (after.blocks, after.unread));
}

#[test]
fn a_highlight_stands_over_its_block_on_its_page_and_says_what_is_remarked() {
    let file = two_pages("");
    let copy = marked(&file, &["£5m", "Payment after 90 days."]).unwrap();
    sound(&file, &copy);
    assert_eq!((copy.beside, copy.at_head), (2, 0));
    let pages = annotations(&copy.bytes);
    assert_eq!(pages[0], []);
    let document = read("a.pdf", &file);
    for ((kind, words, rect), (block, said)) in pages[1]
        .iter()
        .zip([(1, "About “£5m”\n\n“£5m”\n\nSay why."), (2, "About “Payment after 90 days.”\n\nSay why.")])
    {
        let [left, top, right, bottom] = document.blocks[block].bounds.unwrap().map(i64::from);
        assert_eq!((kind.as_str(), words.as_str()), ("Highlight", said));
        assert_eq!(*rect, [left, 800 - bottom, right, 800 - top]);
    }
    assert_eq!(pages[1].len(), 2);
}

#[test]
fn what_is_said_of_one_block_is_one_note_and_what_has_no_place_is_a_note_on_the_first_page() {
    let file = two_pages("");
    let copy = marked(&file, &["liability", "£5m", ""]).unwrap();
    sound(&file, &copy);
    assert_eq!((copy.beside, copy.at_head), (2, 1));
    let pages = annotations(&copy.bytes);
    assert_eq!((pages[0].len(), pages[1].len()), (1, 1));
    assert_eq!(pages[0][0].0, "Text");
    assert!(pages[1][0].1.contains("About “liability”") && pages[1][0].1.contains("About “£5m”"));
}

#[test]
fn annotations_that_were_there_stay() {
    let link = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Border[0 0 0]>>";
    let direct = two_pages(&format!("/Annots[{link}]"));
    let mut maker = Maker::default();
    let link = maker.add(link);
    let list = maker.add(format!("[{link} 0 R]"));
    let apart = maker.page(&Draw::default().text(60.0, 100.0, COVER).0, &format!("/Annots {list} 0 R")).file();
    for file in [direct, apart] {
        let copy = marked(&file, &["£5m"]).unwrap();
        sound(&file, &copy);
        let pages = annotations(&copy.bytes);
        let kinds: Vec<&str> = pages[pages.len() - 1].iter().map(|(kind, ..)| kind.as_str()).collect();
        assert_eq!(kinds, ["Link", "Highlight"]);
    }
}

#[test]
fn a_copy_can_be_marked_again() {
    let file = two_pages("");
    let once = marked(&file, &["£5m"]).unwrap();
    let twice = marked(&once.bytes, &["Payment"]).unwrap();
    sound(&once.bytes, &twice);
    assert_eq!(annotations(&twice.bytes)[1].len(), 2);
}

#[test]
fn boxes_of_turned_and_shifted_pages_are_where_the_text_is() {
    // The text stands at (60, 700) of the page whichever way it is shown.
    for entries in ["/Rotate 90", "/Rotate 180", "/Rotate 270", "/Rotate -90", "/CropBox[20 30 580 790]"] {
        let file = two_pages(entries);
        let copy = marked(&file, &["£5m"]).unwrap();
        sound(&file, &copy);
        let [left, bottom, right, top] = annotations(&copy.bytes)[1][0].2;
        assert!((58..=60).contains(&left) && (695..=699).contains(&bottom), "{entries}: {left} {bottom}");
        assert!((150..=190).contains(&right) && (706..=712).contains(&top), "{entries}: {right} {top}");
    }
}

#[test]
fn a_file_whose_list_is_a_stream_goes_on_with_one() {
    let file = include_bytes!("../../tests/packs/parish/pdf/Invitation to tender.pdf");
    let streams: &[u8] = include_bytes!("tests/streams.pdf");
    for file in [&file[..], streams] {
        let document = read("a.pdf", file);
        let words = document.blocks.iter().find(|block| block.bounds.is_some()).unwrap().text.clone();
        let copy = marked(file, &[&words]).unwrap();
        sound(file, &copy);
        assert_eq!(annotations(&copy.bytes).concat().iter().filter(|(kind, ..)| kind == "Highlight").count(), 1);
    }
}

#[test]
fn locked_and_damaged_files_are_refused() {
    let folder = |name: &str| std::fs::read(format!("src/read/pdf/tests/{name}")).unwrap();
    for name in ["owner.pdf", "locked.pdf", "locked-aes.pdf"] {
        assert_eq!(mark(&folder(name), &[], &[Remark::default()], &by()), Err(Refused::Locked), "{name}");
    }
    assert_eq!(mark(b"PK\x03\x04", &[], &[], &by()), Err(Refused::NotPdf));
    assert_eq!(mark(b"%PDF-1.7", &[], &[], &by()), Err(Refused::NotWhole));
    // A list that is not where the file says it is.
    let file = two_pages("");
    let at = file.windows(9).rposition(|window| window == b"startxref").unwrap();
    let moved = [&file[..at], b"startxref\n17\n%%EOF"].concat();
    assert_eq!(marked(&moved, &["£5m"]), Err(Refused::NotWhole));
    // A size that would give numbers away twice.
    let objects = [&b"<</Type/Catalog/Pages 2 0 R>>"[..], b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page>>"];
    let file = file_of(&objects.map(<[u8]>::to_vec), "/Size 2");
    let copy = mark(&file, &[], &[Remark::default()], &by()).unwrap();
    assert_eq!(annotations(&copy.bytes)[0].len(), 1);
}

#[test]
fn files_with_any_bytes_changed_do_no_harm() {
    let file = two_pages("/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]>>]");
    let spots: Vec<Spot> = read("a.pdf", &file).blocks.iter().map(Spot::from).collect();
    let mut seed = 7_u32;
    let mut roll = |sides: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % sides
    };
    let remarks = [remark(&read("a.pdf", &file), "£5m"), Remark::default()];
    let mut written = 0;
    for _ in 0..2_000 {
        let mut bytes = file.clone();
        for _ in 0..=roll(4) {
            let at = roll(bytes.len());
            bytes[at] = b"<>[]()/ 0129R%\n\xff"[roll(16)];
        }
        if roll(4) == 0 {
            bytes.truncate(roll(bytes.len()));
        }
        if let Ok(copy) = mark(&bytes, &spots, &remarks, &by()) {
            assert!(copy.bytes.starts_with(&bytes));
            written += 1;
        }
    }
    assert!(written > 100, "{written} written");
}

#[test]
fn places_that_no_file_has_become_notes() {
    let file = one_page(Draw::default().text(60.0, 100.0, COVER));
    let spot = |json: &str| serde_json::from_str::<Spot>(json).unwrap();
    let far = Remark { passage: Some((0, 3)), lines: vec!["Far".into()], wording: None };
    for json in [
        r#"{"text": "abc", "page": 9, "box": [1, 2, 3, 4]}"#,
        r#"{"text": "abc", "page": 0, "box": [1, 2, 3, 4]}"#,
        r#"{"text": "abc", "page": 1}"#,
    ] {
        let copy = mark(&file, &[spot(json)], std::slice::from_ref(&far), &by()).unwrap();
        assert_eq!((copy.beside, copy.at_head), (0, 1));
    }
    let wide = Remark { passage: Some((usize::MAX - 1, usize::MAX)), ..far };
    assert_eq!(mark(&file, &[], &[wide], &by()).unwrap().at_head, 1);
}
