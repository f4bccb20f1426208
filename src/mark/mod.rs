//! Remarks back into the PDF file that they are about: a highlight with a note over each passage, as readers of PDF make
//! them.
//!
//! | file | does |
//! |---|---|
//! | `notes` | what is said where: the boxes of a passage and the words of its note |
//! | `update` | what is appended to a file, as the format has it for changes; what was there stays as it is, byte for byte |
//!
//! A block's box is known and not that of each word, so the block is highlighted and its note quotes the passage.

#![allow(clippy::many_single_char_names, reason = "the six numbers of a matrix and the places they give")]

mod notes;
#[cfg(test)]
mod tests;
mod update;

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys::ANNOTS;
use hayro_syntax::object::{Array, Dict, ObjectIdentifier};
use hayro_syntax::page::Page;
use pdf_writer::types::{AnnotationFlags, AnnotationIcon, AnnotationType, BlendMode};
use pdf_writer::{Chunk, Content, Date, Finish, Name, Rect, Ref, TextStr};

use self::notes::Note;
pub use self::notes::Spot;
use self::update::Update;
use crate::document::Bounds;
use crate::read::pdf::{OWN_NOTE, open};
use crate::remark::{MAX_REMARKS, Remark, Reviewer};

/// The colour of highlights: red, green and blue of one.
const YELLOW: [f32; 3] = [1.0, 0.87, 0.35];
/// The side of the sign of a note that is about the whole document, and how far it stands from the edges, in points.
const SIGN: u16 = 20;

/// A PDF file with remarks in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The file: that which was given, and what was appended.
    pub bytes: Vec<u8>,
    /// Number of remarks over their passages. Those of one block share a note.
    pub beside: usize,
    /// Number of remarks in the note on the first page: about the whole document, or about a passage that stands at no
    /// known place.
    pub at_head: usize,
}

/// Why remarks cannot be put into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is no PDF file.
    NotPdf,
    /// It is broken or too large, and would not be whole afterwards.
    NotWhole,
    /// It is protected by a password: to be read, or to be changed.
    Locked,
}

/// Puts remarks into a PDF file. The places are those of the blocks of the document as it was read from this very file.
pub fn mark(bytes: &[u8], blocks: &[Spot], remarks: &[Remark], by: &Reviewer) -> Result<Marked, Refused> {
    if !crate::read::is_pdf(bytes) {
        return Err(Refused::NotPdf);
    }
    let pdf = open(bytes, &[]).map_err(|why| if why.is_locked() { Refused::Locked } else { Refused::NotWhole })?;
    let mut update = Update::of(bytes, pdf.xref())?;
    let first = pdf.pages().first().ok_or(Refused::NotWhole)?;

    let remarks = &remarks[..remarks.len().min(MAX_REMARKS)];
    let (placed, mut head) = notes::sorted(blocks, remarks);
    let mut marked = Marked { bytes: vec![], beside: 0, at_head: head.remarks };
    // The pages' objects with what is added to each, in the order of the first note.
    let mut changed: Vec<(&Page<'_>, Vec<Ref>)> = vec![];
    let blend = update.next(pdf.xref());
    for (place, note) in placed {
        let page = pdf.pages().get(place.page as usize - 1).filter(|page| is_object(&pdf, page));
        let quads = page.map(|page| place.boxes.iter().filter_map(|bounds| on_page(page, *bounds)).collect::<Vec<_>>());
        let (Some(page), Some(quads)) = (page, quads.filter(|quads| !quads.is_empty())) else {
            marked.at_head += note.remarks;
            head.take(&note);
            continue;
        };
        marked.beside += note.remarks;
        let look = update.next(pdf.xref());
        let id = update.next(pdf.xref());
        update.add(look, &appearance(look, blend, &quads));
        update.add(id, &highlight(id, look, &quads, &note, by));
        add(&mut changed, page, id);
    }
    if marked.beside > 0 {
        let mut chunk = Chunk::new();
        chunk.ext_graphics(blend).blend_mode(BlendMode::Multiply);
        update.add(blend, &chunk);
    }
    if head.remarks > 0 {
        let sign = [SIGN, SIGN, 2 * SIGN, 2 * SIGN];
        let rect = on_page(first, sign).filter(|_| is_object(&pdf, first)).ok_or(Refused::NotWhole)?;
        let id = update.next(pdf.xref());
        let mut chunk = Chunk::new();
        let mut annotation = chunk.annotation(id);
        annotation.subtype(AnnotationType::Text).icon(AnnotationIcon::Note).rect(rect);
        say(&mut annotation, id, &head, by);
        annotation.finish();
        update.add(id, &chunk);
        add(&mut changed, first, id);
    }
    for (page, added) in changed {
        let id = page.raw().obj_id().ok_or(Refused::NotWhole)?;
        let old = page.raw().get::<Array<'_>>(ANNOTS);
        update.page(id, page.raw(), old.as_ref(), &added).ok_or(Refused::NotWhole)?;
    }
    marked.bytes = update.finish(pdf.xref());
    if is_whole(&pdf, &marked.bytes) { Ok(marked) } else { Err(Refused::NotWhole) }
}

fn add<'p>(changed: &mut Vec<(&'p Page<'p>, Vec<Ref>)>, page: &'p Page<'p>, id: Ref) {
    match changed.iter_mut().find(|(known, _)| known.raw().obj_id() == page.raw().obj_id()) {
        Some((_, added)) => added.push(id),
        None => changed.push((page, vec![id])),
    }
}

