//! How strongly a thing is asked for: must, should, may, need not.

use std::ops::Range;

use super::cue::{Cue, CueList};
use super::passage::Passage;
use super::span::Span;
use super::token::{Gap, TokenKind};
use crate::fact::Stance;

/// Must, shall, minimum.
pub const MUST: Cue = Cue::named("language.must");
/// Should, desirable, scored.
pub const SHOULD: Cue = Cue::named("language.should");
/// May, can, welcome: the buyer allows or offers it.
pub const MAY: Cue = Cue::named("language.may");
/// The month of May, which no permission is.
pub const MONTH: Cue = Cue::aside("language.month");
/// Not required, no minimum.
pub const NEED_NOT: Cue = Cue::named("language.need-not");
/// What bidders may not do: not permitted, not accepted.
pub const MAY_NOT: Cue = Cue::named("language.may-not");

/// The cues of stance.
pub const CUES: &CueList = &[
    (
        MUST,
        &[
            "must|shall|mandatory|obligatory|compulsory|essential|minimum|required|requires|require|requirement|requirements",
            "is|are|be required|obliged to",
            "is|are|has|have to be|hold|maintain|provide|supply|pay|have|take",
            "need|needs to|a|an",
            "is|are needed|necessary",
            "at least",
            "not|no less|fewer|lower than",
            "not be less|lower than",
            "pass or? fail",
            "will be rejected|excluded|eliminated|disqualified",
            "will not be considered|evaluated|accepted",
            "condition of participation",
            "has|have to",
            "bidder|bidders|tenderer|tenderers|supplier|suppliers|contractor|contractors|provider|providers will hold|possess",
        ],
    ),
    (
        SHOULD,
        &[
            "should|desirable|preferable|preferably|preferred|ideally|advantageous|beneficial|expected|prefer",
            "would be an? advantage",
            "would like",
            "where possible",
            "preference ~2 given",
            "extra|additional|bonus credit|marks|points ~2 given|awarded|available",
            "are|is encouraged to hold|have|sign|join|become",
        ],
    ),
    (
        MAY,
        &[
            "may|can|welcome|welcomes|welcomed|encourage|encouraged|encourages|permitted|allowed|accept|accepts|accepted|acceptable|invited|happy",
        ],
    ),
    (
        NEED_NOT,
        &[
            "not|never required|needed|necessary|mandatory|compulsory|essential|requested|sought|applicable|apply|expected|asked|used",
            "not be required|needed|necessary|requested|sought|asked|expected",
            "no longer required|needed|necessary",
            "no minimum|requirement|obligation|need",
            "no ~4 is|are required|needed|necessary|requested|sought|asked",
            "need|needs not",
            "not have to",
            "neednt|needn",
            "not need|require|ask|seek|set|impose|insist|apply|request|expect|run|use|operate|hold|take|want",
            "dont|doesnt|wont need|require|ask|seek|set|impose|insist|apply|request|expect|run|use|want",
            "without any? requirement|need",
            "none is|are? required",
            "nor is|are|do|does ~4 required|needed|require",
            "exempt from",
            "n a",
        ],
    ),
    (
        MAY_NOT,
        &[
            "may|must|shall|will|can not",
            "cannot|prohibited|forbidden|barred|disallowed",
            "not be? permitted|allowed|accepted|acceptable|entertained|considered|eligible",
            "no ~3 permitted|allowed|accepted",
            "does|do not accept|permit|allow",
        ],
    ),
];

/// Tokens that a negation may stand away from what it negates.
const REACH_OF_NOT: usize = 9;
/// Tokens behind a thing within which a form answers it.
const REACH_OF_ANSWER: usize = 6;

