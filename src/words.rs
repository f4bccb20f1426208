//! The words that people see: they live in Fluent files beside what they speak of, so that other languages can follow.

use std::fmt::Write as _;
use std::sync::OnceLock;

use crate::list::Listed;
use crate::{months, order};

/// The English messages of findings, as the build script writes them.
pub const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));

/// The English messages of the shapes of a finished report.
pub const ENGLISH_EXPORT: &str = include_str!(concat!(env!("OUT_DIR"), "/en.export.txt"));

/// The English messages of the bidder's desk, which are a file of their own for its module.
#[cfg(feature = "bid")]
pub const ENGLISH_OF_BID: &str = include_str!(concat!(env!("OUT_DIR"), "/en.bid.txt"));

/// What is spoken where no other words are handed over.
const NATIVE: &[&str] = &[
    ENGLISH,
    #[cfg(feature = "export")]
    ENGLISH_EXPORT,
    #[cfg(feature = "bid")]
    ENGLISH_OF_BID,
    #[cfg(feature = "cli")]
    include_str!(concat!(env!("OUT_DIR"), "/en.cli.txt")),
];

/// The words that the program speaks.
static SPOKEN: OnceLock<Words> = OnceLock::new();

/// Whether a text has another in it, whatever the case of English letters.
///
/// The standard library's search is made for long texts, and heavy.
#[inline(never)]
pub fn mentions(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let Some(first) = part.first().map(u8::to_ascii_lowercase) else { return !text.is_empty() };
    let mut at = 0;
    while at + part.len() <= text.len() {
        if text[at].to_ascii_lowercase() == first && text[at..at + part.len()].eq_ignore_ascii_case(part) {
            return true;
        }
        at += 1;
    }
    false
}

/// Texts as one, with another between them.
#[inline(never)]
pub fn joined<S: AsRef<str>>(parts: &[S], between: &str) -> String {
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() {
            out.push_str(between);
        }
        out.push_str(part.as_ref());
    }
    out
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// A word without the "’s" or the "’" of what belongs to it.
#[inline(never)]
pub fn owner(word: &str) -> &str {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    word.trim_end_matches(APOSTROPHES)
}

/// What is put into a message: names with ready-made texts.
pub type Args<'a> = [(&'a str, String)];

/// The messages of one language.
#[derive(Default)]
pub struct Words {
    /// Keys with their texts, in order of the keys: `group/message.attribute`.
    messages: Vec<(&'static str, &'static str)>,
}

impl Words {
    /// The words that the program speaks: those that it was handed, English unless it was.
    ///
    /// In the browser the messages are a file beside the wasm, so that nobody downloads two languages, and without them
    /// it is silent.
    pub fn spoken() -> &'static Self {
        SPOKEN.get_or_init(|| if cfg!(target_arch = "wasm32") { Self::default() } else { Self::of(NATIVE) })
    }

    /// Makes the messages of a language those that are spoken, once and for all: a second language is not listened to.
    pub fn speak(messages: String) {
        SPOKEN.get_or_init(|| Self::of(&[messages.leak()]));
    }

    /// The messages of texts with a line each, as the build script writes them.
    fn of(texts: &[&'static str]) -> Self {
        let mut messages: Vec<_> =
            texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once('\t')).listed();
        order::sort_by(&mut messages, |a, b| a.0.cmp(b.0));
        Self { messages }
    }

    /// A message, or an attribute of one, with its gaps filled; none where there is no such message.
    ///
    /// `group` is the folder that holds the file: `insurance`, `report`.
    pub fn say(&self, group: &str, message: &str, attribute: Option<&str>, args: &Args) -> Option<String> {
        let key = match attribute {
            None => format!("{group}/{message}"),
            Some(attribute) => format!("{group}/{message}.{attribute}"),
        };
        let mut out = String::new();
        fill(self.of_key(&key)?, args, &mut out);
        Some(out)
    }

    /// The text of a message that has no gaps.
    pub fn line(&self, group: &str, message: &str) -> Option<&'static str> {
        self.of_key(&format!("{group}/{message}"))
    }

    fn of_key(&self, key: &str) -> Option<&'static str> {
        let at = self.messages.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
        Some(self.messages[at].1)
    }
}

/// Fills a text as the build script writes it: `{days}` is a gap, `{lots?0=no lots|one=one lot|*={lots} lots}` a choice by
/// what is in a gap: the text itself, `one` where it is the number 1, or any.
fn fill(text: &str, args: &Args, out: &mut String) {
    let given = |gap: &str| {
        let text = args.iter().find(|(name, _)| *name == gap).map(|(_, text)| text.as_str());
        debug_assert!(text.is_some(), "nothing is given for {gap}");
        text.unwrap_or_default()
    };
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let inside = upto(after, '}');
        rest = &after[(inside.len() + 1).min(after.len())..];
        let Some((by, cases)) = inside.split_once('?') else {
            out.push_str(given(inside));
            continue;
        };
        // English has one form for 1 and another for every other number.
        let by = given(by);
        let (case, one) = (|wanted: &str| case(cases, wanted), if by == "1" { "one" } else { by });
        fill(case(by).or_else(|| case(one)).or_else(|| case("*")).unwrap_or_default(), args, out);
    }
    out.push_str(rest);
}

