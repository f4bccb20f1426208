//! What holds whatever the text is.

use proptest::prelude::*;

use crate::document::{Document, Kind};
use crate::read::text::{read, read_markdown};

/// The words of a text: what holds a letter or a digit, without the signs at its ends.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    words.sort_unstable();
    words
}

/// All that a document shows: names, labels and texts.
fn shown(document: &Document) -> String {
    let mut all = String::new();
    for block in &document.blocks {
        all.extend([" ", block.label.as_deref().unwrap_or_default(), " ", &block.text, "\n"]);
    }
    all
}

fn any_line() -> impl Strategy<Value = String> {
    let indent = prop::sample::select(vec!["", "", "  ", "    ", "\t"]);
    let start = prop::sample::select(vec![
        "",
        "",
        "",
        "1. ",
        "1.1 ",
        "4.2.1",
        "(a) ",
        "(i)",
        "• ",
        "- ",
        "-   - ",
        "2",
        "Title: ",
        "Name:",
        "Lot 2: ",
        "-- Lot 3 --",
        "SCHEDULE 1",
        "| ",
        "+---+---+",
        "|---|---|",
        "-----",
        "---- ----",
        "====",
        "\u{c}",
        "Page 3",
        "[",
    ]);
    let rest = "([a-zA-Z]{1,9}[ ,.;:|\t]{1,3}){0,14}";
    (indent, start, rest).prop_map(|(indent, start, rest)| format!("{indent}{start}{rest}"))
}

#[test]
fn hostile_marks_cost_no_more_than_their_length() {
    let count = 30_000;
    for unit in [
        "[",
        "](",
        "*a ",
        "`",
        "<a ",
        "> ",
        "- ",
        "| ",
        "![",
        "_",
        "&#",
        "a  b\n",
        "ends here  \n",
        "--- ---\n",
        "+--+\n",
        "a\tb\n\n",
        "1.\n",
        "•\n",
    ] {
        let text = unit.repeat(count);
        read_markdown("a.md", text.as_bytes());
        read("a.txt", text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_word_is_lost_or_made_up(lines in prop::collection::vec(any_line(), 0..60)) {
        let text = lines.join("\n");
        prop_assert_eq!(words(&shown(&read("a.txt", text.as_bytes()))), words(&text));
    }

    #[test]
    fn rows_have_as_many_columns_as_cells(lines in prop::collection::vec(any_line(), 0..40)) {
        for block in read("a.txt", lines.join("\n").as_bytes()).blocks {
            if let Kind::Row { columns, .. } = &block.kind {
                prop_assert_eq!(columns.len(), block.text.split('\t').count());
                prop_assert!(columns.is_sorted());
            }
        }
    }

    #[test]
    fn markdown_loses_no_word(lines in prop::collection::vec(any_line(), 0..40)) {
        let text = lines.join("\n").replace(['[', '~', '`'], "");
        prop_assert_eq!(words(&shown(&read_markdown("a.md", text.as_bytes()))), words(&text));
    }

    #[test]
    fn any_bytes_give_a_document(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let document = crate::read::read("a.txt", &bytes);
        prop_assert!(!document.blocks.is_empty() || !document.unread.is_empty());
    }
}
