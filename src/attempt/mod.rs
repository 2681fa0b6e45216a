//! One person taking one quiz, as a list of events.
//!
//! An [`Attempt`] is a state machine: each [`Event`] is checked and applied, and the list of
//! [`Entry`]s is all there is to keep. [`Attempt::replay`] rebuilds the state from it. The time is
//! an argument everywhere: milliseconds since the start, by a clock that never goes back.

pub mod answer;
mod clock;
mod draw;
mod event;
mod marking;
mod millis;
mod occasion;
mod progress;
mod refused;
mod shuffle;
mod sitting;

pub use answer::{Drafts, Given};
pub use draw::{DrawError, Selection, draw, draw_secretly, draw_these, eligible};
pub use event::{Drawn, Entry, Event, Mode, Start};
pub use marking::Graded;
pub use millis::Millis;
pub use occasion::Occasion;
pub use progress::{Decision, End, Progress};
pub use refused::{Refused, ReplayError};
pub use shuffle::{Lots, secret_order};
pub use sitting::Attempt;
