//! Glyphs to words: what a page shows, with places, in the order in which the file draws it.

use super::geometry::{Rect, sorted};
use super::guard::MAX_RULES;
use crate::document::Bounds;
use crate::read::structure;

/// A share of the font size: a wider gap between glyphs is a blank.
const BLANK: f32 = 0.17;

/// What one page shows.
#[derive(Debug, Default)]
pub struct Sheet {
    pub width: f32,
    pub height: f32,
    /// The texts of all words.
    pub text: String,
    /// In the order in which they are drawn.
    pub words: Vec<Word>,
    pub rules: Vec<Rule>,
    /// Marked content that words stand in.
    pub marks: Vec<Mark>,
    /// Glyphs shown, without blanks.
    pub glyphs: u32,
    /// Of these, whose character nobody knows.
    pub unknown: u32,
    /// Of these, drawn invisibly, as text recognised in a scan is.
    pub invisible: u32,
    /// Share of the page that pictures cover; more than 1 where they overlap.
    pub pictures: f32,
    /// Curves drawn: letters drawn as shapes have many.
    pub curves: u32,
    /// The first word that annotations and form fields show.
    pub annotations: u32,
    /// What is said in comments, and where on the page as it is shown.
    pub comments: Vec<(String, Rect)>,
    /// The names of files that are attached to the page.
    pub attached: Vec<String>,
    /// The way most of its words are read on the page as it is shown; everything here is turned by it.
    way: Turn,
    /// Whether something was drawn where something stood already.
    overdrawn: bool,
    pen: Pen,
}

/// A run of glyphs without a blank, in one font, on one line.
#[derive(Debug, Clone)]
pub struct Word {
    /// Range of the sheet's text.
    pub start: u32,
    pub end: u32,
    pub x0: f32,
    pub x1: f32,
    /// The baseline.
    pub y: f32,
    /// Font size in points, as seen.
    pub size: f32,
    /// Number of its font in the document.
    pub font: u16,
    pub bold: bool,
    /// Whether a blank is between the word drawn before and this one, if they are on one line.
    pub blank: bool,
    pub turn: Turn,
    /// Index of the marked content it stands in.
    pub mark: u32,
    /// Not text but a small disc, ring or square, which is a bullet where text follows.
    pub drawn: bool,
}

/// Which way the letters of a word stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    #[default]
    Upright,
    /// Read from top to bottom.
    Down,
    UpsideDown,
    /// Read from bottom to top.
    Up,
    /// At any other angle, as watermarks are.
    Skew,
}

/// A ruling line, upright or level. Thickness is dropped.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    pub level: bool,
    /// Its y where it is level, its x where it is upright.
    pub at: f32,
    pub from: f32,
    pub to: f32,
}

/// A piece of marked content, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// Number by which the tree of tags names it.
    pub id: Option<u32>,
    /// Not part of the author's text: running heads and feet, page numbers, watermarks.
    pub artifact: bool,
}

/// How the glyphs of one string stand.
#[derive(Debug, Clone, Copy)]
pub struct Hand {
    /// Direction of reading, of length 1.
    pub along: (f32, f32),
    pub size: f32,
    pub font: u16,
    pub bold: bool,
    pub mark: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Pen {
    /// Where the next glyph is expected, along the line and across it.
    u: f32,
    v: f32,
    size: f32,
    turn: Turn,
    along: (f32, f32),
    blank: bool,
    /// Set where the next glyph cannot belong to the word before.
    broken: bool,
    /// Set where the file has moved the pen since the last glyph.
    moved: bool,
    /// Index of the first word of the line.
    first: usize,
}

impl Turn {
    /// A place along and across such a line as a place on the page.
    fn to_page(self, u: f32, v: f32) -> (f32, f32) {
        match self {
            Self::Upright | Self::Skew => (u, v),
            Self::Down => (-v, u),
            Self::UpsideDown => (-u, -v),
            Self::Up => (v, -u),
        }
    }

    fn of((x, y): (f32, f32)) -> Self {
        match () {
            () if x > 0.99 => Self::Upright,
            () if x < -0.99 => Self::UpsideDown,
            () if y > 0.99 => Self::Down,
            () if y < -0.99 => Self::Up,
            () => Self::Skew,
        }
    }
}

impl Sheet {
    pub fn new(width: f32, height: f32) -> Self {
        Self { width, height, marks: vec![Mark::default()], annotations: u32::MAX, ..Self::default() }
    }

