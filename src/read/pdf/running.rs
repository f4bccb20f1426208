//! Running heads and feet: lines at a page's edge that come again on other pages, and page numbers.

use std::collections::{HashMap, HashSet};

use super::geometry::{Rect, sorted};
use super::layout::Sheet;
use super::lines::Line;
use super::order::{Arranged, Item};

/// Share of the page's height, at its top and bottom, in which running lines stand.
const ZONE: f32 = 0.15;
/// Most lines at either edge that are looked at.
const MOST: usize = 6;

/// A running line, shown once for all the pages on which it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    pub text: String,
    /// At the foot of the page.
    pub foot: bool,
    /// First page on which it stands, counted from 0.
    pub page: usize,
    pub rect: Rect,
}

/// A running line without its numbers, and whether it stands at the foot.
type Key = (String, bool);

/// Takes the running lines out of all pages; each distinct one is given once, in the order of pages.
pub fn take(sheets: &[Sheet], pages: &mut [Arranged]) -> Vec<Running> {
    let mut found: Vec<Running> = vec![];
    let mut keys: HashSet<Key> = HashSet::new();
    // Where running lines are marked as such, what is tagged as the author's text is none.
    let marked = pages.iter().any(|page| !page.artifacts.is_empty());
    let candidates = candidates(sheets, pages, marked);
    // Where each line stands, with the numbers in it.
    let mut seen: HashMap<Key, Vec<(&Edge, Vec<u32>)>> = HashMap::new();
    for edge in &candidates {
        let (key, numbers) = without_numbers(&edge.text);
        seen.entry((key, edge.foot)).or_default().push((edge, numbers));
    }
    let body = body(sheets, pages, &candidates);
    let mut edges = candidates.iter().peekable();
    let mut add = |text: String, rect: Rect, foot: bool, page: usize| {
        let key = (without_numbers(&text).0, foot);
        if keys.insert(key) {
            found.push(Running { text, foot, page, rect });
        }
    };
    for (page, arranged) in pages.iter_mut().enumerate() {
        let sheet = &sheets[page];
        for (text, rect) in arranged.skewed.drain(..) {
            add(text, rect, false, page);
        }
        for line in std::mem::take(&mut arranged.artifacts) {
            add(line.text(sheet), line.rect, line.y > sheet.height / 2.0, page);
        }
        let mut running = vec![false; arranged.items.len()];
        while let Some(edge) = edges.next_if(|edge| edge.page == page) {
            let (key, numbers) = without_numbers(&edge.text);
            let others = &seen[&(key.clone(), edge.foot)];
            let again = others.iter().filter(|(other, theirs)| {
                let moved = (other.y - edge.y).abs() > 4.0;
                other.page != page && !moved && counts(&key, page, &numbers, other.page, theirs)
            });
            // What stands inside pages too must be on most of them: forms say the same for each lot.
            let fewest = if body[edge.text.as_str()] { sheets.len().div_ceil(2).max(2) } else { 1 };
            let again = again.take(fewest).count() >= fewest;
            let number = is_page_number(&key, &numbers, page);
            if again || number && edge.outermost {
                running[edge.item] = true;
                add(edge.text.clone(), edge.rect, edge.foot, page);
            }
        }
        let mut running = running.into_iter();
        arranged.items.retain(|_| running.next() == Some(false));
    }
    found
}

/// Whether the texts of lines at the edge stand inside pages too.
fn body<'e>(sheets: &[Sheet], pages: &[Arranged], edges: &'e [Edge]) -> HashMap<&'e str, bool> {
    let mut body: HashMap<&str, bool> = edges.iter().map(|edge| (edge.text.as_str(), false)).collect();
    let mut edges = edges.iter().peekable();
    for (page, (sheet, arranged)) in sheets.iter().zip(pages).enumerate() {
        let mut inside = vec![true; arranged.items.len()];
        while let Some(edge) = edges.next_if(|edge| edge.page == page) {
            inside[edge.item] = false;
        }
        for (placed, _) in arranged.items.iter().zip(inside).filter(|(_, inside)| *inside) {
            if let Item::Line(line) = &placed.item
                && let Some(inside) = body.get_mut(line.text(sheet).as_str())
            {
                *inside = true;
            }
        }
    }
    body
}

/// A line at the edge of its page.
struct Edge {
    page: usize,
    item: usize,
    text: String,
    rect: Rect,
    /// Distance of its baseline from the edge, in points.
    y: f32,
    foot: bool,
    /// Nothing stands further out.
    outermost: bool,
}

