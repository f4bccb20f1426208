//! `cargo xtask serve | test | build | bench | fuzz | accuracy | words | numbers |
//! word-export | new-rule | generate`:
//! all that is done with this repository.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

mod accuracy;
mod bench;
mod build;
mod fuzz;
mod generate;
mod limits;
mod maps;
mod marks;
mod modules;
mod new_rule;
mod npm;
mod serve;
mod size;
mod stamp;
mod test;
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
    /// Run every check, or the steps named
    Test(test::Options),
    /// Measure speed, natively and in wasm, beside other programs
    Bench(bench::Options),
    /// Compare the words that are read with those that pdftotext and pandoc read
    Words(Compared),
    /// Compare the numbers of lists and clauses with those that `LibreOffice` prints
    Numbers(Compared),
    /// Write findings into Word files, and compare the copies with the files as `LibreOffice` shows both
    WordExport(Compared),
    /// Run the readers and the language on bytes that nobody thought of
    Fuzz(fuzz::Options),
    /// Measure how much is read and how much of it is right, and write docs/accuracy.md
    Accuracy(accuracy::Options),
    /// Make the page, the words and the entry of a new rule, to be written
    NewRule(new_rule::Options),
    /// Write the files that are made from the Rust types and constants
    Generate {
        /// Write nothing; fail when a file is not up to date
        #[arg(long)]
        check: bool,
    },
    /// Run the tests of a wasm file; cargo calls this (see .cargo/config.toml)
    #[command(hide = true, disable_help_flag = true)]
    WasmTestRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<std::ffi::OsString>,
    },
}

#[derive(clap::Args)]
struct Compared {
    /// Folders of files, and options of the tool in `tests/tools`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, default_value = "tests/packs")]
    args: Vec<String>,
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
        Task::Build(options) => build::run(&options),
        Task::Serve(options) => serve::run(&options),
        Task::Test(options) => test::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Words(Compared { args }) => compare("words", &args),
        Task::Numbers(Compared { args }) => compare("numbers", &args),
        Task::WordExport(Compared { args }) => {
            npm::need_package()?;
            compare("word-export", &args)
        }
        Task::Fuzz(options) => fuzz::run(&options),
        Task::Accuracy(options) => accuracy::run(&options),
        Task::NewRule(options) => new_rule::run(&options),
        Task::WasmTestRunner { args } => {
            let program = std::ffi::OsString::from("wasm-test-runner");
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::iter::once(program).chain(args))
        }
        Task::Generate { check: true } => generate::check(),
        Task::Generate { check: false } => generate::run(),
    }
}

fn compare(what: &str, args: &[String]) -> Result<()> {
    let tool = format!("tests/tools/{what}.mjs");
    let args: Vec<&str> = std::iter::once(tool.as_str()).chain(args.iter().map(String::as_str)).collect();
    tool::run(&mut tool::command("node", &args))
}
