//! What the judgements of a report were made against.

use serde::{Deserialize, Serialize, Serializer};

use super::{Place, serialize_number};

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
