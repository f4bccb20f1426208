//! Reporting: how many indicators a supplier has to report, and how often.

use std::ops::Range;

use super::Family;
use super::case::Case;
use super::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::MUST;
use crate::language::whose::{BIDDER, BUYER};
use crate::list::Listed;
use crate::packed;
use crate::report::Severity;
use crate::words::{grouped, pounds};

use Severity::{High, Medium};

/// The family.
pub struct Reporting;

/// Indicators.
const KPI: Cue = Cue::named("reporting.kpi");
/// Indicators, where they are reported.
const BARE: Cue = Cue::named("reporting.indicators");
/// Missing them, and what the law says of them.
const MISSED: Cue = Cue::aside("reporting.missed");
/// Reports on the work.
const REPORT: Cue = Cue::named("reporting.report");
/// Reports of another kind.
const OTHER: Cue = Cue::aside("reporting.other");
/// A report of the year, of the work or of the organisation itself.
const OF_THE_YEAR: Cue = Cue::named("reporting.of-the-year");
/// Sending them.
const SEND: Cue = Cue::aside("reporting.send");
/// How often, by the names that facts give.
const OFTEN: [(&str, Cue); 7] = [
    ("daily", Cue::named("reporting.daily")),
    ("weekly", Cue::named("reporting.weekly")),
    ("fortnightly", Cue::named("reporting.fortnightly")),
    ("monthly", Cue::named("reporting.monthly")),
    ("quarterly", Cue::named("reporting.quarterly")),
    ("six_monthly", Cue::named("reporting.six-monthly")),
    ("annually", Cue::named("reporting.annually")),
];

const CUES: &CueList = &[
    (KPI, &["kpi|kpis", "key? performance|outcome|output|quality indicators|indicator|measures"]),
    (BARE, &["indicators"]),
    (
        MISSED,
        &[
            "fails|fail|failed|miss|misses|missed|breach|section|describe|example|examples|experience",
            "contracts over|above|worth",
            "out of",
            "falls|fall|fell below",
        ],
    ),
    (
        REPORT,
        &[
            "report|reports|reported|reporting",
            "monitoring|management|performance|kpi ~1 information|data|return|returns|report|reports|form|forms|dashboard|dashboards",
        ],
    ),
    (
        OTHER,
        &[
            "credit|inspection|audit|incident|accident|accidents|ofsted|cqc",
            "report and accounts",
            "reporting line|lines",
            "slavery",
            "describe|explain",
            "newspaper|invoice|invoices|invoicing",
        ],
    ),
    (OF_THE_YEAR, &["annual report|reports"]),
    (
        SEND,
        &[
            "submit|submits|submitted|provide|provides|provided|send|sends|sent|supply|supplied|furnish|deliver|produce|complete|prepare|issue|return|enter|entered|due|reported|required",
        ],
    ),
    (OFTEN[0].1, &["daily", "each|every day"]),
    (OFTEN[1].1, &["weekly", "each|every|a|per week"]),
    (OFTEN[2].1, &["fortnightly", "every two weeks", "each|every fortnight"]),
    (OFTEN[3].1, &["monthly", "each|every|a|per ~1 month", "every four|4 weeks"]),
    (OFTEN[4].1, &["quarterly", "each|every|per quarter", "every three|3 months", "three monthly"]),
    (OFTEN[5].1, &["six|6|bi monthly", "half yearly", "every six|6 months", "twice a year"]),
    (OFTEN[6].1, &["annual|annually|yearly", "each|every|a|per year", "per annum"]),
];

/// No contract has more indicators.
const MOST: f64 = 300.0;

