//! Real documents: what their labels say is counted by the corpus's own program, what the rules say of them here.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tender_check::report::{Bucket, Severity};
use tender_check::{Given, Pack, read};

use crate::tool::{cargo, command, run, target};

/// Characters of a page, where a text does not know its pages.
pub const PAGE: usize = 3000;

/// What was read of the labels.
#[derive(Default)]
pub struct Scored {
    pub kinds: BTreeMap<String, Kind>,
    /// Facts where every amount was labelled: right, of all.
    pub right: usize,
    pub checked: usize,
    pub traps: usize,
    pub bites: usize,
    pub documents: usize,
    /// Of all documents, those that were made for the corpus.
    pub made: usize,
}

/// What was read of a kind of fact.
#[derive(Default, Clone)]
pub struct Kind {
    pub labels: usize,
    pub missed: usize,
    pub wrong: usize,
    /// Share of right facts, where it can be counted.
    pub precision: Option<f64>,
}

impl Scored {
    pub fn labels(&self) -> usize {
        self.kinds.values().map(|k| k.labels).sum()
    }

    pub fn missed(&self) -> usize {
        self.kinds.values().map(|k| k.missed).sum()
    }

    /// Mean of the kinds' shares of labels that were found.
    pub fn mean_recall(&self) -> f64 {
        self.kinds.values().map(Kind::recall).sum::<f64>() / self.kinds.len().max(1) as f64
    }
}

impl Kind {
    pub fn recall(&self) -> f64 {
        (self.labels - self.missed) as f64 / self.labels.max(1) as f64
    }
}

