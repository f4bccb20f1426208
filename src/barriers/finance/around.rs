//! What stands around a financial demand and says how strictly it is meant; shared by the themes.

use std::ops::Range;

use crate::document::Kind;
use crate::fact::Stance;
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::stance::{MUST, NEED_NOT};
use crate::language::whose::Whose;
use crate::list::Listed;
use crate::report::Severity;

/// The part of the documents where buyers say what they ask of bidders' finances.
pub const STANDING: Cue = Cue::named("finance.standing");
/// Words by which a buyer asks for something to be sent or shown.
pub const ASK: Cue = Cue::aside("finance.ask");
/// What happens to those who do not meet it.
pub const FAIL: Cue = Cue::aside("finance.fail");
/// Words that make what follows a case among others.
pub const IF: Cue = Cue::aside("finance.if");
/// The case of those who do not meet it.
const SHORTFALL: Cue = Cue::aside("finance.shortfall");
/// What they may show instead.
const EXPLAIN: Cue = Cue::aside("finance.explain");

/// The cues of what stands around.
pub const CUES: &CueList = &[
    (
        STANDING,
        &[
            "economic ~1 financial capability|position",
            "economic|financial standing|capacity|stability|strength|viability|criteria|assessment|requirements|evaluation|thresholds",
            "minimum level|levels|standard|standards|requirement|requirements|criteria",
            "selection criteria|criterion|questionnaire|stage|requirements|statement|statements",
            "conditions|condition of participation",
            "suitability assessment|questions|criteria|questionnaire",
            "pass|passed or? fail|failed",
            "financial test|tests",
            "turnover threshold|thresholds|requirement|requirements",
        ],
    ),
    (
        ASK,
        &[
            "provide|provides|submit|submits|supply|supplies|send|sends|enclose|attach|upload|furnish|produce|include|forward|return",
            "ask|asks|asked|asking for",
            "look|looks|looking for",
            "we|council|authority|trust|board|university expect|expects|seek|seeks|want|wants|set|sets",
            "evidence|proof|copy|copies|sight of",
            "demonstrate|demonstrates|demonstrating|confirm|confirms|certify|declare|declares|state|show",
            "need|needs|accept|accepts",
            "min",
            "set at",
            "to exceed",
        ],
    ),
    (
        FAIL,
        &[
            "rejected|excluded|disqualified|deselected|eliminated|ineligible|reject|exclude|disqualify",
            "not ~2 be ~2 considered|evaluated|assessed|accepted|invited|shortlisted|selected|taken|appointed|progressed",
            "not ~2 proceed|progress|eligible|pass|qualify|taken",
            "to pass",
            "fail|fails|failed",
            "pass|passed or? fail|failed",
            "pass mark",
            "result|lead in|to exclusion|rejection",
            "not ~1 consider|accept|invite|shortlist|evaluate|appoint",
            "only ~16 considered|eligible|invited|accepted|shortlisted",
            "must|shall|will not return|show",
            "is|be|as a pass",
        ],
    ),
    (IF, &["if|where|whose|when|unless|wherever|whenever", "should any|a|an|you|the|no"]),
    (
        SHORTFALL,
        &[
            "if|where|unless|when|instead|otherwise|alternatively",
            "less|lower|below|under|short|shortfall",
            "not|cannot|unable|fails|fail|falls|marginal|without",
            "any|a|each ~2 bidder|tenderer|supplier|organisation|applicant|candidate with|whose|which|that",
        ],
    ),
    (
        EXPLAIN,
        &[
            "alternative|alternatives|additional|further|other|supporting|suitable|different|more|appropriate ~1 evidence|information|assurance|assurances|documentation|documents|document|factors|security|guarantee|means",
            "explanation|explanations|mitigation|mitigating|mitigate|mitigated",
            "explain|justify|clarify",
            "discretion",
            "case by case",
            "discuss|contact|talk ~3 with|to? ~1 bidder|tenderer|supplier|organisation|you|them|applicant|candidate",
            "tell us how|why|what",
            "into account|consideration",
            "ask|asked|seek|request|invite|invited|requested ~6 information|evidence|accounts|assurance|assurances",
            "guarantee|letter|forecast|statement|evidence ~6 may|will|can ~1 accepted|considered",
            "one|any|some of the following",
        ],
    ),
];

