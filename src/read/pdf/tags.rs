//! The tree of tags: what the program that made the file says about paragraphs, headings, lists and tables.
//!
//! Word, Google Docs and Chromium write it. It is believed where it fits what is seen.

use std::collections::{HashMap, HashSet};

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys::{A, K};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;

use super::guard::MAX_TAGS;
use super::layout::{Sheet, Word};
use super::objects::{count_of, items};

/// How deep elements may stand in elements.
const MAX_DEPTH: usize = 100;

/// The tree of tags of a document, as far as it matters here.
#[derive(Debug, Default)]
pub struct Tags {
    pub elements: Vec<Element>,
    /// Elements by page and number of marked content.
    pages: Vec<HashMap<u32, Content>>,
    /// The cells of each row of each table.
    rows: Vec<Vec<Vec<Start>>>,
}

/// A paragraph, heading, list item or the like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Element {
    pub role: Role,
    pub cell: Option<Cell>,
    /// How many lists it stands in.
    pub depth: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Paragraph,
    /// With its level, or 0 where none is said.
    Heading(u8),
    Item,
    Note,
    /// A paragraph that is no heading whatever it looks like, as a line of a table of contents.
    Plain,
}

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub table: u32,
    pub row: u32,
    pub column: u16,
    pub head: bool,
}

/// Where a cell of a row begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    pub column: u16,
    /// Whether it reaches down from a row above.
    pub goes_on: bool,
}

#[derive(Debug, Clone, Copy)]
struct Content {
    element: u32,
    /// Whether it is the number or bullet of a list item.
    label: bool,
}

/// The tags of one page.
#[derive(Clone, Copy)]
pub struct PageTags<'t> {
    tags: &'t Tags,
    page: &'t HashMap<u32, Content>,
}

impl PageTags<'_> {
    fn content(&self, sheet: &Sheet, word: &Word) -> Option<&Content> {
        self.page.get(&sheet.marks[word.mark as usize].id?)
    }

    /// The element that a word belongs to.
    pub fn element(&self, sheet: &Sheet, word: &Word) -> Option<u32> {
        self.content(sheet, word).map(|content| content.element)
    }

    /// Whether a word is the number or bullet of a list item.
    pub fn is_label(&self, sheet: &Sheet, word: &Word) -> bool {
        self.content(sheet, word).is_some_and(|content| content.label)
    }

    /// The cells of a row, empty ones too.
    pub fn starts(&self, table: u32, row: u32) -> &[Start] {
        &self.tags.rows[table as usize][row as usize]
    }

    /// The cell that a word stands in.
    pub fn cell(&self, sheet: &Sheet, word: &Word) -> Option<Cell> {
        self.tags.elements[self.element(sheet, word)? as usize].cell
    }
}

impl Tags {
    /// Reads the tree. `None` where there is none.
    pub fn read(pdf: &Pdf) -> Option<Self> {
        let xref = pdf.xref();
        let root = xref.get::<Dict<'_>>(xref.root_id())?.get::<Dict<'_>>(b"StructTreeRoot")?;
        let ids = pdf.pages().iter().enumerate().filter_map(|(at, page)| Some((page.raw().obj_id()?, at)));
        let mut walk = Walk {
            xref,
            tags: Self { elements: vec![], pages: vec![HashMap::new(); pdf.pages().len()], rows: vec![] },
            page_by_id: ids.collect(),
            roles: root.get::<Dict<'_>>(b"RoleMap").unwrap_or_default(),
            seen: HashSet::new(),
            left: MAX_TAGS,
        };
        walk.kids(&root, Place::default());
        // A table of one column is a frame around paragraphs.
        let mut tags = walk.tags;
        let framed = |table: u32| tags.rows[table as usize].iter().all(|row| row.len() < 2);
        for element in &mut tags.elements {
            element.cell = element.cell.filter(|cell| !framed(cell.table));
        }
        (!tags.elements.is_empty()).then_some(tags)
    }

    /// The tags of a page, counted from 0.
    pub fn page(&self, page: usize) -> Option<PageTags<'_>> {
        self.pages.get(page).filter(|map| !map.is_empty()).map(|page| PageTags { tags: self, page })
    }
}

/// Where an element stands.
#[derive(Clone, Copy, Default)]
struct Place {
    depth: usize,
    page: Option<usize>,
    /// Element that content belongs to.
    element: Option<u32>,
    cell: Option<Cell>,
    lists: u8,
    label: bool,
    /// The list item whose first paragraph is still to come.
    item: Option<u32>,
}

struct Walk<'a> {
    tags: Tags,
    xref: &'a XRef,
    page_by_id: HashMap<ObjectIdentifier, usize>,
    roles: Dict<'a>,
    seen: HashSet<ObjectIdentifier>,
    left: usize,
}

/// Which column of a row is free, given the cells above that reach into it.
#[derive(Default)]
struct Spans {
    /// Rows that each column is still taken for, and whether the cell that takes it begins there.
    taken: Vec<(u32, bool)>,
}

