# The pack as a whole. Gaps: $thing what it is about, $first and $second two values of it.

pack-inconsistent = { $thing ->
        [value] The value of the contract
        [annual-value] The yearly value of the contract
        [term] The term of the contract
        [deadline] The deadline for bids
        [questions] The deadline for questions
        [price] The weight of price
        [quality] The weight of quality
        [social-value] The weight of social value
        [payment] The time to pay
        [turnover] The minimum turnover
        [bond] The bond
        [public-liability] The public liability cover
        [employers-liability] The employers’ liability cover
        [professional-indemnity] The professional indemnity cover
        [product-liability] The product liability cover
        [medical-malpractice] The medical malpractice cover
        [cyber] The cyber cover
        [abuse] The cover for abuse
       *[other] A figure
    } is { $first } in one place and { $second } in another.
    .title = Two different figures
    .title-changed = A figure that was changed
    .changed = { $thing ->
        [value] The value of the contract
        [annual-value] The yearly value of the contract
        [term] The term of the contract
        [deadline] The deadline for bids
        [questions] The deadline for questions
        [price] The weight of price
        [quality] The weight of quality
        [social-value] The weight of social value
        [payment] The time to pay
        [turnover] The minimum turnover
        [bond] The bond
        [public-liability] The public liability cover
        [employers-liability] The employers’ liability cover
        [professional-indemnity] The professional indemnity cover
        [product-liability] The product liability cover
        [medical-malpractice] The medical malpractice cover
        [cyber] The cyber cover
        [abuse] The cover for abuse
       *[other] A figure
    } was changed from { $first } to { $second }. The later figure was used here.
    .why = Bidders cannot tell which of the two holds, and who guesses wrong may be out.
    .why-changed = Who read only the first document bids for something else.
    .suggestion = State the figure once and refer to it from elsewhere.
    .question = Which of the two holds: { $first } or { $second }?
    .question-changed = Does { $second } hold in place of { $first } throughout?
