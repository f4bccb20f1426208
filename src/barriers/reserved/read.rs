//! What the documents say of whom a contract is for.

use std::ops::Range;

use crate::barriers::statement::Statement;
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::token::TokenKind;
use crate::language::whose::BIDDER;

/// Those for whom a contract may be reserved: the fact's value with the cue that names them.
const WHO: [(&str, Cue); 5] = [
    ("supported_employment", Cue::named("reserved.supported-employment")),
    ("mutual", Cue::named("reserved.mutual")),
    ("vcse", Cue::named("reserved.vcse")),
    ("sme", Cue::named("reserved.sme")),
    ("local", Cue::named("reserved.local")),
];
/// Those for whom a notice says whether the contract is suitable.
const FLAGS: [(&str, Cue); 2] = [("suitability.sme", WHO[3].1), ("suitability.vcse", WHO[2].1)];

/// Kept for somebody.
const RESERVED: Cue = Cue::named("reserved.reserved");
/// Open to somebody, and with "only" to nobody else.
const OPEN_TO: Cue = Cue::aside("reserved.open-to");
/// Nobody else.
const ONLY: Cue = Cue::aside("reserved.only");
/// Taking part.
const TAKE_PART: Cue = Cue::aside("reserved.take-part");
/// A share of the work, or a thing that is not the contract.
const ELSEWHERE: Cue = Cue::aside("reserved.elsewhere");
/// Suitable, as notices say.
const SUITABLE: Cue = Cue::named("reserved.suitable");
/// What is suitable.
const CONTRACT: Cue = Cue::aside("reserved.contract");
/// Bids that are welcome.
const WELCOME: Cue = Cue::named("reserved.welcome");
const GRANT: Cue = Cue::named("reserved.grant");
const NO_GRANT: Cue = Cue::aside("reserved.no-grant");
const CO_DESIGN: Cue = Cue::named("reserved.co-design");
const CO_DESIGN_ASKED: Cue = Cue::aside("reserved.co-design-asked");

