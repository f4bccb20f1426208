//! Numbers and bullets as Word counts them.

use super::{lines, para, part, run, with};

/// A level: its format, its text and further elements.
fn level(i: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/>
            </w:lvl>"#
    )
}

fn list(id: u8, levels: &[String]) -> String {
    format!(r#"<w:abstractNum w:abstractNumId="{id}">{}</w:abstractNum>"#, levels.concat())
}

fn using(id: u8, list: u8, overrides: &str) -> String {
    format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{list}"/>{overrides}</w:num>"#)
}

/// Paragraphs of these numberings and levels, and the labels that they have.
fn labels(numbering: &str, paragraphs: &[(u8, u8)]) -> Vec<String> {
    let numbering = part("numbering", numbering);
    let body: String = paragraphs
        .iter()
        .map(|(id, level)| {
            para(
                &format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>"#),
                &run("words of it"),
            )
        })
        .collect();
    let document = with(&body, &[("word/numbering.xml", &numbering)]);
    assert_eq!(document.unread, []);
    document.blocks.into_iter().map(|block| block.label.unwrap_or_default()).collect()
}

fn legal() -> String {
    list(
        0,
        &[
            level(0, "decimal", "%1.", ""),
            level(1, "decimal", "%1.%2", ""),
            level(2, "lowerLetter", "(%3)", ""),
            level(3, "lowerRoman", "(%4)", ""),
        ],
    )
}

#[test]
fn levels_count_each_for_itself_and_restart_below_a_higher_one() {
    let numbering = legal() + &using(1, 0, "");
    let paragraphs = [0, 1, 1, 2, 2, 3, 3, 2, 1, 0, 1].map(|level| (1, level));
    let shown = ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "(ii)", "(c)", "1.3", "2.", "2.1"];
    assert_eq!(labels(&numbering, &paragraphs), shown);
}

#[test]
fn a_list_may_begin_on_a_lower_level() {
    let numbering = legal() + &using(1, 0, "");
    assert_eq!(labels(&numbering, &[(1, 1), (1, 1), (1, 0)]), ["1.1", "1.2", "2."]);
}

#[test]
fn uses_of_a_list_count_together_and_a_restart_counts_once() {
    let restart = r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride>"#;
    let numbering = legal() + &using(1, 0, "") + &using(2, 0, "") + &using(3, 0, restart);
    let paragraphs = [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)];
    assert_eq!(labels(&numbering, &paragraphs), ["1.", "2.", "8.", "9.", "10."]);
}

