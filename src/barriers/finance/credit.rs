//! Credit: checks by an agency, and the score to reach.

use std::ops::Range;

use super::around::{self, FAIL, buyers_own, demand, ruled_out};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::cue::{Cue, CueList, Hit};
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::stance::MUST;
use crate::language::token::TokenKind;
use crate::list::Listed;
use crate::report::{Place, Severity};
use crate::words::grouped;

/// Agencies by name, as documents write them.
const AGENCY: Cue = Cue::named("finance.agency");
/// Dun & Bradstreet in short.
const INITIALS: Cue = Cue::named("finance.agency-initials");
/// Checks of credit, without a name.
const CHECK: Cue = Cue::named("finance.credit-check");
/// Scores and ratings.
const SCORE: Cue = Cue::named("finance.score");
/// Scores that are of credit only where the passage says so: "risk score", "rating".
const RISK: Cue = Cue::named("finance.risk-score");
/// Credit and checks that are another matter: insurers, tenants, staff, service credits.
const OTHER: Cue = Cue::aside("finance.other-credit");
/// Scores in words.
const GRADE: Cue = Cue::named("finance.grade");
/// What an agency is used for.
const USE: Cue = Cue::aside("finance.credit-use");

/// Bidders whom no agency scores.
const UNSCORED: Cue = Cue::named("finance.unscored");
/// Watched while the contract runs, not tested when bids are chosen.
const WATCHED: Cue = Cue::aside("finance.watched");

/// The theme's cues.
pub const CUES: &CueList = &[
    (
        UNSCORED,
        &[
            "not ~4 registered|listed|rated|scored|covered ~6 safe|creditsafe|agency|experian|bradstreet|equifax",
            "not ~3 have|hold ~3 score|rating",
            "no ~4 score|rating is? available|held|exists",
            "without a ~3 score|rating",
        ],
    ),
    (WATCHED, &["credit rating threshold|thresholds", "financial distress", "credit rating ~2 monitored|monitoring"]),
    (
        GRADE,
        &[
            "average|low|moderate|high|minimal|acceptable|satisfactory risk",
            "risk of? low|moderate|average|acceptable",
            "or better",
        ],
    ),
    (
        AGENCY,
        &[
            "dun|dunn ~1 bradstreet",
            "experian|experians|equifax|equifaxs|creditsafe|creditsafes|scotbis|graydon|delphi",
            "credit safe",
            "company watch",
            "supplier evaluation risk",
            "moodys analytics",
        ],
    ),
    (INITIALS, &["d ~1 b"]),
    (
        CHECK,
        &[
            "credit check|checks|checking|report|reports|reference|references|search|searches|assessment|vetting|worthiness|enquiry|file",
            "credit scoring check?",
            "credit rating|reference agency|agencies|bureau",
            "rating agency|agencies",
            "creditworthiness|creditworthy",
            "financial|finance check|checks|vetting|appraisal",
            "independent financial|credit report|reports|check|checks",
            "risk report|reports",
        ],
    ),
    (
        SCORE,
        &[
            "credit rating? score|scores|rating|ratings|limit|threshold|index",
            "failure score|scores|rating",
            "financial risk? score|rating|strength",
            "delphi|stability|solvency|insolvency|delinquency|paydex|bradstreet|equifax|experian|creditsafe score|scores|rating",
            "h score",
        ],
    ),
    (RISK, &["risk indicator|level|band|category", "risk? score|scores|scoring|rating|threshold"]),
    (
        OTHER,
        &[
            "insurer|insurers|insurance|insured",
            "service credit|credits",
            "credit|credits note|notes|against|card|cards|control|transfer|union|unions|hours",
            "carbon|kpi|training|academic credit|credits",
            "tenant|tenants|resident|residents|staff|employees|personnel|employee|volunteers|individuals ~6 credit",
            "credit ~6 tenant|tenants|resident|residents|staff|employees|personnel|employee|volunteers",
            "bs7858|baseline|screening",
            "customers|customer credit",
        ],
    ),
    (
        USE,
        &[
            "use|uses|used|using|search|searches|check|checks|checked|obtain|obtained|obtains|undertake|undertaken|run|ran|assess|assesses|assessed|consult|consulted",
            "look up",
            "report|reports|rating by|from|of|provided",
        ],
    ),
];

