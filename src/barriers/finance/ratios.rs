//! Ratios, profit and net assets.

use std::ops::Range;

use super::around::{self, ASK, FAIL, buyers_own, demand, softer};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList, Hit};
use crate::language::money::Per;
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::stance::MUST;
use crate::language::token::TokenKind;
use crate::list::Listed;
use crate::report::Severity;
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// Ratios by the names that facts give them.
const RATIOS: [(&str, Cue); 3] = [
    ("current", Cue::named("finance.ratio.current")),
    ("acid_test", Cue::named("finance.ratio.acid-test")),
    ("gearing", Cue::named("finance.ratio.gearing")),
];
/// What makes a liquidity ratio an acid test.
const LESS_STOCK: Cue = Cue::named("finance.less-stock");
/// A ratio, whichever was named before.
const RATIO: Cue = Cue::named("finance.ratio");
/// How a ratio is worked out.
const FORMULA: Cue = Cue::aside("finance.formula");
/// Being in profit.
const PROFIT: Cue = Cue::named("finance.profit");
/// Net assets and reserves.
const NET_ASSETS: Cue = Cue::named("finance.net-assets");
/// More than nothing.
const POSITIVE: Cue = Cue::named("finance.positive");

/// The theme's cues.
pub const CUES: &CueList = &[
    (LESS_STOCK, &["assets less|minus|excluding stock|stocks|inventory|inventories"]),
    (
        RATIOS[0].1,
        &[
            "current ratio|ratios",
            "liquidity ratio|ratios?",
            "working capital ratio",
            "current assets ~4 current liabilities",
        ],
    ),
    (RATIOS[1].1, &["acid test ratio?", "quick|acid ratio", "quick asset|assets ratio"]),
    (RATIOS[2].1, &["gearing ratio?", "debt to? equity ratio?", "leverage ratio"]),
    (RATIO, &["ratio|ratios|result|answer|figure"]),
    (FORMULA, &["formula|calculated|calculation|calculations|divided|defined|computed"]),
    (
        PROFIT,
        &[
            "made|make|makes|making|shown|show|returned|return|report|reported|positive|operating|net a? profit|profits|surplus",
            "profitable|profitability",
            "profit in each|every|all|the|any",
            "not ~3 made a? loss|losses",
        ],
    ),
    (
        NET_ASSETS,
        &[
            "net current|tangible? assets|worth",
            "shareholders|shareholder funds|equity",
            "free|unrestricted|general|cash|minimum|adequate|sufficient|available reserves",
            "reserves of|equal|equivalent|exceeding|amounting",
            "balance sheet value",
            "net asset position|value|balance",
        ],
    ),
    (POSITIVE, &["positive|greater ~2 zero|nil", "positive", "not be? negative"]),
];

/// No test asks for a ratio above this.
const MOST: f64 = 20.0;

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    ratios(passage, facts);
    profit(passage, facts);
    net_assets(passage, facts);
}

