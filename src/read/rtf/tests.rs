use super::*;
use crate::read::rtf::walk::{MAX_EVENTS, MAX_GROUPS};

fn read_rtf(body: &str) -> Document {
    let document = read("tender.rtf", format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0 {body}}}").as_bytes());
    assert_eq!(document.format, Format::Rtf);
    document
}

/// A block a line: what it is, its label in brackets, its text.
fn lines(document: &Document) -> Vec<String> {
    let line = |block: &Block| {
        let kind = match &block.kind {
            Kind::Heading { level } => format!("h{level} "),
            Kind::Paragraph => String::new(),
            Kind::ListItem { level } => format!("- {level} "),
            Kind::Row { table, columns, head } => {
                format!("{} {table} {columns:?} ", if *head { "head" } else { "row" })
            }
            other => format!("{other:?} "),
        };
        let label = block.label.as_ref().map_or(String::new(), |label| format!("[{label}] "));
        format!("{kind}{label}{}", block.text.replace('\t', " | ").replace('\n', " / "))
    };
    document.blocks.iter().map(line).collect()
}

fn text(body: &str) -> String {
    let document = read_rtf(body);
    assert_eq!(document.unread, [], "{:?}", document.blocks);
    document.text()
}

fn whys(document: &Document) -> Vec<Why> {
    document.unread.iter().map(|unread| unread.why).collect()
}

#[test]
fn characters_are_those_of_their_code_page_and_font() {
    let fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset238 Arial CE;}\
        {\\f3\\fcharset204{\\*\\fname Arial;}Arial Cyr;}{\\f4\\fcharset77 Geneva;}{\\f5\\fcharset2 Wingdings;}}";
    let of = |body: &str| text(&format!("{fonts}{body}\\par"));
    assert_eq!(of("\\'a35m \\'93cover\\'94 \\'96 now"), "£5m “cover” – now");
    assert_eq!(of("{\\f2 \\'b9\\'ea} \\'b9"), "ąę ¹");
    assert_eq!(of("{\\f3 \\'cf\\'f0}{\\f4 \\'a3}"), "Пр£");
    assert_eq!(of("{\\f1 \\'b3} 5 {\\f5\\'fe} yes {\\f5\\u-3842 ?} no"), "≥ 5 ☑ yes ☑ no");
    assert_eq!(text("\\mac \\'a3\\par"), "£");
    assert_eq!(read("a.rtf", b"{\\rtf1\\pc \\'9c5m}").text(), "£5m");
    assert_eq!(read("a.rtf", b"{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0}").text(), "Пр");
}

#[test]
fn unicode_is_read_and_what_stands_for_it_is_not() {
    assert_eq!(text("\\u8217?s \\uc0\\u163 5m {\\uc2\\u8211\\'96?x}\\par"), "’s £5m –x");
    assert_eq!(text("\\u-10179?\\u-8704? {\\uc3\\u8364\\'80\\line?}end\\par"), "😀 €end");
    assert_eq!(text("{\\upr{plain}{\\*\\ud{Gwasanaethau t\\uc1\\u375y}}}\\par"), "Gwasanaethau tŷ");
    assert_eq!(text("a\\~b c\\_d e\\-f \\{g\\} \\emdash h\\tab i\\par"), "a\u{a0}b c-d ef {g} —h i");
}

#[test]
fn letters_of_two_bytes_are_reported() {
    let document =
        read_rtf("{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset128 MS Gothic;}}\\f0 Cover {\\f1\\'82\\'a0}\\par");
    assert_eq!(whys(&document), [Why::Unmapped]);
    assert!(document.text().starts_with("Cover"));
}

#[test]
fn what_does_not_show_is_left_out() {
    assert_eq!(text("Cover{\\v  hidden}{\\deleted  of \\'a310m}{\\revised  of \\'a35m}\\par"), "Cover of £5m");
    assert_eq!(text("{\\*\\unknown nothing}{\\info{\\title Nothing}}{\\colortbl;\\red0;}a\\par"), "a");
    assert_eq!(
        text("a{\\*\\annotation {b}}{\\*\\bkmkstart c}{\\xe d}{\\pict\\wmetafile8 0102}{\\*\\shppict{\\pict 03}}\\par"),
        "a"
    );
    assert_eq!(text("a\\bin2 {}\\b b\\par"), "ab");
    assert_eq!(text("One {\\deleted\\par}paragraph\\par Another\\par"), "One paragraph\nAnother");
    assert_eq!(text("{\\caps public} \\caps liability\\caps0  cover\\par"), "PUBLIC LIABILITY cover");
}

