# The shapes of the report for people: text for a terminal, a page to send on.

name = Tender Check
not-advice = Possible barriers for small social enterprises, for a person to weigh. This is not legal advice, and it can miss things.
made-by = Made by Tender Check { $version } on the reader's own computer; nothing was sent anywhere.
result = { $barriers ->
    [0] No barriers found in what was read
    [one] One possible barrier
   *[other] { $barriers } possible barriers
  }
result-unread = { $files ->
    [one] No barriers found in what was read, and one document was not read in full
   *[other] No barriers found in what was read, and { $files } documents were not read in full
  }
counts = { $high } high, { $medium } medium, { $low } low · { $queries } to decide · { $missing } not stated · { $enablers } good practice
nothing-found = No rule found a barrier in what was read. That says nothing of what could not be read or decided.
skip = Go to the findings

## Headings

heading-read = What was read
heading-circumstances = Weighed against
heading-findings = Findings
heading-missing = Not stated
heading-enablers = Good practice
heading-undecided = Rules that could not decide
heading-rules = What was looked for
heading-set-aside = Set aside
heading-settings = Own settings
missing-text = Not found in the documents that were read.
rules-text = { $count ->
    [one] One rule was looked for.
   *[other] { $count } rules were looked for.
  } What no rule looks for is not in the findings, even if it is a barrier.

## How much of a file was read

read-whole = read in full
read-part = read in part
read-none = not read
format-docx = Word
format-odt = OpenDocument text
format-xlsx = Excel
format-ods = OpenDocument spreadsheet
format-pdf = PDF
format-html = web page
format-zip = zip file
format-ocds = OCDS notice
format-rtf = RTF
format-email = E-mail
format-text = text
format-markdown = Markdown
format-unknown = unknown type
pages-read = { $count ->
    [one] { $count } page
   *[other] { $count } pages
  }
words-read = { $count ->
    [one] { $shown } word
   *[other] { $shown } words
  }
tables-read = { $count ->
    [one] { $count } table
   *[other] { $count } tables
  }

## Circumstances

circumstance-value = Value
circumstance-annual-value = Value a year
circumstance-term = Initial term
circumstance-nation = Nation
circumstance-regime = Rules
circumstance-buyer = Buyer
circumstance-nature = What is bought
circumstance-as-of = Law as on
circumstance-above-threshold = Threshold
months = { $count ->
    [one] one month
   *[other] { $count } months
  }
above-threshold = the value is at or above it
below-threshold = the value is below it
not-known = not known
origin-given = set by you
origin-stated = stated in the documents
origin-derived = worked out from what is known
origin-assumed = assumed, the documents do not say
origin-unknown = the documents do not say

nation-england = England, or UK-wide
nation-wales = Wales
nation-scotland = Scotland
nation-northern-ireland = Northern Ireland
regime-procurement-act-2023 = Procurement Act 2023
regime-public-contracts-2015 = Public Contracts Regulations 2015
regime-scotland = Scottish procurement rules
regime-provider-selection = Provider Selection Regime (health care)
buyer-central = central government
buyer-local = council or other local authority
buyer-parish = parish, town or community council
buyer-health = NHS body
buyer-housing = housing association
buyer-education = university or college
buyer-school = school or academy
buyer-utility = utility
buyer-other = another public body
nature-works = works
nature-goods = goods
nature-people-services = services to people
nature-services = services

## Findings

weight-high = High
weight-medium = Medium
weight-low = Low
weight-query = To decide
weight-missing = Not stated
weight-enabler = Good practice
column-weight = Weight
column-theme = Theme
column-title = What
column-message = What was found
column-lot = Lot
column-document = Document
column-page = Page
column-place = Place
column-quote = Words of the document
column-places = Number of places
part-sum = The sum
part-why = Why it matters
part-why-good = Why it helps
part-why-own = Added to this
part-why-of = Added by { $about }
part-suggestion = Better wording
part-suggestion-own = Own wording
part-suggestion-of = Wording of { $about }
part-question = Question to the buyer
part-sources = Sources
part-rule = Rule
part-key = Key
part-reason = Reason
place-page = page { $page }
place-cell = cell { $cell } of sheet “{ $sheet }”
place-clause = clause { $clause }
place-section = under “{ $section }”
places-more = { $count ->
    [one] and one more place
   *[other] and { $count } more places
  }

## Own settings, and findings set aside

settings-own = Judged with an organisation’s own settings.
settings-about = Judged with own settings: { $about }.
settings-file = Judged with own settings from “{ $file }”.
settings-about-file = Judged with own settings from “{ $file }”: { $about }.
settings-count = { $off ->
    [0] No rule is turned off
    [one] One rule is turned off
   *[other] { $off } rules are turned off
  }, { $changed ->
    [0] none is changed.
    [one] one is changed.
   *[other] { $changed } are changed.
  }
setting-off = Turned off.
setting-severity = Severity: { $severity }.
setting-threshold = Threshold { $name }: { $value } instead of { $usual }.
setting-words = Own words are added.
setting-reason = Reason: { $reason }
set-aside-text = A person has looked at these and set them aside. They do not count in the sums.
aside-reason = { $reason }
aside-reason-who = { $reason } ({ $who })
aside-gone = No longer found: { $name }. It was set aside: { $reason }

## Two reports compared

compared = { $mended } mended, { $new } new, { $changed } in other words, { $unchanged } unchanged, { $aside } set aside since.
compared-new = New
compared-changed = Still found, in other words
compared-unchanged = Unchanged
compared-aside = Set aside since
compared-mended = Mended: not found any more
compared-gained = Good practice that is new
compared-lost = Good practice that is gone
