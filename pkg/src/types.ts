// Made from the Rust types by `cargo xtask generate`.

/**
 * How accounts are looked over.
 */
export type Accounts = "audited" | "independently_examined" | "unaudited" | "none";

/**
 * What a tender means for one organisation.
 */
export type Assessment = { 
/**
 * Version of this format: `tender-check/assessment/1`.
 */
schema: string, 
/**
 * Version of the program that made it.
 */
version: string, 
/**
 * Name of the tender: that of the file that says when bids are due, without its ending.
 */
tender: string, 
/**
 * Name of the organisation, where its profile says it.
 */
organisation?: string, 
/**
 * Bid, ask first, or hard to bid; with the reasons.
 */
outcome: Outcome, 
/**
 * What is asked of a bidder, and whether the organisation has it. Preferences are none.
 */
demands: Array<Demand>, 
/**
 * The lots and which of them the organisation can bid for; empty where there are none.
 */
lots: Array<Lot>, 
/**
 * What is worth asking the buyer.
 */
questions: Questions, 
/**
 * Money in and out month by month; none where the value is not known.
 */
cash?: Cash, 
/**
 * The days that were found, in their order.
 */
dates: Array<Day>, 
/**
 * The days as a calendar file (iCalendar, RFC 5545).
 */
calendar: string, 
/**
 * What has to be sent in, or done before.
 */
checklist: Array<Task>, };

/**
 * One heading, paragraph, list item, table row, field or note.
 */
export type Block = { 
/**
 * Its text as a person reads it, without its number or bullet.
 * A row's cells are parted by a tab; a line break inside a block is a line feed.
 */
text: string, 
/**
 * The number or bullet in front, as the document shows it: `4.2.1`, `(a)`, `•`. Not part of the text.
 */
label?: string, 
/**
 * Page on which it begins, counted from 1, where the format knows pages.
 */
page?: number, 
/**
 * Cell of the sheet in which it begins, as spreadsheets name it: `B4`. The sheet's name is the heading above.
 */
cell?: string, 
/**
 * Columns of a row at which a cell goes on that began in a row above: it is there without text, which is in that row.
 */
merged?: Array<number>, 
/**
 * The box around what of it stands on its page, where the format draws its text at places.
 */
box?: [number, number, number, number], } & ({ "kind": "heading", 
/**
 * 1 to 9.
 */
level: number, } | { "kind": "paragraph" } | { "kind": "list_item", 
/**
 * 0 to 8.
 */
level: number, } | { "kind": "row", 
/**
 * Which table of the document, counted from 0; a table inside a table has a number of its own.
 */
table: number, 
/**
 * Column at which each cell starts, counted from 0; as many as there are cells.
 */
columns: Array<number>, 
/**
 * Whether it names the columns for the rows below.
 */
head: boolean, } | { "kind": "field", 
/**
 * The field's name, with which the text begins.
 */
name: string, } | { "kind": "header" } | { "kind": "footer" } | { "kind": "footnote" });

/**
 * The four kinds of finding.
 */
export type Bucket = "barrier" | "query" | "missing" | "enabler";

/**
 * Kind of buyer, as thresholds and duties tell them apart.
 */
export type Buyer = "central" | "local" | "parish" | "health" | "housing" | "education" | "school" | "utility" | "other";

/**
 * Money in and out month by month.
 */
export type Cash = { 
/**
 * Months in which money moves, in their order.
 */
months: Array<Month>, 
/**
 * Price of the chosen work over the term, in pounds without VAT.
 */
price: number, 
/**
 * Months of work that are worked out.
 */
term: number, 
/**
 * The most that has to be put in at one time, in pounds; 0 where none.
 */
needed: number, 
/**
 * The day on which it is needed, ISO 8601.
 */
deepest_day: string, 
/**
 * The first day on which the buyer pays, ISO 8601.
 */
first_payment: string, 
/**
 * What the organisation could put in, in pounds, where its profile says it.
 */
cash?: number, 
/**
 * What is lacking, in pounds: what is needed beyond that; none where the cash is not known.
 */
gap?: number, 
/**
 * The result in words.
 */
text: string, 
/**
 * How the buyer pays, in words.
 */
terms: string, 
/**
 * What other terms would change.
 */
variants: Array<Variant>, 
/**
 * Where money for a large gap may come from.
 */
investment?: string, 
/**
 * What is assumed, a sentence each.
 */
assumptions: Array<string>, };

