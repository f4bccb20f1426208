use super::MAX_REPEATED;
use crate::document::{Document, Format, Why};
use crate::read::docx::tests::lines;
use crate::read::zip::tests::archive;

const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const STYLES: &str = r#"<office:automatic-styles>
    <style:style style:name="Bold"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="Grey"><style:table-cell-properties fo:background-color="grey"/></style:style>
    <style:style style:name="Off"><style:table-properties table:display="false"/></style:style></office:automatic-styles>"#;

fn content(sheets: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><office:document-content>{STYLES}<office:body><office:spreadsheet>{sheets}\
         </office:spreadsheet></office:body></office:document-content>"
    )
}

fn read(sheets: &str) -> Document {
    let content = content(sheets);
    let bytes = archive(&[("mimetype", MIMETYPE), ("content.xml", content.as_bytes())], true);
    crate::read::read("prices.ods", &bytes)
}

fn sheet(name: &str, attributes: &str, rows: &str) -> String {
    format!("<table:table table:name=\"{name}\" {attributes}>{rows}</table:table>")
}

fn cell(attributes: &str, text: &str) -> String {
    format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
}

fn row(attributes: &str, cells: &[String]) -> String {
    format!("<table:table-row {attributes}>{}</table:table-row>", cells.concat())
}

/// The blocks of one sheet, which is read whole.
fn blocks(rows: &str) -> Vec<String> {
    let document = read(&sheet("Prices", "", rows));
    assert_eq!(document.unread, []);
    lines(&document)
}

const REST: &str = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell \
    table:number-columns-repeated=\"16384\"/></table:table-row>";

#[test]
fn cells_show_what_is_kept_beside_their_values() {
    let bold = "table:style-name=\"Bold\"";
    let money = "office:value-type=\"currency\" office:value=\"5000000\"";
    let rows = [
        row("", &[cell(bold, "Insurance"), cell(bold, "Cover")]),
        row("", &[cell("", "Public<text:s/>liability"), cell(money, "£5,000,000"), "<table:table-cell/>".into()]),
        REST.to_owned(),
    ];
    let expected = ["h1 Prices", "t0h 0,1 Insurance | Cover", "t0 0,1 Public liability | £5,000,000"];
    assert_eq!(blocks(&rows.concat()), expected);
}

#[test]
fn empty_rows_and_cells_that_repeat_keep_the_places_of_others() {
    let gap = "<table:table-cell table:number-columns-repeated=\"2\"/>".to_owned();
    let rows = [
        row("table:number-rows-repeated=\"3\"", std::slice::from_ref(&gap)),
        row("", &[gap, cell("", "Rate"), cell("table:number-columns-repeated=\"2\"", "£40")]),
    ];
    let document = read(&sheet("Prices", "", &rows.concat()));
    assert_eq!(lines(&document)[1], "t0 2,3,4 Rate | £40 | £40");
    assert_eq!(document.blocks[1].cell.as_deref(), Some("C4"));
}

#[test]
fn what_repeats_without_end_is_a_limit() {
    let rows = row("table:number-rows-repeated=\"1048576\"", &[cell("table:number-columns-repeated=\"16384\"", "x")]);
    let document = read(&sheet("Prices", "", &rows));
    assert_eq!(document.unread.iter().map(|unread| unread.why).collect::<Vec<_>>(), [Why::TooLarge]);
    assert!(document.words() > MAX_REPEATED as usize);
}

#[test]
fn merged_cells_notes_and_boxes_are_read() {
    let note = "<table:table-cell><office:annotation><text:p>Without VAT</text:p></office:annotation><text:p>Price</text:p>\
        </table:table-cell>";
    let covered = "<table:covered-table-cell><text:p>unseen</text:p></table:covered-table-cell>".to_owned();
    let shapes = "<table:shapes><draw:frame><draw:text-box><text:p>Fill in the grey cells.</text:p></draw:text-box></draw:frame>\
        </table:shapes>";
    let rows = [
        shapes.to_owned(),
        row("", &[cell("table:number-columns-spanned=\"2\"", "Lot 1"), covered, note.to_owned()]),
        row("", &[cell("", "North"), cell("", "26"), cell("", "£40")]),
    ];
    let expected = [
        "h1 Prices",
        "t0 0,2 Lot 1 | Price",
        "note Without VAT",
        "t0 0,1,2 North | 26 | £40",
        "p Fill in the grey cells.",
    ];
    assert_eq!(blocks(&rows.concat()), expected);
}

#[test]
fn what_is_hidden_is_read_and_told() {
    let one = row("", &[cell("", "1")]);
    let hides = row("table:visibility=\"filter\"", &[cell("", "2")]);
    let sheets = [sheet("A", "", &one), sheet("Thresholds", "table:style-name=\"Off\"", &one), sheet("B", "", &hides)];
    let document = read(&sheets.concat());
    let told: Vec<_> = document.unread.iter().map(|u| (u.why, u.detail.as_deref().unwrap_or(""))).collect();
    assert_eq!(told, [(Why::Hidden, "sheet “Thresholds”"), (Why::Hidden, "rows or columns of sheet “B”")]);
    assert_eq!(document.text(), "A\n1\nThresholds\n1\nB\n2");
}

#[test]
fn a_flat_file_a_locked_one_an_empty_one_and_a_broken_one() {
    let rows = row("", &[cell("", "Rate"), cell("", "£40")]);
    let flat = content(&sheet("Prices", "", &rows)).replace(
        "<office:document-content>",
        "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">",
    );
    let document = crate::read::read("prices.fods", flat.as_bytes());
    assert_eq!((document.format, document.text().as_str()), (Format::Ods, "Prices\nRate\t£40"));
    let manifest: &[u8] = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let locked = archive(&[("mimetype", MIMETYPE), ("META-INF/manifest.xml", manifest)], true);
    assert_eq!(crate::read::read("prices.ods", &locked).unread[0].why, Why::Locked);
    assert_eq!(read("").unread[0].why, Why::Empty);
    let broken = content("<table:table table:name=\"A\"><table:table-row><table:table-cell><text:p>1</text:p>");
    let broken = broken.split("</office:spreadsheet>").next().unwrap();
    let broken = archive(&[("mimetype", MIMETYPE), ("content.xml", broken.as_bytes())], true);
    let document = crate::read::read("prices.ods", &broken);
    assert_eq!((document.unread[0].why, document.text().as_str()), (Why::Damaged, "A\n1"));
}

#[test]
fn text_that_is_repeated_is_bounded_by_its_length_too() {
    let long = cell("table:number-columns-repeated=\"900\"", &"long ".repeat(2_000));
    let document = read(&sheet("Prices", "", &row("table:number-rows-repeated=\"100\"", &[long])));
    assert_eq!(document.unread[0].why, Why::TooLarge);
    assert!(document.words() > 2_000 && document.text().len() < 2 << 20, "{}", document.text().len());
}
