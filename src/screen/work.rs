//! The rows so far, in a file beside the one that is to be written: what was interrupted goes on where it stopped.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::row::Row;

/// What a screening is of: rows belong together only where all of it is the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// Version of the program.
    pub version: String,
    /// Names, sizes in bytes and times of change of the files.
    pub files: Vec<(String, u64, u64)>,
    /// How notices are judged, as JSON.
    pub given: String,
}

/// Rows that are being written.
pub struct Work {
    path: PathBuf,
    file: BufWriter<File>,
    /// How many notices of each file are done.
    pub done: BTreeMap<String, u64>,
}

/// Why the rows so far cannot be gone on with.
#[derive(Debug)]
pub enum Trouble {
    /// The file cannot be read or written.
    File(io::Error),
    /// The rows are of other files, of another version, or were judged otherwise.
    Another,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl Work {
    /// The file of the rows so far, beside the one that is to be written.
    pub fn path(output: &Path) -> PathBuf {
        let mut name = output.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        output.with_file_name(name)
    }

    /// Begins, or goes on with the rows that are there. `each` is given those, in their order.
    pub fn open(path: &Path, begun: &Begun, mut each: impl FnMut(&Row)) -> Result<Self, Trouble> {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        let (mut done, mut whole) = (BTreeMap::new(), 0);
        let mut lines = BufReader::new(&mut file);
        let mut line = String::new();
        loop {
            line.clear();
            // A line that was cut when the program ended is written anew.
            if lines.read_line(&mut line).unwrap_or(0) == 0 || !line.ends_with('\n') {
                break;
            }
            if whole == 0 {
                if serde_json::from_str::<Begun>(&line).ok().as_ref() != Some(begun) {
                    return Err(Trouble::Another);
                }
            } else {
                let Ok(row) = serde_json::from_str::<Row>(&line) else { break };
                done.insert(row.source.clone(), row.number);
                each(&row);
            }
            whole += line.len() as u64;
        }
        file.set_len(whole)?;
        file.seek(SeekFrom::End(0))?;
        let mut file = BufWriter::new(file);
        if whole == 0 {
            line_of(&mut file, begun)?;
        }
        Ok(Self { path: path.to_owned(), file, done })
    }

    /// Adds rows.
    pub fn add(&mut self, rows: &[Row]) -> io::Result<()> {
        rows.iter().try_for_each(|row| line_of(&mut self.file, row))
    }

    /// Writes what is not written yet.
    pub fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }

    /// Hands on all rows and takes the file away.
    pub fn finish(mut self, each: &mut dyn FnMut(Row) -> io::Result<()>) -> io::Result<()> {
        self.file.flush()?;
        let lines = BufReader::new(File::open(&self.path)?).lines().skip(1);
        for line in lines {
            each(serde_json::from_str(&line?)?)?;
        }
        std::fs::remove_file(&self.path)
    }
}

/// Writes a value on a line of its own.
pub fn line_of(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
