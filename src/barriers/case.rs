//! What the families judge: the facts of a pack in their circumstances.

use super::rule::{Rule, rule};
use crate::document::Document;
use crate::fact::{Fact, Stance};
use crate::law;
use crate::list::Listed;
use crate::order;
use crate::papers::Papers;
use crate::report::{Circumstances, Known, Nation, Nature, Origin};
use crate::settings::Settings;

/// The facts of a pack in their circumstances.
pub struct Case<'a> {
    /// The facts.
    pub facts: &'a [Fact],
    /// The circumstances.
    pub circumstances: &'a Circumstances,
    /// What kinds of papers are in the pack.
    pub papers: &'a Papers,
    /// What the organisation sets for itself.
    pub settings: Option<&'a Settings>,
    /// The documents that were read, with what could not be.
    pub documents: &'a [Document],
    /// The facts on the contract of one lot, in the order of their lots: see [`of_lots`].
    pub of_lots: Vec<usize>,
}

/// The indexes of the facts that say something of the contract of one lot, in the order of their lots: each demand
/// on a lot looks for that lot's value, and there may be thousands.
pub fn of_lots(facts: &[Fact]) -> Vec<usize> {
    let of_lot = |f: &Fact| f.lot.is_some() && !f.replaced() && !f.foreign();
    let mut indexes: Vec<usize> = (0..facts.len()).filter(|&i| of_lot(&facts[i])).listed();
    order::sort_by(&mut indexes, |&a, &b| facts[a].lot.cmp(&facts[b].lot));
    indexes
}

/// A value against which a demand is measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Pounds without VAT.
    pub amount: f64,
    /// Whether it is the value of the lot in question; otherwise that of the whole contract.
    pub of_lot: bool,
}

/// An amount that bidders are asked for, with what it is measured against.
#[derive(Debug, Clone, PartialEq)]
pub struct Demand {
    /// In the unit of its facts.
    pub amount: f64,
    /// The facts that ask for it.
    pub facts: Vec<usize>,
    /// Yearly value of the contract, or of the smallest lot that asks for it.
    pub annual: Option<Measure>,
    /// Total value of the same.
    pub total: Option<Measure>,
    /// That lot; none where it is the whole contract or several alike.
    pub lot: Option<String>,
}

/// The facts of a kind with their indexes.
#[derive(Clone)]
pub struct OfKind<'a, 'k> {
    facts: &'a [Fact],
    next: usize,
    kind: &'k str,
    asked: bool,
}

impl<'a> Iterator for OfKind<'a, '_> {
    type Item = (usize, &'a Fact);

    // Every rule walks so: inlined, each walk is a loop and two comparisons more of wasm.
    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        while let Some(fact) = self.facts.get(self.next) {
            self.next += 1;
            if fact.kind == self.kind && (!self.asked || fact.asked()) && !fact.replaced() && !fact.foreign() {
                return Some((self.next - 1, fact));
            }
        }
        None
    }
}

impl OfKind<'_, '_> {
    /// The indexes of those that fit.
    #[inline(never)]
    pub fn that(self, fits: &dyn Fn(&Fact) -> bool) -> Vec<usize> {
        let mut out = vec![];
        for (index, fact) in self {
            if fits(fact) {
                out.push(index);
            }
        }
        out
    }

    /// The indexes of all.
    pub fn indexes(self) -> Vec<usize> {
        self.that(&|_| true)
    }
}

