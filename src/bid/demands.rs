//! What is asked of a bidder, and whether an organisation has it.
//!
//! A demand is *not met* only when fact and profile prove it and nothing that was read softens it. What the buyer only
//! prefers is no demand.

use super::words::{amount, asked, say, title};
use super::{Case, Demand, LegalForm, State, record};
use crate::fact::{Fact, Stance};

/// A demand with all facts that say it.
pub(super) struct Asked<'a> {
    pub fact: &'a Fact,
    pub all: Vec<(usize, &'a Fact)>,
    /// The lot that it is weighed for.
    pub lot: Option<String>,
}

/// What comes of a demand.
pub(super) struct Answer {
    pub state: State,
    pub yours: Option<String>,
    pub reason: String,
    pub curable: bool,
    /// What is asked, where that is to be said in other words than the fact's.
    pub asked: Option<String>,
}

impl Answer {
    pub fn new(state: State, message: &str, args: &[(&str, String)]) -> Self {
        Self { state, yours: None, reason: say(message, args), curable: false, asked: None }
    }

    pub fn yours(mut self, yours: impl Into<String>) -> Self {
        self.yours = Some(yours.into());
        self
    }

    fn curable(mut self) -> Self {
        self.curable = true;
        self
    }
}

/// Kinds that joint bidders can meet between them.
const BETWEEN_THEM: [&str; 8] = [
    "experience.contract_value",
    "experience.public_sector",
    "experience.references",
    "finance.accounts_years",
    "finance.net_assets",
    "finance.turnover_minimum",
    "finance.turnover_multiple",
    "workforce.headcount",
];
/// Kinds for which the way of new organisations is meant.
const OF_NEW: [&str; 5] = [
    "finance.accounts_years",
    "finance.audited_accounts",
    "finance.trading_years",
    "finance.turnover_minimum",
    "finance.turnover_multiple",
];
/// An organisation that has traded for so many years is no new one, where the documents name no years.
const NEW: f64 = 3.0;

/// All demands, the unmet first.
pub(super) fn demands(case: &Case) -> Vec<Demand> {
    let mut out: Vec<Demand> = vec![];
    for asked in all_asked(case) {
        let Some(answer) = answer(case, &asked) else { continue };
        out.push(demand(asked, answer));
    }
    let weight = |demand: &Demand| match (demand.state, demand.curable) {
        (State::NotMet, false) => 0,
        (State::NotMet, true) => 1,
        (State::Ask, _) => 2,
        (State::Open, _) => 3,
        (State::ByStart, _) => 4,
        (State::Met, _) => 5,
    };
    crate::order::sort_by(&mut out, |a, b| weight(a).cmp(&weight(b)));
    out
}

fn demand(asked: Asked, answer: Answer) -> Demand {
    let mut places: Vec<crate::report::Place> = vec![];
    for place in asked.all.iter().flat_map(|(_, fact)| &fact.places) {
        if !places.contains(place) {
            places.push(place.clone());
        }
    }
    Demand {
        kind: asked.fact.kind.to_string(),
        title: title(&asked.fact.kind),
        asked: answer.asked.unwrap_or_else(|| super::words::asked(asked.fact)),
        yours: answer.yours,
        state: answer.state,
        reason: answer.reason,
        curable: answer.curable,
        lot: asked.lot,
        facts: asked.all.iter().map(|(index, _)| *index).collect(),
        places,
    }
}

/// What is asked strictly, the same thing once.
fn all_asked<'a>(case: &Case<'a>) -> Vec<Asked<'a>> {
    let mut out: Vec<Asked> = vec![];
    for &(index, fact) in &case.facts {
        if !is_demand(fact) || !case.counts(fact) {
            continue;
        }
        // An amount that is named elsewhere says more than that there is one.
        let same = |other: &Fact| other.kind == fact.kind && (fact.lot.is_none() || other.lot == fact.lot);
        let valued = |(_, other): &(usize, &Fact)| other.value.is_some() && is_demand(other) && same(other);
        if fact.value.is_none() && case.facts.iter().any(valued) {
            continue;
        }
        let known = |asked: &&mut Asked| {
            asked.fact.kind == fact.kind && asked.fact.value == fact.value && asked.fact.lot == fact.lot
        };
        if let Some(asked) = out.iter_mut().find(known) {
            asked.all.push((index, fact));
        } else {
            out.push(Asked { fact, all: vec![(index, fact)], lot: fact.lot.clone() });
        }
    }
    by_lot(case, out)
}

