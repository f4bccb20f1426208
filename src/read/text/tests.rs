//! Whole texts in, blocks out.

mod any;
mod markdown;

use super::*;
use crate::document::{Block, Kind};

/// A block in one line: its kind, its label in brackets, its text.
fn line(block: &Block) -> String {
    let kind = match &block.kind {
        Kind::Heading { level } => format!("h{level}"),
        Kind::Paragraph => "p".into(),
        Kind::ListItem { level } => format!("li{level}"),
        Kind::Row { table, head, .. } => format!("t{table}{}", if *head { "h" } else { "" }),
        Kind::Field { name } => format!("<{name}>"),
        Kind::Header => "head".into(),
        Kind::Footer => "foot".into(),
        Kind::Footnote => "note".into(),
    };
    let label = block.label.as_ref().map_or(String::new(), |label| format!(" [{label}]"));
    format!("{kind}{label} {}", block.text.replace('\t', " | ").replace('\n', " / "))
}

fn lines_of(text: &str) -> Vec<String> {
    read("tender.txt", text.as_bytes()).blocks.iter().map(line).collect()
}

fn pages_of(text: &str) -> Vec<u32> {
    read("tender.txt", text.as_bytes()).blocks.iter().filter_map(|block| block.page).collect()
}

#[test]
fn hard_wrapped_paragraphs_are_one_block_each() {
    let text = "\
The Council wants a provider of meals at home for people who cannot
cook for themselves. The service runs on every day of the year and
starts on 1 April.

Bidders must hold public liability cover of at least £2 million for
any one claim when the contract with the
Council begins.
Meals are to be hot.
";
    assert_eq!(
        lines_of(text),
        [
            "p The Council wants a provider of meals at home for people who cannot cook for themselves. The service runs \
             on every day of the year and starts on 1 April.",
            "p Bidders must hold public liability cover of at least £2 million for any one claim when the contract with the Council begins.",
            "p Meals are to be hot.",
        ]
    );
}

#[test]
fn a_notice_keeps_one_statement_a_line() {
    let text = "\
Title: Meals at home
Buyer: Anytown Council
Description:
The service brings hot meals to about 200 people.
It may be shared by several providers.
Award criterion: price / price / Weighting: 40
Award criterion: quality / quality / Weighting: 60

-- Lot 1: North
Estimated value: 120000 GBP
Is the lot suitable for SMEs? Yes
Closing date:
2026-05-01
";
    assert_eq!(
        lines_of(text),
        [
            "<Title> Title: Meals at home",
            "<Buyer> Buyer: Anytown Council",
            "p Description:",
            "p The service brings hot meals to about 200 people.",
            "p It may be shared by several providers.",
            "<Award criterion> Award criterion: price / price / Weighting: 40",
            "<Award criterion> Award criterion: quality / quality / Weighting: 60",
            "h2 Lot 1: North",
            "<Estimated value> Estimated value: 120000 GBP",
            "<Is the lot suitable for SMEs?> Is the lot suitable for SMEs? Yes",
            "<Closing date> Closing date: / 2026-05-01",
        ]
    );
}

#[test]
fn numbered_clauses_and_bullets_nest() {
    let text = "\
SCHEDULE 2

INSURANCE

4. Cover
4.1 The provider must hold:
    (a) public liability cover of £2m, which may be
        shared with others; and
    (b) employer's liability cover of £5m.
4.2 The provider must show:
    - certificates
    - receipts
";
    assert_eq!(
        lines_of(text),
        [
            "h1 SCHEDULE 2",
            "h3 INSURANCE",
            "h4 [4.] Cover",
            "li0 [4.1] The provider must hold:",
            "li1 [(a)] public liability cover of £2m, which may be shared with others; and",
            "li1 [(b)] employer's liability cover of £5m.",
            "li0 [4.2] The provider must show:",
            "li1 [-] certificates",
            "li1 [-] receipts",
        ]
    );
}

#[test]
fn numbers_and_bullets_on_their_own_lines_find_their_texts() {
    let text = "\
1.1

1.2

The provider must:
1.1.1

tell the Council of any change; and

1.1.2

keep records.

The Council must:
●
●

pay within thirty days
say why it does not
";
    assert_eq!(
        lines_of(text),
        [
            "li0 [1.1] The provider must:",
            "li1 [1.1.1] tell the Council of any change; and",
            "li1 [1.1.2] keep records.",
            "li0 [1.2] The Council must:",
            "li1 [●] pay within thirty days",
            "li1 [●] say why it does not",
        ]
    );
}

