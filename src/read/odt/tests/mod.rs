//! Small texts made here, and what is read of them.

mod hostile;
mod lists;
mod tables;

use crate::document::{Document, Why};
use crate::read::docx::tests::lines;
use crate::read::zip::tests::archive;

const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.text";

/// A text with this body, these automatic styles, and these common and master styles.
pub fn file(automatic: &str, body: &str, common: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>{automatic}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!("<office:document-styles>{common}</office:document-styles>");
    archive(&[("mimetype", MIMETYPE), ("content.xml", content.as_bytes()), ("styles.xml", styles.as_bytes())], true)
}

pub fn with(automatic: &str, body: &str, common: &str) -> Document {
    crate::read::read("tender.odt", &file(automatic, body, common))
}

/// The blocks of a text that is read whole.
pub fn blocks(automatic: &str, body: &str, common: &str) -> Vec<String> {
    let document = with(automatic, body, common);
    assert_eq!(document.unread, []);
    lines(&document)
}

pub fn body(xml: &str) -> Vec<String> {
    blocks("", xml, "")
}

pub fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

#[test]
fn white_space_is_that_of_the_page() {
    let text = "<text:p>The  Council\n invites<text:s text:c=\"4\"/>tenders<text:tab/>for\
        <text:line-break/>R&amp;D &#163;5m.</text:p>";
    assert_eq!(body(text), ["p The Council invites tenders for / R&D £5m."]);
}

#[test]
fn changes_are_read_as_if_accepted_and_comments_are_not_read() {
    let text = "<text:tracked-changes><text:changed-region><text:deletion><text:p>£10m</text:p></text:deletion>\
        </text:changed-region></text:tracked-changes>\
        <text:p>Cover of <text:change text:change-id=\"1\"/><text:change-start text:change-id=\"2\"/>£5m\
        <text:change-end text:change-id=\"2\"/><office:annotation><text:p>too much</text:p></office:annotation> \
        is needed.</text:p>";
    assert_eq!(body(text), ["p Cover of £5m is needed."]);
}

#[test]
fn what_is_hidden_is_not_read() {
    let styles = r#"<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>
        </style:style>"#;
    let text = "<text:p>Seen<text:span text:style-name=\"T1\"> unseen</text:span>\
        <text:hidden-text text:is-hidden=\"true\">unseen</text:hidden-text>\
        <text:conditional-text> and shown</text:conditional-text>.</text:p>\
        <text:section text:display=\"none\"><text:p>unseen</text:p></text:section>\
        <text:section text:display=\"condition\" text:is-hidden=\"true\"><text:p>unseen</text:p></text:section>\
        <text:p><text:hidden-paragraph text:is-hidden=\"true\"/>unseen</text:p>\
        <text:section><text:p>The end.</text:p></text:section>";
    assert_eq!(blocks(styles, text, ""), ["p Seen and shown.", "p The end."]);
}

#[test]
fn a_style_gives_what_those_above_it_give() {
    let common = r#"<office:styles>
        <style:default-style style:family="paragraph"/>
        <style:style style:name="Heading_20_2" style:family="paragraph" style:default-outline-level="2"/>
        <style:style style:name="Shout" style:family="text"><style:text-properties fo:text-transform="uppercase"/>
        </style:style></office:styles>"#;
    let automatic = r#"<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>"#;
    let text = "<text:h text:style-name=\"P1\" text:outline-level=\"2\">Lots</text:h>\
        <text:p text:style-name=\"P1\">Payment</text:p>\
        <text:p>It is <text:span text:style-name=\"Shout\">not</text:span> divided.</text:p>";
    assert_eq!(blocks(automatic, text, common), ["h2 Lots", "h2 Payment", "p It is NOT divided."]);
}

#[test]
fn notes_and_boxes_come_after_their_paragraph() {
    let text = "<text:p>Value<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>Without VAT.</text:p></text:note-body></text:note> is \
        <draw:frame><draw:text-box><text:p>In short: one contract.</text:p></draw:text-box>\
        <svg:title>A box</svg:title></draw:frame>£5m.</text:p><text:p>Next.</text:p>";
    let blocks = body(text);
    assert_eq!(
        blocks,
        ["p Value is £5m.", "field (In short) In short: one contract.", "note [1] Without VAT.", "p Next."]
    );
}

