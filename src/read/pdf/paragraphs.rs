//! Lines to paragraphs, over line, column and page breaks.

use super::geometry::Rect;
use super::layout::Sheet;
use super::lines::Line;
use super::prose::Vocabulary;
use super::style::Style;
use super::tags::{Role, Tags};
use crate::read::structure;

/// A paragraph in the making.
#[derive(Debug)]
pub struct Paragraph {
    pub page: usize,
    pub text: String,
    /// The box around its lines on its first page.
    pub rect: Rect,
    /// The last line.
    last: Line,
    /// Where the last line could have ended.
    right: f32,
    pub flow: Flow,
    /// Left edge of the first line, of what stands behind its number or bullet, and of the lines after it.
    pub first_x: f32,
    text_x: f32,
    rest_x: Option<f32>,
    pub bold: bool,
    pub size: f32,
    pub element: Option<u32>,
    /// Its first words, which tags call its number or bullet.
    pub label: Option<String>,
    /// Whether it is a footnote, by tags or by the raised number in front.
    pub note: bool,
}

/// Page, and column or cell on it.
pub type Flow = (usize, u32);

/// The flow of cells, which are no column of the page.
pub const CELL: u32 = u32::MAX;

/// What the putting together of lines needs to know.
pub struct Setting<'s> {
    pub sheets: &'s [Sheet],
    pub style: Style,
    pub tags: Option<&'s Tags>,
    pub vocabulary: Vocabulary<'s>,
}

impl Setting<'_> {
    /// What tags say that the paragraph of a line is.
    pub fn role(&self, element: Option<u32>) -> Role {
        let element = element.and_then(|element| self.tags?.elements.get(element as usize));
        element.map_or(Role::Paragraph, |element| element.role)
    }

    /// Adds a line to a paragraph, or gives the paragraph that it begins.
    pub fn add(&self, open: Option<&mut Paragraph>, line: Line, right: f32, flow: Flow) -> Option<Paragraph> {
        let sheet = &self.sheets[flow.0];
        let text = line.text(sheet);
        if text.is_empty() {
            return None;
        }
        if let Some(paragraph) = open
            && goes_on(&self.style, paragraph, &line, &text, flow)
        {
            self.vocabulary.append(&mut paragraph.text, &text);
            paragraph.rest_x.get_or_insert(line.rect.x0);
            paragraph.bold &= line.bold;
            if flow.0 == paragraph.page {
                paragraph.rect.join(&line.rect);
            }
            (paragraph.right, paragraph.flow) = (right, flow);
            paragraph.last = line;
            return None;
        }
        let first = &sheet.words[line.words[0] as usize];
        let raised = line.is_raised(first) && sheet.word_text(first).bytes().all(|b| b.is_ascii_digit());
        let labels = self.tags.and_then(|tags| tags.page(flow.0)).map_or(0, |tags| {
            line.words.iter().take_while(|&&word| tags.is_label(sheet, &sheet.words[word as usize])).count()
        });
        Some(Paragraph {
            page: flow.0,
            text,
            rect: line.rect,
            right,
            flow,
            first_x: line.rect.x0,
            text_x: line.words.get(1).map_or(line.rect.x0, |&second| sheet.words[second as usize].x0),
            rest_x: None,
            bold: line.bold,
            size: line.size,
            element: line.element,
            label: Line::of(sheet, &line.words[..labels], None).map(|label| label.text(sheet)),
            note: raised || self.role(line.element) == Role::Note,
            last: line,
        })
    }

    /// Whether a line belongs to a paragraph.
    pub fn goes_on(&self, paragraph: &Paragraph, line: &Line, flow: Flow) -> bool {
        goes_on(&self.style, paragraph, line, &line.text(&self.sheets[flow.0]), flow)
    }
}

/// Whether a line belongs to the paragraph before it.
fn goes_on(style: &Style, paragraph: &Paragraph, line: &Line, text: &str, flow: Flow) -> bool {
    let last = &paragraph.last;
    let tagged = paragraph.element.is_some() || line.element.is_some();
    // Word ends an element at the foot of the page even where its paragraph goes on.
    if tagged && (paragraph.element == line.element || paragraph.flow.0 == flow.0) {
        return paragraph.element == line.element;
    }
    let full = is_full(paragraph, line);
    let small = text.starts_with(char::is_lowercase);
    let ended = paragraph.text.ends_with(['.', ':', ';', '!', '?'])
        || paragraph.text.ends_with(['”', '"', ')', '’'])
            && paragraph.text.trim_end_matches(['”', '"', ')', '’']).ends_with('.');
    let unlike = (line.size - last.size).abs() > 0.12 * last.size;
    if (unlike || last.bold != line.bold) && (ended || !small || unlike && !full) {
        return false;
    }
    let label = structure::label(text);
    if paragraph.flow != flow {
        // Over a column or page break nothing but the words themselves tells.
        return !ended && label.is_none() && (small || full && !paragraph.text.ends_with(char::is_numeric));
    }
    let down = (line.y - last.y) / line.size;
    if down < 0.3 || down > style.pitch(line.size) + 0.25 {
        return false;
    }
    let em = line.size;
    // A short line in a font of its own is a heading run in above its text.
    if !full && matches!((last.font, line.font), (Some(a), Some(b)) if a != b) && paragraph.rest_x.is_none() {
        return false;
    }
    if let Some((label, _)) = label {
        let bullet = !label.starts_with(char::is_alphanumeric) && !label.starts_with('(');
        let item = structure::label(&paragraph.text).is_some();
        // The next item stands further out than the text of this one, where that hangs.
        let hangs = match paragraph.rest_x {
            Some(rest) => line.rect.x0 < rest - 0.5 * em,
            None => item && line.rect.x0 < paragraph.text_x - 0.5 * em,
        };
        let flush = paragraph.text_x - line.rect.x0 > 0.5 * em;
        let listed = item && flush && [" and", " or", ","].iter().any(|end| paragraph.text.ends_with(end));
        if !full || bullet || hangs || ended || listed {
            return false;
        }
    }
    if let Some(rest) = paragraph.rest_x {
        // The first line of a paragraph is set in, or that of a list item set out.
        let moved = line.rect.x0 - rest;
        let centred =
            (f32::midpoint(line.rect.x0, line.rect.x1) - f32::midpoint(last.rect.x0, last.rect.x1)).abs() < em;
        if moved.abs() > 0.9 * em && !centred && (ended || !small) {
            return false;
        }
    } else if (line.rect.x0 - paragraph.first_x).abs() > 12.0 * em && !small {
        return false;
    }
    full || small && !ended || hangs_on(&paragraph.text)
}

/// Whether a text ends with a word that needs another after it.
fn hangs_on(text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "of", "the", "to", "and", "or", "a", "an", "for", "with", "by", "in", "at", "from", "than", "is", "are", "be",
        "not", "on", "as", "that", "which", "must", "shall",
    ];
    text.rsplit(' ').next().is_some_and(|last| WORDS.contains(&last))
}

/// Whether the last line of a paragraph leaves no room for the first word of the next.
fn is_full(paragraph: &Paragraph, next: &Line) -> bool {
    let word = next.first_end - next.rect.x0;
    let last = &paragraph.last;
    last.rect.x1 + 0.25 * last.size + word > paragraph.right - 0.5 * last.size
}
