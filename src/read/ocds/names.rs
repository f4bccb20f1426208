//! The names of a notice's fields: those that they have on the notices of the services, which readers of tenders know.

use serde_json::{Map, Value};

use super::show;

/// The heading of a notice without a title.
pub const UNTITLED: &str = "Notice";

/// Keys that say nothing to a bidder: identifiers, states, who else is involved, how to reach whom.
pub const PASSED_OVER: &[&str] = &[
    "additionalIdentifiers",
    "bids",
    "buyerID",
    "contactPoint",
    "dateModified",
    "extensions",
    "format",
    "id",
    "identifier",
    "initiationType",
    "language",
    "license",
    "links",
    "numberOfTenderers",
    "ocid",
    "parties",
    "publicationPolicy",
    "publisher",
    "quantity",
    "relatedLot",
    "relatedLots",
    "relatedProcesses",
    "statistics",
    "status",
    "supplierID",
    "suppliersID",
    "tag",
    "tenderers",
    "unit",
    "uri",
    "url",
    "version",
];

/// Keys in the order in which a notice has them; those that are not here follow.
pub const ORDER: &[&str] = &[
    "description",
    "value",
    "minValue",
    "maxValue",
    "legalBasis",
    "aboveThreshold",
    "mainProcurementCategory",
    "classification",
    "additionalClassifications",
    "items",
    "procurementMethodDetails",
    "specialRegime",
    "techniques",
    "contractPeriod",
    "hasRenewal",
    "renewal",
    "hasOptions",
    "options",
    "suitability",
    "enquiryPeriod",
    "tenderPeriod",
    "awardPeriod",
    "lotDetails",
    "otherRequirements",
    "selectionCriteria",
    "awardCriteria",
    "awardCriteriaDetails",
    "submissionTerms",
    "contractTerms",
];

/// Names of fields, by the end of their path.
const NAMES: &[(&str, &str)] = &[
    ("tender/value", "Total value (estimated)"),
    ("value", "Value"),
    ("aboveThreshold", "Above the relevant threshold"),
    ("mainProcurementCategory", "Main procurement category"),
    ("procurementMethodDetails", "Procedure type"),
    ("procurementMethod", "Procedure type"),
    ("procurementMethodRationale", "Reason for the procedure"),
    ("suitability/sme", "Contract is suitable for SMEs"),
    ("suitability/vcse", "Contract is suitable for VCSEs"),
    ("tenderPeriod", "Tender submission deadline"),
    ("enquiryPeriod", "Enquiry deadline"),
    ("awardPeriod", "Award decision date (estimated)"),
    ("bidOpening/date", "Date of opening of tenders"),
    ("secondStage/invitationDate", "Estimated date of dispatch of invitations to selected candidates"),
    ("secondStage/minimumCandidates", "Envisaged minimum number of candidates"),
    ("secondStage/maximumCandidates", "Maximum number of candidates"),
    ("hasRenewal", "This contract is subject to renewal"),
    ("renewal/description", "Description of renewals"),
    ("hasOptions", "Options"),
    ("options/description", "Description of options"),
    ("hasRecurrence", "This is a recurrent procurement"),
    ("recurrence/description", "Estimated timing for further notices"),
    ("maximumLotsBidPerSupplier", "Tenders may be submitted for maximum number of lots"),
    ("maximumLotsAwardedPerSupplier", "Maximum number of lots that may be awarded to one tenderer"),
    ("lotDetails/awardCriteriaDetails", "Combining and awarding lots"),
    ("hasFrameworkAgreement", "Framework agreement"),
    ("frameworkAgreement/maximumParticipants", "Maximum number of participants in the framework"),
    ("isOpenFrameworkScheme", "Open framework scheme"),
    ("hasDynamicPurchasingSystem", "Dynamic purchasing system"),
    ("hasElectronicAuction", "Electronic auction"),
    ("variantPolicy", "Variants"),
    ("performanceTerms", "Contract performance conditions"),
    ("financialTerms", "Main financing conditions and payment arrangements"),
    ("tendererLegalForm", "Legal form to be taken by a group of economic operators"),
    ("depositsGuarantees", "Deposits and guarantees required"),
    ("reservedParticipation", "Reserved participation"),
    ("requiresStaffNamesAndQualifications", "Names and professional qualifications of staff must be given"),
    ("participationFees/type", "Fee for taking part"),
    ("submissionMethodDetails", "Submission address and any special instructions"),
    ("languages", "Languages that may be used for submission"),
    ("reviewDetails", "Review procedure"),
    ("award/value", "Value of the award"),
];

