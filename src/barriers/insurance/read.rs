//! What the documents say about insurance.

use std::ops::Range;

use super::cues::{
    AGGREGATE, ALTERNATIVE, BY_BUYER, COVERS, EXCESS, INSURANCE, NOT_A_LEVEL, OCCURRENCE, SHORT, SHORTS, TERMS, WORDS,
};
use crate::document::Kind;
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::Cue;
use crate::language::money::{Money, Per};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::token::TokenKind;
use crate::language::whose::{BUYER, Whose};
use crate::list::Listed;
use crate::order;

/// No level of cover is lower than this; smaller amounts are excesses, fees or prices.
const LEAST_LEVEL: f64 = 50_000.0;
/// Nor higher: nobody insures a supplier for more than a billion.
const MOST_LEVEL: f64 = 1e9;

/// At the head of a column, levels that no longer hold.
const OLD: &str = "was|previous|previously|old|former";

/// A cover named in a passage.
struct Named {
    kind: &'static str,
    at: Range<usize>,
}

/// The covers that a passage names, in order. Of two that overlap the longer counts: "public and products liability" is one cover.
fn named(passage: &Passage) -> Vec<Named> {
    let mut out: Vec<Named> = vec![];
    for hit in passage.all_hits() {
        let Some((kind, _)) = COVERS.iter().find(|c| c.1 == hit.cue) else { continue };
        let at = hit.range();
        let tokens = passage.tokens();
        // "Employers' and public liability" is two covers.
        if kind == &COVERS[0].0 && tokens.says(at.clone(), "public") {
            let public = usize::from(tokens.is(at.start, "public"));
            out.push(Named { kind: COVERS[public].0, at: at.start..at.start + 1 });
            out.push(Named { kind: COVERS[1 - public].0, at: at.start + 1..at.end });
            continue;
        }
        // The health service's Clinical Negligence Scheme is no policy; abuse is more often what staff must report.
        let bare = tokens.is(at.end - 1, "abuse|molestation");
        let abuse = bare && !passage.has(INSURANCE) && !passage.context_has(INSURANCE);
        if tokens.is(at.end, "scheme") || abuse {
            continue;
        }
        if let Some(last) = out.last_mut().filter(|l| l.at.end > at.start) {
            if at.len() > last.at.len() {
                *last = Named { kind, at };
            }
            continue;
        }
        out.push(Named { kind, at });
    }
    let several = || passage.each(SHORTS).nth(1).is_some() && passage.money().all(|(m, _)| m.amount >= 5e5);
    // "PI reduced from £2m to £1m" below the covers.
    let changed = || passage.says("reduced|lowered|increased|raised|changed");
    let told = || passage.has(SHORTS) && changed() && passage.lately(INSURANCE, 4);
    if passage.money().next().is_some() && (passage.concerns(INSURANCE) || several() || told()) {
        let tokens = passage.tokens();
        let named_in_full = !out.is_empty();
        let first = |i: usize| {
            let alone = tokens.kind(i + 1) != Some(TokenKind::Word) || tokens.is(i + 1, "vehicle|vehicles|fleet");
            i == passage.range.start && alone
        };
        let beside = |i: usize| !named_in_full || passage.money().any(|(_, m)| m.start > i && m.start <= i + 2);
        out.extend(passage.range.clone().filter_map(|i| {
            let short = SHORT.iter().find(|(short, _)| *short == tokens.word(i) && beside(i));
            let word = || WORDS.iter().find(|(word, _)| !named_in_full && first(i) && tokens.is(i, word));
            Some(Named { kind: COVERS[short.or_else(word)?.1].0, at: i..i + 1 })
        }));
        order::sort_by(&mut out, |a, b| a.at.start.cmp(&b.at.start));
    }
    // "public liability (third party liability)" and "PI (professional indemnity)" name one cover twice.
    out.dedup_by(|later, earlier| later.kind == earlier.kind && later.at.start <= earlier.at.end + 2);
    out
}

/// An amount that may be a level of cover.
struct Level {
    money: Money,
    at: Range<usize>,
}

fn levels(passage: &Passage) -> Vec<Level> {
    let plausible = |m: &Money| {
        m.per != Some(Per::Unit) && m.per != Some(Per::Week) && (LEAST_LEVEL..=MOST_LEVEL).contains(&m.amount)
    };
    // "An excess of no more than £150,000", but "in excess of £5m".
    let excess = |at: &Range<usize>| {
        let own = |h: &Range<usize>| {
            let between = h.between(at);
            !passage.tokens().is(h.start.wrapping_sub(1), "in")
                && !passage.clause_breaks_hard(between.clone())
                && !passage.money().any(|(_, m)| between.contains(&m.start))
        };
        passage.each(EXCESS).any(|h| h.before(at, 10) && own(&h))
            || passage.head_at(at.start).is_some_and(|head| head.has(EXCESS) || head.says(OLD))
    };
    let other = |at: &Range<usize>| {
        let near = |cue: Cue, reach: usize| passage.has_before(cue, at, reach);
        near(NOT_A_LEVEL, 2) || excess(at) || passage.each(ALTERNATIVE).any(|h| h.before(at, 4) || h.start == at.end)
    };
    passage.money().map(|(money, at)| Level { money, at }).filter(|l| plausible(&l.money) && !other(&l.at)).listed()
}

