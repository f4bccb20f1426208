# What is wrong with a file of settings or of findings set aside.

not-read = The settings are not the JSON of a table.
unknown-rule = There is no rule “{ $name }”.
    .near = There is no rule “{ $name }”. Did you mean { $near }?
unknown-key = There is no setting “{ $name }”. There are { $known }.
    .near = There is no setting “{ $name }”. Did you mean “{ $near }”?
unknown-threshold = { $rule } has no threshold “{ $name }”. It has { $known }.
    .near = { $rule } has no threshold “{ $name }”. Did you mean “{ $near }”?
    .none = { $rule } has no thresholds.
unknown-severity = “{ $name }” is no severity. There are high, medium and low.
no-severity = { $rule } finds no barriers, so no severity can be set for it.
twice = “{ $name }” is set twice.
wrong-type = “{ $name }” is to be { $type ->
    [flag] true or false
    [number] a number of 0 or more
    [table] a table
    [list] a list of tables
   *[text] text in quotation marks
  }.
too-long = “{ $name }” is longer than { $most } characters.
too-many = More than { $most } findings are set aside.
no-key = A finding that is set aside has no “key”.
no-reason = “{ $key }” is set aside without a reason.
