# The bidder as an organisation.

organisation-headcount = Bidders are to employ at least { $count } people.
    .title = Minimum number of staff
    .why = What matters is whether the work can be done. Small organisations do it with partners, sessional workers and volunteers too.
    .test = At least { $count } people, for a contract of { $annual } a year.
    .suggestion = Tell us who will do the work, and how you cover absence.
    .question = Can the work be done with partners or with staff taken on for it, instead of { $count } people employed now?

organisation-legal-form = Not every legal form may bid.
    .title = Legal form
    .company = Only companies may bid.
    .title-company = Companies only
    .number = A company’s number must be given, and no other body’s number is asked for.
    .title-number = A form only for companies
    .charity = Charities or other social enterprises may not bid.
    .title-charity = Charities may not bid
    .small = Bodies of some legal forms may not bid.
    .why = Social enterprises are companies, charities, societies and more. The form says nothing of the work.
    .suggestion = Any organisation that can sign a contract: company, CIC, charity, CIO, society or partnership. Give the number you are registered under, if any.
    .question = May organisations of other legal forms bid, such as a CIO, a society or an unincorporated charity?
