//! What an acronym stands for, where the model answer says it.

use std::ops::Range;

use crate::text::{Gap, Text, Word};

/// What the acronym at `at` stands for, where that stands beside it: `object relational mapper (ORM)`
/// or `ORM (object relational mapper)`.
pub(super) fn expansion(text: &Text<'_>, at: usize) -> Option<String> {
    let words = text.words().get(spelled_out(text, at)?)?;
    let (first, last) = (words.first()?, words.last()?);
    Some(first.span.join(last.span).of(text.original()).to_owned())
}

/// Whether the word at `at` is one of those that an acronym beside them stands for.
pub(in crate::suggest) fn is_spelled_out(text: &Text<'_>, at: usize) -> bool {
    let near = at.saturating_sub(MOST)..=at + MOST;
    near.filter_map(|other| spelled_out(text, other)).any(|words| words.contains(&at))
}

/// Most letters of an acronym.
const MOST: usize = 6;

/// The words that the acronym at `at` stands for.
fn spelled_out(text: &Text<'_>, at: usize) -> Option<Range<usize>> {
    let word = text.words().get(at)?;
    let written = word.span.of(text.original());
    let letters: Vec<char> = written.chars().take(MOST + 1).collect();
    if !(2..=MOST).contains(&letters.len()) || !letters.iter().all(|c| c.is_uppercase()) {
        return None;
    }
    let before = at.checked_sub(letters.len()).map(|first| first..at);
    let after = Some(at + 1..at + 1 + letters.len());
    [before, after].into_iter().flatten().find_map(|range| {
        let words = text.words().get(range.clone())?;
        let initial = |word: &Word| word.span.of(text.original()).chars().next();
        let spelled = words.iter().zip(&letters).all(|(word, letter)| {
            initial(word).is_some_and(|first| first.to_uppercase().eq(letter.to_uppercase()))
        });
        let joined = words.iter().skip(1).all(|word| word.gap <= Gap::Blank);
        (spelled && joined).then_some(range)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn of_orm(answer: &str) -> Option<String> {
        let text = Text::new(answer, Language::of("en"));
        let at = text.words().iter().position(|word| word.span.of(answer) == "ORM");
        expansion(&text, at.expect("it is there"))
    }

    #[test]
    fn what_stands_beside_an_acronym_and_begins_with_its_letters_is_what_it_stands_for() {
        assert_eq!(
            of_orm("An object relational mapper (ORM)").as_deref(),
            Some("object relational mapper")
        );
        assert_eq!(
            of_orm("ORM: Object Relational Mapper").as_deref(),
            Some("Object Relational Mapper")
        );
        assert_eq!(of_orm("an ORM maps tables"), None);
    }

    #[test]
    fn its_words_are_told_from_others() {
        let text = Text::new("the time to live (TTL) of time", Language::of("en"));
        let told: Vec<_> = (0..7).map(|at| is_spelled_out(&text, at)).collect();
        assert_eq!(told, [false, true, true, true, false, false, false]);
    }
}
