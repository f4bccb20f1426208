//! The program as a script runs it.

use std::fs;

use assert_cmd::Command;
use tender_check::report::Report;

/// A document with one heavy barrier when the contract is small.
pub const DEMAND: &str = "# Insurance\n\nThe supplier must hold public liability insurance of £10 million.\n";
/// Circumstances in which one is.
pub const SMALL_CONTRACT: [&str; 4] = ["--value", "40k", "--months", "12"];

/// The program, with the colours that it chooses by itself.
pub fn tender_check() -> Command {
    let mut command = Command::cargo_bin("tender-check").expect("the program is built with its tests");
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// What it writes.
pub fn stdout(command: &mut Command) -> String {
    String::from_utf8(command.assert().get_output().stdout.clone()).expect("output in UTF-8")
}

/// What it tells beside it.
pub fn stderr(command: &mut Command) -> String {
    String::from_utf8(command.assert().get_output().stderr.clone()).expect("messages in UTF-8")
}

/// The report that it writes.
pub fn report(command: &mut Command) -> Report {
    serde_json::from_str(&stdout(command.args(["--format", "json"]))).expect("a report")
}

/// Names of the documents that were read.
pub fn names(report: &Report) -> Vec<&str> {
    report.documents.iter().map(|d| d.name.as_str()).collect()
}

/// A folder with these files.
pub fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}
