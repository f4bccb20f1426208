//! Short ways to what dictionaries and arrays hold.

use hayro_syntax::object::String as PdfString;
use hayro_syntax::object::{Array, Dict, MaybeRef, Number, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;

/// The number of a dictionary's entry.
pub fn number_of(dict: &Dict<'_>, key: &[u8]) -> Option<f64> {
    dict.get::<Number>(key).map(|n| n.as_f64())
}

/// The whole number of a dictionary's entry, if it is not negative.
pub fn count_of(dict: &Dict<'_>, key: &[u8]) -> Option<u32> {
    dict.get::<Number>(key).and_then(|n| n.as_i64().try_into().ok())
}

/// The numbers of a dictionary's entry, such as a box or a matrix.
pub fn numbers_of<const N: usize>(dict: &Dict<'_>, key: &[u8]) -> Option<[f64; N]> {
    let mut numbers = [0.0; N];
    let mut items = dict.get::<Array<'_>>(key)?.flex_iter();
    for slot in &mut numbers {
        *slot = items.next::<Number>()?.as_f64();
    }
    Some(numbers)
}

/// The items of an array with what references refer to; items that are broken are left out.
pub fn items<'a>(
    xref: &'a XRef,
    array: &Array<'a>,
) -> impl Iterator<Item = (Option<ObjectIdentifier>, Object<'a>)> + use<'a> {
    array.raw_iter().filter_map(|item| match item {
        MaybeRef::Ref(reference) => Some((Some(reference.into()), xref.get::<Object<'a>>(reference.into())?)),
        MaybeRef::NotRef(object) => Some((None, object)),
    })
}

/// A text string of a dictionary: UTF-16 or UTF-8 with a mark, or else one byte a character.
fn decode(bytes: &[u8]) -> String {
    let utf16 = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        String::from_utf16_lossy(&bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect::<Vec<_>>())
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&b| char::from(b)).collect(),
    }
}

/// The text that an object is.
pub fn text(object: &Object<'_>) -> Option<String> {
    if let Object::String(text) = object { Some(decode(text.as_bytes())) } else { None }
}

/// The text of a dictionary's entry.
pub fn text_of(dict: &Dict<'_>, key: &[u8]) -> Option<String> {
    dict.get::<PdfString<'_>>(key).map(|text| decode(text.as_bytes()))
}
