//! The content-stream interpreter: runs a page's operators and hands glyphs, rules and pictures to the layout.

use std::collections::HashMap;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys::{CONTENTS, MATRIX, OC, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};
use hayro_syntax::xref::XRef;

use super::fonts::{Font, Text};
use super::geometry::{Matrix, Rect};
use super::guard::{Budget, MAX_FORM_DEPTH};
use super::layout::{Hand, Mark, Sheet};
use super::objects::{count_of, items, numbers_of, text_of};
use super::optional::Hidden;
use super::path::Path;

/// Most states that `q` keeps, and most marked content inside marked content.
const MAX_NESTING: usize = 512;

/// Reads the pages of one document; fonts are read once.
pub struct Interpreter<'a> {
    pub budget: Budget,
    pub xref: &'a XRef,
    fonts: Vec<Font<'a>>,
    /// Fonts by where their dictionaries stand in memory.
    by_place: HashMap<(usize, usize), usize>,
    pub hidden: Hidden,
}

/// What `q` saves and `Q` brings back.
#[derive(Clone)]
pub struct State {
    pub ctm: Matrix,
    font: Option<usize>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    /// Horizontal scaling, 1 for 100 %.
    scaling: f64,
    leading: f64,
    rise: f64,
    mode: i64,
}

/// Marked content that is open.
struct Marked {
    /// Index of its mark on the sheet.
    mark: u32,
    hidden: bool,
    actual: Actual,
}

/// Text that stands for all the glyphs of marked content.
#[derive(PartialEq)]
enum Actual {
    None,
    Waiting(String),
    Shown,
}

/// One page being read.
pub struct Run<'r, 'a> {
    pub shared: &'r mut Interpreter<'a>,
    pub sheet: &'r mut Sheet,
    marked: Vec<Marked>,
    /// Forms that are being drawn, against cycles.
    forms: Vec<ObjectIdentifier>,
    path: Path,
}

fn number(n: Number) -> f64 {
    n.as_f64()
}

impl<'a> Interpreter<'a> {
    pub fn new(xref: &'a XRef, budget: Budget) -> Self {
        Self { budget, xref, fonts: vec![], by_place: HashMap::new(), hidden: Hidden::read(xref) }
    }

    /// Reads one page. `None` where its content is broken or too large.
    pub fn page(&mut self, page: &Page<'a>) -> Option<Sheet> {
        let (width, height) = page.render_dimensions();
        let mut sheet = Sheet::new(width, height);
        let content = self.content(page);
        let state = State {
            ctm: Matrix(page.initial_transform(true).as_coeffs()),
            font: None,
            size: 1.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            scaling: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        };
        let mut run = Run { shared: self, sheet: &mut sheet, marked: vec![], forms: vec![], path: Path::default() };
        if let Some(content) = &content {
            run.operators(content, page.resources(), state.clone());
        }
        let words = run.sheet.words.len() as u32;
        run.annotations(page, &state);
        if sheet.words.len() as u32 > words {
            sheet.annotations = words;
        }
        sheet.pictures /= width * height;
        content.map(|_| sheet)
    }

    /// The page's content streams, one after the other; a page may have none.
    fn content(&mut self, page: &Page<'a>) -> Option<Vec<u8>> {
        let streams: Vec<Stream<'a>> = match page.raw().get::<Object<'a>>(CONTENTS) {
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(array)) => {
                items(self.xref, &array).filter_map(|(_, object)| object.into_stream()).collect()
            }
            _ => return Some(vec![]),
        };
        let mut content = vec![];
        let mut broken = false;
        for stream in &streams {
            match self.budget.unpack(stream) {
                Some(data) => content.extend_from_slice(&data),
                None => broken = true,
            }
            content.push(b'\n');
        }
        (!broken || content.len() > streams.len()).then_some(content)
    }

    fn font(&mut self, dict: &Dict<'a>) -> usize {
        let place = (dict.data().as_ptr() as usize, dict.data().len());
        if let Some(&font) = self.by_place.get(&place) {
            return font;
        }
        let font = Font::new(dict, &mut self.budget);
        self.fonts.push(font);
        self.by_place.insert(place, self.fonts.len() - 1);
        self.fonts.len() - 1
    }
}

