### The tour: a few steps through the example, at each desk.

tour-name = Tour
tour-step = Step { $step } of { $all }
tour-back = Back
tour-next = Next
tour-end = End the tour
tour-done = Done
tour-said = The tour has ended.

tour-drafting-count = What was found
    .text = Each possible barrier in the two documents of a made-up parish council, and how much was read. A person decides what to do about them.
tour-drafting-finding = One finding
    .text = What is asked, why it keeps small organisations out, the sum, the source with its date, and better wording to copy. You can set it aside with a reason.
tour-drafting-document = The document
    .text = The very words are marked, with the finding’s number behind them. F8 goes to the next.
tour-drafting-circumstances = What it is weighed against
    .text = Value, length, nation and dates, as the documents say them. Change one, and everything is weighed again.
tour-drafting-edit = Write and mend
    .text = Edit the text here and see the findings change as you type, or get the Word file back with comments beside the passages.
tour-drafting-save = Take it with you
    .text = Save the report as a page, a table or a file that can be opened here again. Nothing is sent anywhere.

tour-bidding-outcome = Worth a bid?
    .text = A plain answer with its reasons, for a made-up organisation. It supports your decision; it does not make it.
tour-bidding-profile = Your organisation
    .text = Fill in as much as you like. It stays in this tab, unless you save it as a file or ask to keep it on this device.
tour-bidding-demands = Every demand
    .text = What you meet, what you do not, what you can have by the start, and what to ask, each with its place in the documents.
tour-bidding-questions = Questions to the buyer
    .text = Polite and specific, with the clause and the duty behind each. Choose, copy, send.
tour-bidding-cash = Cash
    .text = Month by month, how much you would have to put in before you are paid, and what other terms would change.
tour-bidding-dates = Dates
    .text = All dates that were found, also as a file for your calendar, and a list of what to send in.
