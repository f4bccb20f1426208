//! Files of settings and set-asides, held against what the program knows.

use super::{MOST_SET_ASIDE, OwnThreshold, OwnWords, RuleSettings, SetAside, Settings};
use crate::barriers::rule::{NAMED, Named, near};
use crate::order;
use crate::own_file::{Reader, closest, shown};
use crate::report::Severity;
use crate::tree::{Fields, Tree};
use crate::words::joined;

/// Whose messages tell of faults.
const MESSAGES: &str = "settings";
const TOP: [&str; 3] = ["about", "file", "rules"];
const OF_RULE: [&str; 6] = ["off", "reason", "severity", "suggestion", "thresholds", "why"];
const OF_SET_ASIDE: [&str; 5] = ["by", "key", "on", "reason", "title"];

impl Settings {
    /// Reads the JSON of a file of settings. Gives all that is wrong with it, a sentence each.
    pub fn read(json: &str) -> Result<Self, Vec<String>> {
        Reader::read(MESSAGES, json, Reader::settings)
    }
}

impl SetAside {
    /// Reads the JSON of a file of findings set aside: a list `set-aside`. Gives all that is wrong with it, a sentence
    /// each.
    pub fn read(json: &str) -> Result<Vec<Self>, Vec<String>> {
        Reader::read(MESSAGES, json, |reader, fields| {
            let mut all = vec![];
            for (name, tree) in fields.all() {
                match name.as_str() {
                    "set-aside" => all = reader.list(&name, tree).map_or(vec![], |list| reader.set_asides(list)),
                    _ => reader.unknown_key(&name, &["set-aside"]),
                }
            }
            all
        })
    }
}

impl Reader {
    fn settings(&mut self, fields: Fields) -> Settings {
        let mut settings = Settings::default();
        for (name, tree) in fields.all() {
            match name.as_str() {
                "about" => settings.about = self.text(&name, tree),
                "file" => settings.file = self.text(&name, tree),
                "rules" => {
                    if let Some(fields) = self.table(&name, tree) {
                        self.rules("", fields, &mut settings.rules);
                    }
                }
                _ => self.unknown_key(&name, &TOP),
            }
        }
        order::sort_by(&mut settings.rules, |a, b| a.rule.cmp(&b.rule));
        settings
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
                    let args = [("name", shown(&name)), ("near", joined(&near, ", "))];
                    self.fault("unknown-rule", (!near.is_empty()).then_some("near"), &args);
                }
            }
        }
    }

    fn rule(&mut self, rule: &Named, fields: Fields) -> RuleSettings {
        let mut own = RuleSettings { rule: rule.0.to_owned(), ..RuleSettings::default() };
        let mut words = OwnWords::default();
        for (name, tree) in fields.all() {
            let place = format!("{}.{}", rule.0, shown(&name));
            match name.as_str() {
                "off" => own.off = self.flag(&place, &tree).unwrap_or_default(),
                "reason" => own.reason = self.text(&place, tree),
                "why" => words.why = self.text(&place, tree),
                "suggestion" => words.suggestion = self.text(&place, tree),
                "severity" => own.severity = self.severity(rule, &place, tree),
                "thresholds" => {
                    own.thresholds = self.table(&place, tree).map_or(vec![], |fields| self.thresholds(rule, fields));
                }
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
                self.fault("unknown-severity", None, &[("name", shown(&name))]);
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
                let args = [("rule", rule), ("name", shown(&name)), ("known", joined(&known, ", ")), ("near", near)];
                self.fault("unknown-threshold", attribute, &args);
                continue;
            };
            let place = format!("{}.thresholds.{known}", rule.0);
            if let Some(value) = self.number(&place, &tree, 0.0..=f64::MAX, "number") {
                out.push(OwnThreshold { name: known.to_owned(), value, usual });
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
