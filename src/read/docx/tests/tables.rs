//! Tables: columns, heads, merged cells, tables in tables, tables for show.

use super::{body, bold, lines, p, para, part, run, with};

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

fn row(properties: &str, cells: &[String]) -> String {
    format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.concat())
}

fn cell(properties: &str, inside: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>")
}

/// A row of plain cells.
fn plain(texts: &[&str]) -> String {
    row("", &texts.iter().map(|text| cell("", &p(text))).collect::<Vec<_>>())
}

fn bold_row(texts: &[&str]) -> String {
    row("", &texts.iter().map(|text| cell("", &para("", &bold(text)))).collect::<Vec<_>>())
}

#[test]
fn a_row_is_a_block_and_its_cells_are_parted_by_tabs() {
    let several = cell("", &(p("one\ttab") + &p("two")));
    let xml = table(&[
        row("", &[cell("", &p("Cover")), several, cell("", "<w:p/>")]),
        plain(&["Public liability", "£5m", "x"]),
    ]);
    assert_eq!(body(&xml), ["t0 0,1,2 Cover | one tab / two | ", "t0 0,1,2 Public liability | £5m | x"]);
}

#[test]
fn columns_are_counted_through_spans_and_gaps() {
    let xml = table(&[
        row(r#"<w:gridBefore w:val="2"/>"#, &[cell(r#"<w:gridSpan w:val="2"/>"#, &p("a")), cell("", &p("b"))]),
        row(
            "",
            &[
                cell("", &p("c")),
                cell(r#"<w:hMerge w:val="restart"/>"#, &p("d")),
                cell("<w:hMerge/>", &p("")),
                cell("", &p("e")),
            ],
        ),
    ]);
    assert_eq!(body(&xml), ["t0 2,4 a | b", "t0 0,1,3 c | d | e"]);
}

#[test]
fn a_cell_that_goes_on_below_says_nothing_again() {
    let xml = table(&[
        row("", &[cell(r#"<w:vMerge w:val="restart"/>"#, &p("Quality")), cell("", &p("staff")), cell("", &p("20"))]),
        row("", &[cell("<w:vMerge/>", &p("left over")), cell("", &p("plan")), cell("", &p("30"))]),
    ]);
    assert_eq!(body(&xml), ["t0 0,1,2 Quality | staff | 20", "t0 0,1,2  | plan | 30"]);
    let merged: Vec<_> = super::with(&xml, &[]).blocks.into_iter().map(|block| block.merged).collect();
    assert_eq!(merged, [vec![], vec![0]]);
}

#[test]
fn a_cell_that_goes_on_from_nothing_is_a_cell() {
    let xml = table(&[plain(&["a", "b"]), row("", &[cell("<w:vMerge/>", &p("c")), cell("", &p("d"))])]);
    assert_eq!(body(&xml), ["t0 0,1 a | b", "t0 0,1 c | d"]);
}

#[test]
fn rows_that_are_deleted_hidden_or_empty_are_left_out() {
    let xml = table(&[
        plain(&["a", "b"]),
        row(r#"<w:del w:id="1"/>"#, &[cell("", &p("c")), cell("", &p("d"))]),
        row("<w:hidden/>", &[cell("", &p("e")), cell("", &p("f"))]),
        plain(&["", ""]),
        row("", &[cell(r#"<w:cellDel w:id="2"/>"#, &p("g")), cell("", &p("h"))]),
    ]);
    assert_eq!(body(&xml), ["t0 0,1 a | b", "t0 1 h"]);
}

#[test]
fn rows_that_repeat_are_heads() {
    let head = |texts: &[&str]| row("<w:tblHeader/>", &texts.iter().map(|text| cell("", &p(text))).collect::<Vec<_>>());
    let xml = table(&[head(&["Cover", "Sum"]), head(&["", "in £m"]), plain(&["Public", "5"])]);
    assert_eq!(body(&xml), ["t0h 0,1 Cover | Sum", "t0h 0,1  | in £m", "t0 0,1 Public | 5"]);
}

#[test]
fn a_first_row_is_a_head_where_it_looks_like_one() {
    let below = || plain(&["Public liability", "each claim"]);
    let head = |first: String, below: String| body(&table(&[first, below]))[0].starts_with("t0h");
    assert!(head(bold_row(&["Cover", "Basis"]), below()));
    assert!(!head(plain(&["Cover", "Basis"]), below()), "looks like the rest");
    assert!(!head(bold_row(&["Cover", "Basis"]), bold_row(&["Public", "claim"])), "all is bold");
    assert!(!head(bold_row(&["Cover", "£5 million"]), below()), "a figure is no name");
    assert!(head(bold_row(&["Year", "2026/27"]), below()), "a year may be");
    assert!(!head(bold_row(&["Cover", "The supplier must hold it."]), below()), "a sentence is no name");
    assert!(head(plain(&["COVER", "BASIS"]), below()), "capitals");
    let shaded = |text: &str| cell(r#"<w:shd w:val="clear" w:fill="D9D9D9"/>"#, &p(text));
    assert!(head(row("", &[shaded("Cover"), shaded("Basis")]), below()), "coloured");
}

#[test]
fn a_plain_first_row_is_a_head_over_columns_of_figures_or_sentences() {
    let figures = table(&[plain(&["Cover", "Sum"]), plain(&["Public", "£5 million"]), plain(&["Product", "£2m"])]);
    assert!(body(&figures)[0].starts_with("t0h"));
    let pairs =
        table(&[plain(&["Buyer", "Town council"]), plain(&["Value", "£5 million"]), plain(&["Contact", "The clerk"])]);
    assert!(body(&pairs).iter().all(|row| row.starts_with("t0 ")));
}

#[test]
fn a_table_style_may_make_the_head() {
    let styles = part(
        "styles",
        r#"<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
            </w:tblStylePr></w:style>"#,
    );
    let read = |look: &str| {
        let rows = plain(&["Cover", "Basis"]) + &plain(&["Public liability", "each claim"]);
        let xml = format!(r#"<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook {look}/></w:tblPr>{rows}</w:tbl>"#);
        lines(&with(&xml, &[("word/styles.xml", &styles)]))[0].starts_with("t0h")
    };
    assert!(read(r#"w:val="0420""#) && read(r#"w:val="0000" w:firstRow="1""#));
    assert!(!read(r#"w:val="0400""#) && !read(r#"w:val="0420" w:firstRow="0""#));
}

#[test]
fn a_title_over_all_columns_is_part_of_the_head() {
    let title = row("", &[cell(r#"<w:gridSpan w:val="2"/>"#, &p("Insurance"))]);
    let xml = table(&[title, bold_row(&["Cover", "Basis"]), plain(&["Public", "claim"])]);
    assert_eq!(body(&xml), ["t0h 0 Insurance", "t0h 0,1 Cover | Basis", "t0 0,1 Public | claim"]);
}

#[test]
fn a_table_in_a_table_comes_after_the_row_with_a_number_of_its_own() {
    let inner = table(&[plain(&["i", "ii"]), plain(&["iii", "iv"])]);
    let xml =
        table(&[row("", &[cell("", &(p("outer") + &inner + &p("more"))), cell("", &p("x"))]), plain(&["y", "z"])])
            + &table(&[plain(&["a", "b"])]);
    assert_eq!(
        body(&xml),
        ["t0 0,1 outer / more | x", "t1 0,1 i | ii", "t1 0,1 iii | iv", "t0 0,1 y | z", "t2 0,1 a | b"]
    );
}

#[test]
fn a_table_of_one_column_or_one_full_cell_is_no_table() {
    let boxed = table(&[row("", &[cell("", &(para(r#"<w:outlineLvl w:val="0"/>"#, &run("Summary")) + &p("Text.")))])]);
    let framed = table(&[
        plain(&["", ""]),
        row("", &[cell("", &p("")), cell("", &(p("Only this.") + &table(&[plain(&["a", "b"])])))]),
    ]);
    assert_eq!(body(&(boxed + &framed)), ["h1 Summary", "p Text.", "p Only this.", "t0 0,1 a | b"]);
}

#[test]
fn labels_in_a_cell_stand_in_front_of_its_text() {
    let numbering = part(
        "numbering",
        r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
            <w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
    );
    let item = |text: &str| para(r#"<w:numPr><w:numId w:val="1"/></w:numPr>"#, &run(text));
    let xml = table(&[row("", &[cell("", &(item("plan") + &item("staff"))), cell("", &item("price"))])]);
    assert_eq!(lines(&with(&xml, &[("word/numbering.xml", &numbering)])), ["t0 0,1 (a) plan / (b) staff | (c) price"]);
}

#[test]
fn controls_may_hold_rows_and_cells() {
    let control = |inside: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>");
    let xml = table(&[control(&row("", &[control(&cell("", &p("a"))), cell("", &control(&p("b")))]))]);
    assert_eq!(body(&xml), ["t0 0,1 a | b"]);
}