/// No agency's score is higher.
const MOST: f64 = 1_000.0;
/// Tokens that a score may stand behind its noun.
const REACH: usize = 14;

/// Reads a passage.
pub fn read(passage: &Passage, facts: &mut Facts) {
    let agencies = agencies(passage);
    check(passage, &agencies, facts);
    score(passage, !agencies.is_empty(), facts);
}

/// The agencies that a passage names: name and place.
fn agencies(passage: &Passage) -> Vec<(String, Range<usize>)> {
    let blanks = |text: &str| crate::words::joined(&text.split_whitespace().listed(), " ");
    let named = passage.hits(AGENCY).map(|h| {
        let text = blanks(passage.slice(&h.range()));
        let text = crate::words::owner(&text).to_owned();
        let ser = passage.tokens().is(h.first as usize, "supplier");
        (if ser { "SER".to_owned() } else { text }, h.range())
    });
    let initials = passage.hits(INITIALS).map(Hit::range).filter(|r| {
        let text = passage.slice(r).replace(' ', "");
        text == "D&B"
    });
    let mut out: Vec<(String, Range<usize>)> = named.listed();
    if out.is_empty() {
        out.extend(initials.map(|r| ("Dun & Bradstreet".to_owned(), r)));
    }
    out
}

/// Credit checks.
fn check(passage: &Passage, agencies: &[(String, Range<usize>)], facts: &mut Facts) {
    let Some(at) = agencies.first().map(|a| a.1.clone()).or_else(|| passage.first(CHECK)) else { return };
    let used = passage.hits(USE).chain(passage.hits(CHECK)).map(Hit::range).find(|u| {
        let between = if u.end <= at.start { u.end..at.start } else { at.end..u.start.max(at.end) };
        between.len() <= 14 && !passage.clause_breaks(between)
    });
    // "The Experian rating must be better than high risk" is a test without a number.
    let rated = passage.first(SCORE).filter(|_| passage.has(MUST) && passage.has(GRADE) || passage.has(FAIL));
    let used = used.or_else(|| rated.clone());
    let listed = passage.range.len() <= 5 && passage.headings().any(|h| h.has_any(&[CHECK, SCORE]));
    if used.is_none() && !listed || another(passage, &at) || buyers_own(passage, &at) && !passage.has(CHECK) {
        return;
    }
    if ruled_out(passage, &at, &[]) {
        facts.add(Fact::new("finance.credit_check", passage.whole_place()).stance(Stance::RuledOut));
        return;
    }
    // Without an agency, the buyer's checks count only where finances are the matter.
    let about = !agencies.is_empty()
        || passage.has(CHECK)
            && (passage.has_any(&[FAIL, MUST, around::ASK]) || around::asked_around(passage) || used.is_some());
    if !about || around::question(passage) {
        return;
    }
    // The passing of a check decides where failing it means going out; a score to reach is a fact of its own.
    let fails = passage.first(FAIL).filter(|f| f.end.max(at.end) - f.start.min(at.start) <= 60);
    let words: Vec<&Range<usize>> = [Some(&at), used.as_ref(), fails.as_ref()].into_iter().flatten().listed();
    let mut fact = Fact::new("finance.credit_check", passage.place(&words)).stance(Stance::Required);
    if let Some((name, _)) = agencies.first() {
        fact = fact.named(name.clone());
    }
    if decides(passage) || rated.is_some() {
        fact = fact.detail("decides", "yes");
    }
    facts.add(fact.conditions(around::conditions(passage)));
}