#[test]
fn fields_show_their_results() {
    let field =
        |instruction: &str, result: &str| format!("{{\\field{{\\*\\fldinst {instruction}}}{{\\fldrslt {result}}}}}");
    assert_eq!(
        text(&format!("See {}.\\par", field("HYPERLINK \"https://x\"", "the {\\ul notice}"))),
        "See the notice."
    );
    let nested = field(&format!("IF {} = 1", field("PAGE", "7")), "four");
    assert_eq!(text(&format!("{nested} lots\\par")), "four lots");
    let form = |kind: &str, rest: &str| format!("{{{kind}{{\\*\\formfield{{{rest}}}}}}}");
    assert_eq!(
        text(&format!("Lot 1: {} yes\\par", field(&form(" FORMCHECKBOX ", "\\fftype1\\ffres1"), ""))),
        "Lot 1: ☒ yes"
    );
    assert_eq!(
        text(&format!("Lot 1: {} no\\par", field(&form(" FORMCHECKBOX ", "\\fftype1\\ffres25\\ffdefres0"), ""))),
        "Lot 1: ☐ no"
    );
    let list = "\\fftype2\\ffres25\\ffdefres1{\\*\\ffl Lot 1}{\\*\\ffl Lot 2}";
    assert_eq!(text(&format!("{}\\par", field(&form(" FORMDROPDOWN ", list), ""))), "Lot 2");
    assert_eq!(text(&format!("All {} done\\par", field("SYMBOL 252 \\\\f \"Wingdings\" \\\\s 10", ""))), "All ✓ done");
    assert_eq!(text(&format!("{}\\par", field("MACROBUTTON NoMacro Click and type", ""))), "Click and type");
}

#[test]
fn headings_are_told_by_outline_level_and_style() {
    let styles = "{\\stylesheet{Normal;}{\\s1\\outlinelevel0 Kop;}{\\s2\\sbasedon1 Clause;}{\\s3 heading 3;}{\\*\\cs4 heading 4;}\
        {\\s5 Title;}{\\s6\\outlinelevel9\\sbasedon1 Body;}}";
    let document = read_rtf(&format!(
        "{styles}\\pard\\s5 Tender\\par\\pard\\s1 Insurance\\par\\pard\\s2 Cover\\par\\pard\\s3 Proof\\par\
        \\pard\\s6 Not one\\par\\pard\\outlinelevel1 Term\\par\\pard Text\\par"
    ));
    let headings = ["h1 Tender", "h1 Insurance", "h1 Cover", "h3 Proof", "Not one", "h2 Term", "Text"];
    assert_eq!(lines(&document), headings);
}

#[test]
fn numbers_that_were_written_beside_the_text_are_labels() {
    let item = |number: &str, level: u8, text: &str| {
        format!(
            "\\pard{{\\listtext\\pard\\plain {number}\\tab}}\\ls1\\ilvl{level}\\li{} {text}\\par",
            360 * u32::from(level)
        )
    };
    let body =
        [item("4.2", 0, "Cover of \\'a35m"), item("(a)", 1, "before the start; and"), item("\\u8226?", 2, "proof")];
    let document = read_rtf(&body.concat());
    assert_eq!(lines(&document), ["- 0 [4.2] Cover of £5m", "- 1 [(a)] before the start; and", "- 2 [•] proof"]);
    let old = "{\\fonttbl{\\f3\\fcharset2 Symbol;}}\\pard{\\pntext\\f3\\'b7\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb x}}Cover of \\'a35m\\par";
    assert_eq!(lines(&read_rtf(old)), ["- 0 [•] Cover of £5m"]);
}

#[test]
fn numbers_that_were_not_written_are_counted() {
    let level = |numerals: u8, start: u8, text: &str| {
        format!("{{\\listlevel\\levelnfc{numerals}\\levelstartat{start}{{\\leveltext {text};}}{{\\levelnumbers;}}}}")
    };
    let lists = format!(
        "{{\\*\\listtable{{\\list{}{}{}\\listid7}}}}{{\\*\\listoverridetable{{\\listoverride\\listid7\\ls1}}\
        {{\\listoverride\\listid7\\listoverridecount1{{\\lfolevel\\listoverridestartat\\levelstartat9}}\\ls2}}}}",
        level(0, 4, "\\'02\\'00."),
        level(0, 1, "\\'04\\'00.\\'01"),
        level(4, 1, "\\'03(\\'02)"),
    );
    let item = |list: u8, level: u8, text: &str| format!("\\pard\\ls{list}\\ilvl{level} {text}\\par ");
    let body = [
        item(1, 0, "One."),
        item(1, 1, "Two."),
        item(1, 1, "Three."),
        item(1, 2, "Four."),
        item(1, 0, "Five."),
        item(1, 1, "Six."),
        item(2, 0, "Seven."),
    ];
    let document = read_rtf(&(lists + &body.concat()));
    let labels: Vec<_> = document.blocks.iter().map(|block| block.label.as_deref().unwrap_or_default()).collect();
    assert_eq!(labels, ["4.", "4.1", "4.2", "(a)", "5.", "5.1", "9."]);
}

