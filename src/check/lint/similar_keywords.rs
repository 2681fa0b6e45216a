//! V102: one typo could satisfy two keywords.

use std::collections::BTreeSet;

use crate::check::subject::{Item, Subject, one_is_enough};
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::matcher::edits_allowed;
use crate::quiz::CriterionOrigin;
use crate::quiz::question::Criterion;
use crate::span::Span;

pub const EXPLANATION: Explanation = Explanation {
    code: Code(102),
    title: "two keywords are one typo apart",
    text: "\
Terms of two keywords differ by one edit, so a misspelling of one can be taken for the other. The
nearer one counts, but where both are equally near, chance decides which.

Set `similarity = 1.0` on both, which turns typos off for them, or make them longer phrases.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let alone = item.keywords().filter(|(keyword, _)| one_is_enough(&keyword.need));
        let keywords: Vec<_> = alone.collect();
        for (first, second) in neighbours(&keywords) {
            if let (Some(first), Some(second)) = (keywords.get(first), keywords.get(second)) {
                problems.extend(pair(&item, *first, *second));
            }
        }
    }
}

/// Pairs of keywords that may have terms one edit apart, in order. Such terms are alike once each
/// has lost a letter or none, so that few pairs need a look.
fn neighbours(keywords: &[Placed<'_>]) -> BTreeSet<(usize, usize)> {
    let mut shortened: Vec<(String, String, usize)> = Vec::new();
    for (at, (keyword, _)) in keywords.iter().enumerate() {
        for term in keyword.need.terms() {
            let letters = letters(term);
            let mut ways = without_a_letter(&letters);
            ways.push(letters.clone());
            shortened.extend(ways.into_iter().map(|way| (way, letters.clone(), at)));
        }
    }
    shortened.sort_unstable();
    shortened.dedup();
    let alike = shortened.chunk_by(|one, other| one.0 == other.0);
    let pairs = alike.flat_map(|group| {
        let rest = (1..).filter_map(|from| group.get(from..)).take(group.len());
        group.iter().zip(rest).flat_map(|(one, rest)| {
            let others = rest.iter().filter(|other| other.1 != one.1 && other.2 != one.2);
            others.map(|other| (one.2.min(other.2), one.2.max(other.2)))
        })
    });
    pairs.collect()
}

/// Each word that is left of `word` when one letter is lost.
fn without_a_letter(word: &str) -> Vec<String> {
    let halves = word
        .char_indices()
        .filter_map(|(at, c)| Some((word.get(..at)?, word.get(at + c.len_utf8()..)?)));
    halves.map(|(before, after)| [before, after].concat()).collect()
}

type Placed<'s> = (&'s Criterion, &'s CriterionOrigin);

fn pair(item: &Item<'_>, first: Placed<'_>, second: Placed<'_>) -> Option<Diagnostic> {
    if [first, second].iter().all(|(keyword, _)| keyword.matching.similarity.is_some()) {
        return None;
    }
    let (here, over_there) = (placed_terms(first), placed_terms(second));
    let shared = |term: &str| [&here, &over_there].iter().all(|terms| has(terms, term));
    let ((one, at), (other, there)) = here.iter().find_map(|one| {
        let near = over_there.iter().find(|other| one_typo_apart(one.0, other.0))?;
        (!shared(one.0) && !shared(near.0)).then_some((*one, *near))
    })?;
    let title = format!("`{one}` and `{other}` of `{}` are one typo apart", item.question.id);
    let problem = Diagnostic::warning(EXPLANATION.code, at, title, "one keyword")
        .also(there, "the other")
        .help("write `similarity = 1.0` for both, or make them longer");
    Some(problem)
}

fn placed_terms((keyword, origin): Placed<'_>) -> Vec<(&str, Span)> {
    let spans = origin.terms.iter().flatten().copied();
    keyword.need.terms().into_iter().zip(spans).collect()
}

/// A term that serves both keywords by itself leaves nothing to confuse.
fn has(terms: &[(&str, Span)], term: &str) -> bool {
    terms.iter().any(|(written, _)| letters(written) == letters(term))
}

fn one_typo_apart(one: &str, other: &str) -> bool {
    if [one, other].iter().any(|term| term.contains(char::is_whitespace)) {
        return false;
    }
    let (one, other) = (letters(one), letters(other));
    let shorter = one.chars().count().min(other.chars().count());
    if edits_allowed(shorter) == 0 || is_inflection(&one, &other) {
        return false;
    }
    strsim::osa_distance(&one, &other) == 1
}

/// Blanks, hyphens and capitals make no other term.
fn letters(term: &str) -> String {
    term.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A plural or the like: the stem step finds one for the other whatever typos do.
fn is_inflection(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.strip_prefix(short).is_some_and(|rest| ["s", "d", "r", "e", "y"].contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    fn with(keywords: &str) -> Vec<Diagnostic> {
        problems(
            &EXPLANATION,
            &format!("[[questions]]\nprompt = \"Why?\"\nkeywords = [{keywords}]"),
        )
    }

    #[test]
    fn names_one_edit_apart_are_pointed_out_together() {
        let found = with(r#""getctime", "getmtime""#);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].related.len(), 1);
    }

    #[test]
    fn names_too_short_for_typos_and_plurals_are_fine() {
        assert_eq!(with(r#""SQL", "SQS""#), []);
        assert_eq!(with(r#""signal", "signals sent""#), []);
        assert_eq!(with(r#""table", "tables""#), []);
        assert_eq!(with(r#""file-system", "filesystem""#), []);
    }

    #[test]
    fn the_words_of_phrases_are_compared_by_the_grader_alone() {
        assert_eq!(with(r#""can recover", "can't recover""#), []);
        assert_eq!(with(r#""alter", { label = "all", all = ["after", "commit"] }"#), []);
    }

    #[test]
    fn each_pair_of_many_is_told_once_in_order() {
        let found = with(r#""sharding", { term = "timeout", aliases = ["sharing"] }, "timeuot""#);
        let titles: Vec<_> = found.iter().map(|problem| problem.title.as_str()).collect();
        let expected = [
            "`sharding` and `sharing` of `why` are one typo apart",
            "`timeout` and `timeuot` of `why` are one typo apart",
        ];
        assert_eq!(titles, expected);
    }

    #[test]
    fn without_typos_there_is_nothing_to_confuse() {
        let exact =
            r#"{ term = "getctime", similarity = 1.0 }, { term = "getmtime", similarity = 1.0 }"#;
        assert_eq!(with(exact), []);
    }
}
