//! The history on this machine: where it is, what time it is, what is written into it.

mod clock;
mod folder;
mod journal;

pub use clock::{Clock, local};
pub use folder::DataFolder;
pub use journal::{Journal, Resumed};