/**
 * What the user says beside the profile.
 */
export type Choice = { 
/**
 * Lots that the organisation thinks of, by the names in the report; none is all.
 */
lots?: Array<string>, 
/**
 * The day of today, ISO 8601: what is before it has passed.
 */
today?: string, 
/**
 * Days in which the buyer is expected to pay, in place of those in the documents.
 */
payment_days?: number, 
/**
 * When the work is expected to start, ISO 8601, in place of the day in the documents.
 */
start?: string, };

/**
 * What the findings were judged against.
 */
export type Circumstances = { 
/**
 * Estimated value of the contract over its initial term, in pounds without VAT.
 */
value: Known<number>, 
/**
 * Estimated value a year, in pounds without VAT; where only the total is known, the total over the years.
 */
annual_value: Known<number>, 
/**
 * Initial term in months.
 */
term: Known<number>, 
/**
 * Where the buyer is.
 */
nation: Known<Nation>, 
/**
 * The rules that govern this procurement.
 */
regime: Known<Regime>, 
/**
 * Kind of buyer.
 */
buyer: Known<Buyer>, 
/**
 * What is bought.
 */
nature: Known<Nature>, 
/**
 * The day by whose law and thresholds it is judged, ISO 8601.
 */
as_of: Known<string>, 
/**
 * Whether the value is at or above the threshold of the regime for this kind of contract.
 */
above_threshold: Known<boolean>, };

/**
 * What became of the findings of an earlier report. All numbers are indexes into the findings of the two reports; pairs are
 * of the earlier one and the later one. What was set aside in the earlier report is not compared.
 */
export type Comparison = { 
/**
 * Of the earlier report, and not found any more.
 */
mended: Array<number>, 
/**
 * Of the later report, and not found before.
 */
new: Array<number>, 
/**
 * Found still, by the same rule for the same lot, but in other words or at another place.
 */
changed: Array<[number, number]>, 
/**
 * Found still, in the same words.
 */
unchanged: Array<[number, number]>, 
/**
 * Found still, and set aside since.
 */
set_aside: Array<[number, number]>, };

/**
 * What the work costs, for the sums on cash.
 */
export type Costs = { 
/**
 * What is left of the price when all costs are paid, in per cent of the price.
 */
surplus?: number, 
/**
 * Share of wages in the running costs, in per cent; they are paid at the end of each month.
 */
wages?: number, 
/**
 * Days after which other costs are paid.
 */
supplier_days?: number, 
/**
 * Pounds spent a month before the start: equipment, recruitment, training.
 */
set_up?: number, };

/**
 * What was read, what was not, and what could not be decided.
 */
export type Coverage = { 
/**
 * One entry a file.
 */
files: Array<FileCoverage>, 
/**
 * Rules that could not decide, and why.
 */
undecided: Array<Undecided>, 
/**
 * The rules that were looked for.
 */
rules: Array<string>, 
/**
 * What was set aside and is not among the findings any more.
 */
gone?: Array<SetAside>, };

/**
 * A day that was found.
 */
export type Day = { 
/**
 * Kind of the fact: `timetable.deadline`.
 */
kind: string, 
/**
 * What it is: "Bids are due".
 */
title: string, 
/**
 * The day, ISO 8601.
 */
day: string, 
/**
 * The time of day in the United Kingdom, where the passage says one: `12:00`.
 */
time?: string, 
/**
 * Whether it has passed; false where today is not known.
 */
passed: boolean, 
/**
 * Where it stands.
 */
where: Array<Place>, };

/**
 * Something that is asked of a bidder.
 */
