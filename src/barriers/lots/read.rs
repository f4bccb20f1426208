//! What the documents say about lots and frameworks.

use std::ops::Range;

use crate::document::Kind;
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::language::span::Span;
use crate::language::token::TokenKind;
use crate::letter::is_capital;
use crate::list::Listed;
use crate::words::mentions;

/// More lots than this are a sentinel of a notice's software for "no limit", not a number.
const MOST_LOTS: f64 = 500.0;
/// More places than this are no limit either.
const MOST_PLACES: f64 = 1000.0;

/// Divided into lots.
const DIVIDED: Cue = Cue::of_quantity("lots.divided");
/// Not divided.
const SINGLE: Cue = Cue::named("lots.single");
/// Why not.
const REASONS: Cue = Cue::aside("lots.reasons");
/// Lots.
const LOTS: Cue = Cue::named("lots.lots");
/// Bidding for lots.
const BID: Cue = Cue::aside("lots.bid");
/// Winning lots.
const WIN: Cue = Cue::aside("lots.win");
/// An upper limit.
const AT_MOST: Cue = Cue::named("lots.at-most");
/// The lots of one bidder, as the label of their number.
const MAY_WIN: Cue = Cue::named("lots.may-win");
/// All of them or none.
const ALL: Cue = Cue::named("lots.all");
/// A framework or something like it.
const FRAMEWORK: Cue = Cue::named("framework.framework");
/// A framework that is being set up or used.
const AGREEMENT: Cue = Cue::named("framework.agreement");
/// Let as many contracts, not as one.
const SEVERAL: Cue = Cue::named("lots.several");
/// Open to newcomers.
const OPEN: Cue = Cue::named("framework.open");
/// Closed to them.
const CLOSED: Cue = Cue::named("framework.closed");
/// Suppliers who get a place.
const SUPPLIERS: Cue = Cue::of_quantity("framework.suppliers");
/// Getting a place.
const APPOINTED: Cue = Cue::aside("framework.appointed");

/// Frameworks of these are ways to think, not to buy.
const NO_FRAMEWORKS: &str = "outcomes|outcome|quality|assessment|evaluation|competency|competence|skills|policy|legal|legislative|regulatory|planning|performance|inspection|governance|strategic|monitoring";