#[test]
fn a_reference_at_the_start_of_a_line_is_no_label() {
    let text = "\
The provider must keep the Council told of all that happens in the course
of the service, and it must answer each question within a week.

The provider must give the Council any document that is named in clause
4.2 of these terms within the time that is named in the second paragraph
(b) of the schedule, and where the Council asks for it once more within
30 days of the day on which it asked.
";
    assert_eq!(lines_of(text).len(), 2);
}

#[test]
fn tables_become_rows() {
    let grid = "\
+-----------+----------------+
| Cover     | Least amount   |
+===========+================+
| Public    | £5m for each   |
| liability | claim          |
+-----------+----------------+
";
    assert_eq!(lines_of(grid), ["t0h Cover | Least amount", "t0 Public liability | £5m for each claim"]);

    let pipes = "Cover | Amount\n----- | ------\nPublic liability | £5m\n";
    assert_eq!(lines_of(pipes), ["t0h Cover | Amount", "t0 Public liability | £5m"]);

    let ruled = "\
  -----------------------------------
  Cover                 Least amount
  --------------------- -------------
  Public liability of   £5m
  the provider          

  Employer's liability  £10m
  -----------------------------------

After.
";
    assert_eq!(
        lines_of(ruled),
        [
            "t0h Cover | Least amount",
            "t0 Public liability of the provider | £5m",
            "t0 Employer's liability | £10m",
            "p After."
        ]
    );

    let tabs = "Cover\tAmount\nPublic liability\t£5m\nEmployer's liability\t£10m\nAfter.\n";
    assert_eq!(
        lines_of(tabs),
        ["t0h Cover | Amount", "t0 Public liability | £5m", "t0 Employer's liability | £10m", "p After."]
    );

    let blanks = "\
Cover                     Amount     When
Public liability          £5m        at award
Employer's liability      £10m       at award
";
    assert_eq!(
        lines_of(blanks),
        [
            "t0h Cover | Amount | When",
            "t0 Public liability | £5m | at award",
            "t0 Employer's liability | £10m | at award"
        ]
    );
}

#[test]
fn a_cell_without_text_leaves_its_column_out() {
    let document = read("a.txt", b"| a | b | c |\n|---|---|---|\n| 1 |   | 3 |\n");
    let columns: Vec<Vec<u16>> =
        document.blocks.iter().map(|b| b.cells().map(|(column, _)| column).collect()).collect();
    assert_eq!(columns, [vec![0, 1, 2], vec![0, 2]]);
}

#[test]
fn two_blanks_behind_full_stops_are_no_table() {
    let text = "We pay in time.  You send a bill.\nWe like it so.  You do too.\nWe end here.  You as well.\n";
    assert!(lines_of(text).iter().all(|line| line.starts_with("p ")));
}

#[test]
fn form_feeds_part_pages_and_show_running_heads() {
    let page = |n: u32, text: &str| format!("Anytown Council - Meals at home\n\n{text}\n\nPage {n} of 3\n\u{c}");
    let text = [page(1, "The provider brings meals."), page(2, "It is paid."), page(3, "It is thanked.")].concat();
    let document = read("tender.txt", text.as_bytes());
    assert_eq!(document.pages, Some(3));
    assert_eq!(
        lines_of(&text)[..4],
        [
            "head Anytown Council - Meals at home",
            "p The provider brings meals.",
            "foot Page 1 of 3",
            "head Anytown Council - Meals at home"
        ]
    );
    assert_eq!(pages_of(&text), [1, 1, 1, 2, 2, 2, 3, 3, 3]);
}

#[test]
fn a_sentence_goes_on_across_the_end_of_a_page() {
    let text = "\
The provider and all of its people come to the house
of each person and bring along with them all that

1
\u{c}is needed there. They leave the house as it was and
they take away with them what is left. Each one is

2
\u{c}greeted by name, on each day of the week and of the
year.

3
\u{c}";
    let lines = lines_of(text);
    assert!(lines[0].ends_with("and of the year.") && lines.len() == 4, "{lines:?}");
}