impl Spans {
    fn row(&mut self) {
        self.taken.iter_mut().for_each(|taken| taken.0 = taken.0.saturating_sub(1));
    }

    /// Cells that reach down into this row.
    fn reaching(&self) -> Vec<Start> {
        let columns = (0..).zip(&self.taken);
        let reach = columns.filter(|(_, (rows, begins))| *rows > 0 && *begins);
        reach.map(|(column, _)| Start { column, goes_on: true }).collect()
    }

    fn take(&mut self, columns: u16, rows: u32) -> u16 {
        let column = self.taken.iter().position(|taken| taken.0 == 0).unwrap_or(self.taken.len());
        let end = column + usize::from(columns);
        if self.taken.len() < end {
            self.taken.resize(end, (0, false));
        }
        self.taken[column..end].fill((rows, false));
        self.taken[column].1 = true;
        column as u16
    }
}

impl<'a> Walk<'a> {
    fn kids(&mut self, parent: &Dict<'a>, place: Place) {
        match parent.get_raw::<Object<'a>>(K) {
            Some(MaybeRef::NotRef(Object::Array(kids))) => self.list(&kids, place),
            Some(MaybeRef::Ref(reference)) => match parent.get::<Object<'a>>(K) {
                Some(Object::Array(kids)) => self.list(&kids, place),
                Some(kid) => {
                    self.kid(Some(reference.into()), kid, place);
                }
                None => {}
            },
            Some(MaybeRef::NotRef(kid)) => {
                self.kid(None, kid, place);
            }
            None => {}
        }
    }

    fn list(&mut self, kids: &Array<'a>, mut place: Place) {
        for (id, kid) in items(self.xref, kids) {
            if self.kid(id, kid, place) {
                // Only the first paragraph of a list item is the item itself.
                place.item = None;
            }
        }
    }

    /// Takes one kid; true where it was a paragraph that took the place of its list item.
    fn kid(&mut self, id: Option<ObjectIdentifier>, kid: Object<'a>, mut place: Place) -> bool {
        let dict = match kid {
            Object::Number(number) => {
                let number = u32::try_from(number.as_i64()).ok();
                self.content(number, place);
                return false;
            }
            Object::Dict(dict) => dict,
            _ => return false,
        };
        if let Some(page) = dict.get_ref(b"Pg").and_then(|page| self.page_by_id.get(&page.into())) {
            place.page = Some(*page);
        }
        let Some(role) = dict.get::<Name<'a>>(b"S") else {
            // A reference to marked content; one inside a form is numbered apart.
            if dict.contains_key(b"MCID") && !dict.contains_key(b"Stm") {
                self.content(count_of(&dict, b"MCID"), place);
            }
            return false;
        };
        let first_time = id.is_none_or(|id| self.seen.insert(id));
        place.depth += 1;
        if self.left == 0 || place.depth > MAX_DEPTH || !first_time {
            return false;
        }
        self.left -= 1;
        match style_level(&role) {
            Some(level) => self.heading(level, &dict, place),
            None => self.element(&self.role(role), &dict, place),
        }
    }

    /// The standard role that a file's own stands for.
    fn role(&self, role: Name<'a>) -> Name<'a> {
        let mut role = role;
        for _ in 0..4 {
            match self.roles.get::<Name<'a>>(role.as_ref()) {
                Some(other) if other != role => role = other,
                _ => break,
            }
        }
        role
    }

    fn role_of(&self, dict: &Dict<'a>) -> Option<Name<'a>> {
        dict.get::<Name<'a>>(b"S").map(|role| self.role(role))
    }

    fn element(&mut self, role: &[u8], dict: &Dict<'a>, mut place: Place) -> bool {
        let item = place.item.take();
        match role {
            b"Table" => {
                self.table(dict, place);
                return false;
            }
            b"L" => place.lists = place.lists.saturating_add(1),
            b"LI" => {
                place.element = Some(self.add(Role::Item, place));
                place.item = place.element;
                self.kids(dict, place);
                return false;
            }
            b"Lbl" => place.label = true,
            b"LBody" => place.item = item,
            b"P" | b"Caption" | b"TOCI" | b"BibEntry" | b"Code" | b"Form" | b"Formula" => {
                let role = if role == b"P" { Role::Paragraph } else { Role::Plain };
                place.element = item.or_else(|| Some(self.add(role, place)));
                self.kids(dict, place);
                return item.is_some();
            }
            b"Note" | b"FENote" => place.element = Some(self.add(Role::Note, place)),
            b"H" | b"Title" => return self.heading(0, dict, Place { item, ..place }),
            [b'H', level] if level.is_ascii_digit() => {
                return self.heading(level - b'0', dict, Place { item, ..place });
            }
            b"Span" | b"Quote" | b"Reference" | b"Link" | b"Annot" | b"NonStruct" | b"Private" | b"Figure" => {
                place.item = item;
            }
            // Sections and the like; text right inside them is a paragraph.
            _ => place.element = None,
        }
        self.kids(dict, place);
        false
    }

    /// A heading, which may be the first paragraph of a list item that counts it.
    fn heading(&mut self, level: u8, dict: &Dict<'a>, mut place: Place) -> bool {
        let item = place.item.take();
        let element = item.unwrap_or_else(|| self.add(Role::Paragraph, place));
        self.tags.elements[element as usize].role = Role::Heading(level);
        place.element = Some(element);
        self.kids(dict, place);
        item.is_some()
    }

    fn table(&mut self, dict: &Dict<'a>, place: Place) {
        self.tags.rows.push(vec![]);
        let table = self.tags.rows.len() as u32 - 1;
        self.rows(dict, place, table, &mut Spans::default());
    }

    /// The rows of a table or of its head, body or foot.
    fn rows(&mut self, dict: &Dict<'a>, place: Place, table: u32, spans: &mut Spans) {
        for part in self.parts(dict, place.depth) {
            match self.role_of(&part).as_deref() {
                Some(b"THead" | b"TBody" | b"TFoot") => {
                    let place = Place { depth: place.depth + 1, ..place };
                    self.rows(&part, place, table, spans);
                }
                Some(b"TR") => {
                    spans.row();
                    let row = self.tags.rows[table as usize].len();
                    self.tags.rows[table as usize].push(spans.reaching());
                    for cell in self.parts(&part, place.depth) {
                        let head = self.role_of(&cell).as_deref() == Some(b"TH");
                        let (columns, rows) = span(&cell);
                        let column = spans.take(columns, rows);
                        let starts = &mut self.tags.rows[table as usize][row];
                        let at = starts.partition_point(|other| other.column < column);
                        starts.insert(at, Start { column, goes_on: false });
                        let mut inner = Place { cell: Some(Cell { table, row: row as u32, column, head }), ..place };
                        inner.depth += 2;
                        inner.lists = 0;
                        inner.element = Some(self.add(Role::Paragraph, inner));
                        if let Some(page) = cell.get_ref(b"Pg").and_then(|page| self.page_by_id.get(&page.into())) {
                            inner.page = Some(*page);
                        }
                        self.kids(&cell, inner);
                    }
                }
                _ => {
                    let inner = Place { element: None, depth: place.depth + 1, ..place };
                    let kid = Object::Dict(part);
                    self.kid(None, kid, inner);
                }
            }
        }
    }

    /// The elements inside an element, each taken once.
    fn parts(&mut self, dict: &Dict<'a>, depth: usize) -> Vec<Dict<'a>> {
        if depth > MAX_DEPTH {
            return vec![];
        }
        let kids = match (dict.get_raw::<Object<'a>>(K), dict.get::<Object<'a>>(K)) {
            (_, Some(Object::Array(kids))) => items(self.xref, &kids).take(self.left).collect(),
            (Some(raw), Some(kid)) => vec![(raw.as_obj_ref().map(Into::into), kid)],
            _ => vec![],
        };
        let fresh = kids.into_iter().filter(|(id, _)| id.is_none_or(|id| self.seen.insert(id)));
        let fresh: Vec<Dict<'a>> = fresh.filter_map(|(_, kid)| kid.into_dict()).collect();
        self.left = self.left.saturating_sub(fresh.len());
        fresh
    }

    fn add(&mut self, role: Role, place: Place) -> u32 {
        self.tags.elements.push(Element { role, cell: place.cell, depth: place.lists });
        self.tags.elements.len() as u32 - 1
    }

    fn content(&mut self, number: Option<u32>, place: Place) {
        let (Some(number), Some(page)) = (number, place.page) else { return };
        let element = place.element.unwrap_or_else(|| self.add(Role::Paragraph, place));
        self.tags.pages[page].insert(number, Content { element, label: place.label });
    }
}

/// The level of a role that is the name of a paragraph style: some programs call headings `Heading 1` and map them to
/// paragraphs.
fn style_level(role: &[u8]) -> Option<u8> {
    if role == b"Title" {
        return Some(1);
    }
    match role.strip_prefix(b"Heading ").or_else(|| role.strip_prefix(b"heading "))? {
        [level @ b'1'..=b'9'] => Some(level - b'0'),
        _ => None,
    }
}

/// How many columns and rows a cell takes.
fn span(cell: &Dict<'_>) -> (u16, u32) {
    let attributes: Vec<Dict<'_>> = match cell.get::<Object<'_>>(A) {
        Some(Object::Dict(dict)) => vec![dict],
        Some(Object::Array(array)) => array.iter::<Object<'_>>().take(8).filter_map(Object::into_dict).collect(),
        _ => vec![],
    };
    let of = |key: &[u8]| attributes.iter().find_map(|dict| count_of(dict, key)).unwrap_or(1).clamp(1, 1_000);
    (of(b"ColSpan") as u16, of(b"RowSpan"))
}
