//! Properties of paragraphs, runs, tables, sections and form fields: the few that change what is read.

use quick_xml::events::BytesStart;

use super::{Form, Open, Walk};
use crate::read::docx::indent::Indent;
use crate::read::docx::story::{Merge, Pages};
use crate::read::xml;

/// Most columns that a cell may span or a row leave out; Word allows 63 columns.
const MAX_SPAN: u16 = 1_000;
/// Most entries of a list to choose from in a form; Word allows 25.
const MAX_ENTRIES: usize = 100;

impl<'t> Walk<'t> {
    /// A property; `parent` tells of what.
    pub(super) fn property(&mut self, parent: Open, local: &str, element: BytesStart<'t>) -> Option<Open> {
        // What was before a tracked change of formatting.
        if local.ends_with("Change") {
            return None;
        }
        match parent {
            Open::RunProperties => self.run_property(local, element),
            Open::ParagraphProperties => return Some(self.paragraph_property(local, &element)),
            Open::NumberProperties => self.number_property(local, &element),
            Open::MarkProperties => self.mark_property(local, &element),
            Open::TableProperties => self.table_property(local, &element),
            Open::RowProperties => self.row_property(local, &element),
            Open::CellProperties => self.cell_property(local, &element),
            Open::Section => self.section_property(local, &element),
            Open::FormField => {
                self.form_property(local, &element);
                return Some(Open::FormField);
            }
            _ => {}
        }
        Some(Open::Nothing)
    }

    fn run_property(&mut self, local: &str, element: BytesStart<'t>) {
        let Some(run) = self.runs.last_mut() else { return };
        match local {
            "b" => run.bold = Some(xml::on(&element)),
            "caps" => run.capitals = Some(xml::on(&element)),
            "vanish" => run.hidden = Some(xml::on(&element)),
            "rStyle" => run.style = xml::value(&element).and_then(|id| self.styles.find(&id)),
            "rFonts" => run.font = Some(element),
            _ => {}
        }
    }

    fn paragraph_property(&mut self, local: &str, element: &BytesStart) -> Open {
        match local {
            "numPr" => return Open::NumberProperties,
            "rPr" => return Open::MarkProperties,
            "sectPr" => return Open::Section,
            "pageBreakBefore" if xml::on(element) => self.break_before(),
            _ => {}
        }
        if let Some(building) = self.paragraphs.last_mut() {
            match local {
                "pStyle" => {
                    building.paragraph.style = xml::value(element).and_then(|id| self.styles.find(&id));
                }
                "ind" => building.paragraph.indent = Indent::read(element),
                "outlineLvl" => building.paragraph.outline = xml::number(element),
                _ => {}
            }
        }
        Open::Nothing
    }

    fn number_property(&mut self, local: &str, element: &BytesStart) {
        let Some(building) = self.paragraphs.last_mut() else { return };
        match local {
            "numId" => building.paragraph.number = xml::value(element).map(Into::into),
            "ilvl" => building.paragraph.level = xml::number(element),
            _ => {}
        }
    }

    fn mark_property(&mut self, local: &str, element: &BytesStart) {
        let Some(building) = self.paragraphs.last_mut() else { return };
        match local {
            "del" | "moveFrom" => building.unmarked = true,
            "vanish" => building.paragraph.hidden = xml::on(element),
            _ => {}
        }
    }

    fn table_property(&mut self, local: &str, element: &BytesStart) {
        let Some(table) = self.tables.last_mut() else { return };
        match local {
            "tblStyle" => table.style = xml::value(element).and_then(|id| self.styles.find(&id)),
            "tblLook" => {
                // Newer files say it in words, older ones in bits.
                let bits = || xml::value(element).and_then(|bits| u32::from_str_radix(&bits, 16).ok());
                table.head_look = match xml::attribute(element, "firstRow").as_deref() {
                    Some(on) => matches!(on, "1" | "true" | "on"),
                    None => bits().is_some_and(|bits| bits & 0x20 != 0),
                };
            }
            _ => {}
        }
    }

    fn row_property(&mut self, local: &str, element: &BytesStart) {
        let Some(building) = self.rows.last_mut() else { return };
        match local {
            "gridBefore" => building.row.before = span(element),
            "tblHeader" => building.row.head = xml::on(element),
            "del" => building.row.gone = true,
            "hidden" => building.row.gone |= xml::on(element),
            _ => {}
        }
    }

    fn cell_property(&mut self, local: &str, element: &BytesStart) {
        let Some(cell) = self.cells.last_mut() else { return };
        let continues = || xml::value(element).is_none_or(|merge| merge != "restart");
        match local {
            "gridSpan" => cell.span = span(element).max(1),
            "vMerge" => cell.merge = if continues() { Merge::GoesOn } else { Merge::Begins },
            "hMerge" => cell.joined = continues(),
            "cellDel" => cell.gone = true,
            "shd" => {
                let fill = xml::attribute(element, "fill").unwrap_or_default();
                cell.shaded = !fill.is_empty() && fill != "auto" && !fill.eq_ignore_ascii_case("FFFFFF");
            }
            _ => {}
        }
    }

    fn section_property(&mut self, local: &str, element: &BytesStart) {
        match local {
            "titlePg" => self.section.title_page = xml::on(element),
            "headerReference" | "footerReference" => {
                let pages = match xml::attribute(element, "type").as_deref() {
                    Some("first") => Pages::First,
                    Some("even") => Pages::Even,
                    _ => Pages::Default,
                };
                self.count += 1;
                if let Some(id) = xml::attribute(element, "id") {
                    self.section.running.push((id.into_owned(), local == "footerReference", pages));
                }
            }
            _ => {}
        }
    }

    fn form_property(&mut self, local: &str, element: &BytesStart) {
        let Some(field) = self.fields.last_mut() else { return };
        match (local, &mut field.form) {
            ("checkBox", form) => *form = Some(Form::Check(false)),
            ("ddList", form) => *form = Some(Form::List { chosen: 0, entries: vec![] }),
            // The state chosen follows the state to begin with.
            ("default" | "checked", Some(Form::Check(on))) => *on = xml::on(element),
            ("default" | "result", Some(Form::List { chosen, .. })) => *chosen = xml::number(element).unwrap_or(0),
            ("listEntry", Some(Form::List { entries, .. })) if entries.len() < MAX_ENTRIES => {
                entries.push(xml::value(element).unwrap_or_default().into_owned());
            }
            _ => {}
        }
    }
}

fn span(element: &BytesStart) -> u16 {
    xml::number(element).unwrap_or(0).min(MAX_SPAN)
}
