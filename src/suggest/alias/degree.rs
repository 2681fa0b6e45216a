//! Adjectives compared: `loud`, `louder`, `loudest`.

use crate::matcher::is_english;

/// Letters of an adjective that is compared by endings.
const LEAST: usize = 3;

/// Words that are not compared, or hardly ever, although the list of words has the forms: mostly
/// nouns and verbs (`base`, `live`). And a `number` is not more numb.
const OTHERS: &str = "arch bar base choice common complete correct corrupt cross direct distinct dive \
    earn even exact fell flash fly game hip human idle just kind left like live mean minute number \
    open private prompt rank remote right rip salt secure sound spare square still tens tense unique \
    wooden";

/// The other degrees of a folded English adjective that is compared by endings, in whatever degree it
/// is; none of other words, such as `tester`, of which there is no `testest`.
pub(super) fn degrees(word: &str) -> Vec<String> {
    let is_other = |word: &str| OTHERS.split_whitespace().any(|other| other == word);
    if is_other(word) {
        return Vec::new();
    }
    let all = positives(word).into_iter().filter(|word| !is_other(word)).find_map(|positive| {
        let [more, most] = compared(&positive)?;
        [positive.as_str(), &more, &most].contains(&word).then(|| vec![positive, more, most])
    });
    let mut all = all.unwrap_or_default();
    all.retain(|degree| degree != word);
    all
}

/// What the word may be a degree of, itself first.
fn positives(word: &str) -> Vec<String> {
    let mut positives = vec![word.to_owned()];
    for ending in ["er", "est"] {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        positives.extend([stem.to_owned(), format!("{stem}e")]);
        positives.extend(stem.strip_suffix('i').map(|stem| format!("{stem}y")));
        positives.extend(undoubled(stem).map(str::to_owned));
    }
    positives
}

/// The comparative and the superlative, where all three are words.
fn compared(positive: &str) -> Option<[String; 2]> {
    if positive.len() < LEAST || !is_english(positive) {
        return None;
    }
    let last = positive.chars().next_back()?;
    let stem = positive.strip_suffix(last)?;
    let stems = match last {
        'e' => vec![stem.to_owned()],
        'y' => vec![format!("{stem}i")],
        _ => vec![positive.to_owned(), format!("{positive}{last}")],
    };
    let both = |stem: String| [format!("{stem}er"), format!("{stem}est")];
    stems.into_iter().map(both).find(|both| both.iter().all(|degree| is_english(degree)))
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
    fn degrees_are_found_from_any_of_them() {
        assert_eq!(degrees("largest"), ["large", "larger"]);
        assert_eq!(degrees("loud"), ["louder", "loudest"]);
        assert_eq!(degrees("bigger"), ["big", "biggest"]);
        assert_eq!(degrees("heavier"), ["heavy", "heaviest"]);
    }

    #[test]
    fn other_words_have_none() {
        for word in [
            "tester",
            "water",
            "number",
            "order",
            "test",
            "forest",
            "wet_paint",
            "live",
            "liver",
            "",
        ] {
            assert_eq!(degrees(word), [] as [String; 0], "{word}");
        }
    }
}
