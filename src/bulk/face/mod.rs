//! How graded rows are drawn.

mod csv_rows;
mod drawing;
mod json_lines;
mod table;

pub use csv_rows::CsvRows;
pub use drawing::{Earning, Face, Head, Mark, Piece};
pub use json_lines::JsonLines;
pub use table::TopicTable;
