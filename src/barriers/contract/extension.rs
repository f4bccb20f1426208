//! How far a contract may be extended: the words that make a period an extension, and how periods are added up.

use std::ops::Range;

use super::EXTENSION;
use crate::fact::{Fact, Facts};
use crate::language::passage::Passage;
use crate::language::period::Period;
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::language::token::TokenKind;

/// Whether a hit is the name of the field in which it stands: "Renewal: 12 months".
fn names_field(passage: &Passage, hit: &Range<usize>) -> bool {
    hit.start == passage.range.start && passage.tokens().kind(hit.end) == Some(TokenKind::Colon)
}

/// Whether an extension follows on a period rather than naming it: "36 months, extendable by a year".
fn follows_on(passage: &Passage, at: &Range<usize>, hit: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let mut between = at.end..hit.start;
    let parted = |i: usize| matches!(tokens.kind(i), Some(TokenKind::Comma | TokenKind::Semicolon));
    between.any(|i| tokens.is(i, "with|and|plus") || parted(i))
        || tokens.is(hit.start, "extendable|extended|renewable|extend")
        || tokens.kind(hit.end) == Some(TokenKind::Colon)
}

/// The words by which a period is the first of a contract that may be extended, even where extensions are spoken of:
/// "the initial three-year term", "Renewal: two years with an option to extend".
pub fn first_term(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    let tokens = passage.tokens();
    let initial = at.start.checked_sub(1).filter(|&i| tokens.is(i, "initial|first|primary"));
    if let Some(first) = initial {
        let part = passage.says_before(first, 2, "in|during|within|after");
        let named = tokens.is(at.end, "term|contract|agreement|framework|period");
        return (passage.has(EXTENSION) && (named || !part)).then_some(first..at.end);
    }
    let label = passage.first(EXTENSION).filter(|h| names_field(passage, h) && h.end <= at.start)?;
    let between = passage.part(label.end..at.start);
    let says = between.says("is|be|run|runs|last|lasts|operate|initial|initially|duration|length|term");
    let later = passage.each(EXTENSION).find(|h| h.start >= at.end);
    let named = later.is_some_and(|h| h.start - at.end > 2 || follows_on(passage, at, &h));
    let fresh = between.periods().next().is_none() && !between.has(EXTENSION);
    let term = named && !joined(passage, at.end) || says && !adjective(passage, at);
    (fresh && term).then_some(label.start..at.end)
}

/// Whether a period is that of a contract with all its extensions: "a maximum contract length of five years".
pub fn whole(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let total = |i: usize| {
        tokens.is(i, "total|maximum|overall") && tokens.says(i + 1..i + 4, "length|term|duration|period|life")
    };
    let extended = passage.has(EXTENSION) || passage.before_has(EXTENSION);
    // "(five years in total, with the option to extend)"
    // "a maximum duration of four years, extendable by one"
    let beyond = passage.each(EXTENSION).any(|h| h.behind(at, 3) && tokens.is(h.start, "extendable|renewable"));
    let spoken = || passage.each(EXTENSION).any(|h| h.end <= at.start);
    let in_all = tokens.is(at.end, "in") && tokens.is(at.end + 1, "total|all") && !spoken();
    extended && !beyond && (in_all || (at.start.saturating_sub(14).max(passage.range.start)..at.start).any(total))
}

/// Whether a period right before an extension is its own: "two 12-month extensions".
fn adjective_of(passage: &Passage, hit: &Range<usize>) -> bool {
    passage.periods().any(|(_, r)| r.before(hit, 1))
}

/// Whether what follows a period is named by it: "a 12 month extension".
fn adjective(passage: &Passage, at: &Range<usize>) -> bool {
    passage.each(EXTENSION).any(|h| h.behind(at, 2) && !follows_on(passage, at, &h))
}

