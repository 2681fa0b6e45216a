//! Answer rows in, graded rows out: any number of them, in order, in a fixed amount of memory.
//!
//! A [`Source`] cuts a reader into rows, [`grade`] grades them in parallel a chunk at a time, and a
//! [`Face`] draws them; [`Gather`] makes a report of each candidate's rows instead. A row that is wrong is refused in its place, and the rest is still graded.

mod chunk;
mod face;
mod gather;
mod graded;
mod layout;
mod lookup;
mod pipeline;
mod row;
mod schema;
mod source;

pub use face::{CsvRows, Earning, Face, Head, JsonLines, Mark, Piece, TopicTable};
pub use gather::Gather;
pub use graded::GradedRow;
pub use pipeline::{Counts, Job, Watch, grade};
pub use row::{Extra, Refusal, Row};
pub use schema::schema;
pub use source::{Format, LONGEST_ROW, Source, separator};
