//! What the documents say of the experience that bidders must show.

use std::ops::Range;

use super::cues::{
    ANY_SECTOR, AT_MOST, CONTRACTS, EXAMPLE, EXPERIENCE, LAST, OF_WORK, OLD, OTHER, OTHER_PAST, OWN_ONLY, PROVIDE,
    PUBLIC, REFUSED, SIMILAR_SIZE, STAFF, WITH, WORTH,
};

use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::Cue;
use crate::language::money::Per;
use crate::language::passage::Passage;
use crate::language::quantity::{Quantity, Spotted};
use crate::language::span::Span;
use crate::language::stance::{MAY, MAY_NOT, MUST, SHOULD};
use crate::language::token::TokenKind;
use crate::language::whose::{BIDDER, BUYER, Whose};
use crate::letter::is_capital;
use crate::list::Listed;

/// A line of so few tokens that it asks by itself.
const SHORTEST: usize = 4;
/// A line of at most so many tokens names what is wanted within the first of them.
const LINE: usize = 24;
const LINE_START: usize = 4;
/// A field's name has no more tokens.
const LABEL: usize = 8;
/// More references than this nobody asks for: it is another number.
const MOST_REFERENCES: f64 = 12.0;
/// Nor longer windows, in years.
const MOST_YEARS: f64 = 25.0;
/// Smaller sums are no size of a contract.
const LEAST_VALUE: f64 = 1000.0;

/// Whether the words around `at` ask for it, and how strongly.
fn asked(passage: &Passage, at: &Range<usize>) -> Option<Stance> {
    let lead = || passage.lead_in_has(PROVIDE);
    let table = || passage.row_label().or(passage.head_row()).is_some();
    match passage.stance_or_lead(at) {
        // "You may be asked to provide two references", "please provide examples (which may be of any sector)"
        Some(Stance::Offered) if passage.has(PROVIDE) => {
            let asked =
                passage.says("asked|requested") || passage.tokens().says(passage.range.start..at.start, "please");
            Some(if asked { Stance::Required } else { Stance::Offered })
        }
        Some(stance) => Some(stance),
        // "References: 2", "Two references."
        None if passage.has(PROVIDE) || lead() || table() || passage.range.len() <= SHORTEST => Some(Stance::Required),
        None if counted_line(passage) => Some(Stance::Required),
        None => None,
    }
}

/// "Two references from current clients", "Examples of work in the last two years": a line that only names what is wanted.
fn counted_line(passage: &Passage) -> bool {
    const VERBS: &str = "is|are|was|were|be|been|will|can|may|has|have|had|we|they|it|that|this|our";
    let tokens = passage.tokens();
    // Behind the name of a field.
    let label = passage.range.clone().take(LABEL).find(|&i| tokens.kind(i) == Some(TokenKind::Colon));
    let start = label.map_or(passage.range.start, |colon| colon + 1);
    let first = start..(start + LINE_START).min(passage.range.end);
    let begins = passage.first(EXAMPLE).is_some_and(|at| first.contains(&at.start));
    let counts =
        || first.clone().any(|i| tokens.kind(i) == Some(TokenKind::Number)) || passage.numbers().next().is_some();
    let aged = || passage.has(LAST) && passage.has(OF_WORK);
    let line = !passage.is_heading() && passage.range.end - start <= LINE;
    line && begins && !passage.says(VERBS) && (counts() || aged())
}

