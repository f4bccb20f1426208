//! The facts of a pack, as they are gathered.

use super::Fact;
use crate::list::Listed;
use crate::report::Place;

/// The facts of a pack. The same thing said twice is one fact with two places.
#[derive(Debug, Default)]
pub struct Facts {
    all: Vec<Fact>,
    /// For each slot the number of the last fact in it, counted from 1, and for each fact that of the one before it in its
    /// slot: a notice of thousands of lots states tens of thousands of facts. There are as many slots as facts, or more.
    slots: Vec<u32>,
    before: Vec<u32>,
    /// With how many places each was first read.
    first: Vec<u32>,
    /// Where the block that is being read has blanks, in its document's text.
    blanks: Vec<std::ops::Range<usize>>,
    /// Where the passage that is being read has questions that are answered, in its document's text.
    questions: Vec<std::ops::Range<usize>>,
}

/// So many slots at first; a power of two, as they always are.
const SLOTS: usize = 1 << 12;

/// A blank so near behind the words of a demand, in UTF-16 code units, is its amount.
const NEAR_BLANK: usize = 40;

impl Facts {
    /// Says where blanks stand that nobody has filled in, until the next call: a demand whose amount is one is none.
    pub fn beside_blanks(&mut self, blanks: impl Iterator<Item = Place>) {
        self.blanks = blanks.map(|place| place.start..place.end).listed();
    }

    /// Says where bidders' questions stand, until the next call: what they speak of is no demand.
    pub fn beside_questions(&mut self, questions: Vec<Place>) {
        self.questions = questions.into_iter().map(|place| place.start..place.end).listed();
    }

    /// Adds a fact.
    #[inline(never)]
    #[allow(
        clippy::boxed_local,
        reason = "a fact is handed on in its box: moving it by value costs room in the wasm module"
    )]
    pub fn add(&mut self, fact: Box<Fact>) {
        if !self.questions.is_empty() && fact.asked() {
            let within = |p: &Place| self.questions.iter().any(|q| q.start <= p.start && p.end <= q.end);
            let from = |p: &Place| self.questions.iter().any(|q| q.start <= p.start && p.start < q.end);
            let whole = fact.value.is_none() || fact.text().is_some();
            if fact.places.iter().all(|p| within(p) || whole && from(p)) {
                return;
            }
        }
        if !self.blanks.is_empty() && fact.value.is_none() && fact.asked() {
            let open = |p: &Place| self.blanks.iter().any(|b| p.start < b.end && b.start < p.end + NEAR_BLANK);
            if fact.places.iter().any(open) {
                return;
            }
        }
        let first = fact.places.len() as u32;
        self.merge(*fact, first);
    }

    /// Adds the facts of a later part of the same document.
    pub fn join(&mut self, later: Self) {
        later.all.into_iter().zip(later.first).for_each(|(fact, first)| self.merge(fact, first));
    }

    fn merge(&mut self, fact: Fact, first: u32) {
        if self.all.len() >= self.slots.len() {
            self.add_slots();
        }
        let slot = fact.slot(self.slots.len());
        let last = &mut self.slots[slot];
        let mut at = *last as usize;
        while at > 0 && !self.all[at - 1].same(&fact) {
            at = self.before[at - 1] as usize;
        }
        if at == 0 {
            self.before.push(*last);
            self.first.push(first);
            self.all.push(fact);
            *last = self.all.len() as u32;
            return;
        }
        let known = &mut self.all[at - 1];
        known.places.extend(fact.places);
        // Softened in one place is softened: "or equivalent", "if applicable" need not be said each time.
        known.equivalent = known.equivalent.max(fact.equivalent);
        for condition in fact.conditions {
            if !known.conditions.contains(&condition) {
                known.conditions.push(condition);
            }
        }
    }

    /// Doubles the slots, and puts all facts into them anew.
    fn add_slots(&mut self) {
        let slots = (2 * self.slots.len()).max(SLOTS);
        self.slots.clear();
        self.slots.resize(slots, 0);
        for (number, (fact, before)) in (1..).zip(self.all.iter().zip(&mut self.before)) {
            *before = std::mem::replace(&mut self.slots[fact.slot(slots)], number);
        }
    }

    /// Takes out the places that stand within one that was read before. That is done for all of a fact at once: a long text
    /// may say the same ten thousand times.
    pub fn settle(&mut self) {
        for (fact, first) in self.all.iter_mut().zip(&self.first) {
            if fact.places.len() > *first as usize {
                keep_outer(&mut fact.places, *first as usize);
            }
        }
    }

    /// All of them, in the order in which they were first read.
    pub fn all(&self) -> &[Fact] {
        &self.all
    }

    /// Gives them away, settled.
    pub fn into_vec(mut self) -> Vec<Fact> {
        self.settle();
        self.all
    }
}

