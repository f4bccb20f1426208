//! Facts: what the documents say, with no opinion on it.

use serde::{Deserialize, Serialize, Serializer};

use crate::language::condition::Condition;
use crate::report::Place;

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
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, String>"),
        ts(as = "Option<std::collections::BTreeMap<String, String>>", optional)
    )]
    pub details: std::collections::BTreeMap<std::borrow::Cow<'static, str>, String>,
    /// Where it was read: each place that says it.
    #[serde(rename = "where")]
    pub places: Vec<Place>,
}

/// A fact's value.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// An amount in the fact's unit.
    Number(f64),
    /// A name, a date in ISO 8601, or one of the words that the vocabulary lists.
    Text(String),
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

    /// Whether a bidder is asked for it, strictly or softly.
    pub fn asked(&self) -> bool {
        matches!(self.stance, Stance::Required | Stance::Preferred)
    }
}

/// Making facts.
impl Fact {
    /// A plain statement without a value, read at a place.
    pub fn new(kind: &'static str, place: Place) -> Self {
        Self {
            kind: kind.into(),
            value: None,
            unit: None,
            stance: Stance::Stated,
            lot: None,
            basis: None,
            timing: None,
            equivalent: None,
            conditions: vec![],
            details: std::collections::BTreeMap::new(),
            places: vec![place],
        }
    }

    /// With an amount and its unit.
    #[must_use]
    pub fn amount(mut self, value: f64, unit: &'static str) -> Self {
        self.value = Some(Value::Number(value));
        self.unit = Some(unit.into());
        self
    }

    /// With a name, a word of the vocabulary or a date.
    #[must_use]
    pub fn named(mut self, value: impl Into<String>) -> Self {
        self.value = Some(Value::Text(value.into()));
        self
    }

    /// With yes or no.
    #[must_use]
    pub fn flag(mut self, value: bool) -> Self {
        self.value = Some(Value::Flag(value));
        self
    }

    /// Said this strongly.
    #[must_use]
    pub fn stance(mut self, stance: Stance) -> Self {
        self.stance = stance;
        self
    }

    /// For a lot, where one is named.
    #[must_use]
    pub fn lot(mut self, lot: Option<String>) -> Self {
        self.lot = lot;
        self
    }

    /// Measured on this, where it is said.
    #[must_use]
    pub fn basis(mut self, basis: Option<&'static str>) -> Self {
        self.basis = basis.map(Into::into);
        self
    }

    /// To be there by then, where it is said.
    #[must_use]
    pub fn timing(mut self, timing: Option<&'static str>) -> Self {
        self.timing = timing.map(Into::into);
        self
    }

    /// Softened or limited by these.
    #[must_use]
    pub fn conditions(mut self, conditions: impl IntoIterator<Item = Condition>) -> Self {
        self.conditions = conditions.into_iter().map(|c| c.name().into()).collect();
        self
    }

    /// With one more detail.
    #[must_use]
    pub fn detail(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.details.insert(name.into(), value.into());
        self
    }

    /// Whether a condition softens or limits it.
    pub fn has(&self, condition: Condition) -> bool {
        self.conditions.iter().any(|c| c == condition.name())
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

/// The facts of a pack. The same thing said twice is one fact with two places.
#[derive(Debug, Default)]
pub struct Facts {
    all: Vec<Fact>,
}

impl Facts {
    /// Adds a fact.
    pub fn add(&mut self, fact: Fact) {
        let Some(known) = self.all.iter_mut().find(|f| f.same(&fact)) else {
            self.all.push(fact);
            return;
        };
        for place in fact.places {
            let covered = known
                .places
                .iter()
                .any(|p| p.document == place.document && p.start <= place.start && place.end <= p.end);
            if !covered {
                known.places.push(place);
            }
        }
        known.conditions.retain(|c| fact.conditions.contains(c));
    }

    /// All of them, in the order in which they were first read.
    pub fn all(&self) -> &[Fact] {
        &self.all
    }

    /// Gives them away.
    pub fn into_vec(self) -> Vec<Fact> {
        self.all
    }
}
