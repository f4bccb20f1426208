//! Security: guarantees of a parent, bonds, and what a supplier must pay for before it is paid.

use std::ops::Range;

use super::around::{self, FAIL, IF, buyers_own, demand, question, ruled_out};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::document::Kind;
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList, Hit};
use crate::language::money::Per;
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::{MAY, MUST};
use crate::language::whose::{BIDDER, BUYER};
use crate::list::Listed;
use crate::report::{Nature, Severity};
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// A guarantee by another company.
const GUARANTEE: Cue = Cue::named("finance.guarantee");
/// Words by which it is to be given.
const GIVE: Cue = Cue::aside("finance.give");
/// Bonds of every kind.
const BOND: Cue = Cue::named("finance.bond");
/// The word alone: a bond only where it names a line.
const BARE_BOND: Cue = Cue::named("finance.bond-alone");
/// Bonds by the names that the detail `type` gives.
const KINDS: [(&str, Cue); 4] = [
    ("performance", Cue::named("finance.bond.performance")),
    ("bid", Cue::named("finance.bond.bid")),
    ("advance_payment", Cue::named("finance.bond.advance")),
    ("retention", Cue::named("finance.bond.retention")),
];
/// Payable at the first call.
const ON_DEMAND: Cue = Cue::named("finance.on-demand");
/// Bonds that are none: pensions, rent, labour, glue.
const NO_BOND: Cue = Cue::aside("finance.no-bond");
/// One security instead of another.
const ALTERNATIVE: Cue = Cue::aside("finance.alternative-security");
/// Only some are asked for it: those with a parent, those who rely on one, those whose accounts are weak.
const ONLY_SOME: Cue = Cue::aside("finance.only-some");
/// At the supplier's cost.
const OWN_COST: Cue = Cue::named("finance.own-cost");
/// What it takes to begin.
const SET_UP: Cue = Cue::aside("finance.set-up");
/// Small things that suppliers bring.
const EQUIPMENT: Cue = Cue::aside("finance.equipment");
/// Money to live on until the first payment.
const WORKING_CAPITAL: Cue = Cue::named("finance.working-capital");

