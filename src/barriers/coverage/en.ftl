# Coverage.

coverage-area = Bidders have to serve a wide area.
    .title = Wide area
    .title-office = An office in the area
    .national = Bidders have to serve a whole country.
    .whole = Bidders have to serve the whole area.
    .office = Bidders have to have an office or depot in the area.
    .why = Local organisations know their place and the people in it. Few of them work everywhere.
    .why-office = Premises that are rented in order to bid may be for nothing.
    .suggestion = Tell us which parts of the area you can serve. We will award by area, or help you to find partners for the rest.
    .suggestion-office = Tell us how you will be reached and how soon you can be on the spot, from the start of the contract.
    .question = Can bids be made for a part of the area, or together with partners in the rest of it?
    .question-office = Can premises be found after the award?
