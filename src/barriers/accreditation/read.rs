//! What the documents say of schemes and certificates.

use std::ops::Range;

use super::schemes::{Group, SCHEMES, STANDARDS, Written};
use crate::barriers::statement::Statement;
use crate::document::Kind;
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList, Marks};
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::{MUST, NEED_NOT, SHOULD};
use crate::language::token::TokenKind;
use crate::language::whose::{BUYER, Whose};
use crate::letter::{is_capital, is_small};
use crate::list::Listed;

/// The word in front of a standard's number.
const STANDARD: Cue = Cue::named("accreditation.standard");
/// Having a certificate, being a member.
const HOLD: Cue = Cue::aside("accreditation.hold");
/// Certificates and memberships in general, as headings and heads of columns name them.
const ACCREDITATION: Cue = Cue::named("accreditation.accreditation");
/// A part of a notice that says who may bid.
const SELECTION: Cue = Cue::aside("accreditation.selection");
/// Sending a paper.
const SEND: Cue = Cue::aside("accreditation.send");
/// Only for those who have it.
const IF_HELD: Cue = Cue::aside("accreditation.if-held");
/// What those do who do not have it.
const IF_NOT_HELD: Cue = Cue::aside("accreditation.if-not-held");
/// Another way than the certificate.
const OTHER_WAY: Cue = Cue::aside("accreditation.other-way");
/// No other way.
const NO_OTHER_WAY: Cue = Cue::named("accreditation.no-other-way");
/// A minimum rating.
const RATING: Cue = Cue::named("accreditation.rating");
/// A "no" is the end of the bid.
const GATE: Cue = Cue::named("accreditation.gate");
const WINNER: Cue = Cue::named("accreditation.winner");
/// Sent by nobody at first.
const NOT_WITH_BID: Cue = Cue::named("accreditation.not-with-bid");

/// The family's own cues, beside those of the schemes.
pub const CUES: &CueList = &[
    (STANDARD, &["iso|ohsas", "pas"]),
    (
        HOLD,
        &[
            "hold|holds|held|holding|have|has|possess|possesses|maintain|maintains|obtain|obtained|achieve|achieved|attain",
            "certified|certificated|certificate|certificates|certification|certifications",
            "accredited|accreditation|accreditations|approved|approval",
            "registered|registration|registrations|licensed|licence|licensing",
            "member|members|membership|memberships|signatory|signatories|sign|signed",
            "compliant|compliance|status|employer|employers|champion|champions",
            "standards met",
            "complete|completed|scheme|schemes|gold|silver|bronze",
        ],
    ),
    (
        ACCREDITATION,
        &[
            "accreditation|accreditations|certification|certifications|certificate|certificates|membership|memberships|registrations",
            "quality|environmental assurance|management|standards",
            "standards required|held",
        ],
    ),
    (
        SELECTION,
        &[
            "suitability to pursue",
            "technical and professional ability",
            "professional ability|activity",
            "conditions of participation",
            "minimum levels|level|standards|requirements",
            "selection criteria",
            "quality assurance schemes",
        ],
    ),
    (SEND, &["provide|submit|supply|attach|enclose|enclosed|include|evidence|copy|copies|upload|proof|confirm"]),
    (
        IF_HELD,
        &[
            "if|where|whether ~5 hold|holds|held|have|has|possess|certified|accredited|registered|member|members",
            "if so|yes|held|any",
            "please state|tell|list|indicate|advise",
        ],
    ),
    (
        IF_NOT_HELD,
        &[
            "if|where ~6 not|no ~2 hold|held|have|possess|certified|accredited|registered|certification",
            "if|where ~2 without",
            "if no certification|certificate|accreditation",
        ],
    ),
    (
        OTHER_WAY,
        &[
            "or ~8 documented|written|own ~3 policy|policies|system|systems|procedure|procedures",
            "or ~3 working|work towards",
            "or ~3 demonstrate|evidence|show|describe|provide|respond",
            "or ~10 responses|response",
            "or ~4 other evidence|means|certificate|certificates|certification|body|scheme",
            "or ~2 own quality|management? arrangements",
        ],
    ),
    (
        NO_OTHER_WAY,
        &[
            "no equivalent|equivalents|alternative|alternatives",
            "equivalent|equivalents|alternatives ~3 not be? accepted|acceptable|considered",
            "only ~3 accepted",
        ],
    ),
    (
        RATING,
        &[
            "rated|rating|graded|grade|judged|score ~5 good|outstanding",
            "good|outstanding or ~2 better|above|outstanding|higher",
            "rating|grade of ~2 good|outstanding|four|five|5",
        ],
    ),
    (
        GATE,
        &[
            "pass or? fail",
            "no ~6 fail|rejected|excluded|disqualified|eliminated",
            "must ~1 answer|be|respond ~1 yes",
            "mandatory|minimum requirement|question|criterion",
        ],
    ),
    (
        NOT_WITH_BID,
        &[
            "evidence|certificates|certificate|policies|documents|declarations ~8 not ~3 attached|uploaded|submitted|sent|enclosed|returned|provided ~2 with ~2 bid|bids|tender|tenders|submission|response",
            "not ~1 attach|upload|submit|send|enclose|provide ~3 evidence|certificates|certificate|policies",
        ],
    ),
    (
        WINNER,
        &[
            "only ~4 successful|preferred|winning bidder|tenderer|supplier|contractor|provider|candidate|applicant|organisation ~12 evidence|certificates|certificate|documents|documentation|proof|copies",
            "evidence|certificates|certificate|documents|documentation|proof|copies ~12 only ~6 successful|preferred|winning|recommended",
            "evidence|certificates|documents|documentation|proof|copies ~8 requested|required|asked|sought|needed|wanted ~3 from|of only? the? successful|preferred|winning|winner",
            "successful|preferred|winning bidder|tenderer|supplier|contractor|provider|candidate|applicant ~6 asked|required|requested ~3 provide|submit|send|produce|supply ~4 evidence|certificates|documents|documentation|proof|copies",
            "evidence|certificates|documents|proof ~6 from the? winner|winning ~1 only",
            "evidence|certificates|certificate|documents|documentation|proof|copies ~6 from the? preferred|successful|winning|recommended|highest|top ~6 before|prior|only|after|following",
            "ask|asks|request|requests ~3 for ~5 from the? preferred|successful|winning|recommended|highest ~6 after|before|prior",
            "prior|before ~6 award ~4 successful|preferred|winning|recommended bidder|tenderer|supplier|contractor|provider ~6 provide|submit|send|produce|supply",
            "self certify|certification|declare|declaration ~40 evidence|certificates|documents|proof ~8 preferred|successful|winning|recommended",
            "evidence|certificates|policies ~6 verified|checked|sought|requested|collected only? before|prior ~2 award",
        ],
    ),
];

