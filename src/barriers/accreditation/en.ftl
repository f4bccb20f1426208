# Accreditation. Gaps: $names the schemes, $count how many, $annual the yearly value.

accreditation-no-equivalent = { $names } must be held, and nothing says that equivalents are accepted.
    .title = Certificates without equivalents
    .law = { $names } must be held, and nothing says that equivalents are accepted. Under the rules that apply here, a condition of taking part may not ask for particular qualifications without allowing for equivalents.
    .later = { $names } must be held by the start of the contract, and nothing says that equivalents are accepted.
    .why = A certificate costs hundreds or thousands of pounds and months of work. A small organisation may do the same thing without the paper.
    .suggestion = { $names } or equivalent, or tell us how you reach the same result in your own way.
    .question = Will evidence equivalent to { $names } be accepted, such as our own policies and checks?

accreditation-at-tender = { $names } must be held at the time of the bid.
    .title = Certificates needed to bid
    .rating = A minimum rating for { $names } is asked for.
    .title-rating = A minimum rating
    .why = To get them in time for a bid is hardly possible, and they cost money before anything is won.
    .why-rating = New services have no rating until their first inspection, however good they are.
    .suggestion = You do not need { $names } to bid. Tell us by when you would have it, or its equivalent.
    .suggestion-rating = Rated good or better, or not yet inspected.
    .question = May { $names } be in place by the start of the contract?
    .question-rating = May providers bid that have not been inspected yet?

accreditation-many = { $count } certificates are required for a contract of { $annual } a year.
    .title = Many certificates for the value
    .title-query = Number of certificates to weigh
    .why = Each has to be paid for and renewed every year.
    .test = { $count } schemes ({ $names }), for { $annual } a year.
    .query = { $count } certificates are required: { $names }. Whether that is in proportion depends on the yearly value, which was not found in the documents.
    .undecided = The yearly value of the contract is not known.
    .suggestion = Ask only for the one that matters most for this work, or equivalent, and for a few words on the rest.
    .question = Which of the { $count } certificates are needed for this work?

accreditation-equality = { $names } is required of bidders.
    .title = An employer’s badge as a must
    .why = Badges show who has had time to apply for them. Fair treatment can be shown without one.
    .suggestion = Tell us how you treat the people who work for you. A badge is one way to show it, and not needed.
    .question = May we show in our own words what { $names } stands for?

enabler-equivalents = Equivalents are accepted for { $names }.
    .title = Equivalents accepted
    .why = Who does the thing well need not buy the certificate.

enabler-winner-only-evidence = Only the winner sends certificates and evidence.
    .title = Evidence from the winner only
    .why = It saves everybody else hours of work for nothing.
