# Finance. Gaps: $turnover the turnover asked for, $annual the yearly and $total the whole value of the contract or lot,
# $times and $times_total how often the turnover holds them, $share the share of charities with a lower income.

finance-turnover = A yearly turnover of { $turnover } is asked for, { $times } times the yearly value of { $annual }.
    .title = High minimum turnover for this contract
    .title-law = Minimum turnover above the legal limit
    .title-query = Minimum turnover to weigh
    .title-multiple-query = Minimum turnover to weigh
    .title-multiple-law = Minimum turnover above the legal limit
    .total = A yearly turnover of { $turnover } is asked for, { $times_total } times the whole value of the contract of { $total }. Measured against its yearly value it is that much or more.
    .law = A yearly turnover of { $turnover } is asked for, { $times_total } times the whole value of { $total }. Under the rules that apply here it must not be more than twice that value, unless the documents give the main reasons.
    .query = A yearly turnover of { $turnover } is asked for. Whether that is in proportion depends on the yearly value of the contract, which was not found in the documents. Enter it to have this judged.
    .multiple = Bidders need a yearly turnover of { $multiple } times the whole value of the contract. Measured against its yearly value it is that much or more.
    .multiple-annual = Bidders need a yearly turnover of { $multiple } times the yearly value of the contract.
    .multiple-total = Bidders need a yearly turnover of { $multiple } times the whole value of the contract, which is { $times } times its yearly value.
    .multiple-law = Bidders need a yearly turnover of { $multiple } times the whole value of the contract. Under the rules that apply here it must not be more than twice that value, unless the documents give the main reasons.
    .multiple-query = Bidders need a yearly turnover of { $multiple } times the whole value of the contract. What that is of a year’s value depends on the term, which was not found in the documents. Enter it to have this judged.
    .why = { $share ->
        [none] A minimum turnover shuts out organisations that could do the work, however sound they are.
       *[other] A minimum turnover shuts out organisations that could do the work, however sound they are. Of the charities in England and Wales that send an annual return, at least { $share }% have a lower income than this.
    }
    .test = { $turnover } ÷ { $annual } a year = { $times } times.
    .test-total = { $turnover } ÷ { $total } in all = { $times_total } times.
    .test-both = { $turnover } ÷ { $annual } a year = { $times } times. { $turnover } ÷ { $total } in all = { $times_total } times.
    .test-multiple-annual = { $multiple } × a year’s value ÷ { $years } years = { $times_total } times the whole value.
    .test-multiple = { $multiple } × the whole value over { $years } years = { $times } times the value of a year.
    .undecided = The yearly value of the contract is not known.
    .suggestion = We do not set a fixed turnover. We look at whether you can carry this contract (about { $yearly } a year), by your accounts or other evidence such as a cash-flow forecast, a letter from your bank or funding agreements. Our guide is a yearly income of about the yearly value; if yours is lower, tell us how you would manage.
    .question = What is the minimum turnover based on, and may a bidder with a lower one show by other evidence that it can carry the contract?

finance-credit-score = A credit score of { $score } or better is needed to pass, and the documents name no way to explain a lower one.
    .title = Credit score as a pass or fail
    .title-explained = Credit score, with a way to explain
    .title-check-explained = Credit check, with a way to explain
    .title-check = Credit check as a pass or fail
    .title-watched = Credit score watched during the contract
    .watched = A credit score below { $score } has consequences while the contract runs.
    .unscored = A credit score of { $score } or better is needed to pass. Who has no score may send accounts or other evidence; who has a lower one may not.
    .explained = A credit score of { $score } or better is asked for. Who does not reach it may give other evidence.
    .check = A credit check decides who may go on, and the documents name no way to explain its outcome.
    .check-explained = A credit check is a test to pass. Who does not pass it may give other evidence.
    .why = Agencies score what companies publish. Charities, community interest companies and new organisations often have a low score or none, for reasons that say little about their money.
    .why-explained = A score alone says little about a charity or a new organisation. It is good that other evidence counts; it still is more work for those who need it.
    .why-check-explained = A credit report alone says little about a charity or a new organisation. It is good that other evidence counts; it still is more work for those who need it.
    .suggestion = A credit report starts a conversation; it does not decide. If it raises a question we will ask you for other evidence before we do.
    .question = Will a bidder whose credit score is low, or who has none, be asked for other evidence before a decision is taken?