export type Demand = { 
/**
 * Kind of the facts: `finance.turnover_minimum`.
 */
kind: string, 
/**
 * A few words: what.
 */
title: string, 
/**
 * What is asked: "£250,000", "3 references".
 */
asked: string, 
/**
 * What the organisation has, where its profile says it.
 */
yours?: string, 
/**
 * Whether it is met.
 */
state: DemandState, 
/**
 * Why it stands so.
 */
reason: string, 
/**
 * Whether it can be mended before bids are due, as by buying cover.
 */
curable: boolean, 
/**
 * The lot it is for; none for all.
 */
lot?: string, 
/**
 * Indexes of the facts that ask for it.
 */
facts: Array<number>, 
/**
 * Where they stand.
 */
where: Array<Place>, };

/**
 * Whether a demand is met.
 */
export type DemandState = "met" | "not_met" | "by_start" | "ask" | "open";

/**
 * A tender document as read from one file.
 */
export type Document = { 
/**
 * Name of the file, without its folders.
 */
name: string, 
/**
 * What the bytes turned out to be.
 */
format: Format, 
/**
 * Number of pages, where the format knows pages.
 */
pages?: number, 
/**
 * Headings, paragraphs, list items, table rows and so on, in reading order.
 */
blocks: Array<Block>, 
/**
 * What could not be read, and why.
 */
unread?: Array<Unread>, };

/**
 * One document of the pack.
 */
export type DocumentSummary = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * What it is.
 */
format: Format, 
/**
 * Number of pages, where the format knows pages.
 */
pages: number | null, 
/**
 * Number of words that were read.
 */
words: number, 
/**
 * Its text, to which the positions refer; only when it was asked for.
 */
text?: string, };

/**
 * Something that the documents say: "Public liability cover of £5m is required".
 *
 * The kinds with the units of their values are the report's vocabulary; see `docs/report.md`.
 */
export type Fact = { 
/**
 * What it is about: `insurance.public_liability`, `contract.value`.
 */
kind: string, 
/**
 * The value; none where the documents ask for a thing and name no amount.
 */
value: Value | null, 
/**
 * Unit of the value: `GBP` or another ISO 4217 code, `months`, `days`, `percent`, `lots`.
 */
unit: string | null, 
/**
 * How strongly it is said.
 */
stance: Stance, 
/**
 * The lot it belongs to, as the documents name it; none for the whole contract.
 */
lot?: string, 
/**
 * What the value is measured on: `occurrence`, `aggregate`, `annual`, `total`.
 */
basis?: string, 
/**
 * When it must be there: `at_tender`, `before_award`, `before_start`.
 */
timing?: string, 
/**
 * Whether an equivalent is accepted, where that is the question.
 */
equivalent?: boolean, 
/**
 * What softens or limits it, in the names of the grammar: `if_applicable`, `where_required_by_law`.
 */
conditions?: Array<string>, 
/**
 * More about it that a kind defines: the `name` of a ratio, the `from` of a payment period.
 */
details?: { [key in string]: string }, 
/**
 * Where it was read: each place that says it.
 */
where: Array<Place>, };

/**
 * One figure of a sum.
 */
export type Figure = { 
/**
 * What it is: `demand`, `annual_value`, `value`, `term`, `ratio`, `limit`.
 */
name: string, 
/**
 * The figure.
 */
value: number, 
/**
 * Its unit: `GBP`, `months`, `days`, `percent`, `times`.
 */
unit: string, };

/**
 * How much of a file was read.
 */
export type FileCoverage = { 
/**
 * Index into the report's documents.
 */
document: number, 
/**
 * Whether it was read wholly, partly or not.
 */
read: ReadState, 
/**
 * Number of words that were read.
 */
words: number, 
/**
 * Number of tables that were read.
 */
tables: number, 
/**
 * What was not read and what can be done about it.
 */
problems: Array<Problem>, };

/**
 * A judgement on one or more facts, or on the absence of one.
 */
