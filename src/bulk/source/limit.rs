//! How long a row may be.

/// Longest row that is read: 8 MiB. An answer of 1 MiB may take six times its length in escapes.
pub const LONGEST_ROW: usize = 8 << 20;