/// Evidence that only the winner sends.
const STATEMENT: Statement = Statement::new("process.winner_only_evidence", WINNER).stance(Stance::Offered);

/// Evidence that is not to be sent with the bid.
pub fn winner(passage: &Passage, facts: &mut Facts) {
    let later = || Some(passage.first(NOT_WITH_BID)?).filter(|at| !passage.says_before(at.start, 2, "if|where"));
    if let Some(fact) = STATEMENT.read(passage) {
        facts.add(fact);
    } else if let Some(at) = later() {
        facts.add(Fact::new("process.winner_only_evidence", passage.evidence(&[&at])).stance(Stance::Offered));
    }
}

/// A certificate and the word that says it is to be held stand within so many tokens.
const HOLD_REACH: usize = 24;
/// For regulators, whose names stand everywhere in care contracts.
const REGULATOR_REACH: usize = 7;

/// What follows a question in a block of at most so many tokens is said of it.
const SHORT_QUESTION: usize = 60;

/// What says of a list how strongly all of it is asked for has no more tokens.
const MOST_OF_LABEL: usize = 8;

/// "or" between two schemes makes them alternatives over so many tokens.
const EITHER_REACH: usize = 36;

/// A scheme where a passage names it.
struct Named {
    name: &'static str,
    group: Group,
    at: Range<usize>,
}

/// The marks of all schemes: most cues of a passage have another.
const OF_SCHEMES: Marks = {
    let (mut all, mut at) = (Marks::NONE, 0);
    while at < SCHEMES.len() {
        all = all.with(SCHEMES[at].cue);
        at += 1;
    }
    all
};

/// The schemes that a passage names, in order, each once.
fn named(passage: &Passage) -> Vec<Named> {
    let mut out: Vec<Named> = vec![];
    for hit in passage.all_hits() {
        let at = hit.range();
        if hit.cue == STANDARD {
            out.extend(standards(passage, &at));
            continue;
        }
        let scheme = Some(hit.cue).filter(|cue| OF_SCHEMES.may_have(*cue));
        let Some(scheme) = scheme.and_then(|cue| SCHEMES.iter().find(|s| s.cue == cue)) else { continue };
        if written(passage, &at, scheme.written) {
            out.push(Named { name: scheme.name, group: scheme.group, at });
        }
    }
    // "Cyber Essentials" in "Cyber Essentials Plus", "Care Inspectorate" in "Care Inspectorate Wales".
    let within = |a: &Named, b: &Named| a.at.start >= b.at.start && a.at.end <= b.at.end && a.at.len() < b.at.len();
    let covered: Vec<bool> = out.iter().map(|a| out.iter().any(|b| within(a, b))).listed();
    let mut covered = covered.into_iter();
    out.retain(|_| !covered.next().unwrap_or(false));
    let mut seen: Vec<&str> = vec![];
    out.retain(|n| {
        let new = !seen.contains(&n.name);
        seen.push(n.name);
        new
    });
    out
}

