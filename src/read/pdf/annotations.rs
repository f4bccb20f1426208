//! What annotations and form fields show on a page, and what is said in comments.

use hayro_syntax::object::dict::keys::{ANNOTS, AP, AS, BBOX, CONTENTS, F, MATRIX, N, OC, RECT, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::xref::XRef;

use super::attached;
use super::content::{Run, State};
use super::encodings::standard_width;
use super::geometry::{Matrix, Rect};
use super::guard::{MAX_ANNOTATIONS, MAX_CHOICES};
use super::layout::Hand;
use super::objects::{count_of, items, numbers_of, text, text_of};

/// What the names of the notes begin with that [`mark`](crate::mark) writes.
pub const OWN_NOTE: &str = "tender-check-";

impl<'a> Run<'_, 'a> {
    /// Shows text in the box of an annotation that has no appearance: viewers draw it themselves.
    fn value(&mut self, value: &str, [x0, y0, x1, y1]: [f64; 4], state: &State) {
        let [a, b, ..] = state.ctm.0;
        let length = a.hypot(b);
        let size = (0.7 * (y1 - y0).abs()).clamp(6.0, 11.0);
        let hand = Hand {
            along: ((a / length) as f32, (b / length) as f32),
            size: (size * length) as f32,
            font: u16::MAX,
            bold: false,
            mark: 0,
        };
        let (left, top) = (x0.min(x1) + 2.0, y0.max(y1));
        for (line, text) in (1..).zip(value.lines()) {
            self.sheet.break_word();
            let mut x = left;
            for c in text.chars().take_while(|_| self.shared.budget.glyphs(1)) {
                let width = f64::from(standard_width("", false, c)) * size;
                let (px, py) = state.ctm.apply(x, top - size * 1.15 * f64::from(line));
                self.sheet.glyph(
                    c.encode_utf8(&mut [0; 4]),
                    (px as f32, py as f32),
                    (width * length) as f32,
                    0.0,
                    hand,
                );
                x += width;
            }
        }
        self.sheet.break_word();
    }

    /// Draws what the page's annotations and form fields show.
    pub fn annotations(&mut self, page: &Page<'a>, state: &State) {
        const HIDDEN: u32 = 2;
        const NO_VIEW: u32 = 32;
        let Some(annotations) = page.raw().get::<Array<'a>>(ANNOTS) else { return };
        let annotations = items(self.shared.xref, &annotations).filter_map(|(_, object)| object.into_dict());
        for annotation in annotations.take(MAX_ANNOTATIONS) {
            let off = count_of(&annotation, F).unwrap_or(0) & (HIDDEN | NO_VIEW) != 0;
            // A checked copy is read as the file that was checked.
            let own = text_of(&annotation, b"NM").is_some_and(|name| name.starts_with(OWN_NOTE));
            let group = annotation.get_ref(OC).map(Into::into);
            if off || own || self.shared.hidden.hides(group, annotation.get::<Dict<'a>>(OC).as_ref()) {
                continue;
            }
            let appearance = match annotation.get::<Dict<'a>>(AP).and_then(|dict| dict.get::<Object<'a>>(N)) {
                Some(Object::Stream(stream)) => Some(stream),
                Some(Object::Dict(states)) => {
                    annotation.get::<Name<'_>>(AS).and_then(|name| states.get::<Stream<'a>>(name.as_ref()))
                }
                _ => None,
            };
            if annotation.get::<Name<'_>>(SUBTYPE).as_deref() == Some(b"FileAttachment") {
                let file = annotation.get::<Dict<'a>>(b"FS").and_then(|file| attached::name(&file));
                self.sheet.attached.push(file.unwrap_or_default());
                continue;
            }
            let Some(rect) = numbers_of::<4>(&annotation, RECT) else { continue };
            if let Some(text) = comment(&annotation) {
                let [x0, y0, x1, y1] = state.ctm.apply_box(rect).map(|edge| edge as f32);
                self.sheet.comments.push((text, Rect::new(x0, y0, x1, y1)));
            }
            // A box is ticked or not, whatever its tick looks like; an empty one often has no appearance.
            let ticked = field(&annotation).and_then(|field| field.ticked(&annotation));
            let Some(stream) = appearance.filter(|_| ticked.is_none()) else {
                let text = ticked.map(|ticked| if ticked { "☒" } else { "☐" }.to_owned());
                if let Some(text) = text.or_else(|| shown(&annotation, self.shared.xref)) {
                    self.value(&text, rect, state);
                }
                continue;
            };
            let matrix = numbers_of(stream.dict(), MATRIX).map_or(Matrix::IDENTITY, Matrix);
            let [x0, y0, x1, y1] = matrix.apply_box(numbers_of(stream.dict(), BBOX).unwrap_or([0.0, 0.0, 1.0, 1.0]));
            // The appearance's box is moved and stretched onto the annotation's.
            let stretch = |to: f64, from: f64| if from.abs() > 1e-6 { to / from } else { 1.0 };
            let (left, bottom) = (rect[0].min(rect[2]), rect[1].min(rect[3]));
            let (sx, sy) = (stretch((rect[2] - rect[0]).abs(), x1 - x0), stretch((rect[3] - rect[1]).abs(), y1 - y0));
            let fit = Matrix([sx, 0.0, 0.0, sy, left - x0 * sx, bottom - y0 * sy]);
            self.sheet.break_word();
            let mut state = state.clone();
            state.ctm = state.ctm * fit;
            self.form(&stream, page.resources(), &state);
            self.sheet.break_word();
        }
    }
}

