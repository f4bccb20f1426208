# Partnership.

partnership-barred = Bidding together or passing work on is not allowed.
    .title = No partners allowed
    .consortia = Joint bids are not accepted.
    .title-consortia = Joint bids not accepted
    .subcontracting = Work may not be passed on to subcontractors.
    .title-subcontracting = No subcontracting
    .consent = Work may be passed on only with the buyer’s consent.
    .title-consent = Subcontracting needs consent
    .why = Together, small organisations can do what none of them can do alone.
    .why-consent = It is usual, and a small point where consent is quick and has clear grounds.
    .suggestion = You may bid alone, together with others, or with subcontractors. Tell us who does what.
    .suggestion-consent = You may use the subcontractors named in your bid. For others ask us; we answer within five working days and refuse only for a stated reason.
    .question = May organisations bid together, or with subcontractors, and count what they have between them?

partnership-each-must-meet = Each partner has to meet the tests alone.
    .title = Every member must meet every test
    .why = Then a partnership can do no more than its smallest member, and there is no use in forming one.
    .suggestion = The partners meet the tests together. Each of them has to meet only the tests that matter for its own part.
    .question = Can the members of a joint bid meet the financial and technical tests between them?

partnership-joint-liability = The partners are each liable for the whole.
    .title = Each liable for all
    .vehicle = Partners have to form one legal body before the award.
    .title-vehicle = A legal body before the award
    .why = A charity’s trustees can hardly accept liability for another organisation’s part.
    .why-vehicle = Forming a company costs time and money, and may be for nothing.
    .suggestion = Each partner is liable for its own part; the lead partner answers for the whole.
    .suggestion-vehicle = No legal form is needed to bid. If one is needed to perform the contract, it can be formed after the award.
    .question = Would it be enough if each partner is liable for its own part?
    .question-vehicle = Can the legal body be formed after the award?

enabler-consortium = Joint bids are welcome.
    .title = Joint bids welcome
    .why = Together, small organisations can do what none of them can do alone.
