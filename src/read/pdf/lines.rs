//! Words to lines, and lines to text.

use super::geometry::{Rect, sorted};
use super::layout::{Sheet, Turn, Word};
use super::notes::raised;

/// Words on one baseline, from left to right.
#[derive(Debug, Clone)]
pub struct Line {
    /// Indices of the sheet's words.
    pub words: Vec<u32>,
    /// From the top of its tallest letters to the bottom of its deepest.
    pub rect: Rect,
    /// The baseline.
    pub y: f32,
    /// The size of most of its letters, in points.
    pub size: f32,
    /// How many letters have this size.
    weight: u32,
    /// Whether all letters are bold.
    pub bold: bool,
    /// The font of all its letters.
    pub font: Option<u16>,
    /// Whether it stands in content marked as not the author's.
    pub artifact: bool,
    /// Where its first word ends, with all that is drawn against it without a blank.
    pub first_end: f32,
    /// The element of the tree of tags it belongs to.
    pub element: Option<u32>,
}

impl Line {
    fn new(sheet: &Sheet, index: u32, element: Option<u32>) -> Self {
        let word = &sheet.words[index as usize];
        Self {
            words: vec![index],
            rect: rect(word),
            y: word.y,
            size: word.size,
            weight: word.end - word.start,
            bold: word.bold,
            font: Some(word.font),
            artifact: sheet.marks[word.mark as usize].artifact,
            first_end: word.x1,
            element,
        }
    }

    fn push(&mut self, sheet: &Sheet, index: u32) {
        let word = &sheet.words[index as usize];
        let letters = word.end - word.start;
        if (word.size - self.size).abs() < 0.05 * self.size {
            self.weight += letters;
        } else if letters > self.weight {
            (self.y, self.size, self.weight) = (word.y, word.size, letters);
        }
        if self.first_end == self.rect.x1 && !word.blank {
            self.first_end = word.x1;
        }
        self.bold &= word.bold;
        self.font = self.font.filter(|&font| font == word.font);
        self.rect.join(&rect(word));
        self.words.push(index);
    }

    /// A line of the given words, which stand on one baseline.
    pub fn of(sheet: &Sheet, words: &[u32], element: Option<u32>) -> Option<Self> {
        let (&first, rest) = words.split_first()?;
        let mut line = Self::new(sheet, first, element);
        for &index in rest {
            line.push(sheet, index);
        }
        Some(line)
    }

    /// Takes in another line that stands on the same baseline.
    pub fn merge(&mut self, sheet: &Sheet, other: &Self) {
        let mut words = std::mem::take(&mut self.words);
        words.extend(&other.words);
        let words = sorted(words, |&word| (sheet.words[word as usize].x0, 0.0));
        if let Some(line) = Self::of(sheet, &words, self.element) {
            *self = Self { artifact: self.artifact && other.artifact, ..line };
        }
    }

    /// Its words with single blanks; raised numbers as such.
    pub fn text(&self, sheet: &Sheet) -> String {
        let mut text = String::new();
        self.write(sheet, &mut text);
        text
    }

    /// Appends the text.
    pub fn write(&self, sheet: &Sheet, text: &mut String) {
        let start = text.len();
        let mut before: Option<u32> = None;
        for &index in &self.words {
            let word = &sheet.words[index as usize];
            let apart = word.blank || before.is_some_and(|before| before + 1 != index);
            if apart && text.len() > start && !text.ends_with(' ') {
                text.push(' ');
            }
            before = Some(index);
            let shown = sheet.word_text(word);
            if self.is_raised(word) && shown.bytes().all(|b| b.is_ascii_digit()) {
                text.extend(shown.bytes().map(|digit| raised(digit - b'0')));
            } else {
                text.push_str(shown);
            }
        }
    }

    /// Whether a word stands above the line, as references to footnotes do.
    pub fn is_raised(&self, word: &Word) -> bool {
        let up = (self.y - word.y) / self.size;
        let smaller = word.size / self.size;
        smaller < 0.85 && up > 0.12 || smaller < 1.02 && up > 0.25
    }

    /// The line cut where there is more room than between words: cells of a table, or a number before its text.
    pub fn segments(&self, sheet: &Sheet) -> Vec<Self> {
        let mut segments = vec![];
        let mut start = 0;
        for at in 1..self.words.len() {
            let (a, b) = (&sheet.words[self.words[at - 1] as usize], &sheet.words[self.words[at] as usize]);
            if b.x0 - a.x1 > 0.95 * self.size {
                segments.extend(Self::of(sheet, &self.words[start..at], self.element));
                start = at;
            }
        }
        if start == 0 {
            return vec![self.clone()];
        }
        segments.extend(Self::of(sheet, &self.words[start..], self.element));
        segments
    }
}

/// The room a word takes: letters rise to about three quarters of their size and hang by a quarter.
pub fn rect(word: &Word) -> Rect {
    Rect { x0: word.x0, y0: word.y - 0.75 * word.size, x1: word.x1, y1: word.y + 0.25 * word.size }
}

/// Puts words, in the order in which they are drawn, together to lines.
pub fn lines(sheet: &Sheet, words: &[u32], element: impl Fn(u32) -> Option<u32>) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    let mut turned = false;
    for &index in words {
        let word = &sheet.words[index as usize];
        let of = element(index);
        let larger = lines.last().map_or(word.size, |line| line.size.max(word.size));
        let same = lines.last().is_some_and(|line| {
            let down = (word.y - line.y).abs();
            // What is raised or lowered is smaller; the rest stands on the baseline.
            let unlike = (word.size - line.size).abs() > 0.15 * larger || !word.blank;
            let level = down < 0.2 * larger || unlike && down < 0.6 * larger;
            let artifact = sheet.marks[word.mark as usize].artifact;
            level && word.turn == Turn::Upright && !turned && line.element == of && line.artifact == artifact
        });
        turned = word.turn != Turn::Upright;
        match lines.last_mut() {
            Some(line) if same && word.x0 > line.rect.x1 - 0.35 * larger => line.push(sheet, index),
            // Formulas are drawn from right to left by some programs.
            Some(line) if same && word.x1 < line.rect.x0 && word.x1 > line.rect.x0 - 3.0 * larger => {
                let mut words = vec![index];
                words.append(&mut line.words);
                if let Some(wider) = Line::of(sheet, &words, of) {
                    *line = wider;
                }
            }
            _ => lines.push(Line::new(sheet, index, of)),
        }
    }
    if words.iter().any(|&index| sheet.words[index as usize].drawn) {
        return lines.into_iter().filter_map(|line| bulleted(sheet, line)).collect();
    }
    lines
}

/// A line without the discs and squares in it that are no bullet in front of text.
fn bulleted(sheet: &Sheet, mut line: Line) -> Option<Line> {
    let word = |index: u32| &sheet.words[index as usize];
    let drawn = |&index: &u32| word(index).drawn;
    if !line.words.iter().any(drawn) {
        return Some(line);
    }
    let in_front = match line.words[..] {
        [first, second, ..] if drawn(&first) && !drawn(&second) => {
            (0.1..3.5).contains(&((word(second).x0 - word(first).x1) / word(second).size))
        }
        _ => false,
    };
    let mut at = 0;
    line.words.retain(|index| {
        at += 1;
        !drawn(index) || at == 1 && in_front
    });
    Line::of(sheet, &line.words, line.element).map(|new| Line { artifact: line.artifact, ..new })
}
