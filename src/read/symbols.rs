//! Characters of symbol fonts.
//!
//! Word stores a character of Symbol or Wingdings by its place in the font, often moved to U+F000 and above,
//! where text has no meaning. The few that matter to readers are given the character that they look like.

/// The character that one of a symbol font looks like; `•` where it is not known.
///
/// `font` is its name, or empty: of the private characters that stand in text without a font, Wingdings are the
/// commonest.
pub fn symbol(font: &str, code: u32) -> char {
    let place = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let known = match font.to_ascii_lowercase().as_str() {
        "symbol" => greek(place),
        "wingdings 2" => wingdings_2(place),
        name if name.is_empty() || name.starts_with("wingdings") => wingdings(place),
        // A font of letters: the code is the character, unless it is private.
        _ => char::from_u32(code).filter(|c| !is_private(*c) && !c.is_control()),
    };
    known.unwrap_or('•')
}

fn greek(place: u32) -> Option<char> {
    Some(match place {
        0x2D => '−',
        0x6D => 'µ',
        0xA2 => '′',
        0xA3 => '≤',
        0xAE => '→',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB8 => '÷',
        0xB9 => '≠',
        0xBB => '≈',
        0xD2 => '®',
        0xD3 => '©',
        0xD4 => '™',
        0xE5 => '∑',
        // Blanks, digits and most signs are where they are in other fonts.
        0x20..=0x3F => char::from_u32(place)?,
        _ => return None,
    })
}

fn wingdings(place: u32) -> Option<char> {
    Some(match place {
        0x20 => ' ',
        0x28 => '☎',
        0x2A => '✉',
        0x6E => '■',
        0x6F | 0x71 | 0x72 | 0xA8 => '☐',
        0x76 => '❖',
        0x78 | 0xFD => '☒',
        0xA7 => '▪',
        0xD8 => '➢',
        0xE0 | 0xE8 => '→',
        0xFB => '✗',
        0xFC => '✓',
        0xFE => '☑',
        _ => return None,
    })
}

fn wingdings_2(place: u32) -> Option<char> {
    Some(match place {
        0x20 => ' ',
        0x4F => '✗',
        0x50 => '✓',
        0x51 | 0x53 => '☒',
        0x52 => '☑',
        0xA3 => '☐',
        _ => return None,
    })
}

/// Whether a character has a meaning in its own font only.
pub fn is_private(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}
