use super::{blocks, body, p};

fn cell(attributes: &str, text: &str) -> String {
    format!("<table:table-cell {attributes}>{}</table:table-cell>", p(text))
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

fn plain(texts: &[&str]) -> String {
    row(&texts.iter().map(|text| cell("", text)).collect::<Vec<_>>())
}

fn table(rows: &[String]) -> String {
    format!("<table:table>{}</table:table>", rows.concat())
}

#[test]
fn rows_that_repeat_on_each_page_are_heads() {
    let head = format!("<table:table-header-rows>{}</table:table-header-rows>", plain(&["Lot", "Area"]));
    let text = table(&[head, plain(&["1", "North"])]);
    assert_eq!(body(&text), ["t0h 0,1 Lot | Area", "t0 0,1 1 | North"]);
}

#[test]
fn cells_over_columns_and_rows_keep_their_columns() {
    let covered = "<table:covered-table-cell/>".to_owned();
    let text = table(&[
        row(&[
            cell("table:number-rows-spanned=\"2\"", "Site"),
            cell("table:number-columns-spanned=\"2\"", "Visits"),
            covered.clone(),
        ]),
        row(&[covered, cell("", "Mowing"), cell("", "Litter")]),
        plain(&["Long Meadow", "26", "52"]),
    ]);
    assert_eq!(
        body(&text),
        ["t0h 0,1 Site | Visits", "t0h 0,1,2  | Mowing | Litter", "t0 0,1,2 Long Meadow | 26 | 52"]
    );
}

#[test]
fn a_table_in_a_cell_and_notes_come_after_the_row() {
    let inner = table(&[plain(&["a", "b"])]);
    let note = "<text:p>Quality<text:note><text:note-citation>i</text:note-citation><text:note-body><text:p>Three \
        answers.</text:p></text:note-body></text:note></text:p>";
    let outer = row(&[
        format!("<table:table-cell>{note}</table:table-cell>"),
        format!("<table:table-cell>{}{inner}</table:table-cell>", p("30%")),
    ]);
    let expected = ["t0 0,1 Quality | 30%", "note [i] Three answers.", "t1 0,1 a | b", "t0 0,1 Price | 70%"];
    assert_eq!(body(&table(&[outer, plain(&["Price", "70%"])])), expected);
}

#[test]
fn a_row_on_a_coloured_ground_is_a_head() {
    let styles = r#"<style:style style:name="C1" style:family="table-cell">
        <style:table-cell-properties fo:background-color="grey"/></style:style>"#;
    let grey = |text: &str| cell("table:style-name=\"C1\"", text);
    let text = table(&[row(&[grey("Question"), grey("Answer")]), plain(&["Name", ""])]);
    assert_eq!(blocks(styles, &text, ""), ["t0h 0,1 Question | Answer", "t0 0,1 Name | "]);
}

#[test]
fn a_frame_around_text_is_no_table() {
    let inside = "<text:h text:outline-level=\"1\">In short</text:h><text:p>One contract.</text:p>";
    let text = format!(
        "<table:table><table:table-row><table:table-cell>{inside}</table:table-cell></table:table-row></table:table>"
    );
    assert_eq!(body(&text), ["h1 In short", "p One contract."]);
}

#[test]
fn a_list_in_a_cell_has_its_numbers_in_the_row() {
    let styles = r#"<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"
        style:num-suffix="."/></text:list-style>"#;
    let list = format!("<text:list text:style-name=\"L1\"><text:list-item>{}</text:list-item></text:list>", p("plan"));
    let text =
        table(&[row(&[format!("<table:table-cell>{list}</table:table-cell>"), cell("", "10")]), plain(&["x", "5"])]);
    assert_eq!(blocks(styles, &text, ""), ["t0 0,1 1. plan | 10", "t0 0,1 x | 5"]);
}
