//! Excel workbooks since 2007 (`.xlsx`, `.xlsm`, `.xltx`).
//!
//! What a person sees on the sheets is what is read: numbers by their formats, formulas by their last values, comments
//! as notes. Hidden sheets, rows and columns are read, too, since thresholds are kept on them, and are told.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::package::{Package, Relations};
use super::sheet::{self, Book, Cell, MAX_CELLS, MAX_SHEETS, Row, Sheet, numbers};
use super::xml::{self, MAX_DEFINITIONS, Visit};
use crate::document::{Document, Format, Why};

/// Most texts that cells share.
const MAX_SHARED: usize = 1_000_000;
/// Most merged cells of a sheet.
const MAX_MERGED: usize = 50_000;

/// Reads a workbook. Whatever the bytes, a document comes back; what is broken, too large or hidden is listed in it.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(why) => return Document::unread(name, Format::Xlsx, why, Some("zip archive".to_owned())),
    };
    if package.has("xl/workbook.bin") && !package.has("xl/workbook.xml") {
        let what = Some("Binary workbook of Excel".to_owned());
        return Document::unread(name, Format::Unknown, Why::OldFormat, what);
    }
    let main = package.stated_main().unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let relations = package.relations(&main);
    let workbook = Workbook::read(&mut package, &main);
    let known = Known {
        shared: shared(&mut package, &relations),
        styles: Styles::read(&mut package, &relations),
        from_1904: workbook.from_1904,
    };
    let mut book = Book::default();
    let mut left = MAX_CELLS;
    for stated in &workbook.sheets {
        let Some(relation) = relations.get(&stated.id) else {
            package.fault(Why::Damaged, &stated.name);
            continue;
        };
        if relation.kind != "worksheet" {
            continue;
        }
        let target = relation.target.clone();
        let Some(text) = package.wanted(&target) else { continue };
        let mut found = known.sheet(&text, &mut left);
        package.fault_of(&target, xml::fault(found.whole, found.cut));
        let relations = package.relations(&target);
        notes(&mut package, &relations, &mut found.sheet);
        found.sheet.boxes = boxes(&mut package, &relations);
        for relation in relations.values().filter(|r| matches!(r.kind.as_str(), "oleObject" | "package")) {
            package.fault(Why::Embedded, &relation.target);
        }
        let is_blank = found.sheet.rows.is_empty() && found.sheet.boxes.is_empty();
        if stated.hidden && !is_blank {
            package.fault(Why::Hidden, &format!("sheet “{}”", stated.name));
        } else if found.hidden {
            package.fault(Why::Hidden, &format!("rows or columns of sheet “{}”", stated.name));
        }
        found.sheet.name.clone_from(&stated.name);
        book.add(found.sheet);
    }
    if workbook.cut || book.cut {
        package.fault(Why::TooLarge, "sheets");
    }
    if book.blocks.is_empty() && package.unread.iter().all(|unread| unread.why == Why::Embedded) {
        package.fault(Why::Empty, &main);
    }
    Document { name: name.to_owned(), format: Format::Xlsx, pages: None, blocks: book.blocks, unread: package.unread }
}

#[derive(Default)]
struct Workbook {
    sheets: Vec<Stated>,
    from_1904: bool,
    cut: bool,
}

/// A sheet as the workbook names it.
struct Stated {
    name: String,
    id: String,
    hidden: bool,
}

impl Workbook {
    fn read(package: &mut Package, main: &str) -> Self {
        let mut workbook = Self::default();
        let text = package.wanted(main).unwrap_or_default();
        let whole = xml::visit(&text, |visit| match visit {
            Visit::Start(_, "workbookPr", e) => workbook.from_1904 = on(e, "date1904"),
            Visit::Start([.., "sheets"], "sheet", _) if workbook.sheets.len() == MAX_SHEETS => workbook.cut = true,
            Visit::Start([.., "sheets"], "sheet", e) => {
                let get = |name: &str| xml::attribute(e, name).unwrap_or_default().into_owned();
                let hidden = !matches!(get("state").as_str(), "" | "visible");
                workbook.sheets.push(Stated { name: get("name"), id: get("id"), hidden });
            }
            _ => {}
        });
        package.fault_of(main, xml::fault(whole, false));
        workbook
    }
}

