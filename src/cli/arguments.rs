//! What can be said at the command line.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use tender_check::language::number::Tokens;
use tender_check::language::token::tokens;
use tender_check::report::{Buyer, Nation, Nature, Regime, Severity};
use tender_check::{Given, lexicon};

use super::{Trouble, settings};

/// Reads tender documents and shows what in them would keep a small social enterprise from bidding.
///
/// Nothing leaves your computer.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  tender-check check tender.docx                 read one document
  tender-check check pack/                       read a folder: its documents belong together
  tender-check check pack.zip                    read a zip archive as the folder that it is
  tender-check check itt.pdf terms.docx --value 45000 --months 24
  tender-check check pack/ --output report.html  write a page to read in a browser or send on
  tender-check comment draft.docx                write the findings into the Word file, as comments; into PDF as notes
  tender-check screen notices/ --page shares.html  check a portal's notices, and show what they have in common
  tender-check compare before.json draft.docx    show what was mended since, and what is new
  tender-check rules                             list what is looked for
  tender-check rules insurance.public-liability  explain one rule";

const CHECK_EXAMPLES: &str = "\
Examples:
  tender-check check pack/                                 a folder, read as one pack
  tender-check check itt.pdf terms.docx --value £45k       with a value that the documents do not state
  tender-check check draft.md --nation scotland            under the rules for Scotland
  pandoc draft.odt --to markdown | tender-check check -    from standard input
  tender-check check pack/ --output report.html            as a page to send on
  tender-check check pack/ --format json | jq '.findings[].title'
  tender-check check pack/ --fail-on high                  for scripts: exit code 1 when a high barrier is found
  tender-check check pack/ --settings council.toml         with an organisation's own settings

Exit codes:
  0  done
  1  done, and there are barriers at or above --fail-on
  2  nothing could be read, or the command was not understood";

const BID_EXAMPLES: &str = "\
Examples:
  tender-check bid pack/ --profile us.toml                      what the tender means for us
  tender-check bid pack/ --profile us.toml --lot \"Lot 2\"        for one lot only
  tender-check bid pack/ --profile us.toml --questions ask.txt --calendar dates.ics
  tender-check bid pack/ --profile us.toml --output bid.html    as a page for the board

What goes into the profile: docs/bidding.md";

const COMMENT_EXAMPLES: &str = "\
Examples:
  tender-check comment draft.docx                    writes “draft (reviewed).docx” beside it
  tender-check comment draft.docx --changes          with the better wording as tracked changes
  tender-check comment notice.pdf                    highlights with notes, in a copy of the PDF file
  tender-check comment pack/ --output reviewed/      every Word and PDF file of a pack, judged together

The file that was given is never written to.";

const SCREEN_EXAMPLES: &str = "\
Examples:
  tender-check screen notices.json --output notices.csv      a row a notice
  tender-check screen archive/ --output notices.parquet --page shares.html
  tender-check screen releases.jsonl.gz --summary shares.json
  curl https://example.org/releases.json | tender-check screen - > notices.jsonl
  tender-check summarise part-*.jsonl --page shares.html     of rows that were made elsewhere

What was interrupted goes on where it stopped when the same command is given again.";

const COMPARE_EXAMPLES: &str = "\
Examples:
  tender-check compare before.json after.json        two reports, saved with --format json
  tender-check compare before.json draft.docx        a report, and the draft as it is now
  tender-check compare v1/ v2/ --value 45000         two drafts, weighed alike

A finding is the same where its rule, the headings above it and its words are the same.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Hold a tender against one organisation: what it meets, what to ask, what the cash would look like
    #[command(after_help = BID_EXAMPLES)]
    Bid(Bid),
    /// Check the documents of one tender, and write a report
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Compare two drafts of a tender, or reports on them: what was mended, what is new, what stayed
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(Compare),
    /// Write what was found into copies of the Word and PDF files: comments beside the passages, highlights with notes
    #[command(after_help = COMMENT_EXAMPLES)]
    Comment(Comment),
    /// Check notices by the thousand: open data of one or many buyers, a row a notice
    #[command(after_help = SCREEN_EXAMPLES)]
    Screen(Screen),
    /// Show what the notices of rows that were made before have in common
    Summarise(Summarise),
    /// List the rules, or explain one of them
    Rules {
        /// The rule to explain, such as insurance.public-liability or INS-2; without it, all are listed
        rule: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct Bid {
    #[command(flatten)]
    pub tender: Tender,

    /// What the organisation tells of itself; without it, most is left for it to judge
    #[arg(long, value_name = "FILE")]
    pub profile: Option<PathBuf>,

    /// A lot that the organisation thinks of, by its name in the documents; again for more; without it, all
    #[arg(long, value_name = "NAME")]
    pub lot: Vec<String>,

    /// Shape of the assessment; when it is left out, the ending of --output decides, or else it is text
    #[arg(long, value_enum)]
    pub format: Option<BidShape>,

    /// Write the assessment to this file
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Write the questions to the buyer to this file: a Word file where its name ends with .docx, else text
    #[arg(long, value_name = "FILE")]
    pub questions: Option<PathBuf>,

    /// Write the days to this calendar file (.ics)
    #[arg(long, value_name = "FILE")]
    pub calendar: Option<PathBuf>,

    /// The day from which to look, instead of today: 2026-03-31
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub tender: Tender,

    /// Shape of the report; when it is left out, the ending of --output decides, or else it is text
    #[arg(long, value_enum)]
    pub format: Option<Shape>,

    /// Write the report to this file
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Exit with 1 when there is a barrier of this severity or a heavier one
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t)]
    pub fail_on: FailOn,

    /// Put the documents' texts into a JSON report: its positions refer to them
    #[arg(long)]
    pub with_text: bool,
}

