//! The table of `docs/limits.md`, made from the constants that are the limits: those whose names begin with `MAX` or
//! `LARGEST` in the readers and the command line, with what their comments say.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::marks;
use crate::tool::root;

const PAGE: &str = "docs/limits.md";

/// The page with its table as the constants give it, and its path.
pub fn page() -> Result<(std::path::PathBuf, String)> {
    let path = root().join(PAGE);
    let old = fs::read_to_string(&path)?;
    let new = marks::replaced(&old, "cargo xtask generate", &table()?)
        .context("docs/limits.md has no place for the table")?;
    Ok((path, new))
}

fn table() -> Result<String> {
    let mut table = "| limit | | constant |\n|---|---:|---|\n".to_owned();
    for folder in ["src/read", "src/cli"] {
        for entry in WalkDir::new(root().join(folder)).sort_by_file_name() {
            let path = entry?.into_path();
            if path.extension().is_some_and(|e| e == "rs") && !path.components().any(|part| part.as_os_str() == "tests")
            {
                rows(&path, &mut table)?;
            }
        }
    }
    Ok(table)
}

fn rows(path: &Path, table: &mut String) -> Result<()> {
    let shown = path.strip_prefix(root())?.display().to_string();
    for Limit { name, value, about } in limits(&fs::read_to_string(path)?) {
        writeln!(table, "| {about} | {value} | `{name}` in [`{}`](../{shown}) |", shown.trim_start_matches("src/"))?;
    }
    Ok(())
}

#[derive(Debug, PartialEq)]
struct Limit {
    name: String,
    value: String,
    about: String,
}

/// The limits that a source file holds.
fn limits(source: &str) -> Vec<Limit> {
    let (mut found, mut about) = (vec![], vec![]);
    for line in source.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            about.push(words.trim());
            continue;
        }
        let constant = line.strip_prefix("pub const ").or_else(|| line.strip_prefix("const "));
        let parts = constant.and_then(|rest| rest.strip_suffix(';')?.split_once(" = "));
        if let Some((declared, value)) = parts
            && let Some((name, _)) = declared.split_once(':')
            && ["MAX_", "LARGEST"].iter().any(|start| name.starts_with(start))
            && !about.is_empty()
        {
            found.push(Limit { name: name.to_owned(), value: shown(value), about: first_part(&about.join(" ")) });
        }
        about.clear();
    }
    found
}

/// What a comment says, without the brackets that make its names links.
fn first_part(about: &str) -> String {
    about.replace("[`", "`").replace("`]", "`").replace('|', "\\|")
}

/// `64 << 20` as 64 MiB, `10_000` as 10,000.
fn shown(value: &str) -> String {
    for (written, unit) in [(" << 30", "GiB"), (" << 20", "MiB"), (" * 1024 * 1024", "MiB"), (" << 10", "KiB")] {
        if let Some(number) = value.strip_suffix(written) {
            return format!("{number} {unit}");
        }
    }
    if let Some(minutes) = value.strip_prefix("Duration::from_mins(").and_then(|rest| rest.strip_suffix(')')) {
        return format!("{minutes} min");
    }
    value.replace('_', ",")
}

#[cfg(test)]
mod tests {
    use super::{Limit, limits};

    #[test]
    fn limits_are_taken_with_their_comments_and_other_constants_are_not() {
        let source = "/// Largest file,\n/// in bytes.\npub const LARGEST: usize = 50 << 20;\nconst MAX_X: u32 = 1;\n\
            /// Most pages of [`Document`].\nconst MAX_PAGES: usize = 5_000;\n/// Not a limit.\nconst TAB: usize = 4;\n\
            /// Longest time.\nconst MAX_TIME: Duration = Duration::from_mins(2);";
        let limit = |name: &str, value: &str, about: &str| Limit {
            name: name.to_owned(),
            value: value.to_owned(),
            about: about.to_owned(),
        };
        assert_eq!(
            limits(source),
            [
                limit("LARGEST", "50 MiB", "Largest file, in bytes."),
                limit("MAX_PAGES", "5,000", "Most pages of `Document`."),
                limit("MAX_TIME", "2 min", "Longest time."),
            ]
        );
    }
}
