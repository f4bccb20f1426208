//! The parts of a Word file and how they refer to each other.

use std::collections::BTreeMap;

use super::xml::{self, Visit};
use crate::document::{Format, Unread, Why};
use crate::read::zip::{Archive, Kind};

/// A Word file's archive, its main part, and all that went wrong so far.
pub struct Package<'a> {
    archive: Archive<'a>,
    /// Name of the main part, such as `word/document.xml`.
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
    /// Opens a file and finds its main part; otherwise says what it is and why it cannot be read.
    pub fn open(bytes: &'a [u8]) -> Result<Self, (Format, Unread)> {
        let fault = |why, detail: &str| {
            let format = if why == Why::UnknownType { Format::Unknown } else { Format::Docx };
            (format, Unread { why, pages: vec![], detail: Some(detail.to_owned()) })
        };
        let archive = Archive::open(bytes).map_err(|why| fault(why, "zip archive"))?;
        let mut package = Self { archive, main: String::new(), unread: vec![] };
        if package.archive.damaged {
            package.fault(Why::Damaged, "zip directory");
        }
        let root = package.relations("");
        let main = root.into_values().find(|r| r.kind == "officeDocument").map(|r| r.target);
        let has = |name: &str| package.archive.names().any(|n| n.eq_ignore_ascii_case(name));
        // A main part that is named but not there, or not named: some programs number it.
        let known = |name: &&str| name.strip_suffix(".xml").is_some_and(|name| name.starts_with("word/document"));
        let main = main.filter(|name| has(name));
        let main = main.or_else(|| package.archive.names().filter(known).min().map(str::to_owned));
        match main {
            Some(main) if !main.starts_with("xl/") && !main.starts_with("ppt/") => {
                package.main = main;
                Ok(package)
            }
            _ => {
                let kind = package.archive.kind();
                Err(fault(if kind == Kind::Word { Why::Damaged } else { Why::UnknownType }, kind.name()))
            }
        }
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

    /// The relationships of a part; those of the package itself with an empty name.
    pub fn relations(&mut self, part: &str) -> Relations {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = resolve(folder, &format!("_rels/{file}.rels"));
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