/// Levels of cover, and covers that are asked for or ruled out without one.
pub fn cover(passage: &Passage, facts: &mut Facts) {
    let named = named(passage);
    let levels = levels(passage);
    let mut taken = vec![false; levels.len()];
    let pairs = pairs(passage, &named, &levels);
    for &(cover, level) in &pairs {
        taken[level] = true;
        add_level(passage, passage, &named[cover], &levels[level], facts);
    }
    // "£5m of public liability, and employers' liability as required by law"
    if !pairs.is_empty() {
        for cover in &named {
            let listed = passage.tokens().says(cover.at.start.saturating_sub(2)..cover.at.end + 1, "and|plus");
            if listed && !pairs.iter().any(|&(c, _)| named[c].kind == cover.kind) {
                without_level(passage, cover, facts);
            }
        }
    }
    for level in levels.iter().zip(&taken).filter(|(_, t)| !**t).map(|(l, _)| l) {
        let Some((around, cover)) = cover_around(passage, &named, level) else { continue };
        add_level(passage, &around, &cover, level, facts);
        // Each column has a head of its own; whatever else stands around is said of the first level.
        if !matches!(around.kind(), Kind::Row { head: true, .. }) {
            break;
        }
    }
    if levels.is_empty() && !matches!(passage.kind(), Kind::Row { head: true, .. }) {
        for cover in &named {
            without_level(passage, cover, facts);
        }
    }
}

/// Pairs covers with levels in one passage, as indexes.
fn pairs(passage: &Passage, named: &[Named], levels: &[Level]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = vec![];
    let mut free: Vec<usize> = vec![];
    let mut next = 0;
    if !named.is_empty() && named.len() == levels.len() && passage.says("respectively") {
        return (0..named.len()).map(|i| (i, i)).listed();
    }
    for (l, level) in levels.iter().enumerate() {
        while next < named.len() && named[next].at.start < level.at.start {
            free.push(next);
            next += 1;
        }
        // "£5m public liability", "£5m of public liability", "£10m for public liability".
        let follows = named
            .get(next)
            .filter(|n| n.at.start - level.at.end <= 3 && levels.get(l + 1).is_none_or(|m| m.at.start > n.at.start));
        let gap_words = |n: &Named| {
            (level.at.end..n.at.start).all(|i| {
                passage.tokens().is(i, "of|for|in|the|minimum|any|one")
                    || passage.tokens().kind(i) == Some(TokenKind::Quote)
            })
        };
        if let Some(n) =
            follows.filter(|n| gap_words(n) && (free.is_empty() || !near(passage, &named[free[free.len() - 1]], level)))
        {
            let _ = n;
            out.push((next, l));
            next += 1;
            free.clear();
            continue;
        }
        let Some(&last) = free.last() else {
            // The columns of a row are those of lots.
            let lot = || passage.heads_at(level.at.start).iter().any(|head| !head.lots().is_empty());
            if next > 0 && passage.row_label().or_else(|| passage.first_cell()).is_some() && lot() {
                out.push((next - 1, l));
            }
            continue;
        };
        // "Employers' and public liability of £5m each": all that are listed before it share the level.
        let mut share = vec![last];
        for pair in free.windows(2).rev() {
            let (earlier, later) = (&named[pair[0]], &named[pair[1]]);
            let listed = later.at.start - earlier.at.end <= 2 && earlier.at.end < later.at.start + 1;
            if !listed {
                break;
            }
            share.push(pair[0]);
        }
        out.extend(share.into_iter().map(|n| (n, l)));
        free.clear();
    }
    out
}

/// Whether a level can belong to the cover before it: nothing between them ends the thought.
fn near(passage: &Passage, cover: &Named, level: &Level) -> bool {
    level.at.start - cover.at.end <= 12 && !passage.clause_breaks(cover.at.end..level.at.start)
}

