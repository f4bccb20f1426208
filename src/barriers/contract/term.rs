//! How long the contract lasts, how far it may be extended, when it starts.

use std::ops::Range;

use jiff::civil::Date;

use super::EXTENSION;
use super::value::{NOT_THIS, VALUE};
use crate::fact::{Fact, Facts};
use crate::language::cue::Cue;
use crate::language::date::{from_iso, to_iso};
use crate::language::number::multiple;
use crate::language::passage::Passage;
use crate::language::period::{Period, Unit};
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::language::token::TokenKind;
use crate::months::MONTHS;

/// The term of the contract.
pub const TERM: Cue = Cue::named("contract.term");
/// Things that have a term: "3 year contract".
pub const BARE_TERM: Cue = Cue::named("contract.term.bare");
/// Periods that are something else.
pub const NOT_TERM: Cue = Cue::named("contract.not-the-term");
/// The start of the contract.
pub const START: Cue = Cue::named("contract.start");
/// Lasting.
pub const RUNS: Cue = Cue::named("contract.runs");
/// A number of years or months that something goes on; it wakes the family where nothing else would.
pub const FOR_YEARS: Cue = Cue::named("contract.for-years");
/// Its end.
pub const END: Cue = Cue::named("contract.end");

/// Shorter or longer periods are no terms of a contract.
const PLAUSIBLE_MONTHS: std::ops::RangeInclusive<f64> = 0.5..=1800.0;

/// Reads terms, extensions and the start.
pub fn read(passage: &Passage, facts: &mut Facts) {
    duration_field(passage, facts);
    start(passage, facts);
    bare_sum(passage, facts);
    let sums = if passage.periods().next().is_some() { sums(passage) } else { vec![] };
    for (period, at) in passage.periods() {
        let months = months(&period);
        if !PLAUSIBLE_MONTHS.contains(&months) || matches!(period.unit, Unit::Hours | Unit::WorkingDays) {
            continue;
        }
        if let Some(extension) = extension(passage, &at) {
            let factor = repeats(passage, &at, &extension);
            let place = passage.place(&[&extension, &at]);
            // "by a further 1 + 1 years"
            let more = addends(passage, at.start).map_or(0.0, |((first, more), _)| first + more);
            let months = months * factor + more * months / period.amount;
            facts.add(Fact::new("contract.extension", place).amount(months, "months").lot(passage.lot(at.start)));
        } else if let Some(addends) = addends(passage, at.start)
            && let Some(named) = term(passage, &addends.1)
        {
            // "3 + 1 + 1 years": the first is the term, the others extend it.
            let unit = months / period.amount;
            let ((first, more), range) = addends;
            let place = || passage.place(&[&named, &range, &at]);
            let (term, extension) = ("contract.term", "contract.extension");
            let lot = passage.lot(at.start);
            facts.add(Fact::new(term, place()).amount(first * unit, "months").lot(lot.clone()));
            facts.add(Fact::new(extension, place()).amount(more * unit + months, "months").lot(lot));
        } else if let Some(named) = term(passage, &at) {
            facts.add(
                Fact::new("contract.term", passage.place(&[&named, &at]))
                    .amount(months, "months")
                    .lot(passage.lot(at.start)),
            );
            if let Some((more, range)) = sums.iter().find(|(_, r)| r.start == at.end) {
                let unit = if period.unit == Unit::Years { 12.0 } else { 1.0 };
                facts.add(
                    Fact::new("contract.extension", passage.place(&[range]))
                        .amount(more * unit, "months")
                        .lot(passage.lot(at.start)),
                );
            }
        }
    }
}

/// In months; a number of days that is a round number of months or years is meant so.
fn months(period: &Period) -> f64 {
    let amount = period.upper.unwrap_or(period.amount);
    if period.unit != Unit::Days {
        return Period { amount, ..*period }.months();
    }
    if multiple(amount, 365.0) {
        amount / 365.0 * 12.0
    } else if multiple(amount, 30.0) {
        amount / 30.0
    } else {
        Period { amount, ..*period }.months()
    }
}

