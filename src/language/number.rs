//! Numbers as tenders write them: `5,000,000.00`, `10 000 000`, `0.607m`, `thirty (30)`, `five hundred thousand`.

use std::ops::Range;

use super::token::{Gap, Token, TokenKind};
use crate::eight::{eight, maybe};

/// A text with its tokens: what the quantities are read from.
#[derive(Clone, Copy)]
pub struct Tokens<'a> {
    /// The block's text.
    pub text: &'a str,
    /// Its tokens.
    pub all: &'a [Token],
}

/// A number and where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its value, with a multiplier such as `million` taken in.
    pub value: f64,
    /// Index of the token after it.
    pub end: usize,
    /// Whether a multiplier stood behind it.
    pub multiplied: bool,
}

impl<'a> Tokens<'a> {
    /// The token at an index as it stands in the text; empty behind the last.
    #[inline(never)]
    pub fn word(&self, at: usize) -> &'a str {
        self.all.get(at).map_or("", |t| t.text(self.text))
    }

    /// What the token at an index is.
    #[inline(never)]
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.all.get(at).map(|t| t.kind)
    }

    /// Whether one of these words, given in small letters as `one|other`, stands at an index.
    ///
    /// As one text they are lighter in wasm than with the address and length of each.
    #[inline(never)]
    pub fn is(&self, at: usize, words: &str) -> bool {
        let Some(token) = self.all.get(at).filter(|t| t.kind == TokenKind::Word) else { return false };
        let word = &self.text.as_bytes()[token.start as usize..token.end as usize];
        one_of(word, words.as_bytes())
    }

    /// Whether one of these words, given as for [`is`](Self::is), stands in a range.
    #[inline(never)]
    pub fn says(&self, mut range: Range<usize>, words: &str) -> bool {
        range.any(|i| self.is(i, words))
    }

    /// Whether the token at an index stands directly behind the one before.
    #[inline(never)]
    pub fn glued(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(Token::glued)
    }

    /// Whether the token at an index is in the same cell as the one before.
    #[inline(never)]
    pub fn same_cell(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|t| t.gap != Gap::Cell)
    }

    /// The number that begins at a token: digits or words, with the same number said again in brackets.
    ///
    /// `spaced` allows groups of three digits parted by blanks, as money is often written.
    pub fn number(&self, at: usize, spaced: bool) -> Option<Number> {
        let mut number = match self.kind(at)? {
            TokenKind::Number => self.digits(at, spaced)?,
            TokenKind::Word if self.begins_number(at) => self.spelt(at)?,
            _ => return None,
        };
        self.multiply(&mut number);
        // "thirty (30)", "thirty (No. 30)" and "30 (thirty)" say the same twice.
        if self.kind(number.end) == Some(TokenKind::Open) && self.same_cell(number.end) {
            let mut inner = number.end + 1;
            if self.is(inner, "no") {
                inner += 1 + usize::from(self.kind(inner + 1) == Some(TokenKind::Stop));
            }
            let again = match self.kind(inner) {
                Some(TokenKind::Number) => self.digits(inner, spaced),
                Some(TokenKind::Word) => self.spelt(inner),
                _ => None,
            };
            if let Some(mut again) = again {
                self.multiply(&mut again);
                let same = again.value == number.value || (again.multiplied && again.value * 1e6 == number.value);
                if same && self.kind(again.end) == Some(TokenKind::Close) {
                    number.end = again.end + 1;
                }
            }
        }
        Some(number)
    }

    fn digits(&self, at: usize, spaced: bool) -> Option<Number> {
        let first = self.word(at);
        let mut value = plain(first)?;
        let mut end = at + 1;
        let whole = first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit());
        if spaced && whole && !first.starts_with('0') {
            while self.kind(end) == Some(TokenKind::Number) && self.all[end].gap == Gap::Space {
                let group = self.word(end);
                let three = group.len() >= 3 && group.as_bytes()[..3].iter().all(u8::is_ascii_digit);
                if !three || group.as_bytes().get(3).is_some_and(u8::is_ascii_digit) {
                    break;
                }
                let digits = group.bytes().filter(u8::is_ascii_digit).count() as i32;
                let cents = if group.as_bytes().get(3) == Some(&b'.') { digits - 3 } else { 0 };
                value = value * 10f64.powi(digits - cents) + plain(group)?;
                end += 1;
            }
        }
        Some(Number { value, end, multiplied: false })
    }

    fn multiply(&self, number: &mut Number) {
        let at = number.end;
        if self.kind(at) != Some(TokenKind::Word) || self.all[at].gap > Gap::Line {
            return;
        }
        let mut letters = [0; LONGEST];
        let glued = self.glued(at);
        let factor = match lower(self.word(at), &mut letters) {
            "million" | "millions" | "milion" | "millon" | "mill" | "mil" | "mn" | "mio" => 1e6,
            "m" if glued || self.word(at) == "M" => 1e6,
            "k" if glued || self.word(at) == "K" => 1e3,
            "thousand" | "thousands" => 1e3,
            "bn" | "billion" => 1e9,
            // The unit of a currency may be glued behind: 2MILLIONGBP.
            _ => return,
        };
        number.value *= factor;
        number.end = at + 1;
        number.multiplied = true;
    }

    /// Whether a word may be a number's, by its length and first letter: most words are none.
    fn begins_number(&self, at: usize) -> bool {
        let word = self.word(at).as_bytes();
        word.len() <= LONGEST
            && matches!(
                word.first(),
                Some(b'e' | b'f' | b'n' | b'o' | b's' | b't' | b'z' | b'E' | b'F' | b'N' | b'O' | b'S' | b'T' | b'Z')
            )
    }

    fn spelt(&self, at: usize) -> Option<Number> {
        let (mut total, mut group, mut end, mut any) = (0f64, 0f64, at, false);
        loop {
            let mut letters = [0; LONGEST];
            let word = lower(self.word(end), &mut letters);
            if end > at && !self.same_cell(end) {
                break;
            }
            if let Some(unit) = small(word) {
                // "two five" is not a number; "twenty five" is.
                if any && (!multiple(group, 10.0) || (unit >= 10.0 && !multiple(group, 100.0))) {
                    break;
                }
                group += unit;
            } else if word == "hundred" && any {
                group *= 100.0;
            } else if word == "thousand" && any {
                total += group * 1e3;
                group = 0.0;
            } else if matches!(word, "million" | "billion") && any {
                total = (total + group) * if word == "million" { 1e6 } else { 1e9 };
                group = 0.0;
            } else if any
                && (word == "and" || word == "-")
                && small(lower(self.word(end + 1), &mut [0; LONGEST])).is_some()
                && multiple(group, 10.0)
            {
                if word == "and" && !multiple(group, 100.0) {
                    break;
                }
            } else {
                break;
            }
            any = true;
            end += 1;
        }
        any.then_some(Number { value: total + group, end, multiplied: total >= 1e3 })
    }
}

