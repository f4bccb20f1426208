//! Lines to running text: blanks at line ends, and words that were broken over two lines mended.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::layout::Sheet;

/// The words of a document, by which broken words are told from compounds.
pub struct Vocabulary<'s> {
    sheets: &'s [Sheet],
    /// In small letters, without the signs around them. Made when first asked.
    words: OnceCell<HashSet<String>>,
}

impl<'s> Vocabulary<'s> {
    pub fn new(sheets: &'s [Sheet]) -> Self {
        Self { sheets, words: OnceCell::new() }
    }

    fn has(&self, word: &str) -> bool {
        let words = self.words.get_or_init(|| {
            let mut words = HashSet::new();
            for sheet in self.sheets {
                let mut broken = false;
                for word in sheet.words.iter().map(|word| sheet.word_text(word)) {
                    // Neither half of a broken word is a word.
                    let whole = !std::mem::replace(&mut broken, word.ends_with(['-', '\u{ad}'])) && !broken;
                    let bare = bare(word);
                    if whole && !bare.is_empty() {
                        words.insert(bare.to_lowercase());
                    }
                }
            }
            words
        });
        words.contains(word)
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
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        let whole = format!("{head}{tail}");
        let compound = format!("{head}-{tail}");
        let hyphened = self.has(&compound) || PREFIXES.contains(&head.as_str()) || self.has(&head) && self.has(&tail);
        (self.has(&whole) || !hyphened).then(|| text.len() - 1)
    }
}

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
        for (i, word) in vocabulary.split(' ').enumerate() {
            sheet.glyph(word, (0.0, 20.0 * (i + 1) as f32), 50.0, 0.0, hand);
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
    fn dashes_and_other_line_ends_get_a_blank() {
        assert_eq!(joined("", &["price -", "quality"]), "price - quality");
        assert_eq!(joined("", &["in 2025-", "2026 only"]), "in 2025-2026 only");
        assert_eq!(joined("", &["one", "two"]), "one two");
        assert_eq!(joined("", &["https://example.org/", "tenders"]), "https://example.org/tenders");
    }
}
