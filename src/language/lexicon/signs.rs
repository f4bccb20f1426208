//! Blocks as patterns see them.

use super::Blend;
use crate::language::token::{Gap, Token, TokenKind};
use crate::language::vocabulary::WordId;

/// So many words behind a token are near.
pub const NEAR: usize = 8;

/// A block as patterns see it: without the marks that may stand inside a phrase. Kept from block to block, so that room
/// for it is asked for once.
#[derive(Default)]
pub struct Signs {
    pub(super) all: Vec<Sign>,
    /// For each, the words near behind it.
    pub(super) near: Vec<Blend>,
    /// The hits that reach beyond the sign that is looked at.
    pub(super) open: Vec<usize>,
}

#[derive(Clone, Copy)]
pub struct Sign {
    /// The word, or what stands in its place; for a number that a pattern asks for, its digits.
    pub word: WordId,
    pub number: bool,
    /// The index of its token.
    pub token: u32,
}

impl Signs {
    pub fn read(&mut self, tokens: &[Token]) {
        use TokenKind::{Close, Dash, Number, Open, Quote, Semicolon, Slash, Stop, Word};
        // A sign for each token and for the border before it, and one behind the last: no pattern goes past that, so none needs
        // to look for the end. Loops by index: adapters of iterators are calls where the core is compiled for size.
        self.all.clear();
        let border = |token| Sign { word: WordId::BORDER, number: false, token };
        self.all.resize(2 * tokens.len() + 1, border(tokens.len() as u32));
        let (all, mut count) = (self.all.as_mut_slice(), 0);
        for (at, Token { kind, gap, word, .. }) in tokens.iter().enumerate() {
            let token = at as u32;
            if *gap == Gap::Cell {
                all[count] = border(token);
                count += 1;
            }
            let word = match kind {
                Open | Close | Dash | Quote | Slash => continue,
                // "to bids@moorland.gov.uk by 12 June"
                Stop if tokens.get(at + 1).is_some_and(|next| next.gap == Gap::None && next.kind == Word) => continue,
                Number if *word == WordId::NONE => WordId::NUMBER,
                Stop | Semicolon => WordId::STOP,
                _ => *word,
            };
            all[count] = Sign { word, number: matches!(kind, Number), token };
            count += 1;
        }
        self.all.truncate(count + 1);
        // What is no word has a bit too, so that none of these is empty and a sieve of all lets it pass.
        self.near.clear();
        self.near.resize(self.all.len(), WordId::NONE.into());
        let (all, near) = (self.all.as_slice(), self.near.as_mut_slice());
        for at in 1..all.len() {
            near[at - 1] = all[at].word.into();
        }
        // Two together, then four, then eight.
        let mut step = 1;
        while step < NEAR {
            for at in step..near.len() {
                near[at - step] = near[at - step].or(near[at]);
            }
            step *= 2;
        }
    }
}
