//! German compounds taken apart: `Kundenkarte` is a `Karte` for `Kunden`.

use crate::suggest::family::Family;

/// Letters of either part.
const PART: usize = 4;

/// What may stand between the parts.
const LINKS: &[&str] = &["", "s", "es", "n", "en"];

/// The two parts of a folded compound, where both are words of the question.
///
/// As a phrase they are found in either order with a word between: *die Karte des Kunden*.
pub(super) fn parted(compound: &str, question: &Family) -> Option<String> {
    let tails = compound.char_indices().map(|(at, _)| at).rev();
    tails.filter_map(|at| compound.split_at_checked(at)).find_map(|(head, tail)| {
        let head = LINKS
            .iter()
            .filter_map(|link| head.strip_suffix(link))
            .find(|head| head.chars().count() >= PART && question.has(head))?;
        (tail.chars().count() >= PART && question.has(tail)).then(|| format!("{head} {tail}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_compound_is_parted_where_the_question_has_both_parts() {
        let question = Family::of(["kunde", "karte", "arbeit", "platz"], Language::of("de"));
        assert_eq!(parted("kundenkarte", &question).as_deref(), Some("kunden karte"));
        assert_eq!(parted("arbeitsplatz", &question).as_deref(), Some("arbeits platz"));
        assert_eq!(parted("kundenfang", &question), None);
        assert_eq!(parted("größe", &question), None);
    }
}
