//! Cue words and phrases: the one pass over a text that finds where a grammar has something to read.
//!
//! Every family of barriers, and the language itself, declares its cues as lists of patterns. All of them are put into
//! one [`Lexicon`], and one walk over the tokens finds them all.
//!
//! A pattern is a few words with blanks between: `third party liability`. `a|b` is either of two words, a `?` behind
//! it makes it optional, `~3` skips up to three tokens within the sentence, `#` is a number.
//! Hyphens, quotes, brackets and slashes in the text are passed over: `sub contractor` finds `sub-contractor`,
//! `employers compulsory? liability` finds `Employer’s (Compulsory) Liability`.

use std::collections::HashMap;

use super::token::{Gap, Token, TokenKind};

/// Name of a group of phrases that mean the same to a grammar.
///
/// The name is hashed when the program is compiled, so telling two cues apart costs one comparison of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cue(u32);

impl Cue {
    /// The cue of this name. Names are like `insurance.public_liability`; a test makes sure that no two collide.
    pub const fn named(name: &str) -> Self {
        // FNV-1a, since hashing in a constant rules out the standard hashers.
        let (bytes, mut hash, mut i) = (name.as_bytes(), 0x811c_9dc5_u32, 0);
        while i < bytes.len() {
            hash = (hash ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
            i += 1;
        }
        Self(hash)
    }
}

/// A cue with the patterns that show it.
pub type CueList = [(Cue, &'static [&'static str])];

/// Lists of cues as one text, made by [`packed!`](crate::packed) when the program is compiled.
///
/// Families keep hundreds of patterns. As text alone they are lighter in wasm than with the address and length of each.
#[derive(Clone, Copy)]
pub struct Packed(&'static [u8]);

/// Ends a pattern, and ends the patterns of a cue; no pattern has them.
const ENDS: [u8; 2] = [b'\n', 0];

impl Packed {
    /// Takes what [`pack`](Self::pack) has made.
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// Length of lists when they are packed: for each cue four bytes and an end, for each pattern its bytes and an end.
    pub const fn length(lists: &[&CueList]) -> usize {
        let (mut length, mut l) = (0, 0);
        while l < lists.len() {
            let mut c = 0;
            while c < lists[l].len() {
                length += 5;
                let (patterns, mut p) = (lists[l][c].1, 0);
                while p < patterns.len() {
                    length += patterns[p].len() + 1;
                    p += 1;
                }
                c += 1;
            }
            l += 1;
        }
        length
    }

    /// Packs lists; `N` is their [`length`](Self::length).
    pub const fn pack<const N: usize>(lists: &[&CueList]) -> [u8; N] {
        let (mut out, mut at, mut l) = ([0; N], 0, 0);
        while l < lists.len() {
            let mut c = 0;
            while c < lists[l].len() {
                let (cue, patterns) = lists[l][c];
                let (hash, rest) = (cue.0.to_le_bytes(), out.split_at_mut(at).1);
                rest.split_at_mut(4).0.copy_from_slice(&hash);
                at += 4;
                let mut p = 0;
                while p < patterns.len() {
                    let rest = out.split_at_mut(at).1;
                    rest.split_at_mut(patterns[p].len()).0.copy_from_slice(patterns[p].as_bytes());
                    at += patterns[p].len();
                    out[at] = ENDS[0];
                    at += 1;
                    p += 1;
                }
                out[at] = ENDS[1];
                at += 1;
                c += 1;
            }
            l += 1;
        }
        out
    }

    /// The cues with their patterns, in the order of the lists.
    pub fn iter(self) -> impl Iterator<Item = (Cue, std::str::Lines<'static>)> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (hash, patterns) = rest.split_first_chunk()?;
            let end = patterns.iter().position(|&byte| byte == ENDS[1])?;
            rest = &patterns[end + 1..];
            Some((Cue(u32::from_le_bytes(*hash)), std::str::from_utf8(&patterns[..end]).ok()?.lines()))
        })
    }
}

/// Packs lists of cues, given as constants: `packed!(read::CUES)`.
#[macro_export]
macro_rules! packed {
    ($($list:expr),+ $(,)?) => {{
        const LISTS: &[&$crate::language::cue::CueList] = &[$($list),+];
        static BYTES: [u8; $crate::language::cue::Packed::length(LISTS)] = $crate::language::cue::Packed::pack(LISTS);
        $crate::language::cue::Packed::new(&BYTES)
    }};
}

/// A word's number in a [`Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WordId(u16);

impl WordId {
    /// A word that no pattern asks for.
    pub const NONE: Self = Self(0);
}

