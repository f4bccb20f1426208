//! An archive of notices, as large as is asked for, in our own words.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};

const BUYERS: [&str; 5] =
    ["Brook Council", "Hill Health Board", "Vale Fire Authority", "Ford Borough", "Moor University"];
const REGIONS: [&str; 4] = ["UKC11", "UKK3", "UKL18", "UKM62"];
const SERVICES: [(&str, &str); 4] = [
    ("85312000", "Support at home for people who leave hospital"),
    ("77310000", "Care of parks, verges and churchyards"),
    ("55523100", "Meals for schools and lunch clubs"),
    ("80530000", "Training in skills for work"),
];

/// Writes so many notices as JSON Lines, and gives the path.
pub fn lines(notices: usize, path: &Path) -> Result<PathBuf> {
    let mut out = BufWriter::new(File::create(path)?);
    for number in 0..notices {
        writeln!(out, "{}", notice(number))?;
    }
    out.flush()?;
    Ok(path.to_owned())
}

/// Writes so many notices as a release package, and gives the path.
pub fn package(notices: usize, path: &Path) -> Result<PathBuf> {
    let mut out = BufWriter::new(File::create(path)?);
    write!(out, "{{\"uri\":\"https://example.org/archive\",\"version\":\"1.1\",\"releases\":[")?;
    for number in 0..notices {
        write!(out, "{}{}", if number > 0 { ",\n" } else { "" }, notice(number))?;
    }
    write!(out, "]}}")?;
    out.flush()?;
    Ok(path.to_owned())
}

/// A notice as the services publish them, 2 to 8 kB: every second one says little but what its form asks for.
fn notice(number: usize) -> Value {
    let mut notice = long(number);
    if number.is_multiple_of(2) {
        let tender = &mut notice["tender"];
        for said in ["otherRequirements", "selectionCriteria", "contractTerms"] {
            tender[said] = Value::Null;
        }
        let text = tender["description"].as_str().unwrap_or_default();
        let short: Vec<&str> = text.split_inclusive(". ").take(4).collect();
        tender["description"] = Value::String(short.concat());
    }
    notice
}

