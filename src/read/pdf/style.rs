//! How a document is set, told from all its pages together: the sizes of its letters and the distance of its lines.

use std::collections::HashMap;

use super::geometry::sorted;
use super::layout::Sheet;
use super::order::{Arranged, Item};

/// What all pages together tell about how the document is set.
#[derive(Debug)]
pub struct Style {
    /// Size of most letters, in points.
    pub body: f32,
    /// Whether most letters are bold, so that bold says nothing.
    pub bold: bool,
    /// Distance of baselines inside paragraphs, as a multiple of the size: of all, and by size in half points.
    pitch: f32,
    pitches: HashMap<u32, f32>,
    /// Sizes of headings, the largest first.
    pub headings: Vec<u32>,
    /// Whether sizes are measured on a scan, where they say little.
    pub recognised: bool,
}

/// A size in half points.
pub fn half_points(size: f32) -> u32 {
    (size * 2.0).round() as u32
}

impl Style {
    pub fn of(sheets: &[Sheet], pages: &[Arranged]) -> Self {
        let mut letters: HashMap<u32, usize> = HashMap::new();
        let (mut bold, mut all, mut invisible, mut glyphs) = (0, 0, 0, 0);
        for sheet in sheets {
            (invisible, glyphs) = (invisible + u64::from(sheet.invisible), glyphs + u64::from(sheet.glyphs));
            for word in &sheet.words {
                let count = (word.end - word.start) as usize;
                *letters.entry(half_points(word.size)).or_default() += count;
                all += count;
                bold += if word.bold { count } else { 0 };
            }
        }
        let body =
            letters.iter().max_by_key(|&(&size, &count)| (count, size)).map_or(10.0, |(&size, _)| size as f32 / 2.0);
        let (pitch, pitches) = pitches(pages);
        let larger = letters.into_keys().filter(|&size| size as f32 / 2.0 >= 1.12 * body).collect();
        let headings = sorted(larger, |&size| (-(size as f32), 0.0));
        Self { body, bold: bold * 2 > all, pitch, pitches, headings, recognised: invisible * 2 > glyphs }
    }

    /// The usual distance of lines of such letters, as a multiple of their size.
    pub fn pitch(&self, size: f32) -> f32 {
        self.pitches.get(&half_points(size)).copied().unwrap_or(self.pitch)
    }
}

/// The usual distance of lines, of all and by size.
fn pitches(pages: &[Arranged]) -> (f32, HashMap<u32, f32>) {
    /// Distances are counted in twentieths of the size.
    const STEPS: f32 = 20.0;
    let mut counts: HashMap<u32, HashMap<u32, u32>> = HashMap::new();
    let mut all: HashMap<u32, u32> = HashMap::new();
    for arranged in pages {
        for pair in arranged.items.windows(2) {
            let (Item::Line(a), Item::Line(b)) = (&pair[0].item, &pair[1].item) else { continue };
            let ratio = (b.y - a.y) / a.size;
            if pair[0].flow == pair[1].flow && (a.size - b.size).abs() < 0.3 && (0.8..2.5).contains(&ratio) {
                let step = (ratio * STEPS).round() as u32;
                *counts.entry(half_points(a.size)).or_default().entry(step).or_default() += 1;
                *all.entry(step).or_default() += 1;
            }
        }
    }
    // The nearest distance that is common: wider ones are those between paragraphs.
    let usual = |counts: &HashMap<u32, u32>| {
        let most = counts.values().copied().max()?;
        let common = counts.iter().filter(|&(_, &count)| count * 4 >= most).map(|(&step, _)| step).min()?;
        (counts.values().sum::<u32>() >= 4).then_some(common as f32 / STEPS)
    };
    let overall = usual(&all).unwrap_or(1.2).min(1.7);
    (overall, counts.iter().filter_map(|(&size, counts)| Some((size, usual(counts)?))).collect())
}
