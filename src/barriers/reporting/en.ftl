# Reporting. Gaps: $count (indicators), $annual (pounds a year).

reporting-burden = { $count } indicators have to be reported for a contract of { $annual } a year.
    .title = Many indicators
    .title-query = Indicators to weigh
    .title-often = Frequent reports
    .often = Reports are due every week or more often.
    .query = { $count } indicators have to be reported. Whether that is in proportion depends on the yearly value, which was not found in the documents. Enter it to have this judged.
    .why = Each indicator is counted, checked and written up by the people who would otherwise do the work.
    .test = { $count } indicators, { $annual } a year.
    .suggestion = Three to five indicators that people who use the service care about, reported every quarter on one page.
    .question = Which of the reports and indicators are needed to see that the service works, and could they be fewer?
