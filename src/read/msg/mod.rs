//! Messages of Outlook (`.msg`): compound files that hold a message's properties, each as a stream [MS-OXMSG].
//!
//! The properties become the e-mail that they are those of: a head, and the text as plain text, as a page or as RTF. That is read by the readers of its type, and what is attached as the documents
//! of a pack are.

mod rtf;

use mail_parser::DateTime;
use mail_parser::decoders::charsets::map::charset_decoder;

use super::compound::Compound;
use super::pack::own_name;
use crate::document::{FILES, NESTING, Why};

/// Largest message that is read, in bytes, with what is attached to it.
pub const LARGEST: usize = 128 << 20;
/// Most files of a message.
pub const MAX_FILES: usize = 500;
/// Most messages inside each other.
const MAX_INNER: usize = 3;
/// Most bytes of a property that is text.
const MAX_PROPERTY: usize = 12 << 20;

/// A part of a message.
pub struct Part {
    /// Its name, with those of the messages inside the message that it stands in, parted by `/`; none for the message itself.
    pub path: String,
    /// What is in it: an e-mail without what is attached to it, or an attached file; or why it is not given.
    pub contents: Result<Vec<u8>, Fault>,
}

/// Why a part is not given, with a detail.
pub type Fault = (Why, Option<&'static str>);

/// The properties that are read, by their numbers in [MS-OXPROPS].
mod property {
    pub const SUBJECT: u16 = 0x0037;
    pub const SENT: u16 = 0x0039;
    pub const HEAD: u16 = 0x007D;
    pub const TYPE: u16 = 0x0C15;
    pub const ON_BEHALF: [u16; 3] = [0x0042, 0x5D02, 0x0065];
    pub const SENDER: [u16; 3] = [0x0C1A, 0x5D01, 0x0C1F];
    pub const RECIPIENT: [u16; 3] = [0x3001, 0x39FE, 0x3003];
    pub const DELIVERED: u16 = 0x0E06;
    pub const TEXT: u16 = 0x1000;
    pub const RTF: u16 = 0x1009;
    pub const PAGE: u16 = 0x1013;
    pub const DATA: u16 = 0x3701;
    pub const NAMES: [u16; 3] = [0x3707, 0x3704, 0x3001];
    pub const MIME: u16 = 0x370E;
    pub const FLAGS: u16 = 0x3714;
    pub const CODE_PAGE: u16 = 0x3FFD;
    pub const CODE_PAGE_OF_PAGE: u16 = 0x3FDE;
    pub const HIDDEN: u16 = 0x7FFE;
}

/// Whether a compound file is a message, and not only has one in it; what cannot be opened is one.
pub fn is_message(bytes: &[u8]) -> bool {
    Compound::open(bytes).is_none_or(|file| file.length("/__properties_version1.0").is_some())
}

/// Takes a message apart: first itself, then what is attached to it, messages in it with what is attached to them.
pub fn open(bytes: &[u8]) -> Result<Vec<Part>, Why> {
    if bytes.len() > LARGEST {
        return Err(Why::TooLarge);
    }
    let file = Compound::open(bytes).ok_or(Why::Damaged)?;
    // What is attached cannot be more than the whole, unless streams share their bytes.
    let mut message = Message { file, left: bytes.len(), page: 1252, parts: vec![] };
    message.open("", "", 32, 1);
    Ok(message.parts)
}

struct Message<'b> {
    file: Compound<'b>,
    /// Bytes that may still be read.
    left: usize,
    /// The code page of text that is not Unicode.
    page: u32,
    parts: Vec<Part>,
}

