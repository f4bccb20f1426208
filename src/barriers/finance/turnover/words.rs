//! The words of turnover: its names, what else amounts belong to, and how they are compared.

use std::ops::Range;

use crate::barriers::finance::around::{self, FAIL, asked_around, field_name};
use crate::language::cue::{Cue, CueList, Hit};
use crate::language::passage::Passage;
use crate::language::stance::MUST;
use crate::language::token::TokenKind;
use crate::language::whose::BIDDER;
use crate::list::Listed;

/// Names for turnover.
pub const TURNOVER: Cue = Cue::named("finance.turnover");
/// Names for it that also name other things: household income, sales of tickets.
pub const INCOME: Cue = Cue::named("finance.income");
/// Turnover of staff or stock, and the ratios made of it.
pub const NO_TURNOVER: Cue = Cue::named("finance.no-turnover");
/// Where turnover is spoken of for another reason: fines, losses, other laws' thresholds, fees.
pub const ELSEWHERE: Cue = Cue::aside("finance.turnover-elsewhere");
/// Says that turnover is not looked at.
pub const NO_TEST: Cue = Cue::named("finance.no-turnover-test");
/// The value that a turnover is measured against.
pub const VALUE: Cue = Cue::aside("finance.value");
/// Other things that amounts belong to.
pub const OTHER: Cue = Cue::aside("finance.other-amount");
/// Says that what follows is what came before, in other words.
pub const MEANS: Cue = Cue::aside("finance.means");
/// An upper end: less than, up to.
pub const LESS: Cue = Cue::aside("finance.less");
/// A lower end in the words of an upper one: not less than.
pub const NOT_LESS: Cue = Cue::aside("finance.not-less");
/// An upper end that a buyer sets itself, or a lower one of the other side of a comparison.
pub const NOT_MORE: Cue = Cue::aside("finance.not-more");
/// Of a year.
pub const ANNUAL: Cue = Cue::named("finance.annual");
/// As much as the value, in words.
pub const EQUAL_VALUE: Cue = Cue::named("finance.equal-value");
/// Half, a third, a quarter.
pub const FRACTION: Cue = Cue::named("finance.fraction");
/// Rows of a scale of marks.
pub const MARKS: Cue = Cue::aside("finance.marks");

/// The theme's cues.
pub const CUES: &CueList = &[
    (TURNOVER, &["turnover|turnovers", "turn|turned over", "t o"]),
    (
        INCOME,
        &[
            "annual|yearly|gross|minimum|average gross|annual|total? income|revenue|revenues|sales",
            "income|revenue|sales per|each|a year|annum",
        ],
    ),
    (
        NO_TURNOVER,
        &[
            "staff|employee|employees|labour|debtor|debtors|creditor|creditors|stock|inventory|asset|assets turnover",
            "tenant|tenants|tenancy|void|property|rent|resident|patient|bed|volunteer|volunteers|workforce|receivables turnover",
            "turnover ratio|ratios|rate|rates|times|days|rent|rents",
            "turnover of|in staff|employees|personnel|tenants|tenancies|stock|volunteers|residents|properties|homes|vehicles",
            "taxable|rental|ticket annual? turnover",
            "generate|generates|generating|achieve|raise|earn|deliver ~3 income|revenue|sales",
            "household|personal|taxable|client|clients|rental annual|gross? income",
            "annual|yearly|gross income from rent|rents|tickets|sales|the",
            "estimated|expected|projected|anticipated|historic|historical|existing|previous|potential annual|yearly|gross? turnover|income|revenue|sales",
            "turnover|income|revenue of|from|at the? site|cafe|bar|shop|catering|concession|facility|service|store|venue|kiosk|restaurant",
        ],
    ),
    (
        ELSEWHERE,
        &[
            "modern slavery",
            "section 54",
            "worldwide|global annual? turnover",
            "fine|fines|fined|penalty|penalties",
            "loss|losses|lost ~4 turnover|revenue|revenues|income|sales",
            "levy|rebate|commission|royalty|subscription",
            "turnover based|related|linked",
            "small|medium|micro ~3 enterprise|enterprises|company|companies means|is|are|as",
            "sme|smes means|is|are|definition",
            "turnover tax|certificate",
        ],
    ),
    (
        NO_TEST,
        &[
            "no ~3 turnover|income requirement|requirements|threshold|thresholds|test|tests|minimum|level|criterion|criteria|figure|floor|barrier|condition",
            "no fixed|set|minimum|specific|particular annual|yearly? turnover|income",
            "turnover ~4 not ~2 considered|assessed|tested|taken|applied|scored|used|looked|checked|evaluated",
            "turnover ~3 not ~2 criterion|condition|barrier|factor|requirement|test",
            "not ~3 minimum|set|fixed|specific ~1 turnover",
            "without ~3 turnover test|threshold|requirement",
            "no ~1 threshold|requirement|minimum|test|limit for|on|of ~1 turnover",
            "turnover threshold|thresholds|test|tests|requirement|requirements ~2 not apply|set|used|required|applied",
        ],
    ),
    (VALUE, &["value|values|price|prices|sum|cost|costs|charges|worth|spend|size"]),
    (
        OTHER,
        &[
            "value|values|price|prices|sum|cost|costs|spend|worth|valued|budget|fee|fees|grant|funding",
            "contract|contracts|lot|lots|order|orders|project|projects over|above|exceeding|below|under|between|up",
            "insurance|indemnity|liability|cover|insured|claim|claims",
            "assets|asset|profit|profits|reserves|capital|deficit|surplus|loss|equity|debt",
            "bond|bonds|guarantee|fine|penalty|wage|salary|damages",
            "population|staff|employees|people|residents|households",
        ],
    ),
    (
        MEANS,
        &[
            "means|meaning|ie|namely|equates|equating|amounts|amounting",
            "that|this|which is|would be?",
            "equal|equivalent to",
            "works|working out",
            "so|therefore|hence|thus",
        ],
    ),
    (
        LESS,
        &[
            "less|lower|smaller than",
            "below|under|beneath",
            "up to",
            "not exceed|exceeding|exceeds",
            "not|no more|greater|higher than",
            "maximum of",
            "or less|below|under|fewer",
        ],
    ),
    (NOT_LESS, &["not|no|nor|never ~2 less|lower|smaller than", "not|never ~2 below|under|beneath"]),
    (
        NOT_MORE,
        &[
            "not|no|never more|greater|higher than",
            "not|never ~2 exceed|exceeding|exceeds",
            "maximum of|is|be",
            "at most",
            "limited|capped to|at",
            "more|greater than",
            "exceeds|exceed",
        ],
    ),
    (ANNUAL, &["annual|yearly|annually|annualised", "per|a|each|every year|annum"]),
    (
        EQUAL_VALUE,
        &[
            "equal|equivalent to ~5 value|price|sum|cost",
            "exceed|exceeds|exceeding|equals|match|matches ~4 value|price|sum|cost",
            "at least ~5 value|price|sum|cost",
            "less|lower|greater|more than ~5 value|price|sum|cost",
            "in excess of ~4 value|price|sum|cost",
        ],
    ),
    (FRACTION, &["half|third|quarter|fifth"]),
    (MARKS, &["marks|mark|points|score|scores|scored"]),
];

