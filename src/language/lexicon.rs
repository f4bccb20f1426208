//! All cues of all grammars, found in one walk over the tokens of a block.

mod signs;

pub(super) use signs::Signs;
use signs::{NEAR, Sign};

use super::cue::{Cue, Hit, Packed};
use super::token::Token;
use super::vocabulary::{Key, Vocabulary, WordId};
use crate::list::Listed;

/// All patterns of all grammars, ready to be found in one walk.
///
/// What the patterns are made of lies in a few long lists, since it is built before the first document is read.
#[derive(Default)]
pub struct Lexicon {
    vocabulary: Vocabulary,
    patterns: Vec<Pattern>,
    /// What follows the first words of the patterns.
    elements: Vec<Element>,
    /// The words of the elements.
    words: Vec<WordId>,
    /// The patterns of more than a word by their first words, in their order.
    beginnings: Vec<Beginning>,
    /// The cues of which a word is a pattern of its own, by their words.
    alone: Vec<Alone>,
    /// For each word, where its beginnings start, and its cues in `alone`.
    starts: Vec<Starts>,
}

#[derive(Clone, Copy, Default)]
struct Starts {
    beginnings: u32,
    alone: u32,
}

/// A cue that a word shows by itself, as most hits are.
#[derive(Clone, Copy)]
struct Alone {
    cue: Cue,
    families: u32,
}

#[derive(Clone, Copy)]
struct Pattern {
    cue: Cue,
    families: u32,
    /// Its elements behind the first word, as a range of indexes.
    from: u32,
    to: u32,
}

#[derive(Clone, Copy)]
enum Element {
    One(WordId),
    Any(Words),
    /// One of some words, or nothing.
    Maybe(Words),
    Number,
    UpTo(u8),
}

/// Some words, as a range of indexes, with the bits that all of them have together.
#[derive(Clone, Copy)]
struct Words {
    from: u32,
    to: u32,
    blend: Blend,
}

/// A pattern that begins with a word, with a sieve that few places pass where it does not stand.
#[derive(Clone, Copy)]
struct Beginning {
    /// Those of which one must be the next word; all where any may be.
    next: Blend,
    /// Those of which one must be near; all where none need be.
    near: Blend,
    pattern: u32,
}

/// Some words, as one bit for each that others share: only a word whose bit is not there is certainly none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Blend(u64);

impl Blend {
    const ALL: Self = Self(u64::MAX);

    fn of(words: &[WordId]) -> Self {
        words.iter().fold(Self(0), |all, &word| all.or(word.into()))
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[inline(always)]
    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl From<WordId> for Blend {
    #[inline(always)]
    fn from(word: WordId) -> Self {
        Self(1 << ((word.index() as u32).wrapping_mul(0x9e37_79b9) >> 26))
    }
}

/// A place in the patterns of a cue.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    patterns: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The next byte of the pattern.
    fn next(&self) -> Option<u8> {
        self.patterns.get(self.at).copied().filter(|&byte| byte != b'\n')
    }

    fn takes(&mut self, byte: u8) -> bool {
        let there = self.next() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// What is left of the pattern, up to a blank if there is one.
    fn element(&self) -> &'a [u8] {
        let rest = &self.patterns[self.at..];
        &rest[..rest.iter().position(|byte| matches!(byte, b' ' | b'\n')).unwrap_or(rest.len())]
    }

    fn word(&mut self) -> Key {
        let from = self.at;
        let (key, letters) = Key::letters(self.patterns, from);
        self.at += letters;
        let ends = |byte: u8| matches!(byte, b'|' | b'?' | b' ');
        if self.next().is_none_or(ends) {
            return key;
        }
        while self.next().is_some_and(|byte| !ends(byte)) {
            self.at += 1;
        }
        Key::of(&self.patterns[from..self.at]).expect("a word of a pattern is short")
    }
}

impl Lexicon {
    /// Puts cues together: those of each family, and those that belong to none.
    ///
    /// # Panics
    /// On a pattern that does not begin with a word: patterns are part of the program, and a test builds them all.
    pub fn new(families: &[Packed], others: impl IntoIterator<Item = Packed>) -> Self {
        let mut lexicon = Self::default();
        let mut firsts = vec![];
        let families = families.iter().enumerate().map(|(number, list)| (*list, 1 << number));
        for (list, family) in families.chain(others.into_iter().map(|list| (list, 0))) {
            for (cue, patterns) in list.iter() {
                let mut cursor = Cursor { patterns, at: 0 };
                while cursor.at < patterns.len() {
                    lexicon.add(cue, &mut cursor, family, &mut firsts);
                    cursor.at += 1;
                }
            }
        }
        lexicon.arrange(&firsts);
        lexicon
    }

