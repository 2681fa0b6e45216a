//! Codes of names, ids and other texts.

use crate::diagnostic::Explanation;
use crate::quiz::read::code;

/// In order.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation::new(
        code::DUPLICATE_ID,
        "an id twice",
        r#"Answers and histories name a question by its id, so that every id, earlier ones in `was` included,
belongs to one question. A question without an `id` gets one from its prompt. The same holds for
topics.

Instead of
```toml
id = "signals"
# and again below
id = "signals"
```
write
```toml
id = "signals"
# and below
id = "signal-names"
```"#,
    ),
    Explanation::new(
        code::DUPLICATE_LABEL,
        "a label twice",
        r#"Reports and examples name a keyword or misconception by its label, which is unique in its
question. Without a `label` it is the term.

Instead of
```toml
keywords = ["cache", { any = ["redis"], label = "cache" }]
```
write
```toml
keywords = ["cache", { any = ["redis"], label = "a backend" }]
```"#,
    ),
    Explanation::new(
        code::DUPLICATE_TEXT,
        "a text twice",
        r#"Two options, items or accepted answers that read the same cannot be told apart.

Instead of
```toml
items = ["migrate", "test", "migrate"]
```
write
```toml
items = ["migrate", "test", "deploy"]
```"#,
    ),
    Explanation::new(
        code::BLANK,
        "a blank text",
        r#"The text is empty or nothing but blanks. Leave the key out, or write something.

Instead of
```toml
hint = ""
```
write
```toml
hint = "Before and after a row is written."
```"#,
    ),
    Explanation::new(
        code::ID,
        "a text that cannot be an id",
        r#"An id is made of letters and digits of any script, `-`, `_` and `.`, does not start with `-`, and
has at most 64 characters: so it needs no quotes in a shell or a table.

Instead of
```toml
id = "What are signals?"
```
write
```toml
id = "signals"
```"#,
    ),
    Explanation::new(
        code::DURATION,
        "no length of time",
        r#"A length of time is a string of numbers with units (`s`, `m`, `h`), more than zero and at most a
year.

Instead of
```toml
time_limit = "45"
```
write
```toml
time_limit = "45m"
```"#,
    ),
    Explanation::new(
        code::LANGUAGE,
        "no language tag",
        r#"The language is a BCP 47 tag: two or three letters, then perhaps a region. `und` stands for no
language: then nothing is known of word forms.

Instead of
```toml
language = "english language"
```
write
```toml
language = "en"
```"#,
    ),
];
