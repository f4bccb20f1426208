//! What is up to date is not made again: a stamp holds the hash of what a thing was last made from.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::tool::target;

/// A hash of inputs. It stays in `target/`, so it need not outlive the toolchain.
pub struct Inputs(DefaultHasher);

impl Inputs {
    pub fn new() -> Self {
        Self(DefaultHasher::new())
    }

    pub fn add(mut self, value: impl Hash) -> Self {
        value.hash(&mut self.0);
        self
    }

    /// Adds a file, or all files in a folder but those that are themselves made or installed.
    pub fn add_path(mut self, path: &Path) -> Result<Self> {
        let made = |name: &std::ffi::OsStr| ["node_modules", "dist"].iter().any(|made| name == *made);
        let entries =
            WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|e| e.depth() == 0 || !made(e.file_name()));
        for entry in entries {
            let entry = entry?;
            if entry.file_type().is_file() {
                entry.path().hash(&mut self.0);
                fs::read(entry.path()).with_context(|| entry.path().display().to_string())?.hash(&mut self.0);
            }
        }
        Ok(self)
    }

    /// Makes `name` if its inputs changed since it was last made or one of `outputs` is gone.
    pub fn make(self, name: &str, outputs: &[PathBuf], make: impl FnOnce() -> Result<()>) -> Result<()> {
        let stamp = target().join("xtask").join(format!("{name}.stamp"));
        let hash = format!("{:016x}", self.0.finish());
        let fresh = fs::read_to_string(&stamp).is_ok_and(|old| old == hash) && outputs.iter().all(|path| path.exists());
        if fresh {
            return Ok(());
        }
        make()?;
        fs::create_dir_all(stamp.parent().expect("a stamp lies in a folder"))?;
        fs::write(stamp, hash)?;
        Ok(())
    }
}
