//! The grader, held against people: graded answers in, agreement and what disagrees out.
//!
//! [`read`] makes samples of a file of answers with people's scores, [`Marked`] is a sample beside
//! what the grader gives it, and [`Calibration`] is everything that is said of them. All figures are
//! of shares in thousandths; sums are of integers, and what is divided or rooted once is rounded to
//! thousandths, so that it is the same on every machine.

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
pub use statistics::{Pair, pearson, quadratic_kappa, root_mean_square};
