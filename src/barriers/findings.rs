//! Where families put their findings.

use super::case::Case;
use super::rule::{Rule, rule};
use crate::law;
use crate::order;
use crate::report::{Bucket, Figure, Finding, Place, Severity, Source, Test, Undecided};
use crate::words::{Args, Words};

/// The findings of a pack as they are made.
pub struct Findings<'a> {
    case: &'a Case<'a>,
    words: &'a Words,
    all: Vec<Finding>,
    undecided: Vec<Undecided>,
}

/// A finding before its words are put in.
///
/// The words come from the rule's message in its family's file: `title`, the message itself (its value), `why`,
/// `suggestion` and `question`; `variant` chooses another attribute for the message, and with it
/// `title-VARIANT`, `why-VARIANT`, `suggestion-VARIANT`, `question-VARIANT` where they are there.
///
/// Boxed and made by calls, since every rule does it and wasm is to stay small.
pub struct Draft(Box<Parts>);

struct Parts {
    rule: &'static str,
    bucket: Bucket,
    severity: Option<Severity>,
    variant: Option<&'static str>,
    args: Vec<(&'static str, String)>,
    facts: Vec<usize>,
    figures: Vec<Figure>,
    test: Option<&'static str>,
    lot: Option<String>,
    places: Vec<Place>,
}

impl Draft {
    #[inline(never)]
    fn new(rule: &'static str, bucket: Bucket, severity: Option<Severity>) -> Self {
        let (args, facts, figures, places) = (vec![], vec![], vec![], vec![]);
        Self(Box::new(Parts {
            rule,
            bucket,
            severity,
            variant: None,
            args,
            facts,
            figures,
            test: None,
            lot: None,
            places,
        }))
    }

    /// A possible barrier.
    pub fn barrier(rule: &'static str, severity: Severity) -> Self {
        Self::new(rule, Bucket::Barrier, Some(severity))
    }

    /// A question that a person must decide.
    pub fn query(rule: &'static str) -> Self {
        Self::new(rule, Bucket::Query, None)
    }

    /// Something that is not stated.
    pub fn missing(rule: &'static str) -> Self {
        Self::new(rule, Bucket::Missing, None)
    }

    /// Good practice.
    pub fn enabler(rule: &'static str) -> Self {
        Self::new(rule, Bucket::Enabler, None)
    }

    /// Says it with the attributes of this variant.
    #[must_use]
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.0.variant = Some(variant);
        self
    }

    /// Fills a gap of the messages.
    #[must_use]
    pub fn arg(self, name: &'static str, text: impl Into<String>) -> Self {
        self.filled(name, text.into())
    }

    #[inline(never)]
    fn filled(mut self, name: &'static str, text: String) -> Self {
        self.0.args.push((name, text));
        self
    }

    /// Rests on a fact; its places become the finding's.
    #[inline(never)]
    #[must_use]
    pub fn fact(mut self, index: usize) -> Self {
        self.0.facts.push(index);
        self
    }

    /// Rests on facts.
    #[must_use]
    pub fn facts(mut self, indexes: impl IntoIterator<Item = usize>) -> Self {
        for index in indexes {
            self = self.fact(index);
        }
        self
    }

    /// Is about a lot.
    #[inline(never)]
    #[must_use]
    pub fn lot(mut self, lot: Option<&str>) -> Self {
        self.0.lot = lot.map(str::to_owned);
        self
    }

    /// Shows the sum in the words of this attribute, `test` or `test-…`.
    #[must_use]
    pub fn test(mut self, attribute: &'static str) -> Self {
        self.0.test = Some(attribute);
        self
    }

    /// A figure of the sum.
    #[inline(never)]
    #[must_use]
    pub fn figure(mut self, name: &'static str, value: f64, unit: &'static str) -> Self {
        self.0.figures.push(Figure { name: name.into(), value, unit: unit.into() });
        self
    }

    /// A place that no fact holds.
    #[inline(never)]
    #[must_use]
    pub fn place(mut self, place: Place) -> Self {
        self.0.places.push(place);
        self
    }
}

impl<'a> Findings<'a> {
    /// None yet.
    pub fn new(case: &'a Case<'a>, words: &'a Words) -> Self {
        Self { case, words, all: vec![], undecided: vec![] }
    }

