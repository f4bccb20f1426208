//! Zip containers, read with guards against archives made to harm.
//!
//! Sizes that an archive declares are hints, never trusted. Names are keys to look parts up by, never paths:
//! nothing is written anywhere. What an archive turns out to be is told from the names in it.

use std::collections::HashMap;

use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use zlib_rs::{Inflate, InflateFlush, Status};

use crate::document::{Document, Format, Why};

/// Most entries that an archive may have. Word files have about twenty, with many pictures some hundreds.
pub const MAX_ENTRIES: usize = 10_000;
/// Most bytes that one entry may unpack to.
pub const MAX_ENTRY: usize = 32 << 20;
/// Most bytes that all entries read may unpack to together.
pub const MAX_TOTAL: usize = 256 << 20;
/// Most times its packed size that an entry may unpack to, once it has passed [`RATIO_FROM`].
/// The XML of real documents packs 5 to 60 times, deflate at most 1,032 times.
pub const MAX_RATIO: usize = 250;
/// Bytes below which [`MAX_RATIO`] does not matter.
pub const RATIO_FROM: usize = 1 << 20;

/// An archive in memory.
pub struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    entries: HashMap<String, Entry>,
    largest: usize,
    /// Bytes that may still be unpacked.
    pub left: usize,
    /// Whether the archive's own directory breaks off, so that entries may be missing.
    pub damaged: bool,
}

struct Entry {
    /// Its name as it is written.
    path: String,
    wayfinder: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
}

/// What came out of one entry.
pub struct Part {
    /// As many bytes as could be unpacked; none where a limit was passed.
    pub bytes: Vec<u8>,
    /// Why they are not the whole entry, if they are not.
    pub fault: Option<Why>,
}

impl Part {
    fn failed(why: Why) -> Self {
        Self { bytes: vec![], fault: Some(why) }
    }
}

impl<'a> Archive<'a> {
    /// Opens an archive and reads its directory.
    ///
    /// The error is [`Why::Damaged`] when there is no directory or entries share bytes, which only archives made to
    /// swell do, and [`Why::TooLarge`] when there are more than [`MAX_ENTRIES`].
    pub fn open(bytes: &'a [u8]) -> Result<Self, Why> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| Why::Damaged)?;
        let mut entries = HashMap::new();
        let mut ranges = vec![];
        let mut damaged = false;
        for entry in zip.entries() {
            let Ok(entry) = entry else {
                damaged = true;
                break;
            };
            if ranges.len() == MAX_ENTRIES {
                return Err(Why::TooLarge);
            }
            let wayfinder = entry.wayfinder();
            if let Ok(local) = zip.get_entry(wayfinder) {
                ranges.push((entry.local_header_offset(), local.compressed_data_range().1));
            } else {
                damaged = true;
                continue;
            }
            let (method, encrypted) = (entry.compression_method(), entry.flags().is_encrypted());
            let path = path(entry.file_path().as_ref());
            entries.entry(path.to_ascii_lowercase()).or_insert(Entry { path, wayfinder, method, encrypted });
        }
        ranges.sort_unstable();
        if ranges.windows(2).any(|pair| pair[0].1 > pair[1].0) {
            return Err(Why::Damaged);
        }
        Ok(Self { zip, entries, largest: MAX_ENTRY, left: MAX_TOTAL, damaged })
    }

    /// Opens an archive whose entries may be as large as this, one by one and together.
    pub fn with_limits(bytes: &'a [u8], largest: usize, left: usize) -> Result<Self, Why> {
        Ok(Self { largest, left, ..Self::open(bytes)? })
    }

    /// What the archive is.
    pub fn kind(&mut self) -> Kind {
        let package = ["[content_types].xml", "_rels/.rels"].iter().any(|name| self.entries.contains_key(*name));
        let has = |folder: &str| {
            self.names().any(|name| name.starts_with(folder) && (package || name.rsplit('.').next() == Some("xml")))
        };
        for (folder, kind) in [("word/", Kind::Word), ("xl/", Kind::Excel), ("ppt/", Kind::PowerPoint)] {
            if has(folder) {
                return kind;
            }
        }
        let mimetype = self.read("mimetype").map(|part| part.bytes).unwrap_or_default();
        let mimetype = mimetype.trim_ascii();
        match mimetype.strip_prefix(b"application/vnd.oasis.opendocument.".as_slice()) {
            Some(kind) if kind.starts_with(b"text") => Kind::OpenText,
            Some(kind) if kind.starts_with(b"spreadsheet") => Kind::OpenSheet,
            Some(_) => Kind::OpenOther,
            None if mimetype == b"application/epub+zip" => Kind::Epub,
            None => Kind::Pack,
        }
    }

