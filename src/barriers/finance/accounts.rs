//! Accounts and history: how many years of accounts or of trading are asked for, whether the accounts must be audited,
//! and what new organisations may show instead.

use std::ops::Range;

use super::around::{self, ASK, FAIL, IF, buyers_own, demand, near, softer};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList, Hit};
use crate::language::passage::Passage;
use crate::language::period::Unit;
use crate::language::span::Span;
use crate::language::stance::{MAY, MUST};
use crate::language::token::TokenKind;
use crate::report::Severity;
use crate::words::grouped;

use Severity::{High, Low, Medium};

/// Yearly accounts.
const ACCOUNTS: Cue = Cue::named("finance.accounts");
/// A word for them that also means accounts with a bank or a website.
const PLAIN: Cue = Cue::named("finance.plain-accounts");
/// Records that a supplier keeps of the contract, and other accounts.
const RECORDS: Cue = Cue::named("finance.records");
/// Examined by an auditor.
const AUDITED: Cue = Cue::named("finance.audited");
/// Yearly income, as the theme of turnover names it.
const TURNOVER: Cue = Cue::named("finance.turnover");
/// An equivalent that is accepted.
const EQUIVALENT: Cue = Cue::named("condition.or-equivalent");
/// Audited or not: either will do.
const EITHER: Cue = Cue::named("finance.audited-or-not");
/// The last of several years.
const LAST: Cue = Cue::aside("finance.last");
/// One year only.
const LAST_YEAR: Cue = Cue::named("finance.last-year");
/// During the contract.
const EACH_YEAR: Cue = Cue::aside("finance.each-year");
/// Being in business.
const TRADING: Cue = Cue::named("finance.trading");
/// A number of years as a minimum.
const LEAST_YEARS: Cue = Cue::aside("finance.least-years");
/// New organisations, by name.
const NEW_NAME: Cue = Cue::named("finance.new-name");
/// Organisations that have not traded long, or that have no accounts to show.
const NEW: Cue = Cue::named("finance.new");
/// What they may show.
const INSTEAD: Cue = Cue::aside("finance.instead");