/// Whether a page is an object of its own, which can be written anew.
fn is_object(pdf: &Pdf, page: &Page<'_>) -> bool {
    let id = page.raw().obj_id();
    id.and_then(|id| pdf.xref().get::<Dict<'_>>(id)).is_some_and(|dict| dict == *page.raw())
}

/// Whether the copy opens with the pages that the file has.
fn is_whole(pdf: &Pdf, copy: &[u8]) -> bool {
    let id = |page: &Page<'_>| -> Option<ObjectIdentifier> { page.raw().obj_id() };
    Pdf::new(copy.to_vec()).is_ok_and(|copy| pdf.pages().iter().map(id).eq(copy.pages().iter().map(id)))
}

/// A box of the page as it is shown, where the page itself has it.
fn on_page(page: &Page<'_>, [left, top, right, bottom]: Bounds) -> Option<Rect> {
    let [a, b, c, d, e, f] = page.initial_transform(true).as_coeffs();
    let determinant = a * d - b * c;
    let own = |x: u16, y: u16| {
        let (x, y) = (f64::from(x) - e, f64::from(y) - f);
        (((d * x - c * y) / determinant) as f32, ((a * y - b * x) / determinant) as f32)
    };
    let ((x0, y0), (x1, y1)) = (own(left, top), own(right, bottom));
    let rect = Rect::new(x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1));
    [x0, y0, x1, y1].iter().all(|edge| edge.is_finite()).then_some(rect)
}

/// The smallest box around some, of which there is one at least.
fn around(quads: &[Rect]) -> Rect {
    let join = |a: Rect, b: &Rect| Rect::new(a.x1.min(b.x1), a.y1.min(b.y1), a.x2.max(b.x2), a.y2.max(b.y2));
    quads.iter().skip(1).fold(quads[0], join)
}

/// How a highlight looks: as if it was made with a felt pen, so that the letters stay black.
fn appearance(id: Ref, blend: Ref, quads: &[Rect]) -> Chunk {
    let mut content = Content::new();
    content.set_parameters(Name(b"G0")).set_fill_rgb(YELLOW[0], YELLOW[1], YELLOW[2]);
    for quad in quads {
        content.rect(quad.x1, quad.y1, quad.x2 - quad.x1, quad.y2 - quad.y1);
    }
    content.fill_nonzero();
    let content = Content::finish(content);
    let mut chunk = Chunk::new();
    let mut form = chunk.form_xobject(id, &content);
    form.bbox(around(quads));
    form.resources().ext_g_states().pair(Name(b"G0"), blend);
    form.finish();
    chunk
}

fn highlight(id: Ref, look: Ref, quads: &[Rect], note: &Note, by: &Reviewer) -> Chunk {
    let mut chunk = Chunk::new();
    let mut annotation = chunk.annotation(id);
    annotation.subtype(AnnotationType::Highlight).rect(around(quads));
    // Upper left, upper right, lower left, lower right: what all programs take, whatever the standard says.
    annotation.quad_points(quads.iter().flat_map(|q| [q.x1, q.y2, q.x2, q.y2, q.x1, q.y1, q.x2, q.y1]));
    annotation.appearance().normal().stream(look);
    say(&mut annotation, id, note, by);
    annotation.finish();
    chunk
}

fn say(annotation: &mut pdf_writer::writers::Annotation<'_>, id: Ref, note: &Note, by: &Reviewer) {
    annotation.name(TextStr(&format!("{OWN_NOTE}{}", id.get())));
    annotation.contents(TextStr(&note.text)).author(TextStr(&by.name)).flags(AnnotationFlags::PRINT);
    annotation.color_rgb(YELLOW[0], YELLOW[1], YELLOW[2]);
    if let Some(date) = date(&by.date) {
        annotation.modified(date);
    }
}

/// `2027-01-31T09:00:00Z` as the format has it.
fn date(iso: &str) -> Option<Date> {
    let number = |range: std::ops::Range<usize>| iso.get(range)?.parse::<u16>().ok();
    let byte = |range| number(range).map(|number| number as u8);
    let date = Date::new(number(0..4)?).month(byte(5..7)?).day(byte(8..10)?);
    let date = date.hour(byte(11..13)?).minute(byte(14..16)?).second(byte(17..19)?);
    Some(date.utc_offset_hour(0).utc_offset_minute(0))
}
