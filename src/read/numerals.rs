//! Numbers of lists and notes as programs write them: digits, letters, roman numbers, words.

use std::fmt::Write;

/// How the numbers of a list are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Numerals {
    /// `1`.
    #[default]
    Decimal,
    /// Decimal with zeros in front up to this many digits.
    Padded(u8),
    /// `A`, and after `Z` come `AA` and `BB`.
    UpperLetter,
    /// `a`.
    LowerLetter,
    /// `I`.
    UpperRoman,
    /// `i`.
    LowerRoman,
    /// `1st`.
    Ordinal,
    /// `One`.
    CardinalWord,
    /// `First`.
    OrdinalWord,
    /// A sign in place of a number.
    Bullet,
    /// No number.
    Nothing,
}

impl Numerals {
    /// Appends a number; nothing where it has none.
    pub fn write(self, n: u32, out: &mut String) {
        let from = out.len();
        // Writing to a string cannot fail.
        let _ = match self {
            Self::Padded(digits) => write!(out, "{n:0digits$}", digits = usize::from(digits)),
            Self::Ordinal => write!(out, "{n}{}", ordinal_ending(n)),
            Self::CardinalWord => write!(out, "{}", cardinal_word(n)),
            Self::OrdinalWord => write!(out, "{}", ordinal_word(n)),
            Self::LowerLetter | Self::UpperLetter if n > 0 => {
                // After z comes aa, then bb.
                let (letter, times) = (b'a' + ((n - 1) % 26) as u8, (n - 1) / 26 + 1);
                (0..times.min(10)).try_for_each(|_| write!(out, "{}", char::from(letter)))
            }
            Self::LowerRoman | Self::UpperRoman if (1..4000).contains(&n) => write!(out, "{}", roman(n)),
            Self::Bullet | Self::Nothing => Ok(()),
            Self::Decimal | Self::LowerLetter | Self::UpperLetter | Self::LowerRoman | Self::UpperRoman => {
                write!(out, "{n}")
            }
        };
        if matches!(self, Self::UpperLetter | Self::UpperRoman) {
            out[from..].make_ascii_uppercase();
        }
    }
}

fn roman(mut n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while n >= value {
            out.push_str(sign);
            n -= value;
        }
    }
    out
}

fn ordinal_ending(n: u32) -> &'static str {
    match (n % 100, n % 10) {
        (1..=10 | 14..=99, 1) => "st",
        (1..=10 | 14..=99, 2) => "nd",
        (1..=10 | 14..=99, 3) => "rd",
        _ => "th",
    }
}

const ONES: [&str; 20] = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const TENS: [&str; 10] = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

/// A number below a hundred in words, a larger one in digits.
fn cardinal_word(n: u32) -> String {
    match (n, n % 10) {
        (0..=19, _) => ONES[n as usize].to_owned(),
        (20..=99, 0) => TENS[n as usize / 10].to_owned(),
        (20..=99, ones) => format!("{}-{}", TENS[n as usize / 10], ONES[ones as usize].to_ascii_lowercase()),
        _ => n.to_string(),
    }
}

fn ordinal_word(n: u32) -> String {
    if n > 99 {
        return format!("{n}{}", ordinal_ending(n));
    }
    let word = cardinal_word(n);
    let (front, last) = word.rsplit_once('-').map_or(("", word.as_str()), |(tens, ones)| (tens, ones));
    let last = match last.to_ascii_lowercase().as_str() {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        other if other.ends_with('y') => format!("{}ieth", &other[..other.len() - 1]),
        other => format!("{other}th"),
    };
    if front.is_empty() {
        let mut letters = last.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
    } else {
        format!("{front}-{last}")
    }
}
