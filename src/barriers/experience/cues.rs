//! The words of experience: cues by which it is read.

use crate::language::cue::{Cue, CueList};

/// References, examples, case studies.
pub const EXAMPLE: Cue = Cue::named("experience.example");
/// Past contracts, where a number stands in front of them.
pub const CONTRACTS: Cue = Cue::named("experience.contracts");
/// What examples are examples of.
pub const OF_WORK: Cue = Cue::aside("experience.of-work");
/// Sending something in.
pub const PROVIDE: Cue = Cue::aside("experience.provide");
/// Other things of these names.
pub const OTHER: Cue = Cue::aside("experience.other");
/// At most so many.
pub const AT_MOST: Cue = Cue::aside("experience.at-most");
/// Experience.
pub const EXPERIENCE: Cue = Cue::named("experience.experience");
/// The years up to now.
pub const LAST: Cue = Cue::named("experience.last");
/// Of that age.
pub const OLD: Cue = Cue::named("experience.old");
/// Other things that are asked about past years.
pub const OTHER_PAST: Cue = Cue::aside("experience.other-past");
/// What a contract is worth.
pub const WORTH: Cue = Cue::aside("experience.worth");
/// As large as this one.
pub const SIMILAR_SIZE: Cue = Cue::named("experience.similar-size");
/// Members of staff.
pub const STAFF: Cue = Cue::aside("experience.staff");
/// Public bodies as customers.
pub const PUBLIC: Cue = Cue::aside("experience.public");
/// Customers of other sectors.
pub const ANY_SECTOR: Cue = Cue::named("experience.any-sector");
/// Past work with somebody.
pub const WITH: Cue = Cue::named("experience.with");
/// Not taken.
pub const REFUSED: Cue = Cue::aside("experience.refused");
/// The bidder's own alone.
pub const OWN_ONLY: Cue = Cue::named("experience.own-only");

