//! Lines to blocks.

mod whole;

use super::lines::{Line, Running, hangs, wraps};
use super::lists::{Lists, counts, parts};
use super::notice::Part;
use super::table::Table;
use crate::document::{Block, Kind};
use crate::read::structure::{Context, field, heading, is_name, is_value, label as label_of, names, one_of};

/// The blocks of a text.
pub fn blocks(lines: &[Line], paged: bool) -> Vec<Block> {
    let mut builder = Builder {
        lines,
        paged,
        blocks: Vec::with_capacity(lines.len()),
        tight: vec![],
        lists: Lists::default(),
        waiting: vec![],
        batch: 0,
        one_each: 0,
        chapter: 0,
        tables: 0,
    };
    builder.build();
    builder.blocks
}

struct Builder<'a> {
    lines: &'a [Line<'a>],
    paged: bool,
    blocks: Vec<Block>,
    /// For each block whether it follows the one before without a blank line.
    tight: Vec<bool>,
    lists: Lists,
    /// Numbers and bullets that stood alone on their lines and have no text yet.
    waiting: Vec<Waiting<'a>>,
    batch: usize,
    /// How many of the next lines are an item each.
    one_each: usize,
    /// The last outermost number.
    chapter: u32,
    tables: u32,
}

struct Waiting<'a> {
    label: &'a str,
    line: usize,
    /// Counts the groups of such lines.
    batch: usize,
}

/// Lines after which a number that found no text is taken for text itself.
const PATIENCE: usize = 80;
/// Characters of a line that is too short to be broken off by a margin.
const SCRAP: usize = 30;
/// Characters of a line that is longer than the items of most lists.
const LONG: usize = 60;
/// Most words of a value that stands on the line below its name.
const VALUE: usize = 12;
/// Most words of a name in a run of names and values.
const PAIRED: usize = 4;
/// The level of headings that only their standing shows.
const UNMARKED: u8 = 7;
/// The level of "Lot 1: Cleaning", and of what ends it.
const LOT: u8 = 2;
/// Most lines of a value after its first.
const VALUES: usize = 4;

impl<'a> Builder<'a> {
    fn build(&mut self) {
        let mut at = 0;
        let mut end = 0;
        while let Some(line) = self.lines.get(at) {
            if line.running.is_some() {
                self.push_running(at);
                at += 1;
                continue;
            }
            if is_rule(line.text) && Table::at(&self.lines[at..]).is_none() {
                at += 1;
                continue;
            }
            if end <= at {
                end = at + self.lines[at..].iter().take_while(|line| line.running.is_none()).count();
            }
            if let Some(table) = Table::at(&self.lines[at..end]) {
                self.one_each = 0;
                at += table.lines;
                let rows = table.blocks(self.tables, self.paged);
                self.blocks.extend(rows);
                self.tight.resize(self.blocks.len(), true);
                self.tables += 1;
            } else if let Some(label) = self.lone_label(at) {
                if at == 0 || self.waiting.last().is_none_or(|last| last.line + 1 != at) {
                    self.batch += 1;
                }
                self.waiting.push(Waiting { label, line: at, batch: self.batch });
                at += 1;
            } else {
                let end = self.block(at);
                (at..end).filter(|&i| self.lines[i].running.is_some()).for_each(|i| self.push_running(i));
                at = end;
            }
        }
        self.flush(|_| true);
        self.unhead();
        self.leave_lots();
        self.find_notes();
    }

    fn push(&mut self, at: usize, kind: Kind, label: Option<&str>, text: String) {
        let page = self.paged.then_some(self.lines[at].page);
        self.tight.push(!self.lines[at].gap);
        self.blocks.push(Block { label: label.map(Into::into), page, ..Block::new(kind, text) });
    }

    fn push_running(&mut self, at: usize) {
        let mut text = String::new();
        let line = &self.lines[at];
        line.push(&mut text, line.text);
        let kind = if line.running == Some(Running::Foot) { Kind::Footer } else { Kind::Header };
        self.push(at, kind, None, text);
    }

