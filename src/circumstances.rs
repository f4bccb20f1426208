//! What a contract is judged against: its value, term, nation, regime and buyer, as given or as the documents say.

use std::cmp::Ordering;
use std::ops::Range;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer};

use crate::document::Kind;
use crate::fact::{Fact, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::date::from_iso;
use crate::language::passage::Passage;
use crate::law;
use crate::list::Listed;
use crate::pack::OF_CIRCUMSTANCES;
use crate::report::{Buyer, Circumstances, Known, Nation, Nature, Origin, Place, Regime};
use crate::settings::{SetAside, Settings, few};
use crate::tree::{self, Fields, FromFields};
use crate::words::mentions;

/// What the user says about the contract, and how it is to be judged. What is left out is taken from the documents.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "schema", ts(optional_fields))]
pub struct Given {
    /// Estimated value over the initial term, in pounds without VAT.
    pub value: Option<f64>,
    /// Initial term in months.
    pub months: Option<f64>,
    /// Where the buyer is.
    pub nation: Option<Nation>,
    /// The rules that govern the procurement.
    pub regime: Option<Regime>,
    /// Kind of buyer.
    pub buyer: Option<Buyer>,
    /// What is bought.
    pub nature: Option<Nature>,
    /// The day by whose law and thresholds to judge, ISO 8601.
    pub as_of: Option<String>,
    /// Whether the report shall hold the documents' texts.
    #[cfg_attr(feature = "schema", ts(as = "Option<bool>", optional))]
    pub with_text: bool,
    /// The organisation's own settings: as they were checked; in the npm package, which checks them, in the shape of their file.
    #[cfg_attr(feature = "schema", ts(as = "Option<crate::settings::SettingsFile>", optional))]
    pub settings: Option<Settings>,
    /// Findings that were looked at and set aside.
    #[cfg_attr(feature = "schema", ts(as = "Option<Vec<SetAside>>", optional))]
    pub set_aside: Vec<SetAside>,
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tree::read(deserializer)
    }
}

impl FromFields for Given {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        let given = Self {
            value: fields.number("value")?,
            months: fields.number("months")?,
            nation: fields.name("nation")?,
            regime: fields.name("regime")?,
            buyer: fields.name("buyer")?,
            nature: fields.name("nature")?,
            as_of: fields.text("as_of")?,
            with_text: fields.flag("with_text")?.unwrap_or_default(),
            settings: fields.object("settings")?.map(Settings::from_fields).transpose()?,
            set_aside: few(&mut fields, "set_aside")?,
        };
        // A misspelt field would silently judge by less than was given.
        fields.none_left()?;
        Ok(given)
    }
}

macro_rules! clues {
    ($($name:ident = $clue:expr, $weight:literal, [$($pattern:literal),+ $(,)?];)+) => {
        $(const $name: Cue = Cue::named(concat!("circumstances.", stringify!($name)));)+
        /// The words that tell of nation, regime and buyer.
        pub const CUES: &CueList = &[$(($name, &[$($pattern),+])),+];
        /// What each of them tells, and how much it weighs.
        const CLUES: &[(Cue, Clue, u32)] = &[$(($name, $clue, $weight)),+];
    };
}

/// What a clue tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Clue {
    Nation(Nation),
    Regime(Regime),
    Buyer(Buyer),
    Nature(Nature),
    Concession,
}