impl Family for Reporting {
    fn name(&self) -> &'static str {
        "reporting"
    }

    fn cues(&self) -> Packed {
        packed!(CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        let heading = passage.is_heading();
        if heading || passage.is_blank() || passage.defines() || passage.asks() {
            return;
        }
        indicators(passage, facts);
        frequency(passage, facts);
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        let rule = "reporting.burden";
        let limit = |name: &str| case.threshold(rule, name);
        let counted = case.of("reporting.kpis").filter_map(|(i, f)| Some((i, f.number()?)));
        if let Some((index, count)) = counted.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|c| c.1 > limit("many")) {
            let severity = if count > limit("very_many") { High } else { Medium };
            let draft = match case.annual(None) {
                None => Some(Draft::query(rule).variant("query")),
                Some(a) if a.amount < limit("small_contract") => Some(
                    Draft::barrier(rule, severity)
                        .arg("annual", pounds(a.amount.round()))
                        .test("test")
                        .figure("demand", count, "indicators")
                        .figure("annual_value", a.amount, "GBP"),
                ),
                Some(_) => None,
            };
            if let Some(draft) = draft {
                findings.add(draft.arg("count", grouped(count)).fact(index));
            }
        }
        let often = case.of("reporting.frequency").filter(|(_, f)| matches!(f.text(), Some("daily" | "weekly")));
        let often: Vec<usize> = often.map(|(i, _)| i).listed();
        if !often.is_empty() {
            findings.add(Draft::barrier(rule, Medium).variant("often").facts(often));
        }
    }
}

/// How many indicators.
fn indicators(passage: &Passage, facts: &mut Facts) {
    if passage.has(MISSED) {
        return;
    }
    let tokens = passage.tokens();
    let counts = |p: &Passage| p.has(KPI) && p.says("number|total|many");
    for (count, at) in passage.numbers().filter(|(n, _)| (1.0..=MOST).contains(n) && n.fract() == 0.0) {
        let bare = passage.each(BARE).filter(|_| passage.has(REPORT));
        let behind = passage.each(KPI).chain(bare).find(|h| h.behind(&at, 2) && !tokens.is(at.end, "of|days|months"));
        // "KPIs: 6" counts them, "KPI 6" is the sixth.
        let colon = |h: &Range<usize>| passage.slice(&(h.end..at.start)).trim() == ":";
        let before = passage.each(KPI).find(|h| h.before(&at, 1) && colon(h));
        let label = passage.label().filter(|l| l.range.end <= at.start && counts(l)).map(|l| l.range.clone());
        // "the KPIs in Appendix 2 (15 in total)"
        let total = || tokens.is(at.end, "in") && tokens.is(at.end + 1, "total");
        let all = passage.first(KPI).filter(|h| h.end <= at.start && total());
        if let Some(named) = behind.or(before).or(label).or(all) {
            let fact = Fact::new("reporting.kpis", passage.evidence(&[&named, &at])).amount(count, "indicators");
            facts.add(fact.stance(Stance::Required).lot(passage.lot(at.start)));
            return;
        }
    }
}

/// How often a supplier reports.
fn frequency(passage: &Passage, facts: &mut Facts) {
    // "An annual monitoring report" is one of the work, "your annual report" is not.
    let other = passage.has(OTHER);
    let of_year = |at: &Range<usize>| passage.each(OF_THE_YEAR).any(|y| y.start <= at.start && at.end <= y.end);
    let Some(report) = passage.each(REPORT).find(|at| !of_year(at)).filter(|_| !other) else { return };
    let party = |cue: Cue| passage.each(cue).filter(|h| h.end <= report.start).map(|h| h.end).max();
    if party(BUYER).is_some() && passage.first(BIDDER).is_none() && !passage.has(MUST) {
        return;
    }
    let row = passage.in_row();
    let first = report.start <= passage.range.start + 1;
    let told = row || first || passage.has(MUST) || passage.has(SEND) || passage.has(BIDDER);
    for (name, cue) in OFTEN {
        // "quarterly review meetings"
        let meeting = |h: &Range<usize>| passage.tokens().says(h.end..h.end + 4, "meeting|meetings");
        let reach = if row { 14 } else { 12 };
        // "six monthly" is not monthly.
        let longer = |h: &Range<usize>| {
            OFTEN.iter().flat_map(|o| passage.each(o.1)).any(|o| o.end == h.end && o.start < h.start)
        };
        let mut times = passage.each(cue).filter(|h| !meeting(h) && !of_year(h) && !longer(h));
        let near = times.find(|h| passage.each(REPORT).any(|r| h.between(&r).len() <= reach));
        // "quarterly performance reports" in a list of duties
        let named = |at: &Range<usize>| passage.each(REPORT).any(|r| at.before(&r, 0)) && !passage.has(BUYER);
        if let Some(at) = near.filter(|at| told || named(at)) {
            let fact = Fact::new("reporting.frequency", passage.evidence(&[&report, &at])).named(name);
            facts.add(fact.stance(Stance::Required));
        }
    }
}
