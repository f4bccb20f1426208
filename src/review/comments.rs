//! The part that holds the comments, and how the package knows of it.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Reviewer;
use super::runs::Runs;
use crate::read::package::{self, Package};
use crate::read::xml::{self, Visit};

const CONTENT_TYPES: &str = "[Content_Types].xml";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// The kinds of relationship in transitional and in strict files.
const KINDS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
];
/// The id of the relationship, if the file has none.
const OWN_ID: &str = "rIdTenderCheckComments";
/// What Word shows in the margin where there is no room for a name.
const INITIALS: &str = "TC";

/// The comments of a file: those that are there, and those that are added.
pub struct Comments {
    prefix: String,
    /// The part's name, and its text if the file has it.
    part: (String, Option<String>),
    /// The parts that say that there are comments, with their names; they change only where the file has had none.
    types: String,
    relations: (String, Option<String>),
    strict: bool,
    next: u32,
    added: String,
}

impl Comments {
    /// Finds the comments of a file; none where a part that would change is broken.
    pub fn open(package: &mut Package, runs: &Runs) -> Option<Self> {
        let main = package.main.clone();
        let mut stated = package.relations(&main).into_values();
        let stated = stated.find(|relation| relation.kind == "comments" && !relation.external);
        let relations = package::relations_of(&main);
        let related = if stated.is_some() { None } else { Some(package.text(&relations).unwrap_or_default()) };
        let name = stated.map_or_else(|| package::beside(&main, "comments.xml"), |relation| relation.target);
        let old = package.text(&name);
        let types = package.text(CONTENT_TYPES)?;
        let whole = package.unread.is_empty();
        let written = [&old, &related].into_iter().flatten().chain([&types]).all(|text| xml::is_unicode(text));
        (whole && written).then(|| Self {
            prefix: runs.prefix.clone(),
            next: old.as_deref().map_or(0, next_id),
            part: (name, old),
            types,
            relations: (relations, related),
            strict: runs.strict,
            added: String::new(),
        })
    }

    /// Adds a comment, its first line as its title, and gives its number.
    pub fn add(&mut self, lines: &[String], by: &Reviewer) -> u32 {
        let (p, id) = (&self.prefix, self.next);
        self.next += 1;
        let _ = write!(
            self.added,
            "<{p}:comment {p}:id=\"{id}\" {p}:author=\"{}\" {p}:date=\"{}\" {p}:initials=\"{INITIALS}\">",
            escaped(&by.name),
            escaped(&by.date),
        );
        for (i, line) in lines.iter().enumerate() {
            let (mark, look) = if i == 0 {
                let mark = format!(
                    "<{p}:r><{p}:rPr><{p}:rStyle {p}:val=\"CommentReference\"/></{p}:rPr><{p}:annotationRef/></{p}:r>"
                );
                (mark, format!("<{p}:rPr><{p}:b/></{p}:rPr>"))
            } else {
                (String::new(), String::new())
            };
            let _ = write!(
                self.added,
                "<{p}:p><{p}:pPr><{p}:pStyle {p}:val=\"CommentText\"/></{p}:pPr>{mark}<{p}:r>{look}<{p}:t \
                 xml:space=\"preserve\">{}</{p}:t></{p}:r></{p}:p>",
                escaped(line),
            );
        }
        let _ = write!(self.added, "</{p}:comment>");
        id
    }

    /// Gives the parts that change.
    pub fn finish(self, parts: &mut BTreeMap<String, String>) {
        let Self { prefix: p, part: (name, old), types, relations: (relations, related), strict, added, .. } = self;
        if added.is_empty() {
            return;
        }
        let word = xml::WORD[usize::from(strict)];
        let empty = || format!("{DECLARATION}<{p}:comments xmlns:{p}=\"{word}\"></{p}:comments>");
        let old = old.filter(|old| old.contains(&format!("<{p}:comments"))).unwrap_or_else(empty);
        if !types.contains(&format!("\"/{name}\"")) {
            let entry =
                |prefix: &str| format!("<{prefix}Override PartName=\"/{name}\" ContentType=\"{COMMENTS_TYPE}\"/>");
            parts.insert(CONTENT_TYPES.to_owned(), with(&types, entry));
        }
        if let Some(related) = related {
            let kind = KINDS[usize::from(strict)];
            let file = format!("/{name}");
            let entry =
                |prefix: &str| format!("<{prefix}Relationship Id=\"{OWN_ID}\" Type=\"{kind}\" Target=\"{file}\"/>");
            let none = || format!("{DECLARATION}<Relationships xmlns=\"{RELATIONS}\"></Relationships>");
            let related = if related.trim().is_empty() { none() } else { related };
            parts.insert(relations, with(&related, entry));
        }
        parts.insert(name, with(&old, |_| added));
    }
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// What stands around a passage that is commented on.
pub fn marks(prefix: &str, id: u32) -> [String; 2] {
    let p = prefix;
    let reference = format!(
        "<{p}:r><{p}:rPr><{p}:rStyle {p}:val=\"CommentReference\"/></{p}:rPr><{p}:commentReference {p}:id=\"{id}\"/></{p}:r>"
    );
    [format!("<{p}:commentRangeStart {p}:id=\"{id}\"/>"), format!("<{p}:commentRangeEnd {p}:id=\"{id}\"/>{reference}")]
}

/// Text as XML writes it, without the control characters that it has no way to write.
pub fn escaped(text: &str) -> String {
    let allowed = |c: char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    let text: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| allowed(*c)).collect();
    quick_xml::escape::escape(&text).into_owned()
}

/// A part with an element more in its root; the element is given the prefix of the root.
fn with(part: &str, entry: impl FnOnce(&str) -> String) -> String {
    let end = part.rfind("</").or_else(|| part.rfind("/>")).unwrap_or(part.len());
    let (before, after) = part.split_at(end);
    let name = |tag: &str| {
        tag.trim_start_matches(['<', '/']).split(['>', ' ', '\n', '\r', '\t', '/']).next().map(str::to_owned)
    };
    let prefix = |name: &str| name.split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
    if after.starts_with("</") {
        let name = name(after).unwrap_or_default();
        return format!("{before}{}{after}", entry(&prefix(&name)));
    }
    // The root has nothing in it.
    let root = before.rfind('<').and_then(|at| name(&before[at..])).unwrap_or_default();
    format!("{before}>{}</{root}>", entry(&prefix(&root)))
}

/// A number that no comment has.
fn next_id(comments: &str) -> u32 {
    let mut next = 0;
    xml::visit(comments, |visit| {
        let Visit::Start(_, "comment", element) = visit else { return };
        let id = xml::attribute(element, "id").and_then(|id| id.parse::<u32>().ok());
        next = next.max(id.map_or(0, |id| id.saturating_add(1)));
    });
    next
}
