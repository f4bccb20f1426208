//! The walk over the XML of a text: one pass, no tree, no recursion.
//!
//! Each open element is on a stack with what follows its end. Elements that mean nothing are looked into, those whose
//! text does not show are passed over whole.

mod writing;

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

use super::lists::{Counters, Root};
use super::styles::{Family, Scope, Styles};
use crate::document::{Block, Kind};
use crate::read::flow::{Flow, Mark};
use crate::read::xml;

/// Most elements open at once.
pub const MAX_DEPTH: usize = 2_000;
/// Most paragraphs, lists and cells. A hundred pages have about five thousand.
pub const MAX_ITEMS: usize = 400_000;
/// Most notes, text boxes and cells inside each other.
const MAX_FRAMES: usize = 64;

/// What the walk over a part gives.
#[derive(Default)]
pub struct Walked {
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// The kinds of page that are used.
    pub masters: Masters,
    /// Whether there are pictures.
    pub pictures: bool,
    /// Files inside the file, by their names.
    pub embedded: Vec<String>,
    /// Pages that were full when the text was last laid out.
    pub soft_breaks: u32,
    /// Pages that the author ended.
    pub hard_breaks: u32,
    /// Whether the XML broke off or does not pair its tags.
    pub damaged: bool,
    /// Whether a limit was passed, so that the rest was not read.
    pub cut: bool,
}

/// The kinds of page that a text uses.
#[derive(Debug, Default)]
pub struct Masters {
    /// Their names.
    pub named: HashSet<String>,
    /// Whether the text begins on one that it names.
    pub first: bool,
}

/// What the walk has to know beforehand.
pub struct Known<'s> {
    /// The styles.
    pub styles: &'s Styles,
    /// Which of them the part knows.
    pub scope: Scope,
    /// Formulas by the names of their objects.
    pub formulas: &'s HashMap<String, String>,
    /// Charts and formulas among the objects: what is part of the page rather than a file.
    pub drawn: &'s HashSet<String>,
}

/// What follows the end of an open element.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Paragraph,
    Span,
    List,
    Item,
    Table,
    HeadRows,
    Row,
    Cell,
    /// What stands apart from the text around it: a text box.
    Box,
    Note,
    NoteBody,
    Running,
    /// A field of a form, with whether it is ticked.
    Tick(bool),
}

/// What is read by itself: the body, a cell, a note, a text box.
#[derive(Default)]
struct Frame {
    paragraph: Option<Paragraph>,
    /// Styles of the spans that are open.
    spans: Vec<Option<usize>>,
    root: Root,
    lists: Vec<List>,
}

struct List {
    style: String,
    /// The item that is open, while its number is still to be shown.
    item: Option<Numbered>,
}

#[derive(Clone, Copy)]
struct Numbered {
    /// The number with which the list starts anew.
    start: Option<u32>,
}

struct Paragraph {
    style: Option<usize>,
    mark: Mark,
    hidden: bool,
    boxes: Vec<Block>,
    notes: Vec<Block>,
}

struct Walk<'t, 's> {
    known: Known<'s>,
    text: &'t str,
    reader: Reader<&'t [u8]>,
    open: Vec<(&'t str, Open)>,
    frames: Vec<Frame>,
    flow: Flow,
    counters: Counters,
    /// Where the first item of a list and level stands, so that one that is set by hand is no deeper.
    indents: HashMap<(String, usize), usize>,
    /// The marks of the notes that are open.
    marks: Vec<String>,
    /// Kinds of page whose running heads and feet are read; none where the body is.
    running: Option<&'s Masters>,
    page: u32,
    /// Whether nothing has been written since a page was ended.
    fresh: bool,
    /// Whether a paragraph has been read.
    begun: bool,
    count: usize,
    walked: Walked,
}

/// Reads the body of a text.
pub fn body(text: &str, known: Known) -> Walked {
    Walk::new(text, known, None).run()
}

/// Reads the running heads and feet of the kinds of page that are used.
pub fn running(text: &str, known: Known, masters: &Masters) -> Walked {
    Walk::new(text, known, Some(masters)).run()
}

impl<'t, 's> Walk<'t, 's> {
    fn new(text: &'t str, known: Known<'s>, running: Option<&'s Masters>) -> Self {
        Self {
            known,
            text,
            reader: xml::reader(text),
            open: vec![],
            frames: vec![Frame::default()],
            flow: Flow::new(),
            counters: Counters::default(),
            indents: HashMap::new(),
            marks: vec![],
            running,
            page: 1,
            fresh: true,
            begun: false,
            count: 0,
            walked: Walked::default(),
        }
    }

