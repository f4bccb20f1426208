//! Bank holidays, working days and the weeks in which few people are at work.

use jiff::civil::{Date, date};

use crate::report::{Nation, Regime};

include!(concat!(env!("OUT_DIR"), "/calendar.rs"));

/// A bank holiday as the table `bank-holidays.toml` has it.
#[derive(Debug)]
pub struct Holiday {
    /// Nations that have it; none for all.
    pub nations: &'static [Nation],
    /// When it is.
    pub when: When,
}

/// When a bank holiday is.
#[derive(Debug)]
pub enum When {
    /// On a day of a month, in one year or in all; where that is at a weekend, on the next working day that is free.
    Fixed(i8, i8, Option<i16>),
    /// So many days after Easter Sunday.
    Easter(i32),
    /// On a Monday of a month, counted from 1; -1 is the last.
    Monday(i8, i8),
}

/// A time limit for bids.
#[derive(Debug)]
pub struct Limit {
    /// The regime.
    pub regime: Regime,
    /// Its name among the sources.
    pub source: &'static str,
    /// Fewest days for electronic bids with all documents there from the start.
    pub days: f64,
    /// Fewest days for other bids.
    pub paper: f64,
    /// Fewest days where an exception applies.
    pub least: f64,
}

/// Number of a day, so that days can be counted. 1 January 1970 is 0.
pub fn number(day: Date) -> i64 {
    i64::from(day.duration_since(date(1970, 1, 1)).as_hours() as i32) / 24
}

/// The day so many days after another; the day itself where there is none.
fn after(day: Date, days: i32) -> Date {
    let mut out = day;
    for _ in 0..days.unsigned_abs() {
        out = if days < 0 { out.yesterday() } else { out.tomorrow() }.unwrap_or(out);
    }
    out
}

/// Easter Sunday, by the rule of Gauss in the form of Meeus, Jones and Butcher.
#[allow(clippy::many_single_char_names, reason = "the letters of the published rule")]
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let (month, day) = ((h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    Date::new(year, month as i8, day as i8).unwrap_or(date(year, 4, 1))
}

fn weekend(day: Date) -> bool {
    day.weekday().to_monday_one_offset() > 5
}

/// The bank holidays of a nation in a year, not in order; none for a year that the table does not cover.
pub fn bank_holidays(nation: Nation, year: i16) -> Vec<Date> {
    let mut out = vec![];
    let mut moved = vec![];
    if !YEARS.contains(&year) {
        return out;
    }
    for holiday in HOLIDAYS.iter().filter(|h| h.nations.is_empty() || h.nations.contains(&nation)) {
        match holiday.when {
            When::Easter(days) => out.push(after(easter(year), days)),
            When::Monday(month, nth) => {
                let first = date(year, month, 1);
                let to_monday = (8 - first.weekday().to_monday_one_offset()) % 7;
                let first = after(first, i32::from(to_monday));
                let mut day = after(first, 7 * i32::from(nth.max(1) - 1));
                while nth < 0 && after(day, 7).month() == month {
                    day = after(day, 7);
                }
                out.push(day);
            }
            When::Fixed(_, _, Some(only)) if only != year => {}
            When::Fixed(month, day, _) => {
                let day = date(year, month, day);
                if weekend(day) { moved.push(day) } else { out.push(day) }
            }
        }
    }
    for mut day in moved {
        while weekend(day) || out.contains(&day) {
            day = after(day, 1);
        }
        out.push(day);
    }
    out
}

/// Days that are counted one by one: a longer time is long whatever holidays are in it.
const MOST_DAYS: i64 = 400;

/// The working days after one day up to another: no weekends, no bank holidays.
pub fn working_days(nation: Nation, from: Date, to: Date) -> f64 {
    days(from, to).filter(|&day| !weekend(day) && !bank_holiday(nation, day)).count() as f64
}

/// Whether a day is a bank holiday.
pub fn bank_holiday(nation: Nation, day: Date) -> bool {
    bank_holidays(nation, day.year()).contains(&day)
}

/// The days after one day up to another.
pub fn days(from: Date, to: Date) -> impl Iterator<Item = Date> {
    let count = (number(to) - number(from)).clamp(0, MOST_DAYS);
    std::iter::successors(Some(after(from, 1)), |day| Some(after(*day, 1))).take(count as usize)
}

/// Whether few people are at work: Christmas to New Year, the week of Easter, the summer weeks in which schools are
/// closed everywhere.
pub fn quiet(day: Date) -> bool {
    let (month, in_month) = (day.month(), day.day());
    let christmas = (month == 12 && in_month >= 20) || (month == 1 && in_month <= 3);
    let summer = (month == 7 && in_month >= 18) || month == 8;
    let to_easter = number(easter(day.year())) - number(day);
    christmas || summer || (-1..=6).contains(&to_easter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sundays() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2030, 4, 21)] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn bank_holidays_of_each_nation() {
        let list = |nation, year| {
            let mut days = bank_holidays(nation, year);
            days.sort_unstable();
            days.iter().map(|d| (d.month(), d.day())).collect::<Vec<_>>()
        };
        let usual = [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)];
        assert_eq!(list(Nation::England, 2026), usual);
        assert_eq!(list(Nation::Wales, 2026), usual);
        // The 12th of July is a Sunday.
        let northern = [(1, 1), (3, 17), (4, 3), (4, 6), (5, 4), (5, 25), (7, 13), (8, 31), (12, 25), (12, 28)];
        assert_eq!(list(Nation::NorthernIreland, 2026), northern);
        // 2 January is a Saturday, Christmas a Saturday and Boxing Day a Sunday.
        let scottish = [(1, 1), (1, 4), (3, 26), (5, 3), (5, 31), (8, 2), (11, 30), (12, 27), (12, 28)];
        assert_eq!(list(Nation::Scotland, 2027), scottish);
        assert!(
            bank_holiday(Nation::Scotland, date(2026, 6, 15)) && !bank_holiday(Nation::Scotland, date(2027, 6, 15))
        );
        assert!(list(Nation::England, 2019).is_empty());
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        // Thursday before Good Friday to the Friday of the week after.
        let (from, to) = (date(2026, 4, 2), date(2026, 4, 10));
        assert!((working_days(Nation::England, from, to) - 4.0).abs() < f64::EPSILON);
        assert!((working_days(Nation::Scotland, from, to) - 5.0).abs() < f64::EPSILON);
        assert!(working_days(Nation::England, to, from).abs() < f64::EPSILON);
    }

    #[test]
    fn quiet_weeks() {
        for day in [date(2026, 12, 20), date(2027, 1, 3), date(2026, 3, 30), date(2026, 4, 6), date(2026, 8, 31)] {
            assert!(quiet(day), "{day}");
        }
        for day in [date(2026, 12, 19), date(2027, 1, 4), date(2026, 3, 29), date(2026, 4, 7), date(2026, 9, 1)] {
            assert!(!quiet(day), "{day}");
        }
    }
}
