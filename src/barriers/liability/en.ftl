# Liability. Gaps: $cap and $cover (pounds), $value (pounds, of the contract or a year of it), $times, $share (percent).

liability-uncapped = The supplier’s liability has no limit.
    .title = No limit on liability
    .any-cause = The supplier is to make good every loss, whatever its cause.
    .title-any-cause = Indemnity for every loss
    .indemnity = The supplier is to make good all losses, and no limit on that was found.
    .title-indemnity = Indemnity without a limit
    .some = Some of the supplier’s liability is kept out of every limit.
    .title-some = Some liability without a limit
    .why = One claim could take all that an organisation owns. Trustees of a charity can hardly sign that, and no insurer covers it.
    .suggestion = Your total liability each year is capped at 125% of that year’s charges, other than where the law forbids a cap.
    .suggestion-some = These liabilities have a cap of their own, at a level that insurance can cover: …
    .question = Would the buyer accept a cap on liability in proportion to the charges?
    .question-some = Can a cap be set for these liabilities too?

liability-high-cap = Liability is capped at { $cap }, { $times } times the contract’s value of { $value }.
    .title = High cap on liability
    .title-query = Cap on liability to weigh
    .title-insured = Cap on liability above the insurance
    .year = Liability is capped at { $cap }, { $times } times the yearly value of { $value }.
    .share = Liability is capped at { $share }% of the charges.
    .insured = Liability is capped at { $cap }, above the cover of { $cover } that is asked for.
    .query = Liability is capped at { $cap }. Whether that is in proportion depends on the value of the contract, which was not found in the documents. Enter it to have this judged.
    .undecided = The value of the contract is not known.
    .why = A cap far above the price is no cap for a small organisation: what insurance does not pay comes out of its reserves.
    .test = { $cap } ÷ { $value } = { $times } times.
    .test-year = { $cap } ÷ { $value } a year = { $times } times.
    .suggestion = Your total liability each year is capped at 125% of that year’s charges, or at the limit of your insurance where we agree that it is higher.
    .question = What risk is the cap on liability based on, and would a cap in proportion to the charges be accepted?

liability-damages = Up to { $share }% of a payment can be lost through service credits or damages.
    .title = Large deductions for performance
    .title-query = Deductions to weigh
    .query = The contract has service credits or agreed damages. The most that can be lost was not found, so a person is to say whether it is in proportion.
    .why = The wages have to be paid whether a target was met or not. Who works without profit has nothing to take a deduction from.
    .suggestion = Deductions begin after a first three months, and are at most 10% of a month’s charge.
    .question = What is the most that can be deducted in a month, and is there a time at the start without deductions?

enabler-capped-liability = Liability is capped in proportion to the contract.
    .title = A fair cap on liability
    .why = The supplier can insure what it may have to pay.