/// The theme's cues.
pub const CUES: &CueList = &[
    (
        GUARANTEE,
        &[
            "parent company|body|organisation? guarantee|guarantees",
            "pcg|pcgs",
            "guarantee|guarantees|guaranteed from|by|of|executed|given|provided ~4 parent|holding|guarantor|ultimate|group",
            "parent|holding|group|ultimate company? ~6 guarantee|guarantees",
            "guarantor ~6 guarantee",
            "deed of guarantee",
            "call off|framework|contract guarantee",
        ],
    ),
    (
        GIVE,
        &[
            "provide|provides|provided|give|gives|given|deliver|delivers|delivered|procure|procures|execute|executed|obtain|obtaining|obtained",
            "secure|furnish|supply|submit|enter|entered|put|lodge|bring|have",
            "in place",
            "require|requires|required|request|requested|mandatory|need|needs|needed|ask|asks|asked|commit|offer",
        ],
    ),
    (
        BOND,
        &[
            "performance|bid|tender|tendering|advance|retention|payment|surety|completion|defects|maintenance|mobilisation payment? bond|bonds|security",
            "bond|bonds from|by|with ~5 bank|insurer|surety|institution",
            "a|an|the|no|any|demand bond|bonds",
            "bond|bonds of|for|equal|is|are|will|shall|must|may",
            "bank|performance|banker|bankers guarantee|guarantees",
            "security deposit",
            "deposit of|equal",
        ],
    ),
    (BARE_BOND, &["bond|bonds"]),
    (KINDS[0].1, &["performance bond|bonds|guarantee|security", "completion|defects|maintenance bond|bonds"]),
    (KINDS[1].1, &["bid|tender|tendering bond|bonds|security|deposit"]),
    (KINDS[2].1, &["advance payment? bond|bonds|guarantee"]),
    (KINDS[3].1, &["retention bond|bonds"]),
    (ON_DEMAND, &["on demand", "first demand|call"]),
    (
        NO_BOND,
        &[
            "pension|pensions|pensionable|lgps|admission|admitted|actuary|actuarial",
            "social|impact|development|green|rent|rental|savings|premium|chemical|thermal bond|bonds",
            "tenant|tenants|tenancy|landlord|landlords|homeless|homelessness|rent|rents",
            "bonded|bonding",
            "refundable|key|keys|vehicle|hall deposit",
        ],
    ),
    (
        ALTERNATIVE,
        &[
            "instead|alternative|alternatively|alternatives",
            "in lieu|place of",
            "or an? ~3 other? security|bond|guarantee|deposit",
            "mitigating|mitigate|mitigation",
            "some form of other assurance",
            "form|forms of security|assurance",
            "e g",
            "such as|including",
        ],
    ),
    (
        ONLY_SOME,
        &[
            "if|where|when|should|unless ~10 parent|group|guarantor|required|necessary|requested|weak|concerns|fails|standing|assessment|risk|score|criteria|appropriate|applicable",
            "relies|relied|rely|relying|reliance ~8 parent|group|company|entity",
            "may|might|could ~3 be ~2 required|asked|requested|sought|needed",
            "may|might|could ~2 require|ask|request|seek",
            "reserves ~2 right",
            "subsidiary|subsidiaries",
            "part of a ~3 group",
            "where they have one",
            "at the? ~3 discretion",
            "only from|where|if|when",
            "right to require|request|seek|ask",
        ],
    ),
    (
        OWN_COST,
        &[
            "own cost|costs|expense|expenses",
            "at no|nil|without ~2 cost|charge|expense to|for the? council|authority|buyer|client|customer|trust",
            "supplier|contractor|provider|suppliers|contractors|providers expense|cost",
            "bear|bears|borne|meet|meets|met|fund|funds|funded|finance|finances|pay|pays|absorb ~4 cost|costs|expense|expenses|investment",
            "cost|costs|expense|expenses ~12 met|borne|paid|funded by the? supplier|contractor|provider|operator|bidder|tenderer",
            "own money|funds|resources|capital",
            "responsible for ~8 cost|costs|funding|financing|purchase|purchasing",
            "responsible for|must|shall|will funding|financing|fund|finance|purchase|buy|lease",
        ],
    ),
    (
        SET_UP,
        &[
            "mobilisation|mobilising|setup|implementation|transition",
            "set up|ups",
            "setting up",
            "start up|ups",
            "vehicle|vehicles|minibus|minibuses|fleet|vans|lorries",
            "premises|building|buildings|depot|property|accommodation|lease",
            "fit out",
            "capital cost|costs|investment|expenditure|outlay",
        ],
    ),
    (
        EQUIPMENT,
        &["equipment|plant|machinery|furniture|stock|uniforms|uniform|tools|software|hardware|laptops|materials"],
    ),
    (WORKING_CAPITAL, &["working capital", "cash flow support", "fund ~3 cash flow"]),
];

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    guarantee(passage, facts);
    bond(passage, facts);
    self_funding(passage, facts);
}

/// Words in which a contract gives something: "shall deliver", "will be executed".
fn stance_of(passage: &Passage, at: &Range<usize>) -> Option<Stance> {
    let some = passage.has(ONLY_SOME);
    demand(passage, at, &[]).or_else(|| (will(passage) || some || passage.has(FAIL)).then_some(Stance::Required))
}

/// "Will be executed", "is to lodge".
fn will(passage: &Passage) -> bool {
    let tokens = passage.tokens();
    let to_be = |i: usize| tokens.is(i, "is|are") && tokens.is(i + 1, "to");
    passage.says("will|shall|undertakes|agrees") || passage.range.clone().any(to_be)
}

fn guarantee(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(GUARANTEE) else { return };
    if is_option(passage) && passage.has(GIVE) {
        facts.add(option("finance.parent_guarantee", passage));
        return;
    }
    if passage.is_blank() || buyers_own(passage, &at) || definition(passage) {
        return;
    }
    if ruled_out(passage, &at, &[BOND]) {
        let place = passage.whole_place();
        facts.add(Fact::new("finance.parent_guarantee", place).stance(Stance::RuledOut));
        return;
    }
    // Named as a way out of another test, it is an offer.
    let lead = passage.before().or_else(|| passage.lead_ins().next());
    let offered = question(passage)
        || passage.each(GIVE).any(|h| passage.tokens().is(h.start, "offer"))
        || passage.has(ALTERNATIVE) && !passage.has(MUST)
        || lead.is_some_and(|l| l.has(ALTERNATIVE) && !passage.has(MUST));
    // "The guarantee will be in the form of Schedule 7" asks for nothing more.
    let form = (at.end..at.end + 5).find(|&i| passage.tokens().is(i, "form"));
    let gives = passage.each(GIVE).any(|h| form.is_none_or(|f| h.start < f));
    let given = gives || passage.lead_in_has(GIVE);
    let stance = if offered { Some(Stance::Offered) } else { stance_of(passage, &at).filter(|_| given) };
    let Some(stance) = stance else { return };
    let mut conditions = around::conditions(passage);
    if (passage.has(ONLY_SOME) || limited_by(passage)) && !conditions.contains(&Condition::IfApplicable) {
        conditions.push(Condition::IfApplicable);
    }
    // "a bond or a guarantee" leaves a choice, "a bond and a guarantee" does not.
    let either = passage.each(BOND).any(|b| b.between(&at).any(|i| passage.tokens().is(i, "or")));
    if either || passage.has(ALTERNATIVE) {
        conditions.push(Condition::OtherEvidence);
    }
    conditions.dedup();
    let fact = Fact::new("finance.parent_guarantee", passage.whole_place()).stance(stance);
    facts.add(fact.lot(around::lot(passage, at.start)).conditions(conditions));
}

