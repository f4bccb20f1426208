//! What is put between the letters of a main part. Nothing else of it changes: a run is cut in two where a mark has to
//! stand in the middle of it, and both halves keep its look.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use super::Reviewer;
use super::comments::{escaped, marks};
use super::runs::{Piece, Run, Runs};

/// Edits that are being gathered.
pub struct Edits<'e> {
    text: &'e str,
    runs: &'e Runs,
    by: &'e Reviewer,
    /// Number of the next tracked change.
    next: u32,
    /// What comes between letters or between runs.
    between: BTreeMap<usize, Between>,
    /// Passages that are struck out, none of which overlaps another.
    struck: Vec<Range<usize>>,
}

/// What comes between two letters or two runs, in this order.
#[derive(Default)]
struct Between {
    /// The end of what is struck out, and what comes in its place.
    instead: String,
    /// Ends of comments.
    ends: String,
    /// What is added.
    added: String,
    /// Beginnings of comments.
    starts: String,
    /// The beginning of what is struck out.
    strike: String,
    /// Where it cuts a run: the piece of text that is cut.
    cut: Option<usize>,
}

impl<'e> Edits<'e> {
    /// Begins with none.
    pub fn new(text: &'e str, runs: &'e Runs, by: &'e Reviewer) -> Self {
        Self { text, runs, by, next: runs.greatest_id + 1, between: BTreeMap::new(), struck: vec![] }
    }

    /// Puts a comment beside a passage. One that overlaps what is struck out stands around it.
    pub fn comment(&mut self, place: &Range<usize>, id: u32) {
        let (mut start, mut end) = (place.start, place.end);
        for struck in &self.struck {
            if struck.contains(&start) {
                start = struck.start;
            }
            if struck.start < end && end < struck.end {
                end = struck.end;
            }
        }
        let [begin, finish] = marks(&self.runs.prefix, id);
        self.at(start).starts.push_str(&begin);
        self.at(end).ends.push_str(&finish);
    }

    /// Strikes a passage out and puts other words in its place, as a tracked change. Does nothing and gives false where
    /// the passage is more than text in one paragraph, or is struck out already.
    pub fn replace(&mut self, place: &Range<usize>, words: &str) -> bool {
        let Some(runs) = self.strikable(place) else { return false };
        // Comments that are there already may cut it.
        let cut_inside = self.between.range(place.start + 1..place.end).next().is_some();
        let overlaps = self.struck.iter().any(|struck| struck.start < place.end && place.start < struck.end);
        if cut_inside || overlaps {
            return false;
        }
        let (text, p) = (self.text, self.runs.prefix.clone());
        let look = plain_look(&p, &text[runs[0].look.clone()]);
        for (i, run) in runs.iter().enumerate() {
            let (first, last) = (i == 0, i + 1 == runs.len());
            let opening = self.change("del");
            let from = if first { place.start } else { run.whole.start };
            self.at(from).strike.push_str(&opening);
            let mut closing = format!("</{p}:del>");
            if last {
                let inserted = self.change("ins");
                let _ = write!(
                    closing,
                    "{inserted}<{p}:r>{look}<{p}:t xml:space=\"preserve\">{}</{p}:t></{p}:r></{p}:ins>",
                    escaped(words)
                );
            }
            let upto = if last { place.end } else { run.whole.end };
            self.at(upto).instead.push_str(&closing);
        }
        self.struck.push(place.clone());
        true
    }

    /// Adds words behind a letter, as a tracked change. Does nothing and gives false where that is inside of something
    /// that is struck out, or in somebody else's change, a link or a field.
    pub fn insert(&mut self, at: usize, words: &str) -> bool {
        let inside = self.struck.iter().any(|struck| struck.start < at && at < struck.end);
        let run = self.runs.piece(at).map(|piece| &self.runs.all[piece.run]);
        let Some(run) = run.filter(|run| run.direct && !inside) else { return false };
        let (p, look) = (&self.runs.prefix, plain_look(&self.runs.prefix, &self.text[run.look.clone()]));
        let run = format!("<{p}:r>{look}<{p}:t xml:space=\"preserve\"> {}</{p}:t></{p}:r></{p}:ins>", escaped(words));
        let change = self.change("ins");
        self.at(at).added.push_str(&(change + &run));
        true
    }