/// A form field: it inherits what it does not say from the fields that it is part of.
struct Field<'a> {
    kind: Name<'a>,
    /// Itself and what it is part of, the nearest first.
    dicts: Vec<Dict<'a>>,
}

fn field<'a>(annotation: &Dict<'a>) -> Option<Field<'a>> {
    /// Most fields inside each other.
    const MAX_PARENTS: usize = 8;
    let parent = |dict: &Dict<'a>| dict.get::<Dict<'a>>(b"Parent");
    let dicts: Vec<Dict<'a>> = std::iter::successors(Some(annotation.clone()), parent).take(MAX_PARENTS).collect();
    let kind = dicts.iter().find_map(|dict| dict.get::<Name<'a>>(b"FT"))?;
    Some(Field { kind, dicts })
}

impl<'a> Field<'a> {
    fn text(&self, key: &[u8]) -> Option<String> {
        self.dicts.iter().find_map(|dict| text_of(dict, key))
    }

    /// Whether a check box or a radio button is on; none for what is neither.
    fn ticked(&self, annotation: &Dict<'a>) -> Option<bool> {
        const PUSHED: u32 = 1 << 16;
        let flags = self.dicts.iter().find_map(|dict| count_of(dict, b"Ff")).unwrap_or(0);
        if self.kind.as_ref() != b"Btn" || flags & PUSHED != 0 {
            return None;
        }
        let of_field = || self.dicts.iter().find_map(|dict| dict.get::<Name<'a>>(b"V"));
        Some(annotation.get::<Name<'a>>(AS).or_else(of_field).is_some_and(|state| state.as_ref() != b"Off"))
    }

    /// What is chosen, by the names that the list shows.
    fn chosen(&self, xref: &'a XRef) -> Option<String> {
        let array = |key: &[u8]| self.dicts.iter().find_map(|dict| dict.get::<Array<'a>>(key));
        let several = |array| items(xref, &array).take(MAX_CHOICES).filter_map(|(_, item)| text(&item)).collect();
        let values: Vec<String> = match self.text(b"V") {
            Some(one) => vec![one],
            None => several(array(b"V")?),
        };
        // A choice is a text, or what is sent and what is shown.
        let pair = |(_, item): (_, Object<'a>)| {
            let mut pair = items(xref, &item.into_array()?);
            Some((text(&pair.next()?.1)?, text(&pair.next()?.1)?))
        };
        let all: Vec<(String, String)> =
            array(b"Opt").map_or(vec![], |all| items(xref, &all).take(MAX_CHOICES).filter_map(pair).collect());
        let name = |value: String| all.iter().find(|(sent, _)| *sent == value).map_or(value, |(_, name)| name.clone());
        Some(values.into_iter().map(name).collect::<Vec<_>>().join(", "))
    }
}

/// What stands in an annotation without an appearance.
fn shown<'a>(annotation: &Dict<'a>, xref: &'a XRef) -> Option<String> {
    if annotation.get::<Name<'_>>(SUBTYPE).as_deref() == Some(b"FreeText") {
        return text_of(annotation, CONTENTS);
    }
    let field = field(annotation)?;
    match field.kind.as_ref() {
        b"Tx" => field.text(b"V"),
        b"Ch" => field.chosen(xref),
        _ => None,
    }
}

/// What somebody said about a page: in a note, or of words that they marked.
fn comment(annotation: &Dict<'_>) -> Option<String> {
    const SAID: [&[u8]; 14] = [
        b"Text",
        b"Highlight",
        b"Underline",
        b"Squiggly",
        b"StrikeOut",
        b"Caret",
        b"Square",
        b"Circle",
        b"Line",
        b"Polygon",
        b"PolyLine",
        b"Ink",
        b"Stamp",
        b"Redact",
    ];
    let kind = annotation.get::<Name<'_>>(SUBTYPE)?;
    // That somebody accepted a comment is no comment.
    let said = SAID.contains(&kind.as_ref()) && !annotation.contains_key(b"StateModel");
    let text = text_of(annotation, CONTENTS).filter(|_| said)?;
    let text: String =
        text.chars().map(|c| if c == '\r' { '\n' } else { c }).filter(|&c| c == '\n' || !c.is_control()).collect();
    let lines: Vec<String> = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let text = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then_some(text)
}
