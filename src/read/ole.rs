//! Compound files ("OLE"): the container of Word, Excel and `PowerPoint` before 2007, of newer files with a password, and of
//! the messages of Outlook, which alone are read ([`super::msg`]).

use super::msg;
#[cfg(feature = "text")]
use crate::document::Unread;
use crate::document::{Document, Format, NESTING, Why};

/// The stream of a message's properties.
const PROPERTIES: &str = "__properties_version1.0";

/// A document that says why a compound file is not read; of a message its text, and that there are files with it.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    #[cfg(feature = "text")]
    if is_message(bytes) {
        return message(name, bytes);
    }
    let (why, what) = fault(bytes);
    Document::unread(name, Format::Unknown, why, what.to_owned())
}

#[cfg(feature = "text")]
fn message(name: &str, bytes: &[u8]) -> Document {
    let mut parts = match msg::open(bytes) {
        Ok(parts) => parts.into_iter(),
        Err(why) => return Document::unread(name, Format::Email, why, None),
    };
    let mail = parts.next().and_then(|part| part.contents.ok()).unwrap_or_default();
    let mut document = super::mail::read(name, &mail);
    let unread = |part: msg::Part| Unread { why: Why::Embedded, pages: vec![], detail: Some(part.path) };
    document.unread.extend(parts.map(unread));
    document
}

/// Whether a file is a message of Outlook.
pub fn is_message(bytes: &[u8]) -> bool {
    bytes.starts_with(super::OLE) && has(bytes, PROPERTIES) && msg::is_message(bytes)
}

/// Why a compound file is not read, and what it is, told from the names in its directory.
fn fault(bytes: &[u8]) -> (Why, &'static str) {
    const KNOWN: [(&str, Why, &str); 6] = [
        ("EncryptedPackage", Why::Locked, "Office file with a password"),
        ("WordDocument", Why::OldFormat, "Word 97 to 2003"),
        ("Workbook", Why::OldFormat, "Excel 97 to 2003"),
        ("Book", Why::OldFormat, "Excel 5"),
        ("PowerPoint Document", Why::OldFormat, "PowerPoint 97 to 2003"),
        // One that is not opened stands too deep in other files.
        (PROPERTIES, Why::TooLarge, NESTING),
    ];
    let found = KNOWN.iter().find(|(name, ..)| has(bytes, name));
    found.map_or((Why::UnknownType, "compound file"), |&(_, why, what)| (why, what))
}

/// Whether a stream of this name is in a compound file.
///
/// Directory entries are 128 bytes and stand at multiples of that, their names in UTF-16 in front; so the names are
/// found without following the file's own tables, which a broken file may have lost.
fn has(bytes: &[u8], name: &str) -> bool {
    let is = |entry: &[u8]| {
        let mut units = entry.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        name.encode_utf16().all(|unit| units.next() == Some(unit)) && units.next() == Some(0)
    };
    bytes.chunks_exact(128).any(is)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::OLE;

    fn compound(name: &str) -> Vec<u8> {
        let mut bytes = OLE.to_vec();
        bytes.resize(1024, 0);
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(2048, 0);
        bytes
    }

    #[test]
    fn a_password_and_an_old_format_are_told_apart() {
        assert_eq!(fault(&compound("EncryptedPackage")).0, Why::Locked);
        assert_eq!(fault(&compound("WordDocument")), (Why::OldFormat, "Word 97 to 2003"));
        assert_eq!(fault(&compound("Workbook")).0, Why::OldFormat);
        assert_eq!(fault(&compound("WordDocumentary")).0, Why::UnknownType);
        assert_eq!(fault(OLE).0, Why::UnknownType);
    }

    #[test]
    fn a_compound_file_is_read_as_one_that_cannot_be_read() {
        let document = crate::read::read("terms.docx", &compound("EncryptedPackage"));
        assert_eq!(document.unread[0].why, Why::Locked);
        assert!(document.blocks.is_empty());
    }
}