    /// Adds the pattern at a place, and goes to its end.
    fn add(&mut self, cue: Cue, cursor: &mut Cursor, families: u32, firsts: &mut Vec<(WordId, u32)>) {
        let first = cursor.element();
        debug_assert!(
            !first.starts_with(b"#") && !first.starts_with(b"~"),
            "a pattern of {cue:?} does not begin with a word"
        );
        let behind = cursor.at + first.len();
        if first.ends_with(b"?") && cursor.patterns.get(behind) == Some(&b' ') {
            self.add(cue, &mut Cursor { at: behind + 1, ..*cursor }, families, firsts);
        }
        let index = self.patterns.len() as u32;
        let (words, _) = self.alternatives(cursor);
        firsts.extend(self.words.drain(words as usize..).map(|word| (word, index)));
        let from = self.elements.len() as u32;
        while cursor.takes(b' ') {
            let element = self.element(cursor);
            self.elements.push(element);
        }
        self.patterns.push(Pattern { cue, families, from, to: self.elements.len() as u32 });
    }

    fn element(&mut self, cursor: &mut Cursor) -> Element {
        if cursor.takes(b'#') {
            return Element::Number;
        }
        if cursor.takes(b'~') {
            let mut most = 0;
            while let Some(digit @ b'0'..=b'9') = cursor.next() {
                most = most * 10 + digit - b'0';
                cursor.at += 1;
            }
            return Element::UpTo(most);
        }
        let (from, optional) = self.alternatives(cursor);
        let to = self.words.len() as u32;
        if !optional
            && to == from + 1
            && let Some(word) = self.words.pop()
        {
            return Element::One(word);
        }
        let words = Words { from, to, blend: Blend::of(&self.words[from as usize..]) };
        if optional { Element::Maybe(words) } else { Element::Any(words) }
    }

    /// Reads words of which one is to stand there; gives where they begin in `words`, and whether none need be there.
    fn alternatives(&mut self, cursor: &mut Cursor) -> (u32, bool) {
        let from = self.words.len() as u32;
        loop {
            let word = self.vocabulary.learn(cursor.word());
            self.words.push(word);
            if !cursor.takes(b'|') {
                return (from, cursor.takes(b'?'));
            }
        }
    }

    /// Puts the patterns under their first words.
    fn arrange(&mut self, firsts: &[(WordId, u32)]) {
        // Counted first, so that each word's patterns lie together and in their order.
        let mut starts = vec![Starts::default(); self.vocabulary.len() + 2];
        let alone = |pattern: &Pattern| pattern.from == pattern.to;
        for (word, pattern) in firsts {
            let Starts { beginnings, alone: cues } = &mut starts[word.index() + 1];
            *(if alone(&self.patterns[*pattern as usize]) { cues } else { beginnings }) += 1;
        }
        for word in 1..starts.len() {
            starts[word].beginnings += starts[word - 1].beginnings;
            starts[word].alone += starts[word - 1].alone;
        }
        let mut free = starts.clone();
        let ends = starts[starts.len() - 1];
        self.starts = starts;
        let known: Vec<_> = (0..self.patterns.len()).map(|pattern| self.beginning(pattern)).listed();
        self.beginnings = vec![Beginning { next: Blend::ALL, near: Blend::ALL, pattern: 0 }; ends.beginnings as usize];
        self.alone = vec![Alone { cue: Cue::named(""), families: 0 }; ends.alone as usize];
        for (word, pattern) in firsts {
            let (at, pattern) = (&mut free[word.index()], *pattern as usize);
            if alone(&self.patterns[pattern]) {
                let Pattern { cue, families, .. } = self.patterns[pattern];
                self.alone[at.alone as usize] = Alone { cue, families };
                at.alone += 1;
            } else {
                self.beginnings[at.beginnings as usize] = known[pattern];
                at.beginnings += 1;
            }
        }
    }

