//! Sentences, as a reader of tenders would cut them.
//!
//! Unicode's rules say where a sentence may end; tenders then need exceptions: abbreviations ("approx. £5m"), clause
//! numbers ("see clause 4.2. The"), list numbers at the start ("1. Insurance"), initials.

use crate::letter::{is_capital, is_letter, is_small};

/// Abbreviations after which a sentence goes on, in small letters and without their last point.
const ABBREVIATIONS: &[&str] = &[
    "no", "nos", "e.g", "i.e", "eg", "ie", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "art", "arts", "reg", "regs",
    "para", "paras", "sec", "s", "ss", "cl", "cls", "ch", "fig", "figs", "vol", "ref", "refs", "approx", "max", "min",
    "est", "tel", "ext", "cf", "incl", "excl", "inc", "sched", "app", "p", "pp", "q", "viz", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "qty", "hon", "rev", "p.a", "pa", "p.c", "u.k",
    "e.u", "op", "ed", "ca", "c",
];

/// Abbreviations that also end sentences: after them a capital letter begins a new one.
const ENDING: &[&str] = &["p.a", "pa", "inc", "no"];

/// Cuts a text into sentences; gives the byte where each ends. Their ranges together are the whole text.
///
/// ```
/// use tender_check::language::sentence::ends;
/// let text = "Cover of approx. £5m is needed. See clause 4.2. Bidders may differ.";
/// let mut start = 0;
/// let cut: Vec<&str> = ends(text).into_iter().map(|end| { let s = &text[start..end]; start = end; s.trim() }).collect();
/// assert_eq!(cut, ["Cover of approx. £5m is needed.", "See clause 4.2.", "Bidders may differ."]);
/// ```
pub fn ends(text: &str) -> Vec<usize> {
    let mut out = vec![];
    each_end(text, |end| out.push(end));
    out
}

/// Does something at each of the [`ends`] of sentences.
pub(super) fn each_end(text: &str, mut end_at: impl FnMut(usize)) {
    let mut start = 0;
    unicode_ends(text, |end| {
        if end == text.len() || !goes_on(&text[start..end], &text[end..]) {
            end_at(end);
            start = end;
        }
    });
}

/// What a sign is to Unicode's rules for sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Upper,
    Lower,
    /// A letter that is neither: 中.
    Letter,
    Digit,
    Blank,
    Line,
    Point,
    Mark,
    Close,
    Continue,
    Other,
}

/// The class of a sign. Signs of other scripts that end sentences, and accents that stand by themselves, are told as
/// others; Unicode's whole tables are 8 kB of the core module.
fn class(c: char) -> Class {
    match c {
        'a'..='z' => Class::Lower,
        'A'..='Z' => Class::Upper,
        '0'..='9' => Class::Digit,
        ' ' | '\t' | '\r' | '\u{a0}' => Class::Blank,
        '\n' => Class::Line,
        '.' => Class::Point,
        '!' | '?' => Class::Mark,
        '(' | ')' | '[' | ']' | '{' | '}' | '"' | '\'' | '‘' | '’' | '“' | '”' | '«' | '»' => Class::Close,
        ',' | '-' | ':' | ';' | '–' | '—' => Class::Continue,
        '£' | '€' | '•' | '#'..='/' | '<'..='@' | '\\' | '^'..='`' | '|' | '~' => Class::Other,
        _ if is_small(c) => Class::Lower,
        _ if is_capital(c) => Class::Upper,
        _ if is_letter(c) => Class::Letter,
        _ if c.is_whitespace() => Class::Blank,
        _ => Class::Other,
    }
}

