# The bidder's desk: what a tender asks of one organisation.

## Profiles that cannot be read

not-read = The profile is not the JSON of a table.
unknown-key = A profile has no “{ $name }”. It has { $known }.
    .near = A profile has no “{ $name }”. Did you mean “{ $near }”?
unknown-name = “{ $text }” is not known for { $name }. There are { $known }.
wrong-type = “{ $name }” is to be { $type ->
    [flag] true or false
    [number] a number of 0 or more
    [amount] a number
    [share] a number from 0 to 100
    [table] a table
    [list] a list
    [day] a day such as 2026-03-31
   *[text] text in quotation marks
  }.
too-long = “{ $name }” is longer than { $most } characters.
too-many = “{ $name }” has more than { $most } entries.
no-year = “{ $name }” is no year. Write turnover by the year in which the financial year ended, such as 2025 = 180000.

## Results

result-bid = Bid: nothing that was read stands against it{ $passed ->
    [yes] , but the deadline has passed
   *[no] { "" }
  }
result-ask_first = Ask first: some things must be clear before you decide{ $passed ->
    [yes] , and the deadline has passed
   *[no] { "" }
  }
result-hard_to_bid = Hard to bid: you do not meet something that is asked{ $passed ->
    [yes] , and the deadline has passed
   *[no] { "" }
  }
lot-not-chosen = Not among your lots
note = This supports your decision and does not take it. It goes by what was read and by what you say of yourself, it can miss things, and it cannot tell whether you want the work. Read the documents before you decide.
reason-passed = The deadline, { $day }, has passed.
reason-not-met = { $count ->
    [one] One demand is not met: { $what }.
   *[other] { $count } demands are not met: { $what }.
  }
reason-lots = Some lots are out of reach: { $what }. Others are not.
reason-curable = Not there yet, and wanted with the bid: { $what }. It can be had in time, or ask whether a promise is enough.
reason-ask = { $count ->
    [one] One demand is not clear for you, so ask the buyer: { $what }.
   *[other] { $count } demands are not clear for you, so ask the buyer: { $what }.
  }
reason-open = { $count ->
    [one] One demand cannot be judged from your profile: { $what }.
   *[other] { $count } demands cannot be judged from your profile: { $what }.
  }
reason-by-start = To have by the start: { $what }.
reason-lot-limit = At most { $count ->
    [one] one lot
   *[other] { $count } lots
  } can be won or bid for by one bidder.
reason-unread = { $count ->
    [one] One document was not read in full.
   *[other] { $count } documents were not read in full.
  }
reason-no-value = The value of the contract was not found, so nothing can be said of cash.
reason-no-demands = No demand on bidders was found in what was read.
reason-met = { $count } of { $all } demands are met.

## Kinds of demand

demand-finance-turnover_minimum = Yearly turnover
demand-finance-turnover_multiple = Turnover against the value
demand-finance-trading_years = Years of trading
demand-finance-accounts_years = Years of accounts
demand-finance-audited_accounts = Audited accounts
demand-finance-credit_score = Credit score
demand-finance-credit_check = Credit report
demand-finance-ratio = Ratio test
demand-finance-net_assets = Net assets
demand-finance-parent_guarantee = Parent company guarantee
demand-finance-bond = Bond
demand-finance-self_funding = Set-up at your own cost
demand-insurance-public_liability = Public liability cover
demand-insurance-employers_liability = Employers’ liability cover
demand-insurance-professional_indemnity = Professional indemnity cover
demand-insurance-product_liability = Product liability cover
demand-insurance-medical_malpractice = Medical malpractice cover
demand-insurance-cyber = Cyber cover
demand-insurance-abuse = Abuse cover
demand-insurance-motor = Motor cover
demand-insurance-contractors_all_risks = Contractors’ all-risks cover
demand-insurance-other = Other cover
demand-insurance-run_off = Cover after the end
demand-experience-references = References
demand-experience-contract_value = Size of past contracts
demand-experience-similar_size = Past work of similar size
demand-experience-years = Years of experience
demand-experience-named_buyer = Work for a named buyer
demand-experience-public_sector = Public sector experience
demand-accreditation-scheme = Certificate
demand-organisation-legal_form = Legal form
demand-reserved = Reserved contract
demand-workforce-headcount = Number of staff
demand-workforce-living_wage = Real Living Wage
demand-coverage-area = Area covered
demand-process-systems = Systems and clearance
demand-social_value-target = Social value target
demand-specification-brand = Named brand or standard
demand-lots-all_required = Bids for every lot

## What is asked, and what you have

asked = required
asked-multiple = { $need } ({ $times } times the { $basis ->
    [annual] yearly
   *[total] whole
  } value of { $base })
