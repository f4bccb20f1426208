//! Files made to do harm: a document comes back, with what is wrong, and the work stays within the limits.

use zlib_rs::DeflateConfig;

use super::super::guard::{Budget, TooLong, inflate};
use super::super::{opening, read, read_within};
use super::maker::{Draw, Maker, file_of, one_page};
use crate::document::{Document, Format, Why};

fn deflate(data: &[u8]) -> Vec<u8> {
    let mut packed = vec![0; zlib_rs::compress_bound(data.len())];
    let (packed, _) = zlib_rs::compress_slice(&mut packed, data, DeflateConfig::default());
    packed.to_vec()
}

fn limited(file: &[u8], budget: Budget) -> Document {
    read_within("a.pdf", file, &[], budget, &mut |_, _| {})
}

fn why(document: &Document) -> Vec<Why> {
    document.unread.iter().map(|unread| unread.why).collect()
}

/// Objects 1 to 4 of a file whose page shows `content` with these resources, and more objects after them.
fn file(content: &[u8], filter: &str, resources: &str, more: &[&str]) -> Vec<u8> {
    let mut stream = format!("<<{filter}/Length {}>>stream\n", content.len()).into_bytes();
    stream.extend_from_slice(content);
    stream.extend_from_slice(b"\nendstream");
    let page = format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<{resources}>>>>");
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.into_bytes(),
        stream,
    ];
    objects.extend(more.iter().map(|object| object.as_bytes().to_vec()));
    file_of(&objects, "")
}

fn form(content: &str, resources: &str) -> String {
    format!(
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<{resources}>>/Length {}>>stream\n{content}\nendstream",
        content.len()
    )
}

#[test]
fn forms_that_draw_each_other_end() {
    let more = [form("/Y Do", "/XObject<</Y 6 0 R>>"), form("/X Do", "/XObject<</X 5 0 R>>")];
    let file = file(b"/X Do", "", "/XObject<</X 5 0 R>>", &[&more[0], &more[1]]);
    assert_eq!(why(&read("a.pdf", &file)), [Why::Empty]);
}

#[test]
fn forms_that_multiply_run_into_the_limit() {
    let forms: Vec<String> =
        (6..17).map(|next| form(&"/X Do ".repeat(10), &format!("/XObject<</X {next} 0 R>>"))).collect();
    let more: Vec<&str> = forms.iter().map(String::as_str).collect();
    let file = file(b"/X Do", "", "/XObject<</X 5 0 R>>", &more);
    let document = limited(&file, Budget::of(100_000, 1_000, 1_000_000));
    assert_eq!(why(&document), [Why::TooLarge]);
    assert_eq!(document.unread[0].detail.as_deref(), Some("operators"));
}

#[test]
fn widths_of_four_thousand_million_characters_take_no_room() {
    for widths in ["0 4294967294 500", "0 65535 1 0 65535 2 0 65535 3", "[[[[", "-5 [1 2] 7 [3] 9 9 9 9"] {
        let font = format!(
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font\
             /Subtype/CIDFontType2/BaseFont/X/W[{widths}]>>]>>"
        );
        let file = file(b"BT /F 12 Tf <00410042> Tj ET", "", "/Font<</F 5 0 R>>", &[&font]);
        assert_eq!(read("a.pdf", &file).format, Format::Pdf);
    }
}

#[test]
fn a_code_that_stands_for_a_book_is_not_read_as_one() {
    let book = "0041".repeat(5_000);
    let map = format!("1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <{book}> endbfchar");
    let map = format!("<</Length {}>>stream\n{map}\nendstream", map.len());
    let font = "<</Type/Font/Subtype/TrueType/BaseFont/X/ToUnicode 6 0 R>>";
    let page = format!("BT /F 12 Tf 60 700 Td ({}) Tj ET", "A".repeat(5_000));
    let document = read("a.pdf", &file(page.as_bytes(), "", "/Font<</F 5 0 R>>", &[font, &map]));
    assert!(document.text().len() <= 5_000, "{} bytes", document.text().len());
}

#[test]
fn streams_that_unpack_to_too_much_are_refused() {
    const MOST: usize = 1 << 20;
    let bomb = deflate(&vec![b' '; MOST + 1]);
    let twice = deflate(&bomb);
    for (data, filter) in [(&bomb, "/Filter/FlateDecode"), (&twice, "/Filter[/FlateDecode/FlateDecode]")] {
        let file = file(data, filter, "", &[]);
        assert_eq!(why(&limited(&file, Budget::of(1_000, 1_000, MOST))), [Why::TooLarge], "{filter}");
    }
    assert_eq!(inflate(&bomb, MOST), Err(TooLong));
    assert_eq!(inflate(&deflate(b"as it was"), 100), Ok(b"as it was".to_vec()));
}

#[test]
fn packed_object_streams_are_measured_before_the_file_is_opened() {
    const MOST: usize = 1 << 20;
    let entries = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
    let fits = |size: usize| {
        let mut maker = Maker::default();
        for _ in 0..8 {
            maker.stream(entries, &deflate(&vec![b' '; size]));
        }
        opening::streams_fit(&maker.page("", "").file(), MOST)
    };
    assert!(fits(MOST / 8));
    assert!(!fits(MOST / 8 + 1));
}

#[test]
fn brackets_that_never_close_are_refused_at_once() {
    for pattern in
        ["<<(a ", "1 0 obj\n<</A (a \n", "<</A[ ", "1 0 obj [ \n", "1 0 obj\n<</Type/ObjStm>>stream\n", "<</A "]
    {
        let file = format!("%PDF-1.4\n{}", pattern.repeat(20_000));
        assert!(!opening::closes(file.as_bytes()), "{pattern}");
        assert_eq!(why(&read("a.pdf", file.as_bytes())), [Why::Damaged], "{pattern}");
    }
    let honest = one_page(&Draw("/Span <</A[(a\\)) <41>]>> BDC EMC\n".repeat(10_000)));
    assert!(opening::closes(&honest));
}

