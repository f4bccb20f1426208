//! Tender Check reads tender documents and says what in them would keep a small social enterprise from bidding,
//! why, how sure it is, and what to write instead.
//!
//! ```text
//! bytes ──read──▶ Document ──understand──▶ Facts ──judge──▶ Findings ──▶ Report
//! ```

pub mod document;
#[cfg(feature = "check")]
pub mod fact;
#[cfg(feature = "check")]
pub mod language;
pub mod read;
#[cfg(feature = "check")]
pub mod report;
#[cfg(feature = "wasm")]
pub mod wasm;
