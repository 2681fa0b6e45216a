//! Whole runs at a pseudo-terminal.
#![cfg(unix)]

mod hostile;
mod journey;
mod leaving;
mod picking;
mod picture;
mod plain;
mod progress;
mod prose;
mod seat;
mod take;
mod waiting;
mod window;

/// A question of each type.
const EVERY_TYPE: &str = include_str!("every_type.toml");