/// References, examples, case studies and past contracts, with their number where one is said.
pub fn references(passage: &Passage, facts: &mut Facts) {
    if let Some(at) = passage.first(OWN_ONLY).filter(|at| !passage.negated(at)) {
        let experience = passage.has(EXPERIENCE) || passage.has(EXAMPLE);
        if experience && (passage.has(MAY_NOT) || passage.has(MUST) || passage.tokens().is(at.start, "only")) {
            let fact = Fact::new("experience.references", passage.evidence(&[&at])).stance(Stance::Required);
            facts.add(fact.detail("partners", "barred"));
            return;
        }
    }
    if !passage.has_any(&[EXAMPLE, CONTRACTS]) {
        return;
    }
    let own = |at: &Range<usize>| !passage.each(OTHER).any(|o| o.start <= at.end && at.start <= o.end && o.len() > 1);
    let of_work = |at: &Range<usize>| {
        let plain = passage.tokens().is(at.start, "example|examples");
        let near = passage.near(OF_WORK, at, 12);
        let before = || passage.before().is_some_and(|b| b.has(EXPERIENCE) || b.has(EXAMPLE));
        !plain
            || near
            || passage.has(PUBLIC)
            || before()
            || passage.context_has(EXPERIENCE)
            || passage.context_has(OF_WORK)
    };
    let examples: Vec<_> = passage.each(EXAMPLE).filter(|at| own(at) && of_work(at)).listed();
    let counted = |at: &Range<usize>| count(passage, at).map(|(n, number)| (n, number, at.clone()));
    let listed = passage.lead_in_has(PROVIDE);
    let reach = if passage.has(EXPERIENCE) { 16 } else { 10 };
    let given = |at: &Range<usize>| listed || passage.has_before(PROVIDE, at, reach);
    let contracts = passage.each(CONTRACTS).filter(|at| given(at) && !passage.each(OTHER).any(|o| o.end == at.start));
    let found = examples.iter().find_map(counted).or_else(|| contracts.into_iter().find_map(|at| counted(&at)));
    if let Some((number, digits, at)) = found {
        let Some(stance) = asked(passage, &at) else { return };
        if passage.whose(&at) == Some(Whose::Buyer) {
            return;
        }
        let fact = Fact::new("experience.references", passage.evidence(&[&at, &digits]))
            .amount(number, "references")
            .stance(stance)
            .conditions(passage.conditions().filter(|c| *c == Condition::OnRequest));
        let most = passage.has_before(AT_MOST, &digits, 1);
        facts.add(if most { fact.detail("limit", "most") } else { fact });
        return;
    }
    let Some(at) = examples.into_iter().find(|at| asked_for_some(passage, at)) else { return };
    let Some(stance) = asked(passage, &at).filter(|s| *s != Stance::Offered) else { return };
    facts.add(Fact::new("experience.references", passage.evidence(&[&at])).stance(stance));
}

/// Words that do not stand between a number and what it counts.
const APART: &str = "in|any|the|for|to|a|an|this|that|per|each|of";

/// How many of the things named at `at`: "three (3) relevant examples", "References: 2".
fn count(passage: &Passage, at: &Range<usize>) -> Option<(f64, Range<usize>)> {
    let tokens = passage.tokens();
    let plausible = |n: f64| (1.0..=MOST_REFERENCES).contains(&n) && n.fract() == 0.0;
    // "Two references", "2 x references"
    let number = |q: &Spotted| match q.what {
        Quantity::Number(n) | Quantity::Times(n) if plausible(n) => Some((n, q.range())),
        _ => None,
    };
    let numbers: Vec<_> = passage.quantities().filter_map(number).listed();
    // "One of the examples" is about the example, "one example" asks for it.
    if let Some(one) = (at.start.saturating_sub(3).max(passage.range.start)..at.start).find(|&i| tokens.is(i, "one"))
        && !tokens.is(one + 1, "of|or")
    {
        return Some((1.0, one..one + 1));
    }
    let single = tokens.is(at.end - 1, "study|testimonial");
    let article = (at.start.saturating_sub(3).max(passage.range.start)..at.start).find(|&i| tokens.is(i, "a|an"));
    if let Some(article) = article.filter(|_| single && passage.has_before(PROVIDE, at, 6)) {
        return Some((1.0, article..article + 1));
    }
    let mut before = numbers.iter().filter(|(_, r)| {
        let part = tokens.is(r.end, "of|or|pages|days|questions|months|years|copies") && !tokens.is(r.end, "or");
        // "NEC3", "4 in any contract", "year 1 charges of the contract"
        let version = passage.slice(r).as_bytes().contains(&b'.');
        let glued = version || tokens.glued(r.start) && tokens.kind(r.start.wrapping_sub(1)) == Some(TokenKind::Word);
        let apart = tokens.says(r.end..at.start, APART);
        // "Contract example 1 / Contract example 2"
        let numbered = tokens.is(r.start.wrapping_sub(1), "example|contract|reference|project|study");
        r.before(at, 4) && !numbered && !part && !glued && !apart && !passage.clause_breaks(r.end..at.start)
    });
    let plural = |n: f64| n <= 1.0 || !tokens.is(at.end - 1, "example");
    if let Some(found) = before.next_back().filter(|f| plural(f.0)) {
        return Some(found.clone());
    }
    let ends = |r: &Range<usize>| {
        let last =
            r.end >= passage.range.end || !tokens.same_cell(r.end) || tokens.kind(r.end) != Some(TokenKind::Word);
        last && tokens.kind(r.start.wrapping_sub(1)) != Some(TokenKind::Slash)
    };
    let named = |r: &Range<usize>| {
        let cell = !tokens.same_cell(r.start);
        let sign = tokens.kind(r.start.wrapping_sub(1)) == Some(TokenKind::Colon);
        cell || sign || tokens.is(r.start.wrapping_sub(1), "is|of|least|x")
    };
    numbers.into_iter().find(|(_, r)| r.behind(at, 8) && ends(r) && named(r))
}