export type Finding = { 
/**
 * The rule that made it: `insurance.public-liability`.
 */
rule: string, 
/**
 * Which of the four kinds of finding it is.
 */
bucket: Bucket, 
/**
 * How much it weighs; only barriers have one.
 */
severity?: Severity, 
/**
 * A few words: what.
 */
title: string, 
/**
 * What was found, with its figures.
 */
message: string, 
/**
 * Why it keeps small social enterprises out, or helps them.
 */
why: string, 
/**
 * The sum: what was compared with what.
 */
test?: Test, 
/**
 * Law, policy, guidance or rule of thumb behind it.
 */
sources: Array<Source>, 
/**
 * Better wording for the buyer.
 */
suggestion?: string, 
/**
 * A question that a bidder may put to the buyer.
 */
question?: string, 
/**
 * The lot that it is about; none for the whole contract.
 */
lot?: string, 
/**
 * The passages it is about.
 */
where: Array<Place>, 
/**
 * Indexes of the facts it rests on.
 */
facts: Array<number>, 
/**
 * Stays the same while the rule, the headings above, the lot and the words stay the same, whatever is written
 * elsewhere and however headings are numbered.
 */
key: string, 
/**
 * Words of the organisation's own settings.
 */
own?: OwnWords, 
/**
 * Why it does not count, where a person has looked at it and set it aside.
 */
set_aside?: SetAside, };

/**
 * The kind of a file, told from its bytes.
 */
export type Format = "text" | "markdown" | "docx" | "xlsx" | "ods" | "odt" | "pdf" | "html" | "rtf" | "email" | "ocds" | "zip" | "unknown";

/**
 * What the user says about the contract, and how it is to be judged. What is left out is taken from the documents.
 */
export type Given = { 
/**
 * Estimated value over the initial term, in pounds without VAT.
 */
value?: number, 
/**
 * Initial term in months.
 */
months?: number, 
/**
 * Where the buyer is.
 */
nation?: Nation, 
/**
 * The rules that govern the procurement.
 */
regime?: Regime, 
/**
 * Kind of buyer.
 */
buyer?: Buyer, 
/**
 * What is bought.
 */
nature?: Nature, 
/**
 * The day by whose law and thresholds to judge, ISO 8601.
 */
as_of?: string, 
/**
 * Whether the report shall hold the documents' texts.
 */
with_text?: boolean, 
/**
 * The organisation's own settings: as they were checked; in the npm package, which checks them, in the shape of their file.
 */
settings?: SettingsFile, 
/**
 * Findings that were looked at and set aside.
 */
set_aside?: Array<SetAside>, };

/**
 * A circumstance with where it comes from.
 */
export type Known<T> = { 
/**
 * The value; none where it is not known.
 */
value: T | null, 
/**
 * Where it comes from.
 */
origin: Origin, 
/**
 * The places that say it.
 */
where?: Array<Place>, };

/**
 * What an organisation is in law.
 */
export type LegalForm = "community_interest_company" | "charitable_company" | "charitable_incorporated_organisation" | "charitable_trust" | "registered_society" | "company_by_guarantee" | "company_by_shares" | "limited_liability_partnership" | "partnership" | "sole_trader" | "unincorporated_association";

/**
 * One lot.
 */
export type Lot = { 
/**
 * As the documents name it.
 */
name: string, 
/**
 * Value over the term in pounds, where it is known.
 */
value?: number, 
/**
 * Value a year in pounds, where it is known.
 */
annual_value?: number, 
/**
 * Whether it is among those that the organisation thinks of.
 */
chosen: boolean, 
/**
 * Bid, ask first or hard to bid.
 */
result: Verdict, 
/**
 * The result in a few words.
 */
text: string, };

/**
 * Money of one month, in pounds.
 */
export type Month = { 
/**
 * Year and month: `2026-04`.
 */
month: string, 
/**
 * What the buyer pays, with VAT where it is charged.
 */
received: number, 
/**
 * Wages, and set-up costs before the start.
 */
wages: number, 
/**
 * Other costs.
 */
costs: number, 
/**
 * VAT paid to the tax office; below zero where it pays back.
 */
vat: number, 
/**
 * All that came in less all that went out, at the end of the month.
 */
balance: number, 
/**
 * The lowest that it was within the month.
 */
lowest: number, };

/**
 * Where the buyer is.
 */
export type Nation = "england" | "wales" | "scotland" | "northern_ireland";

/**
 * What is bought, as far as risks and thresholds differ.
 */
export type Nature = "works" | "goods" | "people_services" | "services";

/**
 * Where a circumstance comes from.
 */
export type Origin = "given" | "stated" | "derived" | "assumed" | "unknown";

