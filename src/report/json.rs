//! The report as JSON, for programs.

use super::Report;

/// The report as indented JSON, with a line feed at its end.
///
/// # Panics
/// Never: a report has only text, numbers and lists.
pub fn write(report: &Report) -> String {
    serde_json::to_string_pretty(report).expect("a report is plain data") + "\n"
}
