//! A quiz that is still being written.

use std::borrow::Cow;

use super::document::{read_bytes_by, read_with};
use super::reading::Keywords;
use crate::diagnostic::Read;
use crate::quiz::{LanguageTag, Question};

/// A quiz whose text questions may still lack keywords; all else about it is checked. It cannot be
/// taken or graded.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    language: LanguageTag,
    questions: Vec<Question>,
}

impl Draft {
    /// The language of its answers.
    #[must_use]
    pub fn language(&self) -> &LanguageTag {
        &self.language
    }

    /// In the file's order. The rubric of a text question may have no keywords.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }
}

/// Reads a quiz file in which text questions may lack keywords.
///
/// ```
/// let file = "title = 'Signals'\n[[questions]]\nprompt = 'What is sent?'\nanswer = 'pre_save'\n";
/// assert_eq!(vivavoce::quiz::read(file).diagnostics[0].title, "missing key `keywords`");
/// assert!(vivavoce::quiz::read_draft(file).value.is_some());
/// ```
#[must_use]
pub fn read_draft(text: &str) -> Read<Draft> {
    let Read { value, diagnostics } = read_with(text, Keywords::Awaited);
    let draft =
        |quiz: crate::quiz::Quiz| Draft { language: quiz.language, questions: quiz.questions };
    Read { value: value.map(|loaded| draft(loaded.quiz)), diagnostics }
}

/// The same from a file's bytes; as [`read_bytes`](super::read_bytes).
#[must_use]
pub fn read_draft_bytes(bytes: &[u8]) -> (Cow<'_, str>, Read<Draft>) {
    read_bytes_by(bytes, read_draft)
}
