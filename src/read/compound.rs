//! Compound files ("OLE", MS-CFB): storages and streams, as folders and files are in an archive.
//!
//! The crate `cfb` writes them as well and weighs 25 kB after brotli, a tenth of the module; it makes the files of the tests.
//! Reading takes four tables of numbers, which are bounded here by the length of the file, whatever they list.

use std::ops::Range;

/// Numbers from here on are no sectors, but ends of chains and the like.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
/// Tables that are listed in the file's head.
const LISTED: usize = 109;
/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// Streams shorter than this lie in small sectors.
const CUTOFF: usize = 4096;
const SMALL: usize = 64;
/// Most storages and streams. A message has some thirty for each file and twenty for each person it was sent to.
const MAX_ENTRIES: usize = 100_000;
/// Most storages inside each other that are looked into; a message in a message in a message needs seven.
const MAX_DEPTH: usize = 16;

/// A compound file.
pub struct Compound<'b> {
    bytes: &'b [u8],
    /// Bytes of a sector.
    sector: usize,
    /// For each sector the one that follows it in its chain; for each small one too.
    next: Vec<u32>,
    next_small: Vec<u32>,
    /// The sectors in which the small ones lie.
    small: Vec<u32>,
    /// In order of their paths.
    entries: Vec<Entry>,
}

struct Entry {
    /// Its name and those of the storages around it, each behind a `/`.
    path: String,
    is_stream: bool,
    start: u32,
    length: usize,
}

impl<'b> Compound<'b> {
    /// Opens a compound file; none where it has no directory. What is cut off is missing, and the rest is there.
    pub fn open(bytes: &'b [u8]) -> Option<Self> {
        let head = bytes.get(..512)?;
        let sector = match head[30..32] {
            [9, 0] => 512,
            [12, 0] => 4096,
            _ => return None,
        };
        let mut file = Self { bytes, sector, next: vec![], next_small: vec![], small: vec![], entries: vec![] };
        // Each table is listed once, so there are no more numbers than sectors and those that fill the last table.
        let most = bytes.len() / sector / (sector / 4) + 1;
        let mut tables: Vec<u32> = numbers(&head[76..512]).take(LISTED).filter(|table| *table < NO_SECTOR).collect();
        let mut further = number(head, 68);
        while further < NO_SECTOR && tables.len() <= most {
            let Some(list) = file.contents(further) else { break };
            let (list, last) = list.split_at(list.len() - 4);
            tables.extend(numbers(list).filter(|table| *table < NO_SECTOR));
            further = number(last, 0);
        }
        tables.truncate(most);
        for table in tables {
            // A table that is cut off is there as far as its numbers go, so that those of further tables have their places.
            let numbers: Vec<u32> = file.contents(table).map_or(vec![], |table| numbers(table).collect());
            let end = file.next.len() + sector / 4;
            file.next.extend(numbers);
            file.next.resize(end, u32::MAX);
        }
        let directory = file.read(&file.chain(number(head, 48)), 0..usize::MAX);
        let small_table = file.read(&file.chain(number(head, 60)), 0..usize::MAX);
        file.next_small = numbers(&small_table).collect();
        file.small = file.chain(number(directory.get(..ENTRY)?, 116));
        file.entries = entries(&directory);
        Some(file)
    }

    /// The length of a stream, as the file gives it.
    pub fn length(&self, path: &str) -> Option<usize> {
        self.find(path).map(|entry| entry.length)
    }

    /// A stream as far as it goes, at most so many bytes of it.
    pub fn stream(&self, path: &str, most: usize) -> Option<Vec<u8>> {
        let entry = self.find(path)?;
        let length = entry.length.min(most);
        if entry.length >= CUTOFF {
            return Some(self.read(&self.chain(entry.start), 0..length));
        }
        let mut stream = vec![];
        for small in chain(&self.next_small, entry.start, length.div_ceil(SMALL)) {
            let at = small as usize * SMALL;
            let inside = at % self.sector;
            let around = self.small.get(at / self.sector..).unwrap_or_default();
            stream.extend(self.read(&around[..around.len().min(1)], inside..inside + SMALL));
        }
        stream.truncate(length);
        Some(stream)
    }

    /// The storages right in a storage whose names begin so, in order.
    pub fn storages(&self, storage: &str, start: &str) -> Vec<String> {
        let start = key(&format!("{storage}/{start}"));
        let from = self.entries.partition_point(|entry| entry.path < start);
        let inside = self.entries[from..].iter().take_while(|entry| entry.path.starts_with(&start));
        let right = inside.filter(|entry| !entry.is_stream && !entry.path[start.len()..].contains('/'));
        right.map(|entry| entry.path.clone()).collect()
    }

    fn find(&self, path: &str) -> Option<&Entry> {
        let path = key(path);
        let at = self.entries.binary_search_by(|entry| entry.path.cmp(&path)).ok()?;
        Some(&self.entries[at]).filter(|entry| entry.is_stream)
    }

