//! The runs of a main part: where the text stands in the XML, and where it may be cut.

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};

use crate::read::xml;

/// What a run may hold besides text for its words to be struck out and replaced.
const PLAIN: [&str; 6] = ["t", "tab", "br", "lastRenderedPageBreak", "softHyphen", "noBreakHyphen"];

/// A run: text in one look.
pub struct Run {
    /// All of it.
    pub whole: Range<usize>,
    /// Its look, with tags; empty where it has none.
    pub look: Range<usize>,
    /// The number of the element that it stands in.
    pub parent: usize,
    /// Whether it stands in a paragraph itself, and not in a link, a field or somebody's tracked change.
    pub direct: bool,
    /// Whether nothing but text is in it.
    pub plain: bool,
    /// The piece of text with which it ends so far.
    ends: Option<usize>,
}

/// A text element.
pub struct Piece {
    /// Its start tag.
    pub open: Range<usize>,
    /// Its letters, as they are written.
    pub text: Range<usize>,
    /// Its end tag.
    pub close: Range<usize>,
    /// The run that it is in.
    pub run: usize,
    /// Whether Word lets nobody comment on it: it is in a text box.
    boxed: bool,
    /// Whether nothing stands in front of it in its run, and nothing behind it.
    first: bool,
    last: bool,
}

/// All runs of a part, in the order in which they begin.
pub struct Runs {
    /// The prefix of Word's own elements, `w` in nearly all files.
    pub prefix: String,
    /// Whether the file keeps to the strict form of the standard, which has names of its own.
    pub strict: bool,
    pub all: Vec<Run>,
    pub pieces: Vec<Piece>,
    /// The greatest number that anything in the part has.
    pub greatest_id: u32,
}

/// An element that is open.
struct Open<'t> {
    /// Its local name, if it is Word's own.
    name: &'t str,
    tag: &'t str,
    number: usize,
    run: Option<usize>,
    begin: usize,
}

impl Runs {
    /// Finds the runs; none where the XML is broken or has no prefix for Word's elements.
    pub fn of(text: &str) -> Option<Self> {
        let (prefix, strict) = prefix(text)?;
        let mut found = Self { prefix, strict, all: vec![], pieces: vec![], greatest_id: 0 };
        let mut reader = xml::reader(text);
        let mut open: Vec<Open> = vec![];
        let (mut number, mut boxes) = (0, 0_usize);
        loop {
            let begin = reader.buffer_position() as usize;
            let event = reader.read_event().ok()?;
            let end = reader.buffer_position() as usize;
            match event {
                Event::Start(element) => {
                    number += 1;
                    let tag = xml::name_at(text, begin as u64, &element);
                    let name = found.word(tag);
                    found.note(&element);
                    let run = found.start(name, &open, begin..end, false);
                    boxes += usize::from(name == "txbxContent");
                    open.push(Open { name, tag, number, run, begin });
                }
                Event::Empty(element) => {
                    let name = found.word(xml::name_at(text, begin as u64, &element));
                    found.note(&element);
                    found.start(name, &open, begin..end, true);
                }
                Event::End(element) => {
                    let closed = open.pop().filter(|open| open.tag == element.name().0)?;
                    boxes -= usize::from(closed.name == "txbxContent");
                    found.end(&closed, &open, begin..end, boxes > 0);
                }
                Event::Eof => return open.is_empty().then_some(found),
                _ => {}
            }
        }
    }

    /// The local name of an element of Word's own; empty for any other.
    fn word<'t>(&self, name: &'t str) -> &'t str {
        let (prefix, local) = xml::split(name);
        if prefix == self.prefix { local } else { "" }
    }

    fn note(&mut self, element: &BytesStart) {
        let id = xml::attribute(element, "id").and_then(|id| id.parse::<u32>().ok());
        self.greatest_id = self.greatest_id.max(id.filter(|id| *id < u32::MAX / 4).unwrap_or(0));
    }

    /// An element begins. Gives the number of the run that it is, or in which it is text or the look.
    fn start(&mut self, name: &str, open: &[Open], tag: Range<usize>, empty: bool) -> Option<usize> {
        let parent = open.last()?;
        if name == "r" {
            let look = tag.end..tag.end;
            let direct = parent.name == "p";
            self.all.push(Run { whole: tag, look, parent: parent.number, direct, plain: true, ends: None });
            return Some(self.all.len() - 1).filter(|_| !empty);
        }
        let run = parent.run.filter(|_| parent.name == "r")?;
        if name == "rPr" {
            if empty {
                self.all[run].look = tag;
            }
            return Some(run);
        }
        self.all[run].plain &= PLAIN.contains(&name);
        if let Some(before) = self.all[run].ends.take() {
            self.pieces[before].last = false;
        }
        if name != "t" || empty {
            return None;
        }
        let first = self.all[run].look.end == tag.start;
        let (text, close) = (tag.end..tag.end, tag.end..tag.end);
        self.all[run].ends = Some(self.pieces.len());
        self.pieces.push(Piece { open: tag, text, close, run, boxed: false, first, last: true });
        Some(run)
    }

    /// An element ends.
    fn end(&mut self, closed: &Open, open: &[Open], tag: Range<usize>, boxed: bool) {
        let Some(run) = closed.run else { return };
        match closed.name {
            "r" => self.all[run].whole.end = tag.end,
            "rPr" if open.last().is_some_and(|parent| parent.name == "r") => {
                self.all[run].look = closed.begin..tag.end;
            }
            "t" => {
                if let Some(piece) = self.pieces.iter_mut().rfind(|piece| piece.open.start == closed.begin) {
                    piece.text.end = tag.start;
                    piece.close = tag;
                    piece.boxed = boxed;
                }
            }
            _ => {}
        }
    }

    /// The piece in which a letter stands, or at whose edge.
    pub fn piece(&self, at: usize) -> Option<&Piece> {
        self.piece_number(at).map(|number| &self.pieces[number])
    }

    /// Its index in `pieces`.
    pub fn piece_number(&self, at: usize) -> Option<usize> {
        let before = self.pieces.partition_point(|piece| piece.text.start <= at).checked_sub(1)?;
        let piece = &self.pieces[before];
        (at <= piece.text.end && !piece.close.is_empty()).then_some(before)
    }

    /// Whether Word lets people comment here.
    pub fn commentable(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| !piece.boxed)
    }

    /// The first letters that can be commented on.
    pub fn first(&self) -> Option<Range<usize>> {
        let first = self.pieces.iter().find(|piece| !piece.boxed && !piece.text.is_empty());
        first.map(|piece| piece.text.clone())
    }

    /// Where something may be put between runs in place of a letter's edge, if no run has to be cut for it.
    pub fn edge(&self, piece: &Piece, at: usize) -> Option<usize> {
        let run = &self.all[piece.run];
        match at {
            at if at == piece.text.start && piece.first => Some(run.whole.start),
            at if at == piece.text.end && piece.last => Some(run.whole.end),
            _ => None,
        }
    }
}

/// The prefix that the root binds to Word's own elements, and whether they are those of strict files.
fn prefix(text: &str) -> Option<(String, bool)> {
    let mut reader = xml::reader(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(root) => {
                let mut attributes = root.attributes();
                let bound = attributes.with_checks(false).flatten();
                let own = { bound }.find(|a| xml::WORD.contains(&&*a.value))?;
                let prefix = own.key.0.strip_prefix("xmlns:")?;
                return Some((prefix.to_owned(), *own.value == *xml::WORD[1]));
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
