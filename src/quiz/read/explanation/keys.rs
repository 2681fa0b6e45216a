//! Codes of the file, its keys and their values.

use crate::diagnostic::Explanation;
use crate::quiz::read::code;

/// In order.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation::new(
        code::SYNTAX,
        "a file that is no TOML",
        r#"The file cannot be taken apart. Usually a quote or a bracket is missing, or a line break stands
inside a string of one line. Only the first such place is shown, with what is wrong before it:
what follows is often its doing.

Instead of
```toml
title = "Signals
```
write
```toml
title = "Signals"
```"#,
    ),
    Explanation::new(
        code::NOT_UTF8,
        "a file that is not UTF-8",
        r#"A quiz file is UTF-8. Editors call it so in their "save as" dialogue."#,
    ),
    Explanation::new(
        code::TOO_LARGE,
        "a file larger than 4 MiB",
        "\
Nobody writes so large a quiz by hand. Split it into several files.",
    ),
    Explanation::new(
        code::UNKNOWN_KEY,
        "unknown key",
        r#"The table has no such key. The nearest key that it has is named; a key of another question type is
told as such.

Instead of
```toml
keyword = ["pre_save"]
```
write
```toml
keywords = ["pre_save"]
```"#,
    ),
    Explanation::new(
        code::WRONG_TYPE,
        "a value of the wrong type",
        r#"The key takes another kind of value: numbers and truth values stand without quotes, lists in
brackets.

Instead of
```toml
tags = "orm"
points = "3"
```
write
```toml
tags = ["orm"]
points = 3
```"#,
    ),
    Explanation::new(
        code::MISSING_KEY,
        "missing key",
        r#"A quiz needs `title` and at least one question, a question needs `prompt` and what its type is
graded by: `keywords`, `accept`, `options`, `correct` or `items`.

Instead of
```toml
[[questions]]
prompt = "What runs first?"
```
write
```toml
[[questions]]
prompt = "What runs first?"
keywords = ["pre_save"]
```"#,
    ),
    Explanation::new(
        code::OUT_OF_RANGE,
        "a number out of range",
        "\
Shares go from 0 to 1, points and weights are more than zero, `min` is at most the number of
entries. Points, weights and shares have at most three decimals, so that sums are exact.

Instead of
```toml
pass = 70
```
write
```toml
pass = 0.7
```",
    ),
    Explanation::new(
        code::UNKNOWN_WORD,
        "an unknown word",
        r#"The key knows a few words only; they are listed.

Instead of
```toml
level = "expert"
```
write
```toml
level = "senior"
```"#,
    ),
];
