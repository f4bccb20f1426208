//! The words that people see: they live in Fluent files beside what they speak of, so that other languages can follow.

use std::fmt::Write as _;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A piece of a message. The build script makes them of the Fluent files.
enum Piece {
    /// Words that are always the same.
    Text(&'static str),
    /// A gap by its name.
    Gap(&'static str),
    /// Words that depend on what is in a gap: the text itself, or `one` where it is the number 1.
    Choice { by: &'static str, cases: &'static [(&'static str, &'static [Piece])], usual: &'static [Piece] },
}

/// What is put into a message: names with ready-made texts.
pub type Args<'a> = [(&'a str, String)];

/// The messages of one language.
pub struct Words {
    /// In order of their keys: `group/message.attribute`.
    messages: &'static [(&'static str, &'static [Piece])],
}

impl Words {
    /// The English words.
    pub fn english() -> Self {
        Self { messages: ENGLISH }
    }

    /// A message, or an attribute of one, with its gaps filled; none where there is no such message.
    ///
    /// `group` is the folder that holds the file: `insurance`, `report`.
    pub fn say(&self, group: &str, message: &str, attribute: Option<&str>, args: &Args) -> Option<String> {
        let key = match attribute {
            None => format!("{group}/{message}"),
            Some(attribute) => format!("{group}/{message}.{attribute}"),
        };
        let at = self.messages.binary_search_by(|(k, _)| (*k).cmp(&key)).ok()?;
        let mut out = String::new();
        fill(self.messages[at].1, args, &mut out);
        Some(out)
    }
}

fn fill(pieces: &[Piece], args: &Args, out: &mut String) {
    let given = |gap: &str| {
        let text = args.iter().find(|(name, _)| *name == gap).map(|(_, text)| text.as_str());
        debug_assert!(text.is_some(), "nothing is given for {gap}");
        text.unwrap_or_default()
    };
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Gap(gap) => out.push_str(given(gap)),
            Piece::Choice { by, cases, usual } => {
                let text = given(by);
                let case = |key: &str| cases.iter().find(|(k, _)| *k == key).map(|(_, pieces)| *pieces);
                // English has one form for 1 and another for every other number.
                let chosen = case(text).or_else(|| if text == "1" { case("one") } else { None });
                fill(chosen.unwrap_or(usual), args, out);
            }
        }
    }
}

/// An amount of pounds as people write it: `£5,000,000`, `£12.50`.
///
/// ```
/// assert_eq!(tender_check::words::pounds(1234567.0), "£1,234,567");
/// assert_eq!(tender_check::words::pounds(12.5), "£12.50");
/// ```
pub fn pounds(amount: f64) -> String {
    let pence = (amount.abs() * 100.0).round();
    let (sign, whole) = (if amount < 0.0 { "-" } else { "" }, grouped((pence / 100.0).trunc()));
    let pence = (pence % 100.0) as u8;
    if pence > 0 { format!("{sign}£{whole}.{pence:02}") } else { format!("{sign}£{whole}") }
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
        if i > 0 && (digits.len() - i) % 3 == 0 {
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
        assert!(ENGLISH.is_sorted_by_key(|(key, _)| key));
        let words = Words::english();
        let file = [("name", "terms.pdf".to_owned())];
        assert_eq!(words.say("report", "empty", Some("whole"), &file).as_deref(), Some("“terms.pdf” is empty."));
        assert_eq!(words.say("report", "empty", Some("nothing"), &file), None);
        assert_eq!(words.say("nothing", "name", None, &[]), None);
    }

    #[test]
    fn gaps_are_filled_and_numbers_choose_their_words() {
        let pieces = [
            Piece::Choice {
                by: "count",
                cases: &[("0", &[Piece::Text("No lots")]), ("one", &[Piece::Text("One lot")])],
                usual: &[Piece::Gap("count"), Piece::Text(" lots")],
            },
            Piece::Text(" for "),
            Piece::Gap("name"),
        ];
        let say = |count: &str| {
            let mut out = String::new();
            fill(&pieces, &[("name", "grounds".to_owned()), ("count", count.to_owned())], &mut out);
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
