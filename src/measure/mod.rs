//! Points, weights and shares as integers, so that sums are exact and the same everywhere; and the
//! statistics of scores.
//!
//! Figures are worked out in binary floating point with nothing but `+ − × ÷ √`, which IEEE 754 rounds
//! in exactly one way, and are then rounded to thousandths: the same on every machine.

mod coefficient;
mod points;
mod share;
mod statistics;
mod thousandths;
mod weight;

pub use coefficient::Coefficient;
pub use points::Points;
pub use share::PerMille;
pub use statistics::{correlation, is_spread, mean, variance};
pub use weight::Weight;