/// Whether the credit of others is spoken of near a place: an insurer's, a tenant's.
fn another(passage: &Passage, at: &Range<usize>) -> bool {
    passage.in_clause(OTHER, at, 8)
}

/// Whether the check decides on its own: a bad report means going out.
fn decides(passage: &Passage) -> bool {
    passage.has(FAIL)
}

/// Scores to reach.
fn score(passage: &Passage, agency: bool, facts: &mut Facts) {
    let context = || {
        let credit = |p: &Passage| p.has_any(&[CHECK, SCORE, AGENCY]);
        let block = passage.reading.whole(passage.block);
        agency
            || credit(&block)
            || passage.has_any(&[CHECK, SCORE])
            || passage.context().any(|p| credit(&p))
            || passage.before().is_some_and(|b| credit(&b))
    };
    let nouns: Vec<Range<usize>> = passage.hits(SCORE).chain(passage.hits(RISK)).map(Hit::range).listed();
    if nouns.is_empty() && !passage.head_row_has(SCORE) || !context() {
        return;
    }
    // A duty to tell of a fall is no test to pass.
    let tells = passage.says("notify|notifies|inform|warn");
    if tells && !passage.has(FAIL) {
        return;
    }
    let watched = !passage.has(FAIL) && passage.concerns(WATCHED);
    let noted = |fact: Box<Fact>| match () {
        () if watched => fact.detail("during", "contract"),
        () if around::near(passage).iter().any(|p| p.has(UNSCORED)) => fact.detail("unscored", "other_evidence"),
        () => fact,
    };
    if let Some((value, place)) = below_label(passage, &nouns) {
        let fact = Fact::new("finance.credit_score", place).amount(value, "score").stance(Stance::Required);
        facts.add(noted(fact));
        return;
    }
    for spotted in passage.quantities() {
        let Quantity::Number(value) = spotted.what else { continue };
        let at = spotted.range();
        let noun =
            nouns.iter().rfind(|n| n.end <= at.start && at.start - n.end <= REACH && !ends(passage, n.end..at.start));
        let ahead = nouns.iter().find(|n| n.start >= at.end && n.start - at.end <= 3);
        let head = passage.head_at(at.start).filter(|h| h.has(SCORE));
        let span = match (noun, ahead, &head) {
            (Some(n), ..) => n.start..at.end,
            (None, Some(n), _) => at.start..n.end,
            (None, None, Some(_)) => at.clone(),
            _ => continue,
        };
        let digits = passage.tokens().kind(at.start) == Some(TokenKind::Number);
        if !digits || !(1.0..=MOST).contains(&value) || on_scale(passage, &at) || another(passage, &span) {
            continue;
        }
        let Some(stance) = demand(passage, &span, &[]) else { continue };
        if stance == Stance::RuledOut || !compared(passage, &at) && head.is_none() {
            continue;
        }
        let fact = Fact::new("finance.credit_score", passage.place(&[&span])).amount(value, "score").stance(stance);
        facts.add(noted(fact.conditions(around::conditions(passage))));
        return;
    }
}

/// A score by itself below its label: a table of which only the cells are left, one below the other.
fn below_label(passage: &Passage, nouns: &[Range<usize>]) -> Option<(f64, Place)> {
    const CELLS: usize = 3;
    const SHORT: usize = 4;
    let label = nouns.iter().any(|n| n.len() + 1 >= passage.range.len()) && passage.has(SCORE);
    let paragraph = |p: &Passage| !p.in_row();
    if !label || !paragraph(passage) {
        return None;
    }
    let below = (passage.block + 1..passage.reading.document.blocks.len()).take(CELLS);
    let cells = below.map(|b| passage.reading.whole(b)).take_while(|p| paragraph(p) && p.range.len() <= SHORT);
    let mut scores = cells.filter_map(|cell| {
        let value = cell.numbers().find(|(n, at)| *at == cell.range && (1.0..=MOST).contains(n))?.0;
        Some((value, cell.whole_place()))
    });
    scores.next()
}