clues! {
    SCOTTISH_LAW = Clue::Nation(Nation::Scotland), 6,
        ["public contracts scotland", "procurement reform scotland", "procurement scotland regulations", "espd scotland", "spd scotland", "scottish procurement policy|directorate|note|notes", "fair work first", "pcs tender"];
    SCOTTISH = Clue::Nation(Nation::Scotland), 1, ["scotland|scottish|edinburgh|glasgow|aberdeen|aberdeenshire|dundee|highland|fife|lothian|lanarkshire|tayside|angus|argyll|scots|moray|stirling|falkirk|inverness|renfrewshire|ayrshire|dumfries|orkney|shetland|dunbartonshire|midlothian|grampian", "the care inspectorate"];
    WELSH_LAW = Clue::Nation(Nation::Wales), 6,
        ["sell2wales|etenderwales|gwerthwchigymru", "sell 2 wales", "procurement wales regulations", "wales procurement policy", "welsh procurement policy", "social partnership and public procurement wales", "well being of future generations", "wellbeing of future generations", "wppn"];
    WELSH = Clue::Nation(Nation::Wales), 1, ["wales|welsh|cymru|cardiff|swansea|gwynedd|ceredigion|powys|conwy|anglesey|flintshire|wrexham|denbighshire|pembrokeshire|carmarthenshire|monmouthshire|caerphilly|torfaen|gwent|glamorgan|bridgend|rhondda"];
    IRISH_LAW = Clue::Nation(Nation::NorthernIreland), 6, ["etendersni", "procurement policy note ni", "construction and procurement delivery", "courts of northern ireland", "department of finance ni"];
    IRISH = Clue::Nation(Nation::NorthernIreland), 1, ["northern ireland", "belfast|stormont|antrim|tyrone|fermanagh|londonderry|armagh|lisburn|newry|omagh"];
    ENGLISH = Clue::Nation(Nation::England), 1, ["england", "english law|courts", "nhs england", "london|yorkshire|lancashire|kent|devon|cornwall|norfolk|suffolk|essex|surrey|birmingham|manchester|leeds"];
    SCOTTISH_REGIME = Clue::Regime(Regime::Scotland), 6, ["public contracts scotland regulations", "procurement reform scotland", "procurement scotland regulations"];
    SCOTTISH_PAPERS = Clue::Regime(Regime::Scotland), 2, ["espd scotland", "spd scotland", "public contracts scotland"];
    ACT = Clue::Regime(Regime::ProcurementAct2023), 6, ["procurement act 2023", "procurement regulations 2024", "central digital platform", "procurement specific questionnaire"];
    REGULATIONS = Clue::Regime(Regime::PublicContracts2015), 4, ["public contracts regulations", "pcr 2015", "pcr2015", "standard selection questionnaire"];
    PROVIDER_SELECTION = Clue::Regime(Regime::ProviderSelection), 6, ["provider selection regime", "health care services provider selection"];
    PARISH = Clue::Buyer(Buyer::Parish), 4, ["parish|town|community council", "town|parish clerk"];
    COUNCIL = Clue::Buyer(Buyer::Local), 2, ["county|city|borough|district|metropolitan|unitary council", "combined authority", "local authority", "fire authority", "police and crime commissioner", "borough of", "council"];
    HEALTH = Clue::Buyer(Buyer::Health), 3, ["nhs ~2 trust|board", "integrated care board", "health board", "health and social care trust", "nhs lothian|fife|tayside|grampian|highland|borders|lanarkshire", "icb"];
    HOUSING = Clue::Buyer(Buyer::Housing), 3, ["housing association", "registered social landlord", "registered provider of social housing", "homes association"];
    EDUCATION = Clue::Buyer(Buyer::Education), 3, ["the university", "university of", "further education college", "the college"];
    SCHOOL = Clue::Buyer(Buyer::School), 3, ["academy trust", "multi academy trust", "the school", "school governors", "governing body"];
    CENTRAL = Clue::Buyer(Buyer::Central), 3, ["crown commercial service", "cabinet office", "department for|of", "ministry of", "home office", "hm treasury", "secretary of state", "executive agency", "environment agency", "hmrc|defra|dwp|dfe|dvla|dvsa", "revenue and customs", "scottish government", "welsh government", "scottish ministers", "welsh ministers"];
    WORKS = Clue::Nature(Nature::Works), 2, ["construction|roofing|scaffolding|demolition|highways|carriageway|refurbishment|groundworks|resurfacing|rewiring", "building|civil works", "works contract", "supply ~1 installation|install", "jct|nec|nec3|nec4 contract", "road markings", "installation|replacement|repair|improvement|remedial works", "works are|comprise|include"];
    GOODS = Clue::Nature(Nature::Goods), 2, ["supply and ~2 delivery", "purchase of", "supply of goods", "goods|products to be supplied|delivered"];
    PEOPLE = Clue::Nature(Nature::PeopleServices), 2, ["social care", "care|support services|service|workers|packages", "domiciliary|homecare|safeguarding|advocacy|homelessness|befriending|counselling|respite|carers|mentoring", "domestic abuse", "mental health", "employment support", "young people", "children|childrens services", "adult education", "community transport", "day opportunities|services", "youth|family services|support|work", "residents ~3 support", "advice service|services", "arts|cultural|museum programme|service|services", "social workers|worker|work", "adult|adults|children social? services", "rough sleepers|sleeping", "tenancy support|sustainment", "childcare"];
    OTHER_SERVICES = Clue::Nature(Nature::Services), 1, ["consultancy|cleaning|maintenance|security|catering|grounds|software|audit|marketing|haulage|servicing|transport|hosting|research", "waste collection", "legal services|advice", "facilities management"];
    UTILITY = Clue::Buyer(Buyer::Utility), 3, ["utilities contracts regulations", "utility contract"];
    COLLEGE = Clue::Buyer(Buyer::Education), 0, ["college|university"];
    ACADEMY = Clue::Buyer(Buyer::School), 0, ["school|schools|academy|academies"];
    NHS = Clue::Buyer(Buyer::Health), 0, ["nhs"];
    COMHAIRLE = Clue::Buyer(Buyer::Local), 0, ["comhairle|cyngor"];
    SERVICES = Clue::Nature(Nature::Services), 0, ["services|service|consultant|consultants|evaluation|testing|waste|advertising"];
    CONSULTANT = Clue::Nature(Nature::Services), 0, ["consultant|consultants|consultancy|evaluation|evaluator|audit|research"];
    SUPPLIES = Clue::Nature(Nature::Goods), 0, ["supply of|and|distribution", "goods|supplies"];
    A_WORK = Clue::Nature(Nature::Works), 0, ["works"];
    CONCESSION = Clue::Concession, 0, ["concession|concessions"];
}

