//! Files of settings and set-asides, held against what the program knows.

use super::{LARGEST_FILE, LONGEST_TEXT, MOST_SET_ASIDE, OwnThreshold, OwnWords, RuleSettings, SetAside, Settings};
use crate::barriers::rule::{NAMED, Named, near};
use crate::order;
use crate::report::Severity;
use crate::tree::{Fields, Tree};
use crate::words::{Args, Words};

const TOP: [&str; 3] = ["about", "file", "rules"];
const OF_RULE: [&str; 6] = ["off", "reason", "severity", "suggestion", "thresholds", "why"];
const OF_SET_ASIDE: [&str; 5] = ["by", "key", "on", "reason", "title"];

impl Settings {
    /// Reads the JSON of a file of settings. Gives all that is wrong with it, a sentence each.
    pub fn read(json: &str) -> Result<Self, Vec<String>> {
        whole(json, Self::from_fields)
    }

    /// Takes the fields of a file of settings.
    fn from_fields(fields: Fields) -> Result<Self, Vec<String>> {
        let mut reader = Reader::new();
        let mut settings = Self::default();
        for (name, tree) in fields.all() {
            match name.as_str() {
                "about" => settings.about = reader.text(&name, tree),
                "file" => settings.file = reader.text(&name, tree),
                "rules" => match tree {
                    Tree::Object(rules) => reader.rules("", rules, &mut settings.rules),
                    _ => reader.wrong_type(&name, "table"),
                },
                _ => reader.unknown_key(&name, &TOP),
            }
        }
        order::sort_by(&mut settings.rules, |a, b| a.rule.cmp(&b.rule));
        reader.done(settings)
    }
}

/// Reads the JSON of a file by the function that takes its fields.
fn whole<T>(json: &str, read: impl Fn(Fields) -> Result<T, Vec<String>>) -> Result<T, Vec<String>> {
    match serde_json::from_str(json) {
        Ok(Tree::Object(fields)) if json.len() <= 2 * LARGEST_FILE => read(fields),
        _ => Err(vec![Words::spoken().say("settings", "not-read", None, &[]).unwrap_or_default()]),
    }
}

/// Takes settings and notes what is wrong with them.
struct Reader {
    words: &'static Words,
    faults: Vec<String>,
}

impl Reader {
    fn new() -> Self {
        Self { words: Words::spoken(), faults: vec![] }
    }

    fn done<T>(self, read: T) -> Result<T, Vec<String>> {
        if self.faults.is_empty() { Ok(read) } else { Err(self.faults) }
    }

    fn fault(&mut self, message: &str, attribute: Option<&str>, args: &Args) {
        let text = self.words.say("settings", message, attribute, args);
        self.faults.push(text.unwrap_or_else(|| message.to_owned()));
    }

    fn wrong_type(&mut self, name: &str, wanted: &str) {
        self.fault("wrong-type", None, &[("name", name.to_owned()), ("type", wanted.to_owned())]);
    }

    fn unknown_key(&mut self, name: &str, known: &[&str]) {
        let args =
            [("name", shortened(name)), ("known", crate::words::joined(known, ", ")), ("near", closest(name, known))];
        self.fault("unknown-key", (!args[2].1.is_empty()).then_some("near"), &args);
    }

    /// A text; empty is as good as none.
    fn text(&mut self, name: &str, tree: Tree) -> Option<String> {
        match tree {
            Tree::Text(text) if text.len() > LONGEST_TEXT => {
                self.fault("too-long", None, &[("name", name.to_owned()), ("most", LONGEST_TEXT.to_string())]);
                None
            }
            Tree::Text(text) => Some(text.trim().to_owned()).filter(|t| !t.is_empty()),
            _ => {
                self.wrong_type(name, "text");
                None
            }
        }
    }

    /// Rules by their names, which TOML makes tables in tables where they are not in quotation marks.
    fn rules(&mut self, before: &str, fields: Fields, out: &mut Vec<RuleSettings>) {
        for (name, tree) in fields.all() {
            let name = if before.is_empty() { name } else { format!("{before}.{name}") };
            let family = || NAMED.iter().any(|r| r.0.strip_prefix(&*name).is_some_and(|rest| rest.starts_with('.')));
            let rule = NAMED.iter().find(|r| r.0 == name);
            match (rule, tree) {
                (Some(_), _) if out.iter().any(|known| known.rule == name) => {
                    self.fault("twice", None, &[("name", name)]);
                }
                (Some(rule), Tree::Object(fields)) => {
                    let own = self.rule(rule, fields);
                    out.push(own);
                }
                (None, Tree::Object(fields)) if family() => self.rules(&name, fields, out),
                (Some(_), _) => self.wrong_type(&name, "table"),
                (None, _) => {
                    let near = near(&name);
                    let args = [("name", shortened(&name)), ("near", crate::words::joined(&near, ", "))];
                    self.fault("unknown-rule", (!near.is_empty()).then_some("near"), &args);
                }
            }
        }
    }

