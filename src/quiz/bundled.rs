//! The quizzes that are compiled in.

/// A quiz of the binary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundled {
    /// What a person calls it: `django`.
    pub name: &'static str,
    /// The file's text.
    pub text: &'static str,
}

/// All of them, by name.
pub static BUNDLED: &[Bundled] = &[
    Bundled { name: "django", text: include_str!("../../quizzes/django.toml") },
    Bundled { name: "rust", text: include_str!("../../quizzes/rust.toml") },
    Bundled { name: "sql", text: include_str!("../../quizzes/sql.toml") },
];

/// The bundled quiz called `name`.
#[must_use]
pub fn bundled(name: &str) -> Option<&'static Bundled> {
    BUNDLED.iter().find(|quiz| quiz.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read;

    #[test]
    fn every_bundled_quiz_can_be_read() {
        for quiz in BUNDLED {
            let read = read(quiz.text);
            assert!(read.value.is_some(), "{}: {:#?}", quiz.name, read.diagnostics);
        }
    }

    #[test]
    fn names_are_sorted_and_unique() {
        assert!(BUNDLED.is_sorted_by(|left, right| left.name < right.name));
    }
}
