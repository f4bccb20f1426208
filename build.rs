//! Turns what is written for people into data: the heads of the rule pages, the law's tables, the message files.
//!
//! A rule exists because its page does: `src/barriers/FAMILY/RULE.md` is found here, and there is no list to edit.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::{ast, parser};
use toml::{Table, Value};

/// Stands before tables of figures: nobody reads them here.
const GENERATED: &str = "#[allow(clippy::unreadable_literal)]\n";

/// The group of messages that only the command line says.
const FOR_CLI: [&str; 2] = ["cli", "screen"];

/// Groups of messages that only the export module says: in the shapes of a finished report, beside passages, and of settings.
const FOR_EXPORT: [&str; 5] = ["remarks", "settings", "shapes", "shares", "themes"];

/// The group of messages that the bidder's desk says.
const FOR_BID: &str = "bid";

/// Blocks have boxes, but for those of the core module, which is full: its client puts them into a report's places.
fn boxes() {
    println!("cargo::rustc-check-cfg=cfg(boxes)");
    let has = |feature: &str| std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    if !(has("CHECK") && has("WASM") && !has("PDF")) {
        println!("cargo::rustc-cfg=boxes");
    }
}

/// The module that writes into PDF files shares what opens them, and reads none.
fn reads_pdf() {
    println!("cargo::rustc-check-cfg=cfg(reads_pdf)");
    let has = |feature: &str| std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    if has("PDF") && (!has("MARK") || has("JUDGE")) {
        println!("cargo::rustc-cfg=reads_pdf");
    }
}

fn main() {
    boxes();
    reads_pdf();
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let write = |name: &str, text: String| fs::write(out.join(name), text).expect("OUT_DIR can be written");
    let mut sources = sources(&root.join("src/law/sources"));
    // What is known from memory alone is shown to nobody, so the modules do without it; tests hold the rules' words against it.
    let unseen = |source: &Table| source.get("sure").and_then(Value::as_str) == Some("memory");
    let unseen: Vec<String> = sources.iter().filter(|(_, s)| unseen(s)).map(|(id, _)| id.clone()).collect();
    let unseen = if std::env::var_os("CARGO_FEATURE_CLI").is_some() { vec![] } else { unseen };
    sources.retain(|(id, _)| !unseen.contains(id));
    write("rules.rs", rules(&root.join("src/barriers"), &sources, &unseen));
    write("law.rs", law(&root.join("src/law"), &sources));
    write("calendar.rs", calendar(&root.join("src/law")));
    write("shares.rs", shares(&root.join("src/report/shares/shares.toml")));
    let mut messages = messages(&root.join("src"));
    messages.extend(sources.iter().map(|(id, source)| (format!("law/{id}"), words_of(id, source))));
    let group = |key: &str| key.split('/').next().unwrap_or_default().to_owned();
    let lines = |wanted: &dyn Fn(&str) -> bool| {
        let wanted = messages.iter().filter(|(key, _)| wanted(&group(key)));
        wanted.fold(String::new(), |text, (key, line)| text + key + "\t" + line + "\n")
    };
    write("en.txt", lines(&|group| group != FOR_BID && !FOR_CLI.contains(&group) && !FOR_EXPORT.contains(&group)));
    write("en.bid.txt", lines(&|group| group == FOR_BID));
    write("en.export.txt", lines(&|group| FOR_EXPORT.contains(&group)));
    write("en.cli.txt", lines(&|group| FOR_CLI.contains(&group)));
    println!("cargo::rerun-if-changed=build.rs");
}

/// The files of a folder and its sub-folders with this ending, in order of their names.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut out = vec![];
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            out.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            println!("cargo::rerun-if-changed={}", path.display());
            out.push(path);
        }
    }
    out.sort();
    out
}

/// The name of the folder that holds a file.
fn folder_name(path: &Path) -> String {
    path.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned()).expect("a folder")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// `RULES` and `NAMED`: from the heads of the pages, between two lines `+++`.
