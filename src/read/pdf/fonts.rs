//! Fonts: from the codes of a shown string to characters and widths.
//!
//! Nothing is drawn, so a font program is only opened where the font's dictionary does not say which characters
//! its codes stand for; then its own tables are read backwards.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::keys::{
    BASE_ENCODING, BASE_FONT, CID_TO_GID_MAP, DESCENDANT_FONTS, DIFFERENCES, DW, ENCODING, FIRST_CHAR, FLAGS,
    FONT_BBOX, FONT_DESC, FONT_FILE, FONT_FILE2, FONT_FILE3, FONT_MATRIX, FONT_WEIGHT, MISSING_WIDTH, ORDERING,
    SUBTYPE, TO_UNICODE, W, WIDTHS, WMODE,
};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use read_fonts::model::Font as Program;

use super::encodings::{Encoding, standard_width, wingdings};
use super::geometry::sorted;
use super::guard::{Budget, MAX_LIGATURE, MAX_WIDTHS};
use super::maps;
use super::objects::{count_of, number_of, numbers_of, text_of};
use super::program::{named, own_encoding, reverse};

/// What a code stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Text {
    /// Nobody knows.
    Unknown,
    Char(char),
    Several(Box<str>),
}

/// One code of a font.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    pub text: Text,
    /// How far the pen moves, in ems.
    pub advance: f32,
}

/// A font as its dictionary describes it.
pub struct Font<'a> {
    codes: Codes<'a>,
    /// Whether the letters are bold, by name, weight or flag.
    pub bold: bool,
    /// Whether lines run from top to bottom.
    pub vertical: bool,
    /// Height of a line as a share of the font size: 1, but for fonts drawn by operators what their box says.
    pub em: f32,
    family: Family,
}

enum Codes<'a> {
    Simple(Box<[Glyph; 256]>),
    Composite(Box<Composite<'a>>),
}

/// Fonts of signs, whose characters are given in the private use area.
#[derive(Clone, Copy, PartialEq)]
enum Family {
    Text,
    Symbol,
    Wingdings,
    ZapfDingbats,
}

/// A font of many characters: its codes name CIDs, which name widths and glyphs.
struct Composite<'a> {
    reading: Reading,
    to_unicode: Option<CMap>,
    /// Whether codes are UTF-16.
    utf16: bool,
    /// The collection of characters that its CIDs are of, if there are maps of it.
    collection: Option<&'static str>,
    /// First and last CID, width; sorted by the first.
    widths: Vec<(u32, u32, f32)>,
    default_width: f32,
    /// What to open when a code is in no `ToUnicode` map: the font program and its glyphs by CID.
    program: Option<Stream<'a>>,
    cid_to_gid: Option<Stream<'a>>,
    /// Characters by CID, as the font program has them.
    reverse: HashMap<u32, char>,
    /// Codes met so far, by their upper and lower byte.
    known: Vec<Option<Box<[Option<Glyph>]>>>,
    /// The last code of more than two bytes.
    long: Option<Glyph>,
}

/// How codes are cut from a string and told as CIDs.
enum Reading {
    /// Two bytes, and the CID is the code, as far as anybody knows.
    Identity,
    Map(Rc<CMap>),
}