asked-one-of = One of { $names }
asked-most = Up to { $asked }
asked-not = No { $asked }
turnover-of = { $amount } in { $year }
coming = { $name }{ $day ->
    [0] { "" }
   *[other] , expected { $day }
  }
yes = Yes
no = No
none = None
unit = { $count } { $unit }
unit-years = { $count ->
    [one] 1 year
   *[other] { $count } years
  }
unit-months = { $count ->
    [one] 1 month
   *[other] { $count } months
  }
unit-days = { $count ->
    [one] 1 day
   *[other] { $count } days
  }
unit-percent = { $count }%
unit-people = { $count ->
    [one] 1 person
   *[other] { $count } people
  }
unit-references = { $count ->
    [one] 1 reference
   *[other] { $count } references
  }
unit-ratio = { $count }
unit-score = { $count }
unit-times = { $count } times
unit-words = { $count } words
unit-sides = { $count ->
    [one] 1 side of A4
   *[other] { $count } sides of A4
  }
unit-documents = { $count ->
    [one] 1 document
   *[other] { $count } documents
  }
value-vcse = For voluntary, community and social enterprises
value-sme = For small and medium-sized enterprises
value-mutual = For mutuals
value-supported_employment = For supported employment
value-local = For local suppliers
value-national = The whole country
value-whole_area = The whole area
value-office = An office there
value-software = Software
value-hosting = Hosting
value-integration = A link to the buyer’s systems
value-clearance = Security clearance
accounts-audited = Audited
accounts-independently_examined = Independently examined
accounts-unaudited = Not audited
accounts-none = No accounts yet
form-community_interest_company = Community interest company
form-charitable_company = Charitable company
form-charitable_incorporated_organisation = Charitable incorporated organisation
form-charitable_trust = Charitable trust
form-registered_society = Registered society
form-company_by_guarantee = Company limited by guarantee
form-company_by_shares = Company limited by shares
form-limited_liability_partnership = Limited liability partnership
form-partnership = Partnership
form-sole_trader = Sole trader
form-unincorporated_association = Unincorporated association

## Why a demand stands as it does

said-met = You have { $yours }. Asked for: { $asked }.
said-short = You have { $yours }. Asked for: { $asked }.
said-have = You have it.
said-held = You hold { $yours }.
said-open = Your profile does not say. Fill it in, or judge it yourself.
said-judge = Only you can tell.
said-currency = It is in another currency: judge it yourself.
said-no-amount = The documents ask for it and name no level.
said-no-value = It depends on the value of the contract, which was not found.
said-which-year = Your turnover of the last years is partly above and partly below { $asked }. Which year counts is not clear.
said-credit = A credit report decides, and the score that is needed is not said.
said-bond = A bank or insurer gives a bond against security or a premium. Ask yours, and ask the buyer whether it is needed{ $sum ->
    [0] { "" }
   *[other] : it is { $sum }
  }.
said-bond-cash = The bond is { $sum }. Your cash would cover it as security.
said-self-funding = { $asked } is to be spent before you are paid; you could put in { $yours }. Ask whether it can be paid at the start.
said-run-off = Cover is to be kept after the contract ends. Ask your insurer for the price and put it into yours.
said-no-staff = You have no employees, so no such cover is required of you.
said-parent = Your parent organisation would have to sign it.
said-no-parent = It is only for those who have a parent company.
said-ask-parent = Ask what is expected of a bidder without a parent company.
said-wages = You would have to raise wages to the real Living Wage by the start: put it into your price.
said-audit-law = Audited accounts are asked only of those who must have them by law.
said-audit = Audited accounts are asked for, and yours are not.
said-references-window = You can name { $yours } from the last { $years }. Asked for: { $asked }.
said-references-short = You can name { $yours } from the last { $years }. Asked for: { $asked }.
said-references-years = Add the years of your references: only those of the last { $years } count.
said-similar = Your largest contract so far, { $yours }, is as large as this one.
said-similar-ask = Your largest contract so far is { $yours }. What counts as similar is not said.
said-experience = It may be met by the experience of your people: judge it yourself.
said-named-buyer = None of your references is of that buyer. Ask whether like work for others counts.
said-not-public = None of your references is of a public body.
said-coming = It is on the way.
said-coming-ask = It is wanted with the bid and is on the way. Ask whether that is enough.
said-coming-late = It comes after the day on which it is wanted. Ask whether that is soon enough.
said-regulator = Registration takes months. Ask by when it must be there, and begin now if you want the work.
said-regulator-now = Registration is wanted with the bid and takes months.
said-form = Your form is accepted.
said-form-out = Organisations of your form may not bid.
said-form-short = A registered company is asked for, and yours is none.
said-form-ask = A company is asked for, and yours is none. Ask whether your form is accepted too.
said-reserved = It is reserved for organisations such as yours.
said-reserved-ask = It is reserved for voluntary, community and social enterprises. Ask whether yours counts.

