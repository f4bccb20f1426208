//! The notices of a file, one by one: of release packages, record packages, lists of them, and JSON Lines of any of these.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use flate2::bufread::MultiGzDecoder;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// Largest notice, in bytes; the largest real ones have some hundred kilobytes.
pub const MAX_NOTICE: usize = 8 << 20;
/// How much of a file is looked at to tell JSON Lines from a package.
const HEAD: usize = 256 << 10;

/// What a file hands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// The JSON of a release or a record.
    Notice(Box<[u8]>),
    /// A line that is no JSON, or one that is larger than [`MAX_NOTICE`]; the others are read all the same.
    Unread,
}

/// Why a file could not be read to its end.
#[derive(Debug)]
pub enum Fault {
    /// It could not be opened, or reading broke off.
    NotOpened(io::Error),
    /// What is there is no JSON, from this line on.
    Damaged {
        /// The line, from 1.
        line: usize,
    },
    /// A notice in a package is larger than [`MAX_NOTICE`].
    TooLarge,
}

/// Hands on the notices of a file, packed with gzip or not, until it breaks off or `each` has enough.
///
/// No more than one notice, or `HEAD` bytes, is held at a time.
pub fn notices(input: impl Read, each: &mut dyn FnMut(Item) -> ControlFlow<()>) -> Result<(), Fault> {
    let mut input = BufReader::with_capacity(HEAD, input);
    let packed = input.fill_buf().map_err(Fault::NotOpened)?.starts_with(&[0x1f, 0x8b]);
    if packed { plain(BufReader::with_capacity(HEAD, MultiGzDecoder::new(input)), each) } else { plain(input, each) }
}

fn plain(mut input: impl BufRead, each: &mut dyn FnMut(Item) -> ControlFlow<()>) -> Result<(), Fault> {
    let head = input.fill_buf().map_err(Fault::NotOpened)?;
    if head.starts_with(b"\xef\xbb\xbf") {
        input.consume(3);
    }
    if begins_with_lines(input.fill_buf().map_err(Fault::NotOpened)?) {
        lines(input, each)
    } else {
        stream(input, each)
    }
}

/// Whether the first line is JSON by itself, and not all that there is.
fn begins_with_lines(head: &[u8]) -> bool {
    let start = head.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(head.len());
    let Some(end) = head[start..].iter().position(|byte| *byte == b'\n') else { return false };
    serde_json::from_slice::<IgnoredAny>(&head[start..start + end]).is_ok()
}

/// JSON Lines: a line that is broken is passed over.
fn lines(mut input: impl BufRead, each: &mut dyn FnMut(Item) -> ControlFlow<()>) -> Result<(), Fault> {
    let mut line = vec![];
    loop {
        line.clear();
        let limit = MAX_NOTICE as u64 + 1;
        (&mut input).take(limit).read_until(b'\n', &mut line).map_err(Fault::NotOpened)?;
        if line.is_empty() {
            return Ok(());
        }
        if line.len() > MAX_NOTICE {
            skip_line(&mut input).map_err(Fault::NotOpened)?;
            if each(Item::Unread).is_break() {
                return Ok(());
            }
            continue;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let (mut enough, mut some) = (false, false);
        let mut see = |item| {
            some = true;
            enough = each(item).is_break();
            !enough
        };
        let read = Top(&mut see).deserialize(&mut serde_json::Deserializer::from_slice(&line));
        // What breaks off behind a notice counts as that notice.
        if read.is_err() && !some {
            enough = each(Item::Unread).is_break();
        }
        if enough {
            return Ok(());
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let there = input.fill_buf()?;
        let end = there.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(there.len(), |end| end + 1);
        let last = end.is_some() || there.is_empty();
        input.consume(used);
        if last {
            return Ok(());
        }
    }
}

/// A package, or several behind each other.
fn stream(input: impl BufRead, each: &mut dyn FnMut(Item) -> ControlFlow<()>) -> Result<(), Fault> {
    let left = Rc::new(Cell::new(MAX_NOTICE));
    let input = Bounded { inner: input, left: Rc::clone(&left) };
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(64 << 10, input));
    loop {
        let mut enough = false;
        let mut see = |item| {
            left.set(MAX_NOTICE);
            enough = each(item).is_break();
            !enough
        };
        if json.end().is_ok() {
            return Ok(());
        }
        match Top(&mut see).deserialize(&mut json) {
            _ if enough => return Ok(()),
            Ok(()) => {}
            Err(_) if left.get() == 0 => return Err(Fault::TooLarge),
            Err(error) if error.is_io() => return Err(Fault::NotOpened(error.into())),
            Err(error) => return Err(Fault::Damaged { line: error.line() }),
        }
    }
}

/// A reader that ends when one notice has taken too many bytes.
struct Bounded<R> {
    inner: R,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = into.len().min(self.left.get());
        let read = self.inner.read(&mut into[..most])?;
        self.left.set(self.left.get() - read);
        Ok(read)
    }
}

type See<'s> = &'s mut dyn FnMut(Item) -> bool;

