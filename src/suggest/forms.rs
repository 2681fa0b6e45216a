//! Other forms of a word that its stem does not give: `go` and `went`, `largest` and `larger`, `2`
//! and `two`.

use crate::matcher::is_english;

/// English words that are forms of one another, a line each.
const IRREGULAR: &str = include_str!("forms/en.txt");

/// What a regular ending may hide.
const ENDINGS: &[(&str, &str)] =
    &[("", ""), ("s", ""), ("es", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")];

/// How endings of comparison turn into one another.
const COMPARISON: &[(&str, &[&str])] = &[
    ("iest", &["y", "ier"]),
    ("est", &["", "er", "e"]),
    ("ier", &["y", "iest"]),
    ("er", &["est"]),
];

/// Letters of a word before an ending of comparison.
const STEM: usize = 3;

/// Other forms of a folded English word, without itself and without those that a stem gives.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut forms = irregular(word);
    for form in compared(word) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

fn irregular(word: &str) -> Vec<String> {
    let bases: Vec<String> = ENDINGS
        .iter()
        .filter_map(|(ending, silent)| Some(word.strip_suffix(ending)?.to_owned() + silent))
        .collect();
    let mut forms: Vec<String> = Vec::new();
    for line in IRREGULAR.lines() {
        let words = || line.split_whitespace();
        if !words().any(|form| bases.iter().any(|base| base == form)) {
            continue;
        }
        for form in words().filter(|form| *form != word) {
            if !forms.iter().any(|known| known == form) {
                forms.push(form.to_owned());
            }
        }
    }
    forms
}

fn compared(word: &str) -> Vec<String> {
    for (ending, others) in COMPARISON {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= STEM) else {
            continue;
        };
        let mut forms: Vec<_> = others.iter().map(|other| format!("{stem}{other}")).collect();
        forms.extend(undoubled(stem).filter(|_| *ending == "est").map(str::to_owned));
        forms.retain(|form| is_english(form));
        return forms;
    }
    Vec::new()
}

/// `bigg` as `big`.
fn undoubled(stem: &str) -> Option<&str> {
    let mut letters = stem.chars().rev();
    let last = letters.next()?;
    (letters.next() == Some(last)).then(|| stem.strip_suffix(last)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms_are_found_from_any_of_them() {
        assert_eq!(forms("went"), ["go", "gone"]);
        assert_eq!(forms("breaking"), ["break", "broke", "broken"]);
        assert_eq!(forms("2"), ["two", "twice"]);
    }

    #[test]
    fn comparisons_turn_into_one_another() {
        assert_eq!(forms("largest"), ["larger", "large"]);
        assert_eq!(forms("biggest"), ["bigger", "big"]);
        assert_eq!(forms("heavier"), ["heavy", "heaviest"]);
    }

    #[test]
    fn other_words_have_none() {
        for word in ["signal", "cache", "water", "test", ""] {
            assert_eq!(forms(word), [] as [String; 0], "{word}");
        }
    }
}
