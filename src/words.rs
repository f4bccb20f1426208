//! The words that people see: they live in Fluent files beside what they speak of, so that other languages can follow.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

type Bundle = FluentBundle<FluentResource>;

/// What is put into a message: names with ready-made texts.
pub type Args<'a> = [(&'a str, String)];

/// The messages of one language. A group is parsed when its first message is asked for.
#[derive(Default)]
pub struct Words {
    bundles: RefCell<HashMap<&'static str, Rc<Bundle>>>,
}

impl Words {
    /// The English words.
    pub fn english() -> Self {
        Self::default()
    }

    /// A message, or an attribute of one, with its gaps filled; none where there is no such message.
    ///
    /// `group` is the folder that holds the file: `insurance`, `report`.
    pub fn say(&self, group: &str, message: &str, attribute: Option<&str>, args: &Args) -> Option<String> {
        let bundle = self.bundle(group)?;
        let message = bundle.get_message(message)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut fluent = FluentArgs::new();
        for (name, text) in args {
            fluent.set(*name, value(text));
        }
        let mut errors = vec![];
        let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{group}/{attribute:?}: {errors:?}");
        Some(text)
    }

    fn bundle(&self, group: &str) -> Option<Rc<Bundle>> {
        let (group, file) = ENGLISH.iter().find(|(g, _)| *g == group)?;
        let mut bundles = self.bundles.borrow_mut();
        let bundle = bundles.entry(group).or_insert_with(|| {
            let mut bundle = FluentBundle::new(vec![unic_langid::LanguageIdentifier::default()]);
            bundle.set_use_isolating(false);
            // A test parses every file, so what the parser could not read is never silently gone.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
            Rc::new(bundle)
        });
        Some(Rc::clone(bundle))
    }
}

/// A count is given to Fluent as a number, so that messages can tell one from many; everything else as it is.
fn value(text: &str) -> FluentValue<'_> {
    let count = text.len() < 10 && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if count { FluentValue::try_number(text) } else { text.into() }
}

/// An amount of pounds as people write it: `£5,000,000`, `£12.50`.
///
/// ```
/// assert_eq!(tender_check::words::pounds(1234567.0), "£1,234,567");
/// assert_eq!(tender_check::words::pounds(12.5), "£12.50");
/// ```
pub fn pounds(amount: f64) -> String {
    let pence = (amount.abs() * 100.0).round();
    let (sign, whole, pence) = (if amount < 0.0 { "-" } else { "" }, (pence / 100.0).trunc(), pence % 100.0);
    let whole = grouped(whole);
    if pence > 0.0 { format!("{sign}£{whole}.{pence:02}") } else { format!("{sign}£{whole}") }
}

/// A number with commas between groups of three digits, with at most one decimal.
///
/// ```
/// assert_eq!(tender_check::words::grouped(12345.0), "12,345");
/// assert_eq!(tender_check::words::grouped(1.25), "1.3");
/// ```
pub fn grouped(number: f64) -> String {
    let number = (number * 10.0).round() / 10.0;
    let digits = format!("{:.0}", number.abs().trunc());
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
    let tenth = ((number.abs() - number.abs().trunc()) * 10.0).round();
    if tenth > 0.0 {
        let _ = write!(out, ".{tenth:.0}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_file_parses() {
        for (group, file) in ENGLISH {
            if let Err((_, errors)) = FluentResource::try_new((*file).to_owned()) {
                panic!("{group}/en.ftl: {errors:?}");
            }
        }
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
