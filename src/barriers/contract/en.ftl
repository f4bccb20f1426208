# The contract. Gaps: $months, $days, $weeks.

contract-no-volume = No volume of work is promised.
    .title = No work promised
    .why = Staff and premises have to be paid whether work comes or not. Who has no other income to fall back on cannot be ready for work that perhaps never comes.
    .suggestion = We promise at least a stated part of the estimated volume, or pay a fixed fee for being ready. These are the volumes of the last two years: …
    .question = What volumes were ordered in each of the last two years, and can a minimum be promised?

contract-short-term = The contract lasts { $months ->
        [one] one month
       *[other] { $months } months
    }.
    .title = Short contract
    .why = Finding and training staff takes months. On a short contract they leave before its end, and people who use the service have to start again with somebody new.
    .suggestion = Three years, with an option of two more.
    .question = Can the term be longer, or is there an option to extend?

contract-mobilisation = The contract starts { $days ->
        [one] one day
       *[other] { $days } days
    } after the award.
    .title = Little time to start
    .why = Staff have to be found, checked and trained, and premises and insurance arranged. Large firms have these in stock.
    .test = { $days ->
        [one] One day
       *[other] { $days } days
    }, or { $weeks ->
        [one] one week
       *[other] { $weeks } weeks
    }, from award to start.
    .suggestion = The contract starts at least twelve weeks after the award.
    .question = Can the start be moved, or the service be built up by steps?

enabler-long-term = The contract lasts { $months } months.
    .title = A term of three years or more
    .why = A supplier can hire people, invest in them and keep them.

contract-termination = The buyer can end the contract without a cause, with notice of { $said }.
    .title = Ended at short notice
    .title-query = Ending without a cause
    .either = Either side can end the contract without a cause, with notice of { $said }.
    .query = The contract can be ended without a cause. How long before was not found.
    .why = Staff are owed notice and redundancy pay, and a lease runs on. A reserve for that is money that a small organisation does not have.
    .suggestion = Either of us may end the contract with three months’ notice. We pay the costs of ending it early that cannot be avoided.
    .question = Can the notice be at least three months, and are the unavoidable costs of an early end paid?

contract-not-negotiable = Bidders have to accept the terms as they are.
    .title = Terms not open to change
    .why = One clause that an insurer or a board of trustees cannot accept keeps out an organisation that could do the work well.
    .suggestion = Raise any term that you cannot accept as a question. We answer all bidders and change the terms for all where we can.
    .question = May bidders raise terms that they cannot accept, before the bids are due?

contract-intellectual-property = The buyer owns what the supplier makes under the contract.
    .title = Rights pass to the buyer
    .title-background = Rights from before pass to the buyer
    .background = The buyer takes over rights in what the supplier had before.
    .why = Methods and materials are often all that a social enterprise owns, and others may have paid for them.
    .suggestion = You keep your rights and give us a licence to use what you make for this service.
    .question = Would a licence to use the materials be enough?

contract-exclusivity = The supplier is not to work for others.
    .title = Bound to one buyer
    .why = An organisation that lives from several small contracts cannot give up the others for one.
    .suggestion = Tell us of any conflict of interest. You are free to work for others.
    .question = Would a declaration of conflicts of interest be enough?

contract-gagging = The supplier may speak about the work in public only with leave.
    .title = Limits on publicity
    .title-speaking-out = Limits on speaking out
    .speaking-out = The supplier is not to speak out or campaign in public.
    .why = Social enterprises write about their work for funders, members and the press.
    .why-speaking-out = Charities may lawfully campaign for the people they serve, and many exist for that.
    .suggestion = Tell us before you speak to the press about this service. Nothing in the contract keeps you from speaking or campaigning for the people you serve.
    .question = Can it be made clear that the clause does not keep a charity from campaigning for its cause?

contract-clawback = Money that is left over is to be returned or shared.
    .title = Savings taken back
    .title-surplus = All surplus taken back
    .title-open-book = Open book on a small contract
    .surplus = The supplier is to give back any surplus.
    .open-book = The supplier is to keep open books for a contract of { $annual } a year.
    .why = A social enterprise lives on small surpluses: they pay for the next bad month and are put back into its purpose.
    .why-open-book = Accounts for every penny of one contract take a bookkeeper’s time that the price does not pay for.
    .suggestion = You keep what you save by working well. We ask back only what was paid for work that was not done.
    .suggestion-open-book = A short statement of income and spending once a year is enough.
    .question = Can the supplier keep a reasonable surplus?
    .question-open-book = Would a short yearly statement of income and spending be enough?

contract-exit = The handover at the end is not paid.
    .title = Unpaid handover
    .why = The work of handing over falls in a time when the income of the contract has stopped.
    .suggestion = We pay for handover work at the rates of the contract.
    .question = Is the work of the handover paid?
