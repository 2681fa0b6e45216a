//! Foreign text in Markdown: nothing of it is markup, a link, or a mention of anybody.

use crate::quiz::visible;

/// What stops an address, a mention or a reference from being one, and shows nothing.
const BREAK: &str = "<!-- -->";

/// A text on one line, every mark escaped. Marks that forges look for in the shown text are broken
/// in two.
pub(super) fn escaped(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len() + 16);
    for (place, character) in text.char_indices() {
        match character {
            '\n' => escaped.push(' '),
            '@' => escaped.extend(["@", BREAK]),
            '#' => escaped.extend(["\\#", BREAK]),
            '/' if text[place..].starts_with("//") => escaped.extend(["/", BREAK]),
            'w' | 'W' if is_address(&text[place..]) => {
                escaped.push(character);
                escaped.push_str(BREAK);
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!' | '$' => {
                escaped.extend(['\\', character]);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

fn is_address(text: &str) -> bool {
    text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// A text on one line as code, which nothing looks into.
pub(super) fn code(text: &str) -> String {
    let text = visible(text).replace('\n', " ");
    let ticks = "`".repeat(longest_run(&text) + 1);
    if text.trim().is_empty() {
        return "(empty)".to_owned();
    }
    // Readers take one blank off both ends, which keeps backticks apart from the marks.
    let blanks = text.starts_with(' ') && text.ends_with(' ');
    let pad = if blanks || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// A text of any number of lines as a block of code.
pub(super) fn fenced(text: &str) -> String {
    let text = visible(text);
    let fence = "`".repeat((longest_run(&text) + 1).max(3));
    format!("{fence}text\n{}\n{fence}", text.trim_end())
}

/// The length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for character in text.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser};

    const HOSTILE: [&str; 8] = [
        "<script>alert(1)</script> & <img src=x>",
        "[click](javascript:alert(1)) ![i](x)",
        "``` ` ``````\n# heading\n- list",
        "a | b \\| c",
        "*bold* _soft_ ~~gone~~ $x$",
        "&lt; \\",
        "`` ` ``",
        "</details>",
    ];

    /// What a reader sees, without marks; panics at anything but text, code and breaks.
    fn seen(markdown: &str) -> String {
        let mut seen = String::new();
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(text) | Event::Code(text) => seen.push_str(&text),
                Event::InlineHtml(html) => assert_eq!(&*html, BREAK, "{markdown}"),
                Event::Start(tag) => assert!(
                    matches!(
                        tag,
                        pulldown_cmark::Tag::Paragraph | pulldown_cmark::Tag::CodeBlock(_)
                    ),
                    "{markdown}: {tag:?}"
                ),
                Event::End(_) => {}
                other => panic!("{markdown}: {other:?}"),
            }
        }
        seen
    }

    #[test]
    fn hostile_text_is_shown_as_it_stands_and_is_no_markup() {
        for text in HOSTILE {
            assert_eq!(
                seen(&format!("x {}", escaped(text))),
                format!("x {}", text.replace('\n', " "))
            );
            assert_eq!(seen(&fenced(text)).trim_end(), text);
            assert_eq!(
                seen(&format!("x {}", code(text))),
                format!("x {}", text.replace('\n', " "))
            );
        }
    }

    #[test]
    fn nobody_is_mentioned_and_no_address_is_a_link() {
        for text in [
            "@everyone",
            "#12",
            "https://evil.example",
            "www.evil.example",
            "a@b.example",
            "//evil.example",
        ] {
            assert!(!escaped(text).contains(text), "{text}");
            assert_eq!(seen(&escaped(text)), text);
        }
    }

    #[test]
    fn code_is_padded_only_where_its_marks_would_be_mistaken() {
        assert_eq!(code("Ann"), "`Ann`");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code(" a "), "`  a  `");
        assert_eq!(code(" "), "(empty)");
    }
}
