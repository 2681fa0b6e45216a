//! The table itself.

use super::key::{Key, Record, Shape};

const fn key(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key::new(name, shape, doc)
}

/// The top of the file.
pub static QUIZ: Record = Record {
    name: "quiz",
    doc: "A quiz: its title, how it is graded, its topics and its questions.",
    keys: &[
        key("title", Shape::Text, "What the quiz is called.").required(),
        key("description", Shape::Text, "One or two sentences for lists of quizzes."),
        key(
            "language",
            Shape::Language,
            "The answers' language as a BCP 47 tag; picks stemmer, stop words and word list. `und` is none.",
        )
        .default("\"en\""),
        key("license", Shape::Text, "The quiz's own licence, best as an SPDX expression."),
        key("pass", Shape::Share, "Share of the points that passes.").default("0.7"),
        key("time_limit", Shape::Duration, "Time for the whole quiz.").default("no limit"),
        key("grading", Shape::Table(&GRADING), "Defaults for every text question."),
        key("lints", Shape::Table(&LINTS), "What `viva check` should keep quiet about."),
        key("topics", Shape::Tables(&TOPIC, 0), "Order, titles and weights of topics.")
            .default("the topics that questions name"),
        key("questions", Shape::Questions, "The questions, in the order they are asked.")
            .required(),
    ],
};

/// `[grading]`.
pub static GRADING: Record = Record {
    name: "`[grading]` table",
    doc: "Defaults for every text question; each may also stand on a question, and all but `full_at` on a keyword.",
    keys: &[SIMILARITY, CASE, STEM, NEGATION, FULL_AT],
};

/// `[lints]`.
pub static LINTS: Record = Record {
    name: "`[lints]` table",
    doc: "What `viva check` should keep quiet about.",
    keys: &[key("allow", Shape::Codes, "Codes of warnings to silence in the whole file.")],
};

/// `[[topics]]`.
pub static TOPIC: Record = Record {
    name: "topic",
    doc: "A group of questions that gets a figure of its own.",
    keys: &[
        key("id", Shape::Id, "What a question's `topic` says.").required(),
        key("title", Shape::Text, "For people.").default("made from the id"),
        key("weight", Shape::Weight, "Multiplies its questions' points in the total.").default("1"),
    ],
};

/// What every question may have, whatever its type.
pub static QUESTION: Record = Record {
    name: "question",
    doc: "One question.",
    keys: &[
        key("id", Shape::Id, "Stable and unique: letters, digits, `-`, `_` and `.`.")
            .default("made from the prompt"),
        key("was", Shape::Ids, "Earlier ids, so that a person's history follows."),
        key("topic", Shape::Id, "The topic it counts for.").default("\"general\""),
        key("tags", Shape::Texts(0), "Free labels for filters."),
        key("type", Shape::OneOf(&TYPE_NAMES), "What the person does.").default("\"text\""),
        key(
            "level",
            Shape::OneOf(&["junior", "mid", "senior"]),
            "How much experience it asks for.",
        ),
        key("prompt", Shape::Text, "What is asked, in Markdown.").required(),
        key("points", Shape::Points, "What it is worth.").default("1"),
        key("time_limit", Shape::Duration, "Time for this question.").default("no limit"),
        key("hint", Shape::Text, "Help on request, in Markdown."),
        key("hint_cost", Shape::Cost, "Points that the hint costs.").default("0"),
        key("answer", Shape::Text, "Model answer in Markdown, shown after answering."),
        key("sources", Shape::Texts(0), "Where to read more."),
        key("allow", Shape::Codes, "Codes of warnings to silence for this question."),
    ],
};

const TYPE_NAMES: [&str; 8] =
    ["text", "short", "choice", "multi", "boolean", "number", "order", "cloze"];

/// The question types, each with the keys that it has beside those of [`QUESTION`].
pub static TYPES: [Record; 8] = [
    Record {
        name: "text",
        doc: "Writes prose; graded by keywords.",
        keys: &[
            key("keywords", Shape::TextsOrTables(&KEYWORD, 1), "What a good answer says.")
                .required(),
            key(
                "sides",
                Shape::Entries,
                "What the question compares: for each side its names, with their capitals; a keyword's `of` gives the first.",
            ),
            key("misconceptions", Shape::Tables(&MISCONCEPTION, 0), "What a wrong answer says."),
            key(
                "examples",
                Shape::Tables(&EXAMPLE, 0),
                "The quiz's own tests, run by `viva check`.",
            ),
            SIMILARITY,
            CASE,
            STEM,
            NEGATION,
            FULL_AT,
        ],
    },
    Record {
        name: "short",
        doc: "Writes a word, a name, a command; graded by accepted answers.",
        keys: &[
            key("accept", Shape::Texts(1), "Answers that are right; the first is shown as such.")
                .required(),
            MATCH,
            SHORT_CASE,
            SIMILARITY,
        ],
    },
    Record { name: "choice", doc: "Picks one; graded by the right one.", keys: &[OPTIONS] },
    Record {
        name: "multi",
        doc: "Picks several; right picks less wrong picks, over the number of right options.",
        keys: &[OPTIONS],
    },
    Record {
        name: "boolean",
        doc: "Says true or false.",
        keys: &[key("correct", Shape::Flag, "Whether the prompt is true.").required()],
    },
    Record {
        name: "number",
        doc: "Writes a number; right within a tolerance.",
        keys: &[
            key("correct", Shape::Number, "The right number.").required(),
            key("tolerance", Shape::Distance, "How far off still counts.").default("0"),
            key("unit", Shape::Text, "Shown at the prompt, allowed in the answer."),
        ],
    },
    Record {
        name: "order",
        doc: "Puts items in order; the more pairs stand right, the more points.",
        keys: &[key("items", Shape::Texts(2), "The items in the right order.").required()],
    },
    Record {
        name: "cloze",
        doc: "Fills the gaps of the prompt: `{{urlpatterns}}`, `{{path|re_path}}`.",
        keys: &[MATCH, SHORT_CASE],
    },
];

