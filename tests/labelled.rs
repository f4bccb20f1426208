//! The labelled set: how much of what passages say is read in each family, and how much that they do not say.
//!
//! `cargo test --test labelled -- --nocapture` prints the table and each fault.

#[path = "support/labelled.rs"]
mod labelled;

use std::path::Path;

use labelled::{PRECISION, RECALL, Tally};

/// Fewer labelled facts than these would prove little.
const LABELS: usize = 400;

/// Fewer traps than these would prove little.
const TRAPS: usize = 200;

/// Most traps that may bite, as a share of all.
const BITES: f64 = 0.03;

#[test]
fn every_family_reads_what_is_labelled_and_little_else() {
    let tallies = labelled::tallies(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled"));
    for Tally { missed, wrong, bites, .. } in &tallies {
        for (what, faults) in [("missed", missed), ("false", wrong), ("trap", bites)] {
            for fault in faults {
                println!("{what}: {fault}");
            }
        }
    }
    println!("{}", labelled::table(&tallies));

    let (labels, traps) = tallies.iter().fold((0, 0), |(l, t), tally| (l + tally.labels, t + tally.traps));
    assert!(labels >= LABELS && traps >= TRAPS, "{labels} labels and {traps} traps");
    let bites: usize = tallies.iter().map(|t| t.bites.len()).sum();
    assert!(bites as f64 <= BITES * traps as f64, "{bites} of {traps} traps bite");
    let low: Vec<_> = tallies.iter().filter(|t| t.precision() < PRECISION || t.recall() < RECALL).collect();
    let low: Vec<_> = low.iter().map(|t| format!("{} {:.2} {:.2}", t.family, t.precision(), t.recall())).collect();
    assert!(low.is_empty(), "precision or recall too low: {}", low.join(", "));
}
