//! One question: what is asked, and what its type needs to be graded.

mod choice;
mod cloze;
mod number;
mod order;
mod short;
mod task;
mod text;
mod whole;

pub use super::name::QuestionId;
pub use choice::{Choice, OptionId, Options};
pub use cloze::{Cloze, Piece};
pub use number::Target;
pub use order::{ItemId, Sequence};
pub use short::{Accepted, Exactness};
pub use task::Task;
pub use text::{
    Attribution, Criterion, CriterionId, Entry, Example, Matching, Misconception, Need, Negation,
    Pattern, Rubric, SideId, Within,
};
pub use whole::{Hint, Question};
