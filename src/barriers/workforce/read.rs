//! Reading whether staff transfer, who knows of them, who answers for their past, their pensions and their pay.

use std::ops::Range;

use crate::barriers::liability::{INDEMNIFY, indemnified_by_supplier};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::{MAY, MUST, SHOULD};
use crate::language::token::TokenKind;
use crate::language::whose::{BIDDER, BUYER};
use crate::list::Listed;
use crate::words::mentions;

/// The regulations on transfers.
const TUPE: Cue = Cue::named("workforce.tupe");
/// That they apply.
const APPLY: Cue = Cue::aside("workforce.apply");
/// That they do not.
const NOT_APPLY: Cue = Cue::aside("workforce.not-apply");
/// That they may, or that bidders have to find out.
const PERHAPS: Cue = Cue::aside("workforce.perhaps");
/// The end of the contract, when staff may transfer again.
const AT_END: Cue = Cue::aside("workforce.at-end");
/// What bidders have to know of the staff.
const DATA: Cue = Cue::named("workforce.data");
/// Giving it, and getting it.
const GIVEN: Cue = Cue::aside("workforce.given");
/// Only once the contract is won.
const TO_WINNER: Cue = Cue::aside("workforce.to-winner");
/// People who transfer.
const STAFF: Cue = Cue::aside("workforce.staff");
/// Before they do.
const BEFORE: Cue = Cue::named("workforce.before");
/// What the supplier itself does.
const OWN_ACTS: Cue = Cue::aside("workforce.own-acts");
/// Pension schemes.
const PENSION: Cue = Cue::named("workforce.pension");
/// Joining the local government scheme.
const ADMISSION: Cue = Cue::named("workforce.admission");
/// Security for it.
const BOND: Cue = Cue::named("workforce.bond");
/// What is lacking in it.
const DEFICIT: Cue = Cue::named("workforce.deficit");
/// Bearing that.
const BEAR: Cue = Cue::aside("workforce.bear");
/// The buyer keeps the risk.
const PASS_THROUGH: Cue = Cue::named("workforce.pass-through");
/// The living wage.
const LIVING_WAGE: Cue = Cue::named("workforce.living-wage");
/// Paid for by the buyer.
const FUNDED: Cue = Cue::named("workforce.funded");