/// What was found in the documents that tells of the circumstances.
#[derive(Debug, Default)]
pub struct Clues {
    /// In the order of the clues.
    votes: Vec<(Clue, u32, Vec<Place>)>,
}

/// How many places of a circumstance are kept: enough to show where it comes from.
const KEPT_PLACES: usize = 3;
/// The name of a part of a form has no more tokens.
const SHORT_NAME: usize = 4;
/// Words that name many things speak at most this often.
const MOST_VOTES: u32 = 12;
/// A notice's title, and what its field for the buyer says, tell more than any text; some words tell only there.
const NAMED: u32 = 40;

impl Clues {
    /// Reads a passage.
    pub fn read(&mut self, passage: &Passage) {
        let hits = passage.all_hits().filter(|h| h.families & OF_CIRCUMSTANCES != 0);
        let clues: Vec<_> = hits.filter_map(|hit| Some((hit, CLUES.iter().find(|c| c.0 == hit.cue)?))).listed();
        // "England, Wales and Northern Ireland" tells of no one of them.
        let mut nations = clues.iter().filter(|(_, c)| matches!(c.1, Clue::Nation(_))).map(|(_, c)| c.1);
        let nation = nations.next();
        let many = nations.any(|n| Some(n) != nation);
        let mut seen = vec![];
        let mut buyers = None;
        for (hit, (_, clue, weight)) in clues {
            let named = match clue {
                Clue::Nation(_) | Clue::Buyer(_) => *buyers.get_or_insert_with(|| of_buyer(passage)),
                Clue::Nature(Nature::Works | Nature::Goods) if passage.field_says(&["category", "contract type"]) => {
                    true
                }
                Clue::Nature(_) | Clue::Concession => of_title(passage),
                Clue::Regime(_) => false,
            };
            let nation = matches!(clue, Clue::Nation(_)) && *weight == 1;
            let again = named && seen.contains(&hit.cue);
            seen.push(hit.cue);
            if *weight == 0 && !named || again || nation && (many || of_law(passage, &hit.range())) {
                continue;
            }
            // "a construction-related scheme"
            if matches!(clue, Clue::Nature(_)) && passage.tokens().is(hit.end as usize, "related") {
                continue;
            }
            let at = self.votes.binary_search_by(|(known, ..)| known.cmp(clue)).unwrap_or_else(|at| {
                self.votes.insert(at, (*clue, 0, vec![]));
                at
            });
            let (_, votes, places) = &mut self.votes[at];
            let most = if *weight <= 2 && !named { MOST_VOTES } else { u32::MAX };
            if *votes < most {
                *votes += if named { NAMED + weight } else { *weight };
            }
            if places.len() < KEPT_PLACES {
                places.push(passage.place(&[&hit.range()]));
            }
        }
    }

