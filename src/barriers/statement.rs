//! Things that documents say in set phrases, with no amount: read from tables instead of from code.

use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::Cue;
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::whose::Whose;
use crate::list::Listed;

/// A thing said in set phrases: "the Supplier shall not make any public statement".
///
/// ```
/// # use tender_check::barriers::statement::Statement;
/// # use tender_check::fact::Stance;
/// # use tender_check::language::cue::Cue;
/// const GAG: Cue = Cue::named("example.gag");
/// const SUPPLIER: Cue = Cue::named("example.supplier");
/// const STATEMENTS: &[Statement] =
///     &[Statement::new("contract.publicity", GAG).stance(Stance::Required).with(&[SUPPLIER])];
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Statement {
    kind: &'static str,
    says: Cue,
    value: Option<&'static str>,
    stance: Option<Stance>,
    otherwise: Option<Stance>,
    with: &'static [Cue],
    around: &'static [Cue],
    without: &'static [Cue],
    of_bidders: bool,
}

impl Statement {
    /// A fact of this kind wherever one of the cue's phrases stands, with the stance of the words around it.
    pub const fn new(kind: &'static str, says: Cue) -> Self {
        Self {
            kind,
            says,
            value: None,
            stance: None,
            otherwise: None,
            with: &[],
            around: &[],
            without: &[],
            of_bidders: false,
        }
    }

    /// Gives the fact a value.
    #[must_use]
    pub const fn value(self, value: &'static str) -> Self {
        Self { value: Some(value), ..self }
    }

    /// The phrases themselves tell the stance; where they are negated, nothing is said.
    #[must_use]
    pub const fn stance(self, stance: Stance) -> Self {
        Self { stance: Some(stance), ..self }
    }

    /// The stance where no word around tells it; without this, such a passage says nothing.
    #[must_use]
    pub const fn otherwise(self, stance: Stance) -> Self {
        Self { otherwise: Some(stance), ..self }
    }

    /// Only where each of these cues stands in the same passage.
    #[must_use]
    pub const fn with(self, cues: &'static [Cue]) -> Self {
        Self { with: cues, ..self }
    }

    /// Only where one of these cues stands in the passage or around it: lead-in, headings, heads of the row.
    #[must_use]
    pub const fn around(self, cues: &'static [Cue]) -> Self {
        Self { around: cues, ..self }
    }

    /// Not where one of these cues stands in the same passage.
    #[must_use]
    pub const fn without(self, cues: &'static [Cue]) -> Self {
        Self { without: cues, ..self }
    }

    /// Not what the buyer has, nor what a law says.
    #[must_use]
    pub const fn of_bidders(self) -> Self {
        Self { of_bidders: true, ..self }
    }

    /// The fact that a passage states, with the words from the phrase to the nearest of [`with`](Self::with).
    pub fn read(&self, passage: &Passage) -> Option<Box<Fact>> {
        let at = passage.first(self.says)?;
        if passage.is_blank()
            || passage.defines()
            || passage.has_any(self.without)
            || !self.with.iter().all(|&cue| passage.has(cue))
        {
            return None;
        }
        if self.of_bidders && (passage.whose(&at) == Some(Whose::Buyer) || passage.law_says(&at)) {
            return None;
        }
        if !self.around.is_empty() && !self.around.iter().any(|&c| passage.concerns(c)) {
            return None;
        }
        let stance = match self.stance {
            Some(_) if passage.negated(&at) => return None,
            Some(stance) => stance,
            None => passage.stance_or_lead(&at).or(self.otherwise)?,
        };
        let near = |&cue: &Cue| passage.each(cue).min_by_key(|h| h.between(&at).len());
        let mut ranges: Vec<_> = self.with.iter().filter_map(near).listed();
        ranges.push(at.clone());
        let ranges: Vec<_> = ranges.iter().listed();
        let fact = Fact::new(self.kind, passage.evidence(&ranges)).stance(stance).lot(passage.lot(at.start));
        Some(match self.value {
            Some(value) => fact.named(value),
            None => fact,
        })
    }
}

/// Adds the facts that a passage states; of statements of one kind and value only the first.
pub fn read(statements: &[Statement], passage: &Passage, facts: &mut Facts) {
    for (i, statement) in statements.iter().enumerate() {
        let same = |other: &Statement| other.kind == statement.kind && other.value == statement.value;
        let said = || statements[..i].iter().any(|other| same(other) && other.read(passage).is_some());
        if passage.has(statement.says)
            && let Some(fact) = statement.read(passage).filter(|_| !said())
        {
            facts.add(fact);
        }
    }
}
