//! The table of `docs/performance.md`.

use std::process::Command;
use std::{fmt, fs};

use anyhow::Result;
use serde_json::Value;

use super::contender::Timing;
use crate::marks::put;
use crate::tool::{command, root};

/// Of two turns over texts of different lengths one may take so many times as long for a byte without any meaning.
const NOISE: f64 = 1.3;

/// A line of the table.
pub struct Row {
    /// What was done on what.
    pub what: String,
    pub ours: Timing,
    /// Another program and its timing.
    pub peer: Option<(&'static str, Timing)>,
    pub aim: Aim,
}

/// What a line must reach.
pub enum Aim {
    /// At most so many milliseconds.
    Under(f64),
    /// At least so many times as fast as the peer.
    Times(f64),
    /// No more time for each byte than the shortest text takes, which has this length; it is so many times as much.
    InProportion { times: f64, shortest: &'static str },
    /// At most so many milliseconds, and so many bytes of memory; the most that was taken.
    Within { ms: f64, bytes: u64, peak: u64 },
    /// Shown beside another program for comparison.
    None,
}

impl Row {
    fn ratio(&self) -> Option<f64> {
        self.peer.map(|(_, peer)| peer.median / self.ours.median)
    }

    fn met(&self) -> Option<bool> {
        match self.aim {
            Aim::Under(ms) => Some(self.ours.median < ms),
            Aim::Times(times) => self.ratio().map(|ratio| ratio >= times),
            Aim::InProportion { times, .. } => Some(times <= NOISE),
            Aim::Within { ms, bytes, peak } => Some(self.ours.median < ms && peak < bytes),
            Aim::None => None,
        }
    }

    fn cells(&self) -> [String; 6] {
        let dash = || "–".to_owned();
        let shown = |t: Timing| format!("{} ({})", milliseconds(t.median), milliseconds(t.best));
        let aim = match self.aim {
            Aim::Under(ms) => format!("under {ms:.0} ms"),
            Aim::Times(times) if times <= 1.0 => "no slower".to_owned(),
            Aim::Times(times) => format!("{times} times as fast"),
            Aim::InProportion { times, shortest } => {
                format!("in proportion: for a byte {times:.2} times as long as {shortest}")
            }
            Aim::Within { ms, bytes, peak } => {
                format!("under {ms:.0} ms and {} MB: took {} MB", bytes / 1_000_000, peak / 1_000_000)
            }
            Aim::None => dash(),
        };
        [
            self.what.clone(),
            shown(self.ours),
            self.peer.map_or_else(dash, |(name, timing)| format!("{name}: {}", shown(timing))),
            self.ratio().map_or_else(dash, |ratio| format!("{ratio:.1}")),
            aim,
            self.met().map_or_else(dash, |met| if met { "yes" } else { "**no**" }.to_owned()),
        ]
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "| {} |", self.cells().join(" | "))
    }
}

fn milliseconds(ms: f64) -> String {
    if ms < 100.0 { format!("{ms:.1} ms") } else { format!("{ms:.0} ms") }
}

/// The table as Markdown, with what it was measured on.
pub fn table(rows: &[Row], rounds: usize) -> String {
    let head = ["what", "Tender Check", "beside it", "ratio", "aim", "met"].map(str::to_owned);
    let rule = ["---"; 6].map(str::to_owned);
    let head = [head, rule].map(|cells| format!("| {} |\n", cells.join(" | "))).concat();
    let body = rows.iter().map(Row::to_string).collect::<Vec<_>>().join("\n") + "\n";
    format!("{head}{body}\nMedian of {rounds} turns (best in brackets), the programs taking turns. {}\n", machine())
}

/// Puts the table into `docs/performance.md`, in place of the last one.
pub fn write(table: &str) -> Result<()> {
    put("docs/performance.md", "cargo xtask bench", table)
}

/// Processor, system and the versions of everything that was measured.
fn machine() -> String {
    let file = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let after = |text: &str, key: &str| {
        let line = text.lines().find(|l| l.starts_with(key)).map(str::to_owned);
        line.and_then(|l| l.split_once([':', '=']).map(|(_, value)| value.trim().trim_matches('"').to_owned()))
    };
    let processor = after(&file("/proc/cpuinfo"), "model name").unwrap_or_else(|| "unknown processor".into());
    let system = after(&file("/etc/os-release"), "PRETTY_NAME").unwrap_or_else(|| std::env::consts::OS.into());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let versions = [
        first_line(command("rustc", &["--version"])),
        format!("Node {}", first_line(command("node", &["--version"]))),
        first_line(command("pdftotext", &["-v"])),
        first_line(command("pandoc", &["--version"])),
        format!("pdf.js {}", npm_version("pdfjs-dist")),
        format!("mammoth {}", npm_version("mammoth")),
    ];
    format!("{processor}, {cores} cores, {system}; {}.", versions.join(", "))
}

fn first_line(mut command: Command) -> String {
    // pdftotext tells its version on standard error.
    let output = command.output().map(|o| [o.stdout, o.stderr].concat()).unwrap_or_default();
    String::from_utf8_lossy(&output).lines().next().unwrap_or("?").to_owned()
}

fn npm_version(package: &str) -> String {
    let path = root().join("node_modules").join(package).join("package.json");
    let text = fs::read_to_string(path).unwrap_or_default();
    let package: Value = serde_json::from_str(&text).unwrap_or_default();
    package["version"].as_str().unwrap_or("?").to_owned()
}
