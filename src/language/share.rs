//! Percentages, ratios and multiples: `60%`, `60 per cent`, `60/40`, `60:40`, `twice`, `2x`, `1.5 times`.

use super::number::{Number, Tokens};
use super::token::TokenKind;

/// A share of a hundred.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percent {
    /// The share, or the lower end of a range.
    pub share: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
}

impl Tokens<'_> {
    /// The percentage that begins with a number, and the index of the token after it.
    pub fn percent(&self, number: Number) -> Option<(Percent, usize)> {
        if let Some(end) = self.percent_sign(number.end) {
            return Some((Percent { share: number.value, upper: None }, end));
        }
        // "10-15%", "10 to 15 per cent"
        if self.kind(number.end) != Some(TokenKind::Dash) && !self.is(number.end, "to") {
            return None;
        }
        let upper = self.number(number.end + 1, false).filter(|u| u.value > number.value && !u.multiplied)?;
        let end = self.percent_sign(upper.end)?;
        Some((Percent { share: number.value, upper: Some(upper.value) }, end))
    }

    fn percent_sign(&self, at: usize) -> Option<usize> {
        if !self.same_cell(at) {
            None
        } else if self.kind(at) == Some(TokenKind::Percent) || self.is(at, "percent|percentage") {
            Some(at + 1)
        } else {
            (self.is(at, "per") && self.is(at + 1, "cent")).then_some(at + 2)
        }
    }

    /// Two shares of one whole that begin with a number of one token: "60/40", "60:40", "60% / 40%". They must make a hundred.
    pub fn ratio(&self, first: Number) -> Option<((f64, f64), usize)> {
        let join = self.percent_sign(first.end).unwrap_or(first.end);
        if !matches!(self.kind(join)?, TokenKind::Slash | TokenKind::Colon | TokenKind::Dash)
            || !self.same_cell(join + 1)
        {
            return None;
        }
        let second = self.number(join + 1, false).filter(|n| !n.multiplied)?;
        let whole = (first.value + second.value - 100.0).abs() < 0.01;
        whole.then(|| ((first.value, second.value), self.percent_sign(second.end).unwrap_or(second.end)))
    }

    /// A multiple of something, which begins at a token, with `number` if that is one: "twice", "double", "2x", "2 times", "three times".
    pub fn times(&self, at: usize, number: Option<Number>) -> Option<(f64, usize)> {
        let Some(number) = number else {
            let two = self.is(at, "twice|double|doubled").then_some(2.0);
            let times = two.or_else(|| self.is(at, "treble|triple|thrice").then_some(3.0));
            return times.map(|times| (times, at + 1));
        };
        if !self.is(number.end, "times|x") && self.word(number.end) != "×" {
            return None;
        }
        // "2 x 12 months" and "3 times a week" are no multiples of an amount.
        let of_period =
            self.number(number.end + 1, false).is_some() || self.is(number.end + 1, "a|per|each|weekly|daily");
        (self.same_cell(number.end) && !of_period).then_some((number.value, number.end + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::{Token, tokens};
    use super::super::vocabulary::Vocabulary;
    use super::*;

    fn all(text: &str) -> Vec<Token> {
        tokens(text, &Vocabulary::default())
    }

    #[test]
    fn percentages() {
        for (text, share) in
            [("60%", 60.0), ("60 per cent", 60.0), ("12.5 percent", 12.5), ("sixty per cent", 60.0), ("10-15%", 10.0)]
        {
            let all = all(text);
            let tokens = Tokens { text, all: &all };
            let percent = tokens.number(0, false).and_then(|n| tokens.percent(n));
            assert_eq!(percent.map(|p| p.0.share), Some(share), "{text}");
        }
    }

    #[test]
    fn ratios_make_a_hundred() {
        for (text, ratio) in
            [("60/40", Some((60.0, 40.0))), ("70% : 30%", Some((70.0, 30.0))), ("24/7", None), ("31/03", None)]
        {
            let all = all(text);
            let tokens = Tokens { text, all: &all };
            let found = tokens.number(0, false).and_then(|n| tokens.ratio(n));
            assert_eq!(found.map(|r| r.0), ratio, "{text}");
        }
    }

    #[test]
    fn multiples() {
        for (text, times) in [
            ("twice", Some(2.0)),
            ("2x", Some(2.0)),
            ("1.5 times", Some(1.5)),
            ("three times the value", Some(3.0)),
            ("2 x 12 months", None),
        ] {
            let all = all(text);
            let tokens = Tokens { text, all: &all };
            assert_eq!(tokens.times(0, tokens.number(0, false)).map(|t| t.0), times, "{text}");
        }
    }
}
