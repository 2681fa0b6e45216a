//! The verdict on one written name and one unit.

use super::distance::Distance;
use super::finds::{Likeness, Refusal};
use super::guess::{Guess, Nearness};
use super::lexicon::Lexicon;
use super::tolerance;
use super::unit::Unit;
use crate::measure::PerMille;
use crate::text::{Gap, Text, Word};

/// A name as it was written: one word of a text, or several in a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    pub text: &'a Text<'a>,
    pub first: usize,
    pub count: usize,
    /// Its words folded and joined, without a possessive ending.
    pub folded: &'a str,
}

impl Written<'_> {
    fn original(&self) -> &str {
        let words = self.words();
        let span = words.first().zip(words.last()).map(|(one, two)| one.span.join(two.span));
        span.unwrap_or_default().of(self.text.original())
    }

    fn parts(&self) -> Vec<String> {
        self.words().iter().flat_map(|word| self.text.parts(word)).collect()
    }

    fn words(&self) -> &[Word] {
        self.text.words().get(self.first..self.first + self.count).unwrap_or_default()
    }

    /// Whether blanks stand between its words.
    fn is_apart(&self) -> bool {
        self.words().iter().skip(1).any(|word| word.gap == Gap::Blank)
    }
}

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
        && begins_alike(written.folded, &unit.key)
        && is_fair(written, unit)
}

/// Whether the first two letters are the same or swapped.
fn begins_alike(written: &str, key: &str) -> bool {
    let mut one = written.chars();
    let mut other = key.chars();
    let (a, b) = ((one.next(), one.next()), (other.next(), other.next()));
    a == b || a == (b.1, b.0)
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
    if length < 3 {
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
    let may_be = near.form && starts_alike(written, &own.text);
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
    } else if !starts_alike(written.folded, &unit.key) && !unit.lost_first_letter(written.folded) {
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

/// Whether the first letter is the same, or the first two are swapped.
pub(super) fn starts_alike(written: &str, key: &str) -> bool {
    let mut one = written.chars();
    let mut other = key.chars();
    let (a, b) = ((one.next(), one.next()), (other.next(), other.next()));
    a.0 == b.0 || a == (b.1, b.0)
}

fn parts_agree(
    written: &Written<'_>,
    unit: &Unit,
    lexicon: &Lexicon,
    distance: &impl Distance,
) -> bool {
    let single = written.count == 1 && !written.words().iter().any(Word::is_compound);
    if single && unit.parts.len() == 1 {
        return true;
    }
    let parts = written.parts();
    if parts.len() == unit.parts.len() {
        pairs_agree(&parts, unit, !written.is_apart(), lexicon, distance)
    } else if written.count > 1 {
        parts.iter().all(|part| unit.is_at_an_end(part) || !lexicon.knows(part))
    } else {
        rest_agrees(&parts, unit, lexicon, distance)
    }
}

/// Whether what is left of both without the parts that they begin and end with would itself pass.
/// So no part may be missing, and `fetchone` is not `fetch_not`.
fn rest_agrees(parts: &[String], unit: &Unit, lexicon: &Lexicon, distance: &impl Distance) -> bool {
    let unmatched = parts.iter().filter(|part| !unit.parts.contains(part));
    let (written, own) = without_common(&parts.concat(), unit);
    let letters = own.chars().count();
    let passes =
        distance.between(&written, &own, usize::from(tolerance::allowed(letters))).is_some()
            && starts_alike(&written, &own);
    unmatched.clone().all(|part| part.chars().nth(2).is_some())
        && !unmatched.into_iter().any(|part| lexicon.knows(part))
        && !lexicon.knows(&written)
        && (passes || letters >= 3 && is_swap(&written, &own))
}

/// What is left of `written` and of the unit without the unit's parts at either end of both.
fn without_common(written: &str, unit: &Unit) -> (String, String) {
    let mut written = written;
    let mut own: &[String] = &unit.parts;
    while let Some((first, rest)) = own.split_first() {
        let Some(after) = written.strip_prefix(first.as_str()) else { break };
        (written, own) = (after, rest);
    }
    while let Some((last, rest)) = own.split_last() {
        let Some(before) = written.strip_suffix(last.as_str()) else { break };
        (written, own) = (before, rest);
    }
    (written.to_owned(), own.concat())
}

/// Whether each part that differs would itself pass as a misspelling, or, once and where the name
/// is written as one, has two neighbouring letters swapped.
fn pairs_agree(
    parts: &[String],
    unit: &Unit,
    may_swap: bool,
    lexicon: &Lexicon,
    distance: &impl Distance,
) -> bool {
    let mut swaps = u8::from(may_swap);
    parts.iter().zip(&unit.parts).filter(|(written, own)| written != own).all(|(written, own)| {
        let letters = own.chars().count();
        let passes =
            distance.between(written, own, usize::from(tolerance::allowed(letters))).is_some()
                && starts_alike(written, own)
                && !lexicon.knows(written);
        passes
            || letters >= 3 && is_swap(written, own) && {
                let may = swaps > 0;
                swaps = 0;
                may
            }
    })
}

/// Whether two neighbouring letters are swapped and nothing else differs.
fn is_swap(written: &str, own: &str) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (written.chars().collect(), own.chars().collect());
    let Some(at) = one.iter().zip(&other).position(|(a, b)| a != b) else { return false };
    one.len() == other.len()
        && one.get(at) == other.get(at + 1)
        && one.get(at + 1) == other.get(at)
        && one.get(at + 2..) == other.get(at + 2..)
}