    fn rule(&mut self, rule: &Named, fields: Fields) -> RuleSettings {
        let mut own = RuleSettings { rule: rule.0.to_owned(), ..RuleSettings::default() };
        let mut words = OwnWords::default();
        for (name, tree) in fields.all() {
            let place = format!("{}.{}", rule.0, shortened(&name));
            match (name.as_str(), tree) {
                ("off", Tree::Flag(off)) => own.off = off,
                ("off", _) => self.wrong_type(&place, "flag"),
                ("reason", tree) => own.reason = self.text(&place, tree),
                ("why", tree) => words.why = self.text(&place, tree),
                ("suggestion", tree) => words.suggestion = self.text(&place, tree),
                ("severity", tree) => own.severity = self.severity(rule, &place, tree),
                ("thresholds", Tree::Object(fields)) => own.thresholds = self.thresholds(rule, fields),
                ("thresholds", _) => self.wrong_type(&place, "table"),
                _ => self.unknown_key(&name, &OF_RULE),
            }
        }
        own.own = Some(words).filter(|words| *words != OwnWords::default());
        own
    }

    fn severity(&mut self, rule: &Named, place: &str, tree: Tree) -> Option<Severity> {
        let name = self.text(place, tree)?;
        let severity = match name.as_str() {
            "high" => Severity::High,
            "medium" => Severity::Medium,
            "low" => Severity::Low,
            _ => {
                self.fault("unknown-severity", None, &[("name", shortened(&name))]);
                return None;
            }
        };
        if rule.0.starts_with("enabler.") || rule.0.starts_with("missing.") {
            self.fault("no-severity", None, &[("rule", rule.0.to_owned())]);
        }
        Some(severity)
    }

    fn thresholds(&mut self, rule: &Named, fields: Fields) -> Vec<OwnThreshold> {
        let mut out = vec![];
        for (name, tree) in fields.all() {
            let Some(&(known, usual)) = rule.1.iter().find(|t| t.0 == name) else {
                let known: Vec<&str> = rule.1.iter().map(|t| t.0).collect();
                let (rule, near) = (rule.0.to_owned(), closest(&name, &known));
                let attribute = if known.is_empty() { Some("none") } else { (!near.is_empty()).then_some("near") };
                let args = [
                    ("rule", rule),
                    ("name", shortened(&name)),
                    ("known", crate::words::joined(&known, ", ")),
                    ("near", near),
                ];
                self.fault("unknown-threshold", attribute, &args);
                continue;
            };
            match tree {
                Tree::Number(value) if value.is_finite() && value >= 0.0 => {
                    out.push(OwnThreshold { name: known.to_owned(), value, usual });
                }
                _ => self.wrong_type(&format!("{}.thresholds.{known}", rule.0), "number"),
            }
        }
        out
    }

    /// The set-asides of a list, in order of their keys.
    fn set_asides(&mut self, list: Vec<Tree>) -> Vec<SetAside> {
        if list.len() > MOST_SET_ASIDE {
            self.fault("too-many", None, &[("most", MOST_SET_ASIDE.to_string())]);
            return vec![];
        }
        let mut all = vec![];
        for tree in list {
            let Tree::Object(fields) = tree else {
                self.wrong_type("set-aside", "list");
                continue;
            };
            let mut one = SetAside::default();
            for (name, tree) in fields.all() {
                match name.as_str() {
                    "key" => one.key = self.text(&name, tree).unwrap_or_default(),
                    "reason" => one.reason = self.text(&name, tree).unwrap_or_default(),
                    "by" => one.by = self.text(&name, tree),
                    "on" => one.on = self.text(&name, tree),
                    "title" => one.title = self.text(&name, tree),
                    _ => self.unknown_key(&name, &OF_SET_ASIDE),
                }
            }
            if one.key.is_empty() {
                self.fault("no-key", None, &[]);
            } else if one.reason.is_empty() {
                self.fault("no-reason", None, &[("key", one.key.clone())]);
            }
            all.push(one);
        }
        order::sort_by(&mut all, |a, b| a.key.cmp(&b.key));
        for (one, _) in all.iter().zip(&all[1.min(all.len())..]).filter(|(one, next)| one.key == next.key) {
            self.fault("twice", None, &[("name", one.key.clone())]);
        }
        all
    }
}

/// What a name of a file is shown as.
fn shortened(name: &str) -> String {
    name.chars().take(80).collect()
}

/// The one of these names that is most like another; empty where none is.
fn closest(name: &str, known: &[&str]) -> String {
    let name = shortened(name);
    let likeness = |known: &&&str| strsim::jaro_winkler(&name, known);
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    best.filter(|best| likeness(best) > 0.8).map(|best| (*best).to_owned()).unwrap_or_default()
}

impl SetAside {
    /// Reads the JSON of a file of findings set aside: a list `set-aside`. Gives all that is wrong with it, a sentence
    /// each.
    pub fn read(json: &str) -> Result<Vec<Self>, Vec<String>> {
        whole(json, |fields| {
            let mut reader = Reader::new();
            let mut all = vec![];
            for (name, tree) in fields.all() {
                match (name.as_str(), tree) {
                    ("set-aside", Tree::List(list)) => all = reader.set_asides(list),
                    ("set-aside", _) => reader.wrong_type(&name, "list"),
                    _ => reader.unknown_key(&name, &["set-aside"]),
                }
            }
            reader.done(all)
        })
    }
}
