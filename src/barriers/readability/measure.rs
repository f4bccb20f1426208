//! Counting sentences, words and syllables in one walk over the tokens that are there already.

use std::ops::Range;

use crate::document::Kind;
use crate::language::number::Tokens;
use crate::language::reading::Reading;
use crate::language::token::{Gap, TokenKind};
use crate::letter::is_small;

/// Text of fewer words than this cannot be measured: Flesch's samples have a hundred.
const LEAST_WORDS: usize = 100;
/// Shorter lines are labels and entries, not sentences.
const LEAST_IN_SENTENCE: usize = 4;

/// A sentence with its place.
pub struct Sentence {
    /// Index of its block.
    pub block: usize,
    /// Its tokens, as indexes into the block's.
    pub tokens: Range<usize>,
    words: usize,
}

/// The running text of a document: paragraphs and items of lists, no headings, tables and fields.
#[derive(Default)]
pub struct Measured {
    sentences: Vec<Sentence>,
    words: usize,
    syllables: usize,
    /// The blocks that it is in.
    pub blocks: Vec<usize>,
}

/// Measures the running text of a document.
pub fn measure(reading: &Reading) -> Measured {
    let mut text = Measured::default();
    for (number, block) in reading.document.blocks.iter().enumerate() {
        if matches!(block.kind, Kind::Paragraph | Kind::ListItem { .. }) {
            text.add(number, reading.whole(number).tokens());
        }
    }
    text
}

impl Measured {
    fn add(&mut self, block: usize, tokens: Tokens) {
        let before = self.sentences.len();
        let mut start = 0;
        let (mut words, mut syllables) = (0, 0);
        let bytes = tokens.text.as_bytes();
        for (at, token) in tokens.all.iter().enumerate() {
            let ends = match token.kind {
                TokenKind::Word => {
                    words += 1;
                    syllables += self::syllables(&bytes[token.start as usize..token.end as usize]);
                    false
                }
                TokenKind::Stop | TokenKind::Exclamation => ends(tokens, at),
                _ => false,
            };
            if ends || at + 1 == tokens.all.len() {
                if words >= LEAST_IN_SENTENCE {
                    self.sentences.push(Sentence { block, tokens: start..at + 1, words });
                    self.words += words;
                    self.syllables += syllables;
                }
                (words, syllables) = (0, 0);
                start = at + 1;
            }
        }
        if self.sentences.len() > before {
            self.blocks.push(block);
        }
    }

    /// Words in a sentence, on average.
    pub fn words_per_sentence(&self) -> f64 {
        self.words as f64 / self.sentences.len().max(1) as f64
    }

    /// Flesch's reading ease; none where there is too little text.
    pub fn ease(&self) -> Option<f64> {
        let syllables = self.syllables as f64 / self.words.max(1) as f64;
        (self.words >= LEAST_WORDS).then(|| 206.835 - 1.015 * self.words_per_sentence() - 84.6 * syllables)
    }

    /// The longest sentences, the longest first.
    pub fn longest(&self, most: usize) -> Vec<&Sentence> {
        let mut worst: Vec<&Sentence> = vec![];
        for sentence in &self.sentences {
            let at = worst.partition_point(|known| known.words >= sentence.words);
            if at < most {
                worst.truncate(most - 1);
                worst.insert(at, sentence);
            }
        }
        worst
    }
}

/// Whether a sentence ends at a point, question or exclamation mark: with a blank and no small letter behind.
fn ends(tokens: Tokens, at: usize) -> bool {
    let Some(next) = tokens.all.get(at + 1) else { return true };
    next.gap >= Gap::Space && !tokens.word(at + 1).starts_with(is_small)
}

/// The syllables of an English word, by its groups of vowels; a silent e at the end is none.
fn syllables(bytes: &[u8]) -> usize {
    // One bit for each small letter.
    const VOWELS: u32 =
        1 << (b'a' & 31) | 1 << (b'e' & 31) | 1 << (b'i' & 31) | 1 << (b'o' & 31) | 1 << (b'u' & 31) | 1 << (b'y' & 31);
    let vowel = |b: u8| (b | 0x20).is_ascii_lowercase() && VOWELS >> (b & 31) & 1 == 1;
    // A loop: where the core is compiled for size, adapters of iterators are calls.
    let (mut starts, mut before) = (0, false);
    for &byte in bytes {
        let is = vowel(byte);
        starts += usize::from(is && !before);
        before = is;
    }
    let lower = |back: usize| bytes.len().checked_sub(back).map_or(0, |i| bytes[i].to_ascii_lowercase());
    let silent = match (lower(3), lower(2), lower(1)) {
        // "table", but "whole"
        (before, b'l', b'e') => vowel(before),
        (_, before, b'e') => !vowel(before),
        // "signed", but "wanted"
        (before, b'e', b'd') => !vowel(before) && !matches!(before, b't' | b'd'),
        // "files", but "places"
        (before, b'e', b's') => !vowel(before) && !matches!(before, b's' | b'c' | b'z' | b'x' | b'g' | b'h'),
        _ => false,
    };
    (starts - usize::from(silent && starts > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::Lexicon;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        let words = [
            ("bid", 1),
            ("whole", 1),
            ("table", 2),
            ("signed", 1),
            ("wanted", 2),
            ("files", 1),
            ("places", 2),
            ("tender", 2),
            ("authority", 4),
            ("service", 2),
            ("notwithstanding", 4),
            ("the", 1),
            ("procured", 2),
            ("pp", 1),
            ("information", 4),
        ];
        let counted: Vec<_> = words.iter().map(|(word, _)| (*word, syllables(word.as_bytes()))).collect();
        assert_eq!(counted, words);
    }

    fn measured(text: &str) -> Measured {
        let document = crate::read::read("text.md", text.as_bytes());
        measure(&Reading::new(&document, 0, &Lexicon::new(&[], [])))
    }

    #[test]
    fn the_sum_is_that_of_the_formula() {
        let text = measured(&"The dog sat on the mat. ".repeat(20));
        assert_eq!((text.sentences.len(), text.words, text.syllables), (20, 120, 120));
        assert!((text.ease().unwrap() - (206.835 - 1.015 * 6.0 - 84.6)).abs() < 1e-9);
    }

    #[test]
    fn too_little_text_and_tables_are_not_measured() {
        assert!(measured("The dog sat on the mat.").ease().is_none());
        let rows = "| The authority requires documentation of qualifications | Yes |\n".repeat(40);
        assert!(measured(&format!("| A | B |\n|---|---|\n{rows}")).ease().is_none());
    }

    #[test]
    fn points_in_numbers_and_abbreviations_end_nothing() {
        let text =
            measured("See clause 4.2 of the terms, e.g. on payment of the sum of £1.5m in May. Ask us by email then.");
        assert_eq!(text.sentences.len(), 2);
    }

    proptest::proptest! {
        #[test]
        fn every_word_has_a_syllable(word in "[a-zA-Zé’]{1,20}") {
            let count = syllables(word.as_bytes());
            proptest::prop_assert!(count >= 1 && count <= word.len());
        }
    }
}