fn rules(folder: &Path, known: &[(String, Table)], unseen: &[String]) -> String {
    let mut rules: Vec<(String, String, String)> = vec![];
    for path in files(folder, ".md") {
        let page = read(&path);
        let head = page.strip_prefix("+++\n").and_then(|p| p.split_once("\n+++\n"));
        let (head, _) = head.unwrap_or_else(|| panic!("{}: no head between two lines +++", path.display()));
        let head: Table = head.parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let text =
            |key: &str| head.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("{}: no {key}", path.display()));
        let figures = |table: &str| -> String {
            head.get(table).and_then(Value::as_table).into_iter().flatten().fold(String::new(), |mut s, (k, v)| {
                let number = v.as_float().or_else(|| v.as_integer().map(|i| i as f64));
                let number = number.unwrap_or_else(|| panic!("{}: {k} is no number", path.display()));
                let _ = write!(s, "({k:?}, {number:?}), ");
                s
            })
        };
        let (thresholds, fixed) = (figures("thresholds"), figures("fixed"));
        let named = head.get("sources").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let place = |name: &str| {
            let place = known.binary_search_by(|(id, _)| id.as_str().cmp(name));
            let place = place.unwrap_or_else(|_| panic!("{}: no source has the name {name}", path.display()));
            u8::try_from(place).expect("a byte holds the place of a source")
        };
        let sources: Vec<u8> = named.filter(|name| !unseen.iter().any(|id| id == name)).map(place).collect();
        let entry = format!(
            "Rule {{ id: {:?}, folder: {:?}, thresholds: &[{thresholds}], fixed: &[{fixed}], sources: &{sources:?},\n    \
             #[cfg(feature = \"cli\")] code: {:?}, #[cfg(feature = \"cli\")] page: include_str!({:?}) }},\n",
            text("rule"),
            folder_name(&path),
            text("code"),
            path.display().to_string(),
        );
        let named = format!("({:?}, &[{thresholds}]),\n", text("rule"));
        rules.push((text("rule").to_owned(), entry, named));
    }
    rules.sort();
    let body: String = rules.iter().map(|r| r.1.as_str()).collect();
    let named: String = rules.iter().map(|r| r.2.as_str()).collect();
    format!(
        "/// All rules, in order of their names.\n{GENERATED}pub static RULES: &[Rule] = &[\n{body}];\n\
         /// The names of all rules, in their order, with their thresholds.\n{GENERATED}#[cfg(feature = \"export\")]\n\
         pub(crate) static NAMED: &[Named] = &[\n{named}];\n"
    )
}

/// The tables of sources, in order of their names.
fn sources(folder: &Path) -> Vec<(String, Table)> {
    let mut sources: Vec<(String, Table)> = vec![];
    for path in files(folder, ".toml") {
        let table: Table = read(&path).parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for (id, entry) in table {
            sources.push((id, entry.as_table().cloned().unwrap_or_else(|| panic!("{}: not a table", path.display()))));
        }
    }
    sources.sort_by(|a, b| a.0.cmp(&b.0));
    sources
}

/// What people read of a source, as a message: the day on which it was checked, title, section, what it says and its link, with
/// tabs between them.
fn words_of(id: &str, source: &Table) -> String {
    let text = |key: &str| source.get(key).and_then(Value::as_str).unwrap_or_default();
    assert!(!text("title").is_empty() && !text("date").is_empty(), "source {id}: no title or no date");
    let words = ["date", "title", "section", "says", "link"].map(text);
    assert!(!words.iter().any(|words| words.contains(['\t', '\n'])), "source {id}: a tab or a line break");
    words.join("\t")
}