/// The words that patterns ask for.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: HashMap<Box<[u8]>, WordId, std::hash::BuildHasherDefault<Fnv>>,
}

impl Vocabulary {
    /// The number of a word in small letters and without apostrophes.
    pub fn word(&self, lower: &[u8]) -> WordId {
        self.words.get(lower).copied().unwrap_or(WordId::NONE)
    }

    fn learn(&mut self, word: &str) -> WordId {
        let next = WordId(self.words.len() as u16 + 1);
        *self.words.entry(word.as_bytes().into()).or_insert(next)
    }
}

/// A short hash for short words.
#[derive(Debug, Clone)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl std::hash::Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// A place where a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub cue: Cue,
    /// Index of its first token in the block.
    pub first: u32,
    /// Index of the token after its last.
    pub end: u32,
    /// The families that have this cue, one bit each.
    pub families: u32,
}

impl Hit {
    /// Its tokens, as a range of indexes into the block's.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }
}

enum Element {
    Word { any: Vec<WordId>, optional: bool },
    Number,
    UpTo(u8),
}

struct Pattern {
    cue: Cue,
    families: u32,
    rest: Vec<Element>,
}

/// All patterns of all grammars, ready to be found in one walk.
pub struct Lexicon {
    vocabulary: Vocabulary,
    patterns: Vec<Pattern>,
    /// For each word, the patterns that begin with it.
    by_first: Vec<Beginning>,
}

/// The patterns that begin with one word.
#[derive(Default)]
struct Beginning {
    /// Those that any word may follow, or none.
    open: Vec<u32>,
    /// Those of which the second word is known too, under that word; most patterns are such, and most words are
    /// followed by none that a pattern asks for.
    second: Vec<(WordId, u32)>,
}

impl Beginning {
    fn add(&mut self, pattern: u32, second: Option<&Element>) {
        let Some(Element::Word { any, optional: false }) = second else { return self.open.push(pattern) };
        for word in any {
            let at = self.second.partition_point(|(known, _)| known.0 <= word.0);
            self.second.insert(at, (*word, pattern));
        }
    }

    /// The patterns that a second word allows, in the order in which they were added.
    fn before(&self, second: WordId) -> impl Iterator<Item = u32> {
        let from = self.second.partition_point(|(word, _)| word.0 < second.0);
        let known =
            self.second[from..].iter().take_while(move |(word, _)| *word == second).map(|(_, pattern)| *pattern);
        let (mut known, mut open) = (known.peekable(), self.open.iter().copied().peekable());
        std::iter::from_fn(move || match (known.peek(), open.peek()) {
            (Some(a), Some(b)) if a < b => known.next(),
            (Some(_), None) => known.next(),
            _ => open.next(),
        })
    }
}

impl Lexicon {
    /// Puts cues together: those of each family, and those that belong to none.
    ///
    /// # Panics
    /// On a pattern that does not begin with a word: patterns are part of the program, and a test builds them all.
    pub fn new(families: &[Packed], others: impl IntoIterator<Item = Packed>) -> Self {
        let mut lexicon = Self { vocabulary: Vocabulary::default(), patterns: vec![], by_first: vec![] };
        let families = families.iter().enumerate().map(|(number, list)| (*list, 1 << number));
        for (list, family) in families.chain(others.into_iter().map(|list| (list, 0))) {
            for (cue, patterns) in list.iter() {
                for pattern in patterns {
                    lexicon.add(cue, pattern, family);
                }
            }
        }
        lexicon
    }

