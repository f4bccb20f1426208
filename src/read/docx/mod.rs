//! Word files since 2007 (`.docx`, `.docm`, `.dotx`, `.dotm`).
//!
//! What a reader sees in Word is what is read: numbers as counted, tracked changes as if accepted, no hidden text,
//! no instructions of fields, no comments.
//!
//! | file | holds |
//! |---|---|
//! | `styles`, `numbering` | what names in the text stand for |
//! | `walk` | XML to a `story`: paragraphs and tables as they stand |
//! | `blocks`, `table` | a story to blocks: numbers, headings, rows, notes |
//!
//! **Pages** are as good as Word's last look at the file. Word notes where each page was full when it last laid the
//! text out; it misses some such places in tables, and other programs note none. So the page of a block may be one
//! or two short in a long file, and is not given at all where the file has no such notes, unless the author's
//! own page breaks and Word's own count of pages agree.

mod blocks;
mod indent;
mod numbering;
mod story;
mod styles;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod walk;

use std::collections::{HashMap, HashSet};

use self::blocks::Blocks;
use self::numbering::Numbering;
pub(crate) use self::story::Spot;
use self::story::{Item, Pages, Story};
use self::styles::Styles;
use crate::document::{Document, Format, Kind, Unread, Why};
use crate::read::package::{self, Package, Relations};
use crate::read::xml::{self, Visit};
use crate::read::zip;

/// Most blocks of a document. A hundred pages have about three thousand.
pub const MAX_BLOCKS: usize = 200_000;

/// Reads a Word file. Whatever the bytes, a document comes back; parts that are broken, too large, locked or files
/// of their own are listed in it.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    match open(bytes) {
        Ok(package) => read_package(name, package, false).document,
        Err((format, unread)) => {
            Document { name: name.to_owned(), format, pages: None, blocks: vec![], unread: vec![unread] }
        }
    }
}

/// A Word file that was read with the places of its text.
pub(crate) struct Spotted<'a> {
    /// What was read.
    pub document: Document,
    /// The file, its faults handed over to the document.
    pub package: Package<'a>,
    /// The text of the main part.
    pub text: String,
    /// For each block where its text stands in the main part; the last blocks may have none.
    pub spots: Vec<Vec<Spot>>,
}

/// Reads a Word file and keeps where in its main part the text stands; none where it is no Word file.
pub(crate) fn read_spotted(bytes: &[u8]) -> Option<Spotted<'_>> {
    open(bytes).ok().map(|package| read_package("", package, true))
}

fn read_package<'a>(name: &str, mut package: Package<'a>, spotted: bool) -> Spotted<'a> {
    let main = package.main.clone();
    let relations = package.relations(&main);
    let (styles, numbering) = lists(&mut package, &relations);
    let mut text = package.wanted(&main).unwrap_or_default();
    let story = walked(&mut package, &main, &text, &styles, spotted);
    if !spotted {
        // It may be large, and what is made of it is large too.
        text = String::new();
    }
    let running = running(&mut package, &relations, &story, &styles);
    let notes = ["footnotes", "endnotes"].map(|kind| match part(&mut package, &relations, kind) {
        Some((name, text)) => walked(&mut package, &name, &text, &styles, false).notes,
        None => HashMap::new(),
    });
    let diagrams = diagrams(&mut package, &relations);
    for (id, what) in &story.embedded {
        let target = relations.get(id).map_or("", |relation| &relation.target);
        package.fault(Why::Embedded, format!("{target} {what}").trim());
    }

    let layout = layout(&mut package);
    let counted = 1 + story.breaks.hard;
    let paged = story.breaks.rendered > 0 || layout == Some(counted);
    let pictures = story.pictures;
    let mut blocks = Blocks::new(&styles, numbering, notes, diagrams, paged);
    let (heads, feet): (Vec<_>, Vec<_>) = running.into_iter().partition(|(kind, _)| *kind == Kind::Header);
    for (kind, items) in heads {
        blocks.running(items, &kind);
    }
    let first = blocks.out.len();
    blocks.items(story.items);
    let has_text = blocks.out.len() > first;
    for (kind, items) in feet {
        blocks.running(items, &kind);
    }

    let spots = blocks.spots;
    let mut blocks = blocks.out;
    if blocks.len() > MAX_BLOCKS {
        blocks.truncate(MAX_BLOCKS);
        package.fault(Why::TooLarge, "blocks");
    }
    if !has_text && package.unread.iter().all(|unread| unread.why == Why::Embedded) {
        package.fault(if pictures { Why::NoTextLayer } else { Why::Empty }, &main);
    }
    let last = blocks.iter().filter_map(|block| block.page).max();
    let pages = if paged { last.max(layout) } else { layout };
    let unread = std::mem::take(&mut package.unread);
    let document = Document { name: name.to_owned(), format: Format::Docx, pages, blocks, unread };
    Spotted { document, package, text, spots }
}

