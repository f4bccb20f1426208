//! Small Word files made here, and what is read of them.

mod hostile;
mod notes;
mod numbers;
mod package;
mod pages;
mod paragraphs;
mod tables;

use std::fmt::Write;

use crate::document::{Block, Document, Kind};
use crate::read::zip::tests::archive;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#;
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file with these parts, of which `word/document.xml` is the main one. The part's relationships to all
/// others are made; their ids are the names: `header1` for `word/header1.xml`.
pub fn file(parts: &[(&str, &str)]) -> Vec<u8> {
    let kind = |name: &str| match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "data" => "diagramData".to_owned(),
        "sheet" => "package".to_owned(),
        kind => kind.to_owned(),
    };
    let mut related = String::new();
    for target in parts.iter().filter_map(|(part, _)| part.strip_prefix("word/")) {
        let id = target.rsplit('/').next().and_then(|file| file.split('.').next()).unwrap();
        let _ = write!(related, r#"<Relationship Id="{id}" Type="{TYPES}/{}" Target="{target}"/>"#, kind(id));
    }
    let related = format!("<Relationships>{related}</Relationships>");
    let root = format!(
        r#"<Relationships><Relationship Id="a" Type="{TYPES}/officeDocument" Target="word/document.xml"/>
            </Relationships>"#
    );
    let mut entries = vec![("_rels/.rels", root.as_bytes()), ("word/_rels/document.xml.rels", related.as_bytes())];
    entries.extend(parts.iter().map(|(name, text)| (*name, text.as_bytes())));
    archive(&entries, true)
}

/// A part with a root element of this name.
pub fn part(root: &str, inside: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {NAMESPACES}>{inside}</w:{root}>")
}

/// The main part with this body.
pub fn main_part(body: &str) -> String {
    part("document", &format!("<w:body>{body}</w:body>"))
}

pub fn read(bytes: &[u8]) -> Document {
    crate::read::read("tender.docx", bytes)
}

/// The file that has this body and further parts.
pub fn with(body: &str, parts: &[(&str, &str)]) -> Document {
    let main = main_part(body);
    let mut all = vec![("word/document.xml", main.as_str())];
    all.extend(parts);
    read(&file(&all))
}

/// A paragraph with this text.
pub fn p(text: &str) -> String {
    para("", &run(text))
}

/// A paragraph with these properties and contents.
pub fn para(properties: &str, inside: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>")
}

pub fn run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

pub fn bold(text: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>")
}

/// A block in one line: its kind, its label between brackets, its text.
fn line(block: &Block) -> String {
    let kind = match &block.kind {
        Kind::Heading { level } => format!("h{level}"),
        Kind::Paragraph => "p".to_owned(),
        Kind::ListItem { level } => format!("li{level}"),
        Kind::Row { table, columns, head } => {
            let columns: Vec<_> = columns.iter().map(u16::to_string).collect();
            format!("t{table}{} {}", if *head { "h" } else { "" }, columns.join(","))
        }
        Kind::Field { name } => format!("field ({name})"),
        Kind::Header => "header".to_owned(),
        Kind::Footer => "footer".to_owned(),
        Kind::Footnote => "note".to_owned(),
    };
    let label = block.label.as_ref().map_or(String::new(), |label| format!("[{label}] "));
    format!("{kind} {label}{}", block.text.replace('\t', " | ").replace('\n', " / "))
}

pub fn lines(document: &Document) -> Vec<String> {
    document.blocks.iter().map(line).collect()
}

/// The blocks of a file with this body and nothing else, which is read whole.
pub fn body(xml: &str) -> Vec<String> {
    let document = with(xml, &[]);
    assert_eq!(document.unread, []);
    lines(&document)
}
