//! Readability: how hard the running text of a document is to read.
//!
//! The measure is Flesch's reading ease (R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32(3),
//! 1948): 206.835 − 1.015 × words per sentence − 84.6 × syllables per word. 100 is easy, below 30 very difficult.

mod measure;

use std::ops::Range;
use std::sync::LazyLock;

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::reading::Reading;
use crate::report::Severity;
use crate::words::grouped;

/// The family.
pub struct Readability;

const RULE: &str = "language.hard-to-read";
/// So many of the longest sentences are kept as places.
const WORST: usize = 5;
/// So many formal words are named, those that stand most often in the text.
const NAMED: usize = 5;
/// So many places of one formal word are kept.
const SHOWN: usize = 1;

/// The formal words as patterns, each with its plain ones.
static PLAIN: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("plain-words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(" = ")).collect()
});

/// The cue of each pattern with the pattern's number, in order of the cues.
static NUMBERS: LazyLock<Vec<(Cue, usize)>> = LazyLock::new(|| {
    let mut all: Vec<_> = PLAIN.iter().enumerate().map(|(number, (formal, _))| (Cue::named(formal), number)).collect();
    all.sort_unstable();
    all
});

impl Family for Readability {
    fn name(&self) -> &'static str {
        "readability"
    }

    fn cues(&self) -> &'static CueList {
        static PATTERNS: LazyLock<Vec<&str>> = LazyLock::new(|| PLAIN.iter().map(|(formal, _)| *formal).collect());
        static CUES: LazyLock<Vec<(Cue, &[&str])>> = LazyLock::new(|| {
            PATTERNS.iter().map(|pattern| (Cue::named(pattern), std::slice::from_ref(pattern))).collect()
        });
        &CUES
    }

    fn read(&self, _passage: &Passage, _facts: &mut Facts) {}

    fn read_document(&self, reading: &Reading, facts: &mut Facts) {
        let text = measure::measure(reading);
        let Some(ease) = text.ease() else { return };
        let mut sentences = text.longest(WORST).into_iter();
        let Some(first) = sentences.next() else { return };
        let place = |s: &measure::Sentence| reading.place(s.block, s.tokens.clone());
        let mut fact = Fact::new("language.reading_ease", place(first)).amount(ease.round(), "points");
        fact.places.extend(sentences.map(place));
        facts.add(fact.detail("words_per_sentence", grouped(text.words_per_sentence().round())));
        for used in formal_words(reading, &text.blocks) {
            for (block, at) in used.places {
                facts.add(Fact::new("language.formal_word", reading.place(block, at)).named(used.plain));
            }
        }
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let limit = case.threshold(RULE, "very_difficult");
        for (index, fact) in case.of("language.reading_ease") {
            let (Some(ease), Some(document)) = (fact.number(), fact.places.first().map(|p| p.document)) else {
                continue;
            };
            let words = fact.details.get("words_per_sentence").unwrap_or_default();
            let long = words.parse::<f64>().is_ok_and(|w| w >= case.threshold(RULE, "very_long_sentences"));
            if ease >= limit && !long || case.papers.is_notice(document) {
                continue;
            }
            let mut draft = Draft::barrier(RULE, Severity::Low).fact(index);
            let mut formal = vec![];
            for (index, fact) in case.of("language.formal_word") {
                let Some(place) = fact.places.iter().find(|p| p.document == document) else { continue };
                formal.push(format!("“{}” for “{}”", fact.text().unwrap_or_default(), place.quote.to_lowercase()));
                draft = draft.fact(index);
            }
            if formal.is_empty() {
                draft = draft.variant("long");
            }
            let draft = draft.arg("ease", grouped(ease)).arg("words", words).arg("formal", formal.join(", "));
            let draft = draft.arg("limit", grouped(limit)).test("test");
            findings.add(draft.figure("ease", ease, "points").figure("limit", limit, "points"));
        }
    }
}

/// A formal word of a text.
#[derive(Default)]
struct Used {
    plain: &'static str,
    count: usize,
    /// The first of its places: blocks with ranges of their tokens.
    places: Vec<(usize, Range<usize>)>,
}

/// The formal words that stand most often in these blocks, found in one walk over their cues.
fn formal_words(reading: &Reading, blocks: &[usize]) -> Vec<Used> {
    let mut all: Vec<Used> = PLAIN.iter().map(|(_, plain)| Used { plain, ..Used::default() }).collect();
    for (block, hit) in blocks.iter().flat_map(|&b| reading.whole(b).all_hits().map(move |hit| (b, hit))) {
        let Ok(at) = NUMBERS.binary_search_by_key(&hit.cue, |n| n.0) else { continue };
        let used = &mut all[NUMBERS[at].1];
        used.count += 1;
        if used.places.len() < SHOWN {
            used.places.push((block, hit.range()));
        }
    }
    all.retain(|used| used.count > 0);
    all.sort_by_key(|used| std::cmp::Reverse(used.count));
    all.truncate(NAMED);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_formal_word_has_a_plain_one() {
        let lines = include_str!("plain-words.txt").lines().filter(|l| !l.starts_with('#')).count();
        assert!(PLAIN.len() == lines && lines > 40);
        assert!(PLAIN.iter().all(|(formal, plain)| !formal.is_empty() && !plain.is_empty()));
        assert!(PLAIN.is_sorted());
    }
}
