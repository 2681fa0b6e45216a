//! Quizzes taken at home: keys, the file that is sent out, the answers that come back sealed.
//!
//! Nothing is recorded when a file is made: whatever must be known again later carries a MAC under
//! a key that follows from the recruiter's private one. `docs/submission-format.md` describes every
//! byte, so that another program can open a submission. Randomness is an argument.

pub mod armour;
pub mod desk;
pub mod document;
pub mod handle;
pub mod key;
pub mod manifest;
pub mod pack;
pub mod pack_id;
pub mod page;
pub mod post;
pub mod replay;
pub mod seal;
pub mod sheet;
pub mod sitting;
pub mod subkey;
pub mod submission;
