//! Weights of the award criteria.

use std::ops::Range;

use super::{CRITERIA, CRITERION};
use crate::document::Kind;
use crate::fact::{Fact, Facts};
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::language::token::TokenKind;
use crate::order;

/// Reads ratios and weights.
pub fn read(passage: &Passage, facts: &mut Facts) {
    if about_award(passage) || makes_hundred(passage) {
        ratio(passage, facts);
        weights(passage, facts);
    }
}

/// "60% quality and 40% price" speaks of nothing else.
fn makes_hundred(passage: &Passage) -> bool {
    let sum: f64 = passage.percents().map(|(share, _)| share).sum();
    (sum - 100.0).abs() < 0.01 && passage.has(CRITERIA[0].1) && passage.has(CRITERIA[1].1)
}

fn about_award(passage: &Passage) -> bool {
    passage.has(CRITERION)
        || passage.field().is_some_and(|f| f.to_ascii_lowercase().contains("criteri"))
        || passage.context_has(CRITERION)
}

/// "60/40 quality/price", "price and quality 40:60": the shares stand in the order of the names.
fn ratio(passage: &Passage, facts: &mut Facts) {
    let Some((first, second, at)) = passage
        .quantities()
        .find_map(|q| if let Quantity::Ratio(a, b) = q.what { Some((a, b, q.range())) } else { None })
    else {
        return;
    };
    let mut named: Vec<(&str, Range<usize>)> = vec![];
    for (kind, cue) in &CRITERIA[..2] {
        let nearest = passage.each(*cue).min_by_key(|h| h.start.abs_diff(at.start));
        named.extend(nearest.filter(|h| h.start.abs_diff(at.start) <= 8).map(|h| (*kind, h)));
    }
    order::sort_by(&mut named, |a, b| a.1.start.cmp(&b.1.start));
    if let [(one, a), (two, b)] = &named[..] {
        for (kind, share, words) in [(one, first, a), (two, second, b)] {
            let fact = Fact::new(
                if *kind == "award.price_weight" { "award.price_weight" } else { "award.quality_weight" },
                passage.place(&[words, &at]),
            );
            facts.add(fact.amount(share, "percent").lot(passage.lot(at.start)));
        }
    }
}

/// Weights that stand beside the name of their criterion: "Price 40%", "60% quality", "Weighting: 40".
fn weights(passage: &Passage, facts: &mut Facts) {
    if let Some((kind, share, at)) = under_heading(passage) {
        facts.add(Fact::new(kind, passage.place(&[&at])).amount(share, "percent").lot(passage.lot(at.start)));
        return;
    }
    let single_number = passage.field().is_some() || matches!(passage.kind(), Kind::Row { .. });
    let shares: Vec<(f64, Range<usize>)> = passage
        .quantities()
        .filter_map(|q| match q.what {
            Quantity::Percent(p) => Some((p.share, q.range())),
            // Notices give the weight as a bare number behind the word.
            Quantity::Number(n) if single_number && n <= 100.0 && weight_stands_before(passage, q.first as usize) => {
                Some((n, q.range()))
            }
            _ => None,
        })
        .collect();
    // In a row or field the criterion is its first name; another one is its type.
    if single_number && (passage.field().is_none() || shares.len() < 2) {
        let [(share, at)] = &shares[..] else { return };
        let Some((kind, words)) = row_criterion(passage) else { return };
        add(kind, passage, *share, &words, at, facts);
        return;
    }
    let named = || CRITERIA.iter().flat_map(|(kind, cue)| passage.each(*cue).map(move |h| (*kind, h)));
    let names_first = named().any(|(_, h)| shares.first().is_some_and(|(_, at)| h.start < at.start));
    for (share, at) in shares.iter().filter(|(s, _)| *s <= 100.0) {
        // "60% quality, 40% price" or "Quality 60%, price 40%": what comes first at first does so throughout.
        let nearest = named().filter(|(_, h)| adjacent(passage, h, at)).min_by_key(|(_, h)| {
            let behind = h.start >= at.end;
            h.between(at).len() + if behind == names_first { 10 } else { 0 }
        });
        if let Some((kind, words)) = nearest {
            let taken = shares.iter().any(|(_, other)| other != at && words.between(at).contains(&other.start));
            if !taken {
                add(kind, passage, *share, &words, at, facts);
            }
        }
    }
}