impl<'a> Font<'a> {
    /// Reads a font dictionary. Whatever it holds, a font comes back.
    pub fn new(dict: &Dict<'a>, budget: &mut Budget) -> Self {
        let subtype = dict.get::<Name<'_>>(SUBTYPE);
        let composite = subtype.as_deref() == Some(b"Type0");
        let descendant = dict.get::<Array<'a>>(DESCENDANT_FONTS).and_then(|a| a.iter::<Dict<'a>>().next());
        let inner = descendant.filter(|_| composite).unwrap_or_else(|| dict.clone());
        let descriptor = inner.get::<Dict<'a>>(FONT_DESC).unwrap_or_default();
        let name = dict.get::<Name<'_>>(BASE_FONT).map_or(String::new(), |n| n.as_str().to_owned());
        let flags = count_of(&descriptor, FLAGS).unwrap_or(0);
        let bold =
            is_bold(&name) || flags & 1 << 18 != 0 || number_of(&descriptor, FONT_WEIGHT).unwrap_or(0.0) >= 600.0;
        let family = Family::of(&name);
        let to_unicode = dict
            .get::<Stream<'_>>(TO_UNICODE)
            .and_then(|stream| budget.unpack(&stream))
            .filter(|data| !has_long_string(data))
            .and_then(|data| CMap::parse(&data, |_| None));
        let mut vertical = false;
        let codes = if composite {
            let encoding = dict.get::<Object<'_>>(ENCODING);
            let (reading, utf16, is_vertical) = Reading::new(encoding, budget);
            vertical = is_vertical;
            Codes::Composite(Box::new(Composite::new(&inner, reading, utf16, to_unicode, program(&descriptor))))
        } else {
            let kind = match subtype.as_deref() {
                Some(b"Type3") => SimpleKind::Type3,
                Some(b"TrueType" | b"OpenType") => SimpleKind::TrueType,
                _ => SimpleKind::Type1,
            };
            let simple = Simple { dict, descriptor: &descriptor, kind, name: &name, bold, flags, family };
            Codes::Simple(simple.glyphs(to_unicode.as_ref(), budget))
        };
        let em = (subtype.as_deref() == Some(b"Type3")).then(|| type3_em(dict)).flatten().unwrap_or(1.0);
        Self { codes, bold, vertical, em, family }
    }

    /// The next code of a string that is not empty: how many bytes it takes, the code and what it stands for.
    pub fn next(&mut self, bytes: &[u8], budget: &mut Budget) -> (usize, u32, &Glyph) {
        match &mut self.codes {
            Codes::Simple(glyphs) => (1, u32::from(bytes[0]), &glyphs[usize::from(bytes[0])]),
            Codes::Composite(font) => {
                let (length, code, cid) = font.reading.next(bytes);
                (length, code, font.glyph(code, cid, self.family, budget))
            }
        }
    }
}

/// The height of a Type 3 font's box in text space.
fn type3_em(dict: &Dict<'_>) -> Option<f32> {
    let [_, y0, _, y1] = numbers_of::<4>(dict, FONT_BBOX)?;
    let [_, _, _, scale, ..] = numbers_of::<6>(dict, FONT_MATRIX)?;
    let em = ((y1 - y0) * scale).abs() as f32;
    (em.is_finite() && em > 0.0).then_some(em)
}

/// Whether a font's name says that it is bold.
fn is_bold(name: &str) -> bool {
    ["Bold", "bold", "BOLD", "Black", "Heavy", "Demi"].iter().any(|word| name.contains(word))
}

impl Family {
    fn of(name: &str) -> Self {
        let name = name.rsplit('+').next().unwrap_or(name);
        if name.starts_with("Symbol") {
            Self::Symbol
        } else if name.starts_with("Wingdings") {
            Self::Wingdings
        } else if name.contains("Dingbats") {
            Self::ZapfDingbats
        } else {
            Self::Text
        }
    }

    /// A character of the private use area as the sign that the font draws there.
    fn public(self, c: char) -> char {
        let Some(code) = u32::from(c).checked_sub(0xf000).and_then(|code| u8::try_from(code).ok()) else { return c };
        let table = |encoding: Encoding| Some(encoding.table()[usize::from(code)]).filter(|&c| c != '\u{fffd}');
        let sign = match self {
            Self::Symbol => table(Encoding::Symbol),
            Self::ZapfDingbats => table(Encoding::ZapfDingbats),
            Self::Wingdings => wingdings(code),
            // Word keeps the bullets of its symbol fonts so, whatever the font is called in the file.
            Self::Text => (code == 0xb7).then_some('•'),
        };
        sign.unwrap_or(c)
    }
}

