//! `cargo xtask fuzz`: runs the targets of `fuzz/` on bytes that nobody thought of.
//!
//! The targets are those of cargo-fuzz, and run with it too. This needs neither it nor a nightly compiler: what it does is
//! to compile with the flags that tell libFuzzer which code was reached. A C++ compiler builds libFuzzer itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::tool::{cargo, command, root, target};

mod seeds;

#[derive(Args)]
pub struct Options {
    /// Targets to run, by the names of the files in `fuzz/fuzz_targets`; all of them unless told
    targets: Vec<String>,
    /// Seconds in all, shared among the targets
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Run a target on this file only, to see what is wrong
    #[arg(long, value_name = "FILE", conflicts_with = "seconds")]
    file: Option<PathBuf>,
}

/// Seconds that one input may take, and megabytes of memory; a reader takes some milliseconds.
const LIMITS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=1024", "-malloc_limit_mb=400"];
/// Longest input: enough for every kind of fault, and quick.
const LONGEST: &str = "-max_len=65536";

/// What libFuzzer needs to know of the code. Those of cargo-fuzz.
const FLAGS: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];

/// Builds the targets and runs them in turn, each from the seeds and from what it reached before.
pub fn run(options: &Options) -> Result<()> {
    let all = names()?;
    if let Some(unknown) = options.targets.iter().find(|name| !all.contains(name)) {
        bail!("there is no target {unknown}; there are {}", all.join(", "));
    }
    let chosen = if options.targets.is_empty() { &all } else { &options.targets };
    let built = build()?;
    if let Some(file) = &options.file {
        let [name] = chosen.as_slice() else { bail!("name the target that the file is for") };
        return crate::tool::run(command(built.join(name), &LIMITS).arg(file));
    }
    let seconds = (options.seconds / chosen.len() as u64).max(1);
    let mut failed = vec![];
    for name in chosen {
        println!("\n── {name}: {seconds} s");
        if !fuzz(&built, name, seconds)? {
            failed.push(name.as_str());
        }
    }
    if !failed.is_empty() {
        bail!(
            "{} failed. The input is in {}: mend the fault and move it to fuzz/regressions/TARGET",
            failed.join(", "),
            folder("artifacts", "")?.display()
        );
    }
    Ok(())
}

/// The targets: the files in `fuzz/fuzz_targets`.
fn names() -> Result<Vec<String>> {
    let mut names = vec![];
    for entry in fs::read_dir(root().join("fuzz/fuzz_targets"))? {
        names.extend(entry?.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

/// Compiles the targets, and gives the folder that they are in.
fn build() -> Result<PathBuf> {
    // Named, so that the flags are not those of build scripts too.
    let host = host()?;
    let folder = target().join("fuzz/build");
    // The versions that the program itself is built with; cargo adds libFuzzer's.
    fs::copy(root().join("Cargo.lock"), root().join("fuzz/Cargo.lock"))?;
    let mut build = cargo(&["build", "--quiet", "--release", "--manifest-path", "fuzz/Cargo.toml"]);
    build.args(["--target", &host, "--target-dir"]).arg(&folder).env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\x1f"));
    crate::tool::run(&mut build).context("the targets need a C++ compiler: on Debian, apt-get install g++")?;
    Ok(folder.join(host).join("release"))
}

fn host() -> Result<String> {
    let output = command("rustc", &["-vV"]).output()?;
    let text = String::from_utf8(output.stdout)?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not tell its host")
}

/// Runs a target; false when it found a fault.
fn fuzz(built: &Path, name: &str, seconds: u64) -> Result<bool> {
    let (corpus, artifacts) = (folder("corpus", name)?, folder("artifacts", name)?);
    let seeds = folder("seeds", name)?;
    let words = seeds::make(name, &seeds)?;
    let dictionary = folder("words", "")?.join(name);
    fs::write(&dictionary, words)?;
    let mut fuzz = Command::new(built.join(name));
    fuzz.args([&corpus, &seeds]).args(LIMITS).args([LONGEST, "-print_final_stats=1", "-verbosity=0"]);
    fuzz.arg(format!("-max_total_time={seconds}"));
    fuzz.arg(format!("-artifact_prefix={}/", artifacts.display()));
    fuzz.arg(format!("-dict={}", dictionary.display()));
    let before = root().join("fuzz/regressions").join(name);
    if before.is_dir() {
        fuzz.arg(before);
    }
    Ok(fuzz.status()?.success())
}

/// A folder below `target/fuzz`, made if it is not there.
fn folder(what: &str, name: &str) -> Result<PathBuf> {
    let folder = target().join("fuzz").join(what).join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
