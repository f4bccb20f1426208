//! The months, as the language reads them and as every shape of a date writes them.

/// Their names, in small letters.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The name of a month, counted from 1, with its capital; none for a number that is no month's.
pub fn name(month: usize) -> Option<String> {
    let (first, rest) = MONTHS.get(month.checked_sub(1)?)?.split_at(1);
    Some(first.to_ascii_uppercase() + rest)
}
