//! One problem of a file.

use super::Code;
use crate::span::Span;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The quiz can be used; its author should look.
    Warning,
    /// The quiz cannot be used.
    Error,
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
