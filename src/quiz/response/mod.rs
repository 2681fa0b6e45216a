//! What a person answered: as a value, and made safe to show.

mod answer;
mod kind;
mod visible;

pub use answer::AnswerText;
pub use kind::Response;
pub use visible::{visible, visible_json};
