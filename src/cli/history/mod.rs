//! The history on this machine: where it is, what time it is, what is written into it.

mod asked;
mod catch_up;
mod clock;
mod folder;
mod journal;
mod library;
mod past;

pub use asked::Asked;
pub use catch_up::catch_up;
pub use clock::{Clock, beginning, day, local, local_day, utc};
pub use folder::DataFolder;
pub use journal::{Journal, Resumed, is_worth_keeping};
pub use library::{Today, follow, follow_names};
pub use past::{Found, Past, look_up, past_report, unknown};
