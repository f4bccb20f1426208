//! The browser boundary: JSON in, JSON out. Documents pass it as bytes, which one module hands on to another as they are;
//! as texts of JavaScript they would be decoded and encoded again.
//!
//! Each module (core, export, bid, text, office, pdf, mark) holds the functions of its features. A panic reaches JavaScript as
//! a thrown string, everything else that goes wrong as an `Error`; after a panic or a trap the instance is not to
//! be used again.

use wasm_bindgen::prelude::*;

#[cfg(feature = "bid")]
pub use bid::{assess, letter, profile};
#[cfg(feature = "check")]
pub use check::{Pack, reader};
#[cfg(feature = "export")]
pub use export::{compared, opened, remarks, set_asides, settings, shaped};
#[cfg(feature = "mark")]
pub use mark::Marked;
#[cfg(feature = "office")]
pub use office::Reviewed;
#[cfg(any(feature = "office", feature = "text"))]
pub use packs::Opened;

/// Smaller than the allocator of the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Makes a panic a readable exception instead of a bare `unreachable`.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_val(JsValue::from_str(&info.to_string()))));
}

/// Version of the package that the module was built from.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Takes the messages of a language: the text of a file of `messages/`. Before it what is said to people has no words; a
/// second language is not listened to.
#[cfg(any(feature = "bid", feature = "check", feature = "export"))]
#[wasm_bindgen]
pub fn speak(messages: String) {
    crate::words::Words::speak(messages);
}

/// The JSON of a value. The words of what could go wrong would be a kilobyte of the core module, and nothing can.
#[cfg(any(feature = "bid", feature = "check", feature = "export", feature = "office", feature = "text"))]
fn written<T: serde::Serialize>(value: &T) -> Result<String, JsError> {
    serde_json::to_string(value).map_err(|_| JsError::new("no JSON"))
}

/// Reads one file with the readers of this module: [`reader`](crate::read::reader) tells which module has that of a file.
/// Gives a [`Document`](crate::document::Document) as the bytes of its JSON, whatever the bytes of the file.
#[cfg(any(feature = "office", reads_pdf, feature = "text"))]
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(serde_json::to_vec(&crate::read::read(name, bytes))?)
}

#[cfg(reads_pdf)]
#[wasm_bindgen]
extern "C" {
    /// A function that takes the number of a page that is about to be read, and how many there are.
    #[wasm_bindgen(typescript_type = "(page: number, pages: number) => void")]
    pub type Tell;
    #[wasm_bindgen(method, js_name = call)]
    fn call(this: &Tell, with: &JsValue, page: u32, pages: u32);
}

/// As [`read`], telling how far it is, and trying passwords where the file asks for one.
#[cfg(reads_pdf)]
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "the boundary hands strings over")]
pub fn read_telling(name: &str, bytes: &[u8], passwords: Vec<String>, tell: &Tell) -> Result<Vec<u8>, JsError> {
    let document = crate::read::read_telling(name, bytes, &passwords, &mut |page, pages| {
        tell.call(&JsValue::UNDEFINED, page, pages);
    });
    Ok(serde_json::to_vec(&document)?)
}

/// The collections of characters of Chinese, Japanese and Korean fonts that what was read last wants and the module has not:
/// the names of files, which [`take_maps`] takes. With them it is to be read again.
#[cfg(all(reads_pdf, not(feature = "cmaps")))]
#[wasm_bindgen]
pub fn wanted_maps() -> Vec<String> {
    crate::read::pdf::maps::take_wanted()
}

/// Takes the maps of a collection.
#[cfg(all(reads_pdf, not(feature = "cmaps")))]
#[wasm_bindgen]
pub fn take_maps(packed: &[u8]) {
    crate::read::pdf::maps::give(packed);
}

#[cfg(feature = "check")]
mod check {
    use wasm_bindgen::prelude::*;

    use super::written;
    use crate::read;
    use crate::tree;

    /// Tells from the first bytes of a file which module reads it, in the names of [`Reader`](crate::read::Reader).
    #[wasm_bindgen]
    pub fn reader(head: &[u8]) -> Result<String, JsError> {
        Ok(written(&read::reader(head))?.trim_matches('"').to_owned())
    }

    /// Documents that are judged together: read and understood once, judged as often as the circumstances change.
    #[wasm_bindgen]
    pub struct Pack(crate::Pack);

    #[wasm_bindgen]
    impl Pack {
        /// Takes the bytes of the JSON of an array of documents.
        #[wasm_bindgen(constructor)]
        pub fn new(documents: &[u8]) -> Result<Self, JsError> {
            let documents = tree::list(documents).map_err(|fault| JsError::new(&fault))?;
            Ok(Self(crate::Pack::understand(documents)))
        }

