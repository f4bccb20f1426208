# Blanks. Gap: $count of them in a document.

document-blanks = { $count ->
        [one] One blank of the template was
       *[other] { $count } blanks of the template were
    } not filled in.
    .title = Blanks that nobody filled in
    .why = What stands in a blank cannot be judged, nor priced. It was not read as a demand.
    .suggestion = Fill in the blanks, or delete what does not apply.
    .question = What is to stand in the blanks?
