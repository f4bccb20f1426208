use super::{blocks, p};

/// A style of lists: "1.", "1.1", "(a)".
const LEGAL: &str = r#"<text:list-style style:name="L1">
    <text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
    <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
    <text:list-level-style-number text:level="3" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/>
    </text:list-style>
    <text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
    <text:list-level-style-bullet text:level="2" text:bullet-char="&#xF0A7;"><style:text-properties
     fo:font-family="Wingdings"/></text:list-level-style-bullet></text:list-style>"#;

fn list(attributes: &str, items: &str) -> String {
    format!("<text:list {attributes}>{items}</text:list>")
}

fn item(inside: &str) -> String {
    format!("<text:list-item>{inside}</text:list-item>")
}

#[test]
fn lists_in_lists_count_by_their_level() {
    let deep = list("", &item(&p("cover")));
    let inner = list("", &format!("{}{}", item(&format!("{}{deep}", p("Insurance"))), item(&p("Turnover"))));
    let items = format!("{}{}", item(&format!("{}{inner}", p("Selection"))), item(&p("Award")));
    let expected =
        ["li0 [1.] Selection", "li1 [1.1] Insurance", "li2 [(a)] cover", "li1 [1.2] Turnover", "li0 [2.] Award"];
    assert_eq!(blocks(LEGAL, &list("text:style-name=\"L1\"", &items), ""), expected);
}

#[test]
fn a_list_goes_on_where_it_says_so() {
    let one = |attributes: &str| list(&format!("text:style-name=\"L1\" {attributes}"), &item(&p("x")));
    let text = [
        one("xml:id=\"a\""),
        one(""),
        one("text:continue-numbering=\"true\""),
        one("text:continue-list=\"a\""),
        list("text:style-name=\"L1\"", "<text:list-item text:start-value=\"7\"><text:p>x</text:p></text:list-item>"),
    ];
    let expected = ["li0 [1.] x", "li0 [1.] x", "li0 [2.] x", "li0 [2.] x", "li0 [7.] x"];
    assert_eq!(blocks(LEGAL, &text.concat(), ""), expected);
}

#[test]
fn only_the_first_paragraph_of_an_item_has_its_number() {
    let items = format!(
        "<text:list-header>{}</text:list-header>{}",
        p("Before the items."),
        item(&format!("{}{}", p("The first"), p("and more of it.")))
    );
    let expected = ["p Before the items.", "li0 [1.] The first", "p and more of it."];
    assert_eq!(blocks(LEGAL, &list("text:style-name=\"L1\"", &items), ""), expected);
}

#[test]
fn bullets_are_what_they_look_like() {
    let inner = list("", &item(&p("Carrow")));
    let text = list("text:style-name=\"Dots\"", &item(&format!("{}{inner}", p("North"))));
    assert_eq!(blocks(LEGAL, &text, ""), ["li0 [•] North", "li1 [▪] Carrow"]);
}

#[test]
fn newer_files_say_how_a_number_looks() {
    let styles = r#"<text:list-style style:name="L1">
        <text:list-level-style-number text:level="1" loext:num-list-format="Schedule %1%:" style:num-format="I"/>
        <text:list-level-style-number text:level="2" loext:num-list-format="%1%-%2%" style:num-format="1"/>
        </text:list-style>"#;
    let inner = list("", &item(&p("Rates")));
    let text = list("text:style-name=\"L1\"", &item(&format!("{}{inner}", p("Price of the work"))));
    assert_eq!(blocks(styles, &text, ""), ["li0 [Schedule I:] Price of the work", "li1 [I-1] Rates"]);
}

#[test]
fn headings_outside_of_lists_have_the_numbers_of_the_outline() {
    let common = r#"<office:styles><text:outline-style>
        <text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
        <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>
        <style:style style:name="H1" style:family="paragraph" style:default-outline-level="1"/>
        <style:style style:name="H2" style:family="paragraph" style:default-outline-level="2"/>
        <style:style style:name="Plain" style:family="paragraph" style:parent-style-name="H1" style:list-style-name=""/>
        </office:styles>"#;
    let h = |style: &str, level: u8, text: &str| {
        format!("<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\">{text}</text:h>")
    };
    let text =
        [h("H1", 1, "Scope"), h("H2", 2, "Lots"), h("Plain", 1, "Annex"), h("H1", 1, "Price"), h("H2", 2, "Rates")];
    let expected = ["h1 [1.] Scope", "h2 [1.1] Lots", "h1 Annex", "h1 [2.] Price", "h2 [2.1] Rates"];
    assert_eq!(blocks("", &text.concat(), common), expected);
}

#[test]
fn an_item_that_is_set_further_in_by_its_level_is_deeper() {
    let styles = r#"<text:list-style style:name="A"><text:list-level-style-number text:level="1" style:num-format="1"
         text:display-levels="1" style:num-suffix="."><style:list-level-properties><style:list-level-label-alignment
         fo:margin-left="1cm" fo:text-indent="-1cm"/></style:list-level-properties></text:list-level-style-number>
        </text:list-style><text:list-style style:name="B"><text:list-level-style-number text:level="1"
         style:num-format="a" style:num-suffix=")"><style:list-level-properties><style:list-level-label-alignment
         fo:margin-left="2cm" fo:text-indent="-1cm"/></style:list-level-properties></text:list-level-style-number>
        </text:list-style>"#;
    let text = [
        list("text:style-name=\"A\"", &item(&p("The provider holds:"))),
        list("text:style-name=\"B\"", &item(&p("cover"))),
        list("text:style-name=\"A\" text:continue-numbering=\"true\"", &item(&p("The provider trains."))),
    ];
    let expected = ["li0 [1.] The provider holds:", "li1 [a)] cover", "li0 [2.] The provider trains."];
    assert_eq!(blocks(styles, &text.concat(), ""), expected);
}
