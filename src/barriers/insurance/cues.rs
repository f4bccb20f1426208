//! The words of insurance: covers, and the cues by which they are read.

use crate::language::cue::{Cue, CueList};

/// Kinds of cover: the fact's kind with the cue that names it.
pub const COVERS: [(&str, Cue); 10] = [
    ("insurance.employers_liability", Cue::named("insurance.employers_liability")),
    ("insurance.public_liability", Cue::named("insurance.public_liability")),
    ("insurance.professional_indemnity", Cue::named("insurance.professional_indemnity")),
    ("insurance.product_liability", Cue::named("insurance.product_liability")),
    ("insurance.medical_malpractice", Cue::named("insurance.medical_malpractice")),
    ("insurance.cyber", Cue::named("insurance.cyber")),
    ("insurance.abuse", Cue::named("insurance.abuse")),
    ("insurance.motor", Cue::named("insurance.motor")),
    ("insurance.contractors_all_risks", Cue::named("insurance.contractors_all_risks")),
    ("insurance.other", Cue::named("insurance.other")),
];

macro_rules! short {
    ($first:literal => $cover:literal, $($name:literal => $of:literal),+) => {
        /// Covers in short, beside amounts: "PL £5m".
        pub const SHORT: &[(&str, usize)] = &[($first, $cover), $(($name, $of)),+];
        const SHORT_NAMES: &str = concat!($first, $("|", $name),+);
    };
}

short!("EL" => 0, "PL" => 1, "PI" => 2, "PII" => 2, "PLI" => 1, "ELI" => 0);

/// Covers by one word, at the head of a row or line: "Motor | £2,000,000".
pub const WORDS: [(&str, usize); 7] = [
    ("employers", 0),
    ("employer", 0),
    ("public", 1),
    ("professional", 2),
    ("product", 3),
    ("products", 3),
    ("motor", 7),
];

/// Insurance in general.
pub const INSURANCE: Cue = Cue::named("insurance.general");
/// Covers in short; several beside amounts need no word of insurance.
pub const SHORTS: Cue = Cue::of_quantity("insurance.shorts");
/// A paper that proves it.
pub const CERTIFICATE: Cue = Cue::named("insurance.certificate");
/// Having the cover.
pub const HOLD: Cue = Cue::named("insurance.hold");
/// Amounts that are not a level of cover.
pub const NOT_A_LEVEL: Cue = Cue::aside("insurance.not-a-level");
/// What the insured bears of each claim.
pub const EXCESS: Cue = Cue::aside("insurance.excess");
/// Cover that the buyer has.
pub const BY_BUYER: Cue = Cue::aside("insurance.by-buyer");
/// A lower or higher amount that may be agreed instead.
pub const ALTERNATIVE: Cue = Cue::named("insurance.alternative");
/// For each claim.
pub const OCCURRENCE: Cue = Cue::named("insurance.occurrence");
/// A promise to have what was named before.
pub const COMMIT: Cue = Cue::named("insurance.commit");
/// In all.
pub const AGGREGATE: Cue = Cue::named("insurance.aggregate");
/// Cover kept after the end.
pub const AFTER_END: Cue = Cue::named("insurance.after-end");
/// Terms of a policy, by the names that `insurance.term` gives.
pub const TERMS: [(&str, Cue); 5] = [
    ("waiver_of_subrogation", Cue::named("insurance.term.waiver")),
    ("indemnity_to_principals", Cue::named("insurance.term.principals")),
    ("rated_insurer", Cue::named("insurance.term.rated")),
    ("joint_names", Cue::named("insurance.term.joint-names")),
    ("no_inner_limit", Cue::named("insurance.term.no-inner-limit")),
];

