//! Footnotes: told by the raised number in front, and put behind the block that refers to them.

use crate::document::{Block, Kind};

const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/// Blocks before a note that are looked through for its number.
const MOST: usize = 200;

/// A digit as it stands raised.
pub fn raised(digit: u8) -> char {
    RAISED.chars().nth(usize::from(digit)).unwrap_or(' ')
}

/// The raised number in front of a text, as plain digits, and the rest.
pub fn number(text: &str) -> (String, &str) {
    let rest = text.trim_start_matches(is_raised);
    let digits = text[..text.len() - rest.len()].chars();
    let plain = digits.filter_map(|c| char::from_digit(RAISED.chars().position(|raised| raised == c)? as u32, 10));
    (plain.collect(), rest.trim_start())
}

/// Adds a footnote behind the block that refers to it, whose text loses the number; or at the end where none does.
pub fn place(blocks: &mut Vec<Block>, note: Block) {
    let mark = note.label.as_deref().map(mark).unwrap_or_default();
    let page = note.page;
    let near = |block: &&mut Block| block.page >= page.map(|page| page.saturating_sub(1));
    let mut candidates = blocks.iter_mut().enumerate().rev().take(MOST).take_while(|(_, block)| near(block));
    let found = candidates.find_map(|(at, block)| {
        let place = if block.kind == Kind::Footnote { None } else { refers(&block.text, &mark) }?;
        block.text.replace_range(place..place + mark.len(), "");
        Some(at)
    });
    let at = found.map_or(blocks.len(), |at| {
        at + 1 + blocks[at + 1..].iter().take_while(|block| block.kind == Kind::Footnote).count()
    });
    blocks.insert(at, note);
}

/// Whether a small paragraph with a number in front is the footnote of a block before it.
pub fn is_referred_to(label: &str, before: &[Block]) -> bool {
    let page = before.last().and_then(|block| block.page);
    let mark = mark(label.trim_end_matches(['.', ')']));
    let of_page = before.iter().rev().take_while(|block| block.page == page).take(MOST);
    !mark.is_empty() && of_page.clone().any(|block| refers(&block.text, &mark).is_some())
}

/// A plain number as it stands raised; nothing for other labels.
fn mark(label: &str) -> String {
    let digits: Option<String> = label.bytes().map(|b| b.is_ascii_digit().then(|| raised(b - b'0'))).collect();
    digits.unwrap_or_default()
}

fn is_raised(c: char) -> bool {
    RAISED.contains(c)
}

/// Where a text has a raised number that is not part of another, nor of square metres.
fn refers(text: &str, mark: &str) -> Option<usize> {
    let alone = |at: &usize| {
        let (before, after) = (&text[..*at], &text[*at + mark.len()..]);
        let unit = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        !before.ends_with(is_raised)
            && !after.starts_with(is_raised)
            && !matches!(unit, "m" | "km" | "cm" | "mm" | "ft")
    };
    if mark.is_empty() { None } else { text.match_indices(mark).map(|(at, _)| at).find(alone) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: Kind, label: Option<&str>, text: &str) -> Block {
        Block { label: label.map(str::to_owned), page: Some(1), ..Block::new(kind, text) }
    }

    #[test]
    fn a_note_stands_behind_what_refers_to_it() {
        let mut blocks = vec![
            block(Kind::Paragraph, None, "500 m² of grass¹² and cover¹ of £5m.²"),
            block(Kind::Paragraph, None, "Something else."),
        ];
        for (label, text) in [("1", "For any one claim."), ("2", "Each year."), ("7", "Alone.")] {
            place(&mut blocks, block(Kind::Footnote, Some(label), text));
        }
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        let expected =
            ["500 m² of grass¹² and cover of £5m.", "For any one claim.", "Each year.", "Something else.", "Alone."];
        assert_eq!(texts, expected);
        assert!(is_referred_to("12.", &blocks[..1]) && !is_referred_to("2.", &blocks[..1]));
        assert_eq!(number("¹² Each year"), ("12".to_owned(), "Each year"));
    }
}
