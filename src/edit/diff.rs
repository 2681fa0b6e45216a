//! What a change does to a file, for people and for `patch`.

use similar::TextDiff;

/// Lines around a change.
const CONTEXT: usize = 3;

/// The unified difference between two states of the file `name`; empty where there is none.
///
/// ```
/// let diff = vivavoce::edit::unified("quiz.toml", "a\nb\n", "a\nc\n");
/// assert_eq!(diff, "--- quiz.toml\n+++ quiz.toml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
/// ```
#[must_use]
pub fn unified(name: &str, before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after)
        .unified_diff()
        .context_radius(CONTEXT)
        .header(name, name)
        .to_string()
}
