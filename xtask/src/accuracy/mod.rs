//! How much is read, how much of it is right and how often it speaks: on the project's own labelled set, and on a folder
//! of real documents where one is at hand.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::marks::put;
use crate::tool::root;

mod corpus;
#[path = "../../../tests/support/labelled.rs"]
mod labelled;
mod shown;

/// Where the figures stand.
const PAGE: &str = "docs/accuracy.md";

#[derive(Args)]
pub struct Options {
    /// Folder with labelled real documents: texts in `text`, labels in `gold.jsonl`, and `score.py`, which counts
    #[arg(long, default_value = "../shared/corpus")]
    corpus: PathBuf,
}

/// Measures and writes `docs/accuracy.md`, and the README's table from it.
pub fn run(options: &Options) -> Result<()> {
    let tallies = labelled::tallies(&root().join("tests/labelled"));
    put(PAGE, "cargo xtask accuracy, own set", &shown::own_set(&tallies))?;
    println!("{}", labelled::table(&tallies));

    let folder = root().join(&options.corpus);
    if !folder.join("gold.jsonl").is_file() {
        println!("No labelled documents in {}: only the project's own set was measured.", folder.display());
        return Ok(());
    }
    let scored = corpus::score(&folder)?;
    let fired = corpus::fire(&folder)?;
    put(PAGE, "cargo xtask accuracy, documents", &shown::documents(&scored))?;
    put(PAGE, "cargo xtask accuracy, findings", &shown::findings(&fired))?;
    put("README.md", "cargo xtask accuracy", &shown::short(&scored, &tallies))?;
    println!("{}\n{}", shown::documents(&scored), shown::findings(&fired));
    Ok(())
}