fn on(element: &BytesStart, name: &str) -> bool {
    xml::attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// The texts that cells share.
fn shared(package: &mut Package, relations: &Relations) -> Vec<Box<str>> {
    let Some((name, text)) = package.related(relations, "sharedStrings") else { return vec![] };
    let (mut all, mut text_of, mut cut) = (vec![], String::new(), false);
    let whole = xml::visit(&text, |visit| match visit {
        // The small print over Japanese letters is a text of its own.
        Visit::Text(path @ [.., "t"], words) if !path.contains(&"rPh") => text_of.push_str(words),
        Visit::End("si") if all.len() == MAX_SHARED => cut = true,
        Visit::End("si") => all.push(std::mem::take(&mut text_of).into_boxed_str()),
        _ => {}
    });
    package.fault_of(&name, xml::fault(whole, cut));
    all
}

/// How cells show what is in them.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    format: u32,
    bold: bool,
    shaded: bool,
}

#[derive(Default)]
struct Styles {
    formats: HashMap<u32, String>,
    cells: Vec<Look>,
}

impl Styles {
    fn read(package: &mut Package, relations: &Relations) -> Self {
        let mut styles = Self::default();
        let Some((name, text)) = package.related(relations, "styles") else { return styles };
        let (mut bold, mut filled, mut cut) = (vec![], vec![], false);
        let whole = xml::visit(&text, |visit| {
            let Visit::Start(path, name, e) = visit else { return };
            let number = |name: &str| xml::attribute(e, name).and_then(|value| value.parse::<u32>().ok());
            if styles.formats.len().max(styles.cells.len()).max(bold.len()).max(filled.len()) >= 4 * MAX_DEFINITIONS {
                cut = true;
                return;
            }
            match (path.last().copied().unwrap_or_default(), name) {
                ("numFmts", "numFmt") => {
                    let code = xml::attribute(e, "formatCode").unwrap_or_default().into_owned();
                    styles.formats.extend(number("numFmtId").map(|id| (id, code)));
                }
                ("fonts", "font") => bold.push(false),
                ("font", "b") if path.contains(&"fonts") => {
                    if let Some(last) = bold.last_mut() {
                        *last = xml::on(e);
                    }
                }
                ("fills", "fill") => filled.push(false),
                ("fill", "patternFill") => {
                    if let Some(last) = filled.last_mut() {
                        *last = xml::attribute(e, "patternType").is_some_and(|kind| kind == "solid");
                    }
                }
                ("cellXfs", "xf") => {
                    let is = |list: &[bool], id: &str| number(id).and_then(|at| list.get(at as usize)).copied();
                    styles.cells.push(Look {
                        format: number("numFmtId").unwrap_or(0),
                        bold: is(&bold, "fontId").unwrap_or(false),
                        shaded: is(&filled, "fillId").unwrap_or(false),
                    });
                }
                _ => {}
            }
        });
        package.fault_of(&name, xml::fault(whole, cut));
        styles
    }
}

/// What all sheets share.
struct Known {
    shared: Vec<Box<str>>,
    styles: Styles,
    from_1904: bool,
}

/// What a sheet holds.
struct Found {
    sheet: Sheet,
    whole: bool,
    cut: bool,
    /// Whether rows or columns with something in them are hidden.
    hidden: bool,
}

