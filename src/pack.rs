//! The way through: documents in, report out.

use std::ops::Range;
use std::sync::Arc;

use crate::barriers::case::{Case, of_lots};
use crate::barriers::findings::{Findings, Finished};
use crate::barriers::pack::settle;
use crate::barriers::{FAMILIES, rule};
use crate::circumstances::{Clues, Given};
use crate::document::Document;
use crate::fact::{Fact, Facts};
use crate::language::lexicon::Lexicon;
use crate::language::merged::Filled;
use crate::language::passage::Passage;
use crate::language::reading::Reading;
use crate::list::Listed;
use crate::packed;
use crate::papers::{self, Papers};
use crate::parallel;
use crate::report::coverage::{self, Holds};
use crate::report::{Coverage, DocumentSummary, FileCoverage, Report, SCHEMA};
use crate::words::Words;

/// Documents that belong together, understood: their facts do not change when the circumstances do.
pub struct Pack {
    documents: Vec<Document>,
    /// How much each of them holds.
    holds: Vec<Holds>,
    /// Shared with the reports: there may be thousands.
    facts: Arc<Vec<Fact>>,
    clues: Clues,
    papers: Papers,
}

/// The bits of what belongs to no family: what tells of the circumstances, and of what papers there are.
pub const OF_CIRCUMSTANCES: u32 = 1 << FAMILIES.len();
pub const OF_PAPERS: u32 = OF_CIRCUMSTANCES << 1;

/// The lexicon of all families and of the language; built once.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
    LEXICON.get_or_init(|| {
        let families = FAMILIES.iter().map(|f| f.cues());
        let others = [packed!(crate::circumstances::CUES), packed!(papers::CUES)];
        Lexicon::new(&families.chain(others).listed(), [crate::language::cues()])
    })
}

impl Pack {
    /// Reads what the documents say.
    pub fn understand(documents: Vec<Document>) -> Self {
        let mut facts = Facts::default();
        let mut clues = Clues::default();
        let mut papers = Papers::new(&documents);
        for (index, document) in documents.iter().enumerate() {
            let filled = Filled::new(document);
            let reading = match &filled {
                Some(filled) => Reading::filled(filled, index, lexicon()),
                None => Reading::new(document, index, lexicon()),
            };
            let shares = if parallel::ALONE { vec![] } else { parallel::shares(document) };
            read(&reading, index, &shares, (&mut facts, &mut clues, &mut papers));
        }
        facts.settle();
        for family in FAMILIES {
            family.complete(&mut facts);
        }
        let mut facts = facts.into_vec();
        settle(&mut facts, &papers);
        let holds = documents.iter().map(Holds::of).listed();
        Self { documents, holds, facts: Arc::new(facts), clues, papers }
    }

    /// The documents, as they were given.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Judges the facts in the given circumstances, with what the documents say of those that are not given.
    pub fn judge(&self, given: &Given) -> Report {
        let circumstances = self.clues.circumstances(given, &self.facts);
        let (settings, facts) = (given.settings.as_ref(), &self.facts);
        let (papers, documents) = (&self.papers, &self.documents);
        let case = Case { facts, circumstances: &circumstances, papers, documents, settings, of_lots: of_lots(facts) };
        let words = Words::spoken();
        let mut findings = Findings::new(&case, words, &given.set_aside);
        for family in FAMILIES {
            family.judge(&case, &mut findings);
        }
        for family in FAMILIES {
            family.conclude(&case, &mut findings);
        }
        let Finished { findings, undecided, gone } = findings.finish();
        let files = self.documents.iter().zip(&self.holds).enumerate();
        let files: Vec<_> = files.map(|(i, (d, holds))| coverage::file(i, d, *holds, words)).listed();
        let summary = |(document, file): (&Document, &FileCoverage)| summary(document, file.words, given.with_text);
        let documents = self.documents.iter().zip(&files).map(summary).listed();
        let on = |r: &&rule::Rule| !settings.is_some_and(|s| s.turns_off(r.id));
        let rules = rule::RULES.iter().filter(on).map(|r| r.id.to_owned()).listed();
        Report {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            documents,
            circumstances,
            facts: self.facts.clone(),
            findings,
            coverage: Coverage { files, undecided, rules, gone },
            settings: given.settings.clone(),
        }
    }
}

