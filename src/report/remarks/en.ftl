# What is written beside passages of a Word or PDF file.

title = { $title } ({ $weight ->
    [high] possible barrier, high
    [medium] possible barrier, medium
    [low] possible barrier, low
   *[query] to decide
  })
suggestion = Better wording: { $text }
suggestion-own = Own wording: { $text }
see-above = The same as at the first place that is marked “{ $title }”.
missing = Not stated in what was read
missing-line = { $title }. { $message }
source = Source: { $source } { $link }

## Sources

source-line = { $title } ({ $kind ->
    [law] law
    [policy] policy
    [guidance] guidance
   *[rule-of-thumb] rule of thumb
  }, checked { $date })
source-line-section = { $title }, { $section } ({ $kind ->
    [law] law
    [policy] policy
    [guidance] guidance
   *[rule-of-thumb] rule of thumb
  }, checked { $date })
