//! Rows as tables: JSON Lines, CSV, Parquet.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, GzipLevel, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::row::Row;
use super::work::line_of;
use crate::report::csv;

/// Rows that are written to a Parquet file together.
const ROW_GROUP: usize = 20_000;

/// A table that is being written.
pub enum Table<W: Write + Send> {
    /// A row a line.
    Lines(W),
    /// A row a line, its columns as `COLUMNS` names them; lists are joined by blanks.
    Csv(W),
    /// Columns apart, for tools that analyse.
    Parquet(Box<Parquet<W>>),
}

/// A Parquet file that is being written.
pub struct Parquet<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    rows: Vec<Row>,
}

/// A column: its name, and what a row has in it.
struct Column(&'static str, Cell);

/// How a cell is had of a row.
enum Cell {
    Text(fn(&Row) -> &str),
    Number(fn(&Row) -> u64),
    Amount(fn(&Row) -> Option<f64>),
    List(fn(&Row) -> &[String]),
    Flag(fn(&Row) -> bool),
}

/// All columns, in the order of the fields of a [`Row`].
const COLUMNS: [Column; 21] = [
    Column("source", Cell::Text(|row| &row.source)),
    Column("number", Cell::Number(|row| row.number)),
    Column("ocid", Cell::Text(|row| &row.ocid)),
    Column("id", Cell::Text(|row| &row.id)),
    Column("kind", Cell::Text(|row| row.kind.name())),
    Column("title", Cell::Text(|row| &row.title)),
    Column("buyer", Cell::Text(|row| &row.buyer)),
    Column("region", Cell::Text(|row| &row.region)),
    Column("cpv", Cell::Text(|row| &row.cpv)),
    Column("published", Cell::Text(|row| &row.published)),
    Column("closes", Cell::Text(|row| &row.closes)),
    Column("value", Cell::Amount(|row| row.value)),
    Column("nation", Cell::Text(|row| &row.nation)),
    Column("regime", Cell::Text(|row| &row.regime)),
    Column("high", Cell::List(|row| &row.high)),
    Column("medium", Cell::List(|row| &row.medium)),
    Column("low", Cell::List(|row| &row.low)),
    Column("query", Cell::List(|row| &row.query)),
    Column("missing", Cell::List(|row| &row.missing)),
    Column("enabler", Cell::List(|row| &row.enabler)),
    Column("unread", Cell::Flag(|row| row.unread)),
];

impl<W: Write + Send> Table<W> {
    /// Begins a CSV table with the names of its columns.
    pub fn csv(mut out: W) -> io::Result<Self> {
        let mut names = String::new();
        csv::row(&mut names, &COLUMNS.map(|Column(name, _)| name.to_owned()));
        out.write_all(names.as_bytes())?;
        Ok(Self::Csv(out))
    }

    /// Begins a Parquet table.
    pub fn parquet(out: W) -> io::Result<Self> {
        let columns = COLUMNS.iter().map(|column| column.field().map(Arc::new)).collect::<Result<_, _>>();
        let schema = columns.and_then(|columns| Type::group_type_builder("notice").with_fields(columns).build());
        let properties = WriterProperties::builder().set_compression(Compression::GZIP(GzipLevel::default())).build();
        let writer = schema.and_then(|schema| SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)));
        Ok(Self::Parquet(Box::new(Parquet { writer: writer.map_err(io_error)?, rows: vec![] })))
    }

    /// Adds a row.
    pub fn add(&mut self, row: Row) -> io::Result<()> {
        match self {
            Self::Lines(out) => line_of(out, &row),
            Self::Csv(out) => {
                let mut line = String::new();
                csv::row(&mut line, &COLUMNS.map(|Column(_, cell)| cell.text(&row)));
                out.write_all(line.as_bytes())
            }
            Self::Parquet(parquet) => {
                parquet.rows.push(row);
                if parquet.rows.len() >= ROW_GROUP { parquet.write().map_err(io_error) } else { Ok(()) }
            }
        }
    }

    /// Ends the table.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Lines(mut out) | Self::Csv(mut out) => out.flush(),
            Self::Parquet(mut parquet) => {
                parquet.write().map_err(io_error)?;
                parquet.writer.close().map(drop).map_err(io_error)
            }
        }
    }
}

impl<W: Write + Send> Parquet<W> {
    fn write(&mut self) -> Result<(), ParquetError> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for Column(_, cell) in &COLUMNS {
            cell.write(&self.rows, &mut group)?;
        }
        group.close()?;
        self.rows.clear();
        Ok(())
    }
}

impl Column {
    fn field(&self) -> Result<Type, ParquetError> {
        let Self(name, cell) = self;
        let (physical, repetition) = match cell {
            Cell::Text(_) => (Physical::BYTE_ARRAY, Repetition::REQUIRED),
            Cell::List(_) => (Physical::BYTE_ARRAY, Repetition::REPEATED),
            Cell::Number(_) => (Physical::INT64, Repetition::REQUIRED),
            Cell::Amount(_) => (Physical::DOUBLE, Repetition::OPTIONAL),
            Cell::Flag(_) => (Physical::BOOLEAN, Repetition::REQUIRED),
        };
        let is_text = physical == Physical::BYTE_ARRAY;
        Type::primitive_type_builder(name, physical)
            .with_repetition(repetition)
            .with_logical_type(is_text.then_some(LogicalType::String))
            .build()
    }
}