/// A multiple of the value of lots is another amount for each; where those amounts are named too, they are enough.
fn by_lot<'a>(case: &Case<'a>, asked: Vec<Asked<'a>>) -> Vec<Asked<'a>> {
    let named = asked.iter().any(|a| a.fact.kind == "finance.turnover_minimum" && a.lot.is_some());
    let mut out = vec![];
    for one in asked {
        if one.fact.kind != "finance.turnover_multiple" || one.lot.is_some() || case.lots.is_empty() {
            out.push(one);
        } else if !named {
            let of_lot = |lot: &String| Asked { fact: one.fact, all: one.all.clone(), lot: Some(lot.clone()) };
            out.extend(case.chosen.iter().map(of_lot));
        }
    }
    out
}

fn is_demand(fact: &Fact) -> bool {
    match &*fact.kind {
        "reserved" => true,
        "organisation.legal_form" => matches!(fact.stance, Stance::Required | Stance::RuledOut),
        _ => fact.stance == Stance::Required,
    }
}

/// What comes of a demand; none where its kind is no demand on the organisation.
fn answer(case: &Case, asked: &Asked) -> Option<Answer> {
    let (profile, kind) = (case.profile, &*asked.fact.kind);
    Some(match kind {
        "finance.turnover_minimum" if asked.fact.foreign() => Answer::new(State::Open, "said-currency", &[]),
        "finance.turnover_minimum" => match asked.fact.number() {
            Some(least) => turnover(case, asked, least),
            None => Answer::new(State::Ask, "said-no-amount", &[]),
        },
        "finance.turnover_multiple" => multiple(case, asked)?,
        "finance.trading_years" => least(case, asked, profile.years_trading),
        "finance.accounts_years" => {
            // Nobody has accounts of more years than it has traded.
            let years = profile.accounts_years.or(profile.years_trading.filter(|y| Some(*y) < asked.fact.number()));
            least(case, asked, years)
        }
        "finance.audited_accounts" => record::accounts(case, asked)?,
        "finance.credit_score" => least(case, asked, profile.credit_score),
        "finance.credit_check" if asked.fact.details.has("decides") => Answer::new(State::Ask, "said-credit", &[]),
        "finance.ratio" => ratio(case, asked),
        "finance.net_assets" => least(case, asked, profile.net_assets),
        "finance.parent_guarantee" => guarantee(case, asked)?,
        "finance.bond" => bond(case, asked)?,
        "finance.self_funding" => own_money(case, asked),
        "insurance.run_off" => Answer::new(State::ByStart, "said-run-off", &[]),
        "insurance.term" | "insurance.timing" => return None,
        "experience.references" => record::references(case, asked),
        "experience.contract_value" => {
            let references = profile.references.iter().flatten().filter_map(|r| r.value);
            let most = references
                .chain(profile.largest_contract)
                .fold(None, |most: Option<f64>, v| Some(most.map_or(v, |most| most.max(v))));
            least(case, asked, most)
        }
        "experience.similar_size" => record::similar(case, asked),
        "experience.years" => record::years(case, asked),
        "experience.named_buyer" => record::named_buyer(case, asked),
        "experience.public_sector" => record::public_sector(case, asked),
        "accreditation.scheme" => record::scheme(case, asked),
        "organisation.legal_form" => record::legal_form(case, asked)?,
        "reserved" => record::reserved(case, asked),
        "workforce.headcount" => least(case, asked, profile.staff),
        "workforce.living_wage" => match profile.living_wage {
            Some(true) => Answer::new(State::Met, "said-have", &[]).yours(say("yes", &[])),
            Some(false) => Answer::new(State::ByStart, "said-wages", &[]).yours(say("no", &[])),
            None => Answer::new(State::Open, "said-open", &[]),
        },
        "specification.brand" if asked.fact.equivalent == Some(true) => return None,
        "coverage.area" | "lots.all_required" | "process.systems" | "social_value.target" | "specification.brand" => {
            Answer::new(State::Open, "said-judge", &[])
        }
        _ if kind.starts_with("insurance.") => cover(case, asked),
        _ => return None,
    })
}

