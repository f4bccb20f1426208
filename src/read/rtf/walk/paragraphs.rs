//! Paragraphs, the text in them, and the rows and cells that they stand in.

use super::{Event, Kind, MAX_EVENTS, OpenTable, Walk};
use crate::read::rtf::lists::MAX_LABEL;
use crate::read::rtf::story::{Paragraph, Table};

/// A paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Building {
    text: String,
    label: Option<String>,
    /// Whether some of its text is not bold.
    light: bool,
    /// Whether it has text that is not blank.
    written: bool,
    /// Whether something of it was seen.
    begun: bool,
    page: u32,
    pub(super) notes: Vec<usize>,
}

impl Building {
    pub(super) fn begin_label(&mut self) {
        self.label = Some(String::new());
    }
}

impl Walk {
    /// Whether text that stands here shows.
    pub(super) fn shows(&mut self) -> bool {
        let group = self.group();
        !group.hidden && !group.deleted && matches!(group.destination, super::Destination::Text)
    }

    pub(super) fn group_depth(&mut self) -> usize {
        self.group().paragraph.depth()
    }

    /// Adds text to the paragraph, if it shows.
    pub(super) fn write(&mut self, text: &str) {
        if text.is_empty() || !self.shows() {
            return;
        }
        self.begin_paragraph();
        let group = *self.group();
        let page = self.page;
        let last = self.sinks.len() - 1;
        let open = &mut self.sinks[last].open;
        if group.capitals {
            open.text.push_str(&text.to_uppercase());
        } else {
            open.text.push_str(text);
        }
        if text.trim().is_empty() {
            return;
        }
        open.light |= !group.bold;
        if !std::mem::replace(&mut open.written, true) {
            open.page = page;
        }
        self.fresh &= last > 0;
        if let Some(field) = self.fields.last_mut() {
            field.shows = true;
        }
    }

    /// A letter of the paragraph's number.
    pub(super) fn label(&mut self, c: char) {
        let group = *self.group();
        if let Some(label) = self.sink().open.label.as_mut().filter(|label| label.len() < MAX_LABEL && !group.hidden) {
            label.push(if c.is_whitespace() { ' ' } else { c });
        }
    }

    /// Looks whether a page begins with the paragraph.
    fn begin_paragraph(&mut self) {
        if self.sinks.len() > 1 || std::mem::replace(&mut self.sinks[0].open.begun, true) {
            return;
        }
        let (ended, page) = std::mem::take(&mut self.section);
        self.section.1 = page;
        let breaks = ended && page || self.group().paragraph.page_before;
        if breaks && !self.fresh && !self.sinks[0].events.is_empty() {
            self.hard_break();
        }
    }

    /// A page that the author ended.
    pub(super) fn hard_break(&mut self) {
        if self.sinks.len() == 1 {
            self.story.breaks += 1;
            self.page = self.page.saturating_add(1);
            self.fresh = true;
        }
    }

    /// Adds to the sink; past the limit nothing.
    fn push(&mut self, event: Event) {
        self.count += 1;
        self.story.full |= self.count > MAX_EVENTS;
        if !self.story.full {
            self.sink().events.push(event);
        }
    }

    /// Ends the paragraph, which stands in so many tables. One whose end is deleted goes on in the next.
    pub(super) fn end_paragraph(&mut self, depth: usize) {
        let group = *self.group();
        if group.deleted && depth == 0 && self.sink().open.written {
            return;
        }
        self.begin_paragraph();
        // Rows that are not closed hold what follows, whatever it says of itself.
        let depth =
            if self.sink().tables.first().is_some_and(|table| table.cells.is_some()) { depth.max(1) } else { depth };
        self.enter(depth);
        let open = std::mem::take(&mut self.sink().open);
        let properties = group.paragraph;
        let list = (properties.list > 0).then_some((properties.list, properties.level));
        // A paragraph without text counts where it has a number.
        if open.written || list.is_some() && open.label.is_none() && !group.deleted {
            self.ensure_cell();
            let outline = properties.outline.or_else(|| self.styles.outline(properties.style));
            let label = open.label.map(|label| label.trim().to_owned()).filter(|label| !label.is_empty());
            let paragraph = Paragraph {
                text: open.text,
                bold: !open.light,
                heading: outline.filter(|outline| *outline < 9).map(|outline| outline + 1),
                label,
                list,
                indent: properties.indent(),
                page: open.page,
            };
            self.push(Event::Paragraph(Box::new(paragraph)));
        }
        for note in open.notes {
            self.ensure_cell();
            self.push(Event::Note(note));
        }
        let boxes = std::mem::take(&mut self.sink().boxes);
        if !boxes.is_empty() {
            self.ensure_cell();
            self.sink().events.extend(boxes);
        }
    }

    /// Ends and begins tables until so many are open.
    fn enter(&mut self, depth: usize) {
        // Running heads are read as paragraphs.
        let depth = if matches!(self.sink().kind, Kind::Head | Kind::Foot) { 0 } else { depth };
        while self.sink().tables.len() > depth {
            self.close_row();
            self.sink().tables.pop();
            self.push(Event::EndTable);
        }
        while self.sink().tables.len() < depth {
            self.ensure_cell();
            let number = self.story.tables.len();
            self.story.tables.push(Table::default());
            self.push(Event::Table(number));
            self.sink().tables.push(OpenTable { number, cells: None, in_cell: false });
            if self.story.full {
                return;
            }
        }
    }

    /// Begins a row and a cell of the innermost table where none is open.
    fn ensure_cell(&mut self) {
        let Some(table) = self.sink().tables.last_mut() else { return };
        let (row, cell) = (table.cells.is_none(), !table.in_cell);
        let cells = table.cells.get_or_insert(0);
        *cells += usize::from(cell);
        table.in_cell = true;
        if row {
            self.push(Event::Row);
        }
        if cell {
            self.push(Event::Cell);
        }
    }

    pub(super) fn end_cell(&mut self, inner: bool) {
        let depth = if inner { self.group_depth().max(2) } else { 1 };
        self.end_paragraph(depth);
        self.ensure_cell();
        if let Some(table) = self.sink().tables.last_mut() {
            table.in_cell = false;
        }
    }

    pub(super) fn end_row(&mut self, inner: bool) {
        let depth = if inner { self.group_depth().max(2) } else { 1 };
        if self.sink().open.written {
            self.end_cell(inner);
        }
        if self.sink().tables.len() >= depth {
            self.enter(depth);
            self.close_row();
        }
    }

    /// Ends the row of the innermost table, if one is open.
    fn close_row(&mut self) {
        let inner = self.sink().tables.len() > 1;
        let Some(table) = self.sink().tables.last_mut() else { return };
        table.in_cell = false;
        let (number, Some(cells)) = (table.number, table.cells.take()) else { return };
        let row = &self.rows[usize::from(inner)];
        self.count += cells;
        self.story.tables[number].row(row.left, row.head, &row.cells, cells);
    }

    /// Ends what is open in the sink.
    pub(super) fn end_sink(&mut self) {
        self.group().deleted = false;
        self.group().paragraph.list = 0;
        if self.sink().open.written || !self.sink().open.notes.is_empty() || !self.sink().boxes.is_empty() {
            let depth = self.sink().tables.len().min(self.group_depth());
            self.end_paragraph(depth);
        }
        self.enter(0);
    }
}
