//! What is wrong in a file, where, and what to do about it.

mod code;
mod cut;
mod drawing;
mod explanation;
mod line_index;
mod problem;

pub use code::Code;
pub use drawing::Drawing;
pub use explanation::Explanation;
pub use line_index::{LineIndex, Position};
pub use problem::{Diagnostic, Read, Severity};
