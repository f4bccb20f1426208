//! How much memory the command line takes for what is hardest to hold: text in every format, as much as a file may have of it.
//!
//! A program without optimisation takes minutes for the largest files, so the files are a part of what they may be, and what
//! they take beyond an empty file is held to the same part of what may be taken.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use rawzip::{CompressionMethod, ZipArchiveWriter};
use tender_check::read::MAX_TEXT;

/// Bytes that a file of 50 MB may take at most.
const MOST: usize = 300 << 20;
/// What part of the largest text the files have.
const PART: usize = 12;

/// The most memory that checking a file takes, in bytes.
fn peak(folder: &Path, name: &str, bytes: &[u8]) -> usize {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("the file can be written");
    let mut check = Command::new(env!("CARGO_BIN_EXE_tender-check"));
    check.args(["check", "--quiet", "--format", "json", "--output"]).arg(folder.join("report.json")).arg(&path);
    let mut child = check.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().expect("it can be waited for").is_none() {
        // The kernel keeps the highest; it is gone once the program has ended.
        let now = fs::read_to_string(&status).unwrap_or_default();
        let line = now.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        peak = line.and_then(|kilobytes| kilobytes.trim().parse::<usize>().ok()).map_or(peak, |kb| kb << 10);
        thread::sleep(Duration::from_millis(1));
    }
    assert!(peak > 0, "{name}: nothing was measured");
    peak
}

/// What part a file is of the largest of its kind. A notice ends with the limit of its blocks, of which each line is one, a
/// workbook with that of its cells, of which each line is two, a PDF with that of its glyphs.
fn part(name: &str) -> usize {
    match name {
        "a.json" => 4,
        "a.xlsx" | "a.ods" => 5,
        "a.pdf" => 9,
        _ => PART,
    }
}

/// So many bytes of an example tender's lines, each put into a shape.
fn filled(size: usize, shape: impl Fn(&str) -> String) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/county/text/Terms and conditions.txt");
    let text = fs::read_to_string(path).expect("the example is there");
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let (mut out, mut length) = (String::new(), 0);
    for line in lines.iter().cycle() {
        out.push_str(&shape(line));
        length += line.len();
        if length >= size {
            break;
        }
    }
    out
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = vec![];
    let mut writer = ZipArchiveWriter::new(&mut out);
    for (name, text) in parts {
        let (mut entry, config) =
            writer.new_file(name).compression_method(CompressionMethod::STORE).start().expect("memory takes all");
        let mut counted = config.wrap(&mut entry);
        counted.write_all(text.as_bytes()).expect("memory takes all");
        let (_, sums) = counted.finish().expect("memory takes all");
        entry.finish(sums).expect("memory takes all");
    }
    writer.finish().expect("memory takes all");
    out
}

fn open_document(kind: &str, body: &str) -> Vec<u8> {
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!("<office:document-content><office:body>{body}</office:body></office:document-content>");
    archive(&[("mimetype", &mimetype), ("content.xml", &content)])
}

fn office(main: &str, kind: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let kind = format!("application/vnd.openxmlformats-officedocument.{kind}.main+xml");
    let types = format!("<Types><Override PartName=\"/{main}\" ContentType=\"{kind}\"/></Types>");
    let whole = relation("officeDocument", main);
    archive(&[&[("[Content_Types].xml", types.as_str()), ("_rels/.rels", &whole)], parts].concat())
}

fn relation(kind: &str, target: &str) -> String {
    let kind = format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
    format!("<Relationships><Relationship Id=\"r\" Type=\"{kind}\" Target=\"{target}\"/></Relationships>")
}

/// A message of Outlook with this text.
fn message(text: &str) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(vec![])).expect("memory takes all");
    let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [("/__properties_version1.0", vec![0; 32]), ("/__substg1.0_1000001F", text)] {
        let mut stream = file.create_stream(name).expect("a name that is free");
        stream.write_all(&bytes).and_then(|()| stream.flush()).expect("memory takes all");
    }
    file.flush().expect("memory takes all");
    file.into_inner().into_inner()
}

