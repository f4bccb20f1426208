# What the command line says of rules, and when something cannot be done.

reading = Reading { $name }
reading-page = Reading { $name }, page { $page } of { $pages }
stopping = Stopping. What was read is judged; press Ctrl+C again to end at once.

rule-thresholds = Thresholds that settings can change

not-opened = “{ $file }” could not be opened: { $reason }. Check its name, or whether you may read it. Nothing was checked.
empty-folder = There is no file in the folder “{ $file }”. Give the folder that holds the tender's documents.
too-many = There are more than { $most } files. Give the documents of one tender, or the folder that holds only them.
nothing-read = Nothing could be read, so nothing was checked. The report says of each file why, and what to do.
not-writable = There is no Word file (.docx) or PDF file among the documents that could be written into. For other files, use “tender-check check” with --output report.html.
commented = { $file }: { $comments ->
    [0] nothing to comment on
    [one] one comment
   *[other] { $comments } comments
  }{ $changes ->
    [0] .
    [one] , one proposed change.
   *[other] , { $changes } proposed changes.
  }
marked = { $file }: { $highlights ->
    [0] nothing to highlight
    [one] one finding over its passage
   *[other] { $highlights } findings over their passages
  }{ $notes ->
    [0] .
    [one] , one in a note on the first page.
   *[other] , { $notes } in a note on the first page.
  }
not-commented = “{ $file }” was left out: { $why }
not-whole = it is damaged or locked, and writing it anew could lose some of it. Open it in Word, save it, and try again.
pdf-not-whole = it is damaged, or not as PDF files are to be made. Print it into a new PDF file and try again, or use “tender-check check” with --output report.html.
pdf-locked = it is protected by a password against being read or changed. Ask for a file without one, or use “tender-check check” with --output report.html.
no-text = it has no text to comment on.
not-written = The report could not be written to “{ $file }”: { $reason }.
other-shape = A report is not written as “{ $file }”. Name a file that ends in .html, .md, .csv, .json or .txt. To have the findings as comments in a copy of a Word or PDF file, use “tender-check comment”. Nothing was checked.
no-such-rule = There is no rule “{ $name }”. Run “tender-check rules” for a list.
other-rule = There is no rule “{ $name }”. Did you mean { $near }? Run “tender-check rules” for a list.
no-report = “{ $file }” looks like a report of Tender Check and is damaged. Check the documents again. Nothing was compared.
other-version = “{ $file }” is a report of another version of Tender Check. Check the documents again. Nothing was compared.
not-toml = “{ $file }” is not written as TOML, line { $line }: { $reason }. Nothing was checked.
large-settings = “{ $file }” is too large for a file of settings. Nothing was checked.
wrong-profile = In “{ $file }”: { $faults } Nothing was checked.
no-lots = There is no lot “{ $name }”: no lots were found in the documents.
no-such-lot = There is no lot “{ $name }”. There are { $known }.
wrong-settings = In “{ $file }”: { $faults } Nothing was checked.

screening = { $notices } notices, { $second } a second
screened = { $rows } notices were read, of which { $notices } ask for bids; { $high } of these have a barrier that is likely to stop a small organisation.
screen-stopped = Stopped after { $rows } notices. Give the same command again to go on.
broken-file = “{ $file }” breaks off at line { $line }; the notices before it were read.
large-notice = “{ $file }” holds a notice that is larger than any real one; the notices before it were read.
no-notices = There is no file of notices there (.json, .jsonl, .ndjson, or these with .gz). Give files of open contracting data (OCDS).
other-rows = “{ $file }” holds rows of other notices, or of another version of this program. Give --restart to begin anew, or another --output.
no-rows = “{ $file }” holds no rows of a screening, line { $line }.
