//! The terms of the contract: how it ends, whether it can be talked about, what a supplier may not do, say or keep.

use std::ops::Range;

use crate::barriers::Family;
use crate::barriers::case::Case;
use crate::barriers::findings::Findings;
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList, Packed};
use crate::language::passage::Passage;
use crate::language::period::Unit;
use crate::language::span::Span;
use crate::language::stance::{MAY, MAY_NOT, MUST, NEED_NOT};
use crate::language::whose::{BIDDER, BUYER};
use crate::list::Listed;
use crate::packed;

/// The part of the family that reads the contract's terms.
pub struct Terms;

/// Ending the contract.
const TERMINATE: Cue = Cue::named("contract.terminate");
/// Telling of it beforehand.
const NOTICE: Cue = Cue::aside("contract.notice");
/// With no reason to give.
const NO_CAUSE: Cue = Cue::named("contract.no-cause");
/// With a reason, or of something else than the contract.
const CAUSE: Cue = Cue::aside("contract.cause");
/// The contract's terms.
const TERMS: Cue = Cue::named("contract.terms");
/// Changing them, or talking about it.
const CHANGE: Cue = Cue::aside("contract.change");
/// Said outright that they stand as they are.
const AS_THEY_ARE: Cue = Cue::named("contract.as-they-are");
/// Bringing a wish forward.
const RAISE: Cue = Cue::aside("contract.raise");
/// How a contract is changed later, and when bids can no longer be.
const LATER: Cue = Cue::aside("contract.later");
/// Rights in what is made.
const RIGHTS: Cue = Cue::named("contract.rights");
/// Passing to somebody.
const PASS: Cue = Cue::aside("contract.pass");
/// Rights from before.
const BACKGROUND: Cue = Cue::aside("contract.background");
/// All but these.
const EXCEPT: Cue = Cue::aside("contract.except");
/// Leave to use.
const LICENCE: Cue = Cue::named("contract.licence");
/// Work for nobody else.
const EXCLUSIVE: Cue = Cue::named("contract.exclusive");
/// Working for others, which a list may forbid.
const RIVAL: Cue = Cue::named("contract.rival");
/// Words of other matters: courts, tax, collusion.
const NOT_EXCLUSIVE: Cue = Cue::aside("contract.not-exclusive");
/// Speaking in public.
const PUBLIC: Cue = Cue::named("contract.public");
/// Speaking out.
const SPEAK_OUT: Cue = Cue::named("contract.speak-out");
/// Conduct while bidding, and what grants are spent on.
const CONDUCT: Cue = Cue::aside("contract.conduct");
/// What is left over.
const LEFT_OVER: Cue = Cue::named("contract.left-over");
/// Going back.
const GO_BACK: Cue = Cue::aside("contract.go-back");
/// Said in one.
const CLAWBACK: Cue = Cue::named("contract.clawback");
/// Things that are left over and are no money.
const THINGS: Cue = Cue::aside("contract.things");
/// Everything shown to the buyer.
const OPEN_BOOK: Cue = Cue::named("contract.open-book");
/// Leaving the contract.
const EXIT: Cue = Cue::named("contract.exit");
/// For nothing.
const UNPAID: Cue = Cue::named("contract.unpaid");

