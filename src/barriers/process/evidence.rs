//! Evidence: plans, statements and records that large contracts ask for, and systems that cost before the award.

use super::{BID, TENDERER};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::barriers::statement::{self, Statement};
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::stance::MUST;
use crate::list::Listed;
use crate::report::{Buyer, Nation, Nature, Regime, Severity};
use crate::words::pounds;

use Severity::{High, Low, Medium};

const CARBON: Cue = Cue::named("process.carbon");
const SLAVERY: Cue = Cue::named("process.slavery");
/// Reporting as the law on it asks.
const LAW: Cue = Cue::named("process.slavery-law");
const RECORD: Cue = Cue::named("process.payment-record");
const SOFTWARE: Cue = Cue::named("process.software");
const HOSTING: Cue = Cue::named("process.hosting");
const INTEGRATION: Cue = Cue::named("process.integration");
const CLEARANCE: Cue = Cue::named("process.clearance");
/// Asking for it outright.
const ASK: Cue = Cue::aside("process.ask");
/// Making it as a part of the work.
const MAKE: Cue = Cue::aside("process.make");
/// The buyer's own.
const OWN: Cue = Cue::aside("process.own");
/// Only contracts above some value.
const ABOVE: Cue = Cue::named("process.above");
/// Only those whom a law asks.
const DUTY: Cue = Cue::aside("process.duty");
/// Getting it later.
const LATER: Cue = Cue::aside("process.get-later");
/// Standing at one's own cost.
const COST: Cue = Cue::named("process.own-cost");
/// Those who do the work, and where.
const ON_THE_JOB: Cue = Cue::aside("process.on-the-job");

