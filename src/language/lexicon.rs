//! All cues of all grammars, found in one walk over the tokens of a block.

use super::cue::{Cue, Hit, Packed};
use super::token::{Gap, Token, TokenKind};
use super::vocabulary::{Vocabulary, WordId};

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
    /// The patterns by their first words, in their order.
    beginnings: Vec<Beginning>,
    /// For each word, where its beginnings start.
    starts: Vec<u32>,
}

struct Pattern {
    cue: Cue,
    families: u32,
    /// Its elements behind the first word, as a range of indexes.
    from: u32,
    to: u32,
}

#[derive(Clone, Copy)]
enum Element {
    /// One of some words, as a range of indexes.
    Word {
        from: u32,
        to: u32,
        optional: bool,
    },
    Number,
    UpTo(u8),
}

/// A pattern that begins with a word, with a sieve that few places pass where it does not stand.
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
        Self(words.iter().fold(0, |all, &word| all | Self::from(word).0))
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl From<WordId> for Blend {
    fn from(word: WordId) -> Self {
        Self(1 << ((word.index() as u32).wrapping_mul(0x9e37_79b9) >> 26))
    }
}

/// So many words behind a token are near.
const NEAR: usize = 8;

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
                for pattern in patterns {
                    lexicon.add(cue, pattern, family, &mut firsts);
                }
            }
        }
        lexicon.arrange(&firsts);
        lexicon
    }

    fn add(&mut self, cue: Cue, pattern: &str, families: u32, firsts: &mut Vec<(WordId, u32)>) {
        let mut parts = pattern.split(' ');
        let first = parts.next().unwrap_or_default();
        if first.ends_with('?') && first.len() < pattern.len() {
            self.add(cue, &pattern[first.len() + 1..], families, firsts);
        }
        let Element::Word { from, to, .. } = self.element(first) else {
            panic!("the pattern «{pattern}» does not begin with a word");
        };
        let index = self.patterns.len() as u32;
        firsts.extend(self.words.drain(from as usize..to as usize).map(|word| (word, index)));
        let from = self.elements.len() as u32;
        for part in parts.filter(|part| !part.is_empty()) {
            let element = self.element(part);
            self.elements.push(element);
        }
        self.patterns.push(Pattern { cue, families, from, to: self.elements.len() as u32 });
    }

    fn element(&mut self, element: &str) -> Element {
        if element == "#" {
            return Element::Number;
        }
        if let Some(most) = element.strip_prefix('~') {
            return Element::UpTo(most.parse().expect("a number behind ~"));
        }
        let (words, optional) = element.strip_suffix('?').map_or((element, false), |words| (words, true));
        let from = self.words.len() as u32;
        for word in words.split('|') {
            self.words.push(self.vocabulary.learn(word.as_bytes()));
        }
        Element::Word { from, to: self.words.len() as u32, optional }
    }

    /// Puts the patterns under their first words.
    fn arrange(&mut self, firsts: &[(WordId, u32)]) {
        // Counted first, so that each word's patterns lie together and in their order.
        let mut starts = vec![0; self.vocabulary.len() + 2];
        for (word, _) in firsts {
            starts[word.index() + 1] += 1;
        }
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        let mut free = starts.clone();
        let mut order = vec![0; firsts.len()];
        for (word, pattern) in firsts {
            let at = &mut free[word.index()];
            order[*at as usize] = *pattern;
            *at += 1;
        }
        self.starts = starts;
        self.beginnings = order.into_iter().map(|pattern| self.beginning(pattern)).collect();
    }

    fn beginning(&self, pattern: u32) -> Beginning {
        let mut out = Beginning { next: Blend::ALL, near: Blend::ALL, pattern };
        let mut distance = 0;
        for (number, element) in self.elements(&self.patterns[pattern as usize]).iter().enumerate() {
            distance += if let Element::UpTo(most) = element { usize::from(*most) } else { 1 };
            if distance > NEAR {
                break;
            }
            match *element {
                Element::Word { from, to, optional: false } if number == 0 => {
                    out.next = Blend::of(self.words(from, to));
                }
                Element::Word { from, to, optional: false } => {
                    out.near = Blend::of(self.words(from, to));
                    break;
                }
                _ => {}
            }
        }
        out
    }

    fn elements(&self, pattern: &Pattern) -> &[Element] {
        &self.elements[pattern.from as usize..pattern.to as usize]
    }

    fn words(&self, from: u32, to: u32) -> &[WordId] {
        &self.words[from as usize..to as usize]
    }

    /// The words that the patterns ask for.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// All cues in a block, ordered by where they begin; of two of the same cue that overlap, the longer.
    pub fn hits(&self, tokens: &[Token]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::with_capacity(tokens.len());
        // Where the hit that reaches furthest ends.
        let mut reach = 0;
        let near = near(tokens);
        for (at, token) in tokens.iter().enumerate() {
            if token.word == WordId::NONE {
                continue;
            }
            let next = tokens.get(skip_marks(tokens, at + 1)).filter(|t| t.gap != Gap::Cell);
            let next = next.map_or(WordId::NONE, |t| t.word).into();
            let word = token.word.index();
            for beginning in &self.beginnings[self.starts[word] as usize..self.starts[word + 1] as usize] {
                if !beginning.next.meets(next) || !beginning.near.meets(near[at]) {
                    continue;
                }
                let pattern = &self.patterns[beginning.pattern as usize];
                // Every other pattern is a word alone.
                let alone = pattern.from == pattern.to;
                let end = if alone { Some(at + 1) } else { self.follow(self.elements(pattern), tokens, at + 1) };
                if let Some(end) = end {
                    let Pattern { cue, families, .. } = *pattern;
                    add_hit(&mut hits, Hit { cue, first: at as u32, end: end as u32, families }, reach);
                    reach = reach.max(end as u32);
                }
            }
        }
        hits
    }

    /// Whether the rest of a pattern stands from token `at`; gives the token after it.
    fn follow(&self, mut rest: &[Element], tokens: &[Token], mut at: usize) -> Option<usize> {
        while let Some((element, behind)) = rest.split_first() {
            rest = behind;
            match *element {
                Element::Word { from, to, optional: false } => at = self.word(from, to, tokens, at)?,
                Element::Word { from, to, .. } => {
                    let taken = self.word(from, to, tokens, at);
                    if let Some(end) = taken.and_then(|next| self.follow(rest, tokens, next)) {
                        return Some(end);
                    }
                }
                Element::Number => {
                    let next = skip_marks(tokens, at);
                    tokens.get(next).filter(|t| t.gap != Gap::Cell && t.kind == TokenKind::Number)?;
                    at = next + 1;
                }
                Element::UpTo(most) => {
                    for from in at..=at + usize::from(most) {
                        // Looked at first, since it is seldom there.
                        let may = match rest.first() {
                            Some(&Element::Word { from: a, to: b, optional: false }) => {
                                self.word(a, b, tokens, from).is_some()
                            }
                            _ => true,
                        };
                        if may && let Some(end) = self.follow(rest, tokens, from) {
                            return Some(end);
                        }
                        let passed = tokens.get(from)?;
                        if passed.gap == Gap::Cell || matches!(passed.kind, TokenKind::Stop | TokenKind::Semicolon) {
                            return None;
                        }
                    }
                    return None;
                }
            }
        }
        Some(at)
    }

    /// Whether one of some words stands at `at`, or behind marks; gives the token after it.
    fn word(&self, from: u32, to: u32, tokens: &[Token], at: usize) -> Option<usize> {
        let next = skip_marks(tokens, at);
        let token = tokens.get(next).filter(|t| t.gap != Gap::Cell)?;
        self.words(from, to).contains(&token.word).then_some(next + 1)
    }
}

