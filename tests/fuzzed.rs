//! What fuzzing found once is not found again: the targets of `fuzz/` on the files in `fuzz/regressions`.

use std::fs;
use std::panic;
use std::path::PathBuf;

#[path = "../fuzz/src/lib.rs"]
mod targets;

use targets::TARGETS;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz")).join(name)
}

fn names(of: &str) -> Vec<String> {
    let entries =
        fs::read_dir(folder(of)).expect("the folder is there").map(|entry| entry.expect("it can be listed").path());
    let mut names: Vec<_> = entries.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_fuzzing_found_is_mended() {
    for name in names("regressions") {
        let (_, target) =
            TARGETS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no target {name}"));
        for entry in fs::read_dir(folder("regressions").join(&name)).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            let bytes = fs::read(&path).expect("the file can be read");
            assert!(panic::catch_unwind(|| target(&bytes)).is_ok(), "{}", path.display());
        }
    }
}

#[test]
fn every_target_can_be_run_here_and_by_the_fuzzer() {
    let known = TARGETS.map(|(name, _)| name);
    assert_eq!(names("fuzz_targets"), known);
    for (name, target) in TARGETS {
        for bytes in [&b""[..], b"\n", b"Lot 1", b"\x1Ea.xml\n<a>", b"{\"ocid\":1}", b"%PDF-1.7", b"PK\x05\x06"] {
            assert!(panic::catch_unwind(|| target(bytes)).is_ok(), "{name} on {bytes:?}");
        }
    }
}

/// The examples of all rules' pages.
fn examples() -> Vec<String> {
    let mut found = vec![];
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/barriers"))];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                let page = fs::read_to_string(path).expect("a page is text");
                let fences = page.split("```").skip(1).step_by(2);
                found.extend(fences.filter_map(|fence| Some(fence.split_once('\n')?.1.to_owned())));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_language_bears_any_pieces_of_tenders_put_together() {
    const TEXTS: usize = 60;
    const PIECES: usize = 12;
    let examples = examples();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % limit as u64) as usize
    };
    for _ in 0..TEXTS {
        let mut text = String::new();
        for _ in 0..PIECES {
            let example = &examples[below(examples.len())];
            let from = example.floor_char_boundary(below(example.len() + 1));
            let to = example.floor_char_boundary(from + below(200));
            text.push_str(&example[from..to]);
        }
        assert!(panic::catch_unwind(|| targets::language(text.as_bytes())).is_ok(), "{text}");
    }
}
