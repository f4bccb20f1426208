//! Reading a document back from JSON.

use serde::de::{Deserialize, Deserializer};

use super::{Block, Document, Kind, Unread};
use crate::tree::{self, Fields, FromFields, missing};

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tree::read(deserializer)
    }
}

impl FromFields for Document {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        Ok(Self {
            name: fields.text("name")?.ok_or_else(|| missing("name"))?,
            format: fields.name("format")?.ok_or_else(|| missing("format"))?,
            pages: fields.count("pages")?,
            blocks: fields.objects("blocks")?.ok_or_else(|| missing("blocks"))?,
            unread: fields.objects("unread")?.unwrap_or_default(),
        })
    }
}

impl<'de> Deserialize<'de> for Unread {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tree::read(deserializer)
    }
}

impl FromFields for Unread {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        Ok(Self {
            why: fields.name("why")?.ok_or_else(|| missing("why"))?,
            pages: fields.counts("pages")?.unwrap_or_default(),
            detail: fields.text("detail")?,
        })
    }
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
        tree::read(deserializer)
    }
}

impl FromFields for Block {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        let kind = match fields.name("kind")?.ok_or_else(|| missing("kind"))? {
            Name::Heading => Kind::Heading { level: fields.count("level")?.ok_or_else(|| missing("level"))? },
            Name::Paragraph => Kind::Paragraph,
            Name::ListItem => Kind::ListItem { level: fields.count("level")?.ok_or_else(|| missing("level"))? },
            Name::Row => Kind::Row {
                table: fields.count("table")?.ok_or_else(|| missing("table"))?,
                columns: fields.counts("columns")?.ok_or_else(|| missing("columns"))?,
                head: fields.flag("head")?.ok_or_else(|| missing("head"))?,
            },
            Name::Field => Kind::Field { name: fields.text("name")?.ok_or_else(|| missing("name"))? },
            Name::Header => Kind::Header,
            Name::Footer => Kind::Footer,
            Name::Footnote => Kind::Footnote,
        };
        Ok(Self {
            kind,
            text: fields.text("text")?.ok_or_else(|| missing("text"))?,
            label: fields.text("label")?,
            page: fields.count("page")?,
            cell: fields.text("cell")?,
            merged: fields.counts("merged")?.unwrap_or_default(),
            #[cfg(boxes)]
            bounds: fields.counts("box")?.and_then(|edges: Vec<u16>| edges.try_into().ok()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Why};

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
            let block = Block {
                label: Some("4.2".to_owned()),
                page: Some(7),
                cell: Some("B4".to_owned()),
                merged: vec![0],
                bounds: Some([72, 90, 520, 118]),
                ..Block::new(kind, "£5m\tyes")
            };
            let json = serde_json::to_string(&block).expect("a block is written");
            assert_eq!(serde_json::from_str::<Block>(&json).expect("a block is read"), block, "{json}");
        }
    }

    #[test]
    fn a_whole_document_is_read_as_it_was_written() {
        let unread = vec![Unread { why: Why::NoTextLayer, pages: vec![2, 3], detail: Some("scan".to_owned()) }];
        let blocks = vec![Block::new(Kind::Paragraph, "Lot 1")];
        let document = Document { name: "a.pdf".to_owned(), format: Format::Pdf, pages: Some(3), blocks, unread };
        let json = serde_json::to_string(&document).expect("a document is written");
        assert_eq!(serde_json::from_str::<Document>(&json).expect("a document is read"), document);
    }

    #[test]
    fn what_a_kind_needs_must_be_there() {
        for json in [
            r#"{"kind":"row","text":"a","table":0,"head":false}"#,
            r#"{"kind":"heading","text":"a"}"#,
            r#"{"kind":"nothing","text":"a"}"#,
            r#"{"kind":"paragraph"}"#,
            r#"{"kind":"heading","text":"a","level":256}"#,
            r#"{"kind":"heading","text":"a","level":-1}"#,
            r#"{"kind":"heading","text":"a","level":1.5}"#,
            r#"{"kind":"paragraph","text":["a"]}"#,
            r#"["paragraph","a"]"#,
        ] {
            assert!(serde_json::from_str::<Block>(json).is_err(), "{json}");
        }
    }
}