/// The family's cues.
pub const CUES: &CueList = &[
    (
        WHO[0].1,
        &[
            "supported business|businesses|employment|factory|factories|enterprise|enterprises",
            "sheltered workshop|workshops|employment",
            "shelteredworkshop|shelteredworkshops",
            "social and|or professional|vocational integration",
            "professional and|or social integration",
        ],
    ),
    (
        WHO[1].1,
        &[
            "mutual|mutuals",
            "employee led|owned|controlled organisation|organisations|body|bodies",
            "publicservicemissionorganization",
            "qualifying organisations under regulation",
            "section 33",
        ],
    ),
    (
        WHO[2].1,
        &[
            "vcse|vcses|vcfse|vcfses|vcs|vcso|vcsos",
            "voluntary ~2 community ~7 sector|enterprise|enterprises|organisation|organisations|group|groups",
            "voluntary|community|charitable|civil society? sector|organisation|organisations|groups",
            "third sector",
            "3 rd sector",
            "social enterprise|enterprises",
            "charities",
            "not for profit organisations|bodies|providers",
        ],
    ),
    (
        WHO[3].1,
        &[
            "sme|smes|msme|msmes",
            "small ~3 medium sized? ~3 enterprise|enterprises|business|businesses|company|companies|firms|organisations|suppliers",
            "small ~2 medium sized",
            "small|smaller|micro local? business|businesses|enterprise|enterprises|firms|organisations|providers|suppliers|companies",
        ],
    ),
    (
        WHO[4].1,
        &[
            "local supplier|suppliers|business|businesses|organisation|organisations|firms|company|companies|contractors|providers|bidders",
            "suppliers|businesses|organisations|firms|companies|contractors|providers|bidders ~3 based|located|established in|within",
            "uk based|only suppliers|businesses|organisations|companies",
            "located|based within ~4 county|borough|district|area|region|city",
        ],
    ),
    (RESERVED, &["reserving|limiting|restricting ~4 for|to", "reserve|reserves this|these|it ~3 for|to", "reserved"]),
    (
        OPEN_TO,
        &[
            "is|are for",
            "open|available|restricted|limited|confined|addressed|exclusive only|solely|exclusively? to",
            "invited|accepted|welcome|considered|sought|received|invite|inviting|accept ~3 from",
        ],
    ),
    (ONLY, &["only|solely|exclusively|restricted|limited|confined|exclusive"]),
    (
        TAKE_PART,
        &[
            "may|can|will|are|be ~3 bid|tender|apply|participate|submit|quote|respond|take|invited|considered|eligible",
            "eligible to bid|tender|apply|participate|submit|quote|respond|take",
            "able|entitled|allowed|permitted to bid|tender|apply|participate|submit|quote|respond",
        ],
    ),
    (
        ELSEWHERE,
        &[
            "subcontract|subcontracts|subcontracted|subcontracting|subcontractor|subcontractors",
            "sub contract|contracts|contracted|contracting",
            "supply chain|chains",
            "spend|spent|discount|parking|space|spaces|apprenticeships",
            "reserve|reserves|reserved|reserving ~1 right|rights",
            "profession",
            "other contracts|procurements",
            "act|regulations|regulation ~3 allows|permits|enables|lets|provides",
        ],
    ),
    (
        SUITABLE,
        &[
            "suitable|suited|appropriate ~2 for",
            "not suitable|suited",
            "unsuitable for",
            "sme|smes|vcse|vcses suitable|friendly|suitability",
            "sme s suitable|friendly|suitability",
            "suitability",
        ],
    ),
    (
        CONTRACT,
        &[
            "contract|contracts|lot|lots|opportunity|procurement|tender|framework|requirement|notice|competition|commission|dps|market|call|fund|programme",
            "participation|eligibility|bidding|quotation|quotations|tenders|bids",
        ],
    ),
    (
        WELCOME,
        &[
            "bids|tenders|applications|quotations|quotes from ~8 welcome",
            "welcome|welcomes|welcomed|encourage|encourages|encouraged|encouraging|keen|invite|invites|inviting|hope ~8 from|by",
            "encouraged|welcome|invited to bid|tender|apply|respond|participate|submit|quote|express|take|come",
            "encourage|encourages|urge|like",
        ],
    ),
    (
        GRANT,
        &[
            "is|are|as a|an? grant|grants ~2 and|rather|not",
            "grant|grants ~2 rather than|not ~2 contract|contracts|tender",
            "awarded|paid|made|offered|provided|distributed|allocated|given|available ~3 as|by|through|via|under|of a? grant|grants",
            "is a|an? ~2 grant opportunity|scheme|fund|competition",
            "apply|applying|applications|application|bids|bid|proposals for ~3 grant|grants",
            "grant|grants of up|between|from",
            "grant applicant|applicants|recipient|recipients|holder|holders|award|awards|application|applications|agreement|round|programme",
            "small|core|community grants",
        ],
    ),
    (
        NO_GRANT,
        &[
            "match|external|additional|other|housing|capital|revenue|improvement|apprenticeship|government|lottery|facilities|block|formula grant|grants",
            "not|no|never|nor|neither ~4 grant|grants",
            "grant ~4 rights|licence|license|access|permission|consent|relief",
            "experience|examples|references|reference|previous|existing|received|receive|receives|turnover|income|deliver|delivering|administer|administering|manage|managing",
            "funder|funders|funded|funding from",
            "secure|secured|securing|obtain|obtained",
        ],
    ),
    (
        CO_DESIGN,
        &[
            "was|were|been|being|is|are|be ~2 co designed|produced|created",
            "was|were|been|being|is|are|be ~2 codesigned|coproduced|cocreated",
            "co designed|produced|created with|by|alongside",
            "codesigned|coproduced with|by",
            "co design|production|creation phase|stage|period|workshop|workshops|session|sessions|process|event|events|approach|group",
            "codesign|coproduction phase|stage|period|workshop|workshops|session|sessions|process|event|events|group",
            "we|council|authority|commissioners|partners ~6 co design|produce|create",
            "we|council|authority|commissioners|partners ~6 codesign|coproduce",
            "public social partnership",
            "alliance contract|contracting|agreement|partner|partners|partnership",
            "innovation partnership",
            "lived experience ~8 panel|evaluate|evaluating|score|scoring|evaluation|assess|interview",
            "users|residents|carers|tenants|patients|people|parents|experience ~2 helped|help ~2 design|shape|write|develop",
            "users|residents|carers|tenants|patients|people|parents ~10 panel|evaluate|evaluating|score|scoring|evaluation",
            "panel ~6 users|residents|carers|tenants|patients|parents|people",
        ],
    ),
    (
        CO_DESIGN_ASKED,
        &[
            "care|support|personal|individual plan|plans|planning",
            "experience|examples|example|demonstrates of|how|your|their ~6 co",
            "demonstrate|describe|evidence|explain|outline|knowledge",
            "not ~4 co|codesigned|coproduced",
            "control panel|panels",
            "advisory panel",
        ],
    ),
];

