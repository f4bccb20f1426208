use proptest::prelude::*;

use super::{blocks, read};
use crate::document::{Block, Format, Kind, Why};

/// A block in one line: its kind, its label in brackets, its text.
fn line(block: &Block) -> String {
    let label = block.label.as_ref().map(|label| format!("[{label}] ")).unwrap_or_default();
    let text = block.text.replace('\t', " | ").replace('\n', " / ");
    let kind = match &block.kind {
        Kind::Heading { level } => format!("h{level}"),
        Kind::Paragraph => "p".to_owned(),
        Kind::ListItem { level } => format!("li{level}"),
        Kind::Row { head, .. } => if *head { "head" } else { "row" }.to_owned(),
        Kind::Field { name } => format!("field({name})"),
        Kind::Header => "header".to_owned(),
        Kind::Footer => "footer".to_owned(),
        Kind::Footnote => "note".to_owned(),
    };
    format!("{kind} {label}{text}")
}

fn lines(html: &str) -> Vec<String> {
    blocks(html).0.iter().map(line).collect()
}

#[test]
fn headings_paragraphs_and_lists_are_what_their_tags_say() {
    assert_eq!(
        lines(
            "<h1>Notice</h1>text <b>in</b>\n  one<br>two<p>next<ul><li>Price<ol type=a start=2><li>60%<li><p>40%<p>more</ol>\
             <li>Quality</ul>"
        ),
        [
            "h1 Notice",
            "p text in one / two",
            "p next",
            "li0 [•] Price",
            "li1 [b.] 60%",
            "li1 [c.] 40%",
            "p more",
            "li0 [•] Quality",
        ]
    );
}

#[test]
fn a_list_after_an_item_with_a_colon_is_inside_it() {
    let html = "<ol><li>The tenderer must:</ol><ol type=a><li>hold cover</ol><ol start=2><li>Prices are fixed.</ol>";
    assert_eq!(lines(html), ["li0 [1.] The tenderer must:", "li1 [a.] hold cover", "li0 [2.] Prices are fixed."]);
}

#[test]
fn tables_are_rows_with_their_heads_and_merged_cells() {
    let document = blocks(
        "<table><thead><tr><th>Cover<th>Level</thead><tr><td rowspan=2>Public liability<td>£5m<tr><td>each claim\
         <tr><td colspan=2>All</table>",
    )
    .0;
    let rows: Vec<_> = document.iter().map(line).collect();
    assert_eq!(rows, ["head Cover | Level", "row Public liability | £5m", "row  | each claim", "row All"]);
    let Kind::Row { columns, .. } = &document[2].kind else { panic!("no row") };
    assert_eq!(columns, &[0, 1]);
}

#[test]
fn a_table_that_lays_out_the_page_is_no_table() {
    let html = "<table><tr><td>Menu<td><h2>Terms</h2><table><tr><th>A<th>B<tr><td>1<td>2</table></table>";
    assert_eq!(lines(html), ["p Menu", "h2 Terms", "head A | B", "row 1 | 2"]);
    let Kind::Row { table, .. } = blocks(html).0[2].kind else { panic!("no row") };
    assert_eq!(table, 0);
}

#[test]
fn lists_of_definitions_are_fields() {
    assert_eq!(
        lines(
            "<dl><dt>Closing date:<dd>3 May<dt>Value</dt><dd><p>£5m</p><p>More</p></dd><dt>Lots</dt><dd><ul><li>One</ul></dl>"
        ),
        ["field(Closing date) Closing date: 3 May", "field(Value) Value: £5m", "p More", "p Lots", "li0 [•] One"]
    );
    assert_eq!(lines("<dl><dt>Alone</dt></dl><p>Next"), ["p Alone", "p Next"]);
}

#[test]
fn what_is_not_seen_is_left_out() {
    assert_eq!(
        lines(
            "<head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><p>Seen<script>x<p>y</script>\
             <p hidden>no<p>yes<div style='display: none'><p>no</div><span class='a sr-only'>no</span><del>no</del>\
             <template><p>no</template><input type=checkbox checked>SME<input value=blue type=text>\
             <select><option>no<option selected>one</select><footer>End</footer>"
        ),
        ["p Seen", "p yes", "li0 [☒] SMEblue", "p one", "footer End"]
    );
}

#[test]
fn text_that_is_set_as_it_is_keeps_its_lines() {
    assert_eq!(lines("<pre>4.1 Cover is needed.\n  £5m\n</pre>"), ["li0 [4.1] Cover is needed.", "p £5m"]);
}

#[test]
fn pages_are_told_from_their_bytes() {
    let page = "<!DOCTYPE html><p>Caf\u{e9} £5m";
    let windows: Vec<u8> = page.chars().map(|c| c as u8).collect();
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [page.as_bytes().to_vec(), windows, wide, b"\n<html><p>Caf&eacute; &pound;5m".to_vec()] {
        let document = crate::read::read("x", &bytes);
        assert_eq!((document.format, document.text().as_str()), (Format::Html, "Café £5m"));
    }
    assert_eq!(read("x", b"<html><script>x</script>").unread[0].why, Why::Empty);
}

#[test]
fn what_is_nested_without_end_costs_no_more_than_its_length() {
    for tag in
        ["<div>", "<table><tr><td>", "<ul><li>", "<b>", "<div hidden>", "<dl><dt>", "<table>", "<td rowspan=999>"]
    {
        let (blocks, _) = blocks(&format!("<p>Terms</p>{}", format!("{tag}x").repeat(20_000)));
        assert!(blocks.len() < 50_000, "{tag}");
    }
}

proptest! {
    #[test]
    fn whatever_the_tags_no_word_is_lost(tags in prop::collection::vec(0..22_usize, 0..40)) {
        const TAGS: [&str; 22] = [
            "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th rowspan=3>",
            "<ul>", "</ul>", "<li>", "<dl>", "<dt>", "<dd>", "</dl>", "<h2>", "</h2>", "<b>", "<br>",
        ];
        let html = tags.iter().enumerate().map(|(i, tag)| format!("{} word{i} ", TAGS[*tag])).collect::<Vec<_>>().concat();
        let (blocks, _) = blocks(&html);
        let text: Vec<_> = blocks.iter().flat_map(|block| block.text.split(|c: char| !c.is_alphanumeric())).collect();
        for i in 0..tags.len() {
            prop_assert!(text.contains(&format!("word{i}").as_str()), "word{} of {}", i, html);
        }
    }
}