/// The theme's cues.
pub const CUES: &CueList = &[
    (
        ACCOUNTS,
        &[
            "annual|yearly|audited|financial|statutory|signed|certified|published|filed|company|trading|unaudited|abbreviated|management|final|full accounts",
            "audited|annual|full|trading|published ~4 accounts",
            "financial statement|statements",
            "balance sheet|sheets",
            "profit and|& loss",
            "accounts filed|lodged|submitted",
            "sets of ~4 accounts|statements",
        ],
    ),
    (PLAIN, &["accounts"]),
    (
        RECORDS,
        &[
            "keep|keeps|maintain|maintains|retain|retains|kept|maintained ~6 accounts",
            "records|books and|of accounts|account",
            "accounts and records|books",
            "user|users|bank|customer|email|social|media|client|resident|tenant accounts",
            "accounts payable|receivable|department|team|manager|section",
            "open book",
            "audit|inspect|inspection|access ~6 records|books|accounts",
            "contract|final|project accounts",
            "into account",
            "one off",
            "prior year accounts",
        ],
    ),
    (
        AUDITED,
        &[
            "audited ~4 accounts|statements",
            "accounts|statements ~4 audited",
            "audited annual|financial|yearly",
            "accounts ~12 signed|certified ~4 auditor|auditors",
        ],
    ),
    (
        EITHER,
        &[
            "unaudited",
            "un audited",
            "audited or ~2 certified|examined|signed|management|draft|independently|accountant",
            "audited if|where|when",
            "independently examined",
            "examined|certified|management|draft or audited",
            "not ~4 audited",
        ],
    ),
    (LAST, &["last|past|previous|latest|recent|preceding|prior"]),
    (LAST_YEAR, &["last|latest|recent|previous full|complete|completed? financial|accounting|trading? year"]),
    (
        EACH_YEAR,
        &[
            "each|every contract|financial? year",
            "annually|throughout",
            "during the? term|contract|period",
            "within ~4 months|weeks|days ~3 year|end",
            "after ~3 year end",
        ],
    ),
    (
        TRADING,
        &[
            "trading|traded|trade",
            "established|incorporated",
            "in business|operation|existence",
            "operating|operated",
            "track|trading record|history",
        ],
    ),
    (
        LEAST_YEARS,
        &[
            "at least",
            "minimum|least of?",
            "not|no less|fewer than",
            "more than|over",
            "have been trading|established|operating|incorporated for",
            "have been in business|operation|existence for",
            "have traded for",
        ],
    ),
    (
        NEW_NAME,
        &[
            "new|newer|newly ~3 organisation|organisations|business|businesses|company|companies|start|formed|established|body|bodies|enterprise|enterprises|supplier|suppliers|bidder|bidders|charity|charities|entrant|entrants",
            "start up|ups",
            "startup|startups",
        ],
    ),
    (
        NEW,
        &[
            "recently established|formed|incorporated|set|registered",
            "not ~3 been established|trading|incorporated|formed|operating",
            "not ~2 traded|existed",
            "too new|young ~3 have|hold|show",
            "not ~2 been ~3 trading|business|existence",
            "trading|traded|established|existence|existed ~3 less|fewer|under",
            "less than # years trading",
            "formed|founded|established|incorporated|started|began|set ~3 less|fewer|within|since|after|under",
            "unable|cannot ~4 provide|supply|produce|submit|give ~6 accounts|information|statements",
            "not able ~4 provide|supply|produce|submit|give ~6 accounts|information|statements",
            "without ~6 accounts|history|record",
            "not ~3 have ~5 accounts",
            "no accounts|obligation ~3 publish",
            "accounts ~3 not|unavailable ~2 available",
            "not available for the entire|full|whole|time",
            "of the above ~3 not available",
            "where|if ~3 available ~3 trading",
        ],
    ),
    (
        INSTEAD,
        &[
            "bank|bankers|banker|funder|funders|accountants letter|letters|reference|references|statement|statements",
            "letter|letters|statement|reference from ~3 bank|banker|funder|accountant",
            "business plan|plans",
            "cash flow|flows",
            "cashflow|cashflows",
            "forecast|forecasts|projection|projections",
            "management accounts",
            "statement of reserves|funding|turnover",
            "alternative|other|equivalent|different ~1 evidence|means|information|documents|documentation",
            "for the period ~3 available|since|trading|start",
            "period since",
            "since ~3 start|formation|incorporation|establishment",
            "as many|much|far as",
            "what|whatever|those ~4 have|has|available",
            "are|you ~3 to? submit ~6 accounts",
        ],
    ),
];

/// More years than this are a slip or another thing.
const MOST_YEARS: f64 = 20.0;

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    accounts(passage, facts);
    trading(passage, facts);
    new_organisations(passage, facts);
}

/// Where a passage names the yearly accounts of a bidder.
fn named(passage: &Passage) -> Option<Range<usize>> {
    if passage.has(RECORDS) {
        return None;
    }
    passage.first(ACCOUNTS).or_else(|| {
        // "The last two years' accounts", "accounts for the last three years", in words that ask for them.
        let plain = passage.first(PLAIN)?;
        let asked = passage.has_any(&[ASK, around::STANDING, MUST]) || around::asked_around(passage);
        let last = passage.has(LAST);
        let years =
            passage.periods().any(|(p, at)| p.unit == Unit::Years && apart(&at, &plain) <= if last { 8 } else { 2 });
        (asked && (years || passage.has_any(&[LAST_YEAR, AUDITED]))).then_some(plain)
    })
}

/// Tokens between two ranges.
fn apart(a: &Range<usize>, b: &Range<usize>) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