/// The field of a notice: "Duration in days: 1080".
fn duration_field(passage: &Passage, facts: &mut Facts) {
    let units = [("day", Unit::Days), ("month", Unit::Months), ("year", Unit::Years)];
    let Some((_, unit)) = units.into_iter().find(|(name, _)| passage.field_says(&[name])) else { return };
    if !passage.field_says(&["duration"]) {
        return;
    }
    // "Duration in months: 4" may be how long a tender stays open.
    if passage.has(NOT_TERM) || passage.headings().next().is_some_and(|heading| heading.has(NOT_TERM)) {
        return;
    }
    // A sentence behind the first has numbers of other things.
    let Some((amount, at)) = passage.numbers().next().filter(|_| passage.range.start == 0) else { return };
    // "Duration in months: 4 (from the date stated for receipt of tender)" is how long a tender stays open.
    let rest = passage.part(at.end..passage.range.end);
    if rest.says("tender|tenders") || passage.headings().next().is_some_and(|h| h.says("maintain|validity|valid")) {
        return;
    }
    let months = months(&Period { amount, upper: None, unit });
    if PLAUSIBLE_MONTHS.contains(&months) {
        facts.add(
            Fact::new("contract.term", passage.place(&[&passage.range, &at]))
                .amount(months, "months")
                .lot(passage.lot(at.start)),
        );
    }
}

/// The words that make a period a term.
fn term(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    let other = passage.each(NOT_TERM).any(|h| h.before(at, 4) || h.behind(at, 1));
    let tokens = passage.tokens();
    let other = other || passage.says_before(at.start, 3, "office");
    // "contracts with a term of 12 months or more"
    let floor = tokens.is(at.end, "or") && tokens.is(at.end + 1, "more|longer|over");
    // Cover and records are kept "for the period of the Contract and for six years thereafter".
    let beyond = tokens.is(at.end, "thereafter|afterwards")
        || tokens.is(at.end, "following|after|beyond|from")
            && (at.end + 1..at.end + 6).any(|i| {
                let ends = "end|expiry|expiration|termination|completion|expires|expired|ends";
                tokens.is(i, ends)
            });
    if other || beyond || floor {
        return None;
    }
    // "from 1 September 2027 for three years"
    let dated = || {
        let date = passage.quantities().find(|q| matches!(q.what, Quantity::Date(_)) && q.range().before(at, 1))?;
        let from = tokens.is((date.first as usize).wrapping_sub(1), "from|on|commencing|starting|beginning");
        (from && tokens.is(at.start.wrapping_sub(1), "for")).then(|| date.range())
    };
    // "for two years from April 2027", "worth £90,000 a year, for three years"
    let goes_on = || {
        let goes_on = at.start.checked_sub(1).filter(|&i| tokens.is(i, "for|over")).map(|i| i..at.end)?;
        let from = tokens.is(at.end, "from") && MONTHS.iter().any(|month| tokens.is(at.end + 1, month));
        let valued = passage.money().next().is_some() && passage.has(VALUE) && !passage.has(NOT_THIS);
        (from || valued).then_some(goes_on)
    };
    if let Some(named) = dated().or_else(goes_on) {
        return Some(named);
    }
    // "a 3 year contract", "the 48 month term"
    let of = tokens.is(at.end, "from|of|after|before");
    let behind = passage.each(BARE_TERM).find(|h| h.behind(at, 1) && !of);
    if behind.is_some() {
        return behind;
    }
    // "Term: 12 months"
    let named = passage.field().is_some_and(|name| name.trim().eq_ignore_ascii_case("term"));
    if named && passage.periods().next().is_some_and(|(_, first)| first == *at) {
        return Some(at.clone());
    }
    let before = passage.each(TERM).filter(|h| h.end <= at.start).max_by_key(|h| h.end)?;
    // "The current contract has run for six years."
    let past = passage.each(NOT_THIS).any(|n| n.start < before.end && before.start < n.end);
    let close = !past && at.start - before.end <= 8 && !passage.clause_breaks_hard(before.end..at.start);
    let taken = passage.periods().any(|(_, p)| p.start >= before.end && p.end <= at.start);
    // "for a period of 30 days" is a term only where it says of what.
    let vague = passage.slice(&before).to_ascii_lowercase().ends_with("period")
        || passage.tokens().is(before.end.saturating_sub(1), "of");
    let of_contract = !vague || passage.has(BARE_TERM) || passage.field().is_some();
    (close && !taken && of_contract).then_some(before)
}