/// The ratios that a passage names, in order.
fn named(passage: &Passage) -> Vec<(&'static str, Range<usize>)> {
    if !passage.has_any(&RATIOS.map(|ratio| ratio.1)) {
        return vec![];
    }
    let name = |h: &Hit| RATIOS.iter().find(|r| r.1 == h.cue).map(|r| (r.0, h.range()));
    let mut out: Vec<(&'static str, Range<usize>)> = passage.all_hits().filter_map(name).listed();
    // "The current ratio of staff to children" is none of money.
    let tokens = passage.tokens();
    let level = "at|no|not|less|more|greater|a|minimum";
    let of_people = |at: &Range<usize>| {
        tokens.is(at.end, "of") && tokens.kind(at.end + 1) == Some(TokenKind::Word) && !tokens.is(at.end + 1, level)
    };
    out.retain(|(_, at)| !of_people(at));
    out.dedup_by(|later, earlier| later.0 == earlier.0 || later.1.start < earlier.1.end);
    if passage.has(LESS_STOCK) {
        out.iter_mut().filter(|r| r.0 == "current").for_each(|r| r.0 = "acid_test");
    }
    out
}

fn ratios(passage: &Passage, facts: &mut Facts) {
    so_many(passage, facts);
    let own = named(passage);
    // A level is one of a ratio that is named here, or in what stands around; most passages have neither.
    let around = || passage.may_concern(&RATIOS.map(|r| r.1)) && passage.context().any(|p| !named(&p).is_empty());
    if own.is_empty() && (!passage.has(RATIO) && !around() || buyers_own(passage, &passage.range)) {
        return;
    }
    let mut valued: Vec<&str> = vec![];
    for (value, at) in levels(passage) {
        let before = own.iter().rfind(|(_, n)| n.end <= at.start);
        let (name, span) = match before {
            Some((name, noun)) if at.start - noun.end <= 30 => (*name, noun.start..at.end),
            // "If the answer is one or more it is a pass", "the acceptable range for the ratio is 1.15 or more".
            None if passage.has(RATIO) => {
                let earlier = passage.before().map(|b| named(&b)).unwrap_or_default();
                let Some((name, _)) = earlier.last() else { continue };
                let noun = passage.last(RATIO, at.start);
                (*name, noun.map_or(at.start, |n| n.start)..at.end)
            }
            None => {
                let around = passage
                    .row_label()
                    .into_iter()
                    .chain(passage.head_at(at.start))
                    .chain(passage.lead_ins())
                    .chain(passage.headings().take(1));
                let Some(name) = around.flat_map(|p| named(&p)).map(|n| n.0).next() else { continue };
                (name, passage.range.clone())
            }
            Some(_) => continue,
        };
        let stance = demand(passage, &span, &[]).unwrap_or(Stance::Required);
        if stance == Stance::RuledOut || valued.contains(&name) {
            continue;
        }
        valued.push(name);
        let fact = Fact::new("finance.ratio", passage.place(&[&span])).amount(value, "ratio").detail("name", name);
        facts.add(fact.stance(stance).lot(around::lot(passage, at.start)).conditions(conditions(passage)));
    }
    // Ratios that are asked for and have no level here.
    let list = passage.lead_ins().any(|l| l.has(RATIO) && l.has_any(&[ASK, MUST]));
    let asks = passage.has(ASK) && passage.has(RATIO) && !passage.has(FAIL) || list;
    if passage.has(FORMULA) || !asks || !valued.is_empty() || around::question(passage) {
        return;
    }
    for (name, at) in own {
        let stance = demand(passage, &at, &[]).unwrap_or(Stance::Required);
        facts.add(Fact::new("finance.ratio", passage.whole_place()).detail("name", name).stance(stance));
    }
}

/// "Bidders must pass two out of the three ratios above."
fn so_many(passage: &Passage, facts: &mut Facts) {
    if !passage.has(RATIO) {
        return;
    }
    let tokens = passage.tokens();
    let ratios = |at: usize| tokens.says(at..at + 4, "ratio|ratios");
    let digit = |at: usize| tokens.number(at, false).filter(|n| (1.0..=9.0).contains(&n.value));
    for at in passage.range.clone() {
        let Some(passed) = digit(at) else { continue };
        let mut next = passed.end + usize::from(tokens.is(passed.end, "out"));
        if !tokens.is(next, "of") {
            continue;
        }
        next += 1;
        next += usize::from(tokens.is(next, "the|these"));
        let Some(all) = digit(next).filter(|all| all.value >= passed.value && ratios(all.end)) else { continue };
        let range = at..all.end;
        // "Where two of the three are not met" is what follows, not the test.
        let Some(stance) = demand(passage, &range, &[]).filter(|s| *s == Stance::Required) else { continue };
        let fact = Fact::new("finance.ratio", passage.evidence(&[&range])).named(format!(
            "{} of {}",
            grouped(passed.value),
            grouped(all.value)
        ));
        facts.add(fact.detail("name", "other").stance(stance).conditions(conditions(passage)));
        return;
    }
}

/// What softens a ratio; "greater than or equal to" is no equivalent.
fn conditions(passage: &Passage) -> Vec<Condition> {
    around::conditions(passage).into_iter().filter(|c| *c != Condition::OrEquivalent).listed()
}

/// Levels that a ratio may have to reach: "no lower than 1.0", ">1.15", "1.2:1", "greater than or equal to one", "100%".
fn levels(passage: &Passage) -> Vec<(f64, Range<usize>)> {
    let tokens = passage.tokens();
    let mut out = vec![];
    let mut at = passage.range.start;
    while at < passage.range.end {
        let Some(number) = tokens.number(at, false).filter(|n| !n.multiplied) else {
            at += 1;
            continue;
        };
        let end = number.end;
        let spotted = passage.quantities().find(|q| q.range().contains(&at));
        let end = spotted.map_or(end, |q| end.max(q.end as usize));
        let value = match spotted.map(|q| q.what) {
            Some(Quantity::Percent(p)) => Some(p.share / 100.0),
            Some(Quantity::Number(n)) => Some(n),
            None => Some(number.value),
            _ => None,
        };
        // "1.2:1" and "1.2 to 1"
        let to_one =
            (tokens.kind(end) == Some(TokenKind::Colon) || tokens.is(end, "to")) && tokens.word(end + 1) == "1";
        let compared = |i: usize| {
            tokens.is(i, "than|least|of|exceed|exceeding|below|above|minimum|be|to|is|over|under")
                || matches!(tokens.kind(i), Some(TokenKind::Operator | TokenKind::Colon))
        };
        let before = (at.saturating_sub(2).max(passage.range.start)..at).any(compared) || !tokens.same_cell(at);
        let behind = tokens.is(end, "or") && tokens.is(end + 1, "more|better|above|higher|greater|less|lower|over");
        let counted = tokens.is(end, "year|years|month|months|days|ratios|of|financial|x|times|sets")
            || tokens.kind(end) == Some(TokenKind::Slash);
        let level = value.filter(|v| (0.05..=MOST).contains(v) && (before || behind || to_one) && !counted);
        out.extend(level.map(|level| (level, at..if to_one { end + 2 } else { end })));
        at = if to_one { end + 2 } else { end.max(at + 1) };
    }
    out
}

/// "Must have made a profit in each of the last three years".
fn profit(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(PROFIT) else { return };
    if passage.has(FORMULA) && !passage.has(FAIL) || around::question(passage) || buyers_own(passage, &at) {
        return;
    }
    // What is only to be sent in, "profit and loss", is no test.
    let tested =
        passage.has(FAIL) || passage.stance(&at) == Some(Stance::Required) && passage.periods().next().is_some();
    let tokens = passage.tokens();
    let statement = tokens.is(at.end, "and|margin|share|sharing|for");
    let matter =
        passage.has(around::STANDING) || around::asked_around(passage) || passage.has(crate::language::whose::BIDDER);
    if !tested || statement || !matter || passage.has(Cue::named("finance.accounts")) {
        return;
    }
    let stance = if around::ruled_out(passage, &at, &[]) { Stance::RuledOut } else { Stance::Required };
    let fact = Fact::new("finance.ratio", passage.place(&[&at])).detail("name", "other").detail("test", "profit");
    facts.add(fact.stance(stance).conditions(conditions(passage)));
}

fn net_assets(passage: &Passage, facts: &mut Facts) {
    for at in passage.hits(NET_ASSETS).map(Hit::range) {
        if buyers_own(passage, &at) {
            continue;
        }
        let fits = |m: &crate::language::money::Money| matches!(m.per, None | Some(Per::Year)) && m.amount >= 100.0;
        let money = passage.money().find(|(m, r)| {
            let behind = r.start >= at.end && r.start - at.end <= 12 && !passage.clause_breaks(at.end..r.start);
            let ahead = r.end <= at.start && at.start - r.end <= 2;
            m.said && fits(m) && (behind || ahead)
        });
        let positive = passage.hits(POSITIVE).any(|h| {
            let h = h.range();
            h.end <= at.start && at.start - h.end <= 2 || h.start >= at.end && h.start - at.end <= 4
        });
        let (value, currency, span) = match money {
            Some((m, r)) => (m.amount, m.currency, at.start.min(r.start)..at.end.max(r.end)),
            None if positive => (0.0, "GBP", at.clone()),
            None => continue,
        };
        let Some(stance) = demand(passage, &span, &[]).filter(|s| *s != Stance::RuledOut) else { continue };
        let fact = Fact::new("finance.net_assets", passage.place(&[&span])).amount(value, currency).stance(stance);
        facts.add(fact.lot(around::lot(passage, span.start)).conditions(conditions(passage)));
        return;
    }
}

/// FIN-3.
pub fn judge(case: &Case, findings: &mut Findings) {
    liquidity(case, findings);
    gearing(case, findings);
    profits(case, findings);
    assets(case, findings);
    unstated(case, findings);
}

const RULE: &str = "finance.ratios";

fn of<'a>(case: &Case<'a>, name: &str) -> Vec<(usize, &'a Fact)> {
    case.asked("finance.ratio").filter(|(_, f)| f.details.get("name").is_some_and(|n| n == name)).listed()
}