/// Years of accounts, and whether they must be audited.
fn accounts(passage: &Passage, facts: &mut Facts) {
    let Some(at) = named(passage) else { return };
    if buyers_own(passage, &at) || around::question(passage) && !passage.has(LAST) {
        return;
    }
    let stance = demand(passage, &at, &[ASK]).or_else(|| passage.has(ASK).then_some(Stance::Required));
    let Some(stance) = stance else { return };
    let conditions = || around::conditions(passage);
    if let Some((years, place)) = years_of(passage, &at).filter(|_| stance != Stance::RuledOut) {
        let place = passage.place(&[&place, &at]);
        let fact = Fact::new("finance.accounts_years", place).amount(years, "years");
        facts.add(fact.stance(stance).lot(around::lot(passage, at.start)).conditions(conditions()));
    }
    let Some(audited) = passage.first(AUDITED) else { return };
    let not_audited = around::ruled_out(passage, &audited, &[]);
    if not_audited {
        facts.add(Fact::new("finance.audited_accounts", passage.whole_place()).stance(Stance::RuledOut));
        return;
    }
    if passage.has(EITHER) || stance == Stance::RuledOut {
        return;
    }
    let mut fact = Fact::new("finance.audited_accounts", passage.place(&[&audited])).stance(stance);
    fact.equivalent = passage.hits(EQUIVALENT).any(|h| apart(&h.range(), &audited) <= 4).then_some(true);
    if passage.has(EACH_YEAR) && !passage.has(LAST) {
        fact = fact.detail("when", "during_contract");
    }
    facts.add(fact.conditions(conditions()));
}

/// How many years of accounts, and where it is said.
fn years_of(passage: &Passage, at: &Range<usize>) -> Option<(f64, Range<usize>)> {
    let tokens = passage.tokens();
    let near = |range: &Range<usize>, reach: usize| {
        let between = if range.end <= at.start { range.end..at.start } else { at.end..range.start.max(at.end) };
        apart(range, at) <= reach && !passage.clause_breaks(between)
    };
    let lasting = |range: &Range<usize>| passage.hits(LAST).any(|h| apart(&h.range(), range) <= 3);
    let in_years = passage.periods().filter(|(p, _)| p.unit == Unit::Years && (1.0..=MOST_YEARS).contains(&p.amount));
    // The nearest counts: "accounts for two years, or since you began if you have traded for less than two".
    let best = in_years.filter(|(_, r)| near(r, 24)).min_by_key(|(_, r)| apart(r, at));
    if let Some((period, range)) = best {
        return Some((period.upper.unwrap_or(period.amount), range));
    }
    // "accounts for the two most recent financial years"
    let spread = passage.numbers().find(|(n, range)| {
        let years =
            tokens.says(range.end..range.end + 4, "years") && tokens.says(range.end..range.end + 3, "recent|latest");
        n.fract() == 0.0 && (1.0..=10.0).contains(n) && years && near(range, 8)
    });
    if spread.is_some() {
        return spread;
    }
    // "three sets of accounts", "their 3 most recent accounts", "two audited accounts"
    let count = passage.numbers().find(|(n, range)| {
        let whole = n.fract() == 0.0 && (1.0..=10.0).contains(n);
        let behind = range.end <= at.start && at.start - range.end <= 6;
        let sets = tokens.says(range.end..at.end, "set|sets|copies|years|years’|year’s");
        // "Year 1" names one of them.
        let name = range.start.checked_sub(1).is_some_and(|i| tokens.is(i, "year|question|stage"));
        whole && behind && !name && (sets || lasting(range))
    });
    if let Some((n, range)) = count {
        return Some((n, range));
    }
    let named = |r: &Range<usize>| tokens.kind(r.end) == Some(TokenKind::Number);
    let one = passage.hits(LAST_YEAR).map(Hit::range).find(|r| near(r, 10) && !named(r))?;
    Some((1.0, one))
}

