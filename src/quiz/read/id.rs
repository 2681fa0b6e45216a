//! Ids: what may be one, and making one from a prompt.

/// Most characters of an id.
pub const LONGEST: usize = 64;

/// Says what is wrong with `id`, if anything is.
///
/// An id is made of letters and digits of any script, `-`, `_` and `.`, so that it needs no quotes
/// in a shell, a CSV file or a list of ids.
pub fn check(id: &str) -> Result<(), String> {
    if let Some(bad) = id.chars().find(|c| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.')) {
        return Err(match bad {
            ' ' => "an id has no blanks".to_owned(),
            bad => format!("an id has no `{}`", bad.escape_debug()),
        });
    }
    if id.starts_with('-') {
        return Err("an id does not start with `-`".to_owned());
    }
    if id.chars().count() > LONGEST {
        return Err(format!("an id has at most {LONGEST} characters"));
    }
    Ok(())
}

/// The words of `text` in lower case with `-` between, cut at a word's end; empty when there are
/// none.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut length = 0;
    let lower = text.to_lowercase();
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let count = word.chars().count();
        if slug.is_empty() {
            slug.extend(word.chars().take(LONGEST));
            length = count;
            continue;
        }
        length += 1 + count;
        if length > LONGEST {
            break;
        }
        slug.push('-');
        slug.push_str(word);
    }
    slug
}

/// A prompt without what stands in double braces: what fills a gap must not get into an id, which
/// candidates see.
pub fn without_gaps(prompt: &str) -> String {
    let mut pieces = prompt.split("{{");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let after = piece.split_once("}}").map_or(piece, |(_, after)| after);
        text + " " + after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_becomes_an_id() {
        assert_eq!(slug("What is `select_related`?"), "what-is-select-related");
        assert_eq!(slug("Où est l'été ? 日本"), "où-est-l-été-日本");
        assert_eq!(slug("?!"), "");
        assert!(slug(&"word ".repeat(40)).ends_with("word"));
    }

    #[test]
    fn every_slug_may_be_an_id() {
        for text in ["İstanbul ǅ", "x".repeat(500).as_str(), "a-b_c.d", "ﬁ ﬀ"] {
            assert_eq!(check(&slug(text)), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_needs_quotes_is_no_id() {
        for id in ["two words", "a|b", "a,b", "-x", "a\u{1b}", "a/b"] {
            assert!(check(id).is_err(), "{id}");
        }
    }

    #[test]
    fn what_fills_a_gap_does_not_get_into_an_id() {
        assert_eq!(slug(&without_gaps("Fill {{secret|hidden}} in.")), "fill-in");
        assert_eq!(slug(&without_gaps("No {gap} here")), "no-gap-here");
    }
}
