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

/// What a family may read less than `docs/accuracy.md` says before the page has to be made anew: one fact of a small set.
const DRIFT: f64 = 0.05;

fn tallies() -> Vec<Tally> {
    labelled::tallies(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled"))
}

#[test]
fn every_family_reads_what_is_labelled_and_little_else() {
    let tallies = tallies();
    for Tally { missed, wrong, bites, .. } in &tallies {
        for (what, faults) in [("missed", missed), ("false", wrong), ("trap", bites)] {
            for fault in faults {
                println!("{what}: {} in: {}", fault.what, fault.passage());
            }
        }
    }
    println!("{}", labelled::table(&tallies));

    let Tally { labels, traps, bites, .. } = Tally::all(&tallies);
    assert!(labels >= LABELS && traps >= TRAPS, "{labels} labels and {traps} traps");
    let bites = bites.len();
    assert!(bites as f64 <= BITES * traps as f64, "{bites} of {traps} traps bite");
    let low: Vec<_> = tallies.iter().filter(|t| t.precision() < PRECISION || t.recall() < RECALL).collect();
    let low: Vec<_> = low.iter().map(|t| format!("{} {:.2} {:.2}", t.family, t.precision(), t.recall())).collect();
    assert!(low.is_empty(), "precision or recall too low: {}", low.join(", "));
}

#[test]
fn the_published_figures_promise_no_more_than_is_read() {
    let page = include_str!("../docs/accuracy.md");
    let tallies = tallies();
    let mut published = 0;
    let own =
        page.split_once("own set -->").and_then(|(_, rest)| rest.split_once("<!-- end -->")).expect("the marks").0;
    for line in own.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let Some(family) = cells.get(1).and_then(|cell| cell.strip_prefix('`')?.strip_suffix('`')) else { continue };
        let Some(tally) = tallies.iter().find(|t| t.family == family) else { continue };
        let figure = |cell: usize| cells[cell].parse::<f64>().expect("a share");
        let (recall, precision) = (figure(6), figure(7));
        assert!(
            tally.recall() >= recall - DRIFT && tally.precision() >= precision - DRIFT,
            "{family}: recall {recall} and precision {precision} are published, but {:.2} and {:.2} measured; run \
             cargo xtask accuracy",
            tally.recall(),
            tally.precision()
        );
        published += 1;
    }
    assert!(published > 0, "docs/accuracy.md has no table of the labelled set; run cargo xtask accuracy");
}