fn written(passage: &Passage, at: &Range<usize>, written: Written) -> bool {
    let word = passage.tokens().word(at.start);
    let capital = word.starts_with(is_capital);
    match written {
        Written::Freely => true,
        Written::Capital => capital,
        // Names that are written out are told by their words.
        Written::Capitals => at.len() > 1 || !word.contains(is_small),
    }
}

/// The standards behind an "ISO": "ISO 9001:2015, 14001 and 45001", "ISO/IEC 27001".
fn standards(passage: &Passage, at: &Range<usize>) -> Vec<Named> {
    let tokens = passage.tokens();
    let mut out = vec![];
    let mut i = at.end;
    let joins = |i: usize| {
        matches!(
            tokens.kind(i),
            Some(TokenKind::Comma | TokenKind::Slash | TokenKind::Dash | TokenKind::Semicolon | TokenKind::Other)
        ) || tokens.is(i, "iec|en|bs|and|or|iso|ohsas|standard|standards|number|plus|both")
    };
    while i < passage.range.end && tokens.same_cell(i) {
        if tokens.kind(i) == Some(TokenKind::Number) {
            let number = tokens.word(i);
            let known = STANDARDS.iter().find(|s| s.0 == number).map(|s| s.1);
            let pas = (number == "91" && tokens.is(at.start, "pas")).then_some("PAS 91");
            let Some(name) = known.or(pas) else { break };
            out.push(Named { name, group: Group::Certificate, at: (if out.is_empty() { at.start } else { i })..i + 1 });
            // The year of the edition, the number of the part.
            i += 1;
            while matches!(tokens.kind(i), Some(TokenKind::Colon | TokenKind::Dash))
                && tokens.kind(i + 1) == Some(TokenKind::Number)
            {
                i += 2;
            }
        } else if joins(i) && (i == at.end || !tokens.is(i, "iso|ohsas")) {
            i += 1;
        } else {
            break;
        }
    }
    out
}

/// Schemes, one fact each.
pub fn schemes(passage: &Passage, facts: &mut Facts) {
    let named = named(passage);
    let Some(first) = named.first() else { return };
    if passage.has_condition(Condition::ForInformation) {
        return;
    }
    let fallback = passage.first(IF_NOT_HELD).filter(|h| h.start < first.at.start);
    let one_of = alternatives(passage, &named);
    let questions = passage.questions();
    let after = passage.after().is_some_and(|a| a.has(IF_NOT_HELD)) || or_follows(passage);
    let other_way = !passage.has(NO_OTHER_WAY) && (fallback.is_some() || after || passage.has(OTHER_WAY));
    let gated = gated(passage);
    for scheme in &named {
        let at = &scheme.at;
        let place = || passage.place(&[at]);
        let asked_about = || questions.iter().any(|q| q.start <= place().start && place().end <= q.end);
        // "Is ISO 9001 essential? Equivalents will be accepted."
        let answered = asked_about()
            && passage.says("accept|accepted|acceptable")
            && !passage.says("no|not|cannot")
            && equivalent(passage);
        let stance = match &fallback {
            Some(_) => Some(Stance::Required),
            None if gated || answered => Some(Stance::Required),
            None if conditional(passage, at) => None,
            None => stance(passage, scheme, first),
        };
        let Some(stance) = stance else { continue };
        // "The Council is an accredited Living Wage Employer and asks its suppliers to …"
        let of_buyer =
            passage.each(BUYER).any(|b| b.before(at, 4) && passage.tokens().is(b.end, "is|has|holds|became"));
        let of_buyer = of_buyer || passage.whose(at) == Some(Whose::Buyer);
        if of_buyer || passage.law_says(at) || !gated && !answered && asked_about() {
            continue;
        }
        let asked = matches!(stance, Stance::Required | Stance::Preferred);
        let judged = asked && scheme.group != Group::Regulator;
        let equivalent = fallback.is_some() || equivalent(passage);
        let mut fact = Fact::new("accreditation.scheme", passage.evidence(&[at]))
            .named(scheme.name)
            .stance(stance)
            .lot(passage.lot(at.start))
            .timing(passage.timing().filter(|_| asked))
            .equivalent(judged.then_some(equivalent))
            .conditions(passage.conditions().filter(|c| matches!(c, Condition::IfApplicable | Condition::WinnerOnly)));
        if scheme.group == Group::Regulator && passage.has(RATING) {
            fact = fact.detail("rating", "good");
        }
        if let Some(names) = one_of.as_ref().filter(|names| names.split(',').any(|n| n.trim_start() == scheme.name)) {
            fact = fact.detail("one_of", names.clone());
        }
        if judged && other_way {
            fact = fact.detail("instead", "other_evidence");
        }
        facts.add(fact);
    }
}

