//! The findings into the Word and PDF files that they were found in.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Timestamp;
use tender_check::document::Format;
use tender_check::mark::{self, Spot, mark};
use tender_check::remark::{Remark, Reviewer};
use tender_check::report::DocumentSummary;
use tender_check::report::remarks::remarks;
use tender_check::review::{self, review};
use tender_check::words::Words;
use tender_check::{Pack, report};

use super::Trouble;
use super::arguments::Comment;
use super::files::{self, Kept};
use super::reading::Progress;

/// Writes each Word file of a tender anew with comments, and each PDF file with highlights.
pub fn comment(arguments: &Comment) -> Result<ExitCode, Trouble> {
    let given = arguments.tender.given()?;
    let (documents, kept) = files::read_keeping(&arguments.tender, &Progress::new(arguments.tender.how.quiet), true)?;
    if kept.is_empty() {
        return Err(Trouble::NotWritable);
    }
    let spots: Vec<Vec<Spot>> =
        kept.iter().map(|kept| documents[kept.document].blocks.iter().map(Spot::from).collect()).collect();
    let report = Pack::understand(documents).judge(&given);
    // To the second, as Word writes it.
    let date = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let by = Reviewer { name: arguments.author.clone(), date };
    let output = output(arguments, kept.len())?;
    let mut taken = BTreeSet::new();
    let mut some = false;
    for (file, spots) in kept.iter().zip(&spots) {
        let DocumentSummary { name, format, .. } = &report.documents[file.document];
        let remarks = remarks(&report, file.document);
        let (written, ending) = if *format == Format::Pdf {
            (marked(&file.bytes, spots, &remarks, &by), "pdf")
        } else {
            (reviewed(&file.bytes, &remarks, &by, arguments.changes), "docx")
        };
        match written {
            Ok(written) => {
                let path = output.path(file, name, ending, &mut taken);
                // Where there is nothing to say, the file stays as it is and no copy of it is made.
                let silent = remarks.is_empty();
                let shown = if silent { Path::new(name) } else { path.as_path() };
                if !silent {
                    fs::write(&path, &written.bytes).map_err(|e| Trouble::NotWritten(path.clone(), e))?;
                }
                println!("{}", written.line(shown));
                some = true;
            }
            Err(why) => eprintln!("tender-check: {}", left_out(name, why)),
        }
    }
    if some { Ok(ExitCode::SUCCESS) } else { Err(Trouble::NotWritable) }
}

/// A copy, and what is said of it.
struct Written {
    bytes: Vec<u8>,
    message: &'static str,
    counts: [(&'static str, usize); 2],
}

/// A Word file with comments in it; or the message that says why not.
fn reviewed(bytes: &[u8], remarks: &[Remark], by: &Reviewer, changes: bool) -> Result<Written, &'static str> {
    let reviewed = review(bytes, remarks, by, changes).map_err(|refused| match refused {
        review::Refused::NotWord | review::Refused::NotWhole => "not-whole",
        review::Refused::NoText => "no-text",
    })?;
    let counts = [("comments", reviewed.beside + reviewed.at_head), ("changes", reviewed.changes)];
    Ok(Written { bytes: reviewed.bytes, message: "commented", counts })
}

/// A PDF file with highlights in it; or the message that says why not.
fn marked(bytes: &[u8], spots: &[Spot], remarks: &[Remark], by: &Reviewer) -> Result<Written, &'static str> {
    let marked = mark(bytes, spots, remarks, by).map_err(|refused| match refused {
        mark::Refused::NotPdf | mark::Refused::NotWhole => "pdf-not-whole",
        mark::Refused::Locked => "pdf-locked",
    })?;
    let counts = [("highlights", marked.beside), ("notes", marked.at_head)];
    Ok(Written { bytes: marked.bytes, message: "marked", counts })
}

/// Where to write.
enum Output {
    /// Beside each file that was given.
    Beside,
    Folder(PathBuf),
    File(PathBuf),
}

fn output(arguments: &Comment, files: usize) -> Result<Output, Trouble> {
    let Some(path) = &arguments.output else { return Ok(Output::Beside) };
    if files == 1 && !path.is_dir() && path.extension().is_some() {
        return Ok(Output::File(path.clone()));
    }
    fs::create_dir_all(path).map_err(|e| Trouble::NotWritten(path.clone(), e))?;
    Ok(Output::Folder(path.clone()))
}

impl Output {
    /// The path for a file, which none of those before has, and not that of the file itself.
    fn path(&self, kept: &Kept, name: &str, ending: &str, taken: &mut BTreeSet<PathBuf>) -> PathBuf {
        let folder = match self {
            Self::File(path) if *path != kept.file => return path.clone(),
            Self::Folder(folder) => folder.as_path(),
            Self::Beside | Self::File(_) => kept.file.parent().unwrap_or(Path::new("")),
        };
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let stem = Path::new(name).file_stem().map_or_else(|| name.into(), |stem| stem.to_string_lossy());
        let path = |number: usize| match number {
            1 => folder.join(format!("{stem} (reviewed).{ending}")),
            _ => folder.join(format!("{stem} (reviewed {number}).{ending}")),
        };
        let mut number = 1;
        while !taken.insert(path(number)) {
            number += 1;
        }
        path(number)
    }
}

impl Written {
    fn line(&self, path: &Path) -> String {
        let counts = self.counts.map(|(name, count)| (name, count.to_string()));
        let args = [vec![("file", path.display().to_string())], counts.to_vec()].concat();
        report::line(&Words::spoken().say("cli", self.message, None, &args).unwrap_or_default())
    }
}

fn left_out(name: &str, why: &str) -> String {
    let words = Words::spoken();
    let args = [("file", name.to_owned()), ("why", words.say("cli", why, None, &[]).unwrap_or_default())];
    report::line(&words.say("cli", "not-commented", None, &args).unwrap_or_default())
}