/// Opens a file and finds its main part; otherwise says what it is and why it cannot be read.
fn open(bytes: &[u8]) -> Result<Package<'_>, (Format, Unread)> {
    let fault = |why, detail: &str| {
        let format = if why == Why::UnknownType { Format::Unknown } else { Format::Docx };
        (format, Unread { why, pages: vec![], detail: Some(detail.to_owned()) })
    };
    let mut package = Package::open(bytes).map_err(|why| fault(why, "zip archive"))?;
    // A main part that is named but not there, or not named: some programs number it.
    let known = |name: &&str| name.strip_suffix(".xml").is_some_and(|name| name.starts_with("word/document"));
    let main = package.stated_main();
    let main = main.or_else(|| package.archive.names().filter(known).min().map(str::to_owned));
    match main {
        Some(main) if !main.starts_with("xl/") && !main.starts_with("ppt/") => {
            package.main = main;
            Ok(package)
        }
        _ => {
            let kind = package.archive.kind();
            Err(fault(if kind == zip::Kind::Word { Why::Damaged } else { Why::UnknownType }, kind.name()))
        }
    }
}

/// The name and text of the part with this kind of relationship to the main part.
fn part(package: &mut Package, relations: &Relations, kind: &str) -> Option<(String, String)> {
    if relations.is_empty() {
        // Relationships may be lost; the names are nearly always the same.
        let name = package::beside(&package.main, &format!("{kind}.xml"));
        return package.text(&name).map(|text| (name, text));
    }
    package.related(relations, kind)
}

fn lists(package: &mut Package, relations: &Relations) -> (Styles, Numbering) {
    let (mut styles, mut numbering) = (Styles::default(), Numbering::default());
    let mut fault;
    if let Some((name, text)) = part(package, relations, "styles") {
        (styles, fault) = Styles::read(&text);
        package.fault_of(&name, fault);
    }
    if let Some((name, text)) = part(package, relations, "numbering") {
        (numbering, fault) = Numbering::read(&text);
        package.fault_of(&name, fault);
    }
    numbering.follow_styles(|style| styles.number_of(style));
    styles.settle(&numbering);
    (styles, numbering)
}

fn walked(package: &mut Package, name: &str, text: &str, styles: &Styles, spotted: bool) -> Story {
    let story = walk::walk(text, styles, spotted);
    package.fault_of(name, xml::fault(!story.damaged, story.cut));
    story
}

/// The headers and footers that show: those for a first page or for even pages only where the file has such pages.
fn running(package: &mut Package, relations: &Relations, story: &Story, styles: &Styles) -> Vec<(Kind, Vec<Item>)> {
    let settings = part(package, relations, "settings").map(|(_, text)| text).unwrap_or_default();
    let mut even = false;
    xml::visit(&settings, |visit| {
        if let Visit::Start(_, "evenAndOddHeaders", element) = visit {
            even = xml::on(element);
        }
    });
    let mut seen = HashSet::new();
    let mut running = vec![];
    for section in &story.sections {
        for (id, is_footer, pages) in &section.running {
            let shows = match pages {
                Pages::Default => true,
                Pages::First => section.title_page,
                Pages::Even => even,
            };
            let Some(relation) = relations.get(id).filter(|_| shows) else { continue };
            if seen.insert(&relation.target) {
                let kind = if *is_footer { Kind::Footer } else { Kind::Header };
                let text = package.wanted(&relation.target).unwrap_or_default();
                running.push((kind, walked(package, &relation.target, &text, styles, false).items));
            }
        }
    }
    running
}

/// The texts of diagrams ("Smart Art"), which are kept in parts of their own.
fn diagrams(package: &mut Package, relations: &Relations) -> HashMap<String, Vec<String>> {
    let mut diagrams = HashMap::new();
    let mut seen = HashSet::new();
    for (id, relation) in relations.iter().filter(|(_, relation)| relation.kind == "diagramData") {
        if !seen.insert(&relation.target) {
            continue;
        }
        let Some(text) = package.wanted(&relation.target) else { continue };
        let (mut texts, mut line) = (vec![], String::new());
        let whole = xml::visit(&text, |visit| match visit {
            Visit::Text([.., "t"], words) => line.push_str(words),
            Visit::End("p") if !line.trim().is_empty() => texts.push(std::mem::take(&mut line).trim().to_owned()),
            _ => {}
        });
        package.fault_of(&relation.target, xml::fault(whole, false));
        diagrams.insert(id.clone(), texts);
    }
    diagrams
}

/// The number of pages that Word counted. A file that says it has no words was not laid out by Word, but made from
/// a template by a program that does not count.
fn layout(package: &mut Package) -> Option<u32> {
    let text = package.text("docProps/app.xml")?;
    let (mut pages, mut words) = (None, None);
    xml::visit(&text, |visit| match visit {
        Visit::Text([.., "Pages"], number) => pages = number.trim().parse::<u32>().ok(),
        Visit::Text([.., "Words"], number) => words = number.trim().parse::<u32>().ok(),
        _ => {}
    });
    pages.filter(|&pages| pages > 0 && words > Some(0))
}
