//! How long the contract lasts, how far it may be extended, when it starts.

use std::ops::Range;

use jiff::civil::Date;

use super::EXTENSION;
use super::extension::{addends, annual, explains, extension, first_term, joined, parts, repeats, sums, whole};
use super::value::{NOT_THIS, VALUE};
use crate::fact::{Fact, Facts};
use crate::language::cue::Cue;
use crate::language::date::{from_iso, to_iso};
use crate::language::number::multiple;
use crate::language::passage::Passage;
use crate::language::period::{Period, Unit};
use crate::language::quantity::{Quantity, Spotted};
use crate::language::span::Span;
use crate::language::token::TokenKind;
use crate::months::MONTHS;
use crate::words::mentions;

/// The term of the contract.
pub const TERM: Cue = Cue::named("contract.term");
/// Things that have a term: "3 year contract".
pub const BARE_TERM: Cue = Cue::of_quantity("contract.term.bare");
/// Periods that are something else.
pub const NOT_TERM: Cue = Cue::aside("contract.not-the-term");
/// The start of the contract.
pub const START: Cue = Cue::named("contract.start");
/// Lasting.
pub const RUNS: Cue = Cue::named("contract.runs");
/// A number of years or months that something goes on, a first or last day; it wakes the family where nothing else would.
pub const FOR_YEARS: Cue = Cue::of_quantity("contract.for-years");
/// Its end.
pub const END: Cue = Cue::named("contract.end");

/// Shorter or longer periods are no terms of a contract.
const PLAUSIBLE_MONTHS: std::ops::RangeInclusive<f64> = 0.5..=1800.0;

