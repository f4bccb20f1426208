//! Coverage: how wide an area a bidder must serve, and where it must have an office.

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::packed;
use crate::report::Severity;

/// The family.
pub struct Coverage;

/// Serving an area.
const SERVE: Cue = Cue::named("coverage.serve");
/// The whole of it.
const WHOLE: Cue = Cue::named("coverage.whole");
/// A whole country.
const NATIONAL: Cue = Cue::named("coverage.national");
/// An office or depot in a place.
const OFFICE: Cue = Cue::named("coverage.office");

const CUES: &CueList = &[
    (
        SERVE,
        &[
            "cover|covering|coverage|deliver|delivered|delivery|operate|operating|provide|provided|provision|serve|serving|service|services|available|capacity",
        ],
    ),
    (
        WHOLE,
        &[
            "whole|entire|all of? the? county|borough|region|district|city|area|council|authority",
            "across|throughout the whole|entire",
            "all ~2 local authorities|authority|areas|zones|districts|wards|boroughs",
            "every part of",
            "full geographic|geographical coverage",
            "countywide|boroughwide",
            "county|borough|region wide",
        ],
    ),
    (
        NATIONAL,
        &[
            "nationwide",
            "national coverage",
            "uk wide",
            "across|throughout the? whole? uk|england|scotland|wales",
            "whole|entire|all of the? uk|country|scotland|england|wales",
            "all 32|22 ~2 authorities",
            "across|throughout the united kingdom|country",
        ],
    ),
    (
        OFFICE,
        &[
            "office|offices|depot|depots|base|premises ~3 located? in|within|inside",
            "based|located ~2 within|in ~8 borough|county|city|area|region|boundary",
            "local office|depot|base|premises",
            "within ~3 miles|mile",
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
        // What the buyer's area is says nothing; only what bidders must serve does.
        let asked = |at: &std::ops::Range<usize>| {
            let must = passage.each(crate::language::stance::MUST).any(|h| h.end <= at.start);
            let bidder = passage.each(crate::language::whose::BIDDER).any(|h| h.start < at.start);
            must && bidder && !passage.negated(at) && passage.stance(at) == Some(Stance::Required)
        };
        for (cue, name) in [(NATIONAL, "national"), (WHOLE, "whole_area")] {
            if let Some(at) = passage.first(cue).filter(|at| asked(at) && passage.has(SERVE)) {
                facts.add(
                    Fact::new("coverage.area", passage.evidence(&[&at]))
                        .named(name)
                        .stance(Stance::Required)
                        .lot(passage.lot(at.start)),
                );
                return;
            }
        }
        if let Some(at) = passage.first(OFFICE).filter(asked) {
            let place_of_business = passage.range.clone().any(|i| {
                passage
                    .tokens()
                    .is(i, &["office", "offices", "depot", "depots", "base", "premises", "based", "located"])
            });
            if place_of_business {
                facts
                    .add(Fact::new("coverage.area", passage.evidence(&[&at])).named("office").stance(Stance::Required));
            }
        }
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let rule = "coverage.area";
        let shared = case.of("lots.count").next().is_some()
            || case.has("partnership.consortium", Stance::Offered)
            || case.has("partnership.subcontracting", Stance::Offered);
        for (name, variant) in [("national", "national"), ("whole_area", "whole"), ("office", "office")] {
            let facts: Vec<usize> =
                case.asked("coverage.area").filter(|(_, f)| f.text() == Some(name)).map(|(i, _)| i).collect();
            if facts.is_empty() {
                continue;
            }
            let small = case.annual(None).is_some_and(|a| a.amount < case.threshold(rule, "small_contract"));
            let severity = match name {
                "national" if small && !shared => Severity::High,
                "whole_area" if shared => Severity::Low,
                _ => Severity::Medium,
            };
            findings.add(Draft::barrier(rule, severity).variant(variant).facts(facts));
        }
    }
}
