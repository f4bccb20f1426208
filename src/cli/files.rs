//! The files of a pack: given one by one, as folders, or through standard input.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tender_check::document::{Document, Why};
use tender_check::read;
use walkdir::{DirEntry, WalkDir};

use super::{Trouble, settings};

/// More files than this are no pack of one tender, but a folder given by mistake.
pub const MOST_FILES: usize = 500;
/// Files larger than this are listed as not read; in bytes. Scanned packs reach tens of megabytes.
pub const LARGEST_FILE: u64 = 200 * 1024 * 1024;

/// Reads the documents of a pack in the order given, the files of a folder in order of their names.
pub fn read_all(paths: &[PathBuf]) -> Result<Vec<Document>, Trouble> {
    let files = gather(paths)?;
    let mut names: HashMap<String, usize> = HashMap::new();
    for file in &files {
        *names.entry(short(file)).or_default() += 1;
    }
    let documents = files.iter().map(|file| {
        // Where two files have one name, their folders tell them apart.
        let name = Some(short(file)).filter(|n| names[n] == 1).unwrap_or_else(|| file.display().to_string());
        let standard_input = file == Path::new("-");
        let bytes = if standard_input { limited(io::stdin().lock()) } else { File::open(file).and_then(limited) };
        let bytes = bytes.map_err(|e| Trouble::NotOpened(file.clone(), e))?;
        Ok(match bytes {
            Some(bytes) => read::read(&name, &bytes),
            None => Document::unread(&name, tender_check::document::Format::Unknown, Why::TooLarge, None),
        })
    });
    documents.collect()
}

fn short(file: &Path) -> String {
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned());
    if file == Path::new("-") { "standard input".to_owned() } else { name.unwrap_or_default() }
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
        if files.len() > MOST_FILES { Err(Trouble::TooMany) } else { Ok(()) }
    };
    for path in paths {
        if path == Path::new("-") || !path.is_dir() {
            add(path.clone())?;
            continue;
        }
        let hidden = |e: &DirEntry| e.depth() > 0 && e.file_name().to_string_lossy().starts_with('.');
        let walk = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
        let mut empty = true;
        for entry in walk.filter_entry(|e| !hidden(e)) {
            let entry = entry.map_err(|e| Trouble::NotOpened(path.clone(), e.into()))?;
            let name = entry.file_name().to_string_lossy();
            // Word keeps a small file beside an open document.
            if entry.file_type().is_file() && !name.starts_with("~$") && !settings::is_own(&name) {
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
