//! What keeps a hostile file from filling memory or running on: the limits, and the counting against them.
//!
//! A limit that is passed ends the reading; what was read until then is kept, and the document says so.

use hayro_syntax::object::dict::keys::{DECODE_PARMS, DP, F, FILTER};
use hayro_syntax::object::{Dict, Name, Object, Stream};
use std::borrow::Cow;
use zlib_rs::{Inflate, InflateFlush, Status};

/// Largest file, in bytes.
pub const MAX_FILE: usize = 256 << 20;
/// Most pages of a document.
pub const MAX_PAGES: usize = 5_000;
/// Most content-stream operators of a document; a page of text has some thousands.
pub const MAX_OPERATORS: u32 = 10_000_000;
/// How many operators the drawing of a form counts for.
const FORM_OPERATORS: u32 = 100;
/// Most glyphs of a document; a dense page has 5,000.
pub const MAX_GLYPHS: u32 = 10_000_000;
/// How deep forms may be drawn inside forms.
pub const MAX_FORM_DEPTH: usize = 12;
/// Most bytes that one stream may unpack to.
pub const MAX_STREAM: usize = 64 << 20;
/// Most bytes that all streams of a document may unpack to.
pub const MAX_UNPACKED: usize = 512 << 20;
/// Most bytes that a stream could unpack to where it cannot be unpacked in steps: LZW, or several filters.
const MAX_WORST: usize = 256 << 20;
/// Most ruling lines and filled boxes of a page that are kept; a drawing has more, a table fewer.
pub const MAX_RULES: usize = 20_000;
/// Most widths of a font of many characters, which has 65,536 at most.
pub const MAX_WIDTHS: usize = 65_536;
/// Most characters of one code of a font: a ligature has four, a word drawn as one glyph some more.
pub const MAX_LIGATURE: usize = 64;
/// Most entries of a list to choose from that are looked at, and most that are chosen.
pub const MAX_CHOICES: usize = 1_000;
/// Most annotations of a page that are looked at.
pub const MAX_ANNOTATIONS: usize = 10_000;
/// Most elements of the tree of tags; a page has about 100.
pub const MAX_TAGS: usize = 1_000_000;

/// DEFLATE cannot make more of a byte than this.
pub const DEFLATE_RATIO: usize = 1_032;
/// LZW: 12 bits stand for half a table of 4,096 bytes at best, on average.
const LZW_RATIO: usize = 1_366;

/// What a document may still use up.
#[derive(Debug)]
pub struct Budget {
    operators: u32,
    glyphs: u32,
    bytes: usize,
    /// The limit that was passed.
    pub passed: Option<&'static str>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { operators: MAX_OPERATORS, glyphs: MAX_GLYPHS, bytes: MAX_UNPACKED, passed: None }
    }
}

impl Budget {
    #[cfg(test)]
    pub fn of(operators: u32, glyphs: u32, bytes: usize) -> Self {
        Self { operators, glyphs, bytes, passed: None }
    }

    /// Counts one operator; false when there are too many.
    pub fn operator(&mut self) -> bool {
        self.operators = self.operators.saturating_sub(1);
        self.operators > 0 || self.pass("operators")
    }

    /// Counts a form that is drawn, which costs as much as many operators; false when there are too many.
    pub fn form(&mut self) -> bool {
        self.operators = self.operators.saturating_sub(FORM_OPERATORS);
        self.operators > 0 || self.pass("operators")
    }

    /// Counts the bytes of a string that is shown, each of which may be a glyph; false when there are too many.
    pub fn glyphs(&mut self, count: usize) -> bool {
        self.glyphs = self.glyphs.saturating_sub(count.try_into().unwrap_or(u32::MAX));
        self.glyphs > 0 || self.pass("glyphs")
    }

    fn pass(&mut self, limit: &'static str) -> bool {
        self.passed.get_or_insert(limit);
        false
    }

