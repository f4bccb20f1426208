//! Sentences, as a reader of tenders would cut them.
//!
//! Unicode's rules say where a sentence may end; tenders then need exceptions: abbreviations ("approx. £5m"), clause
//! numbers ("see clause 4.2. The"), list numbers at the start ("1. Insurance"), initials.

use unicode_segmentation::UnicodeSegmentation;

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
    if is_one(text) {
        return vec![text.len()];
    }
    let mut out = vec![];
    let mut start = 0;
    for (at, piece) in text.split_sentence_bound_indices() {
        let end = at + piece.len();
        if end == text.len() || !goes_on(&text[start..end], &text[end..]) {
            out.push(end);
            start = end;
        }
    }
    out
}

/// Whether a text plainly is one sentence, as most are: nothing in it can end one but its last sign.
/// It spares most blocks the look-up of each letter in Unicode's tables.
fn is_one(text: &str) -> bool {
    let bytes = text.as_bytes();
    let known = |c: char| c.is_ascii() || "£€’‘“”–—•\u{a0}".contains(c);
    let inside = |i: usize| match bytes[i] {
        b'\n' | b'\r' | b'!' | b'?' => false,
        // "4.2", "e.g."
        b'.' => bytes[i + 1].is_ascii_digit() || bytes[i + 1].is_ascii_lowercase(),
        _ => true,
    };
    let Some(last) = bytes.len().checked_sub(1) else { return false };
    (0..last).all(inside) && text.chars().all(known)
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
    let initial =
        word.chars().count() == 1 && word.chars().all(char::is_uppercase) && next.is_some_and(char::is_uppercase);
    if number_only || initial {
        return true;
    }
    if !ABBREVIATIONS.contains(&lower.as_str()) {
        return false;
    }
    !(ENDING.contains(&lower.as_str()) && next.is_some_and(char::is_uppercase))
}

/// Whether a line begins like an item of a list.
fn starts_item(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(['•', '-', '–', '●', '*', '▪', '○', '·']) && line.chars().skip(1).any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
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
        fn what_plainly_is_one_sentence_is_one_by_unicodes_rules(text in "[A-Za-z0-9 .,£’“•-]{1,60}") {
            let cut = text.split_sentence_bounds().count();
            proptest::prop_assert!(!is_one(&text) || cut == 1, "{text:?}");
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
