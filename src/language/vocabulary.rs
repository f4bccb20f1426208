//! The words that patterns ask for, each with a number.

/// A word's number in a [`Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordId(u16);

impl WordId {
    /// A word that no pattern asks for.
    pub const NONE: Self = Self(0);

    /// The number as an index; that of [`NONE`](Self::NONE) is 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The words that patterns ask for.
///
/// Words are looked up as they stand in the text, capitals and all, so that no copy of them is made. A table of its
/// own is lighter than the standard one, and made in one go at the start.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// The words behind one another.
    letters: Vec<u8>,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// The words by their hashes; at least half are free.
    slots: Vec<WordId>,
}

impl Vocabulary {
    /// The number of a word without apostrophes, whether in small letters or capitals.
    pub fn word(&self, word: &[u8]) -> WordId {
        if self.slots.is_empty() { WordId::NONE } else { self.slots[self.slot(word)] }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The number of a word in small letters, which is added where it is new.
    pub(super) fn learn(&mut self, word: &[u8]) -> WordId {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let slot = self.slot(word);
        if self.slots[slot] == WordId::NONE {
            self.letters.extend_from_slice(word);
            self.ends.push(self.letters.len() as u32);
            self.slots[slot] = WordId(self.len() as u16);
        }
        self.slots[slot]
    }

    /// Where a word is in the table, or would be.
    fn slot(&self, word: &[u8]) -> usize {
        let most = self.slots.len() - 1;
        let mut slot = hash(word) as usize & most;
        while self.slots[slot] != WordId::NONE && !self.letters(self.slots[slot]).eq_ignore_ascii_case(word) {
            slot = (slot + 1) & most;
        }
        slot
    }

    fn letters(&self, word: WordId) -> &[u8] {
        let from = word.index().checked_sub(2).map_or(0, |before| self.ends[before]);
        &self.letters[from as usize..self.ends[word.index() - 1] as usize]
    }

    fn grow(&mut self) {
        let slots = (4 * self.slots.len()).max(LEAST_SLOTS);
        self.slots = vec![WordId::NONE; slots];
        for number in 1..=self.len() as u16 {
            let slot = self.slot(self.letters(WordId(number)));
            self.slots[slot] = WordId(number);
        }
    }
}

/// A power of two, as every number of slots.
const LEAST_SLOTS: usize = 512;

/// FNV-1a of the letters as if they were small.
fn hash(word: &[u8]) -> u32 {
    let hash =
        word.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte | 0x20)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers_as_the_table_grows() {
        let mut vocabulary = Vocabulary::default();
        assert_eq!(vocabulary.word(b"bid"), WordId::NONE);
        let words: Vec<String> = (0..2000_u32).map(|n| format!("bid{n}é")).collect();
        let numbers: Vec<WordId> = words.iter().map(|word| vocabulary.learn(word.as_bytes())).collect();
        assert_eq!(vocabulary.len(), 2000);
        for (word, number) in words.iter().zip(numbers) {
            assert_eq!(vocabulary.word(word.replace('b', "B").as_bytes()), number);
            assert_eq!(vocabulary.learn(word.as_bytes()), number);
        }
        assert_eq!(vocabulary.word(b"bid"), WordId::NONE);
    }
}
