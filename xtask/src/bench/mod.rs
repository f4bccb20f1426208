//! `cargo xtask bench`: how fast Tender Check is, in the same run as other programs that do the same work.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use walkdir::WalkDir;

use self::contender::{Contender, Server, contest};
use self::page::{Aim, Row};
use crate::maps;
use crate::modules::{self, MODULES};
use crate::npm;
use crate::tool::{cargo, command, root, run as carry_out, target};

pub mod archive;
mod browser;
mod contender;
mod page;
mod screening;
mod tender;

/// A length of text as it is shown, and in bytes.
type Length = (&'static str, usize);

/// Lengths of text over which the work is to grow no faster than the text.
const LENGTHS: [Length; 4] = [("10 kB", 10_000), ("100 kB", 100_000), ("1 MB", 1_000_000), ("10 MB", 10_000_000)];

/// Those of a text in a Word file or a PDF: 1 MB is more than 300 pages.
const LENGTHS_OF_FILES: &[Length] = LENGTHS.split_at(3).0;

/// What a text may say again and again, whose work might grow with the square of it; and lengths of such texts.
pub const REPEATED: [(&str, &str); 3] = [
    ("one demand, again and again", "The supplier must hold public liability insurance of £10 million.\n\n"),
    ("one sentence that never ends", "the supplier shall hold public liability cover of £5m and "),
    ("one row of a table, again and again", "Public liability\t£5m\n"),
];
const LENGTHS_REPEATED: [Length; 2] = [("100 kB", 100_000), ("10 MB", 10_000_000)];

/// What takes some milliseconds has so many times the turns.
const SHORT: usize = 4;

/// An ordinary tender: what most people wait for.
const INVITATION: &str = "tests/packs/county/text/Invitation to tender.txt";

#[derive(Args)]
pub struct Options {
    /// Turns that each program has on each file
    #[arg(long, default_value_t = 7)]
    rounds: usize,
    /// Folder with the Word and PDF files to measure on
    #[arg(long, default_value = "tests/packs")]
    files: PathBuf,
    /// Folder with texts of real tenders, to check a hundred pages of them too
    #[arg(long)]
    texts: Option<PathBuf>,
    /// Build nothing: measure what is built
    #[arg(long)]
    as_built: bool,
    /// Write the table to docs/performance.md
    #[arg(long)]
    write: bool,
}

/// Builds what is to be measured, measures it and shows the table.
pub fn run(options: &Options) -> Result<()> {
    if !options.as_built {
        npm::install()?;
        modules::write_messages()?;
        maps::write()?;
        MODULES.iter().try_for_each(|module| module.build(false))?;
        npm::build_package()?;
        npm::build_page()?;
        carry_out(&mut cargo(&[
            "build",
            "--quiet",
            "--release",
            "--bin",
            "tender-check",
            "--example",
            "measure",
            "--example",
            "blocks",
        ]))?;
    }

    let examples = target().join("release/examples");
    let native = RefCell::new(Server::start(command(examples.join("measure"), &[]))?);
    let node = RefCell::new(Server::start(command("node", &["tests/bench/node.mjs"]))?);
    let blocks: &'static str = examples.join("blocks").to_string_lossy().into_owned().leak();
    let process = || Contender::Process(blocks, vec![], &[]);

    let tender = [tender::make(tender::HUNDRED_PAGES)?];
    let folder = root().join(&options.files);
    let (word, pdf) = (files(&folder, "docx"), files(&folder, "pdf"));
    let invitation = [root().join(INVITATION)];
    let rounds = options.rounds.max(1);
    let mut rows = Rows::default();

    if let Some(folder) = &options.texts {
        let text = [tender::of_folder(&root().join(folder), tender::HUNDRED_PAGES)?];
        for (what, server, aim) in [("natively", &native, 20.0), ("in wasm", &node, 40.0)] {
            let (timings, _) = contest(&[Contender::Served(server, "check")], &text, SHORT * rounds)?;
            let what = format!("300 kB of real tenders’ text checked, {what}");
            rows.add(Row { what, ours: timings[0], peer: None, aim: Aim::Under(aim) });
        }
    }

    let fresh = || Contender::Told("node", vec!["tests/bench/first.mjs".into()]);
    for (what, contender, text, aim) in [
        ("300 kB of text checked, natively", Contender::Served(&native, "check"), &tender, 20.0),
        ("300 kB of text checked, in wasm", Contender::Served(&node, "check"), &tender, 40.0),
        ("300 kB of text, from a fresh wasm instance to the first findings", fresh(), &tender, 60.0),
        ("A county's invitation, from a fresh wasm instance to the first findings", fresh(), &invitation, 60.0),
    ] {
        let (timings, _) = contest(&[contender], text, SHORT * rounds)?;
        rows.add(Row { what: what.into(), ours: timings[0], peer: None, aim: Aim::Under(aim) });
    }

    let pack = target().join("bench/pack-of-420-pages");
    carry_out(command("node", &["tests/bench/pack.mjs"]).arg(&pack))?;
    for (where_, program, ms) in [
        ("natively", command(examples.join("measure"), &[]), 1_000.0),
        ("in wasm", command("node", &["tests/bench/node.mjs"]), 2_000.0),
    ] {
        // A process of its own, so that the memory is that of the pack.
        let (ours, peak) = Server::start(program)?.pack(&pack, rounds)?;
        let what = format!("A pack of 420 pages (11 PDF, 2 XLSX) checked, {where_}");
        rows.add(Row { what, ours, peer: None, aim: Aim::Within { ms, bytes: 300_000_000, peak } });
    }

    let check = Contender::Served(&native, "check");
    rows.grow("text checked", &check, &LENGTHS, rounds, tender::make)?;
    for (said, unit) in REPEATED {
        rows.grow(said, &check, &LENGTHS_REPEATED, rounds, |size| tender::repeated(unit, size))?;
    }
    for (what, ending) in [("text in a Word file checked", "docx"), ("text in a PDF checked", "pdf")] {
        rows.grow(what, &check, LENGTHS_OF_FILES, rounds, |size| tender::in_file(size, ending))?;
    }

    let dash = &["-"][..];
    for (what, files, ours, peer, name, aim) in [
        ("PDF, in wasm", &pdf, Contender::Served(&node, "pdf"), Contender::Served(&node, "pdf.js"), "pdf.js", 10.0),
        ("PDF, a process a file", &pdf, process(), Contender::Process("pdftotext", vec![], dash), "pdftotext", 1.0),
        (
            "DOCX, in wasm",
            &word,
            Contender::Served(&node, "office"),
            Contender::Served(&node, "mammoth"),
            "mammoth",
            10.0,
        ),
        (
            "DOCX, a process a file",
            &word,
            process(),
            Contender::Process("pandoc", vec!["--to".into(), "plain".into()], &[]),
            "pandoc",
            0.0,
        ),
    ] {
        let (timings, counted) = contest(&[ours, peer], files, rounds)?;
        let aim = if aim > 0.0 { Aim::Times(aim) } else { Aim::None };
        let what = format!("{counted} {what}");
        rows.add(Row { what, ours: timings[0], peer: Some((name, timings[1])), aim });
    }

    for row in browser::rows(&tender[0])? {
        rows.add(row);
    }
    rows.add(screening::row(&target().join("release/tender-check"))?);

    let table = page::table(&rows.0, rounds);
    println!("\n{table}");
    if options.write { page::write(&table) } else { Ok(()) }
}

/// The lines of the table; each is shown as soon as it is measured.
#[derive(Default)]
struct Rows(Vec<Row>);

impl Rows {
    fn add(&mut self, row: Row) {
        println!("{row}");
        self.0.push(row);
    }

    /// Adds the same work natively on text of several lengths, the shortest first: a byte is to take no more time.
    fn grow(
        &mut self,
        what: &str,
        check: &Contender,
        lengths: &[Length],
        rounds: usize,
        make: impl Fn(usize) -> Result<PathBuf>,
    ) -> Result<()> {
        let mut first = None;
        for &(length, size) in lengths {
            let (timings, _) = contest(std::slice::from_ref(check), &[make(size)?], rounds)?;
            let byte = timings[0].median / size as f64;
            let (shortest, least) = *first.get_or_insert((length, byte));
            let aim = Aim::InProportion { times: byte / least, shortest };
            self.add(Row { what: format!("{length} of {what}, natively"), ours: timings[0], peer: None, aim });
        }
        Ok(())
    }
}

/// Files below a folder with an ending, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = entries.map(walkdir::DirEntry::into_path);
    paths.filter(|path| path.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending))).collect()
}
