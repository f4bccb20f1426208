//! Who is measured, and how a turn is timed.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

/// A program that stays up and times itself: a line in, a line out.
pub struct Server {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Server {
    pub fn start(mut command: Command) -> Result<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let input = child.stdin.take().context("no standard input")?;
        let output = BufReader::new(child.stdout.take().context("no standard output")?);
        Ok(Self { child, input, output })
    }

    /// Milliseconds of one operation on a file.
    fn time(&mut self, op: &str, path: &Path) -> Result<f64> {
        answer(&self.ask(op, path)?)
    }

    /// How long it takes to check a folder as one pack, and the most memory that the process took so far, in bytes.
    pub fn pack(&mut self, folder: &Path, rounds: usize) -> Result<(Timing, u64)> {
        let (mut turns, mut peak) = (vec![], 0);
        for _ in 0..rounds {
            let line = self.ask("pack", folder)?;
            turns.push(answer(&line)?);
            peak = serde_json::from_str::<Value>(&line)?["peak"].as_u64().unwrap_or(peak);
        }
        turns.sort_by(f64::total_cmp);
        Ok((Timing { median: turns[turns.len() / 2], best: turns[0] }, peak))
    }

    fn ask(&mut self, op: &str, path: &Path) -> Result<String> {
        writeln!(self.input, "{}", json!({ "op": op, "path": path }))?;
        self.input.flush()?;
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        Ok(line)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It is our own child and holds nothing that could be lost.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The milliseconds of an answer: `{"ms": 4.2, "words": 3012}` or `{"error": "…"}`.
fn answer(line: &str) -> Result<f64> {
    let answer: Value = serde_json::from_str(line).with_context(|| format!("answer {line:?}"))?;
    match (answer["ms"].as_f64(), answer["words"].as_u64()) {
        (Some(ms), Some(1..)) => Ok(ms),
        (Some(_), _) => bail!("no word was read"),
        (None, _) => bail!("{}", answer["error"]),
    }
}

/// One way to do the work.
pub enum Contender<'a> {
    /// Inside a process that stays up.
    Served(&'a std::cell::RefCell<Server>, &'static str),
    /// A process a file, timed from outside; the file's path follows its arguments, then the rest.
    Process(&'static str, Vec<String>, &'static [&'static str]),
    /// A process a file that says itself how long the work took.
    Told(&'static str, Vec<String>),
}

impl Contender<'_> {
    /// Milliseconds of one turn.
    pub fn time(&self, path: &Path) -> Result<f64> {
        match self {
            Self::Served(server, op) => server.borrow_mut().time(op, path),
            Self::Process(program, before, after) => {
                let mut command = Command::new(program);
                command.args(before).arg(path).args(*after).stdout(Stdio::null()).stderr(Stdio::null());
                let start = Instant::now();
                let status = command.status().with_context(|| format!("cannot run {program}"))?;
                let ms = start.elapsed().as_secs_f64() * 1e3;
                if status.success() { Ok(ms) } else { bail!("{program}: {status}") }
            }
            Self::Told(program, before) => {
                let output = Command::new(program).args(before).arg(path).output()?;
                answer(&String::from_utf8_lossy(&output.stdout))
            }
        }
    }
}

/// Milliseconds for all files together.
#[derive(Clone, Copy, Deserialize)]
pub struct Timing {
    /// Sum of each file's median.
    pub median: f64,
    /// Sum of each file's best.
    pub best: f64,
}

/// Lets the contenders take turns on each file, and gives each one's timing and how many files counted.
///
/// A file that one of them cannot read counts for none. The first turns are for warming up.
pub fn contest(contenders: &[Contender], files: &[impl AsRef<Path>], rounds: usize) -> Result<(Vec<Timing>, usize)> {
    let mut sums = vec![Timing { median: 0.0, best: 0.0 }; contenders.len()];
    let mut counted = 0;
    for path in files.iter().map(AsRef::as_ref) {
        if let Some(error) = contenders.iter().find_map(|c| c.time(path).err()) {
            println!("  left out: {}: {error:#}", path.display());
            continue;
        }
        let mut turns = vec![vec![]; contenders.len()];
        for _ in 0..rounds {
            for (contender, turns) in contenders.iter().zip(&mut turns) {
                turns.push(contender.time(path)?);
            }
        }
        for (sum, turns) in sums.iter_mut().zip(&mut turns) {
            turns.sort_by(f64::total_cmp);
            sum.median += turns[turns.len() / 2];
            sum.best += turns[0];
        }
        counted += 1;
    }
    if counted == 0 {
        bail!("nothing to measure on");
    }
    Ok((sums, counted))
}
