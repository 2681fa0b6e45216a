//! A text as roles and gaps.

use std::cell::Cell;

use super::super::echo::Prompt;
use super::lexicon::{Lexicon, Roles};
use crate::text::{Gap, Text};

/// Most words that a cue reaches, so that the time is linear in the text.
pub(super) const REACH: usize = 40;

/// A text as the words and roles that matter to negation. Words past its end are empty.
#[derive(Debug)]
pub(super) struct Reading<'t> {
    pub text: &'t Text<'t>,
    pub prompt: &'t Prompt,
    lexicon: &'t Lexicon,
    /// By word, once they are known: most are never asked for.
    roles: &'t [Cell<Option<Roles>>],
}

/// Memory for the roles of one text after another.
#[derive(Debug, Default)]
pub(in crate::grade::text) struct Known(Vec<Cell<Option<Roles>>>);

impl<'t> Reading<'t> {
    pub(super) fn new(
        text: &'t Text<'t>,
        lexicon: &'t Lexicon,
        prompt: &'t Prompt,
        known: &'t mut Known,
    ) -> Self {
        known.0.clear();
        known.0.resize(text.words().len(), Cell::new(None));
        Self { text, prompt, lexicon, roles: &known.0 }
    }

    pub(super) fn len(&self) -> usize {
        self.text.words().len()
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.text.words().get(at).map_or("", |word| self.text.folded(word))
    }

    pub(super) fn roles(&self, at: usize) -> Roles {
        let (Some(word), Some(known)) = (self.text.words().get(at), self.roles.get(at)) else {
            return Roles::empty();
        };
        known.get().unwrap_or_else(|| {
            let roles = self.lexicon.roles_of(self.text, word);
            known.set(Some(roles));
            roles
        })
    }

    pub(super) fn is(&self, at: usize, roles: Roles) -> bool {
        self.roles(at).intersects(roles)
    }

    /// What stands before the word; the end of a sentence past the text's end.
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.text.words().get(at).map_or(Gap::Sentence, |word| word.gap)
    }

    /// Whether a clause starts with the word.
    pub(super) fn starts_clause(&self, at: usize) -> bool {
        self.gap(at) >= Gap::Clause
    }

    /// Whether the word is a part of a name such as `not-null`.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        self.gap(at) == Gap::Joint || self.gap(at + 1) == Gap::Joint
    }

    /// What is written between the word and the one before.
    pub(super) fn separators(&self, at: usize) -> &'t str {
        let words = self.text.words();
        let end =
            at.checked_sub(1).and_then(|before| words.get(before)).map(|word| word.span.end());
        let start = words.get(at).map_or(self.text.original().len(), |word| word.span.start());
        end.and_then(|end| self.text.original().get(end..start)).unwrap_or_default()
    }

    /// Whether the word's sentence is a question.
    pub(super) fn is_question(&self, at: usize) -> bool {
        let Some(sentence) = self.text.words().get(at).map(|word| word.sentence) else {
            return false;
        };
        let end = self.text.words().partition_point(|word| word.sentence <= sentence);
        self.separators(end).trim_start().starts_with(['?', '？', '؟'])
    }

    /// Whether the word's clause is opened by `if` or the like and claims nothing.
    pub(super) fn is_hypothetical(&self, at: usize) -> bool {
        let mut place = at;
        while place > 0 && at - place < REACH && !self.starts_clause(place) {
            place -= 1;
            if self.word(place) == "then" || self.is(place, Roles::BOUNDARY) {
                break;
            }
        }
        self.is(place, Roles::HYPOTHETICAL)
    }

    /// Whether the rest of the clause from the word names what the prompt asks about.
    pub(super) fn speaks_of_the_prompt(&self, at: usize) -> bool {
        let mut clause = (at..self.len().min(at + REACH))
            .take_while(|&next| !self.starts_clause(next) && !self.is(next, Roles::BOUNDARY));
        clause.any(|next| self.prompt.speaks_of(self.word(next), self.text.language()))
    }

    /// Whether a pronoun and its verb start with the word: `it uses`, `they store`, `it's`.
    pub(super) fn starts_with_subject(&self, at: usize) -> bool {
        if !self.is(at, Roles::PRONOUN) {
            return false;
        }
        let contracted = self.is(at, Roles::VERB);
        let inflected = self.word(at + 1).len() > 3
            && self.word(at + 1).ends_with('s')
            && matches!(self.word(at), "it" | "he" | "she" | "this")
            && !matches!(self.word(at + 1), "across" | "always" | "besides" | "unless" | "as");
        contracted || inflected || self.is(at + 1, Roles::VERB | Roles::AUXILIARY | Roles::PLAIN)
    }
}