/// What is said where a thing is short of a demand: softened, it is to be asked about.
pub(super) fn short(case: &Case, asked: &Asked, message: &str, args: &[(&str, String)]) -> Answer {
    match softened(case, asked) {
        Some(way) => Answer::new(State::Ask, way, args),
        None => Answer::new(State::NotMet, message, args),
    }
}

/// What softens a demand that is not met, as the name of its message.
pub(super) fn softened(case: &Case, asked: &Asked) -> Option<&'static str> {
    let has = |name: &str| asked.all.iter().any(|(_, fact)| fact.conditions.iter().any(|c| c == name));
    let kind = &*asked.fact.kind;
    if has("other_evidence") || asked.all.iter().any(|(_, fact)| fact.details.has("instead")) {
        return Some("way-other-evidence");
    }
    if has("or_equivalent") || asked.all.iter().any(|(_, fact)| fact.equivalent == Some(true)) {
        return Some("way-equivalent");
    }
    if has("or_commit_to_obtain") {
        return Some("way-commit");
    }
    if has("where_required_by_law") {
        return Some("way-law");
    }
    if has("if_applicable") || has("for_information") {
        return Some("way-if-applicable");
    }
    if OF_NEW.contains(&kind) && new_route(case) {
        return Some("way-new");
    }
    let parent = |(_, fact): (usize, &Fact)| fact.asked() || fact.stance == Stance::Offered;
    if matches!(
        kind,
        "finance.credit_score" | "finance.ratio" | "finance.turnover_minimum" | "finance.turnover_multiple"
    ) && case.profile.parent == Some(true)
        && case.of("finance.parent_guarantee").any(parent)
    {
        return Some("way-parent");
    }
    let together = case.says("partnership.consortium", Stance::Offered);
    let alone = case.says("partnership.each_must_meet", Stance::Required)
        || kind.starts_with("experience.") && asked.all.iter().any(|(_, fact)| fact.details.has("partners"));
    (BETWEEN_THEM.contains(&kind) && together && !alone).then_some("way-together")
}

/// Whether other evidence is accepted from new organisations, and this may be one.
fn new_route(case: &Case) -> bool {
    let young = |route: &Fact| {
        let until = route.number().unwrap_or(NEW).max(NEW);
        case.profile.years_trading.is_none_or(|years| years < until)
    };
    case.of("finance.new_business_route").any(|(_, route)| route.stance == Stance::Offered && young(route))
}

/// A thing of which there must be at least so much.
fn least(case: &Case, asked: &Asked, mine: Option<f64>) -> Answer {
    let unit = asked.fact.unit.as_deref().unwrap_or_default();
    if asked.fact.foreign() {
        return Answer::new(State::Open, "said-currency", &[]);
    }
    let Some(need) = asked.fact.number() else { return Answer::new(State::Ask, "said-no-amount", &[]) };
    let Some(mine) = mine else { return Answer::new(State::Open, "said-open", &[]) };
    let args = [("yours", amount(mine, unit)), ("asked", amount(need, unit))];
    let answer =
        if mine >= need { Answer::new(State::Met, "said-met", &args) } else { short(case, asked, "said-short", &args) };
    answer.yours(args[0].1.clone())
}

/// The last two years count as proof that turnover is enough; that it is not is proven only where no year reaches it.
fn turnover(case: &Case, asked: &Asked, need: f64) -> Answer {
    let years: Vec<(&String, &f64)> = case.profile.turnover.iter().flatten().rev().collect();
    let Some((year, last)) = years.first() else { return Answer::new(State::Open, "said-open", &[]) };
    let yours = say("turnover-of", &[("amount", amount(**last, "GBP")), ("year", (*year).clone())]);
    let args = [("yours", amount(**last, "GBP")), ("asked", amount(need, "GBP"))];
    let answer = if years.iter().take(2).all(|(_, amount)| **amount >= need) {
        Answer::new(State::Met, "said-met", &args)
    } else if years.iter().all(|(_, amount)| **amount < need) {
        short(case, asked, "said-short", &args)
    } else {
        Answer::new(State::Ask, "said-which-year", &args)
    };
    answer.yours(yours)
}

