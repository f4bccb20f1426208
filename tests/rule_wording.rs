//! How the rules speak: a duty only with a law behind it, a rule of thumb by its name, nothing from memory, and no law
//! held against a buyer for whom it does not apply.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tender_check::barriers::rule::{RULES, Rule};
use tender_check::law;
use tender_check::report::{Buyer, Circumstances, Known, Nation, Nature, Origin, Regime, Source, SourceKind};
use tender_check::{Given, Pack, read};

/// Words of duty, for rules with a law behind them.
const DUTY: [&str; 4] = ["must", "may not", "must not", "has to"];
/// Words for no rule at all.
const NEVER: [&str; 5] = ["unlawful", "illegal", "unlawfully", "illegally", "compliant"];

/// What a rule says to people: its page without the examples, and its messages, a line each.
struct Said {
    rule: &'static Rule,
    prose: String,
    messages: Vec<String>,
}

impl Said {
    fn lines(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.prose.as_str()).chain(self.messages.iter().map(String::as_str))
    }

    fn barrier(&self) -> bool {
        !self.rule.id.starts_with("enabler.") && !self.rule.id.starts_with("missing.")
    }
}

fn said() -> Vec<Said> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/barriers");
    let said = |rule: &'static Rule| {
        let (_, body) = rule.page[4..].split_once("\n+++\n").expect("a head");
        let prose: String = body.split("\n```").step_by(2).collect::<Vec<_>>().join(" ");
        let prose = prose.split_whitespace().collect::<Vec<_>>().join(" ");
        let file = folder.join(rule.folder).join("en.ftl");
        let text = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let start = format!("{} =", rule.message());
        let mut lines = text.lines().skip_while(|line| !line.starts_with(&start));
        let first = lines.next().unwrap_or_else(|| panic!("{}: no message {}", file.display(), rule.message()));
        let rest = lines.take_while(|line| line.is_empty() || line.starts_with(' '));
        let messages = std::iter::once(first).chain(rest).map(|line| line.trim().to_owned()).collect();
        Said { rule, prose, messages }
    };
    RULES.iter().map(said).collect()
}

/// Whether a line has these words as words.
fn says(line: &str, words: &str) -> bool {
    let line: String = line.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    format!(" {line} ").contains(&format!(" {words} "))
}

#[test]
fn every_message_is_written() {
    for said in said() {
        let unwritten: Vec<_> = said.messages.iter().filter(|line| line.contains("… (")).collect();
        assert!(unwritten.is_empty(), "{}: there is still something to write: {unwritten:?}", said.rule.id);
    }
}

#[test]
fn words_of_duty_have_a_law_behind_them() {
    let mut wrong = vec![];
    for said in said() {
        let law = said.rule.sources().any(|source| source.kind == SourceKind::Law && !source.remembered);
        let line = |line: &&str| DUTY.iter().any(|words| says(line, words)) && !law;
        wrong.extend(said.lines().filter(line).map(|line| format!("{}: {line}", said.rule.id)));
    }
    assert!(wrong.is_empty(), "no law says so:\n{}", wrong.join("\n"));
}

