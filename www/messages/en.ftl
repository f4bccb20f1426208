### Words of the page. What the core says (findings, sources, problems of files) is in the core's own files.

## The frame

name = Tender Check
title = Tender Check: what in this tender keeps small social enterprises out?
title-checking = Reading – Tender Check
title-result = { $barriers ->
    [0] No barriers found in what was read
    [one] One possible barrier
   *[other] { $barriers } possible barriers
  } – { $name } – Tender Check
title-bidding = Should we bid? – { $name } – Tender Check
description = Reads tender documents on your own computer and shows what in them would keep a small social enterprise from bidding.
no-script = Tender Check reads your documents on your own computer, and needs JavaScript for that. Please allow JavaScript for this page and load it again.
private = Your documents stay on this computer
footer = Tender Check points to possible barriers and questions worth asking. It is not legal advice, and it can miss things: a person decides.
skip-findings = Go to the findings
skip-document = Go to the document
cancel = Cancel
new-tab = (opens in a new tab)
copy = Copy
copied = Copied
copied-said = Copied: { $what }
copy-failed = Could not copy
copy-failed-said = The browser did not allow copying. Select the text and copy it by hand.
# The name of the language that one can change to, in that language.
language-other = Cymraeg
language-note = The Welsh translation awaits a translator’s check. Explanations of findings and saved reports are in English.

## First view

start-heading = What in this tender keeps small social enterprises out?
start-lede = Open a tender. Tender Check shows the passages that may shut out a small social enterprise, with the sum, the source and wording that asks for no more than the work needs.
desks = What brings you here
desk-drafting = I am writing a tender
desk-drafting-what = See what would keep small organisations out, and better wording, before it is published.
desk-drafting-short = Drafting
desk-bidding = I am thinking of bidding
desk-bidding-what = See what is asked of you, what to ask the buyer, and what the cash would look like.
desk-bidding-short = Bidding
start-check-drafting = Check your documents
start-check-bidding = Open the tender
start-drop = Drop the documents of one tender here, or the folder that they are in
start-choose = Choose documents
start-choose-folder = Choose a folder
start-formats = Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), PDF, RTF, text, Markdown, web pages (HTML), e-mails (.eml, .msg) or OCDS notices (JSON), or a ZIP file of them. Several files, or a folder of them, are read together as one pack.
start-paste = Or paste text
start-paste-check = Check this text
start-paste-empty = There is no text to check yet. Paste some into the box first.
start-example = See it at work
start-example-text = The made-up tender of a parish council for the care of its greens and cemetery, with demands copied from far larger work.
start-example-bidding = It is held against the profile of a made-up organisation, which you can change.
start-example-open = Open the example
start-tour = Take the tour
start-paste-edit = Edit this text
start-blank = Or write it here
start-blank-text = Findings appear beside the text as you write.
start-blank-open = Start with a blank page
pasted-name = Pasted text.txt
glimpse-before = The supplier must hold
glimpse-quote = public liability insurance of £10,000,000
glimpse-after = at the time of tender.
glimpse-finding = £10 million of cover, for a contract worth £41,500 a year.

privacy-heading = Nothing is sent anywhere
privacy-text = Your documents are read inside this browser tab. There is no upload, no account and no tracking. Close the tab and they are gone.
privacy-how = How to check this yourself
privacy-how-network = Open your browser’s developer tools (F12), choose “Network”, then check a document. All you will see are this page’s own program files being fetched.
privacy-how-policy = Look at the page’s Content-Security-Policy header. With it the browser itself refuses any connection to another address.
privacy-how-source = The program is open source. Your IT team can read it, build it and host it on your own server.

offline-preparing = Getting ready to work without a network.
offline-ready = Ready to work without a network.
offline-never = This browser does not keep the page for work without a network.
offline-check = To check: switch the network off (flight mode), load this page again and open a document. What is kept is the program itself, never a document.

what-heading = What it looks for
what-limits = Each demand is weighed against the value and length of the contract, by the rules of the nation and the day. Good practice is shown too, and so is what could not be read or decided.

## Reading

progress-heading = { $count ->
    [one] Reading the document
   *[other] Reading { $count } documents
  }
progress-loading = Getting ready
progress-reading = Reading { $file }
progress-page = Page { $page } of { $pages }
progress-read = Read { $file }
progress-judging = Weighing what the documents ask for

## What went wrong

failed-heading = That did not work
failed-text = The program could not finish. Load the page again and retry. If it happens again with the same document, save the document under a new name, or paste its text below.
failed-reason = What the program said: { $reason }
failed-other-version = This report was saved by another version of Tender Check, whose reports cannot be opened here. Check the documents again.
failed-not-report = This file looks like a saved report, but is damaged. Check the documents again.
unread-heading = { $count ->
    [one] This document could not be read
   *[other] None of these documents could be read
  }
