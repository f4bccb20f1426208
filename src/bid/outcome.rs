//! Bid, ask first or hard to bid: what demands, cash and days come to.

use super::words::{date, say};
use super::{Case, Cash, Day, Demand, Lot, Outcome, Reason, State, Verdict};
use crate::report::ReadState;

/// The outcome for the lots that the organisation thinks of, and for each lot.
pub(super) fn outcome(case: &Case, demands: &[Demand], cash: Option<&Cash>, dates: &[Day]) -> (Outcome, Vec<Lot>) {
    let lots: Vec<Lot> = case.lots.iter().map(|lot| of_lot(case, demands, lot)).collect();
    let mut reasons = vec![];
    let passed = dates.iter().find(|day| day.kind == "timetable.deadline" && day.passed);
    if let Some(day) = passed {
        reasons.push(Reason { text: say("reason-passed", &[("day", date(&day.day))]), demands: vec![] });
    }
    let indexes = |wanted: &dyn Fn(&Demand) -> bool| -> Vec<usize> {
        (0..demands.len()).filter(|&at| wanted(&demands[at])).collect()
    };
    let mut add = |message: &str, about: Vec<usize>| {
        if about.is_empty() {
            return false;
        }
        let mut titles: Vec<String> = vec![];
        for &at in &about {
            let title = demands[at].title.clone();
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        let args = [("count", about.len().to_string()), ("what", titles.join(", "))];
        reasons.push(Reason { text: say(message, &args), demands: about });
        true
    };
    let hard = |demand: &Demand| demand.state == State::NotMet && !demand.curable;
    let out = |lot: Option<&str>| demands.iter().any(|d| hard(d) && d.lot.as_deref() == lot);
    // A lot that is out of reach is no reason against the others.
    let all_out = !case.chosen.is_empty() && case.chosen.iter().all(|lot| out(Some(lot)));
    let against = out(None) || all_out;
    add("reason-not-met", indexes(&|d| hard(d) && (d.lot.is_none() || all_out)));
    add("reason-lots", indexes(&|d| hard(d) && d.lot.is_some() && !all_out));
    let curable = add("reason-curable", indexes(&|d| d.state == State::NotMet && d.curable));
    let ask = add("reason-ask", indexes(&|d| d.state == State::Ask));
    let open = add("reason-open", indexes(&|d| d.state == State::Open));
    add("reason-by-start", indexes(&|d| d.state == State::ByStart));
    let met = indexes(&|d| d.state == State::Met);
    let mut first = curable || ask || open;
    if let Some(most) = case.lot_limit().filter(|most| *most < case.lots.len()) {
        reasons.push(Reason { text: say("reason-lot-limit", &[("count", most.to_string())]), demands: vec![] });
    }
    let unread = case.report.coverage.files.iter().filter(|file| file.read != ReadState::Whole).count();
    if unread > 0 {
        first = true;
        reasons.push(Reason { text: say("reason-unread", &[("count", unread.to_string())]), demands: vec![] });
    }
    match cash {
        Some(cash) if cash.gap.is_some_and(|gap| gap > 0.0) => {
            first = true;
            reasons.push(Reason { text: cash.text.clone(), demands: vec![] });
        }
        Some(_) => {}
        None => reasons.push(Reason { text: say("reason-no-value", &[]), demands: vec![] }),
    }
    if demands.is_empty() {
        reasons.push(Reason { text: say("reason-no-demands", &[]), demands: vec![] });
    } else if !met.is_empty() {
        let args = [("count", met.len().to_string()), ("all", demands.len().to_string())];
        reasons.push(Reason { text: say("reason-met", &args), demands: met });
    }
    let result = match () {
        () if against => Verdict::HardToBid,
        () if first => Verdict::AskFirst,
        () => Verdict::Bid,
    };
    let passed = if passed.is_some() { "yes" } else { "no" };
    let text = say(&format!("result-{}", super::profile::name_of(&result)), &[("passed", passed.to_owned())]);
    (Outcome { result, text, reasons, note: say("note", &[]) }, lots)
}

fn of_lot(case: &Case, demands: &[Demand], lot: &str) -> Lot {
    let (value, annual_value) = case.lot_value(lot);
    let chosen = case.chosen.iter().any(|c| c == lot);
    let mine = || demands.iter().filter(|d| d.lot.as_deref().is_none_or(|name| name == lot));
    let result = match () {
        () if mine().any(|d| d.state == State::NotMet && !d.curable) => Verdict::HardToBid,
        () if mine().any(|d| matches!(d.state, State::NotMet | State::Ask | State::Open)) => Verdict::AskFirst,
        () => Verdict::Bid,
    };
    let text = if chosen {
        say(&format!("result-{}", super::profile::name_of(&result)), &[("passed", "no".to_owned())])
    } else {
        say("lot-not-chosen", &[])
    };
    Lot { name: lot.to_owned(), value, annual_value, chosen, result, text }
}