#[derive(Debug, Args)]
pub struct Comment {
    #[command(flatten)]
    pub tender: Tender,

    /// Where to write: a file where there is one to be written, else a folder; without it, beside each file with
    /// “(reviewed)” in its name
    #[arg(long, value_name = "PATH")]
    pub output: Option<PathBuf>,

    /// Propose the better wording too, as tracked changes of Word
    #[arg(long)]
    pub changes: bool,

    /// Name that is shown with the comments
    #[arg(long, value_name = "NAME", default_value = "Tender Check")]
    pub author: String,
}

#[derive(Debug, Args)]
pub struct Screen {
    /// OCDS release or record packages, JSON Lines, packed with gzip or not, or folders of them; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Write the rows to this file: .jsonl, .csv or .parquet; without it they go to standard output as JSON Lines
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[command(flatten)]
    pub shares: Shares,

    /// On how many cores to check; all of them unless told
    #[arg(long, value_name = "NUMBER")]
    pub cores: Option<std::num::NonZeroUsize>,

    /// Begin anew, where an earlier run was interrupted
    #[arg(long)]
    pub restart: bool,

    /// Judge with these settings
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,

    /// Do not show how far it is; it is shown only in a terminal
    #[arg(long, short)]
    pub quiet: bool,
}

#[derive(Debug, Args)]
pub struct Summarise {
    /// Rows as JSON Lines
    #[arg(value_name = "FILE", required = true)]
    pub rows: Vec<PathBuf>,

    #[command(flatten)]
    pub shares: Shares,
}

/// Where the shares of notices with each barrier go.
#[derive(Debug, Args)]
pub struct Shares {
    /// Write the shares of notices with each barrier to this file, as JSON: by buyer, region, CPV and month
    #[arg(long, value_name = "FILE")]
    pub summary: Option<PathBuf>,

    /// Write the same as a page, with tables and small charts
    #[arg(long, value_name = "FILE")]
    pub page: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Compare {
    /// The earlier draft: a report as JSON, a document, a folder or a zip archive
    #[arg(value_name = "EARLIER")]
    pub earlier: PathBuf,

    /// The later one
    #[arg(value_name = "LATER")]
    pub later: PathBuf,

    /// Write the comparison as JSON, for programs: indexes into the findings of the two reports
    #[arg(long)]
    pub json: bool,

    /// Write the comparison to this file
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[command(flatten)]
    pub how: How,
}

/// How documents are read, and under what they are judged.
#[derive(Debug, Clone, Args)]
pub struct How {
    /// Do not look for settings and set-asides beside the documents or in the working folder
    #[arg(long)]
    pub no_settings: bool,

    /// Opens PDF files that ask for a password; again for more. In the environment it is in no history of commands
    #[arg(long = "password", value_name = "PASSWORD", env = "TENDER_CHECK_PASSWORD", hide_env_values = true)]
    pub passwords: Vec<String>,

    /// Do not show how far the reading is; it is shown only in a terminal
    #[arg(long, short)]
    pub quiet: bool,

    #[command(flatten)]
    pub circumstances: Circumstances,
}

/// The documents of one tender, and how they are to be judged.
#[derive(Debug, Args)]
pub struct Tender {
    /// Documents, folders or zip archives, which belong to one tender; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Judge with these settings; without it, with tender-check.toml beside the documents or in the working folder, if there
    /// is one
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,

    /// Findings that were looked at and set aside; without it, tender-check.set-aside.toml beside the documents, if there is one
    #[arg(long, value_name = "FILE")]
    pub set_aside: Option<PathBuf>,

    #[command(flatten)]
    pub how: How,
}

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "About the contract (what is left out is taken from the documents)")]
pub struct Circumstances {
    /// Estimated value over the initial term, without VAT: 45000, 45,000 or £45k
    #[arg(long, value_name = "POUNDS", value_parser = pounds)]
    pub value: Option<f64>,

    /// Initial term, without extensions
    #[arg(long, value_name = "NUMBER", value_parser = months)]
    pub months: Option<f64>,

    /// Where the buyer is
    #[arg(long, value_enum)]
    pub nation: Option<Nation>,

    /// Rules that govern the procurement
    #[arg(long, value_enum)]
    pub regime: Option<Regime>,

    /// Kind of buyer
    #[arg(long, value_enum)]
    pub buyer: Option<Buyer>,

