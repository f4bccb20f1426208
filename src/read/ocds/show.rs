//! Values of a structured notice as the notice shows them.

use serde_json::{Map, Value};

use crate::months;

/// Numbers from here on are how some services write "no limit": the largest that their programs can hold.
pub const NO_LIMIT: f64 = 2_147_483_647.0;

/// An amount with its currency, `£7,440,000` or `7,440,000 EUR`; none where it is not known.
pub fn money(value: &Value) -> Option<String> {
    let net = amount(value, "amount");
    let gross = amount(value, "amountGross");
    match (net, gross) {
        (Some(net), Some(gross)) => Some(format!("{net} excluding VAT, {gross} including VAT")),
        (Some(net), None) => Some(net),
        (None, Some(gross)) => Some(format!("{gross} including VAT")),
        (None, None) => None,
    }
}

fn amount(value: &Value, key: &str) -> Option<String> {
    let amount = number(value.get(key)?)?;
    let figure = grouped(amount);
    Some(match value.get("currency").and_then(Value::as_str) {
        Some("GBP") => format!("£{figure}"),
        Some(currency) => format!("{figure} {currency}"),
        None => figure,
    })
}

/// A number, also one that is written as a text.
pub fn number(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite())
}

/// A number with its thousands parted, and pence where there are any.
pub fn grouped(number: f64) -> String {
    let text = if number.fract().abs() < 0.005 { format!("{number:.0}") } else { format!("{number:.2}") };
    let (whole, pence) = text.split_at(text.find('.').unwrap_or(text.len()));
    let digits = whole.trim_start_matches('-');
    let mut out = whole[..whole.len() - digits.len()].to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + pence
}

/// A date of ISO 8601 as people write it, with its time where that is not midnight: `2 October 2026, 23:59`.
///
/// The clock's own time is kept: services write the time that bidders see, whatever they say of its zone.
pub fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let (day, time) = text.split_at_checked(10)?;
    let mut parts = day.split('-');
    let year: u32 = parts.next()?.parse().ok()?;
    let month: usize = parts.next()?.parse().ok()?;
    let day: u32 = parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let month = months::name(month)?;
    let time = time.strip_prefix(['T', ' ']).and_then(|time| time.get(..5)).filter(|time| *time != "00:00");
    Some(match time {
        // The last second of a day is how a day without a time is written.
        Some("23:59") if text.get(16..19) == Some(":59") => format!("{day} {month} {year}"),
        Some(time) => format!("{day} {month} {year}, {time}"),
        None => format!("{day} {month} {year}"),
    })
}

/// A length that is given in days, in months where it plainly was meant so: services count 30 days a month, or 365 a
/// year.
pub fn days(days: f64) -> String {
    let whole = |unit: f64| days > 0.0 && days % unit == 0.0;
    if whole(365.0) {
        format!("{} months", grouped(days / 365.0 * 12.0))
    } else if days >= 90.0 && whole(30.0) {
        format!("{} months", grouped(days / 30.0))
    } else {
        format!("{} days", grouped(days))
    }
}

/// Start and end of a period.
pub fn period(period: &Map<String, Value>) -> Option<String> {
    let day = |key: &str| period.get(key).and_then(Value::as_str).and_then(date);
    match (day("startDate"), day("endDate")) {
        (Some(start), Some(end)) => Some(format!("{start} to {end}")),
        (Some(start), None) => Some(format!("from {start}")),
        (None, Some(end)) => Some(format!("until {end}")),
        (None, None) => None,
    }
}

/// The length of the time from one date to another, both counted: in months where they are whole, otherwise in days.
pub fn length(start: &str, end: &str) -> Option<String> {
    let number = |text: &str, range: std::ops::Range<usize>| text.get(range)?.parse::<i64>().ok();
    let parts = |text: &str| Some((number(text, 0..4)?, number(text, 5..7)?, number(text, 8..10)?));
    // Days since the first of March of year 0, which puts leap days at the ends of years.
    let count = |(year, month, day): (i64, i64, i64)| {
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day
    };
    let (start, end) = (parts(start)?, parts(end)?);
    let days = count(end) - count(start) + 1;
    let months = (end.0 - start.0) * 12 + end.1 - start.1;
    let months = (months - 1..=months + 1).find(|months| {
        let month = start.0 * 12 + start.1 - 1 + months;
        // Some notices end a year's contract a day later, on the day of the month on which it began.
        let off = count(end) + 1 - count((month.div_euclid(12), month.rem_euclid(12) + 1, start.2));
        (0..=1).contains(&off)
    });
    match months {
        _ if days <= 0 => None,
        Some(months) if months > 0 => Some(format!("{months} months")),
        _ => Some(format!("{days} days")),
    }
}

/// A key or a code as words: `procurementMethodRationale` is "procurement method rationale", `BODY_PUBLIC` "body public".
pub fn words(key: &str) -> String {
    if key.contains('_') && !key.contains(|c: char| c.is_lowercase()) {
        return key.replace(['_', '-'], " ").to_lowercase();
    }
    let mut out = String::with_capacity(key.len() + 8);
    let mut before = ' ';
    for c in key.chars() {
        if c == '_' || c == '-' {
            out.push(' ');
        } else {
            if c.is_uppercase() && before.is_lowercase() {
                out.push(' ');
            }
            out.extend(if c.is_uppercase() && before.is_uppercase() { vec![c] } else { c.to_lowercase().collect() });
        }
        before = c;
    }
    out
}

/// A text with a capital in front.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
