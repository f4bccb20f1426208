//! Only licences that let anyone use and pass on the project.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

use super::count::Count;
use crate::tool::{cargo, root};

/// Permissive licences, MPL-2.0 (which asks only for changes to its own files), and Unicode's for its tables.
const ALLOWED: [&str; 11] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Looks at every crate and every npm package that the lock files name.
pub fn check() -> Result<Count> {
    let mut packages = crates()?;
    packages.extend(npm_packages()?);
    let refused: Vec<_> = packages.iter().filter(|package| !package.allowed()).map(Package::to_string).collect();
    if !refused.is_empty() {
        bail!("not allowed, or no licence named:\n  {}", refused.join("\n  "));
    }
    println!("{} packages, all of allowed licences", packages.len());
    Ok(Count::PASSED)
}

struct Package {
    name: String,
    licence: Option<String>,
}

impl Package {
    fn allowed(&self) -> bool {
        let expression = self.licence.as_ref().and_then(|licence| Expression::parse_mode(licence, ParseMode::LAX).ok());
        let allowed = |licence: &LicenseReq| licence.license.id().is_some_and(|id| ALLOWED.contains(&id.name));
        expression.is_some_and(|expression| expression.evaluate(allowed))
    }
}

impl std::fmt::Display for Package {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.name, self.licence.as_deref().unwrap_or("none"))
    }
}

fn crates() -> Result<Vec<Package>> {
    let output = cargo(&["metadata", "--format-version", "1", "--all-features", "--locked"]).output()?;
    if !output.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let word = |value: &Value| value.as_str().map(str::to_owned);
    Ok(packages
        .iter()
        .map(|package| Package { name: package["name"].to_string(), licence: word(&package["license"]) })
        .collect())
}

fn npm_packages() -> Result<Vec<Package>> {
    let lock: Value = serde_json::from_str(&fs::read_to_string(root().join("package-lock.json"))?)?;
    let packages = lock["packages"].as_object().context("package-lock.json names no packages")?;
    let foreign = |(path, package): &(&String, &Value)| path.contains("node_modules/") && package["link"] != true;
    Ok(packages
        .iter()
        .filter(foreign)
        .map(|(path, package)| Package { name: path.clone(), licence: package["license"].as_str().map(str::to_owned) })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::Package;

    #[test]
    fn a_licence_is_allowed_when_one_can_choose_an_allowed_one() {
        let allowed = |licence: &str| Package { name: String::new(), licence: Some(licence.to_owned()) }.allowed();
        assert!(allowed("MIT OR GPL-3.0-only"));
        assert!(allowed("Apache-2.0 WITH LLVM-exception"));
        assert!(allowed("MIT/Apache-2.0"));
        assert!(!allowed("MIT AND GPL-3.0-only"));
        assert!(!allowed("UNLICENSED"));
        assert!(!Package { name: String::new(), licence: None }.allowed());
    }
}
