//! Order, paragraphs, headings, lists and running lines.

use super::super::read;
use super::maker::{Draw, Maker, one_page, wide};
use super::{blocks, show};
use crate::document::Kind;

const LONG: &str = "The supplier must keep in force a policy of insurance that covers all that it may be liable for \
    under this contract, and must show the certificate to the council when it is asked to.";
const OTHER: &str = "Invoices are paid within thirty days. The council will listen to a request for payment in \
    advance where the supplier is a small charity and can show that it needs working capital.";

#[test]
fn lines_become_paragraphs() {
    let mut draw = Draw::default();
    let y = draw.paragraph(60.0, 100.0, 300.0, LONG);
    draw.paragraph(60.0, y + 8.0, 300.0, OTHER);
    assert_eq!(blocks(&one_page(&draw)), [format!("p: {LONG}"), format!("p: {OTHER}")]);
}

#[test]
fn paragraphs_are_told_by_short_lines_where_no_room_is_between() {
    let mut draw = Draw::default();
    let y = draw.paragraph(60.0, 100.0, 300.0, LONG);
    draw.paragraph(60.0, y, 300.0, OTHER);
    assert_eq!(blocks(&one_page(&draw)), [format!("p: {LONG}"), format!("p: {OTHER}")]);
}

#[test]
fn broken_words_are_mended_and_compounds_kept() {
    let mut draw = Draw::default();
    for (i, line) in ["An organi-", "sation that is not-for-", "profit may bid, with a third-", "party guarantor."]
        .into_iter()
        .enumerate()
    {
        draw.text(60.0, 100.0 + 12.0 * i as f32, line);
    }
    draw.text(60.0, 300.0, "A third party is a party too.");
    let all = blocks(&one_page(&draw));
    assert_eq!(all[0], "p: An organisation that is not-for-profit may bid, with a third-party guarantor.");
}

#[test]
fn columns_stay_apart_in_either_order_of_drawing() {
    let mut by_column = Draw::default();
    by_column.paragraph(60.0, 100.0, 220.0, LONG);
    by_column.paragraph(320.0, 100.0, 220.0, OTHER);
    let mut pieces: Vec<(String, f32)> = vec![];
    for line in by_column.0.lines() {
        let y: f32 = line.split(' ').nth(5).and_then(|y| y.parse().ok()).expect("the y of Td");
        pieces.push((line.to_owned(), y));
    }
    pieces.sort_by(|a, b| b.1.total_cmp(&a.1));
    let by_line = Draw(pieces.into_iter().map(|(line, _)| line + "\n").collect());
    let expected = [format!("p: {LONG}"), format!("p: {OTHER}")];
    assert_eq!(blocks(&one_page(&by_column)), expected);
    assert_eq!(blocks(&one_page(&by_line)), expected);
}

#[test]
fn a_paragraph_goes_on_over_the_page_and_running_lines_are_set_apart() {
    let mut maker = Maker::default();
    let (first, second) = LONG.split_at(LONG.find("policy").expect("in the text"));
    for (page, text) in (1..).zip([first, second, OTHER]) {
        let mut draw = Draw::default();
        draw.text(60.0, 40.0, "Town of Ashdown: school meals");
        draw.paragraph(60.0, 100.0, 235.0, text.trim_end());
        draw.text(280.0, 770.0, &format!("Page {page} of 3"));
        maker.page(&draw.0, "");
    }
    let document = read("a.pdf", &maker.file());
    let all: Vec<(String, Option<u32>)> = document.blocks.iter().map(|b| (show(b), b.page)).collect();
    let expected = [
        ("header: Town of Ashdown: school meals".to_owned(), Some(1)),
        (format!("p: {LONG}"), Some(1)),
        ("footer: Page 1 of 3".to_owned(), Some(1)),
        (format!("p: {OTHER}"), Some(3)),
    ];
    assert_eq!(all, expected);
    assert_eq!(document.pages, Some(3));
}

