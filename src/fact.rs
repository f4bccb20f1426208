//! Facts: what the documents say, with no opinion on it.

mod facts;

pub use facts::Facts;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::language::condition::Condition;
use crate::report::Place;
use crate::tree::Tree;

/// Something that the documents say: "Public liability cover of £5m is required".
///
/// The kinds with the units of their values are the report's vocabulary; see `docs/report.md`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Fact {
    /// What it is about: `insurance.public_liability`, `contract.value`.
    #[cfg_attr(feature = "schema", schemars(with = "String"), ts(type = "string"))]
    pub kind: std::borrow::Cow<'static, str>,
    /// The value; none where the documents ask for a thing and name no amount.
    pub value: Option<Value>,
    /// Unit of the value: `GBP` or another ISO 4217 code, `months`, `days`, `percent`, `lots`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"), ts(type = "string | null"))]
    pub unit: Option<std::borrow::Cow<'static, str>>,
    /// How strongly it is said.
    pub stance: Stance,
    /// The lot it belongs to, as the documents name it; none for the whole contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub lot: Option<String>,
    /// What the value is measured on: `occurrence`, `aggregate`, `annual`, `total`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"), ts(optional, type = "string"))]
    pub basis: Option<std::borrow::Cow<'static, str>>,
    /// When it must be there: `at_tender`, `before_award`, `before_start`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"), ts(optional, type = "string"))]
    pub timing: Option<std::borrow::Cow<'static, str>>,
    /// Whether an equivalent is accepted, where that is the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub equivalent: Option<bool>,
    /// What softens or limits it, in the names of the grammar: `if_applicable`, `where_required_by_law`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"), ts(as = "Option<Vec<String>>", optional))]
    pub conditions: Vec<std::borrow::Cow<'static, str>>,
    /// More about it that a kind defines: the `name` of a ratio, the `from` of a payment period.
    #[serde(default, skip_serializing_if = "Details::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, String>"),
        ts(as = "Option<std::collections::BTreeMap<String, String>>", optional)
    )]
    pub details: Details,
    /// Where it was read: each place that says it.
    #[serde(rename = "where")]
    pub places: Vec<Place>,
}

/// What a kind defines beyond the value: names with their texts, in order of the names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Details(Vec<(std::borrow::Cow<'static, str>, String)>);

impl Details {
    /// The text of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// Whether there is this name.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_ref(), text.as_str()))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn insert(&mut self, name: std::borrow::Cow<'static, str>, text: String) {
        match self.0.binary_search_by(|(known, _)| known.cmp(&name)) {
            Ok(at) => self.0[at].1 = text,
            Err(at) => self.0.insert(at, (name, text)),
        }
    }
}

impl Serialize for Details {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Details {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = std::collections::BTreeMap::<String, String>::deserialize(deserializer)?;
        Ok(Self(map.into_iter().map(|(name, text)| (name.into(), text)).collect()))
    }
}

/// A fact's value.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(untagged), schemars(untagged))]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// An amount in the fact's unit.
    Number(f64),
    /// A name, a date in ISO 8601, or one of the words that the vocabulary lists.
    Text(String),
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Tree::deserialize(deserializer)? {
            Tree::Flag(flag) => Ok(Self::Flag(flag)),
            Tree::Number(number) => Ok(Self::Number(number)),
            Tree::Text(text) => Ok(Self::Text(text)),
            _ => Err(D::Error::custom("no value")),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => crate::report::serialize_number(number, serializer),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

/// How strongly a fact is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Stance {
    /// Must, shall, minimum, pass or fail.
    Required,
    /// Should, desirable, scored.
    Preferred,
    /// The buyer gives or allows it.
    Offered,
    /// The buyer says that it is not asked for, or not allowed.
    RuledOut,
    /// A plain statement: a value, a date.
    Stated,
}

impl Fact {
    /// The value as a number, where it is one.
    pub fn number(&self) -> Option<f64> {
        if let Some(Value::Number(n)) = self.value { Some(n) } else { None }
    }

    /// The value as text, where it is text.
    pub fn text(&self) -> Option<&str> {
        if let Some(Value::Text(t)) = &self.value { Some(t) } else { None }
    }

    /// Adds a detail to a fact that is there.
    pub fn note(&mut self, name: &'static str, text: String) {
        self.details.insert(name.into(), text);
    }

    /// Whether a later document replaces it: it is shown and not judged.
    pub fn replaced(&self) -> bool {
        self.details.has("replaced_by")
    }

