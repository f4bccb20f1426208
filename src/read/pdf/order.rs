//! The reading order of a page: lines and tables, column by column.
//!
//! Files draw their text in the order in which it is read, with few exceptions: what is drawn late but stands in a
//! gap of what was drawn before is put there; the rest stays as it is drawn.

use super::free::free;
use super::geometry::{Rect, sorted};
use super::layout::{Sheet, Turn};
use super::lines::{Line, lines, rect};
use super::tables::{Table, ruled, tagged};
use super::tags::PageTags;
use crate::read::structure;

/// Beyond these, what a page holds is left in the order of drawing: comparing all with all would take too long.
const MAX_CHAINS: usize = 300;
const MAX_ITEMS: usize = 3_000;
/// Share of the page's height that is never left free inside a text.
const LEAP: f32 = 0.2;

/// A page in reading order.
#[derive(Debug, Default)]
pub struct Arranged {
    pub items: Vec<Placed>,
    /// Lines marked as not the author's: running heads and feet.
    pub artifacts: Vec<Line>,
    /// Text at odd angles, with the box around it: watermarks.
    pub skewed: Vec<(String, Rect)>,
}

/// A line or table with what is around it.
#[derive(Debug)]
pub struct Placed {
    pub item: Item,
    /// Items of one column that follow each other downwards have one number.
    pub flow: u32,
    /// Where its column ends on the right, as far as its lines tell.
    pub right: f32,
}

#[derive(Debug)]
pub enum Item {
    Line(Line),
    Table(Table),
}

impl Item {
    pub fn rect(&self) -> Rect {
        match self {
            Self::Line(line) => line.rect,
            Self::Table(table) => table.rect,
        }
    }

    /// A length to compare distances with.
    fn size(&self) -> f32 {
        match self {
            Self::Line(line) => line.size,
            Self::Table(_) => 10.0,
        }
    }
}

/// Puts a page's words in reading order.
pub fn arrange(sheet: &Sheet, tags: Option<&PageTags<'_>>) -> Arranged {
    let mut arranged = Arranged::default();
    let mut taken = vec![false; sheet.words.len()];
    for (word, taken) in sheet.words.iter().zip(&mut taken) {
        if word.turn == Turn::Skew {
            arranged.skewed.push((sheet.word_text(word).to_owned(), rect(word)));
        }
        // What lies off the page is not seen.
        let off = word.x1 < 0.0 || word.x0 > sheet.width || word.y < 0.0 || word.y - word.size > sheet.height;
        *taken = off || word.turn == Turn::Skew;
    }
    let is_artifact = |index: u32| sheet.marks[sheet.words[index as usize].mark as usize].artifact;
    let all = 0..sheet.words.len() as u32;
    // Some programs mark whole pages as artifacts; then the mark means nothing.
    let believed = all.clone().filter(|&index| is_artifact(index)).count() * 2 <= sheet.words.len();
    if believed {
        let artifacts: Vec<u32> = all.clone().filter(|&index| !taken[index as usize] && is_artifact(index)).collect();
        for &index in &artifacts {
            taken[index as usize] = true;
        }
        arranged.artifacts = lines(sheet, &artifacts, |_| None);
    }
    let mut tables = tags.map_or(vec![], |tags| tagged(sheet, tags, &mut taken));
    tables.extend(ruled(sheet, tags, &mut taken));
    let rest: Vec<u32> = all.filter(|&index| !taken[index as usize]).collect();
    let element = |index: u32| tags.and_then(|tags| tags.element(sheet, &sheet.words[index as usize]));
    let mut body = lines(sheet, &rest, element);
    let drawn_late = body.partition_point(|line| line.words[0] < sheet.annotations);
    // Boxes to be ticked stand on one baseline with words between them.
    let fields = body.split_off(drawn_late).iter().flat_map(|line| line.segments(sheet)).collect();
    tables.extend(free(sheet, &mut body));
    loose_labels(sheet, &mut body);
    let fields = beside(sheet, &mut body, fields);
    let mut tables = sorted(tables, |table| (table.first as f32, 0.0)).into_iter().peekable();
    let mut items: Vec<Item> = vec![];
    for line in body {
        let first = line.words.iter().copied().min().unwrap_or(0);
        while let Some(table) = tables.next_if(|table| table.first < first) {
            items.push(Item::Table(table));
        }
        items.push(Item::Line(line));
    }
    items.extend(tables.map(Item::Table));
    let mut chains = chains(sheet, items);
    chains.extend(fields.into_iter().map(|line| vec![Item::Line(line)]));
    arranged.items = flows(sheet, place(chains));
    arranged
}

/// Puts the values of form fields into the lines on whose baseline they stand; gives those that stand alone.
fn beside(sheet: &Sheet, body: &mut [Line], fields: Vec<Line>) -> Vec<Line> {
    if body.len() > MAX_ITEMS || fields.len() > MAX_ITEMS {
        return fields;
    }
    let mut alone = vec![];
    for field in fields {
        let covers = |&word: &u32| rect(&sheet.words[word as usize]).overlap_x(&field.rect) >= 0.3 * field.size;
        let free = |line: &Line| !line.words.iter().any(covers);
        let level = |line: &Line| (line.y - field.y).abs() < 0.45 * line.size.max(field.size);
        let distance = |line: &Line| -line.rect.overlap_x(&field.rect);
        let nearest =
            body.iter_mut().filter(|line| level(line) && free(line)).min_by(|a, b| distance(a).total_cmp(&distance(b)));
        match nearest {
            Some(line) => line.merge(sheet, &field),
            None => alone.push(field),
        }
    }
    alone
}

