//! One document on all cores: its blocks are shared out, and what was made of them is put together in their order, so
//! that the result is the same on any number of cores. A browser's module has one.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use crate::document::Document;

/// Less text than this is not worth a core of its own, in bytes: starting a thread takes as long as reading some of it.
const LEAST: usize = 48 << 10;

/// Whether there is one core, whatever the machine: then what shares out and joins is not compiled.
pub const ALONE: bool = cfg!(target_arch = "wasm32");

/// The blocks of a document in shares of about as much text, one for each core that is worth while; at least one share.
pub fn shares(document: &Document) -> Vec<Range<usize>> {
    let blocks = &document.blocks;
    let bytes: usize = blocks.iter().map(|b| b.text.len()).sum();
    let most = bytes / LEAST;
    let cores = if most < 2 { 1 } else { std::thread::available_parallelism().map_or(1, usize::from).min(most) };
    let (mut shares, mut start, mut seen) = (vec![], 0, 0);
    for (at, block) in blocks.iter().enumerate() {
        seen += block.text.len();
        if shares.len() + 1 < cores && seen * cores >= bytes * (shares.len() + 1) {
            shares.push(start..at + 1);
            start = at + 1;
        }
    }
    shares.push(start..blocks.len());
    shares
}

/// Does work for each of the jobs, on all cores of the machine, and gives what came of them in the order of the jobs. A job is
/// taken when a core is free, so that no more are in memory than there are cores.
pub fn on_all_cores<J, R: Send>(jobs: impl Iterator<Item = J> + Send, work: impl Fn(J) -> R + Sync) -> Vec<R> {
    let jobs = Mutex::new(jobs.enumerate());
    let done = Mutex::new(vec![]);
    let take = || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some((at, job)) = take() {
            let result = work(job);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, std::num::NonZero::get) {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Does two works, the second on a thread of its own; gives the results of both.
///
/// # Panics
/// When a work does.
pub fn both<A, B: Send>(first: impl FnOnce() -> A, second: impl FnOnce() -> B + Send) -> (A, B) {
    std::thread::scope(|scope| {
        let second = scope.spawn(second);
        (first(), second.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Format, Kind};

    #[test]
    fn shares_hold_each_block_once_and_results_keep_their_order() {
        let text = |length: usize| Block::new(Kind::Paragraph, "x".repeat(length));
        for blocks in [vec![], vec![text(1)], vec![text(LEAST * 9)], (0..900).map(|i| text(i * 2)).collect()] {
            let document = Document { name: String::new(), format: Format::Text, pages: None, blocks, unread: vec![] };
            let shares = shares(&document);
            let numbers: Vec<usize> = on_all_cores(shares.into_iter(), Iterator::collect::<Vec<_>>).concat();
            assert_eq!(numbers, (0..document.blocks.len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_comes_of_jobs_is_in_their_order() {
        let slower = |job: u64| {
            std::thread::sleep(std::time::Duration::from_millis(10 - job));
            job
        };
        assert_eq!(on_all_cores(0..10, slower), (0..10).collect::<Vec<_>>());
    }
}
