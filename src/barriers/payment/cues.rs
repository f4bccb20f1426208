//! The words of payment: cues by which it is read.

use crate::language::cue::{Cue, CueList};

/// Paying.
pub const PAY: Cue = Cue::named("payment.pay");
/// What is paid.
pub const INVOICE: Cue = Cue::named("payment.invoice");
/// "Payment terms", "payment period": a heading or a label for the days.
pub const TERMS: Cue = Cue::named("payment.terms");
/// The clock starts only then.
pub const APPROVAL: Cue = Cue::aside("payment.approval");
/// The clock starts at the end of the month.
pub const MONTH_END: Cue = Cue::named("payment.month-end");
/// The clock starts with the goods.
pub const GOODS: Cue = Cue::named("payment.goods");
/// What the buyer hopes to do.
pub const AIM: Cue = Cue::named("payment.aim");
/// Those further down the chain.
pub const SUBCONTRACTORS: Cue = Cue::aside("payment.subcontractors");
/// Periods beside a payment that are something else.
pub const NOT_DAYS_TO_PAY: Cue = Cue::aside("payment.not-days");
/// Behind the work.
pub const ARREARS: Cue = Cue::named("payment.arrears");
/// Ahead of it.
pub const ADVANCE: Cue = Cue::named("payment.advance");
/// Billed at the end of what was worked.
pub const BILLED_BEHIND: Cue = Cue::named("payment.billed-behind");
/// How often, by the words of the vocabulary.
pub const HOW_OFTEN: [(&str, Cue); 6] = [
    ("weekly", Cue::named("payment.weekly")),
    ("monthly", Cue::named("payment.monthly")),
    ("quarterly", Cue::named("payment.quarterly")),
    ("six_monthly", Cue::named("payment.six-monthly")),
    ("annually", Cue::named("payment.annually")),
    ("on_completion", Cue::named("payment.on-completion")),
];
/// At stages of the work.
pub const MILESTONE: Cue = Cue::named("payment.milestone");
/// For outcomes.
pub const RESULTS: Cue = Cue::named("payment.results");
/// Money kept back.
pub const RETENTION: Cue = Cue::named("payment.retention");
/// Deducting what is owed elsewhere.
pub const SET_OFF: Cue = Cue::named("payment.set-off");
/// Paid only when the payer has been.
pub const PAY_WHEN_PAID: Cue = Cue::named("payment.pay-when-paid");
/// What makes getting paid dear or slow, by the names that `payment.admin` gives.
pub const ADMIN: [(&str, Cue); 4] = [
    ("early_payment_discount", Cue::named("payment.admin.discount")),
    ("supplier_finance", Cue::named("payment.admin.finance")),
    ("vat_registered", Cue::named("payment.admin.vat")),
    ("portal_fee", Cue::named("payment.admin.fee")),
];

