//! A quiz as a value. After reading, nothing about it can be wrong.

mod bundled;
mod canonical;
mod digest;
pub mod keys;
mod language;
mod level;
mod markdown;
mod mixture;
mod model;
mod name;
mod origin;
pub mod question;
mod read;
mod response;
mod schema;
mod starter;

pub use crate::measure::{PerMille, Points, Weight};
pub use bundled::{BUNDLED, Bundled, bundled};
pub use canonical::{canonical, digest};
pub use digest::{Digest, NotADigest};
pub use language::LanguageTag;
pub use level::Level;
pub use markdown::Markdown;
pub use mixture::{Mixture, Origin};
pub use model::{Quiz, Topic};
pub use name::TopicId;
pub use origin::{CriterionOrigin, Origins, QuestionOrigin};
pub use question::{Hint, Question, QuestionId, Task};
pub use read::{
    Draft, LIMIT, Loaded, explanations, nearest, read, read_bytes, read_draft, read_draft_bytes,
};
pub use response::{AnswerText, Response, visible, visible_json};
pub use schema::schema;
pub use starter::{SCHEMA_FILE, STARTER};
