//! What an organisation is and has done, against what is asked.

use super::demands::{Answer, Asked, When, later, short, softened, when, without_body, words_of};
use super::profile::name_of;
use super::words::{amount, say};
use super::{Accounts, Case, LegalForm, State};
use crate::fact::Stance;
use crate::language::date::from_iso;

/// Schemes that stand in for another: who holds the first meets a demand for the second.
const STANDS_FOR: [(&str, &str); 5] = [
    ("Cyber Essentials Plus", "Cyber Essentials"),
    // Members of Safety Schemes in Procurement.
    ("CHAS", "SSIP"),
    ("SafeContractor", "SSIP"),
    ("SMAS", "SSIP"),
    ("Acclaim", "SSIP"),
];
/// Most people of a small or medium-sized enterprise, by the European Commission's recommendation 2003/361/EC, which
/// public notices use.
const MOST_OF_SME: f64 = 250.0;

pub(super) fn accounts(case: &Case, asked: &Asked) -> Option<Answer> {
    if asked.fact.details.get("when") == Some("during_contract") {
        return None;
    }
    let Some(accounts) = case.profile.accounts else { return Some(Answer::new(State::Open, "said-open", &[])) };
    let yours = say(&format!("accounts-{}", name_of(&accounts)), &[]);
    let args = [("yours", yours.clone())];
    let answer = match accounts {
        Accounts::Audited => Answer::new(State::Met, "said-have", &args),
        _ if softened(case, asked) == Some("way-law") => Answer::new(State::Met, "said-audit-law", &args),
        _ => short(case, asked, "said-audit", &args),
    };
    Some(answer.yours(yours))
}

/// How many references fall into the years that count; those without a year may.
pub(super) fn references(case: &Case, asked: &Asked) -> Answer {
    let Some(references) = &case.profile.references else { return Answer::new(State::Open, "said-open", &[]) };
    let window = case.of("experience.window").filter(|(_, fact)| fact.stance == Stance::Required && case.counts(fact));
    let window = window.filter_map(|(_, fact)| fact.number()).reduce(f64::min);
    let this_year = case.today.or_else(|| from_iso(case.report.circumstances.as_of.value.as_ref()?));
    let since = window.and_then(|years| Some(f64::from(this_year?.year()) - years));
    let sure = references.iter().filter(|r| since.is_none_or(|since| r.year.is_some_and(|year| year >= since)));
    let perhaps = references.iter().filter(|r| since.is_none_or(|since| r.year.is_none_or(|year| year >= since)));
    let (sure, perhaps) = (sure.count() as f64, perhaps.count() as f64);
    let unit = asked.fact.unit.as_deref().unwrap_or("references");
    // Where only an upper limit is named, one is something and none is nothing.
    let most = asked.fact.details.get("limit") == Some("most");
    let need = if most { Some(1.0) } else { asked.fact.number() };
    let need = need.unwrap_or(1.0);
    let years = window.map_or_else(String::new, |years| amount(years, "years"));
    let args = [("yours", amount(sure, unit)), ("asked", amount(need, unit)), ("years", years)];
    let attribute = if window.is_some() { "said-references-window" } else { "said-met" };
    let answer = if sure >= need {
        Answer::new(State::Met, attribute, &args)
    } else if perhaps >= need {
        Answer::new(State::Open, "said-references-years", &args)
    } else {
        short(case, asked, if window.is_some() { "said-references-short" } else { "said-short" }, &args)
    };
    let answer =
        if most { Answer { asked: Some(say("asked-most", &[("asked", words_of(asked))])), ..answer } } else { answer };
    answer.yours(args[0].1.clone())
}

/// "Of similar size" names no amount: work as large as the whole contract is proof, smaller work is to be asked about.
pub(super) fn similar(case: &Case, _asked: &Asked) -> Answer {
    let Some(largest) = case.profile.largest_contract else { return Answer::new(State::Open, "said-open", &[]) };
    let chosen = case.chosen.iter().filter_map(|lot| case.lot_value(lot).0).reduce(f64::min);
    let value = chosen.or(case.report.circumstances.value.value);
    let yours = amount(largest, "GBP");
    match value {
        Some(value) if largest >= value => {
            Answer::new(State::Met, "said-similar", &[("yours", yours.clone()), ("asked", amount(value, "GBP"))])
        }
        _ => Answer::new(State::Ask, "said-similar-ask", &[("yours", yours.clone())]),
    }
    .yours(yours)
}