/// Softer where a low figure may be explained: what is said of one ratio is meant of all.
fn weighed(case: &Case, severity: Severity, fact: &Fact) -> Severity {
    let explained = case.asked("finance.ratio").any(|(_, f)| f.has(Condition::OtherEvidence));
    let soft = explained || fact.has(Condition::OtherEvidence) || fact.stance == Stance::Preferred;
    if soft { softer(severity) } else { severity }
}

fn liquidity(case: &Case, findings: &mut Findings) {
    for (name, variant) in [("current", "current"), ("acid_test", "acid-test")] {
        let highest = of(case, name).into_iter().filter_map(|(i, f)| Some((i, f, f.number()?)));
        let Some((index, fact, level)) = highest.max_by(|a, b| a.2.total_cmp(&b.2)) else { continue };
        let severity = if level > case.threshold(RULE, "high") {
            High
        } else if level > case.threshold(RULE, "medium") {
            Medium
        } else {
            Low
        };
        let draft = Draft::barrier(RULE, weighed(case, severity, fact)).variant(variant).arg("level", exact(level));
        findings.add(draft.figure("demand", level, "ratio").fact(index));
    }
}

fn gearing(case: &Case, findings: &mut Findings) {
    let levels = of(case, "gearing").into_iter().filter_map(|(i, f)| Some((i, f.number()?)));
    if let Some((index, level)) = levels.min_by(|a, b| a.1.total_cmp(&b.1)) {
        let percent = grouped(level * 100.0);
        findings.add(Draft::barrier(RULE, Low).variant("gearing").arg("level", percent).fact(index));
    }
}

