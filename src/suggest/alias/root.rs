//! Words made of the same root that no stem brings together: `density` and `dense`, `collision` and
//! `collide`.

use crate::matcher::is_english;

/// Endings that turn into one another, a group a line: the letters that must stand before them, `=` or
/// `<` where the others turn into the first alone (who writes *conductor* may say *conduct*, who
/// writes *detect* hardly means a *detector*), then the endings, `-` for none.
const ENDINGS: &str = include_str!("root.txt");

/// Most that are proposed for one word.
const MOST: usize = 3;

/// Endings that a form of a word has, and what stands there in the word.
const FORMS: &[(&str, &str)] = &[
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
];

/// English words of the same root as a folded one, without itself.
pub(super) fn relatives(word: &str) -> Vec<String> {
    let words = FORMS
        .iter()
        .filter_map(|(ending, silent)| Some(format!("{}{silent}", word.strip_suffix(ending)?)));
    let mut found: Vec<String> = Vec::new();
    for word in words.filter(|word| is_english(word)) {
        for group in ENDINGS.lines().filter_map(Group::read) {
            for relative in group.relatives(&word) {
                if found.len() < MOST && !found.contains(&relative) {
                    found.push(relative);
                }
            }
        }
    }
    found.retain(|relative| relative != word);
    found
}

/// Endings that turn into one another.
struct Group {
    least: usize,
    /// What it may turn into.
    into: Vec<&'static str>,
    endings: Vec<&'static str>,
}

impl Group {
    fn read(line: &'static str) -> Option<Self> {
        let mut fields = line.split(' ');
        let least = fields.next()?.parse().ok()?;
        let both_ways = fields.next()? == "=";
        let endings: Vec<_> = fields.map(|end| if end == "-" { "" } else { end }).collect();
        let into = endings.iter().copied().take(if both_ways { usize::MAX } else { 1 }).collect();
        Some(Self { least, into, endings })
    }

    fn relatives(&self, word: &str) -> Vec<String> {
        let roots = self.endings.iter().filter_map(|ending| word.strip_suffix(ending));
        let roots = roots.filter(|root| root.len() >= self.least);
        let made = roots.flat_map(|root| self.into.iter().map(move |end| format!("{root}{end}")));
        made.filter(|relative| relative != word && is_english(relative)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_root_are_found_from_any_of_them() {
        assert_eq!(relatives("density"), ["dense"]);
        assert_eq!(relatives("refinements"), ["refine"]);
        assert_eq!(relatives("collided"), ["collision"]);
        assert_eq!(relatives("transmission"), ["transmit"]);
        assert_eq!(relatives("conductor"), ["conduct"]);
        assert_eq!(relatives("recursion"), ["recursive"]);
        assert_eq!(relatives("tightened"), ["tight"]);
        assert_eq!(relatives("logic"), ["logical", "logically"]);
    }

    #[test]
    fn what_only_looks_like_one_root_is_left_alone() {
        for word in [
            "message",
            "portal",
            "factor",
            "station",
            "terminal",
            "listen",
            "basement",
            "detect",
            "random",
            "connections",
        ] {
            assert_eq!(relatives(word), [] as [String; 0], "{word}");
        }
    }

    #[test]
    fn each_line_of_the_list_is_a_group() {
        for line in ENDINGS.lines() {
            let group = Group::read(line).unwrap_or_else(|| panic!("{line}"));
            assert!(group.least >= 2 && group.endings.len() >= 2, "{line}");
        }
    }
}
