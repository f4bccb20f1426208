//! What every reader shares: telling headings, list items and fields from plain lines.
//!
//! Formats that mark such things (a Word style, a Markdown `#`) are believed; these are for lines that only look so.

mod label;

pub(crate) use label::one_of;
pub use label::{INVISIBLE, label};

use label::{has, is_roman};

use crate::letter::{is_capital, is_letter, is_letter_or_digit, is_small};

/// How a line stands on its page, as far as the format tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// With room above and below, or on a line that the writer ended before the margin.
    pub alone: bool,
    /// Bold, underlined or in a larger letter than the text around.
    pub emphatic: bool,
}

/// The level of a line that is a heading, 1 to 9; none for any other line.
///
/// A false heading does more harm than a missed one: it hides a statement and misplaces those below it. So a
/// heading is short, does not end like a sentence, and is one by its words ("Schedule 2", "Lot 1: Cleaning"), by
/// its capitals, by its number, or by its title case where it also stands alone or is emphatic.
///
/// ```
/// use tender_check::read::structure::{Context, heading};
///
/// let context = Context { alone: true, emphatic: false };
/// assert_eq!(heading("SCHEDULE 2 - INSURANCE", context), Some(1));
/// assert_eq!(heading("4.2 Payment Terms", context), Some(5));
/// assert_eq!(heading("4.2 The supplier must pay within 30 days.", context), None);
/// assert_eq!(heading("Contract value: £50,000", context), None);
/// ```
pub fn heading(line: &str, context: Context) -> Option<u8> {
    let line = undashed(line.trim());
    if line.len() > 160 || line.ends_with(['.', ';', ',']) || line.split_whitespace().nth(16).is_some() {
        return None;
    }
    // "[Schedule 4 (Security)]" is one that the buyer may strike out.
    let inside = line.strip_prefix('[').map_or(line, |inside| inside.trim_start_matches([' ', '-']));
    if let Some((level, rest)) = division(inside) {
        let ends = has(rest, ". ");
        // "Appendix A: meanings", but "Part 2 of the form".
        let small = rest.starts_with(is_small) && !line[..line.len() - rest.len()].contains([':', '–', '—']);
        let prose = small || rest.split_whitespace().any(is_sentence_word);
        return (!ends && !prose).then_some(level);
    }
    let (label, text) = label(line).unwrap_or(("", line));
    let counted = label.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
    if !label.is_empty() && !counted || text.ends_with(['.', ';', ',', ':', '?', '!']) {
        return None;
    }
    let mut words = 0;
    let mut small = 0;
    for word in text.split_whitespace().map(|w| w.trim_matches(|c: char| !is_letter_or_digit(c))) {
        if word.contains(is_letter) {
            words += 1;
            small += usize::from(word.starts_with(is_small) && word.len() > 3 && !is_link(word));
        }
        if is_sentence_word(word) {
            return None;
        }
    }
    let letters = text.chars().filter(|c| is_letter(*c)).count();
    let begins = text.trim_start_matches(['[', '(', '"', '“', '‘', '«']).starts_with(is_capital);
    if letters < 3 || words == 0 || words > 14 || !begins || text.contains(['\t', '@', '=', '£', '€', '$', '%']) {
        return None;
    }
    if field(line).is_some() {
        return None;
    }
    let capitals = letters > 3 && !text.contains(is_small);
    let titled = small == 0;
    let depth = label.split(['.', ')', ':']).filter(|part| !part.is_empty()).count();
    let standing = context.alone || context.emphatic;
    match (depth, capitals) {
        (0, true) => (words <= 12 && (standing || words > 1)).then_some(3),
        // "Payment terms" alone on its line is more often a heading than not; longer lines only in title case.
        (0, false) => {
            let plain = !text.contains([':', '[', ']', '«']) && (words > 1 || letters > 3);
            (plain && (context.emphatic || context.alone && (titled || words <= 4))).then_some(7)
        }
        (depth, true) => Some(3 + depth.min(5) as u8),
        (depth, false) => (words <= 10 && (standing || titled)).then_some(3 + depth.min(5) as u8),
    }
}