    /// The names of all entries, lower case, in no order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The names of all entries as they are written, in order; folders end in `/`.
    pub fn paths(&self) -> Vec<String> {
        let mut paths: Vec<_> = self.entries.values().map(|entry| entry.path.clone()).collect();
        paths.sort_unstable();
        paths
    }

    /// Unpacks an entry, found whatever its case; none where there is no such entry.
    pub fn read(&mut self, name: &str) -> Option<Part> {
        let entry = self.entries.get(&name.to_ascii_lowercase())?;
        if entry.encrypted {
            return Some(Part::failed(Why::Locked));
        }
        let Ok(local) = self.zip.get_entry(entry.wayfinder) else { return Some(Part::failed(Why::Damaged)) };
        let data = local.data();
        let limit = self.largest.min(self.left);
        let mut part = match entry.method {
            CompressionMethod::STORE if data.len() > limit => Part::failed(Why::TooLarge),
            CompressionMethod::STORE => Part { bytes: data.to_vec(), fault: None },
            CompressionMethod::DEFLATE => inflate(data, limit, entry.wayfinder.uncompressed_size_hint()),
            _ => Part::failed(Why::UnknownType),
        };
        self.left -= part.bytes.len();
        if part.fault.is_none() && rawzip::crc32(&part.bytes) != local.claim_verifier().crc {
            part.fault = Some(Why::Damaged);
        }
        Some(part)
    }
}

/// What an archive turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A Word file since 2007.
    Word,
    /// An Excel workbook since 2007.
    Excel,
    /// A `PowerPoint` presentation since 2007.
    PowerPoint,
    /// An `OpenDocument` text.
    OpenText,
    /// An `OpenDocument` spreadsheet.
    OpenSheet,
    /// A drawing, presentation or formula in `OpenDocument`.
    OpenOther,
    /// An electronic book.
    Epub,
    /// Nothing of these: an archive of files.
    Pack,
}

impl Kind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Word => "Word file without its main part",
            Self::Excel => "Excel workbook",
            Self::PowerPoint => "PowerPoint presentation",
            Self::OpenText => "OpenDocument text",
            Self::OpenSheet => "OpenDocument spreadsheet",
            Self::OpenOther => "OpenDocument file",
            Self::Epub => "EPUB book",
            Self::Pack => "zip archive",
        }
    }
}

/// Reads a zip archive with the reader of what it turns out to be. A pack is not opened: see [`super::pack`].
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let kind = match Archive::open(bytes) {
        Ok(mut archive) => archive.kind(),
        Err(_) if bytes.windows(9).any(|window| window == b"word/docu") => Kind::Word,
        Err(why) => return Document::unread(name, Format::Zip, why, Some("zip archive".to_owned())),
    };
    match kind {
        Kind::Word => super::docx::read(name, bytes),
        Kind::Excel => super::xlsx::read(name, bytes),
        Kind::OpenSheet => super::ods::read(name, bytes),
        Kind::OpenText => super::odt::read(name, bytes),
        Kind::Pack => Document::unread(name, Format::Zip, Why::UnknownType, Some(kind.name().to_owned())),
        kind => Document::unread(name, Format::Unknown, Why::UnknownType, Some(kind.name().to_owned())),
    }
}

