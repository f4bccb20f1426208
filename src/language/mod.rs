//! The grammar of tender English, shared by every family of barriers.
//!
//! ```text
//! text ──token──▶ Token ──cue──▶ Hit ──quantity──▶ Spotted ──sentence──▶ Passage ◀── stance, whose, condition
//! ```
//!
//! A text is cut into tokens once. One walk over the tokens finds the cues of all families, another the quantities.
//! Then families read passages: the cue, the quantity near it, and what stands around.

pub mod answer;
pub mod blank;
pub mod condition;
pub mod cue;
pub mod date;
pub mod lexicon;
pub mod merged;
pub mod money;
pub mod number;
mod part;
pub mod passage;
pub mod period;
pub mod quantity;
pub mod reading;
pub mod sentence;
pub mod share;
pub mod span;
pub mod stance;
pub mod timing;
pub mod token;
pub mod vocabulary;
pub mod whose;

/// The cues of the language itself.
pub fn cues() -> cue::Packed {
    crate::packed!(quantity::CUES, stance::CUES, whose::CUES, condition::CUES, passage::CUES, timing::CUES)
}
