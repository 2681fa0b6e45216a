//! The real binary, a module per command.

mod harness;
mod kept;

mod calibrate;
mod check;
mod config;
mod cut_off;
mod grade;
mod history;
mod json;
mod keygen;
mod new;
mod pack;
mod quiz_argument;
mod regrade;
mod report;
mod review;
mod run;
mod show;
mod stats;
mod submissions;
mod suggest;
mod take;
mod trouble;
mod version;
