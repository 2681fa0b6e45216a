//! Markdown of prompts, hints and model answers as HTML that holds nothing but text, emphasis,
//! code, lists, tables and links.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html::push_html};

use super::foreign::is_web;
use crate::quiz::question::{Cloze, Piece};
use crate::quiz::{Markdown, visible};

/// `source` as blocks.
#[must_use]
pub fn blocks(source: &Markdown) -> Markup {
    drawn(source.as_str(), |event| vec![event])
}

/// `source` without a paragraph around it, unless it is more than one.
#[must_use]
pub fn line(source: &Markdown) -> Markup {
    let page = blocks(source).into_string();
    let line = page.strip_prefix("<p>").and_then(|page| page.strip_suffix("</p>\n"));
    PreEscaped(line.filter(|line| !line.contains("<p>")).unwrap_or(&page).to_owned())
}

/// A text with gaps as blocks, each gap an empty `span` that has its number, from 1, as `data-gap`.
/// Where Markdown swallows a gap, into a link's address say, all gaps come after the text.
#[must_use]
pub fn cloze(cloze: &Cloze) -> Markup {
    let gaps = cloze.gaps().count();
    within(cloze).unwrap_or_else(|| {
        let text = blocks(&Markdown::new(cloze.shown()));
        html! { (text) p { @for number in 1..=gaps { (gap(number)) " " } } }
    })
}

fn gap(number: usize) -> Markup {
    html! { span data-gap=(number) {} }
}

/// The gaps where they belong; `None` if one of them is lost.
fn within(cloze: &Cloze) -> Option<Markup> {
    let shown = cloze.shown();
    // A character that nobody writes, and which is not in this text, stands for the gaps.
    let mark = ('\u{e000}'..='\u{f8ff}').find(|mark| !shown.contains(*mark))?;
    let pieces = cloze.0.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Gap(_) => mark.to_string(),
    });
    let mut gaps = 1..=cloze.gaps().count();
    let mut cut = |text: &str| {
        let mut events = Vec::new();
        for (place, stretch) in text.split(mark).enumerate() {
            if place > 0 {
                events.extend(gaps.next().map(|number| raw(gap(number).into_string())));
            }
            events.push(Event::Text(stretch.to_owned().into()));
        }
        events
    };
    let page = drawn(&pieces.collect::<String>(), |event| match event {
        Event::Text(text) => cut(&text),
        Event::Code(code) if code.contains(mark) => {
            let mut events = cut(&code);
            events.insert(0, raw("<code>".to_owned()));
            events.push(raw("</code>".to_owned()));
            events
        }
        event => vec![event],
    });
    gaps.next().is_none().then_some(page)
}

fn raw(markup: String) -> Event<'static> {
    Event::InlineHtml(markup.into())
}

/// `change` gets every event after it was made harmless.
fn drawn<'a>(source: &'a str, change: impl FnMut(Event<'a>) -> Vec<Event<'a>>) -> Markup {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let mut links = Vec::new();
    let events = Parser::new_ext(source, options)
        .filter_map(|event| harmless(event, &mut links))
        .flat_map(change);
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
    use crate::quiz::question::{Accepted, Exactness};

    fn cloze_of(parts: &[&str]) -> String {
        let gap = || {
            let exactness = Exactness::Exact;
            Piece::Gap(Accepted { answers: vec!["secret".to_owned()], case: true, exactness })
        };
        let piece =
            |part: &&str| if *part == "__" { gap() } else { Piece::Text((*part).to_owned()) };
        cloze(&Cloze(parts.iter().map(piece).collect())).into_string()
    }

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

    #[test]
    fn an_option_is_a_line_unless_it_has_blocks() {
        let drawn = |source: &str| line(&Markdown::new(source)).into_string();
        assert_eq!(drawn("`a` < b"), "<code>a</code> &lt; b");
        assert_eq!(drawn("a\n\nb"), "<p>a</p>\n<p>b</p>\n");
        assert_eq!(drawn("- a"), "<ul>\n<li>a</li>\n</ul>\n");
    }

    #[test]
    fn gaps_stand_where_they_are_written_even_in_code() {
        assert_eq!(
            cloze_of(&["A list of `", "__", "()` is <b>", "__", "</b> **", "__", "**."]),
            "<p>A list of <code><span data-gap=\"1\"></span>()</code> is \
             &lt;b&gt;<span data-gap=\"2\"></span>&lt;/b&gt; \
             <strong><span data-gap=\"3\"></span></strong>.</p>\n"
        );
        assert_eq!(
            cloze_of(&["__", "__"]),
            "<p><span data-gap=\"1\"></span><span data-gap=\"2\"></span></p>\n"
        );
    }

    #[test]
    fn a_gap_that_markdown_swallows_comes_after_the_text() {
        let drawn = cloze_of(&["[a](https://x.example/", "__", ") b ", "__"]);
        assert!(
            drawn.ends_with("<p><span data-gap=\"1\"></span> <span data-gap=\"2\"></span> </p>"),
            "{drawn}"
        );
    }
}
