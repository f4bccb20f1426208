//! Reading community benefits, fixed targets, portals and what follows when a promise is not kept.

use std::ops::Range;

use crate::barriers::statement::{self, Statement};
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::period::Unit;
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::language::stance::MUST;
use crate::language::whose::{BIDDER, Whose};
use crate::list::Listed;

const BENEFIT: Cue = Cue::named("social_value.benefit");
const SOCIAL: Cue = Cue::named("social_value.social");
const NO_BENEFIT: Cue = Cue::named("social_value.none");
const PART: Cue = Cue::aside("social_value.part");
const INVITED: Cue = Cue::aside("social_value.invited");
const VOLUNTARY: Cue = Cue::named("social_value.voluntary");
const OTHER: Cue = Cue::aside("social_value.other");
const PEOPLE: Cue = Cue::named("social_value.people");
const TIME: Cue = Cue::named("social_value.time");
const GIFT: Cue = Cue::named("social_value.gift");
const LOCAL_SPEND: Cue = Cue::named("social_value.local-spend");
const OF_PRICE: Cue = Cue::named("social_value.of-price");
const POINTS: Cue = Cue::named("social_value.points");
const PORTAL: Cue = Cue::named("social_value.portal");
const TOMS: Cue = Cue::named("social_value.toms");
const LOOP: Cue = Cue::named("social_value.loop");
const THRIVE: Cue = Cue::named("social_value.thrive");
const MATCH_MY_PROJECT: Cue = Cue::named("social_value.match-my-project");
const ENGINE: Cue = Cue::named("social_value.engine");
const FEE: Cue = Cue::aside("social_value.fee");
const PENALTY: Cue = Cue::named("social_value.penalty");
const SHORTFALL: Cue = Cue::aside("social_value.shortfall");
const ADDITIONAL: Cue = Cue::named("social_value.additional");

/// The cues of the family.
pub const CUES: &CueList = &[
    (BENEFIT, &["community|social benefit|benefits|benefits"]),
    (SOCIAL, &["social value|values", "well being|wellbeing impact"]),
    (
        NO_BENEFIT,
        &[
            "not intend to include|seek|use|apply ~2 community|social benefit|benefits|value",
            "no community|social benefit|benefits|value requirement|requirements|clause|clauses|are|is|will|apply|applies|questions",
            "community|social benefit|benefits|value ~3 not ~2 apply|applicable|required|sought|included|requested",
        ],
    ),
    (
        PART,
        &[
            "form|forms|forming|become|becomes ~3 part",
            "condition|conditions|clause|clauses|obligation|obligations|requirement|requirements|points",
            "deliver|delivers|delivering|provide|provides|provision|support|meet|achieve|agree|commit|commits|confirm|offer",
            "included",
        ],
    ),
    (
        INVITED,
        &[
            "invited|asked|ask|requested|encouraged|sought|suggest|propose|proposal|proposals|expects",
            "set out|describe|explain|demonstrate|outline|detail|submit|tell",
        ],
    ),
    (VOLUNTARY, &["voluntary|voluntarily"]),
    (
        OTHER,
        &[
            "contract|contracting|subcontract clause|clauses",
            "must|shall consider",
            "committed to",
            "last|previous year",
            "to date",
        ],
    ),
    (
        PEOPLE,
        &[
            "apprentice|apprentices|apprenticeship|apprenticeships|traineeship|traineeships|trainees|internships|interns",
            "work|student|industry|training placement",
            "placements",
            "new|local|entry level? job|jobs|posts|employees|recruits",
            "full time job|jobs|posts",
            "jobs ~3 local|long|unemployed|residents|people|created",
            "school|college|career|careers|community visit|visits|talks|talk|event|events|workshops|sessions",
        ],
    ),
    (
        TIME,
        &[
            "volunteering|volunteer|voluntary|mentoring",
            "work experience|placement|placements",
            "school|schools|career|careers|community engagement|support|activity|activities|activity|projects|work",
            "expert ~3 advice|support",
        ],
    ),
    (
        GIFT,
        &[
            "donate|donates|donation|donations|sponsor|sponsorship|cash",
            "contribute|contribution|contributions|pay|paid ~6 community|charity|charities|fund|foundation|voluntary|social",
            "community|social|charitable value? fund|foundation|trust|projects",
            "social value ~3 worth|least|minimum|commitment",
        ],
    ),
    (
        LOCAL_SPEND,
        &[
            "spend|spent|expenditure|purchase|purchases|subcontract|supply ~10 local|locally|smes|vcses|charities",
            "spend|spent ~6 based|located in|within",
            "local|locally spend|spent|supply|suppliers|labour|workforce|businesses|employment",
            "workforce|employees|staff|labour ~8 local|locally|residents|miles|live",
            "long term unemployed",
        ],
    ),
    (OF_PRICE, &["of ~3 contract|tender|annual|total price|value|sum|spend|cost"]),
    (POINTS, &["community? benefit|benefits|value? points|point", "cbp", "benefits score"]),
    (PORTAL, &["social value portal"]),
    (TOMS, &["toms", "themes outcomes and? measures"]),
    (LOOP, &["loop social|platform|portal|system|tool"]),
    (THRIVE, &["thrive platform|portal|system|tool"]),
    (MATCH_MY_PROJECT, &["match my project"]),
    (ENGINE, &["social value engine|calculator|bank|exchange", "hact ~3 calculator|bank", "social profit calculator"]),
    (
        FEE,
        &[
            "fee|fees|subscription|licence|charge|charges|charged",
            "priced|proxy|calculator",
            "pay|pays|paid|payable|cost|costs",
        ],
    ),
    (
        PENALTY,
        &[
            "deduct|deducts|deducted|deduction|deductions|damages|penalty|penalties|withhold|withheld|recover|recovered|clawback",
            "service credit|credits",
            "pay|pays|paid|payable|liable ~5 value|difference|shortfall|sum|equivalent",
        ],
    ),
    (
        SHORTFALL,
        &[
            "shortfall|fail|fails|failure|failing|undelivered|breach",
            "not ~3 deliver|delivered|met|meet|achieve|achieved",
        ],
    ),
    (
        ADDITIONAL,
        &[
            "over|above ~6 already|existing|current|business|normal|core|usual|specification|specified",
            "additional to ~6 already|existing|current|currently|core|requirements|usual|normally",
            "not ~10 currently|already deliver|delivering|provide|providing|do|doing|offer|offering",
            "existing|current activities|activity|initiatives|projects|commitments|benefits|work ~5 not",
            "additionality",
            "only ~5 additional|new activity|activities|to",
        ],
    ),
];