/// The family's cues.
pub const CUES: &CueList = &[
    (
        DIVIDED,
        &[
            "divided|split|separated|subdivided|broken|organised|structured ~2 into",
            "comprises|comprise|comprising|consists|consist|consisting|made of|up?",
            "contains|has|have|are|into|with|across|encompassing",
            "number of lots",
            "lots in total",
            "to cover",
        ],
    ),
    (
        SINGLE,
        &[
            "not ~3 divided|split|separated|broken|dividing|splitting ~3 lots",
            "decided|chosen|chose not|against ~3 divide|split|dividing|splitting ~4 lots",
            "dividing|splitting ~4 lots ~2 decided|chose|chosen against|not",
            "offered|let|awarded|procured|tendered|advertised as a|one single? lot",
            "offered|let|awarded|procured|tendered|advertised as ~1 one|single contract",
            "not ~4 appropriate|suitable|practical|possible to divide|split|separate ~3 lots",
            "decided|chosen|chose against ~1 dividing|splitting ~3 contract|requirement|work|service",
            "not ~2 lotted",
            "single lot",
            "no lots",
            "without lots",
            "lots no",
            "one lot only",
        ],
    ),
    (
        REASONS,
        &[
            "because|since|owing",
            "due to",
            "reason|reasons for|why|not",
            "as the|this|it|a|there|division|dividing|splitting|separate|lots",
            "would ~4 risk|increase|lead|cost|make|be|cause|reduce|compromise",
            "in order to",
            "so that",
        ],
    ),
    (LOTS, &["lot|lots"]),
    (
        BID,
        &[
            "bid|bids|bidding|tender|tenders|tendering|submit|submitted|apply|application|applications|quote|offers|offer",
        ],
    ),
    (WIN, &["awarded|award|win|won|given|appointed|successful|success|allocated|offered|receive"]),
    (
        AT_MOST,
        &[
            "maximum number? of",
            "maximum number",
            "most lots",
            "not exceed",
            "up to",
            "limited to",
            "at most",
            "limit of",
            "more than",
            "only one|two|three",
            "one lot only",
        ],
    ),
    (MAY_WIN, &["lots ~8 can|may|will ~2 win|won|bid|tender|awarded|appointed"]),
    (
        ALL,
        &[
            "must|shall|should|required ~6 for|on|to ~2 all|both|every|each ~3 lots|lot",
            "must|shall|has|have ~1 cover|include|price all|both|every|each lots|lot",
            "all|both lots ~6 must|required",
            "bids|tenders|submissions ~3 all|both lots only",
            "all lots or none",
        ],
    ),
    (
        FRAMEWORK,
        &[
            "framework|frameworks|dps",
            "dynamic market|purchasing",
            "approved list|panel",
            "preferred supplier|provider list",
        ],
    ),
    (
        AGREEMENT,
        &[
            "framework agreement|contract|agreements",
            "establish|establishing|set|join|appointed|onto|this|the|new ~4 framework|dps",
            "dynamic purchasing system",
            "dynamic market",
            "open|closed framework",
        ],
    ),
    (
        SEVERAL,
        &[
            "individual contracts",
            "separate contracts ~6 awarded|let|tendered|award",
            "one|1 or|and more|several contracts",
            "more than one ~2 contract ~3 awarded|let",
            "contract or contracts ~6 awarded|let",
            "multiple|several contracts ~4 awarded|let|award",
        ],
    ),
    (
        OPEN,
        &[
            "open framework",
            "dynamic market|markets",
            "dynamic purchasing system|systems",
            "dps",
            "new|additional suppliers|providers|organisations|bidders|applicants|entrants|operators ~16 join|joining|apply|added|admitted|enter|seek",
            "join|apply|applications|application ~6 at any time|point|stage",
            "reopened|reopen|re-opened|refreshed",
            "re open|opened ~6 new|annually|year|suppliers",
            "open|opens|opened|opening again? to|for new suppliers|providers|applicants|entrants|organisations|bidders|members",
        ],
    ),
    (
        CLOSED,
        &[
            "closed framework|list",
            "closed to new",
            "no ~2 new? suppliers|providers|organisations ~5 join|added|admitted",
            "not possible to add|admit|accept|join",
            "not ~3 reopen|reopened",
            "not ~3 opened ~3 new",
            "new suppliers|providers ~3 not ~3 join|added|admitted",
        ],
    ),
    (
        SUPPLIERS,
        &[
            "supplier|suppliers|provider|providers|contractor|contractors|bidder|bidders|tenderer|tenderers|participants|operators|organisations|partner|partners|consultants|companies|firms",
        ],
    ),
    (
        APPOINTED,
        &[
            "framework|dps will|shall have|comprise|include|consist",
            "framework|agreement with",
            "number of suppliers|providers|contractors|operators",
            "appointed|appoint|appointing|awarded|award|awarding|selected|select|place|places|join|admitted|accepted|shortlist|established|establish|concluded|participate|participants",
        ],
    ),
];

/// Into how many lots, or not at all, and why not.
pub fn division(passage: &Passage, facts: &mut Facts) {
    if passage.field_says(&["lots"]) && passage.tokens().is(passage.range.end - 1, "no") {
        facts.add(Fact::new("lots.single", passage.whole_place()));
        return;
    }
    if let Some(at) = passage.first(SINGLE).filter(|at| !limits_bids(passage, at)) {
        facts.add(Fact::new("lots.single", passage.place(&[&at])));
        reasons(passage, &at, facts);
        return;
    }
    if !passage.has_any(&[LOTS, DIVIDED]) {
        return;
    }
    for (count, at) in counts(passage).filter(|(n, _)| (2.0..=MOST_LOTS).contains(n)) {
        let tokens = passage.tokens();
        // A lot that is "further subdivided into eight lots" says nothing of the contract.
        let parts = divided_of(passage, &at).is_some_and(|h| {
            tokens.is(h.start, "subdivided") || tokens.says(h.start.saturating_sub(2)..h.start, "sub")
        });
        if parts && (!passage.lots().is_empty() || passage.says("this")) {
            continue;
        }
        // "three lots of parking spaces"; "up to 3 of the 7 lots" says that there are seven.
        let lot_behind = passage.each(LOTS).find(|h| h.behind(&at, 0));
        if lot_behind.as_ref().is_some_and(|h| tokens.is(h.end, "of")) && !passage.has_any(&[BID, WIN]) {
            continue;
        }
        if let Some(lots) = lot_behind
            .filter(|_| tokens.is(at.start.wrapping_sub(1), "the") && tokens.is(at.start.wrapping_sub(2), "of"))
        {
            facts.add(Fact::new("lots.count", passage.place(&[&at, &lots])).amount(count, "lots"));
            continue;
        }
        // "five lots", "five (5) separate lots", "five geographic lots"
        let lots = passage.each(LOTS).find(|h| h.behind(&at, 2) && tokens.is(h.start, "lots"));
        let divided = divided_of(passage, &at);
        let begins = at.start == passage.range.start;
        let limit = passage.has_before(AT_MOST, &at, 3) || passage.has(ALL);
        let numbered = mentions(passage.slice(&divided.clone().unwrap_or(0..0)), "number of lots");
        match (divided, lots) {
            (Some(divided), Some(lots)) if !limit => {
                facts.add(Fact::new("lots.count", passage.place(&[&divided, &lots])).amount(count, "lots"));
            }
            (Some(divided), None) if numbered && !limit => {
                facts.add(Fact::new("lots.count", passage.place(&[&divided, &at])).amount(count, "lots"));
            }
            (None, Some(lots)) if begins && !limit && !passage.has(WIN) && !passage.has(BID) => {
                facts.add(Fact::new("lots.count", passage.place(&[&at, &lots])).amount(count, "lots"));
            }
            _ => {}
        }
    }
}

