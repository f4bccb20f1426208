# Social value. Gaps: $count how many targets.

award-social-value-burden = Social value is asked for in a way that is hard on small organisations.
    .title = Fixed social value targets
    .title-portal = A portal for social value
    .title-penalty = Money lost when social value falls short
    .title-additional = Existing social value does not count
    .targets = { $count ->
        [one] A fixed amount of social value is
       *[other] { $count } fixed amounts of social value are
      } asked for, whatever the size of the bidder.
    .portal = Social value has to be entered in, or priced with, a named portal or tool.
    .penalty = The supplier loses money if it does not deliver all the social value it promised.
    .additional = Only what goes beyond a bidder’s usual work counts as social value.
    .why = An organisation of six people cannot take on two apprentices. One that exists for a social purpose may offer more and still miss a number made for large firms.
    .why-portal = Portals cost fees and days of work, and their price lists value hours and pounds rather than what changes for people.
    .why-penalty = A small organisation promises little when a staff member’s illness can cost it money.
    .why-additional = For a social enterprise the social value is the work itself. Here it counts for nothing, while a firm is credited for a day of volunteering.
    .suggestion = Tell us what difference the way you work already makes, and one or two things that you would add. Small organisations need not give numbers.
    .question = May bidders offer social value in proportion to their size and of their own kind, described in words?
    .question-portal = May bidders describe their social value in the bid itself, without fee?
    .question-penalty = Will commitments be reviewed together during the contract instead of being charged for?
    .question-additional = Does the social value of a bidder’s existing way of working count?

enabler-community-benefit = Community benefits are part of this contract.
    .title = Community benefits
    .why = What social enterprises do anyway counts here.
