//! Times reading and checking inside one process: `cargo xtask bench` writes a line to it, it writes one back.
//!
//! ```text
//! > {"op": "check", "path": "tender.txt"}
//! < {"ms": 4.2, "words": 50123}
//! ```
//!
//! The operations are `read` (bytes to a document), `check` (bytes to a report as JSON) and `pack` (the files of a folder to
//! one report; `peak` in the answer is the most memory that the process took, in bytes, where the system tells).

use std::io::{BufRead, Write};
use std::time::Instant;

use serde_json::{Value, json};
use tender_check::parallel::on_all_cores;
use tender_check::read::read;
use tender_check::{Given, Pack};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let answer = answer(&line?).unwrap_or_else(|error| json!({ "error": error }));
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn answer(line: &str) -> Result<Value, String> {
    let call: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let path = call["path"].as_str().ok_or("no path")?;
    if call["op"] == "pack" {
        return pack(path).map_err(|e| e.to_string());
    }
    let bytes = std::fs::read(path).map_err(|e| e.to_string())?;
    let start = Instant::now();
    let document = read(path, &bytes);
    if call["op"] != "check" {
        let ms = start.elapsed().as_secs_f64() * 1e3;
        return Ok(json!({ "ms": ms, "words": document.words() }));
    }
    let report = Pack::understand(vec![document]).judge(&Given::default());
    std::hint::black_box(serde_json::to_string(&report).map_err(|e| e.to_string())?);
    Ok(json!({ "ms": start.elapsed().as_secs_f64() * 1e3, "words": report.documents[0].words }))
}

/// Checks the files of a folder as one pack; reading them from the disk counts.
fn pack(folder: &str) -> std::io::Result<Value> {
    let start = Instant::now();
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    let read = |path: &std::path::PathBuf| Ok(read(&path.to_string_lossy(), &std::fs::read(path)?));
    let documents = on_all_cores(paths.iter(), read).into_iter();
    let report = Pack::understand(documents.collect::<std::io::Result<_>>()?).judge(&Given::default());
    std::hint::black_box(serde_json::to_string(&report)?);
    let ms = start.elapsed().as_secs_f64() * 1e3;
    let words: usize = report.documents.iter().map(|document| document.words).sum();
    Ok(json!({ "ms": ms, "words": words, "peak": peak() }))
}

/// The most memory that this process took, in bytes.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<usize>().ok().map(|kilobytes| kilobytes << 10)
}
