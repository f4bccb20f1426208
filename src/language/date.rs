//! Dates: `31 March 2027`, `31st March 2027`, `March 31, 2027`, `31/03/2027`, `2027-03-31T12:00:00Z`.

use jiff::civil::Date;

use super::number::Tokens;
use super::token::TokenKind;
use crate::letter::is_capital;
use crate::months::MONTHS;

impl Tokens<'_> {
    /// The date that begins at a token, and the index of the token after it. A date without a year is not one.
    pub fn date(&self, at: usize) -> Option<(Date, usize)> {
        match self.kind(at)? {
            TokenKind::Number => self.iso(at).or_else(|| self.slashed(at)).or_else(|| self.day_first(at)),
            TokenKind::Word => self.month_first(at),
            _ => None,
        }
    }

    /// Whether a "May" is the month.
    pub fn is_month(&self, at: usize) -> bool {
        let number = |at| self.kind(at) == Some(TokenKind::Number);
        let dated = number(at + 1) || number(at.wrapping_sub(1));
        self.word(at) == "May" && (dated || self.is(at.wrapping_sub(1), "in|by|of|th|early|mid|late|from|to|until|end"))
    }

    fn integer(&self, at: usize) -> Option<i16> {
        (self.kind(at) == Some(TokenKind::Number)).then(|| self.word(at).parse().ok()).flatten()
    }

    fn month(&self, at: usize) -> Option<i8> {
        if self.kind(at) != Some(TokenKind::Word) {
            return None;
        }
        let word = self.word(at).as_bytes();
        let short = |m: &str| word.len() == 3 || word.len() == 4 && m == "september";
        let named = |m: &&str| {
            let length = if short(m) { word.len() } else { m.len() };
            m.as_bytes().get(..length).is_some_and(|name| name.eq_ignore_ascii_case(word))
        };
        MONTHS.iter().position(named).map(|m| m as i8 + 1)
    }

    /// The first day of `March 2027`, the two tokens from `at`.
    pub fn month_of_year(&self, at: usize) -> Option<Date> {
        let month = self.month(at).filter(|_| self.word(at).starts_with(is_capital))?;
        let year = self.integer(at + 1).filter(|_| self.same_cell(at + 1) && self.word(at + 1).len() == 4)?;
        date(year, month.into(), 1)
    }

    /// `2027-03-31`, with or without a time.
    fn iso(&self, at: usize) -> Option<(Date, usize)> {
        let year = self.integer(at).filter(|_| self.word(at).len() == 4)?;
        let dash = |at| self.kind(at) == Some(TokenKind::Dash) && self.glued(at) && self.glued(at + 1);
        if !dash(at + 1) || !dash(at + 3) {
            return None;
        }
        let date = Date::new(year, self.integer(at + 2)? as i8, self.integer(at + 4)? as i8).ok()?;
        let mut end = at + 5;
        if self.glued(end) && self.is(end, "t") {
            while self.glued(end)
                && !matches!(self.kind(end), Some(TokenKind::Comma | TokenKind::Semicolon | TokenKind::Close))
            {
                end += 1;
            }
        }
        Some((date, end))
    }

    /// `31/03/2027`, `31.03.2027`, `31-03-2027`: day first, as in Britain.
    fn slashed(&self, at: usize) -> Option<(Date, usize)> {
        // The tokeniser takes "31.03.2027" as one number.
        let mut parts = self.word(at).split('.').filter_map(|p| p.parse::<i16>().ok());
        // With two digits for the year it is more often a clause, 4.2.10, but not where a day is to follow.
        let dated = || {
            let before = at.wrapping_sub(1);
            let named = self.kind(before) == Some(TokenKind::Colon) || at > 0 && !self.same_cell(at);
            named || self.is(before, "by|on|from|until|before|than|at|noon|starts|ends|is")
        };
        if let (Some(day), Some(month), Some(year), None) = (parts.next(), parts.next(), parts.next(), parts.next())
            && (year >= 1000 || (20..50).contains(&year) && dated())
        {
            return Some((date(year, month, day)?, at + 1));
        }
        let joined = |at| {
            matches!(self.kind(at), Some(TokenKind::Slash | TokenKind::Dash)) && self.glued(at) && self.glued(at + 1)
        };
        if !joined(at + 1) || !joined(at + 3) || self.kind(at + 1) != self.kind(at + 3) {
            return None;
        }
        Some((date(self.integer(at + 4)?, self.integer(at + 2)?, self.integer(at)?)?, at + 5))
    }

    /// `31 March 2027`, `31st of March, 2027`.
    fn day_first(&self, at: usize) -> Option<(Date, usize)> {
        let day = self.integer(at)?;
        let mut next = at + 1;
        // "9 th March" is a slip that portals make.
        next += usize::from(self.is(next, "st|nd|rd|th"));
        next += usize::from(self.is(next, "day"));
        next += usize::from(self.is(next, "of"));
        // "31-Mar-2027"
        let dashed = usize::from(self.kind(next) == Some(TokenKind::Dash) && self.glued(next));
        let month = self.month(next + dashed).filter(|_| self.same_cell(next))?;
        next += dashed + 1;
        next += usize::from(matches!(self.kind(next), Some(TokenKind::Comma | TokenKind::Dash)));
        Some((date(self.year(next)?, month.into(), day)?, next + 1))
    }

    /// `March 31, 2027`.
    fn month_first(&self, at: usize) -> Option<(Date, usize)> {
        let month = self.month(at)?;
        let day = self.integer(at + 1).filter(|_| self.same_cell(at + 1))?;
        let mut next = at + 2;
        next += usize::from(self.glued(next) && self.is(next, "st|nd|rd|th"));
        next += usize::from(self.kind(next) == Some(TokenKind::Comma));
        Some((date(self.year(next)?, month.into(), day)?, next + 1))
    }

    fn year(&self, at: usize) -> Option<i16> {
        let year = self.integer(at).filter(|_| self.same_cell(at))?;
        matches!(self.word(at).len(), 2 | 4).then_some(year)
    }
}

