//! `cargo xtask test`: every check there is, each told by name, the later ones run whatever the earlier ones gave.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Args;

mod count;
mod licences;
mod links;
pub mod needs;
mod spark;
mod steps;

use count::Count;
use steps::STEPS;

#[derive(Args)]
pub struct Options {
    /// Steps to run; all of them unless told
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(STEPS.map(|step| step.name)))]
    steps: Vec<String>,
    /// List the steps
    #[arg(long)]
    list: bool,
}

/// One thing that is checked.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<Count>,
}

/// What came of a step.
struct Outcome {
    step: &'static Step,
    count: Count,
    error: Option<anyhow::Error>,
    time: Duration,
}

/// Runs the steps and lists what came of them.
pub fn run(options: &Options) -> Result<()> {
    if options.list {
        for step in &STEPS {
            println!("{:<10} {}", step.name, step.what);
        }
        return Ok(());
    }
    let chosen = |step: &&Step| options.steps.is_empty() || options.steps.iter().any(|name| name == step.name);
    let outcomes: Vec<_> = STEPS.iter().filter(chosen).map(carry_out).collect();

    println!("\n{:─<100}", "");
    outcomes.iter().for_each(report);
    let total = outcomes.iter().fold(Count::default(), |total, outcome| total + outcome.count);
    println!("\n{} passed, {} failed", total.passed, total.failed);
    let failed: Vec<_> = outcomes.iter().filter(|o| o.error.is_some()).map(|o| o.step.name).collect();
    if !failed.is_empty() {
        bail!("failed: {}. To run them alone: cargo xtask test {}", failed.join(", "), failed.join(" "));
    }
    Ok(())
}

fn carry_out(step: &'static Step) -> Outcome {
    println!("\n── {}: {}", step.name, step.what);
    let start = Instant::now();
    let (count, error) = match (step.run)() {
        Ok(count) if count.failed == 0 => (count, None),
        Ok(count) => (count, Some(anyhow::anyhow!("{} failed", count.failed))),
        Err(error) => (Count::FAILED, Some(error)),
    };
    if let Some(error) = &error {
        println!("{error:#}");
    }
    Outcome { step, count, error, time: start.elapsed() }
}

fn report(outcome: &Outcome) {
    let Outcome { step, count, error, time } = outcome;
    let mark = if error.is_none() { "passed" } else { "FAILED" };
    println!("{mark}  {:<10} {:>5} {:>6.1} s  {}", step.name, count.passed, time.as_secs_f64(), step.what);
    if let Some(error) = error {
        let error = format!("{error:#}");
        println!("        {}", error.lines().next().unwrap_or_default());
    }
}
