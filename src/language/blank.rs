//! Blanks of templates that nobody has filled in: `«Insert date»`, `[£X]`, `[TBC]`, `<insert value>`, `£[   ]`.

use std::ops::Range;

use crate::letter::{is_letter, is_letter_or_digit};

/// A blank is no longer than this, in bytes; more between two brackets is text.
const LONGEST: usize = 160;
/// Blanks of a block beyond these are not looked for.
const MOST: usize = 100;

/// What a blank's words begin with, in small letters.
const BEGINNINGS: [&str; 28] = [
    "insert",
    "enter ",
    "add ",
    "state ",
    "specify",
    "complete ",
    "delete",
    "describe ",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to be inserted",
    "to be completed",
    "to be agreed",
    "amount",
    "sum",
    "figure",
    "value",
    "number",
    "percentage",
    "date",
    "day",
    "dd",
    "name",
    "xx",
    "buyer to",
    "authority to",
];
/// What they end with, where their first word may be any: "council name", "start date".
const ENDINGS: [&str; 3] = [" name", " date", " title"];
/// Signs that fill a blank without saying anything.
const FILLERS: &str = " .…_-–•●?*#xX£%,\u{a0}";
/// Words in a blank that leave it to those who bid.
const THEIRS: [&str; 8] = ["bidder", "tenderer", "supplier", "applicant", "contractor", "provider", "company", "your"];

/// The blanks of a block's text, as ranges of bytes, in order. Takes time in proportion to the text.
///
/// Boxes to tick and what bidders are to fill in are none.
///
/// ```
/// use tender_check::language::blank::blanks;
/// let text = "Cover of £[   ] by «Insert date», value £XX,XXX; [ ] Yes; see [1]; [Bidder to insert name]";
/// let found: Vec<&str> = blanks(text).into_iter().map(|r| &text[r]).collect();
/// assert_eq!(found, ["£[   ]", "«Insert date»", "£XX,XXX"]);
/// ```
pub fn blanks(text: &str) -> Vec<Range<usize>> {
    // Few texts have a sign of one. « and £ have the same first byte.
    let bytes = text.as_bytes();
    let sign = |(at, byte): (usize, &u8)| match byte {
        b'[' | b'<' | 0xc2 => true,
        b'T' => bytes[at..].starts_with(b"TBC"),
        _ => false,
    };
    if !bytes.iter().enumerate().any(sign) {
        return vec![];
    }
    let mut out: Vec<Range<usize>> = vec![];
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if at < from || out.len() >= MOST {
            continue;
        }
        let close = match c {
            '[' => ']',
            '«' => '»',
            '<' => '>',
            '£' => {
                let end = crosses(text, at + c.len_utf8());
                if end > at + c.len_utf8() {
                    out.push(at..end);
                    from = end;
                }
                continue;
            }
            'T' if abbreviated(text, at) => {
                out.push(at..at + 3);
                continue;
            }
            _ => continue,
        };
        let inside = at + c.len_utf8();
        let Some(end) = text[inside..].char_indices().take_while(|(i, _)| *i <= LONGEST).find(|(_, c)| *c == close)
        else {
            continue;
        };
        let content = &text[inside..inside + end.0];
        from = inside;
        if is_blank(text, at, content, c == '[') {
            let pound = text[..at].ends_with('£') && out.last().is_none_or(|last| last.end < at);
            from = inside + end.0 + close.len_utf8();
            out.push(at - if pound { '£'.len_utf8() } else { 0 }..from);
        }
    }
    out
}