/// The theme's cues.
pub const CUES: &CueList = &[
    (
        CARBON,
        &[
            "carbon|emissions|ghg reduction|management|neutral|neutrality plan|plans|strategy|statement",
            "carbon reduction commitment",
            "net zero|0 plan|plans|strategy|commitment|roadmap|target|statement",
            "decarbonisation|decarbonization plan|plans|strategy|roadmap",
            "crp|crps",
            "evergreen assessment|portal",
        ],
    ),
    (
        SLAVERY,
        &[
            "slavery ~4 statement|statements|report",
            "slavery transparency",
            "transparency ~2 statement|statements",
            "section 54 ~4 statement|statements",
            "statement|statements on|under|about|regarding ~5 slavery",
        ],
    ),
    (LAW, &["section 54 ~4 slavery", "modern slavery act ~6 section 54"]),
    (
        RECORD,
        &[
            "payment|payments performance|record|history ~3 data|reports?",
            "prompt payment|payments ~3 record|evidence|performance|systems|data|code|policy|statement|measures",
            "percentage|proportion|percent of ~5 invoices ~6 paid|pay",
            "invoices ~6 paid ~4 within|promptly",
            "invoices ~6 paid ~2 on time",
            "pay|paying|paid|payment ~4 chain ~6 within|on|promptly",
            "they|you ~1 pay|paid ~6 invoices",
            "average ~4 days ~3 pay|payment",
            "4c 4",
            "ppn 015|018|08|10 ~4 payment",
        ],
    ),
    (
        SOFTWARE,
        &[
            "purchase|purchases|buy|obtain|acquire|fund|pay|procure ~3 licence|licences|license|licenses ~8 system|software|module|platform|application",
            "must|shall|required to? ~3 use|own|operate|have|hold ~4 following|specified|named|same ~2 software|system",
            "software|system|licences|licence|licenses|module at ~3 own|suppliers|providers|bidders|contractors cost|costs|expense",
        ],
    ),
    (
        HOSTING,
        &[
            "hosted|hosting|stored ~12 27001",
            "data centre|center|centres ~8 27001",
            "27001 ~8 hosted|hosting|data centre",
            "hosted ~4 within|in ~2 uk|eea|united ~8 certified|accredited|tier",
        ],
    ),
    (
        INTEGRATION,
        &[
            "integrate|integrated|integrates|integration|interface|interfaces|interfacing ~8 system|systems|software|platform|portal",
        ],
    ),
    (
        CLEARANCE,
        &[
            "sc|dv|ctc|npvv|nppv|nppv2|nppv3|bpss ~1 clearance|cleared|vetting|vetted|level|check|checks",
            "security clearance|cleared|vetting|vetted",
            "developed vetting|vetted",
            "security check clearance",
            "clearance to|at sc|dv|ctc",
            "police vetting|vetted|clearance",
        ],
    ),
    (
        ASK,
        &[
            "please ~3 provide|supply|upload|attach|submit|enclose|give|confirm|state|link|include|complete|demonstrate|detail|describe|set|list",
            "upload|attach|enclose|submit|provide|supply|confirm ~5 your|copy|copies|link|latest|current|evidence|published|that",
            "do|does|did|have|has|is|can you|your|bidder|tenderer|applicant|supplier|organisation",
            "asked to provide|confirm|submit|upload",
            "tell us",
        ],
    ),
    (
        MAKE,
        &[
            "prepare|prepares|preparing|develop|develops|developing|draft|drafting|write|writing|produce|produces|producing|deliver|implement|advise|support|help|update|review|refresh",
            "preparation|development|drafting|delivery|implementation of",
        ],
    ),
    (
        OWN,
        &[
            "its|our|their|councils|authoritys|buyers|trusts|universitys|clients own",
            "our|councils|authoritys|buyers|trusts|universitys|citys|boroughs|countys carbon|net|modern|climate|decarbonisation|payment|prompt",
            "council|authority|trust|university|buyer|we|association has|have|published|aims|adopted|committed|is|are|will",
        ],
    ),
    (
        ABOVE,
        &[
            "contracts|contract|procurements|value|values ~8 over|above|exceed|exceeds|exceeding|greater|more",
            "over|above|exceed|exceeds|exceeding ~4 per|a annum|year",
            "where|if ~8 value|contract ~8 million",
        ],
    ),
    (
        DUTY,
        &[
            "if|where|unless ~8 turnover|obliged|relevant|section|subject|apply|applies|applicable|required|requires|commercial",
            "relevant commercial organisation|organisations",
            "comply|complies|compliance with ~2 act",
            "turnover ~8 million|more|over|above|exceeds",
            "policy and statement",
            "policy|statement or policy|statement|commitment|equivalent",
        ],
    ),
    (
        LATER,
        &[
            "obtain|undergo|apply|achieve|gain|complete|willing|able|acquire|sponsor|sponsored|successful|award|start|commencement|mobilisation",
        ],
    ),
    (
        ON_THE_JOB,
        &[
            "access to",
            "supplier|contractor|provider|service|its|their|all staff|personnel|employees|subcontractors ~3 requiring|working|visiting|attending|engaged|deployed",
            "escort|escorted|escorts",
            "during|throughout the? contract|term|mobilisation",
        ],
    ),
    (COST, &["own|suppliers|providers|contractors|bidders cost|costs|expense", "no|without ~3 cost|charge to|for"]),
];

const STATEMENTS: &[Statement] = &[
    Statement::new("process.carbon_plan", CARBON).without(&[MAKE, OWN]).of_bidders(),
    Statement::new("process.carbon_plan", CARBON)
        .without(&[MAKE, OWN])
        .with(&[ASK])
        .otherwise(Stance::Required)
        .of_bidders(),
    Statement::new("process.modern_slavery", SLAVERY).without(&[OWN]).of_bidders(),
    Statement::new("process.modern_slavery", SLAVERY)
        .without(&[OWN])
        .with(&[ASK])
        .otherwise(Stance::Required)
        .of_bidders(),
    Statement::new("process.payment_performance", RECORD).around(&[TENDERER, BID]).of_bidders(),
    Statement::new("process.payment_performance", RECORD)
        .around(&[TENDERER, BID])
        .with(&[ASK])
        .otherwise(Stance::Required)
        .of_bidders(),
    Statement::new("process.systems", SOFTWARE).value("software").of_bidders(),
    Statement::new("process.systems", HOSTING).value("hosting").of_bidders(),
    Statement::new("process.systems", INTEGRATION).with(&[COST]).value("integration").of_bidders(),
    // Staff who will do the work are cleared before they do it; only what is asked at the bid counts.
    Statement::new("process.systems", CLEARANCE).without(&[LATER, ON_THE_JOB]).value("clearance").of_bidders(),
];

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    let mut found = Facts::default();
    statement::read(STATEMENTS, passage, &mut found);
    // "With a turnover of £36 million you must meet section 54 of the Act": of the others nothing is asked.
    if let Some(at) = passage.first(LAW).filter(|_| passage.says("turnover") && passage.has(MUST)) {
        let fact = Fact::new("process.modern_slavery", passage.evidence(&[&at])).stance(Stance::Required);
        found.add(fact.detail("who", "turnover"));
    }
    for fact in found.into_vec() {
        if fact.kind != "process.systems" && fact.stance == Stance::Offered {
            continue;
        }
        let limited = match fact.kind.as_ref() {
            "process.carbon_plan" => passage.has(ABOVE),
            "process.modern_slavery" => passage.has(DUTY),
            _ => false,
        };
        let mut fact = Box::new(fact).conditions(passage.conditions());
        if limited && !fact.has(Condition::IfApplicable) {
            fact.conditions.push(Condition::IfApplicable.name().into());
        }
        if fact.kind == "process.payment_performance" && improvement(passage) {
            fact = fact.detail("otherwise", "plan");
        }
        facts.add(fact);
    }
}