    /// The circumstances: what is given, or what the documents say, or what is usual.
    pub fn circumstances(&self, given: &Given, facts: &[Fact]) -> Circumstances {
        let mut out = Circumstances {
            value: given.value.map_or_else(|| stated(facts, "contract.value"), self::given),
            annual_value: if given.value.is_some() { Known::default() } else { stated(facts, "contract.annual_value") },
            term: given.months.map_or_else(|| term(facts), self::given),
            as_of: given.as_of.clone().map_or_else(|| day(facts), self::given),
            ..Circumstances::default()
        };
        // A term that stands beside the values of a call-off and of its framework may be that of either.
        if call_off(facts)
            && given.months.is_none()
            && facts_of(facts, "contract.term").count() == 1
            && facts_of(facts, "contract.value").nth(1).is_some()
        {
            out.term = Known::default();
        }
        derive(&mut out, with_extensions(facts));
        out.nation = given
            .nation
            .map_or_else(|| self.most(|c| if let Clue::Nation(n) = c { Some(n) } else { None }), self::given);
        if out.nation.value.is_none() {
            out.nation = Known { value: Some(Nation::England), origin: Origin::Assumed, places: vec![] };
        }
        out.buyer =
            given.buyer.map_or_else(|| self.most(|c| if let Clue::Buyer(b) = c { Some(b) } else { None }), self::given);
        out.nature = given.nature.map_or_else(|| self.nature(), self::given);
        out.regime = given.regime.map_or_else(|| self.regime(&out), self::given);
        // What holds below the threshold leaves out what is awarded under a framework.
        if !call_off(facts) {
            let concession = self.votes.iter().any(|v| v.0 == Clue::Concession);
            out.above_threshold = above_threshold(&out, concession);
        }
        out
    }

    /// What is bought. "Maintenance" is said of roads too, so of as many votes the more special ones count.
    fn nature(&self) -> Known<Nature> {
        let nature = |clue| if let Clue::Nature(n) = clue { Some(n) } else { None };
        let most = self.most(nature);
        let general = self.votes.iter().find(|v| v.0 == Clue::Nature(Nature::Services)).map_or(0, |v| v.1);
        let special =
            self.votes.iter().any(|v| v.1 >= general && matches!(nature(v.0), Some(n) if n != Nature::Services));
        if most.value != Some(Nature::Services) || !special {
            return most;
        }
        self.most(|clue| nature(clue).filter(|n| *n != Nature::Services))
    }

    /// The clue of one kind with the most votes.
    fn most<T>(&self, of: impl Fn(Clue) -> Option<T>) -> Known<T> {
        let best =
            self.votes.iter().filter_map(|(c, votes, places)| Some((of(*c)?, votes, places))).max_by_key(|b| b.1);
        best.map_or_else(Known::default, |(value, _, places)| Known {
            value: Some(value),
            origin: Origin::Stated,
            places: places.clone(),
        })
    }

