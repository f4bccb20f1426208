//! How many words or pages bidders are to write.

use std::ops::Range;

use super::{BID, TENDERER};
use crate::barriers::case::Case;
use crate::barriers::findings::{Draft, Findings};
use crate::fact::{Fact, Facts, Stance};
use crate::language::cue::{Cue, CueList};
use crate::language::number::decimal;
use crate::language::passage::Passage;
use crate::language::quantity::Quantity;
use crate::list::Listed;
use crate::report::Severity;
use crate::words::{grouped, pounds};

/// A limit of words, by its name.
const LIMIT: Cue = Cue::named("process.word-limit");
/// Pages that are counted.
const SIDES: Cue = Cue::named("process.sides");
/// What is limited.
const ANSWER: Cue = Cue::aside("process.answer");
/// The whole of it.
const WHOLE: Cue = Cue::aside("process.whole-response");
/// Words that are the work itself.
const WORK: Cue = Cue::named("process.words-as-work");

/// The theme's cues.
pub const CUES: &CueList = &[
    (
        LIMIT,
        &[
            "word limit|limits|count|counts|maximum|max|allowance|guide",
            "maximum|max|number|limit|limited|no ~4 words",
            "words max|maximum|limit|allowed|permitted|or",
            "word|words",
        ],
    ),
    (SIDES, &["side|sides|page|pages of? a 4", "a 4 side|sides|page|pages"]),
    (
        ANSWER,
        &[
            "answer|answers|question|questions|describe|explain|outline|demonstrate|summarise|summary|tell|how|what|why|statement|statements|study|studies|example|examples",
            "response|responses|criterion|criteria|weighting|method|plan|detail|details",
        ],
    ),
    (WHOLE, &["whole|entire|total|overall|full|complete|combined|together|altogether", "in all"]),
    (
        WORK,
        &[
            "translation|translations|translate|translated|translator|translators|transcription|transcribe|interpreting|copywriting|proofreading|leaflet|article|articles",
            "per # word|words",
            "in words",
            "key words",
        ],
    ),
];

/// Reads the words that bidders are asked for or allowed.
pub fn read(passage: &Passage, facts: &mut Facts) {
    let headed = || passage.head_row_has(LIMIT);
    if !passage.has_any(&[LIMIT, SIDES]) && !headed() || passage.has(WORK) {
        return;
    }
    let asked = passage.has_any(&[ANSWER, BID, TENDERER])
        || [ANSWER, BID].iter().any(|&cue| passage.context_has(cue))
        || passage.before_has(ANSWER)
        || passage.percents().next().is_some();
    if !asked {
        return;
    }
    // A row of a table is about one answer, whatever it says of it as a whole.
    let whole = passage.has(WHOLE) && !passage.in_row();
    // "No more than two sides of A4"
    if let Some(sides) = passage.first(SIDES).filter(|_| !passage.says("word|words|print|printed|paper"))
        && let Some(count) = sides.start.checked_sub(1).and_then(|at| passage.tokens().number(at, false))
    {
        let fact = Fact::new("process.word_limit", passage.place(&[&(sides.start - 1..sides.end)]));
        let fact = fact.amount(count.value, "sides").stance(Stance::Required);
        facts.add(fact.lot(passage.lot(sides.start)));
        return;
    }
    for (count, at) in counts(passage) {
        let Some(words) = counted(passage, &at) else { continue };
        if (20.0..=200_000.0).contains(&count) {
            let fact = Fact::new("process.word_limit", passage.place(&[&at, &words])).amount(count, "words");
            let fact = fact.stance(Stance::Required).lot(passage.lot(at.start));
            facts.add(if whole { fact.detail("of", "whole") } else { fact });
        }
    }
}

/// The numbers of a passage, 2000 among them, which alone is read as a year.
fn counts(passage: &Passage) -> impl Iterator<Item = (f64, Range<usize>)> {
    passage.quantities().filter_map(|q| match q.what {
        Quantity::Number(n) => Some((n, q.range())),
        Quantity::Reference => decimal(passage.slice(&q.range())).map(|n| (n, q.range())),
        _ => None,
    })
}

/// The words by which a number counts words: "500 words", "word limit: 500"; itself in a column of that name.
fn counted(passage: &Passage, at: &Range<usize>) -> Option<Range<usize>> {
    let tokens = passage.tokens();
    let follows = |&i: &usize| tokens.is(i, "word|words") && tokens.same_cell(i);
    if let Some(word) = (at.end..at.end + 2).find(follows) {
        return Some(at.start..word + 1);
    }
    let before = |h: &Range<usize>| {
        let near = h.len() > 1 && h.end <= at.start && at.start - h.end <= 4;
        near && (h.end..=at.start).all(|i| tokens.same_cell(i) && !tokens.is(i, "per"))
    };
    let headed = || {
        let alone = passage.cell_at(at.start).is_some_and(|(_, cell)| cell.range == *at);
        alone && passage.head_has(at.start, LIMIT)
    };
    passage.each(LIMIT).find(before).or_else(|| headed().then(|| at.clone()))
}

/// Judges all words together against the yearly value.
pub fn judge(case: &Case, findings: &mut Findings) {
    let rule = "process.volume";
    let all: Vec<_> = case
        .asked("process.word_limit")
        .filter(|(_, f)| f.unit.as_deref() == Some("words"))
        .filter_map(|(i, f)| Some((i, f, f.number()?)))
        .listed();
    let whole = all.iter().filter(|(_, f, _)| f.details.has("of")).map(|w| w.2).fold(0.0, f64::max);
    // A form repeats what the instructions say: the document that asks for most counts.
    let mut documents: Vec<f64> = vec![];
    for (_, fact, words) in all.iter().filter(|(_, f, _)| !f.details.has("of")) {
        for place in &fact.places {
            documents.resize(documents.len().max(place.document + 1), 0.0);
            documents[place.document] += words;
        }
    }
    let words = if whole > 0.0 { whole } else { documents.into_iter().fold(0.0, f64::max) };
    let over = |name: &str| words > case.threshold(rule, name);
    if !over("some_words") {
        return;
    }
    let facts = all.iter().map(|a| a.0);
    let Some(annual) = case.annual(None).map(|a| a.amount) else {
        if over("most_words") {
            findings
                .add(Draft::barrier(rule, Severity::Medium).variant("many").arg("words", grouped(words)).facts(facts));
        } else {
            findings.add(Draft::query(rule).variant("query").arg("words", grouped(words)).facts(facts));
            findings.undecided(rule, "undecided");
        }
        return;
    };
    let below = |name: &str| annual < case.threshold(rule, name);
    let severity = match () {
        () if over("many_words") && below("small_contract") => Severity::High,
        () if over("most_words") || below("tiny_contract") => Severity::Medium,
        () => return,
    };
    let draft = Draft::barrier(rule, severity).arg("words", grouped(words)).arg("annual", pounds(annual)).facts(facts);
    findings.add(draft.test("test").figure("demand", words, "words").figure("annual_value", annual, "GBP"));
}
