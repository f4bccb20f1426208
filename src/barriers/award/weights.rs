//! Weights of the award criteria.

use std::ops::Range;

use super::{CRITERIA, CRITERION};
use crate::document::Kind;
use crate::fact::{Fact, Facts};
use crate::language::number::decimal;
use crate::language::passage::Passage;
use crate::language::quantity::{Quantity, Spotted};
use crate::language::span::Span;
use crate::language::token::TokenKind;
use crate::list::Listed;
use crate::order;

/// Reads ratios and weights.
pub fn read(passage: &Passage, facts: &mut Facts) {
    // "For example, price 60%, quality 40%" weighs nothing.
    let example = |q: &Spotted| passage.tokens().says(passage.range.start..q.first as usize, "example");
    if passage.quantities().next().is_none_or(example) {
        return;
    }
    if about_award(passage) || makes_hundred(passage) || heads_make_hundred(passage) {
        ratio(passage, facts);
        weights(passage, facts);
    } else if passage.has_any(&[CRITERIA[0].1, CRITERIA[1].1]) && parted(&passage.reading.whole(passage.block)) {
        weights(passage, facts);
    }
}

/// A whole is parted into no more shares than this.
const MOST_PARTED: usize = 12;

/// "Price 60%. Menu 20%. Service 20%.": shares of one whole, each in a sentence of its own.
fn parted(block: &Passage) -> bool {
    let few = (2..=MOST_PARTED).contains(&block.percents().take(MOST_PARTED + 1).count());
    few && block.has(CRITERIA[0].1) && (sum(block) - 100.0).abs() < 0.01
}

/// The shares of a passage together, without those of parts: "70% quality (method 40%, experience 30%)".
fn sum(passage: &Passage) -> f64 {
    let tokens = passage.tokens();
    let before = |at: &Range<usize>| {
        let from = tokens.all[passage.range.start].start as usize;
        tokens.text.get(from..tokens.all[at.start].start as usize).unwrap_or("")
    };
    // "quality (55%)" is whole.
    let alone = |at: &Range<usize>| {
        tokens.kind(at.start.wrapping_sub(1)) == Some(TokenKind::Open) && tokens.kind(at.end) == Some(TokenKind::Close)
    };
    let part = |at: &Range<usize>| !alone(at) && before(at).matches('(').count() > before(at).matches(')').count();
    passage.percents().filter(|(_, at)| !part(at)).map(|(share, _)| share).sum()
}

/// "60% quality and 40% price" speaks of nothing else.
fn makes_hundred(passage: &Passage) -> bool {
    let hundred = (sum(passage) - 100.0).abs() < 0.01 || marks(passage);
    hundred && passage.has(CRITERIA[0].1) && passage.has(CRITERIA[1].1)
}

/// "Price 35 marks, quality 65": bare numbers that make a hundred, which may be named too.
fn marks(passage: &Passage) -> bool {
    let numbers = passage.numbers().map(|(n, _)| n).filter(|n| *n != 100.0);
    let sum: f64 = numbers.sum();
    sum == 100.0 && passage.percents().next().is_none() && passage.money().next().is_none()
}

/// "Price (40%)" and "Quality (60%)" as headings, each above what is said of it.
fn heads_make_hundred(passage: &Passage) -> bool {
    let share = |p: &Passage| {
        let pointed = || points(p).filter(|_| p.range.len() <= MOST_OF_HEAD);
        let Some((share, at)) = p.percents().next() else { return Some(pointed()?.0) };
        let own = |h: Range<usize>| h.start <= 3 && h.between(&at).len() <= 3;
        let head = p.range.len() <= MOST_OF_HEAD || p.tokens().kind(at.end + 1) == Some(TokenKind::Colon);
        let named = head && CRITERIA.iter().any(|(_, cue)| p.first(*cue).is_some_and(own));
        Some(share).filter(|share| named && *share < 100.0)
    };
    let sum = || -> f64 {
        let last = (passage.block + MOST_ROWS).min(passage.reading.document.blocks.len());
        (passage.block.saturating_sub(MOST_ROWS)..last).filter_map(|b| share(&passage.reading.whole(b))).sum()
    };
    share(passage).is_some() && sum() == 100.0
}

/// "Price – 40 points": a number of points, the first.
fn points(passage: &Passage) -> Option<(f64, Range<usize>)> {
    passage.numbers().find(|(n, at)| *n < 100.0 && passage.tokens().is(at.end, "points|marks"))
}

fn about_award(passage: &Passage) -> bool {
    passage.has(CRITERION)
        || passage.field_says(&["criteri"])
        || passage.context_has(CRITERION)
        || passage.before_has(CRITERION)
}

