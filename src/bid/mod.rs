//! The bidder's desk: a finished report held against one organisation.
//!
//! It reads no documents and changes no finding. From the facts, circumstances and findings of a [`Report`] and from a
//! [`Profile`] it makes an [`Assessment`]: what is asked and whether the organisation has it, what to ask the buyer, what
//! the cash would look like, which days to keep and what to send in. It supports a decision and takes none.

mod calendar;
pub mod cash;
mod checklist;
mod dates;
mod demands;
#[cfg(feature = "cli")]
pub mod html;
pub mod letter;
mod outcome;
mod profile;
mod questions;
mod record;
#[cfg(feature = "cli")]
pub mod text;
mod words;

use serde::{Deserialize, Serialize};

pub use cash::Cash;
pub use profile::{Accounts, Costs, LARGEST_AMOUNT, LegalForm, MOST_ENTRIES, Profile, Reference};

use crate::report::{Place, Report, Severity, Source, serialize_number};

/// Version of the assessment's format. It changes when a field changes its meaning or goes away.
pub const SCHEMA: &str = "tender-check/assessment/1";

/// What a tender means for one organisation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Assessment {
    /// Version of this format: `tender-check/assessment/1`.
    pub schema: String,
    /// Version of the program that made it.
    pub version: String,
    /// Name of the tender: that of the file that says when bids are due, without its ending.
    pub tender: String,
    /// Name of the organisation, where its profile says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub organisation: Option<String>,
    /// Bid, ask first, or hard to bid; with the reasons.
    pub outcome: Outcome,
    /// What is asked of a bidder, and whether the organisation has it. Preferences are none.
    pub demands: Vec<Demand>,
    /// The lots and which of them the organisation can bid for; empty where there are none.
    pub lots: Vec<Lot>,
    /// What is worth asking the buyer.
    pub questions: Questions,
    /// Money in and out month by month; none where the value is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub cash: Option<Cash>,
    /// The days that were found, in their order.
    pub dates: Vec<Day>,
    /// The days as a calendar file (iCalendar, RFC 5545).
    pub calendar: String,
    /// What has to be sent in, or done before.
    pub checklist: Vec<Task>,
}

/// What the user says beside the profile.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS), ts(optional_fields))]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    /// Lots that the organisation thinks of, by the names in the report; none is all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lots: Option<Vec<String>>,
    /// The day of today, ISO 8601: what is before it has passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub today: Option<String>,
    /// Days in which the buyer is expected to pay, in place of those in the documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_days: Option<f64>,
    /// When the work is expected to start, ISO 8601, in place of the day in the documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
}

/// What comes out of it, in short.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Outcome {
    /// Bid, ask first or hard to bid.
    pub result: Verdict,
    /// The result in a few words.
    pub text: String,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
    /// What this leaves open: it supports a decision and takes none.
    pub note: String,
}

/// Whether to bid, as far as facts and profile tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Verdict {
    /// Nothing that was read stands against it.
    Bid,
    /// Something is to be asked, bought or judged first.
    AskFirst,
    /// A demand is not met, and nothing that was read softens it.
    HardToBid,
}

/// One reason of an outcome.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Reason {
    /// In words.
    pub text: String,
    /// Indexes into the demands that it is about.
    pub demands: Vec<usize>,
}

/// Something that is asked of a bidder.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Demand {
    /// Kind of the facts: `finance.turnover_minimum`.
    pub kind: String,
    /// A few words: what.
    pub title: String,
    /// What is asked: "£250,000", "3 references".
    pub asked: String,
    /// What the organisation has, where its profile says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub yours: Option<String>,
    /// Whether it is met.
    pub state: State,
    /// Why it stands so.
    pub reason: String,
    /// Whether it can be mended before bids are due, as by buying cover.
    pub curable: bool,
    /// The lot it is for; none for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub lot: Option<String>,
    /// Indexes of the facts that ask for it.
    pub facts: Vec<usize>,
    /// Where they stand.
    #[serde(rename = "where")]
    pub places: Vec<Place>,
}

/// Whether a demand is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(rename = "DemandState"))]
#[cfg_attr(feature = "schema", schemars(rename = "DemandState"))]
pub enum State {
    /// The profile shows it.
    Met,
    /// Fact and profile prove that it is not, and nothing that was read softens it.
    NotMet,
    /// Not there yet; it can be bought or got before the start, and the documents allow that or do not say when.
    ByStart,
    /// The documents leave it open, or soften it.
    Ask,
    /// The profile says nothing of it, or only its people can tell.
    Open,
}

/// One lot.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Lot {
    /// As the documents name it.
    pub name: String,
    /// Value over the term in pounds, where it is known.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "write_amount")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub value: Option<f64>,
    /// Value a year in pounds, where it is known.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "write_amount")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub annual_value: Option<f64>,
    /// Whether it is among those that the organisation thinks of.
    pub chosen: bool,
    /// Bid, ask first or hard to bid.
    pub result: Verdict,
    /// The result in a few words.
    pub text: String,
}

/// Questions to the buyer.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Questions {
    /// The last day for questions, ISO 8601, where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub deadline: Option<String>,
    /// Whether that day has passed.
    pub late: bool,
    /// The questions, the weightiest first.
    pub list: Vec<Question>,
    /// The text of a letter before its questions: what it is about, and a greeting.
    pub opening: String,
    /// The text after them.
    pub closing: String,
    /// The questions that are worth asking first, as one text, to be sent; all where none is.
    pub letter: String,
}