#[test]
fn nesting_and_loops_end() {
    let deep = file(format!("{} TJ", "[".repeat(200_000)).as_bytes(), "", "", &[]);
    assert_eq!(why(&read("a.pdf", &deep)), [Why::Empty]);
    let loops = [
        "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2/Parent 3 0 R>>".to_owned(),
        "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>".to_owned(),
    ];
    let mut objects = vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec()];
    objects.extend(loops.map(String::into_bytes));
    assert_eq!(read("a.pdf", &file_of(&objects, "")).blocks, []);
    let own = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n\
        xref\n0 1\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R/Prev 95>>\nstartxref\n95\n%%EOF";
    assert_eq!(read("a.pdf", own).blocks, []);
    let tags = [
        "<</Type/StructTreeRoot/K 6 0 R>>",
        "<</S/Table/K[6 0 R 7 0 R]>>",
        "<</S/TR/K[6 0 R 7 0 R 8 0 R]>>",
        "<</S/TD/A<</ColSpan 99999999/RowSpan 99999999>>/K[7 0 R 8 0 R 0]>>",
    ];
    let mut maker = Maker::default();
    for tag in tags {
        maker.add(tag);
    }
    maker.catalogue = "/StructTreeRoot 5 0 R".to_owned();
    maker.page(&Draw::default().text(60.0, 100.0, "Text.").0, "");
    assert_eq!(read("a.pdf", &maker.file()).blocks.len(), 1);
}

#[test]
fn drawings_of_many_lines_are_no_tables_and_take_no_time() {
    let mut draw = Draw::default();
    for i in 0..20_000u32 {
        let (x, y) = (i * 7919 % 600, i * 104_729 % 800);
        draw.put(&format!("{x} {y} m {} {y} l S {x} {y} m {x} {} l S", x + 40, y + 40));
    }
    draw.text(60.0, 100.0, "A plan.");
    assert_eq!(read("a.pdf", &one_page(&draw)).blocks.len(), 1);
}

#[test]
fn odd_numbers_do_no_harm() {
    let draw = Draw(
        "1e30 0 0 1e30 0 0 cm BT /F1 1e30 Tf 1e30 1e30 Td (a) Tj ET 0 0 0 0 0 0 cm BT /F1 10 Tf (b) Tj ET\n\
         BT /F1 0 Tf (c) Tj /F1 -10 Tf 1 0 0 -1 60 700 Tm (d) Tj ET Q Q Q EMC EMC 0 Tz BT (e) Tj ET\n\
         nan inf -99999999999999999999 0 0 re f 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 l"
            .to_owned(),
    );
    assert_eq!(read("a.pdf", &one_page(&draw)).format, Format::Pdf);
}

/// A small file with something of everything.
fn sample() -> Vec<u8> {
    let mut maker = Maker::default();
    let look = maker.stream("/Subtype/Form/BBox[0 0 99 20]/Resources<</Font<</F1 3 0 R>>>>", b"BT /F1 9 Tf (x) Tj ET");
    let packed = deflate(b"BT /F1 10 Tf 60 300 Td (packed) Tj ET");
    let form = maker.stream("/Subtype/Form/BBox[0 0 600 800]/Filter/FlateDecode", &packed);
    maker.resources = format!("/XObject<</X {form} 0 R>>");
    let mut draw = Draw::default();
    draw.set("F2", 14.0, 60.0, 60.0, "Insurance").put("/X Do /P <</MCID 0>> BDC").paragraph(
        60.0,
        100.0,
        200.0,
        "The supplier must hold cover.",
    );
    draw.put("EMC")
        .grid(&[60.0, 160.0, 260.0], &[200.0, 220.0, 240.0])
        .text(65.0, 214.0, "Public")
        .text(165.0, 214.0, "£5m");
    maker.page(&draw.0, &format!("/Annots[<</Subtype/Widget/Rect[60 60 160 80]/AP<</N {look} 0 R>>>>]"));
    let page = maker.last_page();
    let root = maker.add(format!("<</Type/StructTreeRoot/K<</S/P/Pg {page} 0 R/K 0>>>>"));
    maker.catalogue = format!("/StructTreeRoot {root} 0 R");
    maker.file()
}

/// Small numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

#[test]
fn cut_and_broken_files_give_documents() {
    let whole = sample();
    let budget = || Budget::of(20_000, 20_000, 1 << 20);
    assert_eq!(read("a.pdf", &whole).unread, []);
    for end in (0..whole.len()).step_by(3) {
        assert_eq!(limited(&whole[..end], budget()).format, Format::Pdf);
    }
    let mut dice = Dice(7);
    for _ in 0..1_500 {
        let mut broken = whole.clone();
        for _ in 0..=dice.roll(6) {
            let at = dice.roll(broken.len());
            match dice.roll(4) {
                0 => broken[at] ^= 1 << dice.roll(8),
                1 => broken[at] = b"<>[]()/ 0123456789"[dice.roll(18)],
                2 => drop(broken.splice(at..(at + dice.roll(20)).min(broken.len()), [])),
                _ => {
                    let piece = broken[at..(at + dice.roll(60)).min(broken.len())].to_vec();
                    let to = dice.roll(broken.len());
                    broken.splice(to..to, piece);
                }
            }
        }
        let document = limited(&broken, budget());
        assert_eq!((document.format, document.name.as_str()), (Format::Pdf, "a.pdf"));
    }
}
