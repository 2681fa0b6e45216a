//! What a word and another way to write it have to do with each other.

use std::fmt;

use super::acronym::expansion;
use super::compound::parted;
use super::degree::degrees;
use super::irregular::irregular;
use super::root::relatives;
use crate::suggest::family::Family;
use crate::text::{Inflections, Text};

/// Another way to write a word, with the reason why it is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// As it is written into the file.
    pub written: String,
    /// What it has to do with the word.
    pub kin: Kin,
}

/// What a word and another way to write it have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kin {
    /// The model answer says beside an acronym what it stands for.
    SpelledOut,
    /// The parts of a German compound, both of them words of the question.
    Parted,
    /// A number in letters or in digits.
    Number,
    /// Another form that no rule gives: `went`.
    Irregular,
    /// An adjective compared: `louder`.
    Degree,
    /// A word made of the same root: `refine` for `refinement`.
    Root,
}

impl fmt::Display for Kin {
    /// As it is told of the alias: "`went`, another form".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SpelledOut => "what it stands for",
            Self::Parted => "its parts",
            Self::Number => "the same number",
            Self::Irregular => "another form",
            Self::Degree => "compared",
            Self::Root => "of the same root",
        })
    }
}

/// Other ways to write the word at `at`. `question` has the words of prompt and model answer.
pub(in crate::suggest) fn aliases(text: &Text<'_>, at: usize, question: &Family) -> Vec<Alias> {
    let Some(word) = text.words().get(at) else { return Vec::new() };
    let folded = text.folded(word);
    let mut found = Found { text, folded, aliases: Vec::new() };
    found.add(Kin::SpelledOut, expansion(text, at));
    if text.language().is_english() {
        let is_number = folded.starts_with(char::is_numeric);
        found.add(if is_number { Kin::Number } else { Kin::Irregular }, irregular(folded));
        found.add(Kin::Degree, degrees(folded));
        found.add(Kin::Root, relatives(folded));
    }
    if text.language().joins_nouns() {
        found.add(Kin::Parted, parted(folded, question));
    }
    found.aliases
}

struct Found<'t> {
    text: &'t Text<'t>,
    folded: &'t str,
    aliases: Vec<Alias>,
}

impl Found<'_> {
    /// Adds what the grader would not find by the word and the aliases before.
    fn add(&mut self, kin: Kin, words: impl IntoIterator<Item = String>) {
        for written in words {
            let known = self.aliases.iter().map(|alias| alias.written.as_str());
            let finds = |known: &str| {
                known == written
                    || Inflections::of(known, self.text.language())
                        .is_some_and(|forms| forms.include(&written))
            };
            if !std::iter::once(self.folded).chain(known).any(finds) {
                self.aliases.push(Alias { written, kin });
            }
        }
    }
}