impl Cell {
    fn text(&self, row: &Row) -> String {
        match self {
            Self::Text(of) => of(row).to_owned(),
            Self::Number(of) => of(row).to_string(),
            Self::Amount(of) => of(row).map(|amount| amount.to_string()).unwrap_or_default(),
            Self::List(of) => of(row).join(" "),
            Self::Flag(of) => of(row).to_string(),
        }
    }

    /// Writes a column of some rows.
    fn write<W: Write + Send>(
        &self,
        rows: &[Row],
        group: &mut SerializedRowGroupWriter<'_, W>,
    ) -> Result<(), ParquetError> {
        let Some(mut column) = group.next_column()? else {
            return Err(ParquetError::General("a column too many".to_owned()));
        };
        match self {
            Self::Text(of) => {
                let values: Vec<ByteArray> = rows.iter().map(|row| of(row).into()).collect();
                column.typed::<ByteArrayType>().write_batch(&values, None, None)?;
            }
            Self::Number(of) => {
                let values: Vec<i64> = rows.iter().map(|row| of(row) as i64).collect();
                column.typed::<Int64Type>().write_batch(&values, None, None)?;
            }
            Self::Amount(of) => {
                let values: Vec<f64> = rows.iter().filter_map(of).collect();
                let there: Vec<i16> = rows.iter().map(|row| i16::from(of(row).is_some())).collect();
                column.typed::<DoubleType>().write_batch(&values, Some(&there), None)?;
            }
            Self::List(of) => {
                // A list with nothing in it is one level that is not there; every element but the first repeats.
                let (mut values, mut there, mut again) = (vec![], vec![], vec![]);
                for row in rows {
                    let list = of(row);
                    values.extend(list.iter().map(|text| ByteArray::from(text.as_str())));
                    there.extend(std::iter::repeat_n(i16::from(!list.is_empty()), list.len().max(1)));
                    again.extend((0..list.len().max(1)).map(|number| i16::from(number > 0)));
                }
                column.typed::<ByteArrayType>().write_batch(&values, Some(&there), Some(&again))?;
            }
            Self::Flag(of) => {
                let values: Vec<bool> = rows.iter().map(of).collect();
                column.typed::<BoolType>().write_batch(&values, None, None)?;
            }
        }
        column.close()
    }
}

fn io_error(error: ParquetError) -> io::Error {
    io::Error::other(error)
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};

    use super::*;

    fn rows() -> Vec<Row> {
        let rule = |name: &str| name.to_owned();
        vec![
            Row { source: "a.json".into(), number: 1, value: Some(45_000.5), ..Row::default() },
            Row {
                source: "a.json".into(),
                number: 2,
                title: "=1+1, \"Meals\"".into(),
                high: vec![rule("insurance.public-liability"), rule("lots.one-large-lot")],
                unread: true,
                ..Row::default()
            },
        ]
    }

    #[test]
    fn columns_are_the_fields_of_a_row() {
        let row = serde_json::to_string(&Row::default()).unwrap();
        let fields: Vec<&str> =
            row.trim_matches(['{', '}']).split(',').map(|field| field.split('"').nth(1).unwrap()).collect();
        assert_eq!(COLUMNS.map(|Column(name, _)| name).to_vec(), fields);
    }

    #[test]
    fn a_table_for_spreadsheets_has_no_formula() {
        let mut out = vec![];
        let mut table = Table::csv(&mut out).unwrap();
        for row in rows() {
            table.add(row).unwrap();
        }
        table.finish().unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert!(lines[0].starts_with("\"source\",\"number\",\"ocid\""), "{}", lines[0]);
        assert!(lines[1].contains("\"45000.5\""), "{}", lines[1]);
        assert!(lines[2].contains("\"'=1+1, \"\"Meals\"\"\"") && lines[2].ends_with("\"true\""), "{}", lines[2]);
        assert!(lines[2].contains("\"insurance.public-liability lots.one-large-lot\""), "{}", lines[2]);
    }

    #[test]
    fn a_parquet_file_gives_back_its_rows() {
        let file = tempfile::tempfile().unwrap();
        let mut table = Table::parquet(file.try_clone().unwrap()).unwrap();
        for row in rows() {
            table.add(row).unwrap();
        }
        table.finish().unwrap();
        let file = SerializedFileReader::new(file).unwrap();
        let shown: Vec<String> = file.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
        assert_eq!(shown.len(), 2);
        assert!(shown[0].contains("value: 45000.5") && shown[0].contains("high: []"), "{}", shown[0]);
        let high = r#"high: ["insurance.public-liability", "lots.one-large-lot"]"#;
        assert!(shown[1].contains("value: null") && shown[1].contains(high), "{}", shown[1]);
        assert!(shown[1].contains("=1+1") && shown[1].contains("unread: true"), "{}", shown[1]);
    }
}
