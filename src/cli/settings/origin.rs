//! Where a value comes from.

use std::fmt;

/// Where a value comes from; the later, the stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Nobody said anything.
    Default,
    /// The config file, at this line, from 1.
    File(usize),
    /// This environment variable.
    Environment(&'static str),
    /// An argument.
    Flag,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(line) => write!(f, "file, line {line}"),
            Self::Environment(name) => write!(f, "environment, {name}"),
            Self::Flag => f.write_str("flag"),
        }
    }
}

/// A value, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Setting<T> {
    /// What the file says, else the default.
    pub fn new(said: Option<(T, usize)>, default: T) -> Self {
        match said {
            Some((value, line)) => Self { value, origin: Origin::File(line) },
            None => Self { value: default, origin: Origin::Default },
        }
    }
}
