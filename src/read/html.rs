//! Pages of the web, such as saved notices.
//!
//! `html5gum` cuts the page into tags and words as browsers do; no tree is built, so that what is nested without end
//! costs no more than its length. What a reader of the page does not see is left out: scripts, what is marked as hidden,
//! menus, what was deleted.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::flow::{Flow, Mark};
use super::numerals::Numerals;
use super::text;
use crate::document::{Document, Format, Kind, Unread, Why};

/// Largest page that is read, in bytes. Saved notices have some hundred kilobytes.
pub const LARGEST: usize = 16 << 20;
/// Most lists inside each other.
const MAX_LISTS: usize = 100;
/// Most tags open inside what is hidden.
const MAX_HIDDEN: usize = 1_000;
/// Longest name of a field, in characters.
const LONGEST_NAME: usize = 90;

/// Reads a page.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    if bytes.len() > LARGEST {
        return Document::unread(name, Format::Html, Why::TooLarge, None);
    }
    let (blocks, full) = blocks(&text::decode(bytes));
    let why = if full { Some(Why::TooLarge) } else { blocks.is_empty().then_some(Why::Empty) };
    let unread = why.map(|why| Unread { why, pages: vec![], detail: None }).into_iter().collect();
    Document { name: name.to_owned(), format: Format::Html, pages: None, blocks, unread }
}

/// The blocks of a page or of a part of one, and whether a limit cut them short.
pub fn blocks(html: &str) -> (Vec<crate::document::Block>, bool) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.start(&tag),
            Token::EndTag(tag) => page.end(&tag.name),
            Token::String(words) => page.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.finish()
}

struct Page {
    flow: Flow,
    mark: Mark,
    lists: Vec<List>,
    /// How deep the outermost list is.
    depth: u8,
    bold: usize,
    /// The tags that are open inside what is hidden, from the one that hides.
    hidden: Vec<Vec<u8>>,
    /// The name of a field whose value has not come yet.
    name: Option<String>,
    /// Whether the name is being read.
    in_name: bool,
    /// How deep in the page's own content: what stands outside of it may be a running foot.
    content: usize,
    /// Whether lines are kept as they are.
    kept_lines: usize,
}

impl Default for Page {
    fn default() -> Self {
        let (flow, mark, lists, hidden) = (Flow::new(), Mark::default(), vec![], vec![]);
        Self { flow, mark, lists, depth: 0, bold: 0, hidden, name: None, in_name: false, content: 0, kept_lines: 0 }
    }
}

/// A list that is open.
struct List {
    /// How its items are counted; bullets where it is none.
    counts: Option<u8>,
    next: u32,
}

