//! Other forms of a word that its stem does not give: `go` and `went`, `2` and `two`.

/// English words that are forms of one another, a line each.
const IRREGULAR: &str = include_str!("irregular.txt");

/// What a regular ending may hide.
const ENDINGS: &[(&str, &str)] =
    &[("", ""), ("s", ""), ("es", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")];

/// Other forms of a folded English word, without itself.
pub(super) fn irregular(word: &str) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms_are_found_from_any_of_them() {
        assert_eq!(irregular("went"), ["go", "gone"]);
        assert_eq!(irregular("breaking"), ["break", "broke", "broken"]);
        assert_eq!(irregular("2"), ["two", "twice"]);
    }

    #[test]
    fn other_words_have_none() {
        for word in ["signal", "cache", "loud", ""] {
            assert_eq!(irregular(word), [] as [String; 0], "{word}");
        }
    }
}
