//! The widgets: one file per question type, each from the first key to an answer or a way out.

mod boolean;
mod by_type;
mod choice;
mod cloze;
mod multi;
mod number;
mod order;
mod short;
mod text;
mod typed;
mod widget;

pub use by_type::ask;
pub use text::edited;
pub use typed::{instruction, numbered, parted, shown};
pub use widget::{Left, pick, theme, tick};
