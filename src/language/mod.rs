//! The grammar of tender English, shared by every family of barriers.

pub mod cue;
pub mod date;
pub mod money;
pub mod number;
pub mod period;
pub mod quantity;
pub mod sentence;
pub mod share;
pub mod token;
