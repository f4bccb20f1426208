//! The walk over the XML of a story: one pass, no tree, no recursion.
//!
//! Each open element is on a stack with what it means where it stands; the innermost one decides what its children
//! mean. Elements that mean nothing are looked into, those whose text does not show are passed over whole.
//!

mod properties;
mod writing;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

use super::story::{Cell, Item, Note, Paragraph, Row, Section, Story, Table};
use super::styles::Styles;
use crate::read::symbols::symbol;
use crate::read::xml;
use writing::LINE_BREAK;

/// Most elements open at once.
pub const MAX_DEPTH: usize = 2_000;
/// Most tables and text boxes inside each other; what is deeper is read as text of the innermost.
pub const MAX_NESTING: usize = 16;
/// Most paragraphs and cells of a story. A hundred pages have about five thousand.
pub const MAX_ITEMS: usize = 400_000;

/// What stands in front of text that is not to be parsed.
const CDATA: &str = "<![CDATA[";
/// Reads a story; `spotted` has it say where its text stands in the part.
pub fn walk(text: &str, styles: &Styles, spotted: bool) -> Story {
    let walk = |with_fields| Walk { with_fields, event: spotted.then_some(0), ..Walk::new(text, styles) }.run();
    let (story, hiding) = walk(true);
    // A field whose instruction never ends would hide the rest of the story.
    if hiding { walk(false).0 } else { story }
}

/// What an open element means.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Open {
    /// Nothing of its own; its children are looked at.
    Plain,
    /// Neither it nor its children matter, but they may be many, so they are not jumped over.
    Nothing,
    Paragraph,
    ParagraphProperties,
    NumberProperties,
    MarkProperties,
    Run,
    RunProperties,
    Text,
    Instruction,
    FormField,
    Table,
    TableProperties,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    TextBox,
    Notes,
    Section,
    /// `mc:AlternateContent`, and whether one of its choices has been read.
    Alternatives(bool),
}

/// What holds items: where rows, cells and paragraphs may stand.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Holder {
    Items,
    Table,
    Row,
}

/// Text formatting that matters.
#[derive(Debug, Default, Clone)]
struct Run<'t> {
    bold: Option<bool>,
    hidden: Option<bool>,
    capitals: Option<bool>,
    style: Option<usize>,
    /// The element that names the font, looked into only where a private character needs it.
    font: Option<BytesStart<'t>>,
}

/// A complex field, from its begin to its end.
#[derive(Debug, Default)]
struct Field {
    /// Whether the instruction has ended and the result has begun.
    result: bool,
    instruction: String,
    form: Option<Form>,
}

/// A form field that shows something other than a result.
#[derive(Debug)]
enum Form {
    Check(bool),
    List { chosen: usize, entries: Vec<String> },
}

/// Items of a cell, a text box, a note or a story that is being read.
#[derive(Debug, Default)]
struct Items {
    items: Vec<Item>,
    /// A paragraph whose mark is deleted: it goes on in the next one.
    carried: Option<Building>,
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
struct Building {
    paragraph: Paragraph,
    /// Whether its mark is deleted or moved away.
    unmarked: bool,
    /// Whether it has text that is not blank.
    written: bool,
    /// Whether some of its text is not bold.
    light: bool,
}

/// A row that is being read.
#[derive(Debug)]
struct BuildingRow {
    row: Row,
    /// Page on which it begins. Each of its cells begins there again.
    page: u32,
    /// Last page on which one of its cells ends.
    end: u32,
    /// Whether text has been written in it.
    written: bool,
}

struct Walk<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    styles: &'t Styles,
    /// The prefix of Word's own elements.
    prefix: String,
    /// Whether fields are told apart from other text.
    with_fields: bool,
    /// Where the event at hand begins in the part, if it is to be kept where text was found.
    event: Option<usize>,
    open: Vec<(&'t str, Open)>,
    holders: Vec<Holder>,
    items: Vec<Items>,
    tables: Vec<Table>,
    rows: Vec<BuildingRow>,
    cells: Vec<Cell>,
    notes: Vec<String>,
    paragraphs: Vec<Building>,
    runs: Vec<Run<'t>>,
    fields: Vec<Field>,
    section: Section,
    page: u32,
    /// Whether nothing has been written since a break that the author asked for.
    fresh: bool,
    /// Whether the row read last went over the end of a page.
    row_broke: bool,
    count: usize,
    story: Story,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str, styles: &'t Styles) -> Self {
        Self {
            text,
            reader: xml::reader(text),
            styles,
            prefix: "w".to_owned(),
            with_fields: true,
            event: None,
            open: vec![],
            holders: vec![Holder::Items],
            items: vec![Items::default()],
            tables: vec![],
            rows: vec![],
            cells: vec![],
            notes: vec![],
            paragraphs: vec![],
            runs: vec![],
            fields: vec![],
            section: Section::default(),
            page: 1,
            fresh: false,
            row_broke: false,
            count: 0,
            story: Story::default(),
        }
    }

