# Payment. Gaps: $days, $share (per cent), $months, $rate (per cent over base), $annual (yearly value), $sum (pounds).

payment-slow = Invoices are paid after up to { $days } days.
    .title = Slow payment
    .law = Invoices are paid after up to { $days } days. Under the rules that apply here, every public contract has a term that they are paid within 30, and a term that says otherwise is without effect.
    .month-end = Invoices are paid { $said } days after the end of a month. An invoice sent early in the month can wait { $days } days.
    .approval = The { $days } days run only from when the buyer has approved the invoice or received the goods, and nothing says how long that may take.
    .title-approval = Payment waits for approval
    .chain = Subcontractors may be paid after { $days } days. Small organisations are often subcontractors.
    .title-chain = Slow payment of subcontractors
    .why = Wages are paid each month. Every week that an invoice waits has to be lent by the supplier, and small organisations have little to lend.
    .test = Up to { $days } days; { $limit } is the usual most.
    .suggestion = We pay within 30 days of receiving a valid invoice, and aim for 10. The same applies to your subcontractors.
    .suggestion-approval = We pay within 30 days of receiving a valid invoice, and tell you within five working days if something is wrong with it.
    .question = Please confirm that valid invoices will be paid within 30 days of receipt, and that the same holds for subcontractors.

payment-arrears = The work is paid in arrears.
    .title = Payment long after the work
    .title-monthly = Payment in arrears
    .monthly = The work is paid monthly in arrears.
    .quarterly = The work is paid quarterly in arrears.
    .six-monthly = The work is paid every six months in arrears.
    .annually = The work is paid once a year in arrears.
    .on-completion = The work is paid when it is completed.
    .why = Until the first payment the supplier pays wages and rent from its own money. Organisations without reserves cannot, and banks seldom lend for it.
    .test = { $annual } a year ÷ 12 × { $months } months until the first money = { $sum } to be carried.
    .suggestion = We pay monthly in advance, or monthly within 30 days of an invoice. A first payment is made at the start to cover setting up.
    .question = Can payments be made monthly, or in advance, so that the supplier need not carry the cost?

payment-by-results = { $share }% of the payment depends on outcomes.
    .title = Payment by results
    .title-query = Payment by results: how much?
    .query = Some of the payment depends on outcomes. How much is at stake was not found in the documents.
    .undecided = The share of the payment that depends on outcomes was not found.
    .why = Outcomes come late and depend on others too. Most voluntary organisations cannot wait for that money or risk losing it.
    .suggestion = At least 80% is paid monthly as a service fee. Up to 20% depends on outcomes, the first of them after three months.
    .question = What share of the payment depends on outcomes, when is it paid, and what can be paid as a service fee?

payment-retention = { $share }% of each payment is kept back.
    .title = Money kept back
    .works = { $share }% of each payment is kept back until the works are proved.
    .why = What is kept back is often more than the surplus that a small organisation makes on the work.
    .test = { $share }% of { $annual } a year = { $sum }.
    .suggestion = Nothing is kept back. If something is wrong, we agree on a plan to put it right.
    .question = Is the retention of { $share }% needed for this contract, and when is it released?

payment-no-indexation = Prices stay fixed for { $months } months.
    .title = Fixed prices over years
    .title-query = Fixed prices: for how long?
    .query = Prices stay fixed for the term, and the term was not found in the documents. Enter it to have this judged.
    .undecided = The term of the contract is not known.
    .why = Wages are most of what services cost, and they rise every April. A price without an uplift turns into a loss.
    .test = Prices fixed for { $months } months, with no index.
    .suggestion = Prices rise each April with the Consumer Prices Index, or with the National Living Wage as far as they are wages.
    .question = Will prices be reviewed each year, for example in line with the Consumer Prices Index or the National Living Wage?

payment-late-interest = Interest on late payment is { $rate }% over the base rate; the statutory rate is { $statutory }%.
    .title = Low interest on late payment
    .none = No interest is paid on late payment.
    .title-none = No interest on late payment
    .why = Interest makes paying on time the cheaper way. Without it, a small supplier lends for nothing.
    .suggestion = Interest on late payment is paid at the statutory rate ({ $statutory }% over the base rate).
    .question = Will interest on late payment be paid at the statutory rate?

payment-admin = Getting paid takes something extra.
    .title = What it takes to be paid
    .discount = A discount is asked for in return for being paid early or on time.
    .finance = Early payment comes through a finance scheme for suppliers.
    .vat = Suppliers have to be registered for VAT.
    .fee = Suppliers pay a fee to send invoices or be paid.
    .why = Each of these takes money or time from the work, and weighs more on small organisations.
    .why-vat = Many small and social organisations are below the VAT threshold or do exempt work, and need not register.
    .suggestion = Send your invoice by e-mail with the order number. There is no fee and no discount.
    .suggestion-vat = Tell us whether you are registered for VAT. It makes no difference to the award.
    .question = Is this needed in order to be paid, and what does it cost the supplier?

payment-set-off = The buyer may deduct what it is owed.
    .title = Deductions from other contracts
    .set-off = The buyer may deduct from any payment what it thinks it is owed, under other contracts too.
    .any-sum = The buyer may deduct any sum that it thinks it is owed. Whether that is limited to this contract is not said.
    .title-any-sum = Deductions of any sum
    .pay-when-paid = The supplier is paid only when the payer has been paid itself.
    .title-pay-when-paid = Paid only when the payer is paid
    .why = A supplier cannot plan when money it has earned can be kept for reasons that lie outside the contract.
    .suggestion = We deduct only sums that are agreed or decided to be owed under this contract, after telling you why.
    .question = Will deductions be limited to sums that are agreed or decided to be owed under this contract?
    .why-pay-when-paid = A small supplier cannot wait for money that others owe to somebody else.
    .suggestion-pay-when-paid = Each supplier and subcontractor is paid within 30 days of a valid invoice, whether or not the payer has been paid.
    .question-pay-when-paid = Will suppliers and subcontractors be paid within 30 days, whether or not the payer has been paid?

enabler-prompt-payment = Invoices are paid quickly.
    .title = Prompt payment
    .why = Money that comes soon need not be lent by the supplier.

enabler-advance-payment = Some of the money comes before the work, or as it goes on.
    .title = Payment in advance or by stages
    .why = A supplier without reserves can start.

enabler-indexation = Prices follow an index.
    .title = Prices that follow costs
    .why = A supplier can pay its staff a rise without making a loss.
