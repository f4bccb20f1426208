# The workforce.

workforce-tupe = Staff may transfer, and bidders are not given their data.
    .title = No staff data for bidders
    .title-query = Staff transfer, no data found
    .title-indemnity = Old claims of transferred staff
    .query = Staff may transfer. Their data were not found in the documents that were read.
    .indemnity = The supplier is to answer for claims of transferred staff from before the transfer.
    .why = Without pay, hours, pensions and length of service nobody can price the work. Only the present supplier knows them.
    .why-indemnity = The supplier had no part in what happened then, and cannot insure it.
    .suggestion = An anonymised list of the staff who may transfer, with pay, hours, pension and length of service, is in Appendix … .
    .suggestion-indemnity = Each employer answers for its own time: the present one until the transfer, the new one from then on.
    .question = Can an anonymised list of the staff who may transfer be shared with all bidders?
    .question-indemnity = Will the present employer indemnify the new supplier for the time before the transfer?

workforce-pension = The supplier is to join the local government pension scheme.
    .title = Local government pension scheme
    .title-deficit = Pension deficit for the supplier
    .title-bond = Bond for the pension fund
    .deficit = The supplier is to pay for a deficit in the pension fund.
    .bond = The supplier is to give a bond or guarantee to the pension fund.
    .admission = The supplier is to become an admitted body of the pension fund.
    .why = What it will cost depends on the markets, not on the supplier, and can be more than the contract pays. Even one employee in the scheme has kept a charity from bidding.
    .suggestion = The council keeps the pension risk by pass-through: you pay a fixed rate, with no bond and no payment at the end.
    .question = Is pass-through offered, with a fixed contribution rate, no bond and no exit payment?

enabler-pension-pass-through = The buyer keeps the pension risk (pass-through).
    .title = Pension pass-through
    .why = The supplier knows what pensions cost for the whole term.

enabler-tupe-data = Bidders are given data of the staff who may transfer.
    .title = Staff data for bidders
    .why = Every bidder can price the work as well as the present supplier.

enabler-living-wage = The real Living Wage is asked for or funded.
    .title = Real Living Wage
    .why = Who pays fairly is not undercut by who does not.