const CUES: &CueList = &[
    (
        TERMINATE,
        &[
            "terminate|terminates|terminated|terminating|termination",
            "end|ended|ending|cancel|cancelled|determine|determined the|this|its|their? contract|agreement|framework|appointment|arrangement|services",
            "contract|agreement|framework|appointment|arrangement|services ~3 ended|cancelled|determined",
            "end|ended|cancel|cancelled the|this|a call off",
            "break clause|option",
            "bring ~5 to an end",
        ],
    ),
    (NOTICE, &["notice", "notify|notifying"]),
    (
        NO_CAUSE,
        &[
            "without ~2 cause|reason|reasons|fault",
            "for convenience",
            "at any time",
            "no fault",
            "no|any reason",
            "break clause|option",
        ],
    ),
    (
        CAUSE,
        &[
            "breach|breaches|default|insolvency|insolvent|bankrupt|bankruptcy|fails|fail|failure|persistent|corrupt|bribery|competition|procurement|fraud|remedied|remedy|unpaid|undisputed|suspension|majeure|poor|unsatisfactory",
            "change of control",
            "in the? event",
            "tender|this|award|bid process",
            "insurance|insurer|insurers|policy|policies|tenancy|lease|employment|placement|membership|subcontract|subcontracts|booking|order|referral|package|support",
        ],
    ),
    (
        TERMS,
        &[
            "terms|conditions ~3 contract|conditions|agreement|appointment|purchase|engagement",
            "contract|draft|proposed|our|these|the terms|conditions|contract|agreement",
            "councils|authoritys|trusts|buyers ~2 terms|conditions|contract",
            "form of contract|agreement",
        ],
    ),
    (
        CHANGE,
        &[
            "amendment|amendments|change|changes|variation|variations|qualification|qualifications|alteration|alterations|reservation|reservations|negotiation|negotiations|negotiate|negotiated|deviation|deviations",
        ],
    ),
    (
        AS_THEY_ARE,
        &[
            "terms|conditions|contract|agreement ~6 non negotiable",
            "terms|conditions|contract|agreement ~6 not ~3 negotiable|negotiated|negotiation|changed|amended|varied",
            "terms|conditions ~6 cannot|cant ~2 negotiated|changed|amended|varied|altered",
            "not ~2 propose|make|request|seek|suggest ~2 changes|amendments|alterations ~4 terms|conditions|contract",
            "tenders|bids|tender|bid must|shall not be qualified",
            "not ~4 negotiate ~6 terms|conditions|contract|agreement",
            "not ~4 enter ~3 negotiations|negotiation",
            "accept|acceptance|confirm ~10 terms|conditions|contract ~6 without ~3 amendment|amendments|qualification|qualifications|reservation|reservations|change|changes|variation|modification|alteration",
            "unconditional|unqualified acceptance|agreement ~6 terms|conditions|contract",
            "accept|agree ~2 unconditionally|unreservedly",
            "unconditionally|unreservedly accept|agree",
            "qualified tenders|bids|tender|bid ~5 rejected|disqualified|excluded|considered",
            "qualify|qualifies ~6 rejected|disqualified|excluded",
            "tender|tenders|bid|bids ~3 qualified ~6 rejected|disqualified|excluded",
            "not qualify ~2 tender|tenders|bid|bids",
            "terms|conditions ~3 without ~2 amendment|amendments|negotiation|qualification|reservation|modification",
        ],
    ),
    (
        RAISE,
        &[
            "comment|comments|propose|proposed|proposals|suggest|suggestions|raise|raised|submit|submitted|welcome|welcomes|welcomed|invite|invites|invited|consider|considered|open|negotiable|discuss|discussed|mark|marked",
        ],
    ),
    (
        LATER,
        &[
            "unless|except ~8 writing|written",
            "in writing",
            "after ~3 closing|deadline|submission|date|opening",
            "to|of a|the|their|its|your tender|bid|submission|tenders|bids|price|prices",
            "signed",
        ],
    ),
    (
        RIGHTS,
        &[
            "intellectual property rights?",
            "ipr|iprs|copyright|copyrights",
            "rights in|to ~4 materials|reports|deliverables|results|work|documents|software|designs",
            "ownership of ~4 materials|reports|deliverables|results|documents|software|designs",
            "foreground",
            "royalty free",
        ],
    ),
    (
        PASS,
        &[
            "vest|vests|vested|belong|belongs|owned|assign|assigns|assigned|assignment|pass|passes|transfer|transfers|transferred|owns|own",
            "property of",
            "ownership",
        ],
    ),
    (BACKGROUND, &["background|existing|preexisting", "prior rights|materials", "before ~4 contract|agreement"]),
    (
        EXCEPT,
        &[
            "other than",
            "except|excluding|excluded|save|retain|retains|remain|remains|keep|keeps",
            "not including|include",
        ],
    ),
    (LICENCE, &["licence|licences|license|licenses|licensed|licenced"]),
    (
        EXCLUSIVE,
        &[
            "not ~4 work|act for|with ~3 other|others|competitor|competitors|another|anyone",
            "not ~8 compete|competes",
            "non compete|competition|solicitation",
            "work|works|act|acts exclusively",
            "exclusively for|to the? council|authority|client|buyer|customer|trust|commissioner",
            "not ~6 provide|supply|offer|deliver ~6 services|service|goods|work ~4 other|others|another|competitor|competitors",
            "not ~4 solicit|entice",
            "exclusivity",
        ],
    ),
    (RIVAL, &["solicit|entice|compete", "work|act for|with ~3 other|others|competitor|competitors|another|anyone"]),
    (
        NOT_EXCLUSIVE,
        &[
            "jurisdiction|vat|collude|collusion|bidder|bidders|tenderer|tenderers|conflict|conflicts|collusive|competition",
            "no|any|not|without|guarantee ~6 exclusivity",
            "non|not exclusive",
            "neither|either|each party",
        ],
    ),
    (
        PUBLIC,
        &[
            "press|media|public|publicity ~2 statement|statements|announcement|announcements|release|releases|comment|comments|communication|communications|interview|interviews",
            "publicise|publicize|publicity",
            "communicate|communicating ~4 press|media|journalists",
            "talk|speak|speaking ~3 press|media|journalists|publicly",
        ],
    ),
    (
        SPEAK_OUT,
        &[
            "campaign|campaigns|campaigning|criticise|criticize|criticism|disparage|disparaging|lobby|lobbying|disrepute|embarrass|embarrassment",
            "comment|speak|statement ~3 publicly|policy|policies",
            "adverse ~2 publicity|comment|comments",
        ],
    ),
    (
        CONDUCT,
        &[
            "canvass|canvassing|councillor|councillors|tendering|procurement|tenderer|tenderers|bidder|bidders|applicant|applicants",
            "use|used|spend|spent ~5 grant|funding|funds|money",
            "grant|funding|funds|money ~4 used|spent",
        ],
    ),
    (
        LEFT_OVER,
        &[
            "funding|fee|money|grant ~2 not spent",
            "underspend|underspends|underspent|unspent|surplus|surpluses|unused ~1 funds|funding|money|income?",
            "excess|excessive profit|profits|income|surplus",
            "savings|efficiencies|profit|profits ~2 made|achieved|generated|above|over|realised|exceeds|exceed",
        ],
    ),
    (
        GO_BACK,
        &[
            "return|returned|returns|repaid|repay|repays|repayable|recover|recovers|recovered|recoverable|refund|refunded|reclaim|reclaimed|share|shared|shares|deduct|deducted|withhold|withheld",
            "handed|paid|passed|given|goes|go|pay|hand|pass back",
        ],
    ),
    (CLAWBACK, &["clawback|clawbacks", "claw|clawed|clawing back", "gain share|sharing", "gainshare"]),
    (
        THINGS,
        &[
            "soil|material|materials|stock|spoil|equipment|furniture|food|land|property|vehicles|assets|water|heat|energy|medicines|items|goods|overpayment|overpayments",
            "surplus to",
            "surplus|surpluses in|of each|every|the last|previous",
        ],
    ),
    (OPEN_BOOK, &["open book ~1 accounting|basis|approach|data|accounts|access|policy?"]),
    (
        EXIT,
        &[
            "exit ~1 plan|plans|planning|management|arrangements|assistance|services|activities|strategy|obligations",
            "handover|reprocurement|demobilisation",
            "assistance|support|cooperate|cooperation ~4 exit|termination|expiry",
            "transition services|plan|period|assistance|support",
            "re procurement",
            "transfer of ~3 services|service|records|data ~4 replacement|successor|new|incoming",
        ],
    ),
    (
        UNPAID,
        &[
            "at no|nil ~2 cost|charge|expense",
            "without ~2 charge|cost|payment|costs",
            "own cost|costs|expense",
            "free of charge",
            "suppliers|contractors|providers cost|expense",
            "no ~2 charge|payment|costs",
        ],
    ),
];

