//! What a file would cost to open, told from its raw bytes before the library sees it.
//!
//! The library unpacks object streams without bound as soon as a file is opened, and reads a file with a broken
//! cross-reference table object by object, beginning again behind each bracket. Both are fine for honest files; a
//! hostile one of 200 kB could keep it busy for minutes.

use std::ops::Range;

use super::guard::{DEFLATE_RATIO, TooLong, measure};

/// Most bytes that are walked over in all, apart from a multiple of the file's size.
const MAX_STEPS: usize = 4 << 20;
/// How often each byte of an honest file may be walked over: brackets stand in brackets.
const PASSES: usize = 16;

/// Whether the brackets and streams of a file close as they should, so that finding its objects takes no time that
/// grows with the square of its size.
pub fn closes(bytes: &[u8]) -> bool {
    let mut left = bytes.len().saturating_mul(PASSES).saturating_add(MAX_STEPS);
    for at in find_all(bytes, b"<<").chain(find_all(bytes, b" obj").map(|at| at + 4)) {
        match left.checked_sub(walk(&bytes[at..], left)) {
            Some(rest) => left = rest,
            None => return false,
        }
    }
    // Streams that are open; each is looked through as far as the next end of a stream.
    let mut open: Vec<usize> = vec![];
    for at in find_all(bytes, b"stream").chain([bytes.len()]) {
        if at < bytes.len() && !bytes[..at].ends_with(b"end") {
            open.push(at);
            continue;
        }
        let steps = open.drain(..).map(|start| at - start).fold(0, usize::saturating_add);
        match left.checked_sub(steps) {
            Some(rest) => left = rest,
            None => return false,
        }
    }
    true
}

/// How many bytes there are from here to the end of the object that begins here; at most one more than `most`.
fn walk(bytes: &[u8], most: usize) -> usize {
    let bytes = &bytes[..bytes.len().min(most.saturating_add(1))];
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at + 1);
        match byte {
            b'(' => at += string(&bytes[at..]),
            b'%' => at += bytes[at..].iter().take_while(|b| !matches!(b, b'\r' | b'\n')).count(),
            b'<' if next == Some(&b'<') => (depth, at) = (depth + 1, at + 1),
            b'>' if next == Some(&b'>') => (depth, at) = (depth.saturating_sub(1), at + 1),
            b'[' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at
}

/// Length of a string without its last bracket.
fn string(bytes: &[u8]) -> usize {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        at += 1;
    }
    at
}

/// Whether the object streams and cross-reference streams of a file stay within `most` bytes when unpacked.
///
/// They are unpacked by the library as soon as the file is opened, without bound, so they are looked for in the
/// raw bytes first. In an encrypted file they cannot be counted; there their packed size alone is held to account.
pub fn streams_fit(bytes: &[u8], most: usize) -> bool {
    /// Dictionaries of such streams are short; their names, filters and the stream's beginning are this near.
    const NEAR: usize = 400;
    let mut packed = 0usize;
    let mut streams: Vec<Range<usize>> = vec![];
    for name in [&b"/ObjStm"[..], b"/XRef"] {
        for at in find_all(bytes, name) {
            let (from, to) = (at.saturating_sub(NEAR), (at + NEAR).min(bytes.len()));
            let Some(start) = find_all(&bytes[at..to], b"stream").next().map(|found| at + found + 6) else { continue };
            if streams.last().is_some_and(|last| last.start == start) {
                continue;
            }
            let end = find_all(&bytes[start..], b"endstream").next().map_or(bytes.len(), |found| start + found);
            // Packed twice, a byte may become a million.
            let from = find_all(&bytes[from..at], b" obj").last().map_or(from, |found| from + found);
            let twice = find_all(&bytes[from..start], b"FlateDecode").count() > 1;
            packed = packed.saturating_add((end - start).saturating_mul(if twice { DEFLATE_RATIO } else { 1 }));
            streams.push(start..end);
        }
    }
    if packed.saturating_mul(DEFLATE_RATIO) <= most {
        return true;
    }
    let mut left = most;
    for range in streams {
        let data = &bytes[range];
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data);
        match measure(data, left) {
            Ok(size) => left -= size,
            Err(TooLong) => return false,
        }
    }
    packed <= most
}

fn find_all<'a>(bytes: &'a [u8], needle: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let step = bytes.get(at..)?.iter().position(|&b| b == needle[0])?;
            at += step + 1;
            if bytes[at - 1..].starts_with(needle) {
                return Some(at - 1);
            }
        }
    })
}