/// The keys of the type called `name`.
#[must_use]
pub fn of_type(name: &str) -> Option<&'static Record> {
    TYPES.iter().find(|record| record.name == name)
}

/// A keyword.
pub static KEYWORD: Record = Record {
    name: "keyword",
    doc: "One thing that a good answer says. Exactly one of `term`, `any`, `all` and `pattern` says when it is met.",
    keys: &[
        LABEL,
        TERM,
        ALIASES,
        ANY,
        MIN,
        ALL,
        WITHIN,
        ORDERED,
        PATTERN,
        key("weight", Shape::Weight, "What it earns beside the others.").default("1"),
        key(
            "required",
            Shape::Flag,
            "Whether an answer without it gets half of the points at most.",
        )
        .default("false"),
        key("feedback", Shape::Text, "Shown when it was missed."),
        key(
            "of",
            Shape::Text,
            "The side that it must be said of; said of another of the `sides`, it earns nothing.",
        ),
        SIMILARITY,
        CASE,
        STEM,
        NEGATION,
    ],
};

/// A misconception.
pub static MISCONCEPTION: Record = Record {
    name: "misconception",
    doc: "One thing that a wrong answer says, met as a keyword is.",
    keys: &[
        LABEL,
        TERM,
        ALIASES,
        ANY,
        MIN,
        ALL,
        WITHIN,
        ORDERED,
        PATTERN,
        key("penalty", Shape::Cost, "Points taken off.").default("0.5"),
        key("feedback", Shape::Text, "Shown when it was found."),
        key("of", Shape::Text, "The side that it must plainly be said of to cost anything."),
        SIMILARITY,
        CASE,
        STEM,
        key(
            "negation",
            Shape::OneOf(&["deny", "flag", "ignore"]),
            "What a negated find costs: nothing, or all.",
        )
        .default("\"deny\", whatever `[grading]` says"),
    ],
};

/// An example.
pub static EXAMPLE: Record = Record {
    name: "example",
    doc: "An answer and what it must get; at least one of the other keys.",
    keys: &[
        key("answer", Shape::AnyText, "What somebody might write.").required(),
        key("at_least", Shape::Share, "The share of the points that it must get."),
        key("at_most", Shape::Share, "The share of the points that it must not exceed."),
        key("found", Shape::Texts(0), "Labels of keywords and misconceptions that must be found."),
        key("missed", Shape::Texts(0), "Labels of those that must not be found."),
    ],
};

/// An option.
pub static OPTION: Record = Record {
    name: "option",
    doc: "Something to pick; a string alone is a wrong one.",
    keys: &[
        key("text", Shape::Text, "What it says, in Markdown.").required(),
        key("correct", Shape::Flag, "Whether picking it is right.").default("false"),
        key("feedback", Shape::Text, "Shown when it was picked."),
    ],
};

const OPTIONS: Key =
    key("options", Shape::TextsOrTables(&OPTION, 2), "What to pick from.").required();
const SIMILARITY: Key = key(
    "similarity",
    Shape::Share,
    "Makes the fuzzy step stricter: how alike a misspelled word must be.",
)
.default("by length alone");
const CASE: Key = key("case", Shape::Flag, "Whether capitals must agree.").default("false");
const SHORT_CASE: Key = key("case", Shape::Flag, "Whether capitals must agree.")
    .default("`true` with `match = \"exact\"`, else `false`");
const STEM: Key =
    key("stem", Shape::Flag, "Whether \"signals\" counts for \"signal\".").default("true");
const NEGATION: Key = key(
    "negation",
    Shape::OneOf(&["deny", "flag", "ignore"]),
    "What \"it is not X\" is worth: nothing, all with a flag, or all.",
)
.default("\"deny\"");
const FULL_AT: Key = key(
    "full_at",
    Shape::PositiveShare,
    "Share of the keywords' weight that already earns all points.",
)
.default("1");
const MATCH: Key = key(
    "match",
    Shape::OneOf(&["fuzzy", "exact"]),
    "Whether typos are forgiven, or every character counts.",
)
.default("\"fuzzy\"");
const LABEL: Key =
    key("label", Shape::Text, "What people see; unique in its question.").default("the term");
const TERM: Key = key("term", Shape::Text, "Met when it or one of its aliases is found.");
const ALIASES: Key = key("aliases", Shape::Texts(0), "Other ways to say the term.");
const ANY: Key =
    key("any", Shape::Entries, "Met when `min` of these are found; fewer earn a share.");
const MIN: Key = key("min", Shape::Count, "How many of `any` are enough.").default("1");
const ALL: Key = key("all", Shape::Entries, "Met when each of these is found.");
const WITHIN: Key =
    key("within", Shape::Within, "How near to each other those of `all` must stand.")
        .default("the whole answer");
const ORDERED: Key =
    key("ordered", Shape::Flag, "Whether those of `all` must stand in this order.")
        .default("false");
const PATTERN: Key =
    key("pattern", Shape::Pattern, "Met when this regular expression matches the answer.");

/// Every record of the file: the tables, then the question types.
pub fn records() -> impl Iterator<Item = &'static Record> {
    let tables =
        [&QUIZ, &GRADING, &LINTS, &TOPIC, &QUESTION, &KEYWORD, &MISCONCEPTION, &EXAMPLE, &OPTION];
    tables.into_iter().chain(&TYPES)
}
