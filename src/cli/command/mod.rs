//! One file per command: its arguments and the thin path from them to the library.

pub mod calibrate;
pub mod check;
pub mod completions;
pub mod config;
pub mod doctor;
pub mod explain;
pub mod grade;
pub mod history;
pub mod keygen;
pub mod list;
pub mod man;
pub mod new;
pub mod pack;
pub mod report;
pub mod review;
pub mod run;
pub mod schema;
pub mod show;
pub mod stats;
pub mod suggest;
pub mod take;
