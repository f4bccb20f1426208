//! Two reports on one tender, held against each other: what was mended since the earlier one, what is new, what stayed.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::shown::{Shown, line};
use super::{Bucket, Finding, Report};

/// What became of the findings of an earlier report. All numbers are indexes into the findings of the two reports; pairs are
/// of the earlier one and the later one. What was set aside in the earlier report is not compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Comparison {
    /// Of the earlier report, and not found any more.
    pub mended: Vec<usize>,
    /// Of the later report, and not found before.
    pub new: Vec<usize>,
    /// Found still, by the same rule for the same lot, but in other words or at another place.
    pub changed: Vec<(usize, usize)>,
    /// Found still, in the same words.
    pub unchanged: Vec<(usize, usize)>,
    /// Found still, and set aside since.
    pub set_aside: Vec<(usize, usize)>,
}

/// Compares two reports by the keys of their findings; of what is left, by rule, kind and lot, in the order of the documents.
pub fn compare(earlier: &Report, later: &Report) -> Comparison {
    let mut out = Comparison::default();
    let mut before: Vec<usize> = (0..earlier.findings.len()).collect();
    let mut after: Vec<usize> = (0..later.findings.len()).collect();
    let mut pair = |alike: &dyn Fn(&Finding, &Finding) -> bool, pairs: &mut Vec<(usize, usize)>| {
        before.retain(|&i| {
            let found = after.iter().position(|&j| alike(&earlier.findings[i], &later.findings[j]));
            if let Some(at) = found {
                pairs.push((i, after.remove(at)));
            }
            found.is_none()
        });
    };
    let mut same = vec![];
    pair(&|a, b| a.key == b.key && a.bucket == b.bucket, &mut same);
    let like = |f: &Finding| (f.rule.clone(), f.bucket, f.lot.clone());
    pair(&|a, b| like(a) == like(b) && counts(a) && counts(b), &mut out.changed);
    same.retain(|(i, _)| counts(&earlier.findings[*i]));
    (out.unchanged, out.set_aside) = same.into_iter().partition(|(_, j)| counts(&later.findings[*j]));
    out.mended = before.into_iter().filter(|i| counts(&earlier.findings[*i])).collect();
    out.new = after.into_iter().filter(|j| counts(&later.findings[*j])).collect();
    out
}

fn counts(finding: &Finding) -> bool {
    finding.set_aside.is_none()
}

/// A comparison as text: how many of each, then what is new, what is still found and what was mended.
pub fn text(earlier: &Report, later: &Report) -> String {
    let all = compare(earlier, later);
    let (before, shown) = (Shown::new(earlier), Shown::new(later));
    let mut out = String::new();
    let count = |indexes: &mut dyn Iterator<Item = &Finding>| indexes.filter(|f| barred(f)).count().to_string();
    let later_of = |pairs: &[(usize, usize)]| count(&mut pairs.iter().map(|(_, j)| &later.findings[*j]));
    let args = [
        ("mended", count(&mut all.mended.iter().map(|i| &earlier.findings[*i]))),
        ("new", count(&mut all.new.iter().map(|j| &later.findings[*j]))),
        ("changed", later_of(&all.changed)),
        ("unchanged", later_of(&all.unchanged)),
        ("aside", later_of(&all.set_aside)),
    ];
    let _ = writeln!(out, "{}", shown.say("compared", &args));
    let second = |pairs: &[(usize, usize)]| pairs.iter().map(|(_, j)| *j).collect::<Vec<_>>();
    let groups: [(&str, &Shown, bool, Vec<usize>); 7] = [
        ("compared-new", &shown, true, all.new.clone()),
        ("compared-changed", &shown, true, second(&all.changed)),
        ("compared-unchanged", &shown, true, second(&all.unchanged)),
        ("compared-aside", &shown, true, second(&all.set_aside)),
        ("compared-mended", &before, true, all.mended.clone()),
        ("compared-gained", &shown, false, all.new.clone()),
        ("compared-lost", &before, false, all.mended.clone()),
    ];
    for (heading, shown, bars, indexes) in groups {
        let findings = indexes.iter().map(|i| &shown.report.findings[*i]).filter(|f| barred(f) == bars);
        for (i, finding) in findings.enumerate() {
            if i == 0 {
                let _ = writeln!(out, "\n{}", shown.word(heading));
            }
            let place = finding.places.first().map(|p| format!(" ({})", shown.place(p))).unwrap_or_default();
            let weight = if bars { format!("{}: ", shown.weight(finding).1) } else { String::new() };
            let _ = writeln!(out, "  {weight}{}", line(&format!("{}{place}", finding.title)));
        }
    }
    out
}

/// Whether it is something to be mended, and not good practice.
fn barred(finding: &Finding) -> bool {
    finding.bucket != Bucket::Enabler
}
