//! Numbers as a sheet shows them: by the format of their cell.

use crate::months;

/// Most decimals that a format may ask for, as in Excel.
const MAX_DECIMALS: usize = 30;
/// The day after the last that sheets can count: 1 January 10000.
const LAST_DAY: f64 = 2_958_466.0;

/// The formats that have a number and no code in the file, with a British sheet's money and dates.
pub fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 => "£#,##0;-£#,##0",
        7 | 8 => "£#,##0.00;-£#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        14 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "dd/mm/yyyy h:mm",
        37 | 38 => "#,##0;-#,##0",
        39 | 40 => "#,##0.00;-#,##0.00",
        41 => "#,##0;-#,##0;\"-\"",
        42 => "£#,##0;-£#,##0;£\"-\"",
        43 => "#,##0.00;-#,##0.00;\"-\"",
        44 => "£#,##0.00;-£#,##0.00;£\"-\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mmss.0",
        48 => "##0.0E+0",
        _ => "General",
    }
}

/// What a piece of a format stands for.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    /// Shown as it is.
    Literal(char),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `E+` or `E-`.
    Exponent,
    /// Letters of a date or a time: which, and how many.
    Date(char, usize),
    /// Hours, minutes or seconds that are not cut at a day.
    Elapsed(char),
    HalfDay,
    General,
    /// `@`.
    Text,
}

/// A section of a format, and the numbers for which it is made.
#[derive(Debug, Default)]
struct Section {
    pieces: Vec<Piece>,
    condition: Option<(String, f64)>,
}

/// Shows a number by a format. `from_1904` says that days are counted from the first of 1904, not of 1900.
pub fn show(value: f64, format: &str, from_1904: bool) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let sections = sections(format);
    let Some((section, signed)) = choose(&sections, value) else { return general(value) };
    let has = |fits: fn(&Piece) -> bool| section.pieces.iter().any(fits);
    let shown = if has(|piece| matches!(piece, Piece::Date(..) | Piece::Elapsed(_))) {
        if !(0.0..LAST_DAY).contains(&value) {
            return general(value);
        }
        date(value, &section.pieces, from_1904)
    } else if has(|piece| matches!(piece, Piece::General | Piece::Text)) {
        let number = general(if signed { value } else { value.abs() });
        let piece = |piece: &Piece| match piece {
            Piece::General | Piece::Text => number.clone(),
            Piece::Literal(c) => c.to_string(),
            _ => String::new(),
        };
        section.pieces.iter().map(piece).collect()
    } else {
        number(value.abs(), &section.pieces, signed && value < 0.0)
    };
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The section for a number, and whether its sign is still to be shown.
fn choose(sections: &[Section], value: f64) -> Option<(&Section, bool)> {
    if sections.iter().any(|section| section.condition.is_some()) {
        let fits = |section: &&Section| match &section.condition {
            Some((sign, than)) => match sign.as_str() {
                "<" => value < *than,
                "<=" => value <= *than,
                ">" => value > *than,
                ">=" => value >= *than,
                "<>" => value != *than,
                _ => value == *than,
            },
            None => true,
        };
        return sections.iter().find(fits).map(|section| (section, true));
    }
    match sections {
        [] => None,
        [only] => Some((only, true)),
        [_, negative, ..] if value < 0.0 => Some((negative, false)),
        [_, _, zero, ..] if value == 0.0 => Some((zero, false)),
        [positive, ..] => Some((positive, true)),
    }
}

