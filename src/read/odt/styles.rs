//! What the names of styles in the text stand for.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::lists::{Level, ListStyle};
use crate::read::xml::{self, MAX_DEFINITIONS, Visit};

/// Most styles in a chain of styles based on each other.
const MAX_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    ids: HashMap<(Scope, Family, String), usize>,
    all: Vec<Style>,
    lists: HashMap<(Scope, String), ListStyle>,
    /// The numbers of headings that stand in no list.
    pub outline: ListStyle,
    /// Whether a limit was passed.
    pub cut: bool,
}

/// Where a style's name is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere.
    Common,
    /// In running heads and feet.
    Running,
    /// In the body.
    Body,
}

/// What a style is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Paragraphs.
    Paragraph,
    /// Words in a paragraph.
    Text,
    /// Tables.
    Table,
    /// Cells.
    Cell,
}

/// One style; once it is settled, with all that it takes from those above it.
#[derive(Debug, Clone, Default)]
pub struct Style {
    parent: Option<String>,
    /// The list whose levels its paragraphs take; empty where they take none.
    pub list: Option<String>,
    /// Level of a heading, from 1; 0 where it is none.
    pub outline: Option<u8>,
    /// Whether its text is bold.
    pub bold: Option<bool>,
    /// Whether its text is hidden.
    pub hidden: Option<bool>,
    /// Whether its letters show as capitals.
    pub capitals: Option<bool>,
    /// Where its paragraphs begin.
    pub indent: Indent,
    /// Whether a page ends before or after it.
    pub breaks: (Option<bool>, Option<bool>),
    /// The kind of page that begins with it; empty for none.
    pub master: Option<String>,
    /// Whether its ground is coloured.
    pub shaded: Option<bool>,
    /// Level of a heading by its built-in name, which is English whatever the program's language.
    pub built_in: Option<u8>,
}

/// How far a paragraph's first line stands from the margin, in twentieths of a point.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Indent {
    left: Option<i32>,
    first: Option<i32>,
}

impl Indent {
    fn read(element: &BytesStart) -> Self {
        let get = |name| length(&xml::attribute(element, name)?);
        Self { left: get("margin-left").or_else(|| get("space-before")), first: get("text-indent") }
    }

    /// What this one does not set is taken from the other.
    pub fn or(self, other: Self) -> Self {
        Self { left: self.left.or(other.left), first: self.first.or(other.first) }
    }

    /// Where the first line begins, in characters: six points each.
    pub fn characters(self) -> usize {
        usize::try_from((self.left.unwrap_or(0) + self.first.unwrap_or(0) + 60) / 120).unwrap_or(0)
    }
}

/// A length in twentieths of a point; none if it is not absolute. A metre at most.
fn length(text: &str) -> Option<i32> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(text.len());
    let number: f32 = text[..end].parse().ok()?;
    let points = match &text[end..] {
        "cm" => 72.0 / 2.54,
        "mm" => 7.2 / 2.54,
        "in" => 72.0,
        "pt" => 1.0,
        "pc" => 12.0,
        _ => return None,
    };
    Some((number * points * 20.0).clamp(-56_700.0, 56_700.0) as i32)
}

