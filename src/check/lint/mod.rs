//! The lints, one per file.

mod answer_falls_short;
mod answer_lacks_keyword;
mod duplicate_prompt;
mod every_option_right;
mod example_fails;
mod hint_costs_everything;
mod hint_gives_away;
mod keyword_in_prompt;
mod keyword_is_misconception;
mod keyword_out_of_reach;
mod registry;
mod similar_keywords;
#[cfg(test)]
mod testing;
mod topic_without_questions;
mod unknown_allow;
mod unreachable_pass;

pub use registry::{EXPLANATIONS, check};
