//! The walk over the tokens: one pass, no tree, no recursion.
//!
//! Each open group is on a stack with the formatting that holds in it and what its text is. Text goes to the innermost
//! *sink*: the story, a running head, a note, a box.

mod destinations;
mod formatting;
mod paragraphs;

use super::fonts::{Bytes, Fonts};
use super::lists::{self, Level, Lists};
use super::story::{Cell, Event, Note, Table};
use super::styles::{Style, Styles};
use super::token::{Token, Tokens};
use formatting::{AUTOMATIC, Colour, Group};

/// Most groups inside each other. Word's own have about twenty.
pub const MAX_GROUPS: usize = 1_000;
/// Most notes, boxes and running heads inside each other.
const MAX_SINKS: usize = 16;
/// Most tables inside each other.
const MAX_TABLES: usize = 16;
/// Most paragraphs, rows and cells of a file, and most cells that rows may speak of.
pub const MAX_EVENTS: usize = 1_000_000;
/// Most cells of a row. Word allows 63.
const MAX_CELLS: usize = 1_000;
/// Most colours of a file. Word writes at most some hundred.
const MAX_COLOURS: usize = 10_000;
/// Most bytes of a field's instruction that are kept.
const MAX_INSTRUCTION: usize = 2_000;
/// Most fields inside each other.
const MAX_FIELDS: usize = 100;
/// Most entries of a list to choose from in a form; Word allows 25.
const MAX_ENTRIES: usize = 100;
/// Most embedded files that are listed.
const MAX_EMBEDDED: usize = 100;

/// What a file holds.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a finding of its own")]
pub struct Story {
    /// The text.
    pub events: Vec<Event>,
    /// Running heads and feet: whether they are feet.
    pub running: Vec<(bool, Vec<Event>)>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Lists.
    pub lists: Lists,
    /// Whether numbers of lists were written beside the text.
    pub numbered: bool,
    /// How many pages the program counted.
    pub pages: Option<u32>,
    /// Pages that the author ended.
    pub breaks: u32,
    /// Programs of files inside the file.
    pub embedded: Vec<String>,
    /// Whether there are pictures.
    pub pictures: bool,
    /// Whether there are letters in a code page that is not known.
    pub unmapped: bool,
    /// Whether groups are not closed, or text follows the end.
    pub damaged: bool,
    /// Whether a limit was passed.
    pub full: bool,
}

/// What the text of a group is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Destination {
    /// Text that shows.
    #[default]
    Text,
    /// Text that does not.
    Nothing,
    /// Nothing, but there may be boxes of text in it.
    Shape,
    /// The program's notes on the file.
    Info,
    Colours,
    Fonts,
    Styles,
    Lists,
    LevelText,
    Uses,
    /// The number or bullet of a paragraph.
    Label,
    Instruction,
    Form,
    Entry,
    Class,
    /// Properties of the rows of a table in a table.
    InnerRow,
    /// Two ways to say the same, of which the second is wanted.
    Either,
}

/// What is to be done when a group ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Closing {
    #[default]
    Nothing,
    Sink,
    Field,
    Style,
    Level,
    Use,
    UseLevel,
}

/// Where text goes.
#[derive(Debug, Default)]
struct Sink {
    kind: Kind,
    events: Vec<Event>,
    open: paragraphs::Building,
    tables: Vec<OpenTable>,
    /// What stands in boxes that are anchored in the paragraph.
    boxes: Vec<Event>,
    /// Whether a note's own number stands in it.
    counted: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Story,
    Head,
    Foot,
    Footnote,
    Endnote,
    Box,
}

/// A table that is open in a sink.
#[derive(Debug)]
struct OpenTable {
    number: usize,
    /// Cells so far in the row that is open.
    cells: Option<usize>,
    in_cell: bool,
}

/// What a row is said to be; it holds until something else is said.
#[derive(Debug, Default)]
struct RowProperties {
    left: i32,
    head: bool,
    cells: Vec<Cell>,
    /// What is being said of the next cell.
    next: Cell,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    form: Form,
    /// Whether its result has text.
    shows: bool,
}