impl Passage<'_> {
    /// How strongly the words around `at`, indexes of the block's tokens, ask for it; none where no word says.
    ///
    /// A negation counts only near, and not over a "but", an "unless" or the border of a clause.
    pub fn stance(&self, at: &Range<usize>) -> Option<Stance> {
        if self.negated(at) {
            return Some(Stance::RuledOut);
        }
        let tokens = self.tokens();
        // "Ideally with a minimum of £1m": the lower end of an amount is no demand where the whole is a wish.
        let wish = self.has(SHOULD)
            && tokens.says(self.range.start..at.start.min(self.range.end), "ideally|desirable|preferable|preferably");
        let amount = |h: &Range<usize>| wish && tokens.is(h.end - 1, "minimum|least|than");
        let nearest = |cue: Cue| {
            self.each(cue)
                .filter(|h| !amount(h))
                // What follows governs less than what stands before: "must have cover, which should …".
                .map(|h| if h.start >= at.end { 3 + 2 * (h.start - at.end) } else { at.start.saturating_sub(h.end) })
                .min()
        };
        let must = nearest(MUST);
        let should = nearest(SHOULD);
        let may = nearest(MAY);
        match (must, should, may) {
            (Some(m), s, _) if s.is_none_or(|s| m <= s) => Some(Stance::Required),
            (_, Some(_), _) => Some(Stance::Preferred),
            (None, None, Some(_)) => Some(Stance::Offered),
            _ => None,
        }
    }

    /// The stance around `at`, or where no word of the passage says, that of what introduces it.
    pub fn stance_or_lead(&self, at: &Range<usize>) -> Option<Stance> {
        self.stance(at).or_else(|| self.lead_ins().find_map(|lead| lead.stance(&(lead.range.end..lead.range.end))))
    }

    /// Whether the words around `at` say that it is not asked for.
    pub fn negated(&self, at: &Range<usize>) -> bool {
        self.each(NEED_NOT).any(|h| {
            let between = h.between(at);
            between.len() <= REACH_OF_NOT && !self.clause_breaks(between) && !self.names_anew(&h, at)
        }) || self.answered_no(at)
    }

    /// Whether a line between two places begins with another name: "Guarantee: N/A" above "Bond: 10%".
    pub fn names_anew(&self, before: &Range<usize>, at: &Range<usize>) -> bool {
        let colon = |i: usize| self.tokens().kind(i) == Some(TokenKind::Colon);
        before.end <= at.start && self.breaks_line(before.end..at.start + 1) && (at.end..at.end + 3).any(colon)
    }

    /// Whether a form answers the thing at `at` with no: "Bond required: No", "Bond | None", "Bond: not applicable".
    pub fn answered_no(&self, at: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let word = |i: usize| tokens.kind(i) == Some(TokenKind::Word) && tokens.same_cell(i);
        let no = |i: usize| {
            let alone = tokens.is(i, "no|none|false") && (!word(i + 1) || tokens.all[i + 1].gap >= Gap::Line);
            let yes = (i.saturating_sub(2)..i + 3).any(|i| tokens.is(i, "yes|true"));
            alone && !yes || self.each(NEED_NOT).any(|h| h.start == i)
        };
        let log = || self.asks() && self.next_answers_no();
        log()
            || (at.end..at.end + REACH_OF_ANSWER)
                .any(|i| (!tokens.same_cell(i) || tokens.kind(i - 1) != Some(TokenKind::Word)) && no(i))
    }

    /// Whether what stands behind a question answers it with no: "A3: No.", "Answer: None".
    fn next_answers_no(&self) -> bool {
        let below = || {
            let below = self.block + 1;
            (below < self.reading.document.blocks.len()).then(|| self.reading.whole(below))
        };
        self.after().or_else(below).is_some_and(|answer| {
            let tokens = answer.tokens();
            let label = |i: &usize| {
                !matches!(tokens.kind(*i), Some(TokenKind::Word)) || tokens.is(*i, "a|answer|response|reply")
            };
            let labels = (answer.range.clone()).take(4).take_while(label).count();
            tokens.is(answer.range.start + labels, "no|none")
        })
    }

    /// Whether a cue stands within so many tokens of a place, with no border of a clause between.
    #[inline(never)]
    pub fn in_clause(&self, cue: Cue, at: &Range<usize>, reach: usize) -> bool {
        self.each(cue).any(|h| h.between(at).len() <= reach && !self.clause_breaks(h.between(at)))
    }

    /// Whether a cue stands within so many tokens of a place, with no end of an item between.
    #[inline(never)]
    pub fn near(&self, cue: Cue, at: &Range<usize>, reach: usize) -> bool {
        self.each(cue).any(|h| h.between(at).len() <= reach && !self.clause_breaks_hard(h.between(at)))
    }

    /// Whether a sentence or a list item ends in a range of tokens; a colon or another cell does not end one.
    pub fn clause_breaks_hard(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|i| matches!(self.tokens().kind(i), Some(TokenKind::Semicolon | TokenKind::Exclamation)))
    }

    /// Whether a border of a clause lies in a range of tokens: a semicolon, a colon, "but", "unless", another cell.
    pub fn clause_breaks(&self, range: Range<usize>) -> bool {
        let tokens = self.tokens();
        range.into_iter().any(|i| {
            matches!(tokens.kind(i), Some(TokenKind::Semicolon | TokenKind::Stop | TokenKind::Colon))
                || tokens.is(i, "but|unless|except|however|although|whereas|otherwise|until")
        })
    }
}
