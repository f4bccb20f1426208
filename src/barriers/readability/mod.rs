//! Readability: how hard the running text of a document is to read.
//!
//! The measure is Flesch's reading ease (R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32(3),
//! 1948): 206.835 − 1.015 × words per sentence − 84.6 × syllables per word. 100 is easy, below 30 very difficult.

mod measure;
mod plain_words;

use std::ops::Range;

use super::case::Case;
use super::findings::{Draft, Findings};
use super::{FAMILIES, Family};
use crate::fact::{Fact, Facts};
use crate::language::cue::Packed;
use crate::language::number::decimal;
use crate::language::passage::Passage;
use crate::language::reading::Reading;
use crate::order;
use crate::packed;
use crate::report::Severity;
use crate::words::grouped;

use plain_words::PLAIN;

/// The family.
pub struct Readability;

const RULE: &str = "language.hard-to-read";
/// Texts from here on are easy enough to need no word; below, Flesch calls them difficult.
const DIFFICULT: f64 = 50.0;
/// So many of the longest sentences are kept as places.
const WORST: usize = 5;
/// So many formal words are named, those that stand most often in the text.
const NAMED: usize = 5;

impl Family for Readability {
    fn name(&self) -> &'static str {
        "readability"
    }

    fn cues(&self) -> Packed {
        packed!(plain_words::CUES)
    }

    fn read(&self, _passage: &Passage, _facts: &mut Facts) {}

    fn read_document(&self, reading: &Reading, facts: &mut Facts) {
        let text = measure::measure(reading);
        let Some(ease) = text.ease().filter(|ease| *ease < DIFFICULT) else { return };
        let mut sentences = text.longest(WORST).into_iter();
        let Some(first) = sentences.next() else { return };
        let place = |s: &measure::Sentence| reading.place(s.block, s.tokens.clone());
        let mut fact = Fact::new("language.reading_ease", place(first)).amount(ease.round(), "points");
        fact.places.extend(sentences.map(place));
        facts.add(fact.detail("words_per_sentence", grouped(text.words_per_sentence().round())));
        for used in formal_words(reading, &text.blocks) {
            let place = reading.place(used.block, used.at);
            facts.add(Fact::new("language.formal_word", place).named(used.plain));
        }
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let limit = case.threshold(RULE, "very_difficult");
        for (index, fact) in case.of("language.reading_ease") {
            let (Some(ease), Some(document)) = (fact.number(), fact.places.first().map(|p| p.document)) else {
                continue;
            };
            let words = fact.details.get("words_per_sentence").unwrap_or_default();
            let long = decimal(words).is_some_and(|w| w >= case.threshold(RULE, "very_long_sentences"));
            if ease >= limit && !long || case.papers.is_notice(document) {
                continue;
            }
            let mut draft = Draft::barrier(RULE, Severity::Low).fact(index);
            let mut formal = vec![];
            for (index, fact) in case.of("language.formal_word") {
                let Some(place) = fact.places.iter().find(|p| p.document == document) else { continue };
                formal.push(format!(
                    "“{}” for “{}”",
                    fact.text().unwrap_or_default(),
                    place.quote.to_ascii_lowercase()
                ));
                draft = draft.fact(index);
            }
            if formal.is_empty() {
                draft = draft.variant("long");
            }
            let draft =
                draft.arg("ease", grouped(ease)).arg("words", words).arg("formal", crate::words::joined(&formal, ", "));
            let draft = draft.arg("limit", grouped(limit)).test("test");
            findings.add(draft.figure("ease", ease, "points").figure("limit", limit, "points"));
        }
    }
}

/// A formal word of a text: how often it stands there, and where first.
struct Used {
    plain: &'static str,
    count: usize,
    block: usize,
    at: Range<usize>,
}

/// The formal words that stand most often in these blocks, found in one walk over their cues.
fn formal_words(reading: &Reading, blocks: &[usize]) -> Vec<Used> {
    // Few cues of a text are of this family, and their bit tells which.
    let own = 1 << FAMILIES.iter().position(|f| f.name() == Readability.name()).unwrap_or_default();
    let mut all: Vec<Used> = vec![];
    for (block, hit) in blocks.iter().flat_map(|&b| reading.whole(b).all_hits().map(move |hit| (b, hit))) {
        let formal = Some(hit).filter(|h| h.families & own != 0);
        let Some((_, plain)) = formal.and_then(|h| PLAIN.iter().find(|(cue, _)| *cue == h.cue)) else { continue };
        match all.iter_mut().find(|used| used.plain == *plain) {
            Some(used) => used.count += 1,
            None => all.push(Used { plain, count: 1, block, at: hit.range() }),
        }
    }
    order::sort_by(&mut all, |a, b| b.count.cmp(&a.count));
    all.truncate(NAMED);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_formal_word_has_a_plain_one_in_order() {
        assert!(plain_words::CUES.iter().map(|(_, patterns)| patterns[0]).is_sorted());
        assert!(PLAIN.iter().all(|(_, plain)| !plain.is_empty()));
    }
}