    fn beginning(&self, pattern: usize) -> Beginning {
        let mut out = Beginning { next: Blend::ALL, near: Blend::ALL, pattern: pattern as u32 };
        let mut distance = 0;
        for (number, element) in self.elements(&self.patterns[pattern]).iter().enumerate() {
            distance += if let Element::UpTo(most) = element { usize::from(*most) } else { 1 };
            if distance > NEAR {
                break;
            }
            let words = match *element {
                Element::One(word) => word.into(),
                Element::Any(words) => words.blend,
                _ => continue,
            };
            if number > 0 {
                out.near = words;
                break;
            }
            out.next = words;
        }
        out
    }

    fn elements(&self, pattern: &Pattern) -> &[Element] {
        &self.elements[pattern.from as usize..pattern.to as usize]
    }

    /// Whether a word is one of some; a loop by index, since `contains` is a call where the core is compiled for size.
    #[inline(always)]
    fn one_of(&self, words: Words, word: WordId) -> bool {
        if !words.blend.meets(word.into()) {
            return false;
        }
        let words = &self.words[words.from as usize..words.to as usize];
        let mut at = 0;
        while at < words.len() && words[at] != word {
            at += 1;
        }
        at < words.len()
    }

    /// The words that the patterns ask for.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Adds all cues in a block to those of other blocks, ordered by where they begin; of two of the same cue that
    /// overlap, the longer.
    pub(super) fn add_hits(&self, tokens: &[Token], signs: &mut Signs, hits: &mut Vec<Hit>) {
        signs.read(tokens);
        let own = hits.len();
        let Signs { all, near, open } = signs;
        open.clear();
        // Slices: where the core is compiled for size, each index into a `Vec` is a call.
        let (all, near, starts) = (all.as_slice(), near.as_slice(), self.starts.as_slice());
        let (beginnings, patterns, alone) =
            (self.beginnings.as_slice(), self.patterns.as_slice(), self.alone.as_slice());
        for at in 0..all.len() - 1 {
            let sign = all[at];
            let word = sign.word.index();
            if word + 1 >= starts.len() {
                continue;
            }
            let (from, to) = (starts[word], starts[word + 1]);
            let (first, end) = (sign.token, sign.token + 1);
            if !open.is_empty() {
                open.retain(|&hit: &usize| hits[hit].end > first);
            }
            for &Alone { cue, families } in &alone[from.alone as usize..to.alone as usize] {
                if open.iter().all(|&longer| hits[longer].cue != cue) {
                    hits.push(Hit { cue, first, end, families });
                }
            }
            if from.beginnings == to.beginnings {
                continue;
            }
            let (next, near) = (Blend::from(all[at + 1].word), near[at]);
            for beginning in &beginnings[from.beginnings as usize..to.beginnings as usize] {
                if !beginning.next.meets(next) || !beginning.near.meets(near) {
                    continue;
                }
                let Pattern { cue, families, from, to } = patterns[beginning.pattern as usize];
                let rest = &self.elements[from as usize..to as usize];
                if let Some(end) = self.follow(rest, all, at + 1, end) {
                    add_hit(hits, own, Hit { cue, first, end, families }, open);
                }
            }
        }
    }

