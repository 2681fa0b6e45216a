//! A scored self-assessment quiz engine.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod attempt;
pub mod bulk;
pub mod calibrate;
pub mod check;
#[expect(clippy::disallowed_methods, reason = "the command line reads and writes for the domain")]
pub mod cli;
pub mod diagnostic;
pub mod edit;
pub mod grade;
pub mod hypertext;
pub mod matcher;
pub mod measure;
pub mod quiz;
pub mod report;
pub mod review;
pub mod score;
pub mod span;
#[expect(clippy::disallowed_methods, reason = "the history is a file")]
pub mod store;
pub mod suggest;
pub mod takehome;
#[expect(clippy::disallowed_methods, reason = "the terminal is where a person meets the domain")]
pub mod terminal;
pub mod text;
