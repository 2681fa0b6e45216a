//! The person at the keyboard.

mod ask;
mod feedback;
mod header;
mod highlight;
mod interactive;
mod interviewer;
mod lines;
pub mod markdown;
mod menu;
mod paint;
mod pick;
mod piped;
mod plain;
pub mod prose;
mod scripted;
mod session;
mod styled;
mod unsent;
mod window;

pub use interactive::{Interactive, leave_raw_mode};
pub use interviewer::{
    Asked, Interviewer, Opening, Picked, Reaction, Refusal, Reply, Revealed, Setting, Stop,
};
pub use lines::{Input, Lines};
pub use paint::paint_role;
pub use pick::{pick_one, write_one};
pub use piped::Piped;
pub use plain::Plain;
pub use scripted::Scripted;
pub use session::{Broken, Ending, Session, keep_unsent};
pub use styled::{Look, Styled};
pub use unsent::Unsent;
