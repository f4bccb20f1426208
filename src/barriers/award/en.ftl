# Award criteria. Gaps: $share a weight in percent, $score what an answer must reach, $rate pounds an hour.

award-price-heavy = Price counts for { $share }% of the marks.
    .title = Price decides most
    .title-only = Price alone decides
    .only = Only the price decides who wins.
    .why = Where price decides, whoever pays staff least and spends least on people wins. Organisations that put their surplus into the service cannot.
    .suggestion = Quality 50%, price 40%, social value 10%; or a fixed price, so that bids compete on what people get for it.
    .question = Would a larger share for quality be considered, or a price band in which bids compete on quality?

award-social-value = The weights leave no room for social value.
    .title = Social value does not count
    .title-little = Social value counts little
    .policy = The weights leave no room for social value, although the policy that applies here asks for at least 10%.
    .little = Social value counts for { $share }% of the marks.
    .why = What a social enterprise does for people and the area beside the service is its strength, and wins no marks here.
    .suggestion = Social value: at least 10%. Tell us what difference the way you work already makes, and one or two things that you would add.
    .question = Will social value be scored, and within which criterion?

award-quality-threshold = An answer that scores less than { $score } can put the whole bid out.
    .title = High minimum score
    .why = One weak answer out of many loses the bid. Who has no bid writer is put out more often by how it writes than by what it does.
    .undecided = A minimum score is set, but on which scale was not found.
    .suggestion = A minimum of 2 out of 5, on the questions that matter for safety only, after we have asked for clarification.
    .question = Will bidders be asked to clarify an answer before the bid is put out over one score?

award-method = Nothing that was read explains how answers and prices are scored.
    .title = Scoring not explained
    .law = Nothing that was read explains how answers and prices are scored. The Procurement Act asks authorities to state it.
    .why = Bidders who know a buyer can guess what it looks for. Newcomers cannot.
    .suggestion = Each answer is scored from 0 to 5 as the table shows; the lowest price gets full marks and the others in proportion.
    .question = How will answers be scored, and how are prices turned into marks?

award-rate-cap = The rate is to be no more than { $rate } an hour.
    .title = Ceiling below the cost of fair pay
    .title-query = A ceiling on rates
    .query = Bids above a ceiling are put out. Whether the ceiling covers fair pay is to be worked out.
    .why = A rate covers wages, holiday, training, travel and overheads. Who pays a living wage cannot bid under a low ceiling.
    .suggestion = No ceiling; or one worked out from the real Living Wage, with the sum shown and a yearly review.
    .question = What wage, travel time and overheads is the ceiling based on?

enabler-social-value = Social value counts for { $share }% of the marks.
    .title = Social value counts
    .why = What bidders do for people and the area wins marks here.
