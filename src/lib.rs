//! Tender Check reads tender documents and says what in them would keep a small social enterprise from bidding,
//! why, how sure it is, and what to write instead.
//!
//! ```text
//! bytes ──read──▶ Document ──understand──▶ Facts ──judge──▶ Findings ──▶ Report
//! ```

#[cfg(feature = "check")]
pub mod barriers;
#[cfg(feature = "check")]
pub mod circumstances;
pub mod document;
#[cfg(feature = "check")]
pub mod fact;
#[cfg(feature = "check")]
pub mod language;
#[cfg(feature = "check")]
pub mod law;
#[cfg(any(feature = "check", feature = "office", feature = "text"))]
mod months;
#[cfg(any(feature = "check", feature = "office", feature = "pdf", feature = "text"))]
// The readers of Word and PDF share little of what reads text.
#[cfg_attr(not(feature = "check"), allow(dead_code))]
mod order;
#[cfg(feature = "check")]
mod pack;
#[cfg(feature = "check")]
pub mod papers;
pub mod read;
#[cfg(any(feature = "check", feature = "office"))]
pub mod remark;
#[cfg(feature = "check")]
pub mod report;
#[cfg(feature = "office")]
pub mod review;
#[cfg(feature = "check")]
pub mod settings;
mod tree;
#[cfg(feature = "wasm")]
pub mod wasm;
#[cfg(feature = "check")]
pub mod words;

#[cfg(feature = "check")]
pub use circumstances::Given;
#[cfg(feature = "check")]
pub use pack::{Pack, lexicon};
