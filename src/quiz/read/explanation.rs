//! What the codes of reading problems mean, at length.

use super::code;
use crate::diagnostic::{Code, Explanation};

/// Every code of a reading problem, in order.
pub const EXPLANATIONS: &[Explanation] = &[
    explain(
        code::SYNTAX,
        "a file that is no TOML",
        "The file cannot be taken apart. Usually a quote or a bracket is missing, or a line \
         break stands inside a string of one line. Only the first such place is shown, with \
         what is wrong before it: what follows is often its doing.\n\
         \n\
         Instead of\n\
         ```toml\n\
         title = \"Signals\n\
         ```\n\
         write\n\
         ```toml\n\
         title = \"Signals\"\n\
         ```",
    ),
    explain(
        code::NOT_UTF8,
        "a file that is not UTF-8",
        "A quiz file is UTF-8. Editors call it so in their \"save as\" dialogue.",
    ),
    explain(
        code::TOO_LARGE,
        "a file larger than 4 MiB",
        "Nobody writes so large a quiz by hand. Split it into several files.",
    ),
    explain(
        code::UNKNOWN_KEY,
        "unknown key",
        "The table has no such key. The nearest key that it has is named; a key of another \
         question type is told as such.\n\
         \n\
         Instead of\n\
         ```toml\n\
         keyword = [\"pre_save\"]\n\
         ```\n\
         write\n\
         ```toml\n\
         keywords = [\"pre_save\"]\n\
         ```",
    ),
    explain(
        code::WRONG_TYPE,
        "a value of the wrong type",
        "The key takes another kind of value: numbers and truth values stand without quotes, \
         lists in brackets.\n\
         \n\
         Instead of\n\
         ```toml\n\
         tags = \"orm\"\n\
         points = \"3\"\n\
         ```\n\
         write\n\
         ```toml\n\
         tags = [\"orm\"]\n\
         points = 3\n\
         ```",
    ),
    explain(
        code::MISSING_KEY,
        "missing key",
        "A quiz needs `title` and at least one question, a question needs `prompt` and what its \
         type is graded by: `keywords`, `accept`, `options`, `correct` or `items`.\n\
         \n\
         Instead of\n\
         ```toml\n\
         [[questions]]\n\
         prompt = \"What runs first?\"\n\
         ```\n\
         write\n\
         ```toml\n\
         [[questions]]\n\
         prompt = \"What runs first?\"\n\
         keywords = [\"pre_save\"]\n\
         ```",
    ),
    explain(
        code::OUT_OF_RANGE,
        "a number out of range",
        "Shares go from 0 to 1, points and weights are more than zero, `min` is at most the \
         number of entries. Points, weights and shares have at most three decimals, so that \
         sums are exact.\n\
         \n\
         Instead of\n\
         ```toml\n\
         pass = 70\n\
         ```\n\
         write\n\
         ```toml\n\
         pass = 0.7\n\
         ```",
    ),
    explain(
        code::UNKNOWN_WORD,
        "an unknown word",
        "The key knows a few words only; they are listed.\n\
         \n\
         Instead of\n\
         ```toml\n\
         level = \"expert\"\n\
         ```\n\
         write\n\
         ```toml\n\
         level = \"senior\"\n\
         ```",
    ),
    explain(
        code::DUPLICATE_ID,
        "an id twice",
        "Answers and histories name a question by its id, so that every id, earlier ones in \
         `was` included, belongs to one question. A question without an `id` gets one from its \
         prompt. The same holds for topics.\n\
         \n\
         Instead of\n\
         ```toml\n\
         id = \"signals\"\n\
         # and again below\n\
         id = \"signals\"\n\
         ```\n\
         write\n\
         ```toml\n\
         id = \"signals\"\n\
         # and below\n\
         id = \"signal-names\"\n\
         ```",
    ),
    explain(
        code::DUPLICATE_LABEL,
        "a label twice",
        "Reports and examples name a keyword or misconception by its label, which is unique in \
         its question. Without a `label` it is the term.\n\
         \n\
         Instead of\n\
         ```toml\n\
         keywords = [\"cache\", { any = [\"redis\"], label = \"cache\" }]\n\
         ```\n\
         write\n\
         ```toml\n\
         keywords = [\"cache\", { any = [\"redis\"], label = \"a backend\" }]\n\
         ```",
    ),
    explain(
        code::DUPLICATE_TEXT,
        "a text twice",
        "Two options, items or accepted answers that read the same cannot be told apart.\n\
         \n\
         Instead of\n\
         ```toml\n\
         items = [\"migrate\", \"test\", \"migrate\"]\n\
         ```\n\
         write\n\
         ```toml\n\
         items = [\"migrate\", \"test\", \"deploy\"]\n\
         ```",
    ),
    explain(
        code::BLANK,
        "a blank text",
        "The text is empty or nothing but blanks. Leave the key out, or write something.\n\
         \n\
         Instead of\n\
         ```toml\n\
         hint = \"\"\n\
         ```\n\
         write\n\
         ```toml\n\
         hint = \"Before and after a row is written.\"\n\
         ```",
    ),
    explain(
        code::ID,
        "a text that cannot be an id",
        "An id is made of letters and digits of any script, `-`, `_` and `.`, does not start \
         with `-`, and has at most 64 characters: so it needs no quotes in a shell or a table.\n\
         \n\
         Instead of\n\
         ```toml\n\
         id = \"What are signals?\"\n\
         ```\n\
         write\n\
         ```toml\n\
         id = \"signals\"\n\
         ```",
    ),
    explain(
        code::DURATION,
        "no length of time",
        "A length of time is a string of numbers with units (`s`, `m`, `h`), more than zero and \
         at most a year.\n\
         \n\
         Instead of\n\
         ```toml\n\
         time_limit = \"45\"\n\
         ```\n\
         write\n\
         ```toml\n\
         time_limit = \"45m\"\n\
         ```",
    ),
    explain(
        code::LANGUAGE,
        "no language tag",
        "The language is a BCP 47 tag: two or three letters, then perhaps a region. `und` \
         stands for no language: then nothing is known of word forms.\n\
         \n\
         Instead of\n\
         ```toml\n\
         language = \"english language\"\n\
         ```\n\
         write\n\
         ```toml\n\
         language = \"en\"\n\
         ```",
    ),
    explain(
        code::PATTERN,
        "a regular expression that cannot be used",
        "The pattern does not compile, or is larger than 1 MiB when compiled. The syntax is \
         that of the Rust crate `regex`: no look-around and no back-references, so that \
         matching takes linear time. In double quotes a backslash is written twice.\n\
         \n\
         Instead of\n\
         ```toml\n\
         pattern = \"(\\\\d+\"\n\
         ```\n\
         write\n\
         ```toml\n\
         pattern = \"(\\\\d+)\"\n\
         ```",
    ),
    explain(
        code::NOT_ONE_NEED,
        "not exactly one of `term`, `any`, `all`, `pattern`",
        "These four say when a keyword or misconception is met, and it is met in one way.\n\
         \n\
         Instead of\n\
         ```toml\n\
         { term = \"cache\", any = [\"redis\"] }\n\
         ```\n\
         write\n\
         ```toml\n\
         { term = \"cache\", aliases = [\"redis\"] }\n\
         ```",
    ),
    explain(
        code::WITHOUT_ITS_KEY,
        "a key without the one it goes with",
        "`aliases` goes with `term`, `min` with `any`, `within` and `ordered` with `all`, \
         `hint_cost` with `hint`, `similarity` with `match = \"fuzzy\"`.\n\
         \n\
         Instead of\n\
         ```toml\n\
         { any = [\"redis\"], aliases = [\"cache\"] }\n\
         ```\n\
         write\n\
         ```toml\n\
         { any = [\"redis\", \"cache\"] }\n\
         ```",
    ),
    explain(
        code::RIGHT_OPTIONS,
        "not the right number of right options",
        "A `choice` has exactly one right option, a `multi` at least one. An option that is a \
         string alone is wrong.\n\
         \n\
         Instead of\n\
         ```toml\n\
         options = [\"pre_save\", \"post_save\"]\n\
         ```\n\
         write\n\
         ```toml\n\
         options = [{ text = \"pre_save\", correct = true }, \"post_save\"]\n\
         ```",
    ),
    explain(
        code::GAP,
        "a gap that cannot be filled",
        "The prompt of a `cloze` has at least one gap, each with its answers between double \
         braces. Write `\\{{` for braces that are no gap.\n\
         \n\
         Instead of\n\
         ```toml\n\
         prompt = \"Use {{path to route.\"\n\
         ```\n\
         write\n\
         ```toml\n\
         prompt = \"Use {{path|re_path}} to route.\"\n\
         ```",
    ),
    explain(
        code::UNKNOWN_LABEL,
        "an example that names no keyword",
        "`found` and `missed` name labels of the question's keywords and misconceptions.\n\
         \n\
         Instead of\n\
         ```toml\n\
         keywords = [\"pre_save\"]\n\
         examples = [{ answer = \"…\", found = [\"presave\"] }]\n\
         ```\n\
         write\n\
         ```toml\n\
         keywords = [\"pre_save\"]\n\
         examples = [{ answer = \"…\", found = [\"pre_save\"] }]\n\
         ```",
    ),
    explain(
        code::ALLOW,
        "no code",
        "`allow` lists codes as `viva check` prints them: a `V` and three digits.\n\
         \n\
         Instead of\n\
         ```toml\n\
         allow = [\"keyword-in-prompt\"]\n\
         ```\n\
         write\n\
         ```toml\n\
         allow = [\"V101\"]\n\
         ```",
    ),
    explain(
        code::TOO_FEW,
        "too few entries",
        "The list needs more entries: at least one keyword and accepted answer, two options and \
         items.\n\
         \n\
         Instead of\n\
         ```toml\n\
         keywords = []\n\
         ```\n\
         write\n\
         ```toml\n\
         keywords = [\"pre_save\"]\n\
         ```",
    ),
    explain(
        code::EMPTY_EXAMPLE,
        "an example that checks nothing",
        "An example says what its answer must get: `at_least`, `at_most`, `found` or `missed`.\n\
         \n\
         Instead of\n\
         ```toml\n\
         examples = [{ answer = \"pre_save\" }]\n\
         ```\n\
         write\n\
         ```toml\n\
         examples = [{ answer = \"pre_save\", at_least = 0.5 }]\n\
         ```",
    ),
];

const fn explain(code: Code, title: &'static str, text: &'static str) -> Explanation {
    Explanation { code, title, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_order_and_below_those_of_the_lints() {
        assert!(EXPLANATIONS.is_sorted_by(|left, right| left.code < right.code));
        assert!(EXPLANATIONS.iter().all(|explanation| explanation.code < Code(100)));
    }
}
