//! The releases of a file. A process that is published step by step is merged to what holds now, by OCDS's own rules:
//! later values take the place of earlier ones, lists of things with an `id` are merged by it.

use serde_json::{Map, Value};

/// What a file says of one process.
pub struct Release {
    /// Where it stands in the file: empty for a release by itself.
    pub path: String,
    /// The release, merged where there are several.
    pub value: Map<String, Value>,
}

/// Most entries of lists that are compared while releases are merged: a thousand releases of a hundred lots each are a
/// tenth of it.
pub const MAX_COMPARED: usize = 2_000_000;

/// The processes of a file, in the order of their numbers, and whether there was more to merge than is merged.
pub fn releases(values: Vec<Value>) -> (Vec<Release>, bool) {
    let mut found: Vec<Release> = vec![];
    let single = values.len() == 1;
    for (line, value) in values.into_iter().enumerate() {
        collect(value, if single { String::new() } else { format!("{line}/") }, &mut found);
    }
    found.sort_by(|a, b| (process(&a.value), date(&a.value)).cmp(&(process(&b.value), date(&b.value))));
    let mut merged: Vec<Release> = vec![];
    let mut left = MAX_COMPARED;
    for release in found {
        match merged.last_mut() {
            Some(last) if process(&last.value) == process(&release.value) && process(&release.value).is_some() => {
                "merged/".clone_into(&mut last.path);
                merge(&mut last.value, release.value, &mut left);
            }
            _ => merged.push(release),
        }
    }
    (merged, left == 0)
}

/// The process that a release is part of.
fn process(release: &Map<String, Value>) -> Option<&str> {
    release.get("ocid").and_then(Value::as_str)
}

fn date(release: &Map<String, Value>) -> &str {
    release.get("date").and_then(Value::as_str).unwrap_or_default()
}

/// Finds releases in a value. What a package says of itself is left out.
fn collect(value: Value, path: String, found: &mut Vec<Release>) {
    match value {
        Value::Array(values) => {
            for (i, value) in values.into_iter().enumerate() {
                collect(value, format!("{path}{i}/"), found);
            }
        }
        Value::Object(map) => {
            let mut map: Map<String, Value> = map.into_iter().map(|(key, value)| (plain(&key), value)).collect();
            if let Some(compiled) = map.remove("compiledRelease") {
                collect(compiled, format!("{path}compiledRelease/"), found);
            } else if let Some(list) =
                ["releases", "records"].iter().find(|key| map.get(**key).is_some_and(Value::is_array))
                && let Some(values) = map.remove(*list)
            {
                collect(values, format!("{path}{list}/"), found);
            } else if map.contains_key("ocid") || map.get("tender").is_some_and(Value::is_object) && !is_schema(&map) {
                found.push(Release { path, value: map.into_iter().map(|(key, value)| (key, tidy(value))).collect() });
            }
        }
        _ => {}
    }
}

fn is_schema(map: &Map<String, Value>) -> bool {
    map.contains_key("$schema") || map.contains_key("properties")
}

/// A value whose keys have no blanks in them, as some services' line breaks leave there.
fn tidy(value: Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(map.into_iter().map(|(key, value)| (plain(&key), tidy(value))).collect()),
        Value::Array(values) => Value::Array(values.into_iter().map(tidy).collect()),
        value => value,
    }
}

fn plain(key: &str) -> String {
    key.split_whitespace().collect()
}

fn merge(old: &mut Map<String, Value>, new: Map<String, Value>, left: &mut usize) {
    for (key, value) in new {
        match (old.get_mut(&key), value) {
            (_, Value::Null) => drop(old.remove(&key)),
            (Some(Value::Object(old)), Value::Object(new)) => merge(old, new, left),
            (Some(Value::Array(old)), Value::Array(new)) => {
                *left = left.saturating_sub(1 + old.len() + new.len());
                if *left == 0 || !identified(old) || !identified(&new) {
                    *old = new;
                } else {
                    merge_list(old, new, left);
                }
            }
            (_, value) => drop(old.insert(key, value)),
        }
    }
}

fn identified(list: &[Value]) -> bool {
    list.iter().all(|value| value.get("id").is_some())
}

fn merge_list(old: &mut Vec<Value>, new: Vec<Value>, left: &mut usize) {
    let known: std::collections::HashMap<String, usize> =
        old.iter().enumerate().map(|(i, value)| (value["id"].to_string(), i)).collect();
    for value in new {
        match (known.get(&value["id"].to_string()).and_then(|&i| old.get_mut(i)), value) {
            (Some(Value::Object(old)), Value::Object(new)) => merge(old, new, left),
            (_, value) => old.push(value),
        }
    }
}
