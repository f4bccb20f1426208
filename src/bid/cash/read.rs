//! What is sold and how it is paid for, from facts, circumstances and profile.

use jiff::civil::Date;

use super::super::Case;
use super::super::words::{amount, say};
use super::days::{next, plus_months};
use super::sums::{Terms, Work, pence, pounds};
use super::{MOST_DAYS, MOST_MONTHS};
use crate::fact::{Fact, Stance};
use crate::language::date::from_iso;

/// Days to pay where the documents name none: what the law implies for public contracts, in England and Wales by section 68
/// of the Procurement Act 2023.
const USUAL_DAYS: f64 = 30.0;
/// Usual shares in per cent, and days, where the profile says nothing.
const USUAL_SURPLUS: f64 = 0.0;
const USUAL_WAGES: f64 = 70.0;
const USUAL_SUPPLIER_DAYS: f64 = 30.0;
/// The term in months where none is known.
const USUAL_TERM: i32 = 12;

/// The lots whose price is taken: those that are thought of, and of them no more than one bidder may win, the most
/// valuable ones. Empty for the whole contract.
fn lots<'a>(case: &'a Case) -> Vec<&'a str> {
    let most = case.lot_limit().unwrap_or(usize::MAX).max(1);
    let mut lots: Vec<&str> = case.chosen.iter().map(String::as_str).collect();
    if lots.len() == case.lots.len() && lots.len() <= most {
        return vec![];
    }
    let value = |lot: &str| case.lot_value(lot).0.unwrap_or_default();
    crate::order::sort_by(&mut lots, |a, b| value(b).total_cmp(&value(a)));
    lots.truncate(most);
    lots
}

pub(super) fn work(case: &Case, assumptions: &mut Vec<String>) -> Option<Work> {
    let circumstances = &case.report.circumstances;
    let lots = lots(case);
    let (total, annual) = if lots.is_empty() {
        (circumstances.value.value, circumstances.annual_value.value)
    } else {
        let (total, annual): (Vec<_>, Vec<_>) = lots.iter().map(|lot| case.lot_value(lot)).unzip();
        (total.into_iter().sum(), annual.into_iter().sum())
    };
    let known = circumstances.term.value.filter(|months| *months > 0.0);
    let whole = known.unwrap_or(f64::from(USUAL_TERM)).round().clamp(1.0, 10_000.0) as i32;
    let price = match (total, annual) {
        (Some(total), _) if known.is_some() => total,
        (_, Some(annual)) => annual * f64::from(whole) / 12.0,
        (total, None) => total?,
    };
    if !(price > 0.0 && price <= super::super::LARGEST_AMOUNT) {
        return None;
    }
    let months = whole.min(MOST_MONTHS);
    let price = price * f64::from(months) / f64::from(whole);
    let mut assume = |message: &str, args: &[(&str, String)]| assumptions.push(say(message, args));
    assume("assume-even", &[("price", amount(price, "GBP")), ("months", amount(f64::from(months), "months"))]);
    if !lots.is_empty() {
        assume("assume-lots", &[("lots", lots.join(", "))]);
    }
    if known.is_none() {
        assume("assume-term", &[]);
    } else if months < whole {
        assume("assume-cut", &[("months", amount(f64::from(months), "months"))]);
    }
    let stated = || case.of("contract.start").find_map(|(_, fact)| from_iso(fact.text()?));
    let asked = case.choice.start.as_deref().and_then(from_iso);
    let start = asked.or_else(stated).unwrap_or_else(|| {
        let today = case.today.or_else(|| from_iso(circumstances.as_of.value.as_ref()?));
        let start = next(plus_months(today.unwrap_or(Date::constant(2026, 1, 1)), 3).last_of_month());
        assume("assume-start", &[("day", crate::words::day(start))]);
        start
    });
    // Years of four digits, with room for the term and for payment.
    let start = start.clamp(Date::constant(1970, 1, 1), Date::constant(9900, 1, 1));
    let costs = case.profile.costs.clone().unwrap_or_default();
    let work = Work {
        start,
        months,
        price: pence(price),
        surplus: costs.surplus.unwrap_or(USUAL_SURPLUS),
        wages: costs.wages.unwrap_or(USUAL_WAGES),
        supplier_days: costs.supplier_days.unwrap_or(USUAL_SUPPLIER_DAYS).min(MOST_DAYS) as i32,
        set_up: pence(costs.set_up.unwrap_or_default()),
        vat: case.profile.vat == Some(true),
    };
    let args = [
        ("surplus", crate::words::grouped(work.surplus)),
        ("wages", crate::words::grouped(work.wages)),
        ("days", amount(f64::from(work.supplier_days), "days")),
        ("set_up", amount(pounds(work.set_up), "GBP")),
    ];
    let told = case.profile.costs.as_ref().is_some_and(|c| c.surplus.is_some() && c.wages.is_some());
    assume(if told { "assume-costs" } else { "assume-costs-usual" }, &args);
    if work.set_up > 0 {
        assume("assume-set-up", &args);
    }
    assume(if work.vat { "assume-vat" } else { "assume-no-vat" }, &[]);
    Some(work)
}

pub(super) fn terms(case: &Case, assumptions: &mut Vec<String>) -> Terms {
    let stated = |fact: &Fact| matches!(fact.stance, Stance::Stated | Stance::Required | Stance::Offered);
    let of = |kind: &'static str| case.of(kind).map(|(_, fact)| fact).filter(|fact| stated(fact) && case.counts(fact));
    let mut assume = |message: &str, args: &[(&str, String)]| assumptions.push(say(message, args));
    let days = of("payment.days").filter(|fact| fact.number().is_some());
    let slowest = days.max_by(|a, b| a.number().partial_cmp(&b.number()).unwrap_or(std::cmp::Ordering::Equal));
    let month_end = slowest.is_some_and(|fact| fact.details.get("from") == Some("month_end"));
    let given = case.choice.payment_days.filter(|days| (0.0..=MOST_DAYS).contains(days));
    let days = given.or(slowest.and_then(Fact::number)).unwrap_or_else(|| {
        assume("assume-days", &[("days", amount(USUAL_DAYS, "days"))]);
        USUAL_DAYS
    });
    let slow = of("payment.arrears").filter_map(|fact| every(fact.text()?)).max();
    let ahead = of("payment.advance").filter_map(|fact| every(fact.text()?)).min();
    let (every, advance) = match (slow, ahead) {
        (Some(every), ahead) => {
            if ahead.is_some() {
                assume("assume-arrears", &[]);
            }
            (every, false)
        }
        (None, Some(every)) => (every, true),
        (None, None) => {
            assume("assume-monthly", &[]);
            (1, false)
        }
    };
    let retention = of("payment.retention").filter_map(Fact::number).fold(0.0, f64::max).min(100.0);
    if retention > 0.0 {
        assume("assume-retention", &[("share", crate::words::grouped(retention))]);
    }
    if of("payment.results").next().is_some() {
        assume("assume-results", &[]);
    }
    Terms { days: days.clamp(0.0, MOST_DAYS) as i32, month_end, every, advance, retention }
}

/// Months between invoices; none for a word that does not say.
fn every(word: &str) -> Option<i32> {
    Some(match word {
        "weekly" | "monthly" => 1,
        "quarterly" => 3,
        "six_monthly" => 6,
        "annually" => 12,
        "on_completion" | "upfront" => MOST_MONTHS,
        _ => return None,
    })
}
