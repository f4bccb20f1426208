//! Iterators as lists.

/// What an iterator gives, as a list.
pub(crate) trait Listed: Iterator + Sized {
    /// As `collect` does, which makes two functions of each iterator, with room asked for before. This makes one loop: in wasm
    /// a third of it, and there are a hundred.
    fn listed(self) -> Vec<Self::Item> {
        let mut all = vec![];
        for one in self {
            all.push(one);
        }
        all
    }
}

impl<I: Iterator> Listed for I {}
