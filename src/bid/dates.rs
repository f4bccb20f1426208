//! The days that a tender names, in their order.

use super::words::say;
use super::{Case, Day};
use crate::fact::{Fact, Stance};
use crate::language::date::from_iso;
use crate::report::Place;

/// Kinds of facts that are days, in the order in which they come where two are on one day.
const KINDS: [&str; 7] = [
    "timetable.published",
    "process.site_visit",
    "timetable.clarification_deadline",
    "timetable.deadline",
    "timetable.award",
    "contract.start",
    "contract.end",
];

/// All days that were found. A day that is said in several places is there once.
pub(super) fn dates(case: &Case) -> Vec<Day> {
    let mut out: Vec<Day> = vec![];
    for kind in KINDS {
        for (_, fact) in case.of(kind).filter(|(_, fact)| fact.stance != Stance::RuledOut && case.counts(fact)) {
            let Some(day) = fact.text().filter(|text| from_iso(text).is_some()) else { continue };
            if let Some(known) = out.iter_mut().find(|known| known.kind == kind && known.day == day) {
                known.places.extend(fact.places.iter().cloned());
                known.time = known.time.take().or_else(|| time(fact));
                continue;
            }
            let passed = case.today.is_some_and(|today| from_iso(day).is_some_and(|day| day < today));
            out.push(Day {
                kind: kind.to_owned(),
                title: say(&format!("day-{}", kind.replace('.', "-")), &[]),
                day: day.to_owned(),
                time: time(fact),
                passed,
                places: fact.places.clone(),
            });
        }
    }
    crate::order::sort_by(&mut out, |a, b| a.day.cmp(&b.day));
    out
}

/// The one time of day that the passages of a fact say.
fn time(fact: &Fact) -> Option<String> {
    let mut times: Vec<(u8, u8)> = fact.places.iter().flat_map(|place: &Place| times(&place.quote)).collect();
    times.dedup();
    match times[..] {
        [(hour, minute)] => Some(format!("{hour:02}:{minute:02}")),
        _ => None,
    }
}

/// Times of day in a text: "12 noon", "10 am", "5.30pm", "17:00", "17:00 hours".
fn times(text: &str) -> Vec<(u8, u8)> {
    let text = text.to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
    let words: Vec<&str> = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == ':' || c == '.')).collect();
    let words: Vec<&str> = words.into_iter().map(|w| w.trim_matches('.')).filter(|w| !w.is_empty()).collect();
    let mut out = vec![];
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let half = [("am", 0), ("pm", 12), ("noon", 12)];
        let joined = half.iter().find_map(|(end, add)| Some((word.strip_suffix(end)?, *add)));
        let apart = || half.iter().find(|(end, _)| *end == next).map(|(_, add)| (*word, *add));
        let bare_noon = |text: &str| text.is_empty();
        let found = match joined.filter(|(number, _)| !number.is_empty()).or_else(apart) {
            Some((number, add)) => clock(number)
                .filter(|(hour, _)| (1..=12).contains(hour))
                .map(|(hour, minute)| (hour % 12 + add, minute)),
            // "noon" by itself, where no number stands before it.
            None if joined.is_some_and(|(number, add)| bare_noon(number) && add == 12) && *word == "noon" => {
                let before = at.checked_sub(1).map_or("", |at| words[at]);
                (clock(before).is_none_or(|(hour, _)| hour != 12)).then_some((12, 0))
            }
            None if word.contains(':') => clock(word),
            None => None,
        };
        out.extend(found);
    }
    out
}

/// "5", "5.30" and "17:00" as hour and minute.
fn clock(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    let digits =
        |text: &str, most: usize| !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour, 2) || !digits(minute, 2) || text.contains([':', '.']) && minute.len() != 2 {
        return None;
    }
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read() {
        for (text, time) in [
            ("Tenders must reach the Clerk by 12 noon on Friday 20 February 2026", (12, 0)),
            ("noon on 3 March 2026", (12, 0)),
            ("10 February 2026 at 10 am", (10, 0)),
            ("by 5.30pm on 1 May", (17, 30)),
            ("by 17:00 hours", (17, 0)),
            ("12:00 noon", (12, 0)),
            ("no later than 4 p.m.", (16, 0)),
            ("by 12am", (0, 0)),
        ] {
            let mut found = times(text);
            found.dedup();
            assert_eq!(found, [time], "{text}");
        }
    }

    #[test]
    fn what_is_no_time_of_day_is_none() {
        for text in ["20 February 2026", "clause 5.3", "£5.30", "three pm", "25:00", "lot 12", "13 pm", ""] {
            assert!(times(text).is_empty(), "{text}");
        }
    }
}
