//! How many notices have which barrier: over all, by buyer, by region, by what is bought, by month.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;

use super::notice::Kind;
use super::row::Row;

/// Version of the summary's format. It changes when a field changes its meaning or goes away.
pub const SCHEMA: &str = "tender-check/screen-summary/1";
/// Groups of fewer notices are not shown by themselves: a share of so few says little of a buyer.
pub const LEAST: u64 = 20;
/// Most groups of a kind; what comes after them is counted together.
pub const MAX_GROUPS: usize = 100_000;
/// What groups past [`MAX_GROUPS`] are counted as.
const OTHERS: &str = "…";

/// Notices and what was found in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Notices that ask for bids, each procurement once.
    pub notices: u64,
    /// Those with a barrier of any severity.
    pub barrier: u64,
    /// Those with a barrier of high severity.
    pub high: u64,
    /// Those with each barrier, by rule.
    pub rules: BTreeMap<String, u64>,
}

impl Tally {
    fn add(&mut self, row: &Row) {
        self.notices += 1;
        self.high += u64::from(!row.high.is_empty());
        let mut any = false;
        for rule in row.high.iter().chain(&row.medium).chain(&row.low).collect::<HashSet<_>>() {
            any = true;
            match self.rules.get_mut(rule) {
                Some(count) => *count += 1,
                None => drop(self.rules.insert(rule.clone(), 1)),
            }
        }
        self.barrier += u64::from(any);
    }
}

/// Notices that have something in common.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Group {
    /// What they have in common: a buyer's name, the code of a region, two digits of a CPV code, a month (`2026-03`).
    pub name: String,
    /// Their number and what was found.
    #[serde(flatten)]
    pub tally: Tally,
    /// For each year the notices, and those with a barrier of high severity.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub years: BTreeMap<String, [u64; 2]>,
}

/// What notices have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Version of this format.
    pub schema: &'static str,
    /// Version of the program that made it.
    pub version: &'static str,
    /// Notices that there were.
    pub rows: u64,
    /// Notices of which nothing could be read.
    pub unread: u64,
    /// Notices of each kind.
    pub kinds: BTreeMap<Kind, u64>,
    /// Notices that ask for bids in a procurement that was counted before: corrections and changes.
    pub repeated: u64,
    /// All that ask for bids.
    pub all: Tally,
    /// By buyer, in order of their names.
    pub buyers: Vec<Group>,
    /// By region.
    pub regions: Vec<Group>,
    /// By division of the CPV.
    pub cpv: Vec<Group>,
    /// By month of publication.
    pub months: Vec<Group>,
}

/// A summary in the making.
#[derive(Default)]
pub struct Counting {
    rows: u64,
    unread: u64,
    repeated: u64,
    kinds: BTreeMap<Kind, u64>,
    all: Tally,
    buyers: Groups,
    regions: Groups,
    cpv: Groups,
    months: Groups,
    /// The procurements so far, as eight bytes each.
    seen: HashSet<u64>,
}

/// Groups by their names in small letters.
#[derive(Default)]
struct Groups(BTreeMap<String, Group>);

impl Groups {
    fn add(&mut self, name: &str, row: &Row, years: bool) {
        let full = self.0.len() >= MAX_GROUPS;
        let mut key = name.to_lowercase();
        if full && !self.0.contains_key(&key) {
            OTHERS.clone_into(&mut key);
        }
        let shown = if key == OTHERS { OTHERS } else { name };
        let group = self.0.entry(key).or_insert_with(|| Group { name: shown.to_owned(), ..Group::default() });
        group.tally.add(row);
        if let Some(year) = row.published.get(..4).filter(|_| years) {
            let [notices, high] = group.years.entry(year.to_owned()).or_default();
            *notices += 1;
            *high += u64::from(!row.high.is_empty());
        }
    }

    fn into_vec(self) -> Vec<Group> {
        self.0.into_values().collect()
    }
}