impl Known {
    fn sheet(&self, text: &str, left: &mut usize) -> Found {
        let mut rows: Vec<Row> = vec![];
        let mut row = Row::default();
        let mut next_row = 0;
        let (mut column, mut next_column) = (0, 0);
        let (mut kind, mut style, mut value) = (String::new(), 0, String::new());
        let mut merged = vec![];
        let mut hidden_columns: Vec<std::ops::RangeInclusive<u16>> = vec![];
        let (mut row_hidden, mut hidden, mut cut) = (false, false, false);
        let whole = xml::visit(text, |visit| match visit {
            Visit::Start(_, "col", e) if on(e, "hidden") && hidden_columns.len() < 1_000 => {
                let get = |name| xml::attribute(e, name).and_then(|n| n.parse::<u16>().ok()).unwrap_or(1);
                hidden_columns.push(get("min").saturating_sub(1)..=get("max").saturating_sub(1));
            }
            Visit::Start(_, "row", e) => {
                let number = xml::attribute(e, "r").and_then(|r| r.parse::<u32>().ok()).and_then(|r| r.checked_sub(1));
                row = Row { number: number.unwrap_or(next_row), ..Row::default() };
                next_row = row.number.saturating_add(1);
                next_column = 0;
                row_hidden = on(e, "hidden");
            }
            Visit::Start(_, "c", e) => {
                let place = xml::attribute(e, "r").and_then(|r| sheet::place(&r));
                column = place.map_or(next_column, |(column, _)| column);
                next_column = column.saturating_add(1).min(sheet::MAX_COLUMNS);
                kind = xml::attribute(e, "t").unwrap_or_default().into_owned();
                style = xml::attribute(e, "s").and_then(|s| s.parse::<usize>().ok()).unwrap_or(0);
                value.clear();
            }
            Visit::Text([.., "v"], words) => value.push_str(words),
            Visit::Text(path @ [.., "t"], words) if path.contains(&"is") && !path.contains(&"rPh") => {
                value.push_str(words);
            }
            Visit::End("c") => {
                let look = self.styles.cells.get(style).copied().unwrap_or_default();
                let text = tidy(&self.shown(&kind, &value, look));
                if text.is_empty() {
                    return;
                }
                if *left == 0 {
                    cut = true;
                    return;
                }
                *left -= 1;
                hidden |= row_hidden || hidden_columns.iter().any(|columns| columns.contains(&column));
                let Look { bold, shaded, .. } = look;
                row.cells.push(Cell { column, span: (1, 1), text, bold, shaded, notes: vec![] });
            }
            Visit::End("row") if !row.cells.is_empty() => rows.push(std::mem::take(&mut row)),
            Visit::Start(_, "mergeCell", _) if merged.len() == MAX_MERGED => cut = true,
            Visit::Start(_, "mergeCell", e) => {
                let area = xml::attribute(e, "ref").unwrap_or_default();
                let (from, to) = area.split_once(':').unwrap_or((&area, &area));
                merged.extend(sheet::place(from).zip(sheet::place(to)));
            }
            _ => {}
        });
        // A sheet that breaks off in a row.
        if !row.cells.is_empty() {
            rows.push(row);
        }
        let mut sheet = Sheet { rows, ..Sheet::default() };
        sheet.settle();
        sheet.merge(&merged);
        Found { sheet, whole, cut, hidden }
    }

    /// What a cell shows.
    fn shown(&self, kind: &str, value: &str, look: Look) -> String {
        match kind {
            "s" => value
                .trim()
                .parse::<usize>()
                .ok()
                .and_then(|at| self.shared.get(at))
                .map_or(String::new(), ToString::to_string),
            "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "" | "n" => {
                let Ok(number) = value.trim().parse::<f64>() else { return value.to_owned() };
                let code = self.styles.formats.get(&look.format).map(String::as_str);
                numbers::show(number, code.unwrap_or_else(|| numbers::built_in(look.format)), self.from_1904)
            }
            "d" => value.trim_end_matches('Z').trim_end_matches("T00:00:00").to_owned(),
            _ => value.to_owned(),
        }
    }
}

/// A cell's text with its line breaks; signs that Excel keeps as `_x000D_` are the breaks that they stand for.
fn tidy(text: &str) -> String {
    let text = text.replace("_x000D_", "").replace('\r', "");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Puts the comments of a sheet to their cells.
fn notes(package: &mut Package, relations: &Relations, sheet: &mut Sheet) {
    // Newer comments, which have answers, are kept a second time for older programs.
    for kind in ["threadedComment", "comments"] {
        let Some((name, text)) = package.related(relations, kind) else { continue };
        let (mut at, mut words, mut found) = (None, String::new(), vec![]);
        let whole = xml::visit(&text, |visit| match visit {
            Visit::Start(_, "comment" | "threadedComment", e) => {
                at = xml::attribute(e, "ref").and_then(|r| sheet::place(&r));
            }
            Visit::Text([.., "t" | "text"], text) => words.push_str(text),
            Visit::End("comment" | "threadedComment") => {
                let text = tidy(&std::mem::take(&mut words));
                if let Some(at) =
                    at.take().filter(|_| !text.starts_with("[Threaded comment]") && found.len() < MAX_MERGED)
                {
                    found.push((at, text));
                }
            }
            _ => {}
        });
        package.fault_of(&name, xml::fault(whole, false));
        sheet.note(found);
    }
}

/// The texts of the boxes that float over a sheet.
fn boxes(package: &mut Package, relations: &Relations) -> Vec<String> {
    let Some((name, text)) = package.related(relations, "drawing") else { return vec![] };
    let (mut boxes, mut words) = (vec![], String::new());
    let whole = xml::visit(&text, |visit| match visit {
        Visit::Text(path @ [.., "t"], text) if path.contains(&"txBody") => words.push_str(text),
        Visit::End("p") if !words.trim().is_empty() && boxes.len() < MAX_MERGED => {
            boxes.push(tidy(&std::mem::take(&mut words)));
        }
        _ => {}
    });
    package.fault_of(&name, xml::fault(whole, false));
    boxes
}

#[cfg(test)]
mod tests;
