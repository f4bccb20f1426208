//! Paragraphs and the text in them.

use quick_xml::events::BytesStart;

use super::{Building, Field, Form, Items, Open, Run, Walk};
use crate::read::docx::story::{Item, Paragraph, Spot};
use crate::read::docx::styles::Style;
use crate::read::symbols::{is_private, symbol};
use crate::read::xml;

/// Most bytes of a field's instruction that are kept.
const MAX_INSTRUCTION: usize = 2_000;
/// Most fields inside each other.
const MAX_FIELDS: usize = 100;

/// What a line break is written as, as in Word's older format; a line feed in the XML is a blank like any other.
pub(super) const LINE_BREAK: char = '\u{B}';

impl Walk<'_> {
    pub(super) fn open_paragraph(&mut self) {
        self.count += 1;
        let carried = self.items.last_mut().and_then(|items| items.carried.take());
        // The mark that stays is the last one, and the properties are the mark's.
        let building = carried.map_or_else(Building::default, |carried| Building {
            paragraph: Paragraph {
                text: carried.paragraph.text,
                page: carried.paragraph.page,
                notes: carried.paragraph.notes,
                spots: carried.paragraph.spots,
                boxes: carried.paragraph.boxes,
                ..Paragraph::default()
            },
            unmarked: false,
            ..carried
        });
        self.paragraphs.push(building);
    }

    pub(super) fn close_paragraph(&mut self) {
        let Some(building) = self.paragraphs.pop() else { return };
        let Some(items) = self.items.last_mut() else { return };
        let full = building.has_content();
        if building.unmarked {
            if full {
                items.carried = Some(building);
            }
            return;
        }
        // A paragraph without text counts where it has a number.
        let paragraph = &building.paragraph;
        let style = self.styles.get(paragraph.style);
        let numbered = paragraph.number.is_some() || style.is_some_and(|style| style.number.is_some());
        if full || numbered && !paragraph.hidden {
            items.push(Item::Paragraph(building.finish()));
        }
    }

    /// Characters of the part, where they are text; `part` is where they begin in it, if that is to be kept
    /// and they stand there as they are.
    pub(super) fn characters(&mut self, text: &str, part: Option<usize>) {
        match self.open.last() {
            Some((_, Open::Text)) => self.write_from(text, part),
            Some((_, Open::Instruction)) => {
                if let Some(field) = self.fields.last_mut().filter(|f| f.instruction.len() < MAX_INSTRUCTION) {
                    field.instruction.push_str(text);
                }
            }
            _ => {}
        }
    }

    /// Whether text that stands here shows: not hidden, not part of a field's instruction.
    pub(super) fn shows(&self) -> bool {
        !self.is(|run| run.hidden, |style| style.hidden) && self.fields.iter().all(|field| field.result)
    }

    /// Whether text that stands here has a property: its run says so, or else its style, or else its paragraph's.
    fn is(&self, of_run: fn(&Run) -> Option<bool>, of_style: fn(&Style) -> Option<bool>) -> bool {
        let run = self.runs.last();
        let styled = |style: Option<usize>| self.styles.get(style).and_then(of_style);
        let paragraph = || styled(self.paragraphs.last()?.paragraph.style);
        run.and_then(of_run).or_else(|| styled(Some(run?.style?))).or_else(paragraph).unwrap_or(false)
    }

    /// Adds text to the paragraph, if it shows: tabs and runs of blanks become one blank, soft hyphens go.
    pub(super) fn write(&mut self, text: &str) {
        self.write_from(text, None);
    }

    /// Adds text that stands at a place of the part.
    fn write_from(&mut self, text: &str, part: Option<usize>) {
        if text.is_empty() || !self.shows() {
            return;
        }
        let bold = self.is(|run| run.bold, |style| style.bold);
        let capitals = self.is(|run| run.capitals, |style| style.capitals);
        let Some(building) = self.paragraphs.last_mut() else { return };
        let Paragraph { text: out, spots, .. } = &mut building.paragraph;
        let from = out.len();
        let add = |out: &mut String, text: &str| {
            let text = if capitals { &*text.to_uppercase() } else { text };
            append(out, text, self.runs.last());
        };
        match part {
            None => add(out, text),
            Some(part) => {
                for (at, c) in text.char_indices() {
                    let before = out.len();
                    add(out, c.encode_utf8(&mut [0; 4]));
                    if out.len() == before + c.len_utf8() {
                        spot(spots, Spot { text: before, part: part + at, length: c.len_utf8() });
                    }
                }
            }
        }
        let from = from.min(out.len());
        if out[from..].trim().is_empty() {
            return;
        }
        self.fresh = false;
        if let Some(row) = self.rows.last_mut() {
            row.written = true;
        }
        if !std::mem::replace(&mut building.written, true) {
            building.paragraph.page = self.page;
        }
        building.light |= !bold;
    }

    /// The begin, the middle or the end of a field.
    pub(super) fn field(&mut self, element: &BytesStart) {
        if !self.with_fields {
            return;
        }
        match xml::attribute(element, "fldCharType").as_deref() {
            Some("begin") if self.fields.len() < MAX_FIELDS => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.result = true;
                }
            }
            Some("end") => {
                if let Some(field) = self.fields.pop() {
                    self.write(&field.shown());
                }
            }
            _ => {}
        }
    }

    /// A page that the author ended.
    pub(super) fn hard_break(&mut self) {
        self.story.breaks.hard += 1;
        self.page += 1;
        self.fresh = true;
    }

    /// A paragraph that begins a page, unless it stands at the top of one anyway.
    pub(super) fn break_before(&mut self) {
        if !self.fresh && self.items.first().is_some_and(|story| !story.items.is_empty()) {
            self.hard_break();
        }
    }

    /// A page that was full. Word notes a new page once more after a break by the author, and at the head of the
    /// row after one that goes over the end of a page.
    pub(super) fn rendered_break(&mut self) {
        self.story.breaks.rendered += 1;
        let again = self.row_broke && self.rows.last().is_some_and(|row| !row.written);
        if !std::mem::take(&mut self.fresh) && !again {
            self.page += 1;
        }
    }
}

