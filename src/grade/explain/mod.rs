//! Why a response got its grade: for each thing looked for, the rule that decided, and the nearest
//! thing in the answer.

mod nearest;
mod reason;
mod rule;

pub use nearest::Nearest;
pub use reason::{Explanation, Reason, explain};
pub use rule::Rule;
