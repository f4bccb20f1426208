//! `cargo xtask build`.

use anyhow::{Context, Result};
use clap::Args;

use crate::modules::{self, MODULES};
use crate::{maps, npm, size};

#[derive(Args, Clone, Default)]
pub struct Options {
    /// Build quickly: neither optimised nor held to the budgets
    #[arg(long)]
    pub dev: bool,
    /// Build one module only
    #[arg(long, value_name = "MODULE", value_parser = MODULES.each_ref().map(|module| module.name))]
    only: Option<String>,
}

/// Builds all that is not up to date.
pub fn run(options: &Options) -> Result<()> {
    npm::install()?;
    if let Some(name) = &options.only {
        let module = MODULES.iter().find(|module| module.name == name).with_context(|| format!("no module {name}"))?;
        module.build(options.dev)?;
        modules::write_messages()?;
        maps::write()?;
        return size::check(std::slice::from_ref(module));
    }
    package(options)?;
    npm::build_page()?;
    if options.dev { Ok(()) } else { size::check_first_view(&npm::page_folder()) }
}

/// Builds the modules and the npm package, without the page.
pub fn package(options: &Options) -> Result<()> {
    modules::write_messages()?;
    maps::write()?;
    for module in &MODULES {
        module.build(options.dev)?;
    }
    npm::build_package()?;
    npm::build_script()?;
    npm::build_element()?;
    npm::list_hashes()?;
    if options.dev { Ok(()) } else { size::check(&MODULES) }
}
