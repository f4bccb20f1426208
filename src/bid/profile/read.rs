//! Files of profiles, held against what is known of one.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Accounts, Costs, LARGEST_AMOUNT, LegalForm, MOST_ENTRIES, Profile, Reference, name_of};
use crate::language::date::from_iso;
use crate::own_file::{Reader, shown};
use crate::report::Nation;
use crate::settings::LONGEST_TEXT;
use crate::tree::{Fields, Tree};

const KEYS: [&str; 22] = [
    "accounts",
    "accounts_years",
    "accreditations",
    "acid_test",
    "cash",
    "costs",
    "cover",
    "credit_score",
    "current_ratio",
    "in_progress",
    "largest_contract",
    "legal_form",
    "living_wage",
    "name",
    "nation",
    "net_assets",
    "parent",
    "references",
    "staff",
    "turnover",
    "vat",
    "years_trading",
];
const OF_REFERENCE: [&str; 4] = ["buyer", "public", "value", "year"];
const OF_COSTS: [&str; 4] = ["set_up", "supplier_days", "surplus", "wages"];
/// Covers that facts name.
const COVERS: [&str; 10] = [
    "abuse",
    "contractors_all_risks",
    "cyber",
    "employers_liability",
    "medical_malpractice",
    "motor",
    "other",
    "product_liability",
    "professional_indemnity",
    "public_liability",
];
/// Short names of legal forms that people use.
const SHORT_FORMS: [(&str, LegalForm); 4] = [
    ("cic", LegalForm::CommunityInterestCompany),
    ("cio", LegalForm::CharitableIncorporatedOrganisation),
    ("scio", LegalForm::CharitableIncorporatedOrganisation),
    ("llp", LegalForm::LimitedLiabilityPartnership),
];

impl Profile {
    /// Reads the JSON of a profile. Gives all that is wrong with it, a sentence each.
    pub fn read(json: &str) -> Result<Self, Vec<String>> {
        Reader::read("bid", json, Reader::profile)
    }
}

