//! What every reader shares: telling headings, list items and fields from plain lines.
//!
//! Formats that mark such things (a Word style, a Markdown `#`) are believed; these are for lines that only look so.

/// The number or bullet in front of a line, and the rest of the line without white space around it.
///
/// A year, a date, an amount, a time or a sentence that begins with a number has none, and neither has
/// "Schedule 3", whose words are part of the heading. A number or bullet alone on its line has an empty rest.
///
/// ```
/// use tender_check::read::structure::label;
///
/// assert_eq!(label("4.2.1 The supplier must invoice monthly."), Some(("4.2.1", "The supplier must invoice monthly.")));
/// assert_eq!(label("(iv) any sub-contractor"), Some(("(iv)", "any sub-contractor")));
/// assert_eq!(label("• Price"), Some(("•", "Price")));
/// assert_eq!(label("30 days after receipt"), None);
/// assert_eq!(label("10 million pounds"), None);
/// assert_eq!(label("Schedule 3 Insurance"), None);
/// ```
pub fn label(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let first = line.chars().next()?;
    if is_bullet(first) {
        let rest = line[first.len_utf8()..].trim_start_matches(INVISIBLE);
        // "--" and "**" are rules and emphasis, "-5" is a number, "other" a word.
        let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let touches = match first {
            '-' | '–' | '—' => rest.starts_with(char::is_alphabetic),
            _ => !first.is_ascii() && first != '·' && !rest.starts_with(is_bullet),
        };
        if !(apart || touches) {
            return None;
        }
        return Some((&line[..first.len_utf8()], rest.trim_start()));
    }
    let end = number(line)?;
    let (label, rest) = line.split_at(end);
    let text = rest.trim_start();
    (text.is_empty() || fits(label, text)).then_some((label, text))
}

/// Characters that take no room and may follow a bullet.
pub const INVISIBLE: [char; 3] = ['\u{200b}', '\u{200c}', '\u{feff}'];

/// Whether a character in front of a line may be a bullet: a sign made for it, a dash, an asterisk,
/// "o", or a letter of a symbol font.
fn is_bullet(c: char) -> bool {
    match c {
        '-' | '*' | 'o' => true,
        _ if c.is_ascii() => false,
        _ => "•●○◦∙▪▫■□◆◇♦▶►▸➢➤❖✓✔☐☑☒‣⁃·–—".contains(c) || ('\u{e000}'..='\u{f8ff}').contains(&c),
    }
}

/// Whether a text has another in it: the standard library's search is made for long texts, and heavy.
fn has(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    (0..text.len()).any(|at| text[at] == part[0] && text[at..].starts_with(part))
}

