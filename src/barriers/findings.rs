//! Where families put their findings.

use super::case::Case;
use super::rule::{Rule, rule};
use crate::law;
use crate::letter::{is_letter, is_letter_or_digit};
use crate::list::Listed;
use crate::order;
use crate::report::{Bucket, Figure, Finding, Place, Severity, Source, Test, Undecided};
use crate::settings::SetAside;
use crate::words::{Args, Words};

/// The findings of a pack as they are made.
pub struct Findings<'a> {
    case: &'a Case<'a>,
    words: &'a Words,
    /// What is set aside, in order of the keys, and whether a finding has the key.
    aside: Vec<(&'a SetAside, bool)>,
    /// How many findings have a key, in order of the keys.
    keys: Vec<(String, usize)>,
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
    about: String,
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
            about: String::new(),
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

    /// Says what it is about where no place does, so that its key tells it from its like.
    #[must_use]
    pub fn about(mut self, name: &str) -> Self {
        name.clone_into(&mut self.0.about);
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
    /// None yet; `aside` is what is set aside.
    pub fn new(case: &'a Case<'a>, words: &'a Words, aside: &'a [SetAside]) -> Self {
        let mut aside: Vec<_> = aside.iter().map(|one| (one, false)).listed();
        order::sort_by(&mut aside, |a, b| a.0.key.cmp(&b.0.key));
        Self { case, words, aside, keys: vec![], all: vec![], undecided: vec![] }
    }

    /// Puts the words into a draft and adds it, unless its rule is turned off.
    ///
    /// # Panics
    /// Where the rule has no page or no message: both are part of the program, and the rule's examples reach them.
    #[inline(never)]
    pub fn add(&mut self, draft: Draft) {
        let draft = *draft.0;
        let rule = rule(draft.rule).unwrap_or_else(|| panic!("the rule {} has no page", draft.rule));
        let settings = self.case.settings.and_then(|s| s.of(draft.rule));
        if settings.is_some_and(|s| s.off) {
            return;
        }
        let severity = draft.severity.map(|usual| settings.and_then(|s| s.severity).unwrap_or(usual));
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
        places.extend(draft.facts.iter().flat_map(|&f| &self.case.facts[f].places).cloned());
        order::sort_by(&mut places, |a, b| (a.document, a.start, a.end).cmp(&(b.document, b.start, b.end)));
        places.dedup();
        let mut facts = draft.facts;
        order::sort_by(&mut facts, Ord::cmp);
        facts.dedup();
        let key = self.key(draft.rule, draft.lot.as_deref(), &draft.about, &places);
        let finding = Finding {
            rule: draft.rule.into(),
            bucket: draft.bucket,
            severity,
            title,
            message: text,
            why: must("why"),
            test,
            sources: sources(rule, self.case, draft.bucket),
            suggestion: part("suggestion"),
            question: part("question"),
            lot: draft.lot,
            set_aside: self.aside(&key),
            key,
            own: settings.and_then(|s| s.own.clone()),
            places,
            facts,
        };
        self.all.push(finding);
    }

    /// A key that no other finding has: two of one rule on the same words are told apart by their number.
    fn key(&mut self, rule: &str, lot: Option<&str>, about: &str, places: &[Place]) -> String {
        let key = key(rule, lot, about, places);
        match self.keys.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(at) => {
                let count = &mut self.keys[at].1;
                *count += 1;
                format!("{key}-{count}")
            }
            Err(at) => {
                self.keys.insert(at, (key.clone(), 1));
                key
            }
        }
    }

    /// The set-aside of this key.
    fn aside(&mut self, key: &str) -> Option<SetAside> {
        let at = self.aside.binary_search_by(|(one, _)| one.key.as_str().cmp(key)).ok()?;
        self.aside[at].1 = true;
        Some(self.aside[at].0.clone())
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
        if self.case.settings.is_some_and(|s| s.turns_off(rule_id)) {
            return;
        }
        let entry = Undecided { rule: rule_id.to_owned(), reason };
        if !self.undecided.contains(&entry) {
            self.undecided.push(entry);
        }
    }

    /// The titles of the barriers so far of this severity that nobody has set aside, each once.
    pub fn titles(&self, severity: Severity) -> Vec<String> {
        let mut titles: Vec<String> = vec![];
        let counts =
            |f: &&Finding| f.bucket == Bucket::Barrier && f.severity == Some(severity) && f.set_aside.is_none();
        for finding in self.all.iter().filter(counts) {
            if !titles.contains(&finding.title) {
                titles.push(finding.title.clone());
            }
        }
        titles
    }

    /// The findings with the heaviest first.
    pub fn finish(mut self) -> Finished {
        order::sort_by(&mut self.all, |a, b| (a.bucket, b.severity).cmp(&(b.bucket, a.severity)));
        let gone = self.aside.into_iter().filter(|(_, found)| !found).map(|(one, _)| one.clone()).listed();
        Finished { findings: self.all, undecided: self.undecided, gone }
    }
}

/// What came of the judging.
pub struct Finished {
    /// The findings with the heaviest first.
    pub findings: Vec<Finding>,
    /// What could not be decided.
    pub undecided: Vec<Undecided>,
    /// What is set aside and is not among the findings.
    pub gone: Vec<SetAside>,
}

#[cold]
fn no_words(rule: &str, part: &str) -> ! {
    panic!("the rule {rule} has no words for {part}")
}

/// The sources of a rule that apply here; for barriers with those that stand behind every one.
fn sources(rule: &Rule, case: &Case, bucket: Bucket) -> Vec<Source> {
    let own = rule.sources();
    let usual = law::SOURCES
        .iter()
        .filter(|e| e.usual && bucket != Bucket::Enabler && rule.sources().all(|own| own.id != e.id));
    own.chain(usual).filter(|e| e.applies(case.circumstances)).map(law::Entry::source).listed()
}

/// A key that stays while the rule, the headings above, the lot and the words stay, whatever is written elsewhere.
///
/// Of headings only the letters count: a new section changes the numbers of those behind it.
fn key(rule: &str, lot: Option<&str>, about: &str, places: &[Place]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |text: &str, counts: fn(char) -> bool| {
        let letters = text.chars().filter(|&c| counts(c)).map(|c| c.to_ascii_lowercase());
        for byte in letters.flat_map(|c| (c as u32).to_le_bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash = (hash ^ 0xff).wrapping_mul(0x0100_0000_01b3);
    };
    if let Some(place) = places.first() {
        place.section.iter().for_each(|heading| take(without_number(heading), is_letter));
        take(&place.quote, is_letter_or_digit);
    }
    take(lot.unwrap_or_default(), is_letter_or_digit);
    if !about.is_empty() {
        take(about, is_letter_or_digit);
    }
    format!("{rule}:{hash:016x}")
}

/// A heading without the number in front: a first word with a digit in it, or a short one with a point or bracket behind.
fn without_number(heading: &str) -> &str {
    let Some((first, rest)) = heading.split_once(' ') else { return heading };
    let bytes = first.as_bytes();
    let closed = bytes.len() <= 6 && matches!(bytes.last(), Some(b'.' | b')'));
    if closed || bytes.iter().any(u8::is_ascii_digit) { rest } else { heading }
}
