//! The report for a terminal or a plain file, at any width from 40 columns up.

mod asks;
mod bar;
mod before;
mod home;
mod keywords;
pub(crate) mod line;
mod page;
mod phrase;
mod questions;
mod ranking;
mod style;
mod summary;

pub(crate) use home::{home_facts, observed_facts};
pub(crate) use keywords::told_points;
pub use page::write_text;
pub(crate) use phrase::said;
pub use phrase::{
    asks_heading, count, duration, moment, percent, plain_prompt, plain_text, risen, told_verdict,
    whole_percent,
};
pub(crate) use questions::{notes, unreadable};
pub use ranking::write_ranking;
pub(crate) use ranking::{ranking_note, shown as shown_rank};
pub use style::{Paint, Role, Style, unpainted};
pub(crate) use summary::{range, remarks, sitting};

#[cfg(test)]
mod tests;
