//! The parts of a written name.

/// The parts of one word as its writer separated them: at underscores, before a capital that
/// follows a small letter or a digit, and before the last capital of a run (`HTTPServer`).
/// Underscores belong to no part. A plural `s` after capitals starts no part.
///
/// ```
/// use vivavoce::text::parts;
///
/// let parts = |name| parts(name).collect::<Vec<_>>();
/// assert_eq!(parts("pre_save"), ["pre", "save"]);
/// assert_eq!(parts("HTTPServerError"), ["HTTP", "Server", "Error"]);
/// assert_eq!(parts("URLs"), ["URLs"]);
/// assert_eq!(parts("IPv6"), ["IPv6"]);
/// ```
pub fn parts(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word.trim_start_matches('_');
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (part, after) = rest.split_at(part_end(rest));
        rest = after.trim_start_matches('_');
        Some(part)
    })
}

/// Where the first part of `rest`, which starts with no underscore, ends.
fn part_end(rest: &str) -> usize {
    let mut before = None;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = characters.peek().map(|&(_, c)| c);
        if c == '_' || at > 0 && starts_part(before, c, after, rest.get(at..).unwrap_or_default()) {
            return at;
        }
        before = Some(c);
    }
    rest.len()
}

fn starts_part(before: Option<char>, c: char, after: Option<char>, rest: &str) -> bool {
    if !c.is_uppercase() {
        return false;
    }
    match before {
        Some(before) if before.is_uppercase() => {
            after.is_some_and(char::is_lowercase) && !is_short_tail(rest)
        }
        Some(before) => before.is_lowercase() || before.is_numeric(),
        None => false,
    }
}

/// Whether a capital's small letters are only a plural or a version mark: `URLs`, `IPv6`.
fn is_short_tail(rest: &str) -> bool {
    let mut tail = rest.chars().skip(1);
    tail.next().is_some() && !tail.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(word: &str) -> Vec<&str> {
        parts(word).collect()
    }

    #[test]
    fn every_identifier_style_splits_alike() {
        for style in ["pre_save", "preSave", "PreSave", "PRE_SAVE", "__pre_save__"] {
            let lower: Vec<_> = split(style).iter().map(|part| part.to_lowercase()).collect();
            assert_eq!(lower, ["pre", "save"], "{style}");
        }
    }

    #[test]
    fn one_word_has_one_part() {
        assert_eq!(split("Memcached"), ["Memcached"]);
        assert_eq!(split("MEMCACHED"), ["MEMCACHED"]);
        assert_eq!(split("sha256"), ["sha256"]);
        assert_eq!(split("___"), [""; 0]);
    }
}
