//! What a person waits for in the built page: the first view, and what a keystroke in a long draft costs.

use std::path::Path;

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::contender::Timing;
use super::page::{Aim, Row};
use crate::npm;
use crate::serve::Site;
use crate::test::needs::CHROMIUM;
use crate::tool::command;

/// What `tests/bench/view.mjs` gives, in milliseconds.
#[derive(Deserialize)]
struct View {
    /// From the navigation to the moment from which a file can be chosen.
    usable: Timing,
}

/// What `tests/bench/typing.mjs` gives, in milliseconds.
#[derive(Deserialize)]
struct Typing {
    /// Processor time of the page's thread.
    cost: Timing,
    /// The longest task of all.
    longest: f64,
    /// From the key to the frame with the findings.
    findings: Timing,
}

/// Opens the built page, and types into it.
pub fn rows(draft: &Path) -> Result<[Row; 3]> {
    let site = Site::start(&npm::page_folder(), 0)?;
    let View { usable } = measured("tests/bench/view.mjs", &site, None)?;
    let Typing { cost, longest, findings } = measured("tests/bench/typing.mjs", &site, Some(draft))?;
    let keystroke = format!("A keystroke in a draft of 300 kB, on the page’s thread (longest task {longest:.1} ms)");
    let row = |what: &str, ours, ms| Row { what: what.into(), ours, peer: None, aim: Aim::Under(ms) };
    Ok([
        row("The first view, usable, on a processor slowed 4 times", usable, 1_000.0),
        row(&keystroke, cost, 16.0),
        row("Findings beside a draft of 300 kB after a keystroke", findings, 100.0),
    ])
}

fn measured<T: DeserializeOwned>(script: &str, site: &Site, file: Option<&Path>) -> Result<T> {
    let mut node = command("node", &[script]);
    node.arg(site.address()).args(file).env("CHROMIUM", CHROMIUM.find()?);
    let output = node.output()?;
    ensure!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}
