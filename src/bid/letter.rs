//! A letter as a Word file: paragraphs, the first of which is its heading.

use std::io::Write as _;

use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter};

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const OF_DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style></w:styles>"#;
const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;
const END: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>"#;

/// A letter as a Word file: its paragraphs are parted by blank lines, and the first is the heading.
pub fn docx(text: &str) -> Vec<u8> {
    let mut document = BEGIN.to_owned();
    for (at, paragraph) in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).enumerate() {
        let style = if at == 0 { r#"<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>"# } else { "" };
        let lines: Vec<String> = paragraph.lines().map(escaped).collect();
        let text = lines.join(r#"</w:t><w:br/><w:t xml:space="preserve">"#);
        document += &[r"<w:p>", style, r#"<w:r><w:t xml:space="preserve">"#, &text, r"</w:t></w:r></w:p>"].concat();
    }
    document.push_str(END);
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", OF_DOCUMENT),
        ("word/styles.xml", STYLES),
    ];
    // Writing into memory does not fail.
    archive(&parts).unwrap_or_default()
}

/// A zip archive of texts, as they are: they are small.
fn archive(parts: &[(&str, &str)]) -> Option<Vec<u8>> {
    let mut writer = ZipArchiveWriter::new(vec![]);
    for (name, text) in parts {
        let (mut entry, _) = writer.new_file(name).compression_method(CompressionMethod::STORE).start().ok()?;
        entry.write_all(text.as_bytes()).ok()?;
        let sum = rawzip::crc32(text.as_bytes());
        entry.finish(DataDescriptorOutput::new(sum, text.len() as u64)).ok()?;
    }
    writer.finish().ok()
}

/// A text within XML; characters that XML does not have go.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(all(test, feature = "office"))]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_was_written() {
        let bytes = docx("Questions: A & B\n\n1. Is “<this>” meant?\n\nWith thanks,\nMeadow\u{1} Works");
        let document = crate::read::read("letter.docx", &bytes);
        assert!(document.unread.is_empty(), "{:?}", document.unread);
        assert_eq!(document.blocks[0].text, "Questions: A & B");
        assert_eq!(document.blocks[1].text, "Is “<this>” meant?");
        assert!(document.text().ends_with("With thanks,\nMeadow Works"), "{}", document.text());
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in "\\PC{0,80}[\u{0}-\u{1f}<&]{0,4}\\PC{0,40}") {
            let document = crate::read::read("letter.docx", &docx(&format!("A\n\n{text}")));
            proptest::prop_assert!(document.unread.is_empty());
        }
    }
}
