//! The files of settings and of findings set aside: named, or found beside the documents.

use std::fs;
use std::path::{Path, PathBuf};

use tender_check::settings::{LARGEST_FILE, SetAside, Settings};
use toml::Value;

use super::Trouble;
use super::arguments::Tender;

/// Name of a file of settings.
const SETTINGS: &str = "tender-check.toml";
/// Name of a file of findings set aside.
const SET_ASIDE: &str = "tender-check.set-aside.toml";

/// Name of a file that tells of an organisation that thinks of bidding.
const PROFILE: &str = "tender-check.profile.toml";

/// Whether a file is none of the tender's documents but one of ours.
pub fn is_own(name: &str) -> bool {
    [SETTINGS, SET_ASIDE, PROFILE].contains(&name)
}

/// The settings that are asked for, or else those beside the documents or in the working folder.
pub fn settings(arguments: &Tender) -> Result<Option<Settings>, Trouble> {
    let working = (!arguments.how.no_settings).then(|| PathBuf::from("."));
    let found = || beside(arguments).chain(working).map(|folder| folder.join(SETTINGS)).find(|file| file.is_file());
    of_file(arguments.settings.clone().or_else(found).as_deref())
}

/// The settings of a file; none where there is no file.
pub fn of_file(file: Option<&Path>) -> Result<Option<Settings>, Trouble> {
    let Some(file) = file else { return Ok(None) };
    let mut settings = Settings::read(&json(file)?).map_err(|faults| Trouble::Wrong(file.to_owned(), faults))?;
    // Without the dot of the working folder.
    settings.file = Some(file.strip_prefix(".").unwrap_or(file).display().to_string());
    Ok(Some(settings))
}

/// The set-asides that are asked for, or else those beside the documents. What is set aside in one tender says nothing of
/// another, so the working folder counts only where the documents are in it.
pub fn set_aside(arguments: &Tender) -> Result<Vec<SetAside>, Trouble> {
    let found = || beside(arguments).map(|folder| folder.join(SET_ASIDE)).find(|file| file.is_file());
    let Some(file) = arguments.set_aside.clone().or_else(found) else { return Ok(vec![]) };
    SetAside::read(&json(&file)?).map_err(|faults| Trouble::Wrong(file, faults))
}

/// The folders that are given, and those in which the files that are given lie.
fn beside(arguments: &Tender) -> impl Iterator<Item = PathBuf> {
    let paths = if arguments.how.no_settings { &[][..] } else { &arguments.paths };
    paths
        .iter()
        .filter(|path| *path != Path::new("-"))
        .map(|path| if path.is_dir() { path.clone() } else { path.parent().unwrap_or(Path::new("")).to_path_buf() })
}

/// The JSON that says what a TOML file says.
pub fn json(file: &Path) -> Result<String, Trouble> {
    let bytes = fs::read(file).map_err(|e| Trouble::NotOpened(file.to_path_buf(), e))?;
    let wrong = |line: usize, reason: &str| Trouble::NotToml(file.to_path_buf(), line, reason.to_owned());
    if bytes.len() > LARGEST_FILE {
        return Err(Trouble::LargeSettings(file.to_path_buf()));
    }
    let text = String::from_utf8_lossy(&bytes);
    // Some editors begin a file with a mark of its byte order.
    let text = text.trim_start_matches('\u{feff}');
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        wrong(before.matches('\n').count() + 1, error.message())
    })?;
    Ok(plain(Value::Table(table)).to_string())
}

/// A value of TOML as JSON: days and times become texts, and what is no number none.
fn plain(value: Value) -> serde_json::Value {
    match value {
        Value::String(text) => text.into(),
        Value::Integer(number) => number.into(),
        Value::Float(number) => number.into(),
        Value::Boolean(flag) => flag.into(),
        Value::Datetime(time) => time.to_string().into(),
        Value::Array(list) => list.into_iter().map(plain).collect(),
        Value::Table(table) => table.into_iter().map(|(name, value)| (name, plain(value))).collect(),
    }
}