/// Whether what stands between two brackets is a blank. Only square ones may be empty.
fn is_blank(text: &str, at: usize, content: &str, square: bool) -> bool {
    if content.chars().all(|c| FILLERS.chars().any(|filler| filler == c)) {
        if !square {
            return false;
        }
        // At the start of a block or cell, or beside "Yes" and "No", it is a box to tick.
        let before = text[..at].trim_end_matches([' ', '\u{a0}']);
        let label = before.rsplit([' ', '\t', '\n']).next().unwrap_or("");
        let after = text[at + content.len() + 1..].trim_start_matches([']', ' ']);
        let begins = |word: &str| after.get(..word.len()).is_some_and(|first| first.eq_ignore_ascii_case(word));
        let box_to_tick = before.is_empty()
            || before.ends_with(['\t', '\n', ']'])
            || ["yes", "no", "n/a"].iter().any(|word| label.eq_ignore_ascii_case(word) || begins(word));
        let counts = ["year", "month", "week", "day", "working", "%"].iter().any(|unit| begins(unit));
        let filled = !counts && content.chars().any(|c| matches!(c, 'x' | 'X')) && content.trim().len() == 1;
        return !(box_to_tick || filled && !before.ends_with('£'));
    }
    let lower = content.trim().trim_start_matches(begins_blank).to_ascii_lowercase();
    let begins = BEGINNINGS.iter().any(|word| {
        let rest = lower.strip_prefix(word);
        rest.is_some_and(|rest| word.ends_with(' ') || !rest.starts_with(is_letter))
    });
    let ends = ENDINGS.iter().any(|word| lower.ends_with(word));
    (begins || ends) && !THEIRS.iter().any(|word| crate::words::mentions(&lower, word))
}

/// Whether it stands before the words of a blank: "[£ amount]".
fn begins_blank(sign: char) -> bool {
    matches!(sign, '£' | '#' | '[' | '_')
}

/// The end of a sum of crosses: "XX,XXX", "XX,000".
fn crosses(text: &str, from: usize) -> usize {
    let run = text[from..].bytes().take_while(|b| matches!(b, b'X' | b'x' | b',' | b'0'));
    let end = from + run.count();
    let word_goes_on = text[end..].starts_with(is_letter_or_digit);
    let end = from + text[from..end].trim_end_matches(',').len();
    if word_goes_on || !text[from..end].starts_with(['X', 'x']) { from } else { end }
}

/// "TBC" as a word.
fn abbreviated(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    let word = rest.starts_with("TBC") && !rest[3..].starts_with(is_letter_or_digit);
    word && !text[..at].ends_with(is_letter_or_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        blanks(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn blanks_are_found_in_all_their_shapes() {
        for (text, blank) in [
            ("Start: [insert date]", "[insert date]"),
            ("Cover of £[INSERT AMOUNT] million", "£[INSERT AMOUNT]"),
            ("not less than [£X] a claim", "[£X]"),
            ("a bond of [●]% of the price", "[●]"),
            ("Value: TBC", "TBC"),
            ("for [X] years", "[X]"),
            ("between [COUNCIL NAME] and the Trust", "[COUNCIL NAME]"),
            ("within [ ] days", "[ ]"),
            ("Turnover of <insert value> a year", "<insert value>"),
            ("by «Insert Time, Date, Month, Year of #7»", "«Insert Time, Date, Month, Year of #7»"),
            ("about £XXX,XXX a year", "£XXX,XXX"),
            ("about £XX,000 a year", "£XX,000"),
            ("[to be confirmed]", "[to be confirmed]"),
            ("[dd month yyyy]", "[dd month yyyy]"),
        ] {
            assert_eq!(found(text), [blank], "{text}");
        }
    }

    #[test]
    fn what_is_filled_in_or_left_to_bidders_is_no_blank() {
        for text in [
            "[10,000,000] GBP",
            "See [1] and [the terms].",
            "[ ] Yes [ ] No",
            "Yes [x] No [ ]",
            "[Tenderer to insert price]",
            "[Not applicable]",
            "if x < 5 and y > 3",
            "<https://example.org>",
            "[the date of the award]",
            "[supplier name]",
            "[Company Name] Ltd",
            "XX Ltd",
            "TBCs",
            "«Le Monde»",
            "[nameplate]",
            "[ ]\tElectronic",
        ] {
            assert_eq!(found(text), [] as [&str; 0], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_looked_through(text in "[\\[\\]«»<>£XxTBC insert.é,\\t]{0,80}") {
            let found = blanks(&text);
            let apart = found.windows(2).all(|pair| pair[0].end <= pair[1].start);
            proptest::prop_assert!(apart && found.iter().all(|r| text.get(r.clone()).is_some()));
        }
    }
}