#[test]
fn tables_are_rows_with_their_columns() {
    let row = |words: [&str; 3], head: &str| {
        let cells = words.map(|word| format!("\\pard\\intbl {word}\\cell ")).concat();
        format!("\\trowd\\trleft-108{head}\\cellx2000\\cellx5000\\cellx9000 {cells}\\row ")
    };
    let body = [
        row(["Lot", "Insurance", "Cover"], "\\trhdr"),
        row(["1", "Public liability", "\\'a35m"], ""),
        row(["2", "Employers", "\\'a310m\\par each claim"], ""),
    ];
    let document = read_rtf(&format!("{}\\pard After\\par", body.concat()));
    let rows = [
        "head 0 [0, 1, 2] Lot | Insurance | Cover",
        "row 0 [0, 1, 2] 1 | Public liability | £5m",
        "row 0 [0, 1, 2] 2 | Employers | £10m / each claim",
        "After",
    ];
    assert_eq!(lines(&document), rows);
}

#[test]
fn a_row_on_a_coloured_ground_names_the_columns() {
    let heads = |colour: u8| {
        let row = |ground: u8, first: &str, second: &str| {
            format!(
                "\\trowd\\clcbpat{ground}\\cellx2000\\clcbpat{ground}\\cellx5000\\pard\\intbl {first}\\cell {second}\\cell\\row "
            )
        };
        let rows = row(colour, "Name", "Address") + &row(0, "Trading name", "") + &row(0, "Post", "Town");
        let document =
            read_rtf(&format!("{{\\colortbl;\\red1\\green2\\blue3;\\red255\\green255\\blue255;}}{rows}\\pard\\par"));
        lines(&document).iter().filter(|line| line.starts_with("head")).count()
    };
    assert_eq!([heads(1), heads(2), heads(0), heads(9)], [1, 0, 0, 0]);
}

#[test]
fn merged_cells_and_tables_in_cells_are_read_as_they_show() {
    let merged = "\\trowd\\clmgf\\cellx3000\\clmrg\\cellx6000\\cellx9000\\pard\\intbl Wide\\cell\\cell C\\cell\\row\
        \\trowd\\clvmgf\\cellx3000\\cellx6000\\cellx9000\\pard\\intbl Tall\\cell b\\cell c\\cell\\row\
        \\trowd\\clvmrg\\cellx3000\\cellx6000\\cellx9000\\pard\\intbl gone\\cell d\\cell e\\cell\\row\\pard\\par";
    let rows = ["row 0 [0, 2] Wide | C", "row 0 [0, 1, 2] Tall | b | c", "row 0 [0, 1, 2]  | d | e"];
    assert_eq!(lines(&read_rtf(merged)), rows);
    let nested = "\\pard\\intbl\\itap1 Levels:\\par\\pard\\intbl\\itap2 Public\\nestcell \\'a35m\\nestcell\
        {\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}\
        \\pard\\intbl\\itap2 Employers\\nestcell \\'a310m\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}\
        \\pard\\intbl\\itap1 as stated\\cell Other\\cell\\trowd\\cellx4000\\cellx8000\\row\
        \\pard\\intbl x\\cell y\\cell\\row\\pard After\\par";
    let rows = [
        "row 0 [0, 1] Levels: / as stated | Other",
        "row 1 [0, 1] Public | £5m",
        "row 1 [0, 1] Employers | £10m",
        "row 0 [0, 1] x | y",
        "After",
    ];
    assert_eq!(lines(&read_rtf(nested)), rows);
}

#[test]
fn notes_boxes_and_running_heads_stand_where_they_belong() {
    let document = read_rtf(
        "{\\header\\pard Council\\par}{\\headerf\\pard Council\\par}{\\footer\\pard Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}\\par}\
        Cover{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} For each claim.\\par}}\
        {\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv Box 1}}{\\shptxt\\pard Write to us.\\par}}{\\shprslt nothing}} of \\'a35m\
        {\\chftn{\\footnote\\ftnalt\\pard\\chftn At the end.}}{*{\\footnote\\pard Its own mark.}}\\par More\\par",
    );
    let blocks = [
        "Header Council",
        "Cover of £5m*",
        "Footnote [1] For each claim.",
        "Footnote [i] At the end.",
        "Footnote Its own mark.",
        "Write to us.",
        "More",
        "Footer Page 2",
    ];
    assert_eq!(lines(&document), blocks);
}