/// Years of trading.
fn trading(passage: &Passage, facts: &mut Facts) {
    if !passage.has(TRADING) || newcomer(passage).is_some() || named(passage).is_some() {
        return;
    }
    let tokens = passage.tokens();
    for hit in passage.hits(TRADING).map(Hit::range) {
        let years = passage.periods().find(|(p, at)| {
            let years = p.years();
            let whole = matches!(p.unit, Unit::Years | Unit::Months) && (1.0..=MOST_YEARS).contains(&years);
            let between = if at.end <= hit.start { at.end..hit.start } else { hit.end..at.start.max(hit.end) };
            // "Trading for at least three years", "three years of trading"; not "an operating life of eight years".
            let linked = at.end <= hit.start && between.len() <= 3 || tokens.says(between.clone(), "for|since");
            whole && linked && between.len() <= 7 && !passage.clause_breaks(between)
        });
        let Some((period, at)) = years else { continue };
        let least = passage.hits(LEAST_YEARS).any(|h| h.range().end <= at.start && at.start - h.range().end <= 6);
        let conditional = passage.hits(IF).any(|h| h.range().end <= hit.start.min(at.start)) && !passage.has(FAIL);
        // "The scheme has been in operation for 5 years" and "trade waste" are no history of a bidder.
        let bidder = passage.has(crate::language::whose::BIDDER) || around::asked_around(passage);
        let other = tokens.is(hit.end, "waste|union|unions|association|mark|marks|standards");
        if !least || conditional || other || !bidder || buyers_own(passage, &hit) {
            continue;
        }
        let span = hit.start.min(at.start)..hit.end.max(at.end);
        let Some(stance) = demand(passage, &span, &[]) else { continue };
        let fact = Fact::new("finance.trading_years", passage.place(&[&span])).amount(period.years(), "years");
        facts.add(fact.stance(stance).conditions(around::conditions(passage)));
        return;
    }
}

/// Where a passage speaks of organisations without years of accounts; "for not less than five years" does not.
fn newcomer(passage: &Passage) -> Option<Range<usize>> {
    let tokens = passage.tokens();
    let least =
        |at: &Range<usize>| tokens.is(at.end - 1, "less|fewer") && at.len() > 1 && tokens.is(at.end - 2, "not|no");
    passage.hits(NEW).map(Hit::range).find(|at| !least(at)).or_else(|| passage.first(NEW_NAME))
}

/// What new organisations may show instead.
fn new_organisations(passage: &Passage, facts: &mut Facts) {
    if !passage.may_concern(&[NEW, NEW_NAME]) {
        return;
    }
    let lead = passage.lead_ins().next().filter(|l| l.has_any(&[NEW, NEW_NAME]));
    let new = newcomer(passage);
    if new.is_none() && lead.is_none() {
        return;
    }
    // A new supplier's bank letter may be for its first invoice.
    let finances = |p: &Passage| p.has_any(&[ACCOUNTS, PLAIN, TURNOVER, around::STANDING]);
    let matter = passage.has(NEW)
        || finances(passage)
        || passage.headings().any(|h| finances(&h))
        || passage.lead_ins().any(|lead| finances(&lead))
        || passage.before().is_some_and(|b| b.block == passage.block && finances(&b));
    // Their offer stands in the same sentence or in the next.
    let offer = near(passage).into_iter().take(2).find(|p| p.has(INSTEAD));
    let Some(offer) = offer.filter(|_| matter) else { return };
    // A row of a table asks by being there.
    let row = offer.in_row();
    let asks = row || offer.has_any(&[ASK, MUST, MAY]) || around::asked_around(passage);
    let excluded = new.is_some_and(|new| passage.has(FAIL) && !passage.clause_breaks(new.start..passage.range.end));
    if !asks || excluded {
        return;
    }
    let place = if offer.range == passage.range && offer.block == passage.block { passage } else { &offer };
    let fact = Fact::new("finance.new_business_route", place.whole_place()).stance(Stance::Offered);
    // "New companies are to submit two years of accounts": the years that are enough.
    let years = place.periods().find(|(p, at)| {
        let accounts = place.first(ACCOUNTS).or_else(|| place.first(PLAIN));
        p.unit == Unit::Years && accounts.is_some_and(|a| a.between(at).len() <= 4)
    });
    facts.add(if let Some((years, _)) = years { fact.amount(years.amount, "years") } else { fact });
}

