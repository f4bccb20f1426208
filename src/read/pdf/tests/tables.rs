//! Tables by lines, by columns and by tags, and what looks like one but is none.

use super::super::read;
use super::maker::{Draw, Maker, one_page, wide};
use super::{blocks, show};

#[test]
fn ruled_tables_have_rows_columns_and_a_head() {
    let mut draw = Draw::default();
    draw.paragraph(60.0, 80.0, 400.0, "The supplier must hold these insurances:");
    draw.grid(&[60.0, 200.0, 300.0, 500.0], &[100.0, 120.0, 160.0, 180.0]);
    draw.bold(65.0, 114.0, "Insurance").bold(205.0, 114.0, "Cover").bold(305.0, 114.0, "Notes");
    draw.text(65.0, 134.0, "Public liability").text(205.0, 134.0, "£5 million");
    draw.paragraph(305.0, 134.0, 180.0, "for any one claim, and to be kept up until the end of the term");
    draw.text(65.0, 174.0, "Cyber").text(205.0, 174.0, "£1 million");
    draw.paragraph(60.0, 200.0, 400.0, "Certificates are asked for before the start.");
    let expected = [
        "p: The supplier must hold these insurances:",
        "head0[0,1,2]: Insurance|Cover|Notes",
        "row0[0,1,2]: Public liability|£5 million|for any one claim, and to be kept up until the end of the term",
        "row0[0,1,2]: Cyber|£1 million|",
        "p: Certificates are asked for before the start.",
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn borders_may_be_thin_boxes_and_cells_may_span() {
    let mut draw = Draw::default();
    for y in [100.0f32, 120.0, 140.0, 160.0] {
        draw.put(&format!("60 {} 300 0.5 re f", 800.0 - y));
    }
    for (x, y0, y1) in [(60.0f32, 100.0f32, 160.0f32), (200.0, 120.0, 160.0), (360.0, 100.0, 160.0)] {
        draw.put(&format!("{x} {} 0.5 {} re f", 800.0 - y1, y1 - y0));
    }
    draw.text(65.0, 114.0, "Lots and their yearly value");
    draw.text(65.0, 134.0, "North").text(205.0, 134.0, "£40,000");
    draw.text(65.0, 154.0, "South").text(205.0, 154.0, "£65,000");
    let expected = ["row0[0]: Lots and their yearly value", "row0[0,1]: North|£40,000", "row0[0,1]: South|£65,000"];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn a_table_goes_on_overleaf_without_its_repeated_head() {
    let mut maker = Maker::default();
    for (first, amount) in [("North", "£1"), ("South", "£2")] {
        let mut draw = Draw::default();
        draw.grid(&[60.0, 200.0, 360.0], &[100.0, 120.0, 140.0]);
        draw.text(65.0, 114.0, "Area").text(205.0, 114.0, "Price of a visit");
        draw.text(65.0, 134.0, first).text(205.0, 134.0, amount);
        maker.page(&draw.0, "");
    }
    let expected = ["head0[0,1]: Area|Price of a visit", "row0[0,1]: North|£1", "row0[0,1]: South|£2"];
    assert_eq!(blocks(&maker.file()), expected);
}

#[test]
fn columns_without_lines_are_a_table() {
    let mut draw = Draw::default();
    draw.paragraph(60.0, 80.0, 400.0, "Cover is needed as follows:");
    for (i, (kind, amount)) in
        [("Public liability", "£5 million"), ("Employers", "£10 million"), ("Motor", "unlimited")]
            .into_iter()
            .enumerate()
    {
        let y = 110.0 + 16.0 * i as f32;
        draw.text(60.0, y, kind).text(260.0, y, amount);
    }
    draw.paragraph(60.0, 190.0, 400.0, "Certificates are asked for before the start of the contract.");
    let expected = [
        "p: Cover is needed as follows:",
        "row0[0,1]: Public liability|£5 million",
        "row0[0,1]: Employers|£10 million",
        "row0[0,1]: Motor|unlimited",
        "p: Certificates are asked for before the start of the contract.",
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn cells_of_several_lines_stay_together_without_lines() {
    let mut draw = Draw::default();
    let mut y = 100.0;
    for (what, mark) in [
        ("method statement for the first year", "40"),
        ("plan for the staff who would transfer", "20"),
        ("price", "40"),
    ] {
        let end = draw.paragraph(60.0, y, 90.0, what);
        draw.paragraph(200.0, y, 150.0, "as the instructions say, in not more than two pages");
        draw.text(400.0, y, mark);
        y = end.max(y + 24.0) + 8.0;
    }
    let rest = "as the instructions say, in not more than two pages";
    let expected = [
        format!("row0[0,1,2]: method statement for the first year|{rest}|40"),
        format!("row0[0,1,2]: plan for the staff who would transfer|{rest}|20"),
        format!("row0[0,1,2]: price|{rest}|40"),
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn a_head_stands_over_its_columns_however_little_room_is_between() {
    let second = 60.0 + wide("Professional indemnity") + 12.0;
    let third = second + wide("£10,000,000 in all") + 6.0;
    let mut draw = Draw::default();
    draw.paragraph(60.0, 78.0, 400.0, "Cover is needed as follows:");
    draw.bold(60.0, 94.0, "Type").bold(second, 94.0, "Least cover").bold(third, 94.0, "Basis");
    let rows = [
        ["Professional indemnity", "£1,000,000", "each claim"],
        ["Public liability", "£5,000,000", "in all"],
        // A cell that reaches nearly to the next column.
        ["Cyber", "£10,000,000 in all", "or as agreed"],
    ];
    for (at, [kind, cover, basis]) in rows.into_iter().enumerate() {
        let y = 110.0 + 16.0 * at as f32;
        draw.text(60.0, y, kind).text(second, y, cover).text(third, y, basis);
    }
    let expected = [
        "p: Cover is needed as follows:",
        "head0[0,1,2]: Type|Least cover|Basis",
        "row0[0,1,2]: Professional indemnity|£1,000,000|each claim",
        "row0[0,1,2]: Public liability|£5,000,000|in all",
        "row0[0,1,2]: Cyber|£10,000,000 in all|or as agreed",
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn a_head_is_cut_where_its_columns_begin() {
    let second = 60.0 + wide("Type of insurance needed") + 8.0;
    let mut draw = Draw::default();
    draw.text(60.0, 80.0, "Type of insurance needed").text(second, 80.0, "Least cover");
    for (at, (kind, cover)) in [("Public", "£5m"), ("Employers", "£10m"), ("Cyber", "£1m")].into_iter().enumerate() {
        let y = 96.0 + 16.0 * at as f32;
        draw.text(60.0, y, kind).text(second, y, cover);
    }
    let expected = [
        "head0[0,1]: Type of insurance needed|Least cover",
        "row0[0,1]: Public|£5m",
        "row0[0,1]: Employers|£10m",
        "row0[0,1]: Cyber|£1m",
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn blanks_stretched_to_the_width_of_a_cell_part_no_cells() {
    let mut draw = Draw::default();
    draw.paragraph(60.0, 80.0, 400.0, "Words mean what follows:");
    draw.text(60.0, 110.0, "Delay").text(200.0, 110.0, "a) being late with a deliverable;");
    draw.text(200.0, 130.0, "b)").text(220.0, 130.0, "being").text(265.0, 130.0, "late").text(
        302.0,
        130.0,
        "with work.",
    );
    draw.text(60.0, 150.0, "Notice").text(200.0, 150.0, "a letter or a message;");
    draw.text(60.0, 170.0, "Start");
    let mut x = 200.0;
    for word in ["the", "day", "from", "which", "on"] {
        draw.text(x, 170.0, word);
        x += wide(word) + 12.0;
    }
    draw.text(200.0, 182.0, "the services are given.");
    let expected = [
        "p: Words mean what follows:",
        "row0[0,1]: Delay|a) being late with a deliverable;/b) being late with work.",
        "row0[0,1]: Notice|a letter or a message;",
        "row0[0,1]: Start|the day from which on the services are given.",
    ];
    assert_eq!(blocks(&one_page(&draw)), expected);
}

#[test]
fn a_row_goes_on_overleaf_where_nothing_names_it() {
    let mut maker = Maker::default();
    let rows: [&[(&str, &str)]; 2] = [
        &[("Word", "Meaning"), ("Area", "the county;"), ("Auditor", "a) who audits;")],
        &[("", "b) whom the council names."), ("Contract", "this one.")],
    ];
    for rows in rows {
        let mut draw = Draw::default();
        let ys: Vec<f32> = (0..=rows.len()).map(|at| 100.0 + 20.0 * at as f32).collect();
        draw.grid(&[60.0, 200.0, 360.0], &ys);
        for (y, (word, meaning)) in ys.iter().zip(rows) {
            draw.text(65.0, y + 14.0, word).text(205.0, y + 14.0, meaning);
        }
        maker.page(&draw.0, "");
    }
    let expected = [
        "row0[0,1]: Area|the county;",
        "row0[0,1]: Auditor|a) who audits;/b) whom the council names.",
        "row0[0,1]: Contract|this one.",
    ];
    assert_eq!(blocks(&maker.file())[1..], expected);
}

#[test]
fn numbered_items_contents_and_single_gaps_are_no_tables() {
    let mut draw = Draw::default();
    for (i, text) in ["Accounts", "References", "Policies", "Prices"].into_iter().enumerate() {
        let y = 100.0 + 14.0 * i as f32;
        draw.text(60.0, y, &format!("{}.", i + 1)).text(100.0, y, text);
    }
    for (i, text) in
        ["Introduction ............", "Insurance ............", "Payment ............"].into_iter().enumerate()
    {
        draw.text(60.0, 300.0 + 14.0 * i as f32, text).text(400.0, 300.0 + 14.0 * i as f32, &(i + 3).to_string());
    }
    draw.text(60.0, 500.0, "Signed").text(300.0, 500.0, "Date");
    assert!(blocks(&one_page(&draw)).iter().all(|block| !block.contains("row") && !block.contains("head")));
}

#[test]
fn a_box_around_text_is_no_table() {
    let mut draw = Draw::default();
    draw.grid(&[50.0, 500.0], &[80.0, 140.0]);
    draw.paragraph(60.0, 100.0, 400.0, "Small organisations are welcome.");
    assert_eq!(blocks(&one_page(&draw)), ["p: Small organisations are welcome."]);
}

/// A file whose tags name a paragraph over two lines, a list item and a table without lines.
fn tagged(roles: [&str; 2]) -> Vec<u8> {
    let mut draw = Draw::default();
    let mut mark = |id: u32, x: f32, y: f32, text: &str| {
        draw.put(&format!("/P <</MCID {id}>> BDC")).text(x, y, text).put("EMC");
    };
    mark(0, 60.0, 100.0, "A short line");
    mark(1, 60.0, 112.0, "And one that begins with a capital");
    mark(2, 60.0, 140.0, "(a)");
    mark(3, 90.0, 140.0, "an item");
    mark(4, 60.0, 160.0, "Public liability");
    mark(5, 200.0, 160.0, "£5m");
    mark(6, 60.0, 180.0, "Professional indemnity");
    mark(7, 60.0, 192.0, "(where advice is given)");
    mark(8, 200.0, 180.0, "£1m");
    let mut maker = Maker::default();
    maker.page(&draw.0, "/StructParents 0");
    let page = maker.last_page();
    let [cell, row] = roles;
    let root = maker.add(format!(
        "<</Type/StructTreeRoot/RoleMap<</Zelle/TD/Zeile/TR>>/K<</S/Document/Pg {page} 0 R/K[\
         <</S/P/K[0 1]>>\
         <</S/L/K<</S/LI/K[<</S/Lbl/K 2>><</S/LBody/K 3>>]>>>>\
         <</S/Table/K[\
         <</S/{row}/K[<</S/{cell}/K 4>><</S/{cell}/K 5>>]>>\
         <</S/{row}/K[<</S/{cell}/K[<</S/P/K 6>><</S/P/K 7>>]>><</S/{cell}/K<</S/P/K 8>>>>]>>]>>]>>>>"
    ));
    maker.catalogue = format!("/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R");
    maker.file()
}

#[test]
fn tags_are_believed() {
    let expected = [
        "p: A short line And one that begins with a capital",
        "li0: (a) an item",
        "row0[0,1]: Public liability|£5m",
        "row0[0,1]: Professional indemnity/(where advice is given)|£1m",
    ];
    assert_eq!(blocks(&tagged(["TD", "TR"])), expected);
    assert_eq!(blocks(&tagged(["Zelle", "Zeile"])), expected);
}

#[test]
fn tags_that_tear_paragraphs_are_not_believed() {
    let mut draw = Draw::default();
    let mut kids = String::new();
    let lines = "the supplier must keep to the\nterms of this contract and to\nall laws that apply to it and\nmust \
                 tell the council of any\nchange in its circumstances\nthat may matter to the contract\nor to those who \
                 use the service";
    for (i, line) in lines.lines().enumerate() {
        draw.put(&format!("/P <</MCID {i}>> BDC")).text(60.0, 100.0 + 12.0 * i as f32, line).put("EMC");
        kids.extend(["<</S/P/K ".to_owned(), i.to_string(), ">>".to_owned()]);
    }
    let mut maker = Maker::default();
    maker.page(&draw.0, "");
    let page = maker.last_page();
    let root = maker.add(format!("<</Type/StructTreeRoot/K<</S/Document/Pg {page} 0 R/K[{kids}]>>>>"));
    maker.catalogue = format!("/StructTreeRoot {root} 0 R");
    assert_eq!(blocks(&maker.file()), [format!("p: {}", lines.replace('\n', " "))]);
}

#[test]
fn a_cell_over_two_rows_goes_on_in_the_second() {
    let mut draw = Draw::default();
    draw.line(60.0, 100.0, 460.0, 100.0).line(160.0, 120.0, 460.0, 120.0).line(60.0, 140.0, 460.0, 140.0);
    draw.line(60.0, 160.0, 460.0, 160.0);
    for x in [60.0, 160.0, 300.0, 460.0] {
        draw.line(x, 100.0, x, 160.0);
    }
    draw.text(65.0, 114.0, "Public liability").text(165.0, 114.0, "each claim").text(305.0, 114.0, "£5,000,000");
    draw.text(165.0, 134.0, "in the aggregate").text(305.0, 134.0, "£10,000,000");
    draw.text(65.0, 154.0, "Employers").text(165.0, 154.0, "each claim").text(305.0, 154.0, "£7,000,000");
    let document = read("a.pdf", &one_page(&draw));
    let merged: Vec<_> = document.blocks.iter().map(|block| (show(block), block.merged.clone())).collect();
    let expected = [
        ("row0[0,1,2]: Public liability|each claim|£5,000,000".to_owned(), vec![]),
        ("row0[0,1,2]: |in the aggregate|£10,000,000".to_owned(), vec![0]),
        ("row0[0,1,2]: Employers|each claim|£7,000,000".to_owned(), vec![]),
    ];
    assert_eq!(merged, expected);
}
