//! Screening: notices by the thousand.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write, stdout};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant, UNIX_EPOCH};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tender_check::Given;
use tender_check::report::line;
use tender_check::screen::source::{Fault, notices};
use tender_check::screen::summary::Counting;
use tender_check::screen::table::Table;
use tender_check::screen::work::{self, Begun, Work, line_of};
use tender_check::screen::{Job, Row, page, run};
use tender_check::words::{Words, grouped};
use walkdir::WalkDir;

use super::arguments::{Screen, Shares, Summarise};
use super::reading::stopped;
use super::{Trouble, settings};

/// Endings of files of notices in a folder; a file that is named is read whatever its ending.
const ENDINGS: [&str; 6] = [".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz"];
/// How often what was done is written down.
const KEEP: Duration = Duration::from_secs(2);

/// Why no more rows are wanted.
enum End {
    /// Ctrl+C, or nobody reads what is written.
    Stopped,
    Failed(Trouble),
}

/// Checks notices, writes their rows and what they have in common.
pub fn screen(arguments: &Screen) -> Result<ExitCode, Trouble> {
    stopped();
    let given = Given { settings: settings::of_file(arguments.settings.as_deref())?, ..Given::default() };
    let files = files(&arguments.paths)?;
    let mut counting = Counting::default();
    let ended = match &arguments.output {
        None => to_standard_output(arguments, &files, &given, &mut counting),
        Some(output) => to_file(arguments, &files, &given, output, &mut counting),
    };
    let summary = counting.finish();
    match ended {
        Ok(()) => {}
        Err(End::Failed(trouble)) => return Err(trouble),
        Err(End::Stopped) => {
            eprintln!("{}", say("screen-stopped", &[("rows", number(summary.rows))]));
            return Ok(ExitCode::from(super::TROUBLE));
        }
    }
    write_shares(&arguments.shares, &summary)?;
    if !arguments.quiet {
        let counts = [
            ("rows", number(summary.rows)),
            ("notices", number(summary.all.notices)),
            ("high", number(summary.all.high)),
        ];
        eprintln!("{}", say("screened", &counts));
    }
    if summary.rows == summary.unread { Err(Trouble::NothingRead) } else { Ok(ExitCode::SUCCESS) }
}

/// Counts rows that were made before.
pub fn summarise(arguments: &Summarise) -> Result<ExitCode, Trouble> {
    let mut counting = Counting::default();
    for path in &arguments.rows {
        let not_opened = |e| Trouble::NotOpened(path.clone(), e);
        for (at, line) in BufReader::new(File::open(path).map_err(not_opened)?).lines().enumerate() {
            let row = serde_json::from_str::<Row>(&line.map_err(not_opened)?);
            counting.add(&row.map_err(|_| Trouble::NoRows(path.clone(), at + 1))?);
        }
    }
    let summary = counting.finish();
    if arguments.shares.summary.is_none() && arguments.shares.page.is_none() {
        let json = serde_json::to_string_pretty(&summary).unwrap_or_default();
        super::print(stdout().lock(), &(json + "\n"))?;
    }
    write_shares(&arguments.shares, &summary)?;
    Ok(ExitCode::SUCCESS)
}

fn write_shares(shares: &Shares, summary: &tender_check::screen::summary::Summary) -> Result<(), Trouble> {
    let write = |path: &Option<PathBuf>, text: &dyn Fn() -> String| match path {
        Some(path) => fs::write(path, text()).map_err(|e| Trouble::NotWritten(path.clone(), e)),
        None => Ok(()),
    };
    write(&shares.summary, &|| serde_json::to_string_pretty(summary).unwrap_or_default() + "\n")?;
    write(&shares.page, &|| page::write(summary))
}

/// The files of notices, in order.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut files = vec![];
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
            let entry = entry.map_err(|e| Trouble::NotOpened(path.clone(), e.into()))?;
            let name = entry.file_name().to_string_lossy().to_lowercase();
            if entry.file_type().is_file() && ENDINGS.iter().any(|ending| name.ends_with(ending)) {
                files.push(entry.into_path());
            }
        }
    }
    if files.is_empty() { Err(Trouble::NoNotices) } else { Ok(files) }
}

