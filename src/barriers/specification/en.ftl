# Specification. Gap: $names the brands, makers or standards.

specification-brand = { $names } is specified, and nothing says that equivalents are accepted.
    .title = A brand without equivalents
    .law = { $names } is specified, and nothing says that equivalents are accepted. Under the rules that apply here, a brand or maker may be named only where the need cannot be described otherwise, and with equivalents.
    .standard = { $names } must be met, and nothing says that equivalents are accepted.
    .title-standard = Standards without equivalents
    .why = Who makes or sells another thing that does the same is out.
    .suggestion = Say what it must do, and add “or equivalent” behind each name.
    .question = Will equivalents of { $names } be accepted, and how should they be shown?