/// "60/40 quality/price", "price and quality 40:60": the shares stand in the order of the names.
fn ratio(passage: &Passage, facts: &mut Facts) {
    let Some((first, second, at)) = passage
        .quantities()
        .find_map(|q| if let Quantity::Ratio(a, b) = q.what { Some((a, b, q.range())) } else { None })
    else {
        return;
    };
    let mut named: Vec<(&'static str, Range<usize>)> = vec![];
    for (kind, cue) in &CRITERIA[..2] {
        let nearest = passage.each(*cue).min_by_key(|h| h.start.abs_diff(at.start));
        named.extend(nearest.filter(|h| h.start.abs_diff(at.start) <= 8).map(|h| (*kind, h)));
    }
    order::sort_by(&mut named, |a, b| a.1.start.cmp(&b.1.start));
    // "70:30 in favour of quality"
    if let [(one, words)] = &named[..]
        && passage.says("favour|favouring|towards")
    {
        let other = if *one == CRITERIA[0].0 { CRITERIA[1].0 } else { CRITERIA[0].0 };
        add(one, passage, first.max(second), words, &at, facts);
        add(other, passage, first.min(second), words, &at, facts);
    }
    if let [(one, a), (two, b)] = &named[..] {
        for (kind, share, words) in [(one, first, a), (two, second, b)] {
            add(kind, passage, share, words, &at, facts);
        }
    }
}

/// Weights that stand beside the name of their criterion: "Price 40%", "60% quality", "Weighting: 40".
fn weights(passage: &Passage, facts: &mut Facts) {
    let pointed = points(passage).filter(|_| heads_make_hundred(passage));
    if let Some((kind, share, at)) = under_heading(passage, pointed.clone()) {
        add(kind, passage, share, &at, &at, facts);
        return;
    }
    let pointed = pointed.map(|(_, at)| at);
    let single_number = passage.field().is_some() || passage.in_row();
    let all_marks = (!single_number || passage.field().is_some()) && marks(passage);
    let tokens = passage.tokens();
    // "10% of the quality marks" is a part of them.
    let part = |at: &Range<usize>| tokens.is(at.end, "of") && tokens.says(at.end..at.end + 4, "quality|technical");
    // "The lowest price scores 100%" is what the best one gets, and what is above it loses 20%.
    let scored = |p: &Passage| p.says("score|scores|scored|marks|points|pro");
    let best = || {
        passage.says("lowest|cheapest|higher")
            && (scored(passage) || passage.head_row().is_some_and(|head| scored(&head)))
    };
    // Beside a share in per cent another number is that of marks.
    let bare = passage.percents().next().is_none();
    let shares: Vec<(f64, Range<usize>)> = passage
        .quantities()
        .filter_map(|q| match q.what {
            Quantity::Percent(p) => Some((p.share, q.range())),
            // Notices give the weight as a bare number behind the word.
            Quantity::Number(n) if all_marks && n < 100.0 || pointed == Some(q.range()) => Some((n, q.range())),
            Quantity::Number(n) if single_number && bare => {
                Some((bare_weight(passage, n, q.first as usize)?, q.range()))
            }
            _ => None,
        })
        .filter(|(share, at)| !(part(at) || best() && (*share >= 100.0 || passage.says("lose|loses|above|higher"))))
        .listed();
    if shares.is_empty() {
        return;
    }
    // "Evaluation | Quality 70%, price 30%"
    let one_cell = || {
        let cell = passage.cell_at(shares[0].1.start).map(|c| c.1.range);
        let inside = |cell: Range<usize>| shares.iter().all(|(_, at)| cell.contains(&at.start));
        shares.len() > 1 && makes_hundred(passage) && cell.is_some_and(inside)
    };
    let field = passage.field().is_some();
    let by_row = !field && !one_cell();
    // In a row or field the criterion is its first name; another one is its type.
    if single_number && (by_row || shares.len() < 2) && !(field && heads_make_hundred(passage)) {
        // One that goes on from above was weighed there; the shares of further rows are those of its parts.
        let own = |words: &Range<usize>| passage.place(&[words]).block == passage.block;
        let Some((kind, words)) = row_criterion(passage).filter(|(_, words)| own(words)) else { return };
        // "Quality (60%)" names its own weight, or the next cell does; further shares of the row are those of its parts.
        let own = passage.cell_at(words.start).map(|c| c.1.range);
        let head_says = |at: usize, words: &str| passage.head_at(at).is_some_and(|h| h.says(words));
        let parts = |cell: &Passage| !cell.range.is_empty() && head_says(cell.range.start, "sub");
        let of_part = || passage.cells().any(|(_, cell)| cell.range.start >= words.end && parts(&cell));
        let weighed = |at: &Range<usize>| {
            let head = passage.head_has(at.start, CRITERION);
            !bare && at.start >= words.end && head && !head_says(at.start, "sub|minimum")
        };
        let first = || {
            let inside = own.and_then(|cell| shares.iter().find(|(_, at)| cell.contains(&at.start)));
            inside.or_else(|| shares.iter().find(|(_, at)| weighed(at)))
        };
        let found = if let [only] = &shares[..] { Some(only).filter(|_| !of_part()) } else { first() };
        if let Some((share, at)) = found {
            add(kind, passage, *share, &words, at, facts);
        }
        return;
    }
    // "Of the quality marks, 10% …" is about a part of them.
    let whole = |h: &Range<usize>| {
        h.start < passage.range.start + 2 || !(tokens.is(h.start - 1, "the") && tokens.is(h.start - 2, "of"))
    };
    let named = || {
        let all = CRITERIA.iter().flat_map(|(kind, cue)| passage.each(*cue).map(move |h| (*kind, h)));
        all.filter(|(_, h)| whole(h))
    };
    // "Approach 30%, price 70%" has no criterion of a known name in front of its first share, and nothing behind the last.
    let ends = shares
        .last()
        .is_some_and(|(_, at)| (at.end..passage.range.end).all(|i| tokens.kind(i) != Some(TokenKind::Word)));
    // "quality and price in a ratio of 70% price and 30% quality": each share is followed by its own.
    let followed = shares.iter().all(|(_, at)| named().any(|(_, h)| h.behind(at, 0)));
    let first_named = || named().any(|(_, h)| shares.first().is_some_and(|(_, at)| h.start < at.start));
    let names_first = ends || !followed && first_named();
    for (share, at) in shares.iter().filter(|(s, _)| *s <= 100.0) {
        // "60% quality, 40% price" or "Quality 60%, price 40%": what comes first at first does so throughout.
        let fits = |h: &Range<usize>| shares.len() < 2 || (h.start >= at.end) != names_first;
        let close = || named().filter(|(_, h)| adjacent(passage, h, at));
        // "Cost carries 25 per cent, the other 75 per cent are for quality"
        let said = |h: &Range<usize>| passage.tokens().says(h.between(at), "for|on") && !comma(passage, h.between(at));
        let nearest = close().filter(|(_, h)| fits(h)).min_by_key(|(_, h)| h.between(at).len());
        let nearest = nearest.or_else(|| close().find(|(_, h)| said(h)));
        if let Some((kind, words)) = nearest {
            let taken = shares.iter().any(|(_, other)| other != at && words.between(at).contains(&other.start));
            if !taken {
                add(kind, passage, *share, &words, at, facts);
            }
        }
    }
}

/// A share alone under the heading or the short line of its criterion: "Price" above "30%", or above "30 points".
fn under_heading(passage: &Passage, points: Option<(f64, Range<usize>)>) -> Option<(&'static str, f64, Range<usize>)> {
    let (share, at) = passage.percents().next().or(points).filter(|_| passage.range.len() <= 5)?;
    let heading = passage.label().filter(Passage::is_heading);
    let alone = matches!(passage.kind(), Kind::Paragraph) && at.start == passage.range.start;
    let line = passage.before().filter(|_| alone);
    let heading = [heading, line].into_iter().flatten().filter(|above| above.range.len() <= 4).listed();
    // A name above its value may have been read as a field.
    let own = passage.field().and_then(|_| CRITERIA.iter().find(|(_, cue)| passage.has(*cue)));
    let (kind, _) = own.or_else(|| CRITERIA.iter().find(|(_, cue)| heading.iter().any(|h| h.has(*cue))))?;
    Some((kind, share, at))
}

fn comma(passage: &Passage, mut range: Range<usize>) -> bool {
    range.any(|i| passage.tokens().kind(i) == Some(TokenKind::Comma))
}

/// Whether nothing but a few small words stands between a criterion and its share.
fn adjacent(passage: &Passage, words: &Range<usize>, share: &Range<usize>) -> bool {
    let (gap, tokens) = (words.between(share), passage.tokens());
    gap.len() <= 7 && gap.into_iter().all(|i| tokens.kind(i) != Some(TokenKind::Word) || tokens.is(i, SMALL_WORDS))
}

/// "2.1", "Q10": a number of a criterion, in bytes.
const LONGEST_NUMBER: usize = 3;

/// Words that may stand between a criterion and its weight.
const SMALL_WORDS: &str = "on|only|for|of|is|are|will|be|been|applied|the|weighted|at|weighting|carries|carry|counts|count|has|have|a|up|makes|make|as|and|criteria|criterion|score|merit|proposal|proposals|response|responses|submission|method|questions|element|evaluation|envelope|worth|represents|represent|account|accounts|marks|points|remaining|other|total|overall|available|given|to|allocated|based";

/// The weight that a bare number is: the number itself behind the word, or its share of the points of its column.
fn bare_weight(passage: &Passage, number: f64, at: usize) -> Option<f64> {
    let tokens = passage.tokens();
    let head = passage.head_at(at);
    let named = tokens.says(at.saturating_sub(3)..at, "weighting|weight|weightings");
    if named || head.as_ref().is_some_and(|h| h.text().as_bytes().contains(&b'%')) {
        return (number <= 100.0).then_some(number);
    }
    let sum = column_sum(passage, at).filter(|_| head.is_some_and(|h| h.has(CRITERION)))?;
    (number <= sum).then(|| number / sum * 100.0)
}

/// The points of a column: of all rows but that of the total, where they make a hundred, a thousand or that total.
fn column_sum(passage: &Passage, at: usize) -> Option<f64> {
    let (column, _) = passage.cell_at(at)?;
    let Kind::Row { table: own, .. } = passage.kind() else { return None };
    let blocks = &passage.reading.document.blocks;
    let in_table = |b: &usize| matches!(&blocks[*b].kind, Kind::Row { table, .. } if table == own);
    let before = (0..passage.block).rev().take_while(in_table);
    let rows = before.chain((passage.block..blocks.len()).take_while(in_table)).take(MOST_ROWS);
    let (mut sum, mut total) = (0.0, None);
    for row in rows.map(|b| &blocks[b]) {
        let cell = row.cells().find(|(c, _)| *c == column).and_then(|(_, text)| decimal(&text.trim().replace(',', "")));
        let Some(number) = cell else { continue };
        if row.text.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("total")) {
            total = Some(number);
        } else {
            sum += number;
        }
    }
    let whole = |n: f64| (sum - n).abs() < 0.01;
    (sum > 0.0 && (whole(100.0) || whole(1000.0) || total.is_some_and(whole))).then_some(sum)
}