impl Styles {
    /// Adds the styles of a part. `automatic` is where the names of its own styles are known. Tells whether its XML is
    /// whole.
    pub fn read(&mut self, text: &str, automatic: Scope) -> bool {
        let mut style: Option<((Scope, Family, String), Style)> = None;
        let mut list: Option<((Scope, String), ListStyle)> = None;
        let mut in_outline = false;
        let mut level: Option<(usize, Level)> = None;
        xml::visit(text, |visit| match visit {
            Visit::Start(path, name, e) => {
                let get = |name: &str| xml::attribute(e, name).map(std::borrow::Cow::into_owned);
                let scope = if path.contains(&"automatic-styles") { automatic } else { Scope::Common };
                match name {
                    "style" | "default-style" if path.last().is_some_and(|above| above.ends_with("styles")) => {
                        let family = match get("family").as_deref() {
                            Some("paragraph") => Family::Paragraph,
                            Some("text") => Family::Text,
                            Some("table") => Family::Table,
                            Some("table-cell") => Family::Cell,
                            _ => return,
                        };
                        let id = if name == "style" { get("name").unwrap_or_default() } else { String::new() };
                        let outline = get("default-outline-level").map(|level| level.parse().unwrap_or(0));
                        let read = Style {
                            built_in: built_in(&id),
                            parent: if name == "style" {
                                Some(get("parent-style-name").unwrap_or_default())
                            } else {
                                None
                            },
                            list: get("list-style-name"),
                            outline: outline.map(|level: u8| level.min(9)),
                            master: get("master-page-name"),
                            ..Style::default()
                        };
                        style = Some(((scope, family, id), read));
                    }
                    "list-style" => list = Some(((scope, get("name").unwrap_or_default()), ListStyle::default())),
                    "outline-style" => in_outline = true,
                    "outline-level-style"
                    | "list-level-style-number"
                    | "list-level-style-bullet"
                    | "list-level-style-image" => {
                        let at = get("level").and_then(|level| level.parse().ok()).unwrap_or(1_usize);
                        level = Some((at.saturating_sub(1), Level::read(name, e)));
                    }
                    "list-level-properties" | "list-level-label-alignment" => {
                        if let Some((_, level)) = &mut level {
                            level.indent = Indent::read(e).or(level.indent);
                        }
                    }
                    "text-properties" => match (&mut level, &mut style) {
                        (Some((_, level)), _) => {
                            level.look_like(&get("font-family").or_else(|| get("font-name")).unwrap_or_default());
                            level.hidden |= get("display").as_deref() == Some("none");
                        }
                        (None, Some((_, style))) => {
                            style.bold = get("font-weight").map(|weight| is_bold(&weight));
                            style.hidden = get("display").map(|display| display == "none");
                            style.capitals = get("text-transform").map(|transform| transform == "uppercase");
                        }
                        _ => {}
                    },
                    "paragraph-properties" | "table-properties" | "table-cell-properties" => {
                        let Some((_, style)) = &mut style else { return };
                        style.indent = Indent::read(e);
                        let breaks = |name: &str| get(name).map(|kind| kind == "page");
                        style.breaks = (breaks("break-before"), breaks("break-after"));
                        style.shaded = get("background-color").map(|colour| colour != "transparent");
                    }
                    _ => {}
                }
            }
            Visit::End("style" | "default-style") => {
                if let Some((id, read)) = style.take().filter(|_| self.has_room()) {
                    self.ids.insert(id, self.all.len());
                    self.all.push(read);
                }
            }
            Visit::End("list-style") => {
                if let Some((id, read)) = list.take().filter(|_| self.has_room()) {
                    self.lists.insert(id, read);
                }
            }
            Visit::End("outline-style") => in_outline = false,
            Visit::End(
                "outline-level-style"
                | "list-level-style-number"
                | "list-level-style-bullet"
                | "list-level-style-image",
            ) => {
                let Some((at, read)) = level.take() else { return };
                let of = if in_outline { Some(&mut self.outline) } else { list.as_mut().map(|(_, list)| list) };
                if let Some(level) = of.and_then(|of| of.levels.get_mut(at)) {
                    *level = read;
                }
            }
            _ => {}
        })
    }

    fn has_room(&mut self) -> bool {
        let room = self.all.len().max(self.lists.len()) < MAX_DEFINITIONS;
        self.cut |= !room;
        room
    }

    /// Gives each style what it takes from those above it.
    pub fn settle(&mut self) {
        let settle = |(id, &at): (&(Scope, Family, String), &usize)| (at, self.settled(id.1, at));
        let settled: Vec<(usize, Style)> = self.ids.iter().map(settle).collect();
        for (at, style) in settled {
            self.all[at] = style;
        }
    }

    fn settled(&self, family: Family, at: usize) -> Style {
        let mut whole = self.all[at].clone();
        let mut parent = whole.parent.clone();
        for _ in 0..MAX_CHAIN {
            // Above all styles stands the default one, whose name is empty.
            let Some(name) = parent.take() else { break };
            let Some(&above) = self.ids.get(&(Scope::Common, family, name.clone())) else {
                parent = (!name.is_empty()).then(String::new);
                continue;
            };
            let above = &self.all[above];
            whole.list = whole.list.or_else(|| above.list.clone());
            whole.outline = whole.outline.or(above.outline);
            whole.bold = whole.bold.or(above.bold);
            whole.hidden = whole.hidden.or(above.hidden);
            whole.capitals = whole.capitals.or(above.capitals);
            whole.breaks = (whole.breaks.0.or(above.breaks.0), whole.breaks.1.or(above.breaks.1));
            whole.master = whole.master.or_else(|| above.master.clone());
            whole.shaded = whole.shaded.or(above.shaded);
            whole.built_in = whole.built_in.or(above.built_in);
            parent.clone_from(&above.parent);
        }
        whole
    }

    /// The place of a style in the list, to be kept instead of its name.
    pub fn find(&self, scope: Scope, family: Family, name: &str) -> Option<usize> {
        let id = |scope| self.ids.get(&(scope, family, name.to_owned())).copied();
        id(scope)
            .or_else(|| id(Scope::Common))
            .or_else(|| self.ids.get(&(Scope::Common, family, String::new())).copied())
    }

    /// A style by its place.
    pub fn get(&self, at: Option<usize>) -> Option<&Style> {
        self.all.get(at?)
    }

    /// A style of lists by its name.
    pub fn list(&self, scope: Scope, name: &str) -> Option<&ListStyle> {
        self.lists.get(&(scope, name.to_owned())).or_else(|| self.lists.get(&(Scope::Common, name.to_owned())))
    }
}

/// The level of the headings for which a style is made, by its name; a blank in it is written `_20_`.
fn built_in(name: &str) -> Option<u8> {
    if name.eq_ignore_ascii_case("title") {
        return Some(1);
    }
    let (word, level) = name.split_once("_20_").or_else(|| name.split_once(' '))?;
    level.parse().ok().filter(|level| word.eq_ignore_ascii_case("heading") && (1..=9).contains(level))
}

/// Whether a weight of letters is that of bold ones.
pub fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
}
