//! Reports that were saved as JSON.

use super::{Report, SCHEMA};

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
    #[derive(serde::Deserialize)]
    struct Head {
        schema: String,
    }
    let json = json.trim_start_matches('\u{feff}');
    let head: Head = serde_json::from_str(json).map_err(|_| NotOpened::NotReport)?;
    if head.schema != SCHEMA {
        let ours = head.schema.starts_with("tender-check/report/");
        return Err(if ours { NotOpened::OtherVersion } else { NotOpened::NotReport });
    }
    serde_json::from_str(json).map_err(|_| NotOpened::NotReport)
}
