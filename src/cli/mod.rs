//! What a person types: arguments in, exit code out.

mod appearance;
mod arguments;
mod command;
mod end_signal;
mod exit;
mod format;
mod history;
mod interruptible;
mod json;
mod new_file;
mod option_values;
mod path;
mod pipe;
mod place;
mod private_key;
mod process;
mod quiz_argument;
mod read;
mod report_format;
mod rows;
mod settings;
mod sitting;
mod submissions;
mod talk;
mod whole_file;

pub use appearance::drawing_for;
pub use arguments::{Arguments, run};
pub use exit::{Exit, Failure};
pub use format::Format;
pub use quiz_argument::{QuizFile, load};
pub use whole_file::{WholeFile, write_in_place};