/// Reads terms, extensions and the start.
pub fn read(passage: &Passage, facts: &mut Facts) {
    duration_field(passage, facts);
    start(passage, facts);
    bare_sum(passage, facts);
    annual(passage, facts);
    if passage.periods().next().is_none() {
        return;
    }
    let sums = sums(passage);
    let mut counted = 0;
    for (period, at) in passage.periods() {
        let own = months(&period);
        let hours = matches!(period.unit, Unit::Hours | Unit::WorkingDays);
        if !PLAUSIBLE_MONTHS.contains(&own) || hours || at.start < counted || explains(passage, &at) {
            continue;
        }
        // "12 months + 12 months"
        let mut more = 0.0;
        let mut last = at.clone();
        while joined(passage, last.end)
            && let Some((next, r)) = passage.periods().find(|(_, r)| r.start == last.end + 1)
        {
            more += months(&next);
            last = r;
        }
        counted = last.end;
        let lot = passage.lot(at.start);
        let mut add = |kind: &'static str, months: f64, named: &Range<usize>, at: &Range<usize>| {
            facts.add(Fact::new(kind, passage.place(&[named, at])).amount(months, "months").lot(lot.clone()));
        };
        let (term_kind, extension_kind) = ("contract.term", "contract.extension");
        // "2 years plus one": what is added has no unit of its own.
        let open = usize::from(passage.tokens().kind(at.end) == Some(TokenKind::Open));
        let added = sums.iter().find(|(_, r)| r.start == at.end + open);
        let unit = if period.unit == Unit::Years { 12.0 } else { 1.0 };
        let (summed, added) = added.map_or((0.0, None), |(more, range)| (more * unit, Some(range.clone())));
        let first = first_term(passage, &at);
        // "12 month plus 12 month extension": one word for both.
        let both = || (more == own).then(|| extension(passage, &last)).flatten();
        if let Some(extension) = extension(passage, &at).or_else(both).filter(|_| first.is_none()) {
            // "A one-year extension was added."
            if passage.tokens().is(extension.end, "was|were|had") {
                continue;
            }
            let factor = repeats(passage, &at, &extension);
            // "by a further 1 + 1 years"
            let left = addends(passage, at.start).map_or(0.0, |((first, more), _)| first + more);
            // "extended from 36 to 48 months"
            let from = period.upper.filter(|_| passage.tokens().is(at.start.wrapping_sub(1), "from"));
            let own = from.map_or(own, |_| own - months(&Period { upper: None, ..period }));
            add(extension_kind, own * factor + left * own / period.amount + more.max(summed), &extension, &last);
        } else if let Some(addends) = addends(passage, at.start)
            && let Some(named) = term(passage, &addends.1).or_else(|| term(passage, &at))
        {
            // "3 + 1 + 1 years": the first is the term, the others extend it.
            let unit = own / period.amount;
            let ((first, left), range) = addends;
            let named = named.start.min(range.start)..named.end;
            add(term_kind, first * unit, &named, &at);
            add(extension_kind, left * unit + own, &named, &at);
        } else if let Some(named) = first.or_else(|| term(passage, &at)).or_else(|| term(passage, &last)) {
            let (own, more) =
                parts(passage, &at, period.amount, &sums).map_or((own, more), |(f, r)| (f * unit, r * unit));
            add(term_kind, own, &named, &at);
            if more > 0.0 {
                add(extension_kind, more, &at, &last);
            } else if let Some(range) = added {
                add(extension_kind, summed, &range, &range);
            }
        }
    }
    // "three years with the possibility of +1+1 extension"
    for (years, range) in &sums {
        let extends = |h: &Range<usize>| h.behind(range, 0);
        if *years <= MOST_YEARS && passage.each(EXTENSION).any(|h| extends(&h)) {
            let fact = Fact::new("contract.extension", passage.place(&[range])).amount(years * 12.0, "months");
            facts.add(fact.lot(passage.lot(range.start)));
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
    let tokens = passage.tokens();
    // "expected to last for two years" is of no time gone by.
    let lasts = |h: &Range<usize>| {
        let will = tokens.is(h.start.wrapping_sub(1), "will|to|shall");
        tokens.is(h.start, "last") && (will || tokens.is(h.end, "for|a"))
    };
    let other = passage.each(NOT_TERM).any(|h| !lasts(&h) && (h.before(at, 4) || h.behind(at, 1)));
    // "The current 10-year contract"
    let other = other
        || passage.says_before(at.start, 3, "office")
        || passage.says_before(at.start, 2, "current|existing|previous|former");
    // "contracts with a term of 12 months or more"
    let floor = tokens.is(at.end, "or") && tokens.is(at.end + 1, "more|longer|over");
    // Cover and records are kept "for the period of the Contract and for six years thereafter".
    let beyond = tokens.is(at.end, "thereafter|afterwards")
        || tokens.is(at.end, "following|after|beyond|from")
            && (at.end + 1..at.end + 6).any(|i| {
                let ends = "end|expiry|expiration|termination|completion|expires|expired|ends";
                tokens.is(i, ends)
            });
    if other || beyond || floor || whole(passage, at) {
        return None;
    }
    // "from 1 September 2027 for three years", "from 1 September 2027 for a period of three years"
    let dated = || {
        let date = passage.quantities().find(|q| matches!(q.what, Quantity::Date(_)) && q.range().before(at, 4))?;
        let from = tokens.is((date.first as usize).wrapping_sub(1), "from|on|commencing|starting|beginning");
        (from && tokens.is(date.end as usize, "for")).then(|| date.range())
    };
    // "for two years from April 2027", "worth £90,000 a year, for three years"
    let goes_on = || {
        let goes_on = at.start.checked_sub(1).filter(|&i| tokens.is(i, "for|over")).map(|i| i..at.end)?;
        let from = tokens.is(at.end, "from") && MONTHS.iter().any(|month| tokens.is(at.end + 1, month));
        let valued = passage.money().next().is_some() && passage.has(VALUE) && !passage.has(NOT_THIS);
        (from || valued).then_some(goes_on)
    };
    // "for three years, with the option to extend", "a price for a three-year period"
    let extended = || {
        let on = passage.each(EXTENSION).any(|h| h.behind(at, 14) && tokens.says(at.end..h.start, "with|plus"));
        let years = tokens.is(at.end, "period") && tokens.says(at.clone(), "year|years");
        let bought = || years && passage.says("tender|tenders|quote|quotation|price|prices");
        let other = || passage.says("licence|licences|warranty|hosting|firm|fixed|held|hold|open|valid|remain");
        let far = if tokens.is(at.start.wrapping_sub(1), "a") { 2 } else { 1 };
        let named = at.start.checked_sub(far).filter(|&i| tokens.is(i, "for|over"))?;
        ((far == 1 && on || far == 2 && bought()) && !other()).then_some(named..at.end)
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
    // "a two year grass cutting contract"
    let one = matches!(tokens.word(at.end - 1).bytes().last(), Some(b'r' | b'h' | b'R' | b'H'))
        && passage.says_before(at.start, 2, "a|an|the|new");
    let contract = (at.end + 1..at.end + 5).find(|&i| tokens.is(i, "contract|agreement|framework"));
    if let Some(contract) = contract.filter(|&i| one && i < passage.range.end && !passage.clause_breaks(at.end..i)) {
        return Some(contract..contract + 1);
    }
    // "Term: 12 months"
    let named = passage.field().is_some_and(|name| name.trim().eq_ignore_ascii_case("term"));
    if named && passage.periods().next().is_some_and(|(_, first)| first == *at) {
        return Some(at.clone());
    }
    let before = passage.last(TERM, at.start);
    let Some(before) = before else { return extended() };
    // "The current contract has run for six years."
    let past = passage.each(NOT_THIS).any(|n| n.start < before.end && before.start < n.end);
    let close = !past && at.start - before.end <= 8 && !passage.clause_breaks_hard(before.end..at.start);
    let taken = passage.periods().any(|(_, p)| p.start >= before.end && p.end <= at.start);
    // "for a period of 30 days", "runs for six weeks" is a term only where it says of what.
    let vague = tokens.is(before.end - 1, "period|of");
    let runs = before.len() == 2 && tokens.is(before.end - 1, "for|a");
    let mut things = passage.each(BARE_TERM);
    let long = tokens.says(at.clone(), "year|years|month|months");
    let named = if runs { long && things.any(|h| h.end <= before.start) } else { things.next().is_some() };
    let of_contract = !vague && !runs || named || passage.field().is_some();
    if close && !taken && of_contract { Some(before) } else { extended() }
}

/// "Term: 2+1+1", "on a 2+1+1 basis", without a unit: years.
fn bare_sum(passage: &Passage, facts: &mut Facts) {
    let field = passage.field_says(&["term", "duration", "length"]) && passage.periods().next().is_none();
    let named = |at: &Range<usize>| {
        passage.has(BARE_TERM) && passage.tokens().is(at.end, "basis|period|contract|term|agreement|framework")
    };
    let Some((last, at)) = passage.numbers().filter(|(_, at)| field || named(at)).last() else { return };
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

/// When the contract starts, and ends.
fn start(passage: &Passage, facts: &mut Facts) {
    for spotted in passage.quantities() {
        let Some(day) = day(passage, spotted) else { continue };
        let at = spotted.range();
        let last = |cue: Cue| passage.last(cue, at.start);
        // "runs for three years from 1 April 2027"
        let from = || {
            let from = passage.tokens().is(at.start.wrapping_sub(1), "from");
            let term = passage.periods().map(|(_, p)| p).find(|p| p.end + 1 == at.start);
            term.filter(|_| from && (passage.has(TERM) || passage.has(BARE_TERM)))
        };
        // "Mobilisation will run from 1 January to 31 March 2027."
        let part = "mobilisation|mobilise|transition|implementation|standstill|evaluation|pilot|trial";
        if passage.says_before(at.start, 12, part) && last(START).is_none() {
            continue;
        }
        let end = last(END);
        // "16 weeks commencing 1 June 2027", but "interviews week commencing 1 June 2027"
        let bare = |h: &Range<usize>| {
            h.len() == 1
                && passage.tokens().is(h.start, "commencing|starting")
                && !passage.periods().any(|(_, p)| p.before(h, 1))
        };
        // "It runs from 1 June 2027 to 31 May 2031": the second date is that of the end.
        let tokens = passage.tokens();
        let dates = || {
            let dates = passage.quantities().filter(|q| self::day(passage, q).is_some());
            dates.map(Spotted::range)
        };
        let until = |i: usize| tokens.is(i, "to|until|till") || matches!(tokens.word(i), "–" | "-");
        let first = until(at.end) && dates().any(|r| r.start == at.end + 1);
        let before = dates().find(|r| r.end + 1 == at.start).filter(|r| until(r.end));
        let opening = before.as_ref().map_or(at.start, |r| r.start);
        let opens = |from: &str| tokens.is(opening.wrapping_sub(1), from);
        let runs = passage.last(RUNS, at.start);
        let spanned = runs.filter(|_| {
            // "from 1 June 2027 for a period of one year"
            let lasts =
                || tokens.is(at.end, "for") && passage.periods().any(|(p, r)| p.months() >= 1.0 && r.behind(&at, 4));
            before.is_none() && opens("from") && (first || lasts())
        });
        if before.is_some() {
            let runs_on = || passage.each(RUNS).find(|h| h.end <= at.start).filter(|_| opens("from"));
            let begun = || last(START).filter(|_| opens("commencing|starting|on|from"));
            if let Some(runs) = runs_on().or_else(begun) {
                let place = passage.place(&[&runs, &at]);
                facts.add(Fact::new("contract.end", place).named(day).lot(passage.lot(at.start)));
                continue;
            }
        }
        // "Contract dates" above "1 December 2026 to 30 November 2029".
        let named = |h: &Range<usize>| {
            tokens.is(h.end - 1, "dates|period|duration|term") && h.end <= at.start && at.start - h.end <= 14
        };
        // "for the period 1 April 2027 to 31 March 2030, with an option to extend"
        let period = || {
            opens("period")
                && passage.has_any(&[BARE_TERM, EXTENSION])
                && !passage.says("accounts|turnover|previous|past|last|financial|data|usage|spend|grant|grants")
        };
        let titled = || {
            passage.each(RUNS).any(|h| named(&h))
                || passage.each(BARE_TERM).any(|h| h.before(&(opening..at.end), 1))
                || period()
                || passage.label_or_title().is_some_and(|label| label.has(RUNS))
                || passage.field().is_some_and(|f| {
                    mentions(f, "contract date") || f.eq_ignore_ascii_case("dates") || f.eq_ignore_ascii_case("term")
                })
        };
        if (first || before.is_some()) && titled() {
            let kind = if first { "contract.start" } else { "contract.end" };
            facts.add(Fact::new(kind, passage.place(&[&at])).named(day).lot(passage.lot(at.start)));
            continue;
        }
        // "1 May 2027 to 30 April 2029, possible extension to 30 April 2031"
        if let Some(named) = last(EXTENSION).filter(|h| at.start - h.end <= 3)
            && (named.end..at.start).any(until)
            && let Quantity::Date(date) = spotted.what
            && let Some(months) = last_day(passage, at.start).and_then(|end| months_between(end, date))
        {
            let fact = Fact::new("contract.extension", passage.place(&[&named, &at])).amount(months, "months");
            facts.add(fact.lot(passage.lot(at.start)));
            continue;
        }
        // "Start: 14 June 2027", "End: 13 June 2028"
        let own = |words: &str| {
            let first = passage.range.start;
            let dated = tokens.is(first + 1, "date");
            let next = first + 1 + usize::from(dated);
            let apart = || !tokens.same_cell(next) || passage.breaks_line(next..next + 1);
            let marked = || dated || matches!(tokens.kind(next), Some(TokenKind::Colon | TokenKind::Dash)) || apart();
            (tokens.is(first, words) && at.start - first <= 4 && marked()).then_some(first..next)
        };
        let month = matches!(spotted.what, Quantity::Reference);
        let row = passage.in_row();
        let own_end = |end: &Range<usize>| !month || row || tokens.is(end.end - 1, "date");
        let closed = own("end|expiry");
        let named = closed.is_some();
        let started = last(START).filter(|h| !bare(h)).or_else(|| own("start|commencement")).or_else(from).or(spanned);
        let taken = started.as_ref().is_some_and(|h| dates().any(|r| r.start >= h.end && r.end <= at.start));
        let (kind, named) = match (started, end.or(closed)) {
            (Some(start), end) if !taken && end.as_ref().is_none_or(|e| e.end <= start.end) => {
                ("contract.start", start)
            }
            // Terms, accounts and years end too; only with its start, or by its full name, is it the contract's.
            // "The present contract ends in May 2027": where only a month is said, it is the old one's.
            (start, Some(end)) if start.is_some() || named || own_end(&end) && of_contract(passage, &end) => {
                ("contract.end", end)
            }
            _ => continue,
        };
        if at.start - named.end <= if month { 3 } else { 6 } && !passage.clause_breaks_hard(named.end..at.start) {
            let place = passage.place(&[&named, &at]);
            facts.add(Fact::new(kind, place).named(day).lot(passage.lot(at.start)));
        }
    }
}

/// The day that a quantity is, or the month where no day is said: "2027-03-31", "2027-03".
fn day(passage: &Passage, spotted: &Spotted) -> Option<String> {
    match spotted.what {
        Quantity::Date(date) => Some(to_iso(date)),
        Quantity::Reference => {
            let mut day = to_iso(passage.tokens().month_of_year(spotted.first as usize)?);
            day.truncate("2027-03".len());
            Some(day)
        }
        _ => None,
    }
}

/// The day before `at`, or in the line above, to which the contract runs.
fn last_day(passage: &Passage, at: usize) -> Option<Date> {
    let last = |passage: &Passage, at: usize| {
        let dates = passage.quantities().filter(|q| (q.first as usize) < at);
        let dates =
            dates.filter_map(|q| if let Quantity::Date(date) = q.what { Some((date, q.first as usize)) } else { None });
        let (date, at) = dates.last()?;
        let tokens = passage.tokens();
        let dash = matches!(tokens.word(at.wrapping_sub(1)), "–" | "-");
        (dash || tokens.is(at.wrapping_sub(1), "to|until|till|ends|ending")).then_some(date)
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
    // A month is begun on its first day, and over on its last.
    let date = |f: &Fact, day: &str| f.text().and_then(|text| from_iso(&format!("{text}-{day}")));
    let of = |kind: &'static str| facts.all().iter().filter(move |f| f.kind == kind);
    let mut lots: Vec<Option<&String>> = vec![];
    let mut terms = vec![];
    for start in of("contract.start") {
        let (lot, Some(from)) = (start.lot.as_ref(), date(start, "01")) else { continue };
        let whole = lot.is_some() && of("contract.start").any(|f| f.lot.is_none());
        if whole || lots.contains(&lot) {
            continue;
        }
        lots.push(lot);
        let ends = of("contract.end").filter(|f| f.lot.as_ref() == lot).filter_map(|f| Some((date(f, "28")?, f)));
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