/// `SOURCES` and `THRESHOLDS`: from the tables in `src/law`. What people read of the sources is among the messages.
fn law(folder: &Path, sources: &[(String, Table)]) -> String {
    let mut out = format!("/// All sources, in order of their names.\n{GENERATED}pub static SOURCES: &[Entry] = &[\n");
    let mut checked = "";
    for (id, entry) in sources {
        let text = |key: &str| entry.get(key).and_then(Value::as_str);
        let must = |key: &str| text(key).unwrap_or_else(|| panic!("source {id}: no {key}"));
        let list = |key: &str, of: &str| variants(of, entry.get(key));
        let flag = |key: &str| entry.get(key).and_then(Value::as_bool).unwrap_or(false);
        let kind = match must("kind") {
            "law" => "Law",
            "policy" => "Policy",
            "guidance" => "Guidance",
            "rule of thumb" => "RuleOfThumb",
            other => panic!("source {id}: no kind {other}"),
        };
        let above = text("threshold").map(|threshold| match threshold {
            "above" => true,
            "below" => false,
            other => panic!("source {id}: no threshold {other}"),
        });
        let least = |key: &str| entry.get(key).and_then(Value::as_integer).unwrap_or(0);
        checked = checked.max(must("date"));
        writeln!(
            out,
            "Entry {{ id: {id:?}, kind: SourceKind::{}, remembered: {}, usual: {}, regimes: &[{}], nations: &[{}], buyers: &[{}], above: {:?}, not_light_touch: {}, least: [{:?}, {:?}], from: {:?} }},",
            kind, must("sure") == "memory", flag("usual"),
            list("regimes", "Regime"), list("nations", "Nation"), list("buyers", "Buyer"), above,
            entry.get("light_touch").and_then(Value::as_bool) == Some(false), least("least"), least("least_works"), text("from"),
        )
        .expect("a string takes all");
    }
    writeln!(out, "];\n\n/// The day on which a source was last checked.\npub const CHECKED: &str = {checked:?};")
        .expect("a string takes all");
    out.push_str("\n/// Thresholds of value by date, kind of contract and kind of buyer.\n");
    out.push_str(GENERATED);
    out.push_str("pub static THRESHOLDS: &[Threshold] = &[\n");
    let path = folder.join("thresholds.toml");
    println!("cargo::rerun-if-changed={}", path.display());
    let table: Table = read(&path).parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    for row in table["threshold"].as_array().expect("a list of thresholds") {
        let text =
            |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("a threshold without {key}"));
        writeln!(
            out,
            "Threshold {{ contract: {:?}, buyer: {:?}, from: {:?}, amount: {:?} }},",
            text("contract"),
            text("buyer"),
            text("from"),
            row["amount"].as_integer().expect("an amount") as f64,
        )
        .expect("a string takes all");
    }
    out.push_str("];\n");
    out
}

/// The variant of a type that a table names: `Regime::PublicContracts2015` for `public_contracts_2015`.
fn variant(of: &str, name: &str) -> String {
    let parts = name.split('_').map(|part| part[..1].to_uppercase() + &part[1..]);
    format!("{of}::{}", parts.collect::<String>())
}

/// The variants that a list of a table names; none where there is no list.
fn variants(of: &str, list: Option<&Value>) -> String {
    let names = list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    names.map(|name| variant(of, name)).collect::<Vec<_>>().join(", ")
}