/// Puts numbers and bullets that are drawn apart from their text in front of it.
fn loose_labels(sheet: &Sheet, body: &mut Vec<Line>) {
    if body.len() > MAX_ITEMS {
        return;
    }
    let is_label = |line: &Line| {
        line.words.len() == 1 && structure::label(&line.text(sheet)).is_some_and(|(_, rest)| rest.is_empty())
    };
    let labels: Vec<Line> = body.extract_if(.., |line| is_label(line)).collect();
    let mut loose = vec![];
    for label in labels {
        let near = |line: &Line| {
            let gap = line.rect.x0 - label.rect.x1;
            gap > 0.0 && gap < 4.0 * line.size && (line.y - label.y).abs() < 0.3 * line.size
        };
        match body.iter_mut().find(|line| near(line) && (line.element == label.element || label.element.is_none())) {
            Some(line) => line.merge(sheet, &label),
            None => loose.push(label),
        }
    }
    for label in loose {
        let at = body.iter().position(|line| line.words[0] > label.words[0]).unwrap_or(body.len());
        body.insert(at, label);
    }
}

/// Cuts the order of drawing where it goes back up.
fn chains(sheet: &Sheet, items: Vec<Item>) -> Vec<Vec<Item>> {
    let mut chains: Vec<Vec<Item>> = vec![];
    for item in items {
        // The parts of a formula are drawn to the left of each other by some programs.
        if let (Some(Item::Line(before)), Item::Line(line)) = (chains.last_mut().and_then(|c| c.last_mut()), &item)
            && (before.y - line.y).abs() < 0.2 * line.size
            && line.rect.x1 < before.rect.x0
            && line.words.len() < 6
            && before.element == line.element
        {
            before.merge(sheet, line);
            continue;
        }
        let goes_down = chains.last().and_then(|chain| chain.last()).is_some_and(|before| {
            let (a, b) = (before.rect(), item.rect());
            let step = 0.3 * before.size().min(item.size());
            // After a leap something of its own begins, such as a foot drawn after the head of the page.
            b.y0 > a.y0 + step && b.y1 > a.y1 + step && b.y0 < a.y1 + LEAP * sheet.height
        });
        match chains.last_mut() {
            Some(chain) if goes_down => chain.push(item),
            _ => chains.push(vec![item]),
        }
    }
    chains
}

/// Puts each chain where there is a gap for it among those before, or else behind them.
fn place(chains: Vec<Vec<Item>>) -> Vec<Item> {
    let many = chains.len() > MAX_CHAINS;
    let mut placed: Vec<Item> = vec![];
    for chain in chains {
        let gap = if many { None } else { gap_for(&placed, &chain) };
        let at = gap.unwrap_or(placed.len());
        placed.splice(at..at, chain);
    }
    placed
}

/// Where a chain fits among items: behind all that stand above it and before all that stand below it.
fn gap_for(placed: &[Item], chain: &[Item]) -> Option<usize> {
    let mut rect = Rect::NONE;
    for item in chain {
        rect.join(&item.rect());
    }
    let slack = chain.iter().map(Item::size).fold(0.0, f32::max) * 0.4;
    let mut gap = None;
    for (at, item) in placed.iter().enumerate() {
        let other = item.rect();
        if other.overlap_x(&rect) <= 0.0 {
            continue;
        }
        let (above, below) = (other.y1 <= rect.y0 + slack, other.y0 >= rect.y1 - slack);
        match gap {
            _ if !above && !below => return None,
            Some(_) if !below => return None,
            None if below => gap = Some(at),
            _ => {}
        }
    }
    gap
}

/// Finds the columns of ordered items and where they end.
fn flows(sheet: &Sheet, items: Vec<Item>) -> Vec<Placed> {
    let rects: Vec<Rect> = items.iter().map(Item::rect).collect();
    let simple = items.len() > MAX_ITEMS;
    // Whether something stands to the right of an item: then its column ends there, not at the margin.
    let has_neighbour = |at: usize| {
        let rect = &rects[at];
        let beside =
            |other: &Rect| other.x0 > rect.x1 && other.overlap_y(rect) > 0.3 * other.height().min(rect.height());
        !simple && rects.iter().any(beside)
    };
    let neighbours: Vec<bool> = (0..items.len()).map(has_neighbour).collect();
    let mut flow = 0;
    let mut flows: Vec<u32> = vec![];
    for at in 0..items.len() {
        if at > 0 {
            let up = rects[at].y1 < rects[at - 1].y1 - 0.5 * items[at].size();
            flow += u32::from(up || neighbours[at] != neighbours[at - 1]);
        }
        flows.push(flow);
    }
    let edge = |pick: &dyn Fn(usize) -> bool| {
        let lines = (0..items.len()).filter(|&at| pick(at) && matches!(items[at], Item::Line(_)));
        lines.map(|at| rects[at].x1).fold(f32::NEG_INFINITY, f32::max)
    };
    let left = rects.iter().map(|rect| rect.x0).fold(sheet.width, f32::min).max(0.0);
    // A page may have nothing but short lines; a margin as wide as the left one is the least to expect.
    let margin = edge(&|at| !neighbours[at]).max(0.85 * (sheet.width - left));
    let rights: Vec<f32> = (0..=flow)
        .map(|flow| match flows.iter().position(|&f| f == flow) {
            Some(at) if neighbours[at] => edge(&|other| flows[other] == flow),
            _ => margin,
        })
        .collect();
    let placed = |(item, flow): (Item, u32)| Placed { item, flow, right: rights[flow as usize] };
    items.into_iter().zip(flows).map(placed).collect()
}
