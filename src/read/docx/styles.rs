//! Styles: what a paragraph or a run is by the style it names and those that style is based on.

use std::collections::HashMap;

use super::indent::Indent;
use super::numbering::Numbering;
use crate::document::Why;
use crate::read::xml::{self, MAX_DEFINITIONS, Visit};

/// Most styles in a chain of styles based on each other. Word allows eleven.
const MAX_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    ids: HashMap<String, usize>,
    all: Vec<Style>,
    /// The style of paragraphs that name none.
    default: Option<usize>,
}

/// One style; once [`Styles::settle`] has run, with all that it takes from those it is based on.
#[derive(Debug, Clone, Default)]
pub struct Style {
    id: String,
    based_on: Option<String>,
    /// What it is by its built-in name, which is English whatever Word's language.
    built_in: Option<BuiltIn>,
    /// Outline level from 0; 9 is body text.
    outline: Option<u8>,
    /// Numbering that its paragraphs have; `0` for none.
    pub number: Option<String>,
    /// Level of that numbering.
    pub level: Option<u8>,
    /// Indent that it and those above it set, as far as the one that sets the numbering.
    pub indent: Indent,
    /// Indent of the styles beyond that, which the numbering's own goes before.
    pub base_indent: Indent,
    /// Whether its text is bold.
    pub bold: Option<bool>,
    /// Whether its text is hidden.
    pub hidden: Option<bool>,
    /// Whether its letters show as capitals.
    pub capitals: Option<bool>,
    /// Whether, as a table's style, it makes the first row bold.
    pub bold_head: bool,
    /// Level of a heading, 1 to 9.
    pub heading: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BuiltIn {
    Title,
    Heading(u8),
}

impl Styles {
    /// Reads `styles.xml`; also tells what is wrong with it.
    pub fn read(text: &str) -> (Self, Option<Why>) {
        let mut styles = Self::default();
        let mut style = Style::default();
        let mut is_default = false;
        let mut part = String::new();
        let mut cut = false;
        let whole = xml::visit(text, |visit| match visit {
            Visit::Start(path, name, e) => match (path.last().copied().unwrap_or_default(), name) {
                (_, "style") => {
                    let id = xml::attribute(e, "styleId").unwrap_or_default().into_owned();
                    style = Style { id, ..Style::default() };
                    let of_paragraphs = xml::attribute(e, "type").is_some_and(|kind| kind == "paragraph");
                    is_default = of_paragraphs && xml::attribute(e, "default").is_some_and(|d| d == "1" || d == "true");
                }
                ("style", "name") => style.built_in = BuiltIn::read(&xml::value(e).unwrap_or_default()),
                ("style", "basedOn") => style.based_on = xml::value(e).map(Into::into),
                ("pPr", "outlineLvl") => style.outline = xml::number(e),
                ("numPr", "numId") => style.number = xml::value(e).map(Into::into),
                ("pPr", "ind") if !path.contains(&"tblStylePr") => style.indent = Indent::read(e),
                ("numPr", "ilvl") => style.level = xml::number(e),
                (_, "tblStylePr") => part = xml::attribute(e, "type").unwrap_or_default().into_owned(),
                ("rPr", "b") if path.contains(&"tblStylePr") => style.bold_head |= part == "firstRow" && xml::on(e),
                ("rPr", "b") => style.bold = Some(xml::on(e)),
                ("rPr", "caps") if !path.contains(&"tblStylePr") => style.capitals = Some(xml::on(e)),
                ("rPr", "vanish") => style.hidden = Some(xml::on(e)),
                _ => {}
            },
            Visit::End("style") if styles.all.len() >= MAX_DEFINITIONS => cut = true,
            Visit::End("style") => {
                if is_default {
                    styles.default = Some(styles.all.len());
                }
                styles.ids.insert(style.id.clone(), styles.all.len());
                styles.all.push(std::mem::take(&mut style));
            }
            _ => {}
        });
        (styles, xml::fault(whole, cut))
    }

    /// The numbering that a style names, before [`Self::settle`] only if itself does.
    pub fn number_of(&self, id: &str) -> Option<&str> {
        self.all[*self.ids.get(id)?].number.as_deref()
    }

    /// Gives each style what it takes from those it is based on.
    pub fn settle(&mut self, numbering: &Numbering) {
        let settled = self.all.iter().map(|style| self.settled(style, numbering)).collect();
        self.all = settled;
    }

    fn settled(&self, style: &Style, numbering: &Numbering) -> Style {
        let mut whole = style.clone();
        let mut heading = None;
        let mut chain = vec![];
        let mut next = Some(style);
        while let Some(style) = next.filter(|_| chain.len() < MAX_CHAIN) {
            chain.push(style);
            // Outline level 9 is body text and ends the search.
            heading = heading.or(match (style.outline, style.built_in) {
                (Some(outline), _) => Some((outline < 9).then_some(outline + 1)),
                (None, Some(BuiltIn::Heading(level))) => Some(Some(level)),
                (None, Some(BuiltIn::Title)) => Some(Some(1)),
                (None, None) => None,
            });
            if whole.number.is_none() || chain.len() == 1 {
                whole.indent = whole.indent.or(style.indent);
            } else {
                whole.base_indent = whole.base_indent.or(style.indent);
            }
            whole.number = whole.number.or_else(|| style.number.clone());
            whole.bold = whole.bold.or(style.bold);
            whole.hidden = whole.hidden.or(style.hidden);
            whole.capitals = whole.capitals.or(style.capitals);
            whole.bold_head |= style.bold_head;
            next = style.based_on.as_ref().and_then(|id| self.ids.get(id)).map(|&at| &self.all[at]);
        }
        // A level that names a style is believed before the level that the style names.
        let level = |style: &&Style| {
            let number = whole.number.as_deref()?;
            numbering.level_of_style(number, &style.id).or(style.level)
        };
        whole.level = chain.iter().find_map(level).or(style.level);
        whole.heading = heading.flatten();
        whole
    }

    /// The place of a style in the list, to be kept instead of its name.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// A style by its place; the default one for paragraphs that name none.
    pub fn get(&self, at: Option<usize>) -> Option<&Style> {
        self.all.get(at.or(self.default)?)
    }
}

impl BuiltIn {
    fn read(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        if name == "title" {
            return Some(Self::Title);
        }
        let level = name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=9).contains(level))?;
        Some(Self::Heading(level))
    }
}
