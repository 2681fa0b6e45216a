//! An attempt held to its end, whatever is asked in it.

mod answers_file;
mod conversation;
mod course;
mod draft_watch;
mod hold;
mod manner;
mod report_file;
mod seat;

pub use course::Course;
pub use hold::{Holding, hold};
pub use manner::Manner;
pub use seat::{Seat, short_seed};