/// Whether a paragraph that is set as a heading is a clause all the same: legal templates number whole clauses by
/// giving them the styles of headings. It is one that begins or ends in the middle of a sentence, has more than
/// 25 words, or reads like a sentence and has more than 8 words, or 4 with a number in front.
pub fn runs_on(text: &str, numbered: bool) -> bool {
    let words = text.split_whitespace().count();
    let sentence = text.ends_with(['.', ':']) || has(text, ". ");
    let part = text.ends_with([';', ',']) || text.ends_with(" and") || text.ends_with(" or");
    part || text.starts_with(is_small) || words > 25 || sentence && words > if numbered { 4 } else { 8 }
}

/// A line without the dashes or equals signs that frame it: `-- Lot 1 --`, `=== Terms ===`.
fn undashed(line: &str) -> &str {
    let bare = line.trim_start_matches(['-', '=', '*', '–']);
    if line.len() - bare.len() < 2 { line } else { bare.trim_end_matches(['-', '=', '*', '–']).trim() }
}

/// A line that begins with a word for a division of a document and its number: its level, and what follows.
fn division(line: &str) -> Option<(u8, &str)> {
    /// The words by how high such a division stands.
    const DIVISIONS: [&str; 3] =
        ["schedule annex annexe appendix attachment volume document section chapter", "part lot", "stage"];
    let known = |word: &str| {
        let division = (3..=10).contains(&word.len()) && word.starts_with(['A', 'C', 'D', 'L', 'P', 'S', 'V']);
        DIVISIONS.iter().position(|names| division && one_of(word, names))
    };
    let (mut first, mut rest) = first_word(line);
    // "ANNEX: INSURANCE"
    if let Some(level) = first.strip_suffix(':').and_then(known).filter(|_| first.starts_with(is_capital)) {
        return (level == 0 && !rest.contains(|c: char| c.is_ascii_digit())).then_some((1, rest));
    }
    // "Joint Schedule 3", "Call-Off Schedule 2"
    if known(first).is_none() {
        (first, rest) = first_word(rest);
    }
    let level = known(first)? as u8 + 1;
    if !line.starts_with(is_capital) || !first.starts_with(is_capital) {
        return None;
    }
    let (token, after) = first_word(rest);
    let number = token.trim_end_matches([':', '.', ')', '-', '–']).trim_start_matches('[');
    let counted = number.len() <= 4
        && (number.len() == 1 || is_roman(number) || number.bytes().any(|b| b.is_ascii_digit()))
        && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.')
        && !number.starts_with(|c: char| c.is_ascii_lowercase());
    let year = number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit());
    (counted && !year).then(|| (level, after.trim_start_matches([' ', '\t', '-', '–', '—', ':'])))
}

/// A text's first word and the rest.
pub(crate) fn first_word(text: &str) -> (&str, &str) {
    text.split_once(char::is_whitespace).map_or((text, ""), |(word, rest)| (word, rest.trim_start()))
}

/// Words that a title leaves small.
fn is_link(word: &str) -> bool {
    "with from into upon over under between within without their this that".split(' ').any(|link| link == word)
}

/// Words by which a line is a sentence or the middle of one, not a name or a heading.
fn is_sentence_word(word: &str) -> bool {
    match word.len() {
        2 => ["is", "be", "we", "it"].contains(&word),
        3 => ["are", "was", "has", "had", "may", "can", "you"].contains(&word),
        4 => ["must", "will", "were", "been", "have", "they"].contains(&word),
        5 => ["shall", "where", "which", "below"].contains(&word),
        6 => ["should", "cannot", "please"].contains(&word),
        7 => word == "won’t",
        9 => word == "following",
        _ => false,
    }
}