    /// A number or bullet alone on its line that may belong to a text below.
    fn lone_label(&self, at: usize) -> Option<&'a str> {
        let (label, rest) = self.lines[at].label?;
        if !rest.is_empty() || at + 1 == self.lines.len() {
            return None;
        }
        // A whole number alone is as often a page's number or a table's cell, so it must go on with the count.
        let whole = label.bytes().all(|b| b.is_ascii_digit());
        let next = whole && parts(label).next() == Some(self.chapter + 1);
        (next || !whole && !label.starts_with("0.")).then_some(label)
    }

    /// Takes the waiting number or bullet that comes first in the document.
    ///
    /// Programs that read a page by columns give the numbers of several clauses and then their texts. Numbers go by
    /// their order: 1.1.1 is before 1.2 though it came later.
    fn take_waiting(&mut self) -> Option<&'a str> {
        let newest = self.waiting.last()?.batch;
        let front = self.waiting.iter().position(|w| w.batch == newest)?;
        let is_number = |w: &Waiting| w.label.starts_with(|c: char| c.is_ascii_digit());
        let first = if is_number(&self.waiting[front]) {
            let numbers = self.waiting.iter().enumerate().filter(|(_, w)| is_number(w));
            numbers.min_by(|a, b| parts(a.1.label).cmp(parts(b.1.label))).map_or(front, |(i, _)| i)
        } else {
            front
        };
        Some(self.waiting.remove(first).label)
    }

    /// Gives up on waiting labels: they are paragraphs.
    fn flush(&mut self, given_up: impl Fn(&Waiting) -> bool) {
        if !self.waiting.iter().any(&given_up) {
            return;
        }
        let mut kept = vec![];
        for waiting in std::mem::take(&mut self.waiting) {
            if given_up(&waiting) {
                self.push(waiting.line, Kind::Paragraph, None, waiting.label.to_owned());
            } else {
                kept.push(waiting);
            }
        }
        self.waiting = kept;
    }

    /// Reads the block that begins at a line; gives the line after it.
    fn block(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        if let Some(end) = self.form(at) {
            return end;
        }
        self.flush(|waiting| waiting.line + PATIENCE < at);
        let marked = line.label.filter(|(_, rest)| !rest.is_empty());
        let (mut label, first) = marked.map_or((None, line.text), |(label, rest)| (Some(label), rest));
        let own = label.is_some();
        // A list in a list that begins on the line of the outer one: "-   -   text".
        let (mut first, mut indent) = (first, line.indent);
        while let Some((inner, rest)) = label_of(first).filter(|(inner, rest)| {
            label.is_some_and(|outer| !counts(outer) && outer != "o") && !counts(inner) && !rest.is_empty()
        }) {
            indent += line.text.len() - rest.len();
            (label, first) = (Some(inner), rest);
        }
        if own && self.one_each == 0 {
            self.flush(|waiting| parts(label.unwrap_or_default()).gt(parts(waiting.label)) && counts(waiting.label));
        } else if self.one_each == 0 {
            self.one_each = self.items_ahead(at);
            label = self.take_waiting();
        } else {
            label = self.take_waiting();
        }
        let (text, end) = self.gather(at, label, first);
        self.one_each = self.one_each.saturating_sub(1);
        let whole = text.as_str();
        let title = at == 0 && self.lines.get(end).is_some_and(|next| next.gap);
        // "Invitation to tender: meals at home" at the top of a document is its title.
        let named =
            field(whole).filter(|(_, value)| label.is_none() && !(title && value.starts_with(char::is_lowercase)));
        if let Some((name, _)) = named {
            self.push(at, Kind::Field { name: name.to_owned() }, None, text.clone());
            return end;
        }
        if let Some((name, end)) = self.value_below(at, end, whole).filter(|_| label.is_none()) {
            let mut field = text.clone();
            for line in &self.lines[at + 1..end] {
                field.push('\n');
                line.push(&mut field, line.text);
            }
            self.push(at, Kind::Field { name: name.to_owned() }, None, field);
            return end;
        }
        if let Some(end) = self.heading(at, end, label, own, whole) {
            return end;
        }
        if let Some(label) = label {
            if !matches!(label.as_bytes()[0], b'(') && counts(label) {
                self.chapter = parts(label).next().unwrap_or(0);
            }
            let level = self.lists.level(label, indent);
            self.push(at, Kind::ListItem { level }, Some(label), text);
        } else {
            self.push(at, Kind::Paragraph, None, text);
        }
        end
    }

    /// Reads a line that a notice's form knows: the name of a section, of a field with its value, or of a lot that a field
    /// is about; gives the line after.
    fn form(&mut self, at: usize) -> Option<usize> {
        let line = &self.lines[at];
        let part = |at: usize| self.lines.get(at).and_then(|line| line.part);
        let kind = match line.part? {
            Part::Section => Kind::Heading { level: LOT },
            // What stands below several lots is about all of them.
            Part::Lot if part(at + 1) == Some(Part::Lot) || at > 0 && part(at - 1) == Some(Part::Lot) => {
                Kind::Paragraph
            }
            Part::Lot => Kind::Heading { level: UNMARKED + 1 },
            Part::Name => {
                let value = self.lines.get(at + 1).filter(|value| value.part.is_none() && value.running.is_none());
                let short = |value: &&Line| value.text.split_whitespace().nth(VALUE).is_none() && !value.ends();
                let alone = self.lines.get(at + 2).is_none_or(|next| next.gap || next.part.is_some());
                if let Some(value) = value.filter(|value| alone && line.label.is_none() && short(value)) {
                    let name = line.text.strip_suffix(':').unwrap_or(line.text).to_owned();
                    let mut text = format!("{}\n", line.text);
                    value.push(&mut text, value.text);
                    self.push(at, Kind::Field { name }, None, text);
                    return Some(at + 2);
                }
                Kind::Heading { level: UNMARKED }
            }
        };
        let (label, text) = line.label.map_or((None, line.text), |(label, text)| (Some(label), text));
        self.push(at, kind, label, text.to_owned());
        Some(at + 1)
    }

    /// How many lines from here are an item each: as many as bullets wait.
    fn items_ahead(&self, at: usize) -> usize {
        let newest = self.waiting.last().map_or(0, |last| last.batch);
        let bullets = self.waiting.iter().filter(|w| w.batch == newest).take_while(|w| !counts(w.label)).count();
        let more = self.lines[at + 1..].iter().take(bullets).take_while(|line| !line.gap).count();
        if bullets > 1 && more + 1 == bullets { bullets } else { 0 }
    }

    /// The text of the block that begins at a line, with the lines that a margin broke off it, and the line after.
    fn gather(&mut self, at: usize, label: Option<&str>, first: &str) -> (String, usize) {
        let mut text = String::with_capacity(self.lines[at].text.len());
        self.lines[at].push(&mut text, first);
        let mut end = at + 1;
        let mut last = at;
        let mut open = 0;
        while let Some(next) = self.lines.get(end) {
            if next.running.is_some() {
                end += 1;
                continue;
            }
            open += brackets(self.lines[last].text);
            let broken = next.margin.is_some() && self.lines[last].width > SCRAP;
            let inside = open > 0 && !next.gap && (broken || next.begins_small());
            if !self.goes_on(at, last, end, label, &text, inside) {
                break;
            }
            // "third-" and "party" are one word; whether "insur-" and "ance" are cannot be told.
            if !(text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic)) {
                text.push(' ');
            }
            next.push(&mut text, next.text);
            last = end;
            end += 1;
        }
        (text, last + 1)
    }

    /// Whether a line belongs to the block that began at `start` and has got as far as `last`.
    fn goes_on(&self, start: usize, last: usize, next: usize, own: Option<&str>, text: &str, inside: bool) -> bool {
        let (first, before, line) = (&self.lines[start], &self.lines[last], &self.lines[next]);
        if self.one_each > 0 || is_rule(line.text) {
            return false;
        }
        if line.gap {
            // A page's end in the middle of a sentence.
            let cut =
                line.broken && line.margin.is_some() && !before.ends() && (line.begins_small() || hangs(before.text));
            return cut && line.label.is_none();
        }
        let wrapped = before.margin.is_some_and(|margin| wraps(before, line, margin));
        if let Some((label, rest)) = line.label {
            return wrapped && !rest.is_empty() && self.refers(before, label, rest);
        }
        let hanging = line.indent > first.indent + 1;
        // Whatever the margin, a long line broken off in the middle of a sentence shows by its words.
        let cut = before.width >= LONG
            && !before.ends()
            && !before.text.ends_with(',')
            && line.begins_small()
            && !line.text.starts_with("http");
        let open = before.margin.is_none() && first.width > SCRAP && hangs(before.text);
        let hung = line.indent >= first.indent && (open || cut);
        if !(wrapped || inside || hung || hanging) || text.strip_suffix(':').is_some_and(is_name) {
            return false;
        }
        let fields = (field(text).is_some(), field(line.text).is_some());
        if hanging && (own.is_some() || fields.0) && !fields.1 {
            return true;
        }
        let new = fields.1 && (fields.0 || before.ends() || !hangs(before.text));
        (wrapped || inside || hung) && !new
    }

    /// Whether what looks like a label in front of a line is the middle of a sentence: "clause" and "4.2 above".
    fn refers(&self, before: &Line, label: &str, rest: &str) -> bool {
        const WORDS: &str = "clause clauses paragraph paragraphs section sections schedule part annex appendix regulation \
                             regulations article lot lots question questions and or to in of under with by rule no no. \
                             numbers number";
        let mut words = before.text.rsplit(char::is_whitespace);
        let last = words.next().unwrap_or_default();
        let joins = last.eq_ignore_ascii_case("and") || last.eq_ignore_ascii_case("or");
        if counts(label) && !before.ends() && one_of(last, WORDS) {
            // "clauses 4.1 and" and "4.2", but "(a) cover; and" and "(b) a plan".
            let listed = words.next().is_some_and(|word| word.contains(|c: char| c.is_ascii_digit()));
            return !joins || listed && !word_ends(before.text, last);
        }
        let open = !before.ends() && !joins;
        let listed = self.blocks.last().is_some_and(|block| block.label.as_deref() == Some(label));
        open && !listed && rest.starts_with(char::is_lowercase) && (counts(label) || matches!(label, "-" | "–" | "—"))
    }

    /// Adds the block as a heading if it is one; gives the line after.
    fn heading(&mut self, at: usize, end: usize, label: Option<&str>, own: bool, text: &str) -> Option<usize> {
        if end - at > 3 || text.len() > 200 || label.is_some_and(|label| !counts(label)) {
            return None;
        }
        let line = &self.lines[at];
        let next = self.lines.get(end);
        let under = next.filter(|next| !next.gap && is_rule(next.text) && !next.text.starts_with('*'));
        if let Some(rule) = under.filter(|_| end == at + 1 && label.is_none() && field(text).is_none()) {
            let level = if rule.text.starts_with('=') { 1 } else { 2 };
            self.push(at, Kind::Heading { level }, None, text.to_owned());
            self.lists.close();
            return Some(end + 1);
        }
        let after_heading = self.blocks.last().is_some_and(|block| matches!(block.kind, Kind::Heading { .. }));
        let apart = line.gap || at == 0 || after_heading;
        let below =
            next.is_none_or(|next| next.gap || next.width * 2 >= line.width * 3 || self.lone_label(end).is_some());
        let context = Context { alone: apart && below && end == at + 1, emphatic: false };
        let opens = label.is_some_and(|label| end == at + 1 && self.opens_clauses(end, label, text));
        let level = match label {
            Some(_) if opens => 4,
            Some(label) if !own => heading(&format!("{label} {text}"), context)?,
            Some(_) if end == at + 1 => heading(line.text, context)?,
            Some(label) => heading(&format!("{label} {text}"), context)?,
            None => heading(text, context)?,
        };
        if let Some(label) = label {
            self.chapter = parts(label).next().unwrap_or(0);
        }
        let text = text.trim_start_matches(['-', '=', '*', '–', ' ']).trim_end_matches(['-', '=', '*', '–', ' ']);
        self.push(at, Kind::Heading { level }, label, text.to_owned());
        self.lists.close();
        Some(end)
    }

    /// Whether a short line numbered 4 has clause 4.1 below.
    fn opens_clauses(&self, next: usize, own: &str, text: &str) -> bool {
        let number = own.trim_end_matches(['.', ')', ':']);
        let short = text.split_whitespace().nth(12).is_none() && !text.ends_with(['.', ';', ',', ':', '?']);
        let below = self.lines.get(next).and_then(|next| next.label).map_or("", |(label, _)| label);
        let first = below.strip_prefix(number).is_some_and(|rest| rest.trim_end_matches('.') == ".1");
        short && first && number.bytes().all(|b| b.is_ascii_digit()) && text.starts_with(char::is_uppercase)
    }

    /// The name of a field whose value is on the lines below, and the line after the value.
    fn value_below<'t>(&self, at: usize, end: usize, text: &'t str) -> Option<(&'t str, usize)> {
        let name = text.strip_suffix(':').unwrap_or(text);
        let value = self.lines.get(end).filter(|line| line.running.is_none())?;
        let colon = name.len() < text.len();
        if end != at + 1 || !colon && !is_value(value.text) || !names(name, value.text) {
            return None;
        }
        let words = |line: &Line| line.text.split_whitespace().count();
        let plain = |line: &Line| {
            (line.label.is_none() || is_value(line.text))
                && line.running.is_none()
                && words(line) <= VALUE
                && !line.text.ends_with(':')
                && field(line.text).is_none()
                && !is_rule(line.text)
        };
        // Where each value has its name above it with no blank line between, the next name ends a value.
        let paired = (end + 1..self.lines.len().min(end + 2 + VALUES))
            .take_while(|&i| !self.lines[i].gap)
            .find(|&i| self.is_pair(i) || field(self.lines[i].text).is_some());
        let rest = || self.lines[end + 1..paired.unwrap_or(self.lines.len())].iter().take_while(|line| !line.gap);
        if colon {
            let alone = self.lines.get(end + 1).is_none_or(|line| {
                line.gap || field(line.text).is_some() || line.text.strip_suffix(':').is_some_and(is_name)
            });
            return (alone && !value.gap && !value.text.ends_with('.') && plain(value)).then_some((name, end + 1));
        }
        // Without a colon it takes a blank line before, and a figure, a date or the like.
        let number = value.label.is_some();
        let told = plain(value) && !(value.gap && (number || rest().next().is_some()));
        let several = rest().take(VALUES).all(plain) && rest().nth(VALUES).is_none();
        let chained = paired == Some(end + 1) && self.is_pair(at);
        let apart = chained || self.lines[at].gap || at == 0 || matches!(self.blocks.last()?.kind, Kind::Field { .. });
        (told && apart && several).then(|| (name, end + 1 + rest().count()))
    }

    /// Whether a line is a short name and the next, right below, a figure or a date.
    fn is_pair(&self, at: usize) -> bool {
        let (name, value) = (self.lines[at].text, self.lines.get(at + 1));
        let short = name.split_whitespace().nth(PAIRED).is_none() && !name.contains(|c: char| c.is_ascii_digit());
        let told = |value: &Line| !value.gap && value.running.is_none() && is_value(value.text);
        short && self.lines[at].label.is_none() && is_name(name) && value.is_some_and(told)
    }
}

/// Whether what stands before the last word of a line ends an item.
fn word_ends(line: &str, last: &str) -> bool {
    line[..line.len() - last.len()].trim_end().ends_with([';', ','])
}

/// How many more brackets a line opens than it closes.
fn brackets(text: &str) -> i32 {
    text.bytes().map(|b| i32::from(matches!(b, b'(' | b'[')) - i32::from(matches!(b, b')' | b']'))).sum()
}

/// A line drawn with signs.
pub fn is_rule(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 3
        && matches!(bytes[0], b'-' | b'=' | b'_' | b'*' | b'~' | b'#')
        && bytes.iter().all(|b| *b == bytes[0])
}