/// Whether a word is one of those given in small letters as `one|other`.
///
/// Asked for each word near a cue, so it is a loop by index: where the core is compiled for size, iterators are calls.
#[inline(always)]
fn one_of(word: &[u8], words: &[u8]) -> bool {
    let Some(first) = word.first().map(u8::to_ascii_lowercase) else { return false };
    let is = |at: usize| {
        let mut same = 0;
        while same < word.len() && at + same < words.len() && words[at + same] == word[same].to_ascii_lowercase() {
            same += 1;
        }
        same == word.len() && (at + same == words.len() || words[at + same] == b'|')
    };
    if is(0) {
        return true;
    }
    // A short list byte by byte, a long one eight places together: most alternatives begin with another letter.
    let Some(last) = words.len().checked_sub(9) else {
        return (1..words.len()).any(|at| words[at - 1] == b'|' && is(at));
    };
    let mut at = 0;
    loop {
        let mut begins = maybe(eight(words, at), b'|') & maybe(eight(words, at + 1), first);
        while begins != 0 {
            if is(at + 1 + begins.trailing_zeros() as usize / 8) {
                return true;
            }
            begins &= begins - 1;
        }
        if at == last {
            return false;
        }
        at = (at + 8).min(last);
    }
}

/// Whether a number is a multiple of another; the remainder of doubles would bring 2 kB of code into the core.
pub fn multiple(number: f64, of: f64) -> bool {
    (number / of).fract() == 0.0
}