/// "Please provide relevant examples of services", "each of the examples must": asked for without a number.
fn asked_for_some(passage: &Passage, at: &Range<usize>) -> bool {
    let provided = passage.each(PROVIDE).any(|h| h.before(at, 8) && !passage.clause_breaks_hard(h.between(at)));
    let denied = passage.stance(at) == Some(Stance::RuledOut);
    let demand = passage.has_behind(MUST, at, 3);
    let only = passage.has_beside(PUBLIC, at, 1) && passage.has(MAY_NOT) | passage.has(MAY);
    let singular = passage.tokens().is(at.start, "reference|example");
    (provided || denied || demand || only) && (!singular || denied)
}

/// Whether the passage speaks of past work, by its own words or those around it.
fn past_work(passage: &Passage) -> bool {
    let speaks = |p: &Passage| {
        p.has(EXPERIENCE)
            || p.each(EXAMPLE).any(|at| !p.each(OTHER).any(|o| o.start <= at.end && at.start <= o.end && o.len() > 1))
    };
    let counted = || passage.has(PROVIDE) && passage.each(CONTRACTS).any(|at| count(passage, &at).is_some());
    let before = || passage.before().is_some_and(|b| speaks(&b));
    speaks(passage) || counted() || before() || passage.lead_ins().chain(passage.label()).any(|p| speaks(&p))
}

/// How recent the experience must be.
pub fn window(passage: &Passage, facts: &mut Facts) {
    if passage.periods().next().is_none() || !past_work(passage) {
        return;
    }
    let tokens = passage.tokens();
    for (period, at) in passage.periods() {
        let years = period.years();
        // Other things are asked about past years too; examples of work may name them further off.
        let reach = if passage.has(EXAMPLE) { 8 } else { usize::MAX };
        if passage.has_beside(OTHER_PAST, &at, reach) {
            continue;
        }
        let last = passage.has_before(LAST, &at, 1);
        let old = passage.has_behind(OLD, &at, 1) || tokens.is(at.end, "old");
        let within = passage.has(EXAMPLE) && tokens.is(at.start.wrapping_sub(1), "within") && tokens.is(at.end, "of");
        if !(last || old || within) || !(0.5..=MOST_YEARS).contains(&years) {
            continue;
        }
        let stance = match asked(passage, &at) {
            Some(Stance::Offered | Stance::RuledOut) => continue,
            Some(stance) => stance,
            None if past_work(passage) && passage.has(BIDDER) => Stance::Required,
            None => continue,
        };
        if passage.whose(&at) == Some(Whose::Buyer) && !passage.has(BIDDER) && !passage.has(PROVIDE) {
            continue;
        }
        let fact = Fact::new("experience.window", passage.evidence(&[&at])).amount(years, "years").stance(stance);
        facts.add(fact.lot(passage.lot(at.start)));
        return;
    }
}