/**
 * What comes out of it, in short.
 */
export type Outcome = { 
/**
 * Bid, ask first or hard to bid.
 */
result: Verdict, 
/**
 * The result in a few words.
 */
text: string, 
/**
 * Why, the weightiest first.
 */
reasons: Array<Reason>, 
/**
 * What this leaves open: it supports a decision and takes none.
 */
note: string, };

/**
 * A threshold that takes the place of the usual one.
 */
export type OwnThreshold = { 
/**
 * Its name on the rule's page.
 */
name: string, 
/**
 * What is set.
 */
value: number, 
/**
 * What it is usually.
 */
usual: number, };

/**
 * An organisation's own words on what a rule finds.
 */
export type OwnWords = { 
/**
 * Added to why it matters.
 */
why?: string, 
/**
 * Added to the better wording.
 */
suggestion?: string, };

/**
 * A passage of a document.
 */
export type Place = { 
/**
 * Index into the report's documents.
 */
document: number, 
/**
 * Index of the block of the document in which it begins.
 */
block: number, 
/**
 * Page, counted from 1, where the format knows pages.
 */
page?: number, 
/**
 * Cell of the sheet in which it begins: `B4`. The sheet's name is among the headings above.
 */
cell?: string, 
/**
 * The box around the block on its page, where the format draws its text at places: left, top, right and bottom edge in
 * points (1/72 inch) from the top left corner of the page as it is shown.
 */
box?: [number, number, number, number], 
/**
 * Headings above it, outermost first, with their numbers.
 */
section?: Array<string>, 
/**
 * The clause or item number in front of the block.
 */
clause?: string, 
/**
 * Start in the document's text, in UTF-16 code units.
 */
start: number, 
/**
 * End in the document's text, in UTF-16 code units: `text.slice(start, end) === quote`.
 */
end: number, 
/**
 * The words themselves.
 */
quote: string, };

/**
 * Something that was not read, in a reader's words.
 */
export type Problem = { 
/**
 * What happened, for programs.
 */
unread: Unread, 
/**
 * What happened and what to do, for people.
 */
message: string, };

/**
 * An organisation that thinks of bidding. Nothing has to be said: what is left out is for its people to judge.
 */
export type Profile = { 
/**
 * Its name.
 */
name?: string, 
/**
 * What it is in law.
 */
legal_form?: LegalForm, 
/**
 * Where it works from.
 */
nation?: Nation, 
/**
 * Turnover or income in pounds, by the year in which the financial year ended.
 */
turnover?: { [key in string]: number }, 
/**
 * Whole years since it began to trade.
 */
years_trading?: number, 
/**
 * How its accounts are looked over.
 */
accounts?: Accounts, 
/**
 * How many years of accounts it can send.
 */
accounts_years?: number, 
/**
 * Net assets or reserves in pounds; below zero where it owes more than it has.
 */
net_assets?: number, 
/**
 * Current assets by current liabilities.
 */
current_ratio?: number, 
/**
 * Current assets without stock by current liabilities.
 */
acid_test?: number, 
/**
 * Its score with a credit agency, on that agency's scale.
 */
credit_score?: number, 
/**
 * Whether a parent organisation would give a guarantee.
 */
parent?: boolean, 
/**
 * Insurance held, in pounds for each claim, by the last part of a fact's kind: `public_liability`. 0 is none.
 */
cover?: { [key in string]: number }, 
/**
 * All certificates and schemes that it holds, by their names.
 */
accreditations?: Array<string>, 
/**
 * Certificates on the way, each with the day by which it is expected, ISO 8601.
 */
in_progress?: { [key in string]: string }, 
/**
 * How many people it employs.
 */
staff?: number, 
/**
 * Whether all of them have the real Living Wage.
 */
living_wage?: boolean, 
/**
 * All work that it can name as a reference.
 */
references?: Array<Reference>, 
/**
 * Value of its largest contract or grant so far, in pounds.
 */
largest_contract?: number, 
/**
 * Money that it could put into this contract until it is paid, in pounds.
 */
cash?: number, 
/**
 * Whether it would charge VAT for this work.
 */
vat?: boolean, 
/**
 * What the work costs it.
 */
costs?: Costs, };