        /// Judges the pack. Takes a [`Given`](crate::Given) as JSON and gives a [`Report`](crate::report::Report)
        /// as JSON.
        pub fn report(&self, given: &str) -> Result<String, JsError> {
            let given = tree::object(given.as_bytes()).map_err(|fault| JsError::new(&fault))?;
            written(&self.0.judge(&given))
        }
    }
}

#[cfg(feature = "bid")]
mod bid {
    use wasm_bindgen::prelude::*;

    use super::written;
    use crate::bid::{self, Choice, Profile};
    use crate::report::saved;

    /// Checks the JSON of a profile. Gives the [`Profile`] as JSON; the error has a line for each thing that is wrong.
    #[wasm_bindgen]
    pub fn profile(json: &str) -> Result<String, JsError> {
        written(&read(json)?)
    }

    /// Holds a report against an organisation. Takes a [`Report`](crate::report::Report), a [`Profile`] and a [`Choice`],
    /// and gives an [`Assessment`](bid::Assessment), all as JSON.
    #[wasm_bindgen]
    pub fn assess(report: &str, profile: &str, choice: &str) -> Result<String, JsError> {
        let choice: Choice = serde_json::from_str(choice)?;
        let report = saved::open(report).map_err(|_| JsError::new("not_report"))?;
        written(&bid::assess(&report, &read(profile)?, &choice))
    }

    /// A letter as a Word file: its paragraphs are parted by blank lines, and the first is the heading.
    #[wasm_bindgen]
    pub fn letter(text: &str) -> Vec<u8> {
        bid::letter::docx(text)
    }

    fn read(json: &str) -> Result<Profile, JsError> {
        Profile::read(json).map_err(|faults| JsError::new(&faults.join("\n")))
    }
}

#[cfg(feature = "export")]
mod export {
    use wasm_bindgen::prelude::*;

    use super::written;
    use crate::report::saved::{self, NotOpened};
    use crate::report::{Report, compare, csv, html, markdown, remarks};
    use crate::settings::{SetAside, Settings};

    /// A report in a shape for people: `html`, `markdown` or `csv`. Takes a [`Report`] as JSON.
    #[wasm_bindgen]
    pub fn shaped(report: &str, shape: &str) -> Result<String, JsError> {
        let write = match shape {
            "html" => html::write,
            "markdown" => markdown::write,
            "csv" => csv::write,
            _ => return Err(JsError::new("no such shape")),
        };
        Ok(write(&read(report)?))
    }

    /// Reads a report that was saved, and gives it as JSON with nothing in it that is not of a report. The error is
    /// `not_report`, or `other_version` where it is of a format that is not known.
    #[wasm_bindgen]
    pub fn opened(json: &str) -> Result<String, JsError> {
        written(&read(json)?)
    }

    /// What is to be written beside the passages of one of a report's documents, for [`Reviewed`](super::Reviewed) and
    /// [`Marked`](super::Marked). Gives a list of [`Remark`](crate::remark::Remark) as JSON.
    #[wasm_bindgen]
    pub fn remarks(report: &str, document: usize) -> Result<String, JsError> {
        written(&remarks::remarks(&read(report)?, document))
    }

    /// Compares two reports, both as JSON. Gives a [`Comparison`](crate::report::compare::Comparison) as JSON.
    #[wasm_bindgen]
    pub fn compared(earlier: &str, later: &str) -> Result<String, JsError> {
        written(&compare::compare(&read(earlier)?, &read(later)?))
    }

    /// Checks the JSON of a file of settings. Gives the [`Settings`](crate::settings::Settings) as JSON; the error has a
    /// line for each thing that is wrong.
    #[wasm_bindgen]
    pub fn settings(json: &str) -> Result<String, JsError> {
        checked(Settings::read(json))
    }

    /// Checks the JSON of a file of set-asides. Gives a list of [`SetAside`](crate::settings::SetAside) as JSON; the error
    /// has a line for each thing that is wrong.
    #[wasm_bindgen]
    pub fn set_asides(json: &str) -> Result<String, JsError> {
        checked(SetAside::read(json))
    }

    fn checked<T: serde::Serialize>(read: Result<T, Vec<String>>) -> Result<String, JsError> {
        let read = read.map_err(|faults| JsError::new(&crate::words::joined(&faults, "\n")))?;
        written(&read)
    }

    fn read(json: &str) -> Result<Report, JsError> {
        saved::open(json).map_err(|why| match why {
            NotOpened::NotReport => JsError::new("not_report"),
            NotOpened::OtherVersion => JsError::new("other_version"),
        })
    }
}

#[cfg(any(feature = "office", feature = "text"))]
mod packs {
    use wasm_bindgen::prelude::*;

    use super::written;
    use crate::document::Document;
    use crate::read;
    use crate::read::pack;

    /// A file that was opened: what was read of it, and the files in it that are still to be read.
    #[wasm_bindgen]
    pub struct Opened {
        documents: Vec<Document>,
        /// How many of them stand before the files.
        before: usize,
        /// Names and bytes.
        files: Vec<(String, Vec<u8>)>,
    }