impl Page {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        if !self.hidden.is_empty() {
            // A paragraph that is never closed ends where the next one begins.
            if name != b"body" && !(self.hidden.len() == 1 && closes_itself(&self.hidden[0]) && is_block(name)) {
                if !is_void(name) && !tag.self_closing && self.hidden.len() < MAX_HIDDEN {
                    self.hidden.push(name.to_vec());
                }
                return;
            }
            self.hidden.clear();
        }
        if is_hidden(tag) {
            if !is_void(name) {
                if is_block(name) {
                    self.break_paragraph();
                }
                self.hidden.push(name.to_vec());
            }
            return;
        }
        if is_block(name) {
            self.break_paragraph();
        }
        let attribute = |key: &str| attribute(tag, key);
        let number = |key: &str| attribute(key).and_then(|value| value.trim().parse::<u16>().ok()).unwrap_or(1);
        match name {
            b"br" => self.flow.line_break(),
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => self.mark.heading = Some(name[1] - b'0'),
            b"b" | b"strong" => self.bold += 1,
            b"pre" => self.kept_lines += 1,
            b"main" | b"article" => self.content += 1,
            b"footer" if self.content == 0 && !self.flow.in_table() => self.flow.run(Some(Kind::Footer)),
            b"ul" | b"ol" | b"menu" if self.lists.len() < MAX_LISTS => {
                let kind = attribute("type").and_then(|kind| kind.bytes().next()).unwrap_or(b'1');
                let next = attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
                if self.lists.is_empty() {
                    self.depth = self.flow.depth_here();
                }
                self.lists.push(List { counts: (name == b"ol").then_some(kind), next });
            }
            b"li" => self.item(attribute("value").and_then(|value| value.trim().parse().ok())),
            b"dt" => self.in_name = true,
            b"table" => self.flow.table(attribute("role").as_deref() != Some("table")),
            b"thead" => self.flow.head_rows(true),
            b"tbody" | b"tfoot" => self.flow.head_rows(false),
            b"tr" => self.flow.row(),
            b"td" | b"th" => self.flow.cell(number("colspan"), number("rowspan"), name == b"th"),
            b"input" => match attribute("type").as_deref() {
                Some("checkbox" | "radio") => {
                    let ticked = tag.attributes.contains_key(b"checked".as_slice());
                    self.flow.write(if ticked { "☒ " } else { "☐ " }, true);
                }
                Some("hidden" | "submit" | "button" | "image" | "reset" | "password" | "file") => {}
                _ => {
                    let value = attribute("value").unwrap_or_default();
                    self.flow.write(&value, self.bold > 0);
                }
            },
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if !self.hidden.is_empty() {
            match self.hidden.iter().rposition(|open| open == name) {
                Some(at) => return self.hidden.truncate(at),
                // What is closed stands around what is hidden, so that is over, too.
                None if is_block(name) => self.hidden.clear(),
                None => return,
            }
        }
        if is_block(name) {
            self.break_paragraph();
        }
        match name {
            b"b" | b"strong" => self.bold = self.bold.saturating_sub(1),
            b"pre" => self.kept_lines = self.kept_lines.saturating_sub(1),
            b"main" | b"article" => self.content = self.content.saturating_sub(1),
            b"footer" => self.flow.run(None),
            b"ul" | b"ol" | b"menu" => drop(self.lists.pop()),
            b"dl" => self.leave_name(),
            b"thead" => self.flow.head_rows(false),
            b"td" | b"th" => {
                self.bold = 0;
                self.flow.end_cell();
            }
            b"tr" => self.flow.end_row(),
            b"table" => self.flow.end_table(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if !self.hidden.is_empty() {
            return;
        }
        let bold = self.bold > 0;
        if self.kept_lines == 0 {
            return self.flow.write(words, bold);
        }
        for (i, line) in words.split('\n').enumerate() {
            if i > 0 {
                self.break_paragraph();
            }
            self.flow.write(line, bold);
        }
    }

    /// Ends the paragraph that is open. The mark of an item or a heading goes to the first one that has words.
    fn break_paragraph(&mut self) {
        if std::mem::take(&mut self.in_name) {
            let words = self.flow.take();
            let name = words.trim_end_matches(':').trim_end();
            if name.is_empty() {
                self.in_name = true;
            } else {
                // Two names in a row share the value.
                self.name = Some(self.name.take().map_or(name.to_owned(), |before| format!("{before} / {name}")));
            }
            return;
        }
        let mut mark = std::mem::take(&mut self.mark);
        let named = self.name.is_some() && mark.label.is_none() && mark.heading.is_none();
        if named {
            mark.field = self.name.clone().filter(|name| name.chars().count() <= LONGEST_NAME);
        }
        if self.flow.has_words() {
            if self.name.is_some() && mark.field.is_none() {
                let rest = self.flow.take();
                self.leave_name();
                self.flow.write(&rest, false);
            }
            self.flow.paragraph(&mark);
            self.name = None;
        } else {
            mark.field = None;
            // A heading's tag is over, with or without words.
            self.mark = Mark { heading: None, ..mark };
        }
    }

    /// Lets a name that found no value be a paragraph of its own.
    fn leave_name(&mut self) {
        self.in_name = false;
        if let Some(name) = self.name.take() {
            self.flow.write(&name, false);
            self.flow.paragraph(&Mark::default());
        }
    }

    fn item(&mut self, value: Option<u32>) {
        let level = (usize::from(self.depth) + self.lists.len().saturating_sub(1)).min(8) as u8;
        let label = match self.lists.last_mut() {
            Some(List { counts: Some(kind), next }) => {
                let number = value.unwrap_or(*next);
                *next = number.saturating_add(1);
                format!("{}.", counted(number, *kind))
            }
            _ => "•".to_owned(),
        };
        self.mark = Mark { label: Some(label), item: Some(level), ..Mark::default() };
    }

    fn finish(mut self) -> (Vec<crate::document::Block>, bool) {
        self.break_paragraph();
        self.leave_name();
        let full = self.flow.full;
        (self.flow.finish(), full)
    }
}

/// A number in the way in which a list counts: `1`, `a`, `A`, `i` or `I`.
fn counted(number: u32, kind: u8) -> String {
    let numerals = match kind {
        b'a' => Numerals::LowerLetter,
        b'A' => Numerals::UpperLetter,
        b'i' => Numerals::LowerRoman,
        b'I' => Numerals::UpperRoman,
        _ => Numerals::Decimal,
    };
    let mut label = String::new();
    numerals.write(number, &mut label);
    label
}

fn attribute(tag: &StartTag<()>, key: &str) -> Option<String> {
    tag.attributes.get(key.as_bytes()).map(|value| String::from_utf8_lossy(value).trim().to_ascii_lowercase())
}

/// Whether a reader of the page does not see an element.
fn is_hidden(tag: &StartTag<()>) -> bool {
    const NEVER: &[&[u8]] = &[
        b"script",
        b"style",
        b"template",
        b"noscript",
        b"head",
        b"svg",
        b"nav",
        b"del",
        b"button",
        b"iframe",
        b"object",
        b"canvas",
        b"audio",
        b"video",
        b"datalist",
    ];
    // What only screen readers read out repeats what is shown.
    const CLASSES: [&str; 3] = ["visually-hidden", "govuk-visually-hidden", "sr-only"];
    let attribute = |key: &str| attribute(tag, key);
    let style = || attribute("style").unwrap_or_default().split_whitespace().collect::<String>();
    let has = |key: &str| tag.attributes.contains_key(key.as_bytes());
    let name = tag.name.as_slice();
    NEVER.contains(&name)
        || name == b"option" && !has("selected")
        || has("hidden")
        || has("style") && ["display:none", "visibility:hidden"].iter().any(|rule| style().contains(rule))
        || attribute("class").is_some_and(|classes| classes.split_whitespace().any(|class| CLASSES.contains(&class)))
}

fn is_block(name: &[u8]) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ];
    BLOCKS.binary_search_by(|block| block.as_bytes().cmp(name)).is_ok()
}

/// Whether an element needs no end of its own.
fn closes_itself(name: &[u8]) -> bool {
    matches!(name, b"p" | b"li" | b"dt" | b"dd" | b"td" | b"th" | b"tr" | b"option")
}

fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"wbr"
    )
}

#[cfg(test)]
#[path = "html/tests.rs"]
mod tests;
