//! What is wrong in a file, where, and what to do about it.

mod drawing;
mod explanation;
mod line_index;

use crate::span::Span;

pub use drawing::Drawing;
pub use explanation::Explanation;
pub use line_index::{LineIndex, Position};

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The quiz can be used; its author should look.
    Warning,
    /// The quiz cannot be used.
    Error,
}

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

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "V{:03}", self.0)
    }
}

/// One problem of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of problem.
    pub code: Code,
    /// Whether it stops the quiz from being used.
    pub severity: Severity,
    /// The characters that are wrong, in the file's text.
    pub span: Span,
    /// What is wrong: a lower-case fragment, names in backticks, no full stop.
    pub title: String,
    /// What stands at the span.
    pub label: String,
    /// Other places of the same file that belong to it, each with what stands there.
    pub related: Vec<(Span, String)>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem that stops the quiz from being used.
    #[must_use]
    pub fn error(
        code: Code,
        span: Span,
        title: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        let (title, label) = (title.into(), label.into());
        Self { code, severity: Severity::Error, span, title, label, related: vec![], help: None }
    }

    /// A problem that the author should look at.
    #[must_use]
    pub fn warning(
        code: Code,
        span: Span,
        title: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, title, label) }
    }

    /// Points at another place, too.
    #[must_use]
    pub fn also(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A value read from a file, and what was wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read<T> {
    /// `None` if any diagnostic is an error.
    pub value: Option<T>,
    /// In the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}