impl<'a> Case<'a> {
    /// The facts of a kind with their indexes; not those that a later document replaces, nor those in another currency.
    pub fn of<'k>(&self, kind: &'k str) -> OfKind<'a, 'k> {
        OfKind { facts: self.facts, next: 0, kind, asked: false }
    }

    /// The facts of a kind that ask something of bidders, with their indexes.
    pub fn asked<'k>(&self, kind: &'k str) -> OfKind<'a, 'k> {
        OfKind { asked: true, ..self.of(kind) }
    }

    /// The indexes of the facts of a kind with this stance.
    #[inline(never)]
    pub fn with(&self, kind: &str, stance: Stance) -> Vec<usize> {
        self.of(kind).that(&|f| f.stance == stance)
    }

    /// Whether there is a fact of a kind with this stance.
    #[inline(never)]
    pub fn has(&self, kind: &str, stance: Stance) -> bool {
        self.of(kind).any(|(_, f)| f.stance == stance)
    }

    /// The total value against which a demand on a lot, or on the whole contract, is measured.
    ///
    /// A value that the user gave stands for the contract as a whole; a lot's own value goes before it.
    #[inline(never)]
    pub fn value(&self, lot: Option<&str>) -> Option<Measure> {
        let of_lot = |l: &str| self.lot_value("contract.value", l);
        let own = lot.and_then(of_lot).map(|amount| Measure { amount, of_lot: true });
        own.or(self.circumstances.value.value.map(|amount| Measure { amount, of_lot: false }))
    }

    /// The yearly value against which a demand on a lot, or on the whole contract, is measured.
    #[inline(never)]
    pub fn annual(&self, lot: Option<&str>) -> Option<Measure> {
        if let Some(lot) = lot {
            let months = self.lot_value("contract.term", lot).or(self.months());
            let derived = || Some(self.lot_value("contract.value", lot)? / (months? / 12.0).max(1.0));
            if let Some(amount) = self.lot_value("contract.annual_value", lot).or_else(derived) {
                return Some(Measure { amount, of_lot: true });
            }
        }
        self.circumstances.annual_value.value.map(|amount| Measure { amount, of_lot: false })
    }

    /// The initial term in months.
    pub fn months(&self) -> Option<f64> {
        self.circumstances.term.value
    }

    /// The amounts asked for by facts of a kind, each once and the largest first.
    ///
    /// Lots that ask for the same amount are one demand, measured against the smallest of them.
    #[inline(never)]
    pub fn demands(&self, kind: &str) -> Vec<Demand> {
        let mut out: Vec<Demand> = vec![];
        for (index, fact) in self.asked(kind) {
            let Some(amount) = fact.number() else { continue };
            let lot = fact.lot.as_deref();
            let (annual, total) = (self.annual(lot), self.value(lot));
            let Some(known) = out.iter_mut().find(|d| d.amount == amount) else {
                out.push(Demand { amount, facts: vec![index], annual, total, lot: lot.map(str::to_owned) });
                continue;
            };
            known.facts.push(index);
            let smaller = match (annual, known.annual) {
                (Some(new), Some(old)) => new.amount < old.amount,
                (Some(_), None) => true,
                _ => false,
            };
            if smaller {
                (known.annual, known.total) = (annual, total);
                known.lot = lot.map(str::to_owned);
            } else if known.lot.as_deref() != lot && annual == known.annual {
                known.lot = None;
            }
        }
        order::sort_by(&mut out, |a, b| b.amount.total_cmp(&a.amount));
        out
    }

    /// What is bought, where it is known.
    pub fn nature(&self) -> Option<Nature> {
        sure(&self.circumstances.nature)
    }

    #[inline(never)]
    fn lot_value(&self, kind: &str, lot: &str) -> Option<f64> {
        let of_lot = |index: &usize| self.facts[*index].lot.as_deref().unwrap_or_default().cmp(lot);
        let from = self.of_lots.partition_point(|index| of_lot(index).is_lt());
        let mut facts = self.of_lots[from..].iter().take_while(|index| of_lot(index).is_eq()).map(|&i| &self.facts[i]);
        facts.find(|f| f.kind == kind)?.number()
    }

    /// The nation, where it is known; not where it is only assumed.
    pub fn nation(&self) -> Option<Nation> {
        sure(&self.circumstances.nation)
    }

    /// Whether a source of the tables applies, law or policy, as far as the circumstances are known.
    pub fn applies(&self, id: &str) -> bool {
        law::entry(id).is_some_and(|e| e.applies(self.circumstances))
    }

    /// Whether a law of the tables applies and the regime is known, so that a finding may rest on it.
    #[inline(never)]
    pub fn law_binds(&self, id: &str) -> bool {
        law::binds(id, self.circumstances)
    }

    /// Whether a law above the threshold or its twin below it binds here.
    pub fn law_binds_either(&self, above: &str, below: &str) -> bool {
        law::binds_either(above, below, self.circumstances)
    }

    /// A threshold of a rule, as the organisation sets it or else as the rule's page states it; or a fixed figure of the page.
    ///
    /// # Panics
    /// Where the page has no such threshold: the name is part of the program, and the rule's examples reach it.
    #[inline(never)]
    pub fn threshold(&self, rule_id: &str, name: &str) -> f64 {
        if let Some(own) = self.settings.and_then(|s| s.threshold(rule_id, name)) {
            return own;
        }
        let found = rule(rule_id).and_then(|r: &Rule| r.thresholds.iter().chain(r.fixed).find(|t| t.0 == name));
        found.unwrap_or_else(|| panic!("{rule_id} has no threshold {name}")).1
    }
}

fn sure<T: Copy>(known: &Known<T>) -> Option<T> {
    if known.origin == Origin::Assumed { None } else { known.value }
}
