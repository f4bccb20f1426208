//! Findings that a person has looked at and set aside.

use serde::{Deserialize, Serialize};

use super::MOST_SET_ASIDE;
use super::read::Reader;
use crate::order;
use crate::tree::Tree;

/// A finding that a person has looked at and set aside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SetAside {
    /// The finding's key.
    pub key: String,
    /// Why it is set aside.
    pub reason: String,
    /// Who set it aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub by: Option<String>,
    /// When it was set aside, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub on: Option<String>,
    /// The finding's title when it was set aside, for those who read the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub title: Option<String>,
}

const FIELDS: [&str; 5] = ["by", "key", "on", "reason", "title"];

impl SetAside {
    /// Takes a list of set-asides. Gives all that is wrong with it, a sentence each.
    pub(crate) fn from_list(list: Vec<Tree>) -> Result<Vec<Self>, Vec<String>> {
        let mut reader = Reader::new();
        let all = reader.set_asides(list);
        reader.done(all)
    }
}

impl Reader {
    /// The set-asides of a list, in order of their keys.
    pub fn set_asides(&mut self, list: Vec<Tree>) -> Vec<SetAside> {
        if list.len() > MOST_SET_ASIDE {
            self.fault("too-many", None, &[("most", MOST_SET_ASIDE.to_string())]);
            return vec![];
        }
        let mut all = vec![];
        for tree in list {
            let Tree::Object(fields) = tree else {
                self.wrong_type("set-aside", "list");
                continue;
            };
            let mut one = SetAside::default();
            for (name, tree) in fields.all() {
                match name.as_str() {
                    "key" => one.key = self.text(&name, tree).unwrap_or_default(),
                    "reason" => one.reason = self.text(&name, tree).unwrap_or_default(),
                    "by" => one.by = self.text(&name, tree),
                    "on" => one.on = self.text(&name, tree),
                    "title" => one.title = self.text(&name, tree),
                    _ => self.unknown_key(&name, &FIELDS),
                }
            }
            if one.key.is_empty() {
                self.fault("no-key", None, &[]);
            } else if one.reason.is_empty() {
                self.fault("no-reason", None, &[("key", one.key.clone())]);
            }
            all.push(one);
        }
        order::sort_by(&mut all, |a, b| a.key.cmp(&b.key));
        for (one, _) in all.iter().zip(&all[1.min(all.len())..]).filter(|(one, next)| one.key == next.key) {
            self.fault("twice", None, &[("name", one.key.clone())]);
        }
        all
    }
}
