//! Lists, paragraphs and what is written in them; where pages end.

use quick_xml::events::BytesStart;

use super::super::lists::Root;
use super::super::styles::{Family, Style};
use super::{Frame, List, Numbered, Paragraph, Walk};
use crate::document::Block;
use crate::read::flow::Mark;
use crate::read::package::MAX_UNREAD;
use crate::read::symbols::{is_private, symbol};
use crate::read::xml;

impl Walk<'_, '_> {
    pub(super) fn open_list(&mut self, element: &BytesStart) {
        let get = |name: &str| xml::attribute(element, name).map(std::borrow::Cow::into_owned);
        self.count += 1;
        let frame = self.frame();
        let style = get("style-name").or_else(|| frame.lists.last().map(|list| list.style.clone())).unwrap_or_default();
        if frame.lists.is_empty() {
            frame.root = Root {
                id: get("id"),
                continues: get("continue-list"),
                goes_on: get("continue-numbering").is_some_and(|on| on == "true"),
                style: style.clone(),
                ..Root::default()
            };
        }
        frame.lists.push(List { style, item: None });
    }

    pub(super) fn open_paragraph(&mut self, heading: bool, element: &BytesStart) {
        self.close_paragraph();
        self.count += 1;
        let at = self.find(Family::Paragraph, element);
        self.break_before(at);
        let styles = self.known.styles;
        let style = styles.get(at);
        let level = xml::attribute(element, "outline-level").and_then(|level| level.trim().parse::<u8>().ok());
        let level = if heading { Some(level.unwrap_or(1)) } else { style.and_then(|style| style.outline) };
        let level = level.or(style.and_then(|style| style.built_in)).filter(|level| *level > 0);
        let (label, indent) = self.number(heading, style, level, element);
        let mark = Mark { heading: level.map(|level| level.min(9)), label, indent, ..Mark::default() };
        let hidden = self.frame().paragraph.is_some();
        self.frame().paragraph = Some(Paragraph { style: at, mark, hidden, boxes: vec![], notes: vec![] });
    }

    /// Counts a paragraph where it is numbered, and tells how far it stands from the margin.
    pub(super) fn number(
        &mut self,
        heading: bool,
        style: Option<&Style>,
        level: Option<u8>,
        element: &BytesStart,
    ) -> (Option<String>, usize) {
        let own = style.map_or_else(Default::default, |style| style.indent);
        let (styles, scope) = (self.known.styles, self.known.scope);
        let last = self.frames.len() - 1;
        let frame = &mut self.frames[last];
        let depth = frame.lists.len();
        if let Some(list) = frame.lists.last_mut() {
            let plain = heading && xml::attribute(element, "is-list-header").is_some_and(|on| on == "true");
            let of_style = style.and_then(|style| style.list.as_deref()).unwrap_or_default();
            let name = if list.style.is_empty() { of_style } else { &list.style };
            let Some(Numbered { start }) = (if plain { None } else { list.item.take() }) else {
                return (None, own.characters());
            };
            let Some(levels) = styles.list(scope, name) else { return (None, own.characters()) };
            let label = self.counters.count(&mut frame.root, levels, depth - 1, start);
            let at = levels.levels.get(depth - 1).map_or_else(Default::default, |level| level.indent);
            let indent = own.or(at).characters();
            let indent = *self.indents.entry((name.to_owned(), depth)).or_insert(indent);
            return (label, indent);
        }
        let numbered = style.is_some_and(|style| style.outline.is_some() && style.list.as_deref() != Some(""));
        let Some(level) = level.filter(|_| heading && numbered) else { return (None, own.characters()) };
        let start = xml::attribute(element, "start-value").and_then(|start| start.trim().parse().ok());
        let plain = xml::attribute(element, "is-list-header").is_some_and(|on| on == "true");
        let label = if plain { None } else { self.counters.heading(&styles.outline, usize::from(level) - 1, start) };
        (label, own.characters())
    }

    /// Ends the paragraph that is open; what is anchored in it comes after it.
    pub(super) fn close_paragraph(&mut self) {
        let Some(paragraph) = self.frame().paragraph.take() else { return };
        self.begun = true;
        self.frame().spans.clear();
        if paragraph.hidden {
            self.flow.take();
        } else {
            self.flow.paragraph(&paragraph.mark);
        }
        for block in paragraph.boxes.into_iter().chain(paragraph.notes) {
            self.flow.push(block);
        }
        if self.known.styles.get(paragraph.style).is_some_and(|style| style.breaks.1 == Some(true)) {
            self.hard_break();
        }
    }

    /// Whether text that stands here shows.
    pub(super) fn shows(&mut self) -> bool {
        self.frame().paragraph.is_some() && !self.is(|style| style.hidden)
    }

    /// Whether text that stands here has a property: the innermost span that speaks of it decides, or the paragraph.
    pub(super) fn is(&self, of: fn(&Style) -> Option<bool>) -> bool {
        let Some(frame) = self.frames.last() else { return false };
        let spans = frame.spans.iter().rev().copied();
        let mut styles = spans.chain(frame.paragraph.as_ref().map(|paragraph| paragraph.style));
        styles.find_map(|style| self.known.styles.get(style).and_then(of)).unwrap_or(false)
    }

    pub(super) fn write(&mut self, text: &str) {
        if !self.shows() {
            return;
        }
        let bold = self.is(|style| style.bold);
        let text =
            if self.is(|style| style.capitals) { text.to_uppercase().into() } else { std::borrow::Cow::from(text) };
        if text.contains(is_private) {
            let look = |c: char| if is_private(c) { symbol("", c.into()) } else { c };
            self.flow.write(&text.chars().map(look).collect::<String>(), bold);
        } else {
            self.flow.write(&text, bold);
        }
        self.fresh &= text.trim().is_empty();
    }

    pub(super) fn begin_aside(&mut self) {
        self.count += 1;
        self.flow.begin_aside();
        self.frames.push(Frame::default());
    }

    pub(super) fn end_aside(&mut self) -> Vec<Block> {
        self.close_paragraph();
        self.frames.pop();
        self.flow.end_aside()
    }

    pub(super) fn object(&mut self, name: &str) {
        let name = name.trim_start_matches("./").trim_end_matches('/');
        if let Some(formula) = self.known.formulas.get(name) {
            self.write(formula);
        } else if !self.known.drawn.contains(name) && self.walked.embedded.len() < MAX_UNREAD {
            self.walked.embedded.push(name.to_owned());
        }
    }

    /// A page that the author ended.
    pub(super) fn hard_break(&mut self) {
        let inside = self.flow.in_table() || self.frames.len() > 1 || self.running.is_some();
        if !inside && !std::mem::replace(&mut self.fresh, true) {
            self.walked.hard_breaks += 1;
            self.page += 1;
            self.flow.page(self.page);
        }
    }

    pub(super) fn break_before(&mut self, style: Option<usize>) {
        let Some(style) = self.known.styles.get(style) else { return };
        let master = style.master.as_deref().filter(|name| !name.is_empty());
        if master.is_some() || style.breaks.0 == Some(true) {
            self.hard_break();
        }
        if let Some(master) = master {
            let masters = &mut self.walked.masters;
            masters.first |= !self.begun;
            masters.named.insert(master.to_owned());
        }
    }

    /// A page that was full.
    pub(super) fn turn(&mut self) {
        if !std::mem::replace(&mut self.fresh, true) {
            self.page += 1;
            self.flow.page(self.page);
        }
    }
}
