//! What a person types: arguments in, exit code out.

mod appearance;
mod arguments;
mod command;
mod exit;
mod format;
mod history;
mod in_place;
mod private_key;
mod quiz_argument;
mod report_format;
mod rows;
mod submissions;

pub use appearance::drawing_for;
pub use arguments::{Arguments, run};
pub use exit::{Exit, Failure};
pub use format::Format;
pub use in_place::write_in_place;
pub use quiz_argument::{QuizFile, load};
