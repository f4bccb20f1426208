//! What is asked of each reader and of the language, whatever the bytes: it ends, it does not panic, and what it gives
//! keeps the promises that are checked here. `tests/fuzzed.rs` runs the same functions on what was found before.

use std::io::Write;

use rawzip::{CompressionMethod, ZipArchiveWriter};
use tender_check::document::{Document, Format, Kind};
use tender_check::mark::{Spot, mark};
use tender_check::remark::{Remark, Reviewer};
use tender_check::report::Report;
use tender_check::{Given, Pack, read, report};

/// A function that takes any bytes.
pub type Target = fn(&[u8]);

/// The functions by name: each has a file in `fuzz_targets`.
pub const TARGETS: [(&str, Target); 17] = [
    ("document", document),
    ("flat", flat),
    ("html", html),
    ("language", language),
    ("mail", mail),
    ("msg", msg),
    ("notice", notice),
    ("ods", ods),
    ("odt", odt),
    ("office", office),
    ("pack", pack),
    ("pdf", pdf),
    ("pdf_page", pdf_page),
    ("rtf", rtf),
    ("settings", settings),
    ("text", text),
    ("xlsx", xlsx),
];

/// Any file, by the reader that its first bytes choose.
pub fn document(bytes: &[u8]) {
    kept(&read::read("tender", bytes), bytes);
}

/// An `OpenDocument` file that is one file of XML: a text or a workbook.
pub fn flat(bytes: &[u8]) {
    kept(&read::odt::read_flat("tender.fodt", bytes), bytes);
}

/// An e-mail with what is attached to it.
pub fn mail(bytes: &[u8]) {
    kept(&read::mail::read("tender.eml", bytes), bytes);
    let read::mail::Mail { document, files } = read::mail::open("tender.eml", bytes);
    kept(&document, bytes);
    let attached: usize = files.iter().map(|(_, file)| file.len()).sum();
    assert!(attached <= most_text(bytes.len()), "{attached} bytes are attached");
}

/// A message of Outlook with what is attached to it, which is no more than the message.
pub fn msg(bytes: &[u8]) {
    let parts = read::msg::open(bytes).unwrap_or_default();
    let attached: usize = parts.iter().filter_map(|part| Some(part.contents.as_ref().ok()?.len())).sum();
    assert!(attached <= most_text(bytes.len()), "{attached} bytes are attached");
    for part in parts {
        if let Ok(contents) = part.contents {
            kept(&read::mail::read("tender.eml", &contents), &contents);
        }
    }
    kept(&read::read("tender.msg", bytes), bytes);
}

/// A file of RTF.
pub fn rtf(bytes: &[u8]) {
    kept(&read::rtf::read("tender.rtf", bytes), bytes);
}

/// A page of the web.
pub fn html(bytes: &[u8]) {
    kept(&read::html::read("tender.html", bytes), bytes);
}

/// A notice as open data.
pub fn notice(bytes: &[u8]) {
    kept(&read::ocds::read("notice.json", bytes), bytes);
    for document in read::ocds::open("notice.json", bytes, 10).into_iter().flat_map(|(documents, _)| documents) {
        kept(&document, bytes);
    }
}

/// Plain text and Markdown.
pub fn text(bytes: &[u8]) {
    kept(&read::text::read("tender.txt", bytes), bytes);
    kept(&read::text::read_markdown("tender.md", bytes), bytes);
}

/// A PDF file, and its copy with notes in it.
pub fn pdf(bytes: &[u8]) {
    let document = read::pdf::read("tender.pdf", bytes);
    kept(&document, bytes);
    let spots: Vec<_> = document.blocks.iter().map(Spot::from).collect();
    let remark = |passage| Remark { passage, lines: vec!["A note".to_owned()], wording: None };
    let by = Reviewer { name: "Tender Check".to_owned(), date: "2027-01-31T09:00:00Z".to_owned() };
    if let Ok(copy) = mark(bytes, &spots, &[remark(Some((0, 1))), remark(None)], &by) {
        assert!(copy.bytes.starts_with(bytes), "the copy is not what was given and what was added");
    }
}

