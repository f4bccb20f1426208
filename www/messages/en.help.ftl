# The help page and the page on accessibility, which are made when the site is built.

page-back = Back to Tender Check
help = Help
help-check = Checking a tender
help-check-text = Drop the documents of one tender on the page, choose them, paste text, or write on a blank page. All are read together on your own computer; nothing is sent anywhere. Each demand is weighed against the value and length of the contract, under the rules of the nation and the day. What the documents do not say, such as the value, you can put in.
help-findings = What the findings mean
help-findings-text = A barrier may keep small social enterprises out; high, medium and low say how much it weighs. “To decide” means that a person has to look, and why. “Not stated” is what the documents leave open. “Good practice” is what helps. Each finding names its source and whether that is law, policy, guidance or a rule of thumb of ours. It is not legal advice: a person decides.
help-write = Better wording, and comparing drafts
help-write-text = Better wording can be copied, or put into the text while you edit a document as text, and undone. A finding that is looked at and set aside needs a reason, which goes into the report. An earlier draft or a saved report can be held against the one at hand: what was mended, what is new, what stayed.
help-word = Back into Word and PDF, and other files
help-word-text = A Word file comes back with comments beside the passages and, if you like, better wording as tracked changes. A PDF file comes back with highlights, and what was found is in their notes. “Save report” gives a page (HTML), Markdown, a table (CSV), or the report itself (JSON), which can be opened here again.
help-keys = With the keyboard
help-keys-text = F8 goes to the next finding and Shift+F8 to the one before; in a document or a draft, to the next and the previous passage. Arrow keys move between headings of findings. Escape closes lists and forms.
help-rules = What is looked for
help-rules-text = Every rule, with what it finds and how it weighs. What no rule looks for is not found, even if it is a barrier.
access = Accessibility
access-does = What it is made to do
access-does-text = This page is made to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. All of it can be used with the keyboard alone and with a screen reader; marks in documents say in words where a finding begins; nothing is told by colour alone; it works at 400 % zoom, on a phone, in forced colours, in light and dark.
access-tested = How that is tested
access-tested-text = Every change is tested by a program: each view with the axe rules, in light and dark and at widths of 390 and 320 pixels, which is 400 % zoom; each view in forced colours; the main ways with the keyboard alone. No outside body has audited it, and people who use screen readers every day have not tested it yet.
access-limits = What is not so good
access-limits-text = Documents are shown as text with headings, lists and tables; pictures and forms in them are not. In the editor a long text is kept in the page only in part, so the browser’s own search does not find all of it.
access-tell = Tell us
access-tell-text = If something stands in your way, tell whoever gave you the address of this page, or open an issue where the program is developed.
