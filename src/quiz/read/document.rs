//! The whole file: syntax first, then the quiz in it.

use std::borrow::Cow;

use toml::de::{DeTable, Error};

use super::code;
use super::reading::{Keywords, Reading};
use super::syntax::syntax;
use crate::diagnostic::{Diagnostic, Read, Severity};
use crate::quiz::Quiz;
use crate::quiz::origin::Origins;
use crate::span::Span;

/// Most bytes of a quiz file: 4 MiB.
pub const LIMIT: usize = 4 << 20;

/// A quiz, and where its parts stand in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The checked quiz.
    pub quiz: Quiz,
    /// Where its parts stand.
    pub origins: Origins,
    /// The file's text, into which the places point.
    pub text: String,
}

/// Reads a quiz file from its bytes. The text is what the diagnostics' spans point into; what is
/// not UTF-8 shows there as `�`.
#[must_use]
pub fn read_bytes(bytes: &[u8]) -> (Cow<'_, str>, Read<Loaded>) {
    read_bytes_by(bytes, read)
}

/// Reads a file's bytes by what reads its text.
pub(super) fn read_bytes_by<T>(
    bytes: &[u8],
    read: impl FnOnce(&str) -> Read<T>,
) -> (Cow<'_, str>, Read<T>) {
    if bytes.len() > LIMIT {
        return (Cow::Borrowed(""), refused(too_large(bytes.len())));
    }
    match str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), read(text)),
        Err(error) => {
            let text = String::from_utf8_lossy(bytes);
            let at = error.valid_up_to();
            let span = Span::between(at, at + char::REPLACEMENT_CHARACTER.len_utf8());
            let label = format!("byte {at} of the file belongs to no character");
            let problem = Diagnostic::error(code::NOT_UTF8, span, "not UTF-8", label)
                .help("save the file as UTF-8");
            (text, refused(problem))
        }
    }
}

/// Reads a quiz file: the quiz, or everything that is wrong with it.
///
/// ```
/// let file = r#"
/// title = "Signals"
/// [[questions]]
/// prompt = "Which signal is sent before a row is written?"
/// keywords = ["pre_save"]
/// "#;
/// let read = vivavoce::quiz::read(file);
/// assert_eq!(read.value.unwrap().quiz.questions.len(), 1);
///
/// let read = vivavoce::quiz::read("titel = 'Signals'");
/// assert_eq!(read.value, None);
/// assert_eq!(read.diagnostics[0].title, "unknown key `titel`");
/// assert_eq!(read.diagnostics[0].help.as_deref(), Some("write `title`"));
/// ```
#[must_use]
pub fn read(text: &str) -> Read<Loaded> {
    read_with(text, Keywords::Needed)
}

/// Reads a quiz file whose text questions need keywords, or may lack them.
pub(super) fn read_with(text: &str, keywords: Keywords) -> Read<Loaded> {
    if text.len() > LIMIT {
        return refused(too_large(text.len()));
    }
    let (document, errors) = DeTable::parse_recoverable(text);
    let earliest = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
    match earliest {
        None => whole(text, document.get_ref(), keywords),
        Some(error) => broken(text, document.get_ref(), error, keywords),
    }
}

fn refused<T>(problem: Diagnostic) -> Read<T> {
    Read { value: None, diagnostics: vec![problem] }
}

fn too_large(len: usize) -> Diagnostic {
    let label = format!("{len} bytes");
    Diagnostic::error(code::TOO_LARGE, Span::default(), "larger than 4 MiB", label)
        .help("split the quiz into several files")
}

fn whole(text: &str, document: &DeTable<'_>, keywords: Keywords) -> Read<Loaded> {
    let mut reading = Reading::new(text, keywords);
    let value = reading.quiz(document);
    let mut diagnostics = reading.problems;
    diagnostics.sort_by_key(|problem| (problem.span.start(), problem.code));
    let wrong = diagnostics.iter().any(|problem| problem.severity == Severity::Error);
    Read { value: value.filter(|_| !wrong), diagnostics }
}

/// A file whose structure is wrong: the earliest error, and what is wrong in the tables before the
/// one it stands in. What follows, and what is missing from that table, may be the error's doing.
fn broken(text: &str, document: &DeTable<'_>, error: &Error, keywords: Keywords) -> Read<Loaded> {
    let problem = syntax(text, error);
    let before = table_before(document, problem.span.start());
    let (complete, errors) = DeTable::parse_recoverable(text.get(..before).unwrap_or_default());
    let mut diagnostics = Vec::new();
    if before > 0 && errors.is_empty() {
        diagnostics = whole(text, complete.get_ref(), keywords).diagnostics;
        diagnostics.retain(|problem| {
            problem.span.start() < before && problem.title != "missing key `questions`"
        });
    }
    diagnostics.push(problem);
    Read { value: None, diagnostics }
}

/// Where the last question or topic up to `at` starts.
fn table_before(document: &DeTable<'_>, at: usize) -> usize {
    let lists = document.values().filter_map(|value| value.get_ref().as_array());
    let tables = lists.flat_map(|list| list.iter()).filter(|item| item.get_ref().is_table());
    tables.map(|table| table.span().start).filter(|start| *start <= at).max().unwrap_or(0)
}