/**
 * A question to the buyer.
 */
export type Question = { 
/**
 * Ready to be sent, with the clause and what stands behind it.
 */
text: string, 
/**
 * The question alone.
 */
question: string, 
/**
 * Whether a demand hangs on it, or it is a barrier that weighs heavily: worth asking first.
 */
first: boolean, 
/**
 * How much its finding weighs.
 */
severity?: Severity, 
/**
 * The passages that it is about.
 */
where: Array<Place>, 
/**
 * The law or policy behind it.
 */
sources: Array<Source>, 
/**
 * Keys of the findings that it comes from; empty where it comes from a demand.
 */
findings: Array<string>, };

/**
 * Questions to the buyer.
 */
export type Questions = { 
/**
 * The last day for questions, ISO 8601, where it was found.
 */
deadline?: string, 
/**
 * Whether that day has passed.
 */
late: boolean, 
/**
 * The questions, the weightiest first.
 */
list: Array<Question>, 
/**
 * The text of a letter before its questions: what it is about, and a greeting.
 */
opening: string, 
/**
 * The text after them.
 */
closing: string, 
/**
 * The questions that are worth asking first, as one text, to be sent; all where none is.
 */
letter: string, };

/**
 * How much of a file was read.
 */
export type ReadState = "whole" | "part" | "none";

/**
 * The readers, as they are parted: each is a feature of this package and a wasm module.
 */
export type Reader = "text" | "office" | "pdf";

/**
 * One reason of an outcome.
 */
export type Reason = { 
/**
 * In words.
 */
text: string, 
/**
 * Indexes into the demands that it is about.
 */
demands: Array<number>, };

/**
 * Work that can be named as a reference.
 */
export type Reference = { 
/**
 * For whom it was.
 */
buyer?: string, 
/**
 * The year in which it ended; this year where it goes on.
 */
year?: number, 
/**
 * Its value in pounds.
 */
value?: number, 
/**
 * Whether it was for a public body.
 */
public?: boolean, };

/**
 * The rules that govern a procurement.
 */
export type Regime = "procurement_act_2023" | "public_contracts_2015" | "scotland" | "provider_selection";

/**
 * All that was found in a pack of documents.
 */
export type Report = { 
/**
 * Version of this format: `tender-check/report/1`.
 */
schema: string, 
/**
 * Version of the program that made it.
 */
version: string, 
/**
 * The documents that were given, in that order.
 */
documents: Array<DocumentSummary>, 
/**
 * What the judgements were made against.
 */
circumstances: Circumstances, 
/**
 * What the documents say.
 */
facts: Array<Fact>, 
/**
 * What that means for a small social enterprise.
 */
findings: Array<Finding>, 
/**
 * What was read, what was not, and what could not be decided.
 */
coverage: Coverage, 
/**
 * The organisation's own settings, where it was judged with any.
 */
settings?: Settings, };

/**
 * What a file sets for one rule.
 */
export type RuleInFile = { 
/**
 * Turns it off.
 */
off?: boolean, 
/**
 * Why it is set so: shown in the report.
 */
reason?: string, 
/**
 * The severity of every barrier that it finds.
 */
severity?: Severity, 
/**
 * Thresholds by the names on the rule's page, in the units that it states.
 */
thresholds?: { [key in string]: number }, 
/**
 * Added to why it matters.
 */
why?: string, 
/**
 * Added to the better wording.
 */
suggestion?: string, };

/**
 * What is set for one rule.
 */
export type RuleSettings = { 
/**
 * The rule.
 */
rule: string, 
/**
 * Whether it is turned off.
 */
off: boolean, 
/**
 * Why, in the organisation's own words.
 */
reason?: string, 
/**
 * The severity of every barrier that it finds.
 */
severity?: Severity, 
/**
 * Thresholds that take the place of the usual ones.
 */
thresholds?: Array<OwnThreshold>, 
/**
 * Words that are added to its findings.
 */
own?: OwnWords, };

/**
 * A finding that a person has looked at and set aside.
 */