pub const CUES: &CueList = &[
    (TUPE, &["tupe", "transfer of undertakings ~4 employment? regulations?", "staff|employee transfer regulations"]),
    (
        APPLY,
        &[
            "apply|applies|applicable|relevant",
            "subject|application to|of tupe",
            "be|are|being transferred ~8 under|pursuant ~3 tupe|transfer|regulations",
            "transfer|transferring ~8 under|pursuant ~3 tupe|transfer|regulations",
            "implications|considerations",
            "eligible|liable ~3 transfer|tupe",
            "involve|involves ~4 tupe",
        ],
    ),
    (
        NOT_APPLY,
        &[
            "not ~8 apply|applies|applicable|relevant|arise|transfer|implications|involve",
            "no ~2 tupe|transfer|transfers|staff|employees ~6 apply|applies|implications|considerations|transfer|arise|issues",
            "no tupe",
            "unlikely ~6 apply|transfer",
            "neither|nor ~6 apply",
            "n a",
        ],
    ),
    (
        PERHAPS,
        &[
            "may|might|could|possibly|potentially|potential|likely|whether|possible|unclear|probable|probably",
            "take ~3 own ~2 advice|view",
        ],
    ),
    (
        AT_END,
        &[
            "termination|expiry|expires|exit|replacement|cessation|retender|reprocurement",
            "end of ~3 contract|agreement|term",
            "successor|future|subsequent supplier|contractor|provider",
            "re tender|tendering|procurement",
        ],
    ),
    (
        DATA,
        &[
            "tupe ~2 information|data|details|list|lists|return|spreadsheet|schedule|pack|questionnaire",
            "employee liability information|data",
            "employee|employees|workforce|staffing|staff|transfer information|data|list|lists|profile|details",
            "anonymised ~3 staff|employee|employees|workforce|data|list|information",
            "list|details|schedule of ~4 staff|employees|posts|workforce",
            "information on|about ~2 staff|employees|workforce",
            "details of which",
            "details are|is|can",
        ],
    ),
    (
        GIVEN,
        &[
            "attached|enclosed|provided|provide|provides|available|included|appended|annexed|released|issued|shared|share|supplied|supply|sent|given|disclosed|request|requested|requesting|obtain|obtained|access|receive|published|uploaded|contained|found|shown|listed",
            "set out",
            "is|are in|at",
            "appendix|annex|schedule",
        ],
    ),
    (
        TO_WINNER,
        &[
            "successful|winning|preferred|appointed",
            "after|on|upon|following|until ~3 award|contract",
            "once ~3 awarded",
        ],
    ),
    (
        STAFF,
        &[
            "employment liability|liabilities",
            "employee|employees|staff|personnel|workforce|worker|workers",
            "employment regulations",
        ],
    ),
    (
        BEFORE,
        &[
            "before|preceding|predating ~8 transfer|date|commencement|start",
            "prior to ~8 transfer|date|commencement|start",
            "before|prior|after or|and to? after|before|on|prior|following",
            "before on or after",
            "whenever arising|arisen|occurring",
        ],
    ),
    (OWN_ACTS, &["act|acts|omission|omissions|failure|breach ~2 by|of ~3 supplier|contractor|provider"]),
    (
        PENSION,
        &[
            "lgps|pensions|superannuation|pensionable",
            "local government pension",
            "pension scheme|schemes|fund|funds|liability|liabilities|risk|risks|deficit|deficits|contribution|contributions|provision|bond|benefits|cost|costs|arrangement|arrangements|rights|protection|payment|authority|guarantee",
            "fund actuary|actuarys|actuaries",
            "funds|the|scheme|an actuary|actuarys",
            "admission agreement|body",
            "admitted body|bodies",
            "administering authority",
        ],
    ),
    (
        ADMISSION,
        &[
            "admission agreement|agreements",
            "admitted|admission body|bodies ~1 status?",
            "admitted|admission to ~5 lgps|scheme|fund",
        ],
    ),
    (BOND, &["bond|bonds|guarantor|guarantee|guarantees"]),
    (
        DEFICIT,
        &[
            "deficit|deficits|shortfall|shortfalls|underfunding|cessation",
            "exit payment|payments|debt|charge|deficit",
            "termination valuation|payment",
            "strain|actuarial cost|costs|payment|payments",
        ],
    ),
    (
        BEAR,
        &[
            "pay|pays|payable|paid|bear|bears|borne|absorb|absorbed|meet|meets|met|liable|responsible|fund|funds|liability|indemnify|cost|make",
        ],
    ),
    (
        PASS_THROUGH,
        &[
            "passthrough",
            "pass|passed through",
            "council|authority|trust|employer ~1 retain|retains|keep|keeps ~5 pension|pensions|deficit risk|risks|liability|liabilities?",
        ],
    ),
    (LIVING_WAGE, &["llw", "real? living wage ~1 foundation|employer|employers|accredited|accreditation?"]),
    (
        FUNDED,
        &[
            "uplift|uplifted|uplifts|fund|funds|funded|funding|increase|increased|reflect|reflects",
            "prices|rates|price|budget ~4 allow|allows|include|includes|enable|enables",
        ],
    ),
];

/// What else is named after the regulations: "the TUPE surcharge".
const OTHERS: &str = "risk|surcharge|premium|schedule|cost|costs|employee|employees|indemnity|claims|process|part";
/// Getting data, not giving them.
const GETS: &str = "request|requested|requesting|obtain|obtained|access|receive";

