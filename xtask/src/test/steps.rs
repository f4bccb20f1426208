//! The steps of `cargo xtask test`, in the order in which they run: what is quick and likely to fail comes first.

#![allow(clippy::unnecessary_wraps, reason = "every step has the same signature")]

use std::process::Command;

use anyhow::Result;

use super::count::{Count, run_counted};
use super::needs::{CHROMEDRIVER, CHROMIUM, FIREFOX};
use super::{Step, licences, links, spark};
use crate::modules::MODULES;
use crate::serve::Site;
use crate::tool::{cargo, cargo_for_wasm, command, run};
use crate::{build, generate, npm};

/// The features of the command line and of the generated files.
const NATIVE: &str = "cli,schema";

/// The features of all wasm modules together, for the tests of the boundary.
const BOUNDARY: &str = "bid,check,export,mark,office,pdf,text,wasm";

pub const STEPS: [Step; 13] = [
    Step { name: "format", what: "the Rust code is formatted", run: format },
    Step { name: "generated", what: "generated files are what the Rust types give", run: generated },
    Step { name: "licences", what: "every dependency has a licence that is allowed", run: licences::check },
    Step { name: "links", what: "links in the documentation lead somewhere", run: links::check },
    Step { name: "lint", what: "clippy finds nothing, natively and in each wasm module", run: lint },
    Step { name: "native", what: "unit, documentation and whole-report tests", run: native },
    Step { name: "spark", what: "screening under Apache Spark, where it is installed", run: spark::check },
    Step { name: "docs", what: "the Rust documentation builds and its links lead somewhere", run: docs },
    Step { name: "build", what: "modules within their budgets, package and page", run: build_all },
    Step { name: "types", what: "TypeScript's types", run: types },
    Step { name: "wasm", what: "the boundary, in headless Chromium", run: wasm },
    Step { name: "package", what: "the npm package, in headless Chromium and in Node", run: package },
    Step { name: "page", what: "the page, in headless Chromium, and in Firefox if it is there", run: page },
];

/// A command that is one check, after which the others are still made.
fn one(command: &mut Command) -> Count {
    match run(command) {
        Ok(()) => Count::PASSED,
        Err(error) => {
            println!("{error:#}");
            Count::FAILED
        }
    }
}

fn format() -> Result<Count> {
    Ok(one(&mut cargo(&["fmt", "--all", "--check"])))
}

fn generated() -> Result<Count> {
    generate::check().map(|()| Count::PASSED)
}

fn lint() -> Result<Count> {
    let deny = ["--", "-D", "warnings"];
    let mut count = one(cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--all-features"]).args(deny));
    for module in &MODULES {
        let args = ["clippy", "--quiet", "--lib", "--no-default-features", "--features", module.features];
        count = count + one(cargo_for_wasm(&args)?.args(deny));
    }
    let args = ["clippy", "--quiet", "--test", "boundary", "--no-default-features", "--features", BOUNDARY];
    Ok(count + one(cargo_for_wasm(&args)?.args(deny)))
}

fn native() -> Result<Count> {
    run_counted(&mut cargo(&["test", "--quiet", "--workspace", "--no-fail-fast", "--features", NATIVE]))
}

fn docs() -> Result<Count> {
    let args = ["doc", "--quiet", "--no-deps", "--document-private-items", "--features", NATIVE];
    Ok(one(cargo(&args).env("RUSTDOCFLAGS", "-D warnings")))
}

fn build_all() -> Result<Count> {
    build::run(&build::Options::default()).map(|()| Count::PASSED)
}

fn types() -> Result<Count> {
    npm::install()?;
    npm::need_package()?;
    let scripts = one(&mut npm::script("pkg", "check")) + one(&mut npm::script("www", "check"));
    Ok(scripts + one(npm::tool("tsc")?.args(["--project", "pkg/tests"])))
}

fn wasm() -> Result<Count> {
    let driver = CHROMEDRIVER.find()?;
    CHROMIUM.find()?;
    let args = ["test", "--no-default-features", "--features", BOUNDARY, "--test", "boundary"];
    run_counted(cargo_for_wasm(&args)?.env("CHROMEDRIVER", driver))
}

fn package() -> Result<Count> {
    let browser = playwright("package", "TENDER_CHECK_PACKAGE", &Site::start(&npm::package_folder(), 0)?)?;
    let chromium = CHROMIUM.find()?;
    Ok(browser + run_counted(command("node", &["--test", "pkg/tests/"]).env("CHROMIUM", chromium))?)
}

fn page() -> Result<Count> {
    let site = Site::start(&npm::page_folder(), 0)?;
    let chromium = playwright("page", "TENDER_CHECK_PAGE", &site)?;
    let Some(firefox) = FIREFOX.there() else {
        println!("Firefox is not installed: the page was tested in Chromium only");
        return Ok(chromium);
    };
    let mut tests = command("node", &["--test", "tests/firefox/"]);
    Ok(chromium + run_counted(tests.env("FIREFOX", firefox).env("TENDER_CHECK_PAGE", site.address()))?)
}

fn playwright(project: &str, variable: &str, site: &Site) -> Result<Count> {
    npm::install()?;
    npm::need_package()?;
    let chromium = CHROMIUM.find()?;
    run_counted(
        npm::tool("playwright")?
            .args(["test", "--project", project])
            .env("CHROMIUM", chromium)
            .env(variable, site.address()),
    )
}