impl Counting {
    /// Counts a notice. Of the notices of one procurement the first that asks for bids counts.
    pub fn add(&mut self, row: &Row) {
        self.rows += 1;
        if row.unread {
            self.unread += 1;
            return;
        }
        *self.kinds.entry(row.kind).or_default() += 1;
        if row.kind != Kind::Tender {
            return;
        }
        if !row.ocid.is_empty() && !self.seen.insert(hash(&row.ocid)) {
            self.repeated += 1;
            return;
        }
        self.all.add(row);
        self.buyers.add(&row.buyer, row, true);
        self.regions.add(&row.region, row, false);
        self.cpv.add(row.cpv.get(..2).unwrap_or_default(), row, false);
        self.months.add(row.published.get(..7).unwrap_or_default(), row, false);
    }

    /// The summary of what was counted.
    pub fn finish(self) -> Summary {
        Summary {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            rows: self.rows,
            unread: self.unread,
            kinds: self.kinds,
            repeated: self.repeated,
            all: self.all,
            buyers: self.buyers.into_vec(),
            regions: self.regions.into_vec(),
            cpv: self.cpv.into_vec(),
            months: self.months.into_vec(),
        }
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Between what and what a share lies, by Wilson's interval at 95 %: of few notices it says how little is known.
///
/// Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209–212.
pub fn interval(count: u64, of: u64) -> [f64; 2] {
    const Z: f64 = 1.96;
    if of == 0 {
        return [0.0, 1.0];
    }
    let (n, share) = (of as f64, count as f64 / of as f64);
    let middle = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + Z * Z / n;
    [((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(ocid: &str, buyer: &str, high: &[&str], low: &[&str]) -> Row {
        let rules = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Row {
            ocid: ocid.into(),
            kind: Kind::Tender,
            buyer: buyer.into(),
            region: "UKL".into(),
            cpv: "85000000".into(),
            published: "2026-03-02".into(),
            high: rules(high),
            low: rules(low),
            ..Row::default()
        }
    }

    #[test]
    fn shares_are_of_procurements_that_ask_for_bids() {
        let mut counting = Counting::default();
        counting.add(&notice("1", "Brook Council", &["a.x"], &["a.x", "b.y"]));
        counting.add(&notice("1", "Brook Council", &["a.x"], &[]));
        counting.add(&notice("2", "BROOK COUNCIL", &[], &["b.y"]));
        counting.add(&notice("3", "Hill Council", &[], &[]));
        counting.add(&Row { kind: Kind::Award, ..notice("4", "Hill Council", &["a.x"], &[]) });
        counting.add(&Row { unread: true, ..Row::default() });
        let summary = counting.finish();
        assert_eq!((summary.rows, summary.unread, summary.repeated), (6, 1, 1));
        assert_eq!((summary.all.notices, summary.all.barrier, summary.all.high), (3, 2, 1));
        assert_eq!(summary.all.rules, BTreeMap::from([("a.x".into(), 1), ("b.y".into(), 2)]));
        let [brook, hill] = summary.buyers.as_slice() else { panic!("{:?}", summary.buyers) };
        assert_eq!((brook.name.as_str(), brook.tally.notices, brook.years["2026"]), ("Brook Council", 2, [2, 1]));
        assert_eq!((hill.tally.notices, hill.tally.barrier), (1, 0));
        assert_eq!((summary.months[0].name.as_str(), summary.cpv[0].name.as_str()), ("2026-03", "85"));
    }

    #[test]
    fn the_interval_is_wilsons() {
        // 81 of 263 at 95 %: Newcombe (1998), Statistics in Medicine 17, table I, method 3.
        let [low, high] = interval(81, 263);
        assert!((low - 0.2553).abs() < 5e-5 && (high - 0.3662).abs() < 5e-5, "{low} {high}");
        assert_eq!(interval(0, 0), [0.0, 1.0]);
        assert_eq!(interval(0, 20)[0], 0.0);
    }
}