    fn run(mut self) -> Walked {
        self.flow.page(1);
        loop {
            if self.open.len() > MAX_DEPTH || self.count > MAX_ITEMS || self.flow.full {
                self.walked.cut = true;
                break;
            }
            let tag = self.reader.buffer_position();
            match self.reader.read_event() {
                Ok(Event::Start(element)) => {
                    let name = xml::name_at(self.text, tag, &element);
                    if let Some(open) = self.start(name, &element) {
                        self.open.push((name, open));
                    } else if self.reader.read_to_end(QName(name)).is_err() {
                        self.walked.damaged = true;
                        break;
                    }
                }
                Ok(Event::Empty(element)) => {
                    if let Some(open) = self.start(xml::name_at(self.text, tag, &element), &element) {
                        self.close(open);
                    }
                }
                Ok(Event::End(element)) => self.end(element.name().0),
                Ok(Event::Text(text)) => self.write(&text),
                Ok(Event::CData(text)) => self.write(&text),
                Ok(Event::GeneralRef(reference)) => {
                    if let Some(c) = xml::resolve(&reference) {
                        self.write(c.encode_utf8(&mut [0; 4]));
                    }
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(_) => {
                    self.walked.damaged = true;
                    break;
                }
            }
        }
        self.walked.damaged |= !self.open.is_empty() && !self.walked.cut;
        while let Some((_, open)) = self.open.pop() {
            self.close(open);
        }
        self.walked.blocks = self.flow.finish();
        self.walked
    }

    /// Pairs an end with its start. A tag that does not pair is a fault of the file, and the nearest fit is taken.
    fn end(&mut self, name: &str) {
        const NEAR: usize = 16;
        let Some(back) = self.open.iter().rev().take(NEAR).position(|open| open.0 == name) else {
            self.walked.damaged = true;
            return;
        };
        self.walked.damaged |= back > 0;
        for _ in 0..=back {
            if let Some((_, open)) = self.open.pop() {
                self.close(open);
            }
        }
    }

    fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn find(&self, family: Family, element: &BytesStart) -> Option<usize> {
        self.known.styles.find(self.known.scope, family, &xml::attribute(element, "style-name").unwrap_or_default())
    }

    /// What an element means; none if neither it nor anything in it shows.
    fn start(&mut self, name: &'t str, element: &BytesStart) -> Option<Open> {
        let get = |name: &str| xml::attribute(element, name);
        let is = |name: &str, value: &str| get(name).is_some_and(|v| v == value);
        if is("display", "none") || is("is-hidden", "true") {
            if name == "text:hidden-paragraph"
                && let Some(paragraph) = &mut self.frame().paragraph
            {
                paragraph.hidden = true;
            }
            return None;
        }
        let number = |name: &str| get(name).and_then(|number| number.trim().parse::<u16>().ok()).unwrap_or(1);
        match name {
            "office:master-styles" => return self.running.is_some().then_some(Open::Nothing),
            "office:body" => return self.running.is_none().then_some(Open::Nothing),
            "style:master-page" => {
                let masters = self.running?;
                let used = match get("name") {
                    Some(name) => masters.named.contains(&*name) || !masters.first && name == "Standard",
                    None => false,
                };
                return used.then_some(Open::Nothing);
            }
            "style:header" | "style:header-first" | "style:header-left" => {
                return self.run_heads(Kind::Header, element);
            }
            "style:footer" | "style:footer-first" | "style:footer-left" => {
                return self.run_heads(Kind::Footer, element);
            }
            "text:p" | "text:h" => {
                self.open_paragraph(name == "text:h", element);
                return Some(Open::Paragraph);
            }
            "text:span" => {
                let style = self.find(Family::Text, element);
                self.frame().spans.push(style);
                return Some(Open::Span);
            }
            "text:s" | "text:tab" => self.write(" "),
            "text:line-break" if self.shows() => self.flow.line_break(),
            "text:soft-page-break" => {
                self.walked.soft_breaks += 1;
                self.turn();
            }
            "text:list" => {
                self.open_list(element);
                return Some(Open::List);
            }
            "text:list-item" | "text:list-header" => {
                let start = get("start-value").and_then(|start| start.trim().parse().ok());
                if let Some(list) = self.frame().lists.last_mut() {
                    list.item = (name == "text:list-item").then_some(Numbered { start });
                }
                return Some(Open::Item);
            }
            "table:table" if self.running.is_none() => {
                self.count += 1;
                self.close_paragraph();
                let style = self.find(Family::Table, element);
                self.break_before(style);
                self.flow.table(false);
                return Some(Open::Table);
            }
            "table:table-header-rows" if self.running.is_none() => {
                self.flow.head_rows(true);
                return Some(Open::HeadRows);
            }
            "table:table-row" if self.running.is_none() => {
                self.flow.row();
                return Some(Open::Row);
            }
            "table:table-cell" if self.running.is_none() && self.frames.len() < MAX_FRAMES => {
                self.count += 1;
                self.flow.cell(number("number-columns-spanned"), number("number-rows-spanned"), false);
                let style = self.find(Family::Cell, element);
                if self.known.styles.get(style).is_some_and(|style| style.shaded == Some(true)) {
                    self.flow.shade();
                }
                self.frames.push(Frame::default());
                return Some(Open::Cell);
            }
            "text:note" => {
                self.marks.push(String::new());
                return Some(Open::Note);
            }
            "text:note-citation" => {
                // The mark itself stands in the element.
                let tag = self.reader.buffer_position() as usize;
                let rest = self.text.get(tag..).unwrap_or_default();
                if let Some(mark) = self.marks.last_mut() {
                    *mark = get("label").map_or_else(|| plain(rest), std::borrow::Cow::into_owned);
                }
                return None;
            }
            "text:note-body" if self.frames.len() < MAX_FRAMES => {
                self.begin_aside();
                return Some(Open::NoteBody);
            }
            "draw:text-box"
            | "draw:custom-shape"
            | "draw:rect"
            | "draw:ellipse"
            | "draw:circle"
            | "draw:line"
            | "draw:polyline"
            | "draw:polygon"
            | "draw:path"
            | "draw:connector"
            | "draw:caption"
            | "draw:measure"
            | "draw:regular-polygon"
                if self.frames.len() < MAX_FRAMES =>
            {
                self.begin_aside();
                return Some(Open::Box);
            }
            "draw:image" => self.walked.pictures = true,
            "draw:object" | "draw:object-ole" => self.object(&get("href").unwrap_or_default()),
            "field:fieldmark" if get("type").is_some_and(|kind| kind.ends_with("CHECKBOX")) => {
                return Some(Open::Tick(false));
            }
            "field:param" => {
                let ticked = is("name", "Checkbox_Checked") && is("value", "true");
                if let Some((_, open @ Open::Tick(_))) = self.open.last_mut() {
                    *open = Open::Tick(ticked);
                }
            }
            // Styles, what was deleted, what comments on the text, small print over the letters, the words for a picture, what
            // is only the pattern of an index or of a form.
            "office:styles"
            | "office:automatic-styles"
            | "text:tracked-changes"
            | "office:annotation"
            | "text:ruby-text"
            | "svg:title"
            | "svg:desc"
            | "office:forms"
            | "office:scripts"
            | "text:script"
            | "office:binary-data" => return None,
            _ if name.starts_with("text:") && name.ends_with("-source") => return None,
            // What spans cover; the cell itself is not there.
            "table:covered-table-cell" => return None,
            _ => {}
        }
        Some(Open::Nothing)
    }

    fn run_heads(&mut self, kind: Kind, element: &BytesStart) -> Option<Open> {
        if xml::attribute(element, "display").is_some_and(|shown| shown == "false") {
            return None;
        }
        self.flow.run(Some(kind));
        Some(Open::Running)
    }

    /// What follows the end of an element.
    fn close(&mut self, open: Open) {
        match open {
            Open::Nothing => {}
            Open::Paragraph => self.close_paragraph(),
            Open::Span => drop(self.frame().spans.pop()),
            Open::List => drop(self.frame().lists.pop()),
            Open::Item => {
                self.close_paragraph();
                if let Some(list) = self.frame().lists.last_mut() {
                    list.item = None;
                }
            }
            Open::Table => self.flow.end_table(),
            Open::HeadRows => self.flow.head_rows(false),
            Open::Row => self.flow.end_row(),
            Open::Cell => {
                self.close_paragraph();
                self.frames.pop();
                self.flow.end_cell();
            }
            Open::Box => {
                let blocks = self.end_aside();
                match &mut self.frame().paragraph {
                    Some(paragraph) => paragraph.boxes.extend(blocks),
                    None => blocks.into_iter().for_each(|block| self.flow.push(block)),
                }
            }
            Open::Note => drop(self.marks.pop()),
            Open::NoteBody => {
                let blocks = self.end_aside();
                let page = blocks.iter().find_map(|block| block.page);
                let text = crate::read::flow::lines(&blocks);
                let label = self.marks.last().filter(|mark| !mark.is_empty()).cloned();
                let shows = self.shows();
                if let Some(paragraph) = self.frame().paragraph.as_mut().filter(|_| shows && !text.is_empty()) {
                    paragraph.notes.push(Block { label, page, ..Block::new(Kind::Footnote, text) });
                }
            }
            Open::Running => self.flow.run(None),
            Open::Tick(ticked) => self.write(if ticked { "☒" } else { "☐" }),
        }
    }
}

/// The text up to the next tag.
fn plain(rest: &str) -> String {
    let text = &rest[..rest.find('<').unwrap_or(rest.len())];
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), |text| text.trim().to_owned())
}
