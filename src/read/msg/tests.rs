//! Messages are made here as Outlook lays them out; `tests/packs/mailed.msg` and `forwarded.msg` were written by another program.

use std::io::{Cursor, Write};

use cfb::CompoundFile;

use super::*;
use crate::document::{Document, Format};
use crate::read::pack::read_all;

/// A message in the making.
struct Maker {
    file: CompoundFile<Cursor<Vec<u8>>>,
}

impl Maker {
    fn new() -> Self {
        let mut maker = Self { file: CompoundFile::create(Cursor::new(vec![])).expect("memory takes all") };
        maker.fixed("", 32, &[]);
        maker
    }

    fn stream(&mut self, path: &str, bytes: &[u8]) -> &mut Self {
        let mut stream = self.file.create_stream(path).expect("a name that is free");
        stream.write_all(bytes).expect("memory takes all");
        stream.flush().expect("memory takes all");
        drop(stream);
        self
    }

    fn text(&mut self, storage: &str, id: u16, text: &str) -> &mut Self {
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.stream(&format!("{storage}/__substg1.0_{id:04X}001F"), &bytes)
    }

    fn bytes(&mut self, storage: &str, id: u16, kind: &str, bytes: &[u8]) -> &mut Self {
        self.stream(&format!("{storage}/__substg1.0_{id:04X}{kind}"), bytes)
    }

    /// Properties of a fixed length: type, number and value.
    fn fixed(&mut self, storage: &str, head: usize, all: &[(u16, u16, u64)]) -> &mut Self {
        let mut bytes = vec![0; head];
        for (kind, id, value) in all {
            bytes.extend(kind.to_le_bytes());
            bytes.extend(id.to_le_bytes());
            bytes.extend([6, 0, 0, 0]);
            bytes.extend(value.to_le_bytes());
        }
        self.stream(&format!("{storage}/__properties_version1.0"), &bytes)
    }

    fn storage(&mut self, path: &str) -> &mut Self {
        self.file.create_storage(path).expect("a name that is free");
        self
    }

    fn attach(&mut self, number: u32, name: &str, bytes: &[u8]) -> &mut Self {
        let storage = format!("/__attach_version1.0_#{number:08X}");
        self.storage(&storage).fixed(&storage, 8, &[(3, 0x3705, 1)]);
        self.text(&storage, 0x3707, name).bytes(&storage, 0x3701, "0102", bytes)
    }

    fn file(mut self) -> Vec<u8> {
        self.file.flush().expect("memory takes all");
        self.file.into_inner().into_inner()
    }
}

fn lines(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| block.text.as_str()).collect()
}

fn names(documents: &[Document]) -> Vec<&str> {
    documents.iter().map(|document| document.name.as_str()).collect()
}

#[test]
fn a_message_is_read_as_an_e_mail_with_what_is_attached() {
    let mut maker = Maker::new();
    // 1 April 2026, 08:05.
    maker.file.remove_stream("/__properties_version1.0").unwrap();
    maker.fixed("", 32, &[(0x40, 0x0039, (11_644_473_600 + 1_775_030_700) * 10_000_000)]);
    maker.text("", 0x0037, "Tender for\r\n a lunch club").text("", 0x0C1A, "Ann O’Neil, Clerk").text(
        "",
        0x5D01,
        "ann@council.example",
    );
    maker.text("", 0x1000, "Cover of £5m is needed.\r\n\r\nSee attached.\0");
    for (number, name, address, kind) in
        [(0, "Bidders", "all@x.example", 1), (1, "b@y.example", "b@y.example", 2), (2, "c@y.example", "c@y.example", 3)]
    {
        let storage = format!("/__recip_version1.0_#{number:08X}");
        maker.storage(&storage).fixed(&storage, 8, &[(3, 0x0C15, kind)]);
        maker.text(&storage, 0x3001, name).text(&storage, 0x39FE, address);
    }
    maker.attach(0, "C:\\x\\Terms.txt", b"Payment in 30 days.").attach(1, "logo.png", b"x").attach(
        2,
        "~$Terms.docx",
        b"x",
    );
    let logo = "/__attach_version1.0_#00000001";
    maker.text(logo, 0x370E, "image/png").bytes(logo, 0x7FFE, "0000", b"");
    maker.file.remove_stream(format!("{logo}/__properties_version1.0")).unwrap();
    maker.fixed(logo, 8, &[(0xB, 0x7FFE, 1)]);
    let file = maker.file();
    let documents = read_all("Question.msg", &file);
    assert_eq!(names(&documents), ["Question.msg", "Question.msg/Terms.txt"]);
    let text = [
        "From: Ann O’Neil, Clerk <ann@council.example>",
        "To: Bidders <all@x.example>",
        "Cc: b@y.example",
        "Date: 1 April 2026, 08:05",
        "Subject: Tender for a lunch club",
        "Cover of £5m is needed.",
        "See attached.",
    ];
    assert_eq!(lines(&documents[0]), text);
    assert_eq!((documents[0].format, documents[0].unread.len()), (Format::Email, 0));
    assert_eq!(documents[1].text(), "Payment in 30 days.");
    // By itself, what is attached is named.
    let alone = crate::read::read("Question.msg", &file);
    assert_eq!(lines(&alone), text);
    assert_eq!((alone.unread[0].why, alone.unread[0].detail.as_deref()), (Why::Embedded, Some("Terms.txt")));
}

