//! When insurance or its proof must be there, and for how long after the end.

use std::ops::Range;

use super::cues::{AFTER_END, CERTIFICATE, HOLD, INSURANCE};
use super::read::{has_level, names_cover};
use crate::fact::{Fact, Facts, Stance};
use crate::language::condition::Condition;
use crate::language::passage::Passage;
use crate::language::span::Span;
use crate::language::stance::MAY;
use crate::language::timing::{AT_TENDER, BEFORE_AWARD, BEFORE_START};
use crate::language::whose::Whose;

/// When cover or its certificate must be there.
pub fn timing(passage: &Passage, facts: &mut Facts) {
    if !passage.has_any(&[AT_TENDER, BEFORE_AWARD, BEFORE_START]) && !passage.has_condition(Condition::OrCommitToObtain)
    {
        return;
    }
    let speaks = |p: &Passage| p.has(INSURANCE) || names_cover(p);
    // "Public liability £5m. Evidence to be provided with the tender."
    let of_before =
        || passage.has(CERTIFICATE) && passage.before().is_some_and(|b| b.block == passage.block && speaks(&b));
    // "Bidders must confirm that they can provide prior to award:" above the covers.
    let leads = || {
        let next = passage.block + 1;
        passage.text().trim_end().ends_with(':')
            && next < passage.reading.document.blocks.len()
            && speaks(&passage.reading.whole(next))
    };
    let own = speaks(passage) || of_before() || leads();
    let around = || passage.lead_ins().chain(passage.headings()).any(|p| p.has(INSURANCE));
    // "or will commit to obtain it" is said of the covers that were just listed.
    if !own && !around() && !passage.lately(INSURANCE, 10) {
        return;
    }
    let place = || passage.whole_place();
    if let Some(at) = passage.condition_at(Condition::OrCommitToObtain) {
        let named = passage.each(INSURANCE).find(|h| h.behind(&at, 30)).unwrap_or(at.clone());
        let held = passage.each(HOLD).filter(|h| h.before(&at, 6)).last().unwrap_or(at.clone());
        let place = passage.evidence(&[&held, &at, &named]);
        facts.add(Fact::new("insurance.timing", place).named("before_start").stance(Stance::Offered));
        return;
    }
    if !own {
        return;
    }
    if let Some(at) = passage.first(AT_TENDER) {
        let asked = match passage.stance_or_lead(&at) {
            Some(stance) => stance == Stance::Required,
            // "Evidence to be provided with the tender", "Please send a copy with your response"
            None => passage.has(CERTIFICATE) && passage.says("be|please"),
        };
        if passage.negated(&at) {
            facts.add(Fact::new("insurance.timing", place()).named("before_start").stance(Stance::Offered));
        } else if asked && passage.whose(&at) != Some(Whose::Buyer) && !passage.has(MAY) {
            facts.add(required(passage, "at_tender"));
        }
        return;
    }
    let later = [(BEFORE_AWARD, "before_award"), (BEFORE_START, "before_start")];
    // "Throughout the term" says how long, and not by when.
    let by = |h: Range<usize>| !passage.tokens().is(h.start, "throughout|during|for");
    if let Some((_, when)) = later.iter().find(|(cue, _)| passage.each(*cue).any(by)) {
        // "Certificates will be asked for before the award."
        let asked = || passage.has(CERTIFICATE) && passage.says("requested|asked|provided|produced|sent|submitted");
        // "You will need £5m of cover before the contract starts."
        let needed = || passage.says("need") && !passage.says("not") && has_level(passage);
        if passage.stance(&passage.range) == Some(Stance::Required) || asked() || needed() {
            facts.add(required(passage, when));
        }
    }
}

/// The fact that cover, or no more than its papers, must be there by then.
fn required(passage: &Passage, when: &'static str) -> Box<Fact> {
    let fact = Fact::new("insurance.timing", passage.whole_place()).named(when).stance(Stance::Required);
    let tokens = passage.tokens();
    // "before the contract is signed" is as late as it can be.
    let award = |h: Range<usize>| tokens.says(h.clone(), "before|prior") && tokens.says(h, "award|awarded");
    if papers_only(passage) {
        fact.detail("evidence", "certificate")
    } else if passage.each(BEFORE_AWARD).any(award) {
        fact.detail("stage", "award")
    } else {
        fact
    }
}

/// Whether only papers are asked for, and nothing says that the cover must be held.
fn papers_only(passage: &Passage) -> bool {
    let Some(papers) = passage.first(CERTIFICATE) else { return false };
    !passage.each(HOLD).any(|h| h.end <= papers.start)
}

/// Years for which cover is kept after the end.
pub fn run_off(passage: &Passage, facts: &mut Facts) {
    let Some(after) = passage.first(AFTER_END) else { return };
    let insured = passage.concerns(INSURANCE);
    if !insured {
        return;
    }
    for (period, at) in passage.periods() {
        let years = period.years();
        let close = at.before(&after, 4) || after.before(&at, 6);
        if close && (1.0..=20.0).contains(&years) {
            facts.add(
                Fact::new("insurance.run_off", passage.place(&[&at, &after]))
                    .amount(years, "years")
                    .stance(Stance::Required),
            );
            return;
        }
    }
}