/// Codes that say more than their words.
const CODES: &[(&str, &str)] = &[
    (
        "shelteredWorkshop",
        "sheltered workshops and organisations for the social and professional integration of disabled or disadvantaged persons",
    ),
    ("shelteredProgramme", "sheltered employment programmes"),
    ("publicServiceMissionOrganization", "public service mutuals (organisations pursuing a public service mission)"),
    ("en", "English"),
    ("cy", "Welsh"),
    ("gd", "Gaelic"),
];

/// Services, by the prefix under which their processes are numbered.
pub const SERVICES: &[(&str, &str)] = &[
    ("ocds-h6vhtk", "Find a Tender"),
    ("ocds-b5fd17", "Contracts Finder"),
    ("ocds-r6ebe6", "Public Contracts Scotland"),
    ("ocds-kuma6s", "Sell2Wales"),
];

/// What stage of a process a release is about, in the words of its notice.
pub fn kind(release: &Map<String, Value>) -> Option<&'static str> {
    let tags = release.get("tag").and_then(Value::as_array)?;
    let has = |name: &str| tags.iter().any(|tag| tag.as_str().is_some_and(|tag| tag.starts_with(name)));
    if has("award") || has("contract") {
        Some("Contract award notice")
    } else if has("tenderUpdate") || has("tenderAmendment") {
        Some("Tender notice, changed")
    } else if has("tender") {
        Some("Tender notice")
    } else if has("planning") {
        Some("Planned procurement notice")
    } else {
        None
    }
}

/// Whether a tender is under the Procurement Act 2023.
pub fn under_the_act(tender: &Map<String, Value>) -> bool {
    tender.get("legalBasis").and_then(|law| law.get("id")).and_then(Value::as_str) == Some("2023/54")
}

/// The name of a field, by the end of its path.
pub fn name(path: &str) -> String {
    let plain: Vec<&str> = path.split('/').filter(|part| part.parse::<usize>().is_err()).collect();
    let last = plain.last().copied().unwrap_or_default();
    let two = plain.len().checked_sub(2).map(|at| plain[at..].join("/")).unwrap_or_default();
    let two = two.replace("awards/", "award/");
    let known = |wanted: &str| NAMES.iter().find(|(end, _)| *end == wanted).map(|(_, name)| (*name).to_owned());
    known(&two).or_else(|| known(last)).unwrap_or_else(|| show::capital(&show::words(last)))
}

/// What a plain value says; none where it says nothing.
pub fn said(key: &str, value: &Value) -> Option<String> {
    match value {
        Value::Bool(true) => Some("Yes".to_owned()),
        Value::Bool(false) => Some("No".to_owned()),
        Value::Number(_) => show::number(value).filter(|number| number.abs() < show::NO_LIMIT).map(show::grouped),
        Value::String(text) if key.ends_with("Date") || key == "date" => {
            show::date(text).or_else(|| Some(text.clone()))
        }
        Value::String(text) => {
            let text = text.trim();
            if let Some((_, words)) = CODES.iter().find(|(code, _)| *code == text) {
                return Some((*words).to_owned());
            }
            // A code is one word with capitals inside it.
            let code = text.len() < 60
                && text.starts_with(|c: char| c.is_ascii_lowercase())
                && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            Some(if code { show::words(text) } else { text.to_owned() }).filter(|text| !text.is_empty())
        }
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
