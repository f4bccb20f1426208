//! Documents as such: blanks of a template that nobody has filled in, and pages that nobody can read.

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::document::{Document as Read, Why};
use crate::fact::{Fact, Facts};
use crate::language::cue::Packed;
use crate::language::passage::Passage;
use crate::language::reading::Reading;
use crate::packed;
use crate::report::Severity;
use crate::report::coverage::page_list;
use crate::words::grouped;

/// The family.
pub struct Document;

/// So many blanks of a document are shown; a template may have hundreds.
const SHOWN: usize = 20;

impl Family for Document {
    fn name(&self) -> &'static str {
        "document"
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
        for document in case.documents {
            unreadable(document, findings);
        }
    }
}

/// Pictures of pages, and letters that cannot be told, shut people out too; what is locked or damaged a person must look
/// at. A type or a limit that only stops this program is told by the coverage alone.
fn unreadable(document: &Read, findings: &mut Findings) {
    const RULE: &str = "document.unreadable";
    for unread in &document.unread {
        let draft = match unread.why {
            Why::NoTextLayer => Draft::barrier(RULE, Severity::Low),
            Why::Unmapped => Draft::barrier(RULE, Severity::Low).variant("letters"),
            Why::Locked => Draft::query(RULE).variant("locked"),
            Why::Damaged => Draft::query(RULE).variant("damaged"),
            Why::UnknownType
            | Why::OldFormat
            | Why::TooLarge
            | Why::Empty
            | Why::Embedded
            | Why::Stopped
            | Why::Hidden => continue,
        };
        let part = if unread.pages.is_empty() { "no" } else { "yes" };
        let draft = draft.arg("name", document.name.clone()).arg("part", part);
        findings.add(draft.arg("pages", page_list(&unread.pages)).about(&document.name));
    }
}