/// A question to the buyer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Question {
    /// Ready to be sent, with the clause and what stands behind it.
    pub text: String,
    /// The question alone.
    pub question: String,
    /// Whether a demand hangs on it, or it is a barrier that weighs heavily: worth asking first.
    pub first: bool,
    /// How much its finding weighs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub severity: Option<Severity>,
    /// The passages that it is about.
    #[serde(rename = "where")]
    pub places: Vec<Place>,
    /// The law or policy behind it.
    pub sources: Vec<Source>,
    /// Keys of the findings that it comes from; empty where it comes from a demand.
    pub findings: Vec<String>,
}

/// A day that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Day {
    /// Kind of the fact: `timetable.deadline`.
    pub kind: String,
    /// What it is: "Bids are due".
    pub title: String,
    /// The day, ISO 8601.
    pub day: String,
    /// The time of day in the United Kingdom, where the passage says one: `12:00`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub time: Option<String>,
    /// Whether it has passed; false where today is not known.
    pub passed: bool,
    /// Where it stands.
    #[serde(rename = "where")]
    pub places: Vec<Place>,
}

/// Something to send in, or to do before.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Task {
    /// In words.
    pub text: String,
    /// Where it is asked for.
    #[serde(rename = "where")]
    pub places: Vec<Place>,
}

/// Holds a report against an organisation.
pub fn assess(report: &Report, profile: &Profile, choice: &Choice) -> Assessment {
    let case = Case::new(report, profile, choice);
    let demands = demands::demands(&case);
    let dates = dates::dates(&case);
    let cash = cash::cash(&case);
    let (outcome, lots) = outcome::outcome(&case, &demands, cash.as_ref(), &dates);
    Assessment {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        tender: case.tender().to_owned(),
        organisation: profile.name.clone(),
        outcome,
        lots,
        questions: questions::questions(&case, &demands, &dates),
        cash,
        calendar: calendar::write(&case, &dates),
        dates,
        checklist: checklist::checklist(&case),
        demands,
    }
}

/// What is looked at: the report's facts that still hold, with their indexes, and what the user says.
pub(crate) struct Case<'a> {
    report: &'a Report,
    profile: &'a Profile,
    facts: Vec<(usize, &'a crate::fact::Fact)>,
    /// All lots, in the order in which they are named.
    lots: Vec<String>,
    /// Those that count.
    chosen: Vec<String>,
    today: Option<jiff::civil::Date>,
    choice: &'a Choice,
}

impl<'a> Case<'a> {
    fn new(report: &'a Report, profile: &'a Profile, choice: &'a Choice) -> Self {
        let facts: Vec<_> = report.facts.iter().enumerate().filter(|(_, fact)| !fact.replaced()).collect();
        let mut lots: Vec<String> = vec![];
        for (_, fact) in &facts {
            let named = if fact.kind == "lots.name" { fact.text().map(str::to_owned) } else { fact.lot.clone() };
            lots.extend(named.filter(|name| !lots.contains(name)));
        }
        let wanted = |lot: &&String| choice.lots.as_ref().is_none_or(|lots| lots.is_empty() || lots.contains(lot));
        let chosen: Vec<String> = lots.iter().filter(wanted).cloned().collect();
        let today = choice.today.as_deref().and_then(crate::language::date::from_iso);
        Self { report, profile, facts, lots, chosen, today, choice }
    }

    /// Name of the file that says when bids are due, or else of the first, without its ending.
    fn tender(&self) -> &'a str {
        let due = self.of("timetable.deadline").find_map(|(_, fact)| fact.places.first());
        let document = self.report.documents.get(due.map_or(0, |place| place.document));
        let name = document.map_or("", |document| document.name.as_str());
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The facts of a kind that still hold, with their indexes.
    fn of(&self, kind: &str) -> impl Iterator<Item = (usize, &'a crate::fact::Fact)> {
        self.facts.iter().copied().filter(move |(_, fact)| fact.kind == kind)
    }

    /// Whether the documents ask for something of a kind, or say it with this stance.
    fn says(&self, kind: &str, stance: crate::fact::Stance) -> bool {
        self.of(kind).any(|(_, fact)| fact.stance == stance)
    }

    /// Whether a fact is about something that the organisation thinks of.
    fn counts(&self, fact: &crate::fact::Fact) -> bool {
        fact.lot.as_ref().is_none_or(|lot| self.chosen.contains(lot))
    }

    /// The most lots that one bidder may bid for or win, where the documents say it.
    fn lot_limit(&self) -> Option<usize> {
        let limits = self.of("lots.award_limit").chain(self.of("lots.bid_limit"));
        limits.filter_map(|(_, fact)| fact.number()).reduce(f64::min).map(|most| most as usize)
    }

    /// A lot's value over the term and a year, as far as they are stated or follow.
    fn lot_value(&self, lot: &str) -> (Option<f64>, Option<f64>) {
        let amount = |kind: &str| {
            let mut of_lot = self.of(kind).filter(|(_, fact)| fact.lot.as_deref() == Some(lot) && !fact.foreign());
            of_lot.find_map(|(_, fact)| fact.number())
        };
        let months = amount("contract.term").or(self.report.circumstances.term.value).filter(|months| *months > 0.0);
        let (total, annual) = (amount("contract.value"), amount("contract.annual_value"));
        let years = months.map(|months| (months / 12.0).max(1.0));
        (total.or_else(|| Some(annual? * years?)), annual.or_else(|| Some(total? / years?)))
    }
}

#[allow(clippy::ref_option, reason = "serde hands over the field as it is")]
fn write_amount<S: serde::Serializer>(amount: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) => serialize_number(amount, serializer),
        None => serializer.serialize_none(),
    }
}
