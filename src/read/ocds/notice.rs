//! A release as the notice that it is.
//!
//! Fields have the names that they have on the notices of the services, which are those that readers of tenders know.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::names::{ORDER, PASSED_OVER, SERVICES, UNTITLED, kind, name, said, under_the_act};
use super::show;
use crate::document::{Block, Kind};
use crate::read::structure;

/// Most objects and lists inside each other that are looked into.
const MAX_DEPTH: usize = 12;

/// A notice that is being written.
pub struct Notice<'p> {
    root: &'p str,
    blocks: Vec<Block>,
    /// Most blocks that it may have.
    most: usize,
    /// Whether all of it was written.
    whole: bool,
}

impl<'p> Notice<'p> {
    /// Begins a notice of at most so many blocks; `root` is where its release stands in the file.
    pub fn new(root: &'p str, most: usize) -> Self {
        Self { root, blocks: vec![], most, whole: true }
    }

    /// Writes a release, and tells whether all of it was written.
    pub fn read(mut self, release: &Map<String, Value>) -> (Vec<Block>, bool) {
        let empty = Map::new();
        let tender = release.get("tender").and_then(Value::as_object).unwrap_or(&empty);
        let text = |map: &Map<String, Value>, key: &str| map.get(key).and_then(Value::as_str).map(clean);
        let title = text(tender, "title").or_else(|| text(release, "title"));
        self.heading(1, title.unwrap_or_else(|| UNTITLED.to_owned()));
        if let Some(kind) = kind(release) {
            self.field("Notice type", kind, "tag");
        }
        let ocid = text(release, "ocid").unwrap_or_default();
        if let Some((_, service)) = SERVICES.iter().find(|(prefix, _)| ocid.starts_with(prefix)) {
            self.field("Published on", service, "ocid");
        }
        self.buyer(release);
        if let Some(date) = text(release, "date").and_then(|date| show::date(&date)) {
            self.field("Date of publication", &date, "date");
        }
        if let Some(reference) = text(tender, "id") {
            self.field("Reference", &reference, "tender/id");
        }
        for key in ["description", "contractTerms"] {
            self.any(key, key, release.get(key), 0);
        }
        let lots = tender.get("lots").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        if !lots.is_empty() {
            self.field("This contract is divided into lots", if lots.len() > 1 { "Yes" } else { "No" }, "tender/lots");
        }
        self.scope("tender", tender, &["title", "lots"]);
        // Find a Tender shows once what all lots have in common; older notices repeat it.
        let shared: &[&str] = if lots.len() > 1 && under_the_act(tender) {
            &["contractPeriod", "suitability", "awardCriteria"]
        } else {
            &[]
        };
        let shared: Vec<&str> =
            shared.iter().copied().filter(|key| lots.iter().all(|l| l.get(*key) == lots[0].get(*key))).collect();
        for key in &shared {
            self.any(key, &format!("tender/lots/0/{key}"), lots[0].get(*key), 0);
        }
        let without: Vec<&str> = shared.into_iter().chain(["title"]).collect();
        for (i, lot) in lots.iter().enumerate() {
            let (Some(lot), path) = (lot.as_object(), format!("tender/lots/{i}")) else { continue };
            let id = lot.get("id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
            let number = id.filter(|id| id.len() <= 8).unwrap_or_else(|| (i + 1).to_string());
            let number = number.strip_prefix("LOT-").map_or(number.as_str(), |n| n.trim_start_matches('0')).to_owned();
            if lots.len() > 1 {
                let title = text(lot, "title").filter(|title| !title.is_empty());
                let named = |title: String| {
                    let has_number =
                        title.to_ascii_lowercase().starts_with(&format!("lot {}", number.to_ascii_lowercase()));
                    if has_number { title } else { format!("Lot {number}: {title}") }
                };
                self.heading(2, title.map_or_else(|| format!("Lot {number}"), named));
            }
            self.scope(&path, lot, &without);
        }
        for (key, name) in [("planning", "Planning"), ("awards", "Award"), ("contracts", "Contract signed")] {
            let values = match release.get(key) {
                Some(Value::Array(values)) => values.iter().collect(),
                Some(value @ Value::Object(_)) => vec![value],
                _ => vec![],
            };
            for (i, value) in values.into_iter().enumerate() {
                let Some(map) = value.as_object() else { continue };
                let path = if key == "planning" { key.to_owned() } else { format!("{key}/{i}") };
                let heading = self.blocks.len();
                self.heading(2, text(map, "title").unwrap_or_else(|| name.to_owned()));
                self.scope(&path, map, &["title", "implementation"]);
                if self.blocks.len() == heading + 1 {
                    self.blocks.pop();
                }
            }
        }
        (self.blocks, self.whole)
    }

    /// Who buys: its name, its kind, where it is.
    fn buyer(&mut self, release: &Map<String, Value>) {
        let name = |value: &Value| value.get("name").and_then(Value::as_str).map(clean);
        if let Some(buyer) = release.get("buyer").and_then(name) {
            self.field("Contracting authority", &buyer, "buyer/name");
        }
        let parties = release.get("parties").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for (i, party) in parties.iter().enumerate() {
            let buys = |role: &Value| matches!(role.as_str(), Some("buyer" | "procuringEntity"));
            if !party.get("roles").and_then(Value::as_array).is_some_and(|roles| roles.iter().any(buys)) {
                continue;
            }
            let kinds = party.pointer("/details/classifications").and_then(Value::as_array);
            for (n, kind) in kinds.into_iter().flatten().enumerate() {
                let said = kind.get("description").filter(|text| text.is_string()).or_else(|| kind.get("id"));
                let said = said.and_then(Value::as_str).filter(|said| said.chars().any(char::is_alphabetic));
                let codes = kind.get("scheme").and_then(Value::as_str) == Some("COFOG");
                if let Some(said) = said.filter(|_| !codes) {
                    let said = if said.contains(' ') { said.to_owned() } else { show::words(said) };
                    let path = format!("parties/{i}/details/classifications/{n}");
                    self.field("Type of contracting authority", &said, &path);
                }
            }
            let address = party.get("address").and_then(Value::as_object);
            let part = |key: &&str| address?.get(*key)?.as_str().map(clean).filter(|part| !part.is_empty());
            let address: Vec<_> =
                ["streetAddress", "locality", "region", "postalCode", "countryName"].iter().filter_map(part).collect();
            if !address.is_empty() {
                self.field("Address", &address.join(", "), &format!("parties/{i}/address"));
            }
        }
    }

    /// The fields of a tender, a lot, an award.
    fn scope(&mut self, path: &str, map: &Map<String, Value>, without: &[&str]) {
        let known = ORDER.iter().filter_map(|key| map.get_key_value(*key));
        let others = map.iter().filter(|(key, _)| !ORDER.contains(&key.as_str()));
        for (key, value) in known.chain(others) {
            // A notice says its procedure once, in the longer words.
            let said = key == "procurementMethod" && map.contains_key("procurementMethodDetails")
                || key == "minValue" && map.contains_key("value")
                || key == "status";
            if without.contains(&key.as_str()) || said {
                continue;
            }
            let at = format!("{path}/{key}");
            match (key.as_str(), map.get("minValue")) {
                ("value", Some(least)) => self.range(least, value, &at),
                _ => self.any(key, &at, Some(value), 0),
            }
        }
    }

    /// A value that is given as a range.
    fn range(&mut self, least: &Value, most: &Value, path: &str) {
        match (show::money(least), show::money(most)) {
            (Some(least), Some(most)) if least != most => {
                self.field("Contract value", &format!("{least} to {most}"), path);
            }
            (_, Some(most)) => self.field("Contract value", &most, path),
            _ => {}
        }
    }

    /// A value of whatever kind.
    fn any(&mut self, key: &str, path: &str, value: Option<&Value>, depth: usize) {
        let Some(value) = value.filter(|_| depth < MAX_DEPTH && !PASSED_OVER.contains(&key)) else { return };
        match (key, value) {
            ("legalBasis", value) => self.legal_basis(path, value),
            ("classification", value) => self.classification(path, value),
            ("additionalClassifications", Value::Array(values)) => {
                values.iter().enumerate().for_each(|(i, value)| self.classification(&format!("{path}/{i}"), value));
            }
            ("items", Value::Array(items)) => self.items(path, items),
            ("documents", Value::Array(documents)) => self.documents(path, documents),
            ("awardCriteria" | "selectionCriteria", Value::Object(map)) => self.criteria(key, path, map),
            (_, Value::Object(map)) if key.ends_with("Period") => self.period(key, path, map),
            (_, Value::Object(map)) if map.contains_key("amount") || map.contains_key("amountGross") => {
                if let Some(money) = show::money(value) {
                    let name = if path.starts_with("tender/lots/") && key == "value" {
                        "Lot value (estimated)".to_owned()
                    } else {
                        name(path)
                    };
                    self.field(&name, &money, path);
                }
            }
            (_, Value::Object(map)) => {
                for (inner, value) in map {
                    self.any(inner, &format!("{path}/{inner}"), Some(value), depth + 1);
                }
            }
            (_, Value::Array(values)) => self.list(path, values, depth),
            (_, value) => {
                if let Some(said) = said(key, value) {
                    self.text(&name(path), &said, path);
                }
            }
        }
    }

    fn list(&mut self, path: &str, values: &[Value], depth: usize) {
        let key = path.rsplit('/').next().unwrap_or_default();
        let said: Vec<_> = values.iter().filter_map(|value| said(key, value)).collect();
        if !said.is_empty() {
            self.text(&name(path), &said.join("; "), path);
        }
        for (i, value) in values.iter().enumerate().filter(|(_, value)| value.is_object()) {
            let Value::Object(map) = value else { continue };
            for (inner, value) in map {
                self.any(inner, &format!("{path}/{i}/{inner}"), Some(value), depth + 1);
            }
        }
    }

    fn legal_basis(&mut self, path: &str, value: &Value) {
        let law = value.get("description").or_else(|| value.get("id")).and_then(Value::as_str);
        let law = match law {
            Some("2023/54") => "Procurement Act 2023",
            Some("32014L0024") => "Directive 2014/24/EU",
            Some("32014L0025") => "Directive 2014/25/EU",
            Some("32014L0023") => "Directive 2014/23/EU",
            Some(other) => other,
            None => return,
        };
        self.field("Legal basis", law, path);
    }

    fn classification(&mut self, path: &str, value: &Value) {
        let part = |key: &str| value.get(key).and_then(Value::as_str).map(clean).filter(|part| !part.is_empty());
        let parts: Vec<_> = [part("id"), part("description")].into_iter().flatten().collect();
        if !parts.is_empty() {
            let scheme = part("scheme").unwrap_or_default();
            self.field(format!("{scheme} classification").trim(), &parts.join(" – "), path);
        }
    }

    /// Where the contract is performed, and what is bought.
    fn items(&mut self, path: &str, items: &[Value]) {
        let mut seen: Vec<String> = vec![];
        for (i, item) in items.iter().enumerate() {
            let path = format!("{path}/{i}");
            let addresses: Vec<&Value> = match item.get("deliveryAddresses") {
                Some(Value::Array(values)) => values.iter().collect(),
                Some(Value::Object(map)) => map.values().collect(),
                _ => vec![],
            };
            let part = |address: &Value, key: &str| address.get(key).and_then(Value::as_str).map(clean);
            let place = |address: &&Value| {
                let parts = ["region", "postalCode", "countryName"].into_iter().filter_map(|key| part(address, key));
                parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            };
            let described = item.pointer("/deliveryLocation/description").and_then(Value::as_str).map(clean);
            for place in addresses.iter().map(place).chain(described).filter(|place| !place.is_empty()) {
                if !seen.contains(&place) && seen.len() < 50 {
                    self.field("Place of performance", &place, &path);
                    seen.push(place);
                }
            }
            for key in ["description", "classification"] {
                self.any(key, &format!("{path}/{key}"), item.get(key), 1);
            }
        }
    }

    fn documents(&mut self, path: &str, documents: &[Value]) {
        for (i, document) in documents.iter().enumerate() {
            let part = |key: &str| document.get(key).and_then(Value::as_str).map(clean).filter(|part| !part.is_empty());
            let path = format!("{path}/{i}");
            let criteria = match part("documentType").as_deref() {
                Some("economicSelectionCriteria") => Some("Economic and financial standing"),
                Some("technicalSelectionCriteria") => Some("Technical and professional ability"),
                _ => None,
            };
            match (criteria, part("title"), part("description")) {
                (Some(name), None, None) => {
                    self.field(name, "Selection criteria as stated in the procurement documents", &path);
                }
                (_, Some(title), Some(more)) if title != more => {
                    self.text("Document", &format!("{title}. {more}"), &path);
                }
                (_, title, more) => {
                    if let Some(text) = title.or(more) {
                        self.text("Document", &text, &path);
                    }
                }
            }
        }
    }

    /// Criteria for choosing bidders or tenders, each with its weight or its minimum.
    fn criteria(&mut self, key: &str, path: &str, map: &Map<String, Value>) {
        let selection = key == "selectionCriteria";
        for (key, value) in map.iter().filter(|(key, _)| *key != "criteria") {
            let name = match (selection, key.as_str()) {
                (true, "description") => "Selection criteria".to_owned(),
                (false, "description" | "weightingDescription") => "Award criteria".to_owned(),
                _ => name(&format!("{path}/{key}")),
            };
            if let Some(said) = said(key, value) {
                self.text(&name, &said, &format!("{path}/{key}"));
            }
        }
        let criteria = map.get("criteria").and_then(Value::as_array).into_iter().flatten();
        for (i, criterion) in criteria.enumerate() {
            let path = format!("{path}/criteria/{i}");
            let part = |key: &str| criterion.get(key).and_then(Value::as_str).map(str::trim).filter(|t| !t.is_empty());
            let kind = part("type").unwrap_or_default();
            if selection {
                let name = match kind {
                    "suitability" => "Suitability to pursue the professional activity",
                    "economic" => "Economic and financial standing",
                    "technical" => "Technical and professional ability",
                    _ => "Selection criterion",
                };
                for key in ["name", "description"] {
                    self.text(name, part(key).unwrap_or_default(), &format!("{path}/{key}"));
                }
                let minimum = format!("{name}, minimum level of standards required");
                self.text(&minimum, part("minimum").unwrap_or_default(), &format!("{path}/minimum"));
                continue;
            }
            // Some services give the weight as the description.
            let described = part("description");
            let weight = weights(criterion).or_else(|| described.filter(|text| is_weight(text)).map(str::to_owned));
            let described = described.filter(|text| !is_weight(text) && part("name") != Some(text));
            let name = match kind {
                "quality" => "Quality criterion",
                "price" => "Price criterion",
                "cost" => "Cost criterion",
                _ => "Award criterion",
            };
            let plain = show::capital(kind);
            let said = part("name").or(described).map_or(plain, clean);
            let weight = weight.map(|weight| format!(" / Weighting: {weight}")).unwrap_or_default();
            self.field(name, &format!("{said}{weight}"), &path);
            if let Some(more) = described.filter(|_| part("name").is_some()) {
                self.text("About this criterion", more, &format!("{path}/description"));
            }
        }
    }

    fn period(&mut self, key: &str, path: &str, period: &Map<String, Value>) {
        let end = period.get("endDate").and_then(Value::as_str).and_then(show::date);
        let days =
            period.get("durationInDays").and_then(show::number).filter(|&days| days > 0.0 && days < show::NO_LIMIT);
        let days = days.map(show::days);
        match key {
            "tenderPeriod" | "enquiryPeriod" | "awardPeriod" => {
                if let Some(end) = end {
                    self.field(&name(path), &end, &format!("{path}/endDate"));
                }
            }
            "bidValidityPeriod" => {
                if let Some(days) = days {
                    self.field("Tender must be valid for", &days, &format!("{path}/durationInDays"));
                }
                if let Some(end) = end {
                    self.field("Tender must be valid until", &end, &format!("{path}/endDate"));
                }
            }
            _ => {
                let contract = key == "contractPeriod";
                let called = if contract { "Contract dates (estimated)".to_owned() } else { name(path) };
                if let Some(dates) = show::period(period) {
                    self.field(&called, &dates, path);
                }
                if let Some(end) = period.get("maxExtentDate").and_then(Value::as_str).and_then(show::date) {
                    self.field("Possible extension to", &end, &format!("{path}/maxExtentDate"));
                }
                let day = |key: &str| period.get(key).and_then(Value::as_str).unwrap_or_default();
                let length = show::length(day("startDate"), day("endDate")).filter(|_| contract);
                if let Some(length) = length.or(days) {
                    let called = if contract { "Duration of the contract".to_owned() } else { called };
                    self.field(&called, &length, path);
                }
            }
        }
    }

    /// A text of one line or many. Its first line is the field, the others follow as they stand.
    fn text(&mut self, name: &str, text: &str, path: &str) {
        let text = with_breaks(text);
        let mut lines = text.lines().map(clean).filter(|line| !line.is_empty());
        let Some(first) = lines.next() else { return };
        self.field(name, &first, path);
        for line in lines {
            let (kind, label, text) = match structure::label(&line) {
                Some((label, rest)) if !rest.is_empty() => {
                    (Kind::ListItem { level: 0 }, label.to_owned(), rest.to_owned())
                }
                _ => (Kind::Paragraph, self.path(path), line),
            };
            self.push(Block { label: Some(label), ..Block::new(kind, text) });
        }
    }

    fn field(&mut self, name: &str, value: &str, path: &str) {
        if !value.is_empty() {
            let kind = Kind::Field { name: name.to_owned() };
            let label = Some(self.path(path));
            self.push(Block { label, ..Block::new(kind, format!("{name}: {value}")) });
        }
    }

    fn heading(&mut self, level: u8, text: String) {
        self.push(Block::new(Kind::Heading { level }, text));
    }

    fn push(&mut self, block: Block) {
        if self.blocks.len() < self.most {
            self.blocks.push(block);
        } else {
            self.whole = false;
        }
    }

    fn path(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }
}

/// The weight of a criterion from its numbers.
fn weights(criterion: &Value) -> Option<String> {
    let numbers = criterion.get("numbers")?.as_array()?;
    let said = numbers.iter().filter_map(|number| {
        let figure = show::grouped(number.get("number").and_then(show::number)?);
        let unit = number.get("weight").and_then(Value::as_str).unwrap_or_default();
        Some(if unit.starts_with("percentage") { format!("{figure}%") } else { figure })
    });
    Some(said.collect::<Vec<_>>().join(", ")).filter(|said| !said.is_empty())
}

fn is_weight(text: &str) -> bool {
    let text = text.trim().trim_end_matches('%').trim_end();
    text.parse::<f64>().is_ok_and(|weight| (0.0..=1000.0).contains(&weight))
}

/// A text with the line breaks that a service's export has lost: it writes "\r\n" as `rn`, so that a clause ends in
/// `contract.rn 4B.5.1 …`. Only behind a mark is it told from the end of a word.
fn with_breaks(text: &str) -> Cow<'_, str> {
    if !text.contains("rn") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("rn") {
        let (before, behind) = (&rest[..at], &rest[at + 2..]);
        out.push_str(before);
        let mark = out.ends_with(['.', ':', ';', ')', '\n']) || out.ends_with(". ");
        let ends = behind.is_empty() || behind.starts_with(' ') || behind.starts_with("rn");
        out.push_str(if mark && ends { "\n" } else { "rn" });
        rest = behind;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A text in one line, without marks of markup.
fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
