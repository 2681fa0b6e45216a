//! What a code means, at length.

use super::Code;

/// The meaning of one [`Code`], for `viva check --explain` and the documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// The problem in a few words: `unknown key`.
    pub title: &'static str,
    /// Markdown: what is meant, why it matters, an example of it and one without it.
    pub text: &'static str,
}

impl Explanation {
    /// What `code` means.
    #[must_use]
    pub const fn new(code: Code, title: &'static str, text: &'static str) -> Self {
        Self { code, title, text }
    }
}
