//! Formal words of tenders with plain ones to use instead.
//!
//! A choice from "Use simple words and phrases" in the Federal Plain Language Guidelines,
//! <https://github.com/GSA/plainlanguage.gov> (CC0 1.0), checked 2026-11-22, with British spelling added.

use crate::language::cue::{Cue, CueList};

macro_rules! plain_words {
    ($($formal:literal => $plain:literal,)+) => {
        /// The formal words, each with a name of its own.
        pub const CUES: &CueList = &[$((Cue::aside($formal), &[$formal])),+];
        /// For each of them the plain word.
        pub const PLAIN: &[(Cue, &str)] = &[$((Cue::aside($formal), $plain)),+];
    };
}

plain_words! {
    "adjacent to" => "next to",
    "ascertain|ascertained|ascertaining" => "find out",
    "at the present time" => "now",
    "commence|commences|commenced|commencing" => "start",
    "constitutes" => "is",
    "deem|deems|deemed" => "consider",
    "disseminate|disseminated|disseminating" => "send",
    "endeavour|endeavours|endeavouring" => "try",
    "expedite|expedited|expeditious|expeditiously" => "quick, speed up",
    "expend|expended" => "spend",
    "facilitate|facilitates|facilitating" => "help",
    "for a period of" => "for",
    "forfeit|forfeited" => "lose",
    "furnish|furnished|furnishing" => "give",
    "herein|hereunder" => "here",
    "heretofore|hitherto" => "until now",
    "herewith" => "here",
    "in accordance with" => "under",
    "in lieu of" => "instead of",
    "in order that" => "so that",
    "in the event of|that" => "if",
    "inasmuch as" => "since",
    "incumbent upon|on" => "must",
    "inter alia" => "among other things",
    "interface with" => "work with",
    "is applicable to" => "applies to",
    "methodology|methodologies" => "method",
    "necessitate|necessitates|necessitated" => "need",
    "notwithstanding" => "despite",
    "pertaining to" => "about",
    "preclude|precludes|precluded|precluding" => "prevent",
    "prior to" => "before",
    "promulgate|promulgated" => "publish",
    "provided that" => "if",
    "pursuant to" => "under",
    "remuneration" => "pay",
    "set forth in" => "in",
    "subsequent to" => "after",
    "subsequently" => "later",
    "terminate|terminates|terminated" => "end",
    "therein" => "there",
    "thereof" => "its",
    "under the provisions of" => "under",
    "undersigned" => "I, we",
    "until such time as" => "until",
    "utilise|utilised|utilises|utilising|utilisation|utilize|utilized|utilization" => "use",
    "with reference|regard to" => "about",
    "with the exception of" => "except",
}