/// How large past contracts must be.
pub fn size(passage: &Passage, facts: &mut Facts) {
    if passage.money().next().is_none() && !passage.has(SIMILAR_SIZE) {
        return;
    }
    let example = passage.has_any(&[EXAMPLE, CONTRACTS]) && past_work(passage)
        || passage.has(EXPERIENCE) && passage.has(BIDDER) && !passage.has(STAFF)
        || passage.lead_ins().any(|lead| past_work(&lead));
    if !example {
        return;
    }
    let worth = |at: &Range<usize>| passage.has_before(WORTH, at, 3);
    let sums = passage.money().filter(|(m, at)| {
        m.amount >= LEAST_VALUE
            && matches!(m.per, None | Some(Per::Year))
            && (worth(at) || passage.tokens().is(at.end, "or"))
    });
    let counts = |at: &Range<usize>| match asked(passage, at) {
        Some(Stance::RuledOut | Stance::Offered) | None => None,
        stance => stance,
    };
    let spent = passage.has(OTHER_PAST)
        || passage.whose(&(passage.range.end..passage.range.end)) == Some(Whose::Buyer) && !passage.has(PROVIDE);
    let least = sums.filter_map(|(m, at)| Some((m, counts(&at)?, at))).min_by(|a, b| a.0.amount.total_cmp(&b.0.amount));
    if let Some((money, stance, at)) = least.filter(|_| !spent) {
        let fact = Fact::new("experience.contract_value", passage.evidence(&[&at]));
        facts.add(fact.amount(money.amount, money.currency).stance(stance).lot(passage.lot(at.start)));
        return;
    }
    let Some(at) = passage.first(SIMILAR_SIZE).filter(|_| !spent) else { return };
    if let Some(stance) = counts(&at) {
        facts.add(Fact::new("experience.similar_size", passage.evidence(&[&at])).stance(stance));
    }
}

/// Years of experience.
pub fn years(passage: &Passage, facts: &mut Facts) {
    let tokens = passage.tokens();
    for (period, at) in passage.periods() {
        let last = passage.has_before(LAST, &at, 1);
        let years = period.years();
        if last || !(1.0..=MOST_YEARS).contains(&years) {
            continue;
        }
        let noun = (at.end..at.end + 5).find(|&i| tokens.is(i, "experience"));
        let before = passage.says_before(at.start, 6, "experience|record") && passage.has_before(MUST, &at, 1);
        if noun.is_none() && !before || passage.has(OTHER_PAST) {
            continue;
        }
        // "Who has less than two years' experience will not be invited."
        let less = passage.says_before(at.start, 2, "less|fewer|under") && passage.has(MAY_NOT);
        let stance = if less { Some(Stance::Required) } else { passage.stance_or_lead(&at) };
        let Some(stance @ (Stance::Required | Stance::Preferred)) = stance else { continue };
        if passage.whose(&at) == Some(Whose::Buyer) {
            continue;
        }
        let fact = Fact::new("experience.years", passage.evidence(&[&at])).amount(years, "years").stance(stance);
        let staff = passage.has(STAFF) || passage.lead_in_has(STAFF);
        facts.add(if staff { fact.detail("of", "staff") } else { fact });
    }
}