fn to_standard_output(
    arguments: &Screen,
    files: &[PathBuf],
    given: &Given,
    counting: &mut Counting,
) -> Result<(), End> {
    let mut out = BufWriter::new(stdout().lock());
    let written = |result: io::Result<()>| {
        result.map_err(|e| match e.kind() {
            io::ErrorKind::BrokenPipe => End::Stopped,
            _ => End::Failed(Trouble::NotWritten("standard output".into(), e)),
        })
    };
    check(arguments, files, given, &BTreeMap::new(), |rows| {
        for row in rows {
            written(line_of(&mut out, &row))?;
            counting.add(&row);
        }
        // Whoever reads along sees each batch.
        written(out.flush())
    })
}

fn to_file(
    arguments: &Screen,
    files: &[PathBuf],
    given: &Given,
    output: &Path,
    counting: &mut Counting,
) -> Result<(), End> {
    let part = Work::path(output);
    let not_written = |e| End::Failed(Trouble::NotWritten(part.clone(), e));
    if arguments.restart && part.exists() {
        fs::remove_file(&part).map_err(not_written)?;
    }
    let begun = begun(files, given).map_err(End::Failed)?;
    let opened = Work::open(&part, &begun, |row| counting.add(row));
    let mut work = opened.map_err(|trouble| match trouble {
        work::Trouble::File(e) => not_written(e),
        work::Trouble::Another => End::Failed(Trouble::OtherRows(part.clone())),
    })?;
    let (done, mut kept) = (work.done.clone(), Instant::now());
    let ended = check(arguments, files, given, &done, |rows| {
        for row in &rows {
            counting.add(row);
        }
        work.add(&rows).map_err(not_written)?;
        if kept.elapsed() > KEEP {
            kept = Instant::now();
            work.flush().map_err(not_written)?;
        }
        Ok(())
    });
    work.flush().map_err(not_written)?;
    ended?;
    let not_written = |e| End::Failed(Trouble::NotWritten(output.to_owned(), e));
    let mut table = table(output).map_err(not_written)?;
    work.finish(&mut |row| table.add(row)).and_then(|()| table.finish()).map_err(not_written)
}

fn table(output: &Path) -> io::Result<Table<BufWriter<File>>> {
    let out = BufWriter::new(File::create(output)?);
    match output.extension().map(|ending| ending.to_string_lossy().to_lowercase()).as_deref() {
        Some("csv") => Table::csv(out),
        Some("parquet") => Table::parquet(out),
        _ => Ok(Table::Lines(out)),
    }
}

/// What the rows are of.
fn begun(files: &[PathBuf], given: &Given) -> Result<Begun, Trouble> {
    let about = |path: &PathBuf| {
        if path == Path::new("-") {
            return Ok((name(path), 0, 0));
        }
        let about = fs::metadata(path).map_err(|e| Trouble::NotOpened(path.clone(), e))?;
        let changed = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Ok((name(path), about.len(), changed.map_or(0, |time| time.as_secs())))
    };
    Ok(Begun {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        files: files.iter().map(about).collect::<Result<_, _>>()?,
        given: serde_json::to_string(given).unwrap_or_default(),
    })
}

/// How a file is named in rows.
fn name(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
}

/// Checks the notices of all files but those that are done, and gives their rows in order.
fn check(
    arguments: &Screen,
    files: &[PathBuf],
    given: &Given,
    done: &BTreeMap<String, u64>,
    mut each: impl FnMut(Vec<Row>) -> Result<(), End>,
) -> Result<(), End> {
    let all = thread::available_parallelism().map_or(1, usize::from);
    let cores = arguments.cores.map_or(all, usize::from);
    let progress = Progress::new(arguments.quiet, files);
    let read = AtomicU64::new(0);
    let mut failed = None;
    let hand_over = |next: &mut dyn FnMut(Job) -> ControlFlow<()>| {
        for path in files {
            let skip = done.get(&name(path)).copied().unwrap_or(0);
            match read_file(path, skip, &read, next) {
                Ok(ControlFlow::Continue(())) => {}
                Ok(ControlFlow::Break(())) => return,
                Err(trouble) => return failed = Some(trouble),
            }
        }
    };
    run(cores, given, hand_over, |rows| {
        progress.add(rows.len(), read.load(Ordering::Relaxed));
        each(rows)?;
        if stopped() { Err(End::Stopped) } else { Ok(()) }
    })?;
    failed.map_or(Ok(()), |trouble| Err(End::Failed(trouble)))
}