/// Years of experience may be those of people: years of trading can prove that they are there, not that they are not.
pub(super) fn years(case: &Case, asked: &Asked) -> Answer {
    let staff = asked.fact.details.get("of") == Some("staff");
    match (asked.fact.number(), case.profile.years_trading) {
        (Some(need), Some(mine)) if mine >= need && !staff => {
            let args = [("yours", amount(mine, "years")), ("asked", amount(need, "years"))];
            Answer::new(State::Met, "said-met", &args).yours(args[0].1.clone())
        }
        _ => Answer::new(State::Open, "said-experience", &[]),
    }
}

pub(super) fn named_buyer(case: &Case, asked: &Asked) -> Answer {
    let name = words_of(asked).to_lowercase();
    let references = case.profile.references.iter().flatten().filter_map(|r| r.buyer.as_ref());
    let known =
        references.map(|buyer| buyer.to_lowercase()).any(|buyer| buyer.contains(&name) || name.contains(&buyer));
    if known { Answer::new(State::Met, "said-have", &[]) } else { Answer::new(State::Ask, "said-named-buyer", &[]) }
}

pub(super) fn public_sector(case: &Case, asked: &Asked) -> Answer {
    let Some(references) = &case.profile.references else { return Answer::new(State::Open, "said-open", &[]) };
    if references.iter().any(|r| r.public == Some(true)) {
        return Answer::new(State::Met, "said-have", &[]);
    }
    if references.iter().any(|r| r.public.is_none()) {
        return Answer::new(State::Open, "said-open", &[]);
    }
    short(case, asked, "said-not-public", &[])
}

/// A certificate: held, on the way, to be got, or beyond reach when bids are due.
pub(super) fn scheme(case: &Case, asked: &Asked) -> Answer {
    let name = asked.fact.text().unwrap_or_default();
    let any: Vec<&str> = match asked.fact.details.get("one_of") {
        Some(names) => names.split(", ").collect(),
        None => vec![name],
    };
    let stands = |held: &str| {
        let held = plain(held);
        let same = any.iter().any(|name| plain(name) == held);
        same || STANDS_FOR.iter().any(|(better, good)| plain(better) == held && any.contains(good))
    };
    let shown = if any.len() > 1 { say("asked-one-of", &[("names", any.join(", "))]) } else { name.to_owned() };
    let timing = when(case, asked, "accreditation.timing");
    let held = case.profile.accreditations.iter().flatten().find(|held| stands(held));
    let coming = case.profile.in_progress.iter().flatten().find(|(name, _)| stands(name));
    let args = [("asked", shown.clone())];
    let answer = match (held, coming) {
        (Some(held), _) => Answer::new(State::Met, "said-held", &[("yours", held.clone())]).yours(held.clone()),
        (None, Some((name, day))) => coming_by(case, &timing, name, day),
        (None, None) if case.profile.accreditations.is_none() => Answer::new(State::Open, "said-open", &args),
        (None, None) => not_held(case, asked, &timing, name, &args),
    };
    Answer { asked: Some(shown), ..answer }
}

fn coming_by(case: &Case, timing: &When, name: &str, day: &str) -> Answer {
    let start = case.of("contract.start").find_map(|(_, fact)| fact.text());
    let due = if matches!(timing, When::AtTender) {
        case.of("timetable.deadline").find_map(|(_, fact)| fact.text())
    } else {
        start
    };
    let yours = say("coming", &[("name", name.to_owned()), ("day", super::words::date(day))]);
    let args = [("yours", yours.clone()), ("asked", name.to_owned())];
    // Days of ISO 8601 are in order as their texts are.
    let late = due.is_some_and(|due| !day.is_empty() && day > due);
    let answer = match timing {
        When::AtTender if day.is_empty() || due.is_none() => Answer::new(State::Ask, "said-coming-ask", &args),
        When::AtTender if late => later(timing, &args),
        _ if late => Answer::new(State::Ask, "said-coming-late", &args),
        _ => Answer::new(State::ByStart, "said-coming", &args),
    };
    answer.yours(yours)
}

