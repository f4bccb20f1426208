//! Money day by day.

use jiff::civil::Date;

use super::Month;
use super::days::{next, plus_days, plus_months, previous};

/// The standard rate of VAT, in per cent.
const VAT: i64 = 20;
/// How a buyer pays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Terms {
    pub days: i32,
    /// Whether days count from the end of the month of the invoice.
    pub month_end: bool,
    /// Months between invoices.
    pub every: i32,
    pub advance: bool,
    /// Kept back until the end, in per cent.
    pub retention: f64,
}

/// What is sold, and what it costs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Work {
    pub start: Date,
    pub months: i32,
    /// Pence without VAT.
    pub price: i64,
    pub surplus: f64,
    pub wages: f64,
    pub supplier_days: i32,
    pub set_up: i64,
    pub vat: bool,
}

/// Why money moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Received,
    Wages,
    Costs,
    Vat,
}

/// Pence on a day: above zero they come in.
pub(super) type Move = (Date, i64, Why);

pub(super) fn pounds(pence: i64) -> f64 {
    pence as f64 / 100.0
}

pub(super) fn pence(pounds: f64) -> i64 {
    (pounds * 100.0).round() as i64
}

/// A share of an amount of pence.
pub(super) fn share(of: i64, percent: f64) -> i64 {
    (of as f64 * percent / 100.0).round() as i64
}