    /// Reads to the end, and tells whether a field was left open in its instruction.
    fn run(mut self) -> (Story, bool) {
        loop {
            if self.open.len() > MAX_DEPTH || self.count > MAX_ITEMS {
                self.story.cut = true;
                break;
            }
            let tag = self.reader.buffer_position();
            self.event = self.event.map(|_| tag as usize);
            match self.reader.read_event() {
                Ok(Event::Start(element)) => {
                    let name = xml::name_at(self.text, tag, &element);
                    if self.open.is_empty() {
                        self.find_prefix(&element);
                    }
                    if let Some(open) = self.start(name, element) {
                        self.open.push((name, open));
                    } else if self.reader.read_to_end(QName(name)).is_err() {
                        self.story.damaged = true;
                        break;
                    }
                }
                Ok(Event::Empty(element)) => {
                    let name = xml::name_at(self.text, tag, &element);
                    if let Some(open) = self.start(name, element) {
                        self.close(open);
                    }
                }
                Ok(Event::End(element)) => self.end(element.name().0),
                Ok(Event::Text(text)) => self.characters(&text, self.event),
                Ok(Event::CData(text)) => self.characters(&text, self.event.map(|at| at + CDATA.len())),
                Ok(Event::GeneralRef(reference)) => {
                    if let Some(c) = xml::resolve(&reference) {
                        self.characters(c.encode_utf8(&mut [0; 4]), None);
                    }
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(_) => {
                    self.story.damaged = true;
                    break;
                }
            }
        }
        self.story.damaged |= !self.open.is_empty() && !self.story.cut;
        while let Some((_, open)) = self.open.pop() {
            self.close(open);
        }
        self.story.items = self.items.pop().map(Items::finish).unwrap_or_default();
        let hiding = self.fields.iter().any(|field| !field.result);
        (self.story, hiding)
    }

    fn find_prefix(&mut self, root: &BytesStart) {
        let mut attributes = root.attributes();
        let bound = attributes.with_checks(false).flatten().find(|a| xml::WORD.contains(&&*a.value));
        let Some(bound) = bound else { return };
        bound.key.0.strip_prefix("xmlns:").unwrap_or_default().clone_into(&mut self.prefix);
    }

    /// Pairs an end with its start. A tag that does not pair is a fault of the file, and the nearest fit is taken.
    fn end(&mut self, name: &str) {
        const NEAR: usize = 16;
        let Some(back) = self.open.iter().rev().take(NEAR).position(|open| open.0 == name) else {
            self.story.damaged = true;
            return;
        };
        self.story.damaged |= back > 0;
        for _ in 0..=back {
            if let Some((_, open)) = self.open.pop() {
                self.close(open);
            }
        }
    }

    /// What an element means; none if neither it nor anything in it shows.
    fn start(&mut self, name: &'t str, element: BytesStart<'t>) -> Option<Open> {
        let (prefix, local) = xml::split(name);
        let parent = self.open.last().map_or(Open::Plain, |open| open.1);
        match parent {
            Open::ParagraphProperties
            | Open::NumberProperties
            | Open::MarkProperties
            | Open::RunProperties
            | Open::TableProperties
            | Open::RowProperties
            | Open::CellProperties
            | Open::Section
            | Open::FormField => self.property(parent, local, element),
            Open::Text | Open::Instruction | Open::Nothing => Some(Open::Nothing),
            _ if prefix == self.prefix => self.word(parent, local, &element),
            _ => self.other(parent, prefix, local, &element),
        }
    }

    /// An element of Word's own.
    fn word(&mut self, parent: Open, local: &str, element: &BytesStart) -> Option<Open> {
        match local {
            "r" => {
                self.runs.push(Run::default());
                return Some(Open::Run);
            }
            "t" => return Some(Open::Text),
            "rPr" => return (parent == Open::Run).then_some(Open::RunProperties),
            "p" => {
                self.open_paragraph();
                return Some(Open::Paragraph);
            }
            "pPr" => return (parent == Open::Paragraph).then_some(Open::ParagraphProperties),
            "tab" | "ptab" => self.write(" "),
            "br" => {
                let page = xml::attribute(element, "type").is_some_and(|kind| kind == "page");
                self.write(LINE_BREAK.encode_utf8(&mut [0; 4]));
                if page && self.shows() {
                    self.hard_break();
                }
            }
            "cr" => self.write(LINE_BREAK.encode_utf8(&mut [0; 4])),
            "noBreakHyphen" => self.write("-"),
            "sym" => {
                let code = xml::attribute(element, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let font = xml::attribute(element, "font").unwrap_or_default();
                self.write(symbol(&font, code?).encode_utf8(&mut [0; 4]));
            }
            "lastRenderedPageBreak" => self.rendered_break(),
            "footnoteReference" | "endnoteReference" => self.refer(local == "endnoteReference", element),
            "fldChar" => {
                self.field(element);
                return Some(Open::FormField);
            }
            "instrText" => return Some(Open::Instruction),
            "tbl" if self.holders.len() < 3 * MAX_NESTING => {
                self.count += 1;
                self.holders.push(Holder::Table);
                self.tables.push(Table::default());
                return Some(Open::Table);
            }
            "tr" if self.holders.last() == Some(&Holder::Table) => {
                self.holders.push(Holder::Row);
                self.rows.push(BuildingRow { row: Row::default(), page: self.page, end: self.page, written: false });
                return Some(Open::Row);
            }
            "tc" if self.holders.last() == Some(&Holder::Row) => {
                self.count += 1;
                self.holders.push(Holder::Items);
                self.items.push(Items::default());
                self.cells.push(Cell { span: 1, ..Cell::default() });
                self.page = self.rows.last().map_or(self.page, |row| row.page);
                return Some(Open::Cell);
            }
            "tblPr" => return (parent == Open::Table).then_some(Open::TableProperties),
            "trPr" => return (parent == Open::Row).then_some(Open::RowProperties),
            "tcPr" => return (parent == Open::Cell).then_some(Open::CellProperties),
            "sectPr" => return Some(Open::Section),
            "txbxContent" if self.holders.len() < 3 * MAX_NESTING => {
                self.holders.push(Holder::Items);
                self.items.push(Items::default());
                return Some(Open::TextBox);
            }
            "footnote" | "endnote" => {
                // The rule between text and notes is kept as a note with a type.
                let id = xml::attribute(element, "id")
                    .filter(|_| xml::attribute(element, "type").is_none_or(|t| t == "normal"))?;
                self.count += 1;
                self.notes.push(id.into_owned());
                self.holders.push(Holder::Items);
                self.items.push(Items::default());
                return Some(Open::Notes);
            }
            "altChunk" | "subDoc" => self.embed(element, local),
            // Deleted and moved text, properties of controls, the small print over ruby text, data of fields.
            "del" | "moveFrom" | "delText" | "delInstrText" | "sdtPr" | "sdtEndPr" | "rt" | "fldData" | "binData"
            | "tblGrid" | "tblPrEx" => return None,
            _ => {}
        }
        Some(Open::Plain)
    }

    /// An element of a drawing, of a formula or of a choice between ways to show the same.
    fn other(&mut self, parent: Open, prefix: &str, local: &str, element: &BytesStart) -> Option<Open> {
        match local {
            "AlternateContent" => return Some(Open::Alternatives(false)),
            "Choice" | "Fallback" => {
                if let Open::Alternatives(taken) = parent {
                    if let Some(around) = self.open.last_mut() {
                        around.1 = Open::Alternatives(true);
                    }
                    return (!taken).then_some(Open::Plain);
                }
            }
            "t" if prefix == "m" => return Some(Open::Text),
            "den" if prefix == "m" => self.write(" / "),
            "blip" | "imagedata" => self.story.pictures = true,
            "OLEObject" => {
                let program = xml::attribute(element, "ProgID").unwrap_or_default();
                // Formulas of older versions are pictures with the formula behind them, not files.
                if !program.starts_with("Equation") {
                    self.embed(element, &program);
                }
            }
            "relIds" => {
                self.count += 1;
                if let (Some(id), Some(building)) = (xml::attribute(element, "dm"), self.paragraphs.last_mut()) {
                    building.paragraph.boxes.push(Item::Diagram(id.into_owned()));
                }
            }
            _ => {}
        }
        Some(Open::Plain)
    }

    fn embed(&mut self, element: &BytesStart, what: &str) {
        if self.story.embedded.len() < crate::read::package::MAX_UNREAD {
            let id = xml::attribute(element, "id").unwrap_or_default().into_owned();
            self.story.embedded.push((id, what.to_owned()));
        }
    }

    fn refer(&mut self, end: bool, element: &BytesStart) {
        let Some(id) = xml::attribute(element, "id").filter(|_| self.shows()) else { return };
        let marked = xml::attribute(element, "customMarkFollows").is_some_and(|on| on == "1" || on == "true");
        self.count += 1;
        if let Some(building) = self.paragraphs.last_mut() {
            building.paragraph.notes.push(Note { end, id: id.into_owned(), marked });
        }
    }

    /// What follows the end of an element.
    fn close(&mut self, open: Open) {
        match open {
            Open::Run => drop(self.runs.pop()),
            Open::Paragraph => self.close_paragraph(),
            Open::Cell => {
                self.holders.pop();
                let items = self.items.pop().map(Items::finish).unwrap_or_default();
                if let (Some(mut cell), Some(building)) = (self.cells.pop(), self.rows.last_mut()) {
                    cell.items = items;
                    building.row.cells.push(cell);
                    building.end = building.end.max(self.page);
                }
            }
            Open::Row => {
                self.holders.pop();
                if let (Some(building), Some(table)) = (self.rows.pop(), self.tables.last_mut()) {
                    table.rows.push(building.row);
                    self.page = building.end;
                    self.row_broke = building.end > building.page;
                }
            }
            Open::Table => {
                self.holders.pop();
                if let (Some(table), Some(items)) = (self.tables.pop(), self.items.last_mut()) {
                    items.push(Item::Table(table));
                }
            }
            Open::TextBox => {
                self.holders.pop();
                let items = self.items.pop().map(Items::finish).unwrap_or_default();
                match (self.paragraphs.last_mut(), self.items.last_mut()) {
                    (Some(anchor), _) => anchor.paragraph.boxes.extend(items),
                    (None, Some(around)) => items.into_iter().for_each(|item| around.push(item)),
                    (None, None) => {}
                }
            }
            Open::Notes => {
                self.holders.pop();
                let items = self.items.pop().map(Items::finish).unwrap_or_default();
                if let Some(id) = self.notes.pop() {
                    self.story.notes.insert(id, items);
                }
            }
            Open::Section => self.story.sections.push(std::mem::take(&mut self.section)),
            _ => {}
        }
    }
}