    /// The runs of a passage, if they are nothing but text and stand in one paragraph.
    fn strikable(&self, place: &Range<usize>) -> Option<Vec<&'e Run>> {
        let runs = self.runs;
        let (first, last) = (runs.piece(place.start)?, runs.piece(place.end)?);
        let between: Vec<&Run> = runs.all.get(first.run..=last.run)?.iter().collect();
        let whole = |run: &&Run| run.plain && run.direct && run.parent == between[0].parent;
        // A passage that only touches a run would strike nothing out of it.
        let touches = place.start == first.text.end || place.end == last.text.start;
        (!between.is_empty() && between.iter().all(whole) && !touches).then_some(between)
    }

    fn change(&mut self, kind: &str) -> String {
        let (p, id) = (&self.runs.prefix, self.next);
        self.next += 1;
        let Reviewer { name, date } = self.by;
        format!("<{p}:{kind} {p}:id=\"{id}\" {p}:author=\"{}\" {p}:date=\"{}\">", escaped(name), escaped(date))
    }

    /// What comes at a letter's edge: between runs where it can, else in the middle of one.
    fn at(&mut self, at: usize) -> &mut Between {
        let piece = self.runs.piece_number(at);
        let edge = piece.and_then(|piece| self.runs.edge(&self.runs.pieces[piece], at));
        let between = self.between.entry(edge.unwrap_or(at)).or_default();
        between.cut = piece.filter(|_| edge.is_none());
        between
    }

    /// The text with everything in place.
    pub fn apply(self) -> String {
        let mut tags = self.tags();
        for (at, between) in &self.between {
            tags.insert((*at, *at), self.written(*at, between));
        }
        let mut out = String::with_capacity(self.text.len() + self.text.len() / 8 + 1024);
        let mut from = 0;
        for ((start, end), new) in tags {
            out.push_str(&self.text[from..start]);
            out.push_str(&new);
            from = end;
        }
        out.push_str(&self.text[from..]);
        out
    }

    /// The tags of text that change: blanks at a cut are to be kept, and words struck out have another name.
    fn tags(&self) -> BTreeMap<(usize, usize), String> {
        let p = &self.runs.prefix;
        let mut tags = BTreeMap::new();
        let mut set = |range: &Range<usize>, tag: String| tags.insert((range.start, range.end), tag);
        for piece in self.between.values().filter_map(|between| between.cut) {
            set(&self.runs.pieces[piece].open, format!("<{p}:t xml:space=\"preserve\">"));
        }
        for struck in &self.struck {
            let after = self.runs.pieces.partition_point(|piece| piece.text.end <= struck.start);
            let pieces = self.runs.pieces[after..].iter().take_while(|piece| piece.text.start < struck.end);
            for piece in pieces {
                // Where the run is cut at the very edge of the piece, an empty piece stays outside.
                let uncut = |edge: usize, at: usize| edge != at || self.runs.edge(piece, at).is_some();
                let Piece { open, text, close, .. } = piece;
                if text.start >= struck.start && uncut(text.start, struck.start) {
                    set(open, format!("<{p}:delText xml:space=\"preserve\">"));
                }
                if text.end <= struck.end && uncut(text.end, struck.end) {
                    set(close, format!("</{p}:delText>"));
                }
            }
        }
        tags
    }

    /// What is put in between two letters: where they are of one run, that run ends before it and begins anew after it.
    fn written(&self, at: usize, between: &Between) -> String {
        let Between { instead, ends, added, starts, strike, cut } = between;
        let Some(piece) = cut.map(|piece| &self.runs.pieces[piece]) else {
            return [instead.as_str(), ends, added, starts, strike].concat();
        };
        let p = &self.runs.prefix;
        let text = |deleted: bool| if deleted { "delText" } else { "t" };
        let (before, after) = (text(!instead.is_empty()), text(!strike.is_empty()));
        let look = plain_look(p, &self.text[self.runs.all[piece.run].look.clone()]);
        debug_assert!(piece.text.start <= at && at <= piece.text.end);
        format!(
            "</{p}:{before}></{p}:r>{instead}{ends}{added}{starts}{strike}<{p}:r>{look}<{p}:{after} xml:space=\"preserve\">"
        )
    }
}

/// A run's look without the record of how it was changed, which belongs to one run alone.
fn plain_look(prefix: &str, look: &str) -> String {
    let (open, close) = (format!("<{prefix}:rPrChange"), format!("</{prefix}:rPrChange>"));
    match (look.find(&open), look.find(&close)) {
        (Some(from), Some(upto)) if from < upto => format!("{}{}", &look[..from], &look[upto + close.len()..]),
        _ => look.to_owned(),
    }
}
