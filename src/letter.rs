//! Letters and their case. The standard library's tables for all scripts of the world are 3 kB of the core module; here are
//! rules for Latin letters, the only ones whose case tells anything in a tender.

/// Whether a sign is a letter of any script; in rare scripts marks and digits count as letters.
pub fn is_letter(c: char) -> bool {
    let latin = matches!(c, 'a'..='z' | 'A'..='Z' | 'ª' | 'µ' | 'º' | 'À'..='\u{2c1}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    // Accents on their own, punctuation, symbols, and fonts' own signs lie between.
    let other = matches!(c, '\u{370}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdff}' | '\u{20000}'..='\u{323af}');
    (latin || other) && !matches!(c, '×' | '÷')
}

/// Whether a sign is a letter or one of our digits.
pub fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_digit() || is_letter(c)
}

/// Whether a letter is a Latin capital, with or without an accent.
///
/// ```
/// use tender_check::letter::is_capital;
///
/// assert!("ÉŴŸẀ".chars().all(is_capital));
/// assert!(!"éŵÿẁ7–".chars().any(is_capital));
/// ```
pub fn is_capital(c: char) -> bool {
    let odd = c as u32 % 2 == 1;
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Ÿ' | 'ẞ' => true,
        'ĸ' | 'ẖ'..='ẟ' => false,
        'Ĺ'..='ň' | 'Ź'..='ž' => odd,
        'Ā'..='ŷ' | 'Ḁ'..='ỿ' => !odd,
        _ => false,
    }
}

/// Whether a letter is a small Latin one, with or without an accent.
pub fn is_small(c: char) -> bool {
    match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' => true,
        'Ā'..='ſ' | 'Ḁ'..='ỿ' => !is_capital(c),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of European languages in Latin script, and English signs.
    fn latin() -> impl Iterator<Item = char> {
        ('\0'..='ſ').chain('Ḁ'..='ỿ')
    }

    #[test]
    fn latin_letters_are_what_unicode_says() {
        for c in latin() {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c}");
            assert_eq!(is_capital(c), c.is_uppercase(), "{c}");
            assert_eq!(is_small(c), c.is_lowercase() && !"ªµº".contains(c), "{c}");
        }
    }

    #[test]
    fn no_sign_of_print_is_a_letter() {
        let signs = "£€$%&*–—‘’“”•●▪■☐✓…§©®™°±¼½¾²³→≥≤\u{a0}\u{ad}\u{200b}\u{300}\u{f0b7}\u{fffd}😀　、。";
        assert!(!signs.chars().any(is_letter));
        assert!("ﬁ中日한абвגαЖ".chars().all(is_letter));
    }
}