/// The words of division right before a number.
fn divided_of(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    passage.each(DIVIDED).find(|h| h.before(at, 3))
}

/// "bidders may bid for a single lot": not about the division.
fn limits_bids(passage: &Passage, at: &Range<usize>) -> bool {
    let named = passage.slice(at);
    let about_bids = passage.each(BID).any(|h| h.end <= at.start) || passage.each(WIN).any(|h| h.end <= at.start);
    (mentions(named, "single lot") || mentions(named, "one lot")) && about_bids
}

fn reasons(passage: &Passage, at: &Range<usize>, facts: &mut Facts) {
    let own = passage.each(REASONS).find(|h| h.start >= at.end);
    if let Some(reason) = own {
        facts.add(Fact::new("lots.reasons", passage.place(&[at, &(reason.start..passage.range.end)])));
    } else if let Some(after) = passage.after().filter(|a| a.has(REASONS)) {
        facts.add(Fact::new("lots.reasons", after.whole_place()));
    }
}

/// Counts: plain numbers, and the "one" that quantities leave out.
fn counts<'r>(passage: &Passage<'r>) -> impl Iterator<Item = (f64, Range<usize>)> + use<'r> {
    let tokens = passage.tokens();
    let range = passage.range.clone();
    let ones = range.filter(move |&i| tokens.is(i, "one")).map(|i| (1.0, i..i + 1));
    passage.numbers().chain(ones)
}

/// The lots that headings and the first cells of rows name, and that the work is bought through a framework.
pub fn form(passage: &Passage, facts: &mut Facts) {
    let heading = passage.is_heading();
    // "There are three lots: Lot 1: …"
    let first = || passage.range.start == 0 && passage.lots().first().is_some_and(|(_, at)| at.start <= 1);
    let listed = matches!(passage.kind(), Kind::ListItem { .. })
        && first()
        && passage.lead_ins().next().is_some_and(|lead| lead.has(LOTS) || lead.has(DIVIDED));
    if heading || listed || passage.field().is_none() && passage.first_cell().is_some() {
        let named = if heading || listed { Some(passage.clone()) } else { passage.first_cell() };
        let mut own = named.iter().flat_map(Passage::lots).take(1).peekable();
        // A number below the head "Lot".
        if let (None, Some(first), false) = (own.peek(), &named, heading || listed)
            && first.range.len() <= 2
            && let Some(name) = passage.lot_of_row()
        {
            facts.add(Fact::new("lots.name", passage.evidence(&[&first.range])).named(name));
        }
        for (name, at) in own {
            facts.add(Fact::new("lots.name", passage.place(&[&at])).named(name));
        }
    } else if matches!(passage.kind(), Kind::Paragraph) && passage.has(LOTS) {
        // Lines "Lot 1: Beds", "Lot 2 - Chairs", and "split into lots: Lot 1: Beds Lot 2: Chairs".
        let tokens = passage.tokens();
        for (name, at) in passage.lots() {
            let line = at.start == passage.range.start || passage.breaks_line(at.start..at.start + 1);
            let colon = matches!(tokens.kind(at.end), Some(TokenKind::Colon | TokenKind::Dash));
            let title = tokens.same_cell(at.end) && tokens.word(at.end).starts_with(is_capital);
            if line && (colon || title) || colon && passage.has(DIVIDED) {
                facts.add(Fact::new("lots.name", passage.place(&[&at])).named(name));
            }
        }
    }
    let past = |at: &Range<usize>| passage.says("previous|past|similar|example|examples") || passage.negated(at);
    if let Some(at) = passage.first(SEVERAL).filter(|at| !past(at)) {
        facts.add(Fact::new("lots.contracts", passage.place(&[&at])));
    }
    // The value of a framework is that of many contracts.
    let titled = || heading || passage.field_says(&["title", "procedure", "nature", "form"]);
    if let Some(at) = passage.first(FRAMEWORK) {
        let agreement = passage.each(AGREEMENT).any(|h| h.start <= at.start && at.end <= h.end);
        let other = passage.tokens().is(at.start.wrapping_sub(1), NO_FRAMEWORKS);
        let one_of = passage.says_before(at.end + 3, 2, "or");
        if (agreement || titled()) && !other && !one_of && !passage.negated(&at) {
            facts.add(Fact::new("framework.form", passage.place(&[&at])));
        }
    }
}