const STATEMENTS: &[Statement] = &[
    Statement::new("social_value.penalty", PENALTY)
        .stance(Stance::Required)
        .with(&[SHORTFALL])
        .around(&[SOCIAL, BENEFIT]),
    Statement::new("social_value.additional_only", ADDITIONAL).stance(Stance::Required).around(&[SOCIAL, BENEFIT]),
];

const PORTALS: [(Cue, &str); 6] = [
    (PORTAL, "Social Value Portal"),
    (TOMS, "TOMs"),
    (LOOP, "Loop"),
    (THRIVE, "Thrive"),
    (MATCH_MY_PROJECT, "Match My Project"),
    (ENGINE, "calculator"),
];

/// Blocks in which what introduces a list without being set as one may stand.
const LATELY: usize = 3;

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    let points = targets(passage, facts);
    if !points {
        benefit(passage, facts);
    }
    for (cue, name) in PORTALS {
        if let Some(at) = passage.first(cue) {
            let stance = if passage.has(FEE) && !passage.negated(&at) {
                Stance::Required
            } else {
                passage.stance(&at).unwrap_or(Stance::Stated)
            };
            facts.add(Fact::new("social_value.portal", passage.evidence(&[&at])).named(name).stance(stance));
        }
    }
    // What is negated near "not currently delivering" is the old activity, not the demand.
    if !passage.has(VOLUNTARY) {
        statement::read(STATEMENTS, passage, facts);
    }
}

/// Whether community benefits or social value are asked for.
fn benefit(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(BENEFIT).or_else(|| passage.first(SOCIAL)) else { return };
    let tool = PORTALS.iter().any(|(cue, _)| passage.has(*cue));
    if tool || passage.has(OTHER) || passage.has(ADDITIONAL) {
        return;
    }
    let named = passage.has(BENEFIT);
    let stance = if passage.has(NO_BENEFIT) || passage.negated(&at) && named {
        Stance::RuledOut
    } else if passage.has(VOLUNTARY) || passage.has_condition(Condition::ForInformation) {
        Stance::Preferred
    } else {
        let bidder = passage.has(BIDDER) && passage.whose(&at) != Some(Whose::Buyer);
        match passage.stance_or_lead(&at) {
            Some(Stance::Required) if passage.has(PART) || bidder => Stance::Required,
            Some(Stance::Preferred) if named && passage.has(PART) || bidder => Stance::Preferred,
            _ if named && passage.has(PART) && included(passage) => Stance::Required,
            _ if passage.has(INVITED) && (bidder || named) => Stance::Preferred,
            _ => return,
        }
    };
    facts.add(
        Fact::new("social_value.community_benefit", passage.evidence(&[&at])).stance(stance).lot(passage.lot(at.start)),
    );
}

/// "are included in this requirement", "form part of the contract", "clauses apply".
fn included(passage: &Passage) -> bool {
    passage.says("included|form|forms|apply|applies|condition|conditions|become|becomes")
}