/// The cover that stands around a level that has none in its own passage, with the passage that names it.
fn cover_around<'r>(passage: &Passage<'r>, own: &[Named], level: &Level) -> Option<(Passage<'r>, Named)> {
    if !own.is_empty() {
        return None;
    }
    let one = |p: Passage<'r>| {
        let mut covers = named(&p);
        (covers.len() == 1).then(|| (p, covers.remove(0)))
    };
    let row = passage.row_label().and_then(one);
    let head = || passage.head_at(level.at.start).and_then(one);
    // The sentence before names the cover, and this one its level; a cover that has its level is done with.
    let speaks_of_level =
        || passage.has(INSURANCE) || passage.says("minimum|level|limit|figure|sum|amount|claim|occurrence");
    let before = || {
        let before = passage.before().filter(|b| b.block == passage.block && speaks_of_level());
        before.filter(|b| levels(b).is_empty()).and_then(one)
    };
    let lead = || passage.lead_ins().take(2).find_map(one);
    let short = passage.range.len() <= 25;
    let heading = || passage.headings().next().filter(|_| short && speaks_of_level()).and_then(one);
    row.or_else(head).or_else(before).or_else(lead).or_else(heading)
}

fn add_level(passage: &Passage, source: &Passage, cover: &Named, level: &Level, facts: &mut Facts) {
    if buyers(source, &cover.at) || buyers(passage, &level.at) || passage.law_says(&level.at) {
        return;
    }
    let here = source.block == passage.block && source.range == passage.range;
    let at = if here { cover.at.start.min(level.at.start)..cover.at.end.max(level.at.end) } else { level.at.clone() };
    let stance = match passage.stance(&level.at) {
        Some(Stance::RuledOut) => return,
        Some(Stance::Preferred) => Stance::Preferred,
        // A level in a list of insurances is a demand, said or not.
        _ => Stance::Required,
    };
    let basis = if passage.has(OCCURRENCE) {
        Some("occurrence")
    } else if passage.has(AGGREGATE) {
        Some("aggregate")
    } else {
        None
    };
    facts.add(
        Fact::new(cover.kind, passage.place(&[&at]))
            .amount(level.money.amount, level.money.currency)
            .stance(stance)
            .basis(basis)
            .lot(passage.lot(level.at.start))
            .conditions(passage.conditions().filter(|c| softens(*c))),
    );
}

/// Whether the buyer has the cover: "the Council's own policy", "will be arranged by the Council".
fn buyers(passage: &Passage, at: &Range<usize>) -> bool {
    let row = passage.in_row();
    let arranged = |h: &Range<usize>| h.start >= at.end && (row || !passage.clause_breaks(at.end..h.start));
    // "Contractors' all risks | Employer | £8m"
    let named = |party: Range<usize>| passage.cell_at(party.start).is_some_and(|(_, cell)| cell.range == party);
    passage.whose(at) == Some(Whose::Buyer)
        || passage.each(BY_BUYER).any(|h| arranged(&h))
        || row && passage.each(BUYER).any(named)
}

/// Conditions that say something about cover; "successful bidder" in the same sentence does not.
fn softens(condition: Condition) -> bool {
    matches!(
        condition,
        Condition::WhereRequiredByLaw
            | Condition::IfApplicable
            | Condition::OrCommitToObtain
            | Condition::OtherEvidence
            | Condition::OrEquivalent
    )
}

fn without_level(passage: &Passage, cover: &Named, facts: &mut Facts) {
    if buyers(passage, &cover.at) {
        return;
    }
    let Some(stance @ (Stance::Required | Stance::RuledOut | Stance::Preferred)) = passage.stance_or_lead(&cover.at)
    else {
        return;
    };
    // "further insurance such as professional indemnity" names an example.
    let tokens = passage.tokens();
    if tokens.is(cover.at.start.wrapping_sub(1), "as") && tokens.is(cover.at.start.wrapping_sub(2), "such") {
        return;
    }
    // "Should the Council ask for tree works" is a case and no wish.
    let mut all = passage.range.clone();
    let case = all.any(|i| tokens.is(i, "should") && tokens.is(i + 1, "the|any|you|a|an|it|they"));
    if stance == Stance::Preferred && (case || passage.is_blank()) {
        return;
    }
    // What is not a demand for cover: claims, definitions, the policy's own terms.
    let about_claims = passage.says("claim|claims|means|indemnified|notify|renewal|premium");
    if about_claims {
        return;
    }
    facts.add(Fact::new(cover.kind, passage.place(&[&cover.at])).stance(stance).lot(passage.lot(cover.at.start)));
}

/// Whether a cover is named.
pub(super) fn names_cover(passage: &Passage) -> bool {
    !named(passage).is_empty()
}

/// Whether a level of cover stands there.
pub(super) fn has_level(passage: &Passage) -> bool {
    !levels(passage).is_empty()
}

/// Terms that a policy must have.
pub fn terms(passage: &Passage, facts: &mut Facts) {
    for (name, cue) in TERMS {
        let Some(at) = passage.first(cue) else { continue };
        let insured = passage.concerns(INSURANCE);
        if insured && passage.stance_or_lead(&at) == Some(Stance::Required) {
            facts.add(Fact::new("insurance.term", passage.place(&[&at])).named(name).stance(Stance::Required));
        }
    }
}