/// A date as ISO 8601 writes it. jiff's own printer and parser bring its time zones and their errors into the wasm.
pub fn to_iso(date: Date) -> String {
    let [year, month, day] = [date.year().unsigned_abs(), date.month() as u16, date.day() as u16].map(u32::from);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The date at the start of a text in ISO 8601, with or without a time behind it.
pub fn from_iso(text: &str) -> Option<Date> {
    let digits = |range| text.get(range).filter(|part: &&str| part.bytes().all(|b| b.is_ascii_digit()));
    let dashes = text.get(4..5)? == "-" && text.get(7..8)? == "-";
    let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
    dashes.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()).flatten()
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let year = if year < 100 { year + 2000 } else { year };
    if !(1950..2200).contains(&year) {
        return None;
    }
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::super::vocabulary::Vocabulary;
    use super::*;

    #[test]
    fn iso_both_ways() {
        for text in ["2027-03-31", "2027-03-31T12:00:00Z"] {
            assert_eq!(from_iso(text).map(to_iso).as_deref(), Some("2027-03-31"));
        }
        for text in ["", "2027", "2027-3-31", "2027-02-30", "2027--1-01", "31-03-2027", "2027-03-3£"] {
            assert_eq!(from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn dates() {
        for text in [
            "31 March 2027",
            "31st March 2027",
            "31st of March, 2027",
            "March 31, 2027",
            "31/03/2027",
            "31.03.2027",
            "31/03/27",
            "2027-03-31",
            "2027-03-31T12:00:00+01:00",
            "31 Mar 2027",
            "31-Mar-2027",
            "31 st March 2027",
        ] {
            let all = tokens(text, &Vocabulary::default());
            let found = Tokens { text, all: &all }.date(0).map(|(d, _)| to_iso(d));
            assert_eq!(found.as_deref(), Some("2027-03-31"), "{text}");
        }
        for text in ["31 March", "4.2.1", "60/40", "2017-18", "may 30 days", "31/13/2027"] {
            let all = tokens(text, &Vocabulary::default());
            assert!(Tokens { text, all: &all }.date(0).is_none(), "{text}");
        }
    }
}
