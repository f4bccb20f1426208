//! The findings as remarks beside the passages of a document, for the author's own file: see `review`.

use jiff::civil::Date;

use super::{Bucket, Finding, Place, Report, Severity, Source, SourceKind};
use crate::document::Format;
use crate::remark::Remark;
use crate::words::{self, Args, Words};

/// The remarks for a document of the report, by its index: barriers and what is to be decided, the heaviest first, at
/// every place that they are about; and with the first Word file, in one remark, what no document states.
pub fn remarks(report: &Report, document: usize) -> Vec<Remark> {
    let say = Sayer(Words::spoken());
    let mut findings: Vec<&Finding> =
        report.counted().filter(|f| matches!(f.bucket, Bucket::Barrier | Bucket::Query)).collect();
    findings.sort_by_key(|f| std::cmp::Reverse(f.severity));
    let mut remarks = vec![];
    for finding in findings {
        let here = finding.places.iter().filter(|place| place.document == document);
        remarks.extend(here.enumerate().map(|(i, place)| say.remark(finding, place, i == 0)));
    }
    let word = report.documents.iter().position(|d| d.format == Format::Docx);
    if word == Some(document) {
        remarks.extend(say.missing(report));
    }
    remarks
}

/// A source in one line: title, section, kind, date.
pub(super) fn source(words: &Words, source: &Source) -> String {
    let say = |message: &str, args: &Args| words.say("remarks", message, None, args).unwrap_or_default();
    let kind = match source.kind {
        SourceKind::Law => "source-law",
        SourceKind::Policy => "source-policy",
        SourceKind::Guidance => "source-guidance",
        SourceKind::RuleOfThumb => "source-rule-of-thumb",
    };
    let mut args = vec![("title", source.title.clone()), ("kind", say(kind, &[])), ("date", day(&source.date))];
    args.extend(source.section.clone().map(|s| ("section", s)));
    say(if source.section.is_some() { "source-line-section" } else { "source-line" }, &args)
}

/// A day as people write it: `31 March 2026`; what is no date stays as it is.
pub(super) fn day(iso: &str) -> String {
    let date = iso.get(..10).and_then(|d| d.parse::<Date>().ok());
    date.map_or_else(|| iso.to_owned(), words::day)
}

struct Sayer(&'static Words);

impl Sayer {
    fn say(&self, message: &str, args: &Args) -> String {
        self.0.say("remarks", message, None, args).unwrap_or_default()
    }

    /// What is said of a finding at one of its places: all at the first, and little at the others.
    fn remark(&self, finding: &Finding, place: &Place, first: bool) -> Remark {
        let weight = match finding.severity {
            Some(Severity::High) => "high",
            Some(Severity::Medium) => "medium",
            Some(Severity::Low) => "low",
            None => "query",
        };
        let title = finding.title.clone();
        let mut lines = vec![self.say("title", &[("title", title.clone()), ("weight", self.say(weight, &[]))])];
        if !first {
            lines.push(self.say("see-above", &[("title", title)]));
            return Remark { passage: Some((place.start, place.end)), lines, wording: None };
        }
        let own = finding.own.as_ref();
        lines.push(finding.message.clone());
        lines.push(finding.why.clone());
        lines.extend(own.and_then(|own| own.why.clone()));
        let text = |text: &String| [("text", text.clone())];
        lines.extend(finding.suggestion.as_ref().map(|s| self.say("suggestion", &text(s))));
        lines.extend(own.and_then(|own| own.suggestion.as_ref()).map(|s| self.say("suggestion-own", &text(s))));
        lines.extend(finding.sources.iter().map(|s| {
            let args = [("source", source(self.0, s)), ("link", s.link.clone().unwrap_or_default())];
            self.say("source", &args).trim_end().to_owned()
        }));
        lines.retain(|line| !line.is_empty());
        let wording = own.and_then(|own| own.suggestion.as_ref()).or(finding.suggestion.as_ref()).cloned();
        Remark { passage: Some((place.start, place.end)), lines, wording }
    }

    /// All that is not stated, in one remark.
    fn missing(&self, report: &Report) -> Option<Remark> {
        let missing = report.counted().filter(|f| f.bucket == Bucket::Missing);
        let line =
            |f: &Finding| self.say("missing-line", &[("title", f.title.clone()), ("message", f.message.clone())]);
        let lines: Vec<String> = missing.map(line).collect();
        let title = self.say("missing", &[]);
        (!lines.is_empty()).then(|| Remark { lines: [vec![title], lines].concat(), ..Remark::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Document, Kind};
    use crate::{Given, Pack};

    fn report(blocks: &[&str]) -> Report {
        let blocks = blocks.iter().map(|text| Block::new(Kind::Paragraph, *text)).collect();
        let document = Document { name: "a.docx".into(), format: Format::Docx, pages: None, blocks, unread: vec![] };
        let given = Given { value: Some(40_000.0), months: Some(12.0), ..Given::default() };
        Pack::understand(vec![document]).judge(&given)
    }

    const COVER: &str = "The Supplier must hold public liability insurance of £10 million from the tender date.";

    #[test]
    fn a_finding_is_said_in_full_once_and_pointed_at_elsewhere() {
        let again = "As said above, public liability insurance of £10 million must be held by the Supplier.";
        let report = report(&[COVER, "Something else.", again]);
        let remarks = remarks(&report, 0);
        let of_cover: Vec<&Remark> = remarks.iter().filter(|r| r.lines[0].contains("ublic liability")).collect();
        assert!(of_cover.len() >= 2, "{remarks:#?}");
        assert!(of_cover[0].lines.iter().any(|line| line.starts_with("Better wording: ")));
        assert!(of_cover[0].lines.iter().any(|line| line.starts_with("Source: ") && line.contains("checked")));
        assert_eq!(of_cover[1].lines.len(), 2);
        assert!(of_cover[0].wording.is_some() && of_cover[1].wording.is_none());
    }

    #[test]
    fn passages_are_those_of_the_report_and_other_documents_have_none() {
        let report = report(&[COVER]);
        let all = remarks(&report, 0);
        for (start, end) in all.iter().filter_map(|remark| remark.passage) {
            assert!(report.findings.iter().flat_map(|f| &f.places).any(|p| (p.start, p.end) == (start, end)));
        }
        assert_eq!(remarks(&report, 1), []);
        let missing = report.findings.iter().any(|finding| finding.bucket == Bucket::Missing);
        let of_missing = all.iter().filter(|remark| remark.passage.is_none()).map(|remark| remark.lines[0].as_str());
        assert_eq!(of_missing.collect::<Vec<_>>(), vec!["Not stated in what was read"; missing.into()]);
    }

    #[test]
    fn days_are_written_out() {
        assert_eq!(day("2026-03-01"), "1 March 2026");
        assert_eq!(day("2026-12-31T12:00:00Z"), "31 December 2026");
        assert_eq!(day("spring"), "spring");
        assert_eq!(day("ééééé"), "ééééé");
    }
}