impl Message<'_> {
    /// Opens the message in a storage, whose plain properties stand behind a head of so many bytes.
    fn open(&mut self, storage: &str, path: &str, head: usize, depth: usize) {
        let fixed = self.fixed(storage, head);
        self.page = fixed.get(property::CODE_PAGE).map_or(self.page, |page| page as u32);
        let mut mail = self.head(storage, &fixed);
        let text = self.text(storage, property::TEXT).filter(|text| !text.trim().is_empty());
        let text = text.map(|text| ("plain", "utf-8".to_owned(), text.into_bytes()));
        let mut beside = None;
        let (kind, charset, text) = text.or_else(|| self.page(storage, &fixed)).unwrap_or_else(|| {
            let rtf = self.binary(storage, property::RTF);
            beside = rtf.map(|packed| rtf::unpacked(&packed).ok_or((Why::Damaged, None)));
            ("plain", "utf-8".to_owned(), vec![])
        });
        mail.extend_from_slice(format!("Content-Type: text/{kind}; charset={charset}\r\n\r\n").as_bytes());
        mail.extend(text);
        self.parts.push(Part { path: path.to_owned(), contents: Ok(mail) });
        let inside = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
        if let Some(contents) = beside {
            self.parts.push(Part { path: inside("message.rtf"), contents });
        }
        for (number, attached) in (1..).zip(self.file.storages(storage, "__attach_version1.0_#")) {
            if self.parts.len() > MAX_FILES {
                self.parts.push(Part { path: path.to_owned(), contents: Err((Why::TooLarge, Some(FILES))) });
                return;
            }
            self.attached(&attached, &inside, number, depth);
        }
    }

    fn attached(&mut self, storage: &str, inside: &dyn Fn(&str) -> String, number: usize, depth: usize) {
        /// What belongs to the look of the message's page.
        const PART_OF_PAGE: u64 = 4;
        let fixed = self.fixed(storage, 8);
        let name = property::NAMES.iter().find_map(|name| self.text(storage, *name));
        let name = name.map(|name| own_name(&name)).filter(|name| !name.is_empty());
        let kind = self.text(storage, property::MIME).unwrap_or_default().to_ascii_lowercase();
        let looks = fixed.get(property::FLAGS).unwrap_or(0) & PART_OF_PAGE != 0
            || fixed.get(property::HIDDEN).is_some_and(|hidden| hidden & 1 != 0);
        if looks && kind.starts_with("image/") || kind.ends_with("signature") {
            return;
        }
        let inner = format!("{storage}/__substg1.0_{:04X}000D", property::DATA);
        if self.file.length(&format!("{inner}/__properties_version1.0")).is_some() {
            let subject = self.text(&inner, property::SUBJECT).map(|subject| own_name(&subject));
            let name =
                subject.filter(|name| !name.is_empty()).or(name).unwrap_or_else(|| format!("attachment {number}"));
            let path = inside(&format!("{name}.msg"));
            if depth == MAX_INNER {
                self.parts.push(Part { path, contents: Err((Why::TooLarge, Some(NESTING))) });
            } else {
                let page = self.page;
                self.open(&inner, &path, 24, depth + 1);
                self.page = page;
            }
            return;
        }
        let path = inside(&name.unwrap_or_else(|| format!("attachment {number}")));
        let data = format!("{storage}/__substg1.0_{:04X}0102", property::DATA);
        let contents = match self.file.length(&data) {
            Some(length) if length > self.left => Err((Why::TooLarge, None)),
            Some(length) => {
                self.file.stream(&data, length).filter(|read| read.len() == length).ok_or((Why::Damaged, None))
            }
            // An object of another program, or a file that was only linked.
            None => Err((Why::Embedded, None)),
        };
        self.left -= contents.as_ref().map_or(0, Vec::len);
        if contents.as_ref().map_or(true, |contents| !contents.is_empty()) {
            self.parts.push(Part { path, contents });
        }
    }

    /// Who wrote to whom, when and on what, as the head of an e-mail.
    fn head(&self, storage: &str, fixed: &Fixed) -> Vec<u8> {
        let mut lines = vec![];
        let mut field = |name: &str, value: Option<String>| {
            let value = value.map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "));
            lines.extend(value.filter(|value| !value.is_empty()).map(|value| format!("{name}: {value}\r\n")));
        };
        let from = self.person(storage, property::SENDER).or_else(|| self.person(storage, property::ON_BEHALF));
        let mut to: [Vec<String>; 2] = [vec![], vec![]];
        for recipient in self.file.storages(storage, "__recip_version1.0_#").into_iter().take(MAX_FILES) {
            let kind = self.fixed(&recipient, 8).get(property::TYPE).unwrap_or(1);
            if let (Some(person), 1..=2) = (self.person(&recipient, property::RECIPIENT), kind) {
                to[kind as usize - 1].push(person);
            }
        }
        // The head with which it came over the network says when it was there; else only the moment is known.
        let head = self.text(storage, property::HEAD).unwrap_or_default();
        let sent = head.lines().find_map(|line| line.strip_prefix("Date:")).map(str::to_owned);
        let sent = sent.or_else(|| date(fixed.get(property::SENT).or(fixed.get(property::DELIVERED))?));
        field("MIME-Version", Some("1.0".to_owned()));
        field("From", Some(from.unwrap_or_else(|| "unknown".to_owned())));
        field("To", Some(to[0].join(", ")));
        field("Cc", Some(to[1].join(", ")));
        field("Date", sent);
        field("Subject", self.text(storage, property::SUBJECT));
        lines.concat().into_bytes()
    }

    /// A name with an address, as the head of an e-mail has them.
    fn person(&self, storage: &str, [name, address, other]: [u16; 3]) -> Option<String> {
        let is_address = |id| self.text(storage, id).filter(|text| text.contains('@') && !text.contains(['<', '>']));
        let address = is_address(address).or_else(|| is_address(other));
        let name = self.text(storage, name).map(|name| name.replace(['"', '\\'], "")).filter(|name| !name.is_empty());
        match (name, address) {
            (Some(name), Some(address)) if name != address => Some(format!("\"{name}\" <{address}>")),
            (Some(name), None) => Some(format!("\"{name}\"")),
            (_, address) => address,
        }
    }

    /// The page that the message is: its kind, the name of its code page, and its bytes.
    fn page(&self, storage: &str, fixed: &Fixed) -> Option<(&'static str, String, Vec<u8>)> {
        if let Some(text) = self.unicode(storage, property::PAGE) {
            return Some(("html", "utf-8".to_owned(), text.into_bytes()));
        }
        let bytes = self.binary(storage, property::PAGE).filter(|bytes| !bytes.trim_ascii().is_empty())?;
        let page = fixed.get(property::CODE_PAGE_OF_PAGE).map_or(self.page, |page| page as u32);
        Some(("html", label(page), bytes))
    }

    fn text(&self, storage: &str, id: u16) -> Option<String> {
        self.unicode(storage, id).or_else(|| {
            let bytes = self.property(storage, id, "001E")?;
            Some(decoded(self.page, &bytes))
        })
    }

    fn unicode(&self, storage: &str, id: u16) -> Option<String> {
        let bytes = self.property(storage, id, "001F")?;
        let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        Some(text.trim_end_matches('\0').to_owned())
    }

    fn binary(&self, storage: &str, id: u16) -> Option<Vec<u8>> {
        self.property(storage, id, "0102")
    }

    fn property(&self, storage: &str, id: u16, kind: &str) -> Option<Vec<u8>> {
        self.file.stream(&format!("{storage}/__substg1.0_{id:04X}{kind}"), MAX_PROPERTY)
    }

    fn fixed(&self, storage: &str, head: usize) -> Fixed {
        let bytes = self.file.stream(&format!("{storage}/__properties_version1.0"), MAX_PROPERTY).unwrap_or_default();
        Fixed(bytes.get(head..).unwrap_or_default().to_vec())
    }
}