/// Runs the corpus's `score.py` with the command line as it stands here.
pub fn score(folder: &Path) -> Result<Scored> {
    run(&mut cargo(&["build", "--quiet", "--features", "cli", "--bin", "tender-check"]))?;
    let program = target().join("debug/tender-check");
    let output = command("python3", &[])
        .arg(folder.join("score.py"))
        .arg("--program")
        .arg(program)
        .arg("-v")
        .output()
        .context("python3 cannot be run")?;
    let text = String::from_utf8(output.stdout).context("score.py gave no text")?;
    if !output.status.success() {
        bail!("score.py: {}\n{text}{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    let mut scored = parse(&text).context("score.py gave no table that is understood")?;
    let labels = labels(folder)?;
    let files = |made: bool| {
        let of = |l: &&Value| l["real"].as_bool() == Some(!made);
        labels.iter().filter(of).filter_map(|l| l["file"].as_str()).collect::<HashSet<_>>().len()
    };
    scored.made = files(true);
    scored.documents = scored.made + files(false);
    Ok(scored)
}

/// The table of `score.py -v`, with the faults that it lists by kind.
fn parse(text: &str) -> Option<Scored> {
    let mut scored = Scored::default();
    let (faults, table) = text.split_at(text.find("kind  ")?);
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split_whitespace().collect();
        if let Some(total) = line.strip_prefix("recall ") {
            let pair = |after: &str| -> Option<(usize, usize)> {
                let (left, right) = total.split_once(after)?.1.split_whitespace().next()?.split_once('/')?;
                Some((left.parse().ok()?, right.parse().ok()?))
            };
            (scored.right, scored.checked) = pair("precision ")?;
            (scored.bites, scored.traps) = pair("that bite ")?;
            break;
        }
        let kind = Kind {
            labels: cells.get(1)?.parse().ok()?,
            precision: cells.get(3).and_then(|cell| cell.parse().ok()),
            ..Kind::default()
        };
        scored.kinds.insert(cells[0].to_owned(), kind);
    }
    for line in faults.lines() {
        let mut words = line.split(' ');
        let (what, kind) = (words.next()?, words.nth(1).unwrap_or_default());
        let Some(kind) = scored.kinds.get_mut(kind) else { continue };
        match what {
            "MISS" => kind.missed += 1,
            "FALSE" => kind.wrong += 1,
            _ => {}
        }
    }
    (scored.traps > 0).then_some(scored)
}

fn labels(folder: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(folder.join("gold.jsonl"))?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// How often rules fire.
pub struct Fired {
    /// Documents that were written by buyers.
    pub real: usize,
    /// Documents that were made for the corpus.
    pub made: usize,
    /// Barriers of each document, in order.
    pub in_all: Vec<f64>,
    /// Barriers in ten pages of each document, in order.
    pub barriers: Vec<f64>,
    /// Barriers, queries and what is missing, in ten pages of each document, in order.
    pub flags: Vec<f64>,
    pub rules: BTreeMap<String, Rule>,
}

/// How often a rule fires on real documents, by the buckets of its findings.
#[derive(Default)]
pub struct Rule {
    pub documents: usize,
    pub barriers: usize,
    pub queries: usize,
    pub missing: usize,
    pub enablers: usize,
    /// Documents on which it fires with this or a higher weight.
    pub medium: usize,
    pub high: usize,
}

/// Judges every text of the folder by itself, with nothing given.
pub fn fire(folder: &Path) -> Result<Fired> {
    let labels = labels(folder)?;
    let made: HashSet<&str> =
        labels.iter().filter(|l| l["real"].as_bool() == Some(false)).filter_map(|l| l["file"].as_str()).collect();
    let mut fired = Fired { real: 0, made: 0, in_all: vec![], barriers: vec![], flags: vec![], rules: BTreeMap::new() };
    for entry in fs::read_dir(folder.join("text"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(&path)?;
        let pages = (String::from_utf8_lossy(&bytes).chars().count() as f64 / PAGE as f64).max(1.0);
        let report = Pack::understand(vec![read::read(&name, &bytes)]).judge(&Given::default());
        let count = |buckets: &[Bucket]| report.findings.iter().filter(|f| buckets.contains(&f.bucket)).count() as f64;
        fired.in_all.push(count(&[Bucket::Barrier]));
        fired.barriers.push(count(&[Bucket::Barrier]) / pages * 10.0);
        fired.flags.push(count(&[Bucket::Barrier, Bucket::Query, Bucket::Missing]) / pages * 10.0);
        if made.contains(&*name) {
            fired.made += 1;
            continue;
        }
        fired.real += 1;
        let names: HashSet<&str> = report.findings.iter().map(|f| &*f.rule).collect();
        for name in names {
            let own = || report.findings.iter().filter(|f| f.rule == name);
            let weighs = |least: Severity| usize::from(own().any(|f| f.severity >= Some(least)));
            let in_bucket = |bucket: Bucket| usize::from(own().any(|f| f.bucket == bucket));
            let rule = fired.rules.entry(name.to_owned()).or_default();
            rule.documents += 1;
            rule.barriers += in_bucket(Bucket::Barrier);
            rule.queries += in_bucket(Bucket::Query);
            rule.missing += in_bucket(Bucket::Missing);
            rule.enablers += in_bucket(Bucket::Enabler);
            rule.medium += weighs(Severity::Medium);
            rule.high += weighs(Severity::High);
        }
    }
    fired.in_all.sort_by(f64::total_cmp);
    fired.barriers.sort_by(f64::total_cmp);
    fired.flags.sort_by(f64::total_cmp);
    Ok(fired)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_table_of_the_corpus_is_understood() {
        let text = "MISS a.txt lots.count = 3: 'three'\n\
                    FALSE b.txt insurance.public_liability = 5: 'words kind of'\n\
                    kind                                labels  recall  precision\n\
                    insurance.public_liability               4    1.00       0.80\n\
                    lots.count                               2    0.50           \n\
                    recall 5/6 = 0.833 (mean over kinds 0.750) · precision 4/5 = 0.800 · traps that bite 1/9 · no report 0/3\n";
        let scored = parse(text).unwrap();
        assert_eq!((scored.labels(), scored.missed(), scored.right, scored.checked), (6, 1, 4, 5));
        assert_eq!((scored.bites, scored.traps), (1, 9));
        let lots = &scored.kinds["lots.count"];
        assert_eq!((lots.labels, lots.missed, lots.precision), (2, 1, None));
        let cover = &scored.kinds["insurance.public_liability"];
        assert_eq!((cover.wrong, cover.precision), (1, Some(0.8)));
        assert!(parse("nothing").is_none());
    }
}
