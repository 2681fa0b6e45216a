//! English words whose forms no stemmer brings together: `indices`, `written`, `can't`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Every form with all forms of its word.
static FORMS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let groups = include_str!("irregular.txt").lines().filter(|line| !line.starts_with('#'));
    let groups = groups.map(|line| line.split(' ').collect::<Vec<_>>());
    groups
        .flat_map(|group| group.clone().into_iter().map(move |form| (form, group.clone())))
        .collect()
});

/// The forms of a folded word that has irregular ones, itself included; empty for all others.
///
/// ```
/// use vivavoce::text::irregular_forms;
///
/// assert_eq!(irregular_forms("indices"), ["index", "indexes", "indices"]);
/// assert!(irregular_forms("caches").is_empty());
/// ```
#[must_use]
pub fn irregular_forms(word: &str) -> &'static [&'static str] {
    FORMS.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_belongs_to_two_words_and_all_of_a_word_start_alike() {
        let text = include_str!("irregular.txt");
        let lines = || text.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines().flat_map(|line| line.split(' ')).count(), FORMS.len());
        for line in lines() {
            assert!(line.split(' ').all(|form| form[..2] == line[..2]), "{line}");
        }
    }
}
