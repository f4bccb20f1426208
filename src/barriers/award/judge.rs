//! Judging award criteria.

use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::language::number::decimal;
use crate::list::Listed;
use crate::report::{Buyer, Nation, Nature, Severity};
use crate::words::{grouped, pounds};

use Severity::{High, Low, Medium};

/// Weights of less than this are those of parts.
const WHOLE: f64 = 99.0;

/// The weight of a criterion: the largest at one level, of the whole contract or of any lot, with its facts.
fn weight(case: &Case, kind: &str) -> Option<(f64, Vec<usize>)> {
    let most = case.of(kind).filter_map(|(_, f)| f.number()).max_by(f64::total_cmp)?;
    Some((most, case.of(kind).that(&|f| f.number() == Some(most))))
}

/// AWD-1.
pub fn price(case: &Case, findings: &mut Findings) {
    let rule = "award.price-heavy";
    let only: Vec<usize> = case.of("award.price_only").indexes();
    let weighed = weight(case, "award.price_weight");
    let (share, facts) = match weighed {
        // A weight for quality shows that "lowest price" was about something else.
        _ if !only.is_empty() && weight(case, "award.quality_weight").is_none() => (100.0, only),
        Some(weighed) => weighed,
        None => return,
    };
    let limit = |name: &str| case.threshold(rule, name);
    let severity = match case.nature() {
        Some(Nature::PeopleServices | Nature::Services) if share >= limit("services_high") => High,
        Some(Nature::PeopleServices) if share > limit("people_medium") => Medium,
        Some(Nature::Services) if share >= limit("services_medium") => Medium,
        Some(Nature::PeopleServices | Nature::Services) if share >= limit("services_low") => Low,
        Some(Nature::Works | Nature::Goods) if share >= limit("goods_medium") => Medium,
        None if share >= limit("services_high") => Medium,
        None if share >= limit("services_medium") => Low,
        _ => return,
    };
    let draft = Draft::barrier(rule, severity).arg("share", grouped(share)).figure("demand", share, "percent");
    let only = share >= 100.0;
    findings.add(if only { draft.variant("only") } else { draft }.facts(facts));
}

/// AWD-3: none, or little; an enabler where there is much.
pub fn social_value(case: &Case, findings: &mut Findings) {
    let rule = "award.social-value";
    let share = |kind: &str| weight(case, kind).map_or(0.0, |w| w.0);
    if let Some((social, facts)) = weight(case, "award.social_value_weight") {
        let draft = if social >= case.threshold(rule, "good") {
            Draft::enabler("enabler.social-value")
        } else {
            Draft::barrier(rule, Low).variant("little").figure("demand", social, "percent")
        };
        findings.add(draft.arg("share", grouped(social)).facts(facts));
        return;
    }
    // A notice names the top level only; social value may be a part of quality there.
    let whole = share("award.price_weight") + share("award.quality_weight") >= WHOLE;
    let spoken_of = case.facts.iter().any(|f| f.kind.starts_with("social_value."));
    if !whole || spoken_of || !case.papers.invitation() || case.papers.unread() {
        return;
    }
    let above = case.circumstances.above_threshold.value == Some(true);
    let central = case.circumstances.buyer.value == Some(Buyer::Central);
    let policy = above && (central && case.applies("ppn-002") || case.nation() == Some(Nation::NorthernIreland));
    let facts = [weight(case, "award.price_weight"), weight(case, "award.quality_weight")];
    // The policies are about contracts above the threshold; below it, asking for none is a choice.
    let severity = match case.circumstances.above_threshold.value {
        _ if policy => High,
        Some(false) => Low,
        _ => Medium,
    };
    let draft = Draft::barrier(rule, severity);
    let draft = if policy { draft.variant("policy") } else { draft };
    findings.add(draft.facts(facts.into_iter().flatten().flat_map(|w| w.1)));
}

/// AWD-2.
pub fn threshold(case: &Case, findings: &mut Findings) {
    let rule = "award.quality-threshold";
    let share = |text: &str| -> Option<f64> {
        if let Some(percent) = text.strip_suffix('%') {
            return Some(decimal(percent)? / 100.0);
        }
        let (score, whole) = text.split_once('/')?;
        Some(decimal(score)? / decimal(whole)?)
    };
    let all: Vec<_> = case.of("award.quality_threshold").filter_map(|(i, f)| Some((i, f.text()?))).listed();
    let heaviest = all.iter().filter_map(|&(i, t)| Some((i, t, share(t)?))).max_by(|a, b| a.2.total_cmp(&b.2));
    let Some((index, text, reached)) = heaviest else {
        if !all.is_empty() {
            findings.undecided(rule, "undecided");
        }
        return;
    };
    let severity = if reached >= case.threshold(rule, "medium_share") {
        Medium
    } else if reached >= case.threshold(rule, "low_share") {
        Low
    } else {
        return;
    };
    findings.add(Draft::barrier(rule, severity).arg("score", text.replace('/', " out of ")).fact(index));
}

/// AWD-4. That something was not found is never sure, so it is not high although a law asks for it.
pub fn method(case: &Case, findings: &mut Findings) {
    let Some((_, facts)) = weight(case, "award.quality_weight") else { return };
    let explained = case.of("award.method").next().is_some();
    if explained || !case.papers.invitation() || case.papers.unread() {
        return;
    }
    let law = case.law_binds("pa23-23-3");
    let draft = Draft::barrier("award.method", if law { Medium } else { Low });
    findings.add(if law { draft.variant("law") } else { draft }.facts(facts));
}

/// AWD-6.
pub fn rate_cap(case: &Case, findings: &mut Findings) {
    let rule = "award.rate-cap";
    let caps = || case.asked("award.rate_cap");
    let hourly = caps().filter(|(_, f)| f.basis.as_deref() == Some("hour"));
    let lowest = hourly.filter_map(|(i, f)| Some((i, f.number()?))).min_by(|a, b| a.1.total_cmp(&b.1));
    match lowest {
        Some((index, rate)) if rate < case.threshold(rule, "hour_of_work") => {
            let draft = Draft::barrier(rule, Medium).arg("rate", pounds(rate)).figure("demand", rate, "GBP");
            findings.add(draft.fact(index));
        }
        Some(_) => {}
        None => {
            let facts: Vec<usize> = caps().map(|(i, _)| i).listed();
            if !facts.is_empty() {
                findings.add(Draft::query(rule).variant("query").facts(facts));
            }
        }
    }
}