/// Fixed numbers; whether a community benefit with its number was among them.
fn targets(passage: &Passage, facts: &mut Facts) -> bool {
    let mut benefits = false;
    let of_community = || passage.concerns(BENEFIT) || passage.lately(BENEFIT, LATELY);
    let counts: Vec<_> = passage.quantities().map(|q| (q.what, q.range())).chain(articles(passage)).listed();
    for (what, at) in counts {
        let Some((amount, unit, named)) = target(passage, what, &at) else { continue };
        let Some(stance) = demanded(passage, &at) else { continue };
        let place = || passage.place(&[&at, &named]);
        let lot = || passage.lot(at.start);
        facts.add(Fact::new("social_value.target", place()).amount(amount, unit).stance(stance).lot(lot()));
        if !matches!(unit, "GBP" | "percent") && of_community() {
            benefits = true;
            facts.add(
                Fact::new("social_value.community_benefit", place()).amount(amount, unit).stance(stance).lot(lot()),
            );
        }
    }
    benefits
}

/// "one modern apprentice": the number one by itself is no quantity.
fn articles<'p>(passage: &'p Passage) -> impl Iterator<Item = (Quantity, Range<usize>)> + 'p {
    passage.each(PEOPLE).filter_map(|h| {
        let one = (h.start.saturating_sub(2)..h.start).find(|&i| passage.tokens().is(i, "one"))?;
        Some((Quantity::Number(1.0), one..one + 1))
    })
}

/// What a quantity counts, if it is a kind of social value.
fn target(passage: &Passage, what: Quantity, at: &Range<usize>) -> Option<(f64, &'static str, Range<usize>)> {
    let row = passage.row_label().is_some() || passage.cells().len() > 1;
    // In a row the name stands first, in a sentence close behind.
    let near = |cue: Cue, behind: usize, before: usize| {
        passage.each(cue).find(|h| {
            let before = if row { 12 } else { before };
            h.behind(at, behind) || h.before(at, before)
        })
    };
    let social = || [SOCIAL, BENEFIT].iter().any(|&cue| passage.concerns(cue));
    match what {
        Quantity::Number(n) if (1.0..=10_000.0).contains(&n) => {
            // Points that rise with the value of the contract are in proportion to it: "up to £25,000: 5 points".
            let scale = passage.money().any(|(m, _)| m.upper.is_some());
            if let Some(named) = near(POINTS, 2, 6).filter(|_| !scale && (passage.has(BENEFIT) || social())) {
                return Some((n, "points", named));
            }
            near(PEOPLE, 5, 0).map(|named| (n, "people", named))
        }
        Quantity::Period(p) => {
            let unit = match p.unit {
                Unit::Hours => "hours",
                Unit::Days | Unit::WorkingDays => "days",
                Unit::Weeks => "weeks",
                _ => return None,
            };
            near(TIME, 3, 2).map(|named| (p.amount, unit, named))
        }
        Quantity::Percent(p) => {
            let spend = near(LOCAL_SPEND, 8, 5).or_else(|| overlapping(passage, LOCAL_SPEND, at));
            let worth = || near(OF_PRICE, 1, 0).filter(|_| passage.has(SOCIAL) && !passage.has(FEE));
            spend.filter(|_| !invoices(passage)).or_else(worth).map(|named| (p.share, "percent", named))
        }
        Quantity::Money(m) if m.said && m.currency == "GBP" => {
            let worth = || near(SOCIAL, 1, 0).filter(|h| h.start > at.start);
            near(GIFT, 8, 8)
                .or_else(worth)
                .filter(|_| social() && !passage.has(OF_PRICE))
                .map(|named| (m.amount, "GBP", named))
        }
        _ => None,
    }
}

/// A cue around a quantity: "spend at least 30% with local suppliers".
fn overlapping(passage: &Passage, cue: Cue, at: &Range<usize>) -> Option<Range<usize>> {
    passage.each(cue).find(|h| h.start < at.start && at.end < h.end)
}

fn invoices(passage: &Passage) -> bool {
    passage.says("invoice|invoices|payment|payments|pension")
}

/// How a number is asked for: by its own words, those that introduce it, or the head of its column.
fn demanded(passage: &Passage, at: &Range<usize>) -> Option<Stance> {
    if passage.negated(at) || passage.whose(at) == Some(Whose::Buyer) {
        return None;
    }
    // "suppliers commit to deliver": so they promise by bidding
    let promised = || passage.says_before(at.start, 4, "commit|commits|deliver|provide") && passage.has(BIDDER);
    let own = passage.stance_or_lead(at).or_else(|| (passage.has(MUST) || promised()).then_some(Stance::Required));
    let heads = || passage.heads_at(at.start).iter().any(|h| h.has(MUST)).then_some(Stance::Required);
    own.or_else(heads).filter(|s| matches!(s, Stance::Required | Stance::Preferred))
}