#[test]
fn running_heads_are_those_of_the_pages_that_are_used() {
    let common = r#"<office:automatic-styles>
        <style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
        </office:automatic-styles><office:master-styles>
        <style:master-page style:name="Standard"><style:header><text:p text:style-name="P1">OFFICIAL</text:p></style:header>
        <style:header-left style:display="false"><text:p>unseen</text:p></style:header-left>
        <style:footer><text:p>Page <text:page-number>2</text:page-number></text:p></style:footer></style:master-page>
        <style:master-page style:name="Landscape"><style:header><text:p>OFFICIAL</text:p></style:header>
        <style:footer><text:p>Annex</text:p></style:footer></style:master-page>
        <style:master-page style:name="Envelope"><style:header><text:p>unseen</text:p></style:header></style:master-page>
        </office:master-styles>"#;
    let automatic = r#"<style:style style:name="P1" style:family="paragraph" style:master-page-name="Landscape"/>"#;
    let text = "<text:p>First.</text:p><text:p text:style-name=\"P1\">Second.</text:p>";
    let expected = ["header OFFICIAL", "p First.", "p Second.", "footer Page 2", "footer Annex"];
    assert_eq!(blocks(automatic, text, common), expected);
}

#[test]
fn pages_are_those_of_the_last_layout() {
    let automatic = r#"<style:style style:name="P1" style:family="paragraph">
        <style:paragraph-properties fo:break-before="page"/></style:style>"#;
    let text = "<text:p>One.</text:p><text:p>Two begins<text:soft-page-break/> on one.</text:p>\
        <text:p>Three.</text:p><text:p text:style-name=\"P1\">Four.</text:p>";
    let document = with(automatic, text, "");
    let pages: Vec<_> = document.blocks.iter().map(|block| block.page).collect();
    assert_eq!((pages, document.pages), (vec![Some(1), Some(1), Some(2), Some(3)], Some(3)));
    assert_eq!(with("", &p("One."), "").blocks[0].page, None);
}

#[test]
fn a_flat_file_is_read_like_one_in_an_archive() {
    let xml = "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:o\" \
        office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles>\
        <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
        </office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\"><style:header>\
        <text:p>OFFICIAL</text:p></style:header></style:master-page></office:master-styles><office:body><office:text>\
        <text:p>Bids are due.<text:span text:style-name=\"T1\">unseen</text:span></text:p></office:text></office:body>\
        </office:document>";
    let document = crate::read::read("tender.fodt", xml.as_bytes());
    assert_eq!(lines(&document), ["header OFFICIAL", "p Bids are due."]);
    assert_eq!((document.format, document.unread), (crate::document::Format::Odt, vec![]));
}

#[test]
fn what_is_in_the_file_beside_text_is_told() {
    let whys = |xml: &str| with("", xml, "").unread.iter().map(|unread| unread.why).collect::<Vec<_>>();
    let picture = "<draw:frame><draw:image/></draw:frame>";
    assert_eq!(whys(&format!("<text:p>{picture}</text:p>")), [Why::NoTextLayer]);
    assert_eq!(whys(&format!("<text:p>Seen {picture}</text:p>")), []);
    assert_eq!(whys(""), [Why::Empty]);
    let sheet = "<text:p>See <draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>";
    assert_eq!(whys(sheet), [Why::Embedded]);
}

#[test]
fn boxes_to_tick_show_whether_they_are() {
    let tick = |on: &str| {
        format!(
            "<field:fieldmark field:type=\"vnd.oasis.opendocument.field.FORMCHECKBOX\">\
             <field:param field:name=\"Checkbox_Checked\" field:value=\"{on}\"/></field:fieldmark>"
        )
    };
    let text = format!("<text:p>Small: {} Large: {}</text:p>", tick("true"), tick("false"));
    assert_eq!(body(&text), ["field (Small) Small: ☒ Large: ☐"]);
}
