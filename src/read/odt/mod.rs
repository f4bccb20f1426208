//! `OpenDocument` texts (`.odt`, `.ott`, flat `.fodt`).
//!
//! What a reader sees in `LibreOffice` is what is read: numbers as counted, tracked changes as if accepted, no hidden
//! text, no comments.
//!
//! | file | holds |
//! |---|---|
//! | `styles` | what the names of styles stand for |
//! | `lists` | numbers and bullets |
//! | `walk` | XML to blocks, by way of what formats like it share (`read/flow.rs`) |
//!
//! **Pages** are those of the last layout, where the file notes them (`text:soft-page-break`), or those that the author
//! ended where that is as many as the file says it has. Otherwise no page is given.

pub(super) mod lists;
pub(super) mod styles;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::{HashMap, HashSet};

use self::styles::{Scope, Styles};
use self::walk::Known;
use super::package::Package;
use super::xml::{self, Visit};
use crate::document::{Block, Document, Format, Kind, Unread, Why};

/// Most formulas that are read.
const MAX_FORMULAS: usize = 1_000;

/// Reads a text in its archive. Whatever the bytes, a document comes back; parts that are broken, too large, locked or
/// files of their own are listed in it.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(why) => return Document::unread(name, Format::Odt, why, Some("zip archive".to_owned())),
    };
    let manifest = Manifest::read(&mut package);
    if manifest.locked {
        return Document::unread(name, Format::Odt, Why::Locked, None);
    }
    let content = package.wanted("content.xml").unwrap_or_default();
    let common = package.text("styles.xml").unwrap_or_default();
    let meta = package.text("meta.xml").unwrap_or_default();
    let formulas = manifest.formulas(&mut package);
    let parts = Parts { content: &content, styles: &common, meta: &meta, formulas, drawn: manifest.drawn };
    let (pages, blocks, unread) = parts.read(&mut package);
    Document { name: name.to_owned(), format: Format::Odt, pages, blocks, unread }
}

/// Reads a flat text, which is one file of XML.
pub fn read_flat(name: &str, bytes: &[u8]) -> Document {
    if bytes.len() > super::zip::MAX_ENTRY {
        return Document::unread(name, Format::Odt, Why::TooLarge, None);
    }
    let text = xml::decode(bytes.to_vec());
    if text.contains("application/vnd.oasis.opendocument.spreadsheet") {
        return super::ods::read_flat(name, &text);
    }
    if !text.contains("application/vnd.oasis.opendocument.text") {
        return Document::unread(name, Format::Unknown, Why::UnknownType, Some("OpenDocument file".to_owned()));
    }
    let (formulas, drawn) = (HashMap::new(), HashSet::new());
    let parts = Parts { content: &text, styles: &text, meta: &text, formulas, drawn };
    let mut faults = Faults::default();
    let (pages, blocks, unread) = parts.read(&mut faults);
    Document { name: name.to_owned(), format: Format::Odt, pages, blocks, unread }
}

/// Where faults are listed.
trait Noted {
    fn fault(&mut self, why: Why, detail: &str);
    fn unread(&mut self) -> &mut Vec<Unread>;
}

impl Noted for Package<'_> {
    fn fault(&mut self, why: Why, detail: &str) {
        Package::fault(self, why, detail);
    }

    fn unread(&mut self) -> &mut Vec<Unread> {
        &mut self.unread
    }
}

/// The faults of a file that is no archive.
#[derive(Default)]
struct Faults(Vec<Unread>);

impl Noted for Faults {
    fn fault(&mut self, why: Why, detail: &str) {
        let unread = Unread { why, pages: vec![], detail: Some(detail.to_owned()) };
        if self.0.len() < super::package::MAX_UNREAD && !self.0.contains(&unread) {
            self.0.push(unread);
        }
    }

    fn unread(&mut self) -> &mut Vec<Unread> {
        &mut self.0
    }
}

/// The parts of a text; those of a flat one are all the same.
struct Parts<'p> {
    content: &'p str,
    styles: &'p str,
    meta: &'p str,
    formulas: HashMap<String, String>,
    drawn: HashSet<String>,
}

