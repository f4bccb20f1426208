//! The days as a calendar file: iCalendar, RFC 5545.
//!
//! It is written by hand: the crates for it bring a clock, random numbers and a second library of dates into the module,
//! for a file of four kinds of line.

use std::fmt::Write as _;

use super::words::{place, say};
use super::{Case, Day};
use crate::language::date::to_iso;

/// Longest line in bytes, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;
/// When clocks change in the United Kingdom since 1996.
const LONDON: [&str; 16] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "END:STANDARD",
];

/// Writes the days. The same day of the same tender has the same identity in each file, so that a calendar brings it up to
/// date instead of adding it anew.
pub(super) fn write(case: &Case, dates: &[Day]) -> String {
    let mut out = String::new();
    let version = env!("CARGO_PKG_VERSION");
    for text in
        ["BEGIN:VCALENDAR", "VERSION:2.0", &format!("PRODID:-//Tender Check//{version}//EN"), "CALSCALE:GREGORIAN"]
    {
        line(&mut out, text);
    }
    if dates.iter().any(|day| day.time.is_some()) {
        for text in LONDON {
            line(&mut out, text);
        }
        line(&mut out, "END:VTIMEZONE");
    }
    let documents = &case.report.documents;
    let tender = case.tender();
    let stamp = case.today.map(to_iso).or_else(|| case.report.circumstances.as_of.value.clone());
    let stamp = plain(stamp.as_deref().unwrap_or("1970-01-01"));
    for (at, day) in dates.iter().enumerate() {
        let nth = dates[..at].iter().filter(|other| other.kind == day.kind).count();
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}", identity(tender, &day.kind, nth)));
        line(&mut out, &format!("DTSTAMP:{stamp}T000000Z"));
        let date = plain(&day.day);
        match &day.time {
            Some(time) => {
                let time = time.replace(':', "");
                line(&mut out, &format!("DTSTART;TZID=Europe/London:{date}T{time}00"));
            }
            None => line(&mut out, &format!("DTSTART;VALUE=DATE:{date}")),
        }
        let title = say("calendar-title", &[("what", day.title.clone()), ("tender", tender.to_owned())]);
        line(&mut out, &format!("SUMMARY:{}", escaped(&title)));
        if let Some(found) = day.places.first() {
            let text = say("calendar-text", &[("quote", found.quote.clone()), ("place", place(documents, found))]);
            line(&mut out, &format!("DESCRIPTION:{}", escaped(&text)));
        }
        line(&mut out, "TRANSP:TRANSPARENT");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// A day without its hyphens.
fn plain(day: &str) -> String {
    day.replace('-', "")
}

/// The name of an event, the same whenever it is written: FNV-1a of the tender's first document, the kind and its number.
fn identity(tender: &str, kind: &str, nth: usize) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in format!("{tender}\n{kind}\n{nth}").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}@tender-check")
}

/// A text as the value of a property (RFC 5545, 3.3.11); other control characters than line ends go.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, folded where it is too long: never within a character.
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    let _ = write!(out, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("a;b,c\\d\r\ne\u{7}\tf"), "a\\;b\\,c\\\\d\\ne f");
    }

    proptest::proptest! {
        #[test]
        fn lines_are_folded_and_nothing_is_lost(text in "[ -~£’€😀]{0,400}") {
            let mut out = String::new();
            line(&mut out, &text);
            proptest::prop_assert!(out.ends_with("\r\n"));
            proptest::prop_assert!(out.split("\r\n").all(|line| line.len() <= LONGEST));
            proptest::prop_assert_eq!(out.replace("\r\n ", ""), text + "\r\n");
        }

        #[test]
        fn no_text_breaks_out_of_its_line(text in "\\PC{0,50}[\r\n\u{0}-\u{1f}]{0,5}\\PC{0,50}") {
            proptest::prop_assert!(!escaped(&text).contains(['\r', '\n']));
        }
    }
}
