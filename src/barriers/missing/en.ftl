# What is not stated. $unread is "yes" where a part of the documents could not be read.

missing-value = No value of the contract was found{ $unread ->
        [yes] . It may stand in what could not be read.
       *[other] .
    }
    .title = Value
    .why = Without it nobody can tell whether the work is of a size they can do, and whether what is asked for is in proportion.
    .suggestion = The contract is worth about £… a year, £… over its term, without VAT.
    .question = What is the estimated value, in all and for a year?

missing-term = No term of the contract was found{ $unread ->
        [yes] . It may stand in what could not be read.
       *[other] .
    }
    .title = Term
    .why = A supplier plans staff and premises by the years that it can count on.
    .suggestion = The contract runs for … years from …, with an option of … more.
    .question = How long does the contract run, and can it be extended?

missing-payment-terms = When invoices are paid was not found{ $unread ->
        [yes] . It may stand in what could not be read.
       *[other] .
    }
    .title = Payment
    .why = Small organisations cannot pay wages for months before the buyer pays. They have to know before they bid.
    .suggestion = You may send an invoice each month. We pay within 30 days, and aim for 10.
    .question = How often can invoices be sent, and how soon are they paid?

missing-award-weights = No weights of the award criteria were found{ $unread ->
        [yes] . They may stand in what could not be read.
       *[other] .
    }
    .title = Weights
    .why = Who does not know what counts cannot decide whether to bid, nor what to write most about.
    .suggestion = Quality …%, price …%, social value …%.
    .question = How much do price, quality and social value weigh?

missing-deadline = No deadline for bids was found{ $unread ->
        [yes] . It may stand in what could not be read.
       *[other] .
    }
    .title = Deadline
    .why = A late bid is lost, however good it is.
    .suggestion = Bids must be in by noon on ….
    .question = By what day and time must bids be in?

missing-contract-terms = The terms of the contract were not among the documents{ $unread ->
        [yes] , or stand in what could not be read.
       *[other] .
    }
    .title = Terms of the contract
    .why = Liability, payment, ending and staff transfer are decided there. Trustees should see them before their organisation bids.
    .suggestion = Put the terms into the pack from the first day, and say which of them may be discussed.
    .question = Where can the terms of the contract be read, and may bidders comment on them?

missing-clarification-route = How to ask questions was not found{ $unread ->
        [yes] . It may stand in what could not be read.
       *[other] .
    }
    .title = Way to ask questions
    .why = Newcomers have more to ask than the present supplier. Without a way to ask they guess, or stay away.
    .suggestion = Send questions to … by …. We answer all bidders within two working days, without naming who asked.
    .question = How and until when may bidders ask questions?
