//! Text to tokens: the smallest pieces that the grammar reads, each with its place in the text.
//!
//! Reading tokens rather than characters settles once what would otherwise be in every pattern: upper and lower case,
//! curly and straight quotes, no-break blanks, line breaks inside a phrase, hyphens. A token keeps its place in the
//! text as it stands, so no map of offsets is needed.

use super::vocabulary::{Key, LONGEST_WORD, Vocabulary, WordId};
use crate::letter::is_letter;

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the block's text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it is.
    pub kind: TokenKind,
    /// What stands between it and the token before.
    pub gap: Gap,
    /// The word, where it is one that some grammar asks for.
    pub word: WordId,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters; apostrophes inside belong to it.
    Word,
    /// Digits with the points and commas between them.
    Number,
    /// `£`, `€` or `$`.
    Currency,
    /// `%`.
    Percent,
    /// `(` or `[` or `{`.
    Open,
    /// `)` or `]` or `}`.
    Close,
    /// A hyphen or dash.
    Dash,
    /// `/`.
    Slash,
    /// `.`.
    Stop,
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// `;`.
    Semicolon,
    /// `?` or `!`.
    Exclamation,
    /// A quotation mark or a lone apostrophe.
    Quote,
    /// `=`, `+`, `<`, `>`, `≥`, `≤`, `×`.
    Operator,
    /// Anything else: bullets, stars, underscores.
    Other,
}

/// What stands between two tokens, from little to much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    None,
    /// White space.
    Space,
    /// A line break.
    Line,
    /// The border between two cells of a row.
    Cell,
}

impl Token {
    /// The token as it stands in the text of its block.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether it stands directly behind the token before it.
    pub fn glued(&self) -> bool {
        self.gap == Gap::None
    }
}

/// Cuts a block's text into tokens. Takes time in proportion to the text and never fails.
///
/// ```
/// use tender_check::language::{token::{tokens, TokenKind}, vocabulary::Vocabulary};
/// let text = "Employer’s cover: £5,000,000.";
/// let found = tokens(text, &Vocabulary::default());
/// let words: Vec<_> = found.iter().map(|t| t.text(text)).collect();
/// assert_eq!(words, ["Employer’s", "cover", ":", "£", "5,000,000", "."]);
/// assert_eq!(found[4].kind, TokenKind::Number);
/// ```
pub fn tokens(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 4 + 1);
    add_tokens(text, vocabulary, &mut out);
    out
}

/// Adds a block's [`tokens`] to those of others.
pub(super) fn add_tokens(text: &str, vocabulary: &Vocabulary, out: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut gap = Gap::Cell;
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let first = bytes[at];
        let (kind, word) = match first {
            b' ' | b'\r' | 0x0b | 0x0c => {
                gap = gap.max(Gap::Space);
                at += 1;
                continue;
            }
            b'\n' => {
                gap = gap.max(Gap::Line);
                at += 1;
                continue;
            }
            b'\t' => {
                gap = Gap::Cell;
                at += 1;
                continue;
            }
            b'0'..=b'9' => {
                at = number_end(bytes, at);
                // Patterns ask for few numbers, and for short ones: "Procurement Act 2023".
                let short = at - start <= LONGEST_NUMBER;
                (TokenKind::Number, if short { vocabulary.word(&bytes[start..at]) } else { WordId::NONE })
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                let word;
                (at, word) = word_end(text, at, vocabulary);
                (TokenKind::Word, word)
            }
            0..=127 => {
                at += 1;
                (ascii_mark(first), WordId::NONE)
            }
            _ => {
                let c = text[at..].chars().next().unwrap_or(' ');
                if c.is_whitespace() {
                    gap = gap.max(Gap::Space);
                    at += c.len_utf8();
                    continue;
                }
                // Soft hyphens, zero-width blanks, and the Â that a wrong decoding leaves before £, are not there
                // for a reader.
                if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
                    || (c == 'Â' && text[at + 2..].starts_with('£'))
                {
                    at += c.len_utf8();
                    continue;
                }
                if is_letter(c) {
                    let word;
                    (at, word) = word_end(text, at, vocabulary);
                    (TokenKind::Word, word)
                } else {
                    at += c.len_utf8();
                    (mark(c), WordId::NONE)
                }
            }
        };
        out.push(Token { start: start as u32, end: at as u32, kind, gap, word });
        gap = Gap::None;
    }
}

/// Longest number that a pattern asks for.
const LONGEST_NUMBER: usize = 5;

fn number_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        let joins = at + 1 < bytes.len() && matches!(bytes[at], b'.' | b',') && bytes[at + 1].is_ascii_digit();
        if !joins {
            return at;
        }
        at += 1;
    }
}