    /// Puts the words into a draft and adds it.
    ///
    /// # Panics
    /// Where the rule has no page or no message: both are part of the program, and the rule's examples reach them.
    #[inline(never)]
    pub fn add(&mut self, draft: Draft) {
        let draft = *draft.0;
        let rule = rule(draft.rule).unwrap_or_else(|| panic!("the rule {} has no page", draft.rule));
        let group = rule.folder;
        let message = rule.message();
        let say = |attribute: &str| self.words.say(group, &message, Some(attribute), &draft.args as &Args);
        let part = |name: &str| {
            let own = draft.variant.and_then(|v| say(&format!("{name}-{v}")));
            own.or_else(|| say(name))
        };
        let must = |name: &str| part(name).unwrap_or_else(|| no_words(draft.rule, name));
        let title = must("title");
        let own = draft.variant.and_then(&say);
        let text = own.or_else(|| self.words.say(group, &message, None, &draft.args));
        let text = text.unwrap_or_else(|| no_words(draft.rule, "its message"));
        let test = draft.test.map(|attribute| Test {
            text: say(attribute).unwrap_or_else(|| no_words(draft.rule, attribute)),
            figures: draft.figures.clone(),
        });
        let mut places = draft.places.clone();
        for place in draft.facts.iter().flat_map(|&f| &self.case.facts[f].places) {
            if !places.contains(place) {
                places.push(place.clone());
            }
        }
        order::sort_by(&mut places, |a, b| (a.document, a.start, a.end).cmp(&(b.document, b.start, b.end)));
        let mut facts = draft.facts;
        order::sort_by(&mut facts, Ord::cmp);
        facts.dedup();
        let finding = Finding {
            rule: draft.rule.into(),
            bucket: draft.bucket,
            severity: draft.severity,
            title,
            message: text,
            why: must("why"),
            test,
            sources: sources(rule, self.case, draft.bucket),
            suggestion: part("suggestion"),
            question: part("question"),
            lot: draft.lot,
            key: key(draft.rule, &places),
            places,
            facts,
        };
        self.all.push(finding);
    }

    /// Says that a rule could not decide, and why: the attribute `undecided-…` of its message.
    ///
    /// # Panics
    /// As [`Findings::add`] does.
    #[inline(never)]
    pub fn undecided(&mut self, rule_id: &'static str, attribute: &str) {
        let rule = rule(rule_id).unwrap_or_else(|| panic!("the rule {rule_id} has no page"));
        let reason = self.words.say(rule.folder, &rule.message(), Some(attribute), &[]);
        let reason = reason.unwrap_or_else(|| no_words(rule_id, attribute));
        let entry = Undecided { rule: rule_id.to_owned(), reason };
        if !self.undecided.contains(&entry) {
            self.undecided.push(entry);
        }
    }

    /// The titles of the barriers so far of this severity, each once.
    pub fn titles(&self, severity: Severity) -> Vec<String> {
        let mut titles: Vec<String> = vec![];
        for finding in self.all.iter().filter(|f| f.bucket == Bucket::Barrier && f.severity == Some(severity)) {
            if !titles.contains(&finding.title) {
                titles.push(finding.title.clone());
            }
        }
        titles
    }

    /// The findings with the heaviest first, and what could not be decided.
    pub fn finish(mut self) -> (Vec<Finding>, Vec<Undecided>) {
        // Two findings of one rule on the same words are told apart by their number.
        let mut seen = std::collections::HashMap::new();
        for finding in &mut self.all {
            let count = seen.entry(finding.key.clone()).and_modify(|n| *n += 1).or_insert(1);
            if *count > 1 {
                finding.key = format!("{}-{count}", finding.key);
            }
        }
        order::sort_by(&mut self.all, |a, b| (a.bucket, b.severity).cmp(&(b.bucket, a.severity)));
        (self.all, self.undecided)
    }
}

#[cold]
fn no_words(rule: &str, part: &str) -> ! {
    panic!("the rule {rule} has no words for {part}")
}

/// The sources of a rule that apply here; for barriers with those that stand behind every one.
fn sources(rule: &Rule, case: &Case, bucket: Bucket) -> Vec<Source> {
    let own = rule.sources.iter().filter_map(|id| law::entry(id));
    let usual = law::SOURCES.iter().filter(|e| e.usual && bucket != Bucket::Enabler && !rule.sources.contains(&e.id));
    own.chain(usual).filter(|e| e.applies(case.circumstances)).map(law::Entry::source).collect()
}

/// A key that stays while the rule, the headings above and the words stay, whatever is written elsewhere.
fn key(rule: &str, places: &[Place]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase());
        for byte in letters.flat_map(|c| (c as u32).to_le_bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash = (hash ^ 0xff).wrapping_mul(0x0100_0000_01b3);
    };
    if let Some(place) = places.first() {
        place.section.iter().for_each(|s| take(s));
        take(&place.quote);
    }
    format!("{rule}:{hash:016x}")
}
