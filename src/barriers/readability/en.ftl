# Readability. Gaps: $ease on Flesch's scale, $words per sentence, $formal words, $limit.

language-hard-to-read = The text is hard to read: { $ease } on Flesch’s scale, with { $words } words in a sentence on average.
    .title = Hard to read
    .test = { $ease } points, where below { $limit } is very difficult and 100 easy; { $words } words in a sentence.
    .why = Small organisations have no lawyer to read for them. What is not understood is priced as a risk, or not bid for.
    .suggestion = Cut the sentences shown to 25 words, and use plain words: { $formal }.
    .suggestion-long = Cut the sentences shown to 25 words, and say who does what.
    .question = Is there a short summary in plain English of what is asked for?
