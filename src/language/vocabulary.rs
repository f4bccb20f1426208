//! The words that patterns ask for, each with a number.

use crate::eight::{self, HIGH, SMALL, eight};

/// A word's number in a [`Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordId(u16);

impl WordId {
    /// A word that no pattern asks for.
    pub const NONE: Self = Self(0);
    /// In the place of a word: a number, the end of a sentence or of a part of one, the border of a cell.
    pub(super) const NUMBER: Self = Self(u16::MAX);
    pub(super) const STOP: Self = Self(u16::MAX - 1);
    pub(super) const BORDER: Self = Self(u16::MAX - 2);

    /// The number as an index; that of [`NONE`](Self::NONE) is 0.
    #[inline]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Longest word that a pattern can ask for, in bytes.
pub(super) const LONGEST_WORD: usize = 8 * PARTS;
/// A word is compared in so many parts of eight bytes.
const PARTS: usize = 3;

/// The letters of a word as numbers, English ones in small letters: what it is looked up by.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Key([u64; PARTS]);

impl PartialEq for Key {
    /// Three comparisons of numbers: that of arrays is a call where the core is compiled for size.
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (self.0, other.0);
        (own[0] ^ other[0]) | (own[1] ^ other[1]) | (own[2] ^ other[2]) == 0
    }
}

impl Key {
    /// The English letters from `at`, with their number; those beyond [`LONGEST_WORD`] are counted and left out.
    ///
    /// Eight letters are looked at together, since this is done for each word of a text.
    #[inline]
    pub(super) fn letters(bytes: &[u8], at: usize) -> (Self, usize) {
        let mut key = Self::default();
        let (first, count) = first_letters(eight(bytes, at));
        key.0[0] = first;
        if count < 8 {
            return (key, count);
        }
        let mut length = 8;
        loop {
            let (part, count) = first_letters(eight(bytes, at + length));
            if let Some(place) = key.0.get_mut(length / 8) {
                *place = part;
            }
            length += count;
            if count < 8 {
                return (key, length);
            }
        }
    }

    /// A whole word, which may have other signs than letters; none where it is too long.
    pub(super) fn of(word: &[u8]) -> Option<Self> {
        let mut key = Self::default();
        if word.len() > LONGEST_WORD {
            return None;
        }
        for (number, place) in key.0.iter_mut().enumerate() {
            let part = eight(word, number * 8);
            *place = part | (eight::letters(part) >> 2);
        }
        Some(key)
    }

    #[inline]
    fn hash(self) -> u64 {
        let [first, second, third] = self.0;
        let mixed = first ^ second.rotate_left(23) ^ third.rotate_left(41);
        mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// The letters that eight bytes begin with, in small letters, and their number.
#[inline(always)]
fn first_letters(bytes: u64) -> (u64, usize) {
    let others = !eight::letters(bytes) & HIGH;
    if others == 0 {
        return (bytes | SMALL, 8);
    }
    let bits = others.trailing_zeros() & !7;
    let kept = (1_u64 << bits) - 1;
    ((bytes | SMALL) & kept, bits as usize / 8)
}

/// The words that patterns ask for.
///
/// Words are looked up as they stand in the text, capitals and all, so that no copy of them is made. A table of its
/// own is lighter than the standard one, and made in one go at the start.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// The words in the order of their numbers.
    keys: Vec<Key>,
    /// The words by their hashes; at least half are free.
    slots: Vec<WordId>,
}

impl Vocabulary {
    /// The number of a word without apostrophes, whether in small letters or capitals.
    pub fn word(&self, word: &[u8]) -> WordId {
        Key::of(word).map_or(WordId::NONE, |key| self.find(key))
    }

    /// The number of a word.
    #[inline]
    pub(super) fn find(&self, key: Key) -> WordId {
        if self.slots.is_empty() { WordId::NONE } else { self.slots[self.slot(key)] }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The number of a word, which is added where it is new.
    pub(super) fn learn(&mut self, key: Key) -> WordId {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let slot = self.slot(key);
        if self.slots[slot] == WordId::NONE {
            self.keys.push(key);
            self.slots[slot] = WordId(self.len() as u16);
        }
        self.slots[slot]
    }

    /// Where a word is in the table, or would be.
    #[inline]
    fn slot(&self, key: Key) -> usize {
        let (slots, keys) = (self.slots.as_slice(), self.keys.as_slice());
        let most = slots.len() - 1;
        let mut slot = (key.hash() >> 40) as usize & most;
        loop {
            let word = slots[slot];
            if word == WordId::NONE || keys[word.index() - 1] == key {
                return slot;
            }
            slot = (slot + 1) & most;
        }
    }

    fn grow(&mut self) {
        let slots = (4 * self.slots.len()).max(LEAST_SLOTS);
        self.slots = vec![WordId::NONE; slots];
        for number in 0..self.len() {
            let slot = self.slot(self.keys[number]);
            self.slots[slot] = WordId(number as u16 + 1);
        }
    }
}

/// A power of two, as every number of slots.
const LEAST_SLOTS: usize = 512;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers_as_the_table_grows() {
        let mut vocabulary = Vocabulary::default();
        assert_eq!(vocabulary.word(b"bid"), WordId::NONE);
        let words: Vec<String> = (0..2000_u32).map(|n| format!("bid{n}é")).collect();
        let key = |word: &str| Key::of(word.as_bytes()).unwrap();
        let numbers: Vec<WordId> = words.iter().map(|word| vocabulary.learn(key(word))).collect();
        assert_eq!(vocabulary.len(), 2000);
        for (word, number) in words.iter().zip(numbers) {
            assert_eq!(vocabulary.word(word.replace('b', "B").as_bytes()), number);
            assert_eq!(vocabulary.learn(key(word)), number);
        }
        assert_eq!(vocabulary.word(b"bid"), WordId::NONE);
    }

    proptest::proptest! {
        #[test]
        fn letters_are_those_at_the_start(text in "[a-zA-Z]{0,30}([^a-zA-Z]\\PC{0,10})?") {
            let bytes = text.as_bytes();
            let count = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            let (key, length) = Key::letters(bytes, 0);
            proptest::prop_assert_eq!(length, count);
            if let Some(same) = Key::of(text[..count].to_ascii_lowercase().as_bytes()) {
                proptest::prop_assert_eq!(key, same);
                proptest::prop_assert_eq!(Key::of(&bytes[..count]), Some(same));
            }
        }

        #[test]
        fn other_signs_are_kept_as_they_are(text in "\\PC{0,6}") {
            let same = text.to_ascii_lowercase();
            proptest::prop_assert_eq!(Key::of(text.as_bytes()), Key::of(same.as_bytes()));
            proptest::prop_assert_ne!(Key::of(text.as_bytes()), Key::of(format!("{text}x").as_bytes()));
        }
    }
}
