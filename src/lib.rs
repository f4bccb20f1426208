//! Tender Check reads tender documents and says what in them would keep a small social enterprise from bidding,
//! why, how sure it is, and what to write instead.
//!
//! ```text
//! bytes ──read──▶ Document ──understand──▶ Facts ──judge──▶ Findings ──▶ Report
//! ```

#[cfg(feature = "judge")]
pub mod barriers;
#[cfg(feature = "bid")]
pub mod bid;
#[cfg(feature = "judge")]
pub mod circumstances;
pub mod document;
#[cfg_attr(not(all(feature = "judge", feature = "text")), allow(dead_code))]
mod eight;
#[cfg(feature = "judge")]
pub mod fact;
#[cfg(feature = "judge")]
pub mod language;
#[cfg(feature = "judge")]
pub mod law;
pub mod letter;
#[cfg_attr(not(feature = "judge"), allow(dead_code))]
mod list;
#[cfg(feature = "mark")]
pub mod mark;
#[cfg(any(feature = "judge", feature = "office", feature = "text"))]
mod months;
#[cfg(any(feature = "judge", feature = "office", feature = "pdf", feature = "text"))]
// The readers of Word and PDF share little of what reads text.
#[cfg_attr(not(feature = "judge"), allow(dead_code))]
mod order;
#[cfg(any(feature = "bid", feature = "export"))]
mod own_file;
#[cfg(feature = "judge")]
mod pack;
#[cfg(feature = "judge")]
pub mod papers;
#[cfg(feature = "judge")]
pub mod parallel;
pub mod read;
#[cfg(any(feature = "judge", feature = "mark", feature = "office"))]
// Not every module places remarks.
#[cfg_attr(not(any(feature = "mark", feature = "office")), allow(dead_code))]
pub mod remark;
#[cfg(feature = "judge")]
pub mod report;
#[cfg(feature = "office")]
pub mod review;
#[cfg(feature = "screen")]
pub mod screen;
#[cfg(feature = "judge")]
pub mod settings;
mod tree;
#[cfg(feature = "wasm")]
pub mod wasm;
#[cfg(feature = "judge")]
pub mod words;

#[cfg(feature = "judge")]
pub use circumstances::Given;
#[cfg(feature = "judge")]
pub use pack::{Pack, lexicon};