/// `YEARS`, `HOLIDAYS` and `LIMITS`: from the tables of bank holidays and time limits.
fn calendar(folder: &Path) -> String {
    let table = |name: &str| -> Table {
        let path = folder.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        read(&path).parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    let rows = |table: &Table, name: &str| table[name].as_array().expect("a list").clone();
    let number = |row: &Value, key: &str| row.get(key).and_then(Value::as_integer);
    let holidays = table("bank-holidays.toml");
    let list: String = rows(&holidays, "holiday").iter().fold(String::new(), |mut list, row| {
        let month = || number(row, "month").expect("a month");
        let when = match (number(row, "easter"), number(row, "monday")) {
            (Some(days), _) => format!("When::Easter({days})"),
            (None, Some(nth)) => format!("When::Monday({}, {nth})", month()),
            (None, None) => {
                let (day, year) = (number(row, "day").expect("a day"), number(row, "year"));
                format!("When::Fixed({}, {day}, {year:?})", month())
            }
        };
        let nations = variants("Nation", row.get("nations"));
        let _ = writeln!(list, "Holiday {{ nations: &[{nations}], when: {when} }},");
        list
    });
    let limits: String = rows(&table("time-limits.toml"), "limit").iter().fold(String::new(), |mut list, row| {
        let text = |key: &str| row.get(key).and_then(Value::as_str).expect("a text");
        let days = |key: &str| number(row, key).expect("a number of days") as f64;
        let _ = writeln!(
            list,
            "Limit {{ regime: {}, source: {:?}, days: {:?}, paper: {:?}, least: {:?} }},",
            variant("Regime", text("regime")),
            text("source"),
            days("days"),
            days("paper"),
            days("least"),
        );
        list
    });
    format!(
        "/// The years for which the bank holidays hold.\nconst YEARS: std::ops::RangeInclusive<i16> = {}..={};\n\
         static HOLIDAYS: &[Holiday] = &[\n{list}];\n\
         /// The shortest time for bids, by regime.\npub static LIMITS: &[Limit] = &[\n{limits}];\n",
        holidays["from"], holidays["until"],
    )
}

/// `SHARES`: who an amount shuts out.
fn shares(path: &Path) -> String {
    println!("cargo::rerun-if-changed={}", path.display());
    let table: Table = read(path).parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let entries = table.iter().fold(String::new(), |mut out, (name, entry)| {
        let text = |key: &str| entry[key].as_str().unwrap_or_else(|| panic!("shares {name}: {key}"));
        let list = |key: &str| -> Vec<&str> {
            entry[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
        };
        let number = |value: &Value| value.as_float().or(value.as_integer().map(|n| n as f64)).expect("a number");
        let steps = entry["steps"].as_array().into_iter().flatten().fold(String::new(), |mut steps, step| {
            let kind = step["kind"].as_str().expect("a kind");
            let (amount, percent) = (number(&step["amount"]), number(&step["percent"]));
            write!(steps, "Step {{ amount: {amount:?}, percent: {percent:?}, kind: {kind:?} }},").expect("a string");
            steps
        });
        writeln!(
            out,
            "Shares {{ name: {name:?}, rules: &{:?}, figures: &{:?}, source: {:?}, link: {:?}, year: {:?}, \
             checked: {:?}, steps: &[{steps}] }},",
            list("rules"),
            list("figures"),
            text("source"),
            text("link"),
            text("year"),
            text("checked"),
        )
        .expect("a string takes all");
        out
    });
    format!(
        "/// All that is known, in order of their names.\n{GENERATED}pub static SHARES: &[Shares] = &[\n{entries}];\n"
    )
}

/// The messages of the Fluent files in order of their keys, a line each: the key, `group/message.attribute`, a tab, the
/// text. A group is the folder that holds the file. Fluent's syntax is read here and not in the program, which is lighter
/// and sooner ready.
fn messages(folder: &Path) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    for path in files(folder, "en.ftl") {
        let (group, text) = (folder_name(&path), read(&path));
        let place = path.display();
        let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{place}: {errors:?}"));
        for entry in &resource.body {
            let message = match entry {
                ast::Entry::Message(message) => message,
                ast::Entry::Comment(_) | ast::Entry::GroupComment(_) | ast::Entry::ResourceComment(_) => continue,
                ast::Entry::Term(_) | ast::Entry::Junk { .. } => panic!("{place}: neither message nor comment"),
            };
            let key = format!("{group}/{}", message.id.name);
            let attributes = message.attributes.iter().map(|a| (format!("{key}.{}", a.id.name), &a.value));
            for (key, pattern) in message.value.iter().map(|value| (key.clone(), value)).chain(attributes) {
                let line = line(pattern, &key);
                assert!(messages.insert(key.clone(), line).is_none(), "{place}: {key} is there twice");
            }
        }
    }
    messages
}

/// A message's text as `src/words.rs` fills it: `{days}` is a gap, `{lots?one=one lot|*=many}` a choice.
fn line(pattern: &ast::Pattern<&str>, key: &str) -> String {
    let gap = |expression: &ast::InlineExpression<&str>| match expression {
        ast::InlineExpression::VariableReference { id } => id.name.to_owned(),
        other => panic!("{key}: a gap is filled by a variable, not by {other:?}"),
    };
    let piece = |element: &ast::PatternElement<&str>| match element {
        ast::PatternElement::TextElement { value } => {
            assert!(!value.contains(['{', '|', '}', '\t', '\n']), "{key}: {value:?} has a mark of its own meaning");
            (*value).to_owned()
        }
        // Nothing at all, and blanks at the ends, are written in quotation marks.
        ast::PatternElement::Placeable {
            expression: ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }),
        } => (*value).to_owned(),
        ast::PatternElement::Placeable { expression: ast::Expression::Inline(inline) } => {
            format!("{{{}}}", gap(inline))
        }
        ast::PatternElement::Placeable { expression: ast::Expression::Select { selector, variants } } => {
            let case = |variant: &ast::Variant<&str>| {
                let (ast::VariantKey::Identifier { name } | ast::VariantKey::NumberLiteral { value: name }) =
                    variant.key;
                format!("{}={}", if variant.default { "*" } else { name }, line(&variant.value, key))
            };
            let cases: Vec<_> = variants.iter().map(case).collect();
            format!("{{{}?{}}}", gap(selector), cases.join("|"))
        }
    };
    pattern.elements.iter().map(piece).collect()
}
