//! What all parts of a package share: XML read leniently, without namespaces' full machinery.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::document::Why;

/// Namespaces of Word's own elements, in transitional and in strict files.
pub const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// The text of a part, whatever Unicode encoding it is in.
pub fn decode(bytes: Vec<u8>) -> String {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        // Offsets of the reader do not count a byte order mark, so it goes first.
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()),
    }
}

/// Whether a part says of itself that it is in UTF-8, as it does where it says nothing: written in UTF-8, it stays right.
pub fn is_unicode(text: &str) -> bool {
    match reader(text).read_event() {
        Ok(Event::Decl(declared)) => {
            declared.encoding().is_none_or(|name| name.is_ok_and(|name| name.eq_ignore_ascii_case("utf-8")))
        }
        _ => true,
    }
}

/// A reader that leaves it to us to pair starts and ends.
pub fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

/// A qualified name as prefix and local name.
pub fn split(name: &str) -> (&str, &str) {
    // Names are short, and this is asked for each of them: a plain loop is faster than a search.
    name.bytes().position(|byte| byte == b':').map_or(("", name), |colon| (&name[..colon], &name[colon + 1..]))
}

/// The value of the attribute with this local name.
pub fn attribute<'e>(element: &'e BytesStart, local: &str) -> Option<Cow<'e, str>> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|a| split(a.key.0).1 == local)?;
    Some(match found.value {
        Cow::Borrowed(value) => unescape(value),
        Cow::Owned(value) => Cow::Owned(unescape(&value).into_owned()),
    })
}

fn unescape(value: &str) -> Cow<'_, str> {
    if value.contains('&') {
        quick_xml::escape::unescape(value).unwrap_or(Cow::Borrowed(value))
    } else {
        Cow::Borrowed(value)
    }
}

/// The value of the attribute `val`, which most elements have as their only one.
pub fn value<'e>(element: &'e BytesStart) -> Option<Cow<'e, str>> {
    attribute(element, "val")
}

/// The value of the attribute `val` as a number.
pub fn number<N: std::str::FromStr>(element: &BytesStart) -> Option<N> {
    value(element)?.trim().parse().ok()
}

/// Whether a property that is on or off is on; without a value it is.
pub fn on(element: &BytesStart) -> bool {
    !matches!(value(element).as_deref(), Some("0" | "false" | "off" | "none"))
}

/// The character that a reference such as `&amp;` or `&#163;` stands for.
///
/// Entities that a document defines itself are not expanded: Word writes none, and they can be made to swell.
pub fn resolve(reference: &BytesRef) -> Option<char> {
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}

/// The name of an element whose tag begins at an offset of the text; unlike the event's own it outlives the event.
pub fn name_at<'t>(text: &'t str, tag: u64, element: &BytesStart) -> &'t str {
    let from = tag as usize + 1;
    text.get(from..from + element.name().0.len()).unwrap_or_default()
}

/// Most styles, lists and uses of lists that are kept; Word itself allows some thousand.
pub const MAX_DEFINITIONS: usize = 20_000;

/// What is wrong with a part that is whole or not, and cut short by a limit or not.
pub fn fault(whole: bool, cut: bool) -> Option<Why> {
    if cut { Some(Why::TooLarge) } else { (!whole).then_some(Why::Damaged) }
}

/// What [`visit`] comes by.
pub enum Visit<'v, 't> {
    /// An element begins: the local names of those it stands in, the innermost last; its own; and its attributes.
    Start(&'v [&'t str], &'t str, &'v BytesStart<'t>),
    /// An element ends.
    End(&'t str),
    /// Characters, in the innermost of these elements.
    Text(&'v [&'t str], &'v str),
}

/// Elements deeper than this are passed over by [`visit`]: no part that is read with it has them.
const MAX_VISIT: usize = 64;

/// Goes through a part that holds no body text, and gives false where its XML breaks off.
pub fn visit<'t>(text: &'t str, mut see: impl FnMut(Visit<'_, 't>)) -> bool {
    let mut reader = reader(text);
    let mut open: Vec<&str> = vec![];
    let mut deeper = 0_u32;
    loop {
        let tag = reader.buffer_position();
        match reader.read_event() {
            Ok(Event::Start(_)) if open.len() == MAX_VISIT => deeper += 1,
            Ok(Event::Empty(_)) if open.len() == MAX_VISIT => {}
            Ok(Event::End(_)) if deeper > 0 => deeper -= 1,
            Ok(Event::Start(element)) => {
                let name = split(name_at(text, tag, &element)).1;
                see(Visit::Start(&open, name, &element));
                open.push(name);
            }
            Ok(Event::Empty(element)) => {
                let name = split(name_at(text, tag, &element)).1;
                see(Visit::Start(&open, name, &element));
                see(Visit::End(name));
            }
            Ok(Event::End(_)) => {
                if let Some(name) = open.pop() {
                    see(Visit::End(name));
                }
            }
            Ok(Event::Text(text)) => see(Visit::Text(&open, &text)),
            Ok(Event::CData(text)) => see(Visit::Text(&open, &text)),
            Ok(Event::GeneralRef(reference)) => {
                if let Some(c) = resolve(&reference) {
                    see(Visit::Text(&open, c.encode_utf8(&mut [0; 4])));
                }
            }
            Ok(Event::Eof) => return open.is_empty(),
            Err(_) => return false,
            Ok(_) => {}
        }
    }
}