/// A value at the top of a file or line: a notice, a package or a list of them.
struct Top<'s>(See<'s>);

/// The list of a package: its elements are notices, whatever they hold.
struct List<'s>(See<'s>);

impl<'de> DeserializeSeed<'de> for Top<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Top<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a notice or a package of notices")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Top(&mut *self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut own, mut package, mut process) = (vec![b'{'], false, false);
        while let Some(key) = map.next_key::<String>()? {
            process |= key == "ocid";
            // A record has releases too, and says before them which process it is of.
            if (key == "releases" || key == "records") && !process {
                package = true;
                map.next_value_seed(List(&mut *self.0))?;
                continue;
            }
            let value = map.next_value::<Box<RawValue>>()?;
            if own.len() > 1 {
                own.push(b',');
            }
            serde_json::to_writer(&mut own, &key).map_err(A::Error::custom)?;
            own.push(b':');
            own.extend_from_slice(value.get().as_bytes());
        }
        own.push(b'}');
        if package || (self.0)(Item::Notice(own.into())) { Ok(()) } else { Err(A::Error::custom("enough")) }
    }
}

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list of notices")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(notice) = list.next_element::<Box<RawValue>>()? {
            if !(self.0)(Item::Notice(notice.get().as_bytes().into())) {
                return Err(A::Error::custom("enough"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &[u8]) -> (Vec<String>, Option<Fault>) {
        let mut found = vec![];
        let read = notices(text, &mut |item| {
            found.push(match item {
                Item::Notice(json) => String::from_utf8(json.into()).unwrap(),
                Item::Unread => "unread".to_owned(),
            });
            ControlFlow::Continue(())
        });
        (found, read.err())
    }

    #[test]
    fn every_shape_of_file_gives_its_notices() {
        let (one, two) = (r#"{"ocid":"a","tag":["tender"]}"#, r#"{"ocid":"b","releases":[{"ocid":"b"}]}"#);
        for text in [
            format!(r#"{{"uri":"x","releases":[{one},{two}],"publisher":{{}}}}"#),
            format!("{{\n \"records\": [\n{one},\n{two}\n]}}\n"),
            format!("{one}\n{two}\n"),
            format!("\u{feff}{one}\r\n\r\n{two}"),
            format!("[{one},[{two}]]"),
            format!(r#"{{"releases":[{one}]}}{{"releases":[{two}]}}"#),
            format!("{{\"releases\":[{one}]}}\n{{\"releases\":[{two}]}}"),
        ] {
            let (found, fault) = all(text.as_bytes());
            assert_eq!(found, [one, two], "{text}");
            assert!(fault.is_none(), "{text}: {fault:?}");
        }
        assert_eq!(all(one.as_bytes()).0, [one]);
        assert_eq!(all(b" \n").0, [""; 0]);
    }

    #[test]
    fn a_broken_line_is_passed_over_and_the_others_are_read() {
        let (found, fault) = all(b"{\"ocid\":\"a\"}\n{\"ocid\":\nnonsense\n{\"ocid\":\"b\"}\n");
        assert_eq!(found, [r#"{"ocid":"a"}"#, "unread", "unread", r#"{"ocid":"b"}"#]);
        assert!(fault.is_none());
    }

    #[test]
    fn of_a_package_that_breaks_off_what_is_whole_is_read() {
        let (found, fault) = all(b"{\"releases\":[\n{\"ocid\":\"a\"},\n{\"ocid\":\"b\"");
        assert_eq!(found, [r#"{"ocid":"a"}"#]);
        assert!(matches!(fault, Some(Fault::Damaged { line: 3 })), "{fault:?}");
        assert!(matches!(all(b"no notices").1, Some(Fault::Damaged { line: 1 })));
    }

    #[test]
    fn what_is_larger_than_any_notice_is_not_held() {
        let long = format!("{{\"a\":\"{}\"}}", "x".repeat(MAX_NOTICE + (1 << 20)));
        let (found, _) = all(format!("{{\"ocid\":\"a\"}}\n{long}\n{{\"ocid\":\"b\"}}").as_bytes());
        assert_eq!(found, [r#"{"ocid":"a"}"#, "unread", r#"{"ocid":"b"}"#]);
        let (found, fault) = all(format!("{{\"releases\":[{{}},{long},{{}}]}}").as_bytes());
        assert_eq!(found, ["{}"]);
        assert!(matches!(fault, Some(Fault::TooLarge)), "{fault:?}");
    }

    #[test]
    fn who_has_enough_gets_no_more() {
        let mut seen = 0;
        let read = notices(&b"{\"releases\":[{},{},{}]}"[..], &mut |_| {
            seen += 1;
            if seen == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(read.is_ok() && seen == 2);
    }

    #[test]
    fn files_packed_with_gzip_are_unpacked() {
        use std::io::Write;
        let mut packed = flate2::write::GzEncoder::new(vec![], flate2::Compression::fast());
        packed.write_all(b"{\"ocid\":\"a\"}\n{\"ocid\":\"b\"}\n").unwrap();
        assert_eq!(all(&packed.finish().unwrap()).0.len(), 2);
    }
}
