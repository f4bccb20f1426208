//! The encodings that PDF knows by name, and the widths of the fonts that every PDF program has.

use read_fonts::ps::PredefinedEncoding;
use read_fonts::ps::agl::name_to_chars;

/// Which characters the codes of a simple font stand for, where the font's dictionary names no glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Adobe's standard encoding.
    Standard,
    /// Windows code page 1252.
    WinAnsi,
    /// Mac OS Roman.
    MacRoman,
    /// The Symbol font's own.
    Symbol,
    /// The ITC Zapf Dingbats font's own.
    ZapfDingbats,
}

const WIN_ANSI_80: &str = "\
        €•‚ƒ„…†‡ˆ‰Š‹Œ•Ž•\
        •‘’“”•–—˜™š›œ•žŸ";

const MAC_ROMAN_80: &str = "\
        ÄÅÇÉÑÖÜáàâäãåçéè\
        êëíìîïñóòôöõúùûü\
        †°¢£§•¶ß®©™´¨≠ÆØ\
        ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ\
        –—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
        ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\
        \u{fffd}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

const SYMBOL_20: &str = "\
        \u{20}!∀#∃%&∋()∗+,−./\
        0123456789:;<=>?\
        ≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟ\
        ΠΘΡΣΤΥς\u{2126}ΞΨΖ[∴]⊥_\
        αβχδεφγηιϕκλµνο\
        πθρστυϖωξψζ{|}∼\u{fffd}\
        \u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\
        \u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\
        €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓\
        °±″≥×∝∂•÷≠≡≈…↵\
        ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉\
        ∠∇∏√⋅¬∧∨⇔⇐⇑⇒⇓\
        ◊\u{2329}∑\
        \u{fffd}\u{232a}∫⌠⌡\u{fffd}";

const ZAPF_DINGBATS_20: &str = "\
        \u{20}✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏\
        ✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟\
        ✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯\
        ✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿\
        ❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏\
        ❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞\u{fffd}\
        ❨❩❪❫❬❭❮❯❰❱❲❳❴❵\u{fffd}\u{fffd}\
        \u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\
        \u{fffd}❡❢❣❤❥❦❧♣♦♥♠①②③④\
        ⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿\
        ➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏\
        ➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟\
        ➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯\
        \u{fffd}➱➲➳➴➵➶➷➸➹➺➻➼➽➾\u{fffd}";

impl Encoding {
    /// The encoding that a font dictionary calls so.
    pub fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            b"StandardEncoding" => Some(Self::Standard),
            _ => None,
        }
    }

    /// The character of each code; U+FFFD where there is none.
    pub fn table(self) -> [char; 256] {
        let mut table = ['\u{fffd}'; 256];
        let (from, high) = match self {
            Self::Standard => {
                for code in 0..=255u8 {
                    let name = PredefinedEncoding::Standard.name(code);
                    if let Some(c) = name_to_chars(name).next().filter(|_| name != ".notdef") {
                        table[usize::from(code)] = c;
                    }
                }
                return table;
            }
            Self::WinAnsi => (0x80, WIN_ANSI_80),
            Self::MacRoman => (0x80, MAC_ROMAN_80),
            Self::Symbol => (0x20, SYMBOL_20),
            Self::ZapfDingbats => (0x20, ZAPF_DINGBATS_20),
        };
        if from == 0x80 {
            for code in (0x20..0x7f).chain(0xa0..=0xff) {
                table[usize::from(code)] = char::from(code);
            }
            // Codes that are not used are bullets.
            table[0x7f] = '•';
        }
        for (slot, c) in table[from..].iter_mut().zip(high.chars()) {
            *slot = c;
        }
        table
    }
}

/// Characters of Wingdings that documents use as bullets and boxes, by code.
pub fn wingdings(code: u8) -> Option<char> {
    Some(match code {
        0x6c | 0x9f => '●',
        0x6e => '■',
        0x6f | 0x71 | 0x72 | 0xa8 => '☐',
        0x75..=0x77 => '◆',
        0xa7 => '▪',
        0xd8 => '➢',
        0xe0 | 0xe8 | 0xf0 => '→',
        0xfb | 0x78 | 0xfd => '☒',
        0xfc => '✓',
        0xfe => '☑',
        _ => return None,
    })
}

/// Widths of `' '` to `'~'` in thousandths of an em, from Adobe's font metrics.
#[rustfmt::skip]
static HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 222, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
#[rustfmt::skip]
static HELVETICA_BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 278, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
#[rustfmt::skip]
static TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
#[rustfmt::skip]
static TIMES_BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// Width of a character in ems, in the standard font that a font's name is nearest to.
///
/// For a font that is neither embedded nor says its widths; accented letters get a middling width.
pub fn standard_width(name: &str, bold: bool, c: char) -> f32 {
    let times = ["Times", "Roman", "Serif", "Georgia", "Garamond", "Cambria"].iter().any(|n| name.contains(n));
    if name.contains("Courier") || name.contains("Mono") {
        return 0.6;
    }
    let table = match (times, bold) {
        (true, false) => &TIMES,
        (true, true) => &TIMES_BOLD,
        (false, false) => &HELVETICA,
        (false, true) => &HELVETICA_BOLD,
    };
    let plain = match c {
        '‘' | '’' | '‚' | '‹' | '›' => return if times { 0.333 } else { 0.222 },
        '“' | '”' | '„' => return if times { 0.444 } else { 0.333 },
        '—' | '…' | '™' => return 1.0,
        '•' => return 0.35,
        '£' | '€' | '–' => '0',
        '\u{a0}' => ' ',
        c => c,
    };
    let index = (plain as usize).wrapping_sub(0x20);
    f32::from(table.get(index).copied().unwrap_or(if times { 480 } else { 540 })) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_hold_the_characters_at_their_codes() {
        let at = |encoding: Encoding, code: u8| encoding.table()[usize::from(code)];
        assert_eq!(at(Encoding::WinAnsi, b'A'), 'A');
        assert_eq!(at(Encoding::WinAnsi, 0x80), '€');
        assert_eq!(at(Encoding::WinAnsi, 0x92), '’');
        assert_eq!(at(Encoding::WinAnsi, 0xa3), '£');
        assert_eq!(at(Encoding::WinAnsi, 0xff), 'ÿ');
        assert_eq!(at(Encoding::MacRoman, 0xa3), '£');
        assert_eq!(at(Encoding::MacRoman, 0xd5), '’');
        assert_eq!(at(Encoding::MacRoman, 0xde), 'ﬁ');
        assert_eq!(at(Encoding::Standard, 0xa3), '£');
        assert_eq!(at(Encoding::Standard, 0x27), '’');
        assert_eq!(at(Encoding::Standard, 0xae), 'ﬁ');
        assert_eq!(at(Encoding::Standard, 0x00), '\u{fffd}');
        assert_eq!(at(Encoding::Symbol, 0xb7), '•');
        assert_eq!(at(Encoding::Symbol, 0x61), 'α');
        assert_eq!(at(Encoding::ZapfDingbats, 0x34), '✔');
        assert_eq!(at(Encoding::ZapfDingbats, 0xfe), '➾');
    }

    #[test]
    fn widths_follow_the_font() {
        assert!((standard_width("Helvetica", false, 'A') - 0.667).abs() < 1e-6);
        assert!((standard_width("ArialMT", false, ' ') - 0.278).abs() < 1e-6);
        assert!((standard_width("TimesNewRomanPS-BoldMT", true, '£') - 0.5).abs() < 1e-6);
        assert!((standard_width("CourierNew", false, 'i') - 0.6).abs() < 1e-6);
    }
}
