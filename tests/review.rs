//! Findings back into Word files: the example tenders with comments in them say what they said, and nothing else changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tender_check::document::Document;
use tender_check::read::read;
use tender_check::read::zip::Archive;
use tender_check::report::Report;
use tender_check::report::remarks::remarks;
use tender_check::review::{Reviewed, Reviewer, review};
use tender_check::{Given, Pack};

const PACKS: [&str; 3] = ["county", "parish", "scottish"];

/// The Word files of an example tender, in order.
fn files(pack: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(pack).join("docx");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn judged(files: &[(PathBuf, Vec<u8>)]) -> (Vec<Document>, Report) {
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let documents: Vec<_> = files.iter().map(|(path, bytes)| read(&name(path), bytes)).collect();
    let report = Pack::understand(documents.clone()).judge(&Given::default());
    (documents, report)
}

fn by() -> Reviewer {
    Reviewer { name: "Tender Check".into(), date: "2027-01-31T09:00:00Z".into() }
}

/// The parts of an archive, unpacked.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = Archive::open(bytes).unwrap();
    let names = archive.paths();
    let mut read = |name: &String| {
        let part = archive.read(name).unwrap();
        assert_eq!(part.fault, None, "{name}");
        (name.clone(), part.bytes)
    };
    names.iter().map(&mut read).collect()
}

fn each(mut check: impl FnMut(&Document, &[u8], &Reviewed, &Reviewed, usize)) {
    for pack in PACKS {
        let files = files(pack);
        let (documents, report) = judged(&files);
        for (index, ((_, bytes), document)) in files.iter().zip(&documents).enumerate() {
            let remarks = remarks(&report, index);
            let plain = review(bytes, &remarks, &by(), false).unwrap();
            let changed = review(bytes, &remarks, &by(), true).unwrap();
            check(document, bytes, &plain, &changed, remarks.len());
        }
    }
}

#[test]
fn every_remark_is_a_comment_and_the_text_is_as_it_was() {
    let mut all = 0;
    each(|document, _, plain, _, remarks| {
        let again = read(&document.name, &plain.bytes);
        assert_eq!(again.blocks, document.blocks, "{}", document.name);
        assert_eq!(again.unread, document.unread);
        assert_eq!((plain.beside + plain.at_head, plain.changes), (remarks, 0));
        assert!(plain.at_head <= 1, "{}: {} without a place", document.name, plain.at_head);
        let comments = parts(&plain.bytes).remove("word/comments.xml").unwrap_or_default();
        assert_eq!(String::from_utf8(comments).unwrap().matches("<w:comment ").count(), remarks);
        all += remarks;
    });
    assert!(all > 50, "{all} remarks in all");
}

#[test]
fn only_the_parts_that_must_change_do() {
    each(|document, bytes, plain, _, _| {
        let (before, after) = (parts(bytes), parts(&plain.bytes));
        let may_change =
            ["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"];
        for (name, part) in &before {
            assert!(may_change.contains(&name.as_str()) || after.get(name) == Some(part), "{}: {name}", document.name);
        }
        assert!(after.keys().all(|name| before.contains_key(name) || name == "word/comments.xml"));
    });
}

#[test]
fn changes_that_are_turned_down_leave_the_text_as_it_was() {
    let mut all = 0;
    each(|document, _, _, changed, _| {
        all += changed.changes;
        let main = String::from_utf8(parts(&changed.bytes).remove("word/document.xml").unwrap()).unwrap();
        let again = read(&document.name, &repacked(&changed.bytes, &turned_down(&main)));
        let (before, after) = (document.text(), again.text());
        for (before, after) in before.lines().zip(after.lines()) {
            assert_eq!(after, before, "{}", document.name);
        }
        assert_eq!(after.lines().count(), before.lines().count(), "{}", document.name);
    });
    assert!(all > 20, "{all} changes in all");
}

/// A main part with our changes turned down, as Word does it: what was inserted goes, what was struck out is text again.
/// The author's own changes stay.
fn turned_down(main: &str) -> String {
    let mut out = String::new();
    let mut rest = main;
    while let Some((at, kind)) = next_change(rest) {
        out.push_str(&rest[..at]);
        let (change, after) = rest[at..].split_once(&format!("</w:{kind}>")).unwrap();
        if kind == "del" {
            out.push_str(&change.split_once('>').unwrap().1.replace("w:delText", "w:t"));
        }
        rest = after;
    }
    out + rest
}

/// Where the next change of ours begins, and of what kind it is.
fn next_change(xml: &str) -> Option<(usize, &'static str)> {
    let ours = |at: &usize| xml[*at..].split('>').next().is_some_and(|tag| tag.contains("w:author=\"Tender Check\""));
    let first = |kind: &str| xml.match_indices(&format!("<w:{kind} ")).map(|(at, _)| at).find(ours);
    ["ins", "del"].into_iter().filter_map(|kind| Some((first(kind)?, kind))).min()
}

/// The archive with another main part.
fn repacked(bytes: &[u8], main: &str) -> Vec<u8> {
    let mut writer = rawzip::ZipArchiveWriter::new(vec![]);
    for (name, part) in parts(bytes) {
        let part = if name == "word/document.xml" { main.as_bytes().to_vec() } else { part };
        let (mut entry, _) = writer.new_file(&name).start().unwrap();
        std::io::Write::write_all(&mut entry, &part).unwrap();
        let sum = rawzip::DataDescriptorOutput::new(rawzip::crc32(&part), part.len() as u64);
        entry.finish(sum).unwrap();
    }
    writer.finish().unwrap()
}