/// Length of the number or letter in front, with the dot, colon or brackets that belong to it.
fn number(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = 0;
    let mut shape = Shape::default();
    loop {
        let end = at + bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        if end == at || !shape.take(&line[at..end]) {
            break;
        }
        at = end;
        if bytes.get(at) == Some(&b'.') && shape.parts < 6 {
            at += 1;
            shape.closed = true;
        } else {
            break;
        }
    }
    if shape.parts > 0 && matches!(bytes.get(at), Some(b')' | b':')) {
        at += 1;
        shape.closed = true;
    }
    // "(a)", "4.2(b)(ii)"
    while bytes.get(at) == Some(&b'(') {
        let inside = at + 1 + bytes[at + 1..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        if bytes.get(inside) != Some(&b')') || !is_part(&line[at + 1..inside]) {
            break;
        }
        at = inside + 1;
        shape.closed = true;
        shape.brackets += 1;
    }
    let rest = &line[at..];
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    // "1.Introduction", "(a)The supplier"
    let glued = shape.closed && shape.parts <= 1 && {
        let mut letters = rest.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    (at > 0 && shape.is_label() && (apart || glued && (shape.digits > 0 || shape.brackets > 0))).then_some(at)
}

/// What a dotted number is made of.
#[derive(Default)]
struct Shape {
    parts: usize,
    /// Parts that hold a digit.
    digits: usize,
    /// Whether the last part was all zeros, as in "17.00".
    zeros: bool,
    two_digits: usize,
    /// The only part, where it is a letter or a roman number.
    lone: Lone,
    closed: bool,
    brackets: usize,
}

#[derive(Default, PartialEq)]
enum Lone {
    #[default]
    Number,
    /// "4A" or "A4", which also name paper, networks and roads.
    Mixed,
    Question,
    Letters,
}

impl Shape {
    /// Takes one more part between dots; false where it cannot be part of a number.
    fn take(&mut self, part: &str) -> bool {
        let letters = part.bytes().take_while(u8::is_ascii_alphabetic).count();
        let digits = part.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
        let after = part.len() - letters - digits;
        let fits = match (letters, digits, after) {
            (0, 1..=3, 0) | (1, 0, 0) => true,
            (0, 1..=2, 1) => part.ends_with(|c: char| c.is_ascii_alphabetic()),
            // "V3.0" is a version.
            (1, 1..=2, 0) => self.parts == 0 && part.starts_with(|c: char| c.is_ascii_uppercase() && c != 'V'),
            (_, 0, 0) => is_roman(part),
            _ => false,
        };
        if !fits {
            return false;
        }
        self.lone = match (letters, digits, after) {
            (0, _, 0) => Lone::Number,
            (_, 0, _) => Lone::Letters,
            (1, ..) if part.starts_with('Q') => Lone::Question,
            _ => Lone::Mixed,
        };
        self.parts += 1;
        self.digits += usize::from(digits > 0);
        self.zeros = digits > 1 && part.bytes().all(|b| b == b'0');
        self.two_digits += usize::from(part.len() == 2 && digits == 2);
        self.closed = false;
        true
    }

    fn is_label(&self) -> bool {
        match self.parts {
            0 => self.brackets > 0,
            1 => match self.lone {
                Lone::Number | Lone::Question => !self.zeros,
                Lone::Mixed | Lone::Letters => self.closed,
            },
            // "e.g." and "U.K." have no digit, "17.00" is a time or a price, "12.05.24" a date.
            _ => self.digits > 0 && !self.zeros && !(self.parts == 3 && self.two_digits == 3),
        }
    }
}

/// Whether what stands between brackets counts: a letter, a doubled letter, a roman or a short number.
fn is_part(part: &str) -> bool {
    let bytes = part.as_bytes();
    match bytes {
        [a] => a.is_ascii_alphanumeric(),
        [a, b] if a == b && a.is_ascii_alphabetic() => true,
        [first, _] if bytes.iter().all(u8::is_ascii_digit) => *first != b'0',
        [..] => is_roman(part),
    }
}

/// Whether a word is a roman number up to 39 in one case.
fn is_roman(word: &str) -> bool {
    if !word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'I' | b'V' | b'X')) {
        return false;
    }
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let (ten, ones) = if capital {
        ('X', ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"])
    } else {
        ('x', ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"])
    };
    let rest = word.trim_start_matches(ten);
    !word.is_empty() && word.len() - rest.len() <= 3 && ones.contains(&rest)
}

/// Whether a number and the text after it are a label and its text, not a sentence that begins with a number.
fn fits(label: &str, text: &str) -> bool {
    let closed = label.ends_with(['.', ')', ':']);
    let dots = label.bytes().filter(|&b| b == b'.').count();
    let plain = label.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let begins = text.starts_with(|c: char| c.is_uppercase() || "\"'“‘[(«<".contains(c));
    match dots {
        // "thirty (30) days" may be broken before its bracket.
        _ if label.starts_with('(') => !label[1..].starts_with(|c: char| c.is_ascii_digit()) || !is_quantity(text),
        _ if closed && !plain => begins || !is_quantity(text),
        0 if !closed => label.len() <= 2 && begins && !is_quantity(text) && !is_address(text),
        // "1.5 Million", but "4.2 Business Continuity" and "12. May we visit?"
        0 | 1 => !is_group(text) && (begins && !is_scale(text) || !is_quantity(text)),
        _ => true,
    }
}

/// The first words of a text, bare of the signs around them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| c.is_whitespace() || c == '-' || c == '–');
    parts.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')).filter(|word| !word.is_empty())
}

/// Whether a text begins with three digits, which are the rest of a number before it.
fn is_group(text: &str) -> bool {
    words(text).next().is_some_and(|word| word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a word is in a list of words parted by blanks.
pub(crate) fn one_of(word: &str, list: &str) -> bool {
    // The words are short: no search for the next blank is faster than looking at each byte.
    list.as_bytes().split(|&b| b == b' ').any(|known| known.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether a text begins with a word that makes the number before it larger.
fn is_scale(text: &str) -> bool {
    words(text).next().is_some_and(|word| one_of(word, "million billion thousand hundred bn mn"))
}

/// Whether a text begins with words that make the number before it a quantity or a date.
fn is_quantity(text: &str) -> bool {
    const UNITS: &str = "\
        % x am pm noon p m k pounds gbp eur euro euros usd per percent pct hour hours hrs minute minutes day days \
        week weeks month months year years points point marks mark page pages words times metres km miles sqm kg \
        tonnes fte january february march april may june july august september october november december jan feb \
        mar apr jun jul aug sep sept oct nov dec";
    const KINDS: &str = "working business calendar clear consecutive full whole";
    const SPANS: &str = "day days hour hours week weeks month months year years";
    let mut words = words(text);
    let Some(first) = words.next() else { return false };
    is_scale(first) || one_of(first, UNITS) || one_of(first, KINDS) && words.next().is_some_and(|w| one_of(w, SPANS))
}

/// Whether what follows a house number is a street.
fn is_address(text: &str) -> bool {
    const STREETS: &str =
        "street st road rd avenue lane drive crescent terrace close gardens square place row way court house";
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(6).skip(1);
    words.any(|word| one_of(word, STREETS))
}

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
        let small = rest.starts_with(char::is_lowercase) && !line[..line.len() - rest.len()].contains([':', '–', '—']);
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
    for word in text.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())) {
        if word.contains(|c: char| c.is_alphabetic()) {
            words += 1;
            small += usize::from(word.starts_with(char::is_lowercase) && word.len() > 3 && !is_link(word));
        }
        if is_sentence_word(word) {
            return None;
        }
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let begins = text.trim_start_matches(['[', '(', '"', '“', '‘', '«']).starts_with(char::is_uppercase);
    if letters < 3 || words == 0 || words > 14 || !begins || text.contains(['\t', '@', '=', '£', '€', '$', '%']) {
        return None;
    }
    if field(line).is_some() {
        return None;
    }
    let capitals = letters > 3 && !text.contains(char::is_lowercase);
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
    part || text.starts_with(char::is_lowercase) || words > 25 || sentence && words > if numbered { 4 } else { 8 }
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
    if let Some(level) = first.strip_suffix(':').and_then(known).filter(|_| first.starts_with(char::is_uppercase)) {
        return (level == 0 && !rest.contains(|c: char| c.is_ascii_digit())).then_some((1, rest));
    }
    // "Joint Schedule 3", "Call-Off Schedule 2"
    if known(first).is_none() {
        (first, rest) = first_word(rest);
    }
    let level = known(first)? as u8 + 1;
    if !line.starts_with(char::is_uppercase) || !first.starts_with(char::is_uppercase) {
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
    if !line.starts_with(char::is_uppercase) {
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
    let title = || !words.contains(char::is_lowercase) && division(&format!("{words}:")).is_some();
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
    let figure = line.starts_with(|c: char| c.is_ascii_digit() || "£€$".contains(c));
    let reference = || line.contains(|c: char| c.is_ascii_digit()) && !line.contains(char::is_whitespace);
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
        && words.starts_with(|c: char| c.is_uppercase())
        && words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).nth(12).is_none()
        && !words.contains([';', '?', '!', '"', '“'])
        && !has(words, ". ")
}

/// Whether a text is a figure, such as `£5 million`, `10 days` or `1A`: at most four words, which begin with
/// a digit or a currency or have no word of three letters. A year is none: `2026/27` names a column.
pub fn is_figure(text: &str) -> bool {
    let runs = || text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    let year = runs().next().is_some_and(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")));
    let begins = text.starts_with(|c: char| c.is_ascii_digit() || "£€$".contains(c));
    let digit = text.contains(|c: char| c.is_ascii_digit());
    let word = runs().any(|run| run.chars().filter(|c| c.is_alphabetic()).count() >= 3);
    digit && !year && (begins || !word) && text.split_whitespace().nth(4).is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark(line: &str) -> &str {
        label(line).map_or("", |(label, _)| label)
    }

    #[test]
    fn numbers_and_letters_in_front_are_labels() {
        for line in [
            "4 Pricing and payments",
            "4. Pricing",
            "4.2 payment within 30 days",
            "4.2. Payment",
            "4.2.1 The supplier",
            "4B.5.1 Bidders must",
            "2.1a Scope",
            "A1. Company details",
            "A.1 Company details",
            "B2.3 Turnover",
            "Q1 Tell us about your team",
            "Q12: Tell us",
            "II.2.5) Award criteria",
            "4.2(b)(ii) any cover",
            "(a) any cover",
            "(iv) any cover",
            "(aa) any cover",
            "(12) any cover",
            "a) any cover",
            "iv. any cover",
            "A. Submission",
            "1) Price",
            "1: Price",
            "2. Business continuity",
            "4.2 Working hours",
            "5 Business Continuity",
            "3. May we visit?",
            "• Price",
            "\u{f0b7} Price",
            "o Price",
            "- Price",
            "– Price",
            "* Price",
        ] {
            let first = line.split(' ').next().unwrap();
            assert_eq!(label(line), Some((first, line[first.len()..].trim())), "{line}");
        }
        assert_eq!(label("1.Introduction"), Some(("1.", "Introduction")));
        assert_eq!(label("(a)The supplier"), Some(("(a)", "The supplier")));
        assert_eq!(label("●\u{200b} Lot 1 - Advice"), Some(("●", "Lot 1 - Advice")));
        assert_eq!(label("•Price"), Some(("•", "Price")));
        assert_eq!(label("-Price"), Some(("-", "Price")));
        assert_eq!(label("  4.2  "), Some(("4.2", "")));
        assert_eq!(label("(b)"), Some(("(b)", "")));
    }

    #[test]
    fn quantities_dates_and_sentences_have_no_label() {
        for line in [
            "30 days after receipt of an invoice",
            "30 Working Days after receipt",
            "30. days",
            "12 months from the start",
            "12-month review",
            "1 April 2025",
            "01.04.2025",
            "12.05.24 at noon",
            "2019-05-31",
            "2025",
            "2025 was a good year",
            "10 million pounds",
            "1.5 million pounds",
            "1.5 times turnover",
            "1.5 Million",
            "2. million",
            "5 000 000.00 GBP",
            "10,000",
            "£5m",
            "60% price",
            "60/40",
            "17.00 on Friday",
            "9.30 am",
            "(30) days of receipt",
            "(6) years after the end",
            "(3) Months’ notice",
            "1st Floor",
            "3G pitch",
            "A4 paper",
            "12 High Street",
            "A bidder must",
            "I agree",
            "e.g. a plan",
            "i.e. a plan",
            "p.a. in total",
            "U.K. law",
            "No. 4",
            "Schedule 3 Insurance",
            "Annex A",
            "Lot 1: Cleaning",
            "-- Lot 1 --",
            "--- text",
            "**bold** text",
            "-5 degrees",
            "over the term",
            "mix. and match",
            "",
        ] {
            assert_eq!(mark(line), "", "{line}");
        }
    }

    #[test]
    fn headings_are_told_by_words_number_capitals_and_standing() {
        let alone = Context { alone: true, emphatic: false };
        let inside = Context::default();
        for (line, context, level) in [
            ("SCHEDULE 2", inside, 1),
            ("Schedule 3 Insurance", inside, 1),
            ("Call-Off Schedule 2 (Staff Transfer)", inside, 1),
            ("Section 4", inside, 1),
            ("Annex A - Pricing", inside, 1),
            ("Part 2", inside, 2),
            ("ANNEX: INSURANCE", inside, 1),
            ("Appendix A: meanings", inside, 1),
            ("Lot 1:", inside, 2),
            ("Lot 12: Grounds Maintenance (North)", inside, 2),
            ("-- Lot 1 --", inside, 2),
            ("-- Lot 3: School transport - 1823L", inside, 2),
            ("INSURANCE REQUIREMENTS", inside, 3),
            ("1. OBLIGATION TO MAINTAIN INSURANCES", inside, 4),
            ("4 Pricing and payments", alone, 4),
            ("4.2 Payment Terms", inside, 5),
            ("4.2.1 Late payment", alone, 6),
            ("Payment terms", alone, 7),
            ("Staff Transfer and Pensions of the Present Provider", alone, 7),
        ] {
            assert_eq!(heading(line, context), Some(level), "{line}");
        }
    }

    #[test]
    fn sentences_items_and_fields_are_no_headings() {
        let alone = Context { alone: true, emphatic: true };
        for line in [
            "The supplier must hold cover of £5m",
            "4.2 The supplier must pay",
            "Schedule 3 must be read with this",
            "Part 2 of the form is to be filled in.",
            "Lot 1 will be awarded first",
            "(a) Public Liability",
            "• Public Liability",
            "- Schedule 2 Insurance",
            "Public Liability.",
            "Contract value: £50,000",
            "Bidders must provide:",
            "VAT",
            "£5,000,000",
            "12",
            "",
        ] {
            let level = heading(line, if line == "VAT" { Context::default() } else { alone });
            assert_eq!(level, None, "{line}");
        }
    }

    #[test]
    fn fields_are_a_name_and_a_value() {
        for (line, name, value) in [
            ("Title: Cleaning of schools", "Title", "Cleaning of schools"),
            (
                "Estimated total value excluding VAT: 40,000,000.00 GBP",
                "Estimated total value excluding VAT",
                "40,000,000.00 GBP",
            ),
            (
                "Award criterion: Quality / quality / Weighting: 20",
                "Award criterion",
                "Quality / quality / Weighting: 20",
            ),
            (
                "Tenders may be submitted for maximum number of lots: 2",
                "Tenders may be submitted for maximum number of lots",
                "2",
            ),
            ("Deadline:\t12:00 on 3 May", "Deadline", "12:00 on 3 May"),
            ("Is it recurrent?: Yes", "Is it recurrent?", "Yes"),
        ] {
            assert_eq!(field(line), Some((name, value)), "{line}");
        }
        for line in [
            "The price will be: high",
            "Please note: late bids are void",
            "Lot 1: Cleaning",
            "The fee will be: £5",
            "https://example.org/",
            "at 12:30 on Friday",
            "Description:",
            "We asked. They said: no",
            "Is this right? If so, tell us by writing to the address below.",
            "and the value: £5",
        ] {
            assert_eq!(field(line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics_and_parts_are_of_the_line(line in "(\\PC|[0-9a-zA-Z.():•\t -]){0,40}") {
            if let Some((label, rest)) = label(&line) {
                prop_assert!(!label.is_empty() && line.contains(label) && line.trim().ends_with(rest));
            }
            if let Some((name, value)) = field(&line) {
                prop_assert!(line.contains(name) && line.trim().ends_with(value));
            }
            let level = heading(&line, Context { alone: true, emphatic: true });
            prop_assert!(level.is_none_or(|l| (1..=9).contains(&l)));
        }
    }
}
