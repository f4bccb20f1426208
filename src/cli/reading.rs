//! Reading file by file: shown on a terminal, stopped by Ctrl+C, and bounded in time.
//!
//! Each file is read in a thread of its own, as many at a time as there are cores. One that takes too long, or whose reader
//! breaks down, is a document that says so, and the others are read all the same.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tender_check::document::{Document, Format, TIME, Why};
use tender_check::read;
use tender_check::read::pack::Parts;
use tender_check::report::line;
use tender_check::words::Words;

/// Longest time that the reading of one file may take. The longest real ones take some seconds.
const MAX_TIME: Duration = Duration::from_mins(1);
/// How soon Ctrl+C is heeded.
const HEED: Duration = Duration::from_millis(100);
/// What a reader has for its stack, in bytes; as much as the main thread of most systems.
const STACK: usize = 8 << 20;

/// How far the reading is, as a line on a terminal.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Shows nothing where standard error is no terminal, or when it is to be quiet.
    pub fn new(quiet: bool) -> Self {
        let hidden = quiet || !std::io::stderr().is_terminal();
        let target = if hidden { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr_with_hz(10) };
        let bar = ProgressBar::with_draw_target(Some(0), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:20} {pos}/{len} {wide_msg}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    fn say(&self, message: &str, args: &[(&str, String)]) {
        if !self.bar.is_hidden() {
            self.bar.set_message(Words::spoken().say("cli", message, None, args).unwrap_or_default());
        }
    }
}

/// Whether Ctrl+C was pressed; a second time ends the program.
pub fn stopped() -> bool {
    static STOPPED: AtomicBool = AtomicBool::new(false);
    static HANDLER: OnceLock<()> = OnceLock::new();
    HANDLER.get_or_init(|| {
        let stopping = Words::spoken().say("cli", "stopping", None, &[]).unwrap_or_default();
        // Without a handler Ctrl+C ends the program at once, which is good too.
        let _ = ctrlc::set_handler(move || {
            if STOPPED.swap(true, Ordering::Relaxed) {
                std::process::exit(130);
            }
            eprintln!("{stopping}");
        });
    });
    STOPPED.load(Ordering::Relaxed)
}

/// The reading of all files of a command.
pub struct Reading<'p> {
    progress: &'p Progress,
    /// Whether the bytes of Word and PDF files are kept.
    keep: bool,
    /// What may open a file that is locked.
    passwords: &'p [String],
}

/// What came of one file.
pub struct Read {
    pub document: Document,
    /// The bytes of a Word or PDF file, if these are kept.
    pub bytes: Option<Vec<u8>>,
}

impl From<Document> for Read {
    fn from(document: Document) -> Self {
        Self { document, bytes: None }
    }
}

impl<'p> Reading<'p> {
    /// Begins with so many files; a pack turns out to be more. With `keep` the Word and PDF files among them are kept.
    pub fn new(progress: &'p Progress, files: usize, keep: bool, passwords: &'p [String]) -> Self {
        stopped();
        progress.bar.set_length(files as u64);
        Self { progress, keep, passwords }
    }

    /// Opens a file that is a pack; none where it is a document.
    pub fn open(&self, name: &str, bytes: &[u8]) -> Option<Parts> {
        self.say(name);
        let parts = if stopped() { None } else { Parts::open(name, bytes) }?;
        self.progress.bar.inc(1);
        self.found(parts.found);
        Some(parts)
    }

    /// Counts files that were found in a pack.
    pub fn found(&self, files: usize) {
        self.progress.bar.inc_length(files as u64);
    }

    fn say(&self, name: &str) {
        self.progress.say("reading", &[("name", line(name))]);
    }

    /// Reads one file.
    pub fn document(&self, name: &str, bytes: Vec<u8>) -> Read {
        self.say(name);
        let bytes = Arc::new(bytes);
        let kept = self.keep.then(|| Arc::clone(&bytes));
        let shown = line(name);
        let page = |page: u32, pages: u32| {
            let args = [("name", shown.clone()), ("page", page.to_string()), ("pages", pages.to_string())];
            self.progress.say("reading-page", &args);
        };
        let passwords = self.passwords.to_vec();
        let work = move |name: &str, pages: &SyncSender<Step>| {
            let mut told = Instant::now();
            read::read_telling(name, &bytes, &passwords, &mut |page, of| {
                // Often enough to be seen; a page takes a millisecond.
                if told.elapsed() > HEED {
                    told = Instant::now();
                    let _ = pages.try_send(Step::Page(page, of));
                }
            })
        };
        let document = guarded(name, MAX_TIME, stopped, page, work);
        self.progress.bar.inc(1);
        let writable = matches!(document.format, Format::Docx | Format::Pdf);
        Read { document, bytes: kept.filter(|_| writable).map(Arc::unwrap_or_clone) }
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        self.progress.bar.finish_and_clear();
    }
}

