//! Markdown as the words in it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The text of Markdown without marks, link targets and blocks of code.
pub(super) fn plain(markdown: &str) -> String {
    let mut plain = String::new();
    let mut in_block = false;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_block = true,
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Text(text) | Event::Code(text) if !in_block => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak => plain.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                plain.push_str("\n\n");
            }
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_targets_and_blocks_are_left_out() {
        let markdown =
            "Use **`pre_save`** ([docs](https://example.org)).\n\n```\nx = 1\n```\n- one\n- two";
        assert_eq!(plain(markdown).trim(), "Use pre_save (docs).\n\none\n\ntwo");
    }
}