    fn regime(&self, out: &Circumstances) -> Known<Regime> {
        let began = out.as_of.value.as_deref().filter(|_| out.as_of.origin != Origin::Assumed);
        // Procurements that began before 24 February 2025 stay under the old rules (rules.md A0), whatever they say of the Act.
        let old = began.is_some_and(|day| day < "2025-02-24");
        let stated = self.most(|c| match c {
            Clue::Regime(Regime::ProcurementAct2023) if old => None,
            Clue::Regime(regime) => Some(regime),
            _ => None,
        });
        if stated.value.is_some() {
            return stated;
        }
        let origin = if out.nation.origin == Origin::Assumed { Origin::Assumed } else { Origin::Derived };
        let value = match out.nation.value {
            Some(Nation::Scotland) => Regime::Scotland,
            _ if old => Regime::PublicContracts2015,
            _ => Regime::ProcurementAct2023,
        };
        Known { value: Some(value), origin, places: vec![] }
    }
}

/// Whether a passage is the title of what is bought, in its field or as the first heading.
fn of_title(passage: &Passage) -> bool {
    passage.field_says(&["title"]) || passage.block == 0 && matches!(passage.kind(), Kind::Heading { .. })
}

/// Whether a passage is the part of a notice that names the buyer.
fn of_buyer(passage: &Passage) -> bool {
    const AUTHORITY: &str = "contracting authorit";
    // A name below it may look like a heading itself.
    let above =
        || passage.block.checked_sub(1).map(|b| passage.reading.whole(b)).filter(|p| p.range.len() <= SHORT_NAME);
    passage.field_says(&["buyer", AUTHORITY, "official name"])
        || passage.headings().next().or_else(above).is_some_and(|h| mentions(h.text(), AUTHORITY))
}

/// Whether the name of a nation is a part of a law's: "(Northern Ireland) Order 1983", "Theft Act (Northern Ireland)".
fn of_law(passage: &Passage, at: &Range<usize>) -> bool {
    const LAW: &str = "act|order|law|rules";
    passage.tokens().says(at.start.saturating_sub(2)..at.start, LAW) || passage.tokens().says(at.end..at.end + 2, LAW)
}

fn given<T>(value: T) -> Known<T> {
    Known { value: Some(value), origin: Origin::Given, places: vec![] }
}

/// Whether the contract is awarded under a framework.
fn call_off(facts: &[Fact]) -> bool {
    facts.iter().any(|f| f.kind == "timetable.exception" && f.text() == Some("call_off"))
}

/// The amounts that the documents state for the whole contract.
fn facts_of<'f>(facts: &'f [Fact], kind: &'f str) -> impl DoubleEndedIterator<Item = &'f Fact> {
    facts
        .iter()
        .filter(move |f| f.kind == kind && f.lot.is_none() && f.stance == Stance::Stated && f.number().is_some())
        .filter(|f| !f.replaced() && !f.foreign())
}

/// The amount that the documents state for the whole contract: the one said in most places, of those the first. Of a call-off
/// and its framework the call-off's is the smaller.
fn stated(facts: &[Fact], kind: &str) -> Known<f64> {
    let whole = facts_of(facts, kind);
    let best = if call_off(facts) {
        whole.min_by(|a, b| a.number().partial_cmp(&b.number()).unwrap_or(Ordering::Equal))
    } else {
        whole.rev().max_by_key(|f| (!f.details.has("with"), f.places.len()))
    };
    best.map_or_else(Known::default, |f| Known { value: f.number(), origin: Origin::Stated, places: f.places.clone() })
}

/// The term that the documents state for the whole contract, or that of the lots where all have the same.
fn term(facts: &[Fact]) -> Known<f64> {
    let whole = stated(facts, "contract.term");
    let of_lots = facts.iter().filter(|f| f.kind == "contract.term" && f.lot.is_some()).listed();
    match (whole.value, &of_lots[..]) {
        (None, [first, others @ ..]) if others.iter().all(|f| f.number() == first.number()) => Known {
            value: first.number(),
            origin: Origin::Stated,
            places: of_lots.iter().flat_map(|f| f.places.clone()).take(KEPT_PLACES).listed(),
        },
        _ => whole,
    }
}