/// The word "lot".
pub const LOT: Cue = Cue::named("language.lot");

/// Passages behind one that still speak of the same demand.
const NEAR: usize = 4;

/// How strongly the thing at `at` is asked for, by its own words or by what stands around; none where nothing asks.
///
/// `nouns` are the cues of other things of the kind: a negation that stands nearer to one of them is about that.
pub fn demand(passage: &Passage, at: &Range<usize>, nouns: &[Cue]) -> Option<Stance> {
    if ruled_out(passage, at, nouns) {
        return Some(Stance::RuledOut);
    }
    if ruled_out_for_some(passage, at) {
        return None;
    }
    match passage.stance(at) {
        Some(stance @ (Stance::Required | Stance::Preferred)) => return Some(stance),
        // A negation of something else says nothing of this.
        Some(Stance::RuledOut) if passage.has(MUST) => return Some(Stance::Required),
        _ => {}
    }
    let asks = passage.has_any(&[STANDING, FAIL, ASK]) || asked_around(passage);
    asks.then_some(Stance::Required)
}

/// Whether the words around a passage ask for what is in it.
pub fn asked_around(passage: &Passage) -> bool {
    if !passage.may_concern(&[MUST, STANDING]) {
        return false;
    }
    let strict = |p: &Passage| p.has_any(&[MUST, STANDING]);
    let heads = passage.row_label().into_iter().chain(passage.head_row());
    heads.chain(passage.lead_ins()).any(|p| strict(&p))
        || passage.headings().any(|h| h.has_any(&[STANDING, MUST]))
        || field_name(passage).is_some_and(|name| strict(&name))
}

/// The name of the field that a passage belongs to, as a passage.
pub fn field_name<'r>(passage: &Passage<'r>) -> Option<Passage<'r>> {
    let length = passage.field()?.len();
    let whole = passage.reading.whole(passage.block);
    let end = whole.tokens().all.partition_point(|t| (t.start as usize) < length);
    Some(whole.part(0..end))
}

/// Whether a case among others is spoken of: "If you are not obliged to publish accounts, …".
fn in_a_case(passage: &Passage, before: usize) -> bool {
    passage.hits(IF).any(|h| {
        let h = h.range();
        h.end <= before && before - h.end <= 12 && !passage.clause_breaks(h.end..before)
    })
}

/// Whether only some are let off.
fn ruled_out_for_some(passage: &Passage, at: &Range<usize>) -> bool {
    passage.negated(at) && passage.hits(NEED_NOT).any(|h| in_a_case(passage, h.range().start))
}

/// Whether a negation is about the thing at `at` and not about another that stands nearer to it.
pub fn ruled_out(passage: &Passage, at: &Range<usize>, nouns: &[Cue]) -> bool {
    let tokens = passage.tokens();
    let no =
        at.start.checked_sub(1).is_some_and(|i| passage.range.contains(&i) && tokens.is(i, "no|without|nor|neither"));
    // "neither a bond nor a parent company guarantee"
    let article = at
        .start
        .checked_sub(2)
        .is_some_and(|i| passage.range.contains(&i) && tokens.is(i, "nor|neither") && tokens.is(i + 1, "a|an|any"));
    // "No performance bond or parent company guarantee"
    let listed = tokens.is(at.start.wrapping_sub(1), "or|nor")
        && passage
            .all_hits()
            .filter(|h| nouns.contains(&h.cue) && h.end as usize + 1 == at.start)
            .any(|h| tokens.is((h.first as usize).wrapping_sub(1), "no|neither"));
    if (no || article || listed) && !in_a_case(passage, at.start) {
        return true;
    }
    if passage.answered_no(at) {
        return true;
    }
    let other = |between: Range<usize>| {
        let within = |r: Range<usize>| between.start <= r.start && r.end <= between.end;
        passage.all_hits().any(|h| nouns.contains(&h.cue) && within(h.range()))
    };
    passage.hits(NEED_NOT).any(|h| {
        let h = h.range();
        if in_a_case(passage, h.start) || passage.names_anew(&h, at) {
            false
        } else if h.end <= at.start {
            let between = h.end..at.start;
            between.len() <= 9 && !passage.clause_breaks(between.clone()) && !other(between)
        } else if h.start >= at.end {
            let between = at.end..h.start;
            // "a turnover of £1m is required and accounts need not be sent"
            let settled = passage.hits(MUST).any(|m| between.contains(&m.range().start) && m.range().end <= h.start);
            between.len() <= 9 && !settled && !passage.clause_breaks(between.clone()) && !other(between)
        } else {
            true
        }
    })
}