fn candidates(sheets: &[Sheet], pages: &[Arranged], marked: bool) -> Vec<Edge> {
    let mut candidates = vec![];
    for (page, (sheet, arranged)) in sheets.iter().zip(pages).enumerate() {
        let mut lines: Vec<(usize, &Line)> = vec![];
        for (at, placed) in arranged.items.iter().enumerate() {
            if let Item::Line(line) = &placed.item
                && !(marked && line.element.is_some())
            {
                lines.push((at, line));
            }
        }
        let lines = sorted(lines, |(_, line)| (line.y, 0.0));
        for foot in [false, true] {
            let inside = |line: &Line| {
                if foot { line.rect.y0 > (1.0 - ZONE) * sheet.height } else { line.rect.y1 < ZONE * sheet.height }
            };
            let edge: Vec<_> = if foot {
                lines.iter().rev().take_while(|(_, line)| inside(line)).take(MOST).collect()
            } else {
                lines.iter().take_while(|(_, line)| inside(line)).take(MOST).collect()
            };
            let Some(outer) = edge.first().map(|(_, line)| line.y) else { continue };
            for (item, line) in edge {
                let outermost = (line.y - outer).abs() < 0.5 * line.size;
                let y = if foot { sheet.height - line.y } else { line.y };
                let (text, rect) = (line.text(sheet), line.rect);
                candidates.push(Edge { page, item: *item, text, rect, y, foot, outermost });
            }
        }
    }
    candidates
}

/// A line's text in small letters with `#` for each number, and the numbers.
fn without_numbers(text: &str) -> (String, Vec<u32>) {
    let mut key = String::new();
    let mut numbers: Vec<u32> = vec![];
    let mut inside = false;
    for c in text.chars() {
        if let Some(digit) = c.to_digit(10) {
            if !inside {
                key.push('#');
                numbers.push(0);
            }
            if let Some(last) = numbers.last_mut() {
                *last = last.saturating_mul(10).saturating_add(digit);
            }
            inside = true;
        } else {
            inside = false;
            key.push(c.to_ascii_lowercase());
        }
    }
    (key, numbers)
}

/// Whether the numbers of a line on two pages are equal or count the pages.
fn counts(key: &str, page: usize, numbers: &[u32], other: usize, theirs: &[u32]) -> bool {
    /// Words whose numbers count parts of the document, not pages, even where each part has a page.
    const PARTS: [&str; 10] =
        ["lot", "schedule", "annex", "appendix", "part", "section", "chapter", "question", "form", "stage"];
    let step = other as i64 - page as i64;
    let part = PARTS.iter().any(|part| key.strip_prefix(part).is_some_and(|rest| rest.starts_with(" #")));
    let counted = |a: u32, b: u32| !part && i64::from(b) - i64::from(a) == step;
    numbers.len() == theirs.len() && numbers.iter().zip(theirs).all(|(&a, &b)| a == b || counted(a, b))
}

/// Whether a line is nothing but a page's number: `3`, `- 3 -`, `Page 3 of 12`.
fn is_page_number(key: &str, numbers: &[u32], page: usize) -> bool {
    let words = key.replace(['-', '–', '|', '/', '(', ')', '[', ']'], " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let named = words.contains(&"page") || words.contains(&"p") || words.contains(&"pg");
    let plain = words.iter().all(|word| matches!(*word, "#" | "page" | "of" | "p" | "pg"));
    plain && matches!(numbers.len(), 1 | 2) && (named || numbers[0] == page as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_count_the_pages_make_lines_equal() {
        let (key, numbers) = without_numbers("Page 3 of 12");
        assert_eq!((key.as_str(), &numbers[..]), ("page # of #", &[3, 12][..]));
        assert!(counts(&key, 2, &[3, 12], 4, &[5, 12]));
        assert!(!counts("version #", 2, &[1], 3, &[1000]));
        assert!(!counts("version #", 0, &[1], 3, &[2]));
        assert!(!counts("lot #", 2, &[1], 3, &[2]));
    }

    #[test]
    fn page_numbers_are_told_from_other_numbers() {
        for text in ["Page 7", "7", "- 7 -", "Page 7 of 22", "7 / 22"] {
            let (key, numbers) = without_numbers(text);
            assert!(is_page_number(&key, &numbers, 6), "{text}");
        }
        for text in ["2019", "Lot 7", "Clause 7"] {
            let (key, numbers) = without_numbers(text);
            assert!(!is_page_number(&key, &numbers, 6), "{text}");
        }
    }
}