    /// What is bought
    #[arg(long, value_enum)]
    pub nature: Option<Nature>,

    /// The day by whose law and thresholds to judge: 2026-03-31
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
}

/// Shape of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// For reading in a terminal
    Text,
    /// For programs
    Json,
    /// A page to read in a browser, to print or to send on
    Html,
    /// For wikis, issues and papers
    #[value(alias = "md")]
    Markdown,
    /// The findings as a table for spreadsheets
    Csv,
}

/// Shape of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BidShape {
    /// For reading in a terminal
    Text,
    /// For programs
    Json,
    /// A page to read in a browser, to print or to send on
    Html,
}

/// From which severity on the exit code says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    High,
    Medium,
    Low,
    #[default]
    Never,
}

impl FailOn {
    /// The lightest severity that counts.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::High => Some(Severity::High),
            Self::Medium => Some(Severity::Medium),
            Self::Low => Some(Severity::Low),
            Self::Never => None,
        }
    }
}

impl Bid {
    /// The shape that is asked for, or that fits the name of the file to write.
    pub fn shape(&self) -> BidShape {
        self.format.unwrap_or(match shape(None, self.output.as_deref()) {
            Shape::Json => BidShape::Json,
            Shape::Html => BidShape::Html,
            _ => BidShape::Text,
        })
    }
}

fn shape(format: Option<Shape>, output: Option<&Path>) -> Shape {
    let ending = output.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    format.unwrap_or(match ending.as_deref() {
        Some("json") => Shape::Json,
        Some("html" | "htm") => Shape::Html,
        Some("md" | "markdown") => Shape::Markdown,
        Some("csv") => Shape::Csv,
        _ => Shape::Text,
    })
}

impl Check {
    /// The shape that is asked for, or that fits the name of the file to write.
    pub fn shape(&self) -> Shape {
        shape(self.format, self.output.as_deref())
    }

    /// The file to write, where its name is that of a type in which no report is written and no shape is asked for.
    pub fn misnamed(&self) -> Option<&Path> {
        const OTHERS: [&str; 7] = ["docx", "doc", "pdf", "odt", "rtf", "xlsx", "ods"];
        let output = self.output.as_deref().filter(|_| self.format.is_none())?;
        let ending = output.extension()?;
        OTHERS.iter().any(|other| ending.eq_ignore_ascii_case(other)).then_some(output)
    }
}

impl Tender {
    /// What is given about the contract, and how it is to be judged.
    pub fn given(&self) -> Result<Given, Trouble> {
        let about = &self.how.circumstances;
        Ok(Given {
            value: about.value,
            months: about.months,
            nation: about.nation,
            regime: about.regime,
            buyer: about.buyer,
            nature: about.nature,
            as_of: about.as_of.map(|d| d.to_string()),
            with_text: false,
            settings: settings::settings(self)?,
            set_aside: settings::set_aside(self)?,
        })
    }
}

/// Reads an amount of pounds as tenders write it, with the grammar that reads the tenders.
fn pounds(text: &str) -> Result<f64, String> {
    let found = tokens(text, lexicon().vocabulary());
    let found = Tokens { text, all: &found };
    let whole = |end: usize| end == found.all.len();
    let money = found.money(0).filter(|(m, end)| whole(*end) && m.upper.is_none() && m.per.is_none());
    let money = money.filter(|(m, _)| m.currency == "GBP").map(|(m, _)| m.amount);
    let amount = money.or_else(|| found.number(0, true).filter(|n| whole(n.end)).map(|n| n.value));
    amount.filter(|a| *a > 0.0).ok_or_else(|| "write an amount in pounds, such as 45000, 45,000 or £45k".to_owned())
}

/// The longest term that is taken, in months: a hundred years.
const LONGEST_TERM: f64 = 1200.0;

fn months(text: &str) -> Result<f64, String> {
    let months = text.parse().ok().filter(|m| *m > 0.0 && *m <= LONGEST_TERM);
    months.ok_or_else(|| "write a number of months, such as 36".to_owned())
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a day as year-month-day, such as 2026-03-31".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn amounts_are_taken_as_people_write_them() {
        for text in ["45000", "45,000", "45 000", "£45,000.00", "£45k", "45k", "GBP 45000", "forty five thousand"] {
            assert_eq!(pounds(text), Ok(45000.0), "{text}");
        }
        assert_eq!(pounds("£1.2m"), Ok(1_200_000.0));
    }

    #[test]
    fn what_is_no_amount_of_pounds_is_refused() {
        for text in ["", "much", "-5", "0", "€45k", "£1m to £2m", "£45k a year", "45k and more", "NaN", "inf"] {
            assert!(pounds(text).is_err(), "{text}");
        }
    }

    #[test]
    fn terms_that_no_contract_has_are_refused() {
        for text in ["0", "-3", "1201", "NaN", "inf", "two"] {
            assert!(months(text).is_err(), "{text}");
        }
        assert_eq!(months("18"), Ok(18.0));
    }
}
