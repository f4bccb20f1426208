//! Fonts, forms, layers, and what cannot be read.

use super::super::guard::Budget;
use super::super::{read, read_telling, read_within};
use super::maker::{Draw, Maker, one_page};
use super::{blocks, shown};
use crate::document::{Document, PASSWORD, Unread, Why};

fn faults(file: &[u8]) -> Vec<(Why, Vec<u32>)> {
    read("a.pdf", file).unread.into_iter().map(|unread| (unread.why, unread.pages)).collect()
}

/// A page that shows a string in a font of its own.
fn in_font(font: &str, shown: &str, more: impl Fn(&mut Maker)) -> Vec<u8> {
    let mut maker = Maker::default();
    more(&mut maker);
    let font = maker.add(font);
    maker.resources = format!("/ExtGState<</G0<</Font[{font} 0 R 10]>>>>");
    maker.page(&format!("/G0 gs BT 60 700 Td {shown} Tj ET"), "").file()
}

#[test]
fn encodings_and_ligatures() {
    let simple = |encoding: &str| format!("<</Type/Font/Subtype/Type1/BaseFont/Helvetica{encoding}>>");
    let text = |encoding: &str, shown: &str| blocks(&in_font(&simple(encoding), shown, |_| {}));
    assert_eq!(text("/Encoding/WinAnsiEncoding", "(\\2435m \\226 5\\22210)"), ["p: £5m – 5’10"]);
    assert_eq!(text("/Encoding/MacRomanEncoding", "(\\2435m of\\336ce)"), ["p: £5m office"]);
    assert_eq!(text("", "(of\\256ce)"), ["p: office"]);
    let differences = "/Encoding<</Differences[1/f_f_i 65/sterling/uni0035]>>";
    assert_eq!(text(differences, "(ABm o\\001ce)"), ["p: £5m office"]);
}

#[test]
fn composite_fonts_have_their_characters_from_the_map() {
    let font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[<<\
        /Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
        /DW 500/W[1[600 600]3 9 400]>>]>>";
    let map = b"1 begincodespacerange <0000><ffff> endcodespacerange\n\
        3 beginbfchar <0001><00a3> <0002><006600660069> <0005><f0b7> endbfchar\n\
        1 beginbfrange <0010><0029><0061> endbfrange";
    let file = in_font(font, "<0005 0010 0001 0002 0012>", |maker| {
        assert_eq!(maker.stream("", map), 5);
    });
    assert_eq!(blocks(&file), ["li0: • a£ffic"]);
}

/// A font of a collection of characters, which names its encoding and holds no map.
fn of_collection(encoding: &str, ordering: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/{encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0\
        /BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 2>>/DW 1000/W[1[500]]>>]>>"
    )
}

#[test]
fn chinese_japanese_and_korean_fonts_are_read_by_the_maps_that_they_name() {
    let read = |encoding: &str, ordering: &str, shown: &str| {
        blocks(&in_font(&of_collection(encoding, ordering), shown, |_| {}))
    };
    assert_eq!(read("90ms-RKSJ-H", "Japan1", "<93fc8e44 20 41>"), ["p: 入札 A"]);
    assert_eq!(read("EUC-H", "Japan1", "<c6febba5>"), ["p: 入札"]);
    assert_eq!(read("GBK-EUC-H", "GB1", "<d5d0b1ea>"), ["p: 招标"]);
    assert_eq!(read("ETen-B5-H", "CNS1", "<a9dbbcd0>"), ["p: 招標"]);
    assert_eq!(read("KSCms-UHC-H", "Korea1", "<c0d4c2fb>"), ["p: 입찰"]);
    // Codes that are Unicode, beyond 65,535 too; and numbers of glyphs of a collection.
    assert_eq!(read("UniGB-UCS2-H", "GB1", "<62db6807>"), ["p: 招标"]);
    assert_eq!(read("UniJIS-UTF16-H", "Japan1", "<5165672d d867de3d>"), ["p: 入札𩸽"]);
    assert_eq!(read("Identity-H", "Japan1", "<0022 0023>"), ["p: AB"]);
}

#[test]
fn fonts_without_a_map_are_reported() {
    let font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font\
        /Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>";
    let file = in_font(font, "<000100020003000400050006000700080009000a000b>", |_| {});
    assert_eq!(faults(&file), [(Why::Unmapped, vec![1])]);
}