/// "or provide an improvement plan"
fn improvement(passage: &Passage) -> bool {
    passage.says("improvement")
}

/// Judges what was read.
pub fn judge(case: &Case, findings: &mut Findings) {
    carbon(case, findings);
    let asked = |kind: &str| -> Vec<usize> {
        let firm = |f: &Fact| !f.has(Condition::IfApplicable) && !f.has(Condition::WhereRequiredByLaw);
        case.asked(kind).that(&firm)
    };
    let statements = asked("process.modern_slavery");
    // Where one passage says that only those whom the law asks need it, the others ask for no more.
    let by_law = |f: &Fact| f.has(Condition::IfApplicable) || f.has(Condition::WhereRequiredByLaw);
    let limited = case.asked("process.modern_slavery").any(|(_, f)| by_law(f));
    if !statements.is_empty() && !limited {
        findings.add(Draft::barrier("process.modern-slavery", Medium).facts(statements));
    }
    let records: Vec<usize> = asked("process.payment_performance")
        .into_iter()
        .filter(|&i| !case.facts[i].details.has("otherwise") && !large_central(case))
        .listed();
    if !records.is_empty() {
        findings.add(Draft::barrier("process.payment-performance", Low).facts(records));
    }
    for (name, variant) in
        [("software", "software"), ("hosting", "hosting"), ("integration", "integration"), ("clearance", "clearance")]
    {
        let facts: Vec<usize> =
            case.of("process.systems").that(&|f| f.stance == Stance::Required && f.text() == Some(name));
        if !facts.is_empty() {
            findings.add(Draft::barrier("process.systems", Medium).variant(variant).facts(facts));
        }
    }
}

/// Whether central government's policies for its largest contracts may apply: over £5 million a year with VAT.
fn large_central(case: &Case) -> bool {
    let limit = case.threshold("process.carbon-plan", "large_contract") / 1.2;
    let special = case.nature() == Some(Nature::PeopleServices)
        || matches!(case.circumstances.regime.value, Some(Regime::ProviderSelection | Regime::Scotland))
        || matches!(case.nation(), Some(Nation::Wales | Nation::Scotland | Nation::NorthernIreland));
    let central = matches!(case.circumstances.buyer.value, None | Some(Buyer::Central | Buyer::Health));
    central && !special && case.annual(None).is_some_and(|a| a.amount > limit)
}

fn carbon(case: &Case, findings: &mut Findings) {
    let rule = "process.carbon-plan";
    let plans: Vec<_> = case.asked("process.carbon_plan").filter(|(_, f)| !f.has(Condition::IfApplicable)).listed();
    let facts = || plans.iter().map(|(i, _)| *i);
    if plans.is_empty() || large_central(case) {
        return;
    }
    let Some(annual) = case.annual(None).map(|a| a.amount) else {
        findings.add(Draft::query(rule).variant("query").facts(facts()));
        findings.undecided(rule, "undecided");
        return;
    };
    let soft = plans.iter().all(|(_, f)| f.stance == Stance::Preferred);
    let severity = match annual < case.threshold(rule, "small_contract") {
        true if !soft => High,
        false if soft => Low,
        _ => Medium,
    };
    findings.add(Draft::barrier(rule, severity).arg("annual", pounds(annual)).facts(facts()));
}
