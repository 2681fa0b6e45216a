//! What people's scores teach: keywords that they reward, weights, misconceptions that cost.
//!
//! Terms that several answers share are looked for by the grader itself, and people's scores are
//! explained by which of them an answer has: a linear model with a quadratic penalty on how far it
//! strays from the question as it is (ridge regression with a prior; Hoerl and Kennard 1970). What
//! earns becomes ordinary keywords, what costs becomes misconceptions, so that a learnt question is
//! graded and explained like any other.
//!
//! [`cross_validated`] says how good that is on answers that were not learnt from.

mod cross_validation;
mod lesson;
mod misspelled;
mod model;
mod presence;
mod reason;
mod ridge;
mod small;
mod vocabulary;

pub use cross_validation::cross_validated;
pub use lesson::{FEW_ANSWERS, LEAST_ANSWERS, Learnt, Lesson, learn, learnt_quiz};