/// The family's cues.
pub const CUES: &CueList = &[
    (
        EXAMPLE,
        &[
            "reference|references|referee|referees",
            "example|examples",
            "case study|studies",
            "testimonial|testimonials",
            "relevant|previous|past|recent|similar|comparable contract|contracts|project|projects|commissions|assignments|works",
        ],
    ),
    (
        CONTRACTS,
        &[
            "relevant|similar|comparable|previous|recent|past|current|live? contract|contracts|project|projects|commission|commissions|assignment|assignments",
            "clients|customers",
            "organisations|bodies|companies|people for|to which|whom",
        ],
    ),
    (
        OF_WORK,
        &[
            "contract|contracts|project|projects|work|works|service|services|supplies|commission|commissions|assignment|assignments|client|clients|customer|customers|experience|provision|delivery|schemes|support",
            "carried out",
            "delivering|delivered|undertaken|performed|completed|providing",
        ],
    ),
    (
        PROVIDE,
        &[
            "provide|provides|provided|providing|send|upload|please|submit|submitted|supply|give|include|attach|list|detail|details|nominate|name|enclose|describe|evidence|show|demonstrate|complete|ask|demonstrated|nominated|furnish|present",
        ],
    ),
    (
        OTHER,
        &[
            "reference|references number|numbers|no|nos|code|to|is|document|documents|data|price|period|point|only|sample|samples|material|class|library|id|site|architecture",
            "with|in|by|for|of|any|unique|our|your|project|order|tender|contract|file|document|invoice|payment|bank|character|site|notice|procurement|case reference",
            "cross|bank|character|order|document references",
            "see references|reference",
            "for example|examples",
            "an|as example|examples of|only",
            "examples of how|where|what|why|eligible|such|these|this|invoices|documents|good|best",
            "some|such examples",
            "work|works|worked examples? ~1 price|pricing|cost",
            "employment|staff|personal|employee references|reference",
            "case studies|study ~3 appendix|annex|below|above|published",
        ],
    ),
    (AT_MOST, &["up to", "no|not more than", "maximum of?", "at most", "limited to"]),
    (
        EXPERIENCE,
        &[
            "experience|experienced",
            "track record",
            "carried out",
            "delivered|undertaken|performed|completed|executed ~5 contract|contracts|project|projects|work|works|service|services",
            "services|works|contracts|projects ~7 delivered|undertaken|performed|completed|executed",
            "services|supplies|works provided|supplied ~1 over|in|during|within ~1 last|past|previous|preceding",
        ],
    ),
    (LAST, &["last|past|previous|preceding"]),
    (OLD, &["old|ago", "of age"]),
    (
        OTHER_PAST,
        &[
            "accounts|account|turnover|accident|accidents|incident|incidents|convicted|convictions|conviction|offence|offences|claim|claims|prosecuted|prosecution|insolvency|tax|profit|financial",
            "assessment requirements|requirement",
            "been let|tendered|awarded|amended|reviewed|reported|breach|breached|terminated",
            "terminated|damages|deductions|enforcement|complaints|disputes|dispute|spend|spent|usage|expenditure|statute|grievances|riddor|training|trained|inspection|rating|address|addresses|residence|employer|employers",
            "improvement|prohibition|enforcement notice|notices",
        ],
    ),
    (
        WORTH,
        &[
            "value|values|worth|valued",
            "at least",
            "in excess of",
            "exceeding|over|above|minimum|greater",
            "not less than",
        ],
    ),
    (
        SIMILAR_SIZE,
        &[
            "similar|comparable|same|equal|equivalent|commensurate ~5 size|scale|scales|value|values|scope|magnitude|volume",
            "size|scale|scope|value ~4 similar|comparable|equivalent to",
        ],
    ),
    (
        STAFF,
        &[
            "manager|managers|staff|employee|employees|operative|operatives|personnel|engineer|engineers|lead|leader|officer|officers|director|team|worker|workers|driver|drivers|trainer|trainers|teacher|teachers|supervisor|candidate|postholder|individual|individuals|assessor|surveyor|technician|technicians|consultant",
        ],
    ),
    (
        PUBLIC,
        &[
            "public ~4 sector|sectors",
            "public authority|authorities|body|bodies",
            "central and|or local government",
            "local authority|authorities|government",
            "parish|town|district|borough|county|other|similar ~3 councils|authorities",
            "nhs clients|customers|organisations|trusts|experience|contracts",
        ],
    ),
    (
        ANY_SECTOR,
        &[
            "private|commercial|voluntary|third|charity|charitable|any|all|either|other|both sector|sectors",
            "private ~3 sector|clients|customers|organisations|funders|buyers|bodies",
            "public|private and? or private|public|voluntary",
            "any|other relevant? customer|client|organisation|sector",
        ],
    ),
    (
        WITH,
        &[
            "previous|prior|past|existing|current|previously|already ~3 contract|contracts|experience|work|works|working|worked|delivered|provided|supplied|held|services ~4 with|for",
            "previously|already ~3 delivered|provided|supplied ~3 to",
            "held|holding|had ~2 contract|contracts ~1 with|for",
            "have delivered|provided|supplied|worked ~3 for|to",
            "experience ~1 in|of? ~1 working|contracting|trading|dealing|delivering|providing ~2 with|for|alongside|to",
            "experience with|at",
            "awarded ~3 contract|contracts by",
            "worked for|with",
        ],
    ),
    (REFUSED, &["not ~1 considered|accepted|acceptable|relevant|count|counted", "cannot be"]),
    (
        OWN_ONLY,
        &[
            "only ~4 own experience|references|track|contracts|examples",
            "experience|references|examples|contracts|capacity of ~3 subcontractor|subcontractors|partner|partners|parent|group|staff|individuals|associates|third|others ~6 not|cannot",
            "must|shall ~2 be the? bidders|tenderers|suppliers|applicants|organisations|your own",
            "not|cannot ~3 rely|relying ~3 experience|references|capacity|capacities|track",
            "no reliance ~3 experience|references|capacity|capacities|others|third",
        ],
    ),
];
