//! What a notice says of itself: who buys what, where and when.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::row::Row;
use crate::words::Words;

/// What stage of a procurement a notice is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Bids are asked for.
    Tender,
    /// It is to come.
    Planning,
    /// It is over: an award or a contract.
    Award,
    /// It does not say.
    #[default]
    Other,
}

impl Kind {
    /// Its name in rows.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tender => "tender",
            Self::Planning => "planning",
            Self::Award => "award",
            Self::Other => "other",
        }
    }
}

/// The codes of the regions of the United Kingdom: the first level of ITL, which was that of NUTS.
///
/// Office for National Statistics, International Territorial Levels; notices still write them as NUTS did, `UK` for `TL`.
const REGIONS: [&str; 12] = ["UKC", "UKD", "UKE", "UKF", "UKG", "UKH", "UKI", "UKJ", "UKK", "UKL", "UKM", "UKN"];
/// A region of several of these.
pub const SEVERAL: &str = "several";

/// Most letters of a name or title that are kept.
const MOST_LETTERS: usize = 200;

/// What a release or a record says of itself, in a row that says nothing else.
pub fn about(value: &Value) -> Row {
    let last = |key: &str| value.get(key).and_then(Value::as_array).and_then(|list| list.last());
    // Of a record its releases as one, or else the latest of them.
    let release = value.get("compiledRelease").or_else(|| last("releases")).unwrap_or(value);
    let tender = &release["tender"];
    let items = || list(&tender["items"]);
    let code = |classified: &Value| cpv(&classified["classification"]);
    Row {
        ocid: text(&release["ocid"]).or_else(|| text(&value["ocid"])).unwrap_or_default(),
        id: text(&release["id"]).unwrap_or_default(),
        kind: kind(release),
        title: text(&tender["title"]).or_else(|| text(&release["title"])).unwrap_or_default(),
        buyer: text(&release["buyer"]["name"]).or_else(|| text(&buyer(release)?["name"])).unwrap_or_default(),
        region: region(release),
        cpv: code(tender)
            .or_else(|| items().find_map(code))
            .or_else(|| items().flat_map(|item| list(&item["additionalClassifications"])).find_map(cpv))
            .unwrap_or_default(),
        published: day(&release["date"]),
        closes: day(&tender["tenderPeriod"]["endDate"]),
        ..Row::default()
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A text on one line, or a number as text.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let text: String = text.chars().filter(|c| !c.is_control()).take(MOST_LETTERS).collect();
    Some(text).filter(|text| !text.is_empty())
}

/// The day of a point in time.
fn day(value: &Value) -> String {
    let day = value.as_str().and_then(|text| text.get(..10)).unwrap_or_default();
    if crate::language::date::from_iso(day).is_some() { day.to_owned() } else { String::new() }
}

/// Beginnings of the tags of each kind, the kind that goes before the others first. The page's list of notices reads the
/// same file.
static KINDS: LazyLock<Vec<Tags>> =
    LazyLock::new(|| serde_json::from_str(include_str!("kinds.json")).unwrap_or_default());

#[derive(Deserialize)]
struct Tags {
    kind: Kind,
    tags: Vec<String>,
}

fn kind(release: &Value) -> Kind {
    if list(&release["awards"]).next().is_some() {
        return Kind::Award;
    }
    let tags = || list(&release["tag"]).filter_map(Value::as_str);
    let named = KINDS.iter().find(|of| tags().any(|tag| of.tags.iter().any(|begin| tag.starts_with(begin))));
    match named {
        // What was compiled of a procurement has all its parts.
        None | Some(Tags { kind: Kind::Planning, .. })
            if release["tender"].is_object() && tags().any(|t| t == "compiled") =>
        {
            Kind::Tender
        }
        Some(of) => of.kind,
        None => Kind::Other,
    }
}

fn buyer(release: &Value) -> Option<&Value> {
    let is_buyer = |party: &&Value| list(&party["roles"]).any(|role| role == "buyer");
    list(&release["parties"]).find(is_buyer)
}

fn cpv(classification: &Value) -> Option<String> {
    let scheme = classification["scheme"].as_str().unwrap_or("CPV");
    let digits: String = text(&classification["id"])?.chars().take_while(char::is_ascii_digit).collect();
    (scheme.eq_ignore_ascii_case("cpv") && digits.len() == 8).then_some(digits)
}

/// Where the work is, or else where the buyer is.
fn region(release: &Value) -> String {
    let tender = &release["tender"];
    let mut found: Vec<String> = vec![];
    let addresses = list(&tender["items"]).flat_map(|item| list(&item["deliveryAddresses"]));
    let stated = addresses.filter_map(|address| text(&address["region"])).chain(
        list(&tender["items"]).filter_map(|item| text(&item["deliveryLocation"]["gazetteer"]["identifiers"][0])),
    );
    for name in stated.flat_map(|text| text.split([',', ';']).map(str::trim).map(str::to_owned).collect::<Vec<_>>()) {
        let name = place(&name);
        if !name.is_empty() && !found.contains(&name) {
            found.push(name);
        }
    }
    if found.is_empty() {
        found.extend(buyer(release).and_then(|buyer| text(&buyer["address"]["region"])).map(|name| place(&name)));
    }
    match found.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        _ => SEVERAL.to_owned(),
    }
}

