//! Screening: notices by the thousand, a row each, and what they have in common.
//!
//! ```text
//! file ──source──▶ notices ──pool──▶ rows ──▶ table (JSON Lines, CSV, Parquet)
//!                                      └──summary──▶ JSON, page
//! ```
//!
//! | file | does |
//! |---|---|
//! | `source` | hands on the notices of a file one by one, so that memory does not grow with the file |
//! | `notice` | what a notice says of itself: buyer, region, CPV, dates |
//! | `row` | checks a notice |
//! | `pool` | checks notices on all cores and gives their rows in the order of the file |
//! | `work` | the rows so far, so that what was interrupted goes on |
//! | `table` | the rows as JSON Lines, CSV or Parquet |
//! | `summary` | how many notices have which barrier, by buyer, region, CPV and month |
//! | `page` | the summary as a page with small charts |

mod notice;
pub mod page;

mod pool;
mod row;
pub mod source;
pub mod summary;
pub mod table;
pub mod work;

pub use notice::Kind;
pub use pool::{Job, run};
pub use row::{Row, row};