/// The day of publication, or else the day from which the tables hold.
fn day(facts: &[Fact]) -> Known<String> {
    let published = facts
        .iter()
        .find(|f| f.kind == "timetable.published")
        .or(facts.iter().find(|f| f.kind == "timetable.deadline"));
    match published.and_then(|f| Some((f.text()?.to_owned(), f))) {
        Some((day, fact)) => Known { value: Some(day), origin: Origin::Stated, places: fact.places.clone() },
        None => Known { value: Some(law::CHECKED.to_owned()), origin: Origin::Assumed, places: vec![] },
    }
}

/// The months of all extensions, where only a value that includes them is stated.
fn with_extensions(facts: &[Fact]) -> f64 {
    let mut values = facts_of(facts, "contract.value").peekable();
    if values.peek().is_none() || !values.all(|f| f.details.has("with")) {
        return 0.0;
    }
    facts_of(facts, "contract.extension").find_map(Fact::number).unwrap_or_default()
}

/// Fills the total from the yearly value and the term, or the yearly value from the total and the term.
fn derive(out: &mut Circumstances, extensions: f64) {
    let derived = |value: f64| Known { value: Some(value), origin: Origin::Derived, places: vec![] };
    let years = out.term.value.map(|months| (months + extensions) / 12.0);
    match (out.value.value, out.annual_value.value, years) {
        // A contract of less than a year has its total as its yearly value.
        (Some(total), None, Some(years)) => out.annual_value = derived(total / years.max(1.0)),
        (None, Some(annual), Some(years)) => out.value = derived(annual * years),
        _ => {}
    }
}