/// The code of a region that is given by a longer code or by its name; any other name as it is, but none for all of the
/// United Kingdom, which says nothing.
fn place(name: &str) -> String {
    let code = name.to_ascii_uppercase().replacen("TL", "UK", 1);
    if let Some(known) = REGIONS.iter().find(|known| code.starts_with(**known) && code.len() <= 5) {
        return (*known).to_owned();
    }
    let named = |known: &&&str| {
        let own = Words::spoken().say("screen", &format!("region-{known}"), None, &[]);
        own.is_some_and(|own| own.eq_ignore_ascii_case(name))
    };
    match REGIONS.iter().find(named) {
        Some(known) => (*known).to_owned(),
        None if matches!(code.as_str(), "UK" | "GB" | "GBR" | "UNITED KINGDOM") => String::new(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn with_region(regions: &[&str], buyers: &str) -> String {
        let addresses: Vec<_> = regions.iter().map(|region| json!({ "region": region })).collect();
        let release = json!({
            "tender": { "items": [{ "deliveryAddresses": addresses }] },
            "parties": [{ "roles": ["supplier"], "address": { "region": "UKN" } },
                        { "roles": ["buyer"], "address": { "region": buyers } }],
        });
        about(&release).region
    }

    #[test]
    fn a_notice_tells_who_buys_what_and_when() {
        let notice = json!({
            "ocid": "ocds-1", "id": 7, "tag": ["tenderUpdate"], "date": "2026-03-02T09:00:00Z",
            "parties": [{ "name": " Brook\n Council ", "roles": ["buyer"] }],
            "tender": {
                "title": "Meals at home", "tenderPeriod": { "endDate": "2026-04-01T12:00:00+01:00" },
                "items": [{ "classification": { "scheme": "CPV", "id": "55521100-9" } }],
            },
        });
        let row = about(&notice);
        assert_eq!([&row.ocid, &row.id, &row.buyer, &row.title], ["ocds-1", "7", "Brook Council", "Meals at home"]);
        assert_eq!([&row.cpv, &row.published, &row.closes], ["55521100", "2026-03-02", "2026-04-01"]);
        assert_eq!(row.kind, Kind::Tender);
        assert_eq!(about(&json!({ "ocid": "r", "compiledRelease": notice })).ocid, "ocds-1");
    }

    #[test]
    fn what_stage_a_notice_is_at_is_told_by_its_tags() {
        let kind = |tags: &[&str]| about(&json!({ "tag": tags, "tender": {} })).kind;
        assert_eq!(KINDS.len(), 3);
        assert_eq!(kind(&["planningUpdate"]), Kind::Planning);
        assert_eq!(kind(&["planning", "tenderAmendment"]), Kind::Tender);
        assert_eq!(kind(&["tender", "contract"]), Kind::Award);
        assert_eq!(kind(&["compiled"]), Kind::Tender);
        assert_eq!(kind(&["implementationUpdate"]), Kind::Award);
        assert_eq!(kind(&[]), Kind::Other);
        assert_eq!(about(&json!({ "tag": ["tender"], "awards": [{}] })).kind, Kind::Award);
    }

    #[test]
    fn regions_are_told_by_codes_and_names() {
        assert_eq!(with_region(&["UKM62"], ""), "UKM");
        assert_eq!(with_region(&["TLD33", "north west"], ""), "UKD");
        assert_eq!(with_region(&["London, South East"], ""), SEVERAL);
        assert_eq!(with_region(&["United Kingdom"], "UKL18"), "UKL");
        assert_eq!(with_region(&["Anglesey"], ""), "Anglesey");
        assert_eq!(with_region(&[], "UK"), "");
    }

    #[test]
    fn what_is_no_notice_tells_nothing() {
        for json in ["", "[]", "7", r#"{"tender":[],"buyer":7,"tag":"x","date":"2026-99-99","parties":{}}"#] {
            let value = serde_json::from_str(json).unwrap_or_default();
            assert_eq!(about(&value), Row::default(), "{json}");
        }
    }
}