impl Family for Terms {
    fn name(&self) -> &'static str {
        "contract"
    }

    fn cues(&self) -> Packed {
        packed!(CUES)
    }

    fn read(&self, passage: &Passage, facts: &mut Facts) {
        let heading = passage.is_heading();
        let asks = passage.asks();
        if heading || asks {
            return;
        }
        let readers = [termination, variation, rights, exclusivity, publicity, clawback, open_book, exit];
        let mut found = readers.iter().filter_map(|read| read(passage)).peekable();
        if found.peek().is_some() && !passage.is_blank() && !passage.defines() {
            found.for_each(|fact| facts.add(fact));
        }
    }

    fn judge(&self, case: &Case, findings: &mut Findings) {
        super::judge::terms(case, findings);
    }
}

fn fact(kind: &'static str, passage: &Passage, ranges: &[&Range<usize>]) -> Box<Fact> {
    let at = ranges.first().map_or(passage.range.start, |r| r.start);
    Fact::new(kind, passage.evidence(ranges)).stance(Stance::Required).lot(passage.lot(at))
}

/// Where a party is named last before a place.
fn party(passage: &Passage, cue: Cue, at: usize) -> Option<usize> {
    passage.last(cue, at).map(|h| h.end)
}

/// Ending the contract without a cause: who may, and how long before.
fn termination(passage: &Passage) -> Option<Box<Fact>> {
    let at = passage.first(TERMINATE)?;
    let notice = passage.first(NOTICE);
    if passage.has(CAUSE) || notice.is_none() && !passage.has(NO_CAUSE) {
        return None;
    }
    let period = passage.periods().filter(|(p, r)| {
        let near = passage.has_beside(NOTICE, r, 6);
        near && !matches!(p.unit, Unit::Hours) && r.between(&at).len() <= 40
    });
    let period = period.min_by(|a, b| a.0.days().total_cmp(&b.0.days()));
    let says = |words: &str| passage.says(words);
    // A supplier that may end it on its own is no barrier; "if" makes it a case, unless no cause is asked for.
    let both = says("party|parties|either|both");
    let by_supplier = party(passage, BIDDER, at.start) > party(passage, BUYER, at.start);
    let lead = || passage.lead_ins().take(2).any(|l| l.has(BUYER) && !l.has(BIDDER));
    let told = !by_supplier && (passage.has(BUYER) || passage.has(BIDDER) || lead());
    let free = passage.has_beside(NO_CAUSE, &at, 12);
    if !both && !told || !free && (period.is_none() || says("if|where|unless")) {
        return None;
    }
    let found = if let Some((period, r)) = &period {
        fact("contract.termination", passage, &[&at, r])
            .amount(period.days().round(), "days")
            .detail("said", crate::words::joined(&passage.slice(r).split_whitespace().listed(), " "))
    } else {
        let mut fact = fact("contract.termination", passage, &[&at]);
        let definition = passage.defined("notice");
        if let Some((period, r)) = definition.as_ref().and_then(|d| d.periods().next()) {
            fact = fact.amount(period.days().round(), "days");
            fact.places.extend(definition.map(|d| d.place(&[&r])));
        }
        fact
    };
    Some(found.stance(Stance::Stated).detail("by", if both { "either" } else { "buyer" }))
}