/// Turnover as a multiple of the contract's value, or of a lot's.
fn multiple(case: &Case, asked: &Asked) -> Option<Answer> {
    let times = asked.fact.number()?;
    let circumstances = &case.report.circumstances;
    let (total, annual) = match &asked.lot {
        Some(lot) => case.lot_value(lot),
        None => (circumstances.value.value, circumstances.annual_value.value),
    };
    // Where the basis is not said, only the smaller sum is proof.
    let (base, basis) = match asked.fact.basis.as_deref() {
        Some("annual") => (annual, "annual"),
        Some("total") => (total, "total"),
        _ => (annual.or(total), "annual"),
    };
    let Some(base) = base.filter(|base| *base > 0.0) else {
        return Some(Answer::new(State::Ask, "said-no-value", &[]));
    };
    let args = [
        ("times", crate::words::grouped(times)),
        ("base", amount(base, "GBP")),
        ("need", amount(times * base, "GBP")),
        ("basis", basis.to_owned()),
    ];
    Some(Answer { asked: Some(say("asked-multiple", &args)), ..turnover(case, asked, times * base) })
}

fn ratio(case: &Case, asked: &Asked) -> Answer {
    match (asked.fact.details.get("name"), asked.fact.number()) {
        (Some("current"), Some(_)) => least(case, asked, case.profile.current_ratio),
        (Some("acid_test"), Some(_)) => least(case, asked, case.profile.acid_test),
        _ => Answer::new(State::Open, "said-judge", &[]),
    }
}

fn guarantee(case: &Case, asked: &Asked) -> Option<Answer> {
    let optional = asked.fact.text() == Some("optional");
    match case.profile.parent {
        _ if optional => None,
        Some(true) => Some(Answer::new(State::ByStart, "said-parent", &[])),
        Some(false) if softened(case, asked) == Some("way-if-applicable") => {
            Some(Answer::new(State::Met, "said-no-parent", &[]))
        }
        _ => Some(Answer::new(State::Ask, "said-ask-parent", &[])),
    }
}

/// A bond is had for money put down or for a premium; whether a small organisation gets one is for its bank to say.
fn bond(case: &Case, asked: &Asked) -> Option<Answer> {
    let fact = asked.fact;
    if fact.text() == Some("optional") {
        return None;
    }
    let of_value = |percent: f64| case.report.circumstances.value.value.map(|value| value * percent / 100.0);
    let sum = match fact.unit.as_deref() {
        Some("GBP") => fact.number(),
        Some("percent") => fact.number().and_then(of_value),
        _ => None,
    };
    let Some(sum) = sum else { return Some(Answer::new(State::Ask, "said-bond", &[("sum", "0".to_owned())])) };
    let args = [("sum", amount(sum, "GBP"))];
    Some(match case.profile.cash {
        Some(cash) if cash >= sum && fact.details.get("type") != Some("bid") => {
            Answer::new(State::ByStart, "said-bond-cash", &args).yours(amount(cash, "GBP"))
        }
        Some(cash) => Answer::new(State::Ask, "said-bond", &args).yours(amount(cash, "GBP")),
        None => Answer::new(State::Ask, "said-bond", &args),
    })
}

fn own_money(case: &Case, asked: &Asked) -> Answer {
    match (asked.fact.number(), case.profile.cash) {
        (Some(need), Some(cash)) => {
            let args = [("yours", amount(cash, "GBP")), ("asked", amount(need, "GBP"))];
            let (state, message) =
                if cash >= need { (State::Met, "said-met") } else { (State::Ask, "said-self-funding") };
            Answer::new(state, message, &args).yours(args[0].1.clone())
        }
        _ => Answer::new(State::Open, "said-judge", &[]),
    }
}

