//! The sentences of a long model answer.

use super::content::Content;
use crate::text::Text;

/// Words of a sentence that make its name.
const NAMED_BY: usize = 6;

/// A sentence of a model answer with its words of content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its first words.
    pub name: String,
    /// Not said in an earlier sentence; at least one.
    pub words: Vec<Content>,
}

/// The sentences that say something new, in order, named differently.
pub(super) fn sentences(text: &Text<'_>, words: Vec<Content>) -> Vec<Sentence> {
    let mut found: Vec<(u32, Sentence)> = Vec::new();
    for word in words {
        match found.last_mut() {
            Some((number, sentence)) if *number == word.sentence => sentence.words.push(word),
            _ => {
                let number = word.sentence;
                let sentence = Sentence { name: name(text, number), words: vec![word] };
                found.push((number, sentence));
            }
        }
    }
    let mut sentences: Vec<Sentence> = Vec::new();
    for (_, mut sentence) in found {
        while sentences.iter().any(|other| other.name == sentence.name) {
            sentence.name.push('…');
        }
        sentences.push(sentence);
    }
    sentences
}

/// The first words of a sentence, with `…` where it goes on.
fn name(text: &Text<'_>, number: u32) -> String {
    let of_it = || text.words().iter().filter(|word| word.sentence == number);
    let named: Vec<_> = of_it().take(NAMED_BY).map(|word| word.span.of(text.original())).collect();
    let rest = if of_it().nth(NAMED_BY).is_some() { " …" } else { "" };
    format!("{}{rest}", named.join(" "))
}
