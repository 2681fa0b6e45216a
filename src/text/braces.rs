//! Names written with what they share only once: `{pre,post}_save`.

use crate::span::Span;

/// Several names written as one, as shells and programmers write them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Braces {
    /// From the first name's start to the last one's end.
    pub span: Span,
    /// Each name with its place: its own letters, and what is shared where that stands beside them.
    pub names: Vec<(Span, String)>,
}

/// Most bytes between braces: a name, not a block of code.
const LONGEST: usize = 80;

/// The first such names at or after `from`.
pub(super) fn next(text: &str, from: usize) -> Option<Braces> {
    let mut from = from;
    loop {
        let open = from + memchr::memchr(b'{', text.as_bytes().get(from..)?)?;
        let braces = at(text, open);
        if braces.is_some() {
            return braces;
        }
        from = open + 1;
    }
}

/// The names whose brace opens at `open`: two or more between commas, and a part before or behind.
fn at(text: &str, open: usize) -> Option<Braces> {
    let inner =
        text.as_bytes().get(open + 1..)?.iter().take(LONGEST).position(|&byte| byte == b'}');
    let close = open + 1 + inner?;
    let inside = text.get(open + 1..close)?;
    let part = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
    let start = open - text.as_bytes().get(..open)?.iter().rev().take_while(part).count();
    let end = close + 1 + text.as_bytes().get(close + 1..)?.iter().take_while(part).count();
    let (head, tail) = (text.get(start..open)?, text.get(close + 1..end)?);
    let is_shared = |part: &str| part.bytes().any(|byte| byte.is_ascii_alphanumeric());
    if !inside.contains(',') || !is_shared(head) && !is_shared(tail) {
        return None;
    }
    let mut names: Vec<(Span, String)> = Vec::new();
    let mut at = open + 1;
    for piece in inside.split(',') {
        let name = piece.trim();
        let first = at + piece.len() - piece.trim_start().len();
        at += piece.len() + 1;
        if name.is_empty() || !name.as_bytes().iter().all(|byte| part(&byte)) {
            return None;
        }
        names.push((Span::between(first, first + name.len()), format!("{head}{name}{tail}")));
    }
    if is_shared(head)
        && let Some((span, _)) = names.first_mut()
    {
        *span = span.join(Span::between(start, open));
    }
    if is_shared(tail)
        && let Some((span, _)) = names.last_mut()
    {
        *span = span.join(Span::between(close, end));
    }
    let span = names.first()?.0.join(names.last()?.0);
    Some(Braces { span, names })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(&str, String)> {
        let found = next(text, 0).map(|braces| braces.names).unwrap_or_default();
        found.into_iter().map(|(span, name)| (span.of(text), name)).collect()
    }

    #[test]
    fn what_is_shared_belongs_to_every_name() {
        let found = names("the {pre, mid,post}_save signals");
        let expected = [("pre", "pre_save"), ("mid", "mid_save"), ("post}_save", "post_save")];
        assert_eq!(found, expected.map(|(place, name)| (place, name.to_owned())));
        let found = names("{} and pre_{init,save}");
        let expected = [("pre_{init", "pre_init"), ("save", "pre_save")];
        assert_eq!(found, expected.map(|(place, name)| (place, name.to_owned())));
    }

    #[test]
    fn blocks_sets_and_blanks_are_no_names() {
        for text in [
            "{pre}_save",
            "{pre, post}",
            "{pre,}_save",
            "{a: 1, b: 2}x",
            "x {a, b} y",
            "{a,b",
            "_{a,b}_",
        ] {
            assert_eq!(names(text), [], "{text}");
        }
    }
}
