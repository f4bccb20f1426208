# Lots and frameworks. Gaps: $value (pounds), $lots and $large (how many), $places, $months.

lots-none = The contract of { $value } is not divided into lots, and no reasons were found in the documents.
    .title = No lots, and no reasons found
    .title-query = No lots
    .law = The contract of { $value } is not divided into lots, and no reasons were found in the documents that were read. They may be in the notice: the Act asks for lots or for reasons where a contract could reasonably be divided.
    .query = The contract is not divided into lots. Whether that matters depends on its value, which was not found in the documents. Enter it to have this judged.
    .undecided = The value of the contract is not known.
    .why = A small organisation may do one part or one place very well and the whole not at all.
    .suggestion = The work is divided into lots by area, need or age. Bid for one or more. We will award at least two lots to different suppliers.
    .question = What are the reasons for not dividing the contract into lots, and could a part of it be awarded on its own?

lots-size = The contract is worth { $value } and is let as one.
    .title = Large contract
    .title-lot = Large lots
    .title-some = Some large lots
    .title-query = Size of the lots
    .title-framework = Large framework
    .lot = Every lot is large; the largest is worth { $value }.
    .some = { $large ->
        [one] One of { $lots } lots is
       *[other] { $large } of { $lots } lots are
    } large; the largest is worth { $value }.
    .title-contracts = Large in all
    .contracts = The contracts are worth { $value } together. How large single ones are was not found.
    .framework = The framework is worth { $value } in all. How large its single contracts are was not found.
    .query = The contract is worth { $value } over { $lots } lots. What each lot is worth was not found in the documents.
    .undecided = The values of the lots are not known.
    .why = The median contract of a voluntary organisation or social enterprise was worth £95,000 in 2023/24, and only one in eight was worth £1 million or more.
    .test = { $value }; one in eight contracts of such organisations was worth £1,000,000 or more.
    .suggestion = Divide the work into lots of a size that small organisations can carry: up to £100,000, or at least under £1 million, by area, need or age.
    .suggestion-query = State the estimated value of each lot.
    .question = Can bids be made for a part of the work, by area or by kind of service?
    .question-query = What is the estimated value of each lot?

lots-all-required = A bid has to be made for all lots.
    .title = All lots or none
    .why = Lots open a door only if each can be bid for by itself.
    .suggestion = Bid for one lot or more.
    .question = Can a bid be made for single lots?

framework-closed = The framework stays closed to new suppliers.
    .title = Closed framework
    .title-few = Few places
    .title-long = Long framework
    .few = { $places ->
        [one] One supplier gets
       *[other] { $places } suppliers get
    } a place, and nothing was found that lets others join later.
    .few-each = { $places ->
        [one] One supplier gets
       *[other] { $places } suppliers get
    } a place in each lot or area, and nothing was found that lets others join later.
    .title-few-each = Few places
    .long = The framework lasts { $months } months. The Act gives frameworks four years, unless the notice says why more are needed.
    .why = Who misses the one day on which a framework is let is shut out for years.
    .suggestion = New suppliers can join each year: we use an open framework or a dynamic market.
    .question = Will the framework be opened to new suppliers during its term?

enabler-lots = The work is divided into { $lots } lots.
    .title = Divided into lots
    .why = Small organisations can bid for the part that they do well.

enabler-small-lots = There are lots of up to { $value }.
    .title = Small lots
    .why = Lots of this size are what small organisations usually win.

enabler-lot-limit = The number of lots for one bidder is limited.
    .title = A limit on lots
    .why = More than one supplier will win, so smaller ones have a chance.

enabler-open-framework = New suppliers can join during the term.
    .title = Open to new suppliers
    .why = Who is not ready today can join later.
