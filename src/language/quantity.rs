//! All quantities of a block in one walk: money, periods, shares, dates and plain numbers, each with its place.

use jiff::civil::Date;

use super::cue::{Cue, CueList, Hit};
use super::money::Money;
use super::number::{self, Tokens};
use super::period::Period;
use super::share::Percent;
use super::token::TokenKind;

/// A quantity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity {
    /// An amount of money.
    Money(Money),
    /// A length of time.
    Period(Period),
    /// A share of a hundred.
    Percent(Percent),
    /// Two shares that make a hundred.
    Ratio(f64, f64),
    /// A multiple of something else.
    Times(f64),
    /// A day.
    Date(Date),
    /// A plain number: a count, a score.
    Number(f64),
    /// A number that names a thing and counts nothing: a clause, a lot, a standard, a year, a month of it.
    Reference,
}

/// A quantity with its place in the block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spotted {
    /// What.
    pub what: Quantity,
    /// Index of its first token.
    pub first: u32,
    /// Index of the token after its last.
    pub end: u32,
}

impl Spotted {
    /// Its tokens, as a range of indexes into the block's.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// Words with which a quantity can begin.
pub const OPENER: Cue = Cue::named("language.quantity");
/// Words in front of a number that only names a thing.
const NAMED: Cue = Cue::named("language.named-number");

/// Such words begin no further before their number than this, in tokens.
const NEAR_NAME: usize = 8;

/// Words that say of one of two figures that it no longer holds.
const OLD: Cue = Cue::named("language.old");

/// The cues of quantities.
pub const CUES: &CueList = &[
    (
        OPENER,
        &[
            number::SPELT,
            "gbp|gdp|ukp|eur|usd|euro|stg",
            "twice|double|doubled|treble|triple|thrice",
            "january|february|march|april|may|june|july|august|september|october|november|december",
            "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec",
            "a month|week",
            "a|an further|additional year",
            "another year",
            "e|f",
        ],
    ),
    (
        NAMED,
        &[
            "iso|bs|en|pas|iec|nhs|ref|reference",
            "section|sections|clause|clauses|paragraph|paragraphs|regulation|regulations|article|schedule|appendix|annex|part|chapter",
            "question|questions|lot|lots|sub lot|item|figure|table|volume|phase|stage|version|option|attachment|milestone|room|floor",
            "page|act|no|number|tier|level|grade|band|category|form|rule|step|note|zone|ward|class|unit|unspsc|cpv|nuts",
        ],
    ),
    (OLD, &[CHANGES, REPLACED, INSTEAD]),
];

/// Adds the quantities of a block to those of others, in order and without overlap.
///
/// `hits` are the block's cues, of which those of [`CUES`] are used.
pub fn add_quantities(tokens: Tokens, hits: &[Hit], out: &mut Vec<Spotted>) {
    let own = out.len();
    let (mut at, mut next) = (0, 0);
    while at < tokens.all.len() {
        while next < hits.len() && (hits[next].cue != OPENER || (hits[next].first as usize) < at) {
            next += 1;
        }
        let opener = next < hits.len() && hits[next].first as usize == at;
        let mark = match tokens.all[at].kind {
            TokenKind::Number | TokenKind::Currency => true,
            // "[10,000,000] GBP" begins at its bracket.
            TokenKind::Open => tokens.word(at) == "[" && tokens.kind(at + 1) == Some(TokenKind::Number),
            _ => false,
        };
        if !mark && !opener {
            at += 1;
            continue;
        }
        if let Some((what, end)) = quantity(tokens, at, hits) {
            out.push(Spotted { what, first: at as u32, end: end as u32 });
            at = end;
        } else {
            at += 1;
        }
    }
    // Looked at first, since it is seldom there.
    if out.len() > own && hits.iter().any(|h| h.cue == OLD) {
        pass_over_old(tokens, &mut out[own..]);
    }
}

/// Verbs by which a figure becomes another.
const CHANGES: &str =
    "changed|reduced|increased|amended|revised|corrected|extended|moved|lowered|raised|postponed|altered|updated";
/// Verbs by which one figure takes the place of another.
const REPLACED: &str = "replaced|superseded";
/// What stands in front of a figure in whose place another is.
const INSTEAD: &str = "instead|place|rather|replaces|replacing|supersedes";
/// A verb of change stands so near its figures, in tokens.
const NEAR_CHANGE: usize = 5;

/// What no longer holds is no quantity: "reduced from £10m to £5m", "60 days is replaced by 30 days", "£5m instead of £10m".
fn pass_over_old(tokens: Tokens, all: &mut [Spotted]) {
    let changes = |range: std::ops::Range<usize>| range.clone().any(|i| tokens.is(i, CHANGES));
    for i in 0..all.len() {
        let Spotted { first, end, what } = all[i];
        let (first, end) = (first as usize, end as usize);
        if matches!(what, Quantity::Reference) {
            continue;
        }
        let before = first.saturating_sub(NEAR_CHANGE)..first;
        let next = all.get(i + 1).filter(|n| std::mem::discriminant(&n.what) == std::mem::discriminant(&what));
        let gap = next.map_or(end..end, |n| end..n.first as usize);
        let from_to = || {
            let from = tokens.is(first.wrapping_sub(1), "from");
            from && changes(before.clone()) && gap.len() <= 2 && gap.clone().any(|g| tokens.is(g, "to"))
        };
        let replaced = || {
            let by = |g: usize| tokens.is(g, REPLACED) && tokens.is(g + 1, "by|with");
            gap.len() <= 3 * NEAR_CHANGE && gap.clone().any(by)
        };
        let instead = || {
            let of = |g: usize| tokens.is(g, "instead|place") && tokens.is(g + 1, "of");
            let than = |g: usize| tokens.is(g, "rather") && tokens.is(g + 1, "than");
            let start = first.saturating_sub(4)..first;
            { start }.any(|g| tokens.is(g, INSTEAD) && (of(g) || than(g) || !tokens.is(g, "instead|place|rather")))
        };
        if from_to() || replaced() || instead() {
            all[i].what = Quantity::Reference;
        }
    }
}

fn quantity(tokens: Tokens, at: usize, hits: &[Hit]) -> Option<(Quantity, usize)> {
    if let Some((date, end)) = tokens.date(at) {
        return Some((Quantity::Date(date), end));
    }
    if let Some(end) = reference(tokens, at, hits) {
        return Some((Quantity::Reference, end));
    }
    let money = tokens.money(at);
    if let Some((money, end)) = money.filter(|m| m.0.said) {
        return Some((Quantity::Money(money), end));
    }
    let number = tokens.number(at, false);
    let single = number.filter(|n| !n.multiplied);
    if let Some(((first, second), end)) = single.filter(|n| n.end == at + 1).and_then(|n| tokens.ratio(n)) {
        return Some((Quantity::Ratio(first, second), end));
    }
    if let Some((percent, end)) = single.and_then(|n| tokens.percent(n)) {
        return Some((Quantity::Percent(percent), end));
    }
    if let Some((times, end)) = tokens.times(at, single) {
        return Some((Quantity::Times(times), end));
    }
    if let Some((period, end)) = tokens.period(at, single) {
        return Some((Quantity::Period(period), end));
    }
    if let Some((money, end)) = money {
        return Some((Quantity::Money(money), end));
    }
    let number = number?;
    // "one" is seldom a count: "any one occurrence", "one of the lots".
    let pronoun = tokens.is(at, "one") && number.end == at + 1;
    (!pronoun).then_some((Quantity::Number(number.value), number.end))
}

/// Whether a number only names a thing; gives the token after it.
fn reference(tokens: Tokens, at: usize, hits: &[Hit]) -> Option<usize> {
    if tokens.kind(at) != Some(TokenKind::Number) {
        return tokens.month_of_year(at).map(|_| at + 2);
    }
    // "4B.5.1", "4.2.1(a)": digits, letters and points glued together.
    let mut end = at + 1;
    let mut parts = usize::from(tokens.word(at).as_bytes().contains(&b'.'))
        + tokens.word(at).matches('.').count().saturating_sub(1);
    let mut letters = 0;
    while tokens.glued(end) {
        match tokens.kind(end) {
            Some(TokenKind::Stop) if tokens.glued(end + 1) => parts += 1,
            Some(TokenKind::Number) => {}
            Some(TokenKind::Word) if tokens.word(end).len() == 1 && end == at + 1 && !tokens.is(end, "m|k|x") => {
                letters += 1;
            }
            _ => break,
        }
        end += 1;
    }
    if parts >= 2 || (parts >= 1 && letters >= 1) {
        return Some(end);
    }
    // "2017-18", "2017/18"
    let year = |at: usize| {
        tokens.word(at).len() == 4 && (tokens.word(at).starts_with("19") || tokens.word(at).starts_with("20"))
    };
    let joins = |at| {
        matches!(tokens.kind(at), Some(TokenKind::Dash | TokenKind::Slash)) && tokens.glued(at) && tokens.glued(at + 1)
    };
    if year(at)
        && joins(at + 1)
        && matches!(tokens.word(at + 2).len(), 2 | 4)
        && tokens.kind(at + 2) == Some(TokenKind::Number)
    {
        return Some(at + 3);
    }
    let follows_unit = tokens.kind(at + 1) == Some(TokenKind::Percent)
        || tokens.is(at + 1, "days|months|years|weeks|gbp|pounds|million|m|k|working|calendar|per|words");
    if year(at) && !follows_unit {
        return Some(at + 1);
    }
    if follows_unit {
        return None;
    }
    let before = hits.partition_point(|h| (h.first as usize) < at);
    let near = hits[..before].iter().rev().take_while(|h| at - h.first as usize <= NEAR_NAME);
    let named = tokens.same_cell(at) && { near }.any(|h| h.cue == NAMED && h.end as usize == at);
    named.then_some(at + 1)
}
