//! Markdown.
//!
//! Read by our own few rules over the lines that plain text is read by: a whole Markdown library would be a quarter
//! of what the core module may weigh, for a format that tenders seldom come in.

use std::borrow::Cow;
use std::mem;

use super::blocks::is_rule;
use super::inline::{Inline, inline};
use super::lines::Line;
use super::lists::{Lists, counts};
use super::push_words;
use super::table::Table;
use crate::document::{Block, Kind};
use crate::order;
use crate::read::structure::{Context, field, heading, label};

/// Most link definitions that are known.
const REFERENCES: usize = 1000;
/// The name of a field and a value that tells that it is one are no longer than this with their marks, in bytes.
const TELLING: usize = 400;

/// Whether a text is Markdown: it has headings with `#`, and more marks than one heading.
pub fn is_markdown(text: &str) -> bool {
    let marks = text.match_indices('#').filter(|&(at, _)| at == 0 || text.as_bytes()[at - 1] == b'\n');
    let lines = marks.map(|(at, _)| text[at..].split('\n').next().unwrap_or_default());
    let headings = lines.filter(|line| atx(line.trim_end()).is_some_and(|(_, text)| !text.is_empty())).count();
    headings > 1 || headings == 1 && (text.contains("](http") || text.matches("**").nth(3).is_some())
}

/// The text without comments.
pub fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("<!--") {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("<!--") {
        let Some(length) = rest[start..].find("-->") else { break };
        kept.push_str(&rest[..start]);
        rest = &rest[start + length + 3..];
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// The blocks of a Markdown text.
pub fn blocks(mut lines: Vec<Line>) -> Vec<Block> {
    unquote(&mut lines);
    let references = lines.iter().filter_map(|line| definition(line.text)).take(REFERENCES).collect();
    let mut builder = Builder {
        lines: &lines,
        references,
        blocks: Vec::with_capacity(lines.len()),
        lists: Lists::default(),
        indents: vec![],
        refers: vec![],
        notes: vec![],
        tables: 0,
    };
    builder.build();
    builder.place_notes()
}

struct Builder<'a> {
    lines: &'a [Line<'a>],
    references: Vec<&'a str>,
    blocks: Vec<Block>,
    lists: Lists,
    /// Indents of the open lists.
    indents: Vec<usize>,
    /// Which block refers to which footnote.
    refers: Vec<(String, usize)>,
    notes: Vec<(String, Block)>,
    tables: u32,
}

/// A `#` heading: its level and text.
fn atx(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let apart = text.is_empty() || text.starts_with([' ', '\t']);
    ((1..=6).contains(&level) && apart).then(|| {
        let text = text.trim();
        let bare = text.trim_end_matches('#');
        (level as u8, if bare.is_empty() || bare.ends_with(' ') { bare.trim_end() } else { text })
    })
}

/// The name that a line such as `[name]: https://…` defines.
fn definition(text: &str) -> Option<&str> {
    let (name, address) = text.strip_prefix('[')?.split_once("]:")?;
    let address = address.trim();
    let points = address.starts_with(['<', '/', '#', '.']) || address.contains("://");
    (!name.starts_with('^') && points && !address.contains(' ')).then_some(name)
}

fn fence(text: &str) -> Option<&str> {
    let sign = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = text.len() - text.trim_start_matches(sign).len();
    (length >= 3).then(|| &text[..length])
}

/// A line of three or more `-`, `*` or `_`, with or without blanks between.
fn is_break(text: &str) -> bool {
    let sign = text.as_bytes()[0];
    matches!(sign, b'-' | b'*' | b'_')
        && text.bytes().filter(|b| *b == sign).count() > 2
        && text.bytes().all(|b| b == sign || b == b' ')
}

/// Takes the `>` of quotes off the lines.
fn unquote(lines: &mut Vec<Line>) {
    let mut gap = false;
    lines.retain_mut(|line| {
        let mut text = line.text;
        while let Some(rest) = text.strip_prefix('>') {
            text = rest.strip_prefix(' ').unwrap_or(rest);
            if text.trim_start().starts_with('>') {
                text = text.trim_start();
            }
        }
        if text.len() < line.text.len() {
            let Some(inside) = line.with_text(text) else {
                gap = true;
                return false;
            };
            *line = inside;
        }
        line.gap |= mem::take(&mut gap);
        true
    });
}