/// A line that is a named field, such as those of a notice: its name and its value.
///
/// ```
/// use tender_check::read::structure::field;
///
/// assert_eq!(field("Closing date: 2025-03-25"), Some(("Closing date", "2025-03-25")));
/// assert_eq!(field("Contract is suitable for SMEs? Yes"), Some(("Contract is suitable for SMEs?", "Yes")));
/// assert_eq!(field("The supplier must provide: a plan"), None);
/// assert_eq!(field("Note: bids close at noon"), None);
/// ```
pub fn field(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    if !line.starts_with(is_capital) {
        return None;
    }
    let bytes = line.as_bytes();
    let bytes = &bytes[..bytes.len().min(LONGEST_NAME + 2)];
    let ends = |at: usize| line[at + 1..].starts_with(char::is_whitespace);
    let next = |from: usize| bytes[from..].iter().position(|b| matches!(b, b':' | b'?')).map(|at| from + at);
    let mut at = next(0)?;
    while bytes[at] == b':' && !ends(at) {
        at = next(at + 1)?;
    }
    let sign = bytes[at];
    if sign == b'?' {
        let value = line[at + 1..].trim_start_matches([' ', '\t', ':']);
        let answer = value.split_whitespace().nth(4).is_none() && !value.is_empty() && !value.ends_with('?');
        return (answer && is_short_name(&line[..at])).then(|| (&line[..=at], value));
    }
    let (name, value) = (line[..at].trim_end(), line[at + 1..].trim());
    if value.is_empty() {
        return None;
    }
    names(name, value).then_some((name, value))
}

/// Whether words are the name of a field with a value: before a bare figure, or yes or no, they may be most of a
/// sentence ("Maximum number of lots a supplier can be awarded").
pub(crate) fn names(name: &str, value: &str) -> bool {
    let figure = || {
        let short = value.split_whitespace().nth(3).is_none();
        short && value.contains(|c: char| c.is_ascii_digit()) || matches!(value, "Yes" | "No" | "yes" | "no")
    };
    let ends = |name: &str| !name.split_whitespace().next_back().is_some_and(is_sentence_word);
    is_name(name) || is_short_name(name) && ends(name) && division(name).is_none() && !is_remark(name) && figure()
}

/// Whether words are the name of a field, such as "Estimated value", not the start of a sentence.
pub fn is_name(words: &str) -> bool {
    // "ANNEX: INSURANCE" is a heading, "Document: terms.pdf" is not.
    let title = || !words.contains(is_small) && division(&format!("{words}:")).is_some();
    let sentence = || words.split_whitespace().any(is_sentence_word);
    is_short_name(words) && division(words).is_none() && !(title() || sentence() || is_remark(words))
}

/// Whether a line is nothing but a figure, a date, a reference, or yes or no, such as stands below a field's name.
///
/// ```
/// use tender_check::read::structure::is_value;
///
/// assert!(is_value("£7,440,000 excluding VAT") && is_value("1 May 2026, noon") && is_value("Yes"));
/// assert!(!is_value("1. Prices") && !is_value("30 days are allowed") && !is_value("Services"));
/// ```
pub fn is_value(line: &str) -> bool {
    let line = line.trim();
    let mut words = line.split_whitespace();
    let figure = line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '£' | '€' | '$'));
    let reference = || !line.contains(char::is_whitespace) && line.contains(|c: char| c.is_ascii_digit());
    let item = || label(line).is_some_and(|(_, rest)| !rest.is_empty());
    (figure || matches!(line, "Yes" | "No") || reference())
        && words.clone().nth(12).is_none()
        && !line.ends_with(['.', ';', ':', ','])
        && !words.any(is_sentence_word)
        && !item()
}

fn is_remark(words: &str) -> bool {
    const REMARKS: &str = "note notes nb n.b. guidance example examples important warning";
    has(words, " note") || one_of(first_word(words).0, REMARKS)
}

/// The most bytes of a field's name.
const LONGEST_NAME: usize = 120;

fn is_short_name(words: &str) -> bool {
    words.len() <= LONGEST_NAME
        && words.starts_with(is_capital)
        && words.split_whitespace().filter(|word| word.contains(is_letter_or_digit)).nth(12).is_none()
        && !words.contains([';', '?', '!', '"', '“'])
        && !has(words, ". ")
}

/// Whether a text is a figure, such as `£5 million`, `10 days` or `1A`: at most four words, which begin with
/// a digit or a currency or have no word of three letters. A year is none: `2026/27` names a column.
pub fn is_figure(text: &str) -> bool {
    let runs = || text.split(|c: char| !is_letter_or_digit(c)).filter(|run| !run.is_empty());
    let year = runs().next().is_some_and(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")));
    let begins = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '£' | '€' | '$'));
    let digit = text.contains(|c: char| c.is_ascii_digit());
    let word = runs().any(|run| run.chars().filter(|c| is_letter(*c)).count() >= 3);
    digit && !year && (begins || !word) && text.split_whitespace().nth(4).is_none()
}

#[cfg(test)]
mod tests;