    /// Whether the rest of a pattern stands from a sign on, where `end` is the token behind what is passed; gives the
    /// token after it.
    fn follow(&self, mut rest: &[Element], signs: &[Sign], mut at: usize, mut end: u32) -> Option<u32> {
        while let Some((element, behind)) = rest.split_first() {
            rest = behind;
            let Sign { word, number, token } = *signs.get(at)?;
            match *element {
                Element::Maybe(words) => {
                    if self.one_of(words, word)
                        && let Some(end) = self.follow(rest, signs, at + 1, token + 1)
                    {
                        return Some(end);
                    }
                    continue;
                }
                Element::UpTo(most) => {
                    let last = end + u32::from(most);
                    while end <= last {
                        // Looked at first, since it is seldom there.
                        let Sign { word, token, .. } = *signs.get(at)?;
                        let may = match rest.first() {
                            Some(&Element::One(one)) => one == word,
                            Some(&Element::Any(words)) => self.one_of(words, word),
                            _ => true,
                        };
                        if may && let Some(end) = self.follow(rest, signs, at, end) {
                            return Some(end);
                        }
                        if matches!(word, WordId::BORDER | WordId::STOP) {
                            return None;
                        }
                        (at, end) = (at + 1, token + 1);
                    }
                    return None;
                }
                Element::One(one) if one == word => {}
                Element::Any(words) if self.one_of(words, word) => {}
                Element::Number if number => {}
                _ => return None,
            }
            (at, end) = (at + 1, token + 1);
        }
        Some(end)
    }
}

/// Adds a hit unless one of the same cue covers it; takes those away that it covers. The hits of its block begin at
/// `own`; those that begin before it and reach beyond its first token are `open`.
fn add_hit(hits: &mut Vec<Hit>, own: usize, hit: Hit, open: &mut Vec<usize>) {
    for &earlier in &*open {
        if hits[earlier].cue == hit.cue && hits[earlier].end >= hit.end {
            return;
        }
    }
    let mut index = hits.len();
    while index > own && hits[index - 1].first == hit.first {
        index -= 1;
        if hits[index].cue == hit.cue {
            if hits[index].end < hit.end {
                hits[index].end = hit.end;
                open.push(index);
            }
            return;
        }
    }
    if hit.end > hit.first + 1 {
        open.push(hits.len());
    }
    hits.push(hit);
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    const COVER: Cue = Cue::named("test.cover");
    const SHARE: Cue = Cue::named("test.share");
    const ACT: Cue = Cue::named("test.act");

    fn find(text: &str) -> Vec<(Cue, &str)> {
        let list = crate::packed!(&[
            (COVER, &["employers compulsory? liability insurance|cover?", "third party"]),
            (SHARE, &["not ~3 exceed # percent"]),
            (ACT, &["act 2023", "pcr 2015|15"]),
        ]);
        let lexicon = Lexicon::new(&[list], []);
        let tokens = tokens(text, lexicon.vocabulary());
        let mut hits = vec![];
        lexicon.add_hits(&tokens, &mut Signs::default(), &mut hits);
        let quote = |h: &Hit| &text[tokens[h.first as usize].start as usize..tokens[h.end as usize - 1].end as usize];
        hits.iter().map(|h| (h.cue, quote(h))).collect()
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
    fn numbers_are_told_apart_where_a_pattern_names_them() {
        assert_eq!(find("the Act 2023"), [(ACT, "Act 2023")]);
        assert_eq!(find("the Act 2015, PCR 15 and PCR 2023"), [(ACT, "PCR 15")]);
        assert_eq!(find("may not exceed 2023 percent"), [(SHARE, "not exceed 2023 percent")]);
    }

    #[test]
    fn gaps_stay_within_the_sentence() {
        assert_eq!(find("may not in total exceed 40 percent"), [(SHARE, "not in total exceed 40 percent")]);
        assert_eq!(find("is not. They exceed 40 percent"), []);
        assert_eq!(find("not a.org exceed 40 percent"), [(SHARE, "not a.org exceed 40 percent")]);
    }
}
