//! `cargo xtask bench`.

use anyhow::{Result, bail};
use clap::Args;

#[derive(Args)]
pub struct Options {}

/// Measures, and writes the table of `docs/performance.md`.
pub fn run(_options: &Options) -> Result<()> {
    bail!("nothing is measured yet")
}