/// Properties of a fixed length: entries of sixteen bytes.
struct Fixed(Vec<u8>);

impl Fixed {
    fn get(&self, id: u16) -> Option<u64> {
        let mut entries = self.0.chunks_exact(16);
        let entry = entries.find(|entry| entry[2..4] == id.to_le_bytes())?;
        let value = u64::from_le_bytes(entry[8..].try_into().ok()?);
        // Numbers are of 32 bits, moments of 64; what stands behind the former has no meaning.
        Some(if entry[0] == 0x40 { value } else { value & u64::from(u32::MAX) })
    }
}

/// A moment in steps of a ten millionth of a second since 1601, as the head of an e-mail has it.
fn date(moment: u64) -> Option<String> {
    const UNIX: i64 = 11_644_473_600;
    let seconds = i64::try_from(moment / 10_000_000).ok()? - UNIX;
    // Years of four digits.
    (0..253_402_300_800).contains(&seconds).then(|| DateTime::from_timestamp(seconds).to_rfc822())
}

/// The name of a code page of Windows.
fn label(page: u32) -> String {
    match page {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        20_127 | 65_001 => "utf-8".to_owned(),
        28_591..=28_605 => format!("iso-8859-{}", page - 28_590),
        page => format!("windows-{page}"),
    }
}

fn decoded(page: u32, bytes: &[u8]) -> String {
    match charset_decoder(label(page).as_bytes()) {
        Some(decode) => decode(bytes),
        None => bytes.iter().map(|byte| super::text::windows_1252(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests;
