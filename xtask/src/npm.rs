//! Node's side: dependencies, their tools, and the building of the package and the page.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::modules;
use crate::stamp::Inputs;
use crate::tool::{command, root, run};

/// The npm package's folder.
pub fn package_folder() -> PathBuf {
    root().join("pkg")
}

/// The built page's folder.
pub fn page_folder() -> PathBuf {
    root().join("www/dist")
}

/// Installs what package-lock.json names, when it changed.
pub fn install() -> Result<()> {
    need_node()?;
    let modules = root().join("node_modules");
    let inputs = Inputs::new().add_path(&root().join("package-lock.json"))?;
    inputs.make("npm", &[modules], || run(&mut command("npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"])))
}

/// A tool of an npm dependency.
pub fn tool(name: &str) -> Result<Command> {
    let path = root().join("node_modules/.bin").join(name);
    if !path.exists() {
        bail!("{} is not there: run npm ci", path.display());
    }
    Ok(command(path, &[]))
}

/// Compiles the package's TypeScript to `pkg/dist`.
pub fn build_package() -> Result<()> {
    let folder = package_folder();
    let inputs = Inputs::new()
        .add_path(&folder.join("src"))?
        .add_path(&folder.join("tsconfig.json"))?
        .add_path(&root().join("tsconfig.base.json"))?
        .add_path(&root().join("package-lock.json"))?;
    let inputs = modules::MODULES.iter().try_fold(inputs, |inputs, module| inputs.add_path(&module.types()))?;
    let outputs = [folder.join("dist/index.js"), folder.join("dist/worker/core.js")];
    inputs.make("package", &outputs, || run(&mut script("pkg", "build")))
}

/// Builds the page to `www/dist`.
pub fn build_page() -> Result<()> {
    let folder = root().join("www");
    if !folder.join("index.html").exists() {
        println!("www/index.html is not there yet: no page to build");
        return Ok(());
    }
    let inputs = Inputs::new()
        .add_path(&folder)?
        .add_path(&root().join("tests/bid"))?
        .add_path(&root().join("tests/packs/parish/docx"))?
        .add_path(&root().join("src/barriers"))?
        .add_path(&root().join("src/report/shares"))?
        .add_path(&root().join("src/report/themes"))?
        .add_path(&root().join("src/screen/kinds.json"))?
        .add_path(&root().join("pkg/dist"))?
        .add_path(&root().join("package-lock.json"))?;
    inputs.make("page", &[folder.join("dist/index.html")], || run(&mut script("www", "build")))
}

/// Builds `<tender-check>` from the page's elements to `pkg/dist/element`.
pub fn build_element() -> Result<()> {
    let folder = root().join("www");
    let inputs = Inputs::new()
        .add_path(&folder.join("src"))?
        .add_path(&folder.join("messages"))?
        .add_path(&folder.join("vite.config.ts"))?
        .add_path(&folder.join("vite.element.config.ts"))?
        .add_path(&folder.join("build"))?
        .add_path(&root().join("src/barriers"))?
        .add_path(&root().join("src/report/shares"))?
        .add_path(&root().join("src/report/themes"))?
        .add_path(&root().join("tests/bid"))?
        .add_path(&root().join("tests/packs/parish/docx"))?
        .add_path(&root().join("package-lock.json"))?;
    let output = package_folder().join("dist/element/element.js");
    inputs.make("element", &[output], || run(&mut script("www", "build-element")))
}

/// Builds the client in one file for a script tag to `pkg/dist/tender-check.js`.
pub fn build_script() -> Result<()> {
    let inputs = Inputs::new()
        .add_path(&package_folder().join("src"))?
        .add_path(&root().join("www/vite.script.config.ts"))?
        .add_path(&root().join("package-lock.json"))?;
    inputs.make("script", &[package_folder().join("dist/tender-check.js")], || run(&mut script("www", "build-script")))
}

/// Writes the hashes of all files of the package beside them.
pub fn list_hashes() -> Result<()> {
    run(&mut command("node", &["pkg/build/integrity.mjs"]))
}

/// An npm script of a workspace.
pub fn script(workspace: &str, name: &str) -> Command {
    command("npm", &["run", "--silent", "--workspace", workspace, name])
}

/// Fails when the package was not built.
pub fn need_package() -> Result<()> {
    if !package_folder().join("dist/index.js").exists() {
        bail!("the package is not built: run cargo xtask build");
    }
    Ok(())
}

fn need_node() -> Result<()> {
    let status = Command::new("npm").arg("--version").stdout(Stdio::null()).status();
    status.ok().filter(std::process::ExitStatus::success).map(drop).context(
        "Node.js with npm is missing. Get version 20.19 or later from https://nodejs.org, \
         or on Debian: apt-get install nodejs npm",
    )
}
