//! `cargo xtask serve`.

use anyhow::Result;
use clap::Args;

use crate::build;

#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    build: build::Options,
}

/// Builds and serves the page.
pub fn run(options: &Options) -> Result<()> {
    build::run(options.build)
}