/// The words that make a period an extension.
pub fn extension(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    // "Renewed every two years" speaks of certificates and the like.
    // "by up to five years in steps of one year", "in 12-month cycles"
    let tokens = passage.tokens();
    let of = at.start.saturating_sub(usize::from(tokens.is(at.start.wrapping_sub(1), "of")) + 1);
    let steps = "increments|steps|tranches|stages|cycles|intervals|blocks";
    if tokens.is(of, "every|each|after|steps|increments|tranches|stages")
        || tokens.is(at.end, steps) && !counted(passage, at) && passage.periods().nth(1).is_some()
        || tokens.is(of, "in")
        || passage.says_before(at.start, 2, "beyond|past")
    {
        return None;
    }
    let before = passage.last(EXTENSION, at.start);
    // "by giving the Supplier three months' notice", but "by up to 12 months by giving three months' notice"
    let notice = |i: usize| tokens.is(i, "notice|giving|notify|notifying");
    let noticed =
        |h: &Range<usize>| (h.end..at.start).any(notice) || (at.end..at.end + 3).any(|i| tokens.is(i, "notice"));
    if before.as_ref().is_some_and(noticed) {
        return None;
    }
    // "Possible extension to 30 September 2032, 6 years": the years are those of the whole.
    // "extended by two years (a total of five years)", "two one-year extensions to a maximum of five years"
    let gone = |h: &Range<usize>| {
        let most = passage.says_before(at.start, 3, "maximum|total|totalling");
        most && adjective_of(passage, h)
            || passage.quantities().any(|q| {
                let period = matches!(q.what, Quantity::Period(_)) && !names_field(passage, h);
                (matches!(q.what, Quantity::Date(_)) || period) && (h.end..at.start).contains(&(q.first as usize))
            })
    };
    let before = before.filter(|h| !gone(h));
    // "for any period or periods up to a maximum of 24 months", "extend the duration of the agreement by up to two years"
    let reach = if passage.says_before(at.start, 8, "maximum|most|up") { 20 } else { 9 };
    let near = |h: &Range<usize>| at.start - h.end <= reach && !passage.clause_breaks_hard(h.end..at.start);
    let close = before.filter(|h| near(h) && !whole(passage, at));
    // "two years with an option to extend": the years before are the first term.
    // "by a further two one-year periods", "extend the term in up to three 12-month steps"
    let further = (at.start.saturating_sub(6).max(passage.range.start)..at.end)
        .rfind(|&i| tokens.is(i, "further|additional|again|once|another"))
        .map(|i| i..i + 1)
        .filter(|h| {
            !gone(h) && !tokens.is(h.end, "a|the") && (!tokens.is(h.start, "another") || !tokens.is(at.end, "of"))
        });
    let several = || {
        let count = counted(passage, at);
        passage.each(EXTENSION).filter(|h| count && h.end <= at.start && !gone(h)).last()
    };
    let close = close.or(further).or_else(several);
    close.or_else(|| passage.each(EXTENSION).find(|h| h.behind(at, 2) && !follows_on(passage, at, h)))
}

/// Whether a number stands right before a period: "two one-year extensions".
fn counted(passage: &Passage, at: &Range<usize>) -> bool {
    passage.numbers().any(|(n, r)| n >= 2.0 && r.end == at.start)
}

/// How often an extension may follow: "two further periods of 12 months".
pub fn repeats(passage: &Passage, at: &Range<usize>, extension: &Range<usize>) -> f64 {
    let span = extension.start.min(at.start).saturating_sub(6).max(passage.range.start)..at.start;
    let tokens = passage.tokens();
    let count = passage.numbers().filter(|(n, r)| (2.0..=10.0).contains(n) && span.contains(&r.start)).last();
    // "extend it twice, each time by twelve months", "2 x extensions of 12 months"
    if let Some(times) = passage.quantities().find_map(|q| match q.what {
        Quantity::Times(times) if q.first as usize >= span.start && (q.first as usize) < at.end + 8 => Some(times),
        _ => None,
    }) {
        return times;
    }
    // "2 x 12 months", "2 further periods", "2 no. 12 month periods", "2, one-year periods"
    let mark =
        |i: &usize| tokens.is(*i, "no|nr") || matches!(tokens.kind(*i), Some(TokenKind::Comma | TokenKind::Stop));
    let words = "x|further|additional|period|periods|extension|extensions|renewals|options|separate|optional|times|individual|consecutive|successive";
    let count = count.filter(|(_, r)| {
        let next = r.end + (r.end..at.start).take_while(mark).count();
        // "2" in a cell of its own is a clause.
        (next == at.start || tokens.is(next, words)) && tokens.same_cell(next)
    });
    // "12 months for up to two further periods"
    let behind = |(n, r): &(f64, Range<usize>)| {
        (2.0..=10.0).contains(n)
            && r.behind(at, 4)
            && tokens.says(at.end..r.start, "for|on|up")
            && tokens.says(r.end..r.end + 2, "periods|occasions|extensions|terms")
    };
    count.or_else(|| passage.numbers().find(behind)).map_or(1.0, |c| c.0)
}

