//! The report: one versioned type, the same in every shape.

mod circumstances;
#[cfg(feature = "export")]
pub mod compare;
pub(crate) mod coverage;
#[cfg(feature = "export")]
pub mod csv;
mod finding;
#[cfg(feature = "export")]
pub mod html;
#[cfg(feature = "cli")]
pub mod json;
#[cfg(feature = "export")]
pub mod markdown;
#[cfg(feature = "export")]
pub mod remarks;
#[cfg(any(feature = "bid", feature = "export"))]
pub mod saved;
#[cfg(feature = "export")]
mod shares;
#[cfg(feature = "export")]
mod shown;
#[cfg(feature = "cli")]
pub mod text;

use std::sync::Arc;

pub use circumstances::{Buyer, Circumstances, Known, Nation, Nature, Origin, Plain, Regime};
pub use finding::{Bucket, Figure, Finding, Severity, Source, SourceKind, Test};
use serde::{Deserialize, Serialize, Serializer};
#[cfg(feature = "export")]
pub use shown::{figure, line};

#[cfg(boxes)]
use crate::document::Bounds;
use crate::document::{Format, Unread};
use crate::fact::Fact;
use crate::settings::{SetAside, Settings};

/// Version of the report's format. It changes when a field changes its meaning or goes away.
pub const SCHEMA: &str = "tender-check/report/1";

/// All that was found in a pack of documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Report {
    /// Version of this format: `tender-check/report/1`.
    pub schema: String,
    /// Version of the program that made it.
    pub version: String,
    /// The documents that were given, in that order.
    pub documents: Vec<DocumentSummary>,
    /// What the judgements were made against.
    pub circumstances: Circumstances,
    /// What the documents say.
    pub facts: Arc<Vec<Fact>>,
    /// What that means for a small social enterprise.
    pub findings: Vec<Finding>,
    /// What was read, what was not, and what could not be decided.
    pub coverage: Coverage,
    /// The organisation's own settings, where it was judged with any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub settings: Option<Settings>,
}

impl Report {
    /// The findings that count: those that nobody has set aside.
    pub fn counted(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|f| f.set_aside.is_none())
    }
}

/// One document of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DocumentSummary {
    /// Name of the file.
    pub name: String,
    /// What it is.
    pub format: Format,
    /// Number of pages, where the format knows pages.
    pub pages: Option<u32>,
    /// Number of words that were read.
    pub words: usize,
    /// Its text, to which the positions refer; only when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub text: Option<String>,
}

/// A passage of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Place {
    /// Index into the report's documents.
    pub document: usize,
    /// Index of the block of the document in which it begins.
    pub block: usize,
    /// Page, counted from 1, where the format knows pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub page: Option<u32>,
    /// Cell of the sheet in which it begins: `B4`. The sheet's name is among the headings above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub cell: Option<String>,
    /// The box around the block on its page, where the format draws its text at places: left, top, right and bottom edge in
    /// points (1/72 inch) from the top left corner of the page as it is shown.
    #[cfg(boxes)]
    #[serde(default, rename = "box", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub bounds: Option<Bounds>,
    /// Headings above it, outermost first, with their numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", ts(as = "Option<Vec<String>>", optional))]
    pub section: Vec<String>,
    /// The clause or item number in front of the block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub clause: Option<String>,
    /// Start in the document's text, in UTF-16 code units.
    pub start: usize,
    /// End in the document's text, in UTF-16 code units: `text.slice(start, end) === quote`.
    pub end: usize,
    /// The words themselves.
    pub quote: String,
}

impl Place {
    /// The number of the clause or item, by which a reader finds it: a bullet is none.
    pub fn number(&self) -> Option<&str> {
        self.clause.as_deref().filter(|clause| clause.contains(char::is_alphanumeric))
    }
}

/// What was read, what was not, and what could not be decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Coverage {
    /// One entry a file.
    pub files: Vec<FileCoverage>,
    /// Rules that could not decide, and why.
    pub undecided: Vec<Undecided>,
    /// The rules that were looked for.
    pub rules: Vec<String>,
    /// What was set aside and is not among the findings any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", ts(as = "Option<Vec<SetAside>>", optional))]
    pub gone: Vec<SetAside>,
}

/// How much of a file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FileCoverage {
    /// Index into the report's documents.
    pub document: usize,
    /// Whether it was read wholly, partly or not.
    pub read: ReadState,
    /// Number of words that were read.
    pub words: usize,
    /// Number of tables that were read.
    pub tables: usize,
    /// What was not read and what can be done about it.
    pub problems: Vec<Problem>,
}

/// How much of a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ReadState {
    /// All of it.
    Whole,
    /// Some of it.
    Part,
    /// Nothing.
    None,
}

/// Something that was not read, in a reader's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Problem {
    /// What happened, for programs.
    pub unread: Unread,
    /// What happened and what to do, for people.
    pub message: String,
}

/// A rule that could not decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Undecided {
    /// The rule.
    pub rule: String,
    /// Why it could not decide.
    pub reason: String,
}

/// Writes a whole number without a decimal point, so that `5000000` stays `5000000` in JSON.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it serializes by reference")]
pub(crate) fn serialize_number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if number.fract() == 0.0 && number.abs() < 9e15 {
        serializer.serialize_i64(*number as i64)
    } else {
        serializer.serialize_f64(*number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bullet_is_the_number_of_nothing() {
        let place = |clause: &str| {
            let place = r#"{"document":0,"block":0,"clause":"C","start":0,"end":0,"quote":""}"#.replace('C', clause);
            serde_json::from_str::<Place>(&place).unwrap()
        };
        assert_eq!(place("4.2(a)").number(), Some("4.2(a)"));
        for sign in ["•", "☒", "–"] {
            assert_eq!(place(sign).number(), None);
        }
    }

    #[test]
    fn whole_numbers_have_no_decimal_point() {
        let known = |value| serde_json::to_string(&Known { value, origin: Origin::Given, places: vec![] }).unwrap();
        assert_eq!(known(Some(40_000.0)), r#"{"value":40000,"origin":"given"}"#);
        assert_eq!(known(Some(0.5)), r#"{"value":0.5,"origin":"given"}"#);
        assert_eq!(known(None::<f64>), r#"{"value":null,"origin":"given"}"#);
        let figure = Figure { name: "ratio".into(), value: 125.0, unit: "times".into() };
        assert_eq!(serde_json::to_string(&figure).unwrap(), r#"{"name":"ratio","value":125,"unit":"times"}"#);
    }
}
