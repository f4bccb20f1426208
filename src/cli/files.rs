//! The files of a pack: given one by one, as folders, or through standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tender_check::document::{Document, Format, Why};
use tender_check::read::pack::{self, MAX_FILES};
use tender_check::read::{self, MAX_TEXT};
use walkdir::{DirEntry, WalkDir};

use super::reading::{Progress, Reading};
use super::{Trouble, settings};

/// Files larger than this are listed as not read; in bytes. Scanned packs reach tens of megabytes.
pub const LARGEST_FILE: u64 = 200 * 1024 * 1024;

/// Reads the documents of a pack in the order given, the files of a folder or an archive in order of their names.
pub fn read_all(paths: &[PathBuf], progress: &Progress) -> Result<Vec<Document>, Trouble> {
    Ok(read_word(paths, progress, false)?.0)
}

/// A Word file of a pack.
pub struct WordFile {
    /// Index of its document.
    pub document: usize,
    /// The file that was given: itself, or the archive that it is in.
    pub file: PathBuf,
    pub bytes: Vec<u8>,
}

/// Reads the documents of a pack, and with `keep` keeps the Word files among them.
pub fn read_word(
    paths: &[PathBuf],
    progress: &Progress,
    keep: bool,
) -> Result<(Vec<Document>, Vec<WordFile>), Trouble> {
    let files = gather(paths)?;
    let mut reading = Reading::new(progress, files.len(), keep);
    let (mut documents, mut kept, mut left) = (vec![], vec![], MAX_TEXT);
    for file in files {
        let name = if is_standard_input(&file) { "standard input".to_owned() } else { file.display().to_string() };
        let bytes =
            if is_standard_input(&file) { limited(io::stdin().lock()) } else { File::open(&file).and_then(limited) };
        match bytes.map_err(|e| Trouble::NotOpened(file.clone(), e))? {
            Some(bytes) => {
                let mut from = documents.len();
                documents.extend(reading.file(&name, bytes));
                documents[from..].iter_mut().for_each(|document| read::limit_text(document, &mut left));
                for (path, bytes) in reading.take_kept() {
                    let Some(at) = documents[from..].iter().position(|document| document.name == path) else {
                        continue;
                    };
                    kept.push(WordFile { document: from + at, file: file.clone(), bytes });
                    from += at + 1;
                }
            }
            None => documents.push(Document::unread(&name, Format::Unknown, Why::TooLarge, None)),
        }
        if documents.len() > MAX_FILES {
            return Err(Trouble::TooMany);
        }
    }
    drop(reading);
    // Where two files have one name, their folders tell them apart.
    let names = pack::short_names(&documents.iter().map(|document| document.name.as_str()).collect::<Vec<_>>());
    for (document, name) in documents.iter_mut().zip(names) {
        document.name = name;
    }
    Ok((documents, kept))
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// The bytes; none where there are too many.
fn limited(from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = vec![];
    from.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST_FILE).then_some(bytes))
}

fn gather(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut files: Vec<PathBuf> = vec![];
    let mut add = |file: PathBuf| {
        // A file that is given twice, by itself and with its folder, is one document.
        if !files.contains(&file) {
            files.push(file);
        }
        if files.len() > MAX_FILES { Err(Trouble::TooMany) } else { Ok(()) }
    };
    for path in paths {
        if is_standard_input(path) || !path.is_dir() {
            add(path.clone())?;
            continue;
        }
        let litter = |e: &DirEntry| e.depth() > 0 && pack::is_litter(&e.file_name().to_string_lossy());
        let walk = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
        let mut empty = true;
        for entry in walk.filter_entry(|e| !litter(e)) {
            let entry = entry.map_err(|e| Trouble::NotOpened(path.clone(), e.into()))?;
            if entry.file_type().is_file() && !settings::is_own(&entry.file_name().to_string_lossy()) {
                empty = false;
                add(entry.into_path())?;
            }
        }
        if empty {
            return Err(Trouble::EmptyFolder(path.clone()));
        }
    }
    Ok(files)
}