    fn add(&mut self, cue: Cue, pattern: &str, families: u32) {
        let (first, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
        if first.ends_with('?') && !rest.is_empty() {
            self.add(cue, rest, families);
        }
        let Element::Word { any, .. } = self.element(first) else {
            panic!("the pattern «{pattern}» does not begin with a word");
        };
        let rest: Vec<_> = rest.split(' ').filter(|e| !e.is_empty()).map(|e| self.element(e)).collect();
        let index = self.patterns.len() as u32;
        self.by_first.resize_with(self.vocabulary.words.len() + 1, Beginning::default);
        for word in any {
            self.by_first[word.0 as usize].add(index, rest.first());
        }
        self.patterns.push(Pattern { cue, families, rest });
    }

    fn element(&mut self, element: &str) -> Element {
        if element == "#" {
            return Element::Number;
        }
        if let Some(most) = element.strip_prefix('~') {
            return Element::UpTo(most.parse().expect("a number behind ~"));
        }
        let (words, optional) = element.strip_suffix('?').map_or((element, false), |words| (words, true));
        Element::Word { any: words.split('|').map(|w| self.vocabulary.learn(w)).collect(), optional }
    }

    /// The words that the patterns ask for.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// All cues in a block, ordered by where they begin; of two of the same cue that overlap, the longer.
    pub fn hits(&self, tokens: &[Token]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = vec![];
        for (at, token) in tokens.iter().enumerate() {
            if token.word == WordId::NONE {
                continue;
            }
            let second = tokens.get(skip_marks(tokens, at + 1)).filter(|t| t.gap != Gap::Cell);
            let second = second.map_or(WordId::NONE, |t| t.word);
            for index in self.by_first[token.word.0 as usize].before(second) {
                let pattern = &self.patterns[index as usize];
                if let Some(end) = follow(&pattern.rest, tokens, at + 1) {
                    let (cue, families) = (pattern.cue, pattern.families);
                    add_hit(&mut hits, Hit { cue, first: at as u32, end: end as u32, families });
                }
            }
        }
        hits
    }
}

/// Adds a hit unless one of the same cue covers it; takes those away that it covers.
fn add_hit(hits: &mut Vec<Hit>, hit: Hit) {
    // Hits come ordered by their first token, so only the last few can overlap.
    let near = hits.iter().rev().take_while(|h| hit.first - h.first < 16);
    for (back, earlier) in near.enumerate() {
        if earlier.cue != hit.cue {
            continue;
        }
        if earlier.end >= hit.end {
            return;
        }
        if earlier.first == hit.first {
            let index = hits.len() - 1 - back;
            hits[index].end = hit.end;
            return;
        }
    }
    hits.push(hit);
}

/// Whether the rest of a pattern stands from token `at`; gives the token after it.
fn follow(rest: &[Element], tokens: &[Token], at: usize) -> Option<usize> {
    let Some((element, rest)) = rest.split_first() else { return Some(at) };
    match element {
        Element::Word { any, optional } => {
            let next = skip_marks(tokens, at);
            let taken = tokens.get(next).filter(|t| t.gap != Gap::Cell && any.contains(&t.word));
            taken
                .and_then(|_| follow(rest, tokens, next + 1))
                .or_else(|| if *optional { follow(rest, tokens, at) } else { None })
        }
        Element::Number => {
            let next = skip_marks(tokens, at);
            tokens.get(next).filter(|t| t.gap != Gap::Cell && t.kind == TokenKind::Number)?;
            follow(rest, tokens, next + 1)
        }
        Element::UpTo(most) => {
            for skipped in 0..=usize::from(*most) {
                if let Some(end) = follow(rest, tokens, at + skipped) {
                    return Some(end);
                }
                let passed = tokens.get(at + skipped)?;
                if passed.gap == Gap::Cell || matches!(passed.kind, TokenKind::Stop | TokenKind::Semicolon) {
                    return None;
                }
            }
            None
        }
    }
}

/// Passes over marks that may stand inside a phrase.
fn skip_marks(tokens: &[Token], mut at: usize) -> usize {
    use TokenKind::{Close, Dash, Open, Quote, Slash};
    while tokens.get(at).is_some_and(|t| t.gap != Gap::Cell && matches!(t.kind, Open | Close | Dash | Quote | Slash)) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    const COVER: Cue = Cue::named("test.cover");
    const SHARE: Cue = Cue::named("test.share");

    fn find(text: &str) -> Vec<(Cue, &str)> {
        let list = crate::packed!(&[
            (COVER, &["employers compulsory? liability insurance|cover?", "third party"]),
            (SHARE, &["not ~3 exceed # percent"]),
        ]);
        let lexicon = Lexicon::new(&[list], []);
        let tokens = tokens(text, lexicon.vocabulary());
        let quote = |h: &Hit| &text[tokens[h.first as usize].start as usize..tokens[h.end as usize - 1].end as usize];
        lexicon.hits(&tokens).iter().map(|h| (h.cue, quote(h))).collect()
    }

    #[test]
    fn the_longest_of_one_cue_is_kept() {
        assert_eq!(
            find("An Employer’s (Compulsory)\nLiability Insurance"),
            [(COVER, "Employer’s (Compulsory)\nLiability Insurance")]
        );
    }

    #[test]
    fn hyphens_are_passed_over_and_cells_are_not() {
        assert_eq!(find("third-party"), [(COVER, "third-party")]);
        assert_eq!(find("third\tparty"), []);
    }

    #[test]
    fn gaps_stay_within_the_sentence() {
        assert_eq!(find("may not in total exceed 40 percent"), [(SHARE, "not in total exceed 40 percent")]);
        assert_eq!(find("is not. They exceed 40 percent"), []);
    }
}
