//! The findings into the Word files that they were found in.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Timestamp;
use tender_check::report::remarks::remarks;
use tender_check::review::{Refused, Reviewed, Reviewer, review};
use tender_check::words::Words;
use tender_check::{Pack, report};

use super::Trouble;
use super::arguments::Comment;
use super::files::{self, WordFile};
use super::reading::Progress;

/// Writes each Word file of a tender anew with comments.
pub fn comment(arguments: &Comment) -> Result<ExitCode, Trouble> {
    let given = arguments.tender.given()?;
    let (documents, words) = files::read_word(&arguments.tender, &Progress::new(arguments.tender.quiet), true)?;
    if words.is_empty() {
        return Err(Trouble::NoWord);
    }
    let report = Pack::understand(documents).judge(&given);
    // To the second, as Word writes it.
    let date = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let by = Reviewer { name: arguments.author.clone(), date };
    let output = output(arguments, words.len())?;
    let mut taken = BTreeSet::new();
    let mut written = false;
    for word in &words {
        let name = &report.documents[word.document].name;
        match review(&word.bytes, &remarks(&report, word.document), &by, arguments.changes) {
            Ok(reviewed) => {
                let path = output.path(word, name, &mut taken);
                // Where there is nothing to say, the file stays as it is and no copy of it is made.
                let silent = reviewed.beside + reviewed.at_head == 0;
                let shown = if silent { Path::new(name) } else { path.as_path() };
                if !silent {
                    fs::write(&path, &reviewed.bytes).map_err(|e| Trouble::NotWritten(path.clone(), e))?;
                }
                println!("{}", line(shown, &reviewed));
                written = true;
            }
            Err(refused) => eprintln!("tender-check: {}", left_out(name, refused)),
        }
    }
    if written { Ok(ExitCode::SUCCESS) } else { Err(Trouble::NoWord) }
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
    fn path(&self, word: &WordFile, name: &str, taken: &mut BTreeSet<PathBuf>) -> PathBuf {
        let folder = match self {
            Self::File(path) if *path != word.file => return path.clone(),
            Self::Folder(folder) => folder.as_path(),
            Self::Beside | Self::File(_) => word.file.parent().unwrap_or(Path::new("")),
        };
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let stem = Path::new(name).file_stem().map_or_else(|| name.into(), |stem| stem.to_string_lossy());
        let path = |number: usize| match number {
            1 => folder.join(format!("{stem} (reviewed).docx")),
            _ => folder.join(format!("{stem} (reviewed {number}).docx")),
        };
        let mut number = 1;
        while !taken.insert(path(number)) {
            number += 1;
        }
        path(number)
    }
}

fn line(path: &Path, reviewed: &Reviewed) -> String {
    let args = [
        ("file", path.display().to_string()),
        ("comments", (reviewed.beside + reviewed.at_head).to_string()),
        ("changes", reviewed.changes.to_string()),
    ];
    report::line(&Words::spoken().say("cli", "commented", None, &args).unwrap_or_default())
}

fn left_out(name: &str, refused: Refused) -> String {
    let words = Words::spoken();
    let why = match refused {
        Refused::NotWord | Refused::NotWhole => "not-whole",
        Refused::NoText => "no-text",
    };
    let args = [("file", name.to_owned()), ("why", words.say("cli", why, None, &[]).unwrap_or_default())];
    report::line(&words.say("cli", "not-commented", None, &args).unwrap_or_default())
}