/// All that comes in and goes out, by day; on one day what goes out comes first.
pub(super) fn moves(work: &Work, terms: &Terms) -> Vec<Move> {
    let mut out: Vec<Move> = vec![];
    let mut vat: Vec<(Date, i64)> = vec![];
    let month = |number: i32| plus_months(work.start, number);
    let of_months =
        |amount: i64, months: i32| (i128::from(amount) * i128::from(months) / i128::from(work.months)) as i64;
    let costs = work.price - share(work.price, work.surplus);
    let wages = share(costs, work.wages);
    if work.set_up > 0 {
        out.push((plus_days(work.start, -30), -work.set_up, Why::Wages));
    }
    for number in 0..work.months {
        let part = |amount: i64| of_months(amount, number + 1) - of_months(amount, number);
        let last = previous(month(number + 1));
        out.push((last, -part(wages), Why::Wages));
        let others = part(costs - wages);
        let tax = if work.vat { others * VAT / 100 } else { 0 };
        out.push((plus_days(last, work.supplier_days), -(others + tax), Why::Costs));
        vat.push((last, -tax));
    }
    let mut kept = 0;
    let mut from = 0;
    while from < work.months {
        let to = (from + terms.every).min(work.months);
        let net = of_months(work.price, to) - of_months(work.price, from);
        let invoiced = if terms.advance { month(from) } else { previous(month(to)) };
        let back = share(net, terms.retention);
        kept += back;
        let tax = if work.vat { net * VAT / 100 } else { 0 };
        out.push((paid(invoiced, terms), net - back + tax, Why::Received));
        vat.push((invoiced, tax));
        from = to;
    }
    if kept > 0 {
        out.push((paid(previous(month(work.months)), terms), kept, Why::Received));
    }
    for (day, tax) in vat.into_iter().filter(|(_, tax)| *tax != 0) {
        out.push((vat_due(day), -tax, Why::Vat));
    }
    out.retain(|(_, pence, _)| *pence != 0);
    crate::order::sort_by(&mut out, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    out
}

fn paid(invoiced: Date, terms: &Terms) -> Date {
    let from = if terms.month_end { invoiced.last_of_month() } else { invoiced };
    plus_days(from, terms.days)
}

/// When the VAT of a day is paid: by the 7th of the second month after its quarter, which ends with March, June, September
/// or December.
fn vat_due(day: Date) -> Date {
    let into = (i32::from(day.month()) - 1) % 3;
    let quarter_end = plus_months(day.first_of_month(), 2 - into).last_of_month();
    plus_days(plus_months(next(quarter_end), 1), 6)
}

/// The lowest sum of all moves up to one, at most 0, and its day.
pub(super) fn deepest(moves: &[Move]) -> (i64, Date) {
    let mut sum = 0;
    let mut lowest = (0, moves.first().map_or(Date::constant(2026, 1, 1), |m| m.0));
    for &(day, pence, _) in moves {
        sum += pence;
        if sum < lowest.0 {
            lowest = (sum, day);
        }
    }
    lowest
}

pub(super) fn months(moves: &[Move]) -> Vec<Month> {
    let mut out: Vec<Month> = vec![];
    let (Some(first), Some(last)) = (moves.first(), moves.last()) else { return out };
    let mut left = moves.iter().peekable();
    let mut balance = 0;
    let mut day = first.0.first_of_month();
    while day <= last.0 {
        let end = day.last_of_month();
        let mut sums = [0; 4];
        let mut lowest = balance;
        while let Some(&(_, pence, why)) = left.next_if(|m| m.0 <= end) {
            sums[why as usize] += pence;
            balance += pence;
            lowest = lowest.min(balance);
        }
        out.push(Month {
            month: format!("{:04}-{:02}", day.year(), day.month()),
            received: pounds(sums[Why::Received as usize]),
            wages: pounds(-sums[Why::Wages as usize]),
            costs: pounds(-sums[Why::Costs as usize]),
            vat: pounds(-sums[Why::Vat as usize]),
            balance: pounds(balance),
            lowest: pounds(lowest),
        });
        let following = next(end);
        if following <= day {
            break;
        }
        day = following;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::MOST_MONTHS;
    use super::*;

    fn work() -> Work {
        Work {
            start: Date::constant(2026, 4, 1),
            months: 12,
            price: 12_000_000,
            surplus: 0.0,
            wages: 100.0,
            supplier_days: 30,
            set_up: 0,
            vat: false,
        }
    }

    const MONTHLY: Terms = Terms { days: 30, month_end: false, every: 1, advance: false, retention: 0.0 };

    fn needed(work: &Work, terms: &Terms) -> i64 {
        -deepest(&moves(work, terms)).0
    }

    #[test]
    fn monthly_in_arrears_at_thirty_days_carries_two_months() {
        // Wages of April on 30 April, of May on 31 May; April is paid on 30 May.
        let all = moves(&work(), &MONTHLY);
        assert_eq!(all[0], (Date::constant(2026, 4, 30), -1_000_000, Why::Wages));
        assert_eq!(all[1], (Date::constant(2026, 5, 30), 1_000_000, Why::Received));
        assert_eq!(needed(&work(), &MONTHLY), 2_000_000);
        assert_eq!(needed(&work(), &Terms { days: 60, ..MONTHLY }), 3_000_000);
        assert_eq!(needed(&work(), &Terms { every: 3, ..MONTHLY }), 3_000_000);
        assert_eq!(needed(&work(), &Terms { every: 12, ..MONTHLY }), 12_000_000);
        assert_eq!(needed(&work(), &Terms { advance: true, days: 0, ..MONTHLY }), 0);
    }

    #[test]
    fn vat_is_paid_in_the_second_month_after_its_quarter() {
        assert_eq!(vat_due(Date::constant(2026, 4, 30)), Date::constant(2026, 8, 7));
        assert_eq!(vat_due(Date::constant(2026, 12, 31)), Date::constant(2027, 2, 7));
    }

    #[test]
    fn months_without_money_are_there_too() {
        let all = months(&moves(&work(), &Terms { every: 12, ..MONTHLY }));
        assert_eq!((all.len(), all[0].month.as_str(), all[13 - 1].month.as_str()), (13, "2026-04", "2027-04"));
        assert_eq!(all.iter().map(|m| m.lowest).fold(0.0, f64::min), -120_000.0);
    }

    proptest::proptest! {
        #[test]
        fn what_comes_in_and_goes_out_adds_up(
            price in 1i64..10_000_000_000, term in 1i32..=MOST_MONTHS, every in 1i32..=MOST_MONTHS, days in 0i32..365,
            surplus in 0.0..=100.0f64, wages in 0.0..=100.0f64, retention in 0.0..=100.0f64, set_up in 0i64..1_000_000,
            vat: bool, advance: bool, month_end: bool,
        ) {
            let work = Work { months: term, price, surplus, wages, set_up, vat, ..work() };
            let terms = Terms { days, month_end, every, advance, retention };
            let all = moves(&work, &terms);
            let of = |why| all.iter().filter(|m| m.2 == why).map(|m| m.1).sum::<i64>();
            let costs = price - share(price, surplus);
            // VAT comes in with the price and goes out with the costs, and the tax office has the difference.
            proptest::prop_assert_eq!(all.iter().map(|m| m.1).sum::<i64>(), price - costs - set_up);
            if !vat {
                proptest::prop_assert_eq!(of(Why::Received), price);
                proptest::prop_assert_eq!(of(Why::Wages) + of(Why::Costs), -costs - set_up);
            }
            let by_month = months(&all);
            let last = by_month.last().map_or(0.0, |m| m.balance);
            proptest::prop_assert_eq!(pence(last), price - costs - set_up);
            let lowest = by_month.iter().map(|m| pence(m.lowest)).min().unwrap_or(0).min(0);
            proptest::prop_assert_eq!(lowest, deepest(&all).0);
        }

        #[test]
        fn later_payment_is_never_shallower(
            price in 1i64..10_000_000_000, term in 1i32..=60, every in 1i32..=12, days in 0i32..180, later in 0i32..180,
            surplus in 0.0..=100.0f64, wages in 0.0..=100.0f64, retention in 0.0..=100.0f64, vat: bool, advance: bool,
        ) {
            let work = Work { months: term, price, surplus, wages, vat, ..work() };
            let terms = Terms { days, month_end: false, every, advance, retention };
            let slower = Terms { days: days + later, ..terms };
            proptest::prop_assert!(needed(&work, &slower) >= needed(&work, &terms));
            let month_end = Terms { month_end: true, ..terms };
            proptest::prop_assert!(needed(&work, &month_end) >= needed(&work, &terms));
            // Ahead there is never less, but for its VAT, which is then due earlier.
            let ahead = Terms { advance: true, ..terms };
            let behind = needed(&work, &Terms { advance: false, ..terms });
            proptest::prop_assert!(vat || needed(&work, &ahead) <= behind);
        }
    }
}
