//! The findings as remarks beside the passages of a document, for the author's own file: see `review` and `mark`.

use super::{Bucket, Finding, Place, Report, Severity, Source, SourceKind};
use crate::document::Format;
use crate::language::date::from_iso;
use crate::remark::Remark;
use crate::words::{self, Args, Words};

/// The remarks for a document of the report, by its index: barriers and what is to be decided, the heaviest first, at
/// every place that they are about; and with the first Word file, or PDF file where there is none, in one remark, what no document states.
pub fn remarks(report: &Report, document: usize) -> Vec<Remark> {
    let say = Sayer(Words::spoken());
    let mut remarks = vec![];
    for severity in [Some(Severity::High), Some(Severity::Medium), Some(Severity::Low), None] {
        for finding in report.counted().filter(|f| f.severity == severity) {
            if !matches!(finding.bucket, Bucket::Barrier | Bucket::Query) {
                continue;
            }
            let mut first = true;
            for place in finding.places.iter().filter(|place| place.document == document) {
                remarks.push(say.remark(finding, place, std::mem::replace(&mut first, false)));
            }
        }
    }
    let first = |format| report.documents.iter().position(|d| d.format == format && d.words > 0);
    if first(Format::Docx).or_else(|| first(Format::Pdf)) == Some(document) {
        remarks.extend(say.missing(report));
    }
    remarks
}

/// A source in one line: title, section, kind, date.
pub(super) fn source(words: &Words, source: &Source) -> String {
    let kind = match source.kind {
        SourceKind::Law => "law",
        SourceKind::Policy => "policy",
        SourceKind::Guidance => "guidance",
        SourceKind::RuleOfThumb => "rule-of-thumb",
    };
    let args = [
        ("title", source.title.clone()),
        ("kind", kind.to_owned()),
        ("date", day(&source.date)),
        ("section", source.section.clone().unwrap_or_default()),
    ];
    let message = if source.section.is_some() { "source-line-section" } else { "source-line" };
    Sayer(words).say(message, &args)
}

/// A day as people write it: `31 March 2026`; what is no date stays as it is.
pub(super) fn day(iso: &str) -> String {
    from_iso(iso).map_or_else(|| iso.to_owned(), words::day)
}

struct Sayer<'w>(&'w Words);

impl Sayer<'_> {
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
        let args = [("title", finding.title.clone()), ("weight", weight.to_owned())];
        let mut lines = vec![self.say("title", &args)];
        let passage = Some((place.start, place.end));
        if !first {
            lines.push(self.say("see-above", &args));
            return Remark { passage, lines, wording: None };
        }
        let own = finding.own.as_ref();
        let own_wording = own.and_then(|own| own.suggestion.as_ref());
        lines.push(finding.message.clone());
        lines.push(finding.why.clone());
        if let Some(why) = own.and_then(|own| own.why.as_ref()) {
            lines.push(why.clone());
        }
        for (message, wording) in [("suggestion", finding.suggestion.as_ref()), ("suggestion-own", own_wording)] {
            if let Some(wording) = wording {
                lines.push(self.say(message, &[("text", wording.clone())]));
            }
        }
        for from in &finding.sources {
            let args = [("source", source(self.0, from)), ("link", from.link.clone().unwrap_or_default())];
            lines.push(self.say("source", &args));
        }
        let wording = own_wording.or(finding.suggestion.as_ref()).cloned();
        Remark { passage, lines, wording }
    }

    /// All that is not stated, in one remark.
    fn missing(&self, report: &Report) -> Option<Remark> {
        let mut lines = vec![self.say("missing", &[])];
        for finding in report.counted().filter(|f| f.bucket == Bucket::Missing) {
            let args = [("title", finding.title.clone()), ("message", finding.message.clone())];
            lines.push(self.say("missing-line", &args));
        }
        (lines.len() > 1).then(|| Remark { lines, ..Remark::default() })
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