    pub fn word_text(&self, word: &Word) -> &str {
        &self.text[word.start as usize..word.end as usize]
    }

    /// Adds a glyph whose left end on the baseline is at `x`, `y` and that is `width` points wide.
    ///
    /// `spacing` is extra room after it that the file asks for between any two glyphs.
    pub fn glyph(&mut self, text: &str, (x, y): (f32, f32), width: f32, spacing: f32, hand: Hand) {
        let size = hand.size;
        if !(x.is_finite() && y.is_finite() && width.is_finite() && size > 0.05 && size < 10_000.0) {
            return;
        }
        let along = hand.along;
        let turn = Turn::of(along);
        let mut u0 = x * along.0 + y * along.1;
        let v = y * along.0 - x * along.1;
        let mut u1 = u0 + width;
        if width < 0.0 {
            (u0, u1) = (u1, u0);
        }
        let same_way = turn == self.pen.turn && (turn != Turn::Skew || near(along, self.pen.along));
        let is_blank = text.chars().all(is_blank);
        if is_blank && self.is_drawn_over((f32::midpoint(u0, u1), v), turn) {
            return;
        }
        let gap = u0 - self.pen.u;
        let em = size.max(self.pen.size);
        let same_line = same_way && (v - self.pen.v).abs() < 0.5 * em;
        let wide = gap > BLANK * size.min(self.pen.size).max(0.5 * em);
        let blank_between = self.pen.blank || wide || self.pen.moved && same_line && self.is_behind_label(text);
        self.pen.moved = false;
        if is_blank {
            self.pen.blank = true;
        } else {
            self.glyphs += 1;
            let goes_on = same_line && !blank_between && !self.pen.broken && gap > -0.3 * em;
            self.overdrawn |= same_line && gap < -0.3 * em;
            let start = self.text.len() as u32;
            normalize(text, &mut self.text);
            let end = self.text.len() as u32;
            match self.words.last_mut() {
                Some(word)
                    if goes_on
                        && (v - word.y).abs() < 0.05 * em
                        && (size - word.size).abs() < 0.1 * em
                        && word.font == hand.font
                        && word.bold == hand.bold
                        && word.mark == hand.mark =>
                {
                    word.end = end;
                    word.x0 = word.x0.min(u0);
                    word.x1 = word.x1.max(u1);
                }
                _ => self.words.push(Word {
                    start,
                    end,
                    x0: u0,
                    x1: u1,
                    y: v,
                    size,
                    font: hand.font,
                    bold: hand.bold,
                    blank: blank_between || !same_line || gap < -0.3 * em,
                    turn,
                    mark: hand.mark,
                    drawn: false,
                }),
            }
            if !same_line {
                self.pen.first = self.words.len() - 1;
            }
            self.pen.blank = false;
            self.pen.broken = false;
        }
        let pen = &mut self.pen;
        (pen.u, pen.v, pen.size, pen.turn, pen.along) = (u1 + spacing.max(0.0), v, size, turn, along);
    }

    /// Notes that the file moves the pen by itself.
    pub fn move_pen(&mut self) {
        self.pen.moved = true;
    }

    /// Whether something stands within the last word: blanks there are drawn to underline it, and part nothing.
    fn is_drawn_over(&self, (u, v): (f32, f32), turn: Turn) -> bool {
        self.words.last().is_some_and(|word| {
            let slack = 0.1 * word.size;
            turn == word.turn && (v - word.y).abs() < slack && word.x0 < u && u < word.x1 - slack
        })
    }

    /// Whether a text begins behind a number such as "1.1" or "(a)" at the start of its line, which may touch it.
    fn is_behind_label(&self, text: &str) -> bool {
        let Some(word) = self.words.get(self.pen.first).filter(|_| self.words.len() == self.pen.first + 1) else {
            return false;
        };
        let label = self.word_text(word);
        text.starts_with(char::is_alphabetic)
            && label.contains(['.', ')'])
            && structure::label(label).is_some_and(|(_, rest)| rest.is_empty())
    }

    /// Makes the next glyph begin a word: what follows is drawn by something else.
    pub fn break_word(&mut self) {
        self.pen.broken = true;
        self.pen.blank = true;
    }

