//! Bytes to tokens: braces, control words, control symbols, text.

/// Most letters of a control word. Word's longest has twenty.
const MAX_WORD: usize = 32;

/// The smallest part of a file that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'t> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word with its number: `\b`, `\b0`, `\u8217`.
    Word(&'t str, Option<i32>),
    /// A control symbol: `\~`.
    Symbol(u8),
    /// A byte written in hexadecimal: `\'93`.
    Byte(u8),
    /// Bytes as they are. Line ends in the file mean nothing and are not in them.
    Text(&'t [u8]),
}

/// The tokens of a file. Bytes behind `\bin` are passed over.
pub struct Tokens<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Tokens<'t> {
    /// Begins at the first byte.
    pub fn new(bytes: &'t [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// What has not been read yet.
    pub fn rest(&self) -> &'t [u8] {
        &self.bytes[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes as many bytes as fit, and gives them.
    fn pass(&mut self, fits: impl Fn(&u8) -> bool, most: usize) -> &'t [u8] {
        let rest = self.rest();
        let length = rest.iter().take(most).take_while(|byte| fits(byte)).count();
        self.at += length;
        &rest[..length]
    }

    /// What stands behind a backslash.
    fn control(&mut self) -> Option<Token<'t>> {
        let first = self.peek()?;
        if first == b'\'' {
            self.at += 1;
            let digits = self.pass(u8::is_ascii_hexdigit, 2);
            let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap_or(0) as u8;
            return Some(Token::Byte(digits.iter().fold(0, |byte, next| byte << 4 | digit(next))));
        }
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(Token::Symbol(first));
        }
        let word = self.pass(u8::is_ascii_alphabetic, MAX_WORD);
        let word = std::str::from_utf8(word).unwrap_or_default();
        let minus = self.peek() == Some(b'-') && self.rest().get(1).is_some_and(u8::is_ascii_digit);
        self.at += usize::from(minus);
        let digits = self.pass(u8::is_ascii_digit, usize::MAX);
        let add = |number: i32, digit: &u8| number.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
        let number = (!digits.is_empty()).then(|| digits.iter().fold(0, add) * if minus { -1 } else { 1 });
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        if word == "bin" {
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Some(Token::Word(word, number))
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            match self.peek()? {
                b'\r' | b'\n' => self.at += 1,
                b'{' => {
                    self.at += 1;
                    return Some(Token::Open);
                }
                b'}' => {
                    self.at += 1;
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.at += 1;
                    return self.control();
                }
                _ => {
                    let plain = |byte: &u8| !matches!(byte, b'\r' | b'\n' | b'{' | b'}' | b'\\');
                    return Some(Token::Text(self.pass(plain, usize::MAX)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_with_one_blank_and_numbers_may_be_below_nought() {
        let tokens: Vec<_> = Tokens::new(b"{\\b  x\\u-10179?\\fs24\\'a3\\~\r\n-\\par}").collect();
        let text = |text| Token::Text(text);
        let words = [Token::Open, Token::Word("b", None), text(b" x"), Token::Word("u", Some(-10179)), text(b"?")];
        assert_eq!(tokens[..5], words);
        assert_eq!(tokens[5..8], [Token::Word("fs", Some(24)), Token::Byte(0xa3), Token::Symbol(b'~')]);
        assert_eq!(tokens[8..], [text(b"-"), Token::Word("par", None), Token::Close]);
    }

    #[test]
    fn bytes_behind_bin_are_passed_over_as_far_as_there_are_any() {
        let of = |bytes: &'static [u8]| Tokens::new(bytes).collect::<Vec<_>>();
        assert_eq!(of(b"\\bin3 {}{x"), [Token::Word("bin", Some(3)), Token::Text(b"x")]);
        assert_eq!(of(b"\\bin99999999999 x"), [Token::Word("bin", Some(i32::MAX))]);
        assert_eq!(of(b"\\bin-5 x"), [Token::Word("bin", Some(-5)), Token::Text(b"x")]);
        assert_eq!(of(b"x\\"), [Token::Text(b"x")]);
    }
}