/// Cuts a format into its sections, and these into pieces.
fn sections(format: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut rest = format.chars().take(1_000).peekable();
    while let Some(c) = rest.next() {
        let Some(section) = sections.last_mut() else { break };
        let pieces = &mut section.pieces;
        match c {
            ';' => sections.push(Section::default()),
            '"' => pieces.extend(rest.by_ref().take_while(|c| *c != '"').map(Piece::Literal)),
            '\\' => pieces.extend(rest.next().map(Piece::Literal)),
            // As wide as the next sign, and filled with it.
            '_' => {
                rest.next();
                pieces.push(Piece::Literal(' '));
            }
            '*' => drop(rest.next()),
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                if let Some(currency) = inside.strip_prefix('$') {
                    let sign = currency.split('-').next().unwrap_or_default();
                    pieces.extend(sign.chars().map(Piece::Literal));
                } else if inside.starts_with(['<', '>', '=']) {
                    let end = inside.find(|c: char| !matches!(c, '<' | '>' | '=')).unwrap_or(inside.len());
                    let than = inside[end..].trim().parse().unwrap_or(0.0);
                    section.condition = Some((inside[..end].to_owned(), than));
                } else if let Some(unit @ ('h' | 'm' | 's')) = inside.chars().next().map(|c| c.to_ascii_lowercase())
                    && inside.chars().all(|c| c.to_ascii_lowercase() == unit)
                {
                    pieces.push(Piece::Elapsed(unit));
                }
            }
            '0' | '#' | '?' => pieces.push(Piece::Digit(c)),
            '.' => pieces.push(Piece::Point),
            ',' => pieces.push(Piece::Comma),
            '%' => pieces.push(Piece::Percent),
            '@' => pieces.push(Piece::Text),
            'E' | 'e' if matches!(rest.peek(), Some('+' | '-')) => {
                rest.next();
                pieces.push(Piece::Exponent);
            }
            'G' | 'g' if word(&mut rest, "eneral") => pieces.push(Piece::General),
            'A' | 'a' if word(&mut rest, "m/pm") || word(&mut rest, "/p") => pieces.push(Piece::HalfDay),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                let mut count = 1;
                while rest.next_if(|next| next.eq_ignore_ascii_case(&c)).is_some() {
                    count += 1;
                }
                pieces.push(Piece::Date(c.to_ascii_lowercase(), count));
            }
            c => pieces.push(Piece::Literal(c)),
        }
    }
    sections
}

/// Takes a word, if it comes next.
fn word(rest: &mut std::iter::Peekable<std::iter::Take<std::str::Chars>>, word: &str) -> bool {
    let mut ahead = rest.clone();
    let found = word.chars().all(|c| ahead.next().is_some_and(|next| next.eq_ignore_ascii_case(&c)));
    if found {
        *rest = ahead;
    }
    found
}

/// A number with at most as many digits as a cell without a format shows.
pub fn general(value: f64) -> String {
    let size = value.abs();
    if value == 0.0 {
        return "0".to_owned();
    }
    if !(1e-9..1e11).contains(&size) {
        let shown = format!("{value:.5e}");
        let (mantissa, exponent) = shown.split_once('e').unwrap_or((&shown, "0"));
        return format!("{}E{}", trimmed(mantissa), exponent_of(exponent));
    }
    let whole = if size < 1.0 { 1 } else { format!("{size:.0}").len() };
    trimmed(&format!("{:.*}", 10_usize.saturating_sub(whole), nudged(value))).to_owned()
}