/// A form field.
#[derive(Debug, Default)]
struct Form {
    kind: i32,
    result: Option<usize>,
    usual: usize,
    entries: Vec<String>,
}

pub(super) struct Walk {
    story: Story,
    fonts: Fonts,
    styles: Styles,
    groups: Vec<Group>,
    /// Groups that are deeper than is read.
    ignored: usize,
    sinks: Vec<Sink>,
    fields: Vec<Field>,
    style: Style,
    level: Level,
    colours: Vec<Colour>,
    /// The entry of the colours that is being read.
    colour: Colour,
    /// Properties of rows, outer and inner.
    rows: [RowProperties; 2],
    /// Whether the next word is a destination that may be passed over.
    starred: bool,
    /// Characters still to be passed over: what programs without Unicode show.
    skip: u32,
    /// The first half of a character of two.
    half: Option<u16>,
    /// The code page that a file names is taken once.
    default_font: i32,
    page: u32,
    /// Whether nothing has been written since a break that the author asked for.
    fresh: bool,
    /// Whether a section has ended, and whether the next begins a page.
    section: (bool, bool),
    count: usize,
}

/// Reads a file.
pub fn walk(bytes: &[u8]) -> Story {
    let mut walk = Walk {
        story: Story::default(),
        fonts: Fonts::default(),
        styles: Styles::default(),
        groups: vec![Group::default()],
        ignored: 0,
        sinks: vec![Sink::default()],
        fields: vec![],
        style: Style::default(),
        level: Level::default(),
        colours: vec![],
        colour: AUTOMATIC,
        rows: <[RowProperties; 2]>::default(),
        starred: false,
        skip: 0,
        half: None,
        default_font: 0,
        page: 1,
        fresh: false,
        section: (false, true),
        count: 0,
    };
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open => walk.open(),
            Token::Close => {
                walk.close();
                if walk.groups.len() == 1 {
                    // What other programs put behind the end is not text.
                    let rest = tokens.rest();
                    walk.story.damaged = rest.iter().any(u8::is_ascii_alphanumeric);
                    break;
                }
            }
            Token::Word(word, number) => walk.word(word, number),
            Token::Symbol(symbol) => walk.symbol(symbol),
            Token::Byte(byte) => walk.bytes(&[byte]),
            Token::Text(bytes) => walk.bytes(bytes),
        }
        if walk.story.full {
            break;
        }
    }
    walk.finish()
}