/// Reads a document in shares of its blocks; the document as a whole, and what it says of circumstances and papers, beside.
fn read(
    reading: &Reading,
    index: usize,
    shares: &[Range<usize>],
    (facts, clues, papers): (&mut Facts, &mut Clues, &mut Papers),
) {
    // Every other passage gives nobody anything to read.
    let woken = |blocks: Range<usize>| {
        let asked = reading.passages(blocks).map(|passage| (passage.families(), passage));
        asked.filter(|(asked, _)| *asked != 0).map(|(asked, passage)| (asked, passage.marked()))
    };
    let all = || woken(0..reading.document.blocks.len());
    let mut tell = |asked: u32, passage: &Passage| {
        if asked & OF_CIRCUMSTANCES != 0 {
            clues.read(passage);
        }
        if asked & OF_PAPERS != 0 {
            papers.read(index, passage);
        }
    };
    let whole = |facts: &mut Facts| FAMILIES.iter().for_each(|family| family.read_document(reading, facts));
    if parallel::ALONE || shares.len() < 2 {
        whole(facts);
        for (asked, passage) in all() {
            read_facts(&passage, asked, facts);
            tell(asked, &passage);
        }
        return;
    }
    let share = |blocks| {
        let mut facts = Facts::default();
        woken(blocks).for_each(|(asked, passage)| read_facts(&passage, asked, &mut facts));
        facts
    };
    let beside = || {
        let mut facts = Facts::default();
        whole(&mut facts);
        all().for_each(|(asked, passage)| tell(asked, &passage));
        facts
    };
    let (parts, first) = parallel::both(|| parallel::on_all_cores(shares.iter().cloned(), share), beside);
    [first].into_iter().chain(parts).for_each(|part| facts.join(part));
}

/// Has the families read a passage that may have something to read there.
fn read_facts(passage: &Passage, mut asked: u32, facts: &mut Facts) {
    facts.beside_blanks(passage.reading.blanks(passage.block));
    facts.beside_questions(passage.questions());
    while let Some(family) = FAMILIES.get(asked.trailing_zeros() as usize) {
        family.read(passage, facts);
        asked &= asked - 1;
    }
}

fn summary(document: &Document, words: usize, with_text: bool) -> DocumentSummary {
    DocumentSummary {
        name: document.name.clone(),
        format: document.format,
        pages: document.pages,
        words,
        text: with_text.then(|| document.text()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::language::cue::Packed;

    use super::*;

    #[test]
    fn all_patterns_can_be_built() {
        lexicon();
    }

    #[test]
    fn shares_say_what_the_whole_says() {
        const POLICY: &str =
            "# Insurance\n\nThe supplier must hold:\n\n* public liability of £10m;\n* or equivalent.\n\n";
        const TERMS: &str = "Payment is made 60 days after receipt – “net”.\n\n| Cover | Level (£m) |\n|---|---|\n| Public liability | 5 |\n\n";
        let document = crate::read::read("a.md", [POLICY, TERMS, POLICY, TERMS, "Wales"].concat().as_bytes());
        let reading = Reading::new(&document, 0, lexicon());
        let said = |shares: &[Range<usize>]| {
            let (mut facts, mut clues) = (Facts::default(), Clues::default());
            let mut papers = Papers::new(std::slice::from_ref(&document));
            read(&reading, 0, shares, (&mut facts, &mut clues, &mut papers));
            let facts = facts.into_vec();
            let circumstances = clues.circumstances(&Given::default(), &facts);
            (serde_json::to_value(facts).unwrap(), serde_json::to_value(circumstances).unwrap())
        };
        let blocks = document.blocks.len();
        let whole = said(std::slice::from_ref(&(0..blocks)));
        assert_ne!(whole.0, serde_json::json!([]));
        for cut in 0..blocks {
            assert_eq!(said(&[0..cut, cut..blocks]), whole);
        }
        assert_eq!(said(&(0..blocks).map(|block| block..block + 1).collect::<Vec<_>>()), whole);
    }

    #[test]
    fn no_word_shows_a_cue_twice() {
        let others = [crate::language::cues(), packed!(crate::circumstances::CUES), packed!(papers::CUES)];
        let cues = FAMILIES.iter().map(|f| f.cues()).chain(others).flat_map(Packed::iter);
        let twice: Vec<_> = cues
            .flat_map(|(_, patterns)| {
                let patterns = std::str::from_utf8(patterns).unwrap();
                let alone = patterns.lines().filter(|pattern| !pattern.contains(' '));
                let mut known = HashSet::new();
                let twice = alone.flat_map(|words| words.split('|')).filter(move |word| !known.insert(*word));
                twice.map(move |word| (word, patterns))
            })
            .collect();
        assert_eq!(twice, []);
    }

    #[test]
    fn no_two_cues_have_one_number() {
        let others = [crate::language::cues(), packed!(crate::circumstances::CUES), packed!(papers::CUES)];
        let cues = FAMILIES.iter().map(|f| f.cues()).chain(others).flat_map(|packed| packed.iter().map(|(cue, _)| cue));
        let mut known = HashSet::new();
        let twice: Vec<_> = cues.filter(|cue| !known.insert(*cue)).collect();
        assert_eq!(twice, [], "a name that stands in two lists, or two names of one hash");
    }
}