fn not_held(case: &Case, asked: &Asked, timing: &When, name: &str, args: &[(&str, String)]) -> Answer {
    let equivalents = || case.says("accreditation.equivalents", Stance::Offered);
    match softened(case, asked) {
        Some(way) if way != "way-commit" => Answer::new(State::Ask, way, args),
        None if equivalents() => Answer::new(State::Ask, "way-equivalent", args),
        // A regulator takes months, and some work may not begin without it.
        _ if crate::barriers::accreditation::is_regulator(name) => match timing {
            When::AtTender => Answer::new(State::NotMet, "said-regulator-now", args),
            _ => Answer::new(State::Ask, "said-regulator", args),
        },
        _ => later(timing, args),
    }
    .yours(say("none", &[]))
}

/// A scheme's name without what makes no difference: capitals, blanks, the year of a standard.
fn plain(name: &str) -> String {
    let name = name.split(':').next().unwrap_or(name).to_lowercase();
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    name.trim_start_matches("bsen").trim_start_matches("en").to_owned()
}

pub(super) fn legal_form(case: &Case, asked: &Asked) -> Option<Answer> {
    let Some(form) = case.profile.legal_form else { return Some(Answer::new(State::Open, "said-open", &[])) };
    let yours = say(&format!("form-{}", name_of(&form)), &[]);
    let wanted = asked.fact.text().unwrap_or_default();
    let args = [("yours", yours.clone()), ("asked", words_of(asked))];
    let charity = matches!(
        form,
        LegalForm::CharitableCompany | LegalForm::CharitableIncorporatedOrganisation | LegalForm::CharitableTrust
    );
    let company = matches!(
        form,
        LegalForm::CommunityInterestCompany
            | LegalForm::CharitableCompany
            | LegalForm::CompanyByGuarantee
            | LegalForm::CompanyByShares
    );
    let answer = if asked.fact.stance == Stance::RuledOut {
        let out = match wanted {
            "sole trader" | "individual" => form == LegalForm::SoleTrader,
            "charity" => charity,
            "unincorporated" => matches!(form, LegalForm::UnincorporatedAssociation | LegalForm::CharitableTrust),
            "partnership" => form == LegalForm::Partnership,
            _ => return None,
        };
        let answer =
            if out { short(case, asked, "said-form-out", &args) } else { Answer::new(State::Met, "said-form", &args) };
        Answer { asked: Some(say("asked-not", &args)), ..answer }
    } else if company {
        Answer::new(State::Met, "said-form", &args)
    } else if without_body(form) && wanted != "company number" {
        short(case, asked, "said-form-short", &args)
    } else {
        // Corporate bodies that are no companies are often meant to be in, and a form may only have a field for a number.
        Answer::new(State::Ask, "said-form-ask", &args)
    };
    Some(answer.yours(yours))
}

/// Who a contract is reserved for.
pub(super) fn reserved(case: &Case, asked: &Asked) -> Answer {
    let form = case.profile.legal_form;
    let answer = match (asked.fact.text().unwrap_or_default(), form) {
        ("vcse", Some(LegalForm::CompanyByShares | LegalForm::SoleTrader | LegalForm::Partnership)) => {
            Answer::new(State::Ask, "said-reserved-ask", &[])
        }
        ("vcse", Some(LegalForm::LimitedLiabilityPartnership)) => Answer::new(State::Ask, "said-reserved-ask", &[]),
        ("vcse", Some(_)) => Answer::new(State::Met, "said-reserved", &[]),
        ("sme", _) => match case.profile.staff {
            Some(staff) if staff < MOST_OF_SME => Answer::new(State::Met, "said-reserved", &[]),
            _ => Answer::new(State::Open, "said-judge", &[]),
        },
        _ => Answer::new(State::Open, "said-judge", &[]),
    };
    match form {
        Some(form) => answer.yours(say(&format!("form-{}", name_of(&form)), &[])),
        None => answer,
    }
}
