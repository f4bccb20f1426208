//! What the facts mean for a small social enterprise, and what stands behind that.

use serde::{Deserialize, Serialize};

use super::{Place, serialize_number};
use crate::settings::{OwnWords, SetAside};

/// A judgement on one or more facts, or on the absence of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Finding {
    /// The rule that made it: `insurance.public-liability`.
    #[cfg_attr(feature = "schema", schemars(with = "String"), ts(type = "string"))]
    pub rule: std::borrow::Cow<'static, str>,
    /// Which of the four kinds of finding it is.
    pub bucket: Bucket,
    /// How much it weighs; only barriers have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub severity: Option<Severity>,
    /// A few words: what.
    pub title: String,
    /// What was found, with its figures.
    pub message: String,
    /// Why it keeps small social enterprises out, or helps them.
    pub why: String,
    /// The sum: what was compared with what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub test: Option<Test>,
    /// Law, policy, guidance or rule of thumb behind it.
    pub sources: Vec<Source>,
    /// Better wording for the buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub suggestion: Option<String>,
    /// A question that a bidder may put to the buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub question: Option<String>,
    /// The lot that it is about; none for the whole contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub lot: Option<String>,
    /// The passages it is about.
    #[serde(rename = "where")]
    pub places: Vec<Place>,
    /// Indexes of the facts it rests on.
    pub facts: Vec<usize>,
    /// Stays the same while the rule, the headings above, the lot and the words stay the same, whatever is written
    /// elsewhere and however headings are numbered.
    pub key: String,
    /// Words of the organisation's own settings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub own: Option<OwnWords>,
    /// Why it does not count, where a person has looked at it and set it aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub set_aside: Option<SetAside>,
}

/// The four kinds of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Bucket {
    /// Something that may keep small social enterprises out.
    Barrier,
    /// A person must decide; the message says what is missing.
    Query,
    /// Not stated in the documents that were read.
    Missing,
    /// Good practice.
    Enabler,
}

/// How much a barrier weighs. Ordered from light to heavy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Severity {
    /// Worth a note.
    Low,
    /// A question of proportion.
    Medium,
    /// Likely to stop a small social enterprise from bidding.
    High,
}

/// The sum behind a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Test {
    /// The comparison in words: "£5,000,000 is 125 times the yearly value of £40,000".
    pub text: String,
    /// The figures that went into it.
    pub figures: Vec<Figure>,
}

/// One figure of a sum.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Figure {
    /// What it is: `demand`, `annual_value`, `value`, `term`, `ratio`, `limit`.
    #[cfg_attr(feature = "schema", schemars(with = "String"), ts(type = "string"))]
    pub name: std::borrow::Cow<'static, str>,
    /// The figure.
    #[serde(serialize_with = "serialize_number")]
    pub value: f64,
    /// Its unit: `GBP`, `months`, `days`, `percent`, `times`.
    #[cfg_attr(feature = "schema", schemars(with = "String"), ts(type = "string"))]
    pub unit: std::borrow::Cow<'static, str>,
}

/// What stands behind a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Source {
    /// Name of the law, policy or guidance.
    pub title: String,
    /// Section, regulation or paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub section: Option<String>,
    /// What it says, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub says: Option<String>,
    /// Where to read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub link: Option<String>,
    /// How binding it is.
    pub kind: SourceKind,
    /// The day on which it was last checked, ISO 8601.
    pub date: String,
}

#[cfg(feature = "export")]
impl Source {
    /// Its address, where that is one of the web.
    pub(crate) fn web(&self) -> Option<&str> {
        self.link.as_deref().filter(|link| link.starts_with("https://") || link.starts_with("http://"))
    }
}

/// How binding a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum SourceKind {
    /// A statute or regulations.
    #[serde(rename = "law")]
    Law,
    /// A policy that binds some buyers.
    #[serde(rename = "policy")]
    Policy,
    /// Guidance or published evidence.
    #[serde(rename = "guidance")]
    Guidance,
    /// A threshold of our own.
    #[serde(rename = "rule of thumb")]
    RuleOfThumb,
}