/// Whether it is one of several wordings that a form offers: "[Not applicable] or", "[A guarantee is given]".
///
/// The form leaves open which of them holds; of one that says nothing else, nothing is chosen.
fn is_option(passage: &Passage) -> bool {
    let block = |p: &Passage| p.reading.whole(p.block).text().trim().to_ascii_lowercase();
    let or = |text: &str| text.starts_with('[') && (text.ends_with("] or") || text.ends_with("or]"));
    let own = block(passage);
    let before = || passage.block.checked_sub(1).is_some_and(|b| or(&block(&passage.reading.whole(b))));
    own.starts_with('[') && !crate::words::mentions(&own, "insert") && (or(&own) || own.ends_with(']') && before())
}

/// What a form offers and leaves open.
fn option(kind: &'static str, passage: &Passage) -> Box<Fact> {
    let fact = Fact::new(kind, passage.whole_place()).named("optional").stance(Stance::Required);
    fact.conditions([Condition::IfApplicable])
}

/// Whether the words that introduce it make it a case among others: "If the check shows a risk, we may ask for:".
fn limited_by(passage: &Passage) -> bool {
    passage.lead_ins().any(|l| l.has(ONLY_SOME) || l.has(IF) && l.has(MAY))
}

/// Whether it only says what a word means.
fn definition(passage: &Passage) -> bool {
    passage.says("means|mean|definition")
}

fn bond(passage: &Passage, facts: &mut Facts) {
    // "Bond: not required"
    let bare = || passage.first(BARE_BOND).filter(|at| at.start == passage.range.start && passage.range.len() <= 6);
    let Some(at) = passage.first(BOND).or_else(bare) else { return };
    let tokens = passage.tokens();
    let names = tokens.says(at.clone(), "bond|bonds|guarantee|guarantees|deposit|security");
    let pension = passage.has(NO_BOND) || passage.headings().any(|h| h.has(NO_BOND)) || passage.before_has(NO_BOND);
    let parent = passage.first(GUARANTEE).is_some_and(|g| g.start <= at.start && at.end <= g.end);
    if names && !pension && !parent && is_option(passage) {
        facts.add(option("finance.bond", passage));
        return;
    }
    if !names || pension || parent || passage.is_blank() || buyers_own(passage, &at) || definition(passage) {
        return;
    }
    if tokens.is(at.start, "no") || ruled_out(passage, &at, &[GUARANTEE]) {
        facts.add(Fact::new("finance.bond", passage.whole_place()).stance(Stance::RuledOut));
        return;
    }
    let close = |r: &Range<usize>| {
        let gap = if r.start >= at.end { r.start - at.end } else { at.start.saturating_sub(r.end) };
        gap <= 14
    };
    let percent = passage.percents().find(|(p, r)| *p <= 100.0 && close(r));
    let money = passage.money().find(|(m, r)| m.said && m.per.is_none() && m.amount >= 100.0 && close(r));
    let only_instead = (passage.has(ALTERNATIVE) || passage.has(GUARANTEE)) && !passage.has(MUST);
    let stance = if only_instead || question(passage) { Some(Stance::Offered) } else { stance_of(passage, &at) };
    // "Performance bond | 10% of the contract sum"
    let beside = |r: &Range<usize>| r.start >= at.end && r.start - at.end <= 2;
    let amount = percent.as_ref().is_some_and(|p| beside(&p.1)) || money.as_ref().is_some_and(|m| beside(&m.1));
    let row = amount && matches!(passage.kind(), Kind::Row { .. } | Kind::Field { .. });
    let Some(stance) = stance.or(row.then_some(Stance::Required)) else { return };
    let ends = [percent.as_ref().map(|p| &p.1), money.as_ref().map(|m| &m.1)];
    let span = ends.into_iter().flatten().fold(at.clone(), |s, r| s.start.min(r.start)..s.end.max(r.end));
    let mut fact =
        Fact::new("finance.bond", passage.place(&[&span])).stance(stance).lot(around::lot(passage, at.start));
    match (percent, money) {
        (Some((share, _)), _) => fact = fact.amount(share, "percent"),
        (None, Some((money, _))) => fact = fact.amount(money.amount, money.currency),
        (None, None) => {
            let share = passage.defined("bond").and_then(|d| d.percents().next());
            fact = if let Some((share, _)) = share { fact.amount(share, "percent") } else { fact };
        }
    }
    if let Some((kind, _)) = KINDS.iter().find(|k| passage.has(k.1)) {
        fact = fact.detail("type", *kind);
    }
    if passage.has(ON_DEMAND) {
        fact = fact.detail("on_demand", "yes");
    }
    let mut conditions = around::conditions(passage);
    if passage.has(ONLY_SOME) && !conditions.contains(&Condition::IfApplicable) {
        conditions.push(Condition::IfApplicable);
    }
    facts.add(fact.conditions(conditions));
}

