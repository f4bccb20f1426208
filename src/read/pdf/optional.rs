//! Optional content: layers that a viewer shows or hides. What is hidden at first is not read.

use std::collections::HashSet;

use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;

/// The groups of optional content that are not shown.
pub struct Hidden(HashSet<ObjectIdentifier>);

impl Hidden {
    /// From the document's catalogue.
    pub fn read(xref: &XRef) -> Self {
        Self(groups_off(xref))
    }

    /// Whether optional content is switched off: a group, or a membership of groups.
    pub fn hides(&self, id: Option<ObjectIdentifier>, dict: Option<&Dict<'_>>) -> bool {
        if self.0.is_empty() {
            return false;
        }
        if id.is_some_and(|id| self.0.contains(&id)) {
            return true;
        }
        let groups: Vec<ObjectIdentifier> = match dict.and_then(|dict| dict.get_raw::<Object<'_>>(b"OCGs")) {
            Some(MaybeRef::Ref(reference)) => match dict.and_then(|dict| dict.get::<Array<'_>>(b"OCGs")) {
                Some(array) => references(&array).collect(),
                None => vec![reference.into()],
            },
            Some(MaybeRef::NotRef(Object::Array(array))) => references(&array).collect(),
            _ => return false,
        };
        let off = |id: &ObjectIdentifier| self.0.contains(id);
        let shown = match dict.and_then(|dict| dict.get::<Name<'_>>(b"P")).as_deref() {
            Some(b"AllOn") => !groups.iter().any(off),
            Some(b"AllOff") => groups.iter().all(off),
            Some(b"AnyOff") => groups.iter().any(off),
            _ => groups.is_empty() || !groups.iter().all(off),
        };
        !shown
    }
}

fn references<'a>(array: &Array<'a>) -> impl Iterator<Item = ObjectIdentifier> + use<'a> {
    array.raw_iter().filter_map(|item| item.as_obj_ref().map(Into::into))
}

/// The groups of optional content that the document's default setting does not show.
fn groups_off(xref: &XRef) -> HashSet<ObjectIdentifier> {
    let mut hidden = HashSet::new();
    let properties = xref.get::<Dict<'_>>(xref.root_id()).and_then(|root| root.get::<Dict<'_>>(b"OCProperties"));
    let Some((properties, default)) = properties.and_then(|p| p.get::<Dict<'_>>(b"D").map(|d| (p, d))) else {
        return hidden;
    };
    if default.get::<Name<'_>>(b"BaseState").as_deref() == Some(b"OFF") {
        hidden.extend(properties.get::<Array<'_>>(b"OCGs").iter().flat_map(references));
        for id in default.get::<Array<'_>>(b"ON").iter().flat_map(references) {
            hidden.remove(&id);
        }
    }
    hidden.extend(default.get::<Array<'_>>(b"OFF").iter().flat_map(references));
    hidden
}
