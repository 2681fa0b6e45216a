//! What is known of a language.

use rust_stemmers::Algorithm;

/// What is known of a language: its script, and whether there is a stemmer and a word list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    script: Script,
    stemmer: Option<Algorithm>,
}

/// The script a language is written in, as far as look-alike letters matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Cyrillic,
    Greek,
    Other,
}

/// Primary subtags with a stemmer.
const STEMMERS: &[(&str, Algorithm)] = &[
    ("ar", Algorithm::Arabic),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("no", Algorithm::Norwegian),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
];

const CYRILLIC: &[&str] = &["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"];

impl Language {
    /// The language for a BCP 47 tag; one that is not known has no stemmer and no word list.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let script = if CYRILLIC.contains(&primary.as_str()) {
            Script::Cyrillic
        } else if primary == "el" {
            Script::Greek
        } else {
            Script::Other
        };
        let stemmer =
            STEMMERS.iter().find(|(tag, _)| *tag == primary).map(|&(_, algorithm)| algorithm);
        Self { script, stemmer }
    }

    /// Whether negation cues and a word list are known for it.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.stemmer == Some(Algorithm::English)
    }

    /// Whether it writes a noun made of nouns as one word: `Kundenkarte`.
    #[must_use]
    pub fn joins_nouns(self) -> bool {
        self.stemmer == Some(Algorithm::German)
    }

    /// Whether `ü` may be written `ue`.
    pub(super) fn writes_umlauts_as_pairs(self) -> bool {
        self.stemmer == Some(Algorithm::German)
    }

    pub(super) fn script(self) -> Script {
        self.script
    }

    pub(super) fn stemmer(self) -> Option<Algorithm> {
        self.stemmer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_does_not_change_the_language() {
        assert_eq!(Language::of("en-GB"), Language::of("EN"));
        assert!(Language::of("en-GB").is_english());
    }

    #[test]
    fn an_undetermined_language_has_no_stemmer() {
        assert_eq!(Language::of("und").stemmer(), None);
        assert!(!Language::of("").is_english());
    }
}
