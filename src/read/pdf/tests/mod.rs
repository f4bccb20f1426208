//! Whole small files in, blocks out.

mod hostile;
pub(crate) mod maker;
mod pages;
mod parts;
mod tables;

use super::read;
use crate::document::{Block, Document, Kind};

/// A block on one line: kind, label and text; tabs as `|`, line feeds as `/`.
fn show(block: &Block) -> String {
    let kind = match &block.kind {
        Kind::Heading { level } => format!("h{level}"),
        Kind::Paragraph => "p".to_owned(),
        Kind::ListItem { level } => format!("li{level}"),
        Kind::Row { table, columns, head } => {
            let columns: Vec<String> = columns.iter().map(u16::to_string).collect();
            format!("{}{table}[{}]", if *head { "head" } else { "row" }, columns.join(","))
        }
        Kind::Field { .. } => "field".to_owned(),
        Kind::Header => "header".to_owned(),
        Kind::Footer => "footer".to_owned(),
        Kind::Footnote => "note".to_owned(),
    };
    let label = block.label.as_ref().map_or(String::new(), |label| format!("{label} "));
    format!("{kind}: {label}{}", block.text.replace('\t', "|").replace('\n', "/"))
}

fn shown(document: &Document) -> Vec<String> {
    document.blocks.iter().map(show).collect()
}

/// The blocks of a file that is read whole.
fn blocks(file: &[u8]) -> Vec<String> {
    let document = read("a.pdf", file);
    assert_eq!(document.unread, []);
    shown(&document)
}
