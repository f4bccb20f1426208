//! Files that an organisation writes for itself: settings, findings set aside, its profile.
//!
//! They come as the JSON of their TOML. What is not known in one, or is not of its type, is a fault that is told in a
//! sentence, and a misspelt name with the one that may be meant. All faults of a file are told together.

use std::ops::RangeInclusive;

use crate::settings::{LARGEST_FILE, LONGEST_TEXT};
use crate::tree::{Fields, Tree};
use crate::words::{Args, Words, joined};

/// Longest name that is shown, in characters.
const LONGEST_NAME: usize = 80;
/// How like another a name must be to be what may be meant.
const LIKE: f64 = 0.8;

/// Takes what a file says and notes what is wrong with it.
pub(crate) struct Reader {
    /// Whose messages tell of faults: those of `settings`, or of `bid`.
    messages: &'static str,
    faults: Vec<String>,
}

impl Reader {
    /// Reads the JSON of a file by what takes its fields. Gives all that is wrong with it, a sentence each.
    pub(crate) fn read<T: Default>(
        messages: &'static str,
        json: &str,
        take: impl FnOnce(&mut Self, Fields) -> T,
    ) -> Result<T, Vec<String>> {
        let mut reader = Self { messages, faults: vec![] };
        let mut read = T::default();
        match serde_json::from_str(json) {
            // JSON escapes some of what a file holds, and is longer.
            Ok(Tree::Object(fields)) if json.len() <= 2 * LARGEST_FILE => read = take(&mut reader, fields),
            _ => reader.fault("not-read", None, &[]),
        }
        if reader.faults.is_empty() { Ok(read) } else { Err(reader.faults) }
    }

    pub(crate) fn fault(&mut self, message: &str, attribute: Option<&str>, args: &Args) {
        let text = Words::spoken().say(self.messages, message, attribute, args);
        self.faults.push(text.unwrap_or_else(|| message.to_owned()));
    }

    /// Tells that something is not of the type that is wanted.
    pub(crate) fn wrong_type(&mut self, name: &str, wanted: &str) {
        self.fault("wrong-type", None, &[("name", shown(name)), ("type", wanted.to_owned())]);
    }

    /// Tells that none of the known names is this one.
    pub(crate) fn unknown_key(&mut self, name: &str, known: &[&str]) {
        let args = [("name", shown(name)), ("known", joined(known, ", ")), ("near", closest(name, known))];
        self.fault("unknown-key", (!args[2].1.is_empty()).then_some("near"), &args);
    }

    /// A text; empty is as good as none.
    pub(crate) fn text(&mut self, name: &str, tree: Tree) -> Option<String> {
        match tree {
            Tree::Text(text) if text.len() > LONGEST_TEXT => {
                self.fault("too-long", None, &[("name", shown(name)), ("most", LONGEST_TEXT.to_string())]);
                None
            }
            Tree::Text(text) => Some(text.trim().to_owned()).filter(|t| !t.is_empty()),
            _ => {
                self.wrong_type(name, "text");
                None
            }
        }
    }

    pub(crate) fn flag(&mut self, name: &str, tree: &Tree) -> Option<bool> {
        if let Tree::Flag(flag) = tree {
            return Some(*flag);
        }
        self.wrong_type(name, "flag");
        None
    }

    /// A number within bounds, which the type that is wanted tells of.
    pub(crate) fn number(&mut self, name: &str, tree: &Tree, within: RangeInclusive<f64>, wanted: &str) -> Option<f64> {
        match tree {
            Tree::Number(number) if within.contains(number) => Some(*number),
            _ => {
                self.wrong_type(name, wanted);
                None
            }
        }
    }

    pub(crate) fn table(&mut self, name: &str, tree: Tree) -> Option<Fields> {
        if let Tree::Object(fields) = tree {
            return Some(fields);
        }
        self.wrong_type(name, "table");
        None
    }

    pub(crate) fn list(&mut self, name: &str, tree: Tree) -> Option<Vec<Tree>> {
        if let Tree::List(list) = tree {
            return Some(list);
        }
        self.wrong_type(name, "list");
        None
    }
}

/// What a name of a file is shown as.
pub(crate) fn shown(name: &str) -> String {
    name.chars().take(LONGEST_NAME).collect()
}

/// The one of these names that is most like another; empty where none is.
pub(crate) fn closest(name: &str, known: &[&str]) -> String {
    let name = shown(name);
    let likeness = |known: &&&str| strsim::jaro_winkler(&name, known);
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    best.filter(|best| likeness(best) > LIKE).map(|best| (*best).to_owned()).unwrap_or_default()
}
