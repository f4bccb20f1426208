//! Lists of names and values: "- Duration" above "- 3 years".

use super::lists::counts;
use crate::document::{Block, Kind};
use crate::read::structure::{is_name, is_value};

/// Most words of a name in such a list.
const NAME: usize = 4;
/// Fewest items of such a list: two names and two values.
const LEAST: usize = 4;

/// Makes fields of the items of a list in which names stand above their values, where at least two do.
///
/// Items that are counted stay as they are: their numbers say what belongs together.
pub fn join(blocks: Vec<Block>) -> Vec<Block> {
    let mut values = vec![];
    let mut at = 0;
    for items in blocks.chunk_by(|a, b| level(a).is_some() && level(a) == level(b)) {
        if items.len() >= LEAST && pairs(items).nth(1).is_some() {
            values.extend(pairs(items).map(|name| at + name + 1));
        }
        at += items.len();
    }
    if values.is_empty() {
        return blocks;
    }
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len() - values.len());
    for (at, block) in blocks.into_iter().enumerate() {
        let name = out.last_mut().filter(|_| values.binary_search(&at).is_ok());
        let Some(field) = name else {
            out.push(block);
            continue;
        };
        field.kind = Kind::Field { name: field.text.clone() };
        field.label = None;
        field.text.push('\n');
        field.text.push_str(&block.text);
    }
    out
}

/// The level of an item with a bullet.
fn level(block: &Block) -> Option<u8> {
    let Kind::ListItem { level } = block.kind else { return None };
    let bullet = block.label.as_ref().is_some_and(|label| !counts(label));
    bullet.then_some(level)
}

/// The names of a list that stand above their values; none where a value has no name.
fn pairs(items: &[Block]) -> impl Iterator<Item = usize> {
    let is_value = |i: usize| items.get(i).is_some_and(|item| is_value(&item.text));
    let is_named = |i: usize| {
        let name = &items[i].text;
        name.split_whitespace().nth(NAME).is_none() && !name.contains(|c: char| c.is_ascii_digit()) && is_name(name)
    };
    let all = (0..items.len()).all(|i| !is_value(i) || i > 0 && is_named(i - 1));
    (0..items.len()).filter(move |&i| all && is_named(i) && is_value(i + 1))
}
