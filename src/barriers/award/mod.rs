//! Award criteria: how much price, quality and social value weigh, and how bids are scored.

mod judge;
mod scoring;
mod weights;

use super::Family;
use super::case::Case;
use super::findings::Findings;
use crate::fact::{Fact, Facts};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::packed;

/// The family.
pub struct Award;

/// The criteria, with the kind of fact that gives their weight.
const CRITERIA: [(&str, Cue); 3] = [
    ("award.price_weight", Cue::named("award.price")),
    ("award.quality_weight", Cue::named("award.quality")),
    ("award.social_value_weight", Cue::named("award.social-value")),
];
/// What says that criteria are spoken of.
const CRITERION: Cue = Cue::named("award.criterion");
/// Price is all that counts.
const PRICE_ONLY: Cue = Cue::named("award.price-only");

const CUES: &CueList = &[
    (CRITERIA[0].1, &["price|pricing|cost|costs|commercial|financial|finance|fee|fees"]),
    (CRITERIA[1].1, &["quality|qualitative|technical", "non price|cost|financial|commercial"]),
    (
        CRITERIA[2].1,
        &["social value", "social value and ~2 zero|climate|sustainability|environment", "community benefit|benefits"],
    ),
    (
        CRITERION,
        &[
            "weighting|weightings|weighted|weight|weights|criterion|criteria|score|scores|scoring|marks|evaluated|evaluation|assessed|scored|points|ratio|split",
            "most economically advantageous",
            "most advantageous tender",
        ],
    ),
    (
        PRICE_ONLY,
        &[
            "lowest price|cost|priced|bid|tender ~3 only|wins|alone|basis|awarded",
            "cheapest ~2 price|quote|quotation|tender|bid|offer ~1 gets|wins",
            "price only",
            "contract|award|order|job|work ~3 to ~1 the? lowest|cheapest price|priced|bid|tender|quote|quotation|bidder",
            "go|going with the? lowest|cheapest",
            "to|with|from the ~3 submitting|offering|quoting|with the? lowest|cheapest",
            "on price|cost only|alone",
            "sole|only award? criterion|criteria ~5 price|cost",
            "basis of the? lowest price|cost",
            "evaluated|assessed|judged|awarded ~3 solely|only on price|cost",
            "criterion|criteria is|are|will the? be? the? lowest price|cost",
            "criterion|criteria|award|evaluation ~1 lowest|cheapest price|cost",
        ],
    ),
];

impl Family for Award {
    fn name(&self) -> &'static str {
        "award"
    }

    fn cues(&self) -> Packed {
        packed!(CUES, scoring::CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        let tokens = passage.tokens();
        // "Award criteria | Lowest price"
        let value = || passage.cells().nth(1).map(|(_, value)| value.range);
        let lowest = || {
            let named = passage.first_cell().is_some_and(|name| name.has(CRITERION));
            value().filter(|v| named && v.len() <= 3 && tokens.is(v.start, "lowest|cheapest"))
        };
        let weighed = || passage.percents().any(|(share, _)| share < 100.0);
        let only = passage.first(PRICE_ONLY).filter(|at| !passage.negated(at) && !denied(passage, at) && !weighed());
        let only = only.or_else(lowest);
        if let Some(at) = only {
            facts.add(Fact::new("award.price_only", passage.place(&[&at])).amount(100.0, "percent"));
        }
        // What an answer must reach is no weight.
        if !scoring::threshold(passage, facts) {
            weights::read(passage, facts);
        }
        scoring::method(passage, facts);
        scoring::rate_cap(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        judge::price(case, findings);
        judge::social_value(case, findings);
        judge::threshold(case, findings);
        judge::method(case, findings);
        judge::rate_cap(case, findings);
    }
}

/// "will not be awarded on lowest price alone"
fn denied(passage: &Passage, at: &std::ops::Range<usize>) -> bool {
    let from = at.start.saturating_sub(8).max(passage.range.start);
    passage.tokens().says(from..at.start, "not|never|cannot|neither|rare|rarely")
}
