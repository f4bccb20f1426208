//! An organisation that thinks of bidding: what it tells of itself, in a file of its own or a form of the page.

mod read;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::report::Nation;

/// Most entries of a list of a profile: certificates, references, years.
pub const MOST_ENTRIES: usize = 200;
/// Largest amount of a profile, in pounds.
pub const LARGEST_AMOUNT: f64 = 1e11;

/// An organisation that thinks of bidding. Nothing has to be said: what is left out is for its people to judge.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(optional_fields))]
#[serde(default)]
pub struct Profile {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is in law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<LegalForm>,
    /// Where it works from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// Turnover or income in pounds, by the year in which the financial year ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turnover: Option<BTreeMap<String, f64>>,
    /// Whole years since it began to trade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years_trading: Option<f64>,
    /// How its accounts are looked over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accounts: Option<Accounts>,
    /// How many years of accounts it can send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accounts_years: Option<f64>,
    /// Net assets or reserves in pounds; below zero where it owes more than it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_assets: Option<f64>,
    /// Current assets by current liabilities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_ratio: Option<f64>,
    /// Current assets without stock by current liabilities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acid_test: Option<f64>,
    /// Its score with a credit agency, on that agency's scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_score: Option<f64>,
    /// Whether a parent organisation would give a guarantee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<bool>,
    /// Insurance held, in pounds for each claim, by the last part of a fact's kind: `public_liability`. 0 is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<BTreeMap<String, f64>>,
    /// All certificates and schemes that it holds, by their names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accreditations: Option<Vec<String>>,
    /// Certificates on the way, each with the day by which it is expected, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_progress: Option<BTreeMap<String, String>>,
    /// How many people it employs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<f64>,
    /// Whether all of them have the real Living Wage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub living_wage: Option<bool>,
    /// All work that it can name as a reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub references: Option<Vec<Reference>>,
    /// Value of its largest contract or grant so far, in pounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest_contract: Option<f64>,
    /// Money that it could put into this contract until it is paid, in pounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash: Option<f64>,
    /// Whether it would charge VAT for this work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat: Option<bool>,
    /// What the work costs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs: Option<Costs>,
}

/// What an organisation is in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum LegalForm {
    /// Community interest company.
    CommunityInterestCompany,
    /// Charity that is a company.
    CharitableCompany,
    /// Charitable incorporated organisation.
    CharitableIncorporatedOrganisation,
    /// Charitable trust without a company.
    CharitableTrust,
    /// Co-operative or community benefit society.
    RegisteredSociety,
    /// Company limited by guarantee that is no charity.
    CompanyByGuarantee,
    /// Company limited by shares.
    CompanyByShares,
    /// Limited liability partnership.
    LimitedLiabilityPartnership,
    /// Partnership.
    Partnership,
    /// One person's business.
    SoleTrader,
    /// Club or association without a legal form of its own.
    UnincorporatedAssociation,
}

impl LegalForm {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::CommunityInterestCompany,
        Self::CharitableCompany,
        Self::CharitableIncorporatedOrganisation,
        Self::CharitableTrust,
        Self::RegisteredSociety,
        Self::CompanyByGuarantee,
        Self::CompanyByShares,
        Self::LimitedLiabilityPartnership,
        Self::Partnership,
        Self::SoleTrader,
        Self::UnincorporatedAssociation,
    ];
}

/// How accounts are looked over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Accounts {
    /// By an auditor.
    Audited,
    /// By an independent examiner.
    IndependentlyExamined,
    /// By nobody outside.
    Unaudited,
    /// There are none yet.
    None,
}

impl Accounts {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Audited, Self::IndependentlyExamined, Self::Unaudited, Self::None];
}

/// Work that can be named as a reference.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(optional_fields))]
#[serde(default)]
pub struct Reference {
    /// For whom it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buyer: Option<String>,
    /// The year in which it ended; this year where it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<f64>,
    /// Its value in pounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Whether it was for a public body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public: Option<bool>,
}

/// What the work costs, for the sums on cash.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(optional_fields))]
#[serde(default)]
pub struct Costs {
    /// What is left of the price when all costs are paid, in per cent of the price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surplus: Option<f64>,
    /// Share of wages in the running costs, in per cent; they are paid at the end of each month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wages: Option<f64>,
    /// Days after which other costs are paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplier_days: Option<f64>,
    /// Pounds spent a month before the start: equipment, recruitment, training.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_up: Option<f64>,
}

impl Profile {
    /// Turnover of the last year that is given.
    pub fn last_turnover(&self) -> Option<f64> {
        self.turnover.as_ref()?.values().next_back().copied()
    }
}

/// The name of an enum's variant, as it is written.
pub(crate) fn name_of<T: Serialize>(variant: &T) -> String {
    serde_json::to_string(variant).unwrap_or_default().trim_matches('"').to_owned()
}
