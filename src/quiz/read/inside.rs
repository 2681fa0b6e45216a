//! Places inside a string of the file.

use std::ops::Range;

use toml::de::DeValue;

use super::cloze;
use super::document::Loaded;
use crate::span::Span;

impl Loaded {
    /// Where `part` of a string's value stands in the file, which spells the string at `span`; the
    /// whole where the spelling cannot be followed.
    #[must_use]
    pub fn inside(&self, span: Span, value: &str, part: Span) -> Span {
        inside(&self.text, span, value, &(part.start()..part.end()))
    }

    /// Where `part` of a cloze's prompt as it is shown stands in the file, which spells the prompt at
    /// `span`; the whole where the spelling cannot be followed.
    #[must_use]
    pub fn inside_cloze(&self, span: Span, part: Span) -> Span {
        let value = DeValue::parse(span.of(&self.text)).ok();
        let prompt = value.as_ref().and_then(|value| value.get_ref().as_str());
        let found = prompt.and_then(|prompt| {
            Some((prompt, cloze::written(prompt, &(part.start()..part.end()))?))
        });
        found.map_or(span, |(prompt, written)| inside(&self.text, span, prompt, &written))
    }
}

/// Where the bytes `range` of a string's value stand in the file, which spells the string at
/// `span`, with quotes and perhaps with escapes. Where the spelling cannot be followed, the whole.
pub fn inside(file: &str, span: Span, value: &str, range: &Range<usize>) -> Span {
    let raw = span.of(file);
    let Some(offsets) = Spelling::of(raw).and_then(|spelling| spelling.offsets(value)) else {
        return span;
    };
    let find = |at: usize| offsets.iter().find(|(inner, _)| *inner >= at).map(|(_, outer)| *outer);
    match (find(range.start), find(range.end)) {
        (Some(start), Some(end)) if start < end => {
            Span::between(span.start() + start, span.start() + end)
        }
        (Some(at), _) => {
            let len = raw.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            Span::between(span.start() + at, span.start() + at + len)
        }
        (None, _) => span,
    }
}

/// A string as it is spelled, between its quotes.
struct Spelling<'a> {
    body: &'a str,
    /// Where the body starts.
    start: usize,
    escapes: bool,
}

impl<'a> Spelling<'a> {
    fn of(raw: &'a str) -> Option<Self> {
        for (quotes, escapes) in [("\"\"\"", true), ("'''", false), ("\"", true), ("'", false)] {
            let Some(body) = raw.strip_prefix(quotes).and_then(|rest| rest.strip_suffix(quotes))
            else {
                continue;
            };
            let mut start = quotes.len();
            let mut body = body;
            if quotes.len() == 3 {
                for newline in ["\r\n", "\n"] {
                    if let Some(rest) = body.strip_prefix(newline) {
                        start += newline.len();
                        body = rest;
                        break;
                    }
                }
            }
            return Some(Self { body, start, escapes });
        }
        None
    }

    /// Each character's place in the value and in the spelling, and the ends of both; `None` where
    /// the two disagree.
    fn offsets(&self, value: &str) -> Option<Vec<(usize, usize)>> {
        let mut offsets = Vec::new();
        let mut at = 0;
        for (inner, wanted) in value.char_indices() {
            at += self.continuation(at);
            let rest = self.body.get(at..)?;
            offsets.push((inner, self.start + at));
            at += if self.escapes && rest.starts_with('\\') {
                escape_len(rest)?
            } else if wanted == '\n' && rest.starts_with("\r\n") {
                2
            } else {
                rest.chars().next().filter(|written| *written == wanted)?.len_utf8()
            };
        }
        at += self.continuation(at);
        (at == self.body.len()).then(|| {
            offsets.push((value.len(), self.start + at));
            offsets
        })
    }

    /// How much a backslash at the end of a line swallows.
    fn continuation(&self, at: usize) -> usize {
        let rest = self.body.get(at..).unwrap_or_default();
        let Some(after) = rest.strip_prefix('\\').filter(|_| self.escapes) else { return 0 };
        let blanks = after.len() - after.trim_start_matches([' ', '\t', '\r', '\n']).len();
        if after.get(..blanks).is_some_and(|blanks| blanks.contains('\n')) { 1 + blanks } else { 0 }
    }
}

/// How long the escape at the start of `rest` is.
fn escape_len(rest: &str) -> Option<usize> {
    match rest.as_bytes().get(1)? {
        b'x' => Some(4),
        b'u' => Some(6),
        b'U' => Some(10),
        byte if byte.is_ascii() => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointed(file: &'static str, value: &str, range: Range<usize>) -> &'static str {
        inside(file, Span::whole(file), value, &range).of(file)
    }

    #[test]
    fn escapes_are_followed() {
        assert_eq!(pointed(r#""\\d{3""#, r"\d{3", 2..3), "{");
        assert_eq!(pointed(r#""a\tb\u00e9(""#, "a\tbé(", 5..6), "(");
        assert_eq!(pointed("'a('", "a(", 1..2), "(");
        assert_eq!(pointed("\"\"\"\na \\\n   b(\"\"\"", "a b(", 3..4), "(");
    }

    #[test]
    fn the_end_of_a_string_points_at_its_quote() {
        assert_eq!(pointed("\"(a\"", "(a", 2..2), "\"");
    }

    #[test]
    fn a_spelling_that_cannot_be_followed_is_pointed_at_whole() {
        assert_eq!(pointed("\"abc\"", "abd", 1..2), "\"abc\"");
        assert_eq!(pointed("abc", "abc", 1..2), "abc");
    }
}
