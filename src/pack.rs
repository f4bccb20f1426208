//! The way through: documents in, report out.

use crate::barriers::case::{Case, of_lots};
use crate::barriers::findings::{Findings, Finished};
use crate::barriers::pack::settle;
use crate::barriers::{FAMILIES, rule};
use crate::circumstances::{Clues, Given};
use crate::document::Document;
use crate::fact::{Fact, Facts};
use crate::language::lexicon::Lexicon;
use crate::language::reading::Reading;
use crate::packed;
use crate::papers::{self, Papers};
use crate::report::{Coverage, DocumentSummary, FileCoverage, Report, SCHEMA, coverage};
use crate::words::Words;

/// Documents that belong together, understood: their facts do not change when the circumstances do.
pub struct Pack {
    documents: Vec<Document>,
    facts: Vec<Fact>,
    clues: Clues,
    papers: Papers,
}

/// The lexicon of all families and of the language; built once.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
    LEXICON.get_or_init(|| {
        let families: Vec<_> = FAMILIES.iter().map(|f| f.cues()).collect();
        let others = [crate::language::cues(), packed!(crate::circumstances::CUES, papers::CUES)];
        Lexicon::new(&families, others)
    })
}

impl Pack {
    /// Reads what the documents say.
    pub fn understand(documents: Vec<Document>) -> Self {
        let mut facts = Facts::default();
        let mut clues = Clues::default();
        let mut papers = Papers::new(&documents);
        for (index, document) in documents.iter().enumerate() {
            let reading = Reading::new(document, index, lexicon());
            for family in FAMILIES {
                family.read_document(&reading, &mut facts);
            }
            for passage in reading.passages() {
                facts.beside_blanks(reading.blanks(passage.block));
                facts.beside_questions(passage.questions());
                let asked = passage.families();
                for (number, family) in FAMILIES.iter().enumerate() {
                    if asked & (1 << number) != 0 {
                        family.read(&passage, &mut facts);
                    }
                }
                clues.read(&passage);
                papers.read(index, &passage);
            }
        }
        for family in FAMILIES {
            family.complete(&mut facts);
        }
        let mut facts = facts.into_vec();
        settle(&mut facts, &papers);
        Self { documents, facts, clues, papers }
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
        let files: Vec<_> = self.documents.iter().enumerate().map(|(i, d)| coverage::file(i, d, words)).collect();
        let summary = |(document, file): (&Document, &FileCoverage)| summary(document, file.words, given.with_text);
        let documents = self.documents.iter().zip(&files).map(summary).collect();
        let on = |r: &&rule::Rule| !settings.is_some_and(|s| s.turns_off(r.id));
        let rules = rule::RULES.iter().filter(on).map(|r| r.id.to_owned()).collect();
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

    use super::*;

    #[test]
    fn all_patterns_can_be_built() {
        lexicon();
    }

    #[test]
    fn no_two_cues_have_one_number() {
        let others = [crate::language::cues(), packed!(crate::circumstances::CUES, papers::CUES)];
        let cues = FAMILIES.iter().map(|f| f.cues()).chain(others).flat_map(|packed| packed.iter().map(|(cue, _)| cue));
        let mut known = HashSet::new();
        let twice: Vec<_> = cues.filter(|cue| !known.insert(*cue)).collect();
        assert_eq!(twice, [], "a name that stands in two lists, or two names of one hash");
    }
}