/// Taking a change.
const ACCEPTED: &str = "accepted|considered|permitted|allowed|made|entertained|possible|accept|consider";

/// Whether the terms may be talked about.
fn variation(passage: &Passage) -> Option<Box<Fact>> {
    let kind = "contract.variation";
    let tokens = passage.tokens();
    if let Some(at) = passage.first(AS_THEY_ARE).filter(|at| !passage.negated(at)) {
        return Some(fact(kind, passage, &[&at]).stance(Stance::RuledOut));
    }
    if !passage.has(TERMS) || passage.has(LATER) {
        return None;
    }
    let terms = |h: &Range<usize>| passage.has_beside(TERMS, h, 10);
    let wish = |i: usize| tokens.is(i, "comment|comments|queries|suggestions");
    let wishes = passage.range.clone().filter(|&i| wish(i)).map(|i| i..i + 1);
    let mut named = passage.each(CHANGE).chain(wishes).filter(terms);
    let at = named.next()?;
    // "No changes will be accepted", "changes cannot be made"; "a change that cannot be agreed" forbids none.
    let accepted = tokens.says(at.start.saturating_sub(4).max(passage.range.start)..passage.range.end, ACCEPTED);
    let no = passage.says_before(at.start, 3, "no|not|any");
    let not = passage.each(MAY_NOT).chain(passage.each(NEED_NOT)).any(|m| m.between(&at).len() <= 14);
    if accepted && (not || no && tokens.is(passage.range.start, "no")) {
        return Some(fact(kind, passage, &[&at]).stance(Stance::RuledOut));
    }
    let raise = passage.each(RAISE).find(|h| h.between(&at).len() <= 10)?;
    let asked = (passage.has(MAY) || passage.has(MUST)) && !not && !no;
    asked.then(|| fact(kind, passage, &[&raise, &at]).stance(Stance::Offered))
}