    /// What is in a sector; less than a sector at the end of a file that is cut off.
    fn contents(&self, sector: u32) -> Option<&'b [u8]> {
        let start = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        let contents = self.bytes.get(start..)?;
        let contents = &contents[..contents.len().min(self.sector)];
        (contents.len() >= 4).then_some(contents)
    }

    fn chain(&self, start: u32) -> Vec<u32> {
        chain(&self.next, start, self.bytes.len() / self.sector)
    }

    /// Some of the bytes of a chain.
    fn read(&self, chain: &[u32], bytes: Range<usize>) -> Vec<u8> {
        let mut out = vec![];
        for sector in chain {
            if out.len() >= bytes.end {
                break;
            }
            let Some(contents) = self.contents(*sector) else { break };
            out.extend_from_slice(contents);
        }
        out.truncate(bytes.end);
        out.drain(..bytes.start.min(out.len()));
        out
    }
}

/// Sectors that follow each other, at most so many: a chain may lead back into itself.
fn chain(next: &[u32], start: u32, most: usize) -> Vec<u32> {
    let follow = |sector: &u32| next.get(*sector as usize).copied();
    let chain = std::iter::successors(Some(start), follow);
    chain.take_while(|sector| *sector < NO_SECTOR).take(most).collect()
}

/// All that is in the directory, in the order of the paths. Each entry is taken once, so that trees which lead back into
/// themselves end.
fn entries(directory: &[u8]) -> Vec<Entry> {
    let mut all: Vec<Option<&[u8]>> = directory.chunks_exact(ENTRY).take(MAX_ENTRIES).map(Some).collect();
    let mut entries = vec![];
    let Some(root) = all.first_mut().and_then(Option::take) else { return entries };
    let mut waiting = vec![(number(root, 76), String::new(), 0)];
    while let Some((at, around, depth)) = waiting.pop() {
        let Some(entry) = all.get_mut(at as usize).and_then(Option::take) else { continue };
        for beside in [68, 72] {
            waiting.push((number(entry, beside), around.clone(), depth));
        }
        let length = usize::from(u16::from_le_bytes([entry[64], entry[65]])).clamp(2, 64) - 2;
        let units = entry[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let name: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        let path = key(&format!("{around}/{name}"));
        let is_stream = entry[66] == 2;
        if !is_stream && depth < MAX_DEPTH {
            waiting.push((number(entry, 76), path.clone(), depth + 1));
        }
        entries.push(Entry { path, is_stream, start: number(entry, 116), length: number(entry, 120) as usize });
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    entries
}

/// A path as it is looked for: names are the same whatever the case of their letters.
fn key(path: &str) -> String {
    path.to_ascii_lowercase()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|number| u32::from_le_bytes([number[0], number[1], number[2], number[3]]))
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|rest| numbers(rest).next()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use cfb::{CompoundFile, Version};

    use super::*;

    fn contents(length: usize) -> Vec<u8> {
        (0..length).map(|n| (n % 251) as u8).collect()
    }

    fn file(version: Version, streams: &[(&str, usize)]) -> Vec<u8> {
        let mut file = CompoundFile::create_with_version(version, Cursor::new(vec![])).expect("memory takes all");
        for (path, length) in streams {
            if let Some((storage, _)) = path.rsplit_once('/').filter(|(storage, _)| !storage.is_empty()) {
                file.create_storage_all(storage).expect("a storage");
            }
            file.create_stream(path).and_then(|mut s| s.write_all(&contents(*length))).expect("memory takes all");
        }
        file.flush().expect("memory takes all");
        file.into_inner().into_inner()
    }

    const STREAMS: [(&str, usize); 7] = [
        ("/empty", 0),
        ("/Small", 63),
        ("/small too", 64),
        ("/less", 4095),
        ("/enough", 4096),
        ("/in/side/é", 70_000),
        ("/in/large", 9_000_000),
    ];

    #[test]
    fn every_stream_is_what_was_written() {
        for version in [Version::V3, Version::V4] {
            let bytes = file(version, &STREAMS);
            let read = Compound::open(&bytes).expect("a compound file");
            for (path, length) in STREAMS {
                assert_eq!(
                    (read.length(path), read.stream(path, usize::MAX)),
                    (Some(length), Some(contents(length))),
                    "{path}"
                );
                assert_eq!(read.stream(path, 50).map(|s| s.len()), Some(length.min(50)));
            }
            assert_eq!(read.storages("", ""), ["/in"]);
            assert_eq!(read.storages("/in", "s"), ["/in/side"]);
            assert!(
                read.stream("/SMALL", 9).is_some()
                    && read.stream("/in", 9).is_none()
                    && read.stream("/no", 9).is_none()
            );
        }
    }

    #[test]
    fn what_is_cut_off_is_missing_and_the_rest_is_there() {
        let bytes = file(Version::V3, &STREAMS[..6]);
        for length in (0..bytes.len()).step_by(97) {
            if let Some(read) = Compound::open(&bytes[..length]) {
                for (path, _) in STREAMS {
                    assert!(read.stream(path, usize::MAX).is_none_or(|stream| stream.len() <= length), "{path}");
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn changed_tables_end_and_stay_within_the_file(changes in proptest::collection::vec((0..16_384_usize, 0..40_u32), 1..40)) {
            let mut bytes = file(Version::V3, &STREAMS[..5]);
            for (at, to) in changes {
                let at = at * 4 % (bytes.len() - 4);
                bytes[at..at + 4].copy_from_slice(&to.to_le_bytes());
            }
            if let Some(read) = Compound::open(&bytes) {
                for (path, _) in STREAMS {
                    proptest::prop_assert!(read.stream(path, usize::MAX).is_none_or(|stream| stream.len() <= bytes.len()));
                }
            }
        }
    }
}
