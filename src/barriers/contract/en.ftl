# The contract. Gaps: $months, $days, $weeks.

contract-no-volume = No volume of work is promised.
    .title = No work promised
    .why = Staff and premises have to be paid whether work comes or not. Who has no other income to fall back on cannot be ready for work that may not come.
    .suggestion = We promise at least a stated part of the estimated volume, or pay a fixed fee for being ready. These are the volumes of the last two years: …
    .question = What volumes were ordered in each of the last two years, and can a minimum be promised?

contract-short-term = The contract lasts { $months } months.
    .title = Short contract
    .why = Finding and training staff takes months. On a short contract they leave before its end, and people who use the service have to start again with somebody new.
    .suggestion = Three years, with an option of two more.
    .question = Can the term be longer, or is there an option to extend?

contract-mobilisation = The contract starts { $days } days after the award.
    .title = Little time to start
    .why = Staff have to be found, checked and trained, and premises and insurance arranged. Large firms have these in stock.
    .test = { $days } days, or { $weeks } weeks, from award to start.
    .suggestion = The contract starts at least twelve weeks after the award.
    .question = Can the start be moved, or the service be built up by steps?

enabler-long-term = The contract lasts { $months } months.
    .title = A term of three years or more
    .why = A supplier can hire people, invest in them and keep them.