    /// The unpacked bytes of a stream; none where it is broken or would be too large.
    pub fn unpack<'a>(&mut self, stream: &Stream<'a>) -> Option<Cow<'a, [u8]>> {
        let most = self.bytes.min(MAX_STREAM);
        let filters = filters(stream.dict());
        let data = match filters.as_slice() {
            [] => stream.raw_data(),
            [Filter::Flate] if !has_parameters(stream.dict()) => match inflate(&stream.raw_data(), most) {
                Ok(data) => Cow::Owned(data),
                Err(TooLong) => return self.refuse(),
            },
            filters => {
                // These go through the library, which knows no bound: the worst case must fit.
                let worst = filters.iter().fold(stream.raw_data().len(), |size, f| size.saturating_mul(f.ratio()));
                if worst > MAX_WORST {
                    return self.refuse();
                }
                stream.decoded_data().ok()?
            }
        };
        if data.len() > most {
            return self.refuse();
        }
        self.bytes -= data.len();
        Some(data)
    }

    fn refuse<T>(&mut self) -> Option<T> {
        self.pass("unpacked bytes");
        None
    }
}

fn has_parameters(dict: &Dict<'_>) -> bool {
    [DECODE_PARMS, DP].iter().any(|key| matches!(dict.get::<Object<'_>>(key), Some(Object::Dict(_) | Object::Array(_))))
}

/// How a stream is packed, as far as its size goes.
#[derive(Clone, Copy)]
enum Filter {
    Flate,
    Lzw,
    RunLength,
    /// Makes no more of it, or is not for text.
    Other,
}

impl Filter {
    fn of(name: &[u8]) -> Self {
        match name {
            b"FlateDecode" | b"Fl" => Self::Flate,
            b"LZWDecode" | b"LZW" => Self::Lzw,
            b"RunLengthDecode" | b"RL" => Self::RunLength,
            _ => Self::Other,
        }
    }

    fn ratio(self) -> usize {
        match self {
            Self::Flate => DEFLATE_RATIO,
            Self::Lzw => LZW_RATIO,
            Self::RunLength => 64,
            Self::Other => 1,
        }
    }
}

fn filters(dict: &Dict<'_>) -> Vec<Filter> {
    let object = dict.get::<Object<'_>>(F).or_else(|| dict.get::<Object<'_>>(FILTER));
    match object {
        Some(Object::Name(name)) => vec![Filter::of(&name)],
        Some(Object::Array(names)) => names.iter::<Name<'_>>().map(|name| Filter::of(&name)).collect(),
        _ => vec![],
    }
}

/// More came out than was allowed.
#[derive(Debug, PartialEq)]
pub struct TooLong;

/// Inflates zlib data, or bare deflate data; of broken data what comes before the break.
pub fn inflate(data: &[u8], most: usize) -> Result<Vec<u8>, TooLong> {
    let out = inflate_as(data, most, true)?;
    if out.is_empty() && data.len() > 2 { inflate_as(data, most, false) } else { Ok(out) }
}

fn inflate_as(data: &[u8], most: usize, header: bool) -> Result<Vec<u8>, TooLong> {
    let mut inflate = Inflate::new(header, 15);
    let mut out = vec![0; data.len().saturating_mul(4).clamp(1 << 10, 1 << 20)];
    loop {
        let (read, written) = (inflate.total_in() as usize, inflate.total_out() as usize);
        let status = inflate.decompress(&data[read..], &mut out[written..], InflateFlush::NoFlush);
        let end = inflate.total_out() as usize;
        if end > most {
            return Err(TooLong);
        }
        let stuck = end == written && inflate.total_in() as usize == read;
        let room = end < out.len();
        if matches!(status, Ok(Status::StreamEnd) | Err(_)) || stuck && room {
            out.truncate(end);
            return Ok(out);
        }
        if !room {
            out.resize(out.len() * 2, 0);
        }
    }
}

/// How much data inflates to, without keeping it.
pub fn measure(data: &[u8], most: usize) -> Result<usize, TooLong> {
    let mut inflate = Inflate::new(true, 15);
    let mut out = vec![0; 1 << 16];
    loop {
        let before = (inflate.total_in(), inflate.total_out());
        let status = inflate.decompress(&data[before.0 as usize..], &mut out, InflateFlush::NoFlush);
        if inflate.total_out() as usize > most {
            return Err(TooLong);
        }
        if matches!(status, Ok(Status::StreamEnd) | Err(_)) || before == (inflate.total_in(), inflate.total_out()) {
            return Ok(inflate.total_out() as usize);
        }
    }
}
