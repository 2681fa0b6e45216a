//! The verdict on one written name and one unit.

use super::distance::Distance;
use super::finds::{Likeness, Refusal};
use super::guess::{Guess, Nearness};
use super::initials::{same_first, same_first_two};
use super::lexicon::Lexicon;
use super::parts::parts_agree;
use super::tolerance::{self, SHORTEST};
use super::unit::Unit;
use super::written::Written;
use crate::measure::PerMille;
use crate::text::Word;

/// What is said of a written name and a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Found(Likeness),
    Refused { similarity: PerMille, refusal: Refusal },
}

/// The verdict, by the rules in the order exact, inflected, misspelled, as far as the `guess` goes;
/// `None` when they are not alike at all.
pub(super) fn judge(
    written: &Written<'_>,
    unit: &Unit,
    guess: Guess,
    lexicon: &Lexicon,
    distance: &impl Distance,
) -> Option<Verdict> {
    if written.count > 1 && !may_be_apart(written, unit) {
        return None;
    }
    if guess.near.own && written.folded == unit.key {
        return Some(Verdict::Found(Likeness::Exact));
    }
    if guess.inflected
        && (unit.is_inflected_as(written.folded)
            || unit.is_plural_as(written.folded, || written.original()))
    {
        return Some(Verdict::Found(Likeness::Stem));
    }
    let verdict = misspelled(written, unit, guess.near, lexicon, distance)?;
    (written.count == 1 || matches!(verdict, Verdict::Found(_))).then_some(verdict)
}

/// Most letters that a unit written apart may have more or fewer.
pub(super) const SPREAD: usize = 3;

/// Whether several written words could be the unit: they begin like it, the first is only a part of
/// it, and together they are about as long.
fn may_be_apart(written: &Written<'_>, unit: &Unit) -> bool {
    let length = written.folded.chars().count();
    let first = written.words().first().map_or("", |word| written.text.folded(word));
    length.abs_diff(unit.letters) <= SPREAD
        && first.chars().count() < unit.letters
        && same_first_two(written.folded, &unit.key)
        && is_fair(written, unit)
}

/// Whether several written words may stand for the unit: no single letters, unless the unit has
/// such parts too. `for m` is not `form`.
fn is_fair(written: &Written<'_>, unit: &Unit) -> bool {
    let single = |word: &&Word| written.text.folded(word).chars().nth(1).is_none();
    written.words().iter().filter(single).count() <= unit.single_letters()
}

fn misspelled(
    written: &Written<'_>,
    unit: &Unit,
    near: Nearness,
    lexicon: &Lexicon,
    distance: &impl Distance,
) -> Option<Verdict> {
    if !near.own && !near.form {
        return None;
    }
    let length = written.folded.chars().count();
    if length < SHORTEST {
        return None;
    }
    let (edits, longer) = closest(written.folded, length, unit, near, distance)?;
    let similarity = PerMille::ratio((longer - edits) as u64, longer as u64);
    let refusal = refusal(written, unit, lexicon, edits, similarity, distance);
    if refusal == Some(Refusal::Digits) && !is_near_but_for_digits(written, unit, similarity) {
        return None;
    }
    let edits = u8::try_from(edits).unwrap_or(u8::MAX);
    Some(match refusal {
        Some(refusal) => Verdict::Refused { similarity, refusal },
        None => Verdict::Found(Likeness::Fuzzy { edits, similarity }),
    })
}

/// How alike a name with digits and one without must be to be near.
const DIGITS_ASIDE: PerMille = PerMille::new(600);

/// Whether digits are all that keeps the two apart: `u32` and `u64`, `sha` and `sha1`.
fn is_near_but_for_digits(written: &Written<'_>, unit: &Unit, similarity: PerMille) -> bool {
    let both = [written.folded, &unit.key].iter().all(|name| digits(name).next().is_some());
    both || similarity >= DIGITS_ASIDE
}