/// Grants and services designed together.
pub const STATEMENTS: &[Statement] = &[
    Statement::new("funding.grant", GRANT).stance(Stance::Offered).without(&[NO_GRANT]),
    Statement::new("design.co_design", CO_DESIGN).stance(Stance::Offered).without(&[CO_DESIGN_ASKED]),
];

/// Words by which a reservation is only thought of, denied or allowed by a law.
const UNSURE: &str = "not|no|nor|never|may|might|could|can|whether|if|considered|cannot|without";
/// They stand before it within so many tokens.
const UNSURE_REACH: usize = 6;
/// Tokens between the reservation and those for whom it is.
const WHO_REACH: usize = 14;
/// A value of a form is no longer than this, in tokens.
const SHORT: usize = 24;

/// Reservations.
pub fn reserved(passage: &Passage, facts: &mut Facts) {
    if passage.has(ELSEWHERE) || unticked(passage) {
        return;
    }
    for (name, cue) in WHO {
        let Some(at) = passage.each(cue).find(|at| kept_for(passage, at)) else { continue };
        let fact = Fact::new("reserved", passage.evidence(&[&at])).named(name).lot(passage.lot(at.start));
        facts.add(fact);
    }
}

/// Whether the contract is kept for those named at `at`.
fn kept_for(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let sure = |from: usize| {
        let near = from.saturating_sub(UNSURE_REACH).max(passage.range.start)..from;
        !tokens.says(near.clone(), UNSURE)
    };
    let close = |h: &Range<usize>, reach: usize| {
        let between = h.between(at);
        between.len() <= reach && !passage.clause_breaks_hard(between)
    };
    // "Is the contract reserved for social enterprises? No"
    let denied =
        || passage.answers(at.end).first().is_some_and(|a| !a.0) || tokens.is(passage.range.end.wrapping_sub(1), "no");
    let question = || passage.asks() && passage.answers(at.end).is_empty();
    if passage.each(RESERVED).any(|h| close(&h, WHO_REACH) && sure(h.start)) {
        return !denied() && !question();
    }
    let takes_part = passage.each(TAKE_PART).any(|h| h.behind(at, 10) && !passage.clause_breaks_hard(h.between(at)));
    let only_before = passage.each(ONLY).any(|h| h.before(at, 4) && sure(h.start));
    if only_before && takes_part {
        return true;
    }
    let open = passage.each(OPEN_TO).any(|h| close(&h, 7) && h.start < at.start && sure(h.start));
    let only = passage.each(ONLY).any(|h| close(&h, 8) && sure(h.start));
    if open && only && passage.has_any(&[CONTRACT, TAKE_PART]) | passage.context_has(CONTRACT) {
        return true;
    }
    // A value below "Reserved procurement".
    let short = passage.range.len() <= SHORT && !passage.has(BIDDER);
    short && passage.label().or(passage.lead_ins().next()).is_some_and(|l| l.has(RESERVED)) && !denied()
}

/// The flags of a notice, and bids that are welcome.
pub fn suitability(passage: &Passage, facts: &mut Facts) {
    for (kind, cue) in FLAGS {
        let Some(at) = passage.first(cue) else { continue };
        let flags = flags(passage, &at);
        for (yes, place) in &flags {
            let lot = place.lot(place.range.start).or_else(|| passage.lot(at.start));
            facts.add(Fact::new(kind, place_of(passage, place, &at)).flag(*yes).lot(lot));
        }
        if flags.is_empty() && welcomed(passage, &at) {
            facts.add(Fact::new(kind, passage.evidence(&[&at])).flag(true).stance(Stance::Offered));
        }
    }
}

fn place_of(passage: &Passage, answer: &Passage, at: &Range<usize>) -> crate::report::Place {
    let below = answer.block != passage.block && answer.in_row();
    // "Suitable for VCSEs? Yes": the answer is a sentence of its own.
    let behind = answer.block == passage.block && answer.range.start >= at.end && answer.range.end <= at.end + SHORT;
    match () {
        () if below => answer.whole_place(),
        () if behind => passage.reading.whole(passage.block).place(&[at, &answer.range]),
        () => passage.evidence(&[at]),
    }
}