/// Whether the regulations on transfers apply.
pub fn transfer(passage: &Passage, facts: &mut Facts) {
    if passage.is_heading() {
        return;
    }
    let fact = |at: &Range<usize>, value: &'static str| {
        Fact::new("workforce.tupe", passage.evidence(&[at])).named(value).lot(passage.lot(at.start))
    };
    if let Some((at, value)) = answer(passage) {
        facts.add(fact(&at, value));
        return;
    }
    let Some(at) = passage.first(TUPE) else { return };
    let tokens = passage.tokens();
    let conditional = || {
        let from = at.start.saturating_sub(6).max(passage.range.start);
        let should = tokens.is(at.start.wrapping_sub(1), "should");
        should || tokens.says(from..at.start, "if|where|when|event|extent")
    };
    // "The TUPE surcharge applies", "TUPE data": what is spoken of is not the transfer.
    let other = passage.says_before(at.start, 2, "experience")
        || tokens.is(at.end, OTHERS)
        || passage.each(DATA).any(|d| d.contains(&at.start));
    if other || passage.has(AT_END) {
        return;
    }
    let question = passage.asks();
    if question || tokens.kind(at.end) == Some(TokenKind::Colon) {
        if let Some((yes, _)) = passage.answers(at.end).first() {
            facts.add(fact(&at, if *yes { "applies" } else { "does_not_apply" }));
            return;
        }
        if question {
            return;
        }
    }
    let near = |cue: Cue, reach: usize| passage.each(cue).find(|h| h.between(&at).len() <= reach);
    let whether = passage.says("whether");
    let value = if !whether && (near(NOT_APPLY, 10).is_some() || near(APPLY, 6).is_some_and(|h| passage.negated(&h))) {
        "does_not_apply"
    } else if near(APPLY, 10).is_none() {
        return;
    } else if near(PERHAPS, 12).is_some() {
        "may_apply"
    } else {
        "applies"
    };
    if whether || !conditional() {
        facts.add(fact(&at, value));
    }
}

/// The answer to "TUPE", or to "Does TUPE apply?", in a table or a field.
fn answer(passage: &Passage) -> Option<(Range<usize>, &'static str)> {
    let asks = |text: &str| {
        text.len() <= 80 && mentions(text, "tupe") && !mentions(text, "information") && !mentions(text, "data")
    };
    let answer = if let Some(name) = passage.field() {
        asks(name).then(|| passage.range.clone())?
    } else {
        // Before the question its number may have a cell.
        let cells: Vec<_> = passage.cells().take(3).map(|(_, cell)| cell).listed();
        let at = cells.iter().position(|cell| asks(cell.text()))?;
        cells.get(at + 1)?.range.clone()
    };
    let tokens = passage.tokens();
    let first = |words: &str| tokens.is(answer.start, words);
    let may = passage.part(answer.start..answer.end.min(answer.start + 5)).says("may|might|likely|possible");
    let value = if first("yes|applies|applicable") {
        "applies"
    } else if first("no|none|not|n|nil") {
        "does_not_apply"
    } else if may || first("possibly|potentially|unknown") {
        "may_apply"
    } else {
        return None;
    };
    Some((answer, value))
}

/// Whether bidders are told of the staff.
pub fn data(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(DATA) else { return };
    let of_transfer = |p: &Passage| p.has(TUPE);
    let employees = |p: &Passage| p.says("transfer|incumbent|employee|anonymised");
    let about = of_transfer(passage)
        || employees(passage)
        || passage.before().is_some_and(|b| of_transfer(&b))
        || passage.context_has(TUPE);
    let Some(given) = passage.each(GIVEN).find(|h| h.between(&at).len() <= 16).filter(|_| about) else { return };
    if passage.is_heading() || passage.asks() {
        return;
    }
    let tokens = passage.tokens();
    // At the end of the contract it is the supplier who tells: "the Provider shall give staff data on request".
    let party = |cue: Cue| passage.last(cue, at.start).map(|h| h.end);
    let gets = passage.says(GETS);
    let supplier = party(BIDDER).filter(|b| party(BUYER).is_none_or(|c| c < *b));
    let gives =
        |b: usize| passage.each(MUST).any(|m| b <= m.start && m.end <= at.start) && !tokens.says(b..at.start, GETS);
    let incumbent = passage.says("current|incumbent|present|outgoing|existing");
    let supplier_gives = supplier.is_some_and(gives) && !incumbent;
    if supplier_gives || passage.has(AT_END) && !passage.has(MAY) && !incumbent {
        return;
    }
    let span = given.start.min(at.start).saturating_sub(6).max(passage.range.start)..given.end.max(at.end);
    let denied = passage.negated(&at) || tokens.says(span.clone(), "no|not|unable|cannot|without");
    let late = passage.has(TO_WINNER) && (!gets || passage.says("only|until"));
    let fact = Fact::new("workforce.tupe_data", passage.evidence(&[&at, &given]));
    facts.add(match (denied, late) {
        (true, _) => fact.stance(Stance::RuledOut),
        (false, true) => fact.stance(Stance::RuledOut).detail("when", "after_award"),
        (false, false) => fact.stance(Stance::Offered),
    });
}