/// The family's cues.
pub const CUES: &CueList = &[
    (
        COVERS[0].1,
        &[
            "employers|employer|employees compulsory? liability insurance|cover?",
            "employer s compulsory? liability",
            "compulsory employers? liability",
            "el insurance|cover",
            "employers|employer and|or|public public? liability",
            "public and|or|employers|employer employers|employer? compulsory? liability",
        ],
    ),
    (
        COVERS[1].1,
        &[
            "public and|or|&? products|product? liability insurance|cover?",
            "third party public? liability",
            "general liability insurance|cover?",
            "pl insurance|cover",
            "public|products liability public",
            "liability to the public",
        ],
    ),
    (
        COVERS[2].1,
        &[
            "professional risk|risks? indemnity insurance|cover?",
            "professional liability insurance|cover?",
            "professional insurance",
            "errors and omissions",
            "pi|pii insurance|cover",
            "professional negligence insurance",
        ],
    ),
    (COVERS[3].1, &["product|products liability insurance|cover?", "product|products public? liability insurance"]),
    (
        COVERS[4].1,
        &[
            "medical|clinical malpractice|negligence insurance|cover|liability|indemnity?",
            "medical|clinical indemnity insurance?",
            "treatment risk|liability",
            "malpractice insurance|cover",
        ],
    ),
    (
        COVERS[5].1,
        &[
            "cyber security|risk|risks|liability|and? data? insurance|cover|liability|policy",
            "cyber and data|security risk|risks|liability? insurance|cover",
            "data breach|protection insurance|cover",
        ],
    ),
    (
        COVERS[6].1,
        &[
            "abuse insurance|cover|liability|extension|indemnity|claims",
            "sexual|physical abuse and? molestation? insurance|cover|liability|extension?",
            "abuse and|or molestation",
            "cover|insurance ~4 historic|historical|recent|past ~4 abuse",
            "safeguarding liability|insurance|cover",
        ],
    ),
    (
        COVERS[7].1,
        &[
            "motor vehicle? third? party? insurance|cover|policy|liability",
            "third party motor vehicle? insurance|cover?",
            "third party liability insurance? ~8 road traffic act",
            "vehicle insurance",
            "hire and|or reward insurance",
            "insured ~2 hire and|or reward",
            "business use insurance",
        ],
    ),
    (
        COVERS[8].1,
        &[
            "contractors|contractor|contract all risks|risk insurance|cover|policy?",
            "contract works insurance|cover",
            "car policy",
        ],
    ),
    (
        COVERS[9].1,
        &[
            "directors and officers",
            "trustee|trustees indemnity|liability",
            "fidelity guarantee|insurance",
            "environmental|pollution impairment? liability|insurance|cover",
            "property|buildings|contents insurance|cover",
            "business interruption insurance|cover",
            "personal accident insurance|cover",
            "goods in transit insurance|cover?",
            "crime insurance|cover",
        ],
    ),
    (INSURANCE, &["insurance|insurances|insured|insurer|insurers|indemnity|cover|underwriters"]),
    (SHORTS, &[SHORT_NAMES]),
    (CERTIFICATE, &["certificate|certificates|copy|copies|evidence|proof|policy|policies|schedule"]),
    (
        HOLD,
        &[
            "hold|holds|held|possess|possesses|maintain|maintains",
            "in place|force|effect",
            "have|has ~3 insurance|insurances|cover",
        ],
    ),
    (
        NOT_A_LEVEL,
        &[
            "premium|premiums",
            "contract|contracts|order|orders|lot|lots value|values|worth|valued|over|above|below|up|exceeding|under",
            "value|values of ~3 contract|works|project|order",
            "annual|contract|estimated|total value",
            "turnover",
            "fine|fines|penalty",
            "salary|wage|grant|fee|price|charge|charges|budget",
        ],
    ),
    (EXCESS, &["excess|excesses|deductible|deductibles|retention"]),
    (
        BY_BUYER,
        &[
            "arranged|effected|procured|purchased|bought|placed|insured|taken out? by the|our? council|authority|client|employer|buyer|us",
            "is|are|be provided by the|our? council|authority|client|employer|buyer|us",
        ],
    ),
    (
        ALTERNATIVE,
        &[
            "may|can|could ~3 agree|agreed|accept|accepted|reduce|reduced|lower|lowered|down|vary|varied|consider|considered",
            "come|brought down to",
            "reduced|lowered|reduce|lower to",
            "in exceptional cases",
            "instead",
            "whichever is the? lower",
        ],
    ),
    (
        OCCURRENCE,
        &[
            "any one claim|occurrence|event|incident|accident|cause",
            "per claim|occurrence|event|incident|case",
            "each claim|occurrence|event|incident",
            "each case|and",
            "single event|claim|occurrence|incident",
            "every claim|occurrence|incident",
        ],
    ),
    // The idiom of the single procurement document, where the cover was named before.
    (
        COMMIT,
        &[
            "commit|commits|committed|undertake to obtain|obtaining",
            "already have this",
            "or will|would|can obtain|have|secure|arrange|put",
        ],
    ),
    (AGGREGATE, &["aggregate", "in all", "in any one year", "in total per year|annum"]),
    (
        AFTER_END,
        &[
            "after|following|beyond|from ~5 end|expiry|expiration|termination|completion|conclusion|ends|expires",
            "run off",
            "thereafter|afterwards",
            "after|following ~3 contract|agreement|services",
        ],
    ),
    (
        TERMS[0].1,
        &["waiver|waive|waives|waived ~4 subrogation", "subrogation waiver", "rights of subrogation ~4 waived|waive"],
    ),
    (TERMS[1].1, &["indemnity|indemnify|indemnities ~2 principal|principals", "principals indemnity|clause"]),
    (
        TERMS[2].1,
        &[
            "rated|rating ~5 a|aa|bbb|best|poors",
            "insurer|insurers ~4 rated|rating",
            "credit rating ~4 insurer|insurers",
        ],
    ),
    (
        TERMS[3].1,
        &[
            "joint names",
            "joint|co|additional insured",
            "named as ~3 insured",
            "note|noted|noting ~4 interest|interests",
        ],
    ),
    (TERMS[4].1, &["no inner limit|limits|sub|sublimit", "without ~2 inner limit|limits", "no sub limit|limits"]),
];
