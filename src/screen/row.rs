//! One notice, checked.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::notice::{self, Kind};
use super::source::Item;
use crate::read::ocds;
use crate::report::{Bucket, Report, Severity};
use crate::{Given, Pack};

/// What is kept of a notice. Lists hold the names of rules, each once, in order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The file that it is in.
    pub source: String,
    /// Its number in the file, from 1.
    pub number: u64,
    /// The procurement that it is about.
    pub ocid: String,
    /// Its own id.
    pub id: String,
    /// What stage it is about.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Who buys.
    pub buyer: String,
    /// Where: the code of a region of the United Kingdom (`UKC` to `UKN`), `several`, or a name as it stands in the notice.
    pub region: String,
    /// What is bought, a CPV code of eight digits.
    pub cpv: String,
    /// The day on which it was published, ISO 8601.
    pub published: String,
    /// The day by which bids are to be in, ISO 8601.
    pub closes: String,
    /// Estimated value over the initial term in pounds, where it is known.
    pub value: Option<f64>,
    /// The nation that it was judged under.
    pub nation: String,
    /// The rules that it was judged under.
    pub regime: String,
    /// Barriers of high severity.
    pub high: Vec<String>,
    /// Barriers of medium severity.
    pub medium: Vec<String>,
    /// Barriers of low severity.
    pub low: Vec<String>,
    /// What a person must decide.
    pub query: Vec<String>,
    /// What is not stated.
    pub missing: Vec<String>,
    /// Good practice.
    pub enabler: Vec<String>,
    /// Whether nothing of it could be read.
    pub unread: bool,
}

/// Checks a notice.
///
/// Each is judged by itself and by the law of its own day. A notice that breaks a reader is unread.
pub fn row(source: &str, number: u64, item: &Item, given: &Given) -> Row {
    let here = Row { source: source.to_owned(), number, ..Row::default() };
    let Item::Notice(json) = item else { return Row { unread: true, ..here } };
    let checked = catch_unwind(AssertUnwindSafe(|| {
        let value: Value = serde_json::from_slice(json).unwrap_or_default();
        let about = notice::about(&value);
        let document = ocds::read_value(source, value);
        let unread = document.blocks.is_empty();
        (Pack::understand(vec![document]).judge(given), unread, about)
    }));
    let Ok((report, unread, about)) = checked else { return Row { unread: true, ..here } };
    let barriers = |severity| rules(&report, Bucket::Barrier, Some(severity));
    let circumstances = &report.circumstances;
    Row {
        source: here.source,
        number,
        value: circumstances.value.value,
        nation: circumstances.nation.value.map(named).unwrap_or_default(),
        regime: circumstances.regime.value.map(named).unwrap_or_default(),
        high: barriers(Severity::High),
        medium: barriers(Severity::Medium),
        low: barriers(Severity::Low),
        query: rules(&report, Bucket::Query, None),
        missing: rules(&report, Bucket::Missing, None),
        enabler: rules(&report, Bucket::Enabler, None),
        unread,
        ..about
    }
}

/// The name of a nation or regime, as the report's JSON has it.
fn named(what: impl Serialize) -> String {
    serde_json::to_value(what).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn rules(report: &Report, bucket: Bucket, severity: Option<Severity>) -> Vec<String> {
    let of = report
        .counted()
        .filter(|finding| finding.bucket == bucket && (severity.is_none() || finding.severity == severity));
    let mut rules: Vec<String> = of.map(|finding| finding.rule.to_string()).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}