/// Whether a thought ends in a range of tokens.
fn ends(passage: &Passage, range: Range<usize>) -> bool {
    range.into_iter().any(|i| matches!(passage.tokens().kind(i), Some(TokenKind::Semicolon | TokenKind::Stop)))
}

/// Whether a number is an end of the scale: "from 1 to 100", "out of 100", "1-100", the second of "30/100".
fn on_scale(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let before = at.start.checked_sub(1);
    let joined = before.is_some_and(|b| {
        tokens.is(b, "to|from|between|of|ranging") && !(tokens.is(b, "of") && b > 0 && !tokens.is(b - 1, "out"))
            || matches!(tokens.kind(b), Some(TokenKind::Slash | TokenKind::Dash))
                && b > 0
                && tokens.kind(b - 1) == Some(TokenKind::Number)
    });
    let range = tokens.kind(at.end) == Some(TokenKind::Dash) && tokens.kind(at.end + 1) == Some(TokenKind::Number)
        || tokens.is(at.end, "to|and") && tokens.kind(at.end + 1) == Some(TokenKind::Number);
    joined && !tokens.is(at.end, "or") || range
}

/// Whether a number is compared with: "at least 50", "50 or more", "a score of 50", "below 30", "51%".
fn compared(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let word_before = (at.start.saturating_sub(3)..at.start).any(|i| {
        tokens.is(i, "of|least|than|below|above|under|over|is|minimum|to|be|exceed|as|reach")
            || matches!(tokens.kind(i), Some(TokenKind::Operator | TokenKind::Colon))
    });
    let word_behind = tokens.is(at.end, "or|and|out|minimum|as") || tokens.kind(at.end) == Some(TokenKind::Slash);
    let cell = !tokens.same_cell(at.start);
    word_before || word_behind || cell
}

/// FIN-2.
pub fn judge(case: &Case, findings: &mut Findings) {
    let rule = "finance.credit-score";
    let scores: Vec<_> = case.asked("finance.credit_score").listed();
    let checks: Vec<_> = case.asked("finance.credit_check").filter(|(_, f)| f.details.has("decides")).listed();
    let explained = |f: &Fact| f.has(Condition::OtherEvidence);
    let any_way_out =
        scores.iter().any(|(_, f)| explained(f)) || case.asked("finance.credit_check").any(|(_, f)| explained(f));
    let (watched, scores): (Vec<_>, Vec<_>) = scores.into_iter().partition(|(_, f)| f.details.has("during"));
    let unscored = scores.iter().any(|(_, f)| f.details.has("unscored"));
    let severity = match () {
        () if any_way_out => Severity::Low,
        () if unscored => Severity::Medium,
        () => Severity::High,
    };
    if let Some((_, highest)) =
        scores.iter().max_by(|a, b| a.1.number().partial_cmp(&b.1.number()).unwrap_or(std::cmp::Ordering::Equal))
    {
        let draft = Draft::barrier(rule, severity).arg("score", grouped(highest.number().unwrap_or_default()));
        let draft = match () {
            () if any_way_out => draft.variant("explained"),
            () if unscored => draft.variant("unscored"),
            () => draft,
        };
        findings.add(draft.facts(scores.iter().chain(&checks).map(|c| c.0)));
    } else if !checks.is_empty() {
        let draft = Draft::barrier(rule, severity).variant(if any_way_out { "check-explained" } else { "check" });
        findings.add(draft.facts(checks.iter().map(|c| c.0)));
    } else if let Some((index, fact)) = watched.first() {
        let draft = Draft::barrier(rule, Severity::Low).variant("watched");
        findings.add(draft.arg("score", grouped(fact.number().unwrap_or_default())).fact(*index));
    }
}