finance-ratios = Bidders’ accounts are tested by ratios.
    .title = Financial ratios as a test
    .title-profit = A profit every year as a test
    .title-assets = High minimum of net assets
    .title-assets-query = Minimum of net assets to weigh
    .title-positive-assets = Positive net assets as a test
    .title-unstated = Ratios with no stated level
    .current = A current ratio of { $level } is asked for.
    .acid-test = A quick ratio (acid test) of { $level } is asked for.
    .gearing = Gearing is tested, at a limit of { $level }%.
    .profit = Bidders have to have made a profit.
    .assets = Net assets or reserves of { $amount } are asked for, { $percent }% of the yearly value of { $annual }.
    .assets-query = Net assets or reserves of { $amount } are asked for. Whether that is in proportion depends on the yearly value of the contract, which was not found in the documents. Enter it to have this judged.
    .positive-assets = Bidders need positive net assets.
    .unstated = Ratios are asked for, and no level or method was found in the documents. Under the rules that apply here they count only where method and criteria are stated.
    .why = Ratios were made for companies. An organisation without profit plans to break even, holds funds for a purpose, and may look weak by a ratio that says nothing about whether it can do the work.
    .test-assets = { $amount } ÷ { $annual } a year = { $percent }%.
    .undecided = The yearly value of the contract is not known.
    .suggestion = We read ratios with your type of organisation in mind, including restricted funds. A low figure is not a fail: you may explain it.
    .question = How are these figures read for charities and other organisations without profit, and may a low one be explained?
    .question-unstated = Which level of each ratio is needed to pass, and how is it worked out?

finance-audited-accounts = The documents ask bidders for audited accounts.
    .title = Audited accounts from everybody
    .title-equivalent = Audited accounts or an equivalent
    .title-during = Audited accounts during the contract
    .law = The documents ask bidders for audited accounts. Under the rules that apply here these may not be required from suppliers who need no audit under company law.
    .equivalent = Audited accounts are asked for, and something else is accepted from those who have none. The documents could say what.
    .during = The supplier has to send audited accounts during the contract.
    .why = Most small organisations lawfully have accounts that are not audited. An audit made for one tender costs thousands of pounds and takes months.
    .why-equivalent = Most small organisations lawfully have accounts that are not audited. Who reads “audited” may not read on to “or equivalent”.
    .suggestion = Your latest accounts, in whatever form the law requires of you: audited, independently examined or unaudited.
    .suggestion-during = The supplier sends its yearly accounts, in whatever form the law requires of it.
    .question = Will accounts that the law does not require to be audited be accepted as they are?

finance-history = Accounts of { $years } years are asked for.
    .title = Many years of accounts
    .title-trading = Years of trading as a condition
    .law = Accounts of { $years } years are asked for. Under the rules that apply here, figures of at most the last three years may be asked for, and fewer of those who began later.
    .trading = Bidders have to have traded for at least { $years } { $years ->
        [1] year
       *[other] years
    }.
    .why = Organisations that were formed since then cannot bid at all, whoever works in them. Many social enterprises are formed for a new service.
    .suggestion = Your latest accounts, for up to two years. New organisations may send management accounts, a forecast or a letter from their bank instead.
    .question = What may an organisation send that has not traded for { $years } { $years ->
        [1] year
       *[other] years
    }?

finance-parent-guarantee = The supplier has to bring a guarantee of a parent company.
    .title = Guarantee of a parent company
    .title-some = Guarantee of a parent company, for some
    .title-option = Guarantee left open
    .option = The form leaves open whether a guarantee of a parent company is asked for.
    .some = A guarantee of a parent company is asked for in some cases.
    .why = Most social enterprises have no parent. Nobody else will give a guarantee for them.
    .why-some = It matters to those who rely on a parent, or whose accounts raise a question. An organisation with no parent needs another way.
    .suggestion = We ask for a guarantee only where the financial check shows a need and a parent exists. Where there is none we agree another safeguard with you, such as payment in stages.
    .question = What is asked of a bidder that has no parent company?

finance-bond = The supplier has to bring a bond.
    .title = Bond or deposit
    .title-bid = Bond or deposit to bid
    .title-query = Bond to weigh
    .title-option = Bond left open
    .option = The form leaves open whether a bond is asked for.
    .amount = The supplier has to bring a bond of { $amount }.
    .bid = Bidders have to give a bond or a deposit to take part.
    .query = A bond is asked for. How heavy it is depends on the value of the contract, which was not found in the documents. Enter it to have this judged.
    .why = Banks and insurers give bonds against assets, which small organisations do not have, and charge for them every year.
    .test = { $amount } ÷ { $total } in all = { $percent }%.
    .undecided = The value of the contract is not known.
    .suggestion = No bond is required.
    .question = Which risk is the bond to cover, and would payment in stages or in arrears cover it as well?

finance-self-funding = The supplier has to pay for what it takes to begin, before it is paid.
    .title = Set-up at the supplier’s cost
    .amount = The supplier has to find { $amount } before it is paid, as much as { $months } months of the contract’s value.
    .why = Small organisations have little money of their own to lay out, and often may not use their reserves for it.
    .test = { $amount } against { $annual } a year = { $months } months.
    .suggestion = We pay an agreed sum for mobilisation at the start of the contract.
    .question = Could the cost of setting up be paid at the start, or in stages as it arises?

enabler-no-turnover-test = No minimum turnover is set.
    .title = No turnover test
    .why = Organisations are judged by whether they can do the work and carry it, not by their size.

enabler-new-organisations = New organisations may show other evidence than years of accounts.
    .title = A way in for new organisations
    .why = Who began lately can bid, and knows what to send.