impl Parts<'_> {
    fn read(&self, faults: &mut impl Noted) -> (Option<u32>, Vec<Block>, Vec<Unread>) {
        let flat = std::ptr::eq(self.content, self.styles);
        let mut styles = Styles::default();
        let running = if flat { Scope::Body } else { Scope::Running };
        let mut damaged = !self.styles.is_empty() && !styles.read(self.styles, running);
        if !flat {
            styles.read(self.content, Scope::Body);
        }
        styles.settle();
        let known = |scope| Known { styles: &styles, scope, formulas: &self.formulas, drawn: &self.drawn };
        let mut body = walk::body(self.content, known(Scope::Body));
        let mut blocks = walk::running(self.styles, known(running), &body.masters).blocks;
        // Pages of two kinds often share their heads.
        let mut seen = HashSet::new();
        blocks.retain(|block| seen.insert((block.kind == Kind::Footer, block.text.clone())));
        for block in &mut blocks {
            block.page = None;
        }
        let layout = layout(self.meta);
        let paged = body.soft_breaks > 0 || layout == Some(1 + body.hard_breaks);
        if !paged {
            for block in &mut body.blocks {
                block.page = None;
            }
        }
        let last = body.blocks.iter().filter_map(|block| block.page).max();
        let pages = if paged { last.max(layout) } else { layout };

        damaged &= !flat;
        for (fault, why, part) in [
            (body.damaged, Why::Damaged, "content.xml"),
            (damaged, Why::Damaged, "styles.xml"),
            (body.cut, Why::TooLarge, "content.xml"),
            (styles.cut, Why::TooLarge, "styles"),
        ] {
            if fault {
                faults.fault(why, part);
            }
        }
        for name in &body.embedded {
            faults.fault(Why::Embedded, name);
        }
        if body.blocks.is_empty() && faults.unread().iter().all(|unread| unread.why == Why::Embedded) {
            faults.fault(if body.pictures { Why::NoTextLayer } else { Why::Empty }, "content.xml");
        }
        // Feet of one kind of page may stand before the heads of the next.
        let (mut blocks, feet): (Vec<_>, Vec<_>) = blocks.into_iter().partition(|block| block.kind != Kind::Footer);
        blocks.append(&mut body.blocks);
        blocks.extend(feet);
        (pages, blocks, std::mem::take(faults.unread()))
    }
}

/// The number of pages that the file says it has.
fn layout(meta: &str) -> Option<u32> {
    let mut pages = None;
    xml::visit(meta, |visit| {
        if let Visit::Start(_, "document-statistic", element) = visit {
            pages = xml::attribute(element, "page-count").and_then(|count| count.parse().ok());
        }
    });
    pages.filter(|&pages| pages > 0)
}

/// What the archive says of its entries.
#[derive(Default)]
pub(super) struct Manifest {
    /// Whether they are encrypted.
    pub(super) locked: bool,
    formulas: Vec<String>,
    /// Objects that are part of the page: charts and formulas.
    drawn: HashSet<String>,
}

impl Manifest {
    /// Reads the manifest, if there is one.
    pub(super) fn read(package: &mut Package) -> Self {
        let mut manifest = Self::default();
        let text = package.text("META-INF/manifest.xml").unwrap_or_default();
        xml::visit(&text, |visit| match visit {
            Visit::Start(_, "encryption-data", _) => manifest.locked = true,
            Visit::Start(_, "file-entry", element) if manifest.drawn.len() < MAX_FORMULAS => {
                let kind = xml::attribute(element, "media-type").unwrap_or_default();
                let Some(path) = xml::attribute(element, "full-path") else { return };
                let path = path.trim_end_matches('/').to_owned();
                if kind == "application/vnd.oasis.opendocument.formula" {
                    manifest.formulas.push(path.clone());
                }
                if kind == "application/vnd.oasis.opendocument.formula"
                    || kind == "application/vnd.oasis.opendocument.chart"
                {
                    manifest.drawn.insert(path);
                }
            }
            _ => {}
        });
        manifest
    }

    /// The words of the formulas, by the names of their objects.
    fn formulas(&self, package: &mut Package) -> HashMap<String, String> {
        let mut formulas = HashMap::new();
        for name in &self.formulas {
            let Some(text) = package.text(&format!("{name}/content.xml")) else { continue };
            let mut words = vec![];
            xml::visit(&text, |visit| {
                if let Visit::Text(path, word) = visit
                    && !path.contains(&"annotation")
                    && !word.trim().is_empty()
                {
                    words.push(word.trim().to_owned());
                }
            });
            formulas.insert(name.clone(), words.join(" "));
        }
        formulas
    }
}