/// The value of digits with points and commas; none where they are a clause number such as `4.2.1`.
fn plain(digits: &str) -> Option<f64> {
    // Most have neither commas nor more than one point.
    if let Some(value) = decimal(digits) {
        return Some(value);
    }
    let groups = |separator: char| {
        let mut parts = digits.split(separator);
        parts.next().is_some_and(|p| !p.is_empty())
            && parts.all(|p| p.len() == 3 && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let commas = digits.matches(',').count();
    let points = digits.matches('.').count();
    match (commas, points) {
        (0, _) if groups('.') => decimal(&digits.replace('.', "")),
        (_, 0) if groups(',') => decimal(&digits.replace(',', "")),
        // One comma with one or two digits behind it is a decimal comma; "5,000,00" is a slip that may mean two amounts.
        (1, 0) => decimal(&digits.replace(',', ".")),
        (_, 1) if digits.rfind('.') > digits.rfind(',') => decimal(&digits.replace(',', "")),
        _ => None,
    }
}

/// The value of at most 15 digits with at most one point; what has more is no amount but a reference. So few digits
/// are exact in a double, so that one division rounds as the standard parser does, without its tables, which are 12 kB
/// of the core module: `parse::<f64>` brings them back.
pub fn decimal(text: &str) -> Option<f64> {
    let (mut value, mut digits, mut places) = (0_u64, 0, None);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' if digits < 15 => {
                value = value * 10 + u64::from(byte - b'0');
                digits += 1;
                places = places.map(|n| n + 1);
            }
            b'.' if places.is_none() => places = Some(0),
            _ => return None,
        }
    }
    let value = value as f64;
    (digits > 0).then(|| places.map_or(value, |places| value / 10_f64.powi(places)))
}

/// The longest word that belongs to a number: "seventeen", "thousands".
pub(super) const LONGEST: usize = 9;

/// A short word in small letters, written to `letters`; empty where it is too long to belong to a number.
pub(super) fn lower<'a>(word: &str, letters: &'a mut [u8; LONGEST]) -> &'a str {
    let letters = letters.get_mut(..word.len()).unwrap_or_default();
    letters.copy_from_slice(&word.as_bytes()[..letters.len()]);
    letters.make_ascii_lowercase();
    std::str::from_utf8(letters).unwrap_or("")
}

fn small(word: &str) -> Option<f64> {
    Some(match word {
        "zero" => 0.0,
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}

/// The words a spelt number can begin with, as a cue pattern.
pub const SPELT: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|\
                         seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::super::vocabulary::Vocabulary;
    use super::*;

    fn number(text: &str) -> Option<f64> {
        let all = tokens(text, &Vocabulary::default());
        Tokens { text, all: &all }.number(0, true).map(|n| n.value)
    }

    #[test]
    fn digits() {
        for (text, value) in [
            ("5,000,000.00", 5e6),
            ("10 000 000", 1e7),
            ("5 000 000.00", 5e6),
            ("10 000,000", 1e7),
            ("1.5", 1.5),
            ("5.000.000", 5e6),
            ("0.607m", 607e3),
            ("2 MILLION", 2e6),
            ("10milion", 1e7),
            ("250k", 250e3),
            ("1,5", 1.5),
            ("1000,000", 1e6),
            ("1 500 000", 15e5),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for slip in ["4.2.1", "5,00,000", "5,000,000,00", "10,000,00O"] {
            assert_eq!(number(slip), None, "{slip}");
        }
        assert_eq!(number("30 60 days"), Some(30.0));
    }

    #[test]
    fn long_references_are_no_numbers() {
        assert_eq!(decimal("123456789012345"), Some(123_456_789_012_345.0));
        for text in ["1234567890123456", "", ".", "1.2.3", "1e5"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn decimals_are_rounded_as_the_standard_parser_does(text in "[0-9]{0,8}(\\.[0-9]{0,7})?") {
            proptest::prop_assert_eq!(decimal(&text), text.parse().ok());
        }
    }

    #[test]
    fn words() {
        for (text, value) in [
            ("five million pounds", 5e6),
            ("thirty (30) days", 30.0),
            ("twenty-six (No. 26) weeks", 26.0),
            ("one hundred and fifty", 150.0),
            ("forty-five", 45.0),
            ("five hundred thousand", 5e5),
            ("twenty five", 25.0),
            ("one and two", 1.0),
            ("three years", 3.0),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_word_is_found_among_others(word in "[ab]{1,3}", words in "[ab]{1,3}(\\|[ab]{1,3}){0,4}") {
            let among = words.split('|').any(|known| known == word);
            proptest::prop_assert_eq!(super::one_of(word.to_ascii_uppercase().as_bytes(), words.as_bytes()), among);
        }
    }
}
