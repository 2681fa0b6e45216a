//! The history: attempts in an `SQLite` database, written as they happen. The only SQL there is.
//!
//! What is kept is what happened: an attempt's events ([`Entry`](crate::attempt::Entry)s, as JSON,
//! each with the wall clock's time) and the text of the quiz that was asked, by its digest. Everything
//! else can be worked out from these. What is worked out of each answer ([`Reviewed`](crate::review::Reviewed))
//! stands beside them, in the same transaction, so that no figure needs all events.
//!
//! [`Store::open`] gives a database of this version: an older one is migrated, a newer one refused, a
//! damaged one set aside. Many processes may have it open; each write is one transaction that is on
//! the disk when the call returns. [`Store::claim`] says which attempts are under way in some process,
//! and so which were cut off.

mod cards;
mod claim;
mod database;
mod derive;
mod drafts;
mod error;
mod examine;
mod exchange;
mod find;
mod insert;
mod migrate;
mod number;
mod paper;
mod private;
mod read;
mod set_aside;
mod standings;
mod write;

pub use cards::{KeptReview, LastReview};
pub use claim::Claim;
pub use database::{Opened, Store};
pub use error::StoreError;
pub use examine::{Health, examine};
pub use exchange::{Arrival, ExportedAttempt};
pub use find::Filter;
pub use number::{AttemptId, Number};
pub use paper::{KeptQuiz, Paper, Source};
pub use private::private_folder;
pub use read::{OpenAttempt, StoredAttempt, Timed};
pub use standings::KeywordFate;
pub use write::AttemptUpdate;

#[cfg(test)]
mod tests;
