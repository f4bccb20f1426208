//! Lengths of time: `30 days`, `thirty (30) working days`, `net 30`, `3 years`, `a month`, `6-12 months`.

use super::number::{LONGEST, Number, Tokens, lower};
use super::token::TokenKind;

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    /// How many units; the lower end of a range.
    pub amount: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Calendar days.
    Days,
    /// Working or business days.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Calendar months.
    Months,
    /// Quarters of a year.
    Quarters,
    /// Years.
    Years,
}

impl Period {
    /// In calendar days: a month as 30, a year as 365, five working days as seven.
    ///
    /// ```
    /// use tender_check::language::period::{Period, Unit};
    /// assert_eq!(Period { amount: 30.0, upper: None, unit: Unit::WorkingDays }.days(), 42.0);
    /// ```
    pub fn days(&self) -> f64 {
        let day = match self.unit {
            Unit::Hours => 1.0 / 24.0,
            Unit::Days => 1.0,
            Unit::WorkingDays => 1.4,
            Unit::Weeks => 7.0,
            Unit::Months => 30.0,
            Unit::Quarters => 91.0,
            Unit::Years => 365.0,
        };
        self.amount * day
    }

    /// In calendar months, of which a year has twelve; days and weeks to the nearest whole month where they come close.
    pub fn months(&self) -> f64 {
        let months = match self.unit {
            Unit::Months => self.amount,
            Unit::Quarters => self.amount * 3.0,
            Unit::Years => self.amount * 12.0,
            Unit::Weeks => self.amount / 52.0 * 12.0,
            _ => self.days() / 365.0 * 12.0,
        };
        if (months - months.round()).abs() < 0.25 { months.round() } else { months }
    }

    /// In years.
    pub fn years(&self) -> f64 {
        if self.unit == Unit::Years { self.amount } else { self.months() / 12.0 }
    }
}

impl Tokens<'_> {
    /// The period that begins at a token, with `number` if that is one, and the index of the token after it.
    pub fn period(&self, at: usize, number: Option<Number>) -> Option<(Period, usize)> {
        // "a month", "one month"; "a year" alone is more often "per year" and is left to the grammar of money.
        let (amount, mut next) = match number {
            Some(number) => (number.value, number.end),
            None if self.is(at, "a|an|another") => (1.0, at + 1),
            None => return None,
        };
        if !self.same_cell(next) {
            return None;
        }
        let mut upper = None;
        let range = self.is(next, "to|or") || matches!(self.kind(next), Some(TokenKind::Dash | TokenKind::Slash));
        if range
            && self.same_cell(next + 1)
            && let Some(second) = self.number(next + 1, false).filter(|n| n.value > amount && !n.multiplied)
            && self.unit(second.end).is_some()
        {
            upper = Some(second.value);
            next = second.end;
        }
        let (unit, end) = self.unit(next)?;
        // "a further year", "another year"
        let more = self.is(at, "another") || self.is(next, "further|additional");
        if number.is_none() && !more && !matches!(unit, Unit::Months | Unit::Weeks) {
            return None;
        }
        // "2 years and 6 months", "5 years, 7 months": one length, in months.
        let more = end + usize::from(self.is(end, "and") || self.kind(end) == Some(TokenKind::Comma));
        if unit == Unit::Years
            && upper.is_none()
            && more > end
            && self.same_cell(more)
            && let Some(months) = self.number(more, false).filter(|n| n.value < 12.0 && !n.multiplied)
            && let Some((Unit::Months, end)) = self.unit(months.end)
        {
            return Some((Period { amount: amount * 12.0 + months.value, upper, unit: Unit::Months }, end));
        }
        Some((Period { amount, upper, unit }, end))
    }

    fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        // "30-day", "12 - month"
        let mut at = at + usize::from(self.kind(at) == Some(TokenKind::Dash) && self.same_cell(at));
        // "30 clear days", "30 full calendar days", "4 consecutive weeks", "3 full financial years", "two further years"
        let mut working = false;
        for _ in 0..2 {
            if self.is(at, "working|business|wkg") {
                working = true;
                at += 1;
            } else if self.is(
                at,
                "clear|full|calendar|consecutive|financial|complete|whole|trading|reported|contract|further|additional|more",
            ) {
                at += 1;
            } else {
                break;
            }
        }
        if !self.same_cell(at) {
            return None;
        }
        // "one month’s price"
        let word = crate::words::owner(self.word(at));
        let unit = match lower(word, &mut [0; LONGEST]) {
            "day" | "days" if working => Unit::WorkingDays,
            "day" | "days" => Unit::Days,
            "month" | "months" | "mths" | "mth" => Unit::Months,
            "year" | "years" | "yrs" | "yr" => Unit::Years,
            "week" | "weeks" | "wks" => Unit::Weeks,
            "hour" | "hours" | "hrs" => Unit::Hours,
            "quarter" | "quarters" => Unit::Quarters,
            _ => return None,
        };
        Some((unit, at + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::super::vocabulary::Vocabulary;
    use super::*;

    fn period(text: &str) -> Option<(f64, Unit)> {
        let all = tokens(text, &Vocabulary::default());
        let tokens = Tokens { text, all: &all };
        tokens.period(0, tokens.number(0, false)).map(|(p, _)| (p.amount, p.unit))
    }

    #[test]
    fn periods() {
        for (text, amount, unit) in [
            ("30 days", 30.0, Unit::Days),
            ("thirty (30) days", 30.0, Unit::Days),
            ("30 calendar days", 30.0, Unit::Days),
            ("30 Working Days", 30.0, Unit::WorkingDays),
            ("30-day", 30.0, Unit::Days),
            ("six weeks", 6.0, Unit::Weeks),
            ("a month", 1.0, Unit::Months),
            ("three (3) years", 3.0, Unit::Years),
            ("2 financial years", 2.0, Unit::Years),
            ("45 days’ notice", 45.0, Unit::Days),
            ("48 month term", 48.0, Unit::Months),
            ("16years", 16.0, Unit::Years),
            ("2 years and 6 months", 30.0, Unit::Months),
            ("5 years, 7 months", 67.0, Unit::Months),
            ("3 years, 12 months", 3.0, Unit::Years),
        ] {
            assert_eq!(period(text), Some((amount, unit)), "{text}");
        }
        assert_eq!(period("a year"), None);
        assert_eq!(period("30 lots"), None);
    }
}
