//! What annotations and form fields show on a page.

use hayro_syntax::object::dict::keys::{ANNOTS, AP, AS, BBOX, F, MATRIX, N, OC, RECT, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::Page;

use super::content::{Run, State};
use super::encodings::standard_width;
use super::geometry::Matrix;
use super::guard::MAX_ANNOTATIONS;
use super::layout::Hand;
use super::objects::{count_of, items, numbers_of, text_of};

impl<'a> Run<'_, 'a> {
    /// Shows the value of a form field that has no appearance: viewers draw it themselves.
    fn value(&mut self, annotation: &Dict<'a>, [x0, y0, x1, y1]: [f64; 4], state: &State) {
        let Some(value) = field_value(annotation) else { return };
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
            // What somebody marked or noted is not of the document.
            let kind = annotation.get::<Name<'_>>(SUBTYPE);
            let review = matches!(
                kind.as_deref(),
                Some(b"Popup" | b"Text" | b"Highlight" | b"Underline" | b"Squiggly" | b"StrikeOut")
            );
            let group = annotation.get_ref(OC).map(Into::into);
            if off || review || self.shared.hidden.hides(group, annotation.get::<Dict<'a>>(OC).as_ref()) {
                continue;
            }
            let appearance = match annotation.get::<Dict<'a>>(AP).and_then(|dict| dict.get::<Object<'a>>(N)) {
                Some(Object::Stream(stream)) => Some(stream),
                Some(Object::Dict(states)) => {
                    annotation.get::<Name<'_>>(AS).and_then(|name| states.get::<Stream<'a>>(name.as_ref()))
                }
                _ => None,
            };
            let Some(rect) = numbers_of::<4>(&annotation, RECT) else { continue };
            let Some(stream) = appearance else {
                self.value(&annotation, rect, state);
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

/// What a text or choice field is filled in with; fields inherit it.
fn field_value(annotation: &Dict<'_>) -> Option<String> {
    let parent = annotation.get::<Dict<'_>>(b"Parent");
    let fields = || [Some(annotation), parent.as_ref()].into_iter().flatten();
    let kind = fields().find_map(|field| field.get::<Name<'_>>(b"FT"))?;
    let text = matches!(kind.as_ref(), b"Tx" | b"Ch");
    text.then(|| fields().find_map(|field| text_of(field, b"V"))).flatten()
}