unread-next = Nothing was checked. You can choose another file below, or paste the text.

## The report

results-heading = { $barriers ->
    [0] { $unread ->
        [0] No barriers found in what was read
        [one] No barriers found in what was read, and one document was not read in full
       *[other] No barriers found in what was read, and { $unread } documents were not read in full
      }
    [one] One possible barrier
   *[other] { $barriers } possible barriers
  }{ $high ->
    [0] { "" }
   *[other] { $barriers ->
        [one] , and it weighs heavily
       *[other] { $high ->
            [one] , one of which weighs heavily
           *[other] , { $high } of which weigh heavily
          }
      }
  }
results-limits = Possible barriers for small social enterprises, for a person to weigh. Not legal advice.
results-read = { $whole ->
    [0] { $files ->
        [one] The document was read only in part.
       *[other] None of the { $files } documents was read in full.
      }
   *[other] { $files ->
        [one] The document was read in full.
       *[other] { $whole ->
            [one] One of { $files } documents was read in full.
           *[other] { $whole ->
                [0] None
               *[other] { $whole }
              } of { $files } documents were read in full.
          }
      }
  } { $undecided ->
    [0] Every rule could decide.
    [one] One rule could not decide.
   *[other] { $undecided } rules could not decide.
  }
results-read-more = What was read
judged-again = Weighed again: { $high } high, { $medium } medium, { $low } low, { $query } to decide, { $missing } not stated, { $enabler } good practice.
switch = What to show
switch-findings = Findings ({ $count })
switch-document = { $count ->
    [one] Document
   *[other] Documents ({ $count })
  }
drop-more = Drop to add to this pack
action-add = Add documents
short-action-add = Add
action-save = Save report
short-action-save = Save
action-print = Print
short-action-print = Print
action-restart = Start again
short-action-restart = Start again
report-name = { $name } – Tender Check report.{ $ending }
save-html = One page (HTML)
save-html-text = To read in a browser, to print or to send on. It needs nothing else.
save-markdown = Markdown
save-markdown-text = For wikis, issues and papers.
save-csv = Table (CSV)
save-csv-text = The findings as rows, for a spreadsheet.
save-json = Report (JSON)
save-json-text = Can be opened here again, and compared with a later draft.
saved-said = Saved: { $name }
save-failed = The file could not be made. Try again.
saved-report = This report was saved earlier. The documents themselves are not in it: findings are shown with the words they quote and where these stood, and nothing can be weighed anew.
saved-documents = The documents are not in this report. Open them too, to see the passages in their place.
keys = F8 goes to the next finding and Shift+F8 to the one before; in a document, to the next and the previous passage. Arrow keys move between headings of findings.

## Comparing

compare = Compare with an earlier draft or report
compare-other = Compare with another
compare-busy = Comparing
compare-end = End comparing
compare-failed = This could not be compared: it is no document or saved report that can be read.
compare-heading = Since “{ $name }”
compare-sum = { $mended } mended, { $new } new, { $changed } in other words, { $unchanged } unchanged.
compare-mended = Mended ({ $count })
compare-new = New ({ $count })
compare-changed = Still found, in other words ({ $count })
compare-unchanged = Unchanged ({ $count })
compare-aside = Set aside since ({ $count })
compare-gained = Good practice that is new ({ $count })
compare-lost = Good practice that is gone ({ $count })

## Writing

draft-name = Draft.md
draft-copy-name = { $name } (draft).md
draft-text = Text of the draft
draft-own = What you write stays on this computer and is gone when the tab is closed: download it. Lines that begin with # are headings, those with - are lists.
draft-copy = You are editing a copy, as text; the file that you opened is not changed. To bring wording back into it, copy it from here, or end the editing and save the Word file with comments or tracked changes.
draft-bar = What to do with the draft
draft-undo = Undo
draft-redo = Redo
draft-save-md = Download (.md)
draft-save-txt = Download (.txt)
draft-end = End editing
draft-edit = Edit as text
draft-apply = Put into the text
draft-applied-said = The better wording stands in the text and is selected. Ctrl+Z takes it back.
draft-added-said = The better wording stands behind the sentence and is selected, for you to put in place. Ctrl+Z takes it back.
draft-caret = Finding { $number }: { $title }
draft-keys = F8 goes to the next passage and Shift+F8 to the one before. Ctrl+Z undoes, also better wording that was put in. Tab leaves the text.
draft-broken = The editor could not be loaded. Load the page again and retry.
draft-blank = A blank page
draft-blank-text = Write in the text beside this, or paste into it: what may keep small social enterprises out appears here.