impl<'a> Run<'_, 'a> {
    fn operators(&mut self, content: &[u8], resources: &Resources<'a>, mut state: State) {
        let mut operators = TypedIter::new(content);
        let mut saved: Vec<State> = vec![];
        let (mut text, mut line) = (Matrix::IDENTITY, Matrix::IDENTITY);
        let open = self.marked.len();
        let mut fonts: HashMap<Vec<u8>, Option<usize>> = HashMap::new();
        while let Some(op) = operators.next() {
            if !self.shared.budget.operator() {
                break;
            }
            match op {
                Op::SaveState(_) if saved.len() < MAX_NESTING => saved.push(state.clone()),
                Op::RestoreState(_) => {
                    if let Some(before) = saved.pop() {
                        state = before;
                    }
                }
                Op::Transform(t) => state.ctm = state.ctm * Matrix([t.0, t.1, t.2, t.3, t.4, t.5].map(number)),
                Op::SetGraphicsState(name) => {
                    let dict = resources.get_ext_g_state(name.0);
                    if let Some(array) = dict.and_then(|dict| dict.get::<Array<'a>>(b"Font")) {
                        let mut items = array.flex_iter();
                        if let (Some(dict), Some(size)) = (items.next::<Dict<'a>>(), items.next::<Number>()) {
                            state.font = Some(self.shared.font(&dict));
                            state.size = number(size);
                        }
                    }
                }

                Op::BeginText(_) => (text, line) = (Matrix::IDENTITY, Matrix::IDENTITY),
                Op::TextFont(font) => {
                    state.size = number(font.1);
                    state.font = fonts.get(font.0.as_ref()).copied().unwrap_or_else(|| {
                        let index = resources.get_font(font.0).map(|dict| self.shared.font(&dict));
                        fonts.insert(font.0.as_ref().to_vec(), index);
                        index
                    });
                }
                Op::CharacterSpacing(n) => state.character_spacing = number(n.0),
                Op::WordSpacing(n) => state.word_spacing = number(n.0),
                Op::HorizontalScaling(n) => state.scaling = number(n.0) / 100.0,
                Op::TextLeading(n) => state.leading = number(n.0),
                Op::TextRise(n) => state.rise = number(n.0),
                Op::TextRenderingMode(n) => state.mode = n.0.as_i64(),
                Op::SetTextMatrix(m) => {
                    line = Matrix([m.0, m.1, m.2, m.3, m.4, m.5].map(number));
                    self.place(&mut text, line);
                }
                Op::NextLine(n) => {
                    line = line * Matrix::translate(number(n.0), number(n.1));
                    self.place(&mut text, line);
                }
                Op::NextLineAndSetLeading(n) => {
                    state.leading = -number(n.1);
                    line = line * Matrix::translate(number(n.0), number(n.1));
                    self.place(&mut text, line);
                }
                Op::NextLineUsingLeading(_) => {
                    line = line * Matrix::translate(0.0, -state.leading);
                    self.place(&mut text, line);
                }
                Op::ShowText(shown) => self.show(&state, &mut text, shown.0.as_bytes()),
                Op::NextLineAndShowText(shown) => {
                    line = line * Matrix::translate(0.0, -state.leading);
                    text = line;
                    self.show(&state, &mut text, shown.0.as_bytes());
                }
                Op::ShowTextWithParameters(shown) => {
                    state.word_spacing = number(shown.0);
                    state.character_spacing = number(shown.1);
                    line = line * Matrix::translate(0.0, -state.leading);
                    text = line;
                    self.show(&state, &mut text, shown.2.as_bytes());
                }
                Op::ShowTexts(items) => {
                    let vertical = state.font.is_some_and(|font| self.shared.fonts[font].vertical);
                    for item in items.0.iter::<Object<'_>>() {
                        match item {
                            Object::String(shown) => self.show(&state, &mut text, shown.as_bytes()),
                            Object::Number(n) => {
                                let back = -number(n) / 1000.0 * state.size;
                                let (x, y) = if vertical { (0.0, back) } else { (back * state.scaling, 0.0) };
                                text = text * Matrix::translate(x, y);
                            }
                            _ => {}
                        }
                    }
                }

                Op::MoveTo(p) => self.path.move_to(state.ctm.apply(number(p.0), number(p.1))),
                Op::LineTo(p) => self.path.line_to(state.ctm.apply(number(p.0), number(p.1))),
                Op::CubicTo(p) => self.curve(state.ctm.apply(number(p.4), number(p.5))),
                Op::CubicStartTo(p) => self.curve(state.ctm.apply(number(p.2), number(p.3))),
                Op::CubicEndTo(p) => self.curve(state.ctm.apply(number(p.2), number(p.3))),
                Op::ClosePath(_) => self.path.close(),
                Op::RectPath(r) => {
                    let [x, y, width, height] = [r.0, r.1, r.2, r.3].map(number);
                    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
                    let [a, b, c, d] = corners.map(|(x, y)| state.ctm.apply(x, y));
                    self.path.move_to(a);
                    for corner in [b, c, d, a] {
                        self.path.line_to(corner);
                    }
                }
                Op::StrokePath(_) => self.paint(true, false),
                Op::CloseAndStrokePath(_) => {
                    self.path.close();
                    self.paint(true, false);
                }
                Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) | Op::FillPathEvenOdd(_) => {
                    self.paint(false, true);
                }
                Op::FillAndStrokeNonZero(_)
                | Op::FillAndStrokeEvenOdd(_)
                | Op::CloseFillAndStrokeNonZero(_)
                | Op::CloseFillAndStrokeEvenOdd(_) => {
                    self.path.close();
                    self.paint(true, true);
                }
                Op::EndPath(_) => self.path.clear(),

                Op::XObject(name) => {
                    if let Some(stream) = resources.get_x_object(name.0) {
                        match stream.dict().get::<Name<'_>>(SUBTYPE).as_deref() {
                            Some(b"Form") => self.form(&stream, resources, &state),
                            Some(b"Image") => self.picture(&state),
                            _ => {}
                        }
                    }
                }
                Op::InlineImage(_) => self.picture(&state),

                Op::BeginMarkedContent(tag) => self.begin_marked(tag.0, None, resources),
                Op::BeginMarkedContentWithProperties(tag) => self.begin_marked(tag.0, Some(tag.1), resources),
                Op::EndMarkedContent(_) if self.marked.len() > open => drop(self.marked.pop()),
                _ => {}
            }
        }
        self.marked.truncate(open);
    }

    /// Sets where text goes on.
    fn place(&mut self, text: &mut Matrix, line: Matrix) {
        *text = line;
        self.sheet.move_pen();
    }

    /// Shows a string and moves the text matrix past it.
    fn show(&mut self, state: &State, text: &mut Matrix, bytes: &[u8]) {
        let Some(index) = state.font else { return };
        if !self.shared.budget.glyphs(bytes.len()) {
            return;
        }
        let Interpreter { budget, fonts, .. } = &mut *self.shared;
        let font = &mut fonts[index];
        let hidden = self.marked.iter().any(|marked| marked.hidden);
        let stand_in = self.marked.iter().rposition(|marked| marked.actual != Actual::None);
        let [a, b, c, d, e, f] = (state.ctm * *text).0;
        // Text space has its x axis along (a, b) and its y axis along (c, d).
        let sign = if state.size * state.scaling < 0.0 { -1.0 } else { 1.0 };
        let length = a.hypot(b);
        let hand = Hand {
            along: ((sign * a / length) as f32, (sign * b / length) as f32),
            size: (c.hypot(d) * state.size.abs()) as f32 * font.em,
            font: index as u16,
            bold: font.bold || state.mode == 2,
            mark: self.marked.last().map_or(0, |marked| marked.mark),
        };
        let spacing = (state.character_spacing * state.scaling * length * sign) as f32;
        let vertical = font.vertical;
        let (mut x, mut y) = (0.0, 0.0);
        let mut rest = bytes;
        while !rest.is_empty() {
            let (taken, code, glyph) = font.next(rest, budget);
            rest = &rest[taken.min(rest.len())..];
            let advance = f64::from(glyph.advance) * state.size;
            let place = ((a * x + c * (y + state.rise) + e) as f32, (b * x + d * (y + state.rise) + f) as f32);
            let width = (advance * state.scaling * length * sign) as f32;
            if !hidden {
                let mut letter = [0; 4];
                let shown: &str = match &glyph.text {
                    Text::Char(c) => c.encode_utf8(&mut letter),
                    Text::Several(text) => text,
                    Text::Unknown => {
                        self.sheet.unknown += 1;
                        ""
                    }
                };
                self.sheet.invisible += u32::from(state.mode == 3);
                match stand_in.map(|at| std::mem::replace(&mut self.marked[at].actual, Actual::Shown)) {
                    // A place where a word might have been broken and was not: nothing is seen.
                    Some(Actual::Waiting(actual)) if actual == "\u{ad}" && shown == " " => {}
                    Some(Actual::Waiting(actual)) => self.sheet.glyph(&actual, place, width, spacing, hand),
                    Some(_) => self.sheet.extend(place, width, hand),
                    None if shown.is_empty() => self.sheet.glyphs += 1,
                    None => self.sheet.glyph(shown, place, width, spacing, hand),
                }
            }
            let word_spacing = if taken == 1 && code == 32 { state.word_spacing } else { 0.0 };
            if vertical {
                y -= state.size - state.character_spacing - word_spacing;
            } else {
                x += (advance + state.character_spacing + word_spacing) * state.scaling;
            }
        }
        *text = *text * Matrix::translate(x, y);
    }

    fn curve(&mut self, to: (f64, f64)) {
        self.sheet.curves += 1;
        self.path.at = to;
        self.path.widen(to, false);
    }

    fn paint(&mut self, stroke: bool, fill: bool) {
        if stroke {
            for [a, b] in &self.path.lines {
                let rect = Rect::new(a.0 as f32, a.1 as f32, b.0 as f32, b.1 as f32);
                if rect.width() < 0.5 || rect.height() < 0.5 {
                    self.sheet.rule(rect);
                }
            }
        }
        let mark = self.marked.last().map_or(0, |marked| marked.mark);
        for (rect, straight) in &self.path.boxes {
            if fill && *straight {
                self.sheet.rule(*rect);
            }
            if fill || !straight {
                self.sheet.dot(*rect, mark);
            }
        }
        self.path.clear();
    }

    /// A picture fills the unit square.
    fn picture(&mut self, state: &State) {
        let [x0, y0, x1, y1] = state.ctm.apply_box([0.0, 0.0, 1.0, 1.0]);
        let width = x1.min(f64::from(self.sheet.width)) - x0.max(0.0);
        let height = y1.min(f64::from(self.sheet.height)) - y0.max(0.0);
        if width > 0.0 && height > 0.0 {
            self.sheet.pictures += (width * height).min(state.ctm.area()) as f32;
        }
    }

    fn begin_marked(&mut self, tag: &Name<'_>, properties: Option<&Object<'_>>, resources: &Resources<'a>) {
        if self.marked.len() >= MAX_NESTING {
            return;
        }
        let mut mark = self.marked.last().map_or(Mark::default(), |outer| self.sheet.marks[outer.mark as usize]);
        let mut hidden = false;
        let mut actual = Actual::None;
        mark.artifact |= tag.as_ref() == b"Artifact";
        let mut take = |dict: &Dict<'_>| {
            mark.id = count_of(dict, b"MCID").or(mark.id);
            actual = text_of(dict, b"ActualText").map_or(Actual::None, Actual::Waiting);
        };
        match properties {
            Some(Object::Dict(dict)) => take(dict),
            Some(Object::Name(name)) => {
                let dict = resources.properties.get::<Dict<'a>>(name.as_ref());
                if tag.as_ref() == b"OC" {
                    let id = resources.properties.get_ref(name.as_ref()).map(Into::into);
                    hidden = self.shared.hidden.hides(id, dict.as_ref());
                }
                if let Some(dict) = &dict {
                    take(dict);
                }
            }
            _ => {}
        }
        let same = self.sheet.marks.last() == Some(&mark);
        if !same {
            self.sheet.marks.push(mark);
        }
        self.marked.push(Marked { mark: self.sheet.marks.len() as u32 - 1, hidden, actual });
    }

    pub fn form(&mut self, stream: &Stream<'a>, resources: &Resources<'a>, state: &State) {
        let id = stream.obj_id();
        let dict = stream.dict();
        let hidden = dict.get_ref(OC).map(Into::into);
        if self.forms.len() >= MAX_FORM_DEPTH
            || self.forms.contains(&id)
            || self.marked.iter().any(|marked| marked.hidden)
            || !self.shared.budget.form()
            || dict.contains_key(OC) && self.shared.hidden.hides(hidden, dict.get::<Dict<'a>>(OC).as_ref())
        {
            return;
        }
        let Some(content) = self.shared.budget.unpack(stream) else { return };
        let matrix = numbers_of(dict, MATRIX).map_or(Matrix::IDENTITY, Matrix);
        let state = State { ctm: state.ctm * matrix, ..state.clone() };
        let own = dict.get::<Dict<'a>>(RESOURCES).map(Resources::new);
        self.forms.push(id);
        let path = std::mem::take(&mut self.path);
        self.operators(&content, own.as_ref().unwrap_or(resources), state);
        self.path = path;
        self.forms.pop();
    }
}
