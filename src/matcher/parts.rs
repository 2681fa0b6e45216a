//! Whether the parts of two names agree: `pre_save` is not `pre_load`.

use super::distance::Distance;
use super::initials::same_first;
use super::lexicon::Lexicon;
use super::tolerance::{self, SHORTEST};
use super::unit::Unit;
use super::written::Written;
use crate::text::Word;

/// Whether the parts of a misspelled name agree with those of the unit, each by itself.
pub(super) fn parts_agree(
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
    unmatched.clone().all(|part| part.chars().count() >= SHORTEST)
        && !unmatched.into_iter().any(|part| lexicon.knows(part))
        && !lexicon.knows(&written)
        && (passes(&written, &own, distance) || is_swap(&written, &own))
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
    let mut may_swap = may_swap;
    for (written, own) in parts.iter().zip(&unit.parts).filter(|(written, own)| written != own) {
        if passes(written, own, distance) && !lexicon.knows(written) {
            continue;
        }
        if !may_swap || !is_swap(written, own) {
            return false;
        }
        may_swap = false;
    }
    true
}

/// Whether `written` would be taken for a misspelling of `own`, were that a name of its own.
fn passes(written: &str, own: &str, distance: &impl Distance) -> bool {
    let allowed = usize::from(tolerance::allowed(own.chars().count()));
    distance.between(written, own, allowed).is_some() && same_first(written, own)
}

/// Whether two neighbouring letters are swapped and nothing else differs, in a name that is long
/// enough to be misspelled.
fn is_swap(written: &str, own: &str) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (written.chars().collect(), own.chars().collect());
    let Some(at) = one.iter().zip(&other).position(|(a, b)| a != b) else { return false };
    other.len() >= SHORTEST
        && one.len() == other.len()
        && one.get(at) == other.get(at + 1)
        && one.get(at + 1) == other.get(at)
        && one.get(at + 2..) == other.get(at + 2..)
}