#[test]
fn a_use_may_replace_a_level() {
    let own = format!(r#"<w:lvlOverride w:ilvl="0">{}</w:lvlOverride>"#, level(0, "upperRoman", "Part %1:", ""));
    let numbering = legal() + &using(1, 0, "") + &using(2, 0, &own);
    assert_eq!(labels(&numbering, &[(1, 0), (2, 0)]), ["1.", "Part II:"]);
}

#[test]
fn legal_numbering_is_decimal_throughout() {
    let levels = [
        level(0, "upperRoman", "%1", ""),
        level(1, "decimal", "%1.%2", ""),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    ];
    let numbering = list(0, &levels) + &using(1, 0, "");
    assert_eq!(labels(&numbering, &[(1, 0), (1, 0), (1, 1), (1, 2)]), ["I", "II", "II.1", "2.1.1"]);
}

#[test]
fn restarts_are_as_the_level_says() {
    let levels = [
        level(0, "decimal", "%1", ""),
        level(1, "lowerLetter", "%2", r#"<w:lvlRestart w:val="0"/>"#),
        level(2, "decimal", "%3", r#"<w:lvlRestart w:val="1"/>"#),
    ];
    let numbering = list(0, &levels) + &using(1, 0, "");
    let paragraphs = [0, 1, 2, 1, 2, 0, 1, 2].map(|level| (1, level));
    assert_eq!(labels(&numbering, &paragraphs), ["1", "a", "1", "b", "2", "2", "c", "1"]);
}

#[test]
fn numbers_are_written_as_their_format_says() {
    let formats =
        ["decimalZero", "upperLetter", "lowerRoman", "ordinal", "cardinalText", "ordinalText", "none", "unheard-of"];
    let shown = ["28", "BB", "xxviii", "28th", "Twenty-eight", "Twenty-eighth", "x", "28"];
    for (format, shown) in formats.into_iter().zip(shown) {
        let numbering =
            list(0, &[level(0, format, if format == "none" { "x%1" } else { "%1" }, "")]) + &using(1, 0, "");
        assert_eq!(labels(&numbering, &[(1, 0); 28])[27], shown, "{format}");
    }
}

#[test]
fn padded_numbers_come_in_two_versions_for_old_and_new_word() {
    let format = r#"<mc:AlternateContent><mc:Choice Requires="w14">
            <w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>
            <w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>"#;
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="7"/>{format}<w:lvlText w:val="R%1"/>
            </w:lvl></w:abstractNum>"#
    ) + &using(1, 0, "");
    assert_eq!(labels(&numbering, &[(1, 0)]), ["R007"]);
}

#[test]
fn bullets_look_as_they_show() {
    let font = |name: &str| format!(r#"<w:rPr><w:rFonts w:ascii="{name}"/></w:rPr>"#);
    let levels = [
        level(0, "bullet", "\u{F0B7}", &font("Symbol")),
        level(1, "bullet", "o", &font("Courier New")),
        level(2, "bullet", "\u{F0FC}", &font("Wingdings")),
        level(3, "bullet", "", r#"<w:lvlPicBulletId w:val="0"/>"#),
    ];
    let numbering = list(0, &levels) + &using(1, 0, "");
    assert_eq!(labels(&numbering, &[(1, 0), (1, 1), (1, 2), (1, 3)]), ["•", "o", "✓", "•"]);
}

#[test]
fn hidden_numbers_count_and_do_not_show() {
    let numbering =
        list(0, &[level(0, "decimal", "%1", "<w:rPr><w:vanish/></w:rPr>"), level(1, "decimal", "%1.%2", "")])
            + &using(1, 0, "");
    assert_eq!(labels(&numbering, &[(1, 0), (1, 0), (1, 1)]), ["", "", "2.1"]);
}

#[test]
fn a_label_has_an_end() {
    let numbering = list(0, &[level(0, "decimal", &"%1".repeat(5_000), "")]) + &using(1, 0, "");
    assert!(labels(&numbering, &[(1, 0)])[0].len() <= super::super::numbering::MAX_LABEL + 10);
}

#[test]
fn styles_carry_numbers_and_levels() {
    let numbering = part(
        "numbering",
        &(list(
            0,
            &[
                level(0, "decimal", "%1", r#"<w:pStyle w:val="H1"/>"#),
                level(1, "decimal", "%1.%2", r#"<w:pStyle w:val="Clause"/>"#),
                level(2, "lowerLetter", "(%3)", ""),
            ],
        ) + &using(1, 0, "")),
    );
    let styles = part(
        "styles",
        r#"<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>
            </w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Clause"><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="9"/>
            </w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Clause"/><w:pPr><w:numPr><w:ilvl w:val="2"/>
            </w:numPr></w:pPr></w:style>"#,
    );
    let styled =
        |style: &str, more: &str, text: &str| para(&format!(r#"<w:pStyle w:val="{style}"/>{more}"#), &run(text));
    let body = styled("H1", "", "Insurance")
        + &styled("Clause", "", "You must insure.")
        + &styled("Sub", "", "against fire;")
        + &styled("Clause", r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#, "No number.")
        + &styled("Clause", "", "")
        + &styled("Clause", "", "After an empty one.");
    let document = with(&body, &[("word/numbering.xml", &numbering), ("word/styles.xml", &styles)]);
    let shown: Vec<_> = document.blocks.iter().map(|b| (b.label.as_deref().unwrap_or(""), b.text.as_str())).collect();
    let expected = [
        ("1", "Insurance"),
        ("1.1", "You must insure."),
        ("(a)", "against fire;"),
        ("", "No number."),
        ("1.3", "After an empty one."),
    ];
    assert_eq!(shown, expected);
    assert_eq!(lines(&document)[0], "h1 [1] Insurance");
}

#[test]
fn a_list_may_be_kept_in_a_style() {
    let numbering = part(
        "numbering",
        &(list(0, &[level(0, "upperLetter", "%1)", "")])
            + r#"<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Ours"/></w:abstractNum>"#
            + &using(1, 0, "")
            + &using(2, 1, "")),
    );
    let styles = part(
        "styles",
        r#"<w:style w:type="numbering" w:styleId="Ours"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
            </w:style>"#,
    );
    let item = para(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>"#, &run("an item"));
    let document = with(&item, &[("word/numbering.xml", &numbering), ("word/styles.xml", &styles)]);
    assert_eq!(document.blocks[0].label.as_deref(), Some("A)"));
}

#[test]
fn a_heading_goes_below_the_one_that_its_number_goes_on_from() {
    let numbering = part("numbering", &(legal() + &using(1, 0, "")));
    let heading = |level: u8, text: &str| {
        let number =
            format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>"#);
        para(&number, &run(text))
    };
    let body =
        [(0, "Questions"), (1, "When to ask"), (1, "How to ask"), (0, "Award")].map(|(l, t)| heading(l, t)).concat();
    let document = with(&body, &[("word/numbering.xml", &numbering)]);
    assert_eq!(lines(&document), ["h2 [1.] Questions", "h3 [1.1] When to ask", "h3 [1.2] How to ask", "h2 [2.] Award"]);
}

#[test]
fn items_nest_as_their_numbers_and_indents_show() {
    let indented = |left: u16| format!(r#"<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>"#);
    let levels = [level(0, "bullet", "-", &indented(360)), level(1, "bullet", "-", &indented(1080))];
    let letters = list(1, &[level(0, "lowerLetter", "(%1)", &indented(720))]);
    let numbering = legal() + &letters + &list(2, &levels) + &using(1, 0, "") + &using(2, 1, "") + &using(3, 2, "");
    let numbering = part("numbering", &numbering);
    let item = |id: u8, level: u8, more: &str| {
        para(
            &format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>{more}"#),
            &run("words of it"),
        )
    };
    // A list of its own below a clause; one item of it moved by hand; and bullets below bullets.
    let body = item(1, 1, "")
        + &item(2, 0, "")
        + &item(2, 0, r#"<w:ind w:left="2000"/>"#)
        + &item(1, 1, "")
        + &para(r#"<w:outlineLvl w:val="0"/>"#, &run("Then"))
        + &item(3, 0, "")
        + &item(3, 1, "")
        + &item(3, 0, "");
    let document = with(&body, &[("word/numbering.xml", &numbering)]);
    let kinds: Vec<_> = lines(&document).iter().map(|line| line.trim_end_matches(" words of it").to_owned()).collect();
    let expected = ["li0 [1.1]", "li1 [(a)]", "li1 [(b)]", "li0 [1.2]", "h1 Then", "li0 [-]", "li1 [-]", "li0 [-]"];
    assert_eq!(kinds, expected);
}

#[test]
fn a_number_that_shows_nothing_makes_no_item() {
    let body = para(r#"<w:numPr><w:numId w:val="1"/></w:numPr>"#, &run("4.2 You must insure."));
    for nothing in [level(0, "none", "%1", ""), level(0, "bullet", "\u{200b}", "")] {
        let numbering = part("numbering", &(list(0, &[nothing]) + &using(1, 0, "")));
        let document = with(&body, &[("word/numbering.xml", &numbering)]);
        assert_eq!(lines(&document), ["li0 [4.2] You must insure."]);
    }
}