/// Whether the thing is the buyer's own.
pub fn buyers_own(passage: &Passage, at: &Range<usize>) -> bool {
    let asked = passage.hits(MUST).any(|h| h.range().end <= at.start && at.start - h.range().end <= 4);
    !asked && passage.whose(at) == Some(Whose::Buyer)
}

/// The passage with those behind it that still speak of the same: the next sentences, or the next paragraphs.
pub fn near<'r>(passage: &Passage<'r>) -> Vec<Passage<'r>> {
    let mut out = vec![passage.clone()];
    let mut last = passage.clone();
    for _ in 0..NEAR {
        let next = last.after().or_else(|| {
            let block = last.block + 1;
            let more = last.reading.document.blocks.get(block)?;
            let plain = matches!(more.kind, Kind::Paragraph | Kind::ListItem { .. });
            plain.then(|| last.reading.whole(block))
        });
        let Some(next) = next else { break };
        out.push(next.clone());
        last = next;
    }
    out
}

/// The nouns of the themes, by theme.
const THEMES: [&[Cue]; 4] = [
    &[Cue::named("finance.turnover"), Cue::named("finance.income")],
    &[
        Cue::named("finance.agency"),
        Cue::named("finance.credit-check"),
        Cue::named("finance.score"),
        Cue::named("finance.risk-score"),
    ],
    &[
        Cue::named("finance.ratio.current"),
        Cue::named("finance.ratio.acid-test"),
        Cue::named("finance.ratio.gearing"),
        Cue::named("finance.net-assets"),
    ],
    &[Cue::named("finance.accounts"), Cue::named("finance.trading")],
];

/// Whether a passage leaves the theme of another for one of its own.
fn turns(from: &Passage, to: &Passage) -> bool {
    let shared = THEMES.iter().any(|theme| from.has_any(theme) && to.has_any(theme));
    let themed = |p: &Passage| THEMES.iter().any(|theme| p.has_any(theme));
    !shared && themed(from) && themed(to)
}

/// Whether those who do not meet a demand may explain themselves or show something else.
pub fn may_explain(passage: &Passage) -> bool {
    passage.has_condition(Condition::OtherEvidence)
        || near(passage).iter().take_while(|p| !turns(passage, p)).any(|p| p.has(EXPLAIN) && p.has(SHORTFALL))
}

/// What softens a financial demand: the conditions of its own words, and the way out that is offered behind them.
pub fn conditions(passage: &Passage) -> Vec<Condition> {
    let own = passage.conditions().filter(|c| !matches!(c, Condition::ForInformation | Condition::OrCommitToObtain));
    let mut out: Vec<Condition> = own.listed();
    if !out.contains(&Condition::OtherEvidence) && may_explain(passage) {
        out.push(Condition::OtherEvidence);
    }
    out
}

/// One step less grave.
pub fn softer(severity: Severity) -> Severity {
    match severity {
        Severity::High => Severity::Medium,
        _ => Severity::Low,
    }
}

/// The lot that the thing at `at` is for.
///
/// Notices put what they ask of every bidder behind the description of the last lot, under no heading of its own.
pub fn lot(passage: &Passage, at: usize) -> Option<String> {
    let lot = passage.lot(at)?;
    let near = |p: &Passage| p.has(LOT);
    let told = near(passage)
        || passage.row_label().into_iter().chain(passage.head_row()).chain(passage.lead_ins()).any(|p| near(&p));
    let general = field_name(passage).into_iter().chain(passage.lead_ins()).any(|p| p.has(STANDING));
    (told || !general).then_some(lot)
}

/// Whether it asks a question: "Could you provide a guarantee?"
pub fn question(passage: &Passage) -> bool {
    passage.asks()
}
