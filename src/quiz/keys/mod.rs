//! Every key of the quiz file, in one table.
//!
//! The reader refuses what is not listed and names the nearest that is; `viva schema quiz` writes
//! the table as JSON Schema; a test holds `docs/quiz-format.md` to it.

mod key;
mod table;

pub use key::{Key, Record, Shape};
pub use table::{
    EXAMPLE, GRADING, KEYWORD, LINTS, MISCONCEPTION, OPTION, QUESTION, QUIZ, TOPIC, TYPES, of_type,
    records,
};