/// What must be paid for before the first payment.
fn self_funding(passage: &Passage, facts: &mut Facts) {
    if !passage.has_any(&[WORKING_CAPITAL, OWN_COST]) || passage.is_blank() || question(passage) {
        return;
    }
    let capital = passage.first(WORKING_CAPITAL).filter(|at| {
        let ratio = passage.tokens().is(at.end, "ratio");
        !ratio && passage.stance(at) == Some(Stance::Required)
    });
    let paid = passage.hits(OWN_COST).map(Hit::range).find_map(|cost| {
        let near = |cue: Cue| {
            passage.hits(cue).map(Hit::range).find(|h| {
                let gap = if h.end <= cost.start { h.end..cost.start } else { cost.end..h.start.max(cost.end) };
                gap.len() <= 16 && !passage.clause_breaks(gap)
            })
        };
        let set_up = near(SET_UP).map(|t| (t, "set_up"));
        let thing = set_up.or_else(|| near(EQUIPMENT).map(|t| (t, "equipment")));
        thing.map(|(t, name)| (cost.start.min(t.start)..cost.end.max(t.end), name))
    });
    let (at, what) = match (capital, paid) {
        (Some(at), _) => (at, "working_capital"),
        (None, Some((at, what))) => (at, what),
        (None, None) => return,
    };
    let party = |cue: Cue| passage.hits(cue).map(|h| h.range().end).filter(|&e| e <= at.start).max();
    let buyer_pays = party(BUYER) > party(BIDDER);
    let required =
        passage.has(MUST) || passage.lead_in_has(MUST) || passage.says("responsible|expected") || will(passage);
    let repair = passage.says("repair|replace|replacement|defect|defects|defective|remedy|rectify|insure|insurance|damage|damaged|breach|failure");
    if !required || repair || buyer_pays || ruled_out(passage, &at, &[]) {
        return;
    }
    let money = passage.money().find(|(m, r)| {
        let gap = if r.start >= at.end { r.start - at.end } else { at.start.saturating_sub(r.end) };
        m.said && gap <= 8 && !matches!(m.per, Some(Per::Unit | Per::Week | Per::Month))
    });
    let span = money.as_ref().map_or(at.clone(), |(_, r)| at.start.min(r.start)..at.end.max(r.end));
    let mut fact =
        Fact::new("finance.self_funding", passage.place(&[&span])).stance(Stance::Required).detail("what", what);
    if let Some((money, _)) = money {
        fact = fact.amount(money.amount, money.currency);
    }
    facts.add(fact.lot(around::lot(passage, at.start)));
}

/// FIN-5 to FIN-7.
pub fn judge(case: &Case, findings: &mut Findings) {
    parent(case, findings);
    bonds(case, findings);
    set_up(case, findings);
}

/// Whether a form leaves it open.
fn left_open(fact: &Fact) -> bool {
    fact.text() == Some("optional")
}

