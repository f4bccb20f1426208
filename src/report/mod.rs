//! The report: one versioned type, the same in every shape.

#[cfg(feature = "export")]
pub mod compare;
pub(crate) mod coverage;
#[cfg(feature = "export")]
pub mod csv;
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

use serde::{Deserialize, Serialize, Serializer};
#[cfg(feature = "export")]
pub use shown::{figure, line};

#[cfg(boxes)]
use crate::document::Bounds;
use crate::document::{Format, Unread};
use crate::fact::Fact;
use crate::settings::{OwnWords, SetAside, Settings};

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

#[cfg(feature = "export")]
impl Source {
    /// Its address, where that is one of the web.
    pub(crate) fn web(&self) -> Option<&str> {
        self.link.as_deref().filter(|link| link.starts_with("https://") || link.starts_with("http://"))
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

/// What the findings were judged against.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Circumstances {
    /// Estimated value of the contract over its initial term, in pounds without VAT.
    pub value: Known<f64>,
    /// Estimated value a year, in pounds without VAT; where only the total is known, the total over the years.
    pub annual_value: Known<f64>,
    /// Initial term in months.
    pub term: Known<f64>,
    /// Where the buyer is.
    pub nation: Known<Nation>,
    /// The rules that govern this procurement.
    pub regime: Known<Regime>,
    /// Kind of buyer.
    pub buyer: Known<Buyer>,
    /// What is bought.
    pub nature: Known<Nature>,
    /// The day by whose law and thresholds it is judged, ISO 8601.
    pub as_of: Known<String>,
    /// Whether the value is at or above the threshold of the regime for this kind of contract.
    pub above_threshold: Known<bool>,
}

/// A circumstance with where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Known_{T}"))]
#[serde(bound(serialize = "T: Plain"))]
pub struct Known<T> {
    /// The value; none where it is not known.
    #[serde(serialize_with = "serialize_known")]
    pub value: Option<T>,
    /// Where it comes from.
    pub origin: Origin,
    /// The places that say it.
    #[serde(rename = "where", default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", ts(as = "Option<Vec<Place>>", optional))]
    pub places: Vec<Place>,
}

/// Where a circumstance comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Origin {
    /// The user set it.
    Given,
    /// The documents say it.
    Stated,
    /// It follows from something that was given or stated.
    Derived,
    /// Nothing says it; this is what is usual.
    Assumed,
    /// Not known.
    #[default]
    Unknown,
}

/// Where the buyer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Nation {
    /// England, or a body for the whole United Kingdom.
    England,
    /// A devolved Welsh authority.
    Wales,
    /// A devolved Scottish authority.
    Scotland,
    /// A transferred Northern Irish authority.
    #[cfg_attr(feature = "cli", value(alias = "northern_ireland"))]
    NorthernIreland,
}

/// The rules that govern a procurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Regime {
    /// Procurement Act 2023, for what began on or after 24 February 2025.
    #[serde(rename = "procurement_act_2023")]
    #[cfg_attr(feature = "cli", value(name = "procurement-act-2023", alias = "procurement_act_2023"))]
    ProcurementAct2023,
    /// Public Contracts Regulations 2015, for what began before, and call-offs under it.
    #[serde(rename = "public_contracts_2015")]
    #[cfg_attr(feature = "cli", value(name = "public-contracts-2015", alias = "public_contracts_2015"))]
    PublicContracts2015,
    /// Public Contracts (Scotland) Regulations 2015 and Procurement Reform (Scotland) Act 2014.
    Scotland,
    /// Provider Selection Regime: health care services in England.
    #[cfg_attr(feature = "cli", value(alias = "provider_selection"))]
    ProviderSelection,
}

/// Kind of buyer, as thresholds and duties tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Buyer {
    /// A department or another central body.
    Central,
    /// A council, a combined authority, a fire or police authority.
    Local,
    /// A parish, town or community council.
    Parish,
    /// An NHS body.
    Health,
    /// A housing association.
    Housing,
    /// A university or college.
    Education,
    /// A school or academy.
    School,
    /// A utility.
    Utility,
    /// Another public body.
    Other,
}

/// What is bought, as far as risks and thresholds differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Nature {
    /// Building, roads, installations: work with more risk to others.
    Works,
    /// Things.
    Goods,
    /// Services to people: care, support, advice, education, culture. Most are under the light touch rules.
    #[cfg_attr(feature = "cli", value(alias = "people_services"))]
    PeopleServices,
    /// Other services.
    Services,
}

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

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { value: None, origin: Origin::Unknown, places: vec![] }
    }
}

/// What a circumstance can be: written as it is, but for numbers.
pub trait Plain: Serialize {
    /// Writes it.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl Plain for bool {}
impl Plain for String {}
impl Plain for Buyer {}
impl Plain for Nation {}
impl Plain for Nature {}
impl Plain for Regime {}
impl Plain for f64 {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self, serializer)
    }
}

#[allow(clippy::ref_option, reason = "serde hands over the field as it is")]
fn serialize_known<T: Plain, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => value.write(serializer),
        None => serializer.serialize_none(),
    }
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
    fn whole_numbers_have_no_decimal_point() {
        let known = |value| serde_json::to_string(&Known { value, origin: Origin::Given, places: vec![] }).unwrap();
        assert_eq!(known(Some(40_000.0)), r#"{"value":40000,"origin":"given"}"#);
        assert_eq!(known(Some(0.5)), r#"{"value":0.5,"origin":"given"}"#);
        assert_eq!(known(None::<f64>), r#"{"value":null,"origin":"given"}"#);
        let figure = Figure { name: "ratio".into(), value: 125.0, unit: "times".into() };
        assert_eq!(serde_json::to_string(&figure).unwrap(), r#"{"name":"ratio","value":125,"unit":"times"}"#);
    }
}