impl Building {
    fn has_content(&self) -> bool {
        self.written || !self.paragraph.notes.is_empty() || !self.paragraph.boxes.is_empty()
    }

    fn finish(self) -> Paragraph {
        let mut paragraph = self.paragraph;
        let text = &mut paragraph.text;
        text.truncate(text.trim_end().len());
        let blank = text.len() - text.trim_start().len();
        text.drain(..blank);
        paragraph.spots = Spot::moved(paragraph.spots, blank, 0).collect();
        paragraph.bold = !self.light;
        paragraph
    }
}

impl Items {
    pub(super) fn push(&mut self, item: Item) {
        self.items.extend(self.carried.take().map(|carried| Item::Paragraph(carried.finish())));
        self.items.push(item);
    }

    pub(super) fn finish(mut self) -> Vec<Item> {
        self.items.extend(self.carried.take().map(|carried| Item::Paragraph(carried.finish())));
        self.items
    }
}

impl Field {
    /// What a field shows that has no result in the text.
    fn shown(self) -> String {
        match self.form {
            Some(Form::Check(on)) => if on { "☒" } else { "☐" }.to_owned(),
            Some(Form::List { chosen, mut entries }) if !self.result && chosen < entries.len() => {
                entries.swap_remove(chosen)
            }
            // "MACROBUTTON name text" shows its text, often a prompt to fill something in.
            _ if !self.result && self.instruction.trim_start().starts_with("MACROBUTTON") => {
                let past_word = |text: &str| {
                    text.trim_start().split_once(char::is_whitespace).map_or(String::new(), |(_, rest)| rest.to_owned())
                };
                past_word(&past_word(&self.instruction))
            }
            _ => String::new(),
        }
    }
}

/// Notes where letters stand: one spot for those that follow each other in the text and in the part.
fn spot(spots: &mut Vec<Spot>, next: Spot) {
    match spots.last_mut() {
        Some(last) if last.text + last.length == next.text && last.part + last.length == next.part => {
            last.length += next.length;
        }
        _ => spots.push(next),
    }
}

/// Appends text with white space made even and letters of symbol fonts made readable.
fn append(out: &mut String, text: &str, run: Option<&Run>) {
    let blank = out.is_empty() || out.ends_with([' ', '\n']);
    let mut before = if blank { b' ' } else { 0 };
    let mut plain = true;
    for &byte in text.as_bytes() {
        plain &= byte >= b' ' && !matches!(byte, 0xC2 | 0xEE | 0xEF) && !(byte == b' ' && before == b' ');
        before = byte;
    }
    if plain {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        match c {
            '\u{AD}' => {}
            LINE_BREAK => {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
            }
            ' ' | '\t' | '\n' | '\r' => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            c if is_private(c) => {
                let font = run.and_then(|run| run.font.as_ref()).and_then(|font| xml::attribute(font, "ascii"));
                out.push(symbol(font.as_deref().unwrap_or_default(), c.into()));
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}