/// A share alone under the heading of its criterion: "Price" above "30%".
fn under_heading(passage: &Passage) -> Option<(&'static str, f64, Range<usize>)> {
    let (share, at) = passage.percents().next().filter(|_| passage.range.len() <= 5)?;
    let heading =
        passage.label().filter(|label| matches!(label.kind(), Kind::Heading { .. }) && label.range.len() <= 4);
    // A name above its value may have been read as a field.
    let named = if passage.field().is_some() { passage.clone() } else { heading? };
    let (kind, _) = CRITERIA.iter().find(|(_, cue)| named.has(*cue))?;
    Some((kind, share, at))
}

/// Whether nothing but a few small words stands between a criterion and its share.
fn adjacent(passage: &Passage, words: &Range<usize>, share: &Range<usize>) -> bool {
    let gap = words.between(share);
    gap.len() <= 4
        && gap.into_iter().all(|i| {
            let word = passage.tokens().kind(i) == Some(TokenKind::Word);
            !word
                || passage.tokens().is(
                    i,
                    &[
                        "on",
                        "for",
                        "of",
                        "is",
                        "will",
                        "be",
                        "the",
                        "weighted",
                        "at",
                        "weighting",
                        "carries",
                        "carry",
                        "counts",
                        "count",
                        "has",
                        "have",
                        "a",
                        "up",
                        "makes",
                        "make",
                        "as",
                        "and",
                        "criteria",
                        "criterion",
                        "score",
                        "merit",
                        "proposal",
                        "proposals",
                        "response",
                        "responses",
                        "submission",
                        "method",
                        "questions",
                        "element",
                        "evaluation",
                        "envelope",
                    ],
                )
        })
}

fn weight_stands_before(passage: &Passage, at: usize) -> bool {
    let tokens = passage.tokens();
    let named = (at.saturating_sub(3)..at).any(|i| tokens.is(i, &["weighting", "weight", "weightings"]));
    named || passage.head_at(at).is_some_and(|h| h.has(CRITERION) || h.text().contains('%'))
}

/// The criterion of a row or a field: price and cost only where they are its name or its type, not a word of many.
fn row_criterion(passage: &Passage) -> Option<(&'static str, Range<usize>)> {
    let hits = CRITERIA.iter().flat_map(|(kind, cue)| passage.each(*cue).map(move |h| (*kind, h)));
    let mut all: Vec<_> = hits.collect();
    order::sort_by(&mut all, |a, b| a.1.start.cmp(&b.1.start));
    // The type of a notice's criterion stands last: "Commercial / cost / Weighting: 50".
    let of_type = passage.field().and_then(|_| all.last().cloned());
    let own = of_type.or_else(|| all.first().cloned())?;
    if passage.field().is_none() {
        let label = passage.cells().into_iter().next()?.1;
        let short = label.range.len() <= 6 && label.range.contains(&own.1.start);
        return short.then_some(own);
    }
    // Several criteria are of the type "quality"; only one of that name has its weight.
    (own.0 != "award.quality_weight" || all.iter().filter(|h| h.0 == own.0).count() > 1).then_some(own)
}

fn add(kind: &'static str, passage: &Passage, share: f64, words: &Range<usize>, at: &Range<usize>, facts: &mut Facts) {
    if kind == "award.price_weight" && share >= 100.0 {
        let only = Fact::new("award.price_only", passage.place(&[words, at])).amount(100.0, "percent");
        facts.add(only.lot(passage.lot(at.start)));
    }
    let fact = Fact::new(kind, passage.place(&[words, at])).amount(share, "percent").lot(passage.lot(at.start));
    facts.add(fact);
}