/// The ends by Unicode's rules (UAX 29, SB1 to SB998); a test holds them against `unicode-segmentation`.
fn unicode_ends(text: &str, mut end: impl FnMut(usize)) {
    use Class::{Blank, Close, Continue, Digit, Letter, Line, Lower, Mark, Point, Upper};
    let at = |i: usize| text[i..].chars().next().map(|c| (class(c), i + c.len_utf8()));
    // Past all signs of a class.
    let past = |mut i: usize, wanted: Class| {
        while let Some((_, next)) = at(i).filter(|sign| sign.0 == wanted) {
            i = next;
        }
        i
    };
    let mut last = 0;
    let mut from = 0;
    let may_end = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | b'\n');
    while let Some(found) = text.as_bytes()[from..].iter().position(|&byte| may_end(byte)) {
        let sign = from + found;
        from = sign + 1;
        let point = match text.as_bytes()[sign] {
            b'\n' => {
                end(from);
                last = from;
                continue;
            }
            sign => sign == b'.',
        };
        let next = at(from).map(|sign| sign.0);
        let letter = text[last..sign].chars().next_back().is_some_and(|c| matches!(class(c), Upper | Lower));
        // "4.2", "U.K"
        if point && (next == Some(Digit) || letter && next == Some(Upper)) {
            continue;
        }
        let mut upto = past(past(from, Close), Blank);
        match at(upto) {
            Some((Line, next)) => upto = next,
            Some((Continue | Point | Mark, _)) => {
                from = upto;
                continue;
            }
            // "approx. (for example) five"
            Some(_) if point => {
                let word = text[upto..]
                    .chars()
                    .map(class)
                    .find(|class| matches!(class, Upper | Lower | Letter | Line | Point | Mark));
                if word == Some(Lower) {
                    from = upto;
                    continue;
                }
            }
            _ => {}
        }
        end(upto);
        (last, from) = (upto, upto);
    }
    if last < text.len() {
        end(text.len());
    }
}

/// Whether the sentence so far goes on in what follows, although a rule of Unicode would end it here.
fn goes_on(sentence: &str, rest: &str) -> bool {
    // Line breaks do not end a sentence: lines are wrapped anywhere, and readers part paragraphs before.
    if sentence.ends_with('\n') && !matches!(sentence.trim_end().chars().last(), Some('.' | '!' | '?' | ':' | ';')) {
        return !starts_item(rest);
    }
    let body = sentence.trim_end();
    let Some(stem) = body.strip_suffix('.') else { return false };
    let word =
        stem.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '/' | '"' | '“' | '‘')).next().unwrap_or("");
    let lower = word.to_ascii_lowercase();
    let next = rest.trim_start().chars().next();
    // "1. Insurance" at the start of a block, and initials.
    let number_only = !stem.contains(char::is_whitespace)
        && stem.len() <= 6
        && stem.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
    let initial = word.chars().count() == 1 && word.chars().all(is_capital) && next.is_some_and(is_capital);
    if number_only || initial {
        return true;
    }
    if !ABBREVIATIONS.contains(&lower.as_str()) {
        return false;
    }
    !(ENDING.contains(&lower.as_str()) && next.is_some_and(is_capital))
}

/// Whether a line begins like an item of a list.
fn starts_item(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(['•', '-', '–', '●', '*', '▪', '○', '·']) && line.chars().skip(1).any(is_letter)
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut start = 0;
        ends(text)
            .into_iter()
            .map(|end| {
                let sentence = text[start..end].trim();
                start = end;
                sentence
            })
            .collect()
    }

    #[test]
    fn abbreviations_and_numbers_do_not_end_a_sentence() {
        for whole in [
            "Bidders (incl. charities) need cover of min. £2m in total.",
            "See ESPD question 4B.5.1 and reg. 58 of the Regulations.",
            "1. Insurance is dealt with in Sched. 3 below.",
            "The fee is £40k p.a. for the whole term.",
            "Contact Mr. J. Smith for details.",
        ] {
            assert_eq!(cut(whole), [whole]);
        }
    }

    #[test]
    fn sentences_end() {
        assert_eq!(cut("The sum is £5m. It is fixed."), ["The sum is £5m.", "It is fixed."]);
        assert_eq!(cut("Is it? Yes! Read clause 4.2. Then bid."), ["Is it?", "Yes!", "Read clause 4.2.", "Then bid."]);
        assert_eq!(cut("cover of not\nless than £5m"), ["cover of not\nless than £5m"]);
    }

    proptest::proptest! {
        #[test]
        fn text_is_cut_as_unicodes_tables_cut_it(text in "([ -~£€•‘’“”–—\\t\u{a0}\n]|[ab AB1.!?,’)\n]|[éÉŵ½²®™✓●…‑«»中]|\\. |\\.\\) ){0,60}") {
            let mut plain = vec![];
            unicode_ends(&text, |end| plain.push(end));
            let tables: Vec<_> = text.split_sentence_bound_indices().map(|(at, piece)| at + piece.len()).collect();
            proptest::prop_assert_eq!(plain, tables, "{:?}", text);
        }

        #[test]
        fn the_sentences_together_are_the_text(text in "[A-Za-z0-9 .\\n£(é’•-]{0,120}") {
            let ends = ends(&text);
            proptest::prop_assert!(ends.is_sorted());
            proptest::prop_assert!(ends.iter().all(|&e| text.is_char_boundary(e)));
            proptest::prop_assert_eq!(ends.last().copied().unwrap_or(0), text.len());
        }
    }
}