    /// Whether it is an amount in another currency than pounds: shown, and not measured against pounds.
    pub fn foreign(&self) -> bool {
        self.unit.as_deref().is_some_and(|u| u.len() == 3 && u != "GBP" && u.bytes().all(|b| b.is_ascii_uppercase()))
    }

    /// Whether a bidder is asked for it, strictly or softly.
    pub fn asked(&self) -> bool {
        matches!(self.stance, Stance::Required | Stance::Preferred)
    }
}

/// Making facts: boxed and by calls, since every rule does it and wasm is to stay small.
#[allow(clippy::unnecessary_box_returns, reason = "a box is handed on in one word")]
impl Fact {
    /// A plain statement without a value, read at a place.
    #[inline(never)]
    pub fn new(kind: &'static str, place: Place) -> Box<Self> {
        Box::new(Self {
            kind: kind.into(),
            value: None,
            unit: None,
            stance: Stance::Stated,
            lot: None,
            basis: None,
            timing: None,
            equivalent: None,
            conditions: vec![],
            details: Details::default(),
            places: vec![place],
        })
    }

    /// With an amount and its unit.
    #[inline(never)]
    #[must_use]
    pub fn amount(mut self: Box<Self>, value: f64, unit: &'static str) -> Box<Self> {
        self.unit = Some(unit.into());
        self.valued(Value::Number(value))
    }

    /// With a name, a word of the vocabulary or a date.
    #[must_use]
    pub fn named(self: Box<Self>, value: impl Into<String>) -> Box<Self> {
        self.valued(Value::Text(value.into()))
    }

    /// With yes or no.
    #[must_use]
    pub fn flag(self: Box<Self>, value: bool) -> Box<Self> {
        self.valued(Value::Flag(value))
    }

    #[inline(never)]
    fn valued(mut self: Box<Self>, value: Value) -> Box<Self> {
        self.value = Some(value);
        self
    }

    /// Said this strongly.
    #[must_use]
    pub fn stance(mut self: Box<Self>, stance: Stance) -> Box<Self> {
        self.stance = stance;
        self
    }

    /// For a lot, where one is named.
    #[inline(never)]
    #[must_use]
    pub fn lot(mut self: Box<Self>, lot: Option<String>) -> Box<Self> {
        self.lot = lot;
        self
    }

    /// Measured on this, where it is said.
    #[inline(never)]
    #[must_use]
    pub fn basis(mut self: Box<Self>, basis: Option<&'static str>) -> Box<Self> {
        self.basis = basis.map(Into::into);
        self
    }

    /// To be there by then, where it is said.
    #[inline(never)]
    #[must_use]
    pub fn timing(mut self: Box<Self>, timing: Option<&'static str>) -> Box<Self> {
        self.timing = timing.map(Into::into);
        self
    }

    /// Whether an equivalent is accepted.
    #[must_use]
    pub fn equivalent(mut self: Box<Self>, accepted: Option<bool>) -> Box<Self> {
        self.equivalent = accepted;
        self
    }

    /// Softened or limited by these.
    #[must_use]
    pub fn conditions(mut self: Box<Self>, conditions: impl IntoIterator<Item = Condition>) -> Box<Self> {
        self.conditions = conditions.into_iter().map(|c| c.name().into()).collect();
        self
    }

    /// With one more detail.
    #[must_use]
    pub fn detail(self: Box<Self>, name: &'static str, value: impl Into<String>) -> Box<Self> {
        self.detailed(name, value.into())
    }

    #[inline(never)]
    fn detailed(mut self: Box<Self>, name: &'static str, value: String) -> Box<Self> {
        self.details.insert(name.into(), value);
        self
    }
}

impl Fact {
    /// Whether a condition softens or limits it.
    pub fn has(&self, condition: Condition) -> bool {
        self.conditions.iter().any(|c| c == condition.name())
    }

    /// The slot, of so many, that it is looked for in: what says the same has the same.
    fn slot(&self, slots: usize) -> usize {
        let mut hash = (self.number().unwrap_or_default().to_bits() >> 32) as u32;
        for text in [self.lot.as_deref(), self.text()] {
            for &byte in text.unwrap_or_default().as_bytes() {
                hash = hash.wrapping_mul(31).wrapping_add(byte.into());
            }
        }
        (hash.wrapping_mul(0x9E37_79B1) >> (32 - slots.ilog2())) as usize
    }

    /// Whether it says the same as another, wherever that stands.
    fn same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.value == other.value
            && self.unit == other.unit
            && self.stance == other.stance
            && self.lot == other.lot
            && self.basis == other.basis
            && self.timing == other.timing
            && self.details == other.details
    }
}