#[test]
fn a_type_3_font_is_as_large_as_its_box_says() {
    let font = "<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[0.1 0 0 0.1 0 0]/CharProcs<<>>\
        /Encoding<</Differences[97/a/b/c]>>/FirstChar 97/LastChar 99/Widths[5 5 5]>>";
    assert_eq!(blocks(&in_font(font, "(abc)", |_| {})), ["p: abc"]);
}

#[test]
fn pictures_of_pages_are_reported() {
    let mut maker = Maker::default();
    let picture =
        maker.stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"x");
    maker.resources = format!("/XObject<</X {picture} 0 R>>");
    maker.page(&Draw::default().text(60.0, 100.0, "A covering letter.").0, "");
    maker.page("q 600 0 0 800 0 0 cm /X Do Q", "");
    // Text that was recognised is drawn invisibly over the scan.
    let mut recognised = Draw("q 600 0 0 800 0 0 cm /X Do Q 3 Tr\n".to_owned());
    recognised.paragraph(
        60.0,
        100.0,
        300.0,
        "This page was read by a scanner that knows letters, and that is enough for us.",
    );
    maker.page(&recognised.0, "");
    let document = read("a.pdf", &maker.file());
    assert_eq!(document.unread, [Unread { why: Why::NoTextLayer, pages: vec![2], detail: None }]);
    assert_eq!(document.blocks.len(), 2);
    assert_eq!(document.blocks[1].page, Some(3));
}

#[test]
fn letters_drawn_as_shapes_are_reported() {
    let draw = Draw("0 0 m 1 1 2 2 3 3 c f\n".repeat(2_000));
    assert_eq!(faults(&one_page(&draw)), [(Why::NoTextLayer, vec![1])]);
}

#[test]
fn files_with_nothing_in_them_say_so() {
    assert_eq!(faults(&Maker::default().page("", "").file()), [(Why::Empty, vec![])]);
}

#[test]
fn a_password_is_asked_for_only_where_one_is_needed() {
    let key = "00".repeat(32);
    let mut objects: Vec<Vec<u8>> =
        vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[]/Count 0>>".to_vec()];
    objects.push(format!("<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>").into_bytes());
    let locked = super::maker::file_of(&objects, "/Encrypt 3 0 R/ID[<00><00>]");
    assert_eq!(faults(&locked), [(Why::Locked, vec![])]);
    // Made by qpdf with an owner's password and no user's.
    assert_eq!(blocks(include_bytes!("owner.pdf")), ["p: Anybody may read this."]);
}

#[test]
fn a_locked_file_is_read_with_its_password() {
    let with = |locked: &[u8], passwords: &[&str]| {
        let passwords: Vec<String> = passwords.iter().map(|&password| password.to_owned()).collect();
        read_telling("a.pdf", locked, &passwords, &mut |_, _| {})
    };
    let why = |document: Document| (document.unread[0].why, document.unread[0].detail.clone());
    // Made by qpdf with a user's password, with which it can be opened, and an owner's: by RC4, and by AES of 256 bits.
    let (rc4, aes) = (include_bytes!("locked.pdf"), include_bytes!("locked-aes.pdf"));
    for locked in [&rc4[..], aes] {
        assert_eq!(why(with(locked, &[])), (Why::Locked, None));
        assert_eq!(why(with(locked, &["Meadow Lane", ""])), (Why::Locked, Some(PASSWORD.to_owned())));
        let opened = with(locked, &["another", "meadow lane"]);
        assert_eq!(opened.unread, []);
        assert_eq!(opened.text(), "The supplier must hold public liability insurance of £10,000,000.");
    }
    assert_eq!(with(aes, &["owner"]).unread, []);
    // One that asks for none is read whatever is given.
    assert_eq!(read_telling("a.pdf", include_bytes!("owner.pdf"), &["x".to_owned()], &mut |_, _| {}).unread, []);
}

#[test]
fn what_is_no_pdf_inside_is_damaged() {
    let whole = one_page(Draw::default().text(60.0, 100.0, "One line."));
    for broken in [&b"%PDF-1.7\nnothing"[..], b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj"] {
        assert_eq!(faults(broken), [(Why::Damaged, vec![])]);
    }
    // A lost cross-reference table is found again.
    let at = whole.windows(4).position(|w| w == b"xref").expect("a table");
    assert_eq!(blocks(&[&whole[..at], b"trailer<</Root 1 0 R>>"].concat()), ["p: One line."]);
}

