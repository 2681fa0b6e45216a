//! The history on this machine: where it is, what time it is, what is written into it.

mod asked;
mod catch_up;
mod clock;
mod folder;
mod journal;

pub use asked::Asked;
pub use catch_up::catch_up;
pub use clock::{Clock, beginning, local, utc};
pub use folder::DataFolder;
pub use journal::{Journal, Resumed};
