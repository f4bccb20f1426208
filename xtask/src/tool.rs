//! Paths of the repository and the running of other programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A command that runs in the repository's root.
pub fn command(program: impl AsRef<OsStr>, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).args(args);
    command
}

/// A cargo command, run by the cargo that runs this.
pub fn cargo(args: &[&str]) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), args)
}

/// What the browser's modules are compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A cargo command for wasm. A toolchain that was on the machine before `rust-toolchain.toml` asked for the target may lack
/// it: rustup adds it then.
pub fn cargo_for_wasm(args: &[&str]) -> Result<Command> {
    static THERE: OnceLock<bool> = OnceLock::new();
    let there = || {
        let asked = command("rustc", &["--print", "target-libdir", "--target", WASM]).output();
        asked.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
    };
    let added = || run(&mut command("rustup", &["target", "add", WASM])).is_ok();
    if !*THERE.get_or_init(|| there() || added()) {
        bail!("Rust’s {WASM} target is missing. With rustup: rustup target add {WASM}");
    }
    let mut command = cargo(args);
    command.args(["--target", WASM]);
    Ok(command)
}

/// Runs a command to its end; fails when it does.
pub fn run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    let status = command.status().with_context(|| format!("cannot run {line}"))?;
    if !status.success() {
        bail!("{line}: {status}");
    }
    Ok(())
}

/// The command as one would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
