//! The files of a pack: given one by one, as folders, or through standard input.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use tender_check::document::{Document, FILES, Format, Why};
use tender_check::parallel;
use tender_check::read::pack::{self, MAX_FILES, Part, Parts};
use tender_check::read::{self, MAX_TEXT};
use walkdir::{DirEntry, WalkDir};

use super::arguments::Tender;
use super::reading::{Progress, Read, Reading};
use super::{Trouble, settings};

/// Files larger than this are listed as not read; in bytes. Scanned packs reach tens of megabytes.
pub const LARGEST_FILE: u64 = 200 * 1024 * 1024;

/// Reads the documents of a pack in the order given, the files of a folder or an archive in order of their names.
pub fn read_all(tender: &Tender, progress: &Progress) -> Result<Vec<Document>, Trouble> {
    Ok(read_keeping(tender, progress, false)?.0)
}

/// A file of a pack into which findings can be written: Word or PDF.
pub struct Kept {
    /// Index of its document.
    pub document: usize,
    /// The file that was given: itself, or the archive that it is in.
    pub file: PathBuf,
    pub bytes: Vec<u8>,
}

/// Reads the documents of a pack, and with `keep` keeps the files among them into which findings can be written.
pub fn read_keeping(tender: &Tender, progress: &Progress, keep: bool) -> Result<(Vec<Document>, Vec<Kept>), Trouble> {
    let files = gather(&tender.paths)?;
    let reading = Reading::new(progress, files.len(), keep, &tender.how.passwords);
    let jobs = Jobs { files: files.iter(), reading: &reading, open: None, found: 0 };
    let read = parallel::on_all_cores(jobs, |(file, job)| {
        let read = match job? {
            Job::Done(document) => document.into(),
            Job::Read(name, bytes) => reading.document(&name, bytes),
        };
        Ok((file, read))
    });
    let (mut documents, mut kept, mut left) = (vec![], vec![], MAX_TEXT);
    for read in read {
        let (file, Read { mut document, bytes }) = read?;
        read::limit_text(&mut document, &mut left);
        kept.extend(bytes.map(|bytes| Kept { document: documents.len(), file: file.clone(), bytes }));
        documents.push(document);
    }
    // Where two files have one name, their folders tell them apart.
    let names = pack::short_names(&documents.iter().map(|document| document.name.as_str()).collect::<Vec<_>>());
    for (document, name) in documents.iter_mut().zip(names) {
        document.name = name;
    }
    Ok((documents, kept))
}

/// What is to be done for one document.
enum Job {
    /// Nothing: it was read already, or cannot be.
    Done(Document),
    /// Its bytes are to be read, under this name.
    Read(String, Vec<u8>),
}

/// The files that are to be read, those of packs one by one, each with the file that was given.
struct Jobs<'f> {
    files: std::slice::Iter<'f, PathBuf>,
    reading: &'f Reading<'f>,
    /// The pack that is open.
    open: Option<(&'f PathBuf, Parts)>,
    /// How many files there were.
    found: usize,
}

impl<'f> Iterator for Jobs<'f> {
    type Item = (&'f PathBuf, Result<Job, Trouble>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.found > MAX_FILES {
            return None;
        }
        let (file, job) = self.job()?;
        if let Ok(Job::Read(name, _)) = &job {
            self.found += 1;
            if self.found > MAX_FILES {
                let more = Document::unread(name, Format::Unknown, Why::TooLarge, FILES.to_owned());
                return Some((file, Ok(Job::Done(more))));
            }
        }
        Some((file, job))
    }
}

impl<'f> Jobs<'f> {
    fn job(&mut self) -> Option<(&'f PathBuf, Result<Job, Trouble>)> {
        if let Some((file, parts)) = &mut self.open {
            let (file, before) = (*file, parts.found);
            let part = parts.next();
            self.reading.found(parts.found - before);
            match part {
                Some(Part::Document(document)) => return Some((file, Ok(Job::Done(document)))),
                Some(Part::File(part)) => return Some((file, Ok(Job::Read(part.path, part.bytes)))),
                None => self.open = None,
            }
        }
        let file = self.files.next()?;
        let name = if is_standard_input(file) { "standard input".to_owned() } else { file.display().to_string() };
        let bytes =
            if is_standard_input(file) { limited(io::stdin().lock()) } else { File::open(file).and_then(limited) };
        let job = match bytes {
            Err(error) => Err(Trouble::NotOpened(file.clone(), error)),
            Ok(None) => Ok(Job::Done(Document::unread(&name, Format::Unknown, Why::TooLarge, None))),
            Ok(Some(bytes)) => match self.reading.open(&name, &bytes) {
                Some(parts) => {
                    self.open = Some((file, parts));
                    return self.job();
                }
                None => Ok(Job::Read(name, bytes)),
            },
        };
        Some((file, job))
    }
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// The bytes; none where there are too many.
fn limited(from: impl io::Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = vec![];
    from.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST_FILE).then_some(bytes))
}

fn gather(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let (mut files, mut known) = (vec![], HashSet::new());
    let mut add = |file: PathBuf| {
        // A file that is given twice, by itself and with its folder, is one document, whatever the way to it.
        if known.insert(file.canonicalize().unwrap_or_else(|_| file.clone())) {
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
