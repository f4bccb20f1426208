//! What the command line does: gathers the documents, has them judged, writes the report, sets the exit code.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::adapter::strip_str;
use clap::Parser;
use tender_check::report::ReadState;
use tender_check::words::Words;
use tender_check::{Given, Pack, report};

mod arguments;
mod bid;
mod comment;
mod compare;
mod files;
mod reading;
mod rules;
mod screen;
mod settings;

use arguments::{Arguments, Check, Command, Shape};
use reading::Progress;

/// Barriers at or above `--fail-on` were found.
const FOUND: u8 = 1;
/// Nothing could be read, or the command was not understood; clap's own code for the latter.
const TROUBLE: u8 = 2;

/// Columns of text that goes to a file or another program.
const PLAIN_WIDTH: usize = 100;

/// Why a command could not be done.
#[derive(Debug)]
pub enum Trouble {
    /// A file or folder could not be opened.
    NotOpened(PathBuf, io::Error),
    /// A folder with no file in it.
    EmptyFolder(PathBuf),
    /// More files than one tender has.
    TooMany,
    /// All files were opened, and no words came out of them.
    NothingRead,
    /// None of the files is a Word or PDF file into which findings can be written.
    NotWritable,
    /// The report could not be written.
    NotWritten(PathBuf, io::Error),
    /// A file to write that would be of a type in which no report is written.
    OtherShape(PathBuf),
    /// A file of settings or set-asides that is no TOML: the line, and what is wrong there.
    NotToml(PathBuf, usize, String),
    /// A file of settings or set-asides that is larger than any.
    LargeSettings(PathBuf),
    /// A file of settings or set-asides with things that are not known.
    Wrong(PathBuf, Vec<String>),
    /// A profile with things that are not known.
    WrongProfile(PathBuf, Vec<String>),
    /// No lot has this name; there are these.
    NoSuchLot(String, Vec<String>),
    /// No file of notices was given.
    NoNotices,
    /// The rows beside the output are of something else.
    OtherRows(PathBuf),
    /// A file of rows that holds something else, and on which line.
    NoRows(PathBuf, usize),
    /// A file that looks like a report and cannot be opened as one, and why.
    NoReport(PathBuf, report::saved::NotOpened),
    /// No rule has this name; perhaps one of these was meant.
    NoSuchRule(String, Vec<&'static str>),
}

/// Does what the command line says.
pub fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Bid(arguments) => bid::bid(&arguments),
        Command::Check(arguments) => check(&arguments),
        Command::Comment(arguments) => comment::comment(&arguments),
        Command::Compare(arguments) => compare::compare(&arguments),
        Command::Screen(arguments) => screen::screen(&arguments),
        Command::Summarise(arguments) => screen::summarise(&arguments),
        Command::Rules { rule } => rules::show(rule.as_deref()),
    };
    done.unwrap_or_else(|trouble| {
        eprintln!("tender-check: {}", report::line(&trouble.message()));
        ExitCode::from(TROUBLE)
    })
}

fn check(arguments: &Check) -> Result<ExitCode, Trouble> {
    let given = Given { with_text: arguments.with_text, ..arguments.tender.given()? };
    if let Some(output) = arguments.misnamed() {
        return Err(Trouble::OtherShape(output.to_owned()));
    }
    let progress = Progress::new(arguments.tender.how.quiet);
    let documents = files::read_all(&arguments.tender, &progress)?;
    let report = Pack::understand(documents).judge(&given);
    let text = match arguments.shape() {
        Shape::Json => report::json::write(&report),
        Shape::Html => report::html::write(&report),
        Shape::Markdown => report::markdown::write(&report),
        Shape::Csv => report::csv::write(&report),
        Shape::Text if arguments.output.is_none() => report::text::write(&report, width()),
        Shape::Text => strip_str(&report::text::write(&report, PLAIN_WIDTH)).to_string(),
    };
    put(arguments.output.as_deref(), arguments.shape(), &text)?;
    if report.coverage.files.iter().all(|f| f.read == ReadState::None) {
        return Err(Trouble::NothingRead);
    }
    let fails = |least| report.counted().filter_map(|f| f.severity).any(|s| s >= least);
    let found = arguments.fail_on.severity().is_some_and(fails);
    Ok(if found { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
}

/// Writes to a file, or to standard output where none is named.
fn put(file: Option<&Path>, shape: Shape, text: &str) -> Result<(), Trouble> {
    match (file, shape) {
        (Some(file), _) => fs::write(file, text).map_err(|e| Trouble::NotWritten(file.to_path_buf(), e)),
        // Colours only where a terminal shows them and NO_COLOR is not set.
        (None, Shape::Text) => print(anstream::stdout().lock(), text),
        (None, _) => print(io::stdout().lock(), text),
    }
}

/// The width of the terminal, or the usual one where the output goes elsewhere.
fn width() -> usize {
    terminal_size::terminal_size().map_or(PLAIN_WIDTH, |(width, _)| width.0.into())
}

/// Writes to standard output. A reader that closes it early, as `head` does, has what it wants.
fn print(mut to: impl Write, text: &str) -> Result<(), Trouble> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(Trouble::NotWritten("standard output".into(), e)),
        _ => Ok(()),
    }
}

impl Trouble {
    fn message(&self) -> String {
        let file = |f: &PathBuf| ("file", f.display().to_string());
        let reason = |e: &io::Error| {
            // Without the number that Rust appends.
            let text = e.to_string();
            ("reason", text.split(" (os error").next().unwrap_or(&text).to_owned())
        };
        let (message, args) = match self {
            Self::NotOpened(f, e) => ("not-opened", vec![file(f), reason(e)]),
            Self::EmptyFolder(f) => ("empty-folder", vec![file(f)]),
            Self::TooMany => ("too-many", vec![("most", tender_check::read::pack::MAX_FILES.to_string())]),
            Self::NothingRead => ("nothing-read", vec![]),
            Self::NotWritable => ("not-writable", vec![]),
            Self::NotWritten(f, e) => ("not-written", vec![file(f), reason(e)]),
            Self::OtherShape(f) => ("other-shape", vec![file(f)]),
            Self::NotToml(f, line, what) => {
                ("not-toml", vec![file(f), ("line", line.to_string()), ("reason", what.clone())])
            }
            Self::NoNotices => ("no-notices", vec![]),
            Self::OtherRows(f) => ("other-rows", vec![file(f)]),
            Self::NoRows(f, line) => ("no-rows", vec![file(f), ("line", line.to_string())]),
            Self::LargeSettings(f) => ("large-settings", vec![file(f)]),
            Self::Wrong(f, faults) => ("wrong-settings", vec![file(f), ("faults", faults.join(" "))]),
            Self::WrongProfile(f, faults) => ("wrong-profile", vec![file(f), ("faults", faults.join(" "))]),
            Self::NoSuchLot(name, known) if known.is_empty() => ("no-lots", vec![("name", name.clone())]),
            Self::NoSuchLot(name, known) => ("no-such-lot", vec![("name", name.clone()), ("known", known.join(", "))]),
            Self::NoReport(f, report::saved::NotOpened::NotReport) => ("no-report", vec![file(f)]),
            Self::NoReport(f, report::saved::NotOpened::OtherVersion) => ("other-version", vec![file(f)]),
            Self::NoSuchRule(name, near) if near.is_empty() => ("no-such-rule", vec![("name", name.clone())]),
            Self::NoSuchRule(name, near) => ("other-rule", vec![("name", name.clone()), ("near", near.join(", "))]),
        };
        Words::spoken().say("cli", message, None, &args).unwrap_or_else(|| message.to_owned())
    }
}
