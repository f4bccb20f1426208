//! Reports that were saved as JSON.

use serde::Deserialize;

use super::{Report, SCHEMA};
use crate::tree::Tree;

/// Why a text is no report that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpened {
    /// It is none, or damaged.
    NotReport,
    /// It is of a version of the format that is not known.
    OtherVersion,
}

/// Reads a report that was saved, with or without a mark of its byte order.
pub fn open(json: &str) -> Result<Report, NotOpened> {
    let tree = serde_json::from_str(json.trim_start_matches('\u{feff}'));
    let Ok(Tree::Object(fields)) = tree else { return Err(NotOpened::NotReport) };
    match fields.get("schema") {
        Some(Tree::Text(schema)) if schema == SCHEMA => {}
        Some(Tree::Text(schema)) if schema.starts_with("tender-check/report/") => return Err(NotOpened::OtherVersion),
        _ => return Err(NotOpened::NotReport),
    }
    Report::deserialize(Tree::Object(fields)).map_err(|_| NotOpened::NotReport)
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;
    use crate::{Given, Pack, read};

    const TENDER: &str = "# Insurance\n\nPublic liability insurance of £10m must be held. The deadline is 3 May 2027.\n\n\
                          # Lots\n\nLot 1: £200,000 over 3 years. Lot 2: £50.50. Price is 60% of the score.";

    #[test]
    fn a_report_that_was_saved_is_the_same() {
        let given = Given { value: Some(40_000.5), with_text: true, ..Given::default() };
        let report = Pack::understand(vec![read::read("tender.md", TENDER.as_bytes())]).judge(&given);
        assert!(report.findings.len() > 1 && report.facts.len() > 1);
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(open(&json), Ok(report.clone()));
        assert_eq!(open(&format!("\u{feff}{json}")), Ok(report));
    }

    #[test]
    fn what_is_no_report_is_told() {
        let with = |fields: &str| open(&format!(r#"{{"schema":"{SCHEMA}",{fields}}}"#)).map(|_| ());
        assert_eq!(open("[]").map(|_| ()), Err(NotOpened::NotReport));
        assert_eq!(open(r#"{"schema":"tender-check/report/99"}"#).map(|_| ()), Err(NotOpened::OtherVersion));
        assert_eq!(open(r#"{"schema":"other/1"}"#).map(|_| ()), Err(NotOpened::NotReport));
        assert_eq!(with(r#""version":1"#), Err(NotOpened::NotReport));
        assert_eq!(with(r#""version":"1","documents":{}"#), Err(NotOpened::NotReport));
    }
}
