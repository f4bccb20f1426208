//! E-mail (`.eml`): what it says at its head, its text, and the files that are attached.
//!
//! `mail-parser` takes the message apart. The text is read as plain text, or as a page where there is none. Files are
//! given as they are, to be read by the readers of their own types: see [`super::pack`]. Pictures that belong to the look
//! of a page, such as the logo below a name, and signatures are no documents and are left out.

use mail_parser::{Address, DateTime, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::pack::own_name;
use super::{html, text};
use crate::document::{Block, Document, Format, Kind, Unread, Why};
use crate::months;

/// Largest message that is read, in bytes, with what is attached to it.
pub const LARGEST: usize = 128 << 20;
/// Most files of a message.
pub const MAX_FILES: usize = 500;
/// Most messages inside each other that are not packed.
const MAX_INNER: usize = 100;
/// Most bytes that may be looked through in search of the ends of parts: each part may be looked for to the end.
const MAX_WORK: usize = 2 << 30;
/// Most bytes of the lines at the head that are looked at to tell whether a file is a message.
const MAX_HEAD: usize = 64 << 10;
/// Most addresses that are named.
const MAX_ADDRESSES: usize = 100;

/// A message, and the files that are attached to it with their names.
pub struct Mail {
    /// What it says itself.
    pub document: Document,
    /// Names and bytes of the files.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Whether a file is a message: nothing but named lines up to the first empty one, among them who it is from and a line
/// that only programs write.
pub fn is_mail(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(MAX_HEAD)];
    let (mut from, mut program) = (false, false);
    for line in head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end) {
        if line.is_empty() {
            break;
        }
        if line[0] == b' ' || line[0] == b'\t' {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
        let name = &line[..colon];
        if name.is_empty() || !name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
            return false;
        }
        let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()));
        from |= is(&["From", "Sender", "Return-Path"]);
        program |= is(&["MIME-Version", "Message-ID", "Received", "Return-Path", "Content-Type", "X-Unsent"]);
    }
    from && program
}

/// Reads a message without the files that are attached to it, and says that there are some.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let Mail { mut document, files } = open(name, bytes);
    document.unread.extend(files.into_iter().map(|(name, _)| Unread {
        why: Why::Embedded,
        pages: vec![],
        detail: Some(name),
    }));
    document
}

/// Reads a message and gives what is attached to it.
pub fn open(name: &str, bytes: &[u8]) -> Mail {
    let unread = |why| Mail { document: Document::unread(name, Format::Email, why, None), files: vec![] };
    if bytes.len() > LARGEST || !is_bounded(bytes) {
        return unread(Why::TooLarge);
    }
    // Each line of the head that is understood is code in the download.
    let parser = MessageParser::new().with_minimal_headers().default_header_ignore();
    let Some(message) = parser.parse(bytes) else { return unread(Why::Damaged) };
    let mut blocks = head(&message);
    let cut = body(&message, &mut blocks);
    let mut document = Document { name: name.to_owned(), format: Format::Email, pages: None, blocks, unread: vec![] };
    let mut fault = |why| document.unread.push(Unread { why, pages: vec![], detail: None });
    let files: Vec<_> = files(&message, bytes);
    if cut || files.len() > MAX_FILES {
        fault(Why::TooLarge);
    }
    if message.parts.iter().any(|part| part.is_encoding_problem) {
        fault(Why::Damaged);
    }
    if document.blocks.is_empty() && files.is_empty() && document.unread.is_empty() {
        document.unread.push(Unread { why: Why::Empty, pages: vec![], detail: None });
    }
    Mail { document, files: files.into_iter().take(MAX_FILES).collect() }
}

/// Whether taking a message apart takes no more than its length allows: parts that never end are each looked for to the
/// end of the file, and messages inside each other are put away one inside the other.
fn is_bounded(bytes: &[u8]) -> bool {
    let (mut parts, mut inner) = (0_usize, 0_usize);
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/') {
        let before =
            |word: &[u8]| bytes[..at].len() >= word.len() && bytes[at - word.len()..at].eq_ignore_ascii_case(word);
        parts += usize::from(before(b"multipart"));
        inner += usize::from(before(b"message"));
    }
    inner <= MAX_INNER && (parts + inner).saturating_mul(bytes.len()) <= MAX_WORK
}

/// Who wrote to whom, when and on what.
fn head(message: &Message) -> Vec<Block> {
    let fields = [
        ("From", message.from().map(addresses)),
        ("To", message.to().map(addresses)),
        ("Cc", message.cc().map(addresses)),
        ("Date", message.date().map(day)),
        ("Subject", message.subject().map(|subject| subject.split_whitespace().collect::<Vec<_>>().join(" "))),
    ];
    let field = |(name, value): (&str, Option<String>)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(Block::new(Kind::Field { name: name.to_owned() }, format!("{name}: {value}")))
    };
    fields.into_iter().filter_map(field).collect()
}