#[test]
fn a_note_in_a_table_comes_after_its_row() {
    let document = read_rtf(
        "\\trowd\\cellx3000\\cellx6000\\pard\\intbl Cover{\\chftn{\\footnote\\pard\\chftn  Each claim.}}\\cell \\'a35m\\cell\\row\
        \\pard\\intbl Cyber\\cell \\'a31m\\cell\\row\\pard\\par",
    );
    assert_eq!(lines(&document), ["row 0 [0, 1] Cover | £5m", "Footnote [1] Each claim.", "row 0 [0, 1] Cyber | £1m"]);
}

#[test]
fn pages_are_known_where_breaks_and_count_agree() {
    let body =
        "One\\par\\page Two\\par\\sect\\sectd\\sbknone Still two\\par\\sect\\sectd Three\\par\\pard\\pagebb Four\\par";
    let pages = |count: u8| {
        let document = read_rtf(&format!("{{\\info{{\\nofpages{count}}}}}{body}"));
        assert_eq!(document.pages, Some(count.into()));
        document.blocks.iter().map(|block| block.page).collect::<Vec<_>>()
    };
    assert_eq!(pages(4), [Some(1), Some(2), Some(2), Some(3), Some(4)]);
    assert_eq!(pages(5), [None; 5]);
}

#[test]
fn files_inside_and_pictures_alone_are_reported() {
    let object = "{\\object\\objemb{\\*\\objclass Excel.Sheet.8}{\\*\\objdata 0102}{\\result{\\pict 03}}}";
    let document =
        read_rtf(&format!("Prices:\\par{object}{{\\object{{\\*\\objclass Equation.3}}{{\\*\\objdata 01}}}}\\par"));
    assert_eq!(document.unread, [Unread { why: Why::Embedded, pages: vec![], detail: Some("Excel.Sheet.8".into()) }]);
    assert_eq!(whys(&read_rtf("{\\pict 0102}\\par")), [Why::NoTextLayer]);
    assert_eq!(whys(&read_rtf("\\par \\par")), [Why::Empty]);
}

#[test]
fn what_ends_too_early_is_read_as_far_as_it_goes() {
    let document = read("a.rtf", b"{\\rtf1 Cover of {\\b \\'a35m\\par}\n\\pard\\intbl Lot 1");
    assert_eq!((document.text().as_str(), whys(&document)), ("Cover of £5m\nLot 1", vec![Why::Damaged]));
    assert_eq!(whys(&read("a.rtf", b"{\\rtf1 Cover\\par} of \xa35m}")), [Why::Damaged]);
    assert_eq!(read("a.rtf", b"\r\n{\\rtf1 Cover\\par}\0\0").unread, []);
    assert_eq!(whys(&read("a.rtf", b"{\\rtf")), [Why::Damaged]);
}

#[test]
fn groups_inside_each_other_have_a_limit() {
    let deep = |depth: usize| format!("First\\par {}deep{}\\par Last", "{".repeat(depth), "}".repeat(depth));
    assert_eq!(text(&deep(MAX_GROUPS - 10)), "First\ndeep\nLast");
    let document = read_rtf(&deep(MAX_GROUPS * 300));
    assert_eq!((whys(&document), document.blocks[0].text.as_str()), (vec![Why::TooLarge], "First"));
}

#[test]
fn what_is_made_to_swell_is_cut() {
    let whys_of = |body: &str, times: usize| {
        let document = read_rtf(&format!("First\\par {}", body.repeat(times)));
        assert_eq!(document.blocks[0].text, "First");
        whys(&document)
    };
    assert_eq!(whys_of("\\intbl\\cell\\row", MAX_EVENTS / 2), [Why::TooLarge]);
    assert_eq!(whys_of("{\\footnote x", 2_000), [Why::TooLarge]);
    assert_eq!(whys_of("\\intbl\\itap9999 x\\nestcell", 1_000), []);
    assert_eq!(whys_of("\\cellx1", 1_000_000), []);
    assert_eq!(whys_of("\\clvmgf\\cellx99999999\\clvmrg\\cellx-99999999\\intbl x\\cell\\cell\\row", 1_000), []);
    assert_eq!(whys_of("{\\field{\\*\\fldinst {", 200), [Why::Damaged]);
    assert_eq!(whys_of("{\\listtext x", 300), [Why::Damaged]);
}

#[test]
fn limits_of_size_are_told() {
    let mut bytes = b"{\\rtf1 ".to_vec();
    bytes.resize(LARGEST + 1, b' ');
    assert_eq!(whys(&read("a.rtf", &bytes)), [Why::TooLarge]);
}
