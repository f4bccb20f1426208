//! What shows in a paragraph, and what a paragraph is.

use super::{body, bold, lines, p, para, part, run, with};

#[test]
fn runs_are_one_text() {
    assert_eq!(
        body(&para("", &format!("{}{}", run("insur"), run("ance of £5m &amp; more")))),
        ["p insurance of £5m & more"]
    );
}

#[test]
fn blanks_tabs_and_breaks_are_even() {
    let inside =
        format!("{}<w:r><w:tab/><w:tab/></w:r>{}<w:r><w:br/></w:r>{}", run("  Name:  "), run("a\n b"), run(" next "));
    // A name with its value is a field, but not when the value has two lines.
    assert_eq!(body(&para("", &inside)), ["p Name: a b / next"]);
}

#[test]
fn hyphens_are_as_they_show() {
    let inside = "<w:r><w:t>sub</w:t><w:noBreakHyphen/><w:t>con</w:t><w:softHyphen/><w:t>trac\u{AD}tor</w:t></w:r>";
    assert_eq!(body(&para("", inside)), ["p sub-contractor"]);
}

#[test]
fn letters_of_symbol_fonts_look_like_what_they_show() {
    let inside = r#"<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> £5m </w:t>
            <w:sym w:font="Wingdings" w:char="F0FC"/></w:r>
        <w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>&#xF0A3;</w:t></w:r>"#;
    assert_eq!(body(&para("", inside)), ["p ≥ £5m ✓≤"]);
}

#[test]
fn hidden_text_is_not_read() {
    let styles = part(
        "styles",
        r#"<w:style w:type="character" w:styleId="note"><w:rPr><w:vanish/></w:rPr></w:style>
           <w:style w:type="character" w:styleId="quiet"><w:basedOn w:val="note"/></w:style>"#,
    );
    let inside = format!(
        r#"{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:rStyle w:val="quiet"/></w:rPr>
            <w:t>by style</w:t></w:r>
        <w:r><w:rPr><w:rStyle w:val="quiet"/><w:vanish w:val="0"/></w:rPr><w:t>and seen</w:t></w:r>"#,
        run("seen ")
    );
    assert_eq!(lines(&with(&para("", &inside), &[("word/styles.xml", &styles)])), ["p seen and seen"]);
}

