//! Amounts of money: `£5m`, `GBP 5,000,000`, `5 000 000.00 GBP`, `five million pounds (£5,000,000)`, `£250k p.a.`,
//! `[10,000,000] GBP`, `£5m to £10m`, and the slips of the pen that real notices hold.

use super::number::{Number, Tokens};
use super::token::TokenKind;

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Money {
    /// The amount, or the lower end of a range.
    pub amount: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// ISO 4217 code.
    pub currency: &'static str,
    /// The time it is for: "a year".
    pub per: Option<Per>,
    /// Whether the currency is said. "Public liability 5m" leaves it out, and so does "1 million trees".
    pub said: bool,
}

/// The time that an amount is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// An hour, a day, a shift or a visit: a rate.
    Unit,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Tokens<'_> {
    /// The amount of money that begins at a token, and the index of the token after it.
    pub fn money(&self, at: usize) -> Option<(Money, usize)> {
        let (mut money, mut end) = self.one_amount(at)?;
        // "five million pounds (£5,000,000)" is one amount said twice.
        if self.kind(end) == Some(TokenKind::Open)
            && self.same_cell(end)
            && let Some((again, after)) = self.one_amount(end + 1)
        {
            let same = (again.amount - money.amount).abs() < 0.5 || money.amount * 1e6 == again.amount;
            if same && self.kind(after) == Some(TokenKind::Close) {
                money = Money { said: money.said || again.said, ..again };
                end = after + 1;
            }
        }
        if let Some((upper, after)) = self.upper(&money, end).filter(|(upper, _)| upper.amount > money.amount) {
            money.upper = Some(upper.amount);
            money.said |= upper.said;
            end = after;
        }
        if let Some((per, after)) = self.per(end) {
            money.per = Some(per);
            end = after;
        }
        Some((money, end))
    }

    fn one_amount(&self, at: usize) -> Option<(Money, usize)> {
        let (prefix, number_at) = self.currency_before(at).map_or((None, at), |(c, next)| (Some(c), next));
        // "£[5m]" and "[10,000,000] GBP": the brackets mark what a template's user may change.
        let bracket = self.kind(number_at) == Some(TokenKind::Open) && self.word(number_at) == "[";
        let mut number = self.number(number_at + usize::from(bracket), true)?;
        // "£7 m": behind a currency a lone letter can only be a multiplier.
        let letter = self.loose_multiplier(number.end).filter(|_| prefix.is_some() && !bracket && !number.multiplied);
        if let Some(factor) = letter.filter(|_| self.same_cell(number.end)) {
            number = Number { value: number.value * factor, end: number.end + 1, multiplied: true };
        }
        let mut end = number.end;
        if bracket {
            if self.word(end) != "]" {
                return None;
            }
            end += 1;
            // "£[5] million"
            if let Some(factor) = self.loose_multiplier(end).filter(|_| !number.multiplied) {
                let value = Number { value: number.value * factor, ..number }.value;
                return Some((pounds(value, prefix.unwrap_or("GBP"), prefix.is_some()), end + 1));
            }
        }
        let suffix = self.currency_behind(end);
        // "Lot 1 GBP 250,000": the currency is that of the next number.
        let of_next = suffix.is_some_and(|(_, after)| self.kind(after) == Some(TokenKind::Number));
        if prefix.is_none() && of_next && number.value < 100.0 && !number.multiplied {
            return None;
        }
        if let Some((_, after)) = suffix {
            end = after;
        }
        let currency = prefix.or(suffix.map(|s| s.0));
        // A number without a currency is money only when it is at least thousands by its own words: "5m".
        let bare = currency.is_none();
        if bare && !(number.multiplied && number.value >= 1e5) {
            return None;
        }
        Some((pounds(number.value, currency.unwrap_or("GBP"), !bare), end))
    }

    fn loose_multiplier(&self, at: usize) -> Option<f64> {
        if self.is(at, "m|million|milion|mn") {
            Some(1e6)
        } else if self.is(at, "k|thousand") {
            Some(1e3)
        } else {
            None
        }
    }

    /// A currency in front of a number, and where the number begins.
    fn currency_before(&self, at: usize) -> Option<(&'static str, usize)> {
        match self.kind(at)? {
            TokenKind::Currency => {
                // "£GBP 5m", "GBP £5m"
                let next = at + 1 + usize::from(self.is(at + 1, "gbp"));
                Some((symbol(self.word(at)), next))
            }
            TokenKind::Word if self.is(at, "gbp|gdp|ukp|stg") => {
                // "GDP 5 million" in a list of covers is a slip for GBP; nobody writes GDP before an amount otherwise.
                let next = at + 1 + usize::from(self.kind(at + 1) == Some(TokenKind::Currency));
                let next = next + usize::from(self.kind(next) == Some(TokenKind::Stop));
                Some(("GBP", next))
            }
            TokenKind::Word if self.is(at, "eur|euro") => Some(("EUR", at + 1)),
            TokenKind::Word if self.is(at, "usd") => Some(("USD", at + 1)),
            // Scanned documents read £ as E or f: "E10m", "f10,000,000".
            TokenKind::Word if matches!(self.word(at), "E" | "f") && self.glued(at + 1) => {
                let number = self.number(at + 1, false)?;
                let grouped = self.word(at + 1).matches(',').count() >= 1;
                (number.multiplied || grouped).then_some(("GBP", at + 1))
            }
            _ => None,
        }
    }

    fn currency_behind(&self, at: usize) -> Option<(&'static str, usize)> {
        if !self.same_cell(at) {
            return None;
        }
        if self.is(at, "gbp|gdp|ukp|sterling|stg") {
            return Some(("GBP", at + 1));
        }
        if self.is(at, "pounds|pound") {
            return Some(("GBP", at + 1 + usize::from(self.is(at + 1, "sterling"))));
        }
        if self.is(at, "eur|euro|euros") {
            return Some(("EUR", at + 1));
        }
        if self.is(at, "usd") {
            return Some(("USD", at + 1));
        }
        None
    }

    /// The upper end of a range that a first amount begins: "£5m to £10m", "£5-10m", "between £5m and £10m".
    fn upper(&self, lower: &Money, at: usize) -> Option<(Money, usize)> {
        if !self.same_cell(at) {
            return None;
        }
        let joined = match self.kind(at)? {
            TokenKind::Dash | TokenKind::Slash => true,
            TokenKind::Word => {
                self.is(at, "to") || (self.is(at, "and") && lower.said && self.currency_before(at + 1).is_some())
            }
            _ => false,
        };
        if !joined || !self.same_cell(at + 1) {
            return None;
        }
        // "and" joins two amounts as often as a range; only "between" makes it one.
        if self.is(at, "and") && !(at.saturating_sub(5)..at).any(|i| self.is(i, "between")) {
            return None;
        }
        let next = self.one_amount(at + 1)?;
        (next.0.currency == lower.currency).then_some(next)
    }

    /// The time behind an amount: "a year", "per annum", "p.a.", "/month".
    fn per(&self, at: usize) -> Option<(Per, usize)> {
        if !self.same_cell(at) {
            return None;
        }
        if self.is(at, "annually|yearly|pa") {
            return Some((Per::Year, at + 1));
        }
        if self.is(at, "monthly|pcm") {
            return Some((Per::Month, at + 1));
        }
        if self.is(at, "p") && self.kind(at + 1) == Some(TokenKind::Stop) && self.is(at + 2, "a") {
            return Some((
                Per::Year,
                at + 3 + usize::from(self.kind(at + 3) == Some(TokenKind::Stop) && self.glued(at + 3)),
            ));
        }
        let linked = self.is(at, "per|a|an|each|every") || self.kind(at) == Some(TokenKind::Slash);
        if !linked {
            return None;
        }
        let unit = at + 1 + usize::from(self.is(at + 1, "financial|contract|calendar|full"));
        let per = if self.is(unit, "annum|year|yr") {
            Per::Year
        } else if self.is(unit, "month") {
            Per::Month
        } else if self.is(unit, "week") {
            Per::Week
        } else if self.is(unit, "hour|day|shift|visit|session|unit|item|place|night|mile") {
            Per::Unit
        } else {
            return None;
        };
        Some((per, unit + 1))
    }
}