#[test]
fn artifacts_are_running_lines_even_on_a_single_page() {
    let mut draw = Draw::default();
    draw.put("/Artifact <</Type/Pagination>> BDC").text(60.0, 40.0, "Draft 3").put("EMC");
    draw.paragraph(60.0, 100.0, 300.0, LONG);
    draw.put("/Artifact BMC").text(60.0, 770.0, "Meadow Council").put("EMC");
    let expected = ["header: Draft 3".to_owned(), format!("p: {LONG}"), "footer: Meadow Council".to_owned()];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn lots_that_begin_pages_are_no_running_heads() {
    let mut maker = Maker::default();
    for lot in 1..=3 {
        let mut draw = Draw::default();
        draw.set("F2", 16.0, 60.0, 60.0, &format!("Lot {lot}"));
        draw.paragraph(60.0, 120.0, 300.0, LONG);
        maker.page(&draw.0, "");
    }
    let all = blocks(&maker.file());
    assert_eq!(all.iter().filter(|block| block.starts_with("h1: Lot")).count(), 3);
}

#[test]
fn headings_are_told_by_size_weight_and_number() {
    let mut draw = Draw::default();
    draw.set("F2", 18.0, 60.0, 60.0, "Invitation to tender");
    draw.set("F2", 14.0, 60.0, 90.0, "Part A: about the contract");
    draw.paragraph(60.0, 120.0, 400.0, LONG);
    draw.bold(60.0, 180.0, "2. Payment");
    draw.bold(60.0, 200.0, "2.1 Invoices");
    draw.paragraph(60.0, 220.0, 400.0, OTHER);
    draw.bold(60.0, 300.0, "The supplier must hold public liability cover of £5m.");
    draw.paragraph(60.0, 320.0, 400.0, LONG);
    let expected = [
        "h1: Invitation to tender".to_owned(),
        "h2: Part A: about the contract".to_owned(),
        format!("p: {LONG}"),
        "h4: 2. Payment".to_owned(),
        "h5: 2.1 Invoices".to_owned(),
        format!("p: {OTHER}"),
        "p: The supplier must hold public liability cover of £5m.".to_owned(),
        format!("p: {LONG}"),
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn list_items_have_labels_and_levels() {
    let mut draw = Draw::default();
    draw.paragraph(60.0, 80.0, 400.0, "Bidders must provide:");
    draw.text(60.0, 100.0, "1.").paragraph(80.0, 100.0, 250.0, LONG);
    draw.text(60.0, 160.0, "2.").text(80.0, 160.0, "two references:");
    draw.text(80.0, 172.0, "(a)").text(100.0, 172.0, "from a public body;");
    draw.text(80.0, 184.0, "(b)").text(100.0, 184.0, "from anybody else.");
    draw.text(60.0, 196.0, "3.").text(80.0, 196.0, "Accounts.");
    let expected = [
        "p: Bidders must provide:".to_owned(),
        format!("li0: 1. {LONG}"),
        "li0: 2. two references:".to_owned(),
        "li1: (a) from a public body;".to_owned(),
        "li1: (b) from anybody else.".to_owned(),
        "li0: 3. Accounts.".to_owned(),
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn bullets_drawn_as_discs_are_bullets() {
    let mut draw = Draw::default();
    for (i, text) in ["vans with a lift", "drivers who are trained"].into_iter().enumerate() {
        let y = 700.0 - 20.0 * i as f32;
        let disc = format!(
            "64 {0} m 65 {0} 66 {1} 66 {2} c 66 {3} 65 {4} 64 {4} c 63 {4} 62 {3} 62 {2} c 62 {1} 63 {0} 64 {0} c f",
            y + 1.5,
            y + 2.5,
            y + 3.5,
            y + 4.5,
            y + 5.5
        );
        draw.put(&disc).text(75.0, 800.0 - y, text);
    }
    draw.put("300 300 m 301 300 302 301 302 302 c 302 303 301 304 300 304 c 299 304 298 303 298 302 c 298 301 299 300 300 300 c f");
    assert_eq!(blocks(&one_page(&draw)), ["li0: • vans with a lift", "li0: • drivers who are trained"]);
}

#[test]
fn numbers_drawn_after_their_text_are_put_in_front() {
    let mut draw = Draw::default();
    draw.text(80.0, 100.0, "Accounts of two years.").text(80.0, 120.0, "A method statement.");
    draw.text(60.0, 100.0, "1.").text(60.0, 120.0, "2.");
    assert_eq!(blocks(&one_page(&draw)), ["li0: 1. Accounts of two years.", "li0: 2. A method statement."]);
}

#[test]
fn raised_numbers_do_not_join_the_words_before_and_notes_stand_behind_them() {
    let mut draw = Draw::default();
    let cover = "Cover of £5,000,000";
    let end = 60.0 + wide(cover);
    draw.text(60.0, 100.0, cover).set("F1", 6.0, end, 96.0, "2").text(end + 6.0, 100.0, "is needed.");
    draw.paragraph(60.0, 130.0, 400.0, LONG);
    draw.set("F1", 6.0, 60.0, 696.0, "2").set("F1", 8.0, 66.0, 700.0, "For any one claim.");
    draw.text(60.0, 640.0, "In all 90 m").set("F1", 6.0, 60.0 + wide("In all 90 m"), 636.0, "2");
    let expected = [
        "p: Cover of £5,000,000 is needed.".to_owned(),
        "note: 2 For any one claim.".to_owned(),
        format!("p: {LONG}"),
        "p: In all 90 m²".to_owned(),
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn what_is_drawn_late_is_put_where_it_stands() {
    let mut draw = Draw::default();
    draw.paragraph(60.0, 140.0, 300.0, LONG);
    draw.paragraph(60.0, 260.0, 300.0, OTHER);
    draw.set("F2", 14.0, 60.0, 240.0, "Payment").set("F2", 14.0, 60.0, 100.0, "Insurance");
    let expected = ["h1: Insurance".to_owned(), format!("p: {LONG}"), "h1: Payment".to_owned(), format!("p: {OTHER}")];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn turned_pages_are_read_upright() {
    let mut draw = Draw::default();
    for (i, line) in
        ["Schedule of rates for the mowing of", "verges, with all that belongs to it."].into_iter().enumerate()
    {
        draw.put(&format!("BT /F1 10 Tf 0 1 -1 0 {} 60 Tm ({line}) Tj ET", 100.0 + 12.0 * i as f32));
    }
    let turned = "p: Schedule of rates for the mowing of verges, with all that belongs to it.";
    assert_eq!(blocks(&one_page(&draw)), [turned]);
    // The same, by the page's own entry.
    let mut draw = Draw::default();
    draw.text(60.0, 100.0, "Schedule of rates for the mowing of").text(
        60.0,
        112.0,
        "verges, with all that belongs to it.",
    );
    assert_eq!(blocks(&Maker::default().page(&draw.0, "/Rotate 90").file()), [turned]);
}

#[test]
fn words_drawn_twice_to_look_bold_are_read_once() {
    let mut draw = Draw::default();
    draw.text(60.0, 100.0, "Closing date").text(60.3, 100.0, "Closing date");
    assert_eq!(blocks(&one_page(&draw)), ["p: Closing date"]);
}

#[test]
fn blanks_drawn_to_underline_part_no_words() {
    let mut draw = Draw::default();
    let x = 60.0 + wide("transparency-pr");
    draw.text(60.0, 80.0, "transparency-pr").text(60.0, 80.0, " ").text(x - 3.0, 80.0, " ").text(
        x,
        80.0,
        "inciples are",
    );
    assert_eq!(blocks(&one_page(&draw)), ["p: transparency-principles are"]);
}

#[test]
fn dots_that_lead_to_a_page_are_no_text() {
    let mut draw = Draw::default();
    draw.text(60.0, 80.0, "How to bid ........................ 12");
    draw.text(60.0, 95.0, "Form of tender . . . . . . . . . . . 14");
    draw.text(60.0, 140.0, "Signed ........................");
    let expected = ["p: How to bid 12", "p: Form of tender 14", "p: Signed ........................"];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn letters_set_apart_one_by_one_are_words() {
    let mut draw = Draw::default();
    draw.put("BT /F1 10 Tf 3 Tc 60 700 Td (WIDE words) Tj ET");
    draw.put("BT /F1 10 Tf 0 Tc 60 650 Td [(In) -300 (sur) 20 (ance)] TJ ET");
    assert_eq!(blocks(&one_page(&draw)), ["p: WIDE words", "p: In surance"]);
}

#[test]
fn every_block_has_its_page() {
    let mut maker = Maker::default();
    maker
        .page(&Draw::default().text(60.0, 100.0, "One.").0, "")
        .page("", "")
        .page(&Draw::default().text(60.0, 100.0, "Three.").0, "");
    let document = read("a.pdf", &maker.file());
    let pages: Vec<Option<u32>> = document.blocks.iter().map(|block| block.page).collect();
    assert_eq!((pages, document.pages), (vec![Some(1), Some(3)], Some(3)));
    assert!(document.blocks.iter().all(|block| block.kind == Kind::Paragraph));
}

#[test]
fn every_block_has_the_box_around_it() {
    let mut draw = Draw::default();
    draw.text(60.0, 100.0, "Public liability").text(60.0, 112.0, "and cover.");
    let right = (60.0 + wide("Public liability")).ceil() as u16;
    assert_eq!(read("a.pdf", &one_page(&draw)).blocks[0].bounds, Some([60, 92, right, 115]));
}

#[test]
fn the_box_of_a_paragraph_is_that_on_its_first_page() {
    let mut maker = Maker::default();
    for text in ["The supplier must hold a policy of insurance and", "must show it."] {
        maker.page(&Draw::default().text(60.0, 100.0, text).0, "");
    }
    let document = read("a.pdf", &maker.file());
    assert_eq!((document.blocks.len(), document.blocks[0].bounds.map(|bounds| bounds[3])), (1, Some(103)));
}

#[test]
fn the_box_of_a_turned_page_is_that_of_the_page_as_it_is_shown() {
    // Drawn to be read from the bottom to the top, on a page that is shown upright.
    let up = Draw::default().put("BT /F1 10 Tf 0 1 -1 0 100 60 Tm (Public liability) Tj ET").0.clone();
    let long = wide("Public liability");
    let expected = |document: crate::document::Document| document.blocks[0].bounds.expect("a box");
    let [left, top, right, bottom] = expected(read("a.pdf", &Maker::default().page(&up, "").file()));
    assert_eq!([left, right, bottom], [92, 103, 800 - 60]);
    assert_eq!(top, (740.0 - long).floor() as u16);
    // The page's own entry turns it by a quarter, so that it is shown lying and the text stands upright.
    let [left, top, right, bottom] = expected(read("a.pdf", &Maker::default().page(&up, "/Rotate 90").file()));
    assert_eq!([left, top, bottom], [60, 92, 103]);
    assert_eq!(right, (60.0 + long).ceil() as u16);
}
