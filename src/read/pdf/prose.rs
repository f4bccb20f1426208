//! Lines to running text: blanks at line ends, and words that were broken over two lines mended.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::layout::Sheet;

/// The words of a document, by which broken words are told from compounds.
pub struct Vocabulary<'s> {
    sheets: &'s [Sheet],
    /// Made when first asked.
    known: OnceCell<Known>,
}

#[derive(Default)]
struct Known {
    /// In small letters, without the signs around them.
    words: HashSet<String>,
    /// Whether words are broken at line ends as a rule, not only compounds.
    breaks: bool,
}

impl<'s> Vocabulary<'s> {
    pub fn new(sheets: &'s [Sheet]) -> Self {
        Self { sheets, known: OnceCell::new() }
    }

    fn known(&self) -> &Known {
        self.known.get_or_init(|| {
            let mut known = Known::default();
            let (mut lines, mut broken_lines) = (0, 0);
            for sheet in self.sheets {
                let mut last: Option<(f32, &str)> = None;
                for word in &sheet.words {
                    let text = sheet.word_text(word);
                    let next_line = last.is_none_or(|(y, _)| (y - word.y).abs() > 0.5 * word.size);
                    let goes_on = last.is_some_and(|(_, last)| last.ends_with(['-', '\u{ad}']));
                    lines += usize::from(next_line);
                    broken_lines += usize::from(next_line && goes_on && text.starts_with(char::is_lowercase));
                    // Neither half of a broken word is a word.
                    let bare = bare(text);
                    let half = text.ends_with(['-', '\u{ad}']) || next_line && goes_on;
                    if !half && !bare.is_empty() {
                        known.words.insert(bare.to_ascii_lowercase());
                    }
                    last = Some((word.y, text));
                }
            }
            known.breaks = broken_lines * RARE > lines;
            known
        })
    }

    fn has(&self, word: &str) -> bool {
        self.known().words.contains(word)
    }

    /// Appends a line to a text, parted by a blank, or mended where a word was broken.
    pub fn append(&self, text: &mut String, line: &str) {
        if text.is_empty() {
            text.push_str(line);
            return;
        }
        let hyphen = text.ends_with('-') && !text.ends_with(" -");
        if text.ends_with('\u{ad}') {
            text.pop();
        } else if hyphen && line.starts_with(char::is_alphabetic) {
            if let Some(cut) = self.broken_word(text, line) {
                text.truncate(cut);
            }
        } else {
            let range = hyphen && text.trim_end_matches('-').ends_with(|c: char| c.is_ascii_digit());
            let address = text.ends_with('/') && !text.ends_with(" /");
            let glued = range && line.starts_with(|c: char| c.is_ascii_digit())
                || address && line.starts_with(char::is_alphanumeric);
            if !glued {
                text.push(' ');
            }
        }
        text.push_str(line);
    }

    /// Where to cut a text that ends in a hyphen to mend its last word; none where the hyphen stays.
    fn broken_word(&self, text: &str, line: &str) -> Option<usize> {
        let head = text.rsplit(char::is_whitespace).next().unwrap_or("").strip_suffix('-')?;
        let tail: &str = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
        // "not-for-" goes on as a compound, "COVID-" and "5-" too, and so does what begins with a capital.
        let letters = head.chars().all(char::is_alphabetic) && head.chars().any(char::is_lowercase);
        if head.is_empty() || !letters || !tail.starts_with(char::is_lowercase) {
            return None;
        }
        let (head, tail) = (head.to_ascii_lowercase(), tail.to_ascii_lowercase());
        let whole = format!("{head}{tail}");
        let compound = format!("{head}-{tail}");
        let joined = self.has(&head) && self.has(&tail);
        let kept = self.has(&compound) || PREFIXES.contains(&head.as_str()) || joined || !self.known().breaks;
        let mended = self.has(&whole) || !kept;
        mended.then(|| text.len() - 1)
    }
}

/// One line in this many ends in a hyphen where programs do not break words: at compounds.
const RARE: usize = 50;

/// What keeps its hyphen in front of any word.
const PREFIXES: [&str; 12] =
    ["non", "self", "well", "pre", "post", "ex", "co", "cross", "multi", "semi", "vice", "anti"];

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::layout::Hand;
    use super::*;

    fn joined(vocabulary: &str, lines: &[&str]) -> String {
        let mut sheet = Sheet::new(600.0, 800.0);
        let hand = Hand { along: (1.0, 0.0), size: 10.0, font: 0, bold: false, mark: 0 };
        let mut y = 0.0;
        for line in [vocabulary].iter().chain(lines) {
            y += 20.0;
            for (i, word) in line.split(' ').filter(|word| !word.is_empty()).enumerate() {
                sheet.glyph(word, (100.0 * i as f32, y), 50.0, 0.0, hand);
            }
        }
        let sheets = [sheet];
        let vocabulary = Vocabulary::new(&sheets);
        let mut text = String::new();
        for line in lines {
            vocabulary.append(&mut text, line);
        }
        text
    }

    #[test]
    fn broken_words_are_mended() {
        assert_eq!(joined("", &["an organi-", "sation of"]), "an organisation of");
        assert_eq!(joined("", &["in\u{ad}", "surance"]), "insurance");
        assert_eq!(joined("in the", &["an in-", "surance"]), "an insurance");
    }

    #[test]
    fn compounds_keep_their_hyphens() {
        assert_eq!(joined("third party", &["a third-", "party claim"]), "a third-party claim");
        assert_eq!(joined("sub-contractor", &["a sub-", "contractor"]), "a sub-contractor");
        assert_eq!(joined("", &["a not-for-", "profit body"]), "a not-for-profit body");
        assert_eq!(joined("", &["non-", "compliant"]), "non-compliant");
        assert_eq!(joined("", &["COVID-", "safe"]), "COVID-safe");
        assert_eq!(joined("", &["Anglo-", "Saxon"]), "Anglo-Saxon");
        assert_eq!(joined("third party thirdparty", &["a third-", "party"]), "a thirdparty");
    }

    #[test]
    fn a_hyphen_stays_where_hardly_any_line_ends_in_one() {
        let mut lines = vec!["one of many lines"; 100];
        lines.extend(["grant-", "funded work"]);
        assert!(joined("", &lines).ends_with("lines grant-funded work"));
    }

    #[test]
    fn dashes_and_other_line_ends_get_a_blank() {
        assert_eq!(joined("", &["price -", "quality"]), "price - quality");
        assert_eq!(joined("", &["in 2025-", "2026 only"]), "in 2025-2026 only");
        assert_eq!(joined("", &["one", "two"]), "one two");
        assert_eq!(joined("", &["https://example.org/", "tenders"]), "https://example.org/tenders");
    }
}