#[test]
fn letters_that_show_as_capitals_are_capitals() {
    let styles = part("styles", r#"<w:style w:type="paragraph" w:styleId="C"><w:rPr><w:caps/></w:rPr></w:style>"#);
    let small = "<w:r><w:rPr><w:caps w:val=\"false\"/></w:rPr><w:t> (as typed)</w:t></w:r>";
    let xml = para(r#"<w:pStyle w:val="C"/>"#, &(run("payment terms") + small));
    assert_eq!(lines(&with(&xml, &[("word/styles.xml", &styles)])), ["p PAYMENT TERMS (as typed)"]);
}

#[test]
fn tracked_changes_are_accepted() {
    let inside = format!(
        r#"{}<w:del w:id="1"><w:r><w:delText>£10m</w:delText><w:tab/></w:r></w:del><w:ins w:id="2">{}</w:ins>
        <w:moveFrom w:id="3">{}</w:moveFrom><w:moveTo w:id="4">{}</w:moveTo>"#,
        run("cover of "),
        run("£2m"),
        run(" gone"),
        run(" here")
    );
    assert_eq!(body(&para("", &inside)), ["p cover of £2m here"]);
}

#[test]
fn a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() {
    let xml = para(r#"<w:rPr><w:del w:id="1"/></w:rPr>"#, &run("The supplier "))
        + &para(r#"<w:outlineLvl w:val="0"/>"#, &run("must insure"))
        + &para(r#"<w:rPr><w:moveFrom w:id="2"/></w:rPr>"#, &run("and"));
    assert_eq!(body(&xml), ["h1 The supplier must insure", "p and"]);
}

#[test]
fn properties_before_a_change_do_not_count() {
    let xml = para(
        r#"<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>"#,
        &run("Terms of the contract here"),
    );
    assert_eq!(body(&xml), ["p Terms of the contract here"]);
}

#[test]
fn fields_show_their_result() {
    let field = |code: &str, result: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let nested = field(
        &format!("IF </w:instrText></w:r>{}<w:r><w:instrText>", field("MERGEFIELD x", &run("inner"))),
        &run("outer"),
    );
    assert_eq!(body(&para("", &(run("see clause ") + &field("REF _1", &run("4.2"))))), ["p see clause 4.2"]);
    assert_eq!(body(&para("", &nested)), ["p outer"]);
    assert_eq!(body(&para("", &format!(r#"<w:fldSimple w:instr="DATE">{}</w:fldSimple>"#, run("today")))), ["p today"]);
}

#[test]
fn fields_without_a_result_show_what_they_hold() {
    let field = |inside: &str| {
        format!(r#"<w:r><w:fldChar w:fldCharType="begin">{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#)
    };
    let check =
        field("<w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>");
    let choice = field(
        r#"<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/></w:ddList>
            </w:ffData></w:fldChar></w:r>"#,
    );
    let prompt = field("</w:fldChar></w:r><w:r><w:instrText> MACROBUTTON  None [insert name]</w:instrText></w:r>");
    assert_eq!(
        body(&para("", &(check + &run(" Answer ") + &choice + &run(" ") + &prompt))),
        ["li0 [☒] Answer Yes [insert name]"]
    );
}

#[test]
fn a_field_that_never_ends_hides_nothing() {
    let xml = para("", r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"#)
        + &p("All the rest.");
    assert_eq!(body(&xml), ["p All the rest."]);
}

#[test]
fn controls_links_and_formulas_show_their_text() {
    let sdt = format!(
        r#"<w:sdt><w:sdtPr><w:alias w:val="x"/><w:dropDownList><w:listItem w:displayText="no"/></w:dropDownList>
            </w:sdtPr>
        <w:sdtContent>{}</w:sdtContent></w:sdt>"#,
        para("", &run("[insert the sum]"))
    );
    let link = para("", &format!(r#"<w:hyperlink r:id="x">{}</w:hyperlink>"#, run("our portal")));
    let formula = para(
        "",
        "<m:oMath><m:r><m:t>score=</m:t></m:r><m:f><m:num><m:r><m:t>lowest</m:t></m:r></m:num><m:den><m:r>
            <m:t>price</m:t></m:r></m:den></m:f></m:oMath>",
    );
    assert_eq!(body(&(sdt + &link + &formula)), ["p [insert the sum]", "p our portal", "p score=lowest / price"]);
}

#[test]
fn a_text_box_is_read_once_and_after_its_paragraph() {
    let text_box = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let inside = format!(
        "{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{}</mc:Choice>
            <mc:Choice Requires=\"x\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>{}",
        run("before "),
        text_box("In the box."),
        text_box("In another box."),
        text_box("In the box."),
        run("after.")
    );
    assert_eq!(body(&para("", &inside)), ["p before after.", "p In the box."]);
    assert_eq!(body(&para("", &format!("<w:r><w:pict>{}</w:pict></w:r>", text_box("Old box.")))), ["p Old box."]);
}

#[test]
fn headings_are_told_by_outline_by_style_and_by_what_styles_are_based_on() {
    let styles = part(
        "styles",
        r#"<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="mine"><w:name w:val="Clause head"/><w:basedOn w:val="H2"/></w:style>
        <w:style w:type="paragraph" w:styleId="body"><w:name w:val="Clause"/><w:basedOn w:val="H2"/><w:pPr>
            <w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/><w:pPr><w:outlineLvl w:val="4"/>
            </w:pPr></w:style>"#,
    );
    let styled = |style: &str| para(&format!(r#"<w:pStyle w:val="{style}"/>"#), &run(&format!("By {style}")));
    let xml = ["T", "H2", "mine", "body", "loop", "none"].map(styled).concat()
        + &para(r#"<w:pStyle w:val="H2"/><w:outlineLvl w:val="6"/>"#, &run("By itself"))
        + &para(r#"<w:pStyle w:val="H2"/><w:outlineLvl w:val="9"/>"#, &run("By nothing"));
    let document = with(&xml, &[("word/styles.xml", &styles)]);
    assert_eq!(
        lines(&document),
        ["h1 By T", "h2 By H2", "h2 By mine", "p By body", "h5 By loop", "p By none", "h7 By itself", "p By nothing"]
    );
}

#[test]
fn a_bold_line_that_reads_like_a_heading_is_one() {
    assert_eq!(body(&para("", &bold("Payment Terms"))), ["h7 Payment Terms"]);
    assert_eq!(
        body(&para("", &bold("The supplier must pay its staff on time."))),
        ["p The supplier must pay its staff on time."]
    );
    let half = para("", &(bold("Payment Terms") + &run(" apply")));
    assert_eq!(body(&half), ["p Payment Terms apply"]);
}

#[test]
fn a_clause_in_a_heading_style_is_no_heading() {
    let heading = |text: &str| para(r#"<w:outlineLvl w:val="1"/>"#, &run(text));
    let clause = "The supplier shall take out and keep the insurances that the annex lists.";
    assert_eq!(body(&heading(clause)), [format!("p {clause}")]);
    assert_eq!(body(&heading("comply with the law;")), ["p comply with the law;"]);
    assert_eq!(body(&heading("What must I do?")), ["h2 What must I do?"]);
}

#[test]
fn typed_numbers_are_labels_and_named_values_fields() {
    let xml = p("4.2 The supplier must insure.") + &p("•\u{A0}Price") + &p("Closing date: 3 March 2026");
    assert_eq!(body(&xml)[2], "field (Closing date) Closing date: 3 March 2026");
    let labels = |at: usize| body(&xml)[at].split_once(' ').unwrap().1.to_owned();
    assert_eq!((labels(0), labels(1)), ("[4.2] The supplier must insure.".into(), "[•] Price".into()));
}

#[test]
fn comments_are_no_part_of_the_text() {
    let comments = part("comments", &format!(r#"<w:comment w:id="0">{}</w:comment>"#, p("Too much?")));
    let xml = para(
        "",
        &format!(
            r#"<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/>
            </w:r>"#,
            run("£10m")
        ),
    );
    assert_eq!(lines(&with(&xml, &[("word/comments.xml", &comments)])), ["p £10m"]);
}

#[test]
fn diagrams_are_read() {
    let data = "<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>Publish</a:t></a:r></a:p></dgm:t></dgm:pt>
        <dgm:pt><dgm:t><a:p><a:r><a:t>Award </a:t></a:r><a:r><a:t>letters</a:t></a:r></a:p></dgm:t></dgm:pt>
            </dgm:dataModel>";
    let xml = para("", r#"<w:r><w:drawing><dgm:relIds r:dm="data1"/></w:drawing></w:r>"#);
    assert_eq!(lines(&with(&xml, &[("word/diagrams/data1.xml", data)])), ["p Publish", "p Award letters"]);
}

#[test]
fn other_prefixes_and_strict_files_are_read() {
    let main = r#"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r>
            <x:t>Strict.</x:t></x:r></x:p></x:body></x:document>"#;
    assert_eq!(lines(&super::read(&super::file(&[("word/document.xml", main)]))), ["p Strict."]);
    let main = r#"<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r>
            <t>Bare.</t></r></p></body></document>"#;
    assert_eq!(lines(&super::read(&super::file(&[("word/document.xml", main)]))), ["p Bare."]);
}
