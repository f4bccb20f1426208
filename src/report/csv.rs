//! The findings as a table for spreadsheets: comma-separated values (RFC 4180), a row a finding.

use super::Report;
use super::shown::{Shown, line};

/// Tells programs for spreadsheets that it is UTF-8, without which they spoil £ and ’.
const MARK: &str = "\u{feff}";

/// What a spreadsheet takes for the start of a formula, in letters of full width too.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The columns, by their messages.
const COLUMNS: [&str; 18] = [
    "column-weight",
    "column-theme",
    "column-title",
    "column-message",
    "column-lot",
    "column-document",
    "column-page",
    "column-place",
    "column-quote",
    "column-places",
    "part-sum",
    "part-why",
    "part-suggestion",
    "part-question",
    "part-sources",
    "part-rule",
    "part-key",
    "heading-set-aside",
];

/// The findings as CSV, those that were set aside too, with the reason in the last column.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
pub fn write(report: &Report) -> String {
    let shown = Shown::new(report);
    let mut out = String::from(MARK);
    row(&mut out, &COLUMNS.map(|name| shown.word(name)));
    for finding in &report.findings {
        let place = finding.places.first();
        let of_place = |text: &dyn Fn(&super::Place) -> String| place.map(text).unwrap_or_default();
        let joined = |texts: [Option<&String>; 2]| {
            let texts: Vec<&str> = texts.into_iter().flatten().map(String::as_str).collect();
            texts.join(" ")
        };
        let own = finding.own.as_ref();
        let sources: Vec<String> = finding.sources.iter().map(|source| shown.source(source)).collect();
        row(
            &mut out,
            &[
                shown.weight(finding).1,
                shown.theme(&finding.rule),
                finding.title.clone(),
                finding.message.clone(),
                finding.lot.clone().unwrap_or_default(),
                of_place(&|place| shown.document(place.document).to_owned()),
                of_place(&|place| place.page.map(|page| page.to_string()).unwrap_or_default()),
                of_place(&|place| shown.place(place)),
                of_place(&|place| place.quote.clone()),
                finding.places.len().to_string(),
                finding.test.as_ref().map(|test| test.text.clone()).unwrap_or_default(),
                joined([Some(&finding.why), own.and_then(|own| own.why.as_ref())]),
                joined([finding.suggestion.as_ref(), own.and_then(|own| own.suggestion.as_ref())]),
                finding.question.clone().unwrap_or_default(),
                sources.join("; "),
                finding.rule.to_string(),
                finding.key.clone(),
                finding.set_aside.as_ref().map(|aside| shown.reason(aside)).unwrap_or_default(),
            ],
        );
    }
    out
}

/// Adds a row, its cells within quotation marks and none of them a formula.
pub(crate) fn row(out: &mut String, cells: &[String]) {
    for (i, text) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(&cell(text));
    }
    out.push_str("\r\n");
}

/// A cell within quotation marks. It is one line, so that no tab or line break stands at its start either.
fn cell(text: &str) -> String {
    let text = line(text);
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for start in ["=", "+", "-", "@", "\t=", "\r=", "\n-", " =", "\u{feff}=", "\u{200e}=", "＝"] {
            let cell = cell(&format!("{start}HYPERLINK(\"https://example.org\",\"a\")"));
            assert!(cell.starts_with("\"'"), "{start:?}: {cell}");
        }
        assert_eq!(cell("£5m, \"each\"\r\nand every"), "\"£5m, \"\"each\"\" and every\"");
    }
}
