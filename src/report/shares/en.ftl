# Who an amount shuts out, beside a finding. $share a whole number of per cent, $year the year that the figures are about.

shares-heading = Who is shut out
shares-charities = At least { $share }% of the charities in England and Wales that send an annual return had a lower income in { $year }.
shares-contracts = At least { $share }% of the contracts that voluntary organisations and social enterprises won in England in { $year } were smaller.
shares-chart-charities = Charities by yearly income. Filled: below the { $amount } asked for here.
shares-chart-contracts = Contracts won by voluntary organisations and social enterprises, by value. Filled: below { $amount }.
shares-under = under { $amount }
shares-most = up to { $amount }
shares-table = The figures as a table
shares-column-charities = Yearly income
shares-column-contracts = Value
shares-column-share = Share
shares-source = Source:
shares-read = read on { $date }
