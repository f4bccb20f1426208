//! Specification: brands, makers and single standards where others would do as well.

use std::ops::Range;

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::language::stance::MUST;
use crate::language::token::TokenKind;
use crate::language::whose::{BIDDER, BUYER};
use crate::letter::is_capital;
use crate::packed;
use crate::report::Severity;

/// The family.
pub struct Specification;

/// Made by somebody.
const MADE_BY: Cue = Cue::named("specification.made-by");
/// A brand.
const BRAND: Cue = Cue::named("specification.brand");
/// Of the maker itself.
const GENUINE: Cue = Cue::aside("specification.genuine");
/// Nothing else.
const NO_OTHER: Cue = Cue::named("specification.no-other");
/// What is bought.
const PRODUCT: Cue = Cue::aside("specification.product");
/// A British standard.
const STANDARD: Cue = Cue::named("specification.standard");
/// What is supplied, where the name of a make may stand behind it.
const THING: Cue = Cue::named("specification.thing");
/// Any brand will do.
const ANY: Cue = Cue::named("specification.any");

const CUES: &CueList = &[
    (MADE_BY, &["manufactured|made|produced|supplied by", "make|manufacturer|brand"]),
    (BRAND, &["brand|branded|range|make|products|parts|equipment|model"]),
    (GENUINE, &["genuine|original|only"]),
    (
        NO_OTHER,
        &[
            "no equivalent|equivalents|alternative|alternatives|substitute|substitutes|substitution|substitutions ~4 accepted|considered|permitted|allowed|acceptable|offered",
            "equivalent|equivalents|alternative|alternatives|substitute|substitutes|substitutions ~8 not be? accepted|considered|permitted|allowed|acceptable",
            "no substitutes|substitutions|equivalents",
        ],
    ),
    (
        PRODUCT,
        &[
            "product|products|item|items|goods|brand|brands|branded|make|model|specified|parts|equipment|toner|paint|materials|supplies|range",
        ],
    ),
    (STANDARD, &["bs"]),
    (
        THING,
        &[
            "paint|paints|paving|slabs|bricks|tiles|boiler|boilers|radiators|taps|bulbs|lamps|luminaires|flooring|carpet|carpets|furniture|chairs|desks",
            "laptop|laptops|computers|tablets|monitors|printer|printers|phones|handsets|software|system|systems|cameras|toner|cartridges|appliances",
            "locks|cylinders|windows|doors|fittings|sanitaryware|ironmongery|machines|mowers|vehicles|vans|tyres|alarms|panels|pumps|valves|equipment|fencing|boards|screens|projectors|radios",
        ],
    ),
    (
        ANY,
        &[
            "any|another|other|different brand|make|manufacturer|model",
            "regardless of",
            "brand|trade names ~6 example|indicative|guide|guidance",
        ],
    ),
];

