//! Findings that a person has looked at and set aside.

use serde::{Deserialize, Serialize};

/// A finding that a person has looked at and set aside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SetAside {
    /// The finding's key.
    pub key: String,
    /// Why it is set aside.
    pub reason: String,
    /// Who set it aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub by: Option<String>,
    /// When it was set aside, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub on: Option<String>,
    /// The finding's title when it was set aside, for those who read the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub title: Option<String>,
}
