//! Compound files ("OLE"): the container of Word, Excel and `PowerPoint` before 2007, and of newer files with a password.

use crate::document::{Document, Format, Why};

/// A document that says why a compound file is not read.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let (why, what) = fault(bytes);
    Document::unread(name, Format::Unknown, why, what.to_owned())
}

/// Why a compound file is not read, and what it is, told from the names in its directory.
///
/// Directory entries are 128 bytes and stand at multiples of that, their names in UTF-16 in front; so the names are
/// found without following the file's own tables, which a broken file may have lost.
fn fault(bytes: &[u8]) -> (Why, &'static str) {
    const KNOWN: [(&str, Why, &str); 6] = [
        ("EncryptedPackage", Why::Locked, "Office file with a password"),
        ("WordDocument", Why::OldFormat, "Word 97 to 2003"),
        ("Workbook", Why::OldFormat, "Excel 97 to 2003"),
        ("Book", Why::OldFormat, "Excel 5"),
        ("PowerPoint Document", Why::OldFormat, "PowerPoint 97 to 2003"),
        ("__properties_version1.0", Why::UnknownType, "Outlook message"),
    ];
    let is = |entry: &[u8], name: &str| {
        let mut units = entry.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        name.encode_utf16().all(|unit| units.next() == Some(unit)) && units.next() == Some(0)
    };
    let found = |&&(name, ..): &&(&str, Why, &str)| bytes.chunks_exact(128).any(|entry| is(entry, name));
    KNOWN.iter().find(found).map_or((Why::UnknownType, "compound file"), |&(_, why, what)| (why, what))
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
