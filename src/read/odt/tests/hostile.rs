use super::{file, p, with};
use crate::document::{Format, Why};
use crate::read::odt::walk::{MAX_DEPTH, MAX_ITEMS};
use crate::read::xml::MAX_DEFINITIONS;
use crate::read::zip::tests::archive;

fn whys(automatic: &str, body: &str) -> Vec<Why> {
    with(automatic, body, "").unread.iter().map(|unread| unread.why).collect()
}

#[test]
fn a_file_with_a_password_is_locked() {
    let manifest = b"<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">\
        <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let entries: [(&str, &[u8]); 3] =
        [("mimetype", super::MIMETYPE), ("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02\x03\x04")];
    let document = crate::read::read("tender.odt", &archive(&entries, false));
    assert_eq!((document.format, document.unread[0].why, document.blocks.len()), (Format::Odt, Why::Locked, 0));
}

#[test]
fn a_text_without_its_main_part_is_damaged() {
    let document = crate::read::read("tender.odt", &archive(&[("mimetype", super::MIMETYPE)], false));
    assert_eq!(document.unread[0].why, Why::Damaged);
}

#[test]
fn what_breaks_off_is_read_as_far_as_it_goes() {
    let document = with("", &format!("{}<text:p>and then <text:span>nothing", p("Cover of £5m is needed.")), "");
    assert_eq!(document.text(), "Cover of £5m is needed.\nand then nothing");
    assert_eq!(document.unread[0].why, Why::Damaged);
}

#[test]
fn depth_without_end_is_a_limit() {
    for tag in ["text:span", "text:list", "draw:text-box", "text:section"] {
        let deep = format!("<{tag}>").repeat(MAX_DEPTH + 10);
        assert!(whys("", &format!("{}<text:p>{deep}", p("first"))).contains(&Why::TooLarge), "{tag}");
    }
    let deep = "<table:table><table:table-row><table:table-cell><text:p>x</text:p>".repeat(100);
    assert_eq!(with("", &deep, "").words(), 100);
}

#[test]
fn paragraphs_without_end_are_a_limit() {
    assert_eq!(whys("", &"<text:p/>".repeat(MAX_ITEMS + 10)), [Why::TooLarge]);
}

#[test]
fn a_cell_over_all_columns_costs_no_more_than_others() {
    let cell = "<table:table-cell table:number-columns-spanned=\"65535\" table:number-rows-spanned=\"65535\">\
        <text:p>x</text:p></table:table-cell>";
    let row = format!("<table:table-row>{}</table:table-row>", cell.repeat(20));
    assert!(with("", &format!("<table:table>{}</table:table>", row.repeat(200)), "").words() > 0);
}

#[test]
fn styles_that_are_based_on_each_other_end() {
    let styles = "<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/>\
        <style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/>";
    let common = format!("<office:styles>{styles}</office:styles>");
    assert_eq!(with("", "<text:p text:style-name=\"A\">x</text:p>", &common).text(), "x");
    let many = (0..=MAX_DEFINITIONS).map(|i| format!("<style:style style:name=\"S{i}\" style:family=\"text\"/>"));
    let many = many.collect::<Vec<_>>().concat();
    assert_eq!(whys(&many, &p("x")), [Why::TooLarge]);
}

#[test]
fn every_cut_and_every_wrong_tag_gives_a_document() {
    let whole = file("", &format!("{}<table:table><table:table-row><table:table-cell>{}", p("One"), p("Two")), "");
    for length in 4..whole.len() {
        let document = crate::read::read("tender.odt", &whole[..length]);
        assert!(!document.unread.is_empty(), "{length}");
    }
    for xml in [
        "</text:p></table:table>",
        "<table:table-cell><text:p>x</table:table>",
        "<text:note-body><text:p>x</text:note>",
    ] {
        assert!(!with("", &format!("<text:p>a{xml}"), "").unread.is_empty(), "{xml}");
    }
}
