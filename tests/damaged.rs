//! Whatever the bytes, reading gives documents: it never panics, and where nothing was read it says why.

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

use tender_check::document::{Document, Why};
use tender_check::read::{pack, read};

/// Files of the example tenders and of `tests/damaged` with this ending.
fn files(ending: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("packs"), root().join("damaged")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("its entries can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let bytes = fs::read(&path).expect("the file can be read");
                found.push((path, bytes));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no file ends with {ending}");
    found
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"))
}

/// Reads and checks the promise; `case` says which bytes they were when it is broken.
fn kept_all(name: &str, bytes: &[u8], case: &str) -> Vec<Document> {
    let read = panic::catch_unwind(|| pack::read_all(name, bytes));
    let documents = read.unwrap_or_else(|_| panic!("{name}, {case}: panicked"));
    assert!(!documents.is_empty(), "{name}, {case}: no document");
    for document in &documents {
        let told = document.words() > 0 || !document.unread.is_empty();
        assert!(told, "{name}, {case}: nothing read of {} and no reason given", document.name);
    }
    documents
}

/// As [`kept_all`], of a file that is no pack.
fn kept(name: &str, bytes: &[u8], case: &str) -> Document {
    kept_all(name, bytes, case).swap_remove(0)
}

fn whys(document: &Document) -> Vec<Why> {
    document.unread.iter().map(|u| u.why).collect()
}

/// Numbers that are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

fn cut(ending: &str) {
    for (path, bytes) in files(ending) {
        let name = path.to_string_lossy();
        let whole = bytes.len();
        for length in [1, 4, 9, 64, 1024, whole / 10, whole / 4, whole / 2, whole * 3 / 4, whole - 100, whole - 1] {
            kept_all(&name, &bytes[..length.min(whole)], &format!("first {length} of {whole} bytes"));
        }
        kept_all(&name, &bytes[whole / 3..], "last two thirds");
    }
}

fn flip(ending: &str) {
    for (path, bytes) in files(ending) {
        let name = path.to_string_lossy();
        for seed in 1..=12 {
            let mut dice = Dice(u64::wrapping_mul(seed, 0x9E37_79B9_7F4A_7C15));
            let mut bytes = bytes.clone();
            for _ in 0..1 << (seed % 8) {
                let at = dice.below(bytes.len());
                bytes[at] ^= 1 << dice.below(8);
            }
            kept_all(&name, &bytes, &format!("bits flipped with seed {seed}"));
        }
    }
}

/// The bytes decide and not the name: only plain text may be told from Markdown by its name.
fn mislabel(ending: &str) {
    let read = |name: &str, bytes: &[u8], case: &str| -> Vec<_> {
        kept_all(name, bytes, case).into_iter().map(|document| (document.format, document.blocks)).collect()
    };
    for (path, bytes) in files(ending) {
        let name = path.to_string_lossy();
        let right = read(&name, &bytes, "with its own name");
        for wrong in ["tender.txt", "tender.pdf", "tender.docx", "tender.xlsx", "tender.html", "tender", "tender.exe"] {
            assert!(read(wrong, &bytes, &name) == right, "{name} as {wrong}");
        }
    }
}

/// The tests that files of every kind pass.
macro_rules! kinds {
    ($($kind:ident)*) => {
        $(mod $kind {
            const ENDING: &str = stringify!($kind);

            #[test]
            fn cut_short_it_is_read_or_reported() {
                super::cut(ENDING);
            }

            #[test]
            fn with_flipped_bits_it_is_read_or_reported() {
                super::flip(ENDING);
            }

            #[test]
            fn under_another_name_it_is_read_the_same() {
                super::mislabel(ENDING);
            }
        })*
    };
}

kinds! { docx eml html json ods odt pdf rtf txt xlsx zip }

#[test]
fn an_empty_file_is_called_empty() {
    for name in ["tender.docx", "tender.pdf", "tender.txt", "tender.md", "tender"] {
        assert_eq!(whys(&kept(name, b"", "empty")), [Why::Empty], "{name}");
        kept(name, b"\n\n \t\r\n", "white space");
    }
}

#[test]
fn a_zip_of_something_else_is_an_unknown_type() {
    let bytes = fs::read(root().join("damaged/holiday.zip")).expect("the file is there");
    let document = read("holiday.zip", &bytes);
    assert!(document.blocks.is_empty());
    assert_eq!(whys(&document), [Why::UnknownType]);
}

#[test]
fn other_bytes_are_an_unknown_type() {
    for (name, bytes) in
        [("photo.png", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"[..]), ("a", &[0, 1, 2, 3, 255, 254])]
    {
        assert_eq!(whys(&kept(name, bytes, "not a document")), [Why::UnknownType], "{name}");
    }
}

fn damaged(name: &str) -> Document {
    let bytes = fs::read(root().join("damaged").join(name)).expect("the file is there");
    kept(name, &bytes, "as it is")
}

#[test]
fn a_file_of_an_old_word_is_called_old() {
    let document = damaged("before-2007.doc");
    assert!(document.blocks.is_empty());
    assert_eq!(whys(&document), [Why::OldFormat]);
}

#[test]
fn a_locked_pdf_is_called_locked() {
    let document = damaged("locked.pdf");
    assert!(document.blocks.is_empty());
    assert_eq!(whys(&document), [Why::Locked]);
}

#[test]
fn a_pdf_that_may_be_read_but_not_printed_is_read() {
    let document = damaged("not-for-printing.pdf");
    assert!(document.text().contains("public liability insurance of £2,000,000"), "{:?}", document.blocks);
    assert_eq!(document.unread, []);
}

#[test]
fn a_scan_has_no_text_layer() {
    let document = damaged("scan.pdf");
    assert!(document.blocks.is_empty());
    assert_eq!(whys(&document), [Why::NoTextLayer]);
    assert_eq!(document.unread[0].pages, [1]);
}

#[test]
fn pages_beside_a_scan_are_read() {
    let document = damaged("second-page-scanned.pdf");
    assert!(document.text().contains("public liability insurance of £2,000,000"), "{:?}", document.blocks);
    assert_eq!(whys(&document), [Why::NoTextLayer]);
    assert_eq!(document.unread[0].pages, [2]);
}

#[test]
fn a_pdf_whose_widths_have_no_end_is_read() {
    let document = damaged("widths-without-end.pdf");
    assert_eq!((document.text().as_str(), document.unread.as_slice()), ("Lot 1: grounds", &[][..]));
}
