//! What the TOML parser refuses, in our own words where people meet it often.

use toml::de::Error;

use super::code;
use super::reading::shortened;
use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// The parser's complaint about `text` as a diagnostic.
pub fn syntax(text: &str, error: &Error) -> Diagnostic {
    let range = error.span().unwrap_or(0..0);
    let start = text.floor_char_boundary(range.start);
    let span = Span::between(start, text.ceil_char_boundary(range.end));
    let message = error.message().trim();
    let (title, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let at_end =
        text.get(start..).is_none_or(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']));
    let problem = |title: &str, label: &str| Diagnostic::error(code::SYNTAX, span, title, label);
    match title {
        "invalid basic string" | "invalid literal string" if at_end => {
            problem("a string without its end", &format!("expected {expected}"))
        }
        "invalid multi-line basic string" | "invalid multi-line literal string" if at_end => {
            problem("a string of several lines without its end", "the file ends inside the string")
        }
        "invalid basic string" | "invalid literal string" => {
            problem("a character that cannot stand in a string", "not allowed here")
        }
        "missing comma between array elements" => {
            problem("a list without its end, or without a comma", "expected `,` or `]` before this")
        }
        "unclosed array" => problem("a list without its end", "expected `]`"),
        "unclosed table" => problem("a table header without its end", "expected `]`"),
        "unclosed array table" => problem("a table header without its end", "expected `]]`"),
        "string values must be quoted" => {
            problem("a string without quotes", "a string needs quotes")
                .help(format!("write `\"{}\"`", shortened(span.of(text))))
        }
        "duplicate key" => problem("the same key twice", "it stands above already"),
        _ => {
            let label = match expected {
                "" => "the file cannot be read from here on".to_owned(),
                expected => format!("expected {expected}"),
            };
            problem(&lower_case(title), &label)
        }
    }
}

/// Titles are fragments in lower case.
fn lower_case(title: &str) -> String {
    let mut characters = title.chars();
    let first = characters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}