#[test]
fn form_fields_stand_behind_their_names() {
    let mut maker = Maker::default();
    let look = maker.stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>",
        b"/Tx BMC BT /F1 10 Tf 2 6 Td (Meadow Lane CIC) Tj ET EMC",
    );
    let widget =
        |y: u32, more: &str| format!("<</Type/Annot/Subtype/Widget/FT/Tx/Rect[200 {y} 400 {}]{more}>>", y + 20);
    let fields = [
        widget(694, &format!("/AP<</N {look} 0 R>>")),
        widget(674, "/V(01234567)"),
        widget(654, "/F 2/V(not shown)"),
        format!("<</Type/Annot/Subtype/FreeText/Rect[60 300 260 320]/AP<</N {look} 0 R>>>>"),
    ];
    let mut draw = Draw::default();
    draw.text(60.0, 100.0, "Name of organisation").text(60.0, 120.0, "Company number").text(60.0, 140.0, "Turnover");
    maker.page(&draw.0, &format!("/Annots[{}]", fields.join("")));
    let expected =
        ["p: Name of organisation Meadow Lane CIC", "p: Company number 01234567", "p: Turnover", "p: Meadow Lane CIC"];
    assert_eq!(blocks(&maker.file()), expected);
}

#[test]
fn a_filled_in_form_is_read_with_its_labels_and_comments_are_told_apart() {
    // Made by `tests/forms/make.mjs`: fields of all kinds, most of them without an appearance.
    let expected = [
        "p: Declaration by the bidder",
        "field: Name of organisation: Meadow Lane CIC",
        "field: Yearly turnover: £185,000",
        "field: Public liability cover held: £2 million",
        "field: Lots bid for: Lot 1, Lot 3",
        "field: Registered charity: ☐ Yes ☒ No",
        "li0: ☒ We accept the terms of the contract.",
        "li1: ☐ A parent company guarantees this bid.",
        "p: Bidders must hold public liability insurance of £5,000,000.",
        "p: Draft, not for issue",
        "note: Ask whether £2 million would do./The work is small.",
        "note: See clause 4.",
    ];
    let file = include_bytes!("../../../../tests/forms/declaration.pdf");
    assert_eq!(blocks(file), expected);
    let notes = read("a.pdf", file).blocks.split_off(10);
    assert!(notes.iter().all(|note| note.page == Some(1) && note.bounds.is_some_and(|[left, ..]| left >= 60)));
}

#[test]
fn files_inside_a_file_are_told() {
    let mut maker = Maker::default();
    let leaf = maker.add("<</Names[(a)<</F(C:/x/Prices.xlsx)>>(b)<</UF<feff00540065>>>(c)<<>>]>>");
    maker.catalogue = format!("/Names<</EmbeddedFiles<</Kids[{leaf} 0 R]>>>>");
    let pin = "<</Type/Annot/Subtype/FileAttachment/Rect[60 60 80 80]/FS<</F(Terms.docx)>>/Contents(The terms)>>";
    maker.page(&Draw::default().text(60.0, 100.0, "Text").0, &format!("/Annots[{pin}]"));
    let document = read("a.pdf", &maker.file());
    let told: Vec<_> = document.unread.into_iter().map(|u| (u.why, u.pages, u.detail.unwrap_or_default())).collect();
    let expected = [(vec![1], "Terms.docx"), (vec![], "Prices.xlsx"), (vec![], "Te"), (vec![], "c")];
    assert_eq!(told, expected.map(|(pages, name)| (Why::Embedded, pages, name.to_owned())));
    // Trees that lead back into themselves end.
    let mut looped = Maker::default();
    let next = looped.add("");
    let again = looped.add(format!("<</Kids[{next} 0 R {next} 0 R]>>"));
    looped.catalogue = format!("/Names<</EmbeddedFiles<</Kids[{again} 0 R {again} 0 R]>>>>");
    looped.page(&Draw::default().text(60.0, 100.0, "Text").0, "");
    assert_eq!(faults(&looped.file()), []);
}

#[test]
fn comments_stand_on_the_page_as_it_is_shown() {
    let mut maker = Maker::default();
    let mut draw = Draw::default();
    draw.text(60.0, 100.0, "Text");
    let note = |more: &str| format!("<</Type/Annot/Subtype/Text/Rect[500 700 520 720]/Contents(Why so much?){more}>>");
    maker.page(&draw.0, &format!("/Annots[{}{}]", note(""), note("/F 2")));
    maker.page(&draw.0, &format!("/Rotate 90/Annots[{}]", note("")));
    let document = read("a.pdf", &maker.file());
    let bounds: Vec<_> = document.blocks.iter().filter(|b| b.text == "Why so much?").map(|b| b.bounds).collect();
    assert_eq!(bounds, [Some([500, 80, 520, 100]), Some([700, 500, 720, 520])]);
}

