//! The browser boundary: JSON in, JSON out.
//!
//! Each of the three modules (core, office, pdf) holds the functions of its features. A panic reaches JavaScript as
//! a thrown string, everything else that goes wrong as an `Error`; after a panic or a trap the instance is not to
//! be used again.

use wasm_bindgen::prelude::*;

#[cfg(feature = "check")]
pub use check::{Pack, format};

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

/// Reads one file with the readers of this module. Gives a [`Document`](crate::document::Document) as JSON, whatever
/// the bytes.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Result<String, JsError> {
    Ok(serde_json::to_string(&crate::read::read(name, bytes))?)
}

#[cfg(feature = "check")]
mod check {
    use wasm_bindgen::prelude::*;

    use crate::document::Document;
    use crate::read;

    /// Tells what a file is, in the names of [`Format`](crate::document::Format): `docx`, `pdf`.
    #[wasm_bindgen]
    pub fn format(name: &str, bytes: &[u8]) -> Result<String, JsError> {
        match serde_json::to_value(read::format(name, bytes))? {
            serde_json::Value::String(format) => Ok(format),
            other => Err(JsError::new(&format!("{other} is no name of a format"))),
        }
    }

    /// Documents that are judged together, read and understood once and judged as often as the circumstances change.
    #[wasm_bindgen]
    pub struct Pack(stub::Pack);

    #[wasm_bindgen]
    impl Pack {
        /// Takes an array of documents as JSON.
        #[wasm_bindgen(constructor)]
        pub fn new(documents: &str) -> Result<Self, JsError> {
            let documents: Vec<Document> = serde_json::from_str(documents)?;
            Ok(Self(stub::Pack::understand(documents)))
        }

        /// Judges the pack. Takes what the user says about the contract as JSON and gives a
        /// [`Report`](crate::report::Report) as JSON.
        pub fn report(&self, given: &str) -> Result<String, JsError> {
            Ok(serde_json::to_string(&self.0.judge(&serde_json::from_str(given)?))?)
        }
    }

    /// Stands in until the core understands and judges.
    mod stub {
        use serde::Deserialize;

        use crate::document::Document;
        use crate::report::{
            Buyer, Circumstances, Coverage, DocumentSummary, FileCoverage, Known, Nation, Origin, Problem, ReadState,
            Regime, Report, SCHEMA,
        };

        pub struct Pack(Vec<Document>);

        #[derive(Default, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Given {
            value: Option<f64>,
            months: Option<f64>,
            nation: Option<Nation>,
            regime: Option<Regime>,
            buyer: Option<Buyer>,
            as_of: Option<String>,
        }

        impl Pack {
            pub fn understand(documents: Vec<Document>) -> Self {
                Self(documents)
            }

            pub fn judge(&self, given: &Given) -> Report {
                let summary = |d: &Document| DocumentSummary {
                    name: d.name.clone(),
                    format: d.format,
                    pages: d.pages,
                    words: d.words(),
                    text: None,
                };
                let coverage = |(document, d): (usize, &Document)| FileCoverage {
                    document,
                    read: match (d.blocks.is_empty(), d.unread.is_empty()) {
                        (true, _) => ReadState::None,
                        (_, true) => ReadState::Whole,
                        _ => ReadState::Part,
                    },
                    words: d.words(),
                    tables: d.tables(),
                    problems: d
                        .unread
                        .iter()
                        .map(|u| Problem { unread: u.clone(), message: format!("{:?}", u.why) })
                        .collect(),
                };
                Report {
                    schema: SCHEMA.to_owned(),
                    version: env!("CARGO_PKG_VERSION").to_owned(),
                    documents: self.0.iter().map(summary).collect(),
                    circumstances: Circumstances {
                        value: known(given.value),
                        term: known(given.months),
                        nation: known(given.nation),
                        regime: known(given.regime),
                        buyer: known(given.buyer),
                        as_of: known(given.as_of.clone()),
                        ..Circumstances::default()
                    },
                    facts: vec![],
                    findings: vec![],
                    coverage: Coverage {
                        files: self.0.iter().enumerate().map(coverage).collect(),
                        ..Coverage::default()
                    },
                }
            }
        }

        fn known<T>(value: Option<T>) -> Known<T> {
            let origin = if value.is_some() { Origin::Given } else { Origin::Unknown };
            Known { value, origin, places: vec![] }
        }
    }
}
