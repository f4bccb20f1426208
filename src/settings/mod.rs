//! What an organisation sets for itself: rules that it turns off or changes, words of its own, and findings set aside.
//!
//! Both come as the JSON of a small TOML file, `tender-check.toml` and `tender-check.set-aside.toml`, which the command
//! line and the page parse. What is not known is a fault that names what may be meant: a misspelt rule would silently be
//! judged as ever. That is checked once, when a file is opened (`read.rs`, feature `export`); what judges takes them as they
//! were checked (`given.rs`).

mod aside;
mod given;
#[cfg(feature = "export")]
mod read;

pub use aside::SetAside;
pub(crate) use given::few;
use serde::{Deserialize, Serialize};

use crate::report::Severity;

/// Longest text of a setting or a set-aside, in bytes.
pub const LONGEST_TEXT: usize = 2000;
/// Most findings that can be set aside.
pub const MOST_SET_ASIDE: usize = 5000;
/// Largest file of settings or set-asides, in bytes.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// An organisation's own settings, checked against the rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Settings {
    /// Name of the file that they were read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub file: Option<String>,
    /// Whose they are, in the organisation's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub about: Option<String>,
    /// What is set, by rule.
    pub rules: Vec<RuleSettings>,
}

/// What is set for one rule.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RuleSettings {
    /// The rule.
    pub rule: String,
    /// Whether it is turned off.
    pub off: bool,
    /// Why, in the organisation's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub reason: Option<String>,
    /// The severity of every barrier that it finds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub severity: Option<Severity>,
    /// Thresholds that take the place of the usual ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", ts(as = "Option<Vec<OwnThreshold>>", optional))]
    pub thresholds: Vec<OwnThreshold>,
    /// Words that are added to its findings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub own: Option<OwnWords>,
}

/// A threshold that takes the place of the usual one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OwnThreshold {
    /// Its name on the rule's page.
    pub name: String,
    /// What is set.
    #[serde(serialize_with = "crate::report::serialize_number")]
    pub value: f64,
    /// What it is usually.
    #[serde(serialize_with = "crate::report::serialize_number")]
    pub usual: f64,
}

/// An organisation's own words on what a rule finds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OwnWords {
    /// Added to why it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub why: Option<String>,
    /// Added to the better wording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub suggestion: Option<String>,
}

/// Settings as they stand in a file and as they are given: see `docs/settings.md`.
#[cfg(feature = "schema")]
#[derive(Serialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct SettingsFile {
    /// Name of the file that they were read from, for the report.
    pub file: Option<String>,
    /// Whose they are: shown in the report.
    pub about: Option<String>,
    /// What is set, by the names of the rules.
    pub rules: Option<std::collections::BTreeMap<String, RuleInFile>>,
}

/// What a file sets for one rule.
#[cfg(feature = "schema")]
#[derive(Serialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct RuleInFile {
    /// Turns it off.
    pub off: Option<bool>,
    /// Why it is set so: shown in the report.
    pub reason: Option<String>,
    /// The severity of every barrier that it finds.
    pub severity: Option<Severity>,
    /// Thresholds by the names on the rule's page, in the units that it states.
    pub thresholds: Option<std::collections::BTreeMap<String, f64>>,
    /// Added to why it matters.
    pub why: Option<String>,
    /// Added to the better wording.
    pub suggestion: Option<String>,
}

impl Settings {
    /// What is set for a rule.
    pub fn of(&self, rule: &str) -> Option<&RuleSettings> {
        self.rules.iter().find(|r| r.rule == rule)
    }

    /// Whether a rule is turned off.
    pub fn turns_off(&self, rule: &str) -> bool {
        self.of(rule).is_some_and(|r| r.off)
    }

    /// A threshold of a rule, where it is set.
    pub fn threshold(&self, rule: &str, name: &str) -> Option<f64> {
        self.of(rule)?.thresholds.iter().find(|t| t.name == name).map(|t| t.value)
    }
}
