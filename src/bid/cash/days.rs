//! Days after days. The library's own way takes every unit of time into account, which is a third of the module.

use jiff::civil::Date;

/// The day after; the last of all days itself.
pub(super) fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

/// The day before; the first of all days itself.
pub(super) fn previous(day: Date) -> Date {
    day.yesterday().unwrap_or(day)
}

/// So many days later, or earlier.
pub(super) fn plus_days(day: Date, days: i32) -> Date {
    let mut out = day;
    for _ in 0..days.unsigned_abs() {
        out = if days < 0 { previous(out) } else { next(out) };
    }
    out
}

/// So many months later; where a month has no such day, its last.
pub(super) fn plus_months(day: Date, months: i32) -> Date {
    let all = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + months;
    let first = Date::new(all.div_euclid(12) as i16, (all.rem_euclid(12) + 1) as i8, 1).unwrap_or(day);
    Date::new(first.year(), first.month(), day.day()).unwrap_or_else(|_| first.last_of_month())
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    proptest::proptest! {
        #[test]
        fn it_counts_as_the_library_does(year in 1970i16..9900, month in 1i8..=12, day in 1i8..=31, many in 0i32..500) {
            let Ok(day) = Date::new(year, month, day) else { return Ok(()) };
            proptest::prop_assert_eq!(plus_days(day, many), day.checked_add(many.days()).unwrap());
            proptest::prop_assert_eq!(plus_days(day, -many), day.checked_sub(many.days()).unwrap());
            proptest::prop_assert_eq!(plus_months(day, many), day.checked_add(many.months()).unwrap());
        }
    }
}
