//! Two drafts of a tender, or reports on them, held against each other.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use tender_check::report::{Report, compare as compared, saved};
use tender_check::{Given, Pack};

use super::arguments::{Compare, Shape, Tender};
use super::reading::Progress;
use super::{Trouble, files, put};

/// Compares what is found in both, and writes what became of it.
pub fn compare(arguments: &Compare) -> Result<ExitCode, Trouble> {
    let earlier = report(&arguments.earlier, arguments)?;
    let later = report(&arguments.later, arguments)?;
    let (shape, text) = if arguments.json {
        (Shape::Json, serde_json::to_string_pretty(&compared::compare(&earlier, &later)).expect("plain data") + "\n")
    } else {
        (Shape::Text, compared::text(&earlier, &later))
    };
    put(arguments.output.as_deref(), shape, &text)?;
    Ok(ExitCode::SUCCESS)
}

/// A report that was saved, or that on documents.
fn report(path: &Path, arguments: &Compare) -> Result<Report, Trouble> {
    if let Some(text) = saved_report(path)? {
        return saved::open(&text).map_err(|why| Trouble::NoReport(path.to_path_buf(), why));
    }
    let tender =
        Tender { paths: vec![path.to_path_buf()], settings: None, set_aside: None, how: arguments.how.clone() };
    let given: Given = tender.given()?;
    Ok(Pack::understand(files::read_all(&tender, &Progress::new(arguments.how.quiet))?).judge(&given))
}

/// The text of a file that says of itself that it is a report.
fn saved_report(path: &Path) -> Result<Option<String>, Trouble> {
    if !path.is_file() || path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("json")) {
        return Ok(None);
    }
    let bytes = fs::read(path).map_err(|e| Trouble::NotOpened(path.to_path_buf(), e))?;
    let text = String::from_utf8_lossy(&bytes);
    let head: String = text.chars().take(256).filter(|c| !c.is_whitespace()).collect();
    let ours = head.trim_start_matches('\u{feff}').starts_with("{\"schema\":\"tender-check/report/");
    Ok(ours.then(|| text.into_owned()))
}
