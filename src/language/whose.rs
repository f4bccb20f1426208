//! Whose a thing is: the bidder's or the buyer's own.

use super::cue::{Cue, CueList};
use super::passage::Passage;

/// Names for the buyer.
pub const BUYER: Cue = Cue::named("language.buyer");
/// Names for whoever bids or supplies.
pub const BIDDER: Cue = Cue::named("language.bidder");
/// Verbs by which somebody has a thing.
const HAS: Cue = Cue::named("language.has");
/// Verbs by which somebody wants a thing of somebody else.
const WANTS: Cue = Cue::named("language.wants");

/// The cues of the parties.
pub const CUES: &CueList = &[
    (
        BUYER,
        &[
            "council|councils|authority|authoritys|authorities|buyer|buyers|client|clients|trust|trusts|board|boards|purchaser",
            "contracting authority|body|entity",
            "university|college|association|customer|customers|commissioner|commissioners|department|government|employer|ministry|agency",
            "we|us|our|ours",
        ],
    ),
    (
        BIDDER,
        &[
            "supplier|suppliers|contractor|contractors|provider|providers|bidder|bidders|tenderer|tenderers|candidate|candidates",
            "applicant|applicants|consultant|consultants|organisation|organisations|operator|operators|offeror|vendor|company|companies",
            "service provider|providers",
            "economic operator|operators",
            "subcontractor|subcontractors|partner|partners|practitioner|practitioners|firm|firms",
            "you|your|yours",
            "charity|charities",
        ],
    ),
    (HAS, &["has|have|holds|hold|maintains|maintain|carries|carry|owns|own|arranges|effects|provides|insures|insured"]),
    (
        WANTS,
        &[
            "requires|require|required|expects|expect|asks|ask|needs|need|seeks|seek|wants|want|insists|insist|requests|request",
        ],
    ),
];

/// Whose a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The bidder's, or the supplier's.
    Bidder,
    /// The buyer's own.
    Buyer,
}

impl Passage<'_> {
    /// Whose the thing at `at` is, by the party named last before it and by what that party does.
    ///
    /// "The Council requires cover" is the bidder's cover; "the Council holds cover" and "the Council's own cover" are
    /// the buyer's. None where no party is named.
    pub fn whose(&self, at: &std::ops::Range<usize>) -> Option<Whose> {
        let party = |cue: Cue| self.last(cue, at.start);
        // "let by the Council", "of the Council": not who does what follows.
        let acts = |h: &std::ops::Range<usize>| {
            let article = self.tokens().is(h.start.wrapping_sub(1), "the|a|any|this|that");
            let before = h.start.wrapping_sub(1 + usize::from(article));
            !self.tokens().is(before, "by|of|to|with|from|for|against|between")
        };
        let (buyer, bidder) = (party(BUYER).filter(acts), party(BIDDER));
        // "The Council's own policy covers …": its own, whatever party is named after it.
        let own = |h: std::ops::Range<usize>| h.end <= at.start && self.tokens().is(h.end, "own");
        if bidder.is_none() && self.hits(BUYER).any(|h| own(h.range())) {
            return Some(Whose::Buyer);
        }
        match (buyer, bidder) {
            (None, None) => None,
            (Some(buyer), bidder) if bidder.as_ref().is_none_or(|b| b.end < buyer.end) => {
                // Only what stands between the buyer's name and the thing can be its verb.
                let between = buyer.end..at.start;
                let verb = |cue: Cue| self.each(cue).any(|h| between.contains(&h.start));
                let wants = verb(WANTS);
                // "The Council's liability cover", which is no "Council's liability requirement".
                let asks = "requirement|requirements|minimum|standard|level|levels";
                let near = at.start == buyer.end && !self.tokens().is(at.end, asks);
                let own = self.tokens().is(buyer.end, "own") || near && self.slice(&buyer).contains(['\'', '’']);
                let has = verb(HAS) && bidder.is_none();
                Some(if own || (has && !wants) { Whose::Buyer } else { Whose::Bidder })
            }
            // "The current operator carries cover of £15m" is no demand.
            (_, Some(bidder)) => {
                let old = "current|incumbent|previous|outgoing|existing";
                let has = self.each(HAS).any(|h| (bidder.end..at.start).contains(&h.start));
                let other = has && self.tokens().is(bidder.start.wrapping_sub(1), old);
                Some(if other { Whose::Buyer } else { Whose::Bidder })
            }
            _ => Some(Whose::Bidder),
        }
    }

    /// Whether a law, or an example, is the one that says the thing at `at`: "the Regulations require £5m", "the Act implies a term that".
    ///
    /// "As the law requires" is somebody else's demand.
    pub fn law_says(&self, at: &std::ops::Range<usize>) -> bool {
        const LAWS: &str = "act|regulations|law|legislation|statute";
        const SAYS: &str = "require|requires|imply|implies|implied|give|gives|set|sets|put|puts|allows";
        let tokens = self.tokens();
        let begins =
            |first: &str, second: &str| tokens.is(self.range.start, first) && tokens.is(self.range.start + 1, second);
        if begins("for", "example") || begins("by", "law") {
            return true;
        }
        let named = |i: usize| {
            let article = tokens.is(i.wrapping_sub(1), "the|a|any");
            tokens.is(i, LAWS) && !tokens.is(i.wrapping_sub(1 + usize::from(article)), "as|if|where|when")
        };
        let says = |i: usize| (i + 1..(i + 8).min(at.start)).find(|&verb| tokens.is(verb, SAYS));
        (self.range.start..at.start).filter(|&i| named(i)).filter_map(|i| Some((i, says(i)?))).any(|(law, verb)| {
            let party = |cue: Cue| self.hits(cue).any(|h| (law..verb).contains(&h.range().start));
            !party(BIDDER) && !party(BUYER) && !self.clause_breaks_hard(law..verb)
        })
    }
}
