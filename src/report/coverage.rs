//! What was read and what was not, in a reader's words.

use super::{FileCoverage, Problem, ReadState};
use crate::document::{Document, FILES, NESTING, TIME, Unread, Why};
use crate::list::Listed;
use crate::words::Words;

/// How much a document holds, counted once: it is judged as often as the circumstances change.
#[derive(Debug, Clone, Copy)]
pub struct Holds {
    words: usize,
    tables: usize,
}

impl Holds {
    /// Counts.
    pub fn of(document: &Document) -> Self {
        Self { words: document.words(), tables: document.tables() }
    }
}

/// How much of a document was read.
pub fn file(index: usize, document: &Document, holds: Holds, words: &Words) -> FileCoverage {
    let Holds { words: count, tables } = holds;
    let missing = |unread: &Unread| unread.why != Why::Hidden;
    let read = if !document.unread.iter().any(missing) {
        ReadState::Whole
    } else if count == 0 {
        ReadState::None
    } else {
        ReadState::Part
    };
    let problems = document.unread.iter().map(|u| problem(u, document, count > 0, words)).listed();
    FileCoverage { document: index, read, words: count, tables, problems }
}

fn problem(unread: &Unread, document: &Document, some: bool, words: &Words) -> Problem {
    let message = match unread.why {
        Why::NoTextLayer => "no-text-layer",
        Why::Unmapped => "unmapped",
        Why::Locked => "locked",
        Why::Damaged => "damaged",
        Why::UnknownType => "unknown-type",
        Why::OldFormat => "old-format",
        Why::TooLarge => "too-large",
        Why::Empty => "empty",
        Why::Embedded => "embedded",
        Why::Stopped => "stopped",
        Why::Hidden => "hidden",
    };
    let attribute = match unread.detail.as_deref() {
        Some(limit @ (TIME | FILES | NESTING)) if unread.why == Why::TooLarge => limit,
        _ if !unread.pages.is_empty() => "pages",
        _ if unread.why == Why::TooLarge && !some => "none",
        _ => "whole",
    };
    let args = [
        ("name", document.name.clone()),
        ("pages", page_list(&unread.pages)),
        ("detail", unread.detail.clone().unwrap_or_default()),
        // What to do depends on the program that wrote it.
        ("program", program(unread)),
    ];
    let message = words.say("report", message, Some(attribute), &args);
    Problem { unread: unread.clone(), message: message.unwrap_or_else(|| document.name.clone()) }
}

/// The program whose file it is, as the reader names it: `Excel 97 to 2003` is of `Excel`; `Binary` is a workbook.
fn program(unread: &Unread) -> String {
    let first = unread.detail.as_deref().and_then(|detail| detail.split(' ').next());
    first.unwrap_or_default().to_owned()
}

/// Pages as people write them: `4, 7–9`.
pub fn page_list(pages: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = vec![];
    for &page in pages {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(page) => *last = page,
            _ => runs.push((page, page)),
        }
    }
    let show = |(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    crate::words::joined(&runs.iter().map(show).collect::<Vec<_>>(), ", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    #[test]
    fn what_to_do_depends_on_the_program_that_wrote_the_file() {
        let said = |why, detail: &str| {
            let document = Document::unread("old", Format::Unknown, why, detail.to_owned());
            file(0, &document, Holds::of(&document), Words::spoken()).problems.swap_remove(0).message
        };
        for (program, way) in [("Word", ".docx"), ("Excel", ".xlsx"), ("PowerPoint", "PDF")] {
            let message = said(Why::OldFormat, &format!("{program} 97 to 2003"));
            assert!(message.contains(program) && message.contains(way), "{message}");
        }
        let binary = said(Why::OldFormat, "Binary workbook of Excel");
        assert!(binary.contains("binary workbook (.xlsb)") && binary.contains(".xlsx") && !binary.contains("older"));
        assert!(said(Why::UnknownType, "PowerPoint presentation").contains("save it as PDF"));
        assert!(said(Why::UnknownType, "picture").contains("OCR"));
        assert!(said(Why::UnknownType, "zip archive").contains("not read here"));
    }

    #[test]
    fn pages_are_listed_as_runs() {
        assert_eq!(page_list(&[4, 7, 8, 9, 12]), "4, 7–9, 12");
    }

    #[test]
    fn the_last_page_that_can_be_counted_breaks_nothing() {
        assert_eq!(page_list(&[u32::MAX - 1, u32::MAX, 3]), "4294967294–4294967295, 3");
    }

    proptest::proptest! {
        #[test]
        fn a_list_of_pages_names_each_of_them(pages in proptest::collection::btree_set(1u32..300, 0..60)) {
            let list = page_list(&pages.iter().copied().collect::<Vec<_>>());
            let number = |text: &str| text.parse::<u32>().unwrap();
            let runs = list.split(", ").filter(|r| !r.is_empty()).map(|run| match run.split_once('–') {
                Some((first, last)) => number(first)..=number(last),
                None => number(run)..=number(run),
            });
            proptest::prop_assert_eq!(runs.flatten().collect::<std::collections::BTreeSet<_>>(), pages);
        }
    }
}