impl Reader {
    fn profile(&mut self, fields: Fields) -> Profile {
        let mut out = Profile::default();
        for (name, tree) in fields.all() {
            match name.as_str() {
                _ if matches!(tree, Tree::Null) => {}
                "name" => out.name = self.text(&name, tree),
                "legal_form" => out.legal_form = self.legal_form(tree),
                "nation" => {
                    let all = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];
                    out.nation = self.one_of(&name, tree, &all);
                }
                "turnover" => out.turnover = self.turnover(tree),
                "years_trading" => out.years_trading = self.amount(&name, &tree),
                "accounts" => out.accounts = self.one_of(&name, tree, &Accounts::ALL),
                "accounts_years" => out.accounts_years = self.amount(&name, &tree),
                "net_assets" => out.net_assets = self.number(&name, &tree, -LARGEST_AMOUNT..=LARGEST_AMOUNT, "amount"),
                "current_ratio" => out.current_ratio = self.amount(&name, &tree),
                "acid_test" => out.acid_test = self.amount(&name, &tree),
                "credit_score" => out.credit_score = self.amount(&name, &tree),
                "parent" => out.parent = self.flag(&name, &tree),
                "cover" => out.cover = self.cover(tree),
                "accreditations" => out.accreditations = self.texts(&name, tree),
                "in_progress" => out.in_progress = self.in_progress(tree),
                "staff" => out.staff = self.amount(&name, &tree),
                "living_wage" => out.living_wage = self.flag(&name, &tree),
                "references" => out.references = self.references(tree),
                "largest_contract" => out.largest_contract = self.amount(&name, &tree),
                "cash" => out.cash = self.amount(&name, &tree),
                "vat" => out.vat = self.flag(&name, &tree),
                "costs" => out.costs = self.costs(tree),
                _ => self.unknown_key(&name, &KEYS),
            }
        }
        out
    }

    fn amount(&mut self, name: &str, tree: &Tree) -> Option<f64> {
        self.number(name, tree, 0.0..=LARGEST_AMOUNT, "number")
    }

    fn share(&mut self, name: &str, tree: &Tree) -> Option<f64> {
        self.number(name, tree, 0.0..=100.0, "share")
    }

    /// One of the names of an enum; blanks, hyphens and capitals do not matter.
    fn one_of<T: Serialize + Copy>(&mut self, name: &str, tree: Tree, all: &[T]) -> Option<T> {
        let text = self.text(name, tree)?;
        let plain = text.to_ascii_lowercase().replace([' ', '-'], "_");
        let names: Vec<String> = all.iter().map(name_of).collect();
        let found = names.iter().position(|known| *known == plain).map(|at| all[at]);
        if found.is_none() {
            let args = [("name", shown(name)), ("text", shown(&text)), ("known", names.join(", "))];
            self.fault("unknown-name", None, &args);
        }
        found
    }

    fn legal_form(&mut self, tree: Tree) -> Option<LegalForm> {
        if let Tree::Text(text) = &tree {
            let plain = text.trim().to_ascii_lowercase();
            if let Some((_, form)) = SHORT_FORMS.iter().find(|(short, _)| *short == plain) {
                return Some(*form);
            }
        }
        self.one_of("legal_form", tree, &LegalForm::ALL)
    }

    /// The fields of a table, as long as they are not too many.
    fn fields(&mut self, name: &str, tree: Tree) -> Option<Vec<(String, Tree)>> {
        let fields = self.table(name, tree)?.all();
        self.few(name, fields)
    }

    /// What is in a list, as long as it is not too much.
    fn items(&mut self, name: &str, tree: Tree) -> Option<Vec<Tree>> {
        let items = self.list(name, tree)?;
        self.few(name, items)
    }

    fn few<T>(&mut self, name: &str, all: Vec<T>) -> Option<Vec<T>> {
        if all.len() <= MOST_ENTRIES {
            return Some(all);
        }
        self.fault("too-many", None, &[("name", shown(name)), ("most", MOST_ENTRIES.to_string())]);
        None
    }

    fn texts(&mut self, name: &str, tree: Tree) -> Option<Vec<String>> {
        let list = self.items(name, tree)?;
        Some(list.into_iter().filter_map(|tree| self.text(name, tree)).collect())
    }

    fn turnover(&mut self, tree: Tree) -> Option<BTreeMap<String, f64>> {
        let mut out = BTreeMap::new();
        for (year, tree) in self.fields("turnover", tree)? {
            if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) {
                let place = format!("turnover.{year}");
                if let Some(amount) = self.amount(&place, &tree) {
                    out.insert(year, amount);
                }
            } else {
                self.fault("no-year", None, &[("name", shown(&year))]);
            }
        }
        Some(out)
    }

    fn cover(&mut self, tree: Tree) -> Option<BTreeMap<String, f64>> {
        let mut out = BTreeMap::new();
        for (name, tree) in self.fields("cover", tree)? {
            if !COVERS.contains(&name.as_str()) {
                self.unknown_key(&name, &COVERS);
            } else if let Some(amount) = self.amount(&format!("cover.{name}"), &tree) {
                out.insert(name, amount);
            }
        }
        Some(out)
    }

    fn in_progress(&mut self, tree: Tree) -> Option<BTreeMap<String, String>> {
        let mut out = BTreeMap::new();
        for (name, tree) in self.fields("in_progress", tree)? {
            let place = format!("in_progress.{}", shown(&name));
            if name.len() > LONGEST_TEXT {
                self.fault("too-long", None, &[("name", place), ("most", LONGEST_TEXT.to_string())]);
                continue;
            }
            let day = self.text(&place, tree).unwrap_or_default();
            if day.is_empty() || from_iso(&day).is_some() {
                out.insert(name, day);
            } else {
                self.wrong_type(&place, "day");
            }
        }
        Some(out)
    }

    fn references(&mut self, tree: Tree) -> Option<Vec<Reference>> {
        let mut out = vec![];
        for tree in self.items("references", tree)? {
            let Some(fields) = self.fields("references", tree) else { continue };
            let mut reference = Reference::default();
            for (name, tree) in fields {
                let place = format!("references.{}", shown(&name));
                match name.as_str() {
                    _ if matches!(tree, Tree::Null) => {}
                    "buyer" => reference.buyer = self.text(&place, tree),
                    "year" => reference.year = self.amount(&place, &tree),
                    "value" => reference.value = self.amount(&place, &tree),
                    "public" => reference.public = self.flag(&place, &tree),
                    _ => self.unknown_key(&name, &OF_REFERENCE),
                }
            }
            out.push(reference);
        }
        Some(out)
    }

    fn costs(&mut self, tree: Tree) -> Option<Costs> {
        let mut costs = Costs::default();
        for (name, tree) in self.fields("costs", tree)? {
            let place = format!("costs.{}", shown(&name));
            match name.as_str() {
                _ if matches!(tree, Tree::Null) => {}
                "surplus" => costs.surplus = self.share(&place, &tree),
                "wages" => costs.wages = self.share(&place, &tree),
                "supplier_days" => costs.supplier_days = self.amount(&place, &tree),
                "set_up" => costs.set_up = self.amount(&place, &tree),
                _ => self.unknown_key(&name, &OF_COSTS),
            }
        }
        Some(costs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_read_whole() {
        let json = r#"{"name": "Meadow Works", "legal_form": "CIC", "turnover": {"2024": 180000, "2025": 210000},
            "cover": {"public_liability": 5000000}, "references": [{"buyer": "A", "year": 2024, "public": true}],
            "costs": {"wages": 70}, "net_assets": -50, "in_progress": {"ISO 9001": "2026-05-01"}}"#;
        let profile = Profile::read(json).unwrap();
        assert_eq!(profile.legal_form, Some(LegalForm::CommunityInterestCompany));
        assert_eq!((profile.last_turnover(), profile.net_assets), (Some(210_000.0), Some(-50.0)));
        let again = serde_json::to_string(&profile).unwrap();
        assert_eq!(Profile::read(&again), Ok(profile));
    }

    #[test]
    fn every_fault_is_named_and_what_may_be_meant() {
        let json = r#"{"turn_over": {}, "cover": {"public_libility": 1}, "staff": -1, "costs": {"wages": 170},
            "legal_form": "guild", "vat": 1, "turnover": {"last": 5}, "in_progress": {"ISO 9001": "soon"}}"#;
        let faults = Profile::read(json).unwrap_err();
        assert_eq!(faults.len(), 8);
        assert!(faults[0].contains("“turnover”"), "{}", faults[0]);
        assert!(faults[1].contains("“public_liability”"), "{}", faults[1]);
        assert!(faults[4].contains("community_interest_company"), "{}", faults[4]);
    }

    #[test]
    fn every_field_is_a_key() {
        for key in KEYS {
            let faults = Profile::read(&format!(r#"{{"{key}": [[]]}}"#)).unwrap_err();
            assert!(!faults[0].contains("There is no"), "{key}: {}", faults[0]);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_json_breaks_it(text in r#"[\{\}\[\]",:a-z0-9_\-\.]{0,80}"#) {
            let _ = Profile::read(&text);
        }
    }
}
