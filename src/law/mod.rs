//! Law, policy and guidance as data: what stands where, for whom it holds and from when.
//!
//! The tables are `sources/*.toml` and `thresholds.toml` in this folder. A rule names the sources that may apply to
//! it; which of them do is decided here, by regime, nation, buyer, threshold and date.

pub mod calendar;

use jiff::civil::Date;

use crate::language::date::to_iso;
use crate::report::{Buyer, Circumstances, Nation, Nature, Origin, Regime, Source, SourceKind};
use crate::words::Words;

include!(concat!(env!("OUT_DIR"), "/law.rs"));

/// One source as it stands in the tables. What people read of it is a message.
#[derive(Debug)]
pub struct Entry {
    /// Its name in the tables and in the heads of rule pages.
    pub id: &'static str,
    /// How binding it is.
    pub kind: SourceKind,
    /// Whether it is known from memory alone: such are not shown.
    pub remembered: bool,
    /// Whether it stands behind every barrier under its regime.
    pub usual: bool,
    /// Regimes under which it applies; none for all.
    pub regimes: &'static [Regime],
    /// Nations in which it applies; none for all.
    pub nations: &'static [Nation],
    /// Kinds of buyer for which it applies; none for all.
    pub buyers: &'static [Buyer],
    /// Whether it applies above the threshold or below it; none for both.
    pub above: Option<bool>,
    /// Whether it leaves out what is under the light touch rules.
    pub not_light_touch: bool,
    /// It applies from these values: of goods and services, and of works; pounds without VAT.
    pub least: [u32; 2],
    /// First day on which it applies.
    pub from: Option<&'static str>,
}

/// A threshold of value, with VAT.
#[derive(Debug)]
pub struct Threshold {
    /// `works`, `light_touch`, `goods_services`.
    pub contract: &'static str,
    /// `central`, `other`, `utility`.
    pub buyer: &'static str,
    /// First day on which it applies.
    pub from: &'static str,
    /// Pounds, with VAT.
    pub amount: f64,
}

/// The entry of this name.
pub fn entry(id: &str) -> Option<&'static Entry> {
    SOURCES.binary_search_by(|e| e.id.cmp(id)).ok().map(|i| &SOURCES[i])
}

impl Entry {
    /// Whether it applies in these circumstances. What is not known does not rule it out.
    pub fn applies(&self, circumstances: &Circumstances) -> bool {
        // Below the threshold other rules hold; without a value the usual ones are shown.
        self.applies_to(circumstances, circumstances.above_threshold.value.unwrap_or(true))
    }

    fn applies_to(&self, circumstances: &Circumstances, above_threshold: bool) -> bool {
        fn open<T: PartialEq>(list: &[T], value: Option<&T>) -> bool {
            list.is_empty() || value.is_none_or(|value| list.contains(value))
        }
        let (as_of, nature) = (circumstances.as_of.value.as_deref(), circumstances.nature.value);
        !self.remembered
            && open(self.regimes, circumstances.regime.value.as_ref())
            && open(self.nations, circumstances.nation.value.as_ref())
            && open(self.buyers, circumstances.buyer.value.as_ref())
            && self.above.is_none_or(|above| above == above_threshold)
            && self.from.is_none_or(|from| as_of.is_none_or(|day| day >= from))
            // Most services to people are under the light touch rules.
            && !(self.not_light_touch && nature == Some(Nature::PeopleServices))
            && circumstances.value.value.is_none_or(|value| value >= f64::from(self.least[usize::from(nature == Some(Nature::Works))]))
    }

    /// As it is shown in a report.
    pub fn source(&self) -> Source {
        let mut words = Words::spoken().line("law", self.id).unwrap_or_default().split('\t').map(str::to_owned);
        let mut known = || words.next().filter(|words| !words.is_empty());
        let date = known().unwrap_or_default();
        let title = known().unwrap_or_default();
        Source { title, section: known(), says: known(), link: known(), kind: self.kind, date }
    }
}

/// Whether a law applies and the regime is known rather than assumed, so that a finding may rest on it.
pub fn binds(id: &str, circumstances: &Circumstances) -> bool {
    let above = circumstances.above_threshold.value;
    let sided = entry(id).is_some_and(|e| e.above.is_some());
    (above.is_some() || !sided) && binds_on(id, circumstances, above.unwrap_or_default())
}

/// Whether it binds on one side of the threshold.
fn binds_on(id: &str, circumstances: &Circumstances, above_threshold: bool) -> bool {
    let known = |origin: Origin| matches!(origin, Origin::Given | Origin::Stated | Origin::Derived);
    entry(id).is_some_and(|e| {
        e.kind == SourceKind::Law && known(circumstances.regime.origin) && e.applies_to(circumstances, above_threshold)
    })
}

/// Whether the law above the threshold or its twin below it binds; where the side is not known, both have to.
pub fn binds_either(above: &str, below: &str, circumstances: &Circumstances) -> bool {
    let known = circumstances.above_threshold.value;
    let binds = |id, side| binds_on(id, circumstances, known.unwrap_or(side));
    let (above, below) = (binds(above, true), binds(below, false));
    if known.is_some() { above || below } else { above && below }
}

/// The threshold for goods and services, or for light touch services, on a day; pounds with VAT.
///
/// Source: rules.md B, from SI 2025/1200 and PPN 023; see `thresholds.toml`.
pub fn threshold(contract: &str, buyer: Option<Buyer>, day: Option<Date>) -> Option<f64> {
    let kind = match buyer {
        Some(Buyer::Central | Buyer::Health) => "central",
        Some(Buyer::Utility) => "utility",
        _ => "other",
    };
    let day = day.map(to_iso);
    let holds = |t: &&Threshold| {
        t.contract == contract && (t.buyer == kind || t.buyer == "all") && day.as_deref().is_none_or(|d| d >= t.from)
    };
    THRESHOLDS.iter().filter(holds).max_by_key(|t| t.from).map(|t| t.amount)
}

impl Regime {
    /// Its name in reports and in the law's tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::ProcurementAct2023 => "procurement_act_2023",
            Self::PublicContracts2015 => "public_contracts_2015",
            Self::Scotland => "scotland",
            Self::ProviderSelection => "provider_selection",
        }
    }
}

impl Nation {
    /// Its name in reports and in the law's tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::England => "england",
            Self::Wales => "wales",
            Self::Scotland => "scotland",
            Self::NorthernIreland => "northern_ireland",
        }
    }
}

impl Buyer {
    /// Its name in reports and in the law's tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Local => "local",
            Self::Parish => "parish",
            Self::Health => "health",
            Self::Housing => "housing",
            Self::Education => "education",
            Self::School => "school",
            Self::Utility => "utility",
            Self::Other => "other",
        }
    }
}
