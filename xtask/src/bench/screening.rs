//! How long the screening of an archive takes, and how much memory.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::archive;
use super::contender::Timing;
use super::page::{Aim, Row};
use crate::tool::target;

/// Notices of the archive.
const NOTICES: usize = 100_000;
/// Notices a second that are to be reached.
const A_SECOND: f64 = 3_000.0;

/// Screens the archive once, as a process of its own.
pub fn row(program: &Path) -> Result<Row> {
    let folder = target().join("bench");
    let path = folder.join(format!("notices-{NOTICES}.json"));
    if !path.exists() {
        archive::package(NOTICES, &path)?;
    }
    let rows = folder.join("notices.jsonl");
    let start = Instant::now();
    let mut command = Command::new(program);
    command.args(["screen", "--quiet", "--restart"]).arg(&path).arg("--output").arg(&rows).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let mut peak = 0;
    let status = loop {
        peak = peak.max(memory(child.id()).unwrap_or(0));
        match child.try_wait()? {
            Some(status) => break status,
            None => sleep(Duration::from_millis(20)),
        }
    };
    let ms = start.elapsed().as_secs_f64() * 1e3;
    ensure!(status.success(), "screening: {status}");
    let count = fs::read_to_string(&rows)?.lines().count();
    ensure!(count == NOTICES, "{count} rows");
    let size = fs::metadata(&path)?.len() / 1_000_000;
    let second = NOTICES as f64 / ms * 1e3;
    let what =
        format!("100,000 notices ({size} MB) screened, {second:.0} a second, {} MB of memory at most", peak / 1000);
    let aim = Aim::Under(NOTICES as f64 / A_SECOND * 1e3);
    Ok(Row { what, ours: Timing { median: ms, best: ms }, peer: None, aim })
}

/// The most memory that a process has had, in kB, where the system tells.
fn memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
