//! `cargo xtask build`.

use anyhow::Result;
use clap::Args;

use crate::modules::MODULES;
use crate::{npm, size};

#[derive(Args, Clone, Copy)]
pub struct Options {
    /// Build quickly: neither optimised nor held to the budgets
    #[arg(long)]
    pub dev: bool,
}

/// Builds all that is not up to date.
pub fn run(options: Options) -> Result<()> {
    npm::install()?;
    package(options)?;
    npm::build_page()
}

/// Builds the modules and the npm package, without the page.
pub fn package(options: Options) -> Result<()> {
    for module in &MODULES {
        module.build(options.dev)?;
    }
    npm::build_package()?;
    if options.dev { Ok(()) } else { size::check() }
}
