//! The parts of an Office file and how they refer to each other.

use std::collections::BTreeMap;

use super::xml::{self, Visit};
use super::zip::Archive;
use crate::document::{Unread, Why};

/// An Office file's archive, its main part, and all that went wrong so far.
pub struct Package<'a> {
    /// Its archive.
    pub archive: Archive<'a>,
    /// Name of the main part, such as `word/document.xml`; empty until it is known.
    pub main: String,
    /// What could not be read, at most [`MAX_UNREAD`] of them.
    pub unread: Vec<Unread>,
}

/// Most faults that are listed one by one.
pub const MAX_UNREAD: usize = 50;
/// Most relationships of a part: each picture and each address that a link goes to is one.
pub const MAX_RELATIONS: usize = 100_000;

/// The relationships of a part, by their id.
pub type Relations = BTreeMap<String, Relation>;

/// What one part says about another.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// The last word of the relationship's type: `styles`, `header`, `oleObject`.
    pub kind: String,
    /// Name of the other part; for a target outside the file its address.
    pub target: String,
    /// Whether the target is outside the file.
    pub external: bool,
}

impl<'a> Package<'a> {
    /// Opens a file; the error is why it cannot be.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Why> {
        let mut package = Self { archive: Archive::open(bytes)?, main: String::new(), unread: vec![] };
        if package.archive.damaged {
            package.fault(Why::Damaged, "zip directory");
        }
        Ok(package)
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.names().any(|n| n.eq_ignore_ascii_case(name))
    }

    /// The name of the main part, by the package's own account.
    pub fn stated_main(&mut self) -> Option<String> {
        let root = self.relations("");
        let main = root.into_values().find(|r| r.kind == "officeDocument").map(|r| r.target);
        main.filter(|name| self.has(name))
    }

    /// Lists a fault.
    pub fn fault(&mut self, why: Why, detail: &str) {
        let unread = Unread { why, pages: vec![], detail: Some(detail.to_owned()) };
        if self.unread.len() < MAX_UNREAD && !self.unread.contains(&unread) {
            self.unread.push(unread);
        }
    }

    /// Lists a fault of a part, if it has one.
    pub fn fault_of(&mut self, part: &str, why: Option<Why>) {
        if let Some(why) = why {
            self.fault(why, part);
        }
    }

    /// The text of a part, as far as it can be unpacked; none where there is no such part.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let part = self.archive.read(name)?;
        if let Some(why) = part.fault {
            self.fault(why, name);
        }
        Some(xml::decode(part.bytes))
    }

    /// The text of a part that another part asks for: that it is missing is a fault.
    pub fn wanted(&mut self, name: &str) -> Option<String> {
        let text = self.text(name);
        if text.is_none() {
            self.fault(Why::Damaged, name);
        }
        text
    }

    /// The name and text of the part with this kind of relationship to another.
    pub fn related(&mut self, relations: &Relations, kind: &str) -> Option<(String, String)> {
        let target = relations.values().find(|r| r.kind == kind && !r.external)?.target.clone();
        self.wanted(&target).map(|text| (target, text))
    }

    /// The relationships of a part; those of the package itself with an empty name.
    pub fn relations(&mut self, part: &str) -> Relations {
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = relations_of(part);
        let mut relations = Relations::new();
        let Some(text) = self.text(&name) else { return relations };
        let mut cut = false;
        let whole = xml::visit(&text, |visit| {
            let Visit::Start(_, "Relationship", element) = visit else { return };
            if relations.len() >= MAX_RELATIONS {
                cut = true;
                return;
            }
            let [Some(id), Some(kind), Some(target)] = ["Id", "Type", "Target"].map(|a| xml::attribute(element, a))
            else {
                return;
            };
            let external = xml::attribute(element, "TargetMode").is_some_and(|mode| mode == "External");
            let target = if external { target.into_owned() } else { resolve(folder, &target) };
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.insert(id.into_owned(), Relation { kind, target, external });
        });
        self.fault_of(&name, xml::fault(whole, cut));
        relations
    }
}

/// The name of the part that holds a part's relationships.
pub fn relations_of(part: &str) -> String {
    beside(part, &format!("_rels/{}.rels", part.rsplit('/').next().unwrap_or(part)))
}

/// The name of a part that is given relative to the folder of another.
pub fn beside(part: &str, target: &str) -> String {
    resolve(part.rsplit_once('/').map_or("", |(folder, _)| folder), target)
}

/// The name of a part that is given relative to a folder of the package.
fn resolve(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut names: Vec<&str> = vec![];
    for name in from.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}