export type SetAside = { 
/**
 * The finding's key.
 */
key: string, 
/**
 * Why it is set aside.
 */
reason: string, 
/**
 * Who set it aside.
 */
by?: string, 
/**
 * When it was set aside, ISO 8601.
 */
on?: string, 
/**
 * The finding's title when it was set aside, for those who read the file.
 */
title?: string, };

/**
 * An organisation's own settings, checked against the rules.
 */
export type Settings = { 
/**
 * Name of the file that they were read from.
 */
file?: string, 
/**
 * Whose they are, in the organisation's own words.
 */
about?: string, 
/**
 * What is set, by rule.
 */
rules: Array<RuleSettings>, };

/**
 * Settings as they stand in a file and as they are given: see `docs/settings.md`.
 */
export type SettingsFile = { 
/**
 * Name of the file that they were read from, for the report.
 */
file?: string, 
/**
 * Whose they are: shown in the report.
 */
about?: string, 
/**
 * What is set, by the names of the rules.
 */
rules?: { [key in string]: RuleInFile }, };

/**
 * How much a barrier weighs. Ordered from light to heavy.
 */
export type Severity = "low" | "medium" | "high";

/**
 * What stands behind a finding.
 */
export type Source = { 
/**
 * Name of the law, policy or guidance.
 */
title: string, 
/**
 * Section, regulation or paragraph.
 */
section?: string, 
/**
 * What it says, in a few words.
 */
says?: string, 
/**
 * Where to read it.
 */
link?: string, 
/**
 * How binding it is.
 */
kind: SourceKind, 
/**
 * The day on which it was last checked, ISO 8601.
 */
date: string, };

/**
 * How binding a source is.
 */
export type SourceKind = "law" | "policy" | "guidance" | "rule of thumb";

/**
 * How strongly a fact is said.
 */
export type Stance = "required" | "preferred" | "offered" | "ruled_out" | "stated";

/**
 * Something to send in, or to do before.
 */
export type Task = { 
/**
 * In words.
 */
text: string, 
/**
 * Where it is asked for.
 */
where: Array<Place>, };

/**
 * The sum behind a finding.
 */
export type Test = { 
/**
 * The comparison in words: "£5,000,000 is 125 times the yearly value of £40,000".
 */
text: string, 
/**
 * The figures that went into it.
 */
figures: Array<Figure>, };

/**
 * A rule that could not decide.
 */
export type Undecided = { 
/**
 * The rule.
 */
rule: string, 
/**
 * Why it could not decide.
 */
reason: string, };

/**
 * Something in a file that was not read.
 */
export type Unread = { 
/**
 * Why.
 */
why: Why, 
/**
 * Pages that are affected, counted from 1; none means the file as a whole or a part without a page.
 */
pages?: Array<number>, 
/**
 * A detail for the curious: the name of the part, the reader's own words.
 */
detail?: string, };

/**
 * A fact's value.
 */
export type Value = boolean | number | string;

/**
 * What other terms of payment would change.
 */
export type Variant = { 
/**
 * `days_30`, `days_60`, `monthly`, `advance`.
 */
name: string, 
/**
 * In words, with what it would change.
 */
text: string, 
/**
 * The most that would have to be put in, in pounds.
 */
needed: number, };

/**
 * Whether to bid, as far as facts and profile tell.
 */
export type Verdict = "bid" | "ask_first" | "hard_to_bid";

/**
 * Why something was not read. The words that people see for each are in the message files.
 */
export type Why = "no_text_layer" | "unmapped" | "locked" | "damaged" | "unknown_type" | "old_format" | "too_large" | "empty" | "embedded" | "stopped" | "hidden";

/** How many of a file's first bytes tell its reader. */
export const HEAD = 1024;

/** Most files of a pack. */
export const MOST_FILES = 500;

/** Most text of a pack; natively in bytes. */
export const MOST_TEXT = 12582912;

/** Most packs inside each other that are opened. */
export const MOST_NESTING = 3;

/** What the names of files begin with that programs leave beside documents. */
export const LITTER_PREFIXES = [".", "~$"];

/** Names of files and folders that programs leave beside documents. */
export const LITTER_NAMES = ["__MACOSX", "Thumbs.db", "desktop.ini"];