## Back into Word

comment-save = Save Word file with comments
comment-changes = with better wording as tracked changes
comment-name = { $name } (reviewed).docx
comment-done = { $comments ->
    [0] There is nothing to comment on in this document.
    [one] Saved a copy with one comment
   *[other] Saved a copy with { $comments } comments
  }{ $comments ->
    [0] { "" }
   *[other] { $changes ->
        [0] .
        [one] {" "}and one proposed change.
       *[other] {" "}and { $changes } proposed changes.
      } Your own file was not touched.
  }
comment-not-word = This is not a Word file that comments can be written into. Save it as .docx and open it again.
comment-not-whole = This Word file is damaged or locked, and writing it anew could lose some of it. Open it in Word, save it, and open it here again.
comment-no-text = This Word file has no text to comment on.
comment-pdf-save = Save PDF with highlights
comment-pdf-name = { $name } (reviewed).pdf
comment-pdf-done = { $comments ->
    [0] There is nothing to highlight in this document.
    [one] Saved a copy with one finding in a note. Your own file was not touched.
   *[other] Saved a copy with { $comments } findings in its notes. Your own file was not touched.
  }
comment-pdf-not-whole = This PDF file is damaged, or not made as PDF files are to be, and a copy of it might not open. Print it into a new PDF file and open that here, or save the report: it names the page of every passage.
comment-pdf-locked = This PDF file is protected by a password against being read or changed, so notes cannot be written into it. Open one without a password, or save the report: it names the page of every passage.
comment-failed = The copy could not be made. What the program said: { $reason }

unlock-label = Password of “{ $name }”
unlock-open = Open
unlock-note = It is used here, on your device, to open this file, and kept nowhere.
unlock-wrong = This password does not open the file. Look for capital letters and blanks, or ask whoever sent you the file.
unlock-failed = The file could not be opened. What the program said: { $reason }

## Kinds of finding

weight-high = High
weight-medium = Medium
weight-low = Low
weight-query = To decide
weight-missing = Not stated
weight-enabler = Good practice
tag-high = Barrier: high
tag-medium = Barrier: medium
tag-low = Barrier: low
tag-query = To decide
tag-missing = Not stated
tag-enabler = Good practice
filter = Barriers by weight, and other kinds of finding
filter-theme = Theme
filter-theme-all = All themes

## Findings

findings-heading = Findings
findings-shown = Showing { $shown } of { $all }.
findings-filtered = All findings are hidden by the choice above.
findings-close-all = Close all groups
findings-open-all = Open all groups
findings-show-all = Show all
findings-none = No rule found anything in what was read. That says nothing of what could not be read or decided: see below.
finding-word = Finding
finding-places = Passages
finding-sum = The sum
finding-why = Why it matters
finding-why-good = Why it helps
finding-suggestion = Better wording
finding-question = Question to the buyer
finding-sources = Sources
source-law = Law
source-policy = Policy
source-guidance = Guidance
source-rule-of-thumb = Our rule of thumb
source-section = { $title }, { $section }
source-checked = Checked { $date }.

place-page = page { $page }
place-cell = cell { $cell } of sheet “{ $sheet }”
place-clause = clause { $clause }
place-bare = See the passage

mark-begins = [finding { $number } begins]
mark-badge = Finding { $number }: { $title } ({ $weight })

## Own settings, and findings set aside

finding-own-why = Added to this
finding-own-why-of = Added by { $about }
finding-own-suggestion = Own wording
finding-own-suggestion-of = Wording of { $about }
own-heading = Settings and set-asides
own-text = An organisation’s own settings (tender-check.toml) turn rules off or change them. Findings that were set aside are kept in tender-check.set-aside.toml. Both stay on this computer.
own-open = Open such a file
own-remove = Remove the settings
own-used = Judged with own settings from “{ $file }”.
own-used-of = Judged with own settings from “{ $file }”: { $about }.
own-counts = { $off ->
    [0] No rule is turned off
    [one] One rule is turned off
   *[other] { $off } rules are turned off
  }, { $changed ->
    [0] none is changed.
    [one] one is changed.
   *[other] { $changed } are changed.
  }
own-set-aside = { $count ->
    [one] One finding is set aside.
   *[other] { $count } findings are set aside.
  }
own-wrong = “{ $name }” cannot be used. Nothing was changed.
aside-set = Set this aside
aside-reason = Why can it be set aside?
aside-reason-lacking = Write a reason, so that others can follow it.
aside-by = Your name, if you like
aside-do = Set aside
aside-heading = { $count ->
    [0] Set aside
   *[other] Set aside ({ $count })
  }