#[test]
fn a_page_or_rtf_is_read_where_there_is_no_text() {
    let mut page = Maker::new();
    page.text("", 0x1000, " \r\n").bytes(
        "",
        0x1013,
        "0102",
        b"<p>Cover of \xa35m<table><tr><td>Lot<td>Value<tr><td>1<td>9</table>",
    );
    assert_eq!(lines(&read_all("a.msg", &page.file())[0])[1..], ["Cover of £5m", "Lot\tValue", "1\t9"]);
    let mut rtf = Maker::new();
    rtf.bytes("", 0x1009, "0102", b"\x2e\0\0\0\x22\0\0\0MELA\0\0\0\0{\\rtf1\\ansi Cover of \\'a35m.\\par}");
    let documents = read_all("a.msg", &rtf.file());
    assert_eq!(names(&documents), ["a.msg", "a.msg/message.rtf"]);
    assert_eq!(documents[1].text(), "Cover of £5m.");
}

#[test]
fn text_that_is_not_unicode_has_a_code_page() {
    let mut maker = Maker::new();
    maker.bytes("", 0x1000, "001E", b"Cover of \xa35m");
    assert_eq!(lines(&read_all("a.msg", &maker.file())[0])[1..], ["Cover of £5m"]);
    let mut maker = Maker::new();
    maker.file.remove_stream("/__properties_version1.0").unwrap();
    maker.fixed("", 32, &[(3, 0x3FFD, 1251)]).bytes("", 0x1000, "001E", b"\xc4\xe0");
    assert_eq!(lines(&read_all("a.msg", &maker.file())[0])[1..], ["Да"]);
}

/// A message in a message in a message.
fn nested(depth: usize) -> Vec<u8> {
    let mut maker = Maker::new();
    maker.text("", 0x1000, "level 0");
    let mut storage = String::new();
    for level in 1..=depth {
        let attached = format!("{storage}/__attach_version1.0_#00000000");
        storage = format!("{attached}/__substg1.0_3701000D");
        maker.storage(&attached).fixed(&attached, 8, &[(3, 0x3705, 5)]).storage(&storage).fixed(&storage, 24, &[]);
        maker.text(&storage, 0x0037, &format!("Subject {level}")).text(&storage, 0x1000, &format!("level {level}"));
    }
    maker.file()
}

#[test]
fn messages_in_messages_are_read_to_a_depth() {
    let documents = read_all("a.msg", &nested(MAX_INNER));
    let path = "a.msg/Subject 1.msg/Subject 2.msg";
    assert_eq!(names(&documents), ["a.msg", "a.msg/Subject 1.msg", path, &format!("{path}/Subject 3.msg")]);
    assert_eq!(lines(&documents[2]).last(), Some(&"level 2"));
    let told = &documents[3].unread[0];
    assert_eq!((told.why, told.detail.as_deref()), (Why::TooLarge, Some(NESTING)));
}

#[test]
fn what_is_broken_says_so() {
    let mut maker = Maker::new();
    maker.text("", 0x1000, &"Cover of £5m. ".repeat(500)).attach(0, "a.txt", &b"Payment in 30 days. ".repeat(900));
    let file = maker.file();
    for length in (512..file.len()).step_by(512) {
        let documents = read_all("a.msg", &file[..length]);
        let told = |document: &Document| document.words() > 0 || !document.unread.is_empty();
        assert!(documents.iter().all(told) && !documents.is_empty(), "{length}");
    }
    // An object that is not there.
    let mut maker = Maker::new();
    maker.storage("/__attach_version1.0_#00000000").fixed("/__attach_version1.0_#00000000", 8, &[]);
    let documents = read_all("a.msg", &maker.file());
    assert_eq!((documents[1].name.as_str(), documents[1].unread[0].why), ("a.msg/attachment 1", Why::Embedded));
}