impl Walk {
    fn group(&mut self) -> &mut Group {
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn sink(&mut self) -> &mut Sink {
        let last = self.sinks.len() - 1;
        &mut self.sinks[last]
    }

    fn open(&mut self) {
        self.skip = 0;
        self.starred = false;
        if self.groups.len() >= MAX_GROUPS || self.ignored > 0 {
            self.ignored += 1;
            self.story.full = true;
            return;
        }
        let group = Group { closing: Closing::Nothing, ..*self.group() };
        // An entry of a table begins.
        match group.destination {
            Destination::Styles => {
                self.style = Style::new();
                self.groups.push(Group { closing: Closing::Style, ..group });
            }
            Destination::Either => self.groups.push(Group { destination: Destination::Nothing, ..group }),
            _ => self.groups.push(group),
        }
    }

    fn close(&mut self) {
        self.skip = 0;
        self.starred = false;
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        if self.groups.len() == 1 {
            return;
        }
        let Some(group) = self.groups.pop() else { return };
        match group.closing {
            Closing::Nothing => {}
            Closing::Sink => self.close_sink(),
            Closing::Field => self.close_field(),
            Closing::Style => self.styles.add(std::mem::take(&mut self.style)),
            Closing::Level => self.close_level(),
            Closing::Use => self.story.lists.end_use(),
            Closing::UseLevel => self.story.lists.next_level(),
        }
    }

    fn close_level(&mut self) {
        let mut level = std::mem::take(&mut self.level);
        let text = level.text.trim_end_matches(';').len();
        level.text.truncate(text);
        if level.numerals == crate::read::numerals::Numerals::Bullet && level.text.chars().nth(1).is_none() {
            " •".clone_into(&mut level.text);
        }
        self.story.lists.level(level);
    }

    fn symbol(&mut self, symbol: u8) {
        if symbol == b'*' {
            self.starred = true;
            return;
        }
        if matches!(symbol, b'\r' | b'\n') {
            return self.word("par", None);
        }
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match symbol {
            b'~' => self.character('\u{a0}'),
            b'_' => self.character('-'),
            b'\\' | b'{' | b'}' => self.character(symbol.into()),
            b'\t' => self.character(' '),
            _ => {}
        }
    }

    /// Bytes of text.
    fn bytes(&mut self, bytes: &[u8]) {
        let passed = (self.skip as usize).min(bytes.len());
        self.skip -= passed as u32;
        let bytes = &bytes[passed..];
        let group = *self.group();
        if bytes.is_empty()
            || matches!(group.destination, Destination::Nothing | Destination::Shape | Destination::Info)
        {
            return;
        }
        let font = group.font;
        if self.fonts.is_plain(font) && bytes.is_ascii() {
            if group.destination == Destination::Text {
                return self.write(std::str::from_utf8(bytes).unwrap_or_default());
            }
            return bytes.iter().for_each(|byte| self.character((*byte).into()));
        }
        for &byte in bytes {
            let c = self.fonts.character(font, byte);
            self.story.unmapped |= c.is_none() && self.shows();
            self.character(c.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }

    /// A unit of UTF-16, by its number.
    fn unicode(&mut self, number: i32) {
        self.skip = self.group().alternative;
        let unit = (number & 0xffff) as u16;
        let half = self.half.take();
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let units = half.into_iter().chain([unit]);
        for c in char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)) {
            let shown = self.fonts.shown(self.groups.last().and_then(|group| group.font), c);
            self.character(shown);
        }
    }

    /// A character of whatever the group holds.
    fn character(&mut self, c: char) {
        let destination = self.group().destination;
        match destination {
            Destination::Text => self.write(c.encode_utf8(&mut [0; 4])),
            Destination::Label => self.label(c),
            Destination::Colours if c == ';' && self.colours.len() < MAX_COLOURS => {
                self.colours.push(std::mem::replace(&mut self.colour, AUTOMATIC));
            }
            Destination::Fonts if c != ';' => self.fonts.name(c),
            Destination::Styles => self.style.name(c),
            Destination::LevelText if self.level.text.len() < lists::MAX_LABEL => self.level.text.push(c),
            Destination::Instruction => {
                if let Some(field) = self.fields.last_mut().filter(|field| field.instruction.len() < MAX_INSTRUCTION) {
                    field.instruction.push(c);
                }
            }
            Destination::Entry => {
                let entry = self.fields.last_mut().and_then(|field| field.form.entries.last_mut());
                if let Some(entry) = entry.filter(|entry| entry.len() < MAX_INSTRUCTION) {
                    entry.push(c);
                }
            }
            Destination::Class => {
                if let Some(class) = self.story.embedded.last_mut().filter(|class| class.len() < MAX_INSTRUCTION) {
                    class.push(c);
                }
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Story {
        self.story.damaged |= self.groups.len() > 1 && !self.story.full;
        while self.groups.len() > 1 {
            self.close();
            self.ignored = 0;
        }
        self.end_sink();
        let events = std::mem::take(&mut self.sink().events);
        self.story.events = events;
        self.story.embedded.retain(|class| !class.trim_start().starts_with("Equation"));
        self.story
    }
}

/// The code page of a font by its number.
fn page(number: i32) -> Option<Bytes> {
    u16::try_from(number).ok().filter(|page| *page > 0).map(Bytes::Page)
}