fn pounds(amount: f64, currency: &'static str, said: bool) -> Money {
    Money { amount, upper: None, currency, per: None, said }
}

fn symbol(symbol: &str) -> &'static str {
    match symbol {
        "€" => "EUR",
        "$" => "USD",
        _ => "GBP",
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::super::vocabulary::Vocabulary;
    use super::*;

    fn money(text: &str) -> Option<Money> {
        let all = tokens(text, &Vocabulary::default());
        Tokens { text, all: &all }.money(0).map(|m| m.0)
    }

    #[test]
    fn one_amount_in_many_spellings() {
        for text in [
            "£5m",
            "£5M",
            "£5 million",
            "£5mn",
            "£5,000,000",
            "£5 000 000",
            "£5 m",
            "£5.0m",
            "5m GBP",
            "GBP 5,000,000",
            "5 000 000.00 GBP",
            "GBP5m",
            "5MILLION GBP",
            "five million pounds (£5,000,000)",
            "five million pounds",
            "5,000,000GBP",
            "GDP 5 million",
            "5milion GBP",
            "5m pounds sterling",
            "[5,000,000] GBP",
            "£[5m]",
            "£[5] million",
            "E5m",
            "f5,000,000",
            "£ 5 000,000",
            "GBP £5,000,000",
            "5,000,000 GBP (5 MILLION)",
            "£5,000,000 (five million pounds sterling)",
            "GBP 5 000 000",
        ] {
            let found = money(text);
            assert_eq!(found.map(|m| (m.amount, m.currency, m.said)), Some((5e6, "GBP", true)), "{text}");
        }
    }

    #[test]
    fn ranges_and_times() {
        let range = money("£5m to £10m").unwrap();
        assert_eq!((range.amount, range.upper), (5e6, Some(1e7)));
        assert_eq!(money("£250k p.a. or so").unwrap().per, Some(Per::Year));
        assert_eq!(money("£250k per annum").unwrap().per, Some(Per::Year));
        assert_eq!(money("£12.60 an hour").unwrap().per, Some(Per::Unit));
        assert_eq!(money("£140,000 to £150,000").unwrap().upper, Some(150e3));
    }

    #[test]
    fn numbers_that_are_no_money() {
        for text in ["1 GBP 250,000", "30 days", "4.2.1", "2147483647", "16 years", "100k"] {
            assert!(money(text).is_none_or(|m| !m.said), "{text}");
        }
        assert_eq!(money("1 million trees").map(|m| m.said), Some(false));
    }
}
