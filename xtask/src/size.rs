//! What the modules weigh, and whether that is within their budgets.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::modules::{self, Module};
use crate::stamp::Inputs;
use crate::tool::target;

/// Bytes of a file as built and as sent.
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn and(&self, other: &Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// What the page may weigh before a file is opened, in bytes after brotli -q 11.
const FIRST_VIEW_BUDGET: usize = 100_000;

/// Prints what the page loads before a file is opened: its HTML, and the files that it names. Fails when that is too much.
pub fn check_first_view(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page.join("index.html"))?;
    let named = html.split(['"', '\'']).filter_map(|part| part.strip_prefix("./"));
    let mut sum = measure("page", &page.join("index.html"))?;
    for name in named {
        let size = measure(&format!("page-{}", name.replace('/', "-")), &page.join(name))?;
        sum = sum.and(&size);
    }
    row("first view", &sum, FIRST_VIEW_BUDGET);
    if sum.brotli > FIRST_VIEW_BUDGET {
        bail!("the first view is over its budget");
    }
    Ok(())
}

/// Prints a table of modules, and what is downloaded for the first check beside its reader; fails when one passes its budget.
pub fn check(modules: &[Module]) -> Result<()> {
    println!("{:<12} {:>9} {:>9} {:>9} {:>9}   kB", "", "raw", "gzip", "brotli", "budget");
    let mut rows = vec![];
    for module in modules {
        rows.push((module.name, measure(module.name, &module.wasm())?, module.budget));
        if module.name == "core" {
            rows.push(("messages", measure("messages", &modules::messages())?, modules::MESSAGES_BUDGET));
        }
    }
    for (name, size, budget) in &rows {
        row(name, size, *budget);
    }
    if let [(_, core, most), (_, messages, more), ..] = &rows[..] {
        row("first check", &core.and(messages), most + more);
    }
    let heavy: Vec<&str> = rows.iter().filter(|(_, size, budget)| size.brotli > *budget).map(|row| row.0).collect();
    if !heavy.is_empty() {
        bail!("over budget: {}", heavy.join(", "));
    }
    Ok(())
}

fn row(name: &str, size: &Size, budget: usize) {
    let figures = [size.raw, size.gzip, size.brotli, budget].map(|bytes| format!("{:>9.1}", bytes as f64 / 1e3));
    println!("{name:<12} {}", figures.join(" "));
}

/// Brotli's best takes seconds, so the figures are kept as long as the file stays the same.
fn measure(name: &str, path: &Path) -> Result<Size> {
    let bytes = fs::read(path)?;
    let kept: PathBuf = target().join("xtask").join(format!("size-{name}"));
    Inputs::new().add(&bytes).make(&format!("size-{name}"), std::slice::from_ref(&kept), || {
        let gzip = gzip(&bytes)?;
        let brotli = brotli(&bytes)?;
        fs::create_dir_all(target().join("xtask"))?;
        Ok(fs::write(&kept, format!("{gzip} {brotli}"))?)
    })?;
    let figures = fs::read_to_string(kept)?;
    let mut figures = figures.split(' ').map(str::parse);
    match (figures.next(), figures.next()) {
        (Some(Ok(gzip)), Some(Ok(brotli))) => Ok(Size { raw: bytes.len(), gzip, brotli }),
        _ => bail!("the kept size of {name} is broken: delete target/xtask"),
    }
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(vec![], Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(mut bytes: &[u8]) -> Result<usize> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = vec![];
    brotli::BrotliCompress(&mut bytes, &mut out, &best)?;
    Ok(out.len())
}
