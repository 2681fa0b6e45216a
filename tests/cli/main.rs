//! The real binary, a module per command.

mod harness;

mod version;
