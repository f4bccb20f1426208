use std::fmt::Write;

use crate::document::{Document, Format, Unread, Why};
use crate::read::docx::tests::lines;
use crate::read::sheet::{MAX_CELLS, MAX_SHEETS};
use crate::read::zip::tests::archive;

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Formats of cells: plain, pounds, a day, a share, bold, on a coloured ground.
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;£&quot;#,##0"/></numFmts>
    <fonts><font/><font><b/></font></fonts>
    <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"/></fill></fills>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="9"/><xf fontId="1"/><xf fillId="1"/>
    </cellXfs></styleSheet>"#;

/// A workbook with these sheets (name, attributes, contents) and further parts of the first of them.
fn file(sheets: &[(&str, &str, &str)], shared: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut stated, mut related) = (String::new(), String::new());
    for (i, (name, attributes, _)) in sheets.iter().enumerate() {
        let _ = write!(stated, "<sheet name=\"{name}\" r:id=\"s{i}\" {attributes}/>");
        let _ = write!(related, "<Relationship Id=\"s{i}\" Type=\"{TYPES}/worksheet\" Target=\"worksheets/{i}.xml\"/>");
    }
    for kind in ["sharedStrings", "styles"] {
        let _ = write!(related, "<Relationship Id=\"{kind}\" Type=\"{TYPES}/{kind}\" Target=\"{kind}.xml\"/>");
    }
    let of_first: String = parts.iter().enumerate().fold(String::new(), |mut all, (i, (kind, _))| {
        let _ = write!(all, "<Relationship Id=\"p{i}\" Type=\"{TYPES}/{kind}\" Target=\"../{kind}{i}.xml\"/>");
        all
    });
    let mut entries: Vec<(String, String)> = vec![
        ("[Content_Types].xml".into(), "<Types/>".into()),
        ("xl/workbook.xml".into(), format!("<workbook><workbookPr/><sheets>{stated}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{related}</Relationships>")),
        ("xl/sharedStrings.xml".into(), format!("<sst>{shared}</sst>")),
        ("xl/styles.xml".into(), STYLES.into()),
        ("xl/worksheets/_rels/0.xml.rels".into(), format!("<Relationships>{of_first}</Relationships>")),
    ];
    for (i, (.., inside)) in sheets.iter().enumerate() {
        entries.push((format!("xl/worksheets/{i}.xml"), format!("<worksheet>{inside}</worksheet>")));
    }
    entries.extend(parts.iter().enumerate().map(|(i, (kind, text))| (format!("xl/{kind}{i}.xml"), (*text).to_owned())));
    let entries: Vec<_> = entries.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    archive(&entries, true)
}

fn read(bytes: &[u8]) -> Document {
    crate::read::read("prices.xlsx", bytes)
}

