//! The name of a kind of problem.

use std::fmt;

/// A stable code, shown as `V004`, that documentation, `allow` and `--explain` name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

impl Code {
    /// Reads a code as it is shown: a `V` and three digits.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let digits = written.strip_prefix('V')?;
        let three = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
        three.then(|| digits.parse().ok().map(Self)).flatten()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "V{:03}", self.0)
    }
}