/// Whether the value reaches the threshold for what is bought; not said near it, since VAT may or may not count.
fn above_threshold(out: &Circumstances, concession: bool) -> Known<bool> {
    let contract = match out.nature.value {
        _ if concession => "works",
        Some(Nature::Works) => "works",
        Some(Nature::PeopleServices) => "light_touch",
        _ => "goods_services",
    };
    let day = out.as_of.value.as_deref().and_then(from_iso);
    let limit = law::threshold(contract, out.buyer.value, day);
    let (Some(value), Some(limit)) = (out.value.value, limit) else { return Known::default() };
    // Many social services are exempt from VAT, so the value may be compared as it is or with a fifth more.
    let above = match (value >= limit, value * 1.2 >= limit) {
        (true, true) => true,
        // What holds of smaller contracts is not for concessions.
        (false, false) if !concession => false,
        _ => return Known::default(),
    };
    Known { value: Some(above), origin: Origin::Derived, places: vec![] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Pack, read::read};

    fn circumstances(text: &str) -> Circumstances {
        Pack::understand(vec![read("notice.txt", text.as_bytes())]).judge(&Given::default()).circumstances
    }

    #[test]
    fn names_of_laws_and_of_all_nations_tell_of_no_nation() {
        for text in [
            "Convictions under the Fraud Act (Northern Ireland) 1970 and the Theft (Northern Ireland) Order 1979 count.",
            "The Schedule for Northern Ireland Law is optional.",
            "Offences outside England, Wales and Northern Ireland are to be named too.",
            "The courts of England and Wales decide.",
        ] {
            let nation = circumstances(text).nation;
            assert_eq!((nation.value, nation.origin), (Some(Nation::England), Origin::Assumed), "{text}");
        }
        assert_eq!(
            circumstances("Services are bought for Northern Ireland.").nation.value,
            Some(Nation::NorthernIreland)
        );
    }

    #[test]
    fn the_field_for_the_buyer_tells_more_than_the_text() {
        let others = "Places are also open to Westmoor NHS Trust, Eastmoor NHS Trust and Northmoor NHS Trust.";
        let buyer = |name: &str| circumstances(&format!("Title: Minibuses\n\nBuyer: {name}\n\n{others}\n")).buyer.value;
        assert_eq!(buyer("Moorland County Council"), Some(Buyer::Local));
        assert_eq!(buyer("Moorland College"), Some(Buyer::Education));
        assert_eq!(buyer("Moorland Primary School"), Some(Buyer::School));
        assert_eq!(buyer("Cyngor Rhostir"), Some(Buyer::Local));
        assert_eq!(buyer("Moorland Ltd"), Some(Buyer::Health));
        assert_eq!(buyer("Royal Borough of Moorland"), Some(Buyer::Local));
        let below = "Contracting authority\n\nSt Brannoc's Primary School\n\nThe place is near the NHS Trust.";
        assert_eq!(circumstances(below).buyer.value, Some(Buyer::School));
        // A college that is only spoken of buys nothing.
        assert_eq!(circumstances("Learners come from Moorland College.").buyer.value, None);
    }

    #[test]
    fn concessions_have_a_threshold_of_their_own_and_none_of_the_rules_below_it() {
        let above = |title: &str, value: &str| {
            let text = format!("Title: {title}\n\nBuyer: Moorland Council\n\nEstimated value: {value}\n");
            circumstances(&text).above_threshold.value
        };
        assert_eq!(above("Catering at the park café", "£300,000"), Some(true));
        assert_eq!(above("Catering concession at the park café", "£300,000"), None);
        assert_eq!(above("Catering concession at the park café", "£6,500,000"), Some(true));
    }

    #[test]
    fn a_value_with_extensions_is_spread_over_them() {
        let annual = |text: &str| {
            circumstances(&format!("The contract is for three years with an option of two more years.\n\n{text}"))
                .annual_value
                .value
        };
        assert_eq!(
            annual("The total value including extensions is £500,000, and £300,000 for the initial term."),
            Some(100_000.0)
        );
        assert_eq!(annual("Total contract value: £500,000 including extensions."), Some(100_000.0));
        assert_eq!(annual("Total contract value: £300,000."), Some(100_000.0));
    }

    #[test]
    fn a_call_off_is_not_its_framework() {
        let text = "This is a further competition under framework agreement MC1.\n\nThe value of this call-off is £80,000. \
                    The framework is worth £8 million over four years.";
        let found = circumstances(text);
        assert_eq!((found.value.value, found.term.value, found.annual_value.value), (Some(80_000.0), None, None));
        assert_eq!(found.above_threshold.value, None);
        let own = circumstances(&format!("{text} The call-off contract is for 24 months."));
        assert_eq!((own.term.value, own.annual_value.value), (Some(24.0), Some(40_000.0)));
    }

    #[test]
    fn an_act_that_is_not_yet_in_force_is_no_regime() {
        let regime = |day: &str| {
            circumstances(&format!(
                "Date of publication: {day}\n\nThe partner lets works under the Procurement Act 2023."
            ))
            .regime
        };
        assert_eq!(regime("20 February 2025").value, Some(Regime::PublicContracts2015));
        let after = regime("3 March 2025");
        assert_eq!((after.value, after.origin), (Some(Regime::ProcurementAct2023), Origin::Stated));
    }

    #[test]
    fn the_title_tells_what_is_bought() {
        let text = "Our estates team also runs construction and refurbishment projects. Members of a construction-related \
                    scheme need not answer. Maintenance is included.";
        let nature = |title: &str| circumstances(&format!("Title: {title}\n\n{text}\n")).nature.value;
        assert_eq!(nature("Testing of appliances"), Some(Nature::Services));
        assert_eq!(nature("Resurfacing of car parks"), Some(Nature::Works));
        assert_eq!(nature("Supply of bread"), Some(Nature::Goods));
        assert_eq!(nature("Domestic abuse support service"), Some(Nature::PeopleServices));
        assert_eq!(nature("A consultant for our homelessness service"), Some(Nature::Services));
    }
}