/// Who owns what is made.
fn rights(passage: &Passage) -> Option<Box<Fact>> {
    let kind = "contract.intellectual_property";
    let at = passage.first(RIGHTS)?;
    let to = |pass: &Range<usize>| {
        let next = |cue: Cue| passage.each(cue).filter(|h| h.behind(pass, 10)).map(|h| h.start).min();
        let buyer = next(BUYER)?;
        let own = passage.tokens().is(pass.start, "own|owns|owned|ownership");
        // "The Council owns all rights" names the owner first.
        (next(BIDDER).is_none_or(|s| buyer < s) && !own).then_some(buyer)
    };
    let owner_first = |pass: &Range<usize>| {
        let active = passage.tokens().is(pass.start, "owns|own");
        active && party(passage, BUYER, pass.start) > party(passage, BIDDER, pass.start)
    };
    let owned_by = |pass: &Range<usize>| {
        let by = passage.tokens().is(pass.start, "owned|ownership");
        by && passage.has_behind(BUYER, pass, 6)
    };
    let near = |pass: &Range<usize>| pass.between(&at).len() <= 30;
    // What is the buyer's own stays so: "rights in the Council's data remain with the Council".
    let buyers = passage.has_behind(BUYER, &at, 4) && passage.has(EXCEPT);
    let passes = passage.each(PASS).filter(near);
    let mut passes = passes.filter(|p| to(p).is_some() || owner_first(p) || owned_by(p));
    if let Some(pass) = passes.next().filter(|p| !buyers && !denied(passage, p)) {
        let background = passage.has(BACKGROUND) && !passage.has(EXCEPT);
        let value = if background { "background_assigned" } else { "assigned" };
        return Some(fact(kind, passage, &[&at, &pass]).named(value));
    }
    let licence = passage.first(LICENCE).filter(near)?;
    let tokens = passage.tokens();
    let grants = tokens.says(passage.range.start..licence.start, "grant|grants|give|gives");
    let subject = passage.all_hits().find(|h| h.cue == BIDDER || h.cue == BUYER)?.cue == BIDDER;
    let to_buyer = passage.has(BUYER) && grants && subject;
    to_buyer.then(|| fact(kind, passage, &[&at, &licence]).named("licensed").stance(Stance::Stated))
}

/// "shall not", right before a place.
fn denied(passage: &Passage, at: &Range<usize>) -> bool {
    passage.tokens().says(at.start.saturating_sub(3).max(passage.range.start)..at.start, "not|nor|no|neither")
}

