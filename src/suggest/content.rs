//! The words of a model answer that say something.

use std::collections::BTreeSet;

use super::alias::{Alias, aliases, is_spelled_out};
use super::family::Family;
use super::stop::StopWords;
use crate::text::{Language, Text};

/// Words after a number that make a mark of it: `(0.5 P)`.
const MARKS: &[&str] = &["p", "pt", "pts", "point", "points", "punkt", "punkte"];

/// What the words are read by.
pub(super) struct Reader {
    language: Language,
    stop: StopWords,
}

/// A word of a model answer that says something, with all its forms there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    /// As first written.
    pub written: String,
    /// Other ways to write it.
    pub aliases: Vec<Alias>,
    /// Of the first place, from 0.
    pub sentence: u32,
    /// Whether the prompt says it.
    pub in_prompt: bool,
}

impl Reader {
    /// For the language with a BCP 47 tag.
    pub(super) fn of(tag: &str) -> Self {
        Self { language: Language::of(tag), stop: StopWords::of(tag) }
    }

    pub(super) fn text<'t>(&self, plain: &'t str) -> Text<'t> {
        Text::new(plain, self.language)
    }

    /// The words of texts, to find their forms in others.
    pub(super) fn family<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Family {
        let mut words = BTreeSet::new();
        for text in texts {
            let text = self.text(text);
            words.extend(text.words().iter().map(|word| text.folded(word).to_owned()));
        }
        Family::of(words.iter().map(String::as_str), self.language)
    }

    /// Whether the word at `at` says something of its own. What an acronym stands for is an alias of
    /// the acronym.
    pub(super) fn is_content(&self, text: &Text<'_>, at: usize) -> bool {
        let Some(word) = text.words().get(at) else { return false };
        let folded = text.folded(word);
        let next = text.words().get(at + 1).map(|next| text.folded(next));
        let is_mark = is_number(folded) && next.is_some_and(|next| MARKS.contains(&next));
        let one_letter = folded.chars().nth(1).is_none() && !is_number(folded);
        let says = !is_mark && (!one_letter || Self::is_name(text, at));
        says && !word.is_unspaced() && !self.stop.has(folded) && !is_spelled_out(text, at)
    }

    /// Whether the one letter at `at` names something: a capital that is no unit of a number.
    fn is_name(text: &Text<'_>, at: usize) -> bool {
        let word = text.words().get(at);
        let capital =
            word.is_some_and(|word| word.span.of(text.original()).chars().all(char::is_uppercase));
        let before = at.checked_sub(1).and_then(|before| text.words().get(before));
        capital && !before.is_some_and(|before| is_number(text.folded(before)))
    }

    /// The words of a model answer that say something, each once.
    pub(super) fn content(&self, text: &Text<'_>, prompt: &Family) -> Vec<Content> {
        let said = text.words().iter().map(|word| text.folded(word));
        let question = Family::of(prompt.words().chain(said), self.language);
        let mut families: Vec<Family> = Vec::new();
        let mut found: Vec<Content> = Vec::new();
        for (at, word) in
            text.words().iter().enumerate().filter(|(at, _)| self.is_content(text, *at))
        {
            let folded = text.folded(word);
            if families.iter().any(|family| family.has(folded)) {
                continue;
            }
            families.push(Family::of([folded], self.language));
            let aliases = aliases(text, at, &question);
            let other = || aliases.iter().any(|alias| prompt.has(&alias.written));
            found.push(Content {
                in_prompt: prompt.has(folded) || other(),
                written: word.span.of(text.original()).to_owned(),
                sentence: word.sentence,
                aliases,
            });
        }
        apart(&mut found, &families);
        found
    }
}

/// Leaves no alias that is a word of content itself.
fn apart(found: &mut [Content], families: &[Family]) {
    for content in found {
        content.aliases.retain(|alias| !families.iter().any(|family| family.has(&alias.written)));
    }
}

fn is_number(folded: &str) -> bool {
    folded.starts_with(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(answer: &str, tag: &str) -> Vec<String> {
        let reader = Reader::of(tag);
        let found = reader.content(&reader.text(answer), &reader.family([]));
        found.into_iter().map(|content| content.written).collect()
    }

    #[test]
    fn small_words_marks_and_single_letters_are_left_out() {
        let answer = "It is a signal (0.5 P) of 3 kinds (1 P), e.g. pre_save, in x. A kind.";
        assert_eq!(words(answer, "en"), ["signal", "3", "kinds", "pre_save"]);
    }

    #[test]
    fn a_single_capital_is_a_name_unless_it_belongs_to_a_number() {
        assert_eq!(words("Bulb C gets 5 V from 2 cells.", "en"), ["Bulb", "C", "5", "2", "cells"]);
    }

    #[test]
    fn a_word_and_its_forms_are_one() {
        assert_eq!(words("Caches are caching what was cached.", "en"), ["Caches"]);
        assert_eq!(
            words("Der Mitarbeiter grüßt die Mitarbeitern.", "de"),
            ["Mitarbeiter", "grüßt"]
        );
    }

    #[test]
    fn words_of_the_prompt_are_told_in_any_form() {
        let reader = Reader::of("en");
        let prompt = reader.family(["What do signals cache?"]);
        let found = reader.content(&reader.text("A signal is caching rows."), &prompt);
        let told: Vec<_> = found.iter().map(|content| content.in_prompt).collect();
        assert_eq!(told, [true, true, false]);
    }
}
