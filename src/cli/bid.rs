//! A tender held against one organisation.

use std::fs;
use std::process::ExitCode;

use anstream::adapter::strip_str;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use tender_check::bid::letter::docx;
use tender_check::bid::{Choice, Profile, assess, html, text};
use tender_check::report::ReadState;
use tender_check::{Pack, report};

use super::arguments::{Bid, BidShape, Shape};
use super::reading::Progress;
use super::{PLAIN_WIDTH, Trouble, files, put, settings, width};

/// Weighs a tender for an organisation, and writes what was asked for.
pub fn bid(arguments: &Bid) -> Result<ExitCode, Trouble> {
    let profile = match &arguments.profile {
        Some(file) => {
            Profile::read(&settings::json(file)?).map_err(|faults| Trouble::WrongProfile(file.clone(), faults))?
        }
        None => Profile::default(),
    };
    let given = arguments.tender.given()?;
    let progress = Progress::new(arguments.tender.how.quiet);
    let documents = files::read_all(&arguments.tender, &progress)?;
    let report = Pack::understand(documents).judge(&given);
    let today = arguments.today.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date());
    let lots = (!arguments.lot.is_empty()).then(|| arguments.lot.clone());
    let choice = Choice { lots, today: Some(today.to_string()), ..Choice::default() };
    let assessment = assess(&report, &profile, &choice);
    if let Some(unknown) = arguments.lot.iter().find(|name| assessment.lots.iter().all(|lot| lot.name != **name)) {
        let known: Vec<String> = assessment.lots.iter().map(|lot| report::line(&lot.name)).collect();
        return Err(Trouble::NoSuchLot(unknown.clone(), known));
    }
    let out = match arguments.shape() {
        BidShape::Json => serde_json::to_string_pretty(&assessment).unwrap_or_default() + "\n",
        BidShape::Html => html::write(&assessment, &report),
        BidShape::Text if arguments.output.is_none() => text::write(&assessment, &report, width()),
        BidShape::Text => strip_str(&text::write(&assessment, &report, PLAIN_WIDTH)).to_string(),
    };
    let coloured = arguments.shape() == BidShape::Text;
    put(arguments.output.as_deref(), if coloured { Shape::Text } else { Shape::Json }, &out)?;
    let write = |path: &std::path::PathBuf, content: &[u8]| {
        fs::write(path, content).map_err(|error| Trouble::NotWritten(path.clone(), error))
    };
    if let Some(path) = &arguments.questions {
        let letter = assessment.questions.letter.clone() + "\n";
        let word = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
        write(path, &if word { docx(&letter) } else { letter.into_bytes() })?;
    }
    if let Some(path) = &arguments.calendar {
        write(path, assessment.calendar.as_bytes())?;
    }
    if report.coverage.files.iter().all(|file| file.read == ReadState::None) {
        return Err(Trouble::NothingRead);
    }
    Ok(ExitCode::SUCCESS)
}
