//! The schemes: under which names reports show them, and how tenders write them.

use crate::language::cue::{Cue, CueList};

/// What a scheme is for, as far as it is judged differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// A certificate or membership that somebody sells.
    Certificate,
    /// A registration that the law asks of those who do such work.
    Regulator,
    /// A badge for how an employer treats people.
    Equality,
}

/// How the name must be written for it to be the scheme and not a common word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Any way.
    Freely,
    /// With a capital in front: "Matrix", "Achilles".
    Capital,
    /// In capitals: "SELECT", "SIA".
    Capitals,
}

/// A scheme.
#[derive(Debug)]
pub struct Scheme {
    /// Its name in reports.
    pub name: &'static str,
    /// What it is for.
    pub group: Group,
    /// How its name must be written.
    pub written: Written,
    /// The cue that names it.
    pub cue: Cue,
}

macro_rules! schemes {
    ($($group:ident { $($name:literal $written:ident [$($pattern:literal),+])+ })+) => {
        /// All schemes but the numbered standards.
        pub const SCHEMES: &[Scheme] = &[$($(Scheme {
            name: $name,
            group: Group::$group,
            written: Written::$written,
            cue: Cue::named(concat!("accreditation.", $name)),
        }),+),+];
        /// The cues that name them.
        pub const CUES: &CueList = &[$($((Cue::named(concat!("accreditation.", $name)), &[$($pattern),+])),+),+];
    };
}

schemes! {
    Certificate {
        "CHAS" Capitals ["chas"]
        "SSIP" Capitals ["ssip", "safety schemes in procurement"]
        "SafeContractor" Capital ["safecontractor|safecontractors", "safe contractor approved|accredited|accreditation|scheme|or|and?"]
        "SMAS" Capitals ["smas"]
        "Constructionline" Freely ["constructionline|constructiononline"]
        "Acclaim" Capital ["acclaim"]
        "Achilles" Capital ["achilles"]
        "EcoVadis" Freely ["ecovadis"]
        "EMAS" Capitals ["emas", "eco management and audit scheme"]
        "FSC" Capitals ["fsc"]
        "Green Dragon" Capital ["green dragon"]
        "Cyber Essentials Plus" Freely ["cyber essentials plus"]
        "Cyber Essentials" Freely ["cyber essentials", "cyberessentials"]
        "IASME" Capitals ["iasme"]
        "PCI DSS" Capitals ["pci dss"]
        "DSPT" Capitals ["dspt|dsptk", "dsp toolkit", "data security and protection toolkit", "data security protection toolkit", "nhs ig toolkit"]
        "matrix" Freely ["matrix standard|accreditation|accredited|certification"]
        "Trusted Charity" Capital ["trusted charity mark|standard?", "pqasso"]
        "Advice Quality Standard" Freely ["advice quality standard"]
        "Lexcel" Freely ["lexcel"]
        "NICEIC" Freely ["niceic", "nic eic"]
        "SELECT" Capitals ["select"]
        "NAPIT" Freely ["napit"]
        "ECA" Capitals ["eca"]
        "NFRC" Capitals ["nfrc", "national federation of roofing contractors"]
        "BAFE" Capitals ["bafe"]
        "NSI" Capitals ["nsi", "national security inspectorate"]
        "SSAIB" Capitals ["ssaib"]
        "FENSA" Capitals ["fensa"]
        "TrustMark" Freely ["trustmark"]
        "MCS" Capitals ["mcs", "microgeneration certification scheme"]
        "OFTEC" Capitals ["oftec"]
        "FIRAS" Capitals ["firas"]
        "FORS" Capitals ["fors", "fleet operator recognition scheme"]
        "RISQS" Capitals ["risqs"]
        "Considerate Constructors Scheme" Freely ["considerate constructors"]
        "BRC" Capitals ["brc", "brcgs"]
        "SALSA" Capitals ["salsa"]
        "Food for Life" Capital ["food for life"]
        "RICS" Capitals ["rics"]
        "RIBA" Capitals ["riba chartered|registered|member|members|membership"]
        "API" Capital ["association of play industries"]
        "LEEA" Capitals ["leea"]
        "BPCA" Capitals ["bpca"]
        "BICSc" Freely ["bicsc|bics"]
        "Arboricultural Association" Freely ["arboricultural association approved|contractor|contractors"]
        "HEA" Capitals ["highway electrical association|registration"]
        "CLOCS" Capitals ["clocs"]
        "UVDB" Capitals ["uvdb"]
    }
    Regulator {
        "CQC" Capitals ["cqc", "care quality commission"]
        "Ofsted" Capital ["ofsted"]
        "Care Inspectorate" Capital ["care inspectorate"]
        "CIW" Capitals ["ciw", "care inspectorate wales"]
        "RQIA" Capitals ["rqia", "regulation and quality improvement authority"]
        "FCA" Capitals ["fca", "financial conduct authority"]
        "SIA" Capitals ["sia", "security industry authority"]
        "SRA" Capitals ["solicitors regulation authority"]
        "OISC" Capitals ["oisc", "office of the immigration services commissioner"]
        "Gas Safe" Freely ["gas safe registered|register|registration?"]
        "Waste carrier licence" Freely ["registered waste carrier|carriers", "waste carriers|carrier licence|license|registration|registered"]
        "Operator licence" Freely ["psv|goods|passenger vehicle? operators? licence|license|licences", "operators|operator licence|license"]
        "ICO" Capitals ["information commissioners office"]
    }
    Equality {
        "Investors in People" Freely ["investors|investor in people", "iip accredited|accreditation|status|award|certificate"]
        "Disability Confident" Freely ["disability confident"]
        "Living Wage Employer" Freely ["living wage employer|employers|accreditation|accredited|foundation"]
        "Armed Forces Covenant" Freely ["armed forces covenant", "employer recognition scheme"]
        "Stonewall" Capital ["stonewall diversity? champion|champions|index"]
        "Mindful Employer" Capital ["mindful employer"]
        "Athena Swan" Freely ["athena swan"]
        "White Ribbon" Capital ["white ribbon"]
        "Good Work Standard" Capital ["good work standard|charter", "good employment charter"]
        "Fair Tax Mark" Capital ["fair tax mark"]
        "Carer Confident" Capital ["carer confident|positive"]
        "Race at Work Charter" Capital ["race at work charter"]
    }
}

/// The numbered standards that organisations are certified to: the number with its name in reports.
pub const STANDARDS: [(&str, &str); 20] = [
    ("9001", "ISO 9001"),
    ("14001", "ISO 14001"),
    ("45001", "ISO 45001"),
    ("18001", "OHSAS 18001"),
    ("27001", "ISO 27001"),
    ("27701", "ISO 27701"),
    ("22301", "ISO 22301"),
    ("50001", "ISO 50001"),
    ("44001", "ISO 44001"),
    ("20000", "ISO 20000"),
    ("13485", "ISO 13485"),
    ("15189", "ISO 15189"),
    ("17020", "ISO 17020"),
    ("17021", "ISO 17021"),
    ("17024", "ISO 17024"),
    ("17025", "ISO 17025"),
    ("17100", "ISO 17100"),
    ("22000", "ISO 22000"),
    ("41001", "ISO 41001"),
    ("55001", "ISO 55001"),
];
