//! What the modules weigh, and whether that is within their budgets.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::modules::Module;
use crate::stamp::Inputs;
use crate::tool::target;

/// Bytes of a module as built and as sent.
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints a table of modules; fails when one passes its budget.
pub fn check(modules: &[Module]) -> Result<()> {
    println!("{:<8} {:>9} {:>9} {:>9} {:>9}   kB", "module", "raw", "gzip", "brotli", "budget");
    let mut heavy = vec![];
    for module in modules {
        let size = measure(module)?;
        let row = [size.raw, size.gzip, size.brotli, module.budget].map(|bytes| format!("{:>9.1}", bytes as f64 / 1e3));
        println!("{:<8} {}", module.name, row.join(" "));
        if size.brotli > module.budget {
            heavy.push(module.name);
        }
    }
    if !heavy.is_empty() {
        bail!("over budget: {}", heavy.join(", "));
    }
    Ok(())
}

/// Brotli's best takes seconds, so the figures are kept as long as the module stays the same.
fn measure(module: &Module) -> Result<Size> {
    let wasm = fs::read(module.wasm())?;
    let kept: PathBuf = target().join("xtask").join(format!("size-{}", module.name));
    Inputs::new().add(&wasm).make(&format!("size-{}", module.name), std::slice::from_ref(&kept), || {
        let gzip = gzip(&wasm)?;
        let brotli = brotli(&wasm)?;
        fs::create_dir_all(target().join("xtask"))?;
        Ok(fs::write(&kept, format!("{gzip} {brotli}"))?)
    })?;
    let figures = fs::read_to_string(kept)?;
    let mut figures = figures.split(' ').map(str::parse);
    match (figures.next(), figures.next()) {
        (Some(Ok(gzip)), Some(Ok(brotli))) => Ok(Size { raw: wasm.len(), gzip, brotli }),
        _ => bail!("the kept size of {} is broken: delete target/xtask", module.name),
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
