//! The maps of Chinese, Japanese and Korean fonts. PDF files name them and do not hold them, so they are files apart, which
//! are fetched when a document needs them: one for each of Adobe's collections of characters.
//!
//! They are made from those in `hayro-cmap` (Adobe's, under the BSD licence) and written as `CMaps`, packed, which the reader of
//! PDF can parse anyway. `src/read/pdf/maps.rs` takes them.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use anyhow::{Context, Result};
use flate2::{Compression, write::ZlibEncoder};
use hayro_cmap::{BfString, CMap, CMapName, load_embedded};
use tender_check::read::maps::{BEGIN, COLLECTIONS};

use crate::tool::root;

/// The largest number of a glyph in any of the collections is some thousands smaller.
const MOST_GLYPHS: u32 = 0x8000;

/// Writes the files to `pkg/dist/maps`, unless they are there.
pub fn write() -> Result<()> {
    let folder = folder();
    fs::create_dir_all(&folder)?;
    for (collection, maps) in COLLECTIONS {
        let path = folder.join(format!("{collection}.cmaps"));
        if path.exists() {
            continue;
        }
        let mut packed = ZlibEncoder::new(vec![], Compression::best());
        packed.write_all(text(collection, maps)?.as_bytes())?;
        fs::write(path, packed.finish()?)?;
    }
    Ok(())
}

/// Where they are.
fn folder() -> PathBuf {
    root().join("pkg/dist/maps")
}

fn text(collection: &str, maps: &[&str]) -> Result<String> {
    let mut text = String::new();
    for name in maps {
        let map = parsed(name)?;
        writeln!(text, "{BEGIN}{name}")?;
        encoding(&map, name, &mut text)?;
    }
    let name = format!("Adobe-{collection}-UCS2");
    let map = parsed(&name)?;
    writeln!(text, "{BEGIN}{name}")?;
    characters(&map, &mut text)?;
    Ok(text)
}

fn parsed(name: &str) -> Result<CMap> {
    let data = load_embedded(CMapName::from_bytes(name.as_bytes())).with_context(|| format!("no map {name}"))?;
    CMap::parse(data, load_embedded).with_context(|| format!("the map {name} cannot be parsed"))
}

/// Which glyph each code stands for.
fn encoding(map: &CMap, name: &str, text: &mut String) -> Result<()> {
    // First and last code, its length in bytes, the first glyph.
    let mut runs: Vec<(u32, u32, u8, u32)> = vec![];
    for (length, codes) in codes(name) {
        for code in codes {
            let Some(glyph) = map.lookup_cid_code(code, length) else { continue };
            match runs.last_mut() {
                Some((first, last, long, of))
                    if *long == length && *last + 1 == code && *of + (code - *first) == glyph =>
                {
                    *last = code;
                }
                _ => runs.push((code, code, length, glyph)),
            }
        }
    }
    text.push_str("begincidrange\n");
    for (first, last, length, glyph) in runs {
        let digits = usize::from(length) * 2;
        writeln!(text, "<{first:0digits$x}><{last:0digits$x}>{glyph}")?;
    }
    text.push_str("endcidrange\n");
    Ok(())
}

/// The codes that an encoding may have, by their length in bytes.
fn codes(name: &str) -> Vec<(u8, RangeInclusive<u32>)> {
    let mut codes = vec![(1, 0..=0xff), (2, 0..=0xffff)];
    if name.contains("UTF16") {
        codes.extend((0xd800..=0xdbffu32).map(|high| (4, high << 16 | 0xdc00..=high << 16 | 0xdfff)));
    }
    if name.contains("GBK2K") {
        for pair in 0..126 * 10 {
            let high = (0x81 + pair / 10) << 24 | (0x30 + pair % 10) << 16;
            codes.extend((0x81..=0xfe).map(|third| (4, high | third << 8 | 0x30..=high | third << 8 | 0x39)));
        }
    }
    if name.contains("CNS-EUC") {
        for plane in 0xa1..=0xb0 {
            let high = 0x8e << 24 | plane << 16;
            codes.extend((0xa1..=0xfe).map(|third| (4, high | third << 8 | 0xa1..=high | third << 8 | 0xfe)));
        }
    }
    codes
}

/// Which character each glyph is.
fn characters(map: &CMap, text: &mut String) -> Result<()> {
    // First and last glyph, and the characters of the first.
    let mut runs: Vec<(u32, u32, Vec<u16>)> = vec![];
    for glyph in 0..MOST_GLYPHS {
        let shown = match map.lookup_bf_string(glyph) {
            Some(BfString::Char(shown)) => shown.to_string(),
            Some(BfString::String(shown)) => shown,
            None => continue,
        };
        let shown: Vec<u16> = shown.encode_utf16().collect();
        match runs.last_mut() {
            // The last byte alone may count on within a range.
            Some((first, last, from))
                if let ([from], [shown]) = (&from[..], &shown[..])
                    && *last + 1 == glyph
                    && u32::from(*shown) == u32::from(*from) + (glyph - *first)
                    && from >> 8 == shown >> 8 =>
            {
                *last = glyph;
            }
            _ => runs.push((glyph, glyph, shown)),
        }
    }
    text.push_str("beginbfrange\n");
    for (first, last, shown) in runs {
        write!(text, "<{first:04x}><{last:04x}><")?;
        shown.iter().try_for_each(|unit| write!(text, "{unit:04x}"))?;
        text.push_str(">\n");
    }
    text.push_str("endbfrange\n");
    Ok(())
}