/// The font program of a descriptor.
fn program<'a>(descriptor: &Dict<'a>) -> Option<Stream<'a>> {
    [FONT_FILE2, FONT_FILE3, FONT_FILE].iter().find_map(|key| descriptor.get::<Stream<'a>>(key))
}

/// Whether a map gives a code more characters than any ligature has: a page that shows it again and again would swell.
fn has_long_string(map: &[u8]) -> bool {
    let mut digits = None;
    map.iter().any(|byte| {
        digits = match (byte, digits) {
            (b'<' | b'(', _) => Some(0),
            (b'>' | b')', _) | (_, None) => None,
            (_, Some(digits)) => Some(digits + 1),
        };
        digits > Some(MAX_LIGATURE * 4)
    })
}

/// What a `ToUnicode` map says about a code; nothing where it says a character that is none.
fn mapped(map: &CMap, code: u32) -> Option<Text> {
    match map.lookup_bf_string(code)? {
        BfString::Char(c) => (!matches!(c, '\0' | '\u{fffd}' | '\u{ffff}')).then_some(Text::Char(c)),
        BfString::String(text) => Some(Text::Several(text.into_boxed_str())),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum SimpleKind {
    Type1,
    TrueType,
    Type3,
}

/// A font of at most 256 characters.
struct Simple<'d, 'a> {
    dict: &'d Dict<'a>,
    descriptor: &'d Dict<'a>,
    kind: SimpleKind,
    name: &'d str,
    bold: bool,
    flags: u32,
    family: Family,
}

impl Simple<'_, '_> {
    fn glyphs(&self, to_unicode: Option<&CMap>, budget: &mut Budget) -> Box<[Glyph; 256]> {
        let mut texts = self.encoding(to_unicode.is_none(), budget);
        if let Some(map) = to_unicode {
            for (code, text) in (0..).zip(texts.iter_mut()) {
                if let Some(told) = mapped(map, code) {
                    *text = told;
                }
            }
        }
        for text in &mut texts {
            if let Text::Char(c) = text {
                *c = self.family.public(*c);
            }
        }
        let widths = self.widths(&texts);
        let mut pairs = texts.into_iter().zip(widths);
        Box::new(std::array::from_fn(|_| {
            let (text, advance) = pairs.next().unwrap_or((Text::Unknown, 0.0));
            Glyph { text, advance }
        }))
    }

    /// Characters by code, as the dictionary's encoding, or else the font program, has them.
    fn encoding(&self, alone: bool, budget: &mut Budget) -> Vec<Text> {
        let dict = self.dict.get::<Dict<'_>>(ENCODING);
        let name = match &dict {
            Some(dict) => dict.get::<Name<'_>>(BASE_ENCODING),
            None => self.dict.get::<Name<'_>>(ENCODING),
        };
        let said = name.and_then(|name| Encoding::named(&name));
        let base = match self.family {
            Family::Symbol => Some(Encoding::Symbol),
            Family::ZapfDingbats => Some(Encoding::ZapfDingbats),
            _ => said,
        };
        let symbolic = self.flags & 4 != 0;
        let own = (base.is_none() && alone && self.kind != SimpleKind::Type3)
            .then(|| program(self.descriptor))
            .flatten()
            .and_then(|stream| budget.unpack(&stream))
            .and_then(|data| own_encoding(data.into_owned(), symbolic));
        let mut texts = own.unwrap_or_else(|| {
            let base = base.unwrap_or(match self.kind {
                SimpleKind::TrueType => Encoding::WinAnsi,
                _ => Encoding::Standard,
            });
            let text =
                |c| if c == '\u{fffd}' || self.kind == SimpleKind::Type3 { Text::Unknown } else { Text::Char(c) };
            base.table().map(text).to_vec()
        });
        let differences = dict.and_then(|dict| dict.get::<Array<'_>>(DIFFERENCES));
        let mut code = 0usize;
        for object in differences.iter().flat_map(Array::iter::<Object<'_>>) {
            match object {
                Object::Number(n) => code = usize::try_from(n.as_i64()).unwrap_or(usize::MAX),
                Object::Name(name) => {
                    if let Some(text) = texts.get_mut(code) {
                        *text = named(name.as_str());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
        texts
    }

    /// Widths by code, in ems.
    fn widths(&self, texts: &[Text]) -> Vec<f32> {
        let scale = match self.kind {
            SimpleKind::Type3 => numbers_of::<6>(self.dict, FONT_MATRIX).map_or(0.001, |m| m[0] as f32),
            _ => 0.001,
        };
        let missing = number_of(self.descriptor, MISSING_WIDTH).unwrap_or(0.0) as f32 * scale;
        let Some(array) = self.dict.get::<Array<'_>>(WIDTHS) else {
            let width = |text: &Text| match text {
                Text::Char(c) => standard_width(self.name, self.bold, *c),
                _ => 0.5,
            };
            return texts.iter().map(width).collect();
        };
        let first = count_of(self.dict, FIRST_CHAR).unwrap_or(0);
        let mut widths = vec![missing; 256];
        for (slot, width) in widths.iter_mut().skip(first as usize).zip(array.iter::<Number>()) {
            *slot = width.as_f32() * scale;
        }
        widths
    }
}

impl Reading {
    /// From a composite font's encoding, with whether its codes are UTF-16 and whether it is written downwards.
    fn new(encoding: Option<Object<'_>>, budget: &mut Budget) -> (Self, bool, bool) {
        match encoding {
            Some(Object::Stream(stream)) => {
                let map = budget.unpack(&stream).and_then(|data| CMap::parse(&data, maps::base));
                let vertical = count_of(stream.dict(), WMODE) == Some(1);
                (map.map_or(Self::Identity, |map| Self::Map(Rc::new(map))), false, vertical)
            }
            Some(Object::Name(name)) => {
                let name = name.as_str();
                let utf16 = name.starts_with("Uni") && (name.contains("UCS2") || name.contains("UTF16"));
                let vertical = name == "V" || name.ends_with("-V");
                (maps::encoding(name).map_or(Self::Identity, Self::Map), utf16, vertical)
            }
            _ => (Self::Identity, false, false),
        }
    }

    /// The next code: its length in bytes, the code itself and its CID.
    fn next(&self, bytes: &[u8]) -> (usize, u32, u32) {
        let pair = || match bytes {
            [a, b, ..] => (2, u32::from(*a) << 8 | u32::from(*b)),
            [a] => (1, u32::from(*a)),
            [] => (1, 0),
        };
        match self {
            Self::Identity => {
                let (length, code) = pair();
                (length, code, code)
            }
            Self::Map(map) => {
                let mut code = 0;
                for (length, &byte) in (1..=4u8).zip(bytes) {
                    code = code << 8 | u32::from(byte);
                    if let Some(cid) = map.lookup_cid_code(code, length) {
                        return (usize::from(length), code, cid);
                    }
                }
                (1, 0, 0)
            }
        }
    }
}

impl<'a> Composite<'a> {
    fn new(
        inner: &Dict<'a>,
        reading: Reading,
        utf16: bool,
        to_unicode: Option<CMap>,
        program: Option<Stream<'a>>,
    ) -> Self {
        let system = inner.get::<Dict<'_>>(b"CIDSystemInfo");
        let ordering = system.and_then(|system| text_of(&system, ORDERING));
        Self {
            reading,
            to_unicode,
            utf16,
            collection: ordering.and_then(|ordering| maps::collection(&ordering)),
            widths: inner.get::<Array<'_>>(W).map_or(vec![], |array| widths(&array)),
            default_width: number_of(inner, DW).unwrap_or(1000.0) as f32 / 1000.0,
            program,
            cid_to_gid: inner.get::<Stream<'a>>(CID_TO_GID_MAP),
            reverse: HashMap::new(),
            known: (0..256).map(|_| None).collect(),
            long: None,
        }
    }

    fn glyph(&mut self, code: u32, cid: u32, family: Family, budget: &mut Budget) -> &Glyph {
        let (page, at) = ((code >> 8) as usize, (code & 0xff) as usize);
        let known = self.known.get(page).and_then(|page| page.as_ref()?[at].as_ref()).is_some();
        let glyph = if known { None } else { Some(self.make(code, cid, family, budget)) };
        let slot = match self.known.get_mut(page) {
            Some(page) => &mut page.get_or_insert_with(|| vec![None; 256].into_boxed_slice())[at],
            None => &mut self.long,
        };
        if glyph.is_some() {
            *slot = glyph;
        }
        slot.get_or_insert(Glyph { text: Text::Unknown, advance: 0.0 })
    }

    fn make(&mut self, code: u32, cid: u32, family: Family, budget: &mut Budget) -> Glyph {
        let told = self.to_unicode.as_ref().and_then(|map| mapped(map, code));
        let text = told.or_else(|| {
            if self.utf16 {
                return utf16(code).map(Text::Char);
            }
            let in_collection = || mapped(maps::characters(self.collection?)?.as_ref(), cid);
            in_collection().or_else(|| self.in_program(cid, budget).map(Text::Char))
        });
        let text = match text {
            Some(Text::Char(c)) => Text::Char(family.public(c)),
            other => other.unwrap_or(Text::Unknown),
        };
        // Ranges may overlap where a file is odd; the nearest beginning wins.
        let after = self.widths.partition_point(|&(first, ..)| first <= cid);
        let width = self.widths[..after].iter().rev().take(4).find(|&&(_, last, _)| cid <= last);
        Glyph { text, advance: width.map_or(self.default_width, |&(.., width)| width) }
    }

    fn in_program(&mut self, cid: u32, budget: &mut Budget) -> Option<char> {
        if let Some(data) = self.program.take().and_then(|stream| budget.unpack(&stream)) {
            let by_glyph = Program::new(data.into_owned(), 0).map_or_else(HashMap::new, |font| reverse(&font));
            self.reverse = match self.cid_to_gid.take().and_then(|stream| budget.unpack(&stream)) {
                None => by_glyph,
                Some(map) => {
                    let glyph = |pair: &[u8]| u32::from(pair[0]) << 8 | u32::from(pair[1]);
                    let pairs = (0..).zip(map.chunks_exact(2).take(0x1_0000));
                    pairs.filter_map(|(cid, pair)| Some((cid, *by_glyph.get(&glyph(pair))?))).collect()
                }
            };
        }
        self.reverse.get(&cid).copied()
    }
}

/// The character of a code of two bytes, or of four that are a pair.
fn utf16(code: u32) -> Option<char> {
    let units = [(code >> 16) as u16, code as u16];
    char::decode_utf16(units.into_iter().skip(usize::from(units[0] == 0))).next()?.ok()
}

/// The `W` array: `first [width …]` and `first last width`.
///
/// Ranges are kept as such, not spread out, because a hostile file can make them four thousand million long.
fn widths(array: &Array<'_>) -> Vec<(u32, u32, f32)> {
    let mut widths = vec![];
    let mut numbers: Vec<Number> = vec![];
    for object in array.iter::<Object<'_>>() {
        if widths.len() >= MAX_WIDTHS {
            break;
        }
        match object {
            Object::Number(n) => {
                numbers.push(n);
                if let [first, last, width] = numbers[..] {
                    widths.push((cid(first), cid(last), width.as_f32() / 1000.0));
                    numbers.clear();
                }
            }
            Object::Array(list) => {
                let first = numbers.pop().map_or(0, cid);
                numbers.clear();
                for (cid, width) in (first..).zip(list.iter::<Number>()).take(MAX_WIDTHS - widths.len()) {
                    widths.push((cid, cid, width.as_f32() / 1000.0));
                }
            }
            _ => {}
        }
    }
    sorted(widths, |&(first, ..)| (first as f32, 0.0))
}

fn cid(number: Number) -> u32 {
    number.as_i64().clamp(0, 0xffff) as u32
}