/// What a reader tells.
enum Step {
    Page(u32, u32),
    Read(Document),
}

/// Has a file read in a thread of its own, and waits for it as long as it may take.
///
/// A thread cannot be ended: one that is given up goes on until the program ends, which is soon.
fn guarded(
    name: &str,
    longest: Duration,
    stopped: impl Fn() -> bool,
    page: impl Fn(u32, u32),
    work: impl FnOnce(&str, &SyncSender<Step>) -> Document + Send + 'static,
) -> Document {
    let unread = |why, detail: Option<String>| Document::unread(name, Format::Unknown, why, detail);
    if stopped() {
        return unread(Why::Stopped, None);
    }
    let (steps, told) = sync_channel(16);
    let own = name.to_owned();
    let body = move || {
        let document = work(&own, &steps);
        // Nobody waits any more for what took too long.
        let _ = steps.send(Step::Read(document));
    };
    let end = Instant::now() + longest;
    let thread = match thread::Builder::new().stack_size(STACK).spawn(body) {
        Ok(thread) => thread,
        Err(error) => return unread(Why::Damaged, Some(error.to_string())),
    };
    loop {
        let left = end.saturating_duration_since(Instant::now());
        match told.recv_timeout(left.min(HEED)) {
            Ok(Step::Page(number, pages)) => page(number, pages),
            Ok(Step::Read(document)) => return document,
            Err(RecvTimeoutError::Timeout) if stopped() => return unread(Why::Stopped, None),
            Err(RecvTimeoutError::Timeout) if left.is_zero() => return unread(Why::TooLarge, Some(TIME.to_owned())),
            Err(RecvTimeoutError::Timeout) => {}
            // The reader broke down: a fault of this program, which no file should bring about.
            Err(RecvTimeoutError::Disconnected) => {
                return unread(Why::Damaged, thread.join().err().map(|e| words(&*e)));
            }
        }
    }
}

/// What a panic says.
fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(name: &str) -> Document {
        read::read(name, b"Lot 1")
    }

    fn why(document: &Document) -> Option<Why> {
        document.unread.first().map(|unread| unread.why)
    }

    #[test]
    fn what_is_read_in_time_is_given_and_its_pages_are_told() {
        let pages = std::cell::RefCell::new(vec![]);
        let page = |number, of| pages.borrow_mut().push((number, of));
        let document = guarded(
            "a.txt",
            MAX_TIME,
            || false,
            page,
            |name, steps| {
                steps.send(Step::Page(2, 9)).unwrap();
                whole(name)
            },
        );
        assert_eq!((document.text().as_str(), pages.into_inner()), ("Lot 1", vec![(2, 9)]));
    }

    #[test]
    fn a_reader_that_never_ends_is_given_up() {
        let (_held, wait) = sync_channel::<()>(0);
        let document = guarded(
            "a.pdf",
            Duration::from_millis(1),
            || false,
            |_, _| {},
            move |name, _| {
                let _ = wait.recv();
                whole(name)
            },
        );
        assert_eq!((why(&document), document.unread[0].detail.as_deref()), (Some(Why::TooLarge), Some(TIME)));
    }

    #[test]
    fn a_reader_that_breaks_down_is_reported() {
        let document = guarded("a.pdf", MAX_TIME, || false, |_, _| {}, |_, _| panic!("out of range"));
        assert_eq!((why(&document), document.unread[0].detail.as_deref()), (Some(Why::Damaged), Some("out of range")));
    }

    #[test]
    fn what_is_stopped_is_not_begun_or_given_up() {
        let document = guarded("a.pdf", MAX_TIME, || true, |_, _| {}, |name, _| whole(name));
        assert_eq!(why(&document), Some(Why::Stopped));
        let asked = std::cell::Cell::new(false);
        let (_held, wait) = sync_channel::<()>(0);
        let document = guarded(
            "a.pdf",
            MAX_TIME,
            || asked.replace(true),
            |_, _| {},
            move |name, _| {
                let _ = wait.recv();
                whole(name)
            },
        );
        assert_eq!(why(&document), Some(Why::Stopped));
    }
}
