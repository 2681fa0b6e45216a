//! The grader, held against people: graded answers in, agreement and what disagrees out.
//!
//! [`read`] makes samples of a file of answers with people's scores, [`Marked`] is a sample beside
//! what the grader gives it, and [`Calibration`] is everything that is said of them. All figures are
//! of shares in thousandths, worked out by sums, products, quotients and square roots in one order, and
//! rounded to thousandths, so that they are the same on every machine.

mod agreement;
mod calibration;
mod difference;
mod evidence;
mod keyword;
pub mod learn;
mod marked;
mod read;
mod sample;
mod statistics;

pub use agreement::{Agreement, PassMark};
pub use calibration::{Calibration, QuestionCalibration};
pub use difference::{Difference, Place};
pub use evidence::Evidence;
pub use keyword::KeywordUse;
pub use marked::Marked;
pub use read::{GradedFile, Refused, read};
pub use sample::Sample;
pub use statistics::{Pair, pearson, quadratic_kappa, root_mean_square_error};