fn addresses(addresses: &Address) -> String {
    let shown = addresses.iter().take(MAX_ADDRESSES).filter_map(|one| match (&one.name, &one.address) {
        (Some(name), Some(address)) if name != address => Some(format!("{name} <{address}>")),
        (name, address) => address.as_ref().or(name.as_ref()).map(ToString::to_string),
    });
    let shown: Vec<_> = shown.map(|one| one.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    shown.join(", ")
}

/// A day and time as people write them, where the writer was: `1 April 2026, 09:05`.
fn day(date: &DateTime) -> String {
    months::name(date.month.into()).map_or_else(String::new, |month| {
        format!("{} {month} {}, {:02}:{:02}", date.day, date.year, date.hour, date.minute)
    })
}

/// Adds the blocks of the text, and tells whether a limit cut them short.
fn body(message: &Message, blocks: &mut Vec<Block>) -> bool {
    let parts = |ids: &[u32]| ids.iter().filter_map(|id| message.parts.get(*id as usize)).collect::<Vec<_>>();
    let texts = parts(&message.text_body);
    let is_blank = |part: &&MessagePart| !matches!(&part.body, PartType::Text(text) if !text.trim().is_empty());
    // Some programs write a page, and beside it an empty text.
    let bodies = if texts.iter().all(is_blank) { parts(&message.html_body) } else { texts };
    let mut cut = false;
    for part in bodies {
        match &part.body {
            PartType::Text(words) => blocks.extend(text::read("", words.as_bytes()).blocks),
            PartType::Html(page) => {
                let (page, full) = html::blocks(page);
                blocks.extend(page);
                cut |= full;
            }
            _ => {}
        }
    }
    cut
}

/// What is attached.
fn files(message: &Message, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let parts = message.attachments.iter().filter_map(|id| message.parts.get(*id as usize));
    let file = |(i, part): (usize, &MessagePart)| {
        let kind = part.content_type();
        let is = |main: &str| kind.is_some_and(|kind| kind.ctype().eq_ignore_ascii_case(main));
        let named = part.attachment_name().map(own_name).filter(|name| !name.is_empty());
        let attached = part.content_disposition().is_some_and(mail_parser::ContentType::is_attachment);
        let part_of_page = part.content_id().is_some() && !attached;
        let subtype = kind.and_then(|kind| kind.subtype()).unwrap_or_default().to_ascii_lowercase();
        if is("image") && part_of_page || subtype.ends_with("signature") {
            return None;
        }
        let contents = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.as_bytes(),
            PartType::Binary(contents) | PartType::InlineBinary(contents) => contents,
            // One that was packed has its own bytes; one that was not stands in those of the message around it.
            PartType::Message(inner) if part.encoding == mail_parser::Encoding::None => bytes
                .get(part.offset_body as usize..part.offset_end as usize)
                .filter(|contents| !contents.is_empty())
                .unwrap_or(&inner.raw_message),
            PartType::Message(inner) => &inner.raw_message,
            PartType::Multipart(_) => return None,
        };
        let subject = || match &part.body {
            PartType::Message(inner) => inner.subject().map(|subject| format!("{}.eml", own_name(subject))),
            _ => None,
        };
        let name = named.or_else(subject).unwrap_or_else(|| format!("attachment {}", i + 1));
        (!contents.is_empty()).then(|| (name, contents.to_vec()))
    };
    parts.enumerate().filter_map(file).take(MAX_FILES + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "From: =?utf-8?Q?Ann_O=E2=80=99Neil?= <ann@council.example>\r\nTo: Bidders <all@x.example>, b@y.example\r\n\
        Subject: Tender for\r\n a lunch club\r\nDate: Wed, 1 Apr 2026 09:05:00 +0100\r\nMIME-Version: 1.0\r\n";

    fn mixed(parts: &[&str]) -> Vec<u8> {
        let parts: String = parts.iter().map(|part| format!("--b\r\n{part}\r\n")).collect::<Vec<_>>().concat();
        format!("{PLAIN}Content-Type: multipart/mixed; boundary=b\r\n\r\n{parts}--b--\r\n").into_bytes()
    }

    fn lines(document: &Document) -> Vec<&str> {
        document.blocks.iter().map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn the_head_is_fields_and_the_text_is_read() {
        let bytes = format!(
            "{PLAIN}Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCover of =A35m=\r\n is needed.\r\n"
        );
        let mail = open("mail.eml", bytes.as_bytes());
        let text = [
            "From: Ann O’Neil <ann@council.example>",
            "To: Bidders <all@x.example>, b@y.example",
            "Date: 1 April 2026, 09:05",
            "Subject: Tender for a lunch club",
            "Cover of £5m is needed.",
        ];
        assert_eq!(lines(&mail.document), text);
        assert_eq!((mail.document.format, mail.files.len()), (Format::Email, 0));
        assert_eq!(mail.document.blocks[3].kind, Kind::Field { name: "Subject".into() });
        assert_eq!(mail.document.unread, []);
    }

    #[test]
    fn text_is_preferred_to_a_page_unless_it_is_empty() {
        let either = |text: &str| {
            let bytes = format!(
                "{PLAIN}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n\
                --b\r\nContent-Type: text/html\r\n\r\n<p>Cover of &pound;2m<table><tr><td>Lot<td>Value<tr><td>1<td>&pound;9</table>\r\n--b--\r\n"
            );
            let mail = open("mail.eml", bytes.as_bytes());
            assert_eq!(mail.files, []);
            mail.document.blocks[4..].iter().map(|block| block.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(either("Cover of GBP 1m"), ["Cover of GBP 1m"]);
        assert_eq!(either(" \r\n"), ["Cover of £2m", "Lot\tValue", "1\t£9"]);
    }

    #[test]
    fn attached_files_are_given_and_pictures_of_the_page_are_not() {
        let bytes = mixed(&[
            "Content-Type: text/plain\r\n\r\nSee attached.",
            "Content-Type: application/pdf; name=\"C:\\\\x\\\\Terms.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment\r\n\r\nJVBERi0=",
            "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Disposition: attachment;\r\n filename*=utf-8''Pr%C3%AFce.txt\r\n\r\n\u{a3}5",
            "Content-Type: image/png\r\nContent-ID: <logo>\r\nContent-Disposition: inline; filename=logo.png\r\n\r\nx",
            "Content-Type: image/png\r\nContent-Disposition: attachment; filename=scan.png\r\n\r\nx",
            "Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Disposition: attachment\r\n\r\nx",
        ]);
        let mail = open("mail.eml", &bytes);
        let names: Vec<_> = mail.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Terms.pdf", "Prïce.txt", "scan.png"]);
        assert_eq!(mail.files[0].1, b"%PDF-");
        assert_eq!(lines(&mail.document).last(), Some(&"See attached."));
    }

    #[test]
    fn a_message_in_a_message_is_a_file_that_can_be_opened() {
        let inner = "From: c@x.example\r\nSubject: Terms\r\nMIME-Version: 1.0\r\n\r\nPay in 30 days.";
        let plain = format!("Content-Type: message/rfc822\r\n\r\n{inner}");
        let mail = open("mail.eml", &mixed(&["Content-Type: text/plain\r\n\r\nForwarded.", &plain]));
        assert_eq!(lines(&mail.document).last(), Some(&"Forwarded."));
        assert_eq!(mail.files[0].0, "Terms.eml");
        assert!(is_mail(&mail.files[0].1));
        assert_eq!(lines(&read("", &mail.files[0].1)).last(), Some(&"Pay in 30 days."));
    }

    #[test]
    fn a_text_is_no_message() {
        assert!(is_mail(PLAIN.as_bytes()));
        assert!(is_mail(b"Received: by x\nFrom: a@b.example\n\nText"));
        for text in [
            "From: the Council\nTo: bidders\n\nText",
            "Content-Type: of cover\n\nText",
            "From the Council\nMIME-Version: 1\n",
            "",
            "\n",
        ] {
            assert!(!is_mail(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_is_broken_is_read_as_far_as_it_goes() {
        let bytes = mixed(&["Content-Type: text/plain\r\n\r\nCover of 5m."]);
        for length in [PLAIN.len(), PLAIN.len() + 30, bytes.len() - 10, bytes.len() - 1] {
            assert!(lines(&read("mail.eml", &bytes[..length])).len() >= 4, "{length}");
        }
        let why = |bytes: &[u8]| read("mail.eml", bytes).unread.iter().map(|unread| unread.why).collect::<Vec<_>>();
        let bad = "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!! not base64 \u{1}";
        assert_eq!(why(&mixed(&["Content-Type: text/plain\r\n\r\nText", bad])), [Why::Damaged, Why::Embedded]);
    }

    #[test]
    fn messages_made_to_harm_are_not_taken_apart() {
        let inner = "Content-Type: message/rfc822\r\n\r\n".repeat(MAX_INNER + 1);
        let parts = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(100_000);
        for bytes in [format!("{PLAIN}{inner}"), format!("{PLAIN}{parts}")] {
            assert_eq!(read("mail.eml", bytes.as_bytes()).unread[0].why, Why::TooLarge);
        }
        let many = vec!["Content-Disposition: attachment; filename=a.txt\r\n\r\nx"; MAX_FILES + 9];
        let mail = open("mail.eml", &mixed(&many));
        assert_eq!((mail.files.len(), mail.document.unread[0].why), (MAX_FILES, Why::TooLarge));
    }
}