/// Rows of a table, and lines of a section, that are added up: one of weights is short.
const MOST_ROWS: usize = 40;
/// A heading that names a criterion with its weight has no more tokens.
const MOST_OF_HEAD: usize = 9;

/// The criterion of a row or a field: price and cost only where they are its name or its type, not a word of many.
fn row_criterion(passage: &Passage) -> Option<(&'static str, Range<usize>)> {
    let hits = CRITERIA.iter().flat_map(|(kind, cue)| passage.each(*cue).map(move |h| (*kind, h)));
    let mut all: Vec<_> = hits.listed();
    order::sort_by(&mut all, |a, b| a.1.start.cmp(&b.1.start));
    // The type of a notice's criterion stands last: "Commercial / cost / Weighting: 50".
    let social = |h: &&(&'static str, Range<usize>)| h.0 == CRITERIA[2].0;
    let of_type = passage.field().and_then(|_| all.first().filter(social).or(all.last()).cloned());
    let own = of_type.or_else(|| all.first().cloned())?;
    if passage.field().is_none() {
        // In front of its name may stand its number.
        let names = |cell: &Passage| cell.text().len() > LONGEST_NUMBER || cell.range.contains(&own.1.start);
        let name = passage.cells().map(|(_, cell)| cell).find(names)?;
        let short = name.range.len() <= 6 && name.range.contains(&own.1.start);
        return short.then_some(own);
    }
    // Several criteria are of the type "quality"; only one of that name has its weight.
    (own.0 != "award.quality_weight" || all.iter().filter(|h| h.0 == own.0).count() > 1).then_some(own)
}

fn add(kind: &'static str, passage: &Passage, share: f64, words: &Range<usize>, at: &Range<usize>, facts: &mut Facts) {
    // "A price score of 0%" is what a bid may get; only among others, or by its name, is nothing a weight.
    let weight = || passage.says_before(at.start, 3, "weight|weighting") || passage.in_row();
    if share == 0.0 && !weight() && !makes_hundred(passage) {
        return;
    }
    if kind == "award.price_weight" && share >= 100.0 {
        let only = Fact::new("award.price_only", passage.place(&[words, at])).amount(100.0, "percent");
        facts.add(only.lot(passage.lot(at.start)));
    }
    let fact = Fact::new(kind, passage.place(&[words, at])).amount(share, "percent").lot(passage.lot(at.start));
    facts.add(fact);
}
