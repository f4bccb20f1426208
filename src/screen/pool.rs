//! Notices checked on all cores, their rows in the order of the file.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use super::row::{Row, row};
use super::source::Item;
use crate::Given;

/// Notices that are handed over together: enough that handing over costs little.
const TOGETHER: usize = 32;
/// Bytes that are handed over together at most, but for one notice alone.
const MOST_BYTES: usize = 1 << 20;
/// So many times as many batches as cores are under way at most, those that wait for an earlier one among them.
const UNDER_WAY: usize = 4;

/// Notices of one file that are checked together.
pub struct Job {
    /// The file.
    pub source: String,
    /// The number in the file of the first of them, from 1.
    pub first: u64,
    /// The notices.
    pub items: Vec<Item>,
}

impl Job {
    /// Begins with none.
    pub fn new(source: &str, first: u64) -> Self {
        Self { source: source.to_owned(), first, items: vec![] }
    }

    /// Whether it is large enough to be handed over.
    pub fn is_full(&self) -> bool {
        let size = |item: &Item| if let Item::Notice(json) = item { json.len() } else { 0 };
        self.items.len() >= TOGETHER || self.items.iter().map(size).sum::<usize>() >= MOST_BYTES
    }
}

/// Checks notices on so many cores. `read` runs beside the checking: it hands over jobs until it is told that nobody
/// wants more. `each` gets the rows, in the order in which their jobs were handed over.
///
/// What is under way is bounded, so memory does not grow with the number of notices.
pub fn run<E>(
    cores: usize,
    given: &Given,
    read: impl FnOnce(&mut dyn FnMut(Job) -> ControlFlow<()>) + Send,
    mut each: impl FnMut(Vec<Row>) -> Result<(), E>,
) -> Result<(), E> {
    let cores = cores.max(1);
    let most = cores * UNDER_WAY;
    thread::scope(|scope| {
        let (jobs, waiting) = sync_channel::<(u64, Job)>(most);
        let (done, rows) = sync_channel::<(u64, Vec<Row>)>(most);
        // A token for each job under way: it is taken before a job is handed over and given back with its rows.
        let (give_back, tokens) = sync_channel::<()>(most);
        for _ in 0..most {
            let _ = give_back.send(());
        }
        scope.spawn(move || {
            let mut number = 0;
            read(&mut |job| {
                // Nobody gives tokens any more, or takes jobs, when the rows are not wanted.
                if tokens.recv().is_err() || jobs.send((number, job)).is_err() {
                    return ControlFlow::Break(());
                }
                number += 1;
                ControlFlow::Continue(())
            });
        });
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..cores {
            let (waiting, done) = (Arc::clone(&waiting), done.clone());
            scope.spawn(move || work(&waiting, &done, given));
        }
        drop((done, waiting));
        in_order(&rows, &give_back, &mut each)
    })
}

fn work(waiting: &Mutex<Receiver<(u64, Job)>>, done: &SyncSender<(u64, Vec<Row>)>, given: &Given) {
    loop {
        let next = match waiting.lock() {
            Ok(waiting) => waiting.recv(),
            Err(_) => return,
        };
        let Ok((number, Job { source, first, items })) = next else { return };
        let rows = (first..).zip(&items).map(|(number, item)| row(&source, number, item, given)).collect();
        if done.send((number, rows)).is_err() {
            return;
        }
    }
}

fn in_order<E>(
    rows: &Receiver<(u64, Vec<Row>)>,
    give_back: &SyncSender<()>,
    each: &mut impl FnMut(Vec<Row>) -> Result<(), E>,
) -> Result<(), E> {
    let (mut early, mut next) = (BTreeMap::new(), 0);
    for (number, batch) in rows {
        early.insert(number, batch);
        while let Some(batch) = early.remove(&next) {
            each(batch)?;
            next += 1;
            // The reader may have ended.
            let _ = give_back.send(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jobs(count: u64) -> impl FnOnce(&mut dyn FnMut(Job) -> ControlFlow<()>) + Send {
        move |hand_over| {
            for number in 0..count {
                let json =
                    format!(r#"{{"ocid":"ocds-{number}","tag":["tender"],"tender":{{"title":"Lot {number}"}}}}"#);
                let items = vec![Item::Notice(json.into_bytes().into())];
                if hand_over(Job { source: "a.json".into(), first: number + 1, items }).is_break() {
                    return;
                }
            }
        }
    }

    #[test]
    fn rows_are_the_same_on_any_number_of_cores() {
        let rows = |cores| {
            let mut rows = vec![];
            let done: Result<(), ()> = run(cores, &Given::default(), jobs(100), |batch| {
                rows.extend(batch);
                Ok(())
            });
            done.unwrap();
            rows
        };
        let one = rows(1);
        assert_eq!(one.iter().map(|row| row.number).collect::<Vec<_>>(), (1..=100).collect::<Vec<_>>());
        assert_eq!(one, rows(3));
    }

    #[test]
    fn who_wants_no_more_rows_ends_all() {
        let mut seen = 0;
        let stopped = run(2, &Given::default(), jobs(u64::MAX), |_| {
            seen += 1;
            if seen == 5 { Err("enough") } else { Ok(()) }
        });
        assert_eq!((stopped, seen), (Err("enough"), 5));
    }
}
