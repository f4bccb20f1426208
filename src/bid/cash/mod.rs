//! Money in and out, day by day, for the chosen lots: how much an organisation must put in until it is paid.
//!
//! Prices and costs are spread evenly over the term. All sums are whole pence, so that what comes in and goes out adds up.
//! What is assumed is said with the result. On each day money goes out before it comes in.

mod days;
mod read;
mod sums;

use serde::Serialize;

use super::Case;
use super::words::{amount, say, whole};
use crate::language::date::to_iso;
use crate::report::{Nation, serialize_number};
use crate::words;
use sums::{Terms, Why, Work, deepest, months, moves, pounds};

/// Most months that are worked out: longer terms are cut to these, and their prices with them.
pub const MOST_MONTHS: i32 = 120;
/// Longest time to pay, in days.
pub const MOST_DAYS: f64 = 365.0;
/// From so many pounds on social investment is mentioned: smaller gaps cost more to arrange a loan for than they are worth.
/// A rule of thumb.
pub const LARGE_GAP: f64 = 10_000.0;
/// Money in and out month by month.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Cash {
    /// Months in which money moves, in their order.
    pub months: Vec<Month>,
    /// Price of the chosen work over the term, in pounds without VAT.
    #[serde(serialize_with = "serialize_number")]
    pub price: f64,
    /// Months of work that are worked out.
    pub term: i32,
    /// The most that has to be put in at one time, in pounds; 0 where none.
    #[serde(serialize_with = "serialize_number")]
    pub needed: f64,
    /// The day on which it is needed, ISO 8601.
    pub deepest_day: String,
    /// The first day on which the buyer pays, ISO 8601.
    pub first_payment: String,
    /// What the organisation could put in, in pounds, where its profile says it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "super::write_amount")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub cash: Option<f64>,
    /// What is lacking, in pounds: what is needed beyond that; none where the cash is not known.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "super::write_amount")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub gap: Option<f64>,
    /// The result in words.
    pub text: String,
    /// How the buyer pays, in words.
    pub terms: String,
    /// What other terms would change.
    pub variants: Vec<Variant>,
    /// Where money for a large gap may come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub investment: Option<String>,
    /// What is assumed, a sentence each.
    pub assumptions: Vec<String>,
}

/// Money of one month, in pounds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Month {
    /// Year and month: `2026-04`.
    pub month: String,
    /// What the buyer pays, with VAT where it is charged.
    #[serde(serialize_with = "serialize_number")]
    pub received: f64,
    /// Wages, and set-up costs before the start.
    #[serde(serialize_with = "serialize_number")]
    pub wages: f64,
    /// Other costs.
    #[serde(serialize_with = "serialize_number")]
    pub costs: f64,
    /// VAT paid to the tax office; below zero where it pays back.
    #[serde(serialize_with = "serialize_number")]
    pub vat: f64,
    /// All that came in less all that went out, at the end of the month.
    #[serde(serialize_with = "serialize_number")]
    pub balance: f64,
    /// The lowest that it was within the month.
    #[serde(serialize_with = "serialize_number")]
    pub lowest: f64,
}

/// What other terms of payment would change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Variant {
    /// `days_30`, `days_60`, `monthly`, `advance`.
    pub name: String,
    /// In words, with what it would change.
    pub text: String,
    /// The most that would have to be put in, in pounds.
    #[serde(serialize_with = "serialize_number")]
    pub needed: f64,
}

/// The nations whose own lenders are known; the others have none that were checked.
fn nation(nation: Nation) -> &'static str {
    match nation {
        Nation::Scotland => "scotland",
        Nation::Wales => "wales",
        Nation::England | Nation::NorthernIreland => "",
    }
}

/// The cash of the chosen work; none where its value is not known.
pub(super) fn cash(case: &Case) -> Option<Cash> {
    let mut assumptions = vec![];
    let work = read::work(case, &mut assumptions)?;
    let terms = read::terms(case, &mut assumptions);
    let moves = moves(&work, &terms);
    let (deepest, day) = deepest(&moves);
    let needed = pounds(-deepest);
    let cash = case.profile.cash;
    let gap = cash.map(|cash| ((needed - cash).max(0.0) * 100.0).round() / 100.0);
    let first = moves.iter().find(|m| m.2 == Why::Received).map_or(work.start, |m| m.0);
    let args = [
        ("needed", whole(needed)),
        ("day", words::day(day)),
        ("first", words::day(first)),
        ("gap", whole(gap.unwrap_or_default())),
        ("nation", case.profile.nation.map(nation).unwrap_or_default().to_owned()),
    ];
    let message = match gap {
        _ if needed == 0.0 => "cash-none",
        Some(gap) if gap > 0.0 => "cash-gap",
        Some(_) => "cash-enough",
        None => "cash-needed",
    };
    let large = gap.unwrap_or(needed) >= LARGE_GAP;
    Some(Cash {
        months: months(&moves),
        price: pounds(work.price),
        term: work.months,
        needed,
        deepest_day: to_iso(day),
        first_payment: to_iso(first),
        cash,
        gap,
        text: say(message, &args),
        terms: terms.words(),
        variants: variants(&work, &terms, needed),
        investment: large.then(|| say("cash-investment", &args)),
        assumptions,
    })
}

impl Terms {
    fn words(&self) -> String {
        let how = match self.every {
            1 => "monthly",
            3 => "quarterly",
            6 => "six_monthly",
            12 => "annually",
            _ => "once",
        };
        let args = [
            ("how", how.to_owned()),
            ("when", if self.advance { "advance" } else { "arrears" }.to_owned()),
            ("days", amount(f64::from(self.days), "days")),
            ("from", if self.month_end { "month_end" } else { "invoice" }.to_owned()),
        ];
        say("cash-terms", &args)
    }
}

fn variants(work: &Work, terms: &Terms, needed: f64) -> Vec<Variant> {
    let as_now = |days: i32| Terms { days, month_end: false, ..*terms };
    let all = [
        ("days_30", as_now(30)),
        ("days_60", as_now(60)),
        ("monthly", Terms { every: 1, advance: false, ..*terms }),
        ("advance", Terms { every: 1, advance: true, days: terms.days.min(30), month_end: false, ..*terms }),
    ];
    all.into_iter()
        .filter(|(_, other)| other != terms)
        .map(|(name, other)| {
            let then = pounds(-deepest(&moves(work, &other)).0);
            let change = (then - needed).abs();
            let which = match () {
                () if change < 0.005 => "same",
                () if then < needed => "less",
                () => "more",
            };
            let args = [("needed", whole(then)), ("change", whole(change)), ("which", which.to_owned())];
            Variant { name: name.to_owned(), text: say(&format!("variant-{name}"), &args), needed: then }
        })
        .collect()
}