fn pdf(text: &str) -> Vec<u8> {
    let lines: Vec<&str> = text.lines().collect();
    let pages: Vec<_> = lines.chunks(45).collect();
    let kids: Vec<_> = (0..pages.len()).map(|n| format!("{} 0 R", 3 + 2 * n)).collect();
    let font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}/MediaBox[0 0 595 842]/Resources{font}>>", kids.join(" "), pages.len()),
    ];
    for lines in pages {
        let drawn: Vec<_> = lines.iter().map(|line| format!("({line}) Tj T*")).collect();
        let drawn = format!("BT /F 9 Tf 14 TL 40 800 Td\n{}\nET", drawn.join("\n"));
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", objects.len() + 2));
        objects.push(format!("<</Length {}>>stream\n{drawn}\nendstream", drawn.len()));
    }
    let objects: Vec<_> = (1..).zip(objects).map(|(n, object)| format!("{n} 0 obj{object} endobj\n")).collect();
    format!("%PDF-1.7\n{}trailer<</Root 1 0 R>>\n%%EOF", objects.concat()).into_bytes()
}

#[test]
fn a_file_with_as_much_text_as_may_be_stays_within_300_megabytes() {
    let size = MAX_TEXT / PART;
    let ascii = |line: &str| {
        line.chars().filter(|c| (*c == ' ' || c.is_ascii_graphic()) && !"\\(){}<>&\"".contains(*c)).collect::<String>()
    };
    let paragraph = |open: &str, close: &str| filled(size, |line| format!("{open}{}{close}", ascii(line)));
    let rows = filled(size, |line| {
        format!(
            "<row><c t=\"inlineStr\"><is><t>1</t></is></c><c t=\"inlineStr\"><is><t>{}</t></is></c></row>",
            ascii(line)
        )
    });
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let book = "<workbook><sheets><sheet name=\"P\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>";
    let word =
        format!("<w:document><w:body>{}</w:body></w:document>", paragraph("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"));
    let cells =
        paragraph("<table:table-row><table:table-cell><text:p>", "</text:p></table:table-cell></table:table-row>");
    let items = paragraph("{\"description\":\"", "\"},");
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("a.txt", filled(size, |line| format!("{line}\n\n")).into_bytes()),
        ("a.html", format!("<!doctype html><body>{}", paragraph("<p>", "</p>")).into_bytes()),
        ("a.rtf", format!("{{\\rtf1\\ansi {}}}", paragraph("\\pard ", "\\par\n")).into_bytes()),
        ("a.eml", format!("From: a@b.example\nMIME-Version: 1.0\n\n{}", paragraph("", "\n\n")).into_bytes()),
        ("a.msg", message(&paragraph("", "\r\n\r\n"))),
        ("a.json", format!("{{\"ocid\":\"a\",\"tender\":{{\"title\":\"T\",\"items\":[{items}{{}}]}}}}").into_bytes()),
        ("a.odt", open_document("text", &format!("<office:text>{}</office:text>", paragraph("<text:p>", "</text:p>")))),
        (
            "a.ods",
            open_document(
                "spreadsheet",
                &format!(
                    "<office:spreadsheet><table:table table:name=\"P\">{cells}</table:table></office:spreadsheet>"
                ),
            ),
        ),
        ("a.docx", office("word/document.xml", "wordprocessingml.document", &[("word/document.xml", &word)])),
        (
            "a.xlsx",
            office(
                "xl/workbook.xml",
                "spreadsheetml.sheet",
                &[
                    ("xl/workbook.xml", book),
                    ("xl/_rels/workbook.xml.rels", &relation("worksheet", "sheet.xml")),
                    ("xl/sheet.xml", &sheet),
                ],
            ),
        ),
        ("a.pdf", pdf(&paragraph("", "\n"))),
    ];
    let folder = tempfile::tempdir().expect("a folder can be made");
    let empty = peak(folder.path(), "empty.txt", b"Lot 1");
    for (name, bytes) in files {
        let taken = peak(folder.path(), name, &bytes);
        println!("{name}: {} kB for {} kB", taken >> 10, bytes.len() >> 10);
        let report = fs::read_to_string(folder.path().join("report.json")).expect("there is a report");
        let words =
            report.split("\"words\": ").nth(1).and_then(|rest| rest.split([',', '\n']).next()?.parse::<usize>().ok());
        assert!(words.is_some_and(|words| words > size / 20), "{name}: only {words:?} words were read");
        assert!(taken <= empty + (MOST - empty) / part(name), "{name}: {taken} bytes, {empty} for an empty file");
    }
}