/// The longest passage that a heading or the sentence before can be about, in tokens.
const SHORT: usize = 30;

/// Where a passage names the turnover of a bidder, in order.
pub fn nouns(passage: &Passage) -> Vec<Range<usize>> {
    if !passage.has_any(&[TURNOVER, INCOME]) {
        return vec![];
    }
    let overlaps =
        |at: &Range<usize>| passage.hits(NO_TURNOVER).any(|n| n.range().start < at.end && at.start < n.range().end);
    // Income is turnover only where it is a bidder's, and its finances are the matter.
    let bidders = || passage.has(BIDDER) || passage.lead_in_has(BIDDER);
    let matter = || passage.has_any(&[around::STANDING, MUST]) || asked_around(passage);
    let income = passage.has(INCOME) && bidders() && matter();
    passage
        .all_hits()
        .filter(|h| h.cue == TURNOVER || h.cue == INCOME && income)
        .map(Hit::range)
        .filter(|at| !overlaps(at))
        .listed()
}

/// Whether the words say that turnover is not looked at.
pub fn no_test(passage: &Passage, nouns: &[Range<usize>]) -> bool {
    // "If you have no minimum turnover …", "bidders with no turnover figure for the year".
    // "Turnover will not be assessed" is no threat.
    let told = |f: &Range<usize>| passage.hits(NO_TEST).any(|n| n.range().start < f.end && f.start < n.range().end);
    let fails = passage.hits(FAIL).any(|f| !told(&f.range()));
    if fails || passage.money().any(|(m, _)| m.said) && !passage.has(NO_TEST) {
        return false;
    }
    let others = [around::ASK, OTHER];
    passage.has(NO_TEST)
        || nouns.iter().any(|at| {
            let apart = |m: &Range<usize>| at.start.saturating_sub(m.end).max(m.start.saturating_sub(at.end));
            let minimum = passage.hits(MUST).any(|m| apart(&m.range()) <= 6);
            minimum && around::ruled_out(passage, at, &others)
        })
}

/// Whether words in a range say that what follows is what came before.
pub fn told(passage: &Passage, range: Range<usize>) -> bool {
    let tokens = passage.tokens();
    let i_e = |i: usize| tokens.is(i, "i") && tokens.kind(i + 1) == Some(TokenKind::Stop) && tokens.is(i + 2, "e");
    passage.hits(MEANS).any(|h| range.contains(&h.range().start))
        || range.into_iter().any(|i| i_e(i) || tokens.word(i) == "=")
}

/// What stands around a passage without a noun of its own and names turnover.
pub fn named_around<'r>(passage: &Passage<'r>) -> Option<Passage<'r>> {
    let names = |p: &Passage<'r>| !nouns(p).is_empty() && !p.has(ELSEWHERE);
    let cover = Cue::named("insurance.general");
    let lead = || passage.lead_ins().take(2).find(|p| names(p) && !p.has(cover));
    let short = passage.range.len() <= SHORT;
    let name = || field_name(passage).filter(names);
    let before = || passage.before().filter(|b| b.block == passage.block && short && names(b) && speaks(passage));
    let heading = || passage.headings().next().filter(|h| short && names(h));
    name().or_else(lead).or_else(before).or_else(heading)
}

/// Whether a sentence goes on with the turnover of the sentence before.
fn speaks(passage: &Passage) -> bool {
    let level = "minimum|figure|level|threshold|requirement|least|lot|it|pass";
    passage.has(MEANS) || passage.says(level)
}