/// The text of a case of a choice.
fn case<'t>(cases: &'t str, wanted: &str) -> Option<&'t str> {
    let mut rest = cases;
    while !rest.is_empty() {
        let case = upto(rest, '|');
        rest = &rest[(case.len() + 1).min(rest.len())..];
        if let Some(text) = case.strip_prefix(wanted).and_then(|text| text.strip_prefix('=')) {
            return Some(text);
        }
    }
    None
}

/// What stands before a mark, or all; marks within braces are not meant.
fn upto(text: &str, mark: char) -> &str {
    let mut depth = 0;
    let end = text.find(|c: char| {
        if c == mark && depth == 0 {
            return true;
        }
        depth += i32::from(c == '{') - i32::from(c == '}');
        false
    });
    &text[..end.unwrap_or(text.len())]
}

/// An amount of pounds as people write it: `£5,000,000`, `£12.50`.
///
/// ```
/// assert_eq!(tender_check::words::pounds(1234567.0), "£1,234,567");
/// assert_eq!(tender_check::words::pounds(12.5), "£12.50");
/// ```
pub fn pounds(amount: f64) -> String {
    let pence = (amount.abs() * 100.0).round();
    let pounds = (pence / 100.0).trunc();
    let (sign, whole) = (if amount < 0.0 { "-" } else { "" }, grouped(pounds));
    let pence = (pence - 100.0 * pounds) as u8;
    if pence > 0 { format!("{sign}£{whole}.{pence:02}") } else { format!("{sign}£{whole}") }
}

/// A day as people write it.
///
/// ```
/// assert_eq!(tender_check::words::day(jiff::civil::date(2027, 5, 4)), "4 May 2027");
/// ```
pub fn day(day: jiff::civil::Date) -> String {
    let month = months::name(day.month() as usize).unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// A number with commas between groups of three digits, with at most one decimal.
///
/// ```
/// assert_eq!(tender_check::words::grouped(12345.0), "12,345");
/// assert_eq!(tender_check::words::grouped(1.25), "1.3");
/// ```
pub fn grouped(number: f64) -> String {
    let number = (number * 10.0).round() / 10.0;
    // Whole numbers are written without the standard library's way for doubles, which is 16 kB of wasm.
    let digits = (number.abs() as u64).to_string();
    let mut out = String::new();
    if number < 0.0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let tenth = ((number.abs() - number.abs().trunc()) * 10.0).round() as u8;
    if tenth > 0 {
        let _ = write!(out, ".{tenth}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_found_by_their_keys() {
        let words = Words::of(&[ENGLISH]);
        assert!(words.messages.is_sorted_by_key(|(key, _)| key));
        assert_eq!(words.messages.len(), ENGLISH.lines().count());
        let file = [("name", "terms.pdf".to_owned())];
        assert_eq!(words.say("report", "empty", Some("whole"), &file).as_deref(), Some("“terms.pdf” is empty."));
        assert_eq!(words.say("report", "empty", Some("nothing"), &file), None);
        assert_eq!(words.say("nothing", "name", None, &[]), None);
    }

    #[test]
    fn gaps_are_filled_and_numbers_choose_their_words() {
        let text = "{count?0=No lots|one=One lot|*={count} lots} for {name}";
        let say = |count: &str| {
            let mut out = String::new();
            fill(text, &[("name", "grounds".to_owned()), ("count", count.to_owned())], &mut out);
            out
        };
        assert_eq!(say("0"), "No lots for grounds");
        assert_eq!(say("1"), "One lot for grounds");
        assert_eq!(say("21"), "21 lots for grounds");
    }

    fn ungrouped(text: &str) -> f64 {
        text.replace(',', "").parse().unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    #[test]
    fn pence_that_round_up_make_a_pound() {
        assert_eq!(pounds(1.999), "£2");
        assert_eq!(pounds(0.005), "£0.01");
        assert_eq!(pounds(-0.5), "-£0.50");
    }

    proptest::proptest! {
        #[test]
        fn an_amount_is_itself_to_the_penny(pence in -1_000_000_000_000i64..1_000_000_000_000) {
            let text = pounds(pence as f64 / 100.0);
            let back = ungrouped(&text.replace('£', ""));
            proptest::prop_assert_eq!((back * 100.0).round() as i64, pence);
        }

        #[test]
        fn groups_have_three_digits(number in -1e12..1e12f64) {
            let text = grouped(number);
            proptest::prop_assert!((ungrouped(&text) - number).abs() <= 0.051);
            let whole = text.trim_start_matches('-').split('.').next().unwrap();
            let groups: Vec<usize> = whole.split(',').map(str::len).collect();
            proptest::prop_assert!(groups[0] >= 1 && groups[0] <= 3);
            proptest::prop_assert!(groups[1..].iter().all(|&g| g == 3));
        }

        #[test]
        fn no_number_breaks_them(bits in proptest::num::f64::ANY) {
            proptest::prop_assert!(pounds(bits).contains('£'));
            proptest::prop_assert!(!grouped(bits).is_empty());
        }
    }
}