/// Experience that counts only with public bodies, or with one named authority.
pub fn customers(passage: &Passage, facts: &mut Facts) {
    let past = passage.has(EXPERIENCE) || passage.has(EXAMPLE) || passage.has(CONTRACTS);
    if past && let Some(at) = passage.first(PUBLIC) {
        public(passage, &at, facts);
    } else if past
        && passage.has(EXAMPLE)
        && passage.has(MAY)
        && let Some(at) = passage.first(ANY_SECTOR)
    {
        let fact = Fact::new("experience.public_sector", passage.evidence(&[&at]));
        facts.add(fact.stance(Stance::RuledOut));
    }
    for with in passage.each(WITH) {
        let Some((name, at)) = named(passage, with.end) else { continue };
        let only = passage.tokens().is(passage.range.start, "only");
        let stance = match passage.stance_or_lead(&with) {
            Some(stance @ (Stance::Required | Stance::Preferred)) => stance,
            _ if only => Stance::Required,
            _ => continue,
        };
        let question = passage.has(PROVIDE) && passage.says("whether|if|any");
        let bidder = passage.each(BIDDER).any(|h| h.start < with.start)
            || passage.lead_in_has(BIDDER)
            || passage.range.start == with.start;
        let barred = passage.each(MAY_NOT).any(|h| h.end <= with.start);
        let must = passage.has_any(&[MUST, SHOULD]) || passage.lead_ins().any(|l| l.has_any(&[MUST, SHOULD]));
        if bidder && !question && !barred && (must || only) {
            let fact = Fact::new("experience.named_buyer", passage.evidence(&[&with, &at])).named(name).stance(stance);
            facts.add(fact);
            return;
        }
    }
}

fn public(passage: &Passage, at: &Range<usize>, facts: &mut Facts) {
    let fact = || Fact::new("experience.public_sector", passage.evidence(&[at]));
    let near = |cue: Cue, reach: usize| passage.near(cue, at, reach);
    let counted = || passage.each(CONTRACTS).any(|c| count(passage, &c).is_some());
    let given = passage.has(EXAMPLE) || passage.has(PROVIDE) && (passage.has(MAY) || past_work(passage)) && counted();
    // "Contracts of the private sector will not be considered."
    let refused =
        |s: Range<usize>| passage.each(MAY_NOT).any(|h| h.behind(&s, 3)) || passage.has_behind(REFUSED, &s, 3);
    if passage.each(ANY_SECTOR).any(refused) {
        facts.add(fact().stance(Stance::Required));
        return;
    }
    if passage.has(ANY_SECTOR) && !given {
        return;
    }
    if passage.has(ANY_SECTOR) || passage.stance(at) == Some(Stance::RuledOut) && near(EXPERIENCE, 6) {
        facts.add(fact().stance(Stance::RuledOut));
        return;
    }
    if !(near(EXPERIENCE, 6)
        || near(EXAMPLE, 6)
        || near(CONTRACTS, 2) && (passage.has_before(MUST, at, 6) || passage.lead_ins().next().is_some()))
        || passage.has(STAFF)
    {
        return;
    }
    let only = passage.says("only|solely|exclusively");
    let stance = match passage.stance_or_lead(at) {
        Some(stance @ (Stance::Required | Stance::Preferred)) => stance,
        _ if only => Stance::Required,
        _ => return,
    };
    // "such as local authorities", "including the public sector": one kind among others.
    let example = passage.says_before(at.start, 3, "including|such|eg|or");
    if passage.whose(at) != Some(Whose::Buyer) && !example {
        facts.add(fact().stance(stance));
    }
}

/// The one authority that is named behind a "with" or "for": "the Council", "Northshire County Council".
fn named(passage: &Passage, from: usize) -> Option<(String, Range<usize>)> {
    let tokens = passage.tokens();
    let buyer = passage.each(BUYER).find(|h| h.start >= from && h.start - from <= 5)?;
    let before = from..buyer.start;
    let plain = tokens
        .is(buyer.start, "council|authority|trust|board|university|college|association|buyer|client|us|contracting");
    let owner =
        matches!(tokens.word(buyer.end - 1).as_bytes().last(), Some(b's' | b'S')) && !tokens.is(buyer.start, "us");
    if !plain || owner || tokens.is(buyer.end, "area|areas|customers|tenants|staff|residents") {
        return None;
    }
    let article = tokens.is(from, "the|this|our");
    let proper = !before.is_empty()
        && before
            .clone()
            .skip(usize::from(article))
            .all(|i| tokens.word(i).starts_with(is_capital) || tokens.is(i, "of|and"));
    let us = before.is_empty() && tokens.is(buyer.start, "us");
    if !proper && !us {
        return None;
    }
    let start = if article { from + 1 } else { from };
    let at = start..buyer.end;
    Some((passage.slice(&at).to_owned(), at))
}