/// "… or equivalent. OR a documented policy": the next sentence or line begins with another way.
fn or_follows(passage: &Passage) -> bool {
    let reading = passage.reading;
    let below = || Some(passage.block + 1).filter(|&b| b < reading.document.blocks.len()).map(|b| reading.whole(b));
    let row = passage.in_row();
    let next = passage.after().or_else(|| below().filter(|_| !row));
    next.is_some_and(|next| {
        let or = next.tokens().is(next.range.start, "or");
        or && (next.range.len() <= 2 || next.says("policy|policies|procedures|arrangements|evidence|system"))
    })
}

/// Schemes with an "or" between them: any of them will do.
fn alternatives(passage: &Passage, named: &[Named]) -> Option<String> {
    let tokens = passage.tokens();
    let between = |i: usize| named[i].at.between(&named[i + 1].at);
    let either = |i: usize| {
        let or = |k: usize| tokens.is(k, "or") && !tokens.is(k + 1, "equivalent|similar|an");
        between(i).len() <= EITHER_REACH && between(i).any(or)
    };
    let last = (0..named.len().saturating_sub(1)).rev().find(|&i| either(i))?;
    // What stands in front with nothing but a comma belongs to the list.
    let listed = |i: &usize| between(*i).all(|k| tokens.kind(k) == Some(TokenKind::Comma));
    let first = (0..last).rev().take_while(listed).last().unwrap_or(last);
    Some(crate::words::joined(&named[first..=last + 1].iter().map(|n| n.name).listed(), ", "))
}

/// How strongly it is asked for, where it is to be held at all.
fn stance(passage: &Passage, scheme: &Named, first: &Named) -> Option<Stance> {
    let at = &scheme.at;
    let regulator = scheme.group == Group::Regulator;
    let reach = if regulator { REGULATOR_REACH } else { HOLD_REACH };
    let near = |h: &Range<usize>, at: &Range<usize>| {
        let between = h.between(at);
        between.len() <= reach && !passage.clause_breaks_hard(between)
    };
    // "must hold the following: CHAS; ISO 9001": what is said of the first of a list is said of all.
    let held = passage.each(HOLD).any(|h| near(&h, at) || h.end <= first.at.start && near(&h, &first.at))
        || passage.says_before(at.start, 1, "demonstrate")
        || regulator && passage.each(RATING).any(|h| near(&h, at));
    if column(passage, |head| head.has(MUST)) == Some(false) {
        return None;
    }
    let bare = passage.range.len() <= at.len() + 8;
    // "Mandatory: CHAS; ISO 9001", "Pass/fail requirements:" above a list of them.
    let tokens = passage.tokens();
    let parted = |i: usize| !tokens.same_cell(i) || tokens.kind(i) != Some(TokenKind::Word);
    let begins = |i: usize| !tokens.same_cell(i) || parted(i - 1);
    let short = |p: Passage| {
        let asks = p.has_any(&[MUST, SHOULD, GATE]) && !p.has(NEED_NOT) && !p.says("about|to|how|with");
        p.range.len() <= MOST_OF_LABEL && asks
    };
    let labelled = || {
        let colon = tokens.kind(first.at.start.wrapping_sub(1)) == Some(TokenKind::Colon);
        let before = || passage.part(passage.range.start..first.at.start);
        (colon || !tokens.same_cell(first.at.start)) && short(before()) || passage.lead_ins().next().is_some_and(short)
    };
    let item = begins(at.start) && parted(at.end);
    let listed = bare && passage.lead_in_has(HOLD) || item && labelled();
    let around = listed || passage.context_has(ACCREDITATION);
    let field = passage.first(SELECTION).is_some_and(|s| s.start == passage.range.start);
    let selection = field || passage.context_has(SELECTION);
    let said = passage.stance(at);
    if !(held
        || around
        || selection && (bare || field) && !regulator
        || bare && said == Some(Stance::RuledOut)
        || direct(passage, at))
    {
        return None;
    }
    match said.or_else(|| passage.stance_or_lead(at)) {
        Some(Stance::Offered) if !passage.has(SEND) => None,
        Some(Stance::Offered) => Some(Stance::Required),
        Some(stance) => Some(stance),
        None => {
            let heads = passage.context().find_map(|c| c.stance(&(c.range.end..c.range.end)));
            match heads {
                Some(stance @ (Stance::Required | Stance::Preferred)) => Some(stance),
                _ if passage.says("expect|expects") => Some(Stance::Preferred),
                // "Work to be done by an NICEIC approved contractor", "contractor to hold CHAS"
                _ if held
                    && !regulator
                    && (passage.says_before(at.start, 3, "by|using")
                        || passage.says_before(at.start, 2, "hold|be")) =>
                {
                    Some(Stance::Required)
                }
                _ if selection || held && (passage.has(SEND) || passage.lead_in_has(SEND)) => Some(Stance::Required),
                _ => None,
            }
        }
    }
}

