//! `cargo xtask serve | test | build | bench | generate`: everything that is done with this repository.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

mod build;
mod generate;
mod modules;
mod npm;
mod serve;
mod size;
mod stamp;
mod tool;

#[derive(Parser)]
#[command(bin_name = "cargo xtask", about = "Builds, serves, tests and measures Tender Check")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the wasm modules, the npm package and the page, and show what they weigh
    Build(build::Options),
    /// Build, and serve the page on this machine
    Serve(serve::Options),
    /// Write the files that are made from the Rust types
    Generate {
        /// Write nothing; fail when a file is not up to date
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Build(options) => build::run(options),
        Task::Serve(options) => serve::run(&options),
        Task::Generate { check: true } => generate::check(),
        Task::Generate { check: false } => generate::run(),
    }
}