/// Whether the supplier answers for what happened before it came.
pub fn indemnity(passage: &Passage, facts: &mut Facts) {
    let Some(at) = passage.first(INDEMNIFY).filter(|at| indemnified_by_supplier(passage, at)) else { return };
    let Some(before) = passage.each(BEFORE).find(|h| h.start > at.start) else { return };
    let about = passage.has_any(&[STAFF, TUPE]) || passage.before_has(TUPE) || passage.context_has(TUPE);
    if about && !passage.has(OWN_ACTS) {
        let place = passage.evidence(&[&at, &before]);
        facts.add(Fact::new("workforce.tupe_indemnity", place).stance(Stance::Required));
    }
}

/// Pensions in the local government scheme.
pub fn pension(passage: &Passage, facts: &mut Facts) {
    if passage.is_heading() || passage.asks() {
        return;
    }
    let about = passage.has(PENSION)
        || passage.has_any(&[ADMISSION, BOND, DEFICIT, PASS_THROUGH])
            && (passage.context_has(PENSION) || passage.before_has(PENSION));
    if !about {
        return;
    }
    let tokens = passage.tokens();
    let fact = |at: &Range<usize>, value: &'static str, stance: Stance| {
        Fact::new("workforce.pension", passage.evidence(&[at])).named(value).stance(stance).lot(passage.lot(at.start))
    };
    let none = |at: &Range<usize>| {
        let no = passage.says_before(at.start, 3, "no");
        let not = tokens.says(at.end..(at.end + 6).min(passage.range.end), "not");
        no || not || passage.negated(at)
    };
    if let Some(at) = passage.first(PASS_THROUGH) {
        facts.add(fact(&at, "pass_through", if none(&at) { Stance::RuledOut } else { Stance::Offered }));
    }
    let will = || passage.says("will|shall|must");
    let asked = |at: &Range<usize>| {
        if none(at) {
            Some(Stance::RuledOut)
        } else {
            passage.stance_or_lead(at).or(will().then_some(Stance::Required))
        }
    };
    for (cue, value) in [(ADMISSION, "admission"), (BOND, "bond")] {
        let Some(at) = passage.first(cue) else { continue };
        if let Some(stance) = asked(&at) {
            facts.add(fact(&at, value, stance));
        }
    }
    let Some(at) = passage.first(DEFICIT).filter(|_| passage.has(BEAR)) else { return };
    let party = |cue: Cue| passage.last(cue, at.start).map(|h| h.end);
    // "Strain costs will be borne by the contractor."
    let by = |cue: Cue| {
        passage.each(BEAR).any(|h| tokens.is(h.end, "by") && passage.has_behind(cue, &(h.end..h.end + 1), 3))
    };
    let buyers = party(BUYER) > party(BIDDER) || none(&at) || by(BUYER);
    let stance = if buyers { Stance::RuledOut } else { Stance::Required };
    if party(BUYER).is_some() || party(BIDDER).is_some() || by(BIDDER) || by(BUYER) {
        facts.add(fact(&at, "deficit", stance));
    }
}

/// The real Living Wage; what the law calls the National Living Wage is owed by everybody.
pub fn living_wage(passage: &Passage, facts: &mut Facts) {
    let tokens = passage.tokens();
    let real = |at: &Range<usize>| {
        !tokens.is(at.start.wrapping_sub(1), "national|statutory|below|the")
            || tokens.is(at.start.wrapping_sub(1), "the") && !tokens.is(at.start.wrapping_sub(2), "below|under")
    };
    let Some(at) = passage.each(LIVING_WAGE).find(real) else { return };
    if passage.is_heading() {
        return;
    }
    let demand = passage.has_any(&[MUST, SHOULD, MAY]);
    let own = passage.has_before(BUYER, &at, 12) && passage.first(BIDDER).is_none() && !demand;
    if own {
        return;
    }
    let stance = match passage.stance_or_lead(&at) {
        // "At least" is of the wage and no demand.
        _ if passage.each(MUST).all(|h| tokens.is(h.start, "at")) && passage.has_beside(FUNDED, &at, 10) => {
            Stance::Offered
        }
        Some(Stance::Offered) | None => Stance::Preferred,
        Some(stance) => stance,
    };
    facts.add(Fact::new("workforce.living_wage", passage.evidence(&[&at])).stance(stance));
}