    #[wasm_bindgen]
    impl Opened {
        /// Reads a document, or unpacks a pack.
        #[wasm_bindgen(constructor)]
        pub fn new(name: &str, bytes: &[u8]) -> Self {
            let Some(mut contents) = pack::open(name, bytes) else {
                return Self { documents: vec![read::read(name, bytes)], before: 0, files: vec![] };
            };
            let names = pack::short_names(&contents.files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>());
            let files = names.into_iter().zip(contents.files.into_iter().map(|file| file.bytes)).collect();
            let before = contents.documents.len();
            contents.documents.append(&mut contents.unread);
            Self { documents: contents.documents, before, files }
        }

        /// An array of [`Document`]s as JSON: the file itself, the text of an e-mail, what could not be unpacked.
        pub fn documents(&self) -> Result<String, JsError> {
            written(&self.documents)
        }

        /// How many of the documents stand before the files: the text of an e-mail.
        pub fn before(&self) -> usize {
            self.before
        }

        /// Number of files that are still to be read.
        pub fn count(&self) -> usize {
            self.files.len()
        }

        /// The name of one of them, without its folders where no other has the same.
        pub fn name(&self, file: usize) -> Option<String> {
            self.files.get(file).map(|(name, _)| name.clone())
        }

        /// The bytes of one of them; a second time there are none.
        pub fn take(&mut self, file: usize) -> Option<Vec<u8>> {
            self.files.get_mut(file).map(|(_, bytes)| std::mem::take(bytes))
        }
    }
}

#[cfg(feature = "mark")]
mod mark {
    use serde::Deserialize;
    use wasm_bindgen::prelude::*;

    use crate::mark::{self, Spot};
    use crate::remark::{Remark, Reviewer};

    /// What is needed of a document.
    #[derive(Deserialize)]
    struct Document {
        blocks: Vec<Spot>,
    }

    /// A PDF file with remarks in it.
    #[wasm_bindgen]
    pub struct Marked(mark::Marked);

    #[wasm_bindgen]
    impl Marked {
        /// Puts remarks, a list of [`Remark`] as JSON, into a PDF file. `document` is the JSON of what was read of it, `date`
        /// is ISO 8601 with `Z`. The error is `not_pdf`, `not_whole` or `locked`: see [`Refused`](mark::Refused).
        #[wasm_bindgen(constructor)]
        pub fn new(bytes: &[u8], document: &str, remarks: &str, author: String, date: String) -> Result<Self, JsError> {
            let Document { blocks } = serde_json::from_str(document)?;
            let remarks: Vec<Remark> = serde_json::from_str(remarks)?;
            let refused = |refused| match refused {
                mark::Refused::NotPdf => JsError::new("not_pdf"),
                mark::Refused::NotWhole => JsError::new("not_whole"),
                mark::Refused::Locked => JsError::new("locked"),
            };
            mark::mark(bytes, &blocks, &remarks, &Reviewer { name: author, date }).map(Self).map_err(refused)
        }

        /// The file; a second time there are no bytes.
        pub fn take(&mut self) -> Vec<u8> {
            std::mem::take(&mut self.0.bytes)
        }

        /// Number of remarks over their passages and in the note on the first page.
        pub fn comments(&self) -> usize {
            self.0.beside + self.0.at_head
        }
    }
}

#[cfg(feature = "office")]
mod office {
    use wasm_bindgen::prelude::*;

    use crate::remark::Remark;
    use crate::review;

    /// A Word file with remarks in it.
    #[wasm_bindgen]
    pub struct Reviewed(review::Reviewed);

    #[wasm_bindgen]
    impl Reviewed {
        /// Puts remarks, a list of [`Remark`](crate::remark::Remark) as JSON, into a Word file; with `changes` the better
        /// wording too, as tracked changes. `date` is ISO 8601 with `Z`. The error is `not_word`, `not_whole` or
        /// `no_text`: see [`Refused`](review::Refused).
        #[wasm_bindgen(constructor)]
        pub fn new(bytes: &[u8], remarks: &str, author: String, date: String, changes: bool) -> Result<Self, JsError> {
            let remarks: Vec<Remark> = serde_json::from_str(remarks)?;
            let by = review::Reviewer { name: author, date };
            let refused = |refused| match refused {
                review::Refused::NotWord => JsError::new("not_word"),
                review::Refused::NotWhole => JsError::new("not_whole"),
                review::Refused::NoText => JsError::new("no_text"),
            };
            review::review(bytes, &remarks, &by, changes).map(Self).map_err(refused)
        }

        /// The file; a second time there are no bytes.
        pub fn take(&mut self) -> Vec<u8> {
            std::mem::take(&mut self.0.bytes)
        }

        /// Number of comments.
        pub fn comments(&self) -> usize {
            self.0.beside + self.0.at_head
        }

        /// Number of tracked changes.
        pub fn changes(&self) -> usize {
            self.0.changes
        }
    }
}
