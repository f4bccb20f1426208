//! Prints what a reader gives for files: each document's blocks, and what was not read.
//!
//! ```text
//! cargo run --example blocks -- [--json] FILE...
//! ```
//!
//! With `--json` it prints each document as a line of JSON.

use std::fmt::Write;
use std::io::Write as _;
use std::process::ExitCode;
use tender_check::document::{Block, Document, Kind};
use tender_check::read;

fn main() -> ExitCode {
    let (flags, paths): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|a| a == "--json");
    for path in &paths {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::from(2);
            }
        };
        let name = path.rsplit('/').next().unwrap_or(path);
        let document = read::read(name, &bytes);
        let shown = if flags.is_empty() { blocks(&document) } else { json(&document) };
        // Whoever reads this through `head` stops reading early.
        if std::io::stdout().write_all(shown.as_bytes()).is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

fn json(document: &Document) -> String {
    serde_json::to_string(document).map_or_else(|error| error.to_string(), |line| line + "\n")
}

fn blocks(document: &Document) -> String {
    let Document { name, format, pages, blocks, unread } = document;
    let mut out = format!("{name} {format:?}, pages {pages:?}, {} words\n", document.words());
    for block in blocks {
        let kind = match &block.kind {
            Kind::Heading { level } => format!("h{level}"),
            Kind::Paragraph => "p".to_owned(),
            Kind::ListItem { level } => format!("li{level}"),
            Kind::Row { table, columns, head } => {
                format!("t{table}{} {columns:?}", if *head { " head" } else { "" })
            }
            Kind::Field { .. } => "field".to_owned(),
            Kind::Header => "header".to_owned(),
            Kind::Footer => "footer".to_owned(),
            Kind::Footnote => "note".to_owned(),
        };
        let page = block.page.map_or(String::new(), |p| format!("{p:>3} "));
        let text = block.text.replace('\n', "⏎").replace('\t', " │ ");
        let _ = writeln!(out, "{page}{kind:<8} {}{text}", label(block));
    }
    for unread in unread {
        let _ = writeln!(out, "unread: {unread:?}");
    }
    out
}

fn label(block: &Block) -> String {
    block.label.as_ref().map_or(String::new(), |l| format!("{l} "))
}