/// The mark of a list item in front of a line, and the rest.
fn marker<'a>(line: &Line<'a>) -> Option<(&'a str, &'a str)> {
    let plus = line.text.strip_prefix("+ ").map(|rest| ("+", rest.trim_start()));
    plus.or(line.label).filter(|(_, rest)| !rest.is_empty())
}

/// Whether a counted mark is one of Markdown's own: `1.` or `1)`.
fn is_plain(mark: &str) -> bool {
    mark.strip_suffix(['.', ')']).is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
}

impl Builder<'_> {
    fn build(&mut self) {
        let mut at = 0;
        while let Some(line) = self.lines.get(at) {
            if let Some(fence) = fence(line.text) {
                at = self.code(at, fence);
            } else if let Some((level, text)) = atx(line.text) {
                self.heading(level, text);
                at += 1;
            } else if definition(line.text).is_some()
                || is_break(line.text) && Table::drawn(&self.lines[at..]).is_none()
            {
                at += 1;
            } else if let Some(table) = Table::drawn(&self.lines[at..]) {
                at += table.lines;
                let rows: Vec<Block> = table.blocks(self.tables, false).collect();
                self.tables += 1;
                for mut row in rows {
                    let cells: Vec<String> = row.text.split('\t').map(|cell| self.clean(cell)).collect();
                    row.text = cells.join("\t");
                    self.blocks.push(row);
                }
            } else {
                at = self.block(at);
            }
        }
    }

    /// Text without marks; remembers the footnotes that it refers to for the block that comes next.
    fn clean(&mut self, source: &str) -> String {
        let Inline { text, notes } = inline(source, &self.references);
        self.refers.extend(notes.into_iter().map(|note| (note, self.blocks.len())));
        let mut clean = String::with_capacity(text.len());
        push_words(&mut clean, text.trim());
        clean
    }

    fn heading(&mut self, level: u8, source: &str) {
        let text = self.clean(source);
        let numbered = label(&text).filter(|(label, rest)| counts(label) && !rest.is_empty());
        let (label, rest) = numbered.map_or((None, text.as_str()), |(label, rest)| (Some(label.to_owned()), rest));
        if !rest.is_empty() {
            self.blocks.push(Block { label, ..Block::new(Kind::Heading { level }, rest) });
        }
        self.lists.close();
        self.indents.clear();
    }

    /// A fenced block: a paragraph with its line breaks.
    fn code(&mut self, at: usize, fence: &str) -> usize {
        let inside = &self.lines[at + 1..];
        let count = inside.iter().take_while(|line| !line.text.starts_with(fence)).count();
        let mut text = String::new();
        for line in &inside[..count] {
            if !text.is_empty() {
                text.push('\n');
            }
            line.push(&mut text, line.text);
        }
        if !text.is_empty() {
            self.blocks.push(Block::new(Kind::Paragraph, text));
        }
        (at + count + 2).min(self.lines.len())
    }

    /// Whether a line ends the paragraph before it, or the item where `mark` is one.
    fn interrupts(&self, at: usize, mark: Option<&str>) -> bool {
        let (before, line) = (&self.lines[at - 1], &self.lines[at]);
        let item = marker(line).is_some_and(|(label, _)| {
            let first = label.trim_end_matches(['.', ')']) == "1";
            !counts(label) || first || before.ends() || mark.is_some_and(|mark| counts(mark) && is_plain(label))
        });
        line.gap
            || item
            || atx(line.text).is_some()
            || fence(line.text).is_some()
            || is_rule(line.text)
            || self.is_table(at)
    }

    fn is_table(&self, at: usize) -> bool {
        self.lines[at].text.starts_with(['|', '+']) && Table::drawn(&self.lines[at..]).is_some()
    }

    fn block(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        let note = line.text.strip_prefix("[^").and_then(|rest| rest.split_once("]:"));
        let (mark, first) = marker(line).map_or((None, line.text), |(mark, rest)| (Some(mark), rest));
        let mut source = String::new();
        line.push(&mut source, note.map_or(first, |(_, text)| text.trim_start()));
        let mut end = at + 1;
        while end < self.lines.len() && !self.interrupts(end, mark) {
            // A line that the writer ended is a statement of its own where either is a field.
            let hard = self.lines[end - 1].hard;
            if hard && mark.is_none() && (self.is_field(&source) || self.is_field(self.lines[end].text)) {
                break;
            }
            source.truncate(source.trim_end_matches(['\\', ' ']).len());
            source.push(if hard { '\n' } else { ' ' });
            let next = &self.lines[end];
            next.push(&mut source, next.text);
            end += 1;
        }
        let under = self.lines.get(end).filter(|next| !next.gap && mark.is_none() && is_rule(next.text));
        if let Some(rule) = under.filter(|rule| rule.text.starts_with(['=', '-'])) {
            self.heading(if rule.text.starts_with('=') { 1 } else { 2 }, &source);
            return end + 1;
        }
        // Most lines have neither marks nor room between words, and are the text as they stand.
        let is_clean = self.lines[at..end].iter().all(|line| !line.signs.mark && !line.signs.part());
        let text = if is_clean { mem::take(&mut source) } else { self.clean(&source) };
        if let Some((name, _)) = note {
            let block = Block { label: Some(name.to_owned()), ..Block::new(Kind::Footnote, text) };
            self.notes.push((name.to_owned(), block));
            return end;
        }
        if text.is_empty() {
            return end;
        }
        if let Some(mark) = mark {
            let level = self.level(mark, line.indent);
            self.blocks.push(Block { label: Some(mark.to_owned()), ..Block::new(Kind::ListItem { level }, text) });
            return end;
        }
        if line.gap && line.indent == 0 {
            self.lists.close();
            self.indents.clear();
        }
        let bold = source.len() > 4
            && source.starts_with("**")
            && source.find("**") != source.rfind("**")
            && source.ends_with("**");
        let context = Context { alone: true, emphatic: true };
        let titled = bold && !text.contains('\n');
        if let Some(level) = titled.then(|| heading(&text, context)).flatten() {
            self.blocks.push(Block::new(Kind::Heading { level }, text));
        } else if let Some((name, _)) = field(&text) {
            self.blocks.push(Block::new(Kind::Field { name: name.to_owned() }, text.clone()));
        } else {
            self.blocks.push(Block::new(Kind::Paragraph, text));
        }
        end
    }

    /// Asked at each line that the writer ended, so no more is looked at than tells.
    fn is_field(&self, source: &str) -> bool {
        let near = &source[..source.floor_char_boundary(TELLING)];
        field(&inline(near, &self.references).text).is_some()
    }

    /// Markdown's own lists nest by their indents, other counts by what they are.
    fn level(&mut self, mark: &str, indent: usize) -> u8 {
        let own =
            !counts(mark) || mark.ends_with(['.', ')']) && mark[..mark.len() - 1].bytes().all(|b| b.is_ascii_digit());
        if !own {
            return self.lists.level(mark, indent);
        }
        while self.indents.last().is_some_and(|&open| open > indent + 1) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|&open| open + 1 < indent) {
            self.indents.truncate(8);
            self.indents.push(indent);
        }
        (self.indents.len() - 1) as u8
    }

    /// The blocks, each footnote after the first that refers to it; those that none does at the end.
    fn place_notes(self) -> Vec<Block> {
        if self.notes.is_empty() {
            return self.blocks;
        }
        // The first that refers to a note is the first of its name.
        let mut refers = self.refers;
        order::sort_by(&mut refers, Ord::cmp);
        let mut below: Vec<Vec<Block>> = vec![vec![]; self.blocks.len().max(1)];
        let last = below.len() - 1;
        for (name, note) in self.notes {
            let at = refers.partition_point(|refers| refers.0 < name);
            let place = refers.get(at).filter(|refers| refers.0 == name).map_or(last, |refers| refers.1.min(last));
            below[place].push(note);
        }
        let mut blocks = self.blocks.into_iter();
        below.into_iter().flat_map(|notes| blocks.next().into_iter().chain(notes).collect::<Vec<_>>()).collect()
    }
}
