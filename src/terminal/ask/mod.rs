//! The widgets: one file per question type, each from the first key to an answer or a way out.

mod boolean;
mod by_type;
mod checklist;
mod choice;
mod cloze;
mod drawn;
mod editor;
mod multi;
mod number;
mod order;
mod rows;
mod short;
mod still;
mod text;
mod typed;
mod widget;

pub use by_type::ask;
pub use checklist::Checklist;
pub use editor::edited;
pub use still::{wait_for_a_pause, wait_for_enter};
pub use text::text_of;
pub use typed::{instruction, numbered, parted, shown};
pub use widget::{Left, line, pick, theme};
