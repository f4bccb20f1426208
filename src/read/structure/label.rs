//! Numbers and bullets in front of lines.

use crate::letter::{is_capital, is_letter, is_letter_or_digit, is_small};

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
            '-' | '–' | '—' => rest.starts_with(is_letter),
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
        _ => "•●○◦∙▪▫■□◆◇♦▶►▸➢➤❖✓✔☐☑☒‣⁃·–—".chars().any(|mark| mark == c) || ('\u{e000}'..='\u{f8ff}').contains(&c),
    }
}

/// Whether a text has another in it: the standard library's search is made for long texts, and heavy.
pub(super) fn has(text: &str, part: &str) -> bool {
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
        letters.next().is_some_and(is_capital) && letters.next().is_some_and(is_small)
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
pub(super) fn is_roman(word: &str) -> bool {
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
    let begins =
        text.starts_with(|c: char| is_capital(c) || matches!(c, '"' | '\'' | '“' | '‘' | '[' | '(' | '«' | '<'));
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
    parts.map(|word| word.trim_matches(|c: char| !is_letter_or_digit(c) && c != '%')).filter(|word| !word.is_empty())
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
    let mut words = text.split(|c: char| !is_letter_or_digit(c)).filter(|word| !word.is_empty()).take(6).skip(1);
    words.any(|word| one_of(word, STREETS))
}