/// A notice that says all that one can.
fn long(number: usize) -> Value {
    let (buyer, region) = (BUYERS[number % BUYERS.len()], REGIONS[number / 3 % REGIONS.len()]);
    let (cpv, title) = SERVICES[number / 7 % SERVICES.len()];
    let (value, cover, turnover) = (30_000 + number % 37 * 20_000, 1 + number % 10, 50_000 + number % 11 * 100_000);
    let (year, month) = (2022 + number / 5_000 % 5, 1 + number / 400 % 12);
    let lots: Vec<Value> = (1..=number % 5)
        .map(|lot| {
            json!({
                "id": lot.to_string(),
                "title": format!("{title}, area {lot}"),
                "description": format!("The work in area {lot}: planning with the people who use the service, its daily \
                    running, and a report each quarter on what was done and what it changed."),
                "value": { "amountGross": value / 3 * 12 / 10, "amount": value / 3, "currency": "GBP" },
                "contractPeriod": { "startDate": format!("{year}-12-01T00:00:00Z"), "endDate": format!("{}-11-30T23:59:59Z", year + 2) },
                "suitability": { "sme": true, "vcse": number.is_multiple_of(2) },
                "status": "active",
                "awardCriteria": { "criteria": [
                    { "type": "price", "name": "Price", "numbers": [{ "number": 40 + number % 40, "weight": "percentageExact" }] },
                    { "type": "quality", "name": "Quality", "numbers": [{ "number": 60 - number % 40, "weight": "percentageExact" }] },
                ] },
            })
        })
        .collect();
    json!({
        "ocid": format!("ocds-example-{number:06}"),
        "id": format!("{number:06}-{year}"),
        "date": format!("{year}-{month:02}-07T10:15:00Z"),
        "tag": [if number.is_multiple_of(6) { "award" } else { "tender" }],
        "initiationType": "tender",
        "language": "en",
        "buyer": { "id": format!("GB-EX-{}", number % BUYERS.len()), "name": buyer },
        "parties": [{
            "id": format!("GB-EX-{}", number % BUYERS.len()),
            "name": buyer,
            "roles": ["buyer"],
            "identifier": { "legalName": buyer },
            "address": { "streetAddress": "1 High Street", "locality": "Brook", "region": region, "countryName": "United Kingdom" },
            "contactPoint": { "name": "Procurement", "email": "procurement@example.org", "telephone": "+44 1234 567890" },
            "details": { "url": "https://example.org", "classifications": [{ "scheme": "TED_CA_TYPE", "id": "REGIONAL_AUTHORITY" }] },
        }],
        "tender": {
            "id": format!("{buyer}-{number}"),
            "title": title,
            "status": "active",
            "additionalProcurementCategories": ["services"],
            "otherRequirements": {
                "qualificationSystemConditions": [{ "description": "Bidders show that they keep people safe, treat their staff \
                    fairly and can carry on when something goes wrong. A policy that fits the size of the organisation is \
                    enough; certificates are not asked for where the same can be shown in another way." }],
            },
            "selectionCriteria": { "criteria": [
                { "type": "economic", "description": format!("A yearly turnover of £{turnover} or more, shown by the last accounts \
                    that were made up. An organisation that began less than two years ago may show it by a forecast and a \
                    letter from its bank.") },
                { "type": "technical", "description": "Two examples of work of this kind in the last five years, with the name of \
                    somebody who can be asked about each. Work that was paid for by grants counts, and so does work that was \
                    done as part of another organisation." },
            ] },
            "contractTerms": {
                "performanceTerms": "The supplier meets the buyer four times a year, pays at least the real Living Wage to those who \
                    do the work, and tells within five working days of anything that could harm those who use the service.",
                "financialTerms": "Invoices are paid by bank transfer when the work of the month has been agreed.",
            },
            "description": format!("{buyer} wishes to appoint an organisation for the following: {title}. The contract is for two \
                years with a possible extension of one year. Bidders must hold public liability insurance of £{cover} \
                million and employers’ liability insurance of £{} million before they bid. The organisation must show an \
                annual turnover of at least £{turnover} in each of the last two years and provide {} years of accounts. Three \
                references for contracts of similar size and kind are asked for. Invoices are paid within {} days of \
                receipt. Questions can be put through the portal until ten days before the closing date. Site visits can \
                be arranged. The social value of bids is weighted at ten per cent. The council pays its suppliers \
                through its own system, and reports of performance are due each month.",
                5 + number % 6, 2 + number % 3, 30 + number % 3 * 15),
            "classification": { "scheme": "CPV", "id": cpv, "description": title },
            "mainProcurementCategory": "services",
            "procurementMethod": "open",
            "procurementMethodDetails": "Open procedure",
            "value": { "amountGross": value * 12 / 10, "amount": value, "currency": "GBP" },
            "items": [{ "id": "1", "deliveryAddresses": [{ "region": region }] }],
            "tenderPeriod": { "endDate": format!("{year}-{month:02}-28T12:00:00Z") },
            "enquiryPeriod": { "endDate": format!("{year}-{month:02}-18T12:00:00Z") },
            "awardPeriod": { "startDate": format!("{year}-11-01T00:00:00Z") },
            "submissionMethod": ["electronicSubmission"],
            "submissionMethodDetails": "https://example.org/portal",
            "submissionTerms": { "electronicSubmissionPolicy": "allowed", "languages": ["en"] },
            "lots": lots,
            "documents": [{
                "id": "1",
                "documentType": "tenderNotice",
                "description": "The notice on the service's own page",
                "url": format!("https://example.org/notices/{number}"),
                "format": "text/html",
            }],
        },
    })
}

#[cfg(test)]
mod tests {
    use super::notice;

    #[test]
    fn notices_are_as_long_as_real_ones() {
        let sizes: Vec<usize> = (0..500).map(|number| notice(number).to_string().len()).collect();
        let mean = sizes.iter().sum::<usize>() / sizes.len();
        assert!((3_500..8_000).contains(&mean), "{mean}");
        let short = sizes.iter().filter(|size| **size < mean).count();
        assert!((200..300).contains(&short), "{short}");
        assert_ne!(notice(1), notice(2));
    }
}
