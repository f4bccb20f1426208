//! What is to be said beside a passage of a document.

use serde::{Deserialize, Serialize};

/// Something that is said beside a passage, or of the document as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remark {
    /// Start and end of the passage in the document's text, in UTF-16 code units; none where it is about the whole.
    pub passage: Option<(usize, usize)>,
    /// What is said: a title, then paragraphs.
    pub lines: Vec<String>,
    /// Better wording for what the passage asks.
    pub wording: Option<String>,
}