## What softens a demand

way-other-evidence = You do not have it as it is asked for. The documents accept other evidence: ask what would do.
way-equivalent = You do not have it. An equivalent is accepted: ask what would do.
way-commit = A promise to have it by the start is enough.
way-law = It is asked only where the law requires it: ask whether that is so for you.
way-if-applicable = It is asked only where it applies: ask whether it does for you.
way-new = You do not have it. Other evidence is accepted from new organisations: ask what would do.
way-parent = You do not have it yourself. A guarantee of your parent organisation may do: ask.
way-together = You have { $yours } by yourself. Asked for: { $asked }. Joint bids are welcome: with a partner you may have it together. Ask how it is counted.
later-at-tender = You do not have it at that level, and it is wanted when you bid. Get a quotation, and ask whether a promise to have it by the start is enough.
later-award = To be had before the award.
later-start = To be had before the start.
later-promise = To be had by the start; a promise is enough when you bid.
later-not-said = The documents do not say by when. It can usually be had by the start: confirm that.
later-unclear = One passage wants it with the bid, another by the start: ask which holds.

## Where something stands

place = { $document }
    .clause = “{ $document }”, clause { $clause }
    .clause-section = “{ $document }”, clause { $clause } ({ $section })
    .section = “{ $document }”, “{ $section }”
    .page = “{ $document }”, page { $page }
    .document = “{ $document }”

## Questions to the buyer

question = { $question }
    .plain = { $question }
    .place = { $place } says: “{ $quote }”. { $question }
    .duty = { $question } (We have in mind: { $duty }.)
    .place-duty = { $place } says: “{ $quote }”. { $question } (We have in mind: { $duty }.)
duty-section = { $title }, { $section }
ask = Please would you confirm what is accepted from a bidder that does not have this as it is asked for: { $what } ({ $asked })?
ask-experience-references = May a bidder with fewer references than you ask for name partners’ work or other evidence instead?
ask-accreditation-scheme = Is something equivalent accepted in place of { $asked }, and by when must it be there?
ask-finance-bond = Is the bond needed for this contract, and what would be accepted instead of one?
ask-finance-turnover_minimum = Which years’ turnover counts, and may a bidder with a lower one show by other evidence that it can carry the contract?
ask-experience-similar_size = What counts as similar in size, and are smaller contracts accepted where they show the same skills?
ask-organisation-legal_form = Which legal forms are accepted? Are incorporated bodies that are not companies accepted too?
letter-head = Clarification questions: { $tender }
letter-open = We are thinking of bidding and would be glad of answers to these questions. We understand that answers may be shared with all bidders.
letter-open-by = We are thinking of bidding and would be glad of answers to these questions, which we send before the last day for questions, { $day }. We understand that answers may be shared with all bidders.
letter-close = With thanks,

## Cash

cash-none = You are paid before you pay: no money of your own is needed.
cash-needed = You would have to put in up to { $needed } of your own; the most on { $day }. The first payment comes on { $first }.
cash-enough = You would have to put in up to { $needed } of your own; the most on { $day }. Your cash covers it. The first payment comes on { $first }.
cash-gap = You would have to put in up to { $needed } of your own; the most on { $day }. That is { $gap } more than you have. The first payment comes on { $first }.
cash-terms = Paid { $how ->
    [monthly] each month
    [quarterly] each quarter
    [six_monthly] each half year
    [annually] once a year
   *[once] once
  } { $when ->
    [advance] in advance
   *[arrears] in arrears
  }, { $days } after { $from ->
    [month_end] the end of the month of the invoice
   *[invoice] the invoice
  }.
cash-investment = A gap of this size is what social investors lend for: working capital against a signed contract. Ask several, and put the cost into your price. Good Finance (goodfinance.org.uk) lists lenders{ $nation ->
    [scotland] , and Social Investment Scotland (socialinvestmentscotland.com) lends to organisations in Scotland
    [wales] , and Social Investment Cymru (wcva.cymru) lends to organisations in Wales
   *[other] { "" }
  }. Ask the buyer first whether it can pay sooner: that costs nobody interest.
variant-days_30 = Paid in 30 days: { $needed } needed{ $which ->
    [less] , { $change } less
    [more] , { $change } more
   *[same] , the same
  }.
