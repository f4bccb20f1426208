//! What every reader shares: telling headings, list items and their numbers from plain lines.
