//! Who an amount shuts out: the share of charities with a lower income, or of contracts of a smaller value.
//!
//! The figures are published ones, in `shares.toml` with their sources. Where there are none nothing is said.

use crate::report::Finding;

include!(concat!(env!("OUT_DIR"), "/shares.rs"));

/// Published shares below some amounts.
#[derive(Debug)]
pub struct Shares {
    /// What they are shares of: `charities`, `contracts`.
    pub name: &'static str,
    /// The rules whose findings they are shown with.
    pub rules: &'static [&'static str],
    /// The figures of a finding's sum that may be the amount, in pounds.
    pub figures: &'static [&'static str],
    /// Who published them, and as what.
    pub source: &'static str,
    /// Where to read it.
    pub link: &'static str,
    /// The year that they are about.
    pub year: &'static str,
    /// The day on which the source was read, ISO 8601.
    pub checked: &'static str,
    /// From small amounts to large ones.
    pub steps: &'static [Step],
}

/// The share below an amount.
#[derive(Debug)]
pub struct Step {
    /// Pounds.
    pub amount: f64,
    /// Per cent.
    pub percent: f64,
    /// `under` the amount, or at `most` that.
    pub kind: &'static str,
}

/// The amount that a finding is about, with the shares that are known for it; none below the first amount with one.
pub fn of(finding: &Finding) -> Option<(&'static Shares, f64)> {
    let shares = SHARES.iter().find(|shares| shares.rules.contains(&finding.rule.as_ref()))?;
    let figures = &finding.test.as_ref()?.figures;
    let amount = figures.iter().find(|f| f.unit == "GBP" && shares.figures.contains(&f.name.as_ref()))?.value;
    shares.steps.first().is_some_and(|first| amount >= first.amount).then_some((shares, amount))
}

impl Shares {
    /// The share below an amount, in whole per cent rounded down.
    pub fn below(&self, amount: f64) -> f64 {
        self.steps.iter().rev().find(|step| amount >= step.amount).map_or(0.0, |step| step.percent.floor())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barriers::rule;

    #[test]
    fn a_rule_that_says_the_share_itself_says_the_same() {
        let turnover = rule::RULES.iter().find(|rule| rule.id == "finance.turnover").unwrap();
        let fixed = |name: &str| turnover.fixed.iter().find(|(n, _)| *n == name).unwrap().1;
        let charities = SHARES.iter().find(|shares| shares.name == "charities").unwrap();
        let said: Vec<_> = ["100k", "500k", "1m", "5m"]
            .map(|step| (fixed(&format!("income_{step}")), fixed(&format!("share_{step}"))))
            .to_vec();
        let known: Vec<_> = charities.steps.iter().map(|step| (step.amount, step.percent)).collect();
        assert_eq!(said, known);
    }

    #[test]
    fn shares_are_of_rules_that_there_are_and_grow_with_the_amount() {
        for shares in SHARES {
            for id in shares.rules {
                assert!(rule::RULES.iter().any(|rule| rule.id == *id), "{id}");
            }
            assert!(shares.steps.is_sorted_by(|a, b| a.amount < b.amount && a.percent < b.percent), "{}", shares.name);
            assert!(shares.link.starts_with("https://") && shares.checked.len() == "2026-11-22".len());
        }
    }
}
