//! Coverage: how wide an area a bidder must serve, and where it must have an office.

use std::ops::Range;

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::{MUST, SHOULD};
use crate::language::whose::{BIDDER, BUYER, Whose};
use crate::packed;
use crate::report::Severity;

/// The family.
pub struct Coverage;

/// Serving an area.
const SERVE: Cue = Cue::aside("coverage.serve");
/// The whole of it.
const WHOLE: Cue = Cue::named("coverage.whole");
/// A whole country.
const NATIONAL: Cue = Cue::named("coverage.national");
/// An office or depot in a place.
const OFFICE: Cue = Cue::named("coverage.office");

/// Whoever serves: a bidder, or the service itself.
const SERVICE: Cue = Cue::aside("coverage.service");
/// The name of a field or row that says how wide.
const AREA: Cue = Cue::named("coverage.area");
/// Things that are not the service: laws, insurers, and offices of the buyer.
const ELSEWHERE: Cue = Cue::aside("coverage.elsewhere");

const CUES: &CueList = &[
    (
        SERVE,
        &[
            "cover|covers|covering|coverage|deliver|delivers|delivered|delivering|delivery|operate|operates|operating|provide|provides|provided|provision|serve|serves|serving|service|services|available|capacity|work|offer|reach|attend",
        ],
    ),
    (
        WHOLE,
        &[
            "whole|entire of? the? ~1 county|borough|region|district|city|area|council|authority|island|town",
            "all of|the the? ~1 county|borough|region|district|city|area|island|town",
            "across|throughout the ~1 whole|entire|full ~1 county|borough|region|district|city|area|island|town|council|authority|estate",
            "across|throughout the ~1 county|borough|region|district|city",
            "all ~3 postcodes|authorities|areas|zones|districts|wards|boroughs|localities|regions",
            "every part|corner|area|ward|district of?",
            "full geographic|geographical coverage",
            "countywide|boroughwide|districtwide|citywide|regionwide",
            "county|borough|region|district|city wide",
        ],
    ),
    (
        NATIONAL,
        &[
            "nationwide",
            "national coverage|reach",
            "uk|england|scotland|wales wide",
            "ukwide",
            "across|throughout the? whole? of? uk|england|scotland|wales|country",
            "whole|entire|all of the? uk|country|scotland|england|wales",
            "every|all part|parts|region|regions of the? uk|country|scotland|england|wales",
            "all # ~3 local? authority|authorities|councils ~1 areas?",
            "across|throughout the united kingdom",
            "across|throughout northern ireland",
        ],
    ),
    (
        OFFICE,
        &[
            "office|offices|depot|depots|base|premises|branch|presence|workshop in|within|inside|near",
            "based|located|situated locally? within|in|inside|near",
            "local office|depot|base|premises|presence|branch",
            "within ~3 miles|mile|kilometres|km",
            "no|not further|more than ~1 miles|mile|km",
        ],
    ),
    (SERVICE, &["service|services|provision|contract|delivery|support|response|cover|coverage"]),
    (AREA, &["geographic|geographical|area coverage|area?", "coverage required?"]),
    (
        ELSEWHERE,
        &[
            "law|laws|insurer|insurers|legislation|courts|statute|spend|spent|expenditure",
            "data|server|servers|hosted|hosting|storage|stored",
            "bids|tenders|envelopes|tender|submissions|documents|interview|meeting|meetings ~3 arrive|delivered|returned|held|submitted|sent",
            "staff|employees|manager|officer ~4 based|located",
            "properties|property|homes|dwellings ~5 situated|located",
            "properties|property|sites|site|buildings|schools|school|venue|premises ~2 are|is located|situated|based",
        ],
    ),
];

impl Family for Coverage {
    fn name(&self) -> &'static str {
        "coverage"
    }

    fn cues(&self) -> Packed {
        packed!(CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        let tokens = passage.tokens();
        let field = passage.label().is_some_and(|l| l.has(AREA))
            || passage.first(AREA).is_some_and(|a| a.start == passage.range.start);
        // What the buyer's area is says nothing; only what bidders, or the service that they give, must serve does.
        let asked = |at: &Range<usize>| {
            if passage.negated(at) || passage.has(ELSEWHERE) {
                return None;
            }
            let lead = passage.lead_ins().next();
            let led = lead.as_ref().is_some_and(|l| l.has(BIDDER) && l.has_any(&[MUST, SHOULD]));
            let bidder = passage.each(BIDDER).any(|h| h.start < at.start);
            let own = passage.each(BUYER).next().is_some_and(|h| h.start <= passage.range.start + 1);
            let service = passage.each(SERVICE).any(|h| h.end <= at.start) && !own;
            // "A local office is required"
            let first = at.start <= passage.range.start + 2 && passage.has_behind(MUST, at, 4);
            let must = passage.each(MUST).chain(passage.each(SHOULD)).any(|h| h.start < at.end);
            // "The provider will cover the whole county."
            let will = passage.each(BIDDER).any(|h| tokens.is(h.end, "will") && h.end < at.start);
            let stance = match passage.stance_or_lead(at) {
                Some(stance @ (Stance::Required | Stance::Preferred)) => Some(stance),
                _ => (field || will).then_some(Stance::Required),
            };
            stance.filter(|_| field || led || will || first || must && (bidder || service))
        };
        for (cue, name) in [(NATIONAL, "national"), (WHOLE, "whole_area")] {
            if !(passage.has(SERVE) || field) {
                continue;
            }
            if let Some((at, stance)) = passage.each(cue).find_map(|at| Some((at.clone(), asked(&at)?))) {
                let fact = Fact::new("coverage.area", passage.evidence(&[&at])).named(name).stance(stance);
                facts.add(fact.lot(passage.lot(at.start)));
                return;
            }
        }
        let Some(at) = passage.first(OFFICE) else { return };
        let places = "office|offices|depot|depots|base|premises|based|located|branch|presence|workshop|situated|address|location";
        let place_of_business = passage.says(places);
        let buyers = passage.whose(&at) == Some(Whose::Buyer)
            || passage
                .each(BUYER)
                .any(|h| h.before(&at, 1) && !passage.each(BIDDER).any(|b| b.start > h.start && b.start < at.start));
        if place_of_business
            && !buyers
            && let Some(stance) = asked(&at)
        {
            facts.add(Fact::new("coverage.area", passage.evidence(&[&at])).named("office").stance(stance));
        }
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let rule = "coverage.area";
        let shared = case.of("lots.count").next().is_some()
            || case.has("partnership.consortium", Stance::Offered)
            || case.has("partnership.subcontracting", Stance::Offered);
        for (name, variant) in [("national", "national"), ("whole_area", "whole"), ("office", "office")] {
            let facts: Vec<usize> = case.asked("coverage.area").that(&|f| f.text() == Some(name));
            if facts.is_empty() {
                continue;
            }
            let small = case.annual(None).is_some_and(|a| a.amount < case.threshold(rule, "small_contract"));
            let preferred = facts.iter().all(|&i| case.facts[i].stance == Stance::Preferred);
            let severity = match name {
                _ if preferred => Severity::Low,
                "national" if small && !shared => Severity::High,
                "whole_area" if shared => Severity::Low,
                _ => Severity::Medium,
            };
            findings.add(Draft::barrier(rule, severity).variant(variant).facts(facts));
        }
    }
}
