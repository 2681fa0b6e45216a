//! Markdown of prompts, hints and model answers as HTML that holds nothing but text, emphasis,
//! code, lists, tables and links.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html::push_html};

use super::foreign::is_web;
use crate::quiz::{Markdown, visible};

/// `source` as blocks.
pub(super) fn blocks(source: &Markdown) -> Markup {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let mut links = Vec::new();
    let events =
        Parser::new_ext(source.as_str(), options).filter_map(|it| harmless(it, &mut links));
    let mut page = String::new();
    push_html(&mut page, events);
    PreEscaped(page)
}

/// The same event without what could do or look more than text should. `links` remembers of each
/// link under way whether it was kept.
fn harmless<'a>(event: Event<'a>, links: &mut Vec<bool>) -> Option<Event<'a>> {
    match event {
        Event::Text(text) => Some(Event::Text(seen(&text))),
        Event::Code(code) => Some(Event::Code(seen(&code))),
        Event::Html(markup) | Event::InlineHtml(markup) => Some(Event::Text(seen(&markup))),
        Event::End(TagEnd::HtmlBlock | TagEnd::Heading(_)) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::HtmlBlock | Tag::Heading { .. }) => Some(Event::Start(Tag::Paragraph)),
        Event::Start(Tag::Table(columns)) => {
            // An alignment would be a style in the page, which its policy forbids.
            let plain = vec![pulldown_cmark::Alignment::None; columns.len()];
            Some(Event::Start(Tag::Table(plain)))
        }
        Event::Start(Tag::CodeBlock(_)) => {
            Some(Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented)))
        }
        Event::Start(Tag::Link { dest_url, .. }) => {
            links.push(is_web(&dest_url));
            is_web(&dest_url).then(|| Event::InlineHtml(opened(&dest_url)))
        }
        Event::End(TagEnd::Link) => {
            links.pop().unwrap_or_default().then_some(Event::InlineHtml("</a>".into()))
        }
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        event => Some(event),
    }
}

fn seen(text: &str) -> CowStr<'static> {
    visible(text).into_owned().into()
}

fn opened(address: &str) -> CowStr<'static> {
    let link = html! { a href=(address) rel="noopener noreferrer" {} }.into_string();
    link.trim_end_matches("</a>").to_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(source: &str) -> String {
        blocks(&Markdown::new(source)).into_string()
    }

    #[test]
    fn markup_is_shown_and_not_obeyed() {
        let drawn = drawn("a <script>alert(1)</script> b\n\n<div onclick=x>\n\n# Big\n");
        assert_eq!(
            drawn,
            "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>\n<p>&lt;div onclick=x&gt;\n</p>\n<p>Big</p>\n"
        );
    }

    #[test]
    fn only_links_into_the_web_are_links() {
        assert_eq!(
            drawn(
                "[a](https://x.example/?q=\"1\") [b](javascript:alert(1)) ![c](https://y.example/i.png)"
            ),
            "<p><a href=\"https://x.example/?q=&quot;1&quot;\" rel=\"noopener noreferrer\">a</a> b c</p>\n"
        );
    }

    #[test]
    fn a_table_and_a_code_block_carry_no_style() {
        let drawn = drawn("|a|\n|:-:|\n|b|\n\n```\"onload=x\ncode\n```\n");
        assert!(!drawn.contains("style") && !drawn.contains("onload"), "{drawn}");
    }
}
