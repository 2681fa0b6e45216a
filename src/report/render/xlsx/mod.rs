//! Reports as a workbook for a spreadsheet: sheets Summary, Topics, Questions, Answers and Items.
//!
//! Rows are written as reports come and go to temporary files of the system until the workbook is
//! put together, so that memory does not grow with the answers. Numbers, shares and times are
//! numbers; what a person wrote is always text, whatever it begins with.

mod book;
mod cell;
mod items;
mod layout;
mod rows;
mod summary;

pub(super) use book::Xlsx;

#[cfg(test)]
mod tests;