fn parent(case: &Case, findings: &mut Findings) {
    let rule = "finance.parent-guarantee";
    let some = |f: &Fact| {
        [Condition::IfApplicable, Condition::OtherEvidence, Condition::OrEquivalent, Condition::OnRequest]
            .iter()
            .any(|c| f.has(*c))
    };
    let (open, asked): (Vec<_>, Vec<_>) = case.asked("finance.parent_guarantee").partition(|(_, f)| left_open(f));
    let (limited, all): (Vec<_>, Vec<_>) = asked.into_iter().partition(|(_, f)| some(f));
    if limited.is_empty() && all.is_empty() && !open.is_empty() {
        findings.add(Draft::query(rule).variant("option").facts(open.iter().map(|o| o.0)));
    }
    if !all.is_empty() {
        findings.add(Draft::barrier(rule, High).facts(all.iter().map(|a| a.0)));
    } else if !limited.is_empty() {
        findings.add(Draft::barrier(rule, Low).variant("some").facts(limited.iter().map(|l| l.0)));
    }
}

fn bonds(case: &Case, findings: &mut Findings) {
    let rule = "finance.bond";
    for (index, fact) in case.asked("finance.bond") {
        if left_open(fact) {
            findings.add(Draft::query(rule).variant("option").fact(index));
            continue;
        }
        let total = case.value(fact.lot.as_deref()).map(|m| m.amount);
        let amount = match fact.unit.as_deref() {
            Some("GBP") => fact.number().map(pounds),
            Some("percent") => fact.number().map(|p| format!("{}%", grouped(p))),
            _ => None,
        };
        let percent = match (fact.unit.as_deref(), fact.number(), total) {
            (Some("percent"), Some(percent), _) => Some(percent),
            (Some("GBP"), Some(amount), Some(total)) if total > 0.0 => Some(amount / total * 100.0),
            _ => None,
        };
        let kind = fact.details.get("type").unwrap_or_default();
        let limit = |name: &str| case.threshold(rule, name);
        let heavy = percent.is_some_and(|p| p > limit("most_percent"));
        let works = case.nature() == Some(Nature::Works);
        let severity = if fact.has(Condition::IfApplicable) {
            Some(Low)
        } else if kind == "bid" || fact.details.has("on_demand") || heavy {
            Some(High)
        } else {
            total.map(|total| match (works, total) {
                (true, t) if t >= limit("large_works") => Low,
                (false, t) if t < limit("small_contract") => High,
                _ => Medium,
            })
        };
        let draft = |draft: Draft| {
            let draft = draft.arg("amount", amount.clone().unwrap_or_default()).lot(fact.lot.as_deref()).fact(index);
            if kind == "bid" {
                draft.variant("bid")
            } else if amount.is_some() {
                draft.variant("amount")
            } else {
                draft
            }
        };
        let Some(severity) = severity else {
            findings.add(draft(Draft::query(rule)).variant("query"));
            findings.undecided(rule, "undecided");
            continue;
        };
        let mut barrier = draft(Draft::barrier(rule, severity));
        if let (Some("GBP"), Some(total), Some(percent), Some(amount)) =
            (fact.unit.as_deref(), total, percent, fact.number())
        {
            barrier = barrier.arg("total", pounds(total)).arg("percent", grouped(percent)).test("test");
            barrier = barrier.figure("demand", amount, "GBP").figure("total_value", total, "GBP");
        }
        findings.add(barrier);
    }
}

fn set_up(case: &Case, findings: &mut Findings) {
    let rule = "finance.self-funding";
    let advance = case.has("payment.advance", Stance::Offered);
    let asked: Vec<(usize, &Fact)> = case.asked("finance.self_funding").listed();
    let Some((_, largest)) =
        asked.iter().max_by(|a, b| a.1.number().unwrap_or(0.0).total_cmp(&b.1.number().unwrap_or(0.0)))
    else {
        return;
    };
    let only_equipment = asked.iter().all(|(_, f)| f.details.get("what").is_some_and(|w| w == "equipment"));
    let facts = || asked.iter().map(|a| a.0);
    let sum = largest.number().filter(|_| largest.unit.as_deref() == Some("GBP"));
    let annual = case.annual(largest.lot.as_deref());
    if let (Some(sum), Some(annual)) = (sum, annual) {
        let months = sum / annual.amount * 12.0;
        if months > case.threshold(rule, "most_months") {
            let draft = Draft::barrier(rule, High).variant("amount").arg("amount", pounds(sum));
            let draft = draft.arg("annual", pounds(annual.amount.round())).arg("months", grouped(months)).test("test");
            findings
                .add(draft.figure("demand", sum, "GBP").figure("annual_value", annual.amount, "GBP").facts(facts()));
            return;
        }
    }
    let severity = if only_equipment || advance { Low } else { Medium };
    findings.add(Draft::barrier(rule, severity).facts(facts()));
}