/// What a notice says of those named at `at`, with where it says so.
fn flags<'r>(passage: &Passage<'r>, at: &Range<usize>) -> Vec<(bool, Passage<'r>)> {
    let tokens = passage.tokens();
    // "Are you an SME?" is a question to the bidder.
    if passage.has(BIDDER) && tokens.is(passage.range.start, "are|is|do|does|please|you|your") {
        let of_contract = passage.each(CONTRACT).any(|h| h.start < at.start);
        if !of_contract {
            return vec![];
        }
    }
    let named = passage.each(SUITABLE).next();
    let field = passage.field_says(&["suitab"]);
    let label = passage.label().or(passage.lead_ins().next());
    // Between "Particular suitability" and its values stand the lots that they are for.
    let above = || passage.headings().any(|h| h.has(SUITABLE));
    let around = field
        || label.as_ref().is_some_and(|l| l.has(SUITABLE))
        || passage.head_row_has(SUITABLE)
        || passage.range.len() <= SHORT && above();
    let here = |yes: bool| vec![(yes, passage.clone())];
    if named.is_some() || around {
        // "SME suitable: Yes"
        let label = passage.each(SUITABLE).find(|h| h.start < at.end && h.end > at.end).map_or(at.end, |h| h.end);
        let answers = passage.answers(label);
        if !answers.is_empty() {
            return answers;
        }
        // "SMEs and VCSEs? Yes": the answer stands behind the last of them.
        let last = FLAGS.iter().flat_map(|f| passage.each(f.1)).map(|h| h.end).max().unwrap_or(at.end);
        let answers = if last > at.end && last - at.end <= 12 { passage.answers(last) } else { vec![] };
        if !answers.is_empty() {
            return answers;
        }
    }
    if passage.asks() || unticked(passage) {
        return vec![];
    }
    let Some(named) = named else {
        // A value below or behind "Particular suitability".
        return if around && passage.range.len() <= SHORT { here(true) } else { vec![] };
    };
    if named.end > at.start {
        return vec![];
    }
    let between = named.end..at.start;
    let listed = passage.breaks_line(named.end..at.start + 1)
        || between.clone().any(|i| tokens.kind(i) == Some(TokenKind::Colon))
        || tokens.kind(named.end) == Some(TokenKind::Colon);
    if listed && (field || passage.range.len() <= SHORT) {
        return here(true);
    }
    let verb =
        tokens.says(passage.range.start..named.start + 1, "is|are|be|considers|considered|deemed|consider|suitable");
    let negative = passage.negated(&named)
        || tokens.says(named.start.saturating_sub(4).max(passage.range.start)..named.end, "not|unsuitable|isn’t");
    let contract = passage.each(CONTRACT).any(|h| h.end <= named.start);
    let heading = passage.is_heading();
    let said = verb && contract && !heading && between.len() <= 12;
    if said { here(!negative) } else { vec![] }
}

/// "We welcome bids from social enterprises", "SMEs are encouraged to bid".
fn welcomed(passage: &Passage, at: &Range<usize>) -> bool {
    if passage.has(ELSEWHERE) || passage.negated(at) {
        return false;
    }
    let bids =
        "bids|bid|tenders|responses|applications|submissions|proposals|quotations|quotes|interest|offers|participation";
    passage.each(WELCOME).any(|h| {
        let tokens = passage.tokens();
        let around = h.start < at.start && at.end < h.end;
        let before = (around || h.before(at, 14)) && tokens.says(h.clone(), bids);
        let who_bids =
            h.before(at, 3) && tokens.says(at.end..at.end + 6, "bid|tender|apply|respond|participate|submit");
        let after = h.behind(at, 8) && h.len() == 3;
        (before || who_bids || after) && !passage.clause_breaks_hard(h.between(at))
    })
}

/// An option of a form with an empty box in front of it.
fn unticked(passage: &Passage) -> bool {
    let first = passage.tokens().word(passage.range.start);
    let label = passage.reading.document.blocks[passage.block].label.as_deref();
    matches!(first, "☐" | "□") || matches!(label, Some("☐" | "□" | "❑"))
}