impl Family for Specification {
    fn name(&self) -> &'static str {
        "specification"
    }

    fn cues(&self) -> Packed {
        packed!(CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        brand(passage, facts);
        standard(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let rule = "specification.brand";
        let closed =
            case.of("specification.brand").filter(|(_, f)| f.stance == Stance::Required && f.equivalent != Some(true));
        let (standards, brands): (Vec<_>, Vec<_>) = closed.partition(|(_, f)| f.details.has("standard"));
        let names = |of: &[(usize, &Fact)]| {
            let mut names: Vec<&str> = vec![];
            for name in of.iter().filter_map(|(_, f)| f.text()) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            crate::words::joined(&names, ", ")
        };
        if !brands.is_empty() {
            let law = case.law_binds("pa23-56-7");
            let draft = Draft::barrier(rule, if law { Severity::High } else { Severity::Medium });
            let names = names(&brands);
            let draft = if law { draft.variant("law") } else { draft };
            let named = if names.is_empty() { "one product".to_owned() } else { names };
            findings.add(draft.arg("names", named).facts(brands.iter().map(|b| b.0)));
        }
        if !standards.is_empty() {
            let draft = Draft::barrier(rule, Severity::Low).variant("standard").arg("names", names(&standards));
            findings.add(draft.facts(standards.iter().map(|s| s.0)));
        }
    }
}

/// A trade name or a maker that must be supplied.
fn brand(passage: &Passage, facts: &mut Facts) {
    if passage.has(ANY) {
        return;
    }
    let closed = passage.first(NO_OTHER).filter(|_| passage.has(PRODUCT));
    let found = named_brand(passage, closed.is_some());
    // What was named in the sentence before is closed by this one, and said once.
    let said = || passage.before().is_some_and(|before| named_brand(&before, false).is_some());
    let Some(at) = found.clone().or_else(|| closed.filter(|_| !said())) else { return };
    if passage.negated(&at) && !passage.has(NO_OTHER) {
        return;
    }
    let next = passage.after().is_some_and(|a| a.has_condition(Condition::OrEquivalent) && !a.has(NO_OTHER));
    let open = !passage.has(NO_OTHER) && (passage.has_condition(Condition::OrEquivalent) || next);
    let fact =
        Fact::new("specification.brand", passage.evidence(&[&at])).stance(Stance::Required).equivalent(Some(open));
    facts.add(match found {
        Some(at) => fact.named(passage.slice(&at)),
        None => fact,
    });
}

/// The brand that a passage names as what must be supplied; `closed` where the passage itself allows nothing else.
fn named_brand(passage: &Passage, closed: bool) -> Option<Range<usize>> {
    let must = |at: &Range<usize>| closed || passage.each(MUST).any(|h| h.end <= at.start && at.start - h.end <= 12);
    // "must be manufactured by NAME", "Make: NAME"
    let maker = passage.each(MADE_BY).find_map(|by| {
        let colon = passage.tokens().kind(by.end) == Some(TokenKind::Colon);
        let plain = by.len() == 1;
        if plain && !colon {
            return None;
        }
        name(passage, by.end + usize::from(colon))
    });
    // "NAME brand", "NAME branded"
    let branded = || {
        let before = |h: Range<usize>| {
            let only = passage.tokens().is(h.start, "brand|branded");
            let genuine = passage.has_before(GENUINE, &h, 4);
            if only || genuine || closed { name_before(passage, h.start) } else { None }
        };
        passage.each(BRAND).find_map(before)
    };
    // "Only genuine NAME parts"
    let of_brand = |at: &Range<usize>| passage.has_behind(BRAND, at, 2) || passage.has_behind(THING, at, 0);
    let genuine = || passage.each(GENUINE).find_map(|g| name(passage, g.end).filter(of_brand));
    let tokens = passage.tokens();
    let only = |at: &Range<usize>| tokens.is(passage.range.start, "only") || tokens.is(at.end, "only");
    let closes = || passage.has(NO_OTHER) || passage.after().is_some_and(|next| next.has(NO_OTHER));
    let sure = |at: &Range<usize>| must(at) || only(at) || closes();
    let found = maker.or_else(branded).or_else(genuine).filter(sure);
    found.or_else(|| named_thing(passage, closes()))
}

/// "Laptops must be NAME NAME 5450", "Paint: NAME NAME or equal and approved": what is wanted with the name of its make.
///
/// A name alone may be anything that somebody writes with capitals, so a model's number, an "or equal" or that nothing else
/// will do has to follow.
fn named_thing(passage: &Passage, closed: bool) -> Option<Range<usize>> {
    const QUALITIES: &str =
        "compliant|compatible|certified|rated|approved|accredited|registered|tested|standard|british|class|grade";
    let tokens = passage.tokens();
    let open = passage.has_condition(Condition::OrEquivalent);
    let joined = |i: usize| {
        tokens.kind(i) == Some(TokenKind::Colon) || tokens.is(i, "by|be|from|must|shall|is|are|to|a|an|either")
    };
    passage.each(THING).find_map(|thing| {
        let from = (thing.end..thing.end + 5).find(|&i| !joined(i))?;
        let name =
            name(passage, from).filter(|n| from > thing.end && (closed || n.len() >= 2) && capital(passage, from))?;
        let model = tokens.kind(name.end) == Some(TokenKind::Number) && tokens.word(name.end).len() >= 3;
        let asked = model && passage.each(MUST).any(|h| h.end <= name.start);
        let capitals = |i: usize| tokens.word(i).chars().all(is_capital);
        let quality = tokens.says(name.start..name.end + 2, QUALITIES) || name.clone().all(capitals);
        (!quality && (open || asked || closed)).then_some(name)
    })
}

/// A British standard that is the only one.
fn standard(passage: &Passage, facts: &mut Facts) {
    let tokens = passage.tokens();
    for at in passage.each(STANDARD) {
        let number = tokens.kind(at.end) == Some(TokenKind::Number) && tokens.word(at.end).len() >= 3;
        let at = at.start..at.end + 1;
        if !number || tokens.word(at.start) != "BS" || passage.stance(&at) != Some(Stance::Required) {
            continue;
        }
        let open = passage.has_condition(Condition::OrEquivalent);
        let fact = Fact::new("specification.brand", passage.evidence(&[&at])).named(passage.slice(&at));
        facts.add(fact.stance(Stance::Required).equivalent(Some(open)).detail("standard", "bs"));
    }
}

/// The name that begins at a token: words with capitals that are no party.
fn name(passage: &Passage, from: usize) -> Option<Range<usize>> {
    let from = from + usize::from(passage.tokens().kind(from) == Some(TokenKind::Quote));
    let end = (from..passage.range.end).find(|&i| !capital(passage, i)).unwrap_or(passage.range.end);
    // The next word with a colon is another label: "Make: Solway Model: 300".
    let label = end > from + 1 && passage.tokens().kind(end) == Some(TokenKind::Colon);
    let end = end - usize::from(label);
    let party = passage.hits(BIDDER).chain(passage.hits(BUYER)).any(|h| (from..end).contains(&(h.first as usize)));
    (end > from && !party).then_some(from..end)
}

/// The name that ends before a token.
fn name_before(passage: &Passage, to: usize) -> Option<Range<usize>> {
    let start = (passage.range.start..to).rev().take_while(|&i| capital(passage, i)).last()?;
    // The first word of a sentence has a capital whatever it is.
    let start = if start == passage.range.start { start + 1 } else { start };
    (start < to).then(|| name(passage, start)).flatten().map(|n| n.start..to)
}

fn capital(passage: &Passage, i: usize) -> bool {
    let tokens = passage.tokens();
    tokens.kind(i) == Some(TokenKind::Word)
        && tokens.word(i).starts_with(is_capital)
        && (i == passage.range.start || tokens.same_cell(i))
}
