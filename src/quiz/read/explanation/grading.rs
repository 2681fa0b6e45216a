//! Codes of what a question is graded by.

use crate::diagnostic::Explanation;
use crate::quiz::read::code;

/// In order.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation::new(
        code::PATTERN,
        "a regular expression that cannot be used",
        r#"The pattern does not compile, or is larger than 1 MiB when compiled. The syntax is that of the
Rust crate `regex`: no look-around and no back-references, so that matching takes linear time. In
double quotes a backslash is written twice.

Instead of
```toml
pattern = "(\\d+"
```
write
```toml
pattern = "(\\d+)"
```"#,
    ),
    Explanation::new(
        code::NOT_ONE_NEED,
        "not exactly one of `term`, `any`, `all`, `pattern`",
        r#"These four say when a keyword or misconception is met, and it is met in one way.

Instead of
```toml
{ term = "cache", any = ["redis"] }
```
write
```toml
{ term = "cache", aliases = ["redis"] }
```"#,
    ),
    Explanation::new(
        code::WITHOUT_ITS_KEY,
        "a key without the one it goes with",
        r#"`aliases` goes with `term`, `min` with `any`, `within` and `ordered` with `all`, `hint_cost` with
`hint`, `similarity` with `match = "fuzzy"`.

Instead of
```toml
{ any = ["redis"], aliases = ["cache"] }
```
write
```toml
{ any = ["redis", "cache"] }
```"#,
    ),
    Explanation::new(
        code::RIGHT_OPTIONS,
        "not the right number of right options",
        r#"A `choice` has exactly one right option, a `multi` at least one. An option that is a string alone
is wrong.

Instead of
```toml
options = ["pre_save", "post_save"]
```
write
```toml
options = [{ text = "pre_save", correct = true }, "post_save"]
```"#,
    ),
    Explanation::new(
        code::GAP,
        "a gap that cannot be filled",
        r#"The prompt of a `cloze` has at least one gap, each with its answers between double braces. Write
`\{{` for braces that are no gap.

Instead of
```toml
prompt = "Use {{path to route."
```
write
```toml
prompt = "Use {{path|re_path}} to route."
```"#,
    ),
    Explanation::new(
        code::UNKNOWN_LABEL,
        "an example that names no keyword",
        r#"`found` and `missed` name labels of the question's keywords and misconceptions.

Instead of
```toml
keywords = ["pre_save"]
examples = [{ answer = "…", found = ["presave"] }]
```
write
```toml
keywords = ["pre_save"]
examples = [{ answer = "…", found = ["pre_save"] }]
```"#,
    ),
    Explanation::new(
        code::ALLOW,
        "no code",
        r#"`allow` lists codes as `viva check` prints them: a `V` and three digits.

Instead of
```toml
allow = ["keyword-in-prompt"]
```
write
```toml
allow = ["V101"]
```"#,
    ),
    Explanation::new(
        code::TOO_FEW,
        "too few entries",
        r#"The list needs more entries: at least one keyword and accepted answer, two options and items.

Instead of
```toml
keywords = []
```
write
```toml
keywords = ["pre_save"]
```"#,
    ),
    Explanation::new(
        code::EMPTY_EXAMPLE,
        "an example that checks nothing",
        r#"An example says what its answer must get: `at_least`, `at_most`, `found` or `missed`.

Instead of
```toml
examples = [{ answer = "pre_save" }]
```
write
```toml
examples = [{ answer = "pre_save", at_least = 0.5 }]
```"#,
    ),
    Explanation::new(
        code::TOO_MANY,
        "more than can be checked",
        r#"A question has at most 2,000 terms (strings in `keywords` and `misconceptions`) of at most 20 words, a
quiz at most 200 patterns. Long before that nobody can tell why an answer earned its points, and checking the quiz
takes minutes instead of moments.

Drop the ways of saying it that nobody uses: inflections, typos, capitals and identifier styles are
found without being listed. Split a question that asks for too much, and write terms in place of
patterns.

Instead of
```toml
keywords = [{ label = "cache", any = ["cache", "caches", "cached", "caching"] }]
```
write
```toml
keywords = ["cache"]
```"#,
    ),
];
