//! Maps of Chinese, Japanese and Korean fonts by name. Natively they are built in; the wasm module holds none, tells which
//! collections a document wants, and is given them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use hayro_cmap::{CMap, CMapName};

use crate::read::maps::COLLECTIONS;

thread_local! {
    /// Maps that were parsed, by name: some fonts of a file name the same.
    static PARSED: RefCell<HashMap<String, Rc<CMap>>> = RefCell::default();
}

/// The collection of a font, by its ordering, if there are maps of it.
pub fn collection(ordering: &str) -> Option<&'static str> {
    COLLECTIONS.iter().map(|(collection, _)| *collection).find(|collection| *collection == ordering)
}

/// The encoding of this name.
pub fn encoding(name: &str) -> Option<Rc<CMap>> {
    let level = level(name);
    let (collection, _) = COLLECTIONS.iter().find(|(_, encodings)| encodings.contains(&level.as_str()))?;
    parsed(&level, collection)
}

/// Which characters the glyphs of a collection are.
pub fn characters(collection: &str) -> Option<Rc<CMap>> {
    parsed(&format!("Adobe-{collection}-UCS2"), collection)
}

/// What another map says that it goes on from.
pub fn base(name: CMapName<'_>) -> Option<&'static [u8]> {
    source::data(&level(std::str::from_utf8(name.to_bytes()).ok()?))
}

fn parsed(name: &str, collection: &str) -> Option<Rc<CMap>> {
    if let Some(known) = PARSED.with_borrow(|parsed| parsed.get(name).cloned()) {
        return Some(known);
    }
    let Some(data) = source::data(name) else {
        source::want(collection);
        return None;
    };
    let map = Rc::new(CMap::parse(data, base)?);
    PARSED.with_borrow_mut(|parsed| parsed.insert(name.to_owned(), Rc::clone(&map)));
    Some(map)
}

/// The name of the map for text that runs from left to right.
fn level(name: &str) -> String {
    match name.strip_suffix('V') {
        Some(stem) if stem.is_empty() || stem.ends_with('-') => format!("{stem}H"),
        _ => name.to_owned(),
    }
}

#[cfg(feature = "cmaps")]
mod source {
    use hayro_cmap::{CMapName, load_embedded};

    pub fn data(name: &str) -> Option<&'static [u8]> {
        load_embedded(CMapName::from_bytes(name.as_bytes()))
    }

    pub fn want(_: &str) {}
}

#[cfg(not(feature = "cmaps"))]
pub use source::{give, take_wanted};

#[cfg(not(feature = "cmaps"))]
mod source {
    use std::cell::RefCell;

    use crate::read::maps::BEGIN;
    use crate::read::pdf::guard::inflate;

    /// Most bytes that the maps of a collection unpack to; they have some hundred thousand.
    const MAX_MAPS: usize = 16 << 20;

    thread_local! {
        static GIVEN: RefCell<Vec<(&'static str, &'static [u8])>> = RefCell::default();
        static WANTED: RefCell<Vec<String>> = RefCell::default();
    }

    pub fn data(name: &str) -> Option<&'static [u8]> {
        GIVEN.with_borrow(|given| given.iter().find(|(known, _)| *known == name).map(|(_, data)| *data))
    }

    pub fn want(collection: &str) {
        WANTED.with_borrow_mut(|wanted| {
            if !wanted.iter().any(|known| known == collection) {
                wanted.push(collection.to_owned());
            }
        });
    }

    /// The collections that were wanted since this was asked last, and not there.
    pub fn take_wanted() -> Vec<String> {
        WANTED.take()
    }

    /// Takes the maps of a collection: a file that `xtask` made. They stay as long as the module.
    pub fn give(packed: &[u8]) {
        let Ok(text) = inflate(packed, MAX_MAPS) else { return };
        let Ok(text) = std::str::from_utf8(text.leak()) else { return };
        GIVEN.with_borrow_mut(|given| {
            let maps = text.split(BEGIN).filter_map(|map| map.split_once('\n'));
            given.extend(maps.map(|(name, data)| (name, data.as_bytes())));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_map_that_is_named_is_there() {
        for (collection, encodings) in COLLECTIONS {
            assert!(characters(collection).is_some(), "{collection}");
            for name in encodings {
                assert!(encoding(name).is_some(), "{name}");
            }
        }
        assert!(encoding("90ms-RKSJ-V").is_some() && encoding("V").is_some());
        assert!(encoding("Identity-H").is_none() && encoding("nothing").is_none());
    }
}
