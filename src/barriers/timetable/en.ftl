# The timetable. Gaps: $days and $working from the invitation to the deadline, $least days by law, $from and $to days, $share percent.

timetable-short = Bidders have { $days ->
        [one] one day
       *[other] { $days } days
    }, or { $working ->
        [one] one working day
       *[other] { $working } working days
    }, to prepare a bid.
    .title = Little time to bid
    .law = Bidders have { $days } days. Under the rules that apply here they must have at least { $least }, unless an exception applies that was not found.
    .why = A small organisation has no bid team: the people who write the bid also run the service. Finding partners takes longer still.
    .test = { $from } to { $to }: { $days ->
        [one] one day
       *[other] { $days } days
    }, { $working ->
        [one] one of them a working day.
       *[other] of which { $working } are working days.
    }
    .suggestion = At least 30 days from publication to the deadline, and more where partners are welcome.
    .question = Can the deadline be moved, so that small organisations and partnerships can bid?

timetable-holiday = The deadline is on { $to }, in a holiday time.
    .title = Holidays in the time to bid
    .bank = The deadline of { $to } is on, or comes right after, a bank holiday.
    .deadline = The deadline of { $to } lies in weeks in which many people are away.
    .share = { $share }% of the time up to { $to } lies in weeks in which many people are away.
    .why = In small organisations one or two people write the bid. While they, their partners or referees are away, nothing moves.
    .suggestion = Move the deadline by at least as many days as the holidays take.
    .question = Can the deadline be moved to make up for the holidays?

timetable-clarification = Questions close on { $to }, { $working ->
        [one] one working day
       *[other] { $working } working days
    } after publication.
    .title = Questions close early
    .why = Bidders find their questions while they write. Who is new to the buyer has more of them.
    .suggestion = Questions until ten days before the deadline; all answers to all bidders six days before it.
    .question = Can questions be asked until later, and will the deadline move if answers come late?

enabler-long-window = Bidders have { $days } days to prepare a bid.
    .title = Time to bid
    .why = A month or more lets small organisations bid, and find partners.