/// Where no number of lots is stated, as many as are named. One lot is none: notices call a whole contract "Lot 1".
pub fn count_named(facts: &mut Facts) {
    let named: Vec<&Fact> = facts.all().iter().filter(|f| f.kind == "lots.name").listed();
    if named.len() < 2 || facts.all().iter().any(|f| f.kind == "lots.count") {
        return;
    }
    let count = named.len() as f64;
    let mut places = named.iter().filter_map(|f| f.places.first().cloned());
    let Some(first) = places.next() else { return };
    let mut fact = Fact::new("lots.count", first).amount(count, "lots");
    fact.places.extend(places);
    facts.add(fact);
}

/// "a proposal for each lot they wish to tender for": the lots are the bidder's choice, and each has papers of its own.
fn chosen(passage: &Passage, at: &Range<usize>) -> bool {
    let tokens = passage.tokens();
    let wish = passage.range.clone().any(|i| {
        let word = "wish|wishes|wishing|choose|chosen|interested|intend|intends|intending|want|wants|applicable|relevant|applying|applied";
        tokens.is(i, word)
            || tokens.is(i, "they|you|it|tenderer|bidder|supplier")
                && tokens.is(i + 1, "bid|bids|tender|tenders|apply|applies|are")
                && i >= at.end
    });
    let each = tokens.says(at.clone(), "each|every");
    wish || each && passage.says("separate|separately|individual|individually|own")
}

/// How many lots one bidder may bid for or win.
pub fn limits(passage: &Passage, facts: &mut Facts) {
    if let Some(at) = passage.first(ALL).filter(|at| passage.has(BID) && !passage.negated(at) && !chosen(passage, at)) {
        facts.add(Fact::new("lots.all_required", passage.place(&[&at])).stance(Stance::Required));
    }
    if !passage.has_any(&[AT_MOST, MAY_WIN]) || !passage.has_any(&[BID, WIN]) {
        return;
    }
    if !passage.has(LOTS) && !passage.lately(LOTS, 2) && !passage.before_has(LOTS) {
        return;
    }
    let tokens = passage.tokens();
    for (count, at) in counts(passage).filter(|(n, _)| (1.0..=MOST_LOTS).contains(n)) {
        let most =
            passage.each(AT_MOST).filter(|h| h.end <= at.start + 1 || h.contains(&at.start)).max_by_key(|h| h.end);
        // "The maximum number of lots that any one bidder may win is two."
        let may_win = || passage.each(MAY_WIN);
        let is = |h: &Range<usize>| {
            !tokens.same_cell(at.start)
                || (h.end..at.start).any(|i| tokens.is(i, "is|be") || tokens.kind(i) == Some(TokenKind::Colon))
        };
        let named = may_win().find(|h| most.is_some() && h.before(&at, 2) && is(h));
        let most = named.clone().or(most).or_else(|| may_win().find(|h| h.end <= at.start));
        let Some(limit) = most.filter(|_| !may_win().any(|h| h.contains(&at.start))) else { continue };
        // In "maximum number of lots: 5" the number stands behind, in "no more than three lots" in front.
        let field = passage.field().is_some() && at.end >= passage.range.end;
        let of_lots = passage.has_before(LOTS, &at, 1)
            || passage.has_behind(LOTS, &at, if tokens.is(at.end, "of") { 3 } else { 2 })
            || field
            || named.is_some()
            || (at.end >= passage.range.end - 1 && limit.end == at.start);
        if !of_lots || at.start.saturating_sub(limit.end) > if field { 14 } else { 2 } {
            continue;
        }
        let nearest = |cue: Cue| passage.each(cue).filter(|h| h.start < at.start).map(|h| at.start - h.start).min();
        let (bid, win) = (nearest(BID), nearest(WIN));
        // "lots that may be awarded to one tenderer": the tenderer is no act of bidding.
        let kind = match (bid, win) {
            (None, None) => continue,
            (Some(_), Some(_)) if field && passage.field_says(&["award"]) => "lots.award_limit",
            (Some(bid), win) if win.is_none_or(|win| bid < win) => "lots.bid_limit",
            _ => "lots.award_limit",
        };
        if kind == "lots.bid_limit" && tokens.is(at.end, "or") {
            continue;
        }
        facts.add(Fact::new(kind, passage.place(&[&limit, &at])).amount(count, "lots"));
    }
}