/// FIN-4.
pub fn judge(case: &Case, findings: &mut Findings) {
    let route: Vec<usize> = case.with("finance.new_business_route", Stance::Offered);
    audited(case, findings);
    history(case, findings, !route.is_empty());
    trading_history(case, findings, !route.is_empty());
    if !route.is_empty() {
        findings.add(Draft::enabler("enabler.new-organisations").facts(route));
    }
}

fn audited(case: &Case, findings: &mut Findings) {
    let rule = "finance.audited-accounts";
    let asked = case.asked("finance.audited_accounts").filter(|(_, f)| {
        let free = [Condition::WhereRequiredByLaw, Condition::IfApplicable];
        !free.iter().any(|c| f.has(*c))
    });
    // "Organisations that need no audit may send unaudited accounts."
    let open = case.has("finance.audited_accounts", Stance::RuledOut);
    let (soft, strict): (Vec<_>, Vec<_>) = asked.partition(|(_, f)| {
        open || f.equivalent == Some(true) || f.has(Condition::OtherEvidence) || f.stance == Stance::Preferred
    });
    let (during, at_bid): (Vec<_>, Vec<_>) = strict.into_iter().partition(|(_, f)| f.details.has("when"));
    if !at_bid.is_empty() {
        let law = case.law_binds("pa23-22-3-a");
        let draft = Draft::barrier(rule, if law { High } else { Medium }).facts(at_bid.iter().map(|a| a.0));
        findings.add(if law { draft.variant("law") } else { draft });
    } else if !soft.is_empty() {
        findings.add(Draft::barrier(rule, Low).variant("equivalent").facts(soft.iter().map(|a| a.0)));
    }
    if !during.is_empty() {
        findings.add(Draft::barrier(rule, Medium).variant("during").facts(during.iter().map(|a| a.0)));
    }
}

fn history(case: &Case, findings: &mut Findings, route: bool) {
    let rule = "finance.history";
    let most = case.threshold(rule, "most_years");
    let asked =
        |years: f64| -> Vec<usize> { case.asked("finance.accounts_years").that(&|f| f.number() == Some(years)) };
    let all = case.asked("finance.accounts_years").filter_map(|(_, f)| f.number());
    let Some(years) = all.max_by(f64::total_cmp) else { return };
    let draft = |severity: Severity| Draft::barrier(rule, severity).arg("years", grouped(years)).facts(asked(years));
    let soft = asked(years).iter().all(|&i| case.facts[i].has(Condition::OtherEvidence));
    if years > most {
        let law = case.law_binds("pcr15-60-6") || case.law_binds("pcsr15-61");
        findings.add(if law { draft(High).variant("law") } else { draft(if route { Medium } else { High }) });
    } else if years >= most && !route && !soft {
        findings.add(draft(Medium));
    }
}

fn trading_history(case: &Case, findings: &mut Findings, route: bool) {
    let rule = "finance.history";
    let longest = case
        .asked("finance.trading_years")
        .max_by(|a, b| a.1.number().partial_cmp(&b.1.number()).unwrap_or(std::cmp::Ordering::Equal));
    let Some((index, fact)) = longest else { return };
    let Some(years) = fact.number() else { return };
    let severity = if years >= case.threshold(rule, "long_trading") { High } else { Medium };
    let severity = if route || fact.has(Condition::OtherEvidence) { softer(severity) } else { severity };
    let draft = Draft::barrier(rule, severity).variant("trading").arg("years", grouped(years));
    findings.add(draft.fact(index));
}