#[test]
fn layers_that_are_off_are_not_read() {
    let mut maker = Maker::default();
    let (on, off) = (maker.add("<</Type/OCG/Name(a)>>"), maker.add("<</Type/OCG/Name(b)>>"));
    maker.catalogue = format!("/OCProperties<</OCGs[{on} 0 R {off} 0 R]/D<</OFF[{off} 0 R]>>>>");
    maker.resources = format!(
        "/Properties<</A {on} 0 R/B {off} 0 R/C<</Type/OCMD/OCGs[{on} 0 R {off} 0 R]/P/AllOn>>/D<</Type/OCMD/OCGs {on} 0 R>>>>"
    );
    let mut draw = Draw::default();
    for (i, (layer, text)) in
        [("A", "Shown."), ("B", "Hidden."), ("C", "Hidden too."), ("D", "Shown as well.")].into_iter().enumerate()
    {
        draw.put(&format!("/OC /{layer} BDC")).text(60.0, 100.0 + 40.0 * i as f32, text).put("EMC");
    }
    assert_eq!(blocks(&maker.page(&draw.0, "").file()), ["p: Shown.", "p: Shown as well."]);
}

#[test]
fn text_that_stands_for_glyphs_is_taken() {
    let draw = Draw("/Span <</ActualText(office)>> BDC BT /F1 10 Tf 60 700 Td (oXce) Tj ET EMC".to_owned());
    assert_eq!(blocks(&one_page(&draw)), ["p: office"]);
}

#[test]
fn soft_hyphens_are_read_only_where_they_are_seen() {
    let shy = "/Span <</ActualText <FEFF00AD>>> BDC";
    let unseen = format!("BT /F1 10 Tf 60 700 Td (con) Tj 16.12 0 Td {shy} ( ) Tj EMC 0 0 Td (tract) Tj ET");
    assert_eq!(blocks(&one_page(&Draw(unseen))), ["p: contract"]);
    let seen = format!("BT /F1 10 Tf 60 700 Td (A long con) Tj {shy} (-) Tj EMC 0 -12 Td (tract is let.) Tj ET");
    assert_eq!(blocks(&one_page(&Draw(seen))), ["p: A long contract is let."]);
}

#[test]
fn forms_are_drawn_in_their_place() {
    let mut maker = Maker::default();
    let form = maker.stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Matrix[1 0 0 1 60 700]/Resources<</Font<</F9 3 0 R>>>>",
        b"BT /F9 10 Tf 0 0 Td (from a form) Tj ET",
    );
    maker.resources = format!("/XObject<</X {form} 0 R>>");
    let mut draw = Draw::default();
    draw.text(60.0, 80.0, "Text").put("/X Do").text(60.0, 140.0, "more text.");
    assert_eq!(blocks(&maker.page(&draw.0, "").file()), ["p: Text", "p: from a form", "p: more text."]);
}

#[test]
fn a_passed_limit_keeps_what_was_read() {
    let mut maker = Maker::default();
    for page in 1..=3 {
        let mut draw = Draw::default();
        draw.text(60.0, 100.0, &format!("This is page {page}."));
        maker.page(&draw.0, "");
    }
    let file = maker.file();
    let operators = read_within("a.pdf", &file, &[], Budget::of(8, 1_000, 10_000), &mut |_, _| {});
    assert_eq!(shown(&operators)[0], "p: This is page 1.");
    assert_eq!(operators.unread[0].why, Why::TooLarge);
    assert_eq!((operators.unread[0].pages.clone(), operators.pages), (vec![2, 3], Some(3)));
    for budget in [Budget::of(1_000, 20, 10_000), Budget::of(1_000, 1_000, 80)] {
        let document = read_within("a.pdf", &file, &[], budget, &mut |_, _| {});
        assert_eq!((document.unread[0].why, shown(&document)[0].as_str()), (Why::TooLarge, "p: This is page 1."));
    }
    assert_eq!(read_within("a.pdf", &file, &[], Budget::default(), &mut |_, _| {}).unread, []);
}