/// The words that make a period an extension.
fn extension(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    // "Renewed every two years" speaks of certificates and the like.
    // "by up to five years in steps of one year"
    let tokens = passage.tokens();
    let of = at.start.saturating_sub(usize::from(tokens.is(at.start.wrapping_sub(1), "of")) + 1);
    if tokens.is(of, "every|each|steps|increments|tranches|stages")
        || tokens.is(at.end, "increments|steps|tranches|stages") && passage.periods().nth(1).is_some()
        || passage.says_before(at.start, 2, "beyond|past")
    {
        return None;
    }
    let before = passage.each(EXTENSION).filter(|h| h.end <= at.start).max_by_key(|h| h.end);
    // "by giving the Supplier three months' notice"
    let notice = |i: usize| passage.tokens().is(i, "notice|giving|notify|notifying");
    if before.as_ref().is_some_and(|h| (h.end..at.end + 3).any(notice)) {
        return None;
    }
    // "Possible extension to 30 September 2032, 6 years": the years are those of the whole.
    let until = |h: &Range<usize>| {
        passage
            .quantities()
            .any(|q| matches!(q.what, Quantity::Date(_)) && (h.end..at.start).contains(&(q.first as usize)))
    };
    let before = before.filter(|h| !until(h));
    // "for any period or periods up to a maximum of 24 months"
    let reach = if passage.says_before(at.start, 5, "maximum|most") { 20 } else { 9 };
    let close = before.filter(|h| at.start - h.end <= reach && !passage.clause_breaks_hard(h.end..at.start));
    // "two years with an option to extend": the years before are the first term.
    // "by a further two one-year periods", "extend the term in up to three 12-month steps"
    let further = (at.start.saturating_sub(6).max(passage.range.start)..at.start)
        .rfind(|&i| passage.tokens().is(i, "further|additional"))
        .map(|i| i..i + 1);
    let counted = || {
        let count = passage.numbers().any(|(n, r)| n >= 2.0 && r.end == at.start);
        passage.each(EXTENSION).filter(|h| count && h.end <= at.start).last()
    };
    let close = close.or(further).or_else(counted);
    // "36 months, extendable by a year"
    let with = |h: &Range<usize>| {
        passage.tokens().is(at.end, "with|and|plus") && h.start > at.end
            || passage.tokens().is(h.start, "extendable|extended|renewable")
            || passage.tokens().kind(h.end) == Some(TokenKind::Colon)
    };
    close.or_else(|| passage.each(EXTENSION).find(|h| h.behind(at, 2) && !with(h)))
}

/// How often an extension may follow: "two further periods of 12 months".
fn repeats(passage: &Passage, at: &Range<usize>, extension: &Range<usize>) -> f64 {
    let span = extension.start.min(at.start).saturating_sub(3)..at.start;
    let tokens = passage.tokens();
    let count = passage.numbers().filter(|(n, r)| (2.0..=10.0).contains(n) && span.contains(&r.start)).last();
    // "extend it twice, each time by twelve months"
    if let Some(times) = passage.quantities().find_map(|q| match q.what {
        Quantity::Times(times) if q.first as usize >= extension.start && (q.first as usize) < at.end + 4 => Some(times),
        _ => None,
    }) {
        return times;
    }
    // "2 x 12 months", "2 further periods"
    count
        .filter(|(_, r)| {
            r.end == at.start
                || tokens.is(r.end, "x|further|additional|periods|extensions|renewals|options|separate|optional|times")
        })
        .map_or(1.0, |c| c.0)
}