    /// Makes the last word reach as far as a glyph that shows no text of its own.
    pub fn extend(&mut self, (x, y): (f32, f32), width: f32, hand: Hand) {
        let (u, v) = (x * hand.along.0 + y * hand.along.1, y * hand.along.0 - x * hand.along.1);
        if let Some(word) = self.words.last_mut().filter(|word| (word.y - v).abs() < 0.5 * word.size) {
            word.x1 = word.x1.max(u + width);
            self.pen.u = u + width;
        }
    }

    /// Keeps a small disc, ring or square as the bullet that it may be.
    pub fn dot(&mut self, rect: Rect, mark: u32) {
        /// How large a bullet is, in points.
        const SIZES: std::ops::Range<f32> = 1.8..8.0;
        let (width, height) = (rect.width(), rect.height());
        let square = (width - height).abs() < 0.3 * width.max(height);
        if !(SIZES.contains(&width) && SIZES.contains(&height) && square && self.words.len() < MAX_RULES) {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push('•');
        // Its middle is about a third of the letters' size above their baseline.
        let (y, size) = (rect.y1 + 0.5 * height, 2.0 * height);
        let end = self.text.len() as u32;
        let (x0, x1, turn) = (rect.x0, rect.x1, Turn::Upright);
        self.words.push(Word {
            start,
            end,
            x0,
            x1,
            y,
            size,
            font: u16::MAX,
            bold: false,
            blank: true,
            turn,
            mark,
            drawn: true,
        });
        self.break_word();
    }

    /// Keeps a filled or stroked box: thin ones are ruling lines.
    pub fn rule(&mut self, rect: Rect) {
        /// Thicker bars than this, in points, are boxes.
        const THICK: f32 = 3.0;
        if self.rules.len() >= MAX_RULES || !(rect.width().is_finite() && rect.height().is_finite()) {
            return;
        }
        let (width, height) = (rect.width(), rect.height());
        if height <= THICK && width >= height {
            let at = f32::midpoint(rect.y0, rect.y1);
            self.rules.push(Rule { level: true, at, from: rect.x0, to: rect.x1 });
        }
        if width <= THICK && height >= width {
            let at = f32::midpoint(rect.x0, rect.x1);
            self.rules.push(Rule { level: false, at, from: rect.y0, to: rect.y1 });
        }
    }

    /// Brings the page into the way most of its words are read, and every word's place into the page's own.
    ///
    /// Words that stand otherwise are joined to one word a line, blanks included.
    pub fn straighten(&mut self) {
        let count = |turn: Turn| self.words.iter().filter(|word| word.turn == turn).count();
        let turns = [Turn::Up, Turn::Down, Turn::UpsideDown, Turn::Upright];
        let main = turns.into_iter().max_by_key(|&turn| count(turn)).unwrap_or_default();
        let (width, height) = (self.width, self.height);
        let to_main = |x: f32, y: f32| match main {
            Turn::Upright | Turn::Skew => (x, y),
            Turn::Down => (y, width - x),
            Turn::UpsideDown => (width - x, height - y),
            Turn::Up => (height - y, x),
        };
        self.way = main;
        if matches!(main, Turn::Down | Turn::Up) {
            (self.width, self.height) = (height, width);
        }
        if main != Turn::Upright {
            for rule in &mut self.rules {
                let (a, b) = if rule.level {
                    (to_main(rule.from, rule.at), to_main(rule.to, rule.at))
                } else {
                    (to_main(rule.at, rule.from), to_main(rule.at, rule.to))
                };
                let level = (a.1 - b.1).abs() < (a.0 - b.0).abs();
                let (at, from, to) = if level { (a.1, a.0, b.0) } else { (a.0, a.1, b.1) };
                *rule = Rule { level, at, from: from.min(to), to: from.max(to) };
            }
        }
        let mut words: Vec<Word> = Vec::with_capacity(self.words.len());
        let mut last: Option<(Turn, f32)> = None;
        let annotations = std::mem::replace(&mut self.annotations, u32::MAX);
        for (at, mut word) in (0..).zip(std::mem::take(&mut self.words)) {
            if at == annotations {
                self.annotations = words.len() as u32;
                last = None;
            }
            let (u0, u1, v, turn) = (word.x0, word.x1, word.y, word.turn);
            let [a, b] = [u0, u1].map(|u| {
                let (x, y) = turn.to_page(u, v);
                to_main(x, y)
            });
            if turn == main {
                (word.x0, word.x1, word.y, word.turn) = (a.0, b.0, a.1, Turn::Upright);
                words.push(word);
                last = None;
                continue;
            }
            let same_line = last.is_some_and(|(t, at)| t == turn && (at - v).abs() < 0.5 * word.size);
            last = Some((turn, v));
            let before = words.last_mut().filter(|_| same_line);
            // Its text goes to the end, where more can be added to it.
            let text = self.text[word.start as usize..word.end as usize].to_owned();
            let (x0, x1) = (a.0.min(b.0), a.0.max(b.0));
            if let Some(before) = before {
                if word.blank {
                    self.text.push(' ');
                }
                self.text.push_str(&text);
                before.end = self.text.len() as u32;
                (before.x0, before.x1) = (before.x0.min(x0), before.x1.max(x1));
                before.y = before.y.max(a.1).max(b.1);
            } else {
                word.start = self.text.len() as u32;
                self.text.push_str(&text);
                word.end = self.text.len() as u32;
                (word.x0, word.x1, word.y, word.blank) = (x0, x1, a.1.max(b.1), true);
                word.turn = if turn == Turn::Skew { turn } else { Turn::Up };
                words.push(word);
            }
        }
        self.words = words;
        if self.overdrawn || self.invisible > 0 && self.invisible < self.glyphs {
            self.drop_doubles();
        }
    }

    /// A box on the page as it is shown, in whole points.
    pub fn edges(rect: &Rect) -> Option<Bounds> {
        let edges = [rect.x0.floor(), rect.y0.floor(), rect.x1.ceil(), rect.y1.ceil()];
        edges.iter().all(|edge| edge.is_finite()).then(|| edges.map(|edge| edge as u16))
    }

    /// A box of the sheet on the page as it is shown; none around nothing.
    pub fn bounds(&self, rect: &Rect) -> Option<Bounds> {
        let (width, height) = (self.width, self.height);
        let shown = |u: f32, v: f32| match self.way {
            Turn::Upright | Turn::Skew => (u, v),
            Turn::Down => (height - v, u),
            Turn::UpsideDown => (width - u, height - v),
            Turn::Up => (v, width - u),
        };
        let (a, b) = (shown(rect.x0, rect.y0), shown(rect.x1, rect.y1));
        Self::edges(&Rect::new(a.0, a.1, b.0, b.1))
    }

    /// Drops words that are drawn again over themselves, to look bold or to cast a shadow.
    fn drop_doubles(&mut self) {
        let order = sorted((0..self.words.len()).collect(), |&at| (self.words[at].y, self.words[at].x0));
        let mut double = vec![false; self.words.len()];
        for (i, &a) in order.iter().enumerate() {
            let word = &self.words[a];
            for &b in order[i + 1..].iter().take(8) {
                let other = &self.words[b];
                let close = (other.x0 - word.x0).abs() < 0.2 * word.size && (other.y - word.y).abs() < 0.2 * word.size;
                if close && self.word_text(word) == self.word_text(other) {
                    double[a.max(b)] = true;
                }
            }
        }
        if self.annotations != u32::MAX {
            let dropped = double[..self.annotations as usize].iter().filter(|&&double| double).count();
            self.annotations -= dropped as u32;
        }
        let mut double = double.into_iter();
        self.words.retain(|_| double.next() == Some(false));
    }
}

fn near(a: (f32, f32), b: (f32, f32)) -> bool {
    (a.0 - b.0).abs() < 0.05 && (a.1 - b.1).abs() < 0.05
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\0'..='\u{1f}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Appends text with its ligatures taken apart and without blanks and control characters.
fn normalize(text: &str, to: &mut String) {
    for c in text.chars() {
        match c {
            'ﬀ' => to.push_str("ff"),
            'ﬁ' => to.push_str("fi"),
            'ﬂ' => to.push_str("fl"),
            'ﬃ' => to.push_str("ffi"),
            'ﬄ' => to.push_str("ffl"),
            'ﬅ' | 'ﬆ' => to.push_str("st"),
            '\u{2010}' | '\u{2011}' => to.push('-'),
            c if is_blank(c) => {}
            c => to.push(c),
        }
    }
}
