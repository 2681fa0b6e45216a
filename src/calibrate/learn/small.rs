//! Words too small to be a keyword.

use crate::text::Language;

const ENGLISH: &str = include_str!("en.txt");
const GERMAN: &str = include_str!("de.txt");

/// Whether the folded word says too little to be a keyword by itself.
pub(super) fn is_small(folded: &str, language: Language) -> bool {
    let listed = |list: &str| list.split_whitespace().any(|word| word == folded);
    language.is_english() && listed(ENGLISH) || language == Language::of("de") && listed(GERMAN)
}