/// Yes or no in the first column of a row with such a head: "Required", "Equivalent accepted".
fn column(passage: &Passage, head: impl Fn(&Passage) -> bool) -> Option<bool> {
    let fits = |cell: &(u16, Passage)| passage.head_at(cell.1.range.start).is_some_and(|h| head(&h));
    let (_, cell) = passage.cells().find(fits)?;
    cell.answers(cell.range.start).first().map(|a| a.0)
}

/// "Cyber Essentials is required": the scheme itself is what must be there.
fn direct(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    passage.has_behind(MUST, at, 2)
        || (tokens.is(at.end, "is") || passage.range.end - at.end <= 5) && passage.has_behind(SHOULD, at, 2)
}

/// "Do you hold it? Pass/fail", "Is it held? (If no, the bid is rejected.)"
fn gated(passage: &Passage) -> bool {
    let question = passage.text().as_bytes().contains(&b'?');
    let near = || passage.has(GATE) || passage.head_row_has(GATE);
    let block = passage.reading.whole(passage.block);
    question && (near() || block.range.len() <= SHORT_QUESTION && block.has(GATE))
}

/// "If you hold ISO 9001", "Do you hold it?" with nothing that hangs on the answer.
fn conditional(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let if_held = passage.each(IF_HELD).any(|h| h.start < at.start && h.between(at).len() <= HOLD_REACH);
    // "Confirm that you: have a licence"
    let begins = tokens.is(passage.range.start, "do|does|are|is|has|have|can") && passage.lead_ins().next().is_none();
    let question = passage.asks() || begins;
    let must = passage.has(MUST) && passage.stance(at) == Some(Stance::Required);
    if_held && !passage.each(MUST).any(|h| h.end <= at.start && h.between(at).len() <= 6)
        || question && !(must && passage.row_label().is_some())
}

/// Whether something else than the certificate will do, by these words or those around.
fn equivalent(passage: &Passage) -> bool {
    let open = |p: &Passage| {
        p.has_condition(Condition::OrEquivalent) || p.has_condition(Condition::OtherEvidence) || p.has(OTHER_WAY)
    };
    let equivalents = |head: &Passage| head.says("equivalent|equivalents|alternative|alternatives");
    if let Some(answer) = column(passage, equivalents) {
        return answer;
    }
    if passage.has(NO_OTHER_WAY) {
        return false;
    }
    let next = passage
        .after()
        .is_some_and(|a| !a.has(NO_OTHER_WAY) && (a.has_condition(Condition::OrEquivalent) || a.has(IF_NOT_HELD)));
    let refused = passage.after().is_some_and(|a| a.has(NO_OTHER_WAY));
    !refused && (open(passage) || next || passage.lead_ins().chain(passage.head_row()).any(|p| open(&p)))
}

/// "Equivalents of the above are accepted": said of no scheme by name.
pub fn equivalents(passage: &Passage, facts: &mut Facts) {
    let head = matches!(passage.kind(), Kind::Row { .. } | Kind::Heading { .. });
    let of_papers = passage.has(ACCREDITATION) && !head;
    let accepted = passage.has_condition(Condition::OrEquivalent) && !passage.has(NO_OTHER_WAY);
    if of_papers && accepted && named(passage).is_empty() && passage.stance(&passage.range) != Some(Stance::RuledOut) {
        let tokens = passage.tokens();
        let Some(at) = passage.range.clone().find(|&i| tokens.is(i, "equivalent|equivalents")) else { return };
        if passage.says("accepted|acceptable|considered|welcome|accept") {
            facts.add(
                Fact::new("accreditation.equivalents", passage.evidence(&[&(at..at + 1)])).stance(Stance::Offered),
            );
        }
    }
}
