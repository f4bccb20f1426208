# Experience. Gaps: $count how many, $past the value of past contracts, $annual the yearly value of this one.

experience-references = Experience is asked for in a way that shuts newer organisations out.
    .title = Experience to prove
    .number = { $count } references or examples are asked for.
    .title-number = Many references
    .window = Only experience from the last { $count ->
        [1] year
       *[other] { $count } years
    } counts.
    .title-window = Only recent experience counts
    .years = { $count ->
        [one] At least one year of experience is
       *[other] At least { $count } years of experience are
    } asked for.
    .title-years = Long experience required
    .partners = Only the bidder’s own experience counts, not that of partners, staff or subcontractors.
    .title-partners = Partners’ experience does not count
    .why = A small organisation may do this work well and have done it only once or twice, for a grant or with its own people.
    .why-window = Small organisations win few contracts. Good work of four years ago is still good work.
    .why-years = How long an organisation has existed says little of how well it works.
    .why-partners = New organisations are made of experienced people, and small ones bid together.
    .suggestion = Up to three examples, from any sector and of any size, including grant-funded work and work by your key people or partners.
    .question = Would fewer or older examples be accepted, and examples of grant-funded work or of partners?

experience-value = Past contracts of { $past } are asked for, { $share }% of the yearly value of { $annual }.
    .title = Large past contracts required
    .title-query = Size of past contracts to weigh
    .title-similar = Past contracts of similar size
    .similar = Past contracts of similar size, scope or value are asked for.
    .why = Who has only held smaller contracts cannot grow into this one, however good the work was.
    .test = { $past } ÷ { $annual } a year = { $share }%.
    .query = Past contracts of { $past } are asked for. Whether that is in proportion depends on the yearly value, which was not found in the documents.
    .undecided = The yearly value of the contract is not known.
    .suggestion = Examples of any size. Tell us how you would handle the size of this contract.
    .question = Will examples of smaller contracts be accepted where they show the same skills?

experience-public-sector-only = Only experience with public bodies counts.
    .title = Only public-sector experience counts
    .preferred = Experience with public bodies is preferred.
    .title-preferred = Public-sector experience preferred
    .why = Many social enterprises learned this work through grants, donations or private customers.
    .suggestion = Examples from any sector: public, private, voluntary or grant-funded.
    .question = Will examples from outside the public sector be accepted?

experience-named-buyer = Experience with { $buyer } is asked for.
    .title = Experience with one named buyer
    .law = A contract or experience with { $buyer } is asked for. Under the rules that apply here, a contract from one particular authority may not be a condition of taking part.
    .why = Only those who are in already can have it.
    .suggestion = Examples for any customer of similar work.
    .question = Will the same kind of work for another customer be accepted?