/// Edits to the nearest form that begins alike, or to the keyword itself, with the longer length;
/// `None` when nothing is near.
fn closest(
    written: &str,
    length: usize,
    unit: &Unit,
    near: Nearness,
    distance: &impl Distance,
) -> Option<(usize, usize)> {
    let allowed = usize::from(unit.allowed);
    let (own, inflected) = unit.forms.split_first()?;
    let mut best = tolerance::worth_measuring(length, own.letters, unit.allowed)
        .filter(|_| near.own)
        .and_then(|limit| distance.to(own, limit))
        .map(|edits| (edits, length.max(own.letters)));
    // All forms of a word have its first letters.
    let may_be = near.form && same_first(written, &own.text);
    let inflected = if may_be { inflected } else { &[] };
    for form in inflected {
        let limit = best.map_or(allowed, |(edits, _)| allowed.min(edits.saturating_sub(1)));
        if let Some(edits) = distance.to(form, limit)
            && best.is_none_or(|(least, _)| edits < least)
        {
            best = Some((edits, length.max(form.letters)));
        }
    }
    best
}

fn refusal(
    written: &Written<'_>,
    unit: &Unit,
    lexicon: &Lexicon,
    edits: usize,
    similarity: PerMille,
    distance: &impl Distance,
) -> Option<Refusal> {
    if !digits(written.folded).eq(digits(&unit.key)) {
        Some(Refusal::Digits)
    } else if written.count == 1 && is_known(written.folded, unit, lexicon) {
        Some(Refusal::KnownWord)
    } else if unit.differs_by_s(written.folded) {
        Some(Refusal::TooFar { edits: 1, allowed: 0 })
    } else if edits > usize::from(unit.allowed) {
        let edits = u8::try_from(edits).unwrap_or(u8::MAX);
        Some(Refusal::TooFar { edits, allowed: unit.allowed })
    } else if !same_first(written.folded, &unit.key) && !unit.lost_first_letter(written.folded) {
        Some(Refusal::FirstLetter)
    } else if edits == 1 && is_another_word(written.folded, unit) {
        Some(Refusal::TooFar { edits: 1, allowed: 0 })
    } else if !parts_agree(written, unit, lexicon, distance) {
        Some(Refusal::Part)
    } else if unit.spec.similarity.is_some_and(|least| similarity < least) {
        Some(Refusal::Similarity)
    } else {
        None
    }
}

/// Whether it is a word, or, beside a name made of words, made of words too: `samefile` is no typo
/// of `somefile`.
fn is_known(written: &str, unit: &Unit, lexicon: &Lexicon) -> bool {
    lexicon.knows(written) || unit.made_of_words && lexicon.makes(written)
}

/// Letters of a keyword in which one replaced letter tells less of a slip than of another word.
const SHORT: usize = 6;

/// Whether one letter stands in place of another that it seldom is a slip of: in a name in
/// capitals unless both are vowels; in a short word where one is a vowel and the other is not, or
/// where both are and make its ending.
fn is_another_word(written: &str, unit: &Unit) -> bool {
    let Some((at, one, other)) = replaced(written, &unit.key) else { return false };
    let vowels = u8::from(is_vowel(one)) + u8::from(is_vowel(other));
    let is_last = at + 1 == unit.letters;
    unit.spec.is_in_capitals() && vowels < 2
        || unit.letters <= SHORT && (vowels == 1 || vowels == 2 && is_last)
}

/// Where the two differ and by which letters, if it is by one letter in place of another.
fn replaced(written: &str, key: &str) -> Option<(usize, char, char)> {
    let same_length = written.chars().count() == key.chars().count();
    let pairs = written.chars().zip(key.chars()).enumerate();
    let mut different = pairs.filter(|(_, (one, other))| one != other);
    let (at, (one, other)) = different.next()?;
    (same_length && different.next().is_none()).then_some((at, one, other))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn digits(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| c.is_numeric() || *c == '.')
}
