//! Lines as writers leave them, told apart.

use proptest::prelude::*;

use super::*;

fn mark(line: &str) -> &str {
    label(line).map_or("", |(label, _)| label)
}

#[test]
fn numbers_and_letters_in_front_are_labels() {
    for line in [
        "4 Pricing and payments",
        "4. Pricing",
        "4.2 payment within 30 days",
        "4.2. Payment",
        "4.2.1 The supplier",
        "4B.5.1 Bidders must",
        "2.1a Scope",
        "A1. Company details",
        "A.1 Company details",
        "B2.3 Turnover",
        "Q1 Tell us about your team",
        "Q12: Tell us",
        "II.2.5) Award criteria",
        "4.2(b)(ii) any cover",
        "(a) any cover",
        "(iv) any cover",
        "(aa) any cover",
        "(12) any cover",
        "a) any cover",
        "iv. any cover",
        "A. Submission",
        "1) Price",
        "1: Price",
        "2. Business continuity",
        "4.2 Working hours",
        "5 Business Continuity",
        "3. May we visit?",
        "• Price",
        "\u{f0b7} Price",
        "o Price",
        "- Price",
        "– Price",
        "* Price",
    ] {
        let first = line.split(' ').next().unwrap();
        assert_eq!(label(line), Some((first, line[first.len()..].trim())), "{line}");
    }
    assert_eq!(label("1.Introduction"), Some(("1.", "Introduction")));
    assert_eq!(label("(a)The supplier"), Some(("(a)", "The supplier")));
    assert_eq!(label("●\u{200b} Lot 1 - Advice"), Some(("●", "Lot 1 - Advice")));
    assert_eq!(label("•Price"), Some(("•", "Price")));
    assert_eq!(label("-Price"), Some(("-", "Price")));
    assert_eq!(label("  4.2  "), Some(("4.2", "")));
    assert_eq!(label("(b)"), Some(("(b)", "")));
}

#[test]
fn quantities_dates_and_sentences_have_no_label() {
    for line in [
        "30 days after receipt of an invoice",
        "30 Working Days after receipt",
        "30. days",
        "12 months from the start",
        "12-month review",
        "1 April 2025",
        "01.04.2025",
        "12.05.24 at noon",
        "2019-05-31",
        "2025",
        "2025 was a good year",
        "10 million pounds",
        "1.5 million pounds",
        "1.5 times turnover",
        "1.5 Million",
        "2. million",
        "5 000 000.00 GBP",
        "10,000",
        "£5m",
        "60% price",
        "60/40",
        "17.00 on Friday",
        "9.30 am",
        "(30) days of receipt",
        "(6) years after the end",
        "(3) Months’ notice",
        "1st Floor",
        "3G pitch",
        "A4 paper",
        "12 High Street",
        "A bidder must",
        "I agree",
        "e.g. a plan",
        "i.e. a plan",
        "p.a. in total",
        "U.K. law",
        "No. 4",
        "Schedule 3 Insurance",
        "Annex A",
        "Lot 1: Cleaning",
        "-- Lot 1 --",
        "--- text",
        "**bold** text",
        "-5 degrees",
        "over the term",
        "mix. and match",
        "",
    ] {
        assert_eq!(mark(line), "", "{line}");
    }
}

#[test]
fn headings_are_told_by_words_number_capitals_and_standing() {
    let alone = Context { alone: true, emphatic: false };
    let inside = Context::default();
    for (line, context, level) in [
        ("SCHEDULE 2", inside, 1),
        ("Schedule 3 Insurance", inside, 1),
        ("Call-Off Schedule 2 (Staff Transfer)", inside, 1),
        ("Section 4", inside, 1),
        ("Annex A - Pricing", inside, 1),
        ("Part 2", inside, 2),
        ("ANNEX: INSURANCE", inside, 1),
        ("Appendix A: meanings", inside, 1),
        ("Lot 1:", inside, 2),
        ("Lot 12: Grounds Maintenance (North)", inside, 2),
        ("-- Lot 1 --", inside, 2),
        ("-- Lot 3: School transport - 1823L", inside, 2),
        ("INSURANCE REQUIREMENTS", inside, 3),
        ("1. OBLIGATION TO MAINTAIN INSURANCES", inside, 4),
        ("4 Pricing and payments", alone, 4),
        ("4.2 Payment Terms", inside, 5),
        ("4.2.1 Late payment", alone, 6),
        ("Payment terms", alone, 7),
        ("Staff Transfer and Pensions of the Present Provider", alone, 7),
    ] {
        assert_eq!(heading(line, context), Some(level), "{line}");
    }
}

#[test]
fn sentences_items_and_fields_are_no_headings() {
    let alone = Context { alone: true, emphatic: true };
    for line in [
        "The supplier must hold cover of £5m",
        "4.2 The supplier must pay",
        "Schedule 3 must be read with this",
        "Part 2 of the form is to be filled in.",
        "Lot 1 will be awarded first",
        "(a) Public Liability",
        "• Public Liability",
        "- Schedule 2 Insurance",
        "Public Liability.",
        "Contract value: £50,000",
        "Bidders must provide:",
        "VAT",
        "£5,000,000",
        "12",
        "",
    ] {
        let level = heading(line, if line == "VAT" { Context::default() } else { alone });
        assert_eq!(level, None, "{line}");
    }
}

#[test]
fn fields_are_a_name_and_a_value() {
    for (line, name, value) in [
        ("Title: Cleaning of schools", "Title", "Cleaning of schools"),
        (
            "Estimated total value excluding VAT: 40,000,000.00 GBP",
            "Estimated total value excluding VAT",
            "40,000,000.00 GBP",
        ),
        ("Award criterion: Quality / quality / Weighting: 20", "Award criterion", "Quality / quality / Weighting: 20"),
        (
            "Tenders may be submitted for maximum number of lots: 2",
            "Tenders may be submitted for maximum number of lots",
            "2",
        ),
        ("Deadline:\t12:00 on 3 May", "Deadline", "12:00 on 3 May"),
        ("Is it recurrent?: Yes", "Is it recurrent?", "Yes"),
    ] {
        assert_eq!(field(line), Some((name, value)), "{line}");
    }
    for line in [
        "The price will be: high",
        "Please note: late bids are void",
        "Lot 1: Cleaning",
        "The fee will be: £5",
        "https://example.org/",
        "at 12:30 on Friday",
        "Description:",
        "We asked. They said: no",
        "Is this right? If so, tell us by writing to the address below.",
        "and the value: £5",
    ] {
        assert_eq!(field(line), None, "{line}");
    }
}

proptest! {
    #[test]
    fn nothing_panics_and_parts_are_of_the_line(line in "(\\PC|[0-9a-zA-Z.():•\t -]){0,40}") {
        if let Some((label, rest)) = label(&line) {
            prop_assert!(!label.is_empty() && line.contains(label) && line.trim().ends_with(rest));
        }
        if let Some((name, value)) = field(&line) {
            prop_assert!(line.contains(name) && line.trim().ends_with(value));
        }
        let level = heading(&line, Context { alone: true, emphatic: true });
        prop_assert!(level.is_none_or(|l| (1..=9).contains(&l)));
    }
}
