//! The wasm modules: one package, a set of features each.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use tender_check::words::{ENGLISH, ENGLISH_EXPORT, ENGLISH_OF_BID};
use wasm_bindgen_cli_support::Bindgen;

use crate::npm;
use crate::stamp::Inputs;
use crate::tool::{WASM, cargo_for_wasm, root, run, target};

/// One wasm module.
pub struct Module {
    pub name: &'static str,
    pub features: &'static str,
    profile: &'static str,
    /// How large a function may be that is put in the place of its call, in LLVM's measure, where that is not what comes with
    /// the profile: 5 for the smallest, 50 for small ones. Between the two lies much speed for little size.
    inline: Option<u32>,
    /// Options of wasm-opt.
    optimise: &'static [&'static str],
    /// Largest size in bytes after brotli -q 11.
    pub budget: usize,
}

/// Passes that make a module smaller as it is sent. `-Oz` makes it smaller by a tenth, but shares out locals and moves
/// instructions about, so that what is alike no longer looks alike: after brotli it is larger than without it.
const AS_SENT: &[&str] = &[
    "--dce",
    "--optimize-instructions",
    "--precompute",
    "--rse",
    "--vacuum",
    "--duplicate-function-elimination",
    "--remove-unused-module-elements",
    "--reorder-locals",
];

/// What is alike is near each other when functions stand in the order of their names, which wasm-opt then leaves out: brotli
/// makes the core smaller so by half a kilobyte.
const BY_NAME: &str = "--reorder-functions-by-name";

/// All modules. The budgets are what a reader on a slow line is asked to wait for.
pub const MODULES: [Module; 7] = [
    Module {
        name: "core",
        features: "check,wasm",
        profile: "wasm-small",
        inline: Some(42),
        optimise: AS_SENT,
        budget: 250_000,
    },
    Module {
        name: "export",
        features: "export,wasm",
        profile: "wasm-small",
        inline: None,
        optimise: AS_SENT,
        budget: 100_000,
    },
    Module {
        name: "bid",
        features: "bid,wasm",
        profile: "wasm-small",
        inline: None,
        optimise: AS_SENT,
        budget: 150_000,
    },
    Module {
        name: "text",
        features: "text,wasm",
        profile: "wasm",
        inline: Some(200),
        optimise: AS_SENT,
        budget: 250_000,
    },
    Module {
        name: "office",
        features: "office,wasm",
        profile: "wasm",
        inline: None,
        optimise: &["-Os"],
        budget: 300_000,
    },
    Module {
        name: "pdf",
        features: "pdf,wasm",
        profile: "wasm-fast",
        inline: None,
        optimise: &["-O3"],
        budget: 330_000,
    },
    Module {
        name: "mark",
        features: "mark,wasm",
        profile: "wasm-small",
        inline: None,
        optimise: AS_SENT,
        budget: 160_000,
    },
];

impl Module {
    /// Where the finished module lies.
    pub fn wasm(&self) -> PathBuf {
        folder().join(format!("{}_bg.wasm", self.name))
    }

    /// The TypeScript types of its JavaScript.
    pub fn types(&self) -> PathBuf {
        folder().join(format!("{}.d.ts", self.name))
    }

    /// Compiles, binds and optimises, as far as the sources changed.
    pub fn build(&self, dev: bool) -> Result<()> {
        let profile = if dev { "dev" } else { self.profile };
        // A folder for each: cargo gives a cdylib the same name whatever its features.
        let built = target().join("modules").join(self.name);
        let mut compile = cargo_for_wasm(&["build", "--quiet", "--lib", "--no-default-features"])?;
        compile.args(["--features", self.features, "--profile", profile, "--target-dir"]).arg(&built);
        // Paths of this machine would stand in the module, and make it another on each.
        let mut flags = vec![format!("--remap-path-prefix={}=", crates().display())];
        if let Some(inline) = self.inline.filter(|_| !dev) {
            flags.push(format!("-Cllvm-args=-inline-threshold={inline}"));
        }
        compile.args(["--config", &format!("target.{WASM}.rustflags={flags:?}")]);
        run(&mut compile)?;
        let profile_folder = if dev { "debug" } else { profile };
        let compiled = fs::read(built.join(WASM).join(profile_folder).join("tender_check.wasm"))?;
        let inputs = Inputs::new().add(&compiled).add(dev).add(self.optimise).add(include_str!("modules.rs"));
        let glue = folder().join(format!("{}.js", self.name));
        inputs.make(&format!("module-{}", self.name), &[self.wasm(), glue], || {
            self.bind(compiled)?;
            if !dev {
                self.optimise()?;
            }
            Ok(())
        })
    }

    fn bind(&self, compiled: Vec<u8>) -> Result<()> {
        Bindgen::new()
            .input_bytes(self.name, compiled)
            .web(true)?
            .typescript(true)
            .omit_default_module_path(false)
            // On the page's own thread a module that trapped cannot be ended with its worker.
            .reset_state_function(true)
            .remove_producers_section(true)
            .generate(folder())
            .with_context(|| format!("cannot make the JavaScript of the {} module", self.name))
    }

    fn optimise(&self) -> Result<()> {
        let wasm = self.wasm();
        run(npm::tool("wasm-opt")?.args(self.optimise).arg(BY_NAME).arg(&wasm).arg("-o").arg(&wasm))
    }
}

/// Where cargo keeps the sources of crates.
fn crates() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    home.unwrap_or_default().join("registry/src/")
}

/// Where the modules and their JavaScript go.
pub fn folder() -> PathBuf {
    root().join("pkg/dist/wasm")
}

/// Largest size of the messages of one language, in bytes after brotli -q 11: the core is silent without them.
pub const MESSAGES_BUDGET: usize = 30_000;

/// The messages of each module that speaks: a file a language, which it is handed at its start.
const MESSAGES: [(&str, &str); 3] =
    [("en.txt", ENGLISH), ("en.export.txt", ENGLISH_EXPORT), ("en.bid.txt", ENGLISH_OF_BID)];

/// Where the messages of findings go.
pub fn messages() -> PathBuf {
    messages_folder().join(MESSAGES[0].0)
}

fn messages_folder() -> PathBuf {
    root().join("pkg/dist/messages")
}

/// Writes the messages.
pub fn write_messages() -> Result<()> {
    fs::create_dir_all(messages_folder())?;
    for (name, text) in MESSAGES {
        let path = messages_folder().join(name);
        if !fs::read_to_string(&path).is_ok_and(|old| old == text) {
            fs::write(path, text)?;
        }
    }
    Ok(())
}