aside-text = A person has looked at these and set them aside. They do not count in the sums.
aside-because = Reason:
aside-gone = This is no longer found: it is gone from the documents, or its words are others now.
aside-restore = Count it again
aside-forget = Forget it
aside-save = Save set-asides
aside-file = Findings that were looked at and set aside, with the reasons. Keep this file beside the documents.
coverage-settings = Own settings
setting-off = Turned off.
setting-severity = Severity: { $severity }.
setting-threshold = Threshold { $name }: { $value } instead of { $usual }.
setting-words = Own words are added.
setting-reason = Reason: { $reason }

## The document

documents = { $count ->
    [one] The document
   *[other] The documents
  }
documents-list = Documents of this pack
documents-removed = Documents taken out of this pack
document-remove = Take out of this pack
document-remove-name = Take { $name } out of this pack
document-removed = { $name } was taken out and is not counted.
document-put-back = Put back
document-put-back-name = Put { $name } back
folder-empty = There is no document in this folder.
page-word = Page
pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
  }
table-wide = Table with { $columns } columns
format-docx = Word
format-odt = OpenDocument text
format-xlsx = Excel
format-ods = OpenDocument spreadsheet
format-pdf = PDF
format-html = Web page
format-zip = ZIP file
format-ocds = OCDS notice
format-rtf = RTF
format-email = E-mail
format-text = Text
format-markdown = Markdown
format-unknown = Unknown type

## What was read

coverage = What was read, and what was not
read-whole = Read in full
read-part = Read in part
read-none = Not read
count-words = { $count ->
    [one] { $count } word
   *[other] { NUMBER($count) } words
  }
count-tables = { $count ->
    [one] { $count } table
   *[other] { $count } tables
  }
coverage-undecided = { $count ->
    [one] One rule could not decide
   *[other] { $count } rules could not decide
  }
coverage-undecided-text = A rule that could not decide had something to weigh, but not all that it needs.
coverage-rules = { $count ->
    [one] One rule was applied
   *[other] { $count } rules were applied
  }
coverage-rules-text = What no rule looks for is not in the findings, even if it is a barrier.
coverage-rules-list = List of the rules
rule-name = { $theme }: { $name }

## Circumstances

circumstances = Weighed against
circumstances-change = Change these
circumstances-no-value = value not known
circumstances-no-months = length not known
circumstances-no-nature = what is bought not known
circumstances-no-nation = nation not known
circumstances-no-buyer = kind of buyer not known
circumstances-no-regime = rules not known
circumstances-no-as_of = day not known
circumstances-ask-value = The documents do not say what the contract is worth. Put in what you expect, and each demand is weighed against it.
circumstances-value = Value of the contract (£)
circumstances-months = Length in months
circumstances-nature = What is bought
circumstances-nation = Nation
circumstances-buyer = Kind of buyer
circumstances-regime = Rules that apply
circumstances-as_of = As the law stood on
circumstances-as-of-day = law of { $date }
circumstances-unknown = Not known
circumstances-wrong-value = Write an amount in pounds, such as 240,000 or 1.2m.
circumstances-wrong-months = Write a number of months, such as 36, or years, such as 3 years.
circumstances-annual = Value a year: { $amount }
circumstances-above = The value is at or above the threshold of these rules.
circumstances-below = The value is below the threshold of these rules.
months = { $count ->
    [one] { $count } month
   *[other] { $count } months
  }
origin-given = Set by you.
origin-stated = Stated in the documents:
origin-derived = Worked out from what is known.
origin-assumed = Assumed: the documents do not say.
origin-unknown = Not found in the documents.
origin-undo = Use this
origin-clear = Clear

nature-people-services = Services to people (care, support, advice, culture)
nature-services = Other services
nature-goods = Goods
nature-works = Works
nation-england = England or UK
nation-wales = Wales
nation-scotland = Scotland
nation-northern-ireland = Northern Ireland
buyer-central = Central government
buyer-local = Council or other local authority
buyer-parish = Parish, town or community council
buyer-health = NHS body
buyer-housing = Housing association
buyer-education = University or college
buyer-school = School or academy
buyer-utility = Utility
buyer-other = Another public body
regime-procurement-act-2023 = Procurement Act 2023
regime-public-contracts-2015 = Public Contracts Regulations 2015
regime-scotland = Scottish procurement rules
regime-provider-selection = Provider Selection Regime (health care)

footer-help = Help
footer-access = Accessibility