/// Keeps the first of these places, and of the others those that stand within none before them.
fn keep_outer(places: &mut Vec<Place>, first: usize) {
    // Document, start and end of places that none so far covers: in a document their starts ascend, and so do their ends.
    let mut outer: Vec<(usize, usize, usize)> = vec![];
    let mut count = 0;
    places.retain(|place| {
        count += 1;
        let own = (place.document, place.start, place.end);
        let behind = outer.partition_point(|o| (o.0, o.1) <= (own.0, own.1));
        let covered = behind > 0 && outer[behind - 1].0 == own.0 && own.2 <= outer[behind - 1].2;
        if !covered {
            let from = outer.partition_point(|o| (o.0, o.1) < (own.0, own.1));
            let within = outer[from..].iter().take_while(|o| o.0 == own.0 && o.2 <= own.2).count();
            outer.drain(from..from + within);
            outer.insert(from, own);
        }
        !covered || count <= first
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Value;

    #[test]
    fn what_is_said_twice_is_one_fact_among_however_many() {
        const LOTS: usize = 3 * SLOTS;
        let mut facts = Facts::default();
        for (time, lot) in (0..2).flat_map(|time| (0..LOTS).map(move |lot| (time, lot))) {
            let start = time * LOTS + lot;
            let mut fact = Fact::new("contract.value", place((0, start, start + 1))).lot(Some(format!("Lot {lot}")));
            fact.value = Some(Value::Number((lot % 7) as f64));
            facts.add(fact);
        }
        assert_eq!(facts.all().len(), LOTS);
        assert!(facts.slots.len() >= LOTS, "no slot has a long way through its facts");
        assert!(facts.all().iter().all(|fact| fact.places.len() == 2));
    }

    fn place((document, start, end): (usize, usize, usize)) -> Place {
        let (page, cell, bounds, section, clause, quote) = (None, None, None, vec![], None, String::new());
        Place { document, block: 0, page, cell, bounds, section, clause, start, end, quote }
    }

    proptest::proptest! {
        #[test]
        fn a_place_within_one_that_was_read_before_is_none(
            spans in proptest::collection::vec((0usize..2, 0usize..12, 0usize..5), 1..20),
            first in 1usize..4,
        ) {
            let spans: Vec<_> = spans.into_iter().map(|(document, start, length)| (document, start, start + length)).collect();
            let first = first.min(spans.len());
            let mut facts = Facts::default();
            let said = |spans: &[(usize, usize, usize)]| {
                let mut fact = Fact::new("contract.value", place(spans[0]));
                fact.places.extend(spans[1..].iter().copied().map(place));
                fact
            };
            facts.add(said(&spans[..first]));
            spans[first..].iter().for_each(|span| facts.add(said(&[*span])));
            let mut kept = spans[..first].to_vec();
            for (document, start, end) in spans.iter().copied().skip(first) {
                if !kept.iter().any(|k| k.0 == document && k.1 <= start && end <= k.2) {
                    kept.push((document, start, end));
                }
            }
            let places: Vec<_> = facts.into_vec()[0].places.iter().map(|p| (p.document, p.start, p.end)).collect();
            proptest::prop_assert_eq!(places, kept);
        }
    }
}
