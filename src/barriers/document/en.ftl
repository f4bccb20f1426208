# Blanks. Gap: $count of them in a document.

document-blanks = { $count ->
        [one] One blank of the template was
       *[other] { $count } blanks of the template were
    } not filled in.
    .title = Blanks that nobody filled in
    .why = What stands in a blank cannot be judged, nor priced. It was not read as a demand.
    .suggestion = Fill in the blanks, or delete what does not apply.
    .question = What is to stand in the blanks?

# What cannot be read. Gaps: $name of the document, $part is "yes" where only some pages are concerned, $pages those.

document-unreadable = { $part ->
        [yes] Page { $pages } of “{ $name }” is a picture of text.
       *[other] “{ $name }” holds only pictures of its pages.
    }
    .title = Pages that are pictures
    .why = Screen readers, search and translation cannot read a picture of text, and neither could this check.
    .suggestion = Publish the document as it was written, in Word or as a PDF made from it, instead of a scan.
    .question = Could you send us this document as text (Word, or a PDF that is not a scan)?
    .letters = { $part ->
        [yes] The letters on page { $pages } of “{ $name }” cannot be told apart.
       *[other] The letters of “{ $name }” cannot be told apart.
    }
    .title-letters = Text that only looks like text
    .why-letters = Its fonts do not say which letters they hold. Screen readers, search and copying give nonsense, and this check could not read it.
    .suggestion-letters = Make the PDF anew from the Word file, or publish the Word file.
    .locked = “{ $name }” asks for a password, so it was not checked.
    .title-locked = A locked document
    .why-locked = Whoever has no password cannot read what is asked for.
    .suggestion-locked = Publish the document without a password.
    .question-locked = Could you send us this document without a password?
    .damaged = { $part ->
        [yes] Page { $pages } of “{ $name }” is damaged and was not checked.
       *[other] A part of “{ $name }” is damaged and was not checked.
    }
    .title-damaged = A damaged document
    .why-damaged = It may open in one program and not in another; what it holds could not be judged.
    .suggestion-damaged = Open the document, save it anew, and publish that.
    .question-damaged = This document seems to be damaged. Could you send it again?
