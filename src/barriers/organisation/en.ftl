# The bidder as an organisation.

organisation-headcount = Bidders must employ at least { $count } people.
    .title = Minimum number of staff
    .why = What matters is whether the work can be done. Small organisations do it with partners, sessional workers and volunteers too.
    .test = At least { $count } people, for a contract of { $annual } a year.
    .suggestion = Tell us who will do the work, and how you cover absence.
    .question = Can the work be done with partners or with staff taken on for it, instead of { $count } people employed now?
