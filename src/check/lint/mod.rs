//! The lints, one per file.

mod answer_falls_short;
mod answer_lacks_keyword;
mod duplicate_prompt;
mod example_fails;
mod hint_gives_away;
mod keyword_in_prompt;
mod keyword_is_misconception;
mod registry;
mod similar_keywords;
#[cfg(test)]
mod testing;
mod topic_without_questions;
mod unknown_allow;
mod unreachable_pass;

pub use registry::{EXPLANATIONS, check};