/// Without zeros that say nothing.
fn trimmed(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

fn exponent_of(exponent: &str) -> String {
    let (sign, digits) = exponent.strip_prefix('-').map_or(('+', exponent), |digits| ('-', digits));
    format!("{sign}{digits:0>2}")
}

/// A little further from zero, so that what people see as a half is rounded up: 1.005 is a little less in binary.
fn nudged(value: f64) -> f64 {
    value * (1.0 + 1e-15)
}

/// A number that is not negative, by a section that shows digits.
fn number(mut value: f64, pieces: &[Piece], negative: bool) -> String {
    let is_digit = |piece: &Piece| matches!(piece, Piece::Digit(_));
    let first = pieces.iter().position(|piece| is_digit(piece) || *piece == Piece::Point);
    let literal = |pieces: &[Piece]| -> String {
        let sign = |piece: &Piece| match piece {
            Piece::Literal(c) => Some(*c),
            Piece::Percent => Some('%'),
            _ => None,
        };
        pieces.iter().filter_map(sign).collect()
    };
    let minus = if negative { "-" } else { "" };
    let Some(first) = first else { return format!("{minus}{}", literal(pieces)) };
    let last = pieces.iter().rposition(|piece| is_digit(piece) || *piece == Piece::Point).unwrap_or(first);
    let point = pieces.iter().position(|piece| *piece == Piece::Point).unwrap_or(last + 1);
    let exponent = pieces.iter().position(|piece| *piece == Piece::Exponent);
    let percents = pieces.iter().filter(|piece| **piece == Piece::Percent).count().min(3);
    for _ in 0..percents {
        value *= 100.0;
    }
    // Commas behind the last digit each show thousands of the number.
    let behind = pieces[last + 1..].iter().take_while(|piece| **piece == Piece::Comma).count();
    for _ in 0..behind {
        value /= 1_000.0;
    }
    let whole = &pieces[first..point.min(last + 1)];
    let after = pieces[point..=last.max(point).min(pieces.len() - 1)].iter().take_while(|p| **p != Piece::Exponent);
    let after: Vec<&Piece> = after.filter(|piece| is_digit(piece)).collect();
    let decimals = after.len().min(MAX_DECIMALS);
    let least = after.iter().rposition(|piece| **piece == Piece::Digit('0')).map_or(0, |at| at + 1);
    if exponent.is_some() {
        let shown = format!("{value:.decimals$e}");
        let (mantissa, exponent) = shown.split_once('e').unwrap_or((&shown, "0"));
        return format!("{minus}{}{mantissa}E{}", literal(&pieces[..first]), exponent_of(exponent));
    }
    let shown = format!("{:.decimals$}", nudged(value));
    let (digits, fraction) = shown.split_once('.').unwrap_or((&shown, ""));
    let zeros = whole.iter().filter(|piece| **piece == Piece::Digit('0')).count();
    let digits = if digits == "0" && zeros == 0 { "" } else { digits };
    let digits = format!("{digits:0>zeros$}");
    let grouped = whole.contains(&Piece::Comma);
    let mut out = format!("{minus}{}", literal(&pieces[..first]));
    for (i, digit) in digits.chars().enumerate() {
        if grouped && i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let kept = fraction.trim_end_matches('0').len().max(least.min(fraction.len()));
    if kept > 0 {
        out.push('.');
        out.push_str(&fraction[..kept]);
    }
    // What stands between digits, as in a telephone's number, comes after them; signs of a fraction are not shown.
    out.push_str(&literal(&pieces[last + 1..]));
    out
}

/// A day and a time, by a section with letters for them.
fn date(value: f64, pieces: &[Piece], from_1904: bool) -> String {
    const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    let tenths = |piece: &Piece| *piece == Piece::Digit('0');
    let fraction = pieces.iter().filter(|piece| tenths(piece)).count().min(3) as u32;
    let parts = f64::from(10_u32.pow(fraction));
    // Seconds of the whole, in the smallest part that is shown.
    let all = (value * 86_400.0 * parts).round();
    let seconds = (all / parts).floor();
    let serial = (seconds / 86_400.0).floor() as i64;
    let of_day = (seconds - serial as f64 * 86_400.0) as u32;
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    let (year, month, day, weekday) = civil(serial, from_1904);
    let named = months::name(month as usize).unwrap_or_default();
    let half = pieces.contains(&Piece::HalfDay);
    let mut out = String::new();
    let mut part = (all - seconds * parts) as u32;
    for (i, piece) in pieces.iter().enumerate() {
        let near = |mut others: Box<dyn Iterator<Item = &Piece> + '_>| {
            let time = |piece: &&Piece| matches!(piece, Piece::Date(..) | Piece::Elapsed(_));
            others.find(time).cloned()
        };
        let shown = match piece {
            Piece::Date('y', ..=2) => format!("{:02}", year % 100),
            Piece::Date('y', _) => format!("{year:04}"),
            Piece::Date('m', count @ ..=2) => {
                let before = near(Box::new(pieces[..i].iter().rev()));
                let after = near(Box::new(pieces[i + 1..].iter()));
                let minutes = matches!(before, Some(Piece::Date('h', _) | Piece::Elapsed('h')))
                    || matches!(after, Some(Piece::Date('s', _) | Piece::Elapsed('s')));
                let number = if minutes { minute } else { month };
                format!("{number:0count$}")
            }
            Piece::Date('m', 3) => named.get(..3).unwrap_or_default().to_owned(),
            Piece::Date('m', 5) => named.get(..1).unwrap_or_default().to_owned(),
            Piece::Date('m', _) => named.clone(),
            Piece::Date('d', count @ ..=2) => format!("{day:0count$}"),
            Piece::Date('d', 3) => DAYS[weekday][..3].to_owned(),
            Piece::Date('d', _) => DAYS[weekday].to_owned(),
            Piece::Date('h', count) => {
                let hour = if half { (hour + 11) % 12 + 1 } else { hour };
                format!("{hour:0count$}", count = *count.min(&2))
            }
            Piece::Date(_, count) => format!("{second:0count$}", count = *count.min(&2)),
            Piece::Elapsed('h') => format!("{}", (seconds / 3_600.0) as u64),
            Piece::Elapsed('m') => format!("{}", (seconds / 60.0) as u64),
            Piece::Elapsed(_) => format!("{seconds}"),
            Piece::HalfDay => if hour < 12 { "AM" } else { "PM" }.to_owned(),
            Piece::Literal(c) => c.to_string(),
            Piece::Point => ".".to_owned(),
            Piece::Comma => ",".to_owned(),
            piece if tenths(piece) && fraction > 0 => {
                // All tenths at the first of their signs.
                let digits = format!("{part:0width$}", width = fraction as usize);
                part = u32::MAX;
                if out.ends_with('.') { digits } else { String::new() }
            }
            _ => String::new(),
        };
        out.push_str(&shown);
    }
    out
}

/// Year, month, day and weekday, from 0 for Sunday, of a day's number.
fn civil(serial: i64, from_1904: bool) -> (i64, u32, u32, usize) {
    // Sheets that count from 1900 know a 29 February of that year, which there never was.
    if serial == 60 && !from_1904 {
        return (1900, 2, 29, 3);
    }
    if serial == 0 && !from_1904 {
        return (1900, 1, 0, 6);
    }
    let offset = if from_1904 {
        -24_107
    } else if serial < 60 {
        -25_568
    } else {
        -25_569
    };
    let days = serial + offset;
    let weekday = (days + 4).rem_euclid(7) as usize;
    // Days since 1 January 1970 to the calendar, by eras of 400 years that begin in March.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * month + 2) / 5 + 1) as u32;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month as u32, day, weekday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shows(cases: &[(f64, &str, &str)]) {
        for &(value, format, shown) in cases {
            assert_eq!(show(value, format, false), shown, "{value} by {format}");
        }
    }

    #[test]
    fn a_number_without_a_format_is_as_short_as_it_can_be() {
        shows(&[
            (5_000_000.0, "General", "5000000"),
            (0.1 + 0.2, "General", "0.3"),
            (1.0 / 3.0, "General", "0.333333333"),
            (-12.5, "General", "-12.5"),
            (123_456_789_012.0, "General", "1.23457E+11"),
            (0.0, "General", "0"),
        ]);
    }

    #[test]
    fn money_and_shares_are_as_people_write_them() {
        shows(&[
            (5_000_000.0, "£#,##0", "£5,000,000"),
            (5_000_000.0, "\"£\"#,##0.00", "£5,000,000.00"),
            (1_234.5, "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", "£1,234.50"),
            (-1_234.5, "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", "-£1,234.50"),
            (1_234.5, "_-\"£\"* #,##0.00_-;\\-\"£\"* #,##0.00_-;_-\"£\"* \"-\"??_-;_-@_-", "£1,234.50"),
            (0.0, "_-\"£\"* #,##0.00_-;\\-\"£\"* #,##0.00_-;_-\"£\"* \"-\"??_-;_-@_-", "£-"),
            (-3.0, "#,##0;(#,##0)", "(3)"),
            (0.7, "0%", "70%"),
            (0.125, "0.0%", "12.5%"),
            (1.005, "0.00", "1.01"),
            (2_500_000.0, "£0.0,,\"m\"", "£2.5m"),
            (7.0, "000", "007"),
            (0.5, "#.##", ".5"),
            (2.0, "0.##", "2"),
            (12.0, "0 \"days\"", "12 days"),
            (150.0, "[>=100]\"high\";\"low\"", "high"),
            (1234.0, "0.00E+00", "1.23E+03"),
            (3.0, "@", "3"),
        ]);
    }

    #[test]
    fn days_are_counted_as_sheets_count_them() {
        shows(&[
            (46_023.0, "dd/mm/yyyy", "01/01/2026"),
            (46_023.5, "d mmmm yyyy h:mm AM/PM", "1 January 2026 12:00 PM"),
            (46_082.0, "dddd, d mmm yy", "Sunday, 1 Mar 26"),
            (1.0, "d/m/yyyy", "1/1/1900"),
            (60.0, "d/m/yyyy", "29/2/1900"),
            (61.0, "d/m/yyyy", "1/3/1900"),
            (0.75, "hh:mm", "18:00"),
            (1.5, "[h]:mm:ss", "36:00:00"),
            (0.000_011_574, "mm:ss.0", "00:01.0"),
            (45_000.999_999_9, "dd/mm/yyyy hh:mm", "16/03/2023 00:00"),
        ]);
        assert_eq!(show(0.0, "dd/mm/yyyy", true), "01/01/1904");
        assert_eq!(show(-1.0, "dd/mm/yyyy", false), "-1");
        assert_eq!(show(1e300, "dd/mm/yyyy", false), "1E+300");
    }

    #[test]
    fn every_format_shows_something_of_every_number() {
        let pieces = [
            "0", "#", "?", ".", ",", "%", "E+", ";", "\"", "\\", "[", "]", "$", "y", "m", "d", "h", "s", "@", "/", "£",
            "*", "_", "General", "AM/PM",
        ];
        let mut seed = 7_u64;
        let mut dice = |below: usize| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            (seed % below as u64) as usize
        };
        for _ in 0..20_000 {
            let format: String = (0..dice(9)).map(|_| pieces[dice(pieces.len())]).collect();
            for value in [0.0, -1.5, 45_000.3, 1e300, f64::MIN_POSITIVE, f64::NAN] {
                assert!(show(value, &format, false).len() < 12_000, "{format}");
            }
        }
    }
}