variant-days_60 = Paid in 60 days: { $needed } needed{ $which ->
    [less] , { $change } less
    [more] , { $change } more
   *[same] , the same
  }.
variant-monthly = Invoiced each month in arrears: { $needed } needed{ $which ->
    [less] , { $change } less
    [more] , { $change } more
   *[same] , the same
  }.
variant-advance = Paid each month in advance: { $needed } needed{ $which ->
    [less] , { $change } less
    [more] , { $change } more
   *[same] , the same
  }.
assume-even = The price of { $price } is spread evenly over { $months }.
assume-lots = The price is that of { $lots }.
assume-term = The term was not found: twelve months are taken.
assume-cut = Only the first { $months } are worked out.
assume-start = No start was found: { $day } is taken.
assume-costs = Costs are the price less a surplus of { $surplus }%; { $wages }% of them are wages, paid at the end of each month, and the rest is paid { $days } later.
assume-costs-usual = Your costs are not all in your profile: costs are the price less a surplus of { $surplus }%; { $wages }% of them are wages, paid at the end of each month, and the rest is paid { $days } later.
assume-set-up = { $set_up } is spent 30 days before the start.
assume-vat = VAT of 20% is charged on the price, paid on costs other than wages, and settled each calendar quarter by invoice date. Ask your accountant about cash accounting.
assume-no-vat = No VAT is charged. If you cannot reclaim VAT on what you buy, your costs include it.
assume-days = No time to pay was found: { $days } are taken.
assume-arrears = The documents speak of payment in advance too; payment in arrears is taken, to be safe.
assume-monthly = When you are paid was not found: each month in arrears is taken.
assume-retention = { $share }% of each invoice is kept back and paid with the last.
assume-results = Part of the price depends on results: it is counted as earned.

## Dates

day-timetable-published = Tender published
day-process-site_visit = Site visit
day-timetable-clarification_deadline = Last day for questions
day-timetable-deadline = Bids are due
day-timetable-award = Award planned
day-contract-start = Contract starts
day-contract-end = Contract ends
calendar-title = { $what }: { $tender }
calendar-text = “{ $quote }” ({ $place }). Check the day in the documents.

## Checklist

task-process-site_visit = Go to the visit or meeting{ $known ->
    [yes] , { $asked }
   *[no] { "" }
  }.
task-process-hard_copy = Send it on paper, by post, on a disk or signed in ink: leave time for that.
task-process-word_limit = Keep to { $asked }{ $of ->
    [whole] { " " }in the whole response
   *[other] { " " }in an answer
  }.
task-process-policies = Send your policies{ $known ->
    [yes] : { $asked }
   *[no] { "" }
  }.
task-process-carbon_plan = Send a carbon reduction plan.
task-process-modern_slavery = Send a modern slavery statement.
task-process-payment_performance = Show how promptly you pay your own suppliers.
task-process-prequalification = Pass the selection stage first.
task-process-fee = Pay the fee{ $known ->
    [yes] : { $asked }
   *[no] { "" }
  }.
task-experience-references = Name your references{ $known ->
    [yes] : { $asked }
   *[no] { "" }
  }.
task-finance-accounts_years = Send accounts of { $asked }.
task-finance-audited_accounts = Have them audited, or say what you can send instead.
task-finance-bond = Send the bid bond.
task-finance-parent_guarantee = Have the parent company guarantee ready.
task-insurance-timing = Send proof of insurance with the bid.
task-accreditation-scheme = Send the certificate: { $asked }.
task-social_value-community_benefit = Offer community benefits or social value.
task-social_value-portal = Enter your social value in { $asked }.
task-process-validity = Keep your bid and prices open for { $asked }.

## Headings and columns

heading-why = Why
heading-demands = What is asked of you
heading-lots = Lots
heading-questions = Questions to the buyer
heading-questions-more = Also worth asking
heading-cash = Cash
heading-dates = Dates
heading-checklist = What to send in and do
column-demand = Demand
column-asked = Asked
column-yours = Yours
column-state = Result
column-month = Month
column-in = In
column-out = Out
column-vat = VAT
column-balance = Balance
column-value = Value
column-place = Where
state-met = Met
state-not_met = Not met
state-by_start = Can be met by the start
state-ask = Ask the buyer
state-open = For you to judge
questions-by = Ask by { $day }.
questions-late = The last day for questions, { $day }, has passed.
questions-none = No question came up.
demands-none = No demand on bidders was found in what was read.
dates-none = No day was found.
checklist-none = Nothing was found that has to be sent in.
cash-unknown = The value of the contract was not found. Give it, and the cash can be worked out.
for-lot = { $title } ({ $lot })
at-time = { $day }, { $time }