/// The name of an entry: some programs write `\` for `/`, or a `/` in front, and older ones on Windows write no
/// Unicode but the letters of its command line (code page 437).
pub(crate) fn path(bytes: &[u8]) -> String {
    const HIGH: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
    let name = std::str::from_utf8(bytes).map_or_else(
        |_| {
            let letter = |&byte: &u8| match byte.checked_sub(128) {
                Some(high) => HIGH.chars().nth(high.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
                None => byte.into(),
            };
            bytes.iter().map(letter).collect()
        },
        str::to_owned,
    );
    name.replace('\\', "/").trim_start_matches('/').to_owned()
}

/// Unpacks a deflate stream to at most `limit` bytes; `hint` is the size that the archive claims.
fn inflate(data: &[u8], limit: usize, hint: u64) -> Part {
    let limit = limit.min(RATIO_FROM.max(data.len().saturating_mul(MAX_RATIO)));
    let mut stream = Inflate::new(false, 15);
    // One byte more, so that the end of the stream is seen when the hint is right.
    let first = usize::try_from(hint).unwrap_or(limit).saturating_add(1).min(data.len().saturating_mul(16) + 64);
    let mut bytes = vec![0; first.min(limit)];
    loop {
        let (read, written) = (stream.total_in() as usize, stream.total_out() as usize);
        if written == bytes.len() {
            if written >= limit {
                return Part::failed(Why::TooLarge);
            }
            bytes.resize((written * 2).max(4096).min(limit), 0);
        }
        let status = stream.decompress(&data[read..], &mut bytes[written..], InflateFlush::NoFlush);
        let stuck = stream.total_in() as usize == read && stream.total_out() as usize == written;
        let fault = match status {
            Ok(Status::StreamEnd) => None,
            Ok(_) if !stuck => continue,
            _ => Some(Why::Damaged),
        };
        bytes.truncate(stream.total_out() as usize);
        return Part { bytes, fault };
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use proptest::prelude::*;
    use rawzip::ZipArchiveWriter;
    use zlib_rs::{Deflate, DeflateFlush};

    use super::*;

    /// An archive of these entries; `packed` ones are deflated.
    pub fn archive(entries: &[(&str, &[u8])], packed: bool) -> Vec<u8> {
        let mut out = vec![];
        let mut writer = ZipArchiveWriter::new(&mut out);
        for (name, bytes) in entries {
            let method = if packed { CompressionMethod::DEFLATE } else { CompressionMethod::STORE };
            let (mut entry, config) = writer.new_file(*name).compression_method(method).start().unwrap();
            let data = if packed { deflate(bytes) } else { bytes.to_vec() };
            // The writer counts what goes through it, which has to be the bytes before packing.
            let mut counted = config.wrap(std::io::sink());
            counted.write_all(bytes).unwrap();
            let (_, descriptor) = counted.finish().unwrap();
            entry.write_all(&data).unwrap();
            entry.finish(descriptor).unwrap();
        }
        writer.finish().unwrap();
        out
    }

    fn deflate(bytes: &[u8]) -> Vec<u8> {
        let mut out = vec![0; bytes.len() + bytes.len() / 1000 + 100];
        let mut stream = Deflate::new(6, false, 15);
        stream.compress(bytes, &mut out, DeflateFlush::Finish).unwrap();
        out.truncate(stream.total_out() as usize);
        out
    }

    fn only(bytes: &[u8]) -> Part {
        Archive::open(bytes).unwrap().read("a").unwrap()
    }

    #[test]
    fn entries_are_found_whatever_their_case_and_slashes() {
        let bytes = archive(&[("Word\\Document.xml", b"x".as_slice())], false);
        let mut zip = Archive::open(&bytes).unwrap();
        assert_eq!(zip.read("word/document.XML").unwrap().bytes, b"x");
        assert!(zip.read("word/styles.xml").is_none());
    }

    #[test]
    fn names_that_are_no_unicode_are_those_of_code_page_437() {
        assert_eq!(path(b"Lot 1 \x9c5m.txt"), "Lot 1 £5m.txt");
        assert_eq!(path(b"\xff\x80"), "\u{a0}Ç");
        assert_eq!(path("/Gwasanaethau\\tŷ.txt".as_bytes()), "Gwasanaethau/tŷ.txt");
    }

    #[test]
    fn an_archive_is_told_by_what_is_in_it_and_not_by_the_name_of_a_folder() {
        let kind = |names: &[&str]| {
            let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, b"x".as_slice())).collect();
            Archive::open(&archive(&entries, false)).unwrap().kind()
        };
        assert_eq!(kind(&["[Content_Types].xml", "word/document.xml"]), Kind::Word);
        assert_eq!(kind(&["[Content_Types].xml", "xl/workbook.bin"]), Kind::Excel);
        assert_eq!(kind(&["Word/Terms.docx", "Word/Notice.docx"]), Kind::Pack);
        let entries = [("mimetype", b"application/vnd.oasis.opendocument.text".as_slice())];
        assert_eq!(Archive::open(&archive(&entries, false)).unwrap().kind(), Kind::OpenText);
    }

    #[test]
    fn a_name_is_a_key_and_never_a_path() {
        let bytes = archive(&[("a/../../etc/passwd", b"x".as_slice())], false);
        let zip = Archive::open(&bytes).unwrap();
        let names: Vec<_> = zip.names().collect();
        assert_eq!(names.len(), 1);
        assert!(!std::path::Path::new("etc/passwd").exists());
    }

    #[test]
    fn an_entry_that_swells_too_much_is_not_unpacked() {
        let swelling = vec![b' '; RATIO_FROM * 4];
        let part = only(&archive(&[("a", &swelling)], true));
        assert_eq!((part.bytes.len(), part.fault), (0, Some(Why::TooLarge)));
    }

    #[test]
    fn a_small_entry_may_be_packed_as_tightly_as_it_likes() {
        let part = only(&archive(&[("a", &vec![b' '; RATIO_FROM / 2])], true));
        assert_eq!((part.bytes.len(), part.fault), (RATIO_FROM / 2, None));
    }

    #[test]
    fn all_entries_together_have_a_limit() {
        let bytes = archive(&[("a", b"12345678".as_slice()), ("b", b"12345678")], false);
        let mut zip = Archive::open(&bytes).unwrap();
        zip.left = 10;
        assert_eq!(zip.read("a").unwrap().fault, None);
        assert_eq!(zip.read("b").unwrap().fault, Some(Why::TooLarge));
    }

    #[test]
    fn too_many_entries_are_refused() {
        let names: Vec<String> = (0..=MAX_ENTRIES).map(|i| i.to_string()).collect();
        let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
        assert_eq!(Archive::open(&archive(&entries, false)).err(), Some(Why::TooLarge));
    }

    #[test]
    fn entries_that_share_bytes_are_refused() {
        let mut bytes = archive(&[("a", b"12345678".as_slice()), ("b", b"12345678")], false);
        // The second entry of the directory is made to begin where the first does.
        let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        bytes[entry + 42..entry + 46].fill(0);
        assert_eq!(Archive::open(&bytes).err(), Some(Why::Damaged));
    }

    #[test]
    fn a_wrong_sum_is_a_fault_and_the_bytes_are_kept() {
        let mut bytes = archive(&[("a", b"clause 4.2".as_slice())], false);
        let at = bytes.windows(6).position(|window| window == b"clause").unwrap();
        bytes[at] = b'C';
        let part = only(&bytes);
        assert_eq!((part.bytes.as_slice(), part.fault), (b"Clause 4.2".as_slice(), Some(Why::Damaged)));
    }

    #[test]
    fn an_entry_with_a_password_or_packed_in_an_unknown_way_is_not_read() {
        let mut bytes = archive(&[("a", b"clause 4.2".as_slice())], false);
        let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        bytes[entry + 8] |= 1;
        assert_eq!(only(&bytes).fault, Some(Why::Locked));
        bytes[entry + 8] &= !1;
        bytes[entry + 10] = 12;
        assert_eq!(only(&bytes).fault, Some(Why::UnknownType));
    }

    #[test]
    fn a_file_that_breaks_off_is_damaged() {
        let bytes = archive(&[("a", b"clause 4.2".as_slice())], true);
        assert_eq!(Archive::open(&bytes[..bytes.len() - 30]).err(), Some(Why::Damaged));
        assert_eq!(Archive::open(b"PK\x03\x04").err(), Some(Why::Damaged));
    }

    #[test]
    fn a_stream_that_breaks_off_gives_what_there_is() {
        let whole: Vec<u8> = (0..20_000u32).flat_map(|i| (i * i).to_string().into_bytes()).collect();
        let stream = deflate(&whole);
        let part = inflate(&stream[..stream.len() / 2], MAX_ENTRY, whole.len() as u64);
        assert_eq!(part.fault, Some(Why::Damaged));
        assert!(part.bytes.len() > 1_000 && whole.starts_with(&part.bytes));
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(bytes in prop::collection::vec(any::<u8>(), 0..5_000), hint in 0..10_000_u64) {
            let part = inflate(&deflate(&bytes), MAX_ENTRY, hint);
            prop_assert_eq!((part.bytes, part.fault), (bytes, None));
        }
    }
}