/// What is added to a period from the left, as the first number and the sum of the others: the "3 + 1 +" of
/// "3 + 1 + 1 years".
fn addends(passage: &Passage, end: usize) -> Option<((f64, f64), Range<usize>)> {
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

/// "Term: 2+1+1", without a unit: years.
fn bare_sum(passage: &Passage, facts: &mut Facts) {
    let sum = passage.field_says(&["term", "duration", "length"]) && passage.periods().next().is_none();
    let Some((last, at)) = passage.numbers().last().filter(|_| sum) else { return };
    let Some(((first, more), range)) = addends(passage, at.start).filter(|((first, _), _)| *first <= MOST_YEARS) else {
        return;
    };
    let place = || passage.place(&[&range, &at]);
    let lot = passage.lot(at.start);
    facts.add(Fact::new("contract.term", place()).amount(first * 12.0, "months").lot(lot.clone()));
    facts.add(Fact::new("contract.extension", place()).amount((more + last) * 12.0, "months").lot(lot));
}

/// A first term of more years would be written in months.
const MOST_YEARS: f64 = 10.0;

/// Sums such as the "+1+1" of "3+1+1 years" and of "2 years plus 1 plus 1", with their places.
fn sums(passage: &Passage) -> Vec<(f64, Range<usize>)> {
    let tokens = passage.tokens();
    let plus = |at: usize| tokens.word(at) == "+" || tokens.is(at, "plus");
    let mut out = vec![];
    let mut at = passage.range.start;
    while at < passage.range.end {
        let (start, mut total) = (at, 0.0);
        while tokens.kind(at + 1) == Some(TokenKind::Number) && plus(at) {
            let Some(number) = tokens.number(at + 1, false) else { break };
            total += number.value;
            at = number.end;
        }
        if at > start {
            out.push((total, start..at));
        } else {
            at += 1;
        }
    }
    out
}

/// When the contract starts, and ends.
fn start(passage: &Passage, facts: &mut Facts) {
    for spotted in passage.quantities() {
        let Quantity::Date(date) = spotted.what else { continue };
        let at = spotted.range();
        let last = |cue: Cue| passage.each(cue).filter(|h| h.end <= at.start).max_by_key(|h| h.end);
        // "runs for three years from 1 April 2027"
        let from = || {
            let from = passage.tokens().is(at.start.wrapping_sub(1), "from");
            let term = passage.periods().map(|(_, p)| p).find(|p| p.end + 1 == at.start);
            term.filter(|_| from && (passage.has(TERM) || passage.has(BARE_TERM)))
        };
        let end = last(END);
        // "It runs from 1 June 2027 to 31 May 2031": the second date is that of the end.
        let tokens = passage.tokens();
        let other = |near: &dyn Fn(&Range<usize>) -> bool| {
            passage.quantities().any(|q| matches!(q.what, Quantity::Date(_)) && near(&q.range()))
        };
        let until = |i: usize| tokens.is(i, "to|until|till") || matches!(tokens.word(i), "–" | "-");
        let runs = passage.each(RUNS).filter(|h| h.end <= at.start).last();
        let spanned = runs.filter(|_| {
            tokens.is(at.start.wrapping_sub(1), "from") && until(at.end) && other(&|r| r.start == at.end + 1)
        });
        if until(at.start.wrapping_sub(1))
            && other(&|r| r.end + 1 == at.start && tokens.is(r.start.wrapping_sub(1), "from"))
            && let Some(runs) = passage.each(RUNS).find(|h| h.end <= at.start)
        {
            let place = passage.place(&[&runs, &at]);
            facts.add(Fact::new("contract.end", place).named(to_iso(date)).lot(passage.lot(at.start)));
            continue;
        }
        // "Contract dates" above "1 December 2026 to 30 November 2029".
        let dates = |h: &Range<usize>| {
            tokens.is(h.end - 1, "dates|period|duration|term") && h.end <= at.start && at.start - h.end <= 14
        };
        let titled = || {
            passage.each(RUNS).any(|h| dates(&h))
                || passage.label_or_title().is_some_and(|label| label.has(RUNS))
                || passage.field().is_some_and(|f| {
                    f.to_ascii_lowercase().starts_with("contract date") || f.eq_ignore_ascii_case("dates")
                })
        };
        let first = until(at.end) && other(&|r| r.start == at.end + 1);
        let second = until(at.start.wrapping_sub(1)) && other(&|r| r.end + 1 == at.start);
        if (first || second) && titled() {
            let kind = if first { "contract.start" } else { "contract.end" };
            facts.add(Fact::new(kind, passage.place(&[&at])).named(to_iso(date)).lot(passage.lot(at.start)));
            continue;
        }
        // "1 May 2027 to 30 April 2029, possible extension to 30 April 2031"
        if let Some(named) = last(EXTENSION).filter(|h| at.start - h.end <= 3)
            && (named.end..at.start).any(until)
            && let Some(months) = last_day(passage, at.start).and_then(|end| months_between(end, date))
        {
            let fact = Fact::new("contract.extension", passage.place(&[&named, &at])).amount(months, "months");
            facts.add(fact.lot(passage.lot(at.start)));
            continue;
        }
        // "Start: 14 June 2027"
        let named = passage.field().is_some_and(|name| name.eq_ignore_ascii_case("start"));
        let named = named.then(|| passage.range.start..passage.range.start + 1).filter(|h| h.end + 1 == at.start);
        let started = last(START).or(named).or_else(from).or(spanned);
        let (kind, named) = match (started, end) {
            (Some(start), end) if end.as_ref().is_none_or(|e| e.end <= start.end) => ("contract.start", start),
            // Terms, accounts and years end too; only with its start, or by its full name, is it the contract's.
            (start, Some(end)) if start.is_some() || of_contract(passage, &end) => ("contract.end", end),
            _ => continue,
        };
        if at.start - named.end <= 6 && !passage.clause_breaks_hard(named.end..at.start) {
            let place = passage.place(&[&named, &at]);
            facts.add(Fact::new(kind, place).named(to_iso(date)).lot(passage.lot(at.start)));
        }
    }
}

/// The day before `at`, or in the line above, to which the contract runs.
fn last_day(passage: &Passage, at: usize) -> Option<Date> {
    let last = |passage: &Passage, at: usize| {
        let dates = passage.quantities().filter(|q| (q.first as usize) < at);
        let dates =
            dates.filter_map(|q| if let Quantity::Date(date) = q.what { Some((date, q.first as usize)) } else { None });
        let (date, at) = dates.last()?;
        passage.tokens().is(at.wrapping_sub(1), "to|until|till|ends|ending").then_some(date)
    };
    last(passage, at).or_else(|| passage.before().and_then(|line| last(&line, usize::MAX)))
}

/// Months from the end of one day to the end of another, where they are plausible as a term.
fn months_between(from: Date, to: Date) -> Option<f64> {
    let months = f64::from(i32::from(to.year() - from.year()) * 12 + i32::from(to.month() - from.month()));
    // The last day may be a few days off the month.
    let months = months + (f64::from(to.day() - from.day()) / 30.0).round();
    PLAUSIBLE_MONTHS.contains(&months).then_some(months)
}

/// "Contract end date", "the agreement expires on".
fn of_contract(passage: &Passage, end: &Range<usize>) -> bool {
    let from = end.start.saturating_sub(2);
    passage.tokens().says(from..end.end, "contract|agreement|framework")
}

/// The term from the first day to the last, where no term is stated: of the contract, or where only its lots have days, of
/// each. Of several last days the first counts: others are those of extensions.
pub fn derive(facts: &mut Facts) {
    if facts.all().iter().any(|f| f.kind == "contract.term") {
        return;
    }
    let date = |f: &Fact| f.text().and_then(from_iso);
    let of = |kind: &'static str| facts.all().iter().filter(move |f| f.kind == kind);
    let mut lots: Vec<Option<&String>> = vec![];
    let mut terms = vec![];
    for start in of("contract.start") {
        let (lot, Some(from)) = (start.lot.as_ref(), date(start)) else { continue };
        let whole = lot.is_some() && of("contract.start").any(|f| f.lot.is_none());
        if whole || lots.contains(&lot) {
            continue;
        }
        lots.push(lot);
        let ends = of("contract.end").filter(|f| f.lot.as_ref() == lot).filter_map(|f| Some((date(f)?, f)));
        let Some((to, end)) = ends.filter(|e| e.0 > from).min_by_key(|e| e.0) else { continue };
        let Some(months) = to.tomorrow().ok().and_then(|to| months_between(from, to)) else { continue };
        let mut fact = Fact::new("contract.term", start.places[0].clone()).amount(months, "months").lot(lot.cloned());
        fact.places.extend(end.places.first().cloned());
        terms.push(fact);
    }
    for fact in terms {
        facts.add(fact);
    }
}