/// What a page of a PDF draws, and above a line `%%` objects that it may refer to, numbered from 10.
pub fn pdf_page(bytes: &[u8]) {
    kept(&read::pdf::read("tender.pdf", &page_of(bytes)), bytes);
}

/// A file that is an archive of XML parts: each begins with a line of its name behind the byte 0x1E. Parts that are
/// named and not given are taken from a small file that has them, so that a seed need only hold the one that matters.
pub fn office(bytes: &[u8]) {
    let parts: Vec<_> = bytes.split(|byte| *byte == 0x1E).filter(|part| !part.is_empty()).map(part).collect();
    let file = archive(&parts);
    kept(&read::read("tender", &file), &file);
}

/// An `OpenDocument` text: what is in its `content.xml`.
pub fn odt(bytes: &[u8]) {
    of_parts(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", bytes)]);
}

/// An `OpenDocument` workbook: what is in its `content.xml`.
pub fn ods(bytes: &[u8]) {
    of_parts(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", bytes)]);
}

/// A workbook of Excel: its first sheet, and behind the bytes 0x1E its styles, its shared texts and its comments.
pub fn xlsx(bytes: &[u8]) {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |parts: &[(&str, &str)]| {
        let one = |(kind, target): &(&str, &str)| {
            format!("<Relationship Id=\"{kind}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
        };
        format!("<Relationships>{}</Relationships>", parts.iter().map(one).collect::<String>())
    };
    let whole = relations(&[("officeDocument", "xl/workbook.xml")]);
    let book = relations(&[("worksheet", "sheet.xml"), ("styles", "styles.xml"), ("sharedStrings", "shared.xml")]);
    let sheet = relations(&[("comments", "comments.xml")]);
    let types = b"<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    let workbook = b"<workbook><sheets><sheet name=\"Prices\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>";
    let mut parts = bytes.split(|byte| *byte == 0x1E);
    let mut next = || parts.next().unwrap_or_default();
    of_parts(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", whole.as_bytes()),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", book.as_bytes()),
        ("xl/_rels/sheet.xml.rels", sheet.as_bytes()),
        ("xl/sheet.xml", next()),
        ("xl/styles.xml", next()),
        ("xl/shared.xml", next()),
        ("xl/comments.xml", next()),
    ]);
}

fn of_parts(parts: &[(&str, &[u8])]) {
    let parts: Vec<_> = parts.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect();
    let file = archive(&parts);
    kept(&read::read("tender", &file), &file);
}

/// An archive of files.
pub fn pack(bytes: &[u8]) {
    let documents = read::pack::read_all("pack.zip", bytes);
    assert!(!documents.is_empty(), "an archive gave nothing at all");
    for document in &documents {
        kept(document, bytes);
    }
}

/// A text of tender English, understood and judged, in every shape of the report.
pub fn language(bytes: &[u8]) {
    let document = read::read("tender.md", String::from_utf8_lossy(bytes).as_bytes());
    if !matches!(document.format, Format::Text | Format::Markdown) {
        return;
    }
    let pack = Pack::understand(vec![document]);
    for value in [None, Some(40_000.0)] {
        let report = pack.judge(&Given { value, with_text: true, ..Given::default() });
        placed(&report);
        serde_json::from_str::<Report>(&report::json::write(&report)).expect("a report can be read again");
        assert!(!report::text::write(&report, 80).is_empty());
        assert!(report::html::write(&report).ends_with("</html>"));
    }
}

/// An organisation's settings and a list of what was set aside.
pub fn settings(bytes: &[u8]) {
    let json = String::from_utf8_lossy(bytes);
    if let Ok(settings) = tender_check::settings::Settings::read(&json) {
        Pack::understand(vec![]).judge(&Given { settings: Some(settings), ..Given::default() });
    }
    let _ = tender_check::settings::SetAside::read(&json);
}

/// What every document promises.
fn kept(document: &Document, bytes: &[u8]) {
    let Document { pages, blocks, unread, .. } = document;
    assert!(document.words() > 0 || !unread.is_empty(), "nothing was read, and no reason is given");
    assert!(document.text().len() <= most_text(bytes.len()), "{} bytes of text", document.text().len());
    for block in blocks {
        assert!(block.page.is_none_or(|page| page >= 1 && pages.is_none_or(|pages| page <= pages)), "{block:?}");
        match &block.kind {
            Kind::Row { columns, .. } => {
                assert_eq!(block.text.split('\t').count(), columns.len(), "{block:?}");
                assert!(columns.is_sorted_by(|a, b| a < b), "{block:?}");
            }
            Kind::Heading { level } => assert!((1..=9).contains(level), "{block:?}"),
            Kind::ListItem { level } => assert!(*level <= 8, "{block:?}"),
            Kind::Field { name } => assert!(block.text.starts_with(name.as_str()), "{block:?}"),
            _ => {}
        }
    }
    for unread in unread {
        assert!(unread.pages.iter().all(|page| *page >= 1) && unread.pages.is_sorted(), "{unread:?}");
    }
}

/// So much text may come out of a file at most: what deflate makes of it, and then some.
fn most_text(bytes: usize) -> usize {
    (1 << 20) + bytes.saturating_mul(2_000)
}

/// Each place is where it says, in UTF-16 code units.
fn placed(report: &Report) {
    let texts: Vec<Vec<u16>> =
        report.documents.iter().map(|d| d.text.as_deref().unwrap_or_default().encode_utf16().collect()).collect();
    for place in report.facts.iter().flat_map(|f| &f.places).chain(report.findings.iter().flat_map(|f| &f.places)) {
        let cut = texts[place.document].get(place.start..place.end).map(String::from_utf16_lossy);
        assert_eq!(cut.as_deref(), Some(place.quote.as_str()), "{place:?}");
    }
}

fn part(bytes: &[u8]) -> (String, &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    (String::from_utf8_lossy(&bytes[..end]).into_owned(), bytes.get(end + 1..).unwrap_or_default())
}

/// An archive of these files, not packed.
fn archive(parts: &[(String, &[u8])]) -> Vec<u8> {
    let mut out = vec![];
    let mut writer = ZipArchiveWriter::new(&mut out);
    for (name, bytes) in parts {
        let Ok((mut entry, config)) = writer.new_file(name).compression_method(CompressionMethod::STORE).start() else {
            continue;
        };
        let mut counted = config.wrap(&mut entry);
        counted.write_all(bytes).expect("memory takes all");
        let (_, sums) = counted.finish().expect("memory takes all");
        entry.finish(sums).expect("memory takes all");
    }
    writer.finish().expect("memory takes all");
    out
}

/// A file whose page draws this, with two fonts, a form and a picture to name.
fn page_of(bytes: &[u8]) -> Vec<u8> {
    let cut = bytes.windows(4).position(|window| window == b"\n%%\n");
    let (objects, content) = cut.map_or((&b""[..], bytes), |at| (&bytes[..at], &bytes[at + 4..]));
    let mut file = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/StructTreeRoot 10 0 R/AcroForm 11 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots 12 0 R/Resources<</Font<</F1 5 0 R\
        /F2 6 0 R/F3 13 0 R/F4 14 0 R>>/XObject<</X 7 0 R/Y 15 0 R/I 8 0 R>>/Properties<</P 16 0 R>>>>>>endobj\n\
        5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n\
        6 0 obj<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 17 0 R/DescendantFonts[<</Type/Font\
        /Subtype/CIDFontType2/BaseFont/A/W 18 0 R/DW 500>>]>>endobj\n\
        7 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 31>>stream\nBT /F1 9 Tf 9 9 Td (form) Tj ET\nendstream endobj\n\
        8 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 1>>stream\nx\nendstream endobj\n"
        .to_vec();
    for (number, object) in (10..30).zip(objects.split(|byte| *byte == 0x1E)) {
        file.extend(format!("{number} 0 obj ").bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    file.extend(format!("4 0 obj<</Length {}>>stream\n", content.len()).bytes());
    file.extend_from_slice(content);
    file.extend_from_slice(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    file
}
