//! A quiz as a value. After reading, nothing about it can be wrong.

mod measure;
mod model;
pub mod question;
mod response;

pub use measure::{PerMille, Points, Weight};
pub use model::{Digest, LanguageTag, Level, Markdown, NotADigest, Quiz, Topic, TopicId};
pub use question::{Hint, Question, QuestionId, Task};
pub use response::{AnswerText, Response, visible};
