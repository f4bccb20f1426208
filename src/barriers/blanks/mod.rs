//! Blanks: what a template leaves open and nobody has filled in.

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts};
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::language::reading::Reading;
use crate::packed;
use crate::words::grouped;

/// The family.
pub struct Blanks;

/// So many blanks of a document are shown; a template may have hundreds.
const SHOWN: usize = 20;

impl Family for Blanks {
    fn name(&self) -> &'static str {
        "blanks"
    }

    fn cues(&self) -> Packed {
        packed!(&[])
    }

    fn read(&self, _passage: &Passage, _facts: &mut Facts) {}

    fn read_document(&self, reading: &Reading, facts: &mut Facts) {
        let mut all = (0..reading.document.blocks.len()).flat_map(|block| reading.blanks(block));
        let Some(first) = all.next() else { return };
        let mut fact = Fact::new("document.blanks", first);
        fact.places.extend(all.by_ref().take(SHOWN - 1));
        let count = fact.places.len() + all.count();
        facts.add(fact.amount(count as f64, "blanks"));
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        for (index, fact) in case.of("document.blanks") {
            let count = grouped(fact.number().unwrap_or_default());
            findings.add(Draft::query("document.blanks").arg("count", count).fact(index));
        }
    }
}
