//! Files inside a PDF: those that are attached to it, and those of a portfolio.

use hayro_syntax::object::{Array, Dict, Object};
use hayro_syntax::xref::XRef;

use super::objects::{items, text, text_of};

/// Most files that are listed.
pub const MAX_ATTACHED: usize = 100;
/// How deep the tree of their names may be, and how many nodes of it are looked at.
const MAX_DEPTH: usize = 16;
const MAX_NODES: usize = 1_000;

/// The names of the files that are attached to the document as a whole.
pub fn names(xref: &XRef) -> Vec<String> {
    let root = xref.get::<Dict<'_>>(xref.root_id()).and_then(|root| root.get::<Dict<'_>>(b"Names"));
    let Some(tree) = root.and_then(|names| names.get::<Dict<'_>>(b"EmbeddedFiles")) else { return vec![] };
    let mut names = vec![];
    let mut waiting = vec![(tree, 0)];
    for _ in 0..MAX_NODES {
        let Some((node, depth)) = waiting.pop() else { break };
        let mut key = None;
        for (_, item) in node.get::<Array<'_>>(b"Names").iter().flat_map(|all| items(xref, all)) {
            match item {
                Object::Dict(file) => names.push(name(&file).or(key.take()).unwrap_or_default()),
                other => key = text(&other),
            }
            if names.len() == MAX_ATTACHED {
                return names;
            }
        }
        if depth < MAX_DEPTH {
            let kids = node.get::<Array<'_>>(b"Kids");
            let kids = kids.iter().flat_map(|kids| items(xref, kids)).filter_map(|(_, kid)| kid.into_dict());
            waiting.extend(kids.take(MAX_NODES).map(|kid| (kid, depth + 1)));
        }
    }
    names
}

/// The name that a file specification gives.
pub fn name(file: &Dict<'_>) -> Option<String> {
    let name = text_of(file, b"UF").or_else(|| text_of(file, b"F"))?;
    let name: String = name.rsplit(['/', '\\']).next()?.chars().filter(|c| !c.is_control()).collect();
    Some(name).filter(|name| !name.is_empty())
}