/// The family's cues.
pub const CUES: &CueList = &[
    (PAY, &["pay|pays|paid|payment|payments|payable|paying|settle|settled|remit|remitted|reimbursed"]),
    (INVOICE, &["invoice|invoices|invoiced|invoicing", "demand for payment", "undisputed sum|sums|amount"]),
    (
        TERMS,
        &[
            "payment terms|term|period|days|timescale|timescales",
            "terms of payment",
            "standard payment",
            "terms are|is ~1 payment",
            "net payment|terms?",
        ],
    ),
    (
        APPROVAL,
        &[
            "from|of|after|following ~3 approval|approved|verification|verified|certification|certified|acceptance|accepted|agreement|authorisation|authorised|matching",
            "approved|certified|accepted|verified invoice",
        ],
    ),
    (
        MONTH_END,
        &[
            "from|of|after|following the? end of the? month|calendar?",
            "end of the? month ~3 in which|of|following",
            "eom",
            "month end",
            "following month",
            "month following",
        ],
    ),
    (GOODS, &["receipt|delivery of the? goods|deliverables|products|supplies", "goods ~4 received|delivered"]),
    (AIM, &["aim|aims|aiming|target|targets|endeavour|endeavours"]),
    (
        SUBCONTRACTORS,
        &[
            "sub contractor|contractors|contract|contracts|supplier|suppliers|consultant|consultants",
            "subcontractor|subcontractors|subcontract|subcontracts",
            "supply chain",
            "sub-contracting|subcontracting",
        ],
    ),
    (
        NOT_DAYS_TO_PAY,
        &[
            "before|prior to? the? first|final? payment|payments|date|start|invoice",
            "fails|failed|notice|notify|notified|notification|dispute|disputed|disputes|query|queries|object|terminate|termination|interest|late|overdue|refund|overpayment|bank",
            "submit|submitted|issue|raise|send ~3 invoice|invoices",
            "invoice|invoices ~4 submitted|issued|raised|sent|rendered within",
            "response|respond|acknowledge|remedy|rectify",
            "payment performance|practices|record|certificate",
            "on average",
            "average|percent|per cent of ~3 invoices|payments",
            "percentage|proportion of ~3 invoices|payments",
        ],
    ),
    (ARREARS, &["in? arrears|arrear", "paid ~2 weeks|week|month|months behind"]),
    (BILLED_BEHIND, &["at|after the end of each|every calendar? month|quarter|week|year"]),
    (
        ADVANCE,
        &[
            "in advance",
            "upfront payment|payments?",
            "up front payment|payments?",
            "advance payment|payments",
            "mobilisation payment|payments|fee",
            "paid|pay|payable|payment ~6 on|upon signing|signature|appointment|inception",
            "paid|pay|payment|payments ~3 at the start|beginning of each",
        ],
    ),
    (HOW_OFTEN[0].1, &["weekly|fortnightly", "each|every|per week"]),
    (
        HOW_OFTEN[1].1,
        &[
            "monthly",
            "each|every|per calendar? month",
            "calendar month",
            "end of each|the|every month",
            "4|four weekly",
            "every 4|four weeks",
        ],
    ),
    (
        HOW_OFTEN[2].1,
        &["quarterly", "each|every|per quarter", "three monthly", "end of each|the|every quarter", "3 monthly"],
    ),
    (
        HOW_OFTEN[3].1,
        &[
            "six monthly",
            "6 monthly",
            "half yearly",
            "biannually|semiannually",
            "twice a year|yearly",
            "every six|6 months",
        ],
    ),
    (
        HOW_OFTEN[4].1,
        &["annually|yearly", "annual payment|invoice|in|payments|arrears", "end of each|the year", "once a year"],
    ),
    (
        HOW_OFTEN[5].1,
        &[
            "on|upon|after|following ~2 completion|conclusion of? the? contract|services|service|works|work|project?",
            "on|upon|after|at ~2 end of the contract|project|services|works|programme",
            "on|upon|after ~3 final|satisfactory completion|delivery|report",
            "one|single payment ~3 made|paid ~1 when|on|upon|after|at",
        ],
    ),
    (
        MILESTONE,
        &["milestone|milestones|stage|staged payment|payments", "payment|payments|paid ~6 milestones|milestone|stages"],
    ),
    (
        RESULTS,
        &[
            "payment|payments|paid|pay by results|outcomes",
            "outcome|outcomes|results|performance based payment|payments|fee|fees",
            "outcome payment|payments|tariff",
            "payment|payments|paid|payable|fee|charges ~8 outcome|outcomes|results achieved?",
            "pbr",
            "depends|depend|dependent|conditional|contingent|linked|tied on|upon|to ~2 outcome|outcomes|results",
            "sustained outcome|outcomes|employment",
        ],
    ),
    (
        RETENTION,
        &[
            "retention|retentions|retain|retained|retains|retaining|withhold|withheld|withholds|holdback",
            "hold|held|keep|keeps|kept back|over",
        ],
    ),
    (
        SET_OFF,
        &[
            "set off",
            "setoff",
            "offset",
            "deduct|deducted|recover|recovered|withhold|withheld|take ~8 any sum|sums|amount|amounts ~14 other|another|any agreement|contract|contracts",
        ],
    ),
    (
        PAY_WHEN_PAID,
        &[
            "pay|paid when|if paid",
            "pay|pays|paid ~2 once|when|after ~6 been paid",
            "only ~3 paid|pay ~4 when|once|if ~6 received|receives|paid",
            "payment ~6 conditional|contingent|dependent on|upon ~6 receipt|receiving|payment|funding",
        ],
    ),
    (
        ADMIN[0].1,
        &[
            "early|prompt payment discount|rebate|discounts|rebates",
            "settlement discount|discounts",
            "discount ~4 for early|prompt|on|timely payment?",
            "rebate ~4 early|prompt|faster payment",
        ],
    ),
    (
        ADMIN[1].1,
        &[
            "supplier|supply chain finance scheme",
            "supplier|suppliers incentive scheme|programme",
            "early payment scheme|programme",
        ],
    ),
    (
        ADMIN[2].1,
        &[
            "must|shall be vat registered",
            "vat registered suppliers|organisations|companies|bidders only",
            "vat registration ~3 required|mandatory|essential",
            "registered for vat",
        ],
    ),
    (
        ADMIN[3].1,
        &[
            "fee|charge|subscription ~10 e? invoicing|invoice|payment portal|platform|system|network",
            "charge|fee ~4 each|per invoice",
        ],
    ),
    (super::prices::FIXED, super::prices::FIXED_WORDS),
    (super::prices::PRICES, super::prices::PRICE_WORDS),
    (super::prices::INDEX, super::prices::INDEX_WORDS),
    (super::prices::STATUTORY, super::prices::STATUTORY_WORDS),
    (super::prices::INTEREST, super::prices::INTEREST_WORDS),
    (super::prices::OVER_BASE, super::prices::OVER_BASE_WORDS),
];