/// When a thing must be there, as far as the documents say.
pub(super) enum When {
    AtTender,
    BeforeAward,
    BeforeStart,
    /// A promise to get it is enough.
    Promise,
    NotSaid,
    /// Two passages say two things.
    Unclear,
}

/// When cover or a certificate must be there: by its own words, or by what is said of all.
pub(super) fn when(case: &Case, asked: &Asked, of_all: &str) -> When {
    if softened(case, asked) == Some("way-commit") {
        return When::Promise;
    }
    let own = |timing: &str| asked.all.iter().any(|(_, fact)| fact.timing.as_deref() == Some(timing));
    let all = |timing: &str, stance: Option<Stance>| {
        let says = |fact: &Fact| fact.text() == Some(timing) && stance.is_none_or(|stance| fact.stance == stance);
        case.of(of_all).any(|(_, fact)| says(fact) && (fact.asked() || fact.stance == Stance::Offered))
    };
    let at_tender = own("at_tender") || all("at_tender", Some(Stance::Required));
    let promise = all("before_start", Some(Stance::Offered));
    let later = promise || own("before_start") || all("before_start", None);
    match () {
        () if at_tender && later => When::Unclear,
        () if at_tender => When::AtTender,
        () if promise => When::Promise,
        () if later => When::BeforeStart,
        () if own("before_award") || all("before_award", None) => When::BeforeAward,
        () => When::NotSaid,
    }
}

/// Something that is not there yet and can be bought or got.
pub(super) fn later(when: &When, args: &[(&str, String)]) -> Answer {
    match when {
        When::AtTender => Answer::new(State::NotMet, "later-at-tender", args).curable(),
        When::BeforeAward => Answer::new(State::ByStart, "later-award", args),
        When::BeforeStart => Answer::new(State::ByStart, "later-start", args),
        When::Promise => Answer::new(State::ByStart, "later-promise", args),
        When::NotSaid => Answer::new(State::ByStart, "later-not-said", args),
        When::Unclear => Answer::new(State::Ask, "later-unclear", args),
    }
}

/// The legal forms without a company of any kind: they are none that a register of companies knows.
pub(super) fn without_body(form: LegalForm) -> bool {
    matches!(
        form,
        LegalForm::CharitableTrust
            | LegalForm::Partnership
            | LegalForm::SoleTrader
            | LegalForm::UnincorporatedAssociation
    )
}

fn cover(case: &Case, asked: &Asked) -> Answer {
    let name = asked.fact.kind.trim_start_matches("insurance.");
    if name == "employers_liability" && case.profile.staff == Some(0.0) && softened(case, asked).is_some() {
        return Answer::new(State::Met, "said-no-staff", &[]);
    }
    let mine = case.profile.cover.as_ref().and_then(|cover| cover.get(name)).copied();
    let yours = mine.map(|mine| if mine == 0.0 { say("none", &[]) } else { amount(mine, "GBP") });
    if asked.fact.foreign() {
        return Answer { yours, ..Answer::new(State::Open, "said-currency", &[]) };
    }
    let args = [("yours", yours.clone().unwrap_or_default()), ("asked", super::words::asked(asked.fact))];
    let timing = when(case, asked, "insurance.timing");
    let answer = match (asked.fact.number(), mine) {
        (Some(need), Some(mine)) if mine >= need => Answer::new(State::Met, "said-met", &args),
        (None, Some(mine)) if mine > 0.0 => Answer::new(State::Ask, "said-no-amount", &args),
        // Only its people know whether they have it now, and that is what counts here.
        (_, None) if matches!(timing, When::AtTender | When::Unclear) => Answer::new(State::Open, "said-open", &args),
        _ => match softened(case, asked) {
            Some(way) if way != "way-commit" => Answer::new(State::Ask, way, &args),
            _ => later(&timing, &args),
        },
    };
    Answer { yours, ..answer }
}

/// What the documents ask for, in words.
pub(super) fn words_of(asked_for: &Asked) -> String {
    asked(asked_for.fact)
}
