//! Packs: the archives in which the documents of a tender are sent, and e-mails with files attached, opened into their
//! files; bulk files of notices, opened into the notices of each process.
//!
//! Nothing is written anywhere. What a program put beside the documents (`__MACOSX`, `Thumbs.db`, hidden files) is left
//! out; a file that cannot be unpacked is a document that says why, and the others are there all the same.

use std::collections::HashMap;

#[cfg(feature = "office")]
use super::zip::{Archive, Kind};
#[cfg(feature = "text")]
use super::{mail, ocds};
#[cfg(feature = "office")]
use super::{msg, ole};
#[cfg(feature = "office")]
use crate::document::NESTING;
use crate::document::{Document, FILES, Format, Why};

/// Most files of a pack. More are no pack of one tender, but an archive given by mistake.
pub const MAX_FILES: usize = 500;
/// Most archives inside each other: the pack, one for each lot, and one more. E-mails count as archives.
pub const MAX_NESTING: usize = 3;
/// Most bytes that one file may unpack to. Scanned terms reach tens of megabytes.
pub const MAX_FILE: usize = 128 << 20;
/// Most bytes that all files of a pack may unpack to together, with those of the archives in it.
pub const MAX_PACK: usize = 256 << 20;

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it stands: the name of the pack, the folders and archives in it, its own name, parted by `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a pack holds.
#[derive(Debug, Default)]
pub struct Contents {
    /// What was read already, and stands before the files: the text of an e-mail, the notices of a bulk file.
    pub documents: Vec<Document>,
    /// Its files in the order of their paths, as a folder would be read; what is attached to an e-mail as it is there.
    pub files: Vec<File>,
    /// What could not be unpacked: documents without blocks, named by their paths.
    pub unread: Vec<Document>,
}

/// Opens a pack; none where the file is a document and no pack.
pub fn open(name: &str, bytes: &[u8]) -> Option<Contents> {
    Opening::new().open(name, bytes)
}

/// Reads a file; where it is a pack, every file in it. Documents are named by their paths.
pub fn read_all(name: &str, bytes: &[u8]) -> Vec<Document> {
    let read = |part| match part {
        Part::Document(document) => document,
        Part::File(File { path, bytes }) => super::read(&path, &bytes),
    };
    Parts::open(name, bytes).map_or_else(|| vec![super::read(name, bytes)], |parts| parts.map(read).collect())
}

/// One of the things in a pack.
#[derive(Debug)]
pub enum Part {
    /// What was read already, or cannot be.
    Document(Document),
    /// A file that is still to be read, and is no pack.
    File(File),
}

/// What is in a pack and in the packs in it, one by one and in order; packs are opened when their turn comes.
pub struct Parts {
    opening: Opening,
    /// What is left of packs that are open, with how deep they stand.
    waiting: Vec<(Contents, usize)>,
    /// How many files were found until now, packs among them.
    pub found: usize,
}

impl Parts {
    /// Opens a pack; none where the file is a document and no pack.
    pub fn open(name: &str, bytes: &[u8]) -> Option<Self> {
        let mut opening = Opening::new();
        let contents = opening.open(name, bytes)?;
        let found = contents.files.len();
        Some(Self { opening, waiting: vec![(contents, 1)], found })
    }
}

impl Iterator for Parts {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        loop {
            let (contents, depth) = self.waiting.last_mut()?;
            if !contents.documents.is_empty() {
                return Some(Part::Document(contents.documents.remove(0)));
            }
            if contents.files.is_empty() {
                contents.documents.append(&mut contents.unread);
                if contents.documents.is_empty() {
                    self.waiting.pop();
                }
                continue;
            }
            let (file, depth) = (contents.files.remove(0), *depth);
            let inner = if depth < MAX_NESTING { self.opening.open(&file.path, &file.bytes) } else { None };
            let Some(inner) = inner else { return Some(Part::File(file)) };
            self.found += inner.files.len();
            self.waiting.push((inner, depth + 1));
        }
    }
}

/// The names of files: without their folders, where no other file has the same name.
pub fn short_names(paths: &[&str]) -> Vec<String> {
    let short = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    let mut count: HashMap<String, usize> = HashMap::new();
    for path in paths {
        *count.entry(short(path)).or_default() += 1;
    }
    paths.iter().map(|path| Some(short(path)).filter(|name| count[name] == 1).unwrap_or((*path).to_owned())).collect()
}

/// What the names of files begin with that programs leave beside documents: hidden ones, and Word's mark that a document is
/// open.
pub const LITTER_PREFIXES: [&str; 2] = [".", "~$"];
/// Names of files and folders that programs leave beside documents.
pub const LITTER_NAMES: [&str; 3] = ["__MACOSX", "Thumbs.db", "desktop.ini"];

/// Whether a path is that of a file which a program left beside the documents, or in such a folder.
pub fn is_litter(path: &str) -> bool {
    let litter =
        |name: &str| LITTER_PREFIXES.iter().any(|prefix| name.starts_with(prefix)) || LITTER_NAMES.contains(&name);
    path.split('/').any(litter)
}

/// The name of a file without folders and what steers a terminal.
pub(super) fn own_name(name: &str) -> String {
    let name: String =
        name.rsplit(['/', '\\']).next().unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    name.trim().to_owned()
}

#[cfg(feature = "office")]
fn is_archive(bytes: &[u8]) -> bool {
    super::is_zip(bytes) && Archive::open(bytes).is_ok_and(|mut zip| zip.kind() == Kind::Pack)
}

/// What has come out of packs inside each other, and what may still come.
struct Opening {
    contents: Contents,
    /// Bytes that may still be unpacked.
    left: usize,
    /// Files so far.
    seen: usize,
}

impl Opening {
    fn new() -> Self {
        Self { contents: Contents::default(), left: MAX_PACK, seen: 0 }
    }

    fn open(&mut self, name: &str, bytes: &[u8]) -> Option<Contents> {
        #[cfg(feature = "office")]
        if is_archive(bytes) {
            self.archive(name, bytes, 1);
            if self.contents.files.is_empty() && self.contents.unread.is_empty() {
                self.unread(name, Why::Empty, None);
            }
            return Some(std::mem::take(&mut self.contents));
        }
        #[cfg(feature = "office")]
        if ole::is_message(bytes) {
            self.message(name, bytes);
            return Some(std::mem::take(&mut self.contents));
        }
        #[cfg(feature = "text")]
        if mail::is_mail(bytes) {
            self.mail(name, bytes);
            return Some(std::mem::take(&mut self.contents));
        }
        #[cfg(feature = "text")]
        if super::is_json(bytes)
            && let Some((documents, all)) = ocds::open(name, bytes, (MAX_FILES - 1).saturating_sub(self.seen))
        {
            self.seen += documents.len();
            if documents.len() < all {
                self.unread(name, Why::TooLarge, Some(FILES));
            }
            self.contents.documents = documents;
            return Some(std::mem::take(&mut self.contents));
        }
        let _ = (name, bytes);
        None
    }

    /// Opens an e-mail.
    #[cfg(feature = "text")]
    fn mail(&mut self, path: &str, bytes: &[u8]) {
        let mail::Mail { document, files } = mail::open(path, bytes);
        self.contents.documents.push(document);
        for (name, bytes) in files.into_iter().filter(|(name, _)| !is_litter(name)) {
            self.file(format!("{path}/{name}"), bytes);
        }
    }

    /// Opens a message of Outlook: the e-mail that it was, and what is attached to it.
    #[cfg(feature = "office")]
    fn message(&mut self, path: &str, bytes: &[u8]) {
        let parts = match msg::open(bytes) {
            Ok(parts) => parts,
            Err(why) => return self.unread(path, why, None),
        };
        for msg::Part { path: inner, contents } in parts.into_iter().filter(|part| !is_litter(&part.path)) {
            let inner = if inner.is_empty() { path.to_owned() } else { format!("{path}/{inner}") };
            match contents {
                Ok(bytes) => self.file(inner, bytes),
                Err((why, detail)) => self.unread(&inner, why, detail),
            }
        }
    }

    /// Adds a file that was taken out of another as it is.
    fn file(&mut self, path: String, bytes: Vec<u8>) {
        if self.seen == MAX_FILES || bytes.len() > self.left.min(MAX_FILE) {
            return self.unread(&path, Why::TooLarge, (self.seen == MAX_FILES).then_some(FILES));
        }
        self.seen += 1;
        self.left -= bytes.len();
        self.contents.files.push(File { path, bytes });
    }

    #[cfg(feature = "office")]
    fn archive(&mut self, path: &str, bytes: &[u8], depth: usize) {
        let mut archive = match Archive::with_limits(bytes, MAX_FILE, self.left) {
            Ok(archive) => archive,
            Err(why) => return self.unread(path, why, None),
        };
        if archive.damaged {
            self.unread(path, Why::Damaged, Some("zip directory"));
        }
        for inner in archive.paths() {
            if inner.ends_with('/') || is_litter(&inner) {
                continue;
            }
            if self.seen == MAX_FILES {
                return self.unread(path, Why::TooLarge, Some(FILES));
            }
            self.seen += 1;
            let Some(part) = archive.read(&inner) else { continue };
            self.left = archive.left;
            let inner = format!("{path}/{inner}");
            match part.fault {
                // A document that was cut or whose sum is wrong is read as far as it goes.
                Some(why) if part.bytes.is_empty() => self.unread(&inner, why, None),
                _ if is_archive(&part.bytes) => {
                    if depth < MAX_NESTING {
                        self.archive(&inner, &part.bytes, depth + 1);
                        archive.left = self.left;
                    } else {
                        self.unread(&inner, Why::TooLarge, Some(NESTING));
                    }
                }
                fault => {
                    // What is left of it may look whole to its reader.
                    if let Some(why) = fault {
                        self.unread(&inner, why, None);
                    }
                    self.contents.files.push(File { path: inner, bytes: part.bytes });
                }
            }
        }
    }

    fn unread(&mut self, path: &str, why: Why, detail: Option<&str>) {
        self.contents.unread.push(Document::unread(path, Format::Zip, why, detail.map(str::to_owned)));
    }
}

#[cfg(all(test, feature = "office"))]
mod tests {
    use super::*;
    use crate::read::zip::tests::archive;

    fn paths(contents: &Contents) -> Vec<&str> {
        contents.files.iter().map(|file| file.path.as_str()).collect()
    }

    fn whys(contents: &Contents) -> Vec<(&str, Why)> {
        contents.unread.iter().map(|document| (document.name.as_str(), document.unread[0].why)).collect()
    }

    #[test]
    fn a_pack_gives_its_files_in_order_without_what_programs_left() {
        let entries: [(&str, &[u8]); 7] = [
            ("Terms.txt", b"Terms"),
            ("Lot 2/Price.txt", b"Price"),
            ("__MACOSX/._Terms.txt", b"x"),
            (".DS_Store", b"x"),
            ("~$Terms.docx", b"x"),
            ("Lot 2/Thumbs.db", b"x"),
            ("A notice.txt", b"Notice"),
        ];
        let contents = open("pack.zip", &archive(&entries, true)).unwrap();
        assert_eq!(paths(&contents), ["pack.zip/A notice.txt", "pack.zip/Lot 2/Price.txt", "pack.zip/Terms.txt"]);
        assert_eq!(contents.files[2].bytes, b"Terms");
        assert!(contents.unread.is_empty());
    }

    #[test]
    fn a_document_is_no_pack() {
        let word = archive(&[("[Content_Types].xml", b"<Types/>".as_slice()), ("word/document.xml", b"<x/>")], true);
        assert!(open("tender.docx", &word).is_none());
        assert!(open("tender.txt", b"Tender").is_none());
        assert_eq!(read_all("tender.txt", b"Tender")[0].text(), "Tender");
    }

    #[test]
    fn archives_are_opened_to_a_depth_of_three() {
        let mut bytes = archive(&[("deep.txt", b"x".as_slice())], false);
        for (level, beside) in ["four.txt", "three.txt", "two.txt"].into_iter().enumerate() {
            let inner = format!("{level}.zip");
            bytes = archive(&[(beside, b"x".as_slice()), (&inner, &bytes)], false);
        }
        let contents = open("1.zip", &bytes).unwrap();
        assert_eq!(paths(&contents), ["1.zip/2.zip/1.zip/four.txt", "1.zip/2.zip/three.txt", "1.zip/two.txt"]);
        assert_eq!(whys(&contents), [("1.zip/2.zip/1.zip/0.zip", Why::TooLarge)]);
    }

    #[test]
    fn what_cannot_be_unpacked_is_listed_and_the_rest_is_read() {
        let swelling = vec![b' '; 8 << 20];
        let mut bytes = archive(&[("bomb.txt", &swelling), ("good.txt", b"good"), ("locked.txt", b"locked")], true);
        let last = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        bytes[last + 8] |= 1;
        let documents = read_all("pack.zip", &bytes);
        assert_eq!(documents[0].text(), "good");
        let unread: Vec<_> = documents[1..].iter().map(|d| (d.name.as_str(), d.unread[0].why)).collect();
        assert_eq!(unread, [("pack.zip/bomb.txt", Why::TooLarge), ("pack.zip/locked.txt", Why::Locked)]);
    }

    #[test]
    fn what_is_left_of_a_damaged_file_is_read_and_the_damage_is_told() {
        let mut bytes = archive(&[("1.txt", b"Whole.".as_slice()), ("2.txt", b"The price is fixed.")], false);
        let at = bytes.windows(5).position(|window| window == b"fixed").unwrap();
        bytes[at..at + 5].copy_from_slice(b"mixed");
        let documents = read_all("pack.zip", &bytes);
        let shown: Vec<_> = documents.iter().map(|document| (document.name.as_str(), document.words())).collect();
        assert_eq!(shown, [("pack.zip/1.txt", 1), ("pack.zip/2.txt", 4), ("pack.zip/2.txt", 0)]);
        assert_eq!(documents[2].unread[0].why, Why::Damaged);
    }

    #[test]
    fn all_archives_of_a_pack_share_one_limit() {
        let inner = archive(&[("a.txt", b"12345678".as_slice())], false);
        let names = ["1.zip", "2.zip", "3.zip"];
        let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, inner.as_slice())).collect();
        let left = 3 * inner.len() + 20;
        let mut opening = Opening { left, ..Opening::new() };
        opening.archive("pack.zip", &archive(&entries, false), 1);
        assert_eq!(paths(&opening.contents), ["pack.zip/1.zip/a.txt", "pack.zip/2.zip/a.txt"]);
        assert_eq!(whys(&opening.contents), [("pack.zip/3.zip/a.txt", Why::TooLarge)]);
    }

    #[test]
    fn a_pack_of_too_many_files_is_read_in_part() {
        let names: Vec<String> = (0..=MAX_FILES).map(|i| format!("{i:03}.txt")).collect();
        let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
        let contents = open("pack.zip", &archive(&entries, false)).unwrap();
        assert_eq!((contents.files.len(), whys(&contents)), (MAX_FILES, vec![("pack.zip", Why::TooLarge)]));
    }

    #[cfg(feature = "text")]
    fn mail(attached: &[(&str, &[u8])]) -> Vec<u8> {
        let part = |(name, bytes): &(&str, &[u8])| {
            let bytes = bytes.iter().map(|byte| format!("={byte:02X}")).collect::<Vec<_>>().concat();
            format!(
                "--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: quoted-printable\r\n\
                Content-Disposition: attachment; filename={name}\r\n\r\n{bytes}\r\n"
            )
        };
        let parts = attached.iter().map(part).collect::<Vec<_>>().concat();
        let head = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        format!("{head}--b\r\n\r\nHello\r\n{parts}--b--\r\n").into_bytes()
    }

    #[cfg(feature = "text")]
    #[test]
    fn what_is_attached_to_an_e_mail_is_read_under_its_name() {
        let zip = archive(&[("Price.txt", b"Price".as_slice())], false);
        let mail = mail(&[("Terms.txt", b"Terms"), ("Lot.zip", &zip), ("~$Terms.docx", b"x")]);
        let pack = archive(&[("a.txt", b"first".as_slice()), ("m.eml", &mail), ("z.txt", b"last")], false);
        let documents = read_all("pack.zip", &pack);
        let names: Vec<_> = documents.iter().map(|document| document.name.as_str()).collect();
        let paths = ["a.txt", "m.eml", "m.eml/Terms.txt", "m.eml/Lot.zip/Price.txt", "z.txt"];
        assert_eq!(names, paths.map(|path| format!("pack.zip/{path}")));
        assert_eq!(documents[3].text(), "Price");
    }

    #[cfg(feature = "text")]
    #[test]
    fn e_mails_are_opened_to_a_depth_of_three() {
        let nested = (0..=MAX_NESTING).fold(b"deep".to_vec(), |inner, _| mail(&[("m.eml", &inner)]));
        let documents = read_all("m.eml", &nested);
        assert_eq!(documents.len(), MAX_NESTING + 1);
        assert_eq!(
            documents[MAX_NESTING].unread[0].why,
            Why::Embedded,
            "what is too deep is not passed over in silence"
        );
    }

    #[cfg(feature = "text")]
    #[test]
    fn the_processes_of_a_bulk_file_are_documents_up_to_the_limit_of_files() {
        let one = |n: usize| format!(r#"{{"ocid":"{n:03}","tender":{{"title":"Lunch club"}}}}"#);
        let bulk = (0..=MAX_FILES).map(one).collect::<Vec<_>>().join("\n");
        let documents = read_all("bulk.json", bulk.as_bytes());
        assert_eq!((documents.len(), documents[1].name.as_str()), (MAX_FILES, "bulk.json/Lunch club (001)"));
        let told = &documents[MAX_FILES - 1].unread[0];
        assert_eq!(documents[MAX_FILES - 1].name, "bulk.json");
        assert_eq!((told.why, told.detail.as_deref()), (Why::TooLarge, Some(FILES)));
    }

    #[test]
    fn an_empty_pack_is_called_empty() {
        let contents = open("pack.zip", &archive(&[], false)).unwrap();
        assert_eq!(whys(&contents), [("pack.zip", Why::Empty)]);
    }

    #[test]
    fn files_of_one_name_keep_their_folders() {
        assert_eq!(
            short_names(&["p.zip/1/a.txt", "p.zip/2/a.txt", "b/c.txt"]),
            ["p.zip/1/a.txt", "p.zip/2/a.txt", "c.txt"]
        );
    }
}
