//! Markdown of prompts, hints and model answers as lines for a window.
//!
//! What matters in a quiz is kept: paragraphs, code spans and blocks, lists, quotes, emphasis, links
//! with their address. HTML is shown as it stands.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::styled::{Look, Styled};

/// `source` in lines of at most `width` columns.
#[must_use]
pub fn lines(source: &str, width: usize) -> Vec<String> {
    let mut page = Page { width, ..Page::default() };
    for event in Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES) {
        page.take(event);
    }
    page.close_block();
    page.lines
}

/// `source` as one line of text with looks, for options and items.
#[must_use]
pub fn inline(source: &str) -> Styled {
    let mut page = Page { width: usize::MAX, ..Page::default() };
    let mut text = Styled::default();
    for event in Parser::new(source) {
        match event {
            Event::End(TagEnd::Paragraph) => {}
            event => page.take(event),
        }
    }
    for piece in page.text_pieces() {
        text.push(piece.0, piece.1);
    }
    text
}

#[derive(Default)]
struct Page {
    width: usize,
    lines: Vec<String>,
    block: Vec<(Look, String)>,
    look: Look,
    /// What stands before the first line of the block under way, and before its other lines.
    margin: Vec<Margin>,
    in_code: bool,
    link: Option<String>,
}

struct Margin {
    first: String,
    rest: String,
    /// Whether `first` was written.
    used: bool,
    /// The number of the next item of an ordered list.
    next: Option<u64>,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.code_block(&text),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.say(self.look, &text);
            }
            Event::Code(code) => self.code(&code),
            Event::SoftBreak => self.say(self.look, " "),
            Event::HardBreak => self.say(self.look, "\n"),
            Event::Rule => self.say(Look::Quiet, "───"),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } | Tag::Strong => self.look = Look::Strong,
            Tag::CodeBlock(_) => {
                self.close_block();
                self.in_code = true;
            }
            Tag::BlockQuote(_) => {
                self.close_block();
                self.indent("│ ".to_owned(), "│ ".to_owned(), None);
            }
            Tag::List(start) => {
                self.close_block();
                self.indent(String::new(), String::new(), start);
            }
            Tag::Item => self.item(),
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            Tag::TableCell => self.say(Look::Quiet, "| "),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::TableRow | TagEnd::TableHead => self.close_block(),
            TagEnd::Heading(_) => {
                self.look = Look::Plain;
                self.close_block();
            }
            TagEnd::Strong => self.look = Look::Plain,
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Item | TagEnd::List(_) | TagEnd::BlockQuote(_) => {
                self.close_block();
                self.margin.pop();
            }
            TagEnd::Link => self.end_link(),
            TagEnd::TableCell => self.say(Look::Plain, " "),
            _ => {}
        }
    }

    fn indent(&mut self, first: String, rest: String, next: Option<u64>) {
        if self.margin.is_empty() {
            self.blank_line();
        }
        self.margin.push(Margin { first, rest, used: false, next });
    }

    fn item(&mut self) {
        self.close_block();
        let number = self.margin.last_mut().and_then(|list| {
            let number = list.next?;
            list.next = number.checked_add(1);
            Some(number)
        });
        let bullet = number.map_or_else(|| "• ".to_owned(), |number| format!("{number}. "));
        let rest = " ".repeat(bullet.chars().count());
        self.indent(bullet, rest, None);
    }

    fn end_link(&mut self) {
        let Some(address) = self.link.take() else { return };
        let shown = self.block.last().is_some_and(|(_, text)| *text == address);
        if !shown && !address.is_empty() {
            self.say(Look::Quiet, &format!(" ({address})"));
        }
    }

    /// Code in a sentence keeps its backticks, so that it is seen without colour and read aloud.
    fn code(&mut self, code: &str) {
        self.say(Look::Code, &format!("`{code}`"));
    }

    fn say(&mut self, look: Look, text: &str) {
        self.block.push((look, text.to_owned()));
    }

    fn code_block(&mut self, code: &str) {
        self.blank_line();
        for line in code.trim_end_matches('\n').split('\n') {
            let (first, rest) = self.margins();
            let line = Styled::new(Look::Code, line.replace('\t', "    ").replace(' ', "\u{a0}"));
            let wrapped = line.wrap(self.width, &format!("{first}    "), &format!("{rest}    "));
            let plain = wrapped.into_iter().map(|line| line.replace('\u{a0}', " "));
            self.lines.extend(plain);
        }
    }

    fn close_block(&mut self) {
        if self.block.is_empty() {
            return;
        }
        if self.margin.is_empty() {
            self.blank_line();
        }
        let mut text = Styled::default();
        for (look, piece) in self.text_pieces() {
            text.push(look, piece);
        }
        let (first, rest) = self.margins();
        self.lines.extend(text.wrap(self.width, &first, &rest));
    }

    fn text_pieces(&mut self) -> Vec<(Look, String)> {
        std::mem::take(&mut self.block)
    }

    /// One empty line between blocks.
    fn blank_line(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn margins(&mut self) -> (String, String) {
        let mut first = String::new();
        let mut rest = String::new();
        for margin in &mut self.margin {
            first.push_str(if margin.used { &margin.rest } else { &margin.first });
            rest.push_str(&margin.rest);
            margin.used = true;
        }
        (first, rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(source: &str, width: usize) -> String {
        colored::control::set_override(false);
        lines(source, width).join("\n")
    }

    #[test]
    fn prompts_read_well_in_a_wide_and_a_narrow_window() {
        let source = "What does `select_related` do?\nGive *one* example.\n\n\
            ```python\nfor book in Book.objects.all():\n\tprint(book.author.name)\n```\n\n\
            1. Say **when**.\n2. Say why, in a sentence that is long enough to be wrapped.\n\n\
            - [the docs](https://docs.djangoproject.com)\n\n> Explicit is better.";
        insta::assert_snapshot!("wide", page(source, 80));
        insta::assert_snapshot!("narrow", page(source, 40));
    }

    #[test]
    fn hostile_prompts_are_shown_as_text() {
        let shown = page("a\u{1b}[2J `b\u{7}` <b>\u{9b}</b>\n\n    code\u{1b}]0;x\u{7}", 80);
        assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
    }

    #[test]
    fn an_option_is_one_line() {
        assert_eq!(inline("uses `SELECT`, *once*").text(), "uses `SELECT`, once");
    }
}
