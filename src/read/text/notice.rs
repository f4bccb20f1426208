//! Notices that were copied off a page: nothing but the names of their form parts one field from the next.
//!
//! Browsers copy the central digital platform's notices and those of Contracts Finder with no blank line between a name,
//! its value and the next name. The names are few and fixed, so they show where blank lines would stand.

use super::lines::Line;
use crate::read::structure::{Context, first_word, heading};

/// What a line is in a notice's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name of a section, such as "Submission".
    Section,
    /// The name of a field, such as "Tender submission deadline".
    Name,
    /// A lot among those that a field is about: "Lot 2. South area" below "Particular suitability".
    Lot,
}

/// The sections of notices, in small letters.
const SECTIONS: [&str; 17] = [
    "about the buyer",
    "award criteria",
    "content",
    "contract summary",
    "contracting authorities",
    "contracting authority",
    "documents",
    "dynamic market",
    "framework",
    "how to apply",
    "more information",
    "other information",
    "participation",
    "procedure",
    "scope",
    "submission",
    "submissions",
];

/// The fields of notices, in small letters and without what stands in brackets.
const NAMES: [&str; 73] = [
    "additional cpv classifications",
    "applicable trade agreements",
    "associated tender documents",
    "award decision date",
    "award method when using the framework",
    "closing date",
    "closing time",
    "commercial tool",
    "conditions of participation",
    "conflicts assessment prepared/revised",
    "contract dates",
    "contract end date",
    "contract is suitable for smes?",
    "contract is suitable for vcses?",
    "contract location",
    "contract locations",
    "contract start date",
    "contract type",
    "contracting authorities that may use the framework",
    "cpv classifications",
    "date",
    "deadline for requests to participate",
    "description",
    "description of possible extension",
    "description of renewals",
    "description of risks to contract performance",
    "duration in days",
    "duration in months",
    "end date",
    "enquiry deadline",
    "estimated value",
    "framework operation description",
    "further information about fees",
    "industry",
    "justification for not using lots",
    "languages that may be used for submission",
    "legal and financial capacity conditions of participation",
    "list and brief description of selection criteria",
    "local time",
    "location of contract",
    "lot no",
    "lot value",
    "main category",
    "main procurement category",
    "maximum number of lots a supplier can be awarded",
    "maximum number of lots a supplier can bid for",
    "maximum number of suppliers",
    "maximum percentage fee charged to suppliers",
    "minimum level(s) of standards possibly required",
    "notice identifier",
    "options",
    "particular suitability",
    "payment terms",
    "procedure type",
    "procurement identifier",
    "procurement method",
    "procurement reference",
    "publication date of tender notice",
    "published date",
    "recurring procurement",
    "reference",
    "renewal",
    "same for all lots",
    "special regime",
    "start date",
    "submission address and any special instructions",
    "technical ability conditions of participation",
    "tender submission deadline",
    "tenders may be submitted electronically",
    "this contract is subject to renewal",
    "title",
    "total value",
    "value of contract",
];

/// Fewer names than this may stand in any text.
const FEWEST: usize = 5;

/// Most words of a numbered name.
const LONGEST: usize = 16;