fn profits(case: &Case, findings: &mut Findings) {
    let tests = of(case, "other").into_iter().filter(|(_, f)| f.details.get("test").is_some_and(|t| t == "profit"));
    let tests: Vec<(usize, &Fact)> = tests.listed();
    if let Some((_, fact)) = tests.first() {
        findings
            .add(Draft::barrier(RULE, weighed(case, Medium, fact)).variant("profit").facts(tests.iter().map(|t| t.0)));
    }
}

fn assets(case: &Case, findings: &mut Findings) {
    for demand in case.demands("finance.net_assets") {
        let amount = pounds(demand.amount);
        let draft = |draft: Draft| {
            draft.arg("amount", amount.clone()).lot(demand.lot.as_deref()).facts(demand.facts.iter().copied())
        };
        if demand.amount == 0.0 {
            findings.add(draft(Draft::barrier(RULE, Low).variant("positive-assets")));
            continue;
        }
        let Some(annual) = demand.annual else {
            findings.add(draft(Draft::query(RULE).variant("assets-query")));
            findings.undecided(RULE, "undecided");
            continue;
        };
        let share = demand.amount / annual.amount;
        let severity = if share > case.threshold(RULE, "assets_high") {
            High
        } else if share > case.threshold(RULE, "assets_medium") {
            Medium
        } else {
            continue;
        };
        let fact = &case.facts[demand.facts[0]];
        let barrier = draft(Draft::barrier(RULE, weighed(case, severity, fact)).variant("assets"))
            .arg("annual", pounds(annual.amount.round()))
            .arg("percent", grouped((share * 100.0).round()))
            .test("test-assets")
            .figure("demand", demand.amount, "GBP")
            .figure("annual_value", annual.amount, "GBP");
        findings.add(barrier);
    }
}

/// Ratios that are asked for with no level anywhere, where the law wants methods and criteria to be stated.
fn unstated(case: &Case, findings: &mut Findings) {
    if !case.law_binds("pcr15-58-10") && !case.law_binds("pcsr15-59-11") {
        return;
    }
    let all: Vec<(usize, &Fact)> = case.asked("finance.ratio").listed();
    let stated = all.iter().any(|(_, f)| f.value.is_some() || f.details.has("test"));
    if !stated && !all.is_empty() {
        findings.add(Draft::query(RULE).variant("unstated").facts(all.iter().map(|a| a.0)));
    }
}

/// A ratio as people write it: two decimals at most.
fn exact(level: f64) -> String {
    let hundredths = (level * 100.0).round() as u64;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
