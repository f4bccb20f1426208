//! Files made from the Rust types and constants: TypeScript types, a JSON Schema, the table of limits.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Debug;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use tender_check::Given;
use tender_check::bid::{Assessment, Choice, Profile};
use tender_check::document::Document;
use tender_check::read::pack::{LITTER_NAMES, LITTER_PREFIXES, MAX_FILES, MAX_NESTING};
use tender_check::read::{HEAD, MAX_TEXT, Reader};
use tender_check::report::Report;
use tender_check::report::compare::Comparison;
use ts_rs::{Config, TS, TypeVisitor};

use crate::limits;
use crate::tool::root;

/// Writes all generated files.
pub fn run() -> Result<()> {
    for (path, text) in files()? {
        fs::write(path, text)?;
    }
    Ok(())
}

/// Fails when a generated file is not what its types give.
pub fn check() -> Result<()> {
    let stale = |(path, text): &(PathBuf, String)| fs::read_to_string(path).ok().as_ref() != Some(text);
    let stale: Vec<_> = files()?.into_iter().filter(stale).map(|(path, _)| path.display().to_string()).collect();
    if !stale.is_empty() {
        bail!("not up to date: {}. Run cargo xtask generate", stale.join(", "));
    }
    Ok(())
}

fn files() -> Result<Vec<(PathBuf, String)>> {
    // For those who read reports: a field that is always written is required.
    let of_report = schema::<Report>("pkg/schema.json")?;
    let of_assessment = schema::<Assessment>("pkg/assessment.schema.json")?;
    let types = (root().join("pkg/src/types.ts"), types());
    Ok(vec![of_report, of_assessment, types, limits::page()?])
}

fn schema<T: JsonSchema>(path: &str) -> Result<(PathBuf, String)> {
    let schema = SchemaSettings::default().for_serialize().into_generator().into_root_schema_for::<T>();
    Ok((root().join(path), serde_json::to_string_pretty(&schema)? + "\n"))
}

/// The types that cross the boundary and all that they are made of, in one file.
fn types() -> String {
    let mut types =
        Types { config: Config::new().with_large_int("number"), seen: HashSet::new(), declarations: BTreeMap::new() };
    types.visit::<Assessment>();
    types.visit::<Choice>();
    types.visit::<Comparison>();
    types.visit::<Document>();
    types.visit::<Given>();
    types.visit::<Profile>();
    types.visit::<Reader>();
    types.visit::<Report>();
    let declarations: String = types.declarations.into_values().collect();
    format!("// Made from the Rust types by `cargo xtask generate`.\n{declarations}\n{}", constants().join("\n"))
}

/// Constants of the readers that the client needs too.
fn constants() -> Vec<String> {
    let constant =
        |what: &str, name: &str, value: &dyn Debug| format!("/** {what} */\nexport const {name} = {value:?};\n");
    vec![
        constant("How many of a file's first bytes tell its reader.", "HEAD", &HEAD),
        constant("Most files of a pack.", "MOST_FILES", &MAX_FILES),
        constant("Most text of a pack; natively in bytes.", "MOST_TEXT", &MAX_TEXT),
        constant("Most packs inside each other that are opened.", "MOST_NESTING", &MAX_NESTING),
        constant(
            "What the names of files begin with that programs leave beside documents.",
            "LITTER_PREFIXES",
            &LITTER_PREFIXES,
        ),
        constant("Names of files and folders that programs leave beside documents.", "LITTER_NAMES", &LITTER_NAMES),
    ]
}

struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    /// By name: the order in which dependencies are visited is not always the same.
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // What has no file of its own is built in: numbers, lists, options.
        if T::output_path().is_some() {
            let (docs, declaration) = (T::docs().unwrap_or_default(), T::decl(&self.config));
            self.declarations.insert(T::ident(&self.config), format!("\n{docs}export {declaration}\n"));
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}