fn part(line: &Line) -> Option<Part> {
    // "II.2.7) Duration of the contract", as in notices before 2025.
    if let Some((label, text)) = line.label
        && label.starts_with(['I', 'V'])
        && label.contains('.')
        && label.ends_with(')')
        && text.split_whitespace().nth(LONGEST).is_none()
    {
        return Some(Part::Name);
    }
    // "two.2.7) Duration of the contract", as Find a Tender wrote them.
    let spelt = |label: &str| {
        let (part, number) = label.split_once('.').unwrap_or_default();
        let part = matches!(part, "one" | "two" | "three" | "four" | "five" | "six");
        part && number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    if let Some((label, text)) = line.text.split_once(") ")
        && spelt(label)
        && text.split_whitespace().nth(LONGEST).is_none()
    {
        // What is below "two.2.1) Title" is the name of a lot, and heads what follows.
        return (!label.ends_with(".2.1")).then_some(Part::Name);
    }
    let text = line.text.strip_suffix(':').unwrap_or(line.text);
    let text = text.split_once(" (").filter(|(_, rest)| rest.ends_with(')')).map_or(text, |(name, _)| name);
    let small = text.to_ascii_lowercase();
    let among = |names: &[&str]| names.binary_search(&small.as_str()).is_ok();
    match () {
        () if !text.starts_with(|c: char| c.is_ascii_uppercase()) => None,
        () if among(&SECTIONS) => Some(Part::Section),
        () if among(&NAMES) => Some(Part::Name),
        () => None,
    }
}

/// Marks the names of a notice's form, and parts them from what is above and below.
pub fn mark(lines: &mut [Line]) {
    let parts: Vec<_> = lines.iter().map(part).collect();
    let mut names: Vec<&str> =
        lines.iter().zip(&parts).filter(|(_, p)| p.is_some()).map(|(line, _)| line.text).collect();
    names.sort_unstable();
    names.dedup();
    if names.len() < FEWEST {
        return;
    }
    for (at, part) in parts.into_iter().enumerate() {
        let Some(part) = part else { continue };
        set_apart(lines, at, part);
    }
    mark_lots(lines);
}

fn set_apart(lines: &mut [Line], at: usize, part: Part) {
    lines[at].part = Some(part);
    for line in lines.iter_mut().skip(at).take(2) {
        line.gap = true;
    }
}

/// A lot has its own part of the notice once, early; later its name stands below the names of fields.
fn mark_lots(lines: &mut [Line]) {
    let is_lot = |line: &Line| {
        first_word(line.text).0.eq_ignore_ascii_case("lot") && heading(line.text, Context::default()).is_some()
    };
    let mut own: Vec<&str> = vec![];
    for at in 0..lines.len() {
        if lines[at].part.is_some() || !is_lot(&lines[at]) {
            continue;
        }
        let named = lines.get(at + 1).is_some_and(|next| next.part.is_some());
        if !named && own.contains(&lines[at].text) {
            set_apart(lines, at, Part::Lot);
        } else {
            own.push(lines[at].text);
            lines[at].gap = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, Kind};
    use crate::read::text::read;

    fn blocks(text: &str) -> Vec<Block> {
        read("notice.txt", text.as_bytes()).blocks
    }

    const NOTICE: &str = "\
Scope
Description
Meals at home for older people in two areas.
Total value (estimated)
£900,000 excluding VAT
£1,080,000 including VAT
Contract dates (estimated)
1 April 2027 to 31 March 2030
Main procurement category
Services
Lot 1. North
Lot value (estimated)
£500,000 excluding VAT
Lot 2. South
Lot value (estimated)
£400,000 excluding VAT
Participation
Particular suitability
Lot 1. North
Lot 2. South
Small and medium-sized enterprises (SME)
Submission
Tender submission deadline
3 March 2027, 12:00pm";

    #[test]
    fn names_of_a_form_part_fields_without_blank_lines() {
        let blocks = blocks(NOTICE);
        let fields: Vec<_> = blocks
            .iter()
            .filter_map(|block| match &block.kind {
                Kind::Field { name } => Some((name.as_str(), block.text.lines().last().unwrap_or_default())),
                _ => None,
            })
            .collect();
        assert!(fields.contains(&("Contract dates (estimated)", "1 April 2027 to 31 March 2030")));
        assert!(fields.contains(&("Main procurement category", "Services")));
        assert!(fields.contains(&("Tender submission deadline", "3 March 2027, 12:00pm")));
        let heading =
            |text: &str| blocks.iter().any(|b| b.text == text && matches!(b.kind, Kind::Heading { level: 7 }));
        assert!(heading("Description") && heading("Total value (estimated)"));
    }

    #[test]
    fn sections_end_lots_and_lots_of_a_field_are_no_sections() {
        let blocks = blocks(NOTICE);
        let level = |i: usize| if let Kind::Heading { level } = blocks[i].kind { Some(level) } else { None };
        let of = |text: &str| (0..blocks.len()).filter(|&i| blocks[i].text == text).map(level).collect::<Vec<_>>();
        assert_eq!(of("Lot 2. South"), [Some(2), None]);
        assert_eq!(of("Participation"), [Some(2)]);
    }

    #[test]
    fn the_older_notices_of_find_a_tender_are_forms_too() {
        let blocks = blocks(
            "two.1.5) Estimated total value\nValue excluding VAT: £90,000\n\
             two.2.1) Title\nLot 1 North\nLot No\n1\n\
             two.2.7) Duration of the contract, framework agreement or dynamic purchasing system\n\
             Duration in months\n36\nThis contract is subject to renewal\nNo\n\
             four.2.2) Time limit for receipt of tenders or requests to participate\nDate\n20 May 2027\n\
             Local time\n12:00pm",
        );
        let has = |name: &str, value: &str| {
            let kind = Kind::Field { name: name.to_owned() };
            blocks.iter().any(|b| b.kind == kind && b.text.lines().last() == Some(value))
        };
        assert!(has("Duration in months", "36") && has("Date", "20 May 2027") && has("Local time", "12:00pm"));
        assert!(blocks.iter().any(|b| b.text == "Lot 1 North" && b.kind == Kind::Heading { level: 2 }));
    }

    #[test]
    fn a_few_names_are_no_form() {
        let plain = blocks("Scope\nThe work is set out below.\nDescription\nCleaning of the hall.");
        assert!(plain.iter().all(|block| block.kind != Kind::Heading { level: 2 }));
    }
}
