//! Programs that are not Rust's and not npm's: where they are, and how to get them.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Result, bail};

/// A program that tests need.
pub struct Need {
    /// Names under which it may be found.
    names: &'static [&'static str],
    /// Environment variable that says where it is.
    variable: &'static str,
    what: &'static str,
}

pub const CHROMIUM: Need = Need {
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    variable: "CHROMIUM",
    what: "the Chromium browser",
};

pub const CHROMEDRIVER: Need = Need { names: &["chromedriver"], variable: "CHROMEDRIVER", what: "Chromium's driver" };

/// Nothing needs it: what is tested in Firefox is tested in Chromium, too.
pub const FIREFOX: Need = Need { names: &["firefox-esr", "firefox"], variable: "FIREFOX", what: "the Firefox browser" };

impl Need {
    /// Where it is, if it is there.
    pub fn there(&self) -> Option<PathBuf> {
        std::env::var_os(self.variable).map(PathBuf::from).or_else(|| self.on_path())
    }

    /// Finds it, and installs it first where that is possible.
    pub fn find(&self) -> Result<PathBuf> {
        if let Some(path) = self.there() {
            return Ok(path);
        }
        install_browser();
        if let Some(path) = self.on_path() {
            return Ok(path);
        }
        bail!(
            "{} ({}) is missing. On Debian: apt-get install chromium chromium-driver. \
             Elsewhere install it and set {} to its path",
            self.what,
            self.names[0],
            self.variable
        )
    }

    fn on_path(&self) -> Option<PathBuf> {
        let path = std::env::var_os("PATH")?;
        let folders: Vec<_> = std::env::split_paths(&path).collect();
        let file = |name: &&str| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
        self.names.iter().find_map(file)
    }
}

/// Tries once, on Debian, as root or by a sudo that asks nothing.
fn install_browser() {
    static TRIED: OnceLock<()> = OnceLock::new();
    TRIED.get_or_init(|| {
        let quiet = |program: &str, args: &[&str]| {
            let status = Command::new(program).args(args).stdin(Stdio::null()).stderr(Stdio::null()).output();
            status.ok().filter(|output| output.status.success())
        };
        let root = quiet("id", &["-u"]).is_some_and(|output| output.stdout.starts_with(b"0"));
        let sudo = !root && quiet("sudo", &["-n", "true"]).is_some();
        if !Path::new("/etc/debian_version").exists() || !(root || sudo) {
            return;
        }
        println!("installing chromium and chromium-driver with apt-get");
        for args in [&["update"][..], &["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"]] {
            let mut command = if sudo { Command::new("sudo") } else { Command::new("apt-get") };
            if sudo {
                command.args(["-n", "apt-get"]);
            }
            let status = command.args(args).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()).status();
            if !status.is_ok_and(|status| status.success()) {
                println!("apt-get {} did not succeed", args[0]);
            }
        }
    });
}