/// A cell with a text in it.
fn t(place: &str, style: u8, text: &str) -> String {
    format!("<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn n(place: &str, style: u8, number: &str) -> String {
    format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>")
}

fn row(number: u32, cells: &[String]) -> String {
    format!("<row r=\"{number}\">{}</row>", cells.concat())
}

fn data(rows: &[String]) -> String {
    format!("<sheetData>{}</sheetData>", rows.concat())
}

/// The blocks of a workbook with one sheet, which is read whole.
fn sheet(inside: &str) -> Vec<String> {
    let document = read(&file(&[("Prices", "", inside)], "", &[]));
    assert_eq!(document.unread, []);
    lines(&document)
}

#[test]
fn cells_show_what_a_person_sees() {
    let cells = [
        "<c r=\"A1\" t=\"s\"><v>1</v></c>".to_owned(),
        n("B1", 1, "5000000"),
        n("C1", 2, "46023"),
        n("D1", 3, "0.7"),
        n("E1", 0, "0.30000000000000004"),
        "<c r=\"F1\" t=\"b\"><v>1</v></c><c r=\"G1\" t=\"e\"><v>#N/A</v></c>".to_owned(),
        "<c r=\"H1\" t=\"str\"><f>A1&amp;B1</f><v>Lot &amp; price</v></c>".to_owned(),
    ];
    let shared =
        "<si><t>unused</t></si><si><r><t>Public </t></r><r><rPr><b/></rPr><t>liability</t></r><rPh><t>x</t></rPh></si>";
    let bytes = file(&[("Prices", "", &data(&[row(1, &cells)]))], shared, &[]);
    let expected =
        "t0 0,1,2,3,4,5,6,7 Public liability | £5,000,000 | 01/01/2026 | 70% | 0.3 | TRUE | #N/A | Lot & price";
    assert_eq!(lines(&read(&bytes)), ["h1 Prices", expected]);
}

#[test]
fn blank_rows_part_tables_and_lines_above_them_are_titles() {
    let rows = [
        row(1, &[t("A1", 4, "Schedule of rates")]),
        row(
            2,
            &[t("A2", 0, "Prices leave out VAT and are held for the term of the whole contract, without any change.")],
        ),
        row(4, &[t("A4", 4, "Item"), t("B4", 4, "Rate")]),
        row(5, &[t("A5", 0, "Mowing"), n("B5", 1, "40")]),
        row(6, &[t("A6", 0, "Litter")]),
        row(9, &[t("A9", 4, "Insurance"), t("B9", 4, "Cover")]),
        row(10, &[t("A10", 0, "Public liability"), n("B10", 1, "5000000")]),
    ];
    assert_eq!(
        sheet(&data(&rows)),
        [
            "h1 Prices",
            "h8 Schedule of rates",
            "p Prices leave out VAT and are held for the term of the whole contract, without any change.",
            "t0h 0,1 Item | Rate",
            "t0 0,1 Mowing | £40",
            "t0 0,1 Litter | ",
            "t1h 0,1 Insurance | Cover",
            "t1 0,1 Public liability | £5,000,000",
        ]
    );
}

#[test]
fn a_head_names_the_columns_below_one_blank_row_and_not_below_two() {
    let rows = |second: u32| {
        let rows = [
            row(1, &[t("A1", 0, "Period"), t("B1", 0, "Estimate")]),
            row(3, &[t("A3", 0, "Year 1"), n("B3", 1, "40000")]),
            row(second, &[t(&format!("A{second}"), 0, "Total"), n(&format!("B{second}"), 1, "40000")]),
        ];
        sheet(&data(&rows))
    };
    assert_eq!(rows(5)[1..], ["t0h 0,1 Period | Estimate", "t0 0,1 Year 1 | £40,000", "t0 0,1 Total | £40,000"]);
    assert_eq!(rows(6)[3], "t1 0,1 Total | £40,000");
}

#[test]
fn merged_cells_show_once_and_keep_the_columns() {
    let rows = [
        row(1, &[t("A1", 5, "Site"), t("B1", 5, "Visits")]),
        row(2, &[t("B2", 5, "Mowing"), t("C2", 5, "Litter")]),
        row(3, &[t("A3", 0, "Long Meadow"), n("B3", 0, "26"), n("C3", 0, "52")]),
    ];
    let inside =
        format!("{}<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>", data(&rows));
    let expected = ["t0h 0,1 Site | Visits", "t0h 0,1,2  | Mowing | Litter", "t0 0,1,2 Long Meadow | 26 | 52"];
    assert_eq!(sheet(&inside)[1..], expected);
    let merged: Vec<_> =
        read(&file(&[("Prices", "", &inside)], "", &[])).blocks.into_iter().map(|b| b.merged).collect();
    assert_eq!(merged, [vec![], vec![], vec![0], vec![]]);
}

#[test]
fn every_block_knows_its_cell() {
    let rows = [row(7, &[t("C7", 0, "Public liability"), n("E7", 1, "5000000")])];
    let document = read(&file(&[("Prices", "", &data(&rows))], "", &[]));
    let block = &document.blocks[1];
    assert_eq!(block.cell.as_deref(), Some("C7"));
    let at = block.text.find('£').unwrap();
    assert_eq!((block.cell_at(0).as_deref(), block.cell_at(at).as_deref()), (Some("C7"), Some("E7")));
}

#[test]
fn comments_are_notes_and_boxes_are_read() {
    let comments = "<comments><commentList><comment ref=\"B1\"><text><r><t>Excludes</t></r><r><t> VAT</t></r></text></comment>\
        <comment ref=\"D9\"><text><t>[Threaded comment] see the newer one</t></text></comment></commentList></comments>";
    let threaded = "<ThreadedComments><threadedComment ref=\"D9\"><text>Held for the term</text></threadedComment></ThreadedComments>";
    let drawing = "<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>Fill in the</a:t></a:r><a:r><a:t> grey cells.</a:t></a:r></a:p>\
        </xdr:txBody></xdr:sp></xdr:wsDr>";
    let inside = data(&[row(1, &[t("A1", 0, "Rate"), n("B1", 1, "40")])]);
    let parts = [("comments", comments), ("threadedComment", threaded), ("drawing", drawing)];
    let document = read(&file(&[("Prices", "", &inside)], "", &parts));
    let expected =
        ["h1 Prices", "t0 0,1 Rate | £40", "note Excludes VAT", "note Held for the term", "p Fill in the grey cells."];
    assert_eq!(lines(&document), expected);
    assert_eq!(document.blocks[3].cell.as_deref(), Some("D9"));
}

#[test]
fn what_is_hidden_is_read_and_told() {
    let hidden = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
        <row r=\"2\" hidden=\"1\"><c r=\"B2\"><v>2</v></c></row></sheetData>";
    let plain = data(&[row(1, &[n("A1", 0, "3")])]);
    let sheets =
        [("A", "", hidden), ("Thresholds", "state=\"veryHidden\"", plain.as_str()), ("B", "state=\"hidden\"", "")];
    let document = read(&file(&sheets, "", &[]));
    let told: Vec<_> = document.unread.iter().map(|u| (u.why, u.detail.as_deref().unwrap_or(""))).collect();
    assert_eq!(told, [(Why::Hidden, "rows or columns of sheet “A”"), (Why::Hidden, "sheet “Thresholds”")]);
    assert_eq!(document.text(), "A\n1\n2\nThresholds\n3");
}

#[test]
fn cells_far_apart_cost_no_more_than_near_ones() {
    let rows = [row(1, &[n("A1", 0, "1")]), row(1_048_576, &[n("XFD1048576", 0, "2")])];
    assert_eq!(read(&file(&[("Far", "", &data(&rows))], "", &[])).text(), "Far\n1\n2");
    let steps: Vec<String> =
        (0..16_000_u16).map(|i| row(u32::from(i) + 1, &[n(&crate::read::sheet::name(i, i.into()), 0, "1")])).collect();
    assert_eq!(read(&file(&[("Steps", "", &data(&steps))], "", &[])).words(), 16_001);
}

#[test]
fn cells_and_sheets_without_end_are_a_limit() {
    let cells = "<c><v>1</v></c>".repeat(100);
    let rows = format!("<row>{cells}</row>").repeat(MAX_CELLS / 100 + 1);
    let document = read(&file(&[("Many", "", &format!("<sheetData>{rows}</sheetData>"))], "", &[]));
    assert_eq!(document.unread.iter().map(|u| u.why).collect::<Vec<_>>(), [Why::TooLarge]);
    let one = data(&[row(1, &[n("A1", 0, "1")])]);
    let sheets = vec![("S", "", one.as_str()); MAX_SHEETS + 1];
    assert_eq!(read(&file(&sheets, "", &[])).unread[0].why, Why::TooLarge);
}

#[test]
fn broken_parts_are_told_and_the_rest_is_read() {
    let broken = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2";
    let fine = data(&[row(1, &[n("A1", 0, "3")])]);
    let document = read(&file(&[("A", "", broken), ("B", "", &fine)], "", &[]));
    assert_eq!((document.unread[0].why, document.text().as_str()), (Why::Damaged, "A\n1\nB\n3"));
    for odd in [
        "<sheetData><row r=\"0\"><c r=\"0\"><v>1</v></c></row></sheetData>",
        "<sheetData><row r=\"99999999999\"><c r=\"ZZZZZZ1\" s=\"999\"><v>1e999</v></c></row></sheetData>",
        "<sheetData><row r=\"4294967295\"><c r=\"A4294967295\"><v>1</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"A4294967295:XFD4294967295\"/><mergeCell ref=\"A1\"/><mergeCell ref=\":\"/></mergeCells>",
        "<sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row><row r=\"1\"><c t=\"s\"><v>7</v></c></row>\
         </sheetData>",
    ] {
        let document = read(&file(&[("A", "", odd)], "", &[]));
        assert!(document.words() > 0 || !document.unread.is_empty(), "{odd}");
    }
}

#[test]
fn a_blank_workbook_is_empty_and_a_binary_one_is_explained() {
    let document = read(&file(&[("Sheet1", "", "<sheetData/>")], "", &[]));
    assert_eq!((document.format, document.unread[0].why), (Format::Xlsx, Why::Empty));
    let entries: [(&str, &[u8]); 2] = [("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"\0")];
    let Unread { why, detail, .. } = &read(&archive(&entries, true)).unread[0];
    assert_eq!((*why, detail.as_deref()), (Why::OldFormat, Some("Binary workbook of Excel")));
}

#[test]
fn every_cut_gives_a_document() {
    let whole = file(&[("Prices", "", &data(&[row(1, &[t("A1", 0, "Rate"), n("B1", 1, "40")])]))], "", &[]);
    for length in (4..whole.len()).step_by(3) {
        assert!(!read(&whole[..length]).unread.is_empty(), "{length}");
    }
}
