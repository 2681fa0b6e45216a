//! Words with all their forms.

use crate::text::{Inflections, Language};

/// Words of which one is a form of another.
pub(super) struct Family {
    folded: Vec<String>,
    inflections: Vec<Inflections>,
}

impl Family {
    pub(super) fn of<'w>(words: impl IntoIterator<Item = &'w str>, language: Language) -> Self {
        let folded: Vec<String> = words.into_iter().map(str::to_owned).collect();
        let inflections =
            folded.iter().filter_map(|word| Inflections::of(word, language)).collect();
        Self { folded, inflections }
    }

    /// As they are, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.folded.iter().map(String::as_str)
    }

    /// Whether the folded word is one of them, or a form of one.
    pub(super) fn has(&self, folded: &str) -> bool {
        self.folded.iter().any(|word| word == folded)
            || self.inflections.iter().any(|forms| forms.include(folded))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_brings_its_forms() {
        let family = Family::of(["caches", "row"], Language::of("en"));
        assert!(family.has("caching") && family.has("rows") && !family.has("table"));
    }
}