/// For each token, the words near behind it.
fn near(tokens: &[Token]) -> Vec<Blend> {
    // A token that is no known word has a bit too, so that none of these is empty and a sieve of all lets it pass.
    let mut last = [Blend::from(WordId::NONE); NEAR];
    let mut out = vec![Blend::ALL; tokens.len()];
    let mut number = 0;
    for (token, out) in tokens.iter().zip(&mut out).rev() {
        *out = last.iter().fold(Blend(0), |all, one| Blend(all.0 | one.0));
        if !is_mark(token) {
            last[number % NEAR] = token.word.into();
            number += 1;
        }
    }
    out
}

/// Adds a hit unless one of the same cue covers it; takes those away that it covers. No hit before it ends behind
/// `reach`.
fn add_hit(hits: &mut Vec<Hit>, hit: Hit, reach: u32) {
    // Hits come ordered by their first token, so only the last few can overlap.
    let overlaps = |h: &Hit| h.first == hit.first || reach > hit.first && hit.first - h.first < 16;
    let near = hits.iter().rev().take_while(|h| overlaps(h));
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

/// Passes over marks that may stand inside a phrase.
fn skip_marks(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|t| t.gap != Gap::Cell && is_mark(t)) {
        at += 1;
    }
    at
}

fn is_mark(token: &Token) -> bool {
    use TokenKind::{Close, Dash, Open, Quote, Slash};
    matches!(token.kind, Open | Close | Dash | Quote | Slash)
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