/// Hands over the notices of a file behind those that are done. A file that breaks off is told of, and the others are
/// read all the same.
fn read_file(
    path: &Path,
    skip: u64,
    read: &AtomicU64,
    next: &mut dyn FnMut(Job) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Trouble> {
    let not_opened = |e| Trouble::NotOpened(path.to_owned(), e);
    let file: Box<dyn Read> = match path {
        path if path == Path::new("-") => Box::new(io::stdin().lock()),
        path => Box::new(File::open(path).map_err(not_opened)?),
    };
    let (source, mut number, mut goes_on) = (name(path), 0, ControlFlow::Continue(()));
    let mut job = Job::new(&source, skip + 1);
    let ended = notices(Counted { inner: file, read }, &mut |item| {
        number += 1;
        if number <= skip {
            return ControlFlow::Continue(());
        }
        job.items.push(item);
        if job.is_full() {
            goes_on = next(std::mem::replace(&mut job, Job::new(&source, number + 1)));
        }
        goes_on
    });
    if goes_on.is_continue() && !job.items.is_empty() {
        goes_on = next(job);
    }
    match ended {
        Ok(()) => {}
        Err(Fault::NotOpened(e)) => return Err(not_opened(e)),
        Err(Fault::Damaged { line }) => warn("broken-file", &source, &[("line", line.to_string())]),
        Err(Fault::TooLarge) => warn("large-notice", &source, &[]),
    }
    Ok(goes_on)
}

fn warn(message: &str, source: &str, more: &[(&str, String)]) {
    let args: Vec<_> = more.iter().cloned().chain([("file", line(source))]).collect();
    eprintln!("tender-check: {}", say(message, &args));
}

fn say(message: &str, args: &[(&str, String)]) -> String {
    Words::spoken().say("cli", message, None, args).unwrap_or_else(|| message.to_owned())
}

fn number(count: u64) -> String {
    grouped(count as f64)
}

/// A reader that tells how many bytes were read.
struct Counted<'c, R> {
    inner: R,
    read: &'c AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// How far it is, as a line on a terminal.
struct Progress {
    bar: ProgressBar,
    begun: Instant,
    notices: AtomicU64,
}

impl Progress {
    fn new(quiet: bool, files: &[PathBuf]) -> Self {
        let hidden = quiet || !io::IsTerminal::is_terminal(&io::stderr());
        let target = if hidden { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr_with_hz(4) };
        // How much comes through standard input is not known.
        let sizes =
            files.iter().map(|path| fs::metadata(path).map(|about| about.len()).ok()).collect::<Option<Vec<_>>>();
        let bar = ProgressBar::with_draw_target(sizes.map(|sizes| sizes.iter().sum()), target);
        let shape = if bar.length().is_some() { "{bar:20} {percent} % {wide_msg}" } else { "{spinner} {wide_msg}" };
        if let Ok(style) = ProgressStyle::with_template(shape) {
            bar.set_style(style);
        }
        Self { bar, begun: Instant::now(), notices: AtomicU64::new(0) }
    }

    fn add(&self, rows: usize, read: u64) {
        let notices = self.notices.fetch_add(rows as u64, Ordering::Relaxed) + rows as u64;
        if self.bar.is_hidden() {
            return;
        }
        let second = notices as f64 / self.begun.elapsed().as_secs_f64().max(0.001);
        self.bar.set_position(read);
        self.bar.set_message(say("screening", &[("notices", number(notices)), ("second", grouped(second.round()))]));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
