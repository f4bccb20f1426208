# Process. Gaps: $value and $annual amounts, $words, $days, $usual and $count numbers.

process-prequalification = Bidders go through a separate selection stage, for a contract of { $value }, below the threshold.
    .title = A selection stage for a small contract
    .title-query = A selection stage to weigh
    .law = Bidders go through a separate selection stage. Below the threshold, tenders may not be restricted by an assessment of suppliers.
    .query = Bidders go through a separate selection stage. Whether that fits depends on the value, which was not found in the documents. Enter it to have this judged.
    .undecided = The value of the contract is not known.
    .why = Every stage has its own papers and deadline. Small organisations write bids between their other work.
    .suggestion = One stage: send your tender with a few questions about your organisation, which we look at together.
    .question = Can suitability be looked at together with the tender, in one stage?

process-hard-copy = Bids are to be sent on paper, on a disk or signed in ink.
    .title = Bids on paper
    .why = Printing, copies and couriers cost a day and money, and the post can lose a bid that was in time.
    .suggestion = Send your bid by email or through our portal. A typed name is enough as a signature.
    .question = Can bids be sent by email, with signatures typed or scanned?

process-fee = Bidders pay to take part.
    .title = A fee to take part
    .levy = Suppliers pay back a share of what they earn.
    .title-levy = A levy on suppliers
    .why = Who may win nothing thinks twice before paying. Large firms spread the cost over many bids.
    .why-levy = A share of turnover weighs most on those whose margin is smallest.
    .suggestion = Taking part is free. We bear the cost of the portal.
    .suggestion-levy = No levy is taken from suppliers with less than £[amount] of work a year under this framework.
    .question = Can the fee be waived for small organisations?

process-volume = Answers of up to { $words } words are asked for, with a yearly value of { $annual }.
    .title = Much to write for the money
    .title-query = How much to write for the money
    .many = Answers of up to { $words } words are asked for.
    .query = Answers of up to { $words } words are asked for. Whether that fits depends on the yearly value, which was not found in the documents. Enter it to have this judged.
    .undecided = The yearly value of the contract is not known.
    .test = { $words } words for { $annual } a year.
    .why = Few small organisations have a bid writer. What is written in evenings takes the place of the work itself.
    .suggestion = Answer [four] questions in up to 500 words each. We ask for more only from the bidder that we want to choose.
    .question = Could the questions be fewer or the answers shorter, given the value of the contract?

process-validity = Bids are to stay open for { $days } days.
    .title = Bids open for long
    .title-query = Bids open for years?
    .query = Bids are to stay open for { $days } days. That is so long that it may be a slip; a person is to say whether it is meant.
    .undecided = The stated number of days may be a slip.
    .question-query = Is the number of days for which bids stay open meant, or is it the length of the contract?
    .test = { $days } days asked for; up to { $usual } days are a small matter.
    .why = A price that binds for months holds risk of wages and costs, and staff are kept free for work that perhaps never comes.
    .suggestion = Your bid stays open for 90 days. If we need longer, we ask you, and prices may be reviewed.
    .question = Could bids stay open for 90 days, or prices be reviewed after that?

process-policies = Bidders are to send in { $count } policies.
    .title = A pile of policies
    .test = { $count } documents for { $annual } a year.
    .why = Small organisations write policies for what they do. Papers written only for a bid protect nobody.
    .suggestion = Tell us which of these policies you have. We ask only the winner to send them, and only those that matter for this work.
    .question = Can policies be sent by the winning bidder only?

process-strict-rejection = A slip in the papers means that a bid is out.
    .title = Any slip means out
    .why = Experienced bidders know every form. One box left open should not cost people the best service.
    .suggestion = If something is missing or unclear, we ask you, and give you two working days to put it right.
    .question = Will bidders be asked to put right small omissions before a bid is rejected?

process-site-visit = A visit or meeting is a condition of bidding.
    .title = A compulsory visit
    .one = A visit or meeting on one day only is a condition of bidding.
    .title-one = One day for a compulsory visit
    .presentation = A presentation or interview is compulsory.
    .title-presentation = A compulsory presentation
    .remote = An online meeting is compulsory.
    .title-remote = A compulsory online meeting
    .why = A day away is a day without service where three people do the work. Who cannot come on that day is out.
    .why-presentation = It favours people who present often. Who does the work best may not be who speaks best.
    .why-remote = Online is easiest to attend; a recording would help those who cannot.
    .suggestion = You can see the site on any of [three days]; or watch our recording. Coming is not a condition.
    .suggestion-presentation = We may talk with you online for half an hour, about your written answers. It is not scored.
    .suggestion-remote = The meeting is recorded, and questions and answers are sent to all.
    .question = Are there other days, or a recording, for those who cannot come?
    .question-presentation = Can the conversation be online, at a time that suits both sides?

process-carbon-plan = A carbon reduction plan is asked for, with a yearly value of { $annual }.
    .title = A carbon plan for a small contract
    .title-query = A carbon plan to weigh
    .query = A carbon reduction plan is asked for. Whether that fits depends on the yearly value, which was not found in the documents. Enter it to have this judged.
    .undecided = The yearly value of the contract is not known.
    .why = The form was made for contracts of millions a year. Measuring every emission needs a consultant.
    .suggestion = Tell us two or three practical steps by which you cut carbon in this service.
    .question = Would a short account of practical steps be accepted instead of a carbon reduction plan?

process-modern-slavery = A modern slavery statement is asked for, whatever the size of the organisation.
    .title = A modern slavery statement from everybody
    .why = The duty to publish one is made for large businesses. A small organisation can say how it treats people without it.
    .suggestion = If the law asks you to publish a modern slavery statement, send us the link. If not, tell us in a few lines how you guard against it.
    .question = Is the statement also asked of organisations that have no duty in law to publish one?

process-payment-performance = Bidders are to show how fast they pay their own suppliers.
    .title = Payment record on a small contract
    .why = The figures come from systems that large firms have. Small organisations seldom keep such statistics, though they pay in time.
    .suggestion = Tell us that you pay your suppliers within 30 days, or how you will get there.
    .question = Would a statement that suppliers are paid within 30 days be enough?

process-systems = A system or a clearance is needed before there is a contract.
    .title = Systems or clearance at own cost
    .software = The supplier is to bring or buy particular software.
    .hosting = Data are to be kept with a certified host.
    .integration = The supplier is to connect its systems with the buyer’s at its own cost.
    .clearance = Staff need security clearance when the bid is made.
    .why = It costs before the first payment, and may be for nothing.
    .why-clearance = Only an employer or a sponsor can apply for clearance, so newcomers cannot have it.
    .suggestion = We give you access to our system at no charge. Tell us how you keep data safe.
    .suggestion-clearance = We sponsor clearance for the people named by the winner, before they start.
    .question = Will access to the system be given at no charge, and other safe ways of keeping data be accepted?
    .question-clearance = Will the buyer sponsor clearance after the award?

enabler-feedback = Feedback is promised to bidders.
    .title = Feedback for bidders
    .why = Who learns why a bid was not chosen writes a better one next time.

enabler-market-engagement = The market was or will be heard before the tender.
    .title = Talks with the market first
    .why = Those who know the work can say early what would keep them out, while it can still be changed.
