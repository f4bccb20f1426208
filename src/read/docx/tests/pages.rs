//! Pages, as far as Word has noted them.

use super::{body, p, para, run, with};

const RENDERED: &str = "<w:r><w:lastRenderedPageBreak/></w:r>";
const HARD: &str = r#"<w:r><w:br w:type="page"/></w:r>"#;

fn pages(xml: &str, counted: Option<(u32, u32)>) -> (Option<u32>, Vec<Option<u32>>) {
    let properties = counted.map_or(String::new(), |(pages, words)| {
        format!("<Properties><Pages>{pages}</Pages><Words>{words}</Words></Properties>")
    });
    let document = with(xml, &[("docProps/app.xml", properties.as_str())]);
    (document.pages, document.blocks.iter().map(|block| block.page).collect())
}

#[test]
fn pages_are_those_of_the_last_layout() {
    let xml = p("a")
        + &para("", &(RENDERED.to_owned() + &run("b")))
        + &para("", &(run("c") + RENDERED + &run("d")))
        + &p("e");
    assert_eq!(pages(&xml, None), (Some(3), [1, 2, 2, 3].map(Some).into()));
    assert_eq!(pages(&xml, Some((4, 900))).0, Some(4));
}

#[test]
fn a_break_by_the_author_is_noted_twice_and_counts_once() {
    let xml = para("", &(run("a") + HARD))
        + &para("", &(RENDERED.to_owned() + &run("b")))
        + &para("", &(RENDERED.to_owned() + &run("c")));
    assert_eq!(pages(&xml, None).1, [1, 2, 3].map(Some));
}

#[test]
fn breaks_by_the_author_alone_are_believed_when_the_count_agrees() {
    let xml = para("", &(run("a") + HARD))
        + &para("<w:pageBreakBefore/>", &run("b"))
        + &para("<w:pageBreakBefore/>", &run("c"));
    assert_eq!(pages(&xml, None), (None, vec![None; 3]));
    assert_eq!(pages(&xml, Some((9, 900))), (Some(9), vec![None; 3]));
    assert_eq!(pages(&xml, Some((3, 900))), (Some(3), [1, 2, 3].map(Some).into()));
    assert_eq!(pages(&xml, Some((3, 0))), (None, vec![None; 3]), "a file that was never laid out");
}

#[test]
fn the_cells_of_a_row_begin_on_one_page() {
    let cell = |inside: &str| format!("<w:tc>{}</w:tc>", para("", inside));
    let over = run("a") + RENDERED + &run("b");
    let again = RENDERED.to_owned() + &run("c");
    let xml = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell(&over),
        cell(&over),
        cell(&again),
        cell(&run("d"))
    ) + &p("e");
    // Word notes the page once more at the head of the row after one that was broken.
    assert_eq!(pages(&xml, None).1, [1, 2, 2].map(Some));
}

#[test]
fn a_break_in_the_middle_of_a_paragraph_ends_a_line() {
    assert_eq!(body(&para("", &(run("a") + HARD + &run("b")))), ["p a / b"]);
}