/// Extensions without a period of their own: "2 annual extensions".
pub fn annual(passage: &Passage, facts: &mut Facts) {
    let tokens = passage.tokens();
    for hit in passage.each(EXTENSION).filter(|h| tokens.is(h.start.wrapping_sub(1), "annual|yearly")) {
        let near = |(_, r): &(f64, Range<usize>)| r.before(&hit, 3);
        let Some((count, at)) = passage.numbers().find(near).filter(|(n, _)| *n <= 10.0) else { continue };
        let fact = Fact::new("contract.extension", passage.place(&[&at, &hit])).amount(count * 12.0, "months");
        facts.add(fact.lot(passage.lot(at.start)));
    }
}

/// Whether a period is added to the one that ends at a token: "1 year + 1 year", "12 months plus 12 months".
pub fn joined(passage: &Passage, end: usize) -> bool {
    let tokens = passage.tokens();
    let plus = tokens.word(end) == "+" || tokens.is(end, "plus");
    plus && passage.periods().any(|(_, r)| r.start == end + 1)
}

/// Whether a period only says in brackets what the one before it comes to: "two years (24 months)".
pub fn explains(passage: &Passage, at: &Range<usize>) -> bool {
    let open = at.start.wrapping_sub(1);
    let told = |(_, r): (Period, Range<usize>)| r.end == open;
    passage.tokens().kind(open) == Some(TokenKind::Open) && passage.periods().any(told)
}

/// What is added to a period from the left, as the first number and the sum of the others: the "3 + 1 +" of
/// "3 + 1 + 1 years".
pub fn addends(passage: &Passage, end: usize) -> Option<((f64, f64), Range<usize>)> {
    let tokens = passage.tokens();
    let mut start = end;
    let mut numbers = vec![];
    while start >= passage.range.start + 2
        && tokens.word(start - 1) == "+"
        && let Some(number) = tokens.number(start - 2, false).filter(|n| n.end == start - 1)
    {
        numbers.push(number.value);
        start -= 2;
    }
    let first = numbers.pop()?;
    Some(((first, numbers.iter().sum()), start..end))
}

/// The first term and the rest of a period whose parts follow in brackets: "five years (3+2)".
pub fn parts(passage: &Passage, at: &Range<usize>, whole: f64, sums: &[(f64, Range<usize>)]) -> Option<(f64, f64)> {
    let tokens = passage.tokens();
    let open = (at.end..at.end + 3).find(|&i| tokens.kind(i) == Some(TokenKind::Open))?;
    let first = tokens.number(open + 1, false)?;
    let (rest, range) = sums.iter().find(|(_, r)| r.start == first.end)?;
    let closed = tokens.kind(range.end) == Some(TokenKind::Close);
    (closed && first.value + rest == whole).then_some((first.value, *rest))
}

/// Sums such as the "+1+1" of "3+1+1 years" and of "2 years plus 1 plus 1", with their places.
pub fn sums(passage: &Passage) -> Vec<(f64, Range<usize>)> {
    let tokens = passage.tokens();
    let plus = |at: usize| tokens.word(at) == "+" || tokens.is(at, "plus");
    let mut out = vec![];
    let mut at = passage.range.start;
    while at < passage.range.end {
        let (start, mut total) = (at, 0.0);
        // "+1, +1"
        let mut sign = at;
        while plus(sign) {
            let Some(number) = tokens.number(sign + 1, false) else { break };
            total += number.value;
            at = number.end;
            sign = at + usize::from(tokens.kind(at) == Some(TokenKind::Comma));
        }
        if at > start {
            out.push((total, start..at));
        } else {
            at += 1;
        }
    }
    out
}