/// Reads a word from `at`, gives its end and its number in the vocabulary. Words longer than any that a pattern asks for
/// are kept, but never looked up.
#[inline]
fn word_end(text: &str, at: usize, vocabulary: &Vocabulary) -> (usize, WordId) {
    let bytes = text.as_bytes();
    let (key, letters) = Key::letters(bytes, at);
    let end = at + letters;
    match bytes.get(end) {
        Some(b'\'' | 128..) => joined_word_end(text, at, vocabulary),
        _ if letters > LONGEST_WORD => (end, WordId::NONE),
        _ => (end, vocabulary.find(key)),
    }
}

/// Reads a word with apostrophes or letters beyond English ones.
#[inline(never)]
fn joined_word_end(text: &str, mut at: usize, vocabulary: &Vocabulary) -> (usize, WordId) {
    let bytes = text.as_bytes();
    let mut lower = [0u8; LONGEST_WORD];
    let mut length = 0;
    let mut push = |byte: u8| {
        if length < LONGEST_WORD {
            lower[length] = byte;
        }
        length += 1;
    };
    while at < bytes.len() {
        match bytes[at] {
            letter @ (b'a'..=b'z' | b'A'..=b'Z') => {
                push(letter.to_ascii_lowercase());
                at += 1;
            }
            b'\'' if bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) => at += 1,
            0..=127 => break,
            _ => {
                let c = text[at..].chars().next().unwrap_or(' ');
                let next = text[at + c.len_utf8()..].chars().next();
                if is_letter(c) {
                    // Words with accents are kept whole. Such letters stay as they are written: no pattern has them in
                    // capitals, and Unicode's tables of small letters are 4 kB of wasm. Families fold likewise.
                    c.encode_utf8(&mut [0; 4]).bytes().for_each(&mut push);
                } else if !(matches!(c, '’' | '‘' | '\u{ad}') && next.is_some_and(is_letter)) {
                    break;
                }
                at += c.len_utf8();
            }
        }
    }
    let word = if length <= LONGEST_WORD { vocabulary.word(&lower[..length]) } else { WordId::NONE };
    (at, word)
}

fn ascii_mark(byte: u8) -> TokenKind {
    match byte {
        b'$' => TokenKind::Currency,
        b'%' => TokenKind::Percent,
        b'(' | b'[' | b'{' => TokenKind::Open,
        b')' | b']' | b'}' => TokenKind::Close,
        b'-' => TokenKind::Dash,
        b'/' => TokenKind::Slash,
        b'.' => TokenKind::Stop,
        b',' => TokenKind::Comma,
        b':' => TokenKind::Colon,
        b';' => TokenKind::Semicolon,
        b'?' | b'!' => TokenKind::Exclamation,
        b'"' | b'\'' | b'`' => TokenKind::Quote,
        b'=' | b'+' | b'<' | b'>' => TokenKind::Operator,
        _ => TokenKind::Other,
    }
}

fn mark(c: char) -> TokenKind {
    match c {
        '£' | '€' => TokenKind::Currency,
        '‐'..='―' | '−' => TokenKind::Dash,
        '“' | '”' | '‘' | '’' | '«' | '»' => TokenKind::Quote,
        '≥' | '≤' | '×' | '±' => TokenKind::Operator,
        '⁄' => TokenKind::Slash,
        _ => TokenKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text, &Vocabulary::default()).iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn letters_and_digits_part() {
        assert_eq!(cut("£10m 4B.5.1 GBP5m"), ["£", "10", "m", "4", "B", ".", "5.1", "GBP", "5", "m"]);
    }

    #[test]
    fn a_wrongly_decoded_pound_is_a_pound() {
        assert_eq!(cut("up to Â£60,000"), ["up", "to", "£", "60,000"]);
    }

    #[test]
    fn gaps_are_told_apart() {
        let text = "a\tb\nc d";
        let gaps: Vec<_> = tokens(text, &Vocabulary::default()).iter().map(|t| t.gap).collect();
        assert_eq!(gaps, [Gap::Cell, Gap::Cell, Gap::Line, Gap::Space]);
    }

    proptest::proptest! {
        #[test]
        fn tokens_are_in_order_and_on_letter_borders(text in ".{0,200}") {
            let mut last = 0;
            for token in tokens(&text, &Vocabulary::default()) {
                proptest::prop_assert!(token.start >= last && token.end > token.start);
                proptest::prop_assert!(text.get(token.start as usize..token.end as usize).is_some());
                last = token.end;
            }
        }
    }
}