/// Whether what stands at a place is forbidden, in its own words or in those that introduce the list.
fn forbidden(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    let not = |p: &Passage, upto: usize| p.each(MAY_NOT).find(|h| h.end <= upto && upto - h.end <= 24);
    let without = || {
        let tokens = passage.tokens();
        (at.start..passage.range.end).find(|&i| tokens.is(i, "without|unless") && passage.has(MUST)).map(|i| i..i + 1)
    };
    let lead = || passage.lead_ins().take(2).any(|l| not(&l, l.range.end).is_some());
    not(passage, at.start).or_else(without).or_else(|| lead().then(|| at.clone()))
}

/// Whether the supplier is the one that is told, here or in what introduces it.
fn supplier_told(passage: &Passage) -> bool {
    passage.has(BIDDER) || passage.lead_in_has(BIDDER)
}

/// Working for nobody else.
fn exclusivity(passage: &Passage) -> Option<Box<Fact>> {
    let listed =
        || passage.first(RIVAL).filter(|at| at.start < passage.range.start + 3 && forbidden(passage, at).is_some());
    let at = passage.first(EXCLUSIVE).or_else(listed)?;
    let told = supplier_told(passage) && !passage.has(NOT_EXCLUSIVE) && !passage.negated(&at);
    told.then(|| fact("contract.exclusivity", passage, &[&at]))
}

/// Saying nothing in public.
fn publicity(passage: &Passage) -> Option<Box<Fact>> {
    let speak_out = passage.first(SPEAK_OUT);
    let at = speak_out.clone().or_else(|| passage.first(PUBLIC))?;
    if passage.has(CONDUCT) || !supplier_told(passage) {
        return None;
    }
    let not = forbidden(passage, &at)?;
    let what = if speak_out.is_some() { "speaking_out" } else { "publicity" };
    Some(fact("contract.publicity", passage, &[&not, &at]).detail("what", what))
}

/// Money that goes back.
fn clawback(passage: &Passage) -> Option<Box<Fact>> {
    let kind = "contract.clawback";
    if let Some(at) = passage.first(CLAWBACK) {
        // "The supplier may propose a gainshare": nothing is taken that it does not offer.
        let offers =
            party(passage, BIDDER, at.start) > party(passage, BUYER, at.start) && passage.says("may|propose|proposal");
        let case = passage.tokens().says(passage.range.start..at.start, "if|where");
        return (!passage.negated(&at) && !denied(passage, &at) && !offers && !case)
            .then(|| fact(kind, passage, &[&at]));
    }
    let at = passage.first(LEFT_OVER).filter(|_| !passage.has(THINGS))?;
    let back = passage.each(GO_BACK).find(|h| h.between(&at).len() <= 14)?;
    let lead = || passage.lead_in_has(MUST);
    let told = passage.has(MUST) || passage.has(MAY) || lead() || passage.says("will|goes");
    if !told || denied(passage, &back) || passage.negated(&back) {
        return None;
    }
    let tokens = passage.tokens();
    let shared = tokens.says(back.clone(), "share|shared|shares") || passage.percents().next().is_some();
    let surplus = tokens.says(at.clone(), "surplus|surpluses|profit|profits");
    let found = fact(kind, passage, &[&at, &back]);
    Some(if surplus && !shared { found.detail("of", "surplus") } else { found })
}

/// Everything shown to the buyer.
fn open_book(passage: &Passage) -> Option<Box<Fact>> {
    let at = passage.first(OPEN_BOOK)?;
    (!passage.negated(&at) && !denied(passage, &at)).then(|| fact("contract.open_book", passage, &[&at]))
}

/// Leaving for nothing.
fn exit(passage: &Passage) -> Option<Box<Fact>> {
    let at = passage.first(EXIT)?;
    let unpaid = passage.each(UNPAID).find(|h| h.between(&at).len() <= 24)?;
    (!passage.negated(&unpaid)).then(|| fact("contract.exit", passage, &[&at, &unpaid]))
}
