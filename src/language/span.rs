//! Where two ranges of a block's tokens stand to each other.

use std::ops::Range;

/// A range of a block's tokens, as indexes.
pub trait Span {
    /// The tokens between it and another, whichever stands first; none where they touch or overlap.
    fn between(&self, other: &Self) -> Range<usize>;

    /// Whether it ends before another begins, with at most so many tokens between them.
    fn before(&self, other: &Self, most: usize) -> bool;

    /// Whether it begins behind the end of another, with at most so many tokens between them.
    fn behind(&self, other: &Self, most: usize) -> bool {
        other.before(self, most)
    }
}

impl Span for Range<usize> {
    fn between(&self, other: &Self) -> Range<usize> {
        self.end.min(other.end)..self.start.max(other.start)
    }

    fn before(&self, other: &Self, most: usize) -> bool {
        self.end <= other.start && other.start - self.end <= most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_is_the_same_both_ways() {
        assert_eq!((2..4).between(&(7..9)), 4..7);
        assert_eq!((7..9).between(&(2..4)), 4..7);
        assert!((2..4).between(&(4..9)).is_empty());
        assert!((2..6).between(&(4..9)).is_empty());
    }

    #[test]
    fn near_enough_on_the_right_side() {
        assert!((2..4).before(&(7..9), 3) && (7..9).behind(&(2..4), 3));
        assert!((2..4).before(&(4..9), 0));
        assert!(!(2..4).before(&(7..9), 2));
        assert!(!(7..9).before(&(2..4), 9) && !(2..6).before(&(4..9), 9));
    }
}
