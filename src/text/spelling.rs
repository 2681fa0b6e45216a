//! British and American spelling.

use std::borrow::Cow;

use super::language::Language;

/// American spelling for British: `-ise`, `-isation`, `-yse`, `-our`, `-tre`, `-ogue`, `-lled`.
/// Other languages are left alone.
pub(super) fn one_spelling(word: &str, language: Language) -> Cow<'_, str> {
    /// Short words where these letters are no British spelling: `wise`, `hour`.
    const SHORT: usize = 5;
    let is_bare = !language.is_english() || word.len() < SHORT || !word.is_ascii();
    if is_bare || !may_be_british(word) {
        return Cow::Borrowed(word);
    }
    for (british, american) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ise", "ize"),
        ("ysing", "yzing"),
        ("yse", "yze"),
        ("our", "or"),
        ("ogue", "og"),
        ("elling", "eling"),
        ("elled", "eled"),
        ("eller", "eler"),
    ] {
        if let Some(at) = word.rfind(british).filter(|&at| at > 1) {
            let mut word = word.to_owned();
            word.replace_range(at..at + british.len(), american);
            return Cow::Owned(word);
        }
    }
    match word.strip_suffix("tre") {
        Some(centre) => Cow::Owned(format!("{centre}ter")),
        None => Cow::Borrowed(word),
    }
}

/// Whether two letters stand side by side that every British spelling has.
fn may_be_british(word: &str) -> bool {
    let mut pairs = word.as_bytes().array_windows();
    pairs.any(|pair| matches!(pair, b"is" | b"ys" | b"ou" | b"og" | b"el" | b"tr"))
}

/// Where the first letters begin that may stand in an American word for others in a British one.
pub(super) fn two_spellings_from(american: &str) -> Option<usize> {
    let places = ["iz", "yz", "or", "og", "eled", "eler", "eling", "ter"]
        .into_iter()
        .filter_map(|letters| american.match_indices(letters).map(|(at, _)| at).find(|&at| at > 1));
    places.min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_an_american_word_may_differ_from_a_british_one_is_known() {
        let english = Language::of("en");
        for british in ["colour", "normalisation", "analysing", "catalogue", "modelled", "centre"] {
            let american = one_spelling(british, english);
            let differs = american.chars().zip(british.chars()).position(|(one, two)| one != two);
            assert!(two_spellings_from(&american) < differs.or(Some(usize::MAX)), "{british}");
            assert!(two_spellings_from(&american).is_some(), "{british}");
        }
        for word in ["sessionid", "form", "modelinstance"] {
            assert_eq!(two_spellings_from(word), None, "{word}");
        }
    }
}
