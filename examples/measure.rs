//! Times reading and checking inside one process: `cargo xtask bench` writes a line to it, it writes one back.
//!
//! ```text
//! > {"op": "check", "path": "tender.txt"}
//! < {"ms": 4.2, "words": 50123}
//! ```
//!
//! The operations are `read` (bytes to a document) and `check` (bytes to a report as JSON).

use std::io::{BufRead, Write};
use std::time::Instant;

use serde_json::{Value, json};
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