/// Places on a framework, and whether others can join later.
pub fn framework(passage: &Passage, facts: &mut Facts) {
    let system = || {
        passage.has(FRAMEWORK)
            || passage.context_has(FRAMEWORK)
            || passage.lately(FRAMEWORK, 6)
            || passage.before_has(FRAMEWORK)
    };
    if let Some(at) = passage.first(CLOSED).filter(|_| system()) {
        facts.add(Fact::new("framework.open", passage.place(&[&at])).stance(Stance::RuledOut));
    } else if let Some(at) = passage.first(OPEN).filter(|at| system() && !passage.negated(at))
        // "Duration of the contract, framework agreement or dynamic purchasing system"
        && !passage.tokens().is(at.start.wrapping_sub(1), "or")
        && !passage.has(crate::language::stance::MAY_NOT)
    {
        facts.add(Fact::new("framework.open", passage.place(&[&at])).stance(Stance::Offered));
    }
    places(passage, facts);
}

fn places(passage: &Passage, facts: &mut Facts) {
    let numbered = passage.field_says(&["number of participants"])
        || passage.field().is_some_and(|name| name.eq_ignore_ascii_case("maximum number of suppliers"))
        || passage.field_says(&["framework agreement"]) && passage.says("participants");
    let sole =
        |at: &Range<usize>| passage.says_before(at.start, 2, "single|sole") && passage.has_beside(FRAMEWORK, at, 4);
    if let Some(at) = passage.each(SUPPLIERS).find(sole) {
        let named = at.start - 1..at.end;
        facts.add(Fact::new("framework.places", passage.evidence(&[&named])).amount(1.0, "suppliers"));
        return;
    }
    // A notice's software writes no limit as 7.9e+28.
    if numbered && mentions(passage.text(), "e+") {
        return;
    }
    if !numbered && (!passage.has(SUPPLIERS) || !passage.has_any(&[APPOINTED, AT_MOST])) {
        return;
    }
    let framework = numbered
        || passage.has(FRAMEWORK)
        || passage.context_has(FRAMEWORK)
        || passage.lately(FRAMEWORK, 8)
        || passage.says("place|places") && passage.has(LOTS);
    if !framework {
        return;
    }
    for spotted in passage.quantities() {
        let Quantity::Number(count) = spotted.what else { continue };
        let at = spotted.range();
        if !(1.0..=MOST_PLACES).contains(&count) || passage.tokens().is(at.start.wrapping_sub(1), "lot|lots") {
            continue;
        }
        if numbered {
            facts.add(
                Fact::new("framework.places", passage.place(&[&passage.range, &at]))
                    .amount(count, "suppliers")
                    .lot(passage.lot(at.start)),
            );
            return;
        }
        let tokens = passage.tokens();
        // "The number of suppliers on the framework will be between two and four."
        let counted = |h: &Range<usize>| {
            let last = passage.numbers().last().is_some_and(|(_, r)| r == at);
            last && h.before(&at, 12)
                && !passage.says("invited|attended|responded")
                && tokens.is(h.start.wrapping_sub(1), "of")
                && passage.says_before(h.start, 2, "number")
        };
        let who = passage.each(SUPPLIERS).find(|h| h.behind(&at, 2) || counted(h));
        let Some(who) = who else { continue };
        let given = passage.each(APPOINTED).any(|h| h != who && h.start.abs_diff(at.start) <= 12)
            || (passage.has(FRAMEWORK) || passage.lead_in_has(FRAMEWORK)) && passage.has_before(AT_MOST, &at, 2);
        let limited = passage.has(AT_MOST) || passage.has(crate::language::stance::MUST) || given;
        let asked_of_bidders = passage.tokens().is(who.start, "bidder|bidders|tenderer|tenderers") && !given;
        if given && limited && !asked_of_bidders && !passage.negated(&at) {
            let fact = Fact::new("framework.places", passage.place(&[&at, &who]))
                .amount(count, "suppliers")
                .lot(passage.lot(at.start));
            let parts = "lot|lots|zone|area|region|district|locality|category";
            let each = passage
                .range
                .clone()
                .any(|i| tokens.is(i, "each|every|per") && (i + 1..i + 3).any(|k| tokens.is(k, parts)));
            facts.add(if each { fact.detail("of", "each") } else { fact });
            return;
        }
    }
}