#[test]
fn lists_of_divisions_are_no_headings() {
    let text = "Schedule 1 Prices\nSchedule 2 Terms\nSchedule 3 Insurance\n\nThe provider signs all.\n";
    assert!(lines_of(text).iter().all(|line| line.starts_with("p ")));
}

#[test]
fn a_lot_among_lots_that_are_sentences_heads_nothing() {
    let text = "Work is parted so:\nLot 1: Beds, chairs and all that goes with them.\nLot 2: Hire of beds and chairs\n\
                Lot 3: Cleaning.\n\nThe value is £90,000.\n";
    let lines = lines_of(text);
    assert!(lines.iter().all(|line| !line.starts_with('h')), "{lines:?}");
}

#[test]
fn a_figure_below_a_name_is_its_value() {
    let text = "\
Meals at home

Total value (estimated)
£7,440,000 excluding VAT
£8,928,000 including VAT

Maximum number of lots a supplier can be awarded
2

Public liability insurance

£5,000,000 for each claim

Award criteria
By price alone and nothing else.
";
    assert_eq!(
        lines_of(text)[1..],
        [
            "<Total value (estimated)> Total value (estimated) / £7,440,000 excluding VAT / £8,928,000 including VAT",
            "<Maximum number of lots a supplier can be awarded> Maximum number of lots a supplier can be awarded / 2",
            "<Public liability insurance> Public liability insurance / £5,000,000 for each claim",
            "h7 Award criteria",
            "p By price alone and nothing else.",
        ]
    );
}

#[test]
fn footnotes_are_those_that_something_refers_to() {
    let text = "Meals are hot.[1]\n\nThey come at noon.\n\n[1] At 60 degrees.\n[2] Nobody refers to this.\n";
    let lines = lines_of(text);
    assert_eq!(lines[2..], ["note [[1]] At 60 degrees.", "p [2] Nobody refers to this."]);
}

#[test]
fn a_heading_that_no_other_lot_has_ends_the_last_lot() {
    let lot = |n: u8| format!("Lot {n}: area {n}\n\nEligible bidders\nAnybody may bid for this lot.\n\n");
    let text = [lot(1), lot(2), "Award criteria\nBy price alone and nothing else.\n".into()].concat();
    let lines = lines_of(&text);
    assert_eq!(
        lines[3..],
        [
            "h2 Lot 2: area 2",
            "h7 Eligible bidders",
            "p Anybody may bid for this lot.",
            "h2 Award criteria",
            "p By price alone and nothing else."
        ]
    );
}

#[test]
fn columns_and_indented_clauses_have_margins_of_their_own() {
    let text = "\
The provider keeps the Council told of all that happens in the course of the service,
and it answers each question that the Council asks within a week of the day it was asked.

Meals

are hot and come to the house of each
person, and they suit those who eat
them in kind and size, as the
Provider and the person agree with each
other;

Drivers

are the people who bring the meals to
the house of each person.
";
    assert_eq!(
        lines_of(text)[1..],
        [
            "h7 Meals",
            "p are hot and come to the house of each person, and they suit those who eat them in kind and size, as the \
             Provider and the person agree with each other;",
            "h7 Drivers",
            "p are the people who bring the meals to the house of each person.",
        ]
    );
}

#[test]
fn underlined_lines_are_headings() {
    assert_eq!(
        lines_of("How to bid\n==========\nSend it by post.\n\nThe price\n---------\nSay it in pounds.\n"),
        ["h1 How to bid", "p Send it by post.", "h2 The price", "p Say it in pounds."]
    );
}

#[test]
fn what_holds_no_text_is_said() {
    for (bytes, why) in [(&b""[..], Why::Empty), (b" \r\n\x0c\t\n", Why::Empty)] {
        let document = read("a.txt", bytes);
        assert_eq!((document.unread[0].why, document.blocks.len()), (why, 0));
    }
    assert_eq!(read("a.txt", &vec![b'a'; LARGEST + 1]).unread[0].why, Why::TooLarge);
}

#[test]
fn one_line_of_ten_million_signs_is_read() {
    let text = "word ".repeat(2_000_000);
    assert_eq!(read("a.txt", text.as_bytes()).words(), 2_000_000);
}
