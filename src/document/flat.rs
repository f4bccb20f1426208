//! Reading a block back from JSON. Serde reads a flattened enum with a tag into a value of any shape first and into
//! its type then; fields read one by one are quicker and much lighter in wasm.

use serde::de::{Deserialize, Deserializer, Error};

use super::{Block, Kind};

/// A block with the fields of every kind side by side, as JSON has them.
#[derive(serde::Deserialize)]
struct Flat {
    kind: Name,
    text: String,
    label: Option<String>,
    page: Option<u32>,
    level: Option<u8>,
    table: Option<u32>,
    columns: Option<Vec<u16>>,
    head: Option<bool>,
    name: Option<String>,
}

/// The names of [`Kind`].
#[derive(serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Name {
    Heading,
    Paragraph,
    ListItem,
    Row,
    Field,
    Header,
    Footer,
    Footnote,
}

impl<'de> Deserialize<'de> for Block {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let flat = Flat::deserialize(deserializer)?;
        let missing = D::Error::missing_field;
        let kind = match flat.kind {
            Name::Heading => Kind::Heading { level: flat.level.ok_or_else(|| missing("level"))? },
            Name::Paragraph => Kind::Paragraph,
            Name::ListItem => Kind::ListItem { level: flat.level.ok_or_else(|| missing("level"))? },
            Name::Row => Kind::Row {
                table: flat.table.ok_or_else(|| missing("table"))?,
                columns: flat.columns.ok_or_else(|| missing("columns"))?,
                head: flat.head.ok_or_else(|| missing("head"))?,
            },
            Name::Field => Kind::Field { name: flat.name.ok_or_else(|| missing("name"))? },
            Name::Header => Kind::Header,
            Name::Footer => Kind::Footer,
            Name::Footnote => Kind::Footnote,
        };
        Ok(Self { kind, text: flat.text, label: flat.label, page: flat.page })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_as_it_was_written() {
        let kinds = [
            Kind::Heading { level: 2 },
            Kind::Paragraph,
            Kind::ListItem { level: 0 },
            Kind::Row { table: 1, columns: vec![0, 2], head: true },
            Kind::Field { name: "Closing date".to_owned() },
            Kind::Header,
            Kind::Footer,
            Kind::Footnote,
        ];
        for kind in kinds {
            let block = Block { label: Some("4.2".to_owned()), page: Some(7), ..Block::new(kind, "£5m\tyes") };
            let json = serde_json::to_string(&block).expect("a block is written");
            assert_eq!(serde_json::from_str::<Block>(&json).expect("a block is read"), block, "{json}");
        }
    }

    #[test]
    fn what_a_kind_needs_must_be_there() {
        for json in [
            r#"{"kind":"row","text":"a","table":0,"head":false}"#,
            r#"{"kind":"heading","text":"a"}"#,
            r#"{"kind":"nothing","text":"a"}"#,
            r#"{"kind":"paragraph"}"#,
        ] {
            assert!(serde_json::from_str::<Block>(json).is_err(), "{json}");
        }
    }
}