#[test]
fn nobody_is_called_a_breaker_of_the_law() {
    let mut wrong = vec![];
    for said in said() {
        let line = |line: &&str| NEVER.iter().any(|words| says(line, words));
        wrong.extend(said.lines().filter(line).map(|line| format!("{}: {line}", said.rule.id)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_rule_of_thumb_calls_itself_one() {
    let mut wrong = vec![];
    for said in said().iter().filter(|said| said.barrier()) {
        let named = says(&said.prose, "rule of thumb") || says(&said.prose, "rules of thumb");
        let listed = said.rule.sources().any(|source| source.id == "rule-of-thumb");
        if named != listed || said.rule.sources().next().is_none() {
            wrong.push(format!("{}: source listed: {listed}, named on the page: {named}", said.rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The figures of a text: numbers with their pound signs and per cents.
fn figures(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !"£%.,".contains(c));
    let figure = words.map(|word| word.trim_matches(['.', ',']).to_owned());
    figure.filter(|word| word.contains(|c: char| c.is_ascii_digit())).collect()
}

#[test]
fn no_figure_comes_from_memory() {
    for said in said() {
        let says = |memory: bool| -> BTreeSet<String> {
            let sources = said.rule.sources().filter(|source| source.remembered == memory);
            sources.filter_map(|source| source.source().says).flat_map(|says| figures(&says)).collect()
        };
        let doubtful: BTreeSet<_> = says(true).difference(&says(false)).cloned().collect();
        let shown: BTreeSet<String> = said.lines().flat_map(figures).collect();
        let wrong: Vec<_> = doubtful.intersection(&shown).collect();
        assert!(wrong.is_empty(), "{} shows {wrong:?}, which nobody has looked up", said.rule.id);
    }
}

/// The law and policy that holds, by nation, regime and buyer: what the tables of the program are held against.
fn holds(source: &Source, nation: Nation, regime: Regime, buyer: Buyer) -> bool {
    let title = source.title.as_str();
    let section = source.section.as_deref().unwrap_or("");
    let number: String = section.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let number: u32 = number.parse().unwrap_or(0);
    if title.starts_with("Procurement Act 2023") {
        // Part 6 is not for Northern Ireland, nor for schools or utilities; section 85 is not for Wales; schools have no
        // sections 68 and 73.
        let below = (84..=88).contains(&number);
        return regime == Regime::ProcurementAct2023
            && !(below && (nation == Nation::NorthernIreland || matches!(buyer, Buyer::School | Buyer::Utility)))
            && !(number == 85 && nation == Nation::Wales)
            && !(matches!(number, 68 | 73) && buyer == Buyer::School);
    }
    if title.contains("Scotland") || title.contains("Scottish") || title.starts_with("SPPN") {
        return nation == Nation::Scotland;
    }
    if title.contains("(Wales)") || title.contains("Wales Procurement") || title.contains("WPPN") {
        return nation == Nation::Wales;
    }
    if title.contains("Northern Ireland") || title.contains("Procurement Guidance Note") {
        return nation == Nation::NorthernIreland;
    }
    if title.starts_with("Public Contracts Regulations 2015") {
        // The chapters on small contracts are not for devolved bodies.
        return regime == Regime::PublicContracts2015 && (number < 109 || nation == Nation::England);
    }
    if title.contains("Provider Selection") {
        return regime == Regime::ProviderSelection;
    }
    if title.starts_with("PPN 01/21") {
        return nation == Nation::NorthernIreland;
    }
    if title.starts_with("PPN 0") || title.starts_with("Procurement Policy Note 0") {
        return nation == Nation::England && matches!(buyer, Buyer::Central | Buyer::Health);
    }
    if title.starts_with("Employers' Liability") {
        // Great Britain's; Northern Ireland has regulations of its own.
        return nation != Nation::NorthernIreland;
    }
    if title.contains("(England)") {
        return nation == Nation::England;
    }
    true
}

const WORLDS: [(Nation, Regime); 8] = [
    (Nation::England, Regime::ProcurementAct2023),
    (Nation::England, Regime::PublicContracts2015),
    (Nation::England, Regime::ProviderSelection),
    (Nation::Wales, Regime::ProcurementAct2023),
    (Nation::Wales, Regime::PublicContracts2015),
    (Nation::Scotland, Regime::Scotland),
    (Nation::NorthernIreland, Regime::ProcurementAct2023),
    (Nation::NorthernIreland, Regime::PublicContracts2015),
];

const BUYERS: [Buyer; 9] = [
    Buyer::Central,
    Buyer::Local,
    Buyer::Parish,
    Buyer::Health,
    Buyer::Housing,
    Buyer::Education,
    Buyer::School,
    Buyer::Utility,
    Buyer::Other,
];

fn known<T>(value: T) -> Known<T> {
    Known { value: Some(value), origin: Origin::Given, places: vec![] }
}

#[test]
fn no_source_of_a_rule_applies_where_its_law_does_not() {
    let mut wrong = BTreeSet::new();
    let each = WORLDS.iter().flat_map(|world| BUYERS.map(|buyer| (*world, buyer)));
    for (((nation, regime), buyer), above) in each.flat_map(|world| [true, false].map(|above| (world, above))) {
        let circumstances = Circumstances {
            nation: known(nation),
            regime: known(regime),
            buyer: known(buyer),
            as_of: known("2026-06-01".to_owned()),
            above_threshold: known(above),
            ..Circumstances::default()
        };
        for entry in law::SOURCES.iter().filter(|entry| entry.applies(&circumstances)) {
            if !holds(&entry.source(), nation, regime, buyer) {
                wrong.insert(format!(
                    "{} for {} under {} by a {}",
                    entry.id,
                    nation.name(),
                    regime.name(),
                    buyer.name()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_report_cites_a_law_that_does_not_apply() {
    let mut wrong = BTreeSet::new();
    let mut cited = 0;
    for rule in RULES {
        let Some((_, example)) = rule.page.split_once("\n```found") else { continue };
        let text = example.split("\n```").next().and_then(|e| e.split_once('\n')).map_or("", |(_, text)| text);
        let pack = Pack::understand(vec![read::read("example.md", text.as_bytes())]);
        for ((nation, regime), value) in WORLDS.iter().flat_map(|world| [40_000.0, 20_000_000.0].map(|v| (*world, v))) {
            let buyer = Buyer::Local;
            let given = Given {
                value: Some(value),
                months: Some(12.0),
                nation: Some(nation),
                regime: Some(regime),
                buyer: Some(buyer),
                nature: Some(Nature::Services),
                as_of: Some("2026-06-01".to_owned()),
                ..Given::default()
            };
            for finding in pack.judge(&given).findings {
                for source in &finding.sources {
                    cited += usize::from(source.kind == SourceKind::Law);
                    if !holds(source, nation, regime, buyer) {
                        let (nation, regime) = (nation.name(), regime.name());
                        wrong.insert(format!("{}: {} for {nation} under {regime}", finding.rule, source.title));
                    }
                }
            }
        }
    }
    assert!(cited > 500, "hardly any law was cited, so little was checked: {cited}");
    assert!(wrong.is_empty(), "cited where they do not apply:\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_source_is_cited_on_the_wrong_side_of_a_threshold() {
    // What Part 6 of the Act says is of small contracts, and so are the notes on reserving them; the rest of the Act is not.
    let small = |id: &str| matches!(id, "pa23-85" | "pa23-86" | "pa23-87-6" | "pa23-88" | "pcr15-111" | "ppn-005");
    let small = |id: &str| small(id) || matches!(id, "local-reservation-2026" | "wppn-012");
    for entry in law::SOURCES.iter().filter(|entry| !entry.remembered) {
        let of_all = ["prsa-", "spd", "sppn-", "psr-"].iter().any(|start| entry.id.starts_with(start));
        let of_large = ["pa23-", "pcr15-", "pcsr15-"].iter().any(|start| entry.id.starts_with(start));
        match entry.above {
            Some(above) => assert_eq!(above, !small(entry.id), "{}", entry.id),
            // Section 52 is named where more is asked than the Act does, and so is regulation 21, which has a side of its own.
            None if matches!(entry.id, "pa23-52" | "pcsr15-21") => {}
            None => assert!(of_all || !of_large && !small(entry.id), "{} has no side of the threshold", entry.id),
        }
    }
}

#[test]
fn small_and_light_touch_contracts_are_left_what_is_not_theirs() {
    let applies = |id: &str, regime: Regime, nature: Nature, value: f64, above: bool| {
        let nation = if regime == Regime::Scotland { Nation::Scotland } else { Nation::England };
        law::entry(id).expect(id).applies(&Circumstances {
            nation: known(nation),
            regime: known(regime),
            buyer: known(Buyer::Health),
            nature: known(nature),
            value: known(value),
            as_of: known("2026-06-01".to_owned()),
            above_threshold: known(above),
            ..Circumstances::default()
        })
    };
    let (act, old) = (Regime::ProcurementAct2023, Regime::PublicContracts2015);
    // Light touch contracts have no shortest time, no section 46 or 47 and no PPN 014.
    for (id, regime) in
        [("pa23-54", act), ("pa23-46", act), ("pa23-47", act), ("pcr15-27", old), ("pcsr15-28", Regime::Scotland)]
    {
        assert!(applies(id, regime, Nature::Services, 2e6, true), "{id}");
        assert!(!applies(id, regime, Nature::PeopleServices, 2e6, true), "{id}");
    }
    assert!(applies("ppn-014", act, Nature::Services, 2e6, true));
    assert!(!applies("ppn-014", act, Nature::PeopleServices, 2e6, true));
    // In Scotland procurement is regulated from £50,000, and of works from £2 million.
    for id in ["prsa-9", "prsa-15"] {
        assert!(!applies(id, Regime::Scotland, Nature::Services, 49_000.0, false), "{id}");
        assert!(applies(id, Regime::Scotland, Nature::PeopleServices, 50_000.0, false), "{id}");
        assert!(!applies(id, Regime::Scotland, Nature::Works, 1_900_000.0, false), "{id}");
        assert!(applies(id, Regime::Scotland, Nature::Works, 2_000_000.0, false), "{id}");
    }
    // Time limits of small contracts are bound from £30,000 with VAT.
    assert!(!applies("pa23-87-6", act, Nature::Services, 20_000.0, false));
    assert!(applies("pa23-87-6", act, Nature::Services, 26_000.0, false));
}
