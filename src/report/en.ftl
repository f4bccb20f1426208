# What was not read, and what to do about it. $name is the file, $pages a list of pages, $detail the reader's own words.

no-text-layer =
    .whole = “{ $name }” holds only pictures of its pages, so no text could be read. Ask for the Word file, or run text recognition (OCR) on it and open it again.
    .pages = Page { $pages } of “{ $name }” is a picture without text and was not read. Ask for the Word file, or run text recognition (OCR) on it and open it again.
unmapped =
    .whole = The letters of “{ $name }” could not be told apart: its fonts do not say which letters they hold. Ask for the Word file, or print it to a new PDF and open that.
    .pages = The letters on page { $pages } of “{ $name }” could not be told apart. Read that page yourself, or ask for the Word file.
locked =
    .whole = “{ $name }” is locked with a password and was not read. { $detail ->
        [password] The password that was given does not open it.
       *[other] Open it with its password, or save a copy without one and open that.
      }
    .pages = Page { $pages } of “{ $name }” is locked and was not read.
damaged =
    .whole = “{ $name }” is damaged, so some or all of it was not read. Open it in the program that made it, save it anew, and try again.
    .pages = Page { $pages } of “{ $name }” is damaged and was not read in full. Save the file anew and try again.
unknown-type =
    .whole = { $program ->
        [PowerPoint] “{ $name }” is a presentation, which is not read here. Open it in PowerPoint or LibreOffice, save it as PDF, and open that.
        [picture] “{ $name }” is a picture, so no text was read from it. If it shows a page of the tender, ask for that as a Word file, or run text recognition (OCR) on it and open what that gives.
       *[other] “{ $name }” is of a type that is not read here. Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), PDF, RTF, text, Markdown, web pages (HTML), e-mails (.eml, .msg) and OCDS notices (JSON) are, and ZIP files of them.
    }
    .pages = Page { $pages } of “{ $name }” is of a type that is not read here.
old-format =
    .whole = { $program ->
        [Excel] “{ $name }” is in an older format of Excel. Open it in Excel or LibreOffice, save it as .xlsx, and open that.
        [Binary] “{ $name }” is a binary workbook (.xlsb), which is not read here. Open it in Excel or LibreOffice, save it as .xlsx, and open that.
        [PowerPoint] “{ $name }” is a presentation in an older format. Open it in PowerPoint or LibreOffice, save it as PDF, and open that.
       *[other] “{ $name }” is in an older format of Word. Open it in Word or LibreOffice, save it as .docx, and open that.
    }
    .pages = Page { $pages } of “{ $name }” is in an older format.
too-large =
    .none = “{ $name }” is larger, or unpacks to more, than can be read safely, so it was not read. Split it and open the parts.
    .time = Reading “{ $name }” took too long and was stopped, so it was not read. Split it, or save it anew, and open that.
    .files = At “{ $name }” there are more files or notices than one tender has, and the last of them were not read. Give the documents of one tender.
    .nesting = “{ $name }” lies too deep in archives inside each other and was not read. Take it out and open it by itself.
    .whole = “{ $name }” is larger than can be read safely, so reading stopped before its end. Split it and open the parts.
    .pages = Reading of “{ $name }” stopped at page { $pages }, because it is larger than can be read safely. Split it and open the parts.
empty =
    .whole = “{ $name }” is empty.
    .pages = Page { $pages } of “{ $name }” is empty.
stopped =
    .whole = “{ $name }” was not read, because reading was stopped. Open it again to have it read.
    .pages = Page { $pages } of “{ $name }” was not read, because reading was stopped.
embedded =
    .whole = “{ $name }” holds another file inside, which was not read. Save that file by itself and open it too.
    .pages = Page { $pages } of “{ $name }” holds another file, which was not read. Save that file by itself and open it too.
hidden =
    .whole = “{ $name }” holds what a person does not see: { $detail }. It was read all the same. Show it or take it out, so that bidders know what counts.
    .pages = Page { $pages } of “{ $name }” holds what a person does not see. It was read all the same.
